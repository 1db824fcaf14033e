# Recorded from CPython 3.11.7.
import datetime as d, uuid
class Late(d.time):
    hour = 23
zone = d.timezone(d.timedelta(hours=2), "Z2")
day = d.date(2020, 1, 2)
full = d.time(3, 4, 5, 6, zone, fold=1)
for made in (d.datetime.combine(day, full), d.datetime.combine(day, full, None), d.datetime.combine(day, Late(3, 4)), d.datetime.combine(d.datetime(2021, 5, 6, 7), d.time())):
    print(repr(made), made.fold)
for wrong in (lambda: d.datetime.combine(1, full), lambda: d.datetime.combine(day, 1), lambda: d.datetime.combine(day, full, 5)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
print(uuid.UUID(int=5), uuid.UUID(int=2**128 - 1), repr(uuid.uuid5(uuid.NAMESPACE_DNS, "a")), uuid.UUID(int=1 << 100))
# expect: datetime.datetime(2020, 1, 2, 3, 4, 5, 6, fold=1, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200), 'Z2')) 1
# expect: datetime.datetime(2020, 1, 2, 3, 4, 5, 6, fold=1) 1
# expect: datetime.datetime(2020, 1, 2, 3, 4) 0
# expect: datetime.datetime(2021, 5, 6, 0, 0) 0
# expect: TypeError combine() argument 1 must be datetime.date, not int
# expect: TypeError combine() argument 2 must be datetime.time, not int
# expect: TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# expect: 00000000-0000-0000-0000-000000000005 ffffffff-ffff-ffff-ffff-ffffffffffff UUID('4f3f2898-69e3-5a0d-820a-c4e87987dbce') 00000010-0000-0000-0000-000000000000
