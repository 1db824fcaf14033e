"""The classes of `typing` that users inherit from, and the decorators of classes and functions."""
import sys as _sys
from abc import ABCMeta, abstractmethod
from _native_abc import check as _of_abstract
import _typing_core as _core
from _typing_core import (
    _Final, _GenericAlias, _BaseGenericAlias, _SpecialForm, _UnpackGenericAlias, _tuple, _type_check, _type_convert,
    _collect_parameters, _caller, _new_cache, _words, TypeVar, TypeVarTuple,
)

__name__ = "typing"
_subscripted = _new_cache()
_annotated = _new_cache()


# Generic classes

def _generic_class_getitem(cls, params):
    """`Class[params]`."""
    try:
        return _subscripted[cls, params]
    except (KeyError, TypeError):
        pass
    made = _make_alias(cls, params)
    try:
        if len(_subscripted) > _core._LIMIT:
            _subscripted.clear()
        _subscripted[cls, params] = made
    except TypeError:
        pass
    return made


def _make_alias(cls, params):
    """`Class[params]`, made anew."""
    return _GenericAlias(cls, _chosen(cls, params))


_generic_class_getitem.__wrapped__ = _make_alias        # beartype looks behind the cache


def _chosen(cls, params):
    """The arguments of a generic class, one for each of its type variables."""
    params = tuple([_type_convert(param) for param in _tuple(params)])
    if cls in _core._bases_only:
        name = cls.__name__
        if not params:
            raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
        if not all([_core._is_typevar_like(param) for param in params]):
            raise TypeError(f"Parameters to {name}[...] must all be type variables or parameter specification variables.")
        if len(set(params)) != len(params):
            raise TypeError(f"Parameters to {name}[...] must all be unique")
        return params
    wanted = cls.__parameters__
    for parameter in wanted:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            params = prepare(cls, params)
    _core._check_generic(cls, params, len(wanted))
    args = []
    for parameter, param in zip(wanted, params):
        if isinstance(parameter, TypeVarTuple):
            args.extend(param)
        else:
            args.append(param)
    return tuple(args)


def _listed_parameters(bases):
    """The type variables of a class with these bases: what Generic[...] lists, or all that there are."""
    found = _collect_parameters(bases)
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base.__origin__ in _core._bases_only:
            if base.__origin__ is not Generic and listed is None:
                continue
            if listed is not None and base.__origin__ is Generic:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            if base.__origin__ is Generic:
                listed = base.__parameters__
    if listed is None:
        return found
    missing = [parameter for parameter in found if parameter not in listed]
    if missing:
        raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are"
                        f" not listed in Generic[{', '.join(map(str, listed))}]")
    return listed


class Generic:
    """Base of classes that have type variables: `class Box(Generic[T])`."""
    __slots__ = ()
    _is_protocol = False

    __class_getitem__ = classmethod(_generic_class_getitem)

    def __init_subclass__(cls, *args, **kwds):
        super().__init_subclass__(*args, **kwds)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            plain = Generic in cls.__bases__ and cls.__name__ != "Protocol" and type(cls) is not _TypedDictMeta
        else:
            plain = Generic in bases
        if plain:
            raise TypeError("Cannot inherit from plain Generic")
        cls.__parameters__ = _listed_parameters(bases) if bases is not None else ()


_core._bases_only.append(Generic)

_not_members = frozenset((
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol", "__abstractmethods__",
    "__annotations__", "__dict__", "__doc__", "__init__", "__module__", "__new__", "__slots__", "__subclasshook__",
    "__weakref__", "__class_getitem__", "__match_args__", "__type_params__", "__qualname__", "__non_callable_proto_members__",
    "__protocol_attrs__", "_members_found", "__callable_proto_members_only__", "__static_attributes__", "__firstlineno__", "__final__",
))
# Classes outside of typing that protocols may inherit from.
_like_protocols = {
    "collections.abc": ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable", "Sized", "Container",
                        "Collection", "Reversible", "Buffer"),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager"),
}


def _get_protocol_attrs(cls):
    """The names that something needs in order to follow a protocol."""
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in (*base.__dict__, *getattr(base, "__annotations__", {})):
            if name not in _not_members and not name.startswith("_abc_"):
                names.add(name)
    return names


def _members(cls):
    """The names, those of them that are methods of the protocol, and whether there are only such; found once per class."""
    found = cls.__dict__.get("_members_found")
    if found is None:
        names = _get_protocol_attrs(cls)
        methods = frozenset([name for name in names if callable(getattr(cls, name, None))])
        found = cls._members_found = names, methods, len(methods) == len(names)
    return found


def _asked_by_library(depth):
    """Whether the check comes from abc or functools, which ask every class there is."""
    try:
        frame = _sys._getframe(depth)
    except ValueError:
        return True
    return frame.f_globals.get("__name__") in ("abc", "functools", None)


def _no_init_or_replace_init(self, *args, **kwds):
    """Refuses to make instances of protocols; in other classes it makes way for the next `__init__`."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            cls.__init__ = init
            break
    else:
        cls.__init__ = object.__init__
    cls.__init__(self, *args, **kwds)


def _has_member(other, name):
    """True or False; None when the class says that it does not have the name."""
    for base in other.__mro__:
        if name in base.__dict__:
            return None if base.__dict__[name] is None else True
        notes = getattr(base, "__annotations__", {})
        if hasattr(notes, "keys") and name in notes and issubclass(other, Generic) and other._is_protocol:
            return True
    return False


def _follows(cls, other):
    """The `__subclasshook__` of protocols."""
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    if not getattr(cls, "_is_runtime_protocol", False):
        if _asked_by_library(3):
            return NotImplemented
        raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
    names, _, only_methods = _members(cls)
    if not only_methods:
        if _asked_by_library(3):
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in names:
        if not _has_member(other, name):
            return NotImplemented
    return True


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls._is_protocol:
            return _of_abstract(cls, instance)
        if not cls._is_runtime_protocol and not _asked_by_library(2):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        names, methods, only_methods = _members(cls)
        if only_methods and _of_abstract(cls, instance):
            return True
        for name in names:
            if not hasattr(instance, name) or name in methods and getattr(instance, name) is None:
                return not only_methods and _of_abstract(cls, instance)
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say which members something must have, whatever class it is of."""
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwds):
        super().__init_subclass__(*args, **kwds)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_follows)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base is object or base is Generic or base.__name__ in _like_protocols.get(base.__module__, ())
                    or issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init


_core._bases_only.append(Protocol)


def runtime_checkable(cls):
    """Lets isinstance() and issubclass() look for the members of a protocol."""
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


# Any and Annotated

class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """The type that goes with every other one."""

    def __new__(cls, *args, **kwds):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwds)


class Annotated:
    """`Annotated[type, note, ...]`: a type with notes for whoever reads them."""
    __slots__ = ()

    def __new__(cls, *args, **kwds):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        if _core._is_unpacked_typevartuple(params[0]):
            raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
        key = params, _core._types(params)
        try:
            return _annotated[key]
        except (KeyError, TypeError):
            pass
        origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        made = _core._AnnotatedAlias(origin, params[1:])
        try:
            _annotated[key] = made
        except TypeError:
            pass
        return made

    def __init_subclass__(cls, *args, **kwds):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# Named tuples and typed dicts

_prohibited = frozenset(("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                         "_field_types", "_make", "_replace", "_asdict", "_source"))
_special = frozenset(("__module__", "__name__", "__annotations__", "__classcell__", "__orig_bases__"))


def _make_nmtuple(name, types, module, defaults=()):
    from collections import namedtuple
    types = {field: _type_check(kind, f"field {field} annotation must be a type") for field, kind in types}
    made = namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


class NamedTupleMeta(type):
    def __new__(mcls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        if len(set(bases)) < len(bases):
            raise TypeError("duplicate base class tuple")
        fields = ns.get("__annotations__", {})
        defaults = []
        for field in fields:
            if field in ns:
                defaults.append(field)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default"
                                f" field{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _make_nmtuple(typename, fields.items(), ns["__module__"], [ns[field] for field in defaults])
        is_generic = Generic in bases
        if is_generic:
            made.__bases__ = tuple([tuple if base is _NamedTuple else base for base in bases])
            made.__class_getitem__ = classmethod(_generic_class_getitem)
        for key in ns:
            if key in _prohibited:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in _special and key not in made._fields:
                setattr(made, key, ns[key])
        made.__orig_bases__ = ns.get("__orig_bases__", (NamedTuple,))
        if is_generic:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple class whose fields have types: `class Point(NamedTuple): x: int`."""
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
    made = _make_nmtuple(typename, fields, _caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {"__module__": "typing"})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


def _requirement(kind):
    """Required, NotRequired or None: what is said about a key of a typed dict."""
    if isinstance(kind, _core._AnnotatedAlias):
        kind = kind.__origin__
    origin = getattr(kind, "__origin__", None) if isinstance(kind, _GenericAlias) else None
    return origin if origin is _words["Required"] or origin is _words["NotRequired"] else None


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if any([issubclass(base, Generic) for base in bases]) else ()
        made = type.__new__(mcls, name, (*generic, dict), ns)
        rule = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        notes, required, optional = {}, set(), set()
        for base in bases:
            inherited = base.__dict__
            notes.update(inherited.get("__annotations__", {}))
            needed, free = inherited.get("__required_keys__", ()), inherited.get("__optional_keys__", ())
            required = required.difference(free).union(needed)
            optional = optional.difference(needed).union(free)
        for key, kind in ns.get("__annotations__", {}).items():
            kind = notes[key] = _type_check(kind, rule, module=made.__module__)
            said = _requirement(kind)
            needed = total if said is None else said is _words["Required"]
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
        made.__annotations__ = notes
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__orig_bases__ = ns.get("__orig_bases__", ()) or (TypedDict,)
        if not hasattr(made, "__total__"):
            made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A dict class whose keys have types: `class Movie(TypedDict): title: str`."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    if kwargs:
        from warnings import warn
        warn("The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13,"
             " and may not be understood by third-party type checkers.", DeprecationWarning, stacklevel=2)
    ns = {"__annotations__": dict(fields)}
    module = _caller()
    if module is not None:
        ns["__module__"] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})


def _typed_dict_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typed_dict_entries


class NewType:
    """A name for a type that checkers tell from the type itself; when called it returns its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        module = _caller()
        if module != "typing":
            self.__module__ = module

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refusal:
            def __init_subclass__(cls):
                raise TypeError(f"Cannot subclass an instance of NewType. Perhaps you were looking for:"
                                f" `{cls.__name__} = NewType({cls.__name__!r}, {name})`")
        return (Refusal,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return _words["Union"][self, other]

    def __ror__(self, other):
        return _words["Union"][other, self]
