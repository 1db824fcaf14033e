# Recorded from CPython 3.11.7.
# Attributes of classes with __getattr__, loops over pairs and ranges, remembered answers of abstract classes.
from abc import ABC
from collections.abc import Iterable, Sized


class Lazy:
    kind = 'lazy'

    def __init__(self):
        self.x = 1

    def __getattr__(self, name):
        if name == 'broken':
            raise AttributeError('no ' + name)
        return 'made ' + name

    def method(self):
        return self.x

    @property
    def bad(self):
        return self.y.z.w

    @property
    def worse(self):
        raise AttributeError('inner')


lazy = Lazy()
for turn in range(3):
    print(lazy.x, lazy.kind, lazy.method(), lazy.other, getattr(lazy, 'x', 0), getattr(lazy, 'q', 0), hasattr(lazy, 'broken'))
    if turn == 1:
        del lazy.x
print(lazy.worse)
try:
    lazy.bad
except AttributeError as e:
    print(e)
Lazy.x = 'of the class'
print(lazy.x, Lazy().x)


class Watched(Lazy):
    def __getattribute__(self, name):
        print('asked', name)
        return super().__getattribute__(name)


w = Watched()
print(w.x, w.missing)


def pairs(d, items):
    out = []
    for i, (k, v) in enumerate(d.items()):
        out.append((i, k, v))
    for a, b in zip(items, items[1:]):
        out.append(a + b)
    for n, v in enumerate(items, 2**63 - 1):
        out.append(n)
    for a, b in zip(items, items, strict=True):
        out.append(a * b)
    out += [x - y for x, y in zip(items, 'ab') if False]
    return out


print(pairs({'a': 1, 'b': 2}, [3, 4, 6]))
try:
    d = {1: 1}
    for k, v in d.items():
        d[k + 1] = v
except RuntimeError as e:
    print(e)
try:
    for a, b in enumerate(5):
        pass
except TypeError as e:
    print(e)
e = enumerate('abc')
for i, c in e:
    print(i, c, next(e, None))
total = 0
for i in range(4):
    for j in range(i, -1, -1):
        total += i * j
    for j in range(0, 10, 3):
        total += j
    for j in range(2**62, 2**62 + 2):
        total += 1
it = iter(range(3))
for i in it:
    total += i
print(total, list(it), [list(range(*a)) for a in [(3,), (1, 5, 2), (5, 1, -2), (0,)]])
try:
    for i in range(1, 5, 0):
        pass
except ValueError as e:
    print(e)


class Shape(ABC):
    pass


class Square:
    def __len__(self):
        return 4


s = Square()
print([isinstance(s, Shape) for _ in range(2)], isinstance(s, Sized), isinstance(s, Iterable), isinstance([], Iterable))
Shape.register(Square)
print([isinstance(s, Shape) for _ in range(2)], issubclass(Square, Shape), isinstance(3, Shape))
Square.__iter__ = lambda self: iter(())
print(isinstance(s, Iterable), isinstance(Square(), Iterable))


class Node:
    def __del__(self):
        print('gone')


def rebind():
    n = Node()
    n = 5
    return n


print(rebind())


def keywords(*args, **kwargs):
    return args, kwargs


base = {'a': 1}
print(keywords(*[1], **base, b=2), keywords(**{}), keywords(**base))
base2 = dict(base)
try:
    keywords(**base, **base2)
except TypeError as e:
    print(e)
# expect: 1 lazy 1 made other 1 made q False
# expect: 1 lazy 1 made other 1 made q False
# expect: made x lazy made x made other made x made q False
# expect: made worse
# expect: of the class 1
# expect: asked x
# expect: asked missing
# expect: 1 made missing
# expect: [(0, 'a', 1), (1, 'b', 2), 7, 10, 9223372036854775807, 9223372036854775808, 9223372036854775809, 9, 16, 36]
# expect: dictionary changed size during iteration
# expect: 'int' object is not iterable
# expect: 0 a (1, 'b')
# expect: 2 c None
# expect: 108 [] [[0, 1, 2], [1, 3], [5, 3], []]
# expect: range() arg 3 must not be zero
# expect: [False, False] True False True
# expect: [True, True] True False
# expect: True True
# expect: gone
# expect: 5
# expect: ((1,), {'a': 1, 'b': 2}) ((), {}) ((), {'a': 1})
# expect: __main__.keywords() got multiple values for keyword argument 'a'
