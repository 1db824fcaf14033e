"""Support for type hints: they are kept, not checked."""
import collections as _collections
import collections.abc as _abc

TYPE_CHECKING = False


class _Special:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, item):
        return _Alias(self, item if isinstance(item, tuple) else (item,))

    def __repr__(self):
        return "typing." + self._name

    def __call__(self, *args, **kwds):
        if self.__origin__ is not None and self._name[0].isupper() and self._name != "Any":
            return self.__origin__(*args, **kwds)
        raise TypeError("Cannot instantiate %r" % (self,))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        return (self.__origin__,) if self.__origin__ is not None else ()

    def __instancecheck__(self, obj):
        if self.__origin__ is None:
            raise TypeError("%r cannot be used with isinstance()" % (self,))
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


def _show(item):
    if item is type(None):
        return "None"
    if item is ...:
        return "..."
    if isinstance(item, type) and not hasattr(item, "__args__"):
        return item.__qualname__ if item.__module__ == "builtins" else "%s.%s" % (item.__module__, item.__qualname__)
    if isinstance(item, list):
        return "[" + ", ".join(map(_show, item)) + "]"
    return repr(item)


class _Alias:
    def __init__(self, special, args):
        self._special = special
        self.__args__ = tuple([type(None) if a is None else a for a in args])
        self.__origin__ = special.__origin__ if isinstance(special, _Special) and special.__origin__ else special

    @property
    def __parameters__(self):
        return tuple([a for a in self.__args__ if isinstance(a, TypeVar)])

    def __getitem__(self, item):
        items = list(item if isinstance(item, tuple) else (item,))
        return _Alias(self._special, tuple([items.pop(0) if isinstance(a, TypeVar) and items else a for a in self.__args__]))

    def __repr__(self):
        name = self._special
        shown = repr(name) if isinstance(name, _Special) else _show(name)
        if shown == "typing.Optional" or shown == "typing.Union" and len(self.__args__) == 2 and type(None) in self.__args__:
            others = [a for a in self.__args__ if a is not type(None)]
            return "typing.Optional[%s]" % _show(others[0])
        if shown == "typing.Callable" and len(self.__args__) == 2 and isinstance(self.__args__[0], list):
            return "typing.Callable[%s, %s]" % (_show(self.__args__[0]), _show(self.__args__[1]))
        return "%s[%s]" % (shown, ", ".join(map(_show, self.__args__)))

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._special is other._special and self.__args__ == other.__args__

    def __hash__(self):
        return hash((id(self._special), len(self.__args__)))

    def __call__(self, *args, **kwds):
        return self.__origin__(*args, **kwds)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, type):
            return (self.__origin__,)
        if self._special is _generic_special or self._special is Protocol:
            return (Generic,)
        return ()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)


class _UnionSpecial(_Special):
    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = (items,)
        flat = []
        for item in items:
            item = type(None) if item is None else item
            parts = item.__args__ if isinstance(item, _Alias) and item._special is self else (item,)
            for part in parts:
                if part not in flat:
                    flat.append(part)
        if len(flat) == 1:
            return flat[0]
        return _Alias(self, tuple(flat))

    def __instancecheck__(self, obj):
        raise TypeError("typing.Union cannot be used with isinstance()")


class _OptionalSpecial(_Special):
    def __getitem__(self, item):
        return Union[item, None]


class _AnyMeta(type):
    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)

    def __class_getitem__(cls, item):
        return cls


Union = _UnionSpecial("Union")
Optional = _OptionalSpecial("Optional")
ClassVar = _Special("ClassVar")
Final = _Special("Final")
Literal = _Special("Literal")
Annotated = _Special("Annotated")
Concatenate = _Special("Concatenate")
TypeGuard = _Special("TypeGuard")
Required = _Special("Required")
NotRequired = _Special("NotRequired")
Unpack = _Special("Unpack")
NoReturn = _Special("NoReturn")
Never = _Special("Never")
Self = _Special("Self")
LiteralString = _Special("LiteralString")
TypeAlias = _Special("TypeAlias")
List = _Special("List", list)
Dict = _Special("Dict", dict)
Set = _Special("Set", set)
FrozenSet = _Special("FrozenSet", frozenset)
Tuple = _Special("Tuple", tuple)
Type = _Special("Type", type)
DefaultDict = _Special("DefaultDict", _collections.defaultdict)
OrderedDict = _Special("OrderedDict", _collections.OrderedDict)
Counter = _Special("Counter", _collections.Counter)
ChainMap = _Special("ChainMap", _collections.ChainMap)
Deque = _Special("Deque", _collections.deque)
Callable = _Special("Callable", _abc.Callable)
Iterable = _Special("Iterable", _abc.Iterable)
Iterator = _Special("Iterator", _abc.Iterator)
Generator = _Special("Generator", _abc.Generator)
Sequence = _Special("Sequence", _abc.Sequence)
MutableSequence = _Special("MutableSequence", _abc.MutableSequence)
Mapping = _Special("Mapping", _abc.Mapping)
MutableMapping = _Special("MutableMapping", _abc.MutableMapping)
AbstractSet = _Special("AbstractSet", _abc.Set)
MutableSet = _Special("MutableSet", _abc.MutableSet)
Collection = _Special("Collection", _abc.Collection)
Container = _Special("Container", _abc.Container)
Hashable = _Special("Hashable", _abc.Hashable)
Sized = _Special("Sized", _abc.Sized)
Reversible = _Special("Reversible", _abc.Reversible)
Awaitable = _Special("Awaitable", _abc.Awaitable)
Coroutine = _Special("Coroutine", _abc.Coroutine)
AsyncIterable = _Special("AsyncIterable", _abc.AsyncIterable)
AsyncIterator = _Special("AsyncIterator", _abc.AsyncIterator)
AsyncGenerator = _Special("AsyncGenerator", _abc.AsyncGenerator)
KeysView = _Special("KeysView", _abc.KeysView)
ValuesView = _Special("ValuesView", _abc.ValuesView)
ItemsView = _Special("ItemsView", _abc.ItemsView)
ByteString = _Special("ByteString", _abc.ByteString)
ContextManager = _Special("ContextManager")
AsyncContextManager = _Special("AsyncContextManager")
Pattern = _Special("Pattern")
Match = _Special("Match")
Text = str
_generic_special = _Special("Generic")


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        return ("+" if self.__covariant__ else "-" if self.__contravariant__ else "~") + self.__name__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class Generic:
    """Base of generic classes."""

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        return _Alias(_generic_special if cls is Generic else cls, params)


class _ProtocolMeta(type):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol"):
            names = [n for n in cls.__dict__ if not n.startswith("_") or n in ("__len__", "__iter__", "__call__", "__enter__", "__exit__", "__next__", "__getitem__", "__contains__")]
            names += [n for n in cls.__dict__.get("__annotations__", {})]
            return all(hasattr(instance, n) for n in names)
        return super().__instancecheck__(instance)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of protocol classes."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__ or any(getattr(b, "__origin__", None) is Protocol for b in cls.__bases__)


def runtime_checkable(cls):
    return cls


class SupportsInt(Protocol):
    def __int__(self): ...


class SupportsFloat(Protocol):
    def __float__(self): ...


class SupportsAbs(Protocol):
    def __abs__(self): ...


class SupportsIndex(Protocol):
    def __index__(self): ...


class NamedTupleMeta(type):
    def __new__(mcls, name, bases, ns):
        if name == "NamedTuple" and not any(getattr(b, "_is_named", False) for b in bases):
            return type.__new__(mcls, name, bases, ns)
        annotations = ns.get("__annotations__", {})
        made = _collections.namedtuple(
            name, list(annotations), defaults=[ns[n] for n in annotations if n in ns], module=ns.get("__module__"))
        made.__annotations__ = dict(annotations)
        for key, value in ns.items():
            if key not in annotations and key not in ("__module__", "__qualname__", "__annotations__", "__dict__", "__weakref__", "__classcell__", "__doc__", "__slots__"):
                setattr(made, key, value)
        if ns.get("__doc__"):
            made.__doc__ = ns["__doc__"]
        return made


class NamedTuple(metaclass=NamedTupleMeta):
    """Typed version of namedtuple."""
    _is_named = True

    def __new__(cls, typename, fields=(), **kwargs):
        fields = list(fields) or list(kwargs.items())
        made = _collections.namedtuple(typename, [n for n, _ in fields])
        made.__annotations__ = dict(fields)
        return made


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        made = type.__new__(mcls, name, (dict,), dict(ns))
        annotations = {}
        for base in bases:
            annotations.update(getattr(base, "__annotations__", {}))
        annotations.update(ns.get("__annotations__", {}))
        made.__annotations__ = annotations
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)


class TypedDict(dict, metaclass=_TypedDictMeta):
    pass


def NewType(name, tp):
    def new_type(x):
        return x
    new_type.__name__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(f):
    return f


def no_type_check(arg):
    return arg


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    return obj


def assert_never(arg, /):
    raise AssertionError("Expected code to be unreachable, but got: %r" % (arg,))


def dataclass_transform(**kwargs):
    return lambda cls: cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
    else:
        hints.update(getattr(obj, "__annotations__", {}))
    space = globalns or getattr(obj, "__globals__", {})
    for name, value in hints.items():
        if isinstance(value, str):
            hints[name] = eval(value, space, localns)
        elif value is None:
            hints[name] = type(None)
    return hints


def get_origin(tp):
    if isinstance(tp, _Alias):
        return tp.__origin__
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


AnyStr = TypeVar("AnyStr", bytes, str)
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
IO = _Special("IO")
TextIO = _Special("TextIO")
BinaryIO = _Special("BinaryIO")

_GenericAlias = _SpecialGenericAlias = _Alias
_registry = {}


def get_overloads(func):
    """The overloads of a function."""
    func = getattr(func, "__func__", func)
    return list(_registry.get(func.__module__, {}).get(func.__qualname__, {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _registry.clear()
