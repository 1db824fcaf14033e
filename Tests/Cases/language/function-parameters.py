# Recorded from CPython 3.11.7.
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, d=8, e=9))
print(f(*[1, 2, 3], **{"c": 4, "z": 5}))
print(f(1, *(2, 3), c=0, **{"x": 1}, **{"y": 2}))


def positional(a, b, /, c):
    return a + b + c


print(positional(1, 2, c=3), positional(1, 2, 3))


def keyword(*, a, b=1):
    return a, b


print(keyword(a=0), keyword(b=2, a=1))
print((lambda *a, **k: (a, k))(1, 2, x=3))
print(f.__name__, f.__defaults__, f.__kwdefaults__)
# expect: (1, 2, (), 3, 4, {})
# expect: (1, 5, (6, 7), 3, 8, {'e': 9})
# expect: (1, 2, (3,), 4, 4, {'z': 5})
# expect: (1, 2, (3,), 0, 4, {'x': 1, 'y': 2})
# expect: 6 6
# expect: (0, 1) (1, 2)
# expect: ((1, 2), {'x': 3})
# expect: f (2,) {'d': 4}
