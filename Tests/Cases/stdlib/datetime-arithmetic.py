# Recorded from CPython 3.11.7.
from datetime import *
import pickle
d = datetime(2024, 2, 29, 13, 5, 9, 120)
print(repr(d), d, d.isoformat(timespec='milliseconds'), d.ctime(), d.isocalendar(), d.timetuple().tm_yday)
print(d + timedelta(days=1.5), d - datetime(2023, 1, 1), d.replace(year=2023, day=1), d.date(), d.time())
print(d.strftime('%Y-%m-%d %H:%M:%S.%f %j %a %B %p %%'), f'{d:%d/%m/%y}', d.weekday(), d.toordinal())
print(datetime.strptime('3 Mar 2021 04:05:06.7 +0130', '%d %b %Y %H:%M:%S.%f %z'))
for text in ('2011-11-04T00:05:23', '2011-11-04T00:05:23+04:00', '20111104T000523', '2011-W01-2T00:05:23.283', '2011-11-04 00:05:23Z'):
    print(repr(datetime.fromisoformat(text)))
tz = timezone(timedelta(hours=-5, minutes=-30), 'X')
a = d.replace(tzinfo=tz)
print(a, a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), a == a.astimezone(timezone.utc), hash(a) == hash(a.astimezone(timezone.utc)))
print(timedelta(1, 2, 3, 4, 5, 6, 7), repr(timedelta(-1, 5)), timedelta(hours=1) / timedelta(minutes=7), timedelta(10) // 3, divmod(timedelta(10), timedelta(3)))
print(timedelta.max, abs(timedelta(-1)), timedelta(seconds=0.5) * 1.5, -timedelta(microseconds=1), timedelta(days=1).total_seconds())
print(date(2020, 1, 31) - date(2019, 12, 31), date.fromisocalendar(2020, 53, 7), date.max, date.fromordinal(1), time(1, 2, tzinfo=tz), time.fromisoformat('04:23:01.5'))
for bad in (lambda: date(2021, 2, 29), lambda: datetime(1, 1, 1) - timedelta(1), lambda: d < a, lambda: datetime.strptime('x', '%d'), lambda: date.fromisoformat('2020-13-01'), lambda: timedelta(10**9)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
for p in (0, 2, 4): print(pickle.loads(pickle.dumps((d, a, d.date(), a.timetz(), timedelta(3), tz), p)) == (d, a, d.date(), a.timetz(), timedelta(3), tz))
# expect: datetime.datetime(2024, 2, 29, 13, 5, 9, 120) 2024-02-29 13:05:09.000120 2024-02-29T13:05:09.000 Thu Feb 29 13:05:09 2024 datetime.IsoCalendarDate(year=2024, week=9, weekday=4) 60
# expect: 2024-03-02 01:05:09.000120 424 days, 13:05:09.000120 2023-02-01 13:05:09.000120 2024-02-29 13:05:09.000120
# expect: 2024-02-29 13:05:09.000120 060 Thu February PM % 29/02/24 3 738945
# expect: 2021-03-03 04:05:06.700000+01:30
# expect: datetime.datetime(2011, 11, 4, 0, 5, 23)
# expect: datetime.datetime(2011, 11, 4, 0, 5, 23, tzinfo=datetime.timezone(datetime.timedelta(seconds=14400)))
# expect: datetime.datetime(2011, 11, 4, 0, 5, 23)
# expect: datetime.datetime(2011, 1, 4, 0, 5, 23, 283000)
# expect: datetime.datetime(2011, 11, 4, 0, 5, 23, tzinfo=datetime.timezone.utc)
# expect: 2024-02-29 13:05:09.000120-05:30 -1 day, 18:30:00 X 2024-02-29 18:35:09.000120+00:00 True True
# expect: 50 days, 6:05:02.004003 datetime.timedelta(days=-1, seconds=5) 8.571428571428571 3 days, 8:00:00 (3, datetime.timedelta(days=1))
# expect: 999999999 days, 23:59:59.999999 1 day, 0:00:00 0:00:00.750000 -1 day, 23:59:59.999999 86400.0
# expect: 31 days, 0:00:00 2021-01-03 9999-12-31 0001-01-01 01:02:00-05:30 04:23:01.500000
# expect: ValueError day is out of range for month
# expect: OverflowError date value out of range
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: ValueError time data 'x' does not match format '%d'
# expect: ValueError month must be in 1..12
# expect: OverflowError days=1000000000; must have magnitude <= 999999999
# expect: True
# expect: True
# expect: True
