"""Classes made of their annotations."""
import abc
import sys
import types
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict",
           "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was assigned."""


class _Mark:
    """An object that is only compared, with a text of its own."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


# The kinds of annotation: a field, a class variable, a parameter of __init__ only.
_FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR = map(_Mark, ("_FIELD", "_FIELD_CLASSVAR", "_FIELD_INITVAR"))
_HAS_DEFAULT_FACTORY = _Mark("<factory>")
MISSING = type("_MISSING_TYPE", (), {"__module__": __name__})()
KW_ONLY = type("_KW_ONLY_TYPE", (), {"__module__": __name__})()
_PARAMS, _FIELDS, _POST_INIT_NAME = "__dataclass_params__", "__dataclass_fields__", "__post_init__"
_EMPTY = MappingProxyType({})


class InitVar:
    """Marks what is a parameter of __init__ and no field."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        kind = self.type
        if isinstance(kind, type) and not isinstance(kind, GenericAlias):
            return "dataclasses.InitVar[%s]" % kind.__name__
        return "dataclasses.InitVar[%r]" % (kind,)

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare = init, repr, hash, compare
        self.metadata = _EMPTY if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return ("Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,"
                "kw_only=%r,_field_type=%s)" % (
                    self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash,
                    self.compare, self.metadata, self.kw_only, self._field_type))

    __class_getitem__ = classmethod(GenericAlias)

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), "__set_name__", None)
        if tell is not None:
            tell(self.default, owner, name)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, **values):
        for name in self.__slots__:
            setattr(self, name, values[name])

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join(["%s=%r" % (name, getattr(self, name)) for name in self.__slots__])


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Says more of a field than its annotation."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_typing_name(annotation, name):
    """Whether an annotation is typing.NAME or typing.NAME[…]."""
    typing = sys.modules.get("typing")
    if typing is None:
        return False
    special = getattr(typing, name)
    return annotation is special or getattr(annotation, "__origin__", None) is special


def _first_names(text):
    """What a string annotation begins with: `module.name` or `name`, spaces around allowed."""
    prefix, rest = _word(text)
    if prefix and rest[:1] == ".":
        name, _ = _word(rest[1:])
        if name:
            return prefix, name
    return "", prefix


def _word(text):
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _names(annotation, cls, module_name, target, test):
    """Whether a string annotation begins with a name that means what is looked for."""
    prefix, name = _first_names(annotation)
    if not name:
        return False
    space = None
    if not prefix:
        space = sys.modules.get(cls.__module__).__dict__
    else:
        module = sys.modules.get(cls.__module__)
        if module and module.__dict__.get(prefix) is sys.modules.get(module_name, MISSING):
            space = sys.modules.get(module_name).__dict__
    return bool(space) and test(space.get(name))


def _is_classvar(annotation):
    return _is_typing_name(annotation, "ClassVar")


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    f = getattr(cls, name, MISSING)
    if not isinstance(f, Field):
        # A slot of a base class is no default.
        f = field(default=MISSING if isinstance(f, types.MemberDescriptorType) else f)
    f.name, f.type = name, annotation
    f._field_type = _FIELD
    is_text = isinstance(annotation, str)
    if _is_classvar(annotation) or is_text and _names(annotation, cls, "typing", None, _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation) or is_text and _names(annotation, cls, "dataclasses", None, _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type is not _FIELD and f.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % f.name)
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % f.name)
    elif f.kw_only is MISSING:
        f.kw_only = default_kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory" % (type(f.default), f.name))
    return f


def _set_qualname(cls, value):
    value.__qualname__ = "%s.%s" % (cls.__qualname__, value.__name__)
    return value


def _set_new_attribute(cls, name, value):
    """Sets an attribute the class does not define; true when it does."""
    if name in cls.__dict__:
        return True
    if isinstance(value, types.FunctionType):
        _set_qualname(cls, value)
    setattr(cls, name, value)
    return False


def _make_init(cls, std, kw, frozen, has_post_init):
    """Writes __init__."""
    everything = std + kw
    seen_default = None
    for f in std:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError("non-default argument %r follows default argument" % f.name)
    self_name = "__dataclass_self__" if any([f.name == "self" for f in everything]) else "self"
    space = {"MISSING": MISSING, "_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}
    for f in everything:
        space["_type_" + f.name] = f.type
        if f.default is not MISSING:
            space["_dflt_" + f.name] = f.default
        elif f.default_factory is not MISSING:
            space["_dflt_" + f.name] = f.default_factory

    def parameter(f):
        if f.default is not MISSING:
            default = "=_dflt_" + f.name
        elif f.default_factory is not MISSING:
            default = "=_HAS_DEFAULT_FACTORY"
        else:
            default = ""
        return "%s:_type_%s%s" % (f.name, f.name, default)
    body = []
    for f in everything:
        if f._field_type is _FIELD_INITVAR:
            continue
        if f.default_factory is not MISSING:
            value = "_dflt_%s()" % f.name
            if f.init:
                value += " if %s is _HAS_DEFAULT_FACTORY else %s" % (f.name, f.name)
        elif f.init:
            value = f.name
        elif f.default is not MISSING and getattr(cls, _PARAMS).slots:
            value = "_dflt_" + f.name
        else:
            continue
        if frozen:
            body.append("__dataclass_builtins_object__.__setattr__(%s, %r, %s)" % (self_name, f.name, value))
        else:
            body.append("%s.%s = %s" % (self_name, f.name, value))
    if has_post_init:
        body.append("%s.%s(%s)" % (self_name, _POST_INIT_NAME, ", ".join(
            [f.name for f in everything if f._field_type is _FIELD_INITVAR])))
    params = [self_name] + [parameter(f) for f in std if f.init]
    late = [parameter(f) for f in kw if f.init]
    if late:
        params += ["*"] + late
    exec("def __init__(%s) -> None:\n %s" % (", ".join(params), "\n ".join(body) or "pass"), space)
    made = space["__init__"]
    made.__module__ = cls.__module__
    return made


def _tuple_text(obj, fields):
    return "(%s,)" % ",".join(["%s.%s" % (obj, f.name) for f in fields]) if fields else "()"


def _make_function(name, params, body):
    space = {}
    exec("def %s(%s):\n %s" % (name, params, body), space)
    return space[name]


def _repr_of(fields):
    shown = ", ".join(["%s={self.%s!r}" % (f.name, f.name) for f in fields])
    return recursive_repr()(_make_function("__repr__", "self", "return f'{self.__class__.__qualname__}(%s)'" % shown))


def _frozen_methods(cls, fields):
    names = frozenset([f.name for f in fields])

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % (name,))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % (name,))
        super(cls, self).__delattr__(name)
    return __setattr__, __delattr__


def _annotation_text(annotation):
    if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
        if annotation.__module__ in ("builtins",):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


def _signature_text(std, kw):
    def one(f):
        text = "%s: %s" % (f.name, _annotation_text(f.type.type if type(f.type) is InitVar and False else f.type))
        if f.default is not MISSING:
            text += " = %r" % (f.default,)
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        return text
    parts = [one(f) for f in std if f.init]
    late = [one(f) for f in kw if f.init]
    return "(" + ", ".join(parts + (["*"] + late if late else [])) + ")"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    setattr(cls, _PARAMS, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update(base_fields)
            if getattr(base, _PARAMS).frozen:
                any_frozen_base = True
    annotations = cls.__dict__.get("__annotations__", {})
    own, seen = [], False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation) or isinstance(annotation, str) and _names(
                annotation, cls, "dataclasses", None, _is_kw_only):
            if seen:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if not isinstance(getattr(cls, f.name, None), Field):
            continue
        if f.default is not MISSING:
            setattr(cls, f.name, f.default)
        else:
            delattr(cls, f.name)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError("%r is a field but has no type annotation" % name)
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std = [f for f in init_fields if not f.kw_only]
    kw = [f for f in init_fields if f.kw_only]
    if init:
        _set_new_attribute(cls, "__init__", _make_init(cls, std, kw, frozen, hasattr(cls, _POST_INIT_NAME)))
    plain = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, "__repr__", _repr_of([f for f in plain if f.repr]))
    compared = [f for f in plain if f.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _make_function(
            "__eq__", "self, other", "if other.__class__ is self.__class__:\n  return %s == %s\n return NotImplemented" % (
                _tuple_text("self", compared), _tuple_text("other", compared))))
    if order:
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            made = _make_function(
                name, "self, other", "if other.__class__ is self.__class__:\n  return %s %s %s\n return NotImplemented" % (
                    _tuple_text("self", compared), sign, _tuple_text("other", compared)))
            if _set_new_attribute(cls, name, made):
                raise TypeError("Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering" % (
                    name, cls.__name__))
    if frozen:
        for fn in _frozen_methods(cls, plain):
            if _set_new_attribute(cls, fn.__name__, fn):
                raise TypeError("Cannot overwrite attribute %s in class %s" % (fn.__name__, cls.__name__))
    if unsafe_hash or eq and frozen:
        if not has_explicit_hash:
            hashed = [f for f in plain if (f.compare if f.hash is None else f.hash)]
            cls.__hash__ = _set_qualname(cls, _make_function("__hash__", "self", "return hash(%s)" % _tuple_text("self", hashed)))
        elif unsafe_hash:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
    elif eq and not has_explicit_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        if "__init__" in cls.__dict__ and init and type(cls).__call__ is type.__call__:
            cls.__doc__ = cls.__name__ + _signature_text(std, kw)
        else:
            import inspect
            try:
                text = str(inspect.signature(cls)).replace(" -> None", "")
            except (TypeError, ValueError):
                text = ""
            cls.__doc__ = cls.__name__ + text
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple([f.name for f in std if f.init]))
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    return abc.update_abstractmethods(cls)


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _get_slots(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return []
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, "__next__"):
        raise TypeError("Slots of '%s' cannot be determined" % cls.__name__)
    return list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class once more, with __slots__."""
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    body = dict(cls.__dict__)
    names = tuple([f.name for f in fields(cls)])
    inherited = {name for base in cls.__mro__[1:-1] for name in _get_slots(base)}
    body["__slots__"] = tuple([n for n in names + (("__weakref__",) if weakref_slot else ()) if n not in inherited])
    for name in names:
        body.pop(name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        made.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in body:
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in body:
            made.__setstate__ = _dataclass_setstate
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Adds methods to a class by its annotations."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """The fields of a dataclass or an instance."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


_atomic = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type, range,
                     property, types.FunctionType, types.BuiltinFunctionType, types.CodeType})


def asdict(obj, *, dict_factory=dict):
    """The fields as a dictionary, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _inner(obj, lambda o, convert: dict_factory([(f.name, convert(getattr(o, f.name))) for f in fields(o)]))


def astuple(obj, *, tuple_factory=tuple):
    """The fields as a tuple, recursively."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _inner(obj, lambda o, convert: tuple_factory([convert(getattr(o, f.name)) for f in fields(o)]))


def _inner(obj, make):
    def convert(obj):
        cls = type(obj)
        if cls in _atomic:
            return obj
        if hasattr(cls, _FIELDS):
            return make(obj, convert)
        if isinstance(obj, tuple) and hasattr(obj, "_fields"):
            return cls(*[convert(v) for v in obj])
        if isinstance(obj, (list, tuple)):
            return cls([convert(v) for v in obj])
        if isinstance(obj, dict):
            if hasattr(cls, "default_factory"):
                result = cls(getattr(obj, "default_factory"))
                for key, value in obj.items():
                    result[convert(key)] = convert(value)
                return result
            return cls([(convert(k), convert(v)) for k, v in obj.items()])
        from copy import deepcopy
        return deepcopy(obj)
    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Makes a dataclass of names and types."""
    from keyword import iskeyword
    namespace = {} if namespace is None else namespace
    seen, annotations, defaults = set(), {}, {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, defaults[item[0]] = item
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in seen:
            raise TypeError("Field name duplicated: %r" % (name,))
        seen.add(name)
        annotations[name] = kind

    def exec_body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, exec_body)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy with fields exchanged."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for name, f in getattr(obj, _FIELDS).items():
        kind = f._field_type
        if kind is _FIELD_CLASSVAR or f.init and name in changes:
            pass
        elif name in changes:
            raise ValueError("field %s is declared with init=False, it cannot be specified with replace()" % name)
        elif f.init and kind is _FIELD_INITVAR and f.default is MISSING:
            raise ValueError("InitVar %r must be specified with replace()" % name)
        elif f.init:
            changes[name] = getattr(obj, name)
    return obj.__class__(**changes)
