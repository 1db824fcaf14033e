"""Data classes."""
import sys as _sys


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()


class KW_ONLY:
    pass


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

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
        self._field_type = None

    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,"
                "kw_only=%r,_field_type=%s)") % (
            self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash, self.compare,
            self.metadata, self.kw_only, self._field_type)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Describes one field of a data class."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


def _is(annotation, name):
    if isinstance(annotation, str):
        return annotation.split("[")[0].split(".")[-1] == name
    if name == "ClassVar":
        return "ClassVar" in repr(annotation) and "typing" in repr(annotation)
    if name == "InitVar":
        return annotation is InitVar or isinstance(annotation, InitVar)
    return annotation is KW_ONLY


def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for f in getattr(base, "__dataclass_fields__", {}).values() if "__dataclass_fields__" in base.__dict__ else ():
            fields[f.name] = f
    annotations = cls.__dict__.get("__annotations__", {})
    only = kw_only
    for name, annotation in annotations.items():
        if _is(annotation, "KW_ONLY"):
            only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            f = default
            if f.default is MISSING:
                if name in cls.__dict__:
                    delattr(cls, name)
            else:
                setattr(cls, name, f.default)
        else:
            f = field(default=default)
        f.name = name
        f.type = annotation
        f._field_type = "_FIELD"
        if _is(annotation, "ClassVar"):
            continue
        if _is(annotation, "InitVar"):
            f._field_type = "_FIELD_INITVAR"
        if f.kw_only is MISSING:
            f.kw_only = only
        if f._field_type == "_FIELD" and f.default is not MISSING and f.default.__class__.__hash__ is None:
            raise ValueError("mutable default %s for field %s is not allowed: use default_factory" % (
                f.default.__class__, name))
        fields[name] = f
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % (name,))
    return fields


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


_FACTORY = _HasDefaultFactory()


def _make_init(cls, fields, frozen):
    scope = {"_MISSING": MISSING, "_FACTORY": _FACTORY, "_set": object.__setattr__}
    positional = [f for f in fields if f.init and not f.kw_only]
    named = [f for f in fields if f.init and f.kw_only]
    seen_default = None
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = f
        elif seen_default is not None:
            raise TypeError("non-default argument %r follows default argument" % f.name)
    parameters = []
    body = []

    def parameter(f):
        if f.default is not MISSING:
            scope["_dflt_" + f.name] = f.default
            return "%s=_dflt_%s" % (f.name, f.name)
        if f.default_factory is not MISSING:
            return "%s=_FACTORY" % f.name
        return f.name
    for f in positional:
        parameters.append(parameter(f))
    if named:
        parameters.append("*")
        for f in named:
            parameters.append(parameter(f))
    for f in fields:
        if f._field_type == "_FIELD_INITVAR":
            continue
        if f.default_factory is not MISSING:
            scope["_factory_" + f.name] = f.default_factory
            value = "_factory_%s()" % f.name
            if f.init:
                value = "%s if %s is _FACTORY else %s" % (value, f.name, f.name)
        elif f.init:
            value = f.name
        else:
            continue
        if frozen:
            body.append("_set(self, %r, %s)" % (f.name, value))
        else:
            body.append("self.%s = %s" % (f.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__(%s)" % ", ".join(f.name for f in fields if f._field_type == "_FIELD_INITVAR"))
    text = "def __init__(self%s):\n" % "".join(", " + p for p in parameters)
    text += "".join(" %s\n" % line for line in body) or " pass\n"
    exec(text, scope)
    init = scope["__init__"]
    init.__qualname__ = cls.__qualname__ + ".__init__"
    init.__annotations__ = {f.name: f.type for f in positional + named}
    init.__annotations__["return"] = None
    return init


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds methods to a class by its annotated fields."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)
    return wrap if cls is None else wrap(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    all_fields = _collect(cls, kw_only)
    any_frozen = False
    for base in cls.__mro__[1:]:
        params = base.__dict__.get("__dataclass_params__")
        if params is not None:
            if params["frozen"] and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if not params["frozen"] and frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = {"frozen": frozen, "eq": eq, "order": order}
    listed = list(all_fields.values())
    real = [f for f in listed if f._field_type == "_FIELD"]
    own = cls.__dict__
    if init:
        cls.__init__ = _make_init(cls, listed, frozen)
    if repr and "__repr__" not in own:
        shown = [f.name for f in real if f.repr]
        running = set()

        def __repr__(self):
            if id(self) in running:
                return "..."
            running.add(id(self))
            try:
                return self.__class__.__qualname__ + "(" + ", ".join(
                    ["%s=%r" % (name, getattr(self, name)) for name in shown]) + ")"
            finally:
                running.discard(id(self))
        cls.__repr__ = __repr__
    compared = [f.name for f in real if f.compare]

    def key(self):
        return tuple([getattr(self, name) for name in compared])
    if eq and "__eq__" not in own:
        def __eq__(self, other):
            if other.__class__ is self.__class__:
                return key(self) == key(other)
            return NotImplemented
        had_hash = "__hash__" in own and own["__hash__"] is not None
        cls.__eq__ = __eq__
    else:
        had_hash = "__hash__" in own and own["__hash__"] is not None
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, op in (("__lt__", lambda a, b: a < b), ("__le__", lambda a, b: a <= b),
                         ("__gt__", lambda a, b: a > b), ("__ge__", lambda a, b: a >= b)):
            if name in own:
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (
                    name, cls.__name__))
            setattr(cls, name, _comparison(op, key))
    if frozen:
        names = set(all_fields)

        def __setattr__(self, name, value):
            if type(self) is cls or name in names:
                raise FrozenInstanceError("cannot assign to field %r" % name)
            super(cls, self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is cls or name in names:
                raise FrozenInstanceError("cannot delete field %r" % name)
            super(cls, self).__delattr__(name)
        cls.__setattr__ = __setattr__
        cls.__delattr__ = __delattr__
    if not had_hash:
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        if unsafe_hash or (eq and frozen):
            def __hash__(self):
                return hash(tuple([getattr(self, name) for name in hashed]))
            cls.__hash__ = __hash__
        elif eq:
            cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([f.name for f in real if f.init and not f.kw_only])
    if not own.get("__doc__"):
        cls.__doc__ = cls.__name__ + "(" + ", ".join([f.name for f in listed if f.init]) + ")"
    return cls


def _comparison(op, key):
    def method(self, other):
        if other.__class__ is self.__class__:
            return op(key(self), key(other))
        return NotImplemented
    return method


def fields(class_or_instance):
    """The fields of a data class."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type == "_FIELD"])


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda items: dict_factory(items), True)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda items: tuple_factory([v for _, v in items]), False)


def _convert(obj, make, as_dict):
    if _is_instance(obj):
        return make([(f.name, _convert(getattr(obj, f.name), make, as_dict)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_convert(v, make, as_dict) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(v, make, as_dict) for v in obj])
    if isinstance(obj, dict):
        return type(obj)([(_convert(k, make, as_dict), _convert(v, make, as_dict)) for k, v in obj.items()])
    import copy
    return copy.deepcopy(obj)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if not f.init:
            if f.name in changes:
                raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % f.name)
            continue
        if f.name not in changes:
            if f._field_type == "_FIELD_INITVAR" and f.default is MISSING:
                raise ValueError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    namespace = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        else:
            annotations[item[0]] = item[1]
            if len(item) == 3:
                namespace[item[0]] = item[2]
    namespace["__annotations__"] = annotations
    return dataclass(type(cls_name, bases, namespace), **options)
