# Recorded from CPython 3.11.7.
# Classes that Python `__new__` makes: subclasses with `__init__`, errors, keywords, other results.
import copy
import pickle


class Node:
    def __new__(cls, *args, **options):
        made = object.__new__(cls)
        made.args = args
        made.options = options
        return made

    def __repr__(self):
        return f"{type(self).__name__}{self.args}{self.options or ''}"


class Leaf(Node):
    def __new__(cls, value, /, scale=1):
        if value == 0:
            return ZERO
        if value < 0:
            return Late(value)
        return super().__new__(cls, value * scale)


print(Node(), Node(1, 2), Node(*[3, 4], x=5), Node(x=1), Node(**{"y": 2}), Node(1, *(2,), z=3))
ZERO = Node(0)
Late = Node
print(Leaf(3), Leaf(3, 2), Leaf(3, scale=4), Leaf(*(3,), **{"scale": 5}), Leaf(0), Leaf(-1))
for wrong in (lambda: Leaf(), lambda: Leaf(1, 2, 3), lambda: Leaf(1, wrong=2), lambda: Leaf(*"abc"), lambda: Leaf(value=1)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Started(Leaf):
    def __init__(self, value, scale=1):
        self.started = (value, scale)


class Early(Leaf):
    def __new__(cls, *args, **options):
        return Started(*args, **options) if cls is Early else super().__new__(cls, *args, **options)


s = Leaf.__new__(Started, 5)
print(hasattr(s, "started"), Started(6, 7).started, Early(8).started)
Late = lambda value: Leaf.__new__(Started, 9)
print(Leaf(-2), Leaf(-3).started)


class Switch:
    made = None

    def __new__(cls, *args):
        return cls.made or super().__new__(cls)


class Heir(Switch):
    pass


for _ in range(3):
    print(type(Switch(1, 2)).__name__)
Switch.made = Heir()
print(type(Switch(1)).__name__)
Heir.__init__ = lambda self, *args: print("init", args)
print(type(Switch(*"ab")).__name__, type(Switch(1)).__name__)
del Heir.__init__
print(type(Switch(1)).__name__)


class Text(str):
    def __new__(cls, value="", mark=None):
        made = super().__new__(cls, value)
        made.mark = mark
        return made


class Number(int):
    def __new__(cls, value, base=10):
        return int.__new__(cls, value, base) if isinstance(value, str) else int.__new__(cls, value)


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b=None):
        return tuple.__new__(cls, (a, b))


t = Text("abc", mark=1)
print(t + "d", t.mark, Text().mark, Number("ff", 16), Number(3) + 1, Pair(1), Pair(*"xy"), Pair(b=1, a=2))
print(copy.copy(t).mark, pickle.loads(pickle.dumps(Pair(1, 2))), Text(b"raw", 5))
try:
    Text("a", mrk=1)
except TypeError as error:
    print(error)
for make in (lambda: object.__new__(), lambda: object.__new__(3), lambda: object.__new__(Node, 1).args,
             lambda: object.__new__(Plain, 1), lambda: str.__new__(Node), lambda: str.__new__(Text, b"x", "ascii"),
             lambda: int.__new__(bool), lambda: object.__new__(int), lambda: dict.__new__(dict, 1, 2, a=3)):
    class Plain:
        pass
    try:
        print(make())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Meta(type):
    def __call__(cls, *args):
        return ["called", *args]


class Own(metaclass=Meta):
    def __new__(cls, *args):
        return "new"


class Gives:
    def __new__(cls, n):
        yield from range(n)


class Recurses:
    def __new__(cls):
        return cls()


print(Own(1), Own(*(2, 3)), list(Gives(3)), list(Gives(*[2])))
try:
    Recurses()
except RecursionError as error:
    print(type(error).__name__)


class Replaced:
    def __new__(cls):
        Replaced.__new__ = lambda cls: 3
        junk = [bytes(100) for _ in range(100)]
        cls = None
        return len(junk)


print(Replaced(), Replaced())
# expect: Node() Node(1, 2) Node(3, 4){'x': 5} Node(){'x': 1} Node(){'y': 2} Node(1, 2){'z': 3}
# expect: Leaf(3,) Leaf(6,) Leaf(12,) Leaf(15,) Node(0,) Node(-1,)
# expect: Leaf.__new__() missing 1 required positional argument: 'value'
# expect: Leaf.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: Leaf.__new__() got an unexpected keyword argument 'wrong'
# expect: Leaf.__new__() takes from 2 to 3 positional arguments but 4 were given
# expect: Leaf.__new__() got some positional-only arguments passed as keyword arguments: 'value'
# expect: False (6, 7) (8, 1)
# expect: Started(9,) (-3, 1)
# expect: Switch
# expect: Switch
# expect: Switch
# expect: Heir
# expect: init ('a', 'b')
# expect: init (1,)
# expect: Heir Heir
# expect: Heir
# expect: abcd 1 None 255 4 (1, None) ('x', 'y') (2, 1)
# expect: 1 ((1, 2), None) b'raw'
# expect: Text.__new__() got an unexpected keyword argument 'mrk'
# expect: TypeError object.__new__(): not enough arguments
# expect: TypeError object.__new__(X): X is not a type object (int)
# expect: TypeError object.__new__() takes exactly one argument (the type to instantiate)
# expect: TypeError Plain() takes no arguments
# expect: TypeError str.__new__(Node): Node is not a subtype of str
# expect: x
# expect: TypeError int.__new__(bool) is not safe, use bool.__new__()
# expect: TypeError object.__new__(int) is not safe, use int.__new__()
# expect: {}
# expect: ['called', 1] ['called', 2, 3] [0, 1, 2] [0, 1]
# expect: RecursionError
# expect: 100 3
