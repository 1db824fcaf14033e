# Recorded from CPython 3.11.7.
from __future__ import annotations, print_function
from datetime import *
import statistics, pprint
d=date(2024,2,28); print(d, d+timedelta(2), d.weekday(), d.isocalendar()[1], (date(2024,3,1)-d).days, repr(d), d<date(2025,1,1), d.strftime('%d/%m/%y %A %B %j'), date.fromisoformat('2024-02-29'))
t=datetime(2024,1,31,13,5,9,123456); print(t, repr(t), t+timedelta(hours=12), t.isoformat(), t.strftime('%Y-%m-%d %H:%M:%S.%f %p %I'), t-datetime(2024,1,1), t.date(), t.time(), t.replace(hour=1), datetime.strptime('2024-05-06 07:08','%Y-%m-%d %H:%M'), datetime.fromisoformat('2024-01-02T03:04:05+02:00'), t.timestamp()>0)
print(timedelta(days=1,hours=5,seconds=3.5), repr(timedelta(1,2,3)), timedelta(hours=36).total_seconds(), timedelta(days=-1,seconds=5), timedelta(1)/2, timedelta(1)//timedelta(hours=5), datetime(2024,1,1,tzinfo=timezone.utc), abs(timedelta(-1)), timedelta(1)*2.5)
for f in [lambda: date(2023,2,29), lambda: datetime(2024,13,1), lambda: datetime.strptime('x','%Y'), lambda: datetime(2024,1,1,25)]:
    try: f()
    except ValueError as e: print(e)
print(statistics.mean([1,2,3]), statistics.mean([1,2,4]), statistics.median([3,1,2,4]), statistics.stdev([1,2,3,4]), statistics.mode('aab'), statistics.pvariance([1,2,3]), statistics.quantiles([1,2,3,4,5]))
pprint.pprint({'b':1,'a':[1,2]}); pprint.pprint([list(range(20)),list(range(20))]); pprint.pprint({'k'*30:['v'*30,'w'*30], 'z':(1,)})
# expect: 2024-02-28 2024-03-01 2 9 2 datetime.date(2024, 2, 28) True 28/02/24 Wednesday February 059 2024-02-29
# expect: 2024-01-31 13:05:09.123456 datetime.datetime(2024, 1, 31, 13, 5, 9, 123456) 2024-02-01 01:05:09.123456 2024-01-31T13:05:09.123456 2024-01-31 13:05:09.123456 PM 01 30 days, 13:05:09.123456 2024-01-31 13:05:09.123456 2024-01-31 01:05:09.123456 2024-05-06 07:08:00 2024-01-02 03:04:05+02:00 True
# expect: 1 day, 5:00:03.500000 datetime.timedelta(days=1, seconds=2, microseconds=3) 129600.0 -1 day, 0:00:05 12:00:00 4 2024-01-01 00:00:00+00:00 1 day, 0:00:00 2 days, 12:00:00
# expect: day is out of range for month
# expect: month must be in 1..12
# expect: time data 'x' does not match format '%Y'
# expect: hour must be in 0..23
# expect: 2 2.3333333333333335 2.5 1.2909944487358056 a 0.6666666666666666 [1.5, 3.0, 4.5]
# expect: {'a': [1, 2], 'b': 1}
# expect: [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
# expect:  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]]
# expect: {'kkkkkkkkkkkkkkkkkkkkkkkkkkkkkk': ['vvvvvvvvvvvvvvvvvvvvvvvvvvvvvv',
# expect:                                     'wwwwwwwwwwwwwwwwwwwwwwwwwwwwww'],
# expect:  'z': (1,)}
