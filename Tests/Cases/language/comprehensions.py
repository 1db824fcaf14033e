# Recorded from CPython 3.11.7.
print([x * x for x in range(6) if x % 2 == 0])
print([(x, y) for x in range(3) for y in range(x)])
print([[i * j for j in range(3)] for i in range(3)])
print({x % 3 for x in range(10)}, {c: ord(c) for c in "abc"})
print(sum(x for x in range(10)), list(x for x in "ab"))
print([x if x > 1 else -x for x in range(4)])
print({k: v for d in ({"a": 1}, {"b": 2}) for k, v in d.items()})
matrix = [[1, 2], [3, 4], [5, 6]]
print([list(row) for row in zip(*matrix)], [x for row in matrix for x in row])
x = "outer"
squares = [x for x in range(3)]
print(x, squares)


def scoped():
    n = 3
    return [n * i for i in range(n)], {i: [j + n for j in range(i)] for i in range(n)}


print(scoped())
print([y for x in range(5) if (y := x * 2) > 4], y)
print(any(x > 3 for x in range(5)), all(x < 3 for x in range(5)))
g = (print(i) or i for i in range(3))
print("lazy")
print(next(g), list(g))
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *_ in ["ab", "cd"]])
print([x for x in range(20) if x % 2 if x % 3])
# expect: [0, 4, 16]
# expect: [(1, 0), (2, 0), (2, 1)]
# expect: [[0, 0, 0], [0, 1, 2], [0, 2, 4]]
# expect: {0, 1, 2} {'a': 97, 'b': 98, 'c': 99}
# expect: 45 ['a', 'b']
# expect: [0, -1, 2, 3]
# expect: {'a': 1, 'b': 2}
# expect: [[1, 3, 5], [2, 4, 6]] [1, 2, 3, 4, 5, 6]
# expect: outer [0, 1, 2]
# expect: ([0, 3, 6], {0: [], 1: [3], 2: [3, 4]})
# expect: [6, 8] 8
# expect: True False
# expect: lazy
# expect: 0
# expect: 1
# expect: 2
# expect: 0 [1, 2]
# expect: [3, 7] ['a', 'c']
# expect: [1, 5, 7, 11, 13, 17, 19]
