# Recorded from CPython 3.11.7.
# Calls that get a frame without native recursion: constructors with names, methods of super with *args and **kwargs,
# setters, comparisons of one class, keys of sort; and what is wrong with them.


class Base:
    count = 0

    def __init__(self, name, *rest, option=1, **kw):
        self.name, self.rest, self.option, self.kw = name, rest, option, kw
        Base.count += 1

    def hello(self, greeting="hi", *more, **kw):
        return greeting, self.name, more, sorted(kw.items())


class Derived(Base):
    def __init__(self, name, extra=2):
        super().__init__(name, extra, option=extra, more=3)
        self.extra = extra

    def hello(self, *a, **k):
        return super().hello(*a, **k)


d = Derived("n", extra=5)
print(d.name, d.rest, d.option, d.kw, d.extra, Base.count)
print(Derived(extra=1, name="m").hello("yo", 1, 2, x=3, a=4))
print(Derived("m").hello(greeting="named"), Base("b", 1, 2, option=3).rest)
for wrong in (lambda: Derived(), lambda: Derived("a", 1, 2), lambda: Derived("a", name="b"), lambda: Derived("a", no=1),
              lambda: Base(), lambda: d.hello(1, greeting=2), lambda: d.hello(*5), lambda: d.hello(**5)):
    try:
        wrong()
        print("no error")
    except TypeError as error:
        print(error)


class Returns:
    def __init__(self, a, b=1):
        return a


class Yields:
    def __init__(self, a, b=1):
        yield a


for wrong in (lambda: Returns(5, b=2), lambda: Yields(5, b=2)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(Returns(None, b=1).__class__.__name__)


def f(a, b, c=3, d=4):
    return a, b, c, d


def g(a, /, b, c=3, *, k=5):
    return a, b, c, k


print(f(1, b=2), f(b=1, a=2), f(1, 2, d=9), f(d=1, c=2, b=3, a=4), f(*(1,), **{"b": 2}), g(1, c=2, b=4), g(1, 2, k=1))
for wrong in (lambda: f(1, a=2), lambda: f(1), lambda: f(1, b=2, e=3), lambda: f(1, d=3), lambda: g(a=1, b=2),
              lambda: f(1, 2, 3, 4, d=5), lambda: f(1, 2, 3, 4, 5)):
    try:
        wrong()
    except TypeError as error:
        print(error)


# A counter among the attributes of a class, seen by instances, subclasses and methods.
class Counter:
    total = 0
    label = "a"

    def bump(self):
        Counter.total += 1
        return self.total


class Sub(Counter):
    pass


c, s = Counter(), Sub()
print([c.bump() for _ in range(40)][-1], s.total, Sub.total, Counter.total)
for i in range(60):
    Counter.label = "x" * (i % 3)
    assert s.label == c.label == Sub.label == "x" * (i % 3)
Sub.total = -1
Counter.total += 1
print(s.total, c.total, Sub.total)
del Sub.total
print(s.total)
Counter.total = property(lambda self: "property")
print(s.total, c.total)
Counter.total = 7
print(s.total, c.total)
Counter.label = lambda self: "method"
print(s.label(), c.label())
del Counter.label
print(hasattr(s, "label"), hasattr(Counter, "label"))


class Box:
    __slots__ = ("_v", "log")

    def __init__(self, v):
        self._v = v
        self.log = []

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, new):
        if new < 0:
            raise ValueError("negative")
        self.log.append(new)
        self._v = new

    def __lt__(self, other):
        if isinstance(other, Box):
            return self._v < other._v
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented if self._v == 99 else self._v == other._v


b = Box(1)
for i in range(3):
    b.v = i
    b.v += 10
print(b.v, b.log, getattr(b, "_v", None), getattr(b, "missing", "default"))
try:
    b.v = -1
except ValueError as error:
    print(error, b.v)
x, y = Box(1), Box(2)
print(x < y, y < x, x > y, x == y, x != y, Box(1) == Box(1), Box(99) == Box(99), bool(x) if x < y else None)
for wrong in (lambda: x < 5, lambda: x <= y, lambda: sorted([x, 5])):
    try:
        wrong()
    except TypeError as error:
        print(error)
print([box.v for box in sorted(Box(n * 7 % 5) for n in range(5))])
print(sorted([3, 1, 2], key=lambda n: -n), sorted("bca", key=lambda n: (n == "b", n)))
try:
    sorted([1, 2, 0], key=lambda n: 1 / n)
except ZeroDivisionError as error:
    print(error)
# expect: n (5,) 5 {'more': 3} 5 1
# expect: ('yo', 'm', (1, 2), [('a', 4), ('x', 3)])
# expect: ('named', 'm', (), []) (1, 2)
# expect: Derived.__init__() missing 1 required positional argument: 'name'
# expect: Derived.__init__() takes from 2 to 3 positional arguments but 4 were given
# expect: Derived.__init__() got multiple values for argument 'name'
# expect: Derived.__init__() got an unexpected keyword argument 'no'
# expect: Base.__init__() missing 1 required positional argument: 'name'
# expect: Base.hello() got multiple values for argument 'greeting'
# expect: __main__.Derived.hello() argument after * must be an iterable, not int
# expect: __main__.Derived.hello() argument after ** must be a mapping, not int
# expect: __init__() should return None, not 'int'
# expect: __init__() should return None, not 'generator'
# expect: Returns
# expect: (1, 2, 3, 4) (2, 1, 3, 4) (1, 2, 3, 9) (4, 3, 2, 1) (1, 2, 3, 4) (1, 4, 2, 5) (1, 2, 3, 1)
# expect: f() got multiple values for argument 'a'
# expect: f() missing 1 required positional argument: 'b'
# expect: f() got an unexpected keyword argument 'e'
# expect: f() missing 1 required positional argument: 'b'
# expect: g() got some positional-only arguments passed as keyword arguments: 'a'
# expect: f() got multiple values for argument 'd'
# expect: f() takes from 2 to 4 positional arguments but 5 were given
# expect: 40 40 40 40
# expect: -1 41 -1
# expect: 41
# expect: property property
# expect: 7 7
# expect: method method
# expect: False False
# expect: 12 [0, 10, 1, 11, 2, 12] 12 default
# expect: negative 12
# expect: True False False False True True False True
# expect: '<' not supported between instances of 'Box' and 'int'
# expect: '<=' not supported between instances of 'Box' and 'Box'
# expect: '<' not supported between instances of 'int' and 'Box'
# expect: [0, 1, 2, 3, 4]
# expect: [3, 2, 1] ['a', 'c', 'b']
# expect: division by zero
