"""Dates as mail and HTTP write them."""
import calendar as _calendar
import datetime as _datetime
import time as _time

_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ZONES = {"GMT": 0, "UT": 0, "UTC": 0, "Z": 0, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500, "MST": -700,
          "MDT": -600, "PST": -800, "PDT": -700}


def _text(parts, zone):
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (_DAYS[parts[6]], parts[2], _MONTHS[parts[1] - 1], parts[0], *parts[3:6], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A date of mail: `Thu, 01 Jan 1970 00:00:00 -0000`; `usegmt`: that of HTTP."""
    if timeval is None:
        timeval = _time.time()
    if localtime:
        parts = _time.localtime(timeval)
        minutes = parts.tm_gmtoff // 60
        return _text(parts, "%s%02d%02d" % ("-" if minutes < 0 else "+", *divmod(abs(minutes), 60)))
    return _text(_time.gmtime(timeval), "GMT" if usegmt else "-0000")


def format_datetime(dt, usegmt=False):
    """A date of mail of a datetime."""
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != _datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        return _text(dt.timetuple(), "GMT")
    return _text(dt.timetuple(), "-0000" if dt.tzinfo is None else dt.strftime("%z"))


def parsedate_tz(data):
    """A date in pieces: nine numbers as of `time` and the zone in seconds; None when it is none."""
    words = (data or "").replace(",", ", ").split()
    if words and (words[0].endswith(",") or words[0][:3].title() in _DAYS):
        words = words[1:]
    if words and words[0].count("-") == 2:
        words = words[0].split("-") + words[1:]
    if len(words) < 4:
        return None
    day, month, year, clock = words[:4]
    if month[:3].title() not in _MONTHS:
        day, month = month, day
    if ":" in year:
        year, clock = clock, year
    times = clock.split(":") + ["0"]
    try:
        number = _MONTHS.index(month[:3].title()) + 1
        day, year, times = int(day.rstrip(",")), int(year), [int(t) for t in times[:3]]
    except ValueError:
        return None
    if len(times) < 3:
        return None
    if year < 100:
        year += 1900 if year > 68 else 2000
    zone = None
    if len(words) > 4:
        word = words[4].upper()
        value = _ZONES.get(word)
        if value is None:
            try:
                value = int(word)
            except ValueError:
                value = None
            if word == "-0000":
                value = None
        if value is not None:
            sign = -1 if value < 0 else 1
            zone = sign * (abs(value) // 100 * 3600 + abs(value) % 100 * 60)
    return year, number, day, *times, 0, 1, -1, zone


def parsedate(data):
    """A date in nine numbers as of `time`; None when it is none."""
    found = parsedate_tz(data)
    return None if found is None else found[:9]


def mktime_tz(data):
    """Seconds of what `parsedate_tz` gave."""
    if data[9] is None:
        return _time.mktime(data[:8] + (-1,))
    return _calendar.timegm(data) - data[9]


def parsedate_to_datetime(data):
    """A datetime of a date of mail."""
    found = parsedate_tz(data)
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if found[9] is None:
        return _datetime.datetime(*found[:6])
    return _datetime.datetime(*found[:6], tzinfo=_datetime.timezone(_datetime.timedelta(seconds=found[9])))


def quote(text):
    """A text for the inside of quotation marks."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def unquote(text):
    """What stands between quotation marks or angle brackets."""
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace("\\\\", "\\").replace('\\"', '"')
    return text[1:-1] if len(text) > 1 and text[0] == "<" and text[-1] == ">" else text


def parseaddr(addr):
    """-> the name and the address in `Name <address>`"""
    addr = addr.strip()
    if addr.endswith(">") and "<" in addr:
        name, _, address = addr[:-1].rpartition("<")
        return unquote(name.strip()), address.strip()
    return "", addr


def formataddr(pair, charset="utf-8"):
    """`Name <address>`"""
    name, address = pair
    if not name:
        return address
    marks = '"' if any(c in '()<>@,:;".[]\\' for c in name) else ""
    return "%s%s%s <%s>" % (marks, quote(name), marks, address)


def _addresses(text):
    """The parts between commas, where those in quotes, comments and brackets do not count."""
    parts, start, depth, quoted, i = [], 0, 0, False, 0
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
        elif c == '"' and not depth:
            quoted = not quoted
        elif not quoted and c in "(<":
            depth += 1
        elif not quoted and c in ")>":
            depth = max(0, depth - 1)
        elif c == "," and not quoted and not depth:
            parts.append(text[start:i])
            start = i + 1
        i += 1
    return parts + [text[start:]]


def getaddresses(fieldvalues, *, strict=True):
    """Pairs of names and addresses of several headers."""
    return [parseaddr(part.strip()) for value in fieldvalues for part in _addresses(str(value)) if part.strip()]


def make_msgid(idstring=None, domain=None):
    """An identification that no other message has."""
    import os
    import random
    import socket
    import time
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    return "<%s%s@%s>" % (".".join(parts), "" if idstring is None else "." + idstring,
                          socket.getfqdn() if domain is None else domain)


def localtime(dt=None, isdst=None):
    """A moment, or now, in the zone of this machine."""
    import datetime
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def encode_rfc2231(s, charset=None, language=None):
    """A parameter with its charset and language."""
    import urllib.parse
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    return s if charset is None and language is None else "%s'%s'%s" % (charset, language or "", s)


def decode_rfc2231(s):
    """Charset, language and text of a parameter."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) <= 2 else tuple(parts)


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """The text of a parameter."""
    import urllib.parse
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    charset, _, text = value
    try:
        return urllib.parse.unquote(text, encoding=charset or fallback_charset, errors=errors)
    except LookupError:
        return unquote(text)
