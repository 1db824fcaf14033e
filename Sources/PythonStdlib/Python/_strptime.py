"""Reads times by a format like C's strptime: the format becomes a regular expression."""
import calendar as _calendar
import locale
import re as _re
import time
from _dates import quick_strptime as _quick
from datetime import date as datetime_date, timedelta as datetime_timedelta, timezone as datetime_timezone
from re import IGNORECASE, compile as re_compile, escape as re_escape

__all__ = []


def _getlang():
    return locale.getlocale(locale.LC_TIME)


class LocaleTime:
    """The words of dates, in lower case."""

    def __init__(self):
        self.lang = _getlang()
        self.f_weekday = [name.lower() for name in _calendar.day_name]
        self.a_weekday = [name.lower() for name in _calendar.day_abbr]
        self.f_month = [name.lower() for name in _calendar.month_name]
        self.a_month = [name.lower() for name in _calendar.month_abbr]
        self.am_pm = ["am", "pm"]
        self.LC_date_time = "%a %b %d %H:%M:%S %Y"
        self.LC_date = "%m/%d/%y"
        self.LC_time = "%H:%M:%S"
        self.tzname = time.tzname
        self.daylight = time.daylight
        plain = frozenset({"utc", "gmt", self.tzname[0].lower()})
        self.timezone = (plain, frozenset({self.tzname[1].lower()}) if self.daylight else frozenset())


class TimeRE(dict):
    """A regular expression for each directive."""

    def __init__(self, locale_time=None):
        self.locale_time = locale_time or LocaleTime()
        names = self.locale_time
        super().__init__({
            "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})",
            "H": r"(?P<H>2[0-3]|[0-1]\d|\d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])", "G": r"(?P<G>\d\d\d\d)",
            "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
            "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
            "U": r"(?P<U>5[0-3]|[0-4]\d|\d)", "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])",
            "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
            "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
            "A": self._any(names.f_weekday, "A"), "a": self._any(names.a_weekday, "a"),
            "B": self._any(names.f_month[1:], "B"), "b": self._any(names.a_month[1:], "b"),
            "p": self._any(names.am_pm, "p"),
            "Z": self._any((tz for group in names.timezone for tz in group), "Z"), "%": "%",
        })
        self["W"] = self["U"].replace("U", "W")
        self["c"] = self.pattern(names.LC_date_time)
        self["x"] = self.pattern(names.LC_date)
        self["X"] = self.pattern(names.LC_time)

    def _any(self, words, directive):
        words = sorted(words, key=len, reverse=True)
        if not any(words):
            return ""
        return "(?P<%s>%s)" % (directive, "|".join([re_escape(word) for word in words]))

    def pattern(self, format):
        """The expression of a whole format."""
        format = _re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
        format = _re.sub(r"\s+", r"\\s+", format)
        out, i = [], 0
        while True:
            at = format.find("%", i)
            if at < 0:
                return "".join(out) + format[i:]
            out.append(format[i:at])
            out.append(self[format[at + 1]])
            i = at + 2

    def compile(self, format):
        return re_compile(self.pattern(format), IGNORECASE)


_TimeRE_cache = TimeRE()
_regex_cache = {}


def _calc_julian_from_U_or_W(year, week_of_year, day_of_week, week_starts_Mon):
    first = datetime_date(year, 1, 1).weekday()
    if not week_starts_Mon:
        first = (first + 1) % 7
        day_of_week = (day_of_week + 1) % 7
    week_0_length = (7 - first) % 7
    if week_of_year == 0:
        return 1 + day_of_week - first
    return 1 + week_0_length + 7 * (week_of_year - 1) + day_of_week


def _match(data_string, format):
    global _TimeRE_cache
    for position, value in enumerate((data_string, format)):
        if not isinstance(value, str):
            raise TypeError("strptime() argument %d must be str, not %s" % (position, type(value)))
    if _getlang() != _TimeRE_cache.locale_time.lang or time.tzname != _TimeRE_cache.locale_time.tzname:
        _TimeRE_cache = TimeRE()
        _regex_cache.clear()
    if len(_regex_cache) > 5:
        _regex_cache.clear()
    regex = _regex_cache.get(format)
    if not regex:
        try:
            regex = _TimeRE_cache.compile(format)
        except KeyError as err:
            bad = err.args[0]
            raise ValueError("'%s' is a bad directive in format '%s'" % ("%" if bad == "\\" else bad, format)) from None
        except IndexError:
            raise ValueError("stray %% in format '%s'" % format) from None
        _regex_cache[format] = regex
    found = regex.match(data_string)
    if not found:
        raise ValueError("time data %r does not match format %r" % (data_string, format))
    if len(data_string) != found.end():
        raise ValueError("unconverted data remains: %s" % data_string[found.end():])
    return found.groupdict()


def _offset(z):
    """Seconds and microseconds of a difference to UTC."""
    if z == "Z":
        return 0, 0
    if z[3] == ":":
        z = z[:3] + z[4:]
        if len(z) > 5:
            if z[5] != ":":
                raise ValueError("Inconsistent use of : in %s" % z)
            z = z[:5] + z[6:]
    seconds = int(z[1:3]) * 3600 + int(z[3:5]) * 60 + int(z[5:7] or 0)
    us = int((z[8:] + "000000")[:6])
    return (-seconds, -us) if z[0] == "-" else (seconds, us)


def _strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    """The parts of a time: a tuple for struct_time, microseconds, microseconds of the zone."""
    quick = _quick(data_string, format)
    if quick is not None:
        return quick
    found = _match(data_string, format)
    names = _TimeRE_cache.locale_time
    iso_year = year = iso_week = week_of_year = week_starts = weekday = julian = gmtoff = tzname = None
    month = day = 1
    hour = minute = second = fraction = gmtoff_fraction = 0
    tz = -1
    for key, text in found.items():
        if text is None:
            continue
        if key == "y":
            year = int(text)
            year += 2000 if year <= 68 else 1900
        elif key == "Y":
            year = int(text)
        elif key == "G":
            iso_year = int(text)
        elif key == "m":
            month = int(text)
        elif key == "B":
            month = names.f_month.index(text.lower())
        elif key == "b":
            month = names.a_month.index(text.lower())
        elif key == "d":
            day = int(text)
        elif key == "H":
            hour = int(text)
        elif key == "I":
            hour = int(text)
            half = (found.get("p") or "").lower()
            if half in ("", names.am_pm[0]):
                hour = 0 if hour == 12 else hour
            elif half == names.am_pm[1]:
                hour = hour if hour == 12 else hour + 12
        elif key == "M":
            minute = int(text)
        elif key == "S":
            second = int(text)
        elif key == "f":
            fraction = int((text + "00000")[:6])
        elif key == "A":
            weekday = names.f_weekday.index(text.lower())
        elif key == "a":
            weekday = names.a_weekday.index(text.lower())
        elif key == "w":
            weekday = (int(text) - 1) % 7
        elif key == "u":
            weekday = int(text) - 1
        elif key == "j":
            julian = int(text)
        elif key in "UW":
            week_of_year, week_starts = int(text), key == "W"
        elif key == "V":
            iso_week = int(text)
        elif key == "z":
            gmtoff, gmtoff_fraction = _offset(text)
        elif key == "Z":
            word = text.lower()
            for value, zones in enumerate(names.timezone):
                if word in zones:
                    if time.tzname[0] == time.tzname[1] and time.daylight and word not in ("utc", "gmt"):
                        break
                    tz = value
                    break
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    leap_year_fix = False
    if year is None:
        if month == 2 and day == 29:
            year, leap_year_fix = 1904, True
        else:
            year = 1900
    if julian is None and weekday is not None:
        if week_of_year is not None:
            julian = _calc_julian_from_U_or_W(year, week_of_year, weekday, week_starts)
        elif iso_year is not None and iso_week is not None:
            made = datetime_date.fromisocalendar(iso_year, iso_week, weekday + 1)
            year, month, day = made.year, made.month, made.day
            julian = made.timetuple().tm_yday
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if _calendar.isleap(year) else 365
    if julian is None:
        julian = datetime_date(year, month, day).toordinal() - datetime_date(year, 1, 1).toordinal() + 1
    else:
        made = datetime_date.fromordinal(julian - 1 + datetime_date(year, 1, 1).toordinal())
        year, month, day = made.year, made.month, made.day
    if weekday is None:
        weekday = datetime_date(year, month, day).weekday()
    if leap_year_fix:
        year = 1900
    tzname = found.get("Z")
    return (year, month, day, hour, minute, second, weekday, julian, tz, tzname, gmtoff), fraction, gmtoff_fraction


def _strptime_time(data_string, format="%a %b %d %H:%M:%S %Y"):
    """A struct_time."""
    return time.struct_time(_strptime(data_string, format)[0][:9])


def _strptime_datetime(cls, data_string, format="%a %b %d %H:%M:%S %Y"):
    """A datetime."""
    parts, fraction, gmtoff_fraction = _strptime(data_string, format)
    tzname, gmtoff = parts[-2:]
    args = parts[:6] + (fraction,)
    if gmtoff is not None:
        delta = datetime_timedelta(seconds=gmtoff, microseconds=gmtoff_fraction)
        args += (datetime_timezone(delta, tzname) if tzname else datetime_timezone(delta),)
    return cls(*args)
