"""Reprs of bounded size, and of structures that contain themselves."""

import builtins
from itertools import islice

__all__ = ["Repr", "repr", "recursive_repr"]


def recursive_repr(fillvalue="..."):
    """A decorator for `__repr__`: an object inside itself is shown as the fill value."""
    def decorate(function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return function(self)
            finally:
                running.discard(key)
        for name in ("__module__", "__doc__", "__name__", "__qualname__"):
            setattr(wrapper, name, getattr(function, name))
        wrapper.__annotations__ = getattr(function, "__annotations__", {})
        wrapper.__type_params__ = getattr(function, "__type_params__", ())
        wrapper.__wrapped__ = function
        return wrapper
    return decorate


class Repr:
    """Makes reprs whose parts are limited."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6,
                 maxdeque=6, maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        self.maxlevel, self.maxtuple, self.maxlist, self.maxarray = maxlevel, maxtuple, maxlist, maxarray
        self.maxdict, self.maxset, self.maxfrozenset, self.maxdeque = maxdict, maxset, maxfrozenset, maxdeque
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother
        self.fillvalue, self.indent = fillvalue, indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = "_".join(type(x).__name__.split())
        method = getattr(self, "repr_" + name, None)
        return method(x, level) if method is not None else self.repr_instance(x, level)

    def _join(self, pieces, level):
        if self.indent is None:
            return ", ".join(pieces)
        if not pieces:
            return ""
        indent = self.indent
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError("Repr.indent cannot be negative int (was %r)" % (indent,))
            indent *= " "
        try:
            step = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as e:
            raise TypeError("Repr.indent must be a str, int or None, not %s" % type(indent)) from e
        return step.join(("", *pieces, ""))[1:-len(indent) or None]

    def _enclosed(self, x, level, left, right, maxiter, trail=""):
        n = len(x)
        if level <= 0 and n:
            text = self.fillvalue
        else:
            pieces = [self.repr1(item, level - 1) for item in islice(x, maxiter)]
            if n > maxiter:
                pieces.append(self.fillvalue)
            text = self._join(pieces, level)
            if n == 1 and trail and self.indent is None:
                right = trail + right
        return left + text + right

    def repr_list(self, x, level): return self._enclosed(x, level, "[", "]", self.maxlist)
    def repr_tuple(self, x, level): return self._enclosed(x, level, "(", ")", self.maxtuple, ",")
    def repr_deque(self, x, level): return self._enclosed(x, level, "deque([", "])", self.maxdeque)

    def repr_set(self, x, level):
        return self._enclosed(_sorted(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._enclosed(_sorted(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_array(self, x, level):
        start = "array('%s'" % x.typecode
        return self._enclosed(x, level, start + ", [", "])", self.maxarray) if x else start + ")"

    def repr_dict(self, x, level):
        if level <= 0 and len(x):
            return "{%s}" % self.fillvalue
        pieces = ["%s: %s" % (self.repr1(k, level - 1), self.repr1(x[k], level - 1))
                  for k in islice(_sorted(x), self.maxdict)]
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{%s}" % self._join(pieces, level)

    def _cut(self, text, limit):
        if len(text) <= limit:
            return text
        i = max(0, (limit - 3) // 2)
        j = max(0, limit - 3 - i)
        return text[:i] + self.fillvalue + text[len(text) - j:]

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) > self.maxstring:
            i = max(0, (self.maxstring - 3) // 2)
            j = max(0, self.maxstring - 3 - i)
            text = self._cut(builtins.repr(x[:i] + x[len(x) - j:]), self.maxstring)
            text = text[:i] + self.fillvalue + text[len(text) - j:]
        return text

    def repr_int(self, x, level):
        return self._cut(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)


def _sorted(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
