"""Dates and times."""
import time as _time

MINYEAR, MAXYEAR = 1, 9999
_days = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_before = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_months_full = "January February March April May June July August September October November December".split()
_weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def _leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def _in_month(y, m):
    return 29 if m == 2 and _leap(y) else _days[m]


def _ordinal(y, m, d):
    p = y - 1
    return p * 365 + p // 4 - p // 100 + p // 400 + _before[m] + (m > 2 and _leap(y)) + d


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    y = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return y - 1, 12, 31
    m = 1
    while n >= _in_month(y, m):
        n -= _in_month(y, m)
        m += 1
    return y, m, n + 1


def _check_date(y, m, d):
    if not MINYEAR <= y <= MAXYEAR:
        raise ValueError("year %d is out of range" % y)
    if not 1 <= m <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= d <= _in_month(y, m):
        raise ValueError("day is out of range for month")


def _check_time(h, m, s, us):
    for value, high, name in ((h, 23, "hour"), (m, 59, "minute"), (s, 59, "second"), (us, 999999, "microsecond")):
        if not 0 <= value <= high:
            raise ValueError("%s must be in 0..%d" % (name, high))


class timedelta:
    """A difference of two moments."""
    __slots__ = ("days", "seconds", "microseconds")

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        days += weeks * 7
        seconds += minutes * 60 + hours * 3600
        microseconds += milliseconds * 1000
        whole = int(days)
        seconds += (days - whole) * 86400
        more = int(seconds)
        us = round((seconds - more) * 1000000 + microseconds)
        total = (whole * 86400 + more) * 1000000 + us
        self.days, rest = divmod(total, 86400000000)
        self.seconds, self.microseconds = divmod(rest, 1000000)
        if abs(self.days) > 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % self.days)

    def _us(self): return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds
    def total_seconds(self): return self._us() / 1000000

    def __repr__(self):
        parts = ["%s=%d" % (n, getattr(self, n)) for n in self.__slots__ if getattr(self, n)]
        return "datetime.timedelta(%s)" % (", ".join(parts) or "0")

    def __str__(self):
        m, s = divmod(self.seconds, 60)
        h, m = divmod(m, 60)
        text = "%d:%02d:%02d" % (h, m, s)
        if self.days:
            text = "%d day%s, " % (self.days, "" if abs(self.days) == 1 else "s") + text
        return text + (".%06d" % self.microseconds if self.microseconds else "")

    def __add__(self, o): return timedelta(microseconds=self._us() + o._us()) if isinstance(o, timedelta) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o): return timedelta(microseconds=self._us() - o._us()) if isinstance(o, timedelta) else NotImplemented
    def __neg__(self): return timedelta(microseconds=-self._us())
    def __pos__(self): return self
    def __abs__(self): return -self if self.days < 0 else self
    def __mul__(self, n): return timedelta(microseconds=round(self._us() * n)) if isinstance(n, (int, float)) else NotImplemented
    __rmul__ = __mul__

    def __truediv__(self, o):
        if isinstance(o, timedelta):
            return self._us() / o._us()
        return timedelta(microseconds=round(self._us() / o))

    def __floordiv__(self, o):
        if isinstance(o, timedelta):
            return self._us() // o._us()
        return timedelta(microseconds=self._us() // o)

    def __mod__(self, o): return timedelta(microseconds=self._us() % o._us())
    def __divmod__(self, o): return self // o, self % o
    def __bool__(self): return self._us() != 0
    def __hash__(self): return hash(self._us())
    def __eq__(self, o): return self._us() == o._us() if isinstance(o, timedelta) else NotImplemented
    def __lt__(self, o): return self._us() < o._us() if isinstance(o, timedelta) else NotImplemented
    def __le__(self, o): return self._us() <= o._us() if isinstance(o, timedelta) else NotImplemented
    def __gt__(self, o): return self._us() > o._us() if isinstance(o, timedelta) else NotImplemented
    def __ge__(self, o): return self._us() >= o._us() if isinstance(o, timedelta) else NotImplemented


timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    def utcoffset(self, dt): raise NotImplementedError
    def tzname(self, dt): raise NotImplementedError
    def dst(self, dt): return None


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        self._offset, self._name = offset, name

    def utcoffset(self, dt): return self._offset
    def dst(self, dt): return None
    def __eq__(self, o): return isinstance(o, timezone) and self._offset == o._offset
    def __hash__(self): return hash(self._offset)
    def __str__(self): return self.tzname(None)
    def __repr__(self): return "datetime.timezone.utc" if self is timezone.utc else "datetime.timezone(%r)" % (self._offset,)

    def tzname(self, dt):
        if self._name:
            return self._name
        return "UTC" + (_offset_text(self._offset) if self._offset else "")


timezone.utc = UTC = timezone(timedelta(0))


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    s = offset.days * 86400 + offset.seconds
    sign = "-" if s < 0 else "+"
    h, m = divmod(abs(s) // 60, 60)
    return "%s%02d%s%02d" % (sign, h, colon, m)


def _strftime(fmt, y, mo, d, h, mi, s, us, tz, dt):
    out = []
    i = 0
    wd = (_ordinal(y, mo, d) + 6) % 7
    yday = _ordinal(y, mo, d) - _ordinal(y, 1, 1) + 1
    while i < len(fmt):
        c = fmt[i]
        i += 1
        if c != "%" or i == len(fmt):
            out.append(c)
            continue
        c = fmt[i]
        i += 1
        if c == "-" and i < len(fmt):
            out.append(_strftime("%" + fmt[i], y, mo, d, h, mi, s, us, tz, dt).lstrip("0") or "0")
            i += 1
            continue
        out.append({
            "Y": lambda: "%d" % y, "m": lambda: "%02d" % mo, "d": lambda: "%02d" % d, "H": lambda: "%02d" % h,
            "M": lambda: "%02d" % mi, "S": lambda: "%02d" % s, "f": lambda: "%06d" % us, "y": lambda: "%02d" % (y % 100),
            "I": lambda: "%02d" % (h % 12 or 12), "p": lambda: "AM" if h < 12 else "PM", "j": lambda: "%03d" % yday,
            "a": lambda: _weekdays[wd][:3], "A": lambda: _weekdays[wd], "b": lambda: _months[mo - 1], "h": lambda: _months[mo - 1],
            "B": lambda: _months_full[mo - 1], "w": lambda: str((wd + 1) % 7), "u": lambda: str(wd + 1), "%": lambda: "%",
            "z": lambda: _offset_text(tz.utcoffset(dt), "") if tz else "", "Z": lambda: tz.tzname(dt) if tz else "",
            "U": lambda: "%02d" % ((yday + 6 - (wd + 1) % 7) // 7), "W": lambda: "%02d" % ((yday + 6 - wd) // 7),
            "F": lambda: "%d-%02d-%02d" % (y, mo, d), "T": lambda: "%02d:%02d:%02d" % (h, mi, s), "X": lambda: "%02d:%02d:%02d" % (h, mi, s),
            "x": lambda: "%02d/%02d/%02d" % (mo, d, y % 100), "D": lambda: "%02d/%02d/%02d" % (mo, d, y % 100),
            "e": lambda: "%2d" % d, "R": lambda: "%02d:%02d" % (h, mi), "n": lambda: "\n", "t": lambda: "\t",
            "c": lambda: "%s %s %2d %02d:%02d:%02d %d" % (_weekdays[wd][:3], _months[mo - 1], d, h, mi, s, y),
            "s": lambda: str(int(dt.timestamp())),
        }.get(c, lambda: "%" + c)())
    return "".join(out)


class date:
    """A day."""

    def __new__(cls, year, month=None, day=None):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._y, self._m, self._d = year, month, day
        return self

    year = property(lambda self: self._y)
    month = property(lambda self: self._m)
    day = property(lambda self: self._d)

    @classmethod
    def today(cls):
        t = _time.localtime()
        return cls(t[0], t[1], t[2])

    @classmethod
    def fromordinal(cls, n): return cls(*_from_ordinal(n))

    @classmethod
    def fromtimestamp(cls, t):
        t = _time.localtime(t)
        return cls(t[0], t[1], t[2])

    @classmethod
    def fromisoformat(cls, text):
        try:
            y, m, d = text.split("-")
            if len(y) != 4 or len(m) != 2 or len(d) != 2:
                raise ValueError
            return cls(int(y), int(m), int(d))
        except ValueError as e:
            if "range" in str(e):
                raise
            raise ValueError("Invalid isoformat string: %r" % text) from None

    def toordinal(self): return _ordinal(self._y, self._m, self._d)
    def weekday(self): return (self.toordinal() + 6) % 7
    def isoweekday(self): return self.weekday() + 1
    def isoformat(self): return "%04d-%02d-%02d" % (self._y, self._m, self._d)

    def isocalendar(self):
        day = self.toordinal() + 3 - self.weekday()
        y = _from_ordinal(day)[0]
        return y, (day - _ordinal(y, 1, 1)) // 7 + 1, self.isoweekday()

    def timetuple(self): return _time.struct_time((self._y, self._m, self._d, 0, 0, 0, self.weekday(), self.toordinal() - _ordinal(self._y, 1, 1) + 1, -1))
    def strftime(self, fmt): return _strftime(fmt, self._y, self._m, self._d, 0, 0, 0, 0, None, self)
    def __format__(self, spec): return self.strftime(spec) if spec else str(self)
    def __str__(self): return self.isoformat()
    def __repr__(self): return "datetime.date(%d, %d, %d)" % (self._y, self._m, self._d)
    def __hash__(self): return hash((self._y, self._m, self._d))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._y if year is None else year, self._m if month is None else month, self._d if day is None else day)

    def __add__(self, o):
        if not isinstance(o, timedelta):
            return NotImplemented
        n = self.toordinal() + o.days
        if not 0 < n <= 3652059:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + timedelta(-o.days)
        if isinstance(o, date) and not isinstance(o, datetime):
            return timedelta(self.toordinal() - o.toordinal())
        return NotImplemented

    def _key(self): return (self._y, self._m, self._d)
    def _same(self, o): return isinstance(o, date) and not isinstance(o, datetime)
    def __eq__(self, o): return self._key() == o._key() if self._same(o) else NotImplemented
    def __lt__(self, o): return self._key() < o._key() if self._same(o) else NotImplemented
    def __le__(self, o): return self._key() <= o._key() if self._same(o) else NotImplemented
    def __gt__(self, o): return self._key() > o._key() if self._same(o) else NotImplemented
    def __ge__(self, o): return self._key() >= o._key() if self._same(o) else NotImplemented


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond)
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo = hour, minute, second, microsecond, tzinfo

    def isoformat(self, timespec="auto"):
        text = "%02d:%02d:%02d" % (self.hour, self.minute, self.second)
        if self.microsecond:
            text += ".%06d" % self.microsecond
        return text + (_offset_text(self.tzinfo.utcoffset(None)) if self.tzinfo else "")

    def strftime(self, fmt): return _strftime(fmt, 1900, 1, 1, self.hour, self.minute, self.second, self.microsecond, self.tzinfo, None)
    __str__ = isoformat

    def __repr__(self):
        parts = [self.hour, self.minute] + ([self.second] if self.second or self.microsecond else []) + ([self.microsecond] if self.microsecond else [])
        return "datetime.time(%s)" % ", ".join(map(str, parts))

    def _key(self): return (self.hour, self.minute, self.second, self.microsecond)
    def __eq__(self, o): return self._key() == o._key() if isinstance(o, time) else NotImplemented
    def __lt__(self, o): return self._key() < o._key() if isinstance(o, time) else NotImplemented
    def __hash__(self): return hash(self._key())


class datetime(date):
    """A date with a time of day."""

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._y, self._m, self._d = year, month, day
        self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self.fold = hour, minute, second, microsecond, tzinfo, fold
        return self

    @classmethod
    def now(cls, tz=None): return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls): return cls.now()

    @classmethod
    def utcnow(cls): return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        us = round(t % 1 * 1000000)
        whole = int(t // 1) + us // 1000000
        if tz is not None:
            made = cls.utcfromtimestamp(whole).replace(microsecond=us % 1000000, tzinfo=tz)
            return made + tz.utcoffset(made)
        p = _time.localtime(whole)
        return cls(p[0], p[1], p[2], p[3], p[4], min(p[5], 59), us % 1000000)

    @classmethod
    def utcfromtimestamp(cls, t):
        us = round(t % 1 * 1000000)
        p = _time.gmtime(int(t // 1) + us // 1000000)
        return cls(p[0], p[1], p[2], p[3], p[4], p[5], us % 1000000)

    @classmethod
    def combine(cls, d, t, tzinfo=None):
        return cls(d.year, d.month, d.day, t.hour, t.minute, t.second, t.microsecond, tzinfo or t.tzinfo)

    @classmethod
    def fromordinal(cls, n): return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        try:
            d = date.fromisoformat(text[:10])
            h = m = s = us = 0
            tz = None
            rest = text[11:]
            if rest:
                for i, c in enumerate(rest):
                    if c in "+-Z":
                        zone = rest[i:]
                        rest = rest[:i]
                        if zone == "Z":
                            tz = timezone.utc
                        else:
                            hh, mm = zone[1:3], zone[-2:]
                            delta = timedelta(hours=int(hh), minutes=int(mm))
                            tz = timezone(-delta if zone[0] == "-" else delta)
                        break
                rest, _, fraction = rest.partition(".")
                parts = [int(p) for p in rest.split(":")]
                h, m, s = parts + [0] * (3 - len(parts))
                us = int((fraction + "000000")[:6]) if fraction else 0
            return cls(d.year, d.month, d.day, h, m, s, us, tz)
        except ValueError as e:
            if "range" in str(e) or "must be" in str(e):
                raise
            raise ValueError("Invalid isoformat string: %r" % text) from None

    @classmethod
    def strptime(cls, text, fmt):
        p = _parse(text, fmt)
        return cls(p.get("Y", 1900), p.get("m", 1), p.get("d", 1), p.get("H", 0), p.get("M", 0), p.get("S", 0), p.get("f", 0), p.get("z"))

    def date(self): return date(self._y, self._m, self._d)
    def time(self): return time(self.hour, self.minute, self.second, self.microsecond)
    def utcoffset(self): return self.tzinfo.utcoffset(self) if self.tzinfo else None
    def tzname(self): return self.tzinfo.tzname(self) if self.tzinfo else None

    def timestamp(self):
        if self.tzinfo is not None:
            return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()
        return _time.mktime((self._y, self._m, self._d, self.hour, self.minute, self.second, 0, 0, -1)) + self.microsecond / 1000000

    def timetuple(self):
        return _time.struct_time((self._y, self._m, self._d, self.hour, self.minute, self.second, self.weekday(),
                                  self.toordinal() - _ordinal(self._y, 1, 1) + 1, -1))

    def astimezone(self, tz=None):
        tz = tz or timezone.utc
        offset = self.utcoffset() or timedelta(0)
        return (self.replace(tzinfo=None) - offset + tz.utcoffset(self)).replace(tzinfo=tz)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=0):
        def pick(new, old): return old if new is None else new
        return type(self)(pick(year, self._y), pick(month, self._m), pick(day, self._d), pick(hour, self.hour), pick(minute, self.minute),
                          pick(second, self.second), pick(microsecond, self.microsecond), self.tzinfo if tzinfo is True else tzinfo)

    def isoformat(self, sep="T", timespec="auto"):
        text = "%04d-%02d-%02d%s%02d:%02d" % (self._y, self._m, self._d, sep, self.hour, self.minute)
        if timespec != "minutes":
            text += ":%02d" % self.second
            if timespec == "milliseconds":
                text += ".%03d" % (self.microsecond // 1000)
            elif timespec == "microseconds" or timespec == "auto" and self.microsecond:
                text += ".%06d" % self.microsecond
        return text + _offset_text(self.utcoffset())

    def ctime(self): return self.strftime("%c")
    def strftime(self, fmt): return _strftime(fmt, self._y, self._m, self._d, self.hour, self.minute, self.second, self.microsecond, self.tzinfo, self)
    def __str__(self): return self.isoformat(" ")

    def __repr__(self):
        parts = [self._y, self._m, self._d, self.hour, self.minute]
        if self.second or self.microsecond:
            parts.append(self.second)
        if self.microsecond:
            parts.append(self.microsecond)
        return "datetime.datetime(%s%s)" % (", ".join(map(str, parts)), ", tzinfo=%r" % (self.tzinfo,) if self.tzinfo else "")

    def _us(self):
        us = ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond
        offset = self.utcoffset()
        return us - offset._us() if offset is not None else us

    def __add__(self, o):
        if not isinstance(o, timedelta):
            return NotImplemented
        us = ((self.toordinal() * 24 + self.hour) * 60 + self.minute) * 60000000 + self.second * 1000000 + self.microsecond + o._us()
        days, us = divmod(us, 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        s, us = divmod(us, 1000000)
        return type(self)(*_from_ordinal(days), s // 3600, s // 60 % 60, s % 60, us, self.tzinfo)

    __radd__ = __add__

    def __sub__(self, o):
        if isinstance(o, timedelta):
            return self + -o
        if isinstance(o, datetime):
            if (self.tzinfo is None) != (o.tzinfo is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta(microseconds=self._us() - o._us())
        return NotImplemented

    def _same(self, o): return isinstance(o, datetime)
    def _key(self): return self._us()
    def __hash__(self): return hash(self._us())
    __eq__, __lt__, __le__, __gt__, __ge__ = date.__eq__, date.__lt__, date.__le__, date.__gt__, date.__ge__


def _parse(text, fmt):
    out = {}
    i = j = 0
    while j < len(fmt):
        c = fmt[j]
        j += 1
        if c != "%":
            if text[i:i + 1] != c:
                raise ValueError("time data %r does not match format %r" % (text, fmt))
            i += 1
            continue
        c = fmt[j]
        j += 1
        width = {"Y": 4, "f": 6, "j": 3}.get(c, 2)
        if c in "YmdHMSfyjI":
            k = i
            while k < len(text) and k - i < width and text[k].isdigit():
                k += 1
            if k == i:
                raise ValueError("time data %r does not match format %r" % (text, fmt))
            value = int(text[i:k])
            if c == "f":
                value *= 10 ** (6 - (k - i))
            if c == "y":
                c, value = "Y", value + (2000 if value < 69 else 1900)
            if c == "I":
                c, value = "H", value % 12
            out[c] = value
            i = k
        elif c in "bBaA":
            for n, names in enumerate(zip(_months_full, _months) if c in "bB" else zip(_weekdays, [w[:3] for w in _weekdays])):
                found = next((w for w in names if text[i:i + len(w)].lower() == w.lower()), None)
                if found:
                    if c in "bB":
                        out["m"] = n + 1
                    i += len(found)
                    break
            else:
                raise ValueError("time data %r does not match format %r" % (text, fmt))
        elif c == "p":
            if text[i:i + 2].upper() == "PM":
                out["H"] = out.get("H", 0) + 12
            i += 2
        elif c == "z":
            sign = -1 if text[i:i + 1] == "-" else 1
            digits = text[i + 1:].replace(":", "")[:4]
            out["z"] = timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
            i += 1 + len(digits) + (":" in text[i + 1:i + 6])
        elif c == "%":
            i += 1
    if i < len(text):
        raise ValueError("unconverted data remains: " + text[i:])
    return out


date.min, date.max = date(1, 1, 1), date(9999, 12, 31)
datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime_CAPI = None
