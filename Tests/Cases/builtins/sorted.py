# Recorded from CPython 3.11.7.
print(sorted([3, 1, 2]), sorted("hello"), sorted([3, 1, 2], reverse=True), sorted({"b": 1, "a": 2}))
people = [("ann", 30), ("bob", 25), ("cid", 30), ("dan", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted(["B", "a", "C"], key=str.lower), sorted([1.5, 1, 0.5, True]))
x = [5, 3, 9]
print(x.sort(), x, x.reverse(), x)
x.sort(key=lambda v: -v)
print(x)
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
try:
    sorted([1], lambda v: v)
except TypeError as error:
    print(error)
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, 2), (1,)]), sorted([], key=len))
import functools

print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
big = sorted((i * 7919) % 1000 for i in range(1000))
print(big[:5], big == list(range(1000)))
# expect: [1, 2, 3] ['e', 'h', 'l', 'l', 'o'] [3, 2, 1] ['a', 'b']
# expect: [('bob', 25), ('dan', 25), ('ann', 30), ('cid', 30)]
# expect: [('ann', 30), ('cid', 30), ('bob', 25), ('dan', 25)]
# expect: [('ann', 30), ('cid', 30), ('bob', 25), ('dan', 25)]
# expect: ['a', 'B', 'C'] [0.5, 1, True, 1.5]
# expect: None [9, 5, 3] None [9, 5, 3]
# expect: [9, 5, 3]
# expect: '<' not supported between instances of 'str' and 'int'
# expect: sorted expected 1 argument, got 2
# expect: [[1], [1, 9], [2, 1]] [(1,), (1, 2)] []
# expect: [3, 2, 1]
# expect: [0, 1, 2, 3, 4] True
