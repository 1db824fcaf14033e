# Recorded from CPython 3.11.7.
l = [1, 2, 3, 4, 5]
l[1:3] = [9]
print(l, l[::-1], l[-1], l[10:], l[::2])
l = [1, 2, 3, 4, 5]
l[::2] = [7, 8, 9]
print(l)
del l[4:0:-2]
print(l)
try:
    l[::2] = [1, 2, 3, 4]
except ValueError as error:
    print(error)
try:
    [0] * 10 ** 18
except MemoryError:
    print("MemoryError")
print(set([5, 3, 1, 100, 64, 9, 17]), {1000, 3, 77, 12, 8}, set(range(-5, 5)))
print(hash((1, 2, 3)), hash(frozenset({1, 2, 3})), hash(()))
l = [1]
l.append(l)
d = {}
d["d"] = d
print(l, d)
d = {i: i for i in range(3)}
try:
    for k in d:
        del d[k]
except RuntimeError as error:
    print(error)
print(range(10 ** 30)[5], 10 ** 29 in range(10 ** 30), list(reversed(range(5))), range(10)[::-3])
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted("bAc", key=str.lower, reverse=True))
print({1: 2}.keys() & {1}, {1: 2}.items() | {3: 4}.items(), list(reversed({1: 2, 3: 4})))
try:
    list.append(5, 1)
except TypeError as error:
    print(error)
try:
    list.append(5, 1)
except TypeError as error:
    print(error)
# expect: [1, 9, 4, 5] [5, 4, 9, 1] 5 [] [1, 4]
# expect: [7, 2, 8, 4, 9]
# expect: [7, 2, 4]
# expect: attempt to assign sequence of size 4 to extended slice of size 2
# expect: MemoryError
# expect: {64, 1, 3, 100, 5, 9, 17} {3, 1000, 8, 12, 77} {0, 1, 2, 3, 4, -1, -5, -4, -3, -2}
# expect: 529344067295497451 -272375401224217160 5740354900026072187
# expect: [1, [...]] {'d': {...}}
# expect: dictionary changed size during iteration
# expect: 5 True [4, 3, 2, 1, 0] range(9, -1, -3)
# expect: [(0, 'z'), (1, 'a'), (1, 'b')] ['c', 'b', 'A']
# expect: {1} {(1, 2), (3, 4)} [3, 1]
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
# expect: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
