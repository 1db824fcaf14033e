# Recorded from CPython 3.11.7.
# What classes refuse and say: names, slots, super, constructors, __set_name__, __classcell__, mro(), properties.
import weakref


def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class C:
    pass


def setting(cls, name, value):
    return lambda: setattr(cls, name, value)


for case in (setting(C, "__name__", 3), setting(C, "__qualname__", 3), setting(C, "__name__", "a\0b"),
             lambda: delattr(C, "__name__"), setting(int, "__name__", "x"), setting(int, "__doc__", "x"),
             lambda: type("a\0b", (), {}), lambda: type("A", (), {"__qualname__": 1})):
    told(case)


def slots(*names, base=object):
    return lambda: type("S", (base,), {"__slots__": names}).__slots__


for case in (slots("foo bar"), slots("1"), slots("__dict__", "__dict__"), slots("__weakref__", "__weakref__"),
             slots("a", base=int), slots("a", base=tuple), slots("__dict__", base=C), slots(3), slots("a", "a")):
    told(case)
S = type("S", (), {"__slots__": ("x",)})
W = type("W", (), {"__slots__": ("__weakref__",)})
for case in (lambda: S.x.__get__(C()), lambda: S.x.__set__(C(), 1), lambda: S.x.__delete__(C()), lambda: weakref.ref(S()),
             lambda: W().__weakref__, lambda: classmethod(3, f=1), lambda: staticmethod(1, 2)):
    told(case)


@classmethod
def wrapped(cls):
    "doc"


print(wrapped.__wrapped__.__name__, wrapped.__name__, wrapped.__doc__, sorted(wrapped.__dict__))


class A:
    def m(self):
        return "A.m"


class B(A):
    def m(self):
        return self.parent.m()


B.parent = super(B)
for case in (lambda: B().m(), lambda: super(B).m, lambda: super(B, B()).__self_class__, lambda: super(int, int, int),
             lambda: super(1), lambda: super(int, "a")):
    told(case)


class Takes:
    def __init__(self, x):
        pass


class Passes:
    def __new__(cls, x):
        return object.__new__(cls, x)


for case in (lambda: object(1), lambda: C(1), lambda: Passes(1), lambda: object.__init__(C(), 1),
             lambda: object.__init__(Takes(1), 1), lambda: object.__new__(C, 1), lambda: type(object.__new__(Takes, 1)).__name__):
    told(case)


class Bad:
    def __set_name__(self, owner, name):
        1 / 0


try:
    class X:
        y = Bad()
except RuntimeError as e:
    print(e, repr(e.__cause__))


def classcell(change):
    class Meta(type):
        def __new__(meta, name, bases, namespace):
            cell = namespace.pop("__classcell__")
            change(namespace, cell)
            return type.__new__(meta, name, bases, namespace)

    class Y(metaclass=Meta):
        def f(self):
            return __class__
    return Y().f().__name__


for change in (lambda n, c: None, lambda n, c: n.__setitem__("__classcell__", c), lambda n, c: n.__setitem__("__classcell__", 3)):
    told(lambda: classcell(change))


class Ordered(type):
    def mro(cls):
        return super().mro()


class Z(metaclass=Ordered):
    pass


class Entries:
    def __mro_entries__(self, bases):
        return (object,)


class NoMapping(type):
    @classmethod
    def __prepare__(cls, *args):
        return None


def prepared():
    class X(metaclass=NoMapping):
        pass


for case in (lambda: [c.__name__ for c in Z.__mro__], lambda: type("X", (Entries(),), {}), lambda: Ordered(5), prepared):
    told(case)


class P:
    foo = property()

    @property
    def x(self):
        "getter"
        return 1


class Sub(property):
    "sub"


def getter():
    "getter doc"


for case in (lambda: P().foo, setting(P.x, "fget", 1), lambda: P.x.__set_name__(1), lambda: setattr(P.x, "__doc__", "new") or P.x.__doc__,
             lambda: property(1, 2, 3, 4, 5), lambda: property(a=1), lambda: Sub(getter).__doc__, lambda: Sub().__doc__,
             lambda: property(getter, doc="z").getter(getter).__doc__):
    told(case)


def power():
    x = None
    x **= 2


told(power)
nan = float("nan")
print(nan in [nan], [nan] == [nan], [nan].index(nan), {nan: 1}[nan], nan == nan)


class Left:
    def __ne__(self, other):
        return "base"


class Right(Left):
    def __ne__(self, other):
        return "sub"


print(Left() != Right())
# expect: TypeError can only assign string to C.__name__, not 'int'
# expect: TypeError can only assign string to C.__qualname__, not 'int'
# expect: ValueError type name must not contain null characters
# expect: TypeError cannot delete '__name__' attribute of immutable type 'C'
# expect: TypeError cannot set '__name__' attribute of immutable type 'int'
# expect: TypeError cannot set '__doc__' attribute of immutable type 'int'
# expect: ValueError type name must not contain null characters
# expect: TypeError type __qualname__ must be a str, not int
# expect: TypeError __slots__ must be identifiers
# expect: TypeError __slots__ must be identifiers
# expect: TypeError __dict__ slot disallowed: we already got one
# expect: TypeError __weakref__ slot disallowed: either we already got one, or __itemsize__ != 0
# expect: TypeError nonempty __slots__ not supported for subtype of 'int'
# expect: TypeError nonempty __slots__ not supported for subtype of 'tuple'
# expect: TypeError __dict__ slot disallowed: we already got one
# expect: TypeError __slots__ items must be strings, not 'int'
# expect: ('a', 'a')
# expect: TypeError descriptor 'x' for 'S' objects doesn't apply to a 'C' object
# expect: TypeError descriptor 'x' for 'S' objects doesn't apply to a 'C' object
# expect: TypeError descriptor 'x' for 'S' objects doesn't apply to a 'C' object
# expect: TypeError cannot create weak reference to 'S' object
# expect: None
# expect: TypeError classmethod() takes no keyword arguments
# expect: TypeError staticmethod expected 1 argument, got 2
# expect: wrapped wrapped doc ['__annotations__', '__doc__', '__module__', '__name__', '__qualname__']
# expect: A.m
# expect: AttributeError 'super' object has no attribute 'm'
# expect: <class '__main__.B'>
# expect: TypeError super() expected at most 2 arguments, got 3
# expect: TypeError super() argument 1 must be a type, not int
# expect: TypeError super(type, obj): obj must be an instance or subtype of type
# expect: TypeError object() takes no arguments
# expect: TypeError C() takes no arguments
# expect: TypeError object.__new__() takes exactly one argument (the type to instantiate)
# expect: TypeError C.__init__() takes exactly one argument (the instance to initialize)
# expect: TypeError object.__init__() takes exactly one argument (the instance to initialize)
# expect: TypeError C() takes no arguments
# expect: Takes
# expect: Error calling __set_name__ on 'Bad' instance 'y' in 'X' ZeroDivisionError('division by zero')
# expect: RuntimeError __class__ not set defining 'Y' as <class '__main__.classcell.<locals>.Y'>. Was __classcell__ propagated to type.__new__?
# expect: Y
# expect: TypeError __classcell__ must be a nonlocal cell, not <class 'int'>
# expect: ['Z', 'object']
# expect: TypeError type() doesn't support MRO entry resolution; use types.new_class()
# expect: TypeError type.__new__() takes exactly 3 arguments (1 given)
# expect: TypeError NoMapping.__prepare__() must return a mapping, not NoneType
# expect: AttributeError property 'foo' of 'P' object has no getter
# expect: AttributeError readonly attribute
# expect: TypeError __set_name__() takes 2 positional arguments but 1 were given
# expect: new
# expect: TypeError property() takes at most 4 arguments (5 given)
# expect: TypeError 'a' is an invalid keyword argument for property()
# expect: getter doc
# expect: sub
# expect: z
# expect: TypeError unsupported operand type(s) for **=: 'NoneType' and 'int'
# expect: True True 0 1 False
# expect: sub
