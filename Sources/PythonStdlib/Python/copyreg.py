"""How objects are taken apart and put together again."""

dispatch_table = {}

def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function

def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")

def __newobj__(cls, *args):
    return cls.__new__(cls, *args)

def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)

def _slots(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__"):
                if name.startswith("__") and not name.endswith("__"):
                    name = "_" + base.__name__.lstrip("_") + name
                names.append(name)
    return names

def _state(obj):
    if hasattr(obj, "__getstate__"):
        return obj.__getstate__()
    state = getattr(obj, "__dict__", None) or None
    slots = {name: getattr(obj, name) for name in _slots(type(obj)) if hasattr(obj, name)}
    return (state, slots) if slots else state

def __reduce_ex__(obj, protocol):
    """What object.__reduce_ex__ answers for protocol 2 and higher."""
    cls = type(obj)
    if hasattr(cls, "__reduce__"):
        return obj.__reduce__()
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = obj.__getnewargs_ex__()
        made = (__newobj_ex__, (cls, args, kwargs)) if kwargs else (__newobj__, (cls, *args))
    else:
        args = obj.__getnewargs__() if hasattr(cls, "__getnewargs__") else ()
        made = (__newobj__, (cls, *args))
    items = iter(obj) if isinstance(obj, list) else None
    pairs = iter(obj.items()) if isinstance(obj, dict) else None
    return (*made, _state(obj), items, pairs)
