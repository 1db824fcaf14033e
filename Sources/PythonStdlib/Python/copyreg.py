"""How objects are taken apart and put together again: the helpers of pickle and copy."""

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Declares the function that takes instances of a type apart."""
    _need_callable(pickle_function, "reduction functions")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        _need_callable(constructor_ob, "constructors")


def constructor(object):
    """Declares a function that makes objects."""
    _need_callable(object, "constructors")


def _need_callable(function, what):
    if not callable(function):
        raise TypeError(what + " must be callable")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools, operator
    return functools.reduce, (operator.or_, obj.__args__)


dispatch_table[complex] = pickle_complex
dispatch_table[type(int | str)] = pickle_union


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _native_base(cls):
    for base in cls.__mro__:
        if not base.__flags__ & 0x200:
            return base
    return object


def _slotnames(cls):
    """The slots of a class and of its bases."""
    names = cls.__dict__.get("__slotnames__")
    if names is not None:
        return names
    names = []
    for c in cls.__mro__:
        slots = c.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                owner = c.__name__.lstrip("_")
                if owner:
                    name = "_%s%s" % (owner, name)
            names.append(name)
    try:
        cls.__slotnames__ = names
    except TypeError:
        pass
    return names


def _getstate(obj):
    """What `object.__getstate__` answers."""
    state = getattr(obj, "__dict__", None) or None
    if state is not None:
        state = dict(state)
    values = {}
    for name in _slotnames(type(obj)):
        try:
            values[name] = getattr(obj, name)
        except AttributeError:
            pass
    return (state, values) if values else state


_SELF_CONTAINED = (set, frozenset, bytearray)
_NEW_FROM_VALUE = (int, float, str, bytes, complex, tuple)
_UNSAFE = {"function", "generator", "coroutine", "async_generator", "frame", "traceback", "module", "code", "cell",
           "property", "dict_keys", "dict_values", "dict_items", "mappingproxy", "TextIOWrapper", "BufferedReader",
           "memoryview", "weakref", "ReferenceType", "classmethod", "staticmethod", "getset_descriptor", "super",
           "classmethod_descriptor"}


def _reduce_native(obj, protocol):
    """Built-in objects that take themselves apart in their own way; None for others."""
    cls = type(obj)
    base = _native_base(cls)
    if base in _SELF_CONTAINED:
        state = obj.__getstate__() if cls is not base else None
        if base is bytearray:
            if protocol < 3:
                return cls, (obj.decode("latin-1"), "latin-1") if obj else (), state
            return cls, (bytes(obj),) if obj else (), state
        return cls, (list(obj),), state
    if cls is range or cls is slice:
        return cls, (obj.start, obj.stop, obj.step)
    if obj is Ellipsis:
        return "Ellipsis"
    if obj is NotImplemented:
        return "NotImplemented"
    name = cls.__name__
    if name in ("method", "builtin_function_or_method", "method-wrapper"):
        owner = getattr(obj, "__self__", None)
        if owner is None or isinstance(owner, type(dispatch_module)):
            return obj.__qualname__
        return getattr, (owner, obj.__name__)
    if name in ("method_descriptor", "wrapper_descriptor"):
        return getattr, (obj.__objclass__, obj.__name__)
    return None


import sys as dispatch_module


def __reduce_ex__(obj, protocol):
    """`object.__reduce_ex__`: the class's own `__reduce__`, or the general way."""
    cls = type(obj)
    own = getattr(cls, "__reduce__", None)
    if own is not None and own is not getattr(object, "__reduce__", None):
        return own(obj)
    return _reduce(obj, protocol)


def _reduce(obj, protocol):
    cls = type(obj)
    found = _reduce_native(obj, protocol)
    if found is not None:
        return found
    if cls.__name__ in _UNSAFE and not cls.__flags__ & 0x200 or isinstance(obj, type):
        raise TypeError("cannot pickle %r object" % cls.__name__)
    if protocol < 2:
        return _reduce_old(obj, protocol)
    get = getattr(obj, "__getnewargs_ex__", None)
    args, kwargs = None, None
    if get is not None:
        pair = get()
        if not isinstance(pair, tuple):
            raise TypeError("__getnewargs_ex__ should return a tuple, not '%s'" % type(pair).__name__)
        if len(pair) != 2:
            raise ValueError("__getnewargs_ex__ should return a tuple of length 2, not %d" % len(pair))
        args, kwargs = pair
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'"
                            % type(args).__name__)
        if not isinstance(kwargs, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'"
                            % type(kwargs).__name__)
    else:
        get = getattr(obj, "__getnewargs__", None)
        if get is not None:
            args = get()
            if not isinstance(args, tuple):
                raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type(args).__name__)
    base = _native_base(cls)
    if args is None:
        if base in _NEW_FROM_VALUE:
            args = (obj.real, obj.imag) if base is complex else (base(obj),)
        else:
            args = ()
            if base is not object and base not in (list, dict) and not _knows_state(cls) and \
                    not issubclass(cls, BaseException):
                raise TypeError("cannot pickle %r object" % cls.__name__)
    if kwargs:
        maker, args = __newobj_ex__, (cls, args, kwargs)
    else:
        maker, args = __newobj__, (cls,) + args
    state = obj.__getstate__() if hasattr(obj, "__getstate__") else _getstate(obj)
    return (maker, args, state, iter(obj) if isinstance(obj, list) else None,
            iter(obj.items()) if isinstance(obj, dict) else None)


def _knows_state(cls):
    own = getattr(cls, "__getstate__", None)
    return own is not None and own is not getattr(object, "__getstate__", None)


def _reduce_old(obj, protocol):
    cls = type(obj)
    base = _native_base(cls)
    if base is cls and base is not object:
        raise TypeError("cannot pickle %r object" % cls.__name__)
    args = (cls, base, None if base is object else base(obj))
    get = getattr(obj, "__getstate__", None)
    if get is None or getattr(cls, "__getstate__", None) is getattr(object, "__getstate__", None):
        if getattr(cls, "__slots__", None) and get is None or _slotnames(cls):
            raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled"
                            + (" with protocol %d" % protocol if False else ""))
        state = getattr(obj, "__dict__", None)
    else:
        state = get()
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def add_extension(module, name, code):
    """Gives a global a short number."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError("key %s is already registered with code %s" % (key, _extension_registry[key]))
    if code in _inverted_registry:
        raise ValueError("code %s is already in use for key %s" % (code, _inverted_registry[code]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError("key %s is not registered with code %s" % (key, code))
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
