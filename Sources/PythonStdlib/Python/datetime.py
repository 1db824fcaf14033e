"""Dates, times and their differences."""
import math as _math
import sys
import time as _time
from operator import index as _index

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_days_in_month = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_months = (None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_weekdays = (None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _days_in_month[month]


def _ordinal(year, month, day):
    """Days since the day before 1 January of year 1."""
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400 + _days_before[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    """Year, month and day of an ordinal."""
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = (n + 50) >> 5
    before = _days_before[month] + (month > 2 and _is_leap(year))
    if before > n:
        month -= 1
        before -= _month_length(year, month)
    return year, month, n - before + 1


def _week1_monday(year):
    """Ordinal of the Monday that begins the ISO year."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _iso_to_gregorian(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("Year is out of range: %d" % year)
    if not 0 < week < 53:
        valid = False
        if week == 53:
            weekday = _ordinal(year, 1, 1) % 7
            valid = weekday == 4 or weekday == 3 and _is_leap(year)
        if not valid:
            raise ValueError("Invalid week: %d" % week)
    if not 0 < day < 8:
        raise ValueError("Invalid weekday: %d (range is [1, 7])" % day)
    ordinal = _week1_monday(year) + (week - 1) * 7 + day - 1
    if not 1 <= ordinal <= _MAXORDINAL:
        raise ValueError("year %d is out of range" % (0 if ordinal < 1 else MAXYEAR + 1))
    return _from_ordinal(ordinal)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError("year %d is out of range" % year)
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _month_length(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond, fold


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type %r" % type(tz).__name__)


def _check_offset(name, offset):
    if offset is None:
        return
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or a timedelta, not %r" % (name, type(offset).__name__))
    if not -_day < offset < _day:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")


def _cannot_compare(x, y):
    raise TypeError("can't compare %s to %s" % (_full(x), _full(y)))


def _full(x):
    kind = type(x)
    return kind.__name__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__name__


def _class_path(x):
    return "%s.%s" % (type(x).__module__, type(x).__qualname__)


def _offset_text(offset, sep=":"):
    """+HH:MM[:SS[.ffffff]]."""
    if offset is None:
        return ""
    sign = "+"
    us = offset._total()
    if us < 0:
        sign, us = "-", -us
    minutes, us = divmod(us, 60000000)
    text = "%s%02d%s%02d" % (sign, minutes // 60, sep, minutes % 60)
    if us:
        seconds, us = divmod(us, 1000000)
        text += "%s%02d" % (sep, seconds)
        if us:
            text += ".%06d" % us
    return text


def _time_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "hours":
        return "%02d" % hour
    if timespec == "minutes":
        return "%02d:%02d" % (hour, minute)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (hour, minute, second)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (hour, minute, second, us // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (hour, minute, second, us)
    raise ValueError("Unknown timespec value")


def _strftime(object, format, timetuple):
    """time.strftime with %f, %z, %:z and %Z filled in."""
    out = []
    i, n = 0, len(format)
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i >= n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        if c == "f":
            out.append("%06d" % getattr(object, "microsecond", 0))
        elif c == "z":
            offset = object.utcoffset() if hasattr(object, "utcoffset") else None
            out.append(_offset_text(offset, ""))
        elif c == ":" and format[i:i + 1] == "z":
            i += 1
            offset = object.utcoffset() if hasattr(object, "utcoffset") else None
            out.append(_offset_text(offset, ":"))
        elif c == "Z":
            name = object.tzname() if hasattr(object, "tzname") else None
            out.append("" if name is None else name.replace("%", "%%"))
        else:
            out.append("%" + c)
    return _time.strftime("".join(out), timetuple)


def _digits(text, what):
    if not (text.isascii() and text.isdigit()):
        raise ValueError(what)
    return int(text)


def _parse_date(text):
    """Year, month, day of the ISO forms YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]."""
    bad = "Invalid isoformat string"
    year = _digits(text[:4], bad)
    extended = text[4:5] == "-"
    pos = 4 + extended
    if text[pos:pos + 1] == "W":
        pos += 1
        week = _digits(text[pos:pos + 2], bad)
        if len(text[pos:pos + 2]) != 2:
            raise ValueError(bad)
        pos += 2
        day = 1
        if len(text) > pos:
            if (text[pos:pos + 1] == "-") != extended:
                raise ValueError("Invalid isoformat string")
            pos += extended
            if len(text) - pos != 1:
                raise ValueError(bad)
            day = _digits(text[pos:], bad)
        return _iso_to_gregorian(year, week, day)
    if len(text) != (10 if extended else 8):
        raise ValueError(bad)
    month = _digits(text[pos:pos + 2], bad)
    pos += 2
    if extended:
        if text[pos] != "-":
            raise ValueError("Invalid isoformat string")
        pos += 1
    return year, month, _digits(text[pos:], bad)


def _parse_clock(text):
    """Hour, minute, second, microsecond of HH[:MM[:SS[.f…]]] or HH[MM[SS[.f…]]]."""
    bad = "Invalid isoformat string"
    parts = [0, 0, 0, 0]
    pos, n = 0, len(text)
    extended = None
    for k in range(3):
        piece = text[pos:pos + 2]
        if len(piece) < 2:
            raise ValueError("Incomplete time component")
        parts[k] = _digits(piece, bad)
        pos += 2
        if pos >= n:
            return parts
        following = text[pos]
        if k == 0:
            extended = following == ":"
        if k == 2:
            break
        if extended:
            if following != ":":
                raise ValueError("Invalid time separator: %s" % following)
            pos += 1
        elif following in ".,":
            raise ValueError(bad)
    if text[pos] not in ".,":
        raise ValueError("Invalid microsecond component")
    digits = text[pos + 1:]
    if not digits:
        raise ValueError(bad)
    _digits(digits, "Non-digit values in fraction")
    parts[3] = int((digits + "000000")[:6])
    return parts


def _parse_time(text):
    """Hour, minute, second, microsecond and tzinfo of an ISO time."""
    n = len(text)
    if n < 2:
        raise ValueError("Isoformat time too short")
    at = max(text.find("-"), text.find("+"), text.find("Z"))
    clock = text if at < 0 else text[:at]
    parts = _parse_clock(clock)
    tz = None
    if at >= 0:
        rest = text[at + 1:]
        if text[at] == "Z":
            if rest:
                raise ValueError("Malformed time zone string")
            tz = timezone.utc
        else:
            if len(rest) in (0, 1, 3):
                raise ValueError("Malformed time zone string")
            h, m, s, us = _parse_clock(rest)
            if not any((h, m, s, us)):
                tz = timezone.utc
            else:
                delta = timedelta(hours=h, minutes=m, seconds=s, microseconds=us)
                tz = timezone(-delta if text[at] == "-" else delta)
    return parts + [tz]


def _split_date(text):
    """Where the date of an ISO date and time ends."""
    n = len(text)
    if n == 7:
        return 7
    if text[4:5] == "-":
        if text[5:6] == "W":
            if n < 8:
                raise ValueError("Invalid ISO string")
            if n > 8 and text[8] == "-":
                if n == 9:
                    raise ValueError("Invalid ISO string")
                if n > 10 and text[10].isdigit():
                    return 8
                return 10
            return 8
        return 10
    if text[4:5] == "W":
        i = 7
        while i < n and text[i].isdigit():
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


class timedelta:
    """A difference of times: days, seconds and microseconds."""

    __slots__ = ("_days", "_seconds", "_microseconds", "_hashcode")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total, rest = 0, 0.0
        for name, value, factor in (
                ("days", days, 86400000000), ("seconds", seconds, 1000000), ("microseconds", microseconds, 1),
                ("milliseconds", milliseconds, 1000), ("minutes", minutes, 60000000), ("hours", hours, 3600000000),
                ("weeks", weeks, 604800000000)):
            if value == 0 and type(value) is int:
                continue
            if isinstance(value, int):
                total += int(value) * factor
            elif isinstance(value, float):
                fraction, whole = _math.modf(value)
                total += int(whole) * factor
                fraction, whole = _math.modf(fraction * factor)
                total += int(whole)
                rest += fraction
            else:
                raise TypeError("unsupported type for timedelta %s component: %s" % (name, type(value).__name__))
        if rest:
            whole = _math.floor(rest)
            total += whole
            rest -= whole
            if rest > 0.5 or rest == 0.5 and total & 1:
                total += 1
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        """Of a number of microseconds."""
        seconds, us = divmod(total, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -999999999 <= days <= 999999999:
            raise OverflowError("days=%d; must have magnitude <= 999999999" % days)
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds, self._hashcode = days, seconds, us, -1
        return self

    def _total(self):
        """All of it in microseconds."""
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def __repr__(self):
        parts = []
        if self._days:
            parts.append("days=%d" % self._days)
        if self._seconds:
            parts.append("seconds=%d" % self._seconds)
        if self._microseconds:
            parts.append("microseconds=%d" % self._microseconds)
        return "%s(%s)" % (_class_path(self), ", ".join(parts) or "0")

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = "%d:%02d:%02d" % (minutes // 60, minutes % 60, seconds)
        if self._days:
            text = "%d day%s, %s" % (self._days, "" if abs(self._days) == 1 else "s", text)
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def total_seconds(self):
        """All of it in seconds."""
        return self._total() / 1000000

    @property
    def days(self):
        """Number of days, which may be negative."""
        return self._days

    @property
    def seconds(self):
        """Seconds of the day, 0 to 86399."""
        return self._seconds

    @property
    def microseconds(self):
        """Microseconds of the second."""
        return self._microseconds

    def __add__(self, other):
        return timedelta._of(self._total() + other._total()) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._total() - other._total()) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._total() - self._total()) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * int(other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide(self._total(), int(other)))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._total() % other._total()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        q, r = divmod(self._total(), other._total())
        return q, timedelta._of(r)

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash((self._days, self._seconds, self._microseconds))
        return self._hashcode

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


def _divide(a, b):
    """a / b rounded to the nearest integer, ties to even."""
    q, r = divmod(a, b)
    r *= 2
    beyond = r > b if b > 0 else r < b
    if beyond or r == b and q % 2 == 1:
        q += 1
    return q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
_day = timedelta(1)


class IsoCalendarDate(tuple):
    """ISO year, week and weekday."""

    __slots__ = ()

    def __new__(cls, year, week, weekday, /):
        return super().__new__(cls, (year, week, weekday))

    year, week, weekday = [property(lambda self, at=at: self[at]) for at in range(3)]

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % self


_IsoCalendarDate = IsoCalendarDate


def _pickled(state, what):
    """The state of a pickle as bytes; Python 2 wrote texts."""
    if isinstance(state, bytes):
        return state
    try:
        return state.encode("latin1")
    except UnicodeEncodeError:
        raise ValueError(
            f"Failed to encode latin1 string when unpickling a {what} object. "
            "pickle.load(data, encoding='latin1') is assumed.") from None


class date:
    """A day of the proleptic Gregorian calendar."""

    __slots__ = ("_year", "_month", "_day", "_hashcode")

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, (bytes, str)) and len(year) == 4 and 1 <= ord(year[2:3]) <= 12:
            year = _pickled(year, "date")
            self = object.__new__(cls)
            self._year, self._month, self._day, self._hashcode = year[0] * 256 + year[1], year[2], year[3], -1
            return self
        if month is None or day is None:
            missing = "month" if month is None else "day"
            raise TypeError("function missing required argument '%s' (pos %d)" % (missing, 2 if month is None else 3))
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hashcode = -1
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """The local day of a POSIX timestamp."""
        if timestamp is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        y, m, d, *_ = _time.localtime(timestamp)
        return cls(y, m, d)

    @classmethod
    def today(cls):
        """The current local day."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        """The day with a number, 1 January of year 1 being 1."""
        ordinal = _index(ordinal)
        if not 1 <= ordinal <= _MAXORDINAL:
            raise ValueError("ordinal must be >= 1" if ordinal < 1 else "year is out of range")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day that ISO 8601 text names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        if len(date_string) not in (7, 8, 10):
            raise ValueError("Invalid isoformat string: %r" % date_string)
        try:
            return cls(*_parse_date(date_string))
        except ValueError as exc:
            if str(exc) != "Invalid isoformat string":
                raise
            raise ValueError("Invalid isoformat string: %r" % date_string) from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        return cls(*_iso_to_gregorian(year, week, day))

    def __repr__(self):
        return "%s(%d, %d, %d)" % (_class_path(self), self._year, self._month, self._day)

    def ctime(self):
        """As C writes it."""
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d 00:00:00 %04d" % (_weekdays[weekday], _months[self._month], self._day, self._year)

    def strftime(self, format):
        """By a format like C's."""
        if not isinstance(format, str):
            raise TypeError("strftime() argument 1 must be str, not %s" % type(format).__name__)
        return _strftime(self, format, self.timetuple())

    def __format__(self, fmt, /):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        """YYYY-MM-DD."""
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    __str__ = isoformat

    @property
    def year(self):
        """1 to 9999."""
        return self._year

    @property
    def month(self):
        """1 to 12."""
        return self._month

    @property
    def day(self):
        """1 to the length of the month."""
        return self._day

    def timetuple(self):
        """A struct_time with time zero."""
        return _struct(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        """The day's number, 1 January of year 1 being 1."""
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The same day with parts exchanged."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day)

    __replace__ = replace

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return NotImplemented

    def __hash__(self):
        if self._hashcode == -1:
            self._hashcode = hash((self._year, self._month, self._day))
        return self._hashcode

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other._days
        if not 1 <= ordinal <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def weekday(self):
        """Monday is 0."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Monday is 1."""
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        """ISO year, week and weekday."""
        year = self._year
        monday = _week1_monday(year)
        today = self.toordinal()
        week, day = divmod(today - monday, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week1_monday(year), 7)
        elif week >= 52 and today >= _week1_monday(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate(year, week + 1, day + 1)

    def _getstate(self):
        return bytes([self._year // 256, self._year % 256, self._month, self._day]),

    def __reduce__(self):
        return self.__class__, self._getstate()


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _struct(y, m, d, hour, minute, second, dst):
    weekday = (_ordinal(y, m, d) + 6) % 7
    yearday = _days_before[m] + (m > 2 and _is_leap(y)) + d
    return _time.struct_time((y, m, d, hour, minute, second, weekday, yearday, dst))


class tzinfo:
    """Base of time zones."""

    __slots__ = ()

    def tzname(self, dt, /):
        """Name of the zone at a moment."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt, /):
        """Difference to UTC at a moment."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        """Part of the difference that is daylight saving time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt, /):
        """Local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc(): dt.dst gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        arguments = getattr(self, "__getinitargs__", None)
        args = arguments() if arguments else ()
        return self.__class__, args, self.__getstate__()


class time:
    """A time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_hashcode", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, (bytes, str)) and len(hour) == 6 and ord(hour[0:1]) & 0x7F < 24:
            hour = _pickled(hour, "time")
            self = object.__new__(cls)
            self._setstate(hour, minute or None)
            self._hashcode = -1
            return self
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._hashcode, self._fold = tzinfo, -1, fold
        return self

    @property
    def hour(self):
        """0 to 23."""
        return self._hour

    @property
    def minute(self):
        """0 to 59."""
        return self._minute

    @property
    def second(self):
        """0 to 59."""
        return self._second

    @property
    def microsecond(self):
        """0 to 999999."""
        return self._microsecond

    @property
    def tzinfo(self):
        """The time zone, or None."""
        return self._tzinfo

    @property
    def fold(self):
        """1 for the second of two equal wall clock times."""
        return self._fold

    def __eq__(self, other):
        return self._compare(other, True) == 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def _compare(self, other, allow_mixed=False):
        mine, theirs = self._tzinfo, other._tzinfo
        a = (self._hour, self._minute, self._second, self._microsecond)
        b = (other._hour, other._minute, other._second, other._microsecond)
        if mine is not theirs:
            x, y = self.utcoffset(), other.utcoffset()
            if x != y:
                if x is None or y is None:
                    if allow_mixed:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware times")
                a = (self._hour * 60 + self._minute) * 60000000 + self._second * 1000000 + self._microsecond - x._total()
                b = (other._hour * 60 + other._minute) * 60000000 + other._second * 1000000 + other._microsecond - y._total()
        return 0 if a == b else 1 if a > b else -1

    def __hash__(self):
        if self._hashcode == -1:
            same = self.replace(fold=0) if self._fold else self
            offset = same.utcoffset()
            us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
            if not offset:
                self._hashcode = hash((self._hour, self._minute, self._second, self._microsecond))
            else:
                us -= offset._total()
                if 0 <= us < 86400000000:
                    seconds, part = divmod(us, 1000000)
                    self._hashcode = hash((seconds // 3600, seconds // 60 % 60, seconds % 60, part))
                else:
                    self._hashcode = hash(us)
        return self._hashcode

    def __repr__(self):
        text = "%d, %d" % (self._hour, self._minute)
        if self._second or self._microsecond:
            text += ", %d" % self._second
        if self._microsecond:
            text += ", %d" % self._microsecond
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_class_path(self), text)

    def isoformat(self, timespec="auto"):
        """[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM]."""
        return _time_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(
            self.utcoffset())

    __str__ = isoformat

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time that ISO 8601 text names."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            return cls(*_parse_time(time_string[1:] if time_string.startswith("T") else time_string))
        except ValueError as exc:
            if "must be in" in str(exc) or "strictly" in str(exc):
                raise
            raise ValueError("Invalid isoformat string: %r" % time_string) from None

    def strftime(self, format):
        """By a format like C's; the day is 1 January 1900."""
        if not isinstance(format, str):
            raise TypeError("strftime() argument 1 must be str, not %s" % type(format).__name__)
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

    def __format__(self, fmt, /):
        if not isinstance(fmt, str):
            raise TypeError("must be str, not %s" % type(fmt).__name__)
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        """Difference to UTC, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.utcoffset(None)
        _check_offset("utcoffset", offset)
        return offset

    def tzname(self):
        """Name of the zone, or None."""
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(None)
        if name is not None and not isinstance(name, str):
            raise TypeError("tzinfo.tzname() must return None or a string, not %r" % type(name).__name__)
        return name

    def dst(self):
        """Daylight saving time, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.dst(None)
        _check_offset("dst", offset)
        return offset

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        """The same time with parts exchanged."""
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _getstate(self, protocol=3):
        us = self._microsecond
        hour = self._hour + (128 if self._fold and protocol > 3 else 0)
        state = bytes([hour, self._minute, self._second, us >> 16, us >> 8 & 255, us & 255])
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def _setstate(self, string, tz):
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError("bad tzinfo state arg")
        hour, self._minute, self._second, a, b, c = string
        self._fold, self._hour = hour >> 7, hour & 127
        self._microsecond = a << 16 | b << 8 | c
        self._tzinfo = tz

    def __reduce_ex__(self, protocol):
        return self.__class__, self._getstate(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_tzinfo = tzinfo
time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


class datetime(date):
    """A day and a time of day."""

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, (bytes, str)) and len(year) == 10 and 1 <= ord(year[2:3]) & 0x7F <= 12:
            year = _pickled(year, "datetime")
            self = object.__new__(cls)
            self._setstate(year, month)
            self._hashcode = -1
            return self
        if month is None or day is None:
            missing = "month" if month is None else "day"
            raise TypeError("function missing required argument '%s' (pos %d)" % (missing, 2 if month is None else 3))
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._hashcode, self._fold = tzinfo, -1, fold
        return self

    hour, minute, second, microsecond = time.hour, time.minute, time.second, time.microsecond
    tzinfo, fold = time.tzinfo, time.fold

    @classmethod
    def _fromtimestamp(cls, t, utc, tz):
        if isinstance(t, float):
            fraction, whole = _math.modf(t)
            us = round(fraction * 1e6)
            t = int(whole)
            carry, us = divmod(us, 1000000)
            t += carry
        else:
            t, us = _index(t) if not hasattr(t, "__float__") or isinstance(t, int) else int(t), 0
        convert = _time.gmtime if utc else _time.localtime
        y, m, d, hh, mm, ss, *_ = convert(t)
        result = cls(y, m, d, hh, mm, min(ss, 59), us, tz)
        if tz is None and not utc:
            # In a fold the same wall clock time a day of drift earlier tells.
            if t < 86400 and sys.platform.startswith("win"):
                return result
            y, m, d, hh, mm, ss, *_ = convert(t - 86400)
            probe = cls(y, m, d, hh, mm, min(ss, 59), us, tz)
            trans = result - probe - timedelta(0, 86400)
            if trans.days < 0:
                y, m, d, hh, mm, ss, *_ = convert(t + trans // timedelta(0, 1))
                if cls(y, m, d, hh, mm, min(ss, 59), us, tz) == result:
                    result._fold = 1
        elif tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """Local time of a POSIX timestamp, or time in a zone."""
        _check_tzinfo(tz)
        return cls._fromtimestamp(timestamp, tz is not None, tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """Naive UTC time of a POSIX timestamp."""
        import warnings
        warnings.warn(
            "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. "
            "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, "
            "datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._fromtimestamp(t, True, None)

    @classmethod
    def now(cls, tz=None):
        """The current time, local or in a zone."""
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        """The current time in UTC, naive."""
        import warnings
        warnings.warn(
            "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use "
            "timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).",
            DeprecationWarning, stacklevel=2)
        return cls._fromtimestamp(_time.time(), True, None)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time in one."""
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The moment that ISO 8601 text names."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        bad = "Invalid isoformat string: %r" % date_string
        if len(date_string) < 7:
            raise ValueError(bad)
        try:
            end = _split_date(date_string)
            parts = _parse_date(date_string[:end])
            rest = date_string[end + 1:]
            if len(date_string) == end + 1:
                raise ValueError("Invalid isoformat string")
            clock = _parse_time(rest) if rest else [0, 0, 0, 0, None]
        except ValueError as exc:
            if "must be in" in str(exc) or "strictly" in str(exc) or str(exc).startswith(("Invalid week", "Year")):
                raise
            raise ValueError(bad) from None
        return cls(*parts, *clock)

    def timetuple(self):
        """A struct_time."""
        dst = self.dst()
        dst = -1 if dst is None else 1 if dst else 0
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, dst)

    def _mktime(self):
        """Seconds since 1970 in local time, by the rules of fold."""
        epoch = datetime(1970, 1, 1)
        t = (self - epoch) // timedelta(0, 1)

        def local(u):
            y, m, d, hh, mm, ss = _time.localtime(u)[:6]
            return (datetime(y, m, d, hh, mm, ss) - epoch) // timedelta(0, 1)
        a = local(t) - t
        first = t - a
        if local(first) == t:
            second = first + (-86400, 86400)[self._fold]
            b = local(second) - second
            if a == b:
                return first
        else:
            b = local(first) - first
        second = t - b
        if local(second) == t:
            return second
        return (max, min)[self._fold](first, second)

    def timestamp(self):
        """Seconds since 1970 as a float."""
        if self._tzinfo is None:
            return self._mktime() + self._microsecond / 1e6
        return (self - _epoch).total_seconds()

    def utctimetuple(self):
        """A struct_time in UTC."""
        offset = self.utcoffset()
        if offset:
            self -= offset
        return _struct(self._year, self._month, self._day, self._hour, self._minute, self._second, 0)

    def date(self):
        """The day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """The time of day without its zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        """The time of day with its zone."""
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        """The same moment with parts exchanged."""
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond, self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _local_timezone(self):
        ts = self._mktime() if self._tzinfo is None else (self - _epoch) // timedelta(seconds=1)
        moment = _time.localtime(ts)
        y, m, d, hh, mm, ss = moment[:6]
        return timezone(datetime(y, m, d, hh, mm, ss) - (datetime(1970, 1, 1) + timedelta(seconds=ts)),
                        _time.strftime("%Z", moment))

    def astimezone(self, tz=None):
        """The same moment in another zone; local time without one."""
        if tz is None:
            tz = self._local_timezone()
        elif not isinstance(tz, _tzinfo):
            raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type %r" % type(tz).__name__)
        mine = self._tzinfo
        if mine is None:
            mine = self._local_timezone()
            offset = mine.utcoffset(self)
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_timezone()
                offset = mine.utcoffset(self)
        if tz is mine:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def ctime(self):
        """As C writes it."""
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d %02d:%02d:%02d %04d" % (
            _weekdays[weekday], _months[self._month], self._day, self._hour, self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        """YYYY-MM-DDTHH:MM:SS[.ffffff][+HH:MM]."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not %s" % type(sep).__name__)
        return "%04d-%02d-%02d%s%s%s" % (
            self._year, self._month, self._day, sep,
            _time_text(self._hour, self._minute, self._second, self._microsecond, timespec),
            _offset_text(self.utcoffset()))

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not parts[-1]:
            del parts[-1]
            if not parts[-1]:
                del parts[-1]
        text = ", ".join([str(p) for p in parts])
        if self._tzinfo is not None:
            text += ", tzinfo=%r" % self._tzinfo
        if self._fold:
            text += ", fold=1"
        return "%s(%s)" % (_class_path(self), text)

    def __str__(self):
        return self.isoformat(sep=" ")

    @classmethod
    def strptime(cls, date_string, format, /):
        """Reads text by a format like C's."""
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)

    def utcoffset(self):
        """Difference to UTC, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.utcoffset(self)
        _check_offset("utcoffset", offset)
        return offset

    def tzname(self):
        """Name of the zone, or None."""
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError("tzinfo.tzname() must return None or a string, not %r" % type(name).__name__)
        return name

    def dst(self):
        """Daylight saving time, or None."""
        if self._tzinfo is None:
            return None
        offset = self._tzinfo.dst(self)
        _check_offset("dst", offset)
        return offset

    def _other(self, other):
        """Whether a comparison goes on: it fails for plain dates, and other classes may know better."""
        if isinstance(other, datetime):
            return True
        if isinstance(other, date):
            _cannot_compare(self, other)
        return False

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return False if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if self._other(other) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if self._other(other) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if self._other(other) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if self._other(other) else NotImplemented

    def _key(self):
        return self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond

    def _compare(self, other, allow_mixed=False):
        if self._tzinfo is not other._tzinfo:
            x, y = self.utcoffset(), other.utcoffset()
            if allow_mixed:
                # A time whose offset depends on its fold equals nothing in another zone.
                if x != self.replace(fold=not self._fold).utcoffset() or y != other.replace(fold=not other._fold).utcoffset():
                    return 2
            if x != y:
                if x is None or y is None:
                    if allow_mixed:
                        return 2
                    raise TypeError("can't compare offset-naive and offset-aware datetimes")
                delta = (self - other)._total()
                return 0 if delta == 0 else 1 if delta > 0 else -1
        a, b = self._key(), other._key()
        return 0 if a == b else 1 if a > b else -1

    def _us(self):
        return (((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        seconds, us = divmod(self._us() + other._total(), 1000000)
        day, seconds = divmod(seconds, 86400)
        if not 0 < day <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        y, m, d = _from_ordinal(day)
        return type(self)(y, m, d, seconds // 3600, seconds // 60 % 60, seconds % 60, us, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, datetime):
            return self + -other if isinstance(other, timedelta) else NotImplemented
        delta = timedelta._of(self._us() - other._us())
        if self._tzinfo is other._tzinfo:
            return delta
        x, y = self.utcoffset(), other.utcoffset()
        if x == y:
            return delta
        if x is None or y is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return delta + y - x

    def __hash__(self):
        if self._hashcode == -1:
            same = self.replace(fold=0) if self._fold else self
            offset = same.utcoffset()
            if offset is None:
                self._hashcode = hash(self._key())
            else:
                self._hashcode = hash(timedelta._of(self._us()) - offset)
        return self._hashcode

    def _getstate(self, protocol=3):
        us = self._microsecond
        month = self._month + (128 if self._fold and protocol > 3 else 0)
        state = bytes([self._year // 256, self._year % 256, month, self._day, self._hour, self._minute, self._second,
                       us >> 16, us >> 8 & 255, us & 255])
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def _setstate(self, string, tz):
        if tz is not None and not isinstance(tz, _tzinfo):
            raise TypeError("bad tzinfo state arg")
        a, b, month, self._day, self._hour, self._minute, self._second, x, y, z = string
        self._fold, self._month = month >> 7, month & 127
        self._year = a * 256 + b
        self._microsecond = x << 16 | y << 8 | z
        self._tzinfo = tz

    def __reduce_ex__(self, protocol):
        return self.__class__, self._getstate(protocol)

    def __reduce__(self):
        return self.__reduce_ex__(2)


_date_class, _time_class = date, time
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


class timezone(tzinfo):
    """A fixed difference to UTC."""

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not %s" % type(offset).__name__)
        if name is not None and not isinstance(name, str):
            raise TypeError("timezone() argument 2 must be str, not %s" % type(name).__name__)
        if name is None and not offset and cls is timezone and hasattr(cls, "utc"):
            return cls.utc
        if not -_day < offset < _day:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and "
                             "timedelta(hours=24), not %r." % offset)
        self = object.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __init_subclass__(cls):
        raise TypeError("type 'datetime.timezone' is not an acceptable base type")

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__()

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is self.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return "%s(%r)" % (_class_path(self), self._offset)
        return "%s(%r, %r)" % (_class_path(self), self._offset, self._name)

    def __str__(self):
        return self.tzname(None)

    @staticmethod
    def _check(dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError("%s(dt) argument must be a datetime instance or None, not %s" % (name, type(dt).__name__))

    def utcoffset(self, dt, /):
        """The difference."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt, /):
        """The name, or UTC with the difference."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt, /):
        """None: unknown."""
        self._check(dt, "dst")
        return None

    def fromutc(self, dt, /):
        """Local time of a time in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not %s" % type(dt).__name__)
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
_epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
