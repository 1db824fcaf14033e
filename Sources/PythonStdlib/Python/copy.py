"""Shallow and deep copies."""


class Error(Exception):
    pass


error = Error

_atomic = frozenset((
    type(None), int, float, bool, complex, str, bytes, type, range, slice, type(...), type(NotImplemented), type(len),
    type(lambda: 0), property))


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _atomic or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if isinstance(x, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _reconstruct(x, lambda value: value)


def deepcopy(x, memo=None):
    """A deep copy."""
    if memo is None:
        memo = {}
    cls = type(x)
    if cls in _atomic:
        return x
    key = id(x)
    if key in memo:
        return memo[key]
    if cls is list:
        made = memo[key] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = memo[key] = {}
        for k, v in x.items():
            made[deepcopy(k, memo)] = deepcopy(v, memo)
    elif cls is tuple:
        made = tuple([deepcopy(item, memo) for item in x])
        if key in memo:
            return memo[key]
        if all(a is b for a, b in zip(made, x)):
            made = x
    elif cls is set or cls is frozenset:
        made = cls([deepcopy(item, memo) for item in x])
    elif isinstance(x, type):
        return x
    else:
        copier = getattr(cls, "__deepcopy__", None)
        if copier is not None:
            made = copier(x, memo)
        else:
            made = _reconstruct(x, lambda value: deepcopy(value, memo), lambda made: memo.__setitem__(key, made))
    memo[key] = made
    memo.setdefault("keep", []).append(x)
    return made


def _reconstruct(x, each, remember=None):
    cls = type(x)
    getstate = getattr(cls, "__getstate__", None)
    if isinstance(x, BaseException):
        made = cls.__new__(cls, *x.args)
        made.args = each(x.args)
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [each(item) for item in x])
    elif isinstance(x, frozenset):
        made = cls.__new__(cls, [each(item) for item in x])
    elif isinstance(x, (int, float, str, bytes, complex)):
        made = cls.__new__(cls, x)
    elif hasattr(cls, "__getnewargs__"):
        made = cls.__new__(cls, *each(x.__getnewargs__()))
    elif cls.__flags__ & 0 if hasattr(cls, "__flags__") else False:
        made = x
    else:
        if not hasattr(x, "__dict__") and not hasattr(cls, "__slots__") and not isinstance(x, (list, dict, set)):
            if hasattr(x, "copy"):
                return x.copy()
            raise TypeError("cannot pickle '%s' object" % cls.__name__)
        made = cls.__new__(cls)
    if remember is not None:
        remember(made)
    if isinstance(x, list):
        for item in x:
            list.append(made, each(item))
    elif isinstance(x, dict):
        for k, v in x.items():
            dict.__setitem__(made, each(k), each(v))
    elif isinstance(x, set):
        for item in x:
            set.add(made, each(item))
    state = getattr(x, "__dict__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        state = getstate(x)
        if hasattr(made, "__setstate__"):
            made.__setstate__(each(state))
            return made
    if isinstance(state, dict) and state:
        for name, value in state.items():
            object.__setattr__(made, name, each(value))
    for base in cls.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in ((slots,) if isinstance(slots, str) else slots):
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                object.__setattr__(made, name, each(getattr(x, name)))
    return made


def replace(obj, /, **changes):
    return type(obj).__replace__(obj, **changes)
