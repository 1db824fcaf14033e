# Recorded from CPython 3.11.7.
s = {3, 1, 2}
s.add(2)
s.add(10)
print(s, len(s), 3 in s, sorted(s), {1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, set(), set("aab") == {"a", "b"})
s.discard(99)
s.remove(10)
s.update([7, 8], {9})
print(s, {1} < {1, 2}, {1, 2} <= {1, 2}, {1, 2} >= {2}, {1, 2} == {2, 1}, {1}.isdisjoint({2}), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
print({1, 2}.union([3], [4]), {1, 2}.intersection([2, 5]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]))
s -= {1}
s &= {2, 3, 7}
s |= {5}
s ^= {5, 6}
print(s, s.copy() == s, {x % 3 for x in range(9)}, {*"a"}, bool(set()))
f = frozenset([1, 2])
print(f, {f: "key"}[frozenset([2, 1])], f | {3}, f == {1, 2}, frozenset(), type(f & {1}).__name__, hash(f) == hash(frozenset({2, 1})))
print({0, 5, 3, 8, 1}, set(range(10)), {100, 50, 25}, {-1, -2, 0}, {1.5, 2}, {True, 1, 0, False})
for bad in (lambda: {1}.remove(5), lambda: {[]}, lambda: {1} | [2], lambda: set().pop(), lambda: {1} < 5, lambda: f.add(3), lambda: set(5), lambda: {1}[0]):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
s.clear()
print(s, len({(1, 2), (1, 2)}), {"x"}.pop(), set([1, 1]), 1 in {1.0})
# expect: {10, 1, 2, 3} 4 True [1, 2, 3, 10] {1, 2, 3} {2} {1} {1, 3} set() True
# expect: {1, 2, 3, 7, 8, 9} True True True True True True True
# expect: {1, 2, 3, 4} {2} {3} {1, 3}
# expect: {2, 3, 6, 7} True {0, 1, 2} {'a'} False
# expect: frozenset({1, 2}) key frozenset({1, 2, 3}) True frozenset() frozenset True
# expect: {0, 1, 3, 5, 8} {0, 1, 2, 3, 4, 5, 6, 7, 8, 9} {25, 50, 100} {0, -1, -2} {1.5, 2} {0, True}
# expect: KeyError 5
# expect: TypeError unhashable type: 'list'
# expect: TypeError unsupported operand type(s) for |: 'set' and 'list'
# expect: KeyError 'pop from an empty set'
# expect: TypeError '<' not supported between instances of 'set' and 'int'
# expect: AttributeError 'frozenset' object has no attribute 'add'
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'set' object is not subscriptable
# expect: set() 1 x {1} True
