# Recorded from CPython 3.11.7.
# What the native date types answer and refuse.
import datetime, pickle
from datetime import date, datetime as moment, timedelta, timezone


class Day(date):
    pass


class Stamp(moment):
    def __new__(cls, *args, **kwds):
        made = super().__new__(cls, *args, **kwds)
        made.extra = 7
        return made


t, d, u = moment(2020, 1, 2, 3, 4, 5, 6), timedelta(1, 2, 3), timezone.utc
for text in """timedelta(1) * 10 ** 30|timedelta(10 ** 9)|timedelta("a")|timedelta(foo=1)|timedelta(1.5, 0.1)|timedelta(1) / 0
timedelta(1) // 1.5|divmod(timedelta(5), timedelta(2))|timedelta.max * 1.0000001|timedelta(1) + 1|timedelta(1) < 1|-timedelta.max
str(timedelta(-1, 3, 4))|d.days, d.seconds, d.microseconds, d.total_seconds()|date(2020, 2, 30)|date(2020, 1)|date()
date(2020, 1, 1, 1)|date.max + timedelta(1)|date(2020, 1, 1) < t|t < date(2020, 1, 1)|t == date(2020, 1, 1)|date(2020, 1, 1) - t
date.fromordinal(0)|date.fromordinal(10 ** 8)|date(2020, 1, 1).replace(foo=1)|moment(2020, 1, 1, 25)|moment(2020, 1, 1, x=1)
moment(2020, 1, 1, tzinfo=5)|moment(2020, 1, 1, 10 ** 30)|t + d, d + t, t - d, t - moment(2019, 1, 1)|d - t|t.isoformat(" ", "hours")
t.isoformat("xx")|t.isoformat(timespec="foo")|t < t.replace(tzinfo=u)|t == t.replace(tzinfo=u)|t - t.replace(tzinfo=u)
hash(t.replace(tzinfo=u)) == hash(t.replace(tzinfo=timezone(timedelta(hours=2)), hour=5))|moment.fromtimestamp(float("nan"), u)
moment.fromtimestamp(1.9999999, u), moment.fromtimestamp(-1.5, u)|moment.fromisoformat("2020-01-02 03:04:05.123")
moment.fromisoformat("2020-01-02T25:04")|moment.fromisoformat("nope")|t.strftime("%Y-%m-%d %H:%M:%S.%f %z %j %A %%")
t.__reduce_ex__(4)|t.replace(tzinfo=u).timestamp()|Day(2020, 1, 1) + d, type(Day.today()).__name__|Stamp(2020, 1, 1) + d
(Stamp.now() - d).extra|pickle.loads(pickle.dumps(Stamp(2020, 1, 1))).extra|t.tzinfo, t.fold, t.replace(fold=1)""".replace("\n", "|").split("|"):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
# expect: timedelta(1) * 10 ** 30 -> OverflowError Python int too large to convert to C int
# expect: timedelta(10 ** 9) -> OverflowError days=1000000000; must have magnitude <= 999999999
# expect: timedelta("a") -> TypeError unsupported type for timedelta days component: str
# expect: timedelta(foo=1) -> TypeError 'foo' is an invalid keyword argument for __new__()
# expect: timedelta(1.5, 0.1) -> datetime.timedelta(days=1, seconds=43200, microseconds=100000)
# expect: timedelta(1) / 0 -> ZeroDivisionError integer division or modulo by zero
# expect: timedelta(1) // 1.5 -> TypeError unsupported operand type(s) for //: 'datetime.timedelta' and 'float'
# expect: divmod(timedelta(5), timedelta(2)) -> (2, datetime.timedelta(days=1))
# expect: timedelta.max * 1.0000001 -> OverflowError days=1000000100; must have magnitude <= 999999999
# expect: timedelta(1) + 1 -> TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# expect: timedelta(1) < 1 -> TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
# expect: -timedelta.max -> OverflowError days=-1000000000; must have magnitude <= 999999999
# expect: str(timedelta(-1, 3, 4)) -> '-1 day, 0:00:03.000004'
# expect: d.days, d.seconds, d.microseconds, d.total_seconds() -> (1, 2, 3, 86402.000003)
# expect: date(2020, 2, 30) -> ValueError day is out of range for month
# expect: date(2020, 1) -> TypeError function missing required argument 'day' (pos 3)
# expect: date() -> TypeError function missing required argument 'year' (pos 1)
# expect: date(2020, 1, 1, 1) -> TypeError function takes at most 3 arguments (4 given)
# expect: date.max + timedelta(1) -> OverflowError date value out of range
# expect: date(2020, 1, 1) < t -> TypeError can't compare datetime.datetime to datetime.date
# expect: t < date(2020, 1, 1) -> TypeError can't compare datetime.datetime to datetime.date
# expect: t == date(2020, 1, 1) -> False
# expect: date(2020, 1, 1) - t -> TypeError unsupported operand type(s) for -: 'datetime.date' and 'datetime.datetime'
# expect: date.fromordinal(0) -> ValueError ordinal must be >= 1
# expect: date.fromordinal(10 ** 8) -> ValueError year 273791 is out of range
# expect: date(2020, 1, 1).replace(foo=1) -> TypeError 'foo' is an invalid keyword argument for replace()
# expect: moment(2020, 1, 1, 25) -> ValueError hour must be in 0..23
# expect: moment(2020, 1, 1, x=1) -> TypeError 'x' is an invalid keyword argument for this function
# expect: moment(2020, 1, 1, tzinfo=5) -> TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# expect: moment(2020, 1, 1, 10 ** 30) -> OverflowError Python int too large to convert to C long
# expect: t + d, d + t, t - d, t - moment(2019, 1, 1) -> (datetime.datetime(2020, 1, 3, 3, 4, 7, 9), datetime.datetime(2020, 1, 3, 3, 4, 7, 9), datetime.datetime(2020, 1, 1, 3, 4, 3, 3), datetime.timedelta(days=366, seconds=11045, microseconds=6))
# expect: d - t -> TypeError unsupported operand type(s) for -: 'datetime.timedelta' and 'datetime.datetime'
# expect: t.isoformat(" ", "hours") -> '2020-01-02 03'
# expect: t.isoformat("xx") -> TypeError isoformat() argument 1 must be a unicode character, not str
# expect: t.isoformat(timespec="foo") -> ValueError Unknown timespec value
# expect: t < t.replace(tzinfo=u) -> TypeError can't compare offset-naive and offset-aware datetimes
# expect: t == t.replace(tzinfo=u) -> False
# expect: t - t.replace(tzinfo=u) -> TypeError can't subtract offset-naive and offset-aware datetimes
# expect: hash(t.replace(tzinfo=u)) == hash(t.replace(tzinfo=timezone(timedelta(hours=2)), hour=5)) -> True
# expect: moment.fromtimestamp(float("nan"), u) -> ValueError Invalid value NaN (not a number)
# expect: moment.fromtimestamp(1.9999999, u), moment.fromtimestamp(-1.5, u) -> (datetime.datetime(1970, 1, 1, 0, 0, 2, tzinfo=datetime.timezone.utc), datetime.datetime(1969, 12, 31, 23, 59, 58, 500000, tzinfo=datetime.timezone.utc))
# expect: moment.fromisoformat("2020-01-02 03:04:05.123") -> datetime.datetime(2020, 1, 2, 3, 4, 5, 123000)
# expect: moment.fromisoformat("2020-01-02T25:04") -> ValueError hour must be in 0..23
# expect: moment.fromisoformat("nope") -> ValueError Invalid isoformat string: 'nope'
# expect: t.strftime("%Y-%m-%d %H:%M:%S.%f %z %j %A %%") -> '2020-01-02 03:04:05.000006  002 Thursday %'
# expect: t.__reduce_ex__(4) -> (<class 'datetime.datetime'>, (b'\x07\xe4\x01\x02\x03\x04\x05\x00\x00\x06',))
# expect: t.replace(tzinfo=u).timestamp() -> 1577934245.000006
# expect: Day(2020, 1, 1) + d, type(Day.today()).__name__ -> (Day(2020, 1, 2), 'Day')
# expect: Stamp(2020, 1, 1) + d -> Stamp(2020, 1, 2, 0, 0, 2, 3)
# expect: (Stamp.now() - d).extra -> 7
# expect: pickle.loads(pickle.dumps(Stamp(2020, 1, 1))).extra -> 7
# expect: t.tzinfo, t.fold, t.replace(fold=1) -> (None, 0, datetime.datetime(2020, 1, 2, 3, 4, 5, 6, fold=1))
