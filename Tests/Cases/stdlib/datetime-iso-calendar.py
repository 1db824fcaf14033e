# Recorded from CPython 3.11.7.
# ISO weeks and texts of dates, on the borders of years.
import datetime
import pickle

for year in (1, 2, 1999, 2000, 2004, 2009, 2010, 2015, 2020, 2021, 2026, 9999):
    for month, number in ((1, 1), (1, 3), (1, 4), (12, 28), (12, 29), (12, 31)):
        day = datetime.date(year, month, number)
        print(day, *day.isocalendar(), end="; ")
    print()
week = datetime.datetime(2024, 12, 30, 5).isocalendar()
print(week, week.year, week.week, week[2], week == (2025, 1, 1), pickle.loads(pickle.dumps(week)))
print(datetime.date.fromisocalendar(2025, 1, 1), datetime.date.fromisoformat("2024-02-29"))


class Day(datetime.date):
    pass


print(repr(Day.fromisoformat("2024-03-01")), type(datetime.datetime(2024, 1, 2, 3).date()), datetime.datetime.max.date())
print(datetime.time(3, 4), datetime.time(23, 59, 59, 999999, fold=1).fold, datetime.time(True, 2))
for text in ["2024-02-30", "2024-2-3", "2024-13-01", "0000-01-01", "2024-01-0x", "20240102", "2024-W01-1"]:
    try:
        print(text, datetime.date.fromisoformat(text))
    except ValueError as error:
        print(text, error)
for arguments in [(24,), (0, 60), (0, 0, -1), (0, 0, 0, 1000000), (1.5,), ("1",)]:
    try:
        print(datetime.time(*arguments))
    except (TypeError, ValueError) as error:
        print(arguments, type(error).__name__, error)
# expect: 0001-01-01 1 1 1; 0001-01-03 1 1 3; 0001-01-04 1 1 4; 0001-12-28 1 52 5; 0001-12-29 1 52 6; 0001-12-31 2 1 1; 
# expect: 0002-01-01 2 1 2; 0002-01-03 2 1 4; 0002-01-04 2 1 5; 0002-12-28 2 52 6; 0002-12-29 2 52 7; 0002-12-31 3 1 2; 
# expect: 1999-01-01 1998 53 5; 1999-01-03 1998 53 7; 1999-01-04 1999 1 1; 1999-12-28 1999 52 2; 1999-12-29 1999 52 3; 1999-12-31 1999 52 5; 
# expect: 2000-01-01 1999 52 6; 2000-01-03 2000 1 1; 2000-01-04 2000 1 2; 2000-12-28 2000 52 4; 2000-12-29 2000 52 5; 2000-12-31 2000 52 7; 
# expect: 2004-01-01 2004 1 4; 2004-01-03 2004 1 6; 2004-01-04 2004 1 7; 2004-12-28 2004 53 2; 2004-12-29 2004 53 3; 2004-12-31 2004 53 5; 
# expect: 2009-01-01 2009 1 4; 2009-01-03 2009 1 6; 2009-01-04 2009 1 7; 2009-12-28 2009 53 1; 2009-12-29 2009 53 2; 2009-12-31 2009 53 4; 
# expect: 2010-01-01 2009 53 5; 2010-01-03 2009 53 7; 2010-01-04 2010 1 1; 2010-12-28 2010 52 2; 2010-12-29 2010 52 3; 2010-12-31 2010 52 5; 
# expect: 2015-01-01 2015 1 4; 2015-01-03 2015 1 6; 2015-01-04 2015 1 7; 2015-12-28 2015 53 1; 2015-12-29 2015 53 2; 2015-12-31 2015 53 4; 
# expect: 2020-01-01 2020 1 3; 2020-01-03 2020 1 5; 2020-01-04 2020 1 6; 2020-12-28 2020 53 1; 2020-12-29 2020 53 2; 2020-12-31 2020 53 4; 
# expect: 2021-01-01 2020 53 5; 2021-01-03 2020 53 7; 2021-01-04 2021 1 1; 2021-12-28 2021 52 2; 2021-12-29 2021 52 3; 2021-12-31 2021 52 5; 
# expect: 2026-01-01 2026 1 4; 2026-01-03 2026 1 6; 2026-01-04 2026 1 7; 2026-12-28 2026 53 1; 2026-12-29 2026 53 2; 2026-12-31 2026 53 4; 
# expect: 9999-01-01 9998 53 5; 9999-01-03 9998 53 7; 9999-01-04 9999 1 1; 9999-12-28 9999 52 2; 9999-12-29 9999 52 3; 9999-12-31 9999 52 5; 
# expect: datetime.IsoCalendarDate(year=2025, week=1, weekday=1) 2025 1 1 True (2025, 1, 1)
# expect: 2024-12-30 2024-02-29
# expect: Day(2024, 3, 1) <class 'datetime.date'> 9999-12-31
# expect: 03:04:00 1 01:02:00
# expect: 2024-02-30 day is out of range for month
# expect: 2024-2-3 Invalid isoformat string: '2024-2-3'
# expect: 2024-13-01 month must be in 1..12
# expect: 0000-01-01 year 0 is out of range
# expect: 2024-01-0x Invalid isoformat string: '2024-01-0x'
# expect: 20240102 2024-01-02
# expect: 2024-W01-1 2024-01-01
# expect: (24,) ValueError hour must be in 0..23
# expect: (0, 60) ValueError minute must be in 0..59
# expect: (0, 0, -1) ValueError second must be in 0..59
# expect: (0, 0, 0, 1000000) ValueError microsecond must be in 0..999999
# expect: (1.5,) TypeError 'float' object cannot be interpreted as an integer
# expect: ('1',) TypeError 'str' object cannot be interpreted as an integer
