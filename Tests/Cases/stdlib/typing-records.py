# Recorded from CPython 3.11.7.
# NamedTuple, TypedDict, NewType, get_type_hints, overload.
from __future__ import annotations
import typing
from typing import *


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 2

    def length(self):
        return self.x + self.y


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Sequel(Movie):
    number: Annotated[int, "from two on"]


class Node:
    next: Optional[Node]
    value: ClassVar[int] = 3

    def walk(self, other: Node | None = None, *rest: "int") -> List[Node]: ...


UserId = NewType("UserId", int)
print(Point(1), Point(1).length(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__mro__)
print(Movie(title="Up"), Movie.__required_keys__, sorted(Movie.__optional_keys__), Movie.__total__, Movie.__mro__)
print(sorted(Sequel.__required_keys__), sorted(Sequel.__optional_keys__), is_typeddict(Sequel), is_typeddict(dict))
print(get_type_hints(Sequel), get_type_hints(Sequel, include_extras=True)["number"])
print(get_type_hints(Node), get_type_hints(Node.walk))
print(UserId, UserId(3), UserId.__supertype__, Optional[UserId])
print(NamedTuple("Pair", [("a", int), ("b", str)])(1, "x"), TypedDict("Small", {"in": int}).__annotations__)
for attempt in ("isinstance({}, Movie)", "Point()", "NamedTuple('A', [('x', int)], y=int)", "assert_never(3)",
                "type('Bad', (UserId,), {})", "cast(str, 3)", "assert_type(3, int)", "overload(len)()"):
    try:
        print(attempt, "->", eval(attempt))
    except (TypeError, AssertionError, NotImplementedError) as error:
        print(attempt, "->", error)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x): return x * 2


@final
class Last:
    @staticmethod
    @no_type_check
    def plain(x: "no type"): ...


print(double(2), [get_type_hints(each) for each in get_overloads(double)], Last.__final__, get_type_hints(Last.plain))
print(sorted(name for name in typing.__all__ if not hasattr(typing, name)))
# expect: Point(x=1, y=2) 3 ('x', 'y') {'y': 2} {'x': ForwardRef('int'), 'y': ForwardRef('int')} (<class '__main__.Point'>, <class 'tuple'>, <class 'object'>)
# expect: {'title': 'Up'} frozenset() ['title', 'year'] False (<class '__main__.Movie'>, <class 'dict'>, <class 'object'>)
# expect: ['number'] ['title', 'year'] True False
# expect: {'title': <class 'str'>, 'year': <class 'int'>, 'number': <class 'int'>} typing.Annotated[int, 'from two on']
# expect: {'next': typing.Optional[__main__.Node], 'value': typing.ClassVar[int]} {'other': __main__.Node | None, 'rest': <class 'int'>, 'return': typing.List[__main__.Node]}
# expect: __main__.UserId 3 <class 'int'> typing.Optional[__main__.UserId]
# expect: Pair(a=1, b='x') {'in': <class 'int'>}
# expect: isinstance({}, Movie) -> TypedDict does not support instance and class checks
# expect: Point() -> Point.__new__() missing 1 required positional argument: 'x'
# expect: NamedTuple('A', [('x', int)], y=int) -> Either list of fields or keywords can be provided to NamedTuple, not both
# expect: assert_never(3) -> Expected code to be unreachable, but got: 3
# expect: type('Bad', (UserId,), {}) -> type() doesn't support MRO entry resolution; use types.new_class()
# expect: cast(str, 3) -> 3
# expect: assert_type(3, int) -> 3
# expect: overload(len)() -> You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.
# expect: 4 [{'x': <class 'int'>, 'return': <class 'int'>}, {'x': <class 'str'>, 'return': <class 'str'>}] True {}
# expect: []
