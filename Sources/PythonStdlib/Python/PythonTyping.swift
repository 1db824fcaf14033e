extension PythonLibrary {
  /// `typing`.
  static let typingModule = #"""
    import collections.abc as _abc
    import sys as _sys

    TYPE_CHECKING = False

    class _Special:
        """Any, Union, Optional, ...: a name that can be subscripted."""
        def __init__(self, name, arity=None):
            self._name = name
        def __repr__(self):
            return "typing." + self._name
        def __call__(self, *args, **kwds):
            raise TypeError(f"Cannot instantiate {self!r}")
        def __getitem__(self, item):
            args = item if isinstance(item, tuple) else (item,)
            return _subscript(self, self._name, args)
        def __or__(self, other):
            return Union[self, other]
        def __ror__(self, other):
            return Union[other, self]
        def __hash__(self):
            return hash(self._name)
        def __eq__(self, other):
            return self is other
        def __mro_entries__(self, bases):
            return ()

    def _text(arg):
        if arg is ...:
            return "..."
        if arg is None or arg is type(None):
            return "None" if arg is None else "NoneType"
        if isinstance(arg, list):
            return "[" + ", ".join(map(_text, arg)) + "]"
        if isinstance(arg, type) and not hasattr(arg, "__origin__"):
            return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
        return repr(arg)

    class _Alias:
        def __init__(self, origin, name, args):
            self.__origin__ = origin
            self._name = name
            self.__args__ = args
            found = []
            for a in args:
                for p in ((a,) if isinstance(a, TypeVar) else getattr(a, "__parameters__", ())):
                    if p not in found:
                        found.append(p)
            self.__parameters__ = tuple(found)
        def __repr__(self):
            if self._name == "Optional":
                return f"typing.Optional[{_text(self.__args__[0])}]"
            args = self.__args__
            if self._name == "Callable" and len(args) > 1 and args[0] is not ...:
                return f"typing.Callable[[{', '.join(map(_text, args[:-1]))}], {_text(args[-1])}]"
            return f"typing.{self._name}[{', '.join(map(_text, args)) or '()'}]"
        def __getitem__(self, item):
            items = item if isinstance(item, tuple) else (item,)
            table = dict(zip(self.__parameters__, items))
            def put(a):
                if a in table:
                    return table[a]
                if getattr(a, "__parameters__", ()):
                    return a[tuple(table.get(p, p) for p in a.__parameters__)]
                return a
            return _Alias(self.__origin__, self._name, tuple(put(a) for a in self.__args__))
        def __call__(self, *args, **kwds):
            if isinstance(self.__origin__, type):
                return self.__origin__(*args, **kwds)
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self._name.lower()}() instead")
        def __eq__(self, other):
            if not isinstance(other, _Alias):
                return NotImplemented
            if self._name in ("Union", "Optional"):
                return other._name in ("Union", "Optional") and set(self.__args__) == set(other.__args__)
            return self.__origin__ == other.__origin__ and self.__args__ == other.__args__
        def __hash__(self):
            if self._name in ("Union", "Optional"):
                return hash(frozenset(self.__args__))
            return hash((self._name, self.__args__))
        def __or__(self, other):
            return Union[self, other]
        def __ror__(self, other):
            return Union[other, self]
        def __mro_entries__(self, bases):
            origin = self.__origin__
            if self._name == "Generic" or origin is Generic:
                return (Generic,)
            return (origin,) if isinstance(origin, type) else ()
        def __instancecheck__(self, obj):
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return getattr(self.__origin__, name)

    def _subscript(special, name, args):
        if name == "Union" or name == "Optional":
            flat = []
            for a in args:
                a = type(None) if a is None else a
                for b in (a.__args__ if isinstance(a, _Alias) and a._name in ("Union", "Optional") else (a,)):
                    if b not in flat:
                        flat.append(b)
            if name == "Optional" and type(None) not in flat:
                flat.append(type(None))
            if len(flat) == 1:
                return flat[0]
            if len(flat) == 2 and type(None) in flat:
                return _Alias(Union, "Optional", tuple(x for x in flat if x is not type(None)) + (type(None),))
            return _Alias(Union, "Union", tuple(flat))
        if name == "Annotated":
            made = _Alias(args[0], "Annotated", (args[0],))
            made.__metadata__ = args[1:]
            return made
        return _Alias(special, name, tuple(type(None) if a is None and name != "Literal" else a for a in args))

    class _Generic(_Special):
        """List, Dict, ...: the typing name of a class."""
        def __init__(self, origin, name):
            self._name = name
            self.__origin__ = origin
        def __call__(self, *args, **kwds):
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        def __getitem__(self, item):
            if self._name == "Callable":
                params, result = item
                args = (params,) if params is ... else tuple(params)
                return _Alias(self.__origin__, "Callable", args + (type(None) if result is None else result,))
            args = item if isinstance(item, tuple) else (item,)
            return _Alias(self.__origin__, self._name, tuple(type(None) if a is None else a for a in args))
        def __instancecheck__(self, obj):
            return isinstance(obj, self.__origin__)
        def __subclasscheck__(self, cls):
            return issubclass(cls, self.__origin__)
        def __mro_entries__(self, bases):
            return (self.__origin__,)
        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            return getattr(self.__origin__, name)

    class _AnyMeta(type):
        def __repr__(cls):
            return "typing.Any" if cls is Any else type.__repr__(cls)
        def __instancecheck__(cls, obj):
            if cls is Any:
                raise TypeError("typing.Any cannot be used with isinstance()")
            return type.__instancecheck__(cls, obj)
        def __or__(cls, other):
            return Union[cls, other]
        def __ror__(cls, other):
            return Union[other, cls]

    class Any(metaclass=_AnyMeta):
        def __new__(cls, *args, **kwargs):
            if cls is Any:
                raise TypeError("Any cannot be instantiated")
            return super().__new__(cls)

    for _n in ("Union", "Optional", "ClassVar", "Final", "Literal", "NoReturn", "Never", "Self", "LiteralString",
               "TypeAlias", "Concatenate", "TypeGuard", "Annotated", "Required", "NotRequired", "Unpack"):
        globals()[_n] = _Special(_n)

    class TypeVar:
        def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
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
        args = kwargs = None
    class TypeVarTuple(TypeVar):
        def __iter__(self):
            yield Unpack[self]

    class Generic:
        __slots__ = ()
        def __class_getitem__(cls, item):
            args = item if isinstance(item, tuple) else (item,)
            made = _Alias(cls, cls.__name__, args)
            return made

    class Protocol(Generic):
        __slots__ = ()
        _is_runtime = False
        def __init_subclass__(cls, *args, **kwargs):
            super().__init_subclass__(*args, **kwargs)

    class _ProtocolMeta(type):
        pass

    def runtime_checkable(cls):
        cls._is_runtime = True
        names = [n for n in cls.__dict__ if not n.startswith("_") or n in ("__len__", "__iter__", "__call__", "__getitem__", "__contains__", "__enter__", "__exit__")]
        names += [n for n in cls.__dict__.get("__annotations__", {})]
        cls._names = names
        return cls

    for _n, _o in (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset), ("Tuple", tuple), ("Type", type),
                   ("Callable", _abc.Callable), ("Iterable", _abc.Iterable), ("Iterator", _abc.Iterator),
                   ("Generator", _abc.Generator), ("Sequence", _abc.Sequence), ("MutableSequence", _abc.MutableSequence),
                   ("Mapping", _abc.Mapping), ("MutableMapping", _abc.MutableMapping), ("AbstractSet", _abc.Set),
                   ("MutableSet", _abc.MutableSet), ("Collection", _abc.Collection), ("Container", _abc.Container),
                   ("Hashable", _abc.Hashable), ("Sized", _abc.Sized), ("Reversible", _abc.Reversible),
                   ("Awaitable", _abc.Awaitable), ("Coroutine", _abc.Coroutine), ("AsyncIterable", _abc.AsyncIterable),
                   ("AsyncIterator", _abc.AsyncIterator), ("AsyncGenerator", _abc.AsyncGenerator),
                   ("KeysView", _abc.KeysView), ("ValuesView", _abc.ValuesView), ("ItemsView", _abc.ItemsView),
                   ("ByteString", _abc.ByteString)):
        globals()[_n] = _Generic(_o, _n)

    def __getattr__(name):
        if name in ("DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap"):
            import collections
            origin = getattr(collections, {"DefaultDict": "defaultdict", "Deque": "deque"}.get(name, name))
            made = globals()[name] = _Generic(origin, name)
            return made
        if name in ("IO", "TextIO", "BinaryIO", "Pattern", "Match"):
            made = globals()[name] = _Special(name)
            return made
        raise AttributeError(f"module 'typing' has no attribute {name!r}")

    Text = str
    AnyStr = TypeVar("AnyStr", bytes, str)
    T = TypeVar("T")

    class SupportsInt(Protocol): pass
    class SupportsFloat(Protocol): pass
    class SupportsIndex(Protocol): pass
    class SupportsAbs(Protocol): pass
    class SupportsRound(Protocol): pass
    class SupportsBytes(Protocol): pass

    def cast(typ, val):
        return val
    def assert_type(val, typ):
        return val
    def assert_never(arg):
        raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")
    def reveal_type(obj):
        print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
        return obj
    def overload(func):
        def dummy(*args, **kwds):
            raise NotImplementedError("You should not call an overloaded function. A series of @overload-decorated "
                                      "functions outside a stub module should always be followed by an implementation "
                                      "that is not @overload-ed.")
        return dummy
    def final(f):
        try:
            f.__final__ = True
        except (AttributeError, TypeError):
            pass
        return f
    def no_type_check(arg):
        return arg
    def override(f):
        return f
    def dataclass_transform(**kwargs):
        return lambda c: c
    def get_origin(tp):
        if isinstance(tp, _Alias):
            if tp._name == "Annotated":
                return Annotated
            return tp.__origin__
        return getattr(tp, "__origin__", None)
    def get_args(tp):
        if isinstance(tp, _Alias):
            if tp._name == "Annotated":
                return tp.__args__ + tuple(tp.__metadata__)
            args = tp.__args__
            if tp._name == "Callable" and args and args[0] is not ...:
                return (list(args[:-1]), args[-1])
            return args
        return getattr(tp, "__args__", ())
    def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
        hints = {}
        classes = reversed(obj.__mro__) if isinstance(obj, type) else (obj,)
        for c in classes:
            scope = globalns
            if scope is None:
                if isinstance(c, type):
                    module = _sys.modules.get(c.__module__)
                    scope = module.__dict__ if module else {}
                else:
                    scope = getattr(c, "__globals__", {})
            for name, value in (getattr(c, "__dict__", {}).get("__annotations__", {}) if isinstance(c, type)
                                else getattr(c, "__annotations__", {})).items():
                if value is None:
                    value = type(None)
                if isinstance(value, str):
                    value = eval(value, scope, localns)
                hints[name] = value
        return hints
    def is_typeddict(tp):
        return isinstance(tp, type) and hasattr(tp, "__total__")
    class ForwardRef:
        def __init__(self, arg):
            self.__forward_arg__ = arg
        def __repr__(self):
            return f"ForwardRef({self.__forward_arg__!r})"

    class NewType:
        def __init__(self, name, tp):
            self.__name__ = self.__qualname__ = name
            self.__supertype__ = tp
            self.__module__ = "__main__"
        def __call__(self, x):
            return x
        def __repr__(self):
            return f"{self.__module__}.{self.__qualname__}"
        def __or__(self, other):
            return Union[self, other]

    class _NamedTupleMeta(type):
        def __new__(mcls, name, bases, ns):
            if ns.get("_root"):
                return type.__new__(mcls, name, (), {})
            import collections
            types = ns.get("__annotations__", {})
            fields = list(types)
            defaults = [ns[f] for f in fields if f in ns]
            for i, f in enumerate(fields[:len(fields) - len(defaults)]):
                if f in ns:
                    late = fields[len(fields) - len(defaults)]
                    raise TypeError(f"Non-default namedtuple field {late} cannot follow default field {f}")
            made = collections.namedtuple(name, fields, defaults=defaults, module=ns.get("__module__", "__main__"))
            made.__annotations__ = dict(types)
            for key, value in ns.items():
                if key in ("__module__", "__qualname__", "__annotations__") or key in fields:
                    continue
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTupleMeta):
        _root = True

    class _TypedDictMeta(type):
        def __new__(mcls, name, bases, ns, total=True):
            annotations = {}
            for b in bases:
                annotations.update(getattr(b, "__annotations__", {}))
            annotations.update(ns.get("__annotations__", {}))
            made = type.__new__(mcls, name, (dict,), {k: v for k, v in ns.items() if k != "__annotations__"})
            made.__annotations__ = annotations
            made.__total__ = total
            made.__required_keys__ = frozenset(annotations if total else ())
            made.__optional_keys__ = frozenset(() if total else annotations)
            return made
        def __call__(cls, /, *args, **kwds):
            return dict(*args, **kwds)

    class TypedDict(metaclass=_TypedDictMeta):
        pass

    def clear_overloads():
        pass
    __all__ = [n for n in list(globals()) if not n.startswith("_") and n != "T"]
    """#
}
