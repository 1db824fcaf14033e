"""Support for type hints: they are kept, not checked."""
import sys as _sys
import collections as _collections
import _collections_abc as _abc
import _typing_core as _core
from _typing_core import (
    ForwardRef, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple,
    _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType, _ConcatenateGenericAlias, _Final,
    _GenericAlias, _LiteralGenericAlias, _SpecialForm, _SpecialGenericAlias, _TupleType, _UnionGenericAlias,
    _UnpackGenericAlias, _alias_from_syntax, _caller, _check_generic, _collect_parameters, _deduplicate, _eval_type,
    _forget, _from_syntax, _generic_over, _is_dunder, _is_param_expr, _is_typevar_like, _is_unpacked_typevartuple,
    _tp_cache, _type_check, _type_convert, _type_repr, _unpack_args,
)
from _typing_classes import (
    Annotated, Any, Generic, NamedTuple, NamedTupleMeta, NewType, Protocol, TypedDict, runtime_checkable, _AnyMeta,
    _NamedTuple, _ProtocolMeta, _TypedDict, _TypedDictMeta, _generic_class_getitem, _get_protocol_attrs,
    _no_init_or_replace_init, _prohibited, _special,
)

__all__ = [
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container",
    "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView",
    "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView", "Awaitable", "AsyncIterator",
    "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs",
    "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound", "ChainMap",
    "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple", "TypedDict",
    "Generator", "BinaryIO", "IO", "Match", "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast",
    "clear_overloads", "dataclass_transform", "final", "get_args", "get_origin", "get_overloads", "get_type_hints",
    "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoReturn",
    "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type",
    "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeAliasType", "TypeGuard", "Unpack",
]
TYPE_CHECKING = False
EXCLUDED_ATTRIBUTES = list(_sys.modules["_typing_classes"]._not_members)
_ASSERT_NEVER_REPR_MAX_LENGTH = 100
_cleanups = [_forget]
_collect_type_vars = _collect_parameters

Union = _SpecialForm(_core._union, "Union", "Union[X, Y]: either of the types.")
Optional = _SpecialForm(_core._optional, "Optional", "Optional[X]: the type or None.")
Literal = _SpecialForm(_core._literal, "Literal", "Literal[1, 'a']: one of these values.")
ClassVar = _SpecialForm(_core._one, "ClassVar", "An attribute of the class, not of its instances.")
Final = _SpecialForm(_core._one, "Final", "A name that is not assigned again.")
Concatenate = _SpecialForm(_core._concatenate, "Concatenate", "Parameters in front of those of a ParamSpec.")
TypeGuard = _SpecialForm(_core._one, "TypeGuard", "The result of a function that tells the type of its argument.")
Required = _SpecialForm(_core._one_special, "Required", "A key that a TypedDict must have.")
NotRequired = _SpecialForm(_core._one_special, "NotRequired", "A key that a TypedDict may lack.")
Unpack = _SpecialForm(_core._unpack, "Unpack", "The items of a tuple of types: Unpack[Ts] is *Ts.")
NoReturn = _SpecialForm(_core._refuse, "NoReturn", "The result of a function that never returns.", True)
Never = _SpecialForm(_core._refuse, "Never", "The type that has no values.", True)
Self = _SpecialForm(_core._refuse, "Self", "The class that the annotation stands in.", True)
LiteralString = _SpecialForm(_core._refuse, "LiteralString", "A string that is written in the program.", True)
TypeAlias = _SpecialForm(_core._refuse, "TypeAlias", "Marks an assignment as a name for a type.", True)

# The container classes, each with the number of its arguments.
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Callable = _CallableType(_abc.Callable, 2)
for _origin, _name, _count in (
    (list, "List", 1), (dict, "Dict", 2), (set, "Set", 1), (frozenset, "FrozenSet", 1), (type, "Type", 1),
):
    globals()[_name] = _SpecialGenericAlias(_origin, _count, inst=False, name=_name)
for _origin, _name, _count in (
    (_collections.deque, "Deque", 1), (_collections.defaultdict, "DefaultDict", 2),
    (_collections.OrderedDict, "OrderedDict", 2), (_collections.Counter, "Counter", 1),
    (_collections.ChainMap, "ChainMap", 2), (_abc.Set, "AbstractSet", 1),
):
    globals()[_name] = _SpecialGenericAlias(_origin, _count, name=_name)
for _name, _count in (
    ("Hashable", 0), ("Sized", 0), ("ByteString", 0), ("Awaitable", 1), ("AsyncIterable", 1), ("AsyncIterator", 1),
    ("Iterable", 1), ("Iterator", 1), ("Reversible", 1), ("Container", 1), ("Collection", 1), ("MutableSet", 1),
    ("Sequence", 1), ("MutableSequence", 1), ("MappingView", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1),
    ("Mapping", 2), ("MutableMapping", 2), ("AsyncGenerator", 2), ("Coroutine", 3), ("Generator", 3),
):
    globals()[_name] = _SpecialGenericAlias(getattr(_abc, _name), _count)
del _origin, _name, _count

Text = str
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
CT_co = TypeVar("CT_co", covariant=True, bound=type)
AnyStr = TypeVar("AnyStr", bytes, str)


def __getattr__(name):
    """Makes what needs other modules when it is first asked for."""
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        made = _SpecialGenericAlias(getattr(contextlib, "Abstract" + name), 1, name=name)
    elif name in ("Pattern", "Match"):
        import re
        made = _SpecialGenericAlias(getattr(re, name), 1)
    elif name in ("IO", "TextIO", "BinaryIO") or name.startswith("Supports"):
        import _typing_protocols as protocols
        try:
            made = getattr(protocols, name)
        except AttributeError:
            raise AttributeError(f"module 'typing' has no attribute {name!r}") from None
        if isinstance(made, type) and issubclass(made, protocols.IO):
            protocols.IO.__parameters__ = (AnyStr,)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


# Looking at types

def _module_names(name):
    return getattr(_sys.modules.get(name), "__dict__", {})


def _looked_up(hints, globalns, localns, is_argument, is_class=False):
    """Hints by name, their strings replaced by the types that they name."""
    found = {}
    for name, value in hints.items():
        if value is None:
            value = type(None)
        elif isinstance(value, str):
            value = ForwardRef(value, is_argument=is_argument, is_class=is_class)
        found[name] = _eval_type(value, globalns, localns)
    return found


# The types of callables that may lack annotations.
_CALLABLES = ("function", "builtin_function_or_method", "method", "wrapper_descriptor", "method-wrapper", "method_descriptor")


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        notes = base.__dict__.get("__annotations__", {})
        if not isinstance(notes, dict) and not hasattr(notes, "items"):
            continue
        outer = _module_names(base.__module__) if globalns is None else globalns
        inner = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            outer, inner = inner, outer         # names of the module go before those of the class
        hints.update(_looked_up(notes, outer, inner, False, True))
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module, method or function, with strings looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        is_module = isinstance(obj, type(_sys))
        if globalns is None:
            if is_module:
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
        if localns is None:
            localns = globalns
        notes = getattr(obj, "__annotations__", None)
        if notes is None:
            if is_module or callable(obj) and type(obj).__name__ in _CALLABLES:
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        hints = _looked_up(notes, globalns, localns, not is_module)
    return hints if include_extras else {name: _strip_annotations(kind) for name, kind in hints.items()}


def _strip_annotations(t):
    """A type without the notes of Annotated and without Required and NotRequired."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if not isinstance(t, (_GenericAlias, _core._Native, _core._NativeUnion)):
        return t
    if getattr(t, "__origin__", None) in (Required, NotRequired):
        return _strip_annotations(t.__args__[0])
    args = tuple([_strip_annotations(arg) for arg in t.__args__])
    if args == t.__args__:
        return t
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    if isinstance(t, _core._Native):
        return _core._Native(t.__origin__, args)
    joined = args[0]
    for other in args[1:]:
        joined = joined | other
    return joined


def get_origin(tp):
    """What stands in front of the brackets: list for List[int], Union for Union[int, str]."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _core._Native, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _core._NativeUnion):
        return _core._NativeUnion
    return None


def get_args(tp):
    """What stands in the brackets, as a tuple."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, _core._Native)):
        args = tp.__args__
        if tp.__origin__ is _abc.Callable and not (len(args) == 2 and _is_param_expr(args[0])):
            args = (list(args[:-1]), args[-1])
        return args
    if isinstance(tp, _core._NativeUnion):
        return tp.__args__
    return ()


def is_typeddict(tp):
    """Whether it is a class made by TypedDict."""
    return isinstance(tp, _TypedDictMeta)


def _get_defaults(func):
    """The default values of a function by name."""
    code = getattr(func, "__code__", None)
    if code is None:
        return {}
    names = code.co_varnames[:code.co_argcount]
    defaults = func.__defaults__ or ()
    found = dict(func.__kwdefaults__ or {})
    found.update(zip(names[len(names) - len(defaults):], defaults))
    return found


# What programs say to those who check them

def cast(typ, val):
    """The value; checkers take it for one of the type."""
    return val


def assert_type(val, typ, /):
    """The value; checkers compare its type."""
    return val


def assert_never(arg, /):
    """Is never reached: checkers see to it."""
    text = repr(arg)
    if len(text) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        text = text[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {text}")


def reveal_type(obj, /):
    """The object, whose type is told on stderr."""
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


def no_type_check(arg):
    """Marks a function or class: its annotations are no types."""
    if isinstance(arg, type):
        for key in dir(arg):
            member = getattr(arg, key)
            if getattr(member, "__qualname__", None) != f"{arg.__qualname__}.{getattr(member, '__name__', '')}" \
                    or getattr(member, "__module__", None) != arg.__module__:
                continue            # it is of another class
            if isinstance(member, _core._Function):
                member.__no_type_check__ = True
            elif hasattr(member, "__func__"):
                member.__func__.__no_type_check__ = True
            elif isinstance(member, type):
                no_type_check(member)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """A decorator that also does what no_type_check does."""
    from functools import wraps

    @wraps(decorator)
    def both(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return both


_overload_registry = _collections.defaultdict(lambda: _collections.defaultdict(dict))


def _overload_dummy(*args, **kwds):
    """What stands for an overloaded function until its implementation comes."""
    raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated functions outside"
                              " a stub module should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Describes one way to call the function that follows."""
    plain = getattr(func, "__func__", func)
    try:
        _overload_registry[plain.__module__][plain.__qualname__][plain.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function."""
    func = getattr(func, "__func__", func)
    of_module = _overload_registry.get(func.__module__, {})
    return list(of_module.get(func.__qualname__, {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _overload_registry.clear()


def _mark(obj, name, value):
    try:
        setattr(obj, name, value)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Marks a class that has no subclasses or a method that is not overridden."""
    return _mark(f, "__final__", True)


def override(method, /):
    """Marks a method that overrides one of a base class."""
    return _mark(method, "__override__", True)


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Marks what makes classes as dataclass does."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default, "kw_only_default": kw_only_default,
            "frozen_default": frozen_default, "field_specifiers": field_specifiers, "kwargs": kwargs,
        }
        return cls_or_fn
    return decorator
