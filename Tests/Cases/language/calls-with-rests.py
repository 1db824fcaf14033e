# Recorded from CPython 3.11.7.
# Calls of functions with *args and **kwargs in all combinations: places, defaults, errors, what is kept alive.
import itertools
import weakref


def f1(*args):
    return args


def f2(**options):
    return options


def f3(a, b=2, *args, c=3, **options):
    return a, b, args, c, options


def f4(a, /, b, *args, c, d=4, **options):
    return a, b, args, c, d, options


def f5(a, b=1, /, *, c=3, **options):
    return a, b, c, options


def f6(*args, c=3, d):
    return args, c, d


def f7(a, *args):
    yield a, args


async def f8(a, **options):
    return a, options


def f9(a=1, b=2, /, **options):
    first = 10
    a, b = b, a
    return a, b, options, first


positionals = [(), (1,), (1, 2), (1, 2, 3, 4), tuple(range(12))]
keywords = [{}, {"a": 1}, {"b": 5}, {"c": 6}, {"c": 6, "d": 7}, {"x": 8}, {"x": 8, "a": 9, "y": 10, "b": 3}, {"d": 1, "c": 2, "z": 3}]
for f in (f1, f2, f3, f4, f5, f6, f9):
    for args, options in itertools.product(positionals, keywords):
        try:
            print(f.__name__, f(*args, **options))
        except TypeError as error:
            print(f.__name__, error)
print(f1(), f1(1), f1(1, 2), f1(*"abc", 1), f2(x=1), f2(x=1, y=2), f3(1), f3(1, c=2), f3(1, x=2), f3(1, 2, 3, 4, x=5, c=6))
print(f4(1, 2, c=3), f4(1, 2, 3, c=4, a=5), f4(1, b=2, c=3, e=4), f5(1, a=2, b=3, c=4), f6(d=1), f6(1, 2, d=3, c=4))
print(list(f7(1)), list(f7(1, 2, 3)), f9(), f9(5), f9(a=5), f9(5, 6, a=7))
for wrong in (lambda: f1(x=1), lambda: f2(1), lambda: f3(), lambda: f3(1, a=2), lambda: f3(1, 2, b=3), lambda: f4(1, c=2),
              lambda: f4(a=1, b=2, c=3), lambda: f6(1), lambda: f6(d=1, e=2), lambda: f3(b=1), lambda: f4(1, 2, 3)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
try:
    f8(1, x=2).send(None)
except StopIteration as stop:
    print(stop.value)


class Thing:
    def __init__(self, *args, **options):
        self.args, self.options = args, options

    def __call__(self, *args, **options):
        return self.args + args, {**self.options, **options}

    def method(self, first, *rest, key=None, **others):
        return first, rest, key, others

    @classmethod
    def made(cls, *args, **options):
        return cls(*args, **options)


t = Thing(1, 2, x=3)
print(t.args, t.options, t(4, y=5), t.method(1), t.method(1, 2, key=3, other=4), Thing.made(*"ab", c=1)(), Thing()())


def keep(*args, **options):
    return [weakref.ref(value) for value in args + tuple(options.values())]


refs = keep(Thing(), Thing(), a=Thing(), b=Thing())
print([r() for r in refs])


def deep(n, *args, **options):
    return deep(n - 1, n, *args[:3], last=n, **{"k%d" % (n % 3): n}) if n else (args, sorted(options.items()))


print(deep(200))
names = {"".join(["k", "ey"]): 1, "".join(["fir", "st"]): 2}
print(t.method(**names), f2(**names))
# expect: f1 ()
# expect: f1 f1() got an unexpected keyword argument 'a'
# expect: f1 f1() got an unexpected keyword argument 'b'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'd'
# expect: f1 (1,)
# expect: f1 f1() got an unexpected keyword argument 'a'
# expect: f1 f1() got an unexpected keyword argument 'b'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'd'
# expect: f1 (1, 2)
# expect: f1 f1() got an unexpected keyword argument 'a'
# expect: f1 f1() got an unexpected keyword argument 'b'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'd'
# expect: f1 (1, 2, 3, 4)
# expect: f1 f1() got an unexpected keyword argument 'a'
# expect: f1 f1() got an unexpected keyword argument 'b'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'd'
# expect: f1 (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
# expect: f1 f1() got an unexpected keyword argument 'a'
# expect: f1 f1() got an unexpected keyword argument 'b'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'c'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'x'
# expect: f1 f1() got an unexpected keyword argument 'd'
# expect: f2 {}
# expect: f2 {'a': 1}
# expect: f2 {'b': 5}
# expect: f2 {'c': 6}
# expect: f2 {'c': 6, 'd': 7}
# expect: f2 {'x': 8}
# expect: f2 {'x': 8, 'a': 9, 'y': 10, 'b': 3}
# expect: f2 {'d': 1, 'c': 2, 'z': 3}
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 1 was given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 2 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 4 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f2 f2() takes 0 positional arguments but 12 were given
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 (1, 2, (), 3, {})
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 (9, 3, (), 3, {'x': 8, 'y': 10})
# expect: f3 f3() missing 1 required positional argument: 'a'
# expect: f3 (1, 2, (), 3, {})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 (1, 5, (), 3, {})
# expect: f3 (1, 2, (), 6, {})
# expect: f3 (1, 2, (), 6, {'d': 7})
# expect: f3 (1, 2, (), 3, {'x': 8})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 (1, 2, (), 2, {'d': 1, 'z': 3})
# expect: f3 (1, 2, (), 3, {})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 f3() got multiple values for argument 'b'
# expect: f3 (1, 2, (), 6, {})
# expect: f3 (1, 2, (), 6, {'d': 7})
# expect: f3 (1, 2, (), 3, {'x': 8})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 (1, 2, (), 2, {'d': 1, 'z': 3})
# expect: f3 (1, 2, (3, 4), 3, {})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 f3() got multiple values for argument 'b'
# expect: f3 (1, 2, (3, 4), 6, {})
# expect: f3 (1, 2, (3, 4), 6, {'d': 7})
# expect: f3 (1, 2, (3, 4), 3, {'x': 8})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 (1, 2, (3, 4), 2, {'d': 1, 'z': 3})
# expect: f3 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 3, {})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 f3() got multiple values for argument 'b'
# expect: f3 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, {})
# expect: f3 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, {'d': 7})
# expect: f3 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 3, {'x': 8})
# expect: f3 f3() got multiple values for argument 'a'
# expect: f3 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 2, {'d': 1, 'z': 3})
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 1 required positional argument: 'a'
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 1 required positional argument: 'a'
# expect: f4 f4() missing 2 required positional arguments: 'a' and 'b'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() missing 1 required positional argument: 'b'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (1, 2, (), 6, 4, {})
# expect: f4 (1, 2, (), 6, 7, {})
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (1, 2, (), 2, 1, {'z': 3})
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (1, 2, (3, 4), 6, 4, {})
# expect: f4 (1, 2, (3, 4), 6, 7, {})
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (1, 2, (3, 4), 2, 1, {'z': 3})
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, 4, {})
# expect: f4 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, 7, {})
# expect: f4 f4() missing 1 required keyword-only argument: 'c'
# expect: f4 f4() got multiple values for argument 'b'
# expect: f4 (0, 1, (2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 2, 1, {'z': 3})
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 f5() missing 1 required positional argument: 'a'
# expect: f5 (1, 1, 3, {})
# expect: f5 (1, 1, 3, {'a': 1})
# expect: f5 (1, 1, 3, {'b': 5})
# expect: f5 (1, 1, 6, {})
# expect: f5 (1, 1, 6, {'d': 7})
# expect: f5 (1, 1, 3, {'x': 8})
# expect: f5 (1, 1, 3, {'x': 8, 'a': 9, 'y': 10, 'b': 3})
# expect: f5 (1, 1, 2, {'d': 1, 'z': 3})
# expect: f5 (1, 2, 3, {})
# expect: f5 (1, 2, 3, {'a': 1})
# expect: f5 (1, 2, 3, {'b': 5})
# expect: f5 (1, 2, 6, {})
# expect: f5 (1, 2, 6, {'d': 7})
# expect: f5 (1, 2, 3, {'x': 8})
# expect: f5 (1, 2, 3, {'x': 8, 'a': 9, 'y': 10, 'b': 3})
# expect: f5 (1, 2, 2, {'d': 1, 'z': 3})
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 positional arguments (and 1 keyword-only argument) were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 positional arguments (and 1 keyword-only argument) were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 were given
# expect: f5 f5() takes from 1 to 2 positional arguments but 12 positional arguments (and 1 keyword-only argument) were given
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 f6() got an unexpected keyword argument 'a'
# expect: f6 f6() got an unexpected keyword argument 'b'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 ((), 6, 7)
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'z'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 f6() got an unexpected keyword argument 'a'
# expect: f6 f6() got an unexpected keyword argument 'b'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 ((1,), 6, 7)
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'z'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 f6() got an unexpected keyword argument 'a'
# expect: f6 f6() got an unexpected keyword argument 'b'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 ((1, 2), 6, 7)
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'z'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 f6() got an unexpected keyword argument 'a'
# expect: f6 f6() got an unexpected keyword argument 'b'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 ((1, 2, 3, 4), 6, 7)
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'z'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 f6() got an unexpected keyword argument 'a'
# expect: f6 f6() got an unexpected keyword argument 'b'
# expect: f6 f6() missing 1 required keyword-only argument: 'd'
# expect: f6 ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), 6, 7)
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'x'
# expect: f6 f6() got an unexpected keyword argument 'z'
# expect: f9 (2, 1, {}, 10)
# expect: f9 (2, 1, {'a': 1}, 10)
# expect: f9 (2, 1, {'b': 5}, 10)
# expect: f9 (2, 1, {'c': 6}, 10)
# expect: f9 (2, 1, {'c': 6, 'd': 7}, 10)
# expect: f9 (2, 1, {'x': 8}, 10)
# expect: f9 (2, 1, {'x': 8, 'a': 9, 'y': 10, 'b': 3}, 10)
# expect: f9 (2, 1, {'d': 1, 'c': 2, 'z': 3}, 10)
# expect: f9 (2, 1, {}, 10)
# expect: f9 (2, 1, {'a': 1}, 10)
# expect: f9 (2, 1, {'b': 5}, 10)
# expect: f9 (2, 1, {'c': 6}, 10)
# expect: f9 (2, 1, {'c': 6, 'd': 7}, 10)
# expect: f9 (2, 1, {'x': 8}, 10)
# expect: f9 (2, 1, {'x': 8, 'a': 9, 'y': 10, 'b': 3}, 10)
# expect: f9 (2, 1, {'d': 1, 'c': 2, 'z': 3}, 10)
# expect: f9 (2, 1, {}, 10)
# expect: f9 (2, 1, {'a': 1}, 10)
# expect: f9 (2, 1, {'b': 5}, 10)
# expect: f9 (2, 1, {'c': 6}, 10)
# expect: f9 (2, 1, {'c': 6, 'd': 7}, 10)
# expect: f9 (2, 1, {'x': 8}, 10)
# expect: f9 (2, 1, {'x': 8, 'a': 9, 'y': 10, 'b': 3}, 10)
# expect: f9 (2, 1, {'d': 1, 'c': 2, 'z': 3}, 10)
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 4 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: f9 f9() takes from 0 to 2 positional arguments but 12 were given
# expect: () (1,) (1, 2) ('a', 'b', 'c', 1) {'x': 1} {'x': 1, 'y': 2} (1, 2, (), 3, {}) (1, 2, (), 2, {}) (1, 2, (), 3, {'x': 2}) (1, 2, (3, 4), 6, {'x': 5})
# expect: (1, 2, (), 3, 4, {}) (1, 2, (3,), 4, 4, {'a': 5}) (1, 2, (), 3, 4, {'e': 4}) (1, 1, 4, {'a': 2, 'b': 3}) ((), 3, 1) ((1, 2), 4, 3)
# expect: [(1, ())] [(1, (2, 3))] (2, 1, {}, 10) (2, 5, {}, 10) (2, 1, {'a': 5}, 10) (6, 5, {'a': 7}, 10)
# expect: f1() got an unexpected keyword argument 'x'
# expect: f2() takes 0 positional arguments but 1 was given
# expect: f3() missing 1 required positional argument: 'a'
# expect: f3() got multiple values for argument 'a'
# expect: f3() got multiple values for argument 'b'
# expect: f4() missing 1 required positional argument: 'b'
# expect: f4() missing 1 required positional argument: 'a'
# expect: f6() missing 1 required keyword-only argument: 'd'
# expect: f6() got an unexpected keyword argument 'e'
# expect: f3() missing 1 required positional argument: 'a'
# expect: f4() missing 1 required keyword-only argument: 'c'
# expect: (1, {'x': 2})
# expect: (1, 2) {'x': 3} ((1, 2, 4), {'x': 3, 'y': 5}) (1, (), None, {}) (1, (2,), 3, {'other': 4}) (('a', 'b'), {'c': 1}) ((), {})
# expect: [None, None, None, None]
# expect: ((1, 2, 3, 4), [('k1', 1), ('last', 1)])
# expect: (2, (), 1, {}) {'key': 1, 'first': 2}
