"""What counts as a coroutine."""
import collections.abc
import inspect
import types

__all__ = ("iscoroutinefunction", "iscoroutine")

_known = set()


def iscoroutinefunction(func):
    """Whether calling the function gives a coroutine."""
    return inspect.iscoroutinefunction(func) or getattr(func, "_is_coroutine", None) is _is_coroutine


_is_coroutine = object()


def iscoroutine(obj):
    """Whether the object is a coroutine."""
    kind = type(obj)
    if kind in _known:
        return True
    if isinstance(obj, (types.CoroutineType, types.GeneratorType, collections.abc.Coroutine)):
        if len(_known) < 100:
            _known.add(kind)
        return True
    return False
