extension PythonLibrary {
  /// `dataclasses`.
  static let dataclassesModule = #"""
    import sys as _sys

    __all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
               "astuple", "make_dataclass", "replace", "is_dataclass"]

    class FrozenInstanceError(AttributeError):
        pass

    class _Missing:
        def __repr__(self):
            return "<dataclasses._MISSING_TYPE object>"
    MISSING = _Missing()
    class _KwOnly:
        pass
    KW_ONLY = _KwOnly

    class InitVar:
        def __init__(self, type):
            self.type = type
        def __class_getitem__(cls, type):
            return cls(type)
        def __repr__(self):
            return f"dataclasses.InitVar[{getattr(self.type, '__name__', self.type)}]"

    class Field:
        def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
            self.name = None
            self.type = None
            self.default = default
            self.default_factory = default_factory
            self.init = init
            self.repr = repr
            self.hash = hash
            self.compare = compare
            self.metadata = {} if metadata is None else metadata
            self.kw_only = kw_only
            self._kind = "field"
        def __repr__(self):
            return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                    f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
                    f"compare={self.compare!r},metadata=mappingproxy({self.metadata!r}),kw_only={self.kw_only!r},"
                    f"_field_type=_FIELD)")

    def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
              kw_only=MISSING):
        if default is not MISSING and default_factory is not MISSING:
            raise ValueError("cannot specify both default and default_factory")
        return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)

    def _kind(annotation):
        if annotation is InitVar or isinstance(annotation, InitVar):
            return "initvar"
        text = annotation if isinstance(annotation, str) else repr(annotation)
        if text.startswith(("ClassVar", "typing.ClassVar")):
            return "classvar"
        if isinstance(annotation, str) and annotation.startswith(("InitVar", "dataclasses.InitVar")):
            return "initvar"
        return "field"

    def _collect(cls, kw_only):
        fields = {}
        for base in cls.__mro__[-1:0:-1]:
            for f in getattr(base, "__dict__", {}).get("__dataclass_fields__", {}).values():
                fields[f.name] = f
        own = {}
        after_mark = kw_only
        for name, annotation in cls.__dict__.get("__annotations__", {}).items():
            if annotation is KW_ONLY or (isinstance(annotation, str) and annotation.endswith("KW_ONLY")):
                after_mark = True
                continue
            default = cls.__dict__.get(name, MISSING)
            if isinstance(default, Field):
                f = default
            else:
                if type(default).__name__ == "member_descriptor":
                    default = MISSING
                f = field(default=default)
            f.name = name
            f.type = annotation
            f._kind = _kind(annotation)
            if f.kw_only is MISSING:
                f.kw_only = after_mark
            if f._kind == "field" and f.default is not MISSING and type(f.default).__hash__ is None:
                raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
            own[name] = f
            if isinstance(cls.__dict__.get(name), Field):
                if f.default is MISSING:
                    delattr(cls, name)
                else:
                    setattr(cls, name, f.default)
        for name, value in cls.__dict__.items():
            if isinstance(value, Field) and name not in own:
                raise TypeError(f"{name!r} is a field but has no type annotation")
        fields.update(own)
        return fields

    def _function(cls, name, args, body, scope):
        lines = [f"def {name}({', '.join(args)}):"] + [f"    {line}" for line in body or ["pass"]]
        module = _sys.modules.get(cls.__module__)
        namespace = dict(module.__dict__) if module is not None else {}
        namespace.update(scope)
        exec("\n".join(lines), namespace)
        made = namespace[name]
        made.__qualname__ = f"{cls.__qualname__}.{name}"
        return made

    def _make_init(cls, fields, frozen, has_post):
        scope = {"_MISSING": MISSING, "_setattr": object.__setattr__}
        seen_default = None
        args, keyword_args, body, post = ["self"], [], [], []
        for f in fields:
            if f._kind == "classvar":
                continue
            value = f.name
            if f.init:
                arg = f.name
                if f.default is not MISSING:
                    scope[f"_default_{f.name}"] = f.default
                    arg += f"=_default_{f.name}"
                elif f.default_factory is not MISSING:
                    scope[f"_factory_{f.name}"] = f.default_factory
                    arg += "=_MISSING"
                    value = f"_factory_{f.name}() if {f.name} is _MISSING else {f.name}"
                elif seen_default and not f.kw_only:
                    raise TypeError(f"non-default argument {f.name!r} follows default argument")
                if not f.kw_only and "=" in arg:
                    seen_default = f.name
                (keyword_args if f.kw_only else args).append(arg)
            elif f.default_factory is not MISSING:
                scope[f"_factory_{f.name}"] = f.default_factory
                value = f"_factory_{f.name}()"
            else:
                continue
            if f._kind == "initvar":
                post.append(f.name)
            elif frozen:
                body.append(f"_setattr(self, {f.name!r}, {value})")
            else:
                body.append(f"self.{f.name} = {value}")
        if keyword_args:
            args += ["*"] + keyword_args
        if has_post:
            body.append(f"self.__post_init__({', '.join(post)})")
        made = _function(cls, "__init__", args, body, scope)
        made.__annotations__ = {f.name: f.type for f in fields if f.init and f._kind != "classvar"}
        made.__annotations__["return"] = None
        return made

    def _tuple(name, fields):
        return "(" + "".join(f"{name}.{f.name}," for f in fields) + ")"

    def _set(cls, name, value):
        if name in cls.__dict__:
            return True
        setattr(cls, name, value)
        return False

    _repr_running = set()

    def _process(cls, init, repr_, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        for base in cls.__mro__[1:]:
            params = base.__dict__.get("__dataclass_params__") if hasattr(base, "__dict__") else None
            if params is not None:
                if params["frozen"] and not frozen:
                    raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
                if frozen and not params["frozen"]:
                    raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
        has_hash = "__hash__" in cls.__dict__ and not (cls.__dict__["__hash__"] is None and "__eq__" in cls.__dict__)
        fields = _collect(cls, kw_only)
        cls.__dataclass_fields__ = fields
        cls.__dataclass_params__ = {"frozen": frozen, "eq": eq, "order": order}
        every = list(fields.values())
        real = [f for f in every if f._kind == "field"]
        if init:
            _set(cls, "__init__", _make_init(cls, every, frozen, hasattr(cls, "__post_init__")))
        if repr_:
            shown = [f.name for f in real if f.repr]
            def __repr__(self):
                key = id(self)
                if key in _repr_running:
                    return "..."
                _repr_running.add(key)
                try:
                    body = ", ".join(f"{n}={getattr(self, n)!r}" for n in shown)
                    return f"{self.__class__.__qualname__}({body})"
                finally:
                    _repr_running.discard(key)
            __repr__.__qualname__ = f"{cls.__qualname__}.__repr__"
            _set(cls, "__repr__", __repr__)
        compared = [f for f in real if f.compare]
        if eq:
            made = _function(cls, "__eq__", ["self", "other"], [
                "if other.__class__ is self.__class__:",
                f"    return {_tuple('self', compared)} == {_tuple('other', compared)}", "return NotImplemented"], {})
            _set(cls, "__eq__", made)
        if order:
            if not eq:
                raise ValueError("eq must be true if order is true")
            for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
                made = _function(cls, name, ["self", "other"], [
                    "if other.__class__ is self.__class__:",
                    f"    return {_tuple('self', compared)} {op} {_tuple('other', compared)}", "return NotImplemented"], {})
                if _set(cls, name, made):
                    raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                    "Consider using functools.total_ordering")
        if frozen:
            names = {f.name for f in real}
            def __setattr__(self, name, value):
                if type(self) is cls or name in names:
                    raise FrozenInstanceError(f"cannot assign to field {name!r}")
                super(cls, self).__setattr__(name, value)
            def __delattr__(self, name):
                if type(self) is cls or name in names:
                    raise FrozenInstanceError(f"cannot delete field {name!r}")
                super(cls, self).__delattr__(name)
            for function in (__setattr__, __delattr__):
                if _set(cls, function.__name__, function):
                    raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")
        if unsafe_hash or (eq and frozen and not has_hash):
            if unsafe_hash and has_hash:
                raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
            hashed = [f for f in real if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = _function(cls, "__hash__", ["self"], [f"return hash({_tuple('self', hashed)})"], {})
        elif eq and not has_hash:
            cls.__hash__ = None
        if match_args:
            _set(cls, "__match_args__", tuple(f.name for f in real if f.init and not f.kw_only))
        if cls.__doc__ is None:
            parts = []
            for f in every:
                if f.init and f._kind != "classvar":
                    text = f"{f.name}: {getattr(f.type, '__name__', f.type)}"
                    if f.default is not MISSING:
                        text += f" = {f.default!r}"
                    elif f.default_factory is not MISSING:
                        text += " = <factory>"
                    parts.append(text)
            cls.__doc__ = f"{cls.__name__}({', '.join(parts)})"
        if slots:
            if "__slots__" in cls.__dict__:
                raise TypeError(f"{cls.__name__} already specifies __slots__")
            body = {k: v for k, v in cls.__dict__.items()
                    if k not in ("__dict__", "__weakref__") and not (k in fields and fields[k]._kind == "field")}
            inherited = {n for base in cls.__mro__[1:] for n in getattr(base, "__slots__", ())}
            body["__slots__"] = tuple(f.name for f in real if f.name not in inherited)
            qualname = cls.__qualname__
            cls = type(cls)(cls.__name__, cls.__bases__, body)
            cls.__qualname__ = qualname
        return cls

    def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
                  match_args=True, kw_only=False, slots=False, weakref_slot=False):
        def wrap(cls):
            return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
        return wrap if cls is None else wrap(cls)

    def fields(class_or_instance):
        try:
            every = class_or_instance.__dataclass_fields__
        except AttributeError:
            raise TypeError("must be called with a dataclass type or instance") from None
        return tuple(f for f in every.values() if f._kind == "field")

    def _is_instance(obj):
        return hasattr(type(obj), "__dataclass_fields__")

    def is_dataclass(obj):
        cls = obj if isinstance(obj, type) else type(obj)
        return hasattr(cls, "__dataclass_fields__")

    def _convert(obj, make, whole):
        if _is_instance(obj):
            return whole(obj)
        if isinstance(obj, tuple) and hasattr(obj, "_fields"):
            return type(obj)(*[_convert(v, make, whole) for v in obj])
        if isinstance(obj, (list, tuple)):
            return type(obj)(_convert(v, make, whole) for v in obj)
        if isinstance(obj, dict):
            pairs = ((_convert(k, make, whole), _convert(v, make, whole)) for k, v in obj.items())
            return type(obj)(obj.default_factory, pairs) if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory") else type(obj)(pairs)
        from copy import deepcopy
        return deepcopy(obj)

    def asdict(obj, *, dict_factory=dict):
        if not _is_instance(obj):
            raise TypeError("asdict() should be called on dataclass instances")
        def whole(o):
            return dict_factory([(f.name, _convert(getattr(o, f.name), None, whole)) for f in fields(o)])
        return whole(obj)

    def astuple(obj, *, tuple_factory=tuple):
        if not _is_instance(obj):
            raise TypeError("astuple() should be called on dataclass instances")
        def whole(o):
            return tuple_factory([_convert(getattr(o, f.name), None, whole) for f in fields(o)])
        return whole(obj)

    def replace(obj, /, **changes):
        if not _is_instance(obj):
            raise TypeError("replace() should be called on dataclass instances")
        for f in obj.__dataclass_fields__.values():
            if f._kind == "classvar":
                continue
            if not f.init:
                if f.name in changes:
                    raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
                continue
            if f.name not in changes:
                if f._kind == "initvar" and f.default is MISSING:
                    raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
                changes[f.name] = getattr(obj, f.name)
        return obj.__class__(**changes)

    def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
        body = dict(namespace or {})
        annotations = {}
        for item in fields:
            if isinstance(item, str):
                annotations[item] = "typing.Any"
            elif len(item) == 2:
                annotations[item[0]] = item[1]
            else:
                annotations[item[0]] = item[1]
                body[item[0]] = item[2]
        body["__annotations__"] = annotations
        options.pop("module", None)
        return dataclass(type(cls_name, bases, body), **options)
    """#
}
