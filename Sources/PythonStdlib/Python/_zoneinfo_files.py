"""Files of time zones (RFC 8536), and the rule for the time after all that they list."""
import re as _re
import struct as _struct
from datetime import date as _date, timedelta as _timedelta

_EPOCH = 719163


class _File(tuple):
    """Times of changes, what holds from each on (offset, summer, name), and the rule; `first` holds before."""

    first = None


def read(data):
    """What the bytes of a file say."""
    if data[:4] != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    version, head, place = _head(data, 0)
    if version >= 2:
        # The first half is for readers of 32 bits.
        place += _size(head, 4)
        _, head, place = _head(data, place)
    width = 8 if version >= 2 else 4
    utc, standard, leaps, changes, kinds, characters = head
    times = _struct.unpack_from(">%d%s" % (changes, "q" if width == 8 else "l"), data, place)
    place += changes * width
    which = data[place:place + changes]
    place += changes
    raw = [_struct.unpack_from(">lbB", data, place + 6 * i) for i in range(kinds)]
    place += 6 * kinds
    names = data[place:place + characters]
    place += characters + leaps * (width + 4) + standard + utc
    tail = ""
    if version >= 2:
        tail = data[place + 1:data.index(b"\n", place + 1)].decode("ascii")
    known = [(offset, summer, names[at:names.index(b"\0", at)].decode("ascii")) for offset, summer, at in raw]
    made = _File((list(times), [known[i] for i in which], tail))
    plain = [kind for kind in known if not kind[1]]
    made.first = (plain or known)[0] if known else None
    return made


def _head(data, place):
    magic, version, *counts = _struct.unpack_from(">4sc15x6l", data, place)
    if magic != b"TZif":
        raise ValueError("Invalid TZif file: magic not found")
    return (1 if version == b"\0" else int(version)), counts, place + 44


def _size(head, width):
    utc, standard, leaps, changes, kinds, characters = head
    return changes * (width + 1) + kinds * 6 + characters + leaps * (width + 4) + standard + utc


_OFFSET = r"([+-]?\d{1,3}(?::\d\d){0,2})"
_NAME = r"([A-Za-z]{3,}|<[A-Za-z0-9+-]+>)"
_PARTS = _re.compile("%s%s(?:%s%s?(?:,([^,]+),([^,]+))?)?" % (_NAME, _OFFSET, _NAME, _OFFSET))
_DAY = _re.compile(r"(?:M(\d{1,2})\.(\d)\.(\d)|(J?)(\d{1,3}))(?:/%s)?" % _OFFSET)


def _seconds(text):
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


class Rule:
    """A text such as CET-1CEST,M3.5.0,M10.5.0/3."""

    def __init__(self, text):
        found = _PARTS.fullmatch(text)
        if found is None:
            raise ValueError(f"{text!r} is not a valid TZ string")
        name, offset, summer, ahead, begin, end = found.groups()
        self.standard = -_seconds(offset)
        self.answer = _timedelta(seconds=self.standard), _timedelta(0), name.strip("<>")
        self.is_fixed = summer is None
        self.years = {}
        if summer is not None:
            self.summer = -_seconds(ahead) if ahead else self.standard + 3600
            self.summer_answer = (_timedelta(seconds=self.summer), _timedelta(seconds=self.summer - self.standard),
                                  summer.strip("<>"))
            self.begin, self.end = self.parsed(begin or "M3.2.0"), self.parsed(end or "M11.1.0")

    def parsed(self, text):
        found = _DAY.fullmatch(text)
        if found is None:
            raise ValueError(f"Invalid dst start/end date: {text}")
        month, week, day, julian, number, time = found.groups()
        return month and (int(month), int(week), int(day)), julian, number and int(number), _seconds(time or "2")

    def day(self, rule, year):
        """Seconds from 1970 on at which clocks of that time show the moment of a rule."""
        weekly, julian, number, time = rule
        if weekly:
            month, week, weekday = weekly
            first = _date(year, month, 1).toordinal()
            place = first + (weekday - first) % 7 + (week - 1) * 7
            following = _date(year + month // 12, month % 12 + 1, 1).toordinal() if (year, month) != (9999, 12) else first + 31
            if place >= following:
                place -= 7
        else:
            place = _date(year, 1, 1).toordinal() + number
            if julian:
                is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
                place -= 0 if is_leap and number >= 60 else 1
        return (place - _EPOCH) * 86400 + time

    def year(self, year):
        """When summer time begins and ends on clocks before the change."""
        found = self.years.get(year)
        if found is None:
            found = self.years[year] = self.day(self.begin, year), self.day(self.end, year)
        return found

    def at_wall(self, year, seconds, fold):
        """Offset, step and name at the time that clocks show."""
        if self.is_fixed:
            return self.answer
        begin, end = self.year(year)
        step = self.summer - self.standard
        # In the gap, and where a time comes twice, the fold decides.
        if step >= 0:
            begin += 0 if fold else step
            end -= step if fold else 0
        else:
            begin += step if fold else 0
            end -= 0 if fold else step
        is_summer = begin <= seconds < end if begin < end else not end <= seconds < begin
        return self.summer_answer if is_summer else self.answer

    def at_utc(self, year, seconds):
        """The same at a time of UTC, and whether clocks show it for the second time."""
        if self.is_fixed:
            return self.answer, False
        begin, end = self.year(year)
        begin, end = begin - self.standard, end - self.summer
        is_summer = begin <= seconds < end if begin < end else not end <= seconds < begin
        step = self.summer - self.standard
        since = seconds - end if step > 0 else seconds - begin
        return self.summer_answer if is_summer else self.answer, 0 <= since < abs(step)
