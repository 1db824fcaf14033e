# Recorded from CPython 3.11.7.
# What Counter and OrderedDict make of each other, of other mappings and of subclasses.
from collections import Counter, OrderedDict

a, b = Counter("abracadabra"), Counter(a=2, b=5, z=1, q=-3)
for made in (a + b, a - b, b - a, a & b, a | b, +b, -b, Counter(a), Counter({"x": 2}), Counter(["u", "u"]), Counter()):
    print(type(made).__name__, list(made.items()))
big = Counter(x=2**63 - 1)
print(big + big, Counter(x=1.5) + Counter(x=2), Counter(x=True) + Counter())
a.update("aa")
a.update({"a": 10})
print(a["a"], a.total(), a.most_common(2), a == Counter(a), a["nothing"])


class Quiet(Counter):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


print(Quiet("aab"), Quiet("ab") + Counter("a"))
one, two = OrderedDict([(1, 2), (3, 4)]), OrderedDict([(3, 4), (1, 2)])
print(one == two, one != two, one == {3: 4, 1: 2}, dict(one) == two, one == OrderedDict(one), one == 5)


class Upper(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


print(Upper({"a": 1}, b=2), Upper([("c", 3)]), OrderedDict({"a": 1}, b=2), OrderedDict(x=1), OrderedDict())
for given in (3, [(1, 2, 3)]):
    try:
        print(OrderedDict(given))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: Counter [('a', 7), ('b', 7), ('r', 2), ('c', 1), ('d', 1), ('z', 1)]
# expect: Counter [('a', 3), ('r', 2), ('c', 1), ('d', 1), ('q', 3)]
# expect: Counter [('b', 3), ('z', 1)]
# expect: Counter [('a', 2), ('b', 2)]
# expect: Counter [('a', 5), ('b', 5), ('r', 2), ('c', 1), ('d', 1), ('z', 1)]
# expect: Counter [('a', 2), ('b', 5), ('z', 1)]
# expect: Counter [('q', 3)]
# expect: Counter [('a', 5), ('b', 2), ('r', 2), ('c', 1), ('d', 1)]
# expect: Counter [('x', 2)]
# expect: Counter [('u', 2)]
# expect: Counter []
# expect: Counter({'x': 18446744073709551614}) Counter({'x': 3.5}) Counter({'x': 1})
# expect: 17 23 [('a', 17), ('b', 2)] True 0
# expect: Quiet({'a': 6, 'b': 2}) Counter({'a': 3, 'b': 2})
# expect: False True True True True False
# expect: Upper([('A', 1), ('B', 2)]) Upper([('C', 3)]) OrderedDict([('a', 1), ('b', 2)]) OrderedDict([('x', 1)]) OrderedDict()
# expect: TypeError 'int' object is not iterable
# expect: ValueError too many values to unpack (expected 2)
