# Recorded from CPython 3.11.7.
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sum(c.values()), c + Counter("aaz"), c - Counter("aaaaa"), sorted(c.elements())[:3])
d = defaultdict(list)
d["a"].append(1)
print(d, d["b"], dict(d), defaultdict(int, x=1)["y"])
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.pop(), q.popleft(), list(q), len(q))
q.rotate(1)
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, p == (1, 2), P(*[3, 4]))
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, list(o), o == {"a": 1, "b": 2})
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 11 Counter({'a': 7, 'b': 2, 'r': 2, 'c': 1, 'd': 1, 'z': 1}) Counter({'b': 2, 'r': 2, 'c': 1, 'd': 1}) ['a', 'a', 'a']
# expect: defaultdict(<class 'list'>, {'a': [1], 'b': []}) [] {'a': [1], 'b': []} 0
# expect: deque([2], maxlen=3) 3 0 [2] 1
# expect: P(x=1, y=2) 1 2 P(x=9, y=2) {'x': 1, 'y': 2} ('x', 'y') True P(x=3, y=4)
# expect: OrderedDict([('b', 2), ('a', 1)]) ['b', 'a'] True
