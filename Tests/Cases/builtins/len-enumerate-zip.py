# Recorded from CPython 3.11.7.
print(len([1, 2]), len("héé"), len({}), len({1, 2}), len(b"abc"), len(range(7)))
print(list(enumerate("ab")), list(enumerate("ab", 5)), dict(enumerate([3, 4], start=1)))
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])), list(zip([1], [2], [3])))
print(list(zip([1, 2], [3, 4], strict=True)))
try:
    list(zip([1, 2], [3], strict=True))
except ValueError as error:
    print(error)
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str.upper, "ab")))
print(list(filter(None, [0, 1, "", "a", None, [0]])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed({"a": 1, "b": 2})))
z = zip([1, 2], [3, 4])
print(next(z), list(z), list(z))
try:
    len(5)
except TypeError as error:
    print(error)
try:
    reversed({1})
except TypeError as error:
    print(error)
a, b = zip(*[(1, "x"), (2, "y")])
print(a, b)
# expect: 2 3 0 2 3 7
# expect: [(0, 'a'), (1, 'b')] [(5, 'a'), (6, 'b')] {1: 3, 2: 4}
# expect: [(1, 'a'), (2, 'b')] [] [(1,)] [(1, 2, 3)]
# expect: [(1, 3), (2, 4)]
# expect: zip() argument 2 is shorter than argument 1
# expect: [4, 10] ['A', 'B']
# expect: [1, 'a', [0]] [2, 3]
# expect: [3, 2, 1] ['c', 'b', 'a'] ['b', 'a']
# expect: (1, 3) [(2, 4)] []
# expect: object of type 'int' has no len()
# expect: 'set' object is not reversible
# expect: (1, 2) ('x', 'y')
