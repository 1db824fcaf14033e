# Recorded from CPython 3.11.7.
# groupby, zip_longest, compress and tee.
import copy, itertools

for key, group in itertools.groupby("aaabbca"):
    print(key, list(group), end=" ")
groups = [(k, g) for k, g in itertools.groupby([1, 1, 2])]
print([list(g) for _, g in groups], [k for k, _ in itertools.groupby([1, -1, 2], abs)])
it = itertools.groupby("aab")
key, group = next(it)
print(next(group), next(it)[0], list(group), list(itertools.zip_longest("ab", "c", [], fillvalue=0)), list(itertools.zip_longest()))
print(list(itertools.compress("abcdef", [1, 0, 1])), list(itertools.compress([], [1])))
a, b = itertools.tee(iter(range(200)))
c = copy.copy(a)
print(sum(a), next(b), sum(b), sum(c), type(a), itertools.tee([], 0), next(itertools.tee([5])[1]))
d, = itertools.tee(itertools.tee("xyz", 1)[0], 1)
print(list(d), hash(it) == hash(it), type(group).__name__)


class Boom:
    def __eq__(self, other):
        raise ZeroDivisionError("eq")


def failing():
    yield 1
    raise KeyError("end")


for wrong in (lambda: list(itertools.groupby([Boom(), Boom()])), lambda: list(itertools.zip_longest(failing(), "ab")),
              lambda: itertools.tee([], -1), lambda: itertools.groupby(), lambda: itertools.compress(5, []),
              lambda: list(itertools.groupby([1], lambda x: x / 0)), lambda: itertools.zip_longest(5)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: a ['a', 'a', 'a'] b ['b', 'b'] c ['c'] a ['a'] [[], []] [1, 2]
# expect: a b [] [('a', 'c', 0), ('b', 0, 0)] []
# expect: ['a', 'c'] []
# expect: 19900 0 19900 19900 <class 'itertools._tee'> () 5
# expect: ['x', 'y', 'z'] True _grouper
# expect: ZeroDivisionError eq
# expect: KeyError 'end'
# expect: ValueError n must be >= 0
# expect: TypeError groupby() missing required argument 'iterable' (pos 1)
# expect: TypeError 'int' object is not iterable
# expect: ZeroDivisionError division by zero
# expect: TypeError 'int' object is not iterable
