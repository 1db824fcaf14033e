# Recorded from CPython 3.11.7.
# Constructors that bind their arguments in place: too few, too many, by name.
import itertools
from array import array

print(list(itertools.product("ab", repeat=2)), list(itertools.product()), list(itertools.product([1], "x", (2, 3))))
print(list(itertools.combinations(iterable="abc", r=2)), list(itertools.accumulate([1, 2, 3], initial=5)))
for text in ["itertools.product(3)", "itertools.product('a', reap=2)", "itertools.combinations('ab')",
             "itertools.combinations('ab', 1, 2)", "itertools.repeat()", "itertools.repeat(1, 'a')"]:
    try:
        print(text, eval(text))
    except TypeError as error:
        print(text, error)
for arguments in [("i",), ("i", [1, -2]), ("d", (1, 2.5)), ("B", b"abc"), ("u", "ab"), ("i", array("h", [3])), ("q", range(3))]:
    print(array(*arguments), len(array(*arguments)))
for arguments in [(), ("i", [1], 2), ("x",), (3,), ("ii",), ("i", ["a"]), ("B", [256]), ("i", "ab"), ("i", 5)]:
    try:
        print(array(*arguments))
    except (TypeError, ValueError, OverflowError) as error:
        print(arguments, type(error).__name__, error)


class Numbers(array):
    def __new__(cls, *items):
        return array.__new__(cls, "i", items)


made = Numbers(1, 2, 3)
print(made, type(made[1:]).__name__, made[1:], made[::-1], made[-1], len(made), 2 in made)
# expect: [('a', 'a'), ('a', 'b'), ('b', 'a'), ('b', 'b')] [()] [(1, 'x', 2), (1, 'x', 3)]
# expect: [('a', 'b'), ('a', 'c'), ('b', 'c')] [5, 6, 8, 11]
# expect: itertools.product(3) 'int' object is not iterable
# expect: itertools.product('a', reap=2) 'reap' is an invalid keyword argument for product()
# expect: itertools.combinations('ab') combinations() missing required argument 'r' (pos 2)
# expect: itertools.combinations('ab', 1, 2) combinations() takes at most 2 arguments (3 given)
# expect: itertools.repeat() repeat() missing required argument 'object' (pos 1)
# expect: itertools.repeat(1, 'a') 'str' object cannot be interpreted as an integer
# expect: array('i') 0
# expect: array('i', [1, -2]) 2
# expect: array('d', [1.0, 2.5]) 2
# expect: array('B', [97, 98, 99]) 3
# expect: array('u', 'ab') 2
# expect: array('i', [3]) 1
# expect: array('q', [0, 1, 2]) 3
# expect: () TypeError array() takes at least 1 argument (0 given)
# expect: ('i', [1], 2) TypeError array() takes at most 2 arguments (3 given)
# expect: ('x',) ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: (3,) TypeError array() argument 1 must be a unicode character, not int
# expect: ('ii',) TypeError array() argument 1 must be a unicode character, not str
# expect: ('i', ['a']) TypeError 'str' object cannot be interpreted as an integer
# expect: ('B', [256]) OverflowError unsigned byte integer is greater than maximum
# expect: ('i', 'ab') TypeError cannot use a str to initialize an array with typecode 'i'
# expect: ('i', 5) TypeError 'int' object is not iterable
# expect: Numbers('i', [1, 2, 3]) array array('i', [2, 3]) array('i', [3, 2, 1]) 3 3 True
