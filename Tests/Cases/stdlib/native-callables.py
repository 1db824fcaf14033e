# Recorded from CPython 3.11.7.
# What operator, functools, itertools, bisect and struct do natively: results, texts and errors.
import bisect
import copy
import functools
import itertools
import operator
import pickle
import struct


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def moved(self, dx, dy=0):
        return self.x + dx, self.y + dy


p = Point(3, Point(4, 5))
get = operator.itemgetter(1)
print(get('abc'), operator.itemgetter(0, -1)([5, 6, 7]), operator.itemgetter('k')({'k': 1}), get)
print(operator.itemgetter(slice(1, 3))([1, 2, 3, 4]), attempt(get, [1]), attempt(get, 5), attempt(get), attempt(get, 1, 2))
print(operator.attrgetter('x')(p), operator.attrgetter('x', 'y.x')(p), operator.attrgetter('y.y'))
print(attempt(operator.attrgetter('z'), p), attempt(operator.attrgetter, 1), attempt(operator.itemgetter))
print(operator.methodcaller('moved', 1, dy=2)(Point(1, 2)), operator.methodcaller('upper')('a'))
print(operator.methodcaller('moved', 1, dy=2), attempt(operator.methodcaller), attempt(operator.methodcaller, 3))
for made in (get, operator.attrgetter('x', 'y.x'), operator.methodcaller('moved', 1, dy=2)):
    print(repr(pickle.loads(pickle.dumps(made))) == repr(made), repr(copy.copy(made)) == repr(made))
print(sorted([(2, 'b'), (1, 'c')], key=get), sorted([Point(2, 0), Point(1, 0)], key=operator.attrgetter('x'))[0].x)


@functools.lru_cache(maxsize=2)
def square(n, *, plus=0):
    """Squares."""
    print('computing', n, plus)
    return n * n + plus


print(square(2), square(3), square(2), square(4), square(3), square(2, plus=1), square(2, plus=1))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info(), attempt(square, []), attempt(square))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), type(fib).__name__)


class Table:
    @functools.lru_cache(typed=True)
    def row(self, n):
        return type(n).__name__


t = Table()
print(t.row(1), t.row(1.0), t.row(True), t.row(1), Table.row.cache_info())
add = functools.partial(int, base=2)
more = functools.partial(functools.partial(max, 3), 5, key=lambda v: -v)
print(add('101'), more(9), more.args, more.func, add.keywords, add)
print(attempt(functools.partial), attempt(functools.partial, 3), attempt(add, '2'))
by = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([1, 3, 2], key=by), by(1) < by(2), by(1) == by(1), by(3).obj, attempt(lambda: by(1) < 1), attempt(hash, by(1)))

print(list(itertools.islice(itertools.count(5, 2), 3)), itertools.count(), itertools.count(1, 2.5), next(itertools.count(1.5)))
c = itertools.count(2**63 - 2)
print(next(c), next(c), next(c), attempt(itertools.count, 'a'))
r = itertools.repeat('x', 2)
print(r, list(r), r, operator.length_hint(itertools.repeat(1, 5)), list(itertools.repeat(1, -3)))
print(list(itertools.chain('ab', [1], ())), list(itertools.chain.from_iterable([[1], (2, 3)])), attempt(list, itertools.chain([1], 2)))
print(list(itertools.islice(itertools.cycle('abc'), 7)), list(itertools.cycle([])), list(map(operator.add, [1, 2], itertools.repeat(10))))

a = [1, 2, 2, 5]
print(bisect.bisect(a, 2), bisect.bisect_left(a, 2), bisect.bisect(a, 2, 0, 2), bisect.bisect_left(a, 25, key=lambda v: v * 10))
bisect.insort(a, 3)
bisect.insort_left(a, 0, hi=2)
print(a, attempt(bisect.bisect, a, 1, -1), attempt(bisect.bisect, a, 'x'))
print(struct.pack('<IHf', 1, 2, 0.5), struct.unpack('>hb', b'\x01\x02\xff'), struct.unpack_from('<H', b'abcd', 1), struct.calcsize('ibd'))
print(attempt(struct.pack, '<B', 300), attempt(struct.pack, 'I'), attempt(struct.unpack, 'I', b'ab'), attempt(struct.unpack, 'I', 3))
print(attempt(struct.unpack_from, '>B', b'ab', 2**63 - 1))
print(attempt(struct.pack, 'z', 1), isinstance(attempt(struct.calcsize, 'y'), str), struct.error.__module__)
# expect: b (5, 7) 1 operator.itemgetter(1)
# expect: [2, 3] IndexError: list index out of range TypeError: 'int' object is not subscriptable TypeError: itemgetter expected 1 argument, got 0 TypeError: itemgetter expected 1 argument, got 2
# expect: 3 (3, 4) operator.attrgetter('y.y')
# expect: AttributeError: 'Point' object has no attribute 'z' TypeError: attribute name must be a string TypeError: itemgetter expected 1 argument, got 0
# expect: (2, 4) A
# expect: operator.methodcaller('moved', 1, dy=2) TypeError: methodcaller needs at least one argument, the method name TypeError: method name must be a string
# expect: True True
# expect: True True
# expect: True True
# expect: [(2, 'b'), (1, 'c')] 1
# expect: computing 2 0
# expect: computing 3 0
# expect: computing 4 0
# expect: computing 3 0
# expect: computing 2 1
# expect: 4 9 4 16 9 5 5
# expect: computing 5 0
# expect: CacheInfo(hits=2, misses=5, maxsize=2, currsize=2) {'maxsize': 2, 'typed': False} square Squares. 25
# expect: CacheInfo(hits=0, misses=0, maxsize=2, currsize=0) TypeError: unhashable type: 'list' TypeError: square() missing 1 required positional argument: 'n'
# expect: 23416728348467685 CacheInfo(hits=78, misses=81, maxsize=None, currsize=81) _lru_cache_wrapper
# expect: int float bool int CacheInfo(hits=1, misses=3, maxsize=128, currsize=3)
# expect: 5 3 (3, 5) <built-in function max> {'base': 2} functools.partial(<class 'int'>, base=2)
# expect: TypeError: type 'partial' takes at least one argument TypeError: the first argument must be callable ValueError: invalid literal for int() with base 2: '2'
# expect: [3, 2, 1] False True 3 TypeError: other argument must be K instance TypeError: unhashable type: 'functools.KeyWrapper'
# expect: [5, 7, 9] count(0) count(1, 2.5) 1.5
# expect: 9223372036854775806 9223372036854775807 9223372036854775808 TypeError: a number is required
# expect: repeat('x', 0) ['x', 'x'] repeat('x', 0) 5 []
# expect: ['a', 'b', 1] [1, 2, 3] TypeError: 'int' object is not iterable
# expect: ['a', 'b', 'c', 'a', 'b', 'c', 'a'] [] [11, 12]
# expect: 3 1 2 3
# expect: [0, 1, 2, 2, 3, 5] ValueError: lo must be non-negative TypeError: '<' not supported between instances of 'str' and 'int'
# expect: b'\x01\x00\x00\x00\x02\x00\x00\x00\x00?' (258, -1) (25442,) 16
# expect: error: ubyte format requires 0 <= number <= 255 error: pack expected 1 items for packing (got 0) error: unpack requires a buffer of 4 bytes TypeError: a bytes-like object is required, not 'int'
# expect: error: unpack_from requires a buffer of at least 9223372036854775808 bytes for unpacking 1 bytes at offset 9223372036854775807 (actual buffer size is 2)
# expect: error: bad char in struct format True struct
