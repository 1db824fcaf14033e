# Recorded from CPython 3.11.7.
# Union, Optional, Literal, Annotated, Callable and the containers: what they keep, how they compare and are written.
import collections.abc
import pickle
from typing import *

print(List[int], Dict["Node", int], Tuple[int, ...], Tuple[()], Callable[[int, str], None], Callable[..., int])
print(List["Node"].__args__, List[int] is List[int], hash(Dict[str, int]) == hash(Dict[str, int]))
print(Union[int, None], Union[int, str, int], Union[int], Union[Union[int, str], bytes], Optional["Node"])
print(Union[int, str] == int | str, Union[int, str] == Union[str, int], List[int] | None, isinstance(1, Union[int, str]))
print(Literal[1, 1, "a", Literal[None]], Literal[1] == Literal[True], Annotated[Annotated[int, 1], "x"])
print(ClassVar[int], Final[str], Type[int], Required[int], NotRequired[int], TypeGuard[int], Never, Self, Any)
for form in (List[int], Callable[[int], str], Literal["a"], Annotated[int, 3], Optional[int], Dict, ClassVar[int], list[int],
             collections.abc.Callable[[int], str], int | None):
    print(get_origin(form), get_args(form), pickle.loads(pickle.dumps(form)) == form)
for attempt in ("List[int, str]", "List[int][str]", "Union[()]", "Optional[int, str]", "Callable[int]", "ClassVar[ClassVar[int]]",
                "Never[int]", "Any()", "List()", "isinstance([], List[int])", "Dict[int]", "Annotated[int]", "Literal[1]()",
                "Generic[int]", "Generic[()]", "TypeVar('T', int)", "TypeVar('T', covariant=True, contravariant=True)",
                "List[ClassVar]", "List['a b']", "List[1, ]", "Tuple[(1, 2)]", "get_type_hints(1)"):
    try:
        print(attempt, "->", eval(attempt))
    except (TypeError, SyntaxError, ValueError) as error:
        print(attempt, "->", type(error).__name__, error)
# expect: typing.List[int] typing.Dict[ForwardRef('Node'), int] typing.Tuple[int, ...] typing.Tuple[()] typing.Callable[[int, str], NoneType] typing.Callable[..., int]
# expect: (ForwardRef('Node'),) True True
# expect: typing.Optional[int] typing.Union[int, str] <class 'int'> typing.Union[int, str, bytes] typing.Optional[ForwardRef('Node')]
# expect: True True typing.Optional[typing.List[int]] True
# expect: typing.Literal[1, 'a', None] False typing.Annotated[int, 1, 'x']
# expect: typing.ClassVar[int] typing.Final[str] typing.Type[int] typing.Required[int] typing.NotRequired[int] typing.TypeGuard[int] typing.Never typing.Self typing.Any
# expect: <class 'list'> (<class 'int'>,) True
# expect: <class 'collections.abc.Callable'> ([<class 'int'>], <class 'str'>) True
# expect: typing.Literal ('a',) True
# expect: <class 'typing.Annotated'> (<class 'int'>, 3) True
# expect: typing.Union (<class 'int'>, <class 'NoneType'>) True
# expect: <class 'dict'> () True
# expect: typing.ClassVar (<class 'int'>,) True
# expect: <class 'list'> (<class 'int'>,) True
# expect: <class 'collections.abc.Callable'> ([<class 'int'>], <class 'str'>) True
# expect: <class 'types.UnionType'> (<class 'int'>, <class 'NoneType'>) True
# expect: List[int, str] -> TypeError Too many arguments for typing.List; actual 2, expected 1
# expect: List[int][str] -> TypeError typing.List[int] is not a generic class
# expect: Union[()] -> TypeError Cannot take a Union of no types.
# expect: Optional[int, str] -> TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
# expect: Callable[int] -> TypeError Callable must be used as Callable[[arg, ...], result].
# expect: ClassVar[ClassVar[int]] -> TypeError typing.ClassVar[int] is not valid as type argument
# expect: Never[int] -> TypeError typing.Never is not subscriptable
# expect: Any() -> TypeError Any cannot be instantiated
# expect: List() -> TypeError Type List cannot be instantiated; use list() instead
# expect: isinstance([], List[int]) -> TypeError Subscripted generics cannot be used with class and instance checks
# expect: Dict[int] -> TypeError Too few arguments for typing.Dict; actual 1, expected 2
# expect: Annotated[int] -> TypeError Annotated[...] should be used with at least two arguments (a type and an annotation).
# expect: Literal[1]() -> TypeError Cannot instantiate typing.Literal
# expect: Generic[int] -> TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
# expect: Generic[()] -> TypeError Parameter list to Generic[...] cannot be empty
# expect: TypeVar('T', int) -> TypeError A single constraint is not allowed
# expect: TypeVar('T', covariant=True, contravariant=True) -> ValueError Bivariant types are not supported.
# expect: List[ClassVar] -> TypeError Plain typing.ClassVar is not valid as type argument
# expect: List['a b'] -> SyntaxError Forward reference must be an expression -- got 'a b'
# expect: List[1, ] -> typing.List[1]
# expect: Tuple[(1, 2)] -> typing.Tuple[1, 2]
# expect: get_type_hints(1) -> TypeError 1 is not a module, class, method, or function.
