"""The members of objects, found with and without running their code."""
import types
from collections import namedtuple
from _inspect_kinds import _NATIVE_DESCRIPTORS, isclass, isroutine

__name__ = "inspect"        # the module that pickles and messages name


def getmembers(object, predicate=None):
    """The members as sorted pairs of name and value."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    found, done = [], set()
    names = dir(object)
    mro = (object,) + getmro(object) if isclass(object) else ()
    try:
        for base in object.__bases__ if isclass(object) else ():
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    except AttributeError:
        pass
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            found.append((name, value))
        done.add(name)
    found.sort(key=lambda pair: pair[0])
    return found


Attribute = namedtuple("Attribute", "name kind defining_class object")


def classify_class_attrs(cls):
    """The attributes of a class with kind and owner."""
    mro = getmro(cls)
    meta = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    found, done = [], set()
    for name in names:
        if name in done:
            continue
        done.add(name)
        home = None
        value = None
        for base in mro + meta:
            if name in base.__dict__:
                home, value = base, base.__dict__[name]
                break
        if home is None:
            try:
                value = getattr(cls, name)
            except AttributeError:
                continue
            home = getattr(value, "__objclass__", None)
            if home is None:
                continue
        if isinstance(value, (staticmethod, types.BuiltinMethodType)) and not isinstance(value, _NATIVE_DESCRIPTORS):
            kind = "static method"
        elif isinstance(value, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(value, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        found.append(Attribute(name, kind, home, value))
    return found


def getmro(cls):
    return cls.__mro__


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute without running code of the object."""
    value = _missing
    if not _is_type(obj):
        cls = type(obj)
        own = _static_dict(obj)
        if own is not None:
            value = dict.get(own, attr, _missing)
    else:
        cls = obj
    found = _missing
    for base in type.__dict__["__mro__"].__get__(cls):
        if attr in base.__dict__:
            found = base.__dict__[attr]
            break
    if value is not _missing and found is not _missing:
        kind = type(found)
        if hasattr(kind, "__get__") and (hasattr(kind, "__set__") or hasattr(kind, "__delete__")):
            return found
    if value is not _missing:
        return value
    if found is not _missing:
        return found
    if obj is cls:
        for base in type(cls).__mro__:
            if attr in base.__dict__:
                return base.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def _is_type(obj):
    return issubclass(type(obj), type)


def _static_dict(obj):
    for base in type(obj).__mro__:
        found = base.__dict__.get("__dict__")
        if found is not None and not (type(found) is types.GetSetDescriptorType):
            return None
    try:
        return object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return None
