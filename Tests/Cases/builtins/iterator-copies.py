# Recorded from CPython 3.11.7.
# Iterators are copied and pickled where they stand, and stay there.
import copy
import pickle
from collections import defaultdict, deque

made = {
    "list": lambda: iter([1, 2, 3, 4]),
    "tuple": lambda: iter((1, 2, 3, 4)),
    "str": lambda: iter("abcd"),
    "bytes": lambda: iter(b"abcd"),
    "range": lambda: iter(range(0, 40, 10)),
    "long range": lambda: iter(range(10 ** 20, 10 ** 20 + 4)),
    "dict": lambda: iter({1: 2, 3: 4, 5: 6}),
    "items": lambda: iter({1: 2, 3: 4, 5: 6}.items()),
    "set": lambda: iter({1, 2, 3}),
    "enumerate": lambda: enumerate("abcd", 5),
    "zip": lambda: zip([1, 2, 3], "abc"),
    "strict zip": lambda: zip([1, 2, 3], "ab", strict=True),
    "map": lambda: map(abs, [-1, -2, -3]),
    "filter": lambda: filter(None, [0, 1, 2, 0, 3]),
    "reversed list": lambda: reversed([1, 2, 3, 4]),
    "reversed": lambda: reversed("abcd"),
}
for name, make in made.items():
    it = make()
    next(it)
    twin, other = copy.copy(it), pickle.loads(pickle.dumps(it))
    for one in (it, twin, other):
        try:
            print(name, list(one))
        except ValueError as e:
            print(name, e)
    print(next(it, "ended"), list(copy.copy(it)))

print(iter([1, 2]).__reduce__()[1:], reversed([1, 2]).__reduce__()[1:], enumerate("ab").__reduce__()[1][1:])
it = iter([1, 2, 3])
it.__setstate__(2)
print(list(it))
it = reversed((1, 2, 3))
it.__setstate__(-7)
print(list(it), reversed((1, 2)).__length_hint__())

d = deque("abc", 5)
print(pickle.loads(pickle.dumps(d)), copy.deepcopy(d) == d, deque([1]).__reduce__()[:3])
d = defaultdict(list, a=[1])
print(pickle.loads(pickle.dumps(d)), copy.deepcopy(d))
d["self"] = d
print(d)


class Clears:
    def __init__(self, owner, answer):
        self.owner, self.answer = owner, answer

    def __eq__(self, other):
        self.owner.clear()
        return self.answer


for answer in (True, False):
    d = deque(["ab"])
    d.extend([Clears(d, answer), "c"])
    for call in (d.remove, d.count):
        try:
            call("c")
        except Exception as e:
            print(type(e).__name__, e)
# expect: list [2, 3, 4]
# expect: list [2, 3, 4]
# expect: list [2, 3, 4]
# expect: ended []
# expect: tuple [2, 3, 4]
# expect: tuple [2, 3, 4]
# expect: tuple [2, 3, 4]
# expect: ended []
# expect: str ['b', 'c', 'd']
# expect: str ['b', 'c', 'd']
# expect: str ['b', 'c', 'd']
# expect: ended []
# expect: bytes [98, 99, 100]
# expect: bytes [98, 99, 100]
# expect: bytes [98, 99, 100]
# expect: ended []
# expect: range [10, 20, 30]
# expect: range [10, 20, 30]
# expect: range [10, 20, 30]
# expect: ended []
# expect: long range [100000000000000000001, 100000000000000000002, 100000000000000000003]
# expect: long range [100000000000000000001, 100000000000000000002, 100000000000000000003]
# expect: long range [100000000000000000001, 100000000000000000002, 100000000000000000003]
# expect: ended []
# expect: dict [3, 5]
# expect: dict [3, 5]
# expect: dict [3, 5]
# expect: ended []
# expect: items [(3, 4), (5, 6)]
# expect: items [(3, 4), (5, 6)]
# expect: items [(3, 4), (5, 6)]
# expect: ended []
# expect: set [2, 3]
# expect: set [2, 3]
# expect: set [2, 3]
# expect: ended []
# expect: enumerate [(6, 'b'), (7, 'c'), (8, 'd')]
# expect: enumerate []
# expect: enumerate [(6, 'b'), (7, 'c'), (8, 'd')]
# expect: ended []
# expect: zip [(2, 'b'), (3, 'c')]
# expect: zip []
# expect: zip [(2, 'b'), (3, 'c')]
# expect: ended []
# expect: strict zip zip() argument 2 is shorter than argument 1
# expect: strict zip []
# expect: strict zip zip() argument 2 is shorter than argument 1
# expect: ended []
# expect: map [2, 3]
# expect: map []
# expect: map [2, 3]
# expect: ended []
# expect: filter [2, 3]
# expect: filter []
# expect: filter [2, 3]
# expect: ended []
# expect: reversed list [3, 2, 1]
# expect: reversed list [3, 2, 1]
# expect: reversed list [3, 2, 1]
# expect: ended []
# expect: reversed ['c', 'b', 'a']
# expect: reversed ['c', 'b', 'a']
# expect: reversed ['c', 'b', 'a']
# expect: ended []
# expect: (([1, 2],), 0) (([1, 2],), 1) (0,)
# expect: [3]
# expect: [] 2
# expect: deque(['a', 'b', 'c'], maxlen=5) True (<class 'collections.deque'>, (), None)
# expect: defaultdict(<class 'list'>, {'a': [1]}) defaultdict(<class 'list'>, {'a': [1]})
# expect: defaultdict(<class 'list'>, {'a': [1], 'self': defaultdict(<class 'list'>, {...})})
# expect: IndexError deque mutated during iteration
# expect: IndexError deque mutated during iteration
