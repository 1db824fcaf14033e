# Recorded from CPython 3.11.7.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(5), slice(2, None) == slice(2, None))
print(list(range(10))[s], "abcdefghij"[s])
print(hash(5), hash(-1), hash(2**61 - 1), hash(2**61), hash(True), hash(0.5), hash(1e300), hash(None) == hash(None))
print(hash((1, 2)) == hash((1, 2)), hash(1.0), hash(float("inf")), hash(-(2**70)), hash(2**100))
a = [1]
b = a
print(id(a) == id(b), a is b, a is [1], a == [1])
for bad in ([], {}, set(), [1, 2]):
    try:
        hash(bad)
    except TypeError as error:
        print(error)
try:
    hash((1, []))
except TypeError as error:
    print(error)
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(()) == hash(()), hash(3 + 0j), hash(10**20))
# expect: slice(1, 10, 2) 1 10 2 (1, 6, 2) slice(None, 5, None) True
# expect: [1, 3, 5, 7, 9] bdfhj
# expect: 5 -2 0 1 1 1152921504606846976 1224995262755759164 True
# expect: True 1 314159 -512 549755813888
# expect: True True False True
# expect: unhashable type: 'list'
# expect: unhashable type: 'dict'
# expect: unhashable type: 'set'
# expect: unhashable type: 'list'
# expect: unhashable type: 'list'
# expect: True True 3 848750603811160107
