# Recorded from CPython 3.11.7.
x: int = 3
y: "str"


def f(a: int, b: list[int] = None, *args: str, c: float = 1.0) -> bool:
    z: complex = 1j
    return True


print(__annotations__)
print(f.__annotations__)


class Typed:
    a: int
    b: str = "x"


print(Typed.__annotations__, Typed.b, hasattr(Typed, "a"))
print(list[int], dict[str, list[int]], tuple[int, ...], int | None)
from typing import List, Optional, Dict, Tuple, Any, Union, Callable

print(Optional[int], List[int], Dict[str, Any], Union[int, str], Tuple[int, ...])


def g(x: Optional[List[int]] = None) -> Callable[[int], str]:
    return str


print(g()(5))
# expect: {'x': <class 'int'>, 'y': 'str'}
# expect: {'a': <class 'int'>, 'b': list[int], 'args': <class 'str'>, 'c': <class 'float'>, 'return': <class 'bool'>}
# expect: {'a': <class 'int'>, 'b': <class 'str'>} x False
# expect: list[int] dict[str, list[int]] tuple[int, ...] int | None
# expect: typing.Optional[int] typing.List[int] typing.Dict[str, typing.Any] typing.Union[int, str] typing.Tuple[int, ...]
# expect: 5
