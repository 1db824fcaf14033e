# Recorded from CPython 3.11.7.
r = range(2, 20, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], 8 in r, 9 in r, r.index(11), r.count(5))
print(range(5), range(0), list(range(3, 0)), list(range(3, 0, -1)), bool(range(0)))
print(r.start, r.stop, r.step, range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)))
print(list(reversed(range(4))), range(10)[::-2], max(range(5)), sum(range(101)))
print(range(10**20)[5], len(range(10**6)), 10**15 in range(10**18))
for bad in (lambda: range(), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(3)[5], lambda: range(3).index(9)):
    try:
        bad()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
# expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 6 5 17 range(5, 11, 3) True False 3 1
# expect: range(0, 5) range(0, 0) [] [3, 2, 1] False
# expect: 2 20 3 True True
# expect: [3, 2, 1, 0] range(9, -1, -2) 4 5050
# expect: 5 1000000 True
# expect: TypeError range expected at least 1 argument, got 0
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError range() arg 3 must not be zero
# expect: IndexError range object index out of range
# expect: ValueError 9 is not in range
