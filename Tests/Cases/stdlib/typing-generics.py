# Recorded from CPython 3.11.7.
# Generic classes, type variables of every kind, protocols.
from typing import *

T, K = TypeVar("T"), TypeVar("K", bound=int)
P, Ts = ParamSpec("P"), TypeVarTuple("Ts")


class Box(Generic[T]):
    def __init__(self, item):
        self.item = item


class Pair(Box[T], Generic[T, K]):
    pass


class Table(Generic[*Ts]):
    pass


class Call(Generic[P, T]):
    pass


print(T, K, P, Ts, P.args, P.kwargs, TypeVar("A", covariant=True), TypeVar("B", contravariant=True))
print(Box[int], Box[T][str], Pair[int, str], Pair.__parameters__, Pair.__orig_bases__, Pair.__mro__)
print(Table[int, str], Table[()], Table[int, *Ts][str, bytes], Table[*tuple[int, ...]])
print(Call[[int, str], bytes].__args__, Call[..., T], Call[Concatenate[int, P], T][[str], int].__args__)
print(Box[int](1).__orig_class__, Box[int](2).item, Dict[str, List[T]][int], list[T][int], dict[K, list[T]].__parameters__)
for attempt in ("Box[int, str]", "Pair[int]", "Box[int][str]", "Table[*Ts, *Ts]", "Call[int, str, bytes]",
                "class_of(Generic)", "class_of(Box[T], Generic[K])", "class_of(Generic[T], Generic[K])"):
    def class_of(*bases):
        import types
        return types.new_class("Made", bases)
    try:
        print(attempt, "->", eval(attempt))
    except TypeError as error:
        print(attempt, "->", error)


@runtime_checkable
class Named(Protocol):
    name: str

    def call(self) -> str: ...


class Speaks(Protocol[T]):
    def speak(self) -> T: ...


class Dog:
    name = "Rex"

    def call(self):
        return self.name


print(isinstance(Dog(), Named), isinstance(3, Named), issubclass(int, SupportsInt), isinstance("a", SupportsIndex))
for attempt in ("Named()", "isinstance(3, Speaks)", "issubclass(Dog, Named)", "runtime_checkable(Dog)",
                "class_of(Dog, Protocol)"):
    try:
        print(attempt, "->", eval(attempt))
    except TypeError as error:
        print(attempt, "->", error)
# expect: ~T ~K ~P Ts P.args P.kwargs +A -B
# expect: __main__.Box[int] __main__.Box[str] __main__.Pair[int, str] (~T, ~K) (__main__.Box[~T], typing.Generic[~T, ~K]) (<class '__main__.Pair'>, <class '__main__.Box'>, <class 'typing.Generic'>, <class 'object'>)
# expect: __main__.Table[int, str] __main__.Table[()] __main__.Table[int, str, bytes] __main__.Table[*tuple[int, ...]]
# expect: ((<class 'int'>, <class 'str'>), <class 'bytes'>) __main__.Call[..., ~T] ((<class 'int'>, <class 'str'>), <class 'int'>)
# expect: __main__.Box[int] 2 typing.Dict[str, typing.List[int]] list[int] (~K, ~T)
# expect: Box[int, str] -> Too many arguments for <class '__main__.Box'>; actual 2, expected 1
# expect: Pair[int] -> Too few arguments for <class '__main__.Pair'>; actual 1, expected 2
# expect: Box[int][str] -> __main__.Box[int] is not a generic class
# expect: Table[*Ts, *Ts] -> __main__.Table[*Ts, *Ts]
# expect: Call[int, str, bytes] -> Too many arguments for <class '__main__.Call'>; actual 3, expected 2
# expect: class_of(Generic) -> Cannot inherit from plain Generic
# expect: class_of(Box[T], Generic[K]) -> Some type variables (~T) are not listed in Generic[~K]
# expect: class_of(Generic[T], Generic[K]) -> Cannot inherit from Generic[...] multiple times.
# expect: True False True False
# expect: Named() -> Protocols cannot be instantiated
# expect: isinstance(3, Speaks) -> Instance and class checks can only be used with @runtime_checkable protocols
# expect: issubclass(Dog, Named) -> Protocols with non-method members don't support issubclass()
# expect: runtime_checkable(Dog) -> @runtime_checkable can be only applied to protocol classes, got <class '__main__.Dog'>
# expect: class_of(Dog, Protocol) -> Protocols can only inherit from other protocols, got <class '__main__.Dog'>
