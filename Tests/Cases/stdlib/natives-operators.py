# Recorded from CPython 3.11.7.
# Operators, lengths and items of the library's native types, mixed with what they do not take.
import datetime
from collections import deque, namedtuple
from decimal import Decimal

day, span = datetime.date(2024, 1, 31), datetime.timedelta(days=3, hours=2)
print(day + span, span + day, day - span, day - datetime.date(2023, 12, 1))
print(span * 2, 3 * span, span / 2, span // datetime.timedelta(hours=5), span % datetime.timedelta(days=1), -span)
print(day < datetime.date(2024, 2, 1), day == datetime.date(2024, 1, 31), span > datetime.timedelta(3))


class Span(datetime.timedelta):
    def __radd__(self, other):
        return "radd"

    def __lt__(self, other):
        return "lt"


print(day + Span(1), Span(1) < span, Span(1) + span, span + Span(1))
ring = deque([1, 2, 3], maxlen=4)
print(len(ring), ring[1], ring[-1], ring + deque([9]), ring * 2, ring == deque([1, 2, 3]), ring < deque([2]))
ring[0] = 7
ring.extend([4, 5])
ring += (6,)
print(ring, 5 in ring, ring.count(5), list(reversed(ring)))
for turns in (1, -1, 3, 7, -6):
    other = ring.copy()
    other.rotate(turns)
    print(turns, list(other))
Point = namedtuple("Point", "x y")


class Loud(Point):
    def __getitem__(self, place):
        return "item"

    def __eq__(self, other):
        return "eq"


print(Point(1, 2)[1], Point(1, 2)[-2], Loud(1, 2)[0], Point(1, 2) == Point(1, 2), Loud(1, 2) == Loud(3, 4))
print(Point(1, 2) == (1, 2), Point(1, 2) < Point(1, 3), Point(y=1, x=2), Point._make([5, 6]))
print(Decimal("1.5") + 1, 2 * Decimal("1.5"), Decimal("1.5") == 1.5, Decimal("1.5") < Decimal("1.6"))
for text in ["day - 3", "3 - day", "day + day", "span + 1", "1 + span", "day < 3", "ring[9]", "ring['a']", "ring + [1]",
             "Point(1, 2)[2]", "Point(1)", "Point(1, 2, 3)", "Point(1, z=2)", "Decimal(1) + 1.5", "len(span)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
# expect: 2024-02-03 2024-02-03 2024-01-28 61 days, 0:00:00
# expect: 6 days, 4:00:00 9 days, 6:00:00 1 day, 13:00:00 14 2:00:00 -4 days, 22:00:00
# expect: True True True
# expect: 2024-02-01 lt 4 days, 2:00:00 radd
# expect: 3 2 3 deque([1, 2, 3, 9], maxlen=4) deque([3, 1, 2, 3], maxlen=4) True True
# expect: deque([3, 4, 5, 6], maxlen=4) True 1 [6, 5, 4, 3]
# expect: 1 [6, 3, 4, 5]
# expect: -1 [4, 5, 6, 3]
# expect: 3 [4, 5, 6, 3]
# expect: 7 [4, 5, 6, 3]
# expect: -6 [5, 6, 3, 4]
# expect: 2 1 item True eq
# expect: True True Point(x=2, y=1) Point(x=5, y=6)
# expect: 2.5 3.0 True True
# expect: day - 3 TypeError unsupported operand type(s) for -: 'datetime.date' and 'int'
# expect: 3 - day TypeError unsupported operand type(s) for -: 'int' and 'datetime.date'
# expect: day + day TypeError unsupported operand type(s) for +: 'datetime.date' and 'datetime.date'
# expect: span + 1 TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# expect: 1 + span TypeError unsupported operand type(s) for +: 'int' and 'datetime.timedelta'
# expect: day < 3 TypeError '<' not supported between instances of 'datetime.date' and 'int'
# expect: ring[9] IndexError deque index out of range
# expect: ring['a'] TypeError sequence index must be integer, not 'str'
# expect: ring + [1] TypeError can only concatenate deque (not "list") to deque
# expect: Point(1, 2)[2] IndexError tuple index out of range
# expect: Point(1) TypeError Point.__new__() missing 1 required positional argument: 'y'
# expect: Point(1, 2, 3) TypeError Point.__new__() takes 3 positional arguments but 4 were given
# expect: Point(1, z=2) TypeError Point.__new__() got an unexpected keyword argument 'z'
# expect: Decimal(1) + 1.5 TypeError unsupported operand type(s) for +: 'decimal.Decimal' and 'float'
# expect: len(span) TypeError object of type 'datetime.timedelta' has no len()
