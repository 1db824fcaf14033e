"""Dates, times and their differences."""
import time as _time
from operator import index as _index

from _dates import date, datetime, extend as _extend, set_up as _set_up, timedelta
from _dates import isocalendar as _isocalendar, plain_date as _plain_date, plain_time as _plain_time

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
        raise TypeError("tzinfo.%s() must return None or timedelta, not %r" % (name, type(offset).__name__))
    if not -_day < offset < _day:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).")


def _class_path(x):
    return "%s.%s" % (type(x).__module__, type(x).__qualname__)


def _offset_text(offset, sep=":"):
    """+HH:MM[:SS[.ffffff]]."""
    if offset is None:
        return ""
    sign = "+"
    us = offset // _us
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
    """time.strftime with %f, %z and %Z filled in."""
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


def _divide(a, b):
    """a / b rounded to the nearest integer, ties to even."""
    q, r = divmod(a, b)
    r *= 2
    beyond = r > b if b > 0 else r < b
    if beyond or r == b and q % 2 == 1:
        q += 1
    return q


def _scale(total, factor, multiplies):
    """A difference of microseconds times or by a float."""
    a, b = factor.as_integer_ratio()
    if not multiplies:
        a, b = b, a
    return timedelta(microseconds=_divide(total * a, b))


@_extend(timedelta)
class timedelta:
    min = timedelta(-999999999)
    max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
    resolution = timedelta(microseconds=1)


_day, _us = timedelta(1), timedelta.resolution


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


@_extend(date)
class date:
    min, max, resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(1)

    @classmethod
    def today(cls):
        """The current local day."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day that ISO 8601 text names."""
        parts = _plain_date(date_string)
        if parts is not None:
            return cls(*parts)
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

    def ctime(self):
        """As C writes it."""
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d 00:00:00 %04d" % (_weekdays[weekday], _months[self.month], self.day, self.year)

    def timetuple(self):
        """A struct_time with time zero."""
        return _struct(self.year, self.month, self.day, 0, 0, 0, -1)

    def isocalendar(self):
        """ISO year, week and weekday."""
        return _isocalendar(self, IsoCalendarDate)


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
        if type(hour) is not int and isinstance(hour, (bytes, str)) and len(hour) == 6 and ord(hour[0:1]) & 0x7F < 24:
            hour = _pickled(hour, "time")
            self = object.__new__(cls)
            self._setstate(hour, minute or None)
            self._hashcode = -1
            return self
        if not _plain_time(hour, minute, second, microsecond, fold):
            hour, minute, second, microsecond, fold = _check_time(hour, minute, second, microsecond, fold)
        if tzinfo is not None:
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
                a = (self._hour * 60 + self._minute) * 60000000 + self._second * 1000000 + self._microsecond - x // _us
                b = (other._hour * 60 + other._minute) * 60000000 + other._second * 1000000 + other._microsecond - y // _us
        return 0 if a == b else 1 if a > b else -1

    def __hash__(self):
        if self._hashcode == -1:
            same = self.replace(fold=0) if self._fold else self
            offset = same.utcoffset()
            us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
            if not offset:
                self._hashcode = hash((self._hour, self._minute, self._second, self._microsecond))
            else:
                us -= offset // _us
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


@_extend(datetime)
class datetime:
    min, max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
    resolution = timedelta(microseconds=1)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time in one."""
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not %s" % type(date).__name__)
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not %s" % type(time).__name__)
        # The parts themselves, whatever a class derived from `time` says they are.
        return cls(
            date.year, date.month, date.day, time._hour, time._minute, time._second, time._microsecond,
            time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    def timetuple(self):
        """A struct_time."""
        dst = self.dst()
        dst = -1 if dst is None else 1 if dst else 0
        return _struct(self.year, self.month, self.day, self.hour, self.minute, self.second, dst)

    def utctimetuple(self):
        """A struct_time in UTC."""
        offset = self.utcoffset()
        if offset:
            self -= offset
        return _struct(self.year, self.month, self.day, self.hour, self.minute, self.second, 0)

    def time(self):
        """The time of day without its zone."""
        return time(self.hour, self.minute, self.second, self.microsecond, fold=self.fold)

    def timetz(self):
        """The time of day with its zone."""
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo, fold=self.fold)

    def _local_timezone(self):
        ts = int(self.replace(microsecond=0).timestamp()) if self.tzinfo is None else (self - _epoch) // timedelta(seconds=1)
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
        mine = self.tzinfo
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
            _weekdays[weekday], _months[self.month], self.day, self.hour, self.minute, self.second, self.year)

    @classmethod
    def strptime(cls, date_string, format, /):
        """Reads text by a format like C's."""
        import _strptime
        return _strptime._strptime_datetime(cls, date_string, format)


_date_class, _time_class = date, time


def _datetime_fromisoformat(cls, date_string):
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


_set_up(tzinfo, {"scale": _scale, "fromisoformat": _datetime_fromisoformat,
                 "strftime": lambda self, format: _strftime(self, format, self.timetuple())})


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
