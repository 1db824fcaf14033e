# Recorded from CPython 3.11.7.
x = [3, 1, 2]
x.append(4)
x.extend([5, 6])
x.insert(0, 0)
x.insert(100, 7)
x.insert(-1, "i")
print(x, len(x), x.index(2), x.count(1), x.pop(), x.pop(0), x)
x.remove("i")
x.reverse()
print(x, x[0], x[-1], x + [9], x * 2, [0] * 3, 2 * [1], 4 in x, x == [6, 5, 4, 2, 1, 3])
y = x.copy()
y[0] = "changed"
print(x[0], y[0], x is y, x != y)
x.clear()
print(x, not x, [] == [], [1, 2] < [1, 3], [1] < [1, 0], [[1], [2]][1][0])
n = [[0] * 2] * 2
n[0][0] = 1
print(n)
a = [1, 2]
a += (3,)
a *= 2
print(a, list("ab"), list((1, 2)), list({"k": 1}), [*a[:2], *a[-1:]])
a.append(a)
print(a, a[-1] is a)
for bad in (lambda: [][0], lambda: [1].index(9), lambda: [].pop(), lambda: [1].remove(2), lambda: [1] + (2,), lambda: [1]["a"], lambda: [1] * 1.5, lambda: [1] < 2, lambda: [].foo, lambda: [1].insert(1), lambda: [].extend(5)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    [1][5] = 0
except IndexError as error:
    print(error)
print([1, 2, 3].index(3, 1), [1, "a", None, 2.5, (1,), {"k": []}], repr([]), [True, 1] == [1, True])
# expect: [3, 1, 2, 4, 5, 6, 'i'] 9 3 1 7 0 [3, 1, 2, 4, 5, 6, 'i']
# expect: [6, 5, 4, 2, 1, 3] 6 3 [6, 5, 4, 2, 1, 3, 9] [6, 5, 4, 2, 1, 3, 6, 5, 4, 2, 1, 3] [0, 0, 0] [1, 1] True True
# expect: 6 changed False True
# expect: [] True True True True 2
# expect: [[1, 0], [1, 0]]
# expect: [1, 2, 3, 1, 2, 3] ['a', 'b'] [1, 2] ['k'] [1, 2, 3]
# expect: [1, 2, 3, 1, 2, 3, [...]] True
# expect: IndexError list index out of range
# expect: ValueError 9 is not in list
# expect: IndexError pop from empty list
# expect: ValueError list.remove(x): x not in list
# expect: TypeError can only concatenate list (not "tuple") to list
# expect: TypeError list indices must be integers or slices, not str
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError '<' not supported between instances of 'list' and 'int'
# expect: AttributeError 'list' object has no attribute 'foo'
# expect: TypeError insert expected 2 arguments, got 1
# expect: TypeError 'int' object is not iterable
# expect: list assignment index out of range
# expect: 2 [1, 'a', None, 2.5, (1,), {'k': []}] [] True
