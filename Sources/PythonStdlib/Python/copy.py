"""Shallow and deep copies."""

import _copying
import copyreg as _copyreg
import types as _types

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    """The object cannot be copied."""


error = Error

_atomic = {type(None), int, float, bool, complex, str, bytes, type, range, slice, type(...), type(NotImplemented),
           type(len), type(lambda: 0), property, type((lambda: 0).__code__)}
try:
    import _weakref
    _atomic.add(_weakref.ref)
except ImportError:
    pass


def copy(x):
    """A shallow copy."""
    cls = type(x)
    if cls in _atomic or cls is tuple or cls is frozenset:
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if issubclass(cls, type):
        return x
    copied = _copying.copy_plain(x)
    if copied is not None:
        return copied
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _from_reduced(x, None, *_reduced(x, cls))


def _reduced(x, cls):
    """What the object says about its making; a str stands for itself."""
    reductor = _copyreg.dispatch_table.get(cls)
    if reductor is not None:
        made = reductor(x)
    elif cls.__reduce_ex__ is _plain_reduce_ex and cls.__reduce__ is not _plain_reduce:
        # What that would find out and call.
        made = x.__reduce__()
    else:
        reductor = getattr(x, "__reduce_ex__", None)
        if reductor is not None:
            made = reductor(4)
        else:
            reductor = getattr(x, "__reduce__", None)
            if not reductor:
                raise Error("un(deep)copyable object of type %s" % cls)
            made = reductor()
    if isinstance(made, str):
        return (None,)
    return made


def _from_reduced(x, memo, func, args=(), state=None, listiter=None, dictiter=None, *more):
    if func is None:
        return x
    if more:
        raise TypeError("_reconstruct() takes from 4 to 7 positional arguments but %d were given" % (7 + len(more)))
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
        state = deepcopy(state, memo)
    if state is not None:
        _restore(y, state)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _restore(made, state):
    """Gives an object its attributes."""
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    attributes, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if attributes is not None:
        made.__dict__.update(attributes)
    for name in slots or ():
        setattr(made, name, slots[name])


def _deepcopy_general(x, memo):
    """A deep copy of what is no container of the language."""
    cls = type(x)
    y = memo.get(id(x), _missing)
    if y is not _missing:
        return y
    if cls is _types.MethodType:
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type):
        y = x
    else:
        own = getattr(x, "__deepcopy__", None)
        if own is not None:
            y = own(memo)
        else:
            y = _from_reduced(x, memo, *_reduced(x, cls))
    if y is not x:
        memo[id(x)] = y
        # Keeps x alive as long as its id is known.
        kept = memo.get(id(memo))
        if kept is None:
            memo[id(memo)] = [x]
        else:
            kept.append(x)
    return y


_missing = []
_plain_reduce, _plain_reduce_ex = object.__reduce__, object.__reduce_ex__
_copying.set_up(_copyreg.dispatch_table, _deepcopy_general)
deepcopy = _copying.deepcopy
