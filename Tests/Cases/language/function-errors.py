# Recorded from CPython 3.11.7.
def f(a, b=2, *, c):
    return a


def g(a, b, /):
    return a


def h():
    return 0


calls = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2, 3, c=1),
    lambda: f(1, c=1, d=2),
    lambda: f(1, a=1, c=2),
    lambda: g(1, b=2),
    lambda: g(a=1, b=2),
    lambda: h(1),
    lambda: h(x=1),
    lambda: f(*3),
    lambda: f(**[1]),
    lambda: (3)(1),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
# expect: f() missing 1 required positional argument: 'a'
# expect: f() missing 1 required keyword-only argument: 'c'
# expect: f() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
# expect: f() got an unexpected keyword argument 'd'
# expect: f() got multiple values for argument 'a'
# expect: g() got some positional-only arguments passed as keyword arguments: 'b'
# expect: g() got some positional-only arguments passed as keyword arguments: 'a, b'
# expect: h() takes 0 positional arguments but 1 was given
# expect: h() got an unexpected keyword argument 'x'
# expect: __main__.f() argument after * must be an iterable, not int
# expect: __main__.f() argument after ** must be a mapping, not list
# expect: 'int' object is not callable
