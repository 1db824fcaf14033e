# Recorded from CPython 3.11.7.
t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, "a" in t, t.index("a"), t.count(1), (), (1,), tuple([1, 2]), tuple("ab"))
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0), hash((1, "a")) == hash((1, "a")), {(1, 2): "k"}[1, 2], ((1, 2), 3)[0][1])
a = 1, 2, 3
x, *y = a
print(a, x, y, type(a), (a), (a,), not (), tuple(x * x for x in a), max(a), sorted(a, reverse=True), sum(a))
b = a
b += (4,)
print(a, b, a is b)
for bad in (lambda: t[5], lambda: t + [1], lambda: t.index("z"), lambda: (1, "a") < (1, 2), lambda: tuple(5), lambda: t.append(1)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
m = ([1], 2)
m[0].append(3)
print(m, repr(((),)), (1, (2, (3,))))
# expect: (1, 'a', 2.5) 1 2.5 ('a', 2.5) 3 (1, 'a', 2.5, 4) (1, 'a', 2.5, 1, 'a', 2.5) True 1 1 () (1,) (1, 2) ('a', 'b')
# expect: True True True True k 2
# expect: (1, 2, 3) 1 [2, 3] <class 'tuple'> (1, 2, 3) ((1, 2, 3),) True (1, 4, 9) 3 [3, 2, 1] 6
# expect: (1, 2, 3) (1, 2, 3, 4) False
# expect: IndexError tuple index out of range
# expect: TypeError can only concatenate tuple (not "list") to tuple
# expect: ValueError tuple.index(x): x not in tuple
# expect: TypeError '<' not supported between instances of 'str' and 'int'
# expect: TypeError 'int' object is not iterable
# expect: AttributeError 'tuple' object has no attribute 'append'
# expect: 'tuple' object does not support item assignment
# expect: 'tuple' object doesn't support item deletion
# expect: ([1, 3], 2) ((),) (1, (2, (3,)))
