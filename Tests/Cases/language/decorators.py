# Recorded from CPython 3.11.7.
import functools


def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        result = f(*args, **kwargs)
        print(f"{f.__name__}{args} -> {result}")
        return result

    return wrapper


def times(n):
    def decorate(f):
        def wrapper(x):
            for _ in range(n):
                x = f(x)
            return x

        return wrapper

    return decorate


@trace
@times(3)
def double(x):
    return 2 * x


@trace
def add(a, b=1):
    "Adds."
    return a + b


double(5)
add(1, b=2)
print(add.__name__, add.__doc__)


def register(cls):
    cls.tag = cls.__name__.lower()
    return cls


@register
class Thing:
    pass


print(Thing.tag)


@(lambda f: f())
def seven():
    return 7


print(seven)
# expect: wrapper(5,) -> 40
# expect: add(1,) -> 3
# expect: add Adds.
# expect: thing
# expect: 7
