"""Variables with a value for each context."""
from _thread import _context, _owner, _swap

__all__ = ("Context", "ContextVar", "Token", "copy_context")


class Context:
    """Variables and their values."""

    def __init__(self):
        self._data, self._entered, self._owner = {}, False, None

    def run(self, callable, /, *args, **kwargs):
        """Calls a function within the context."""
        if self._entered:
            raise RuntimeError("cannot enter context: %r is already entered" % self)
        self._entered = True
        # In a kernel output goes where it went when the context was copied.
        owner = None if self._owner is None else _owner()
        outer = _swap(self, self._owner)
        try:
            return callable(*args, **kwargs)
        finally:
            _swap(outer, owner)
            self._entered = False

    def copy(self):
        new = _new(Context)
        # Nobody changes the dict of a context: `set` makes another one.
        new._data, new._entered, new._owner = self._data, False, self._owner
        return new

    def _is_entered(self):
        return self._entered

    def _check(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError("a ContextVar key was expected, got %r" % (var,))

    def __getitem__(self, var):
        self._check(var)
        return self._data[var]

    def __contains__(self, var):
        self._check(var)
        return var in self._data

    def get(self, var, default=None):
        self._check(var)
        return self._data.get(var, default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'Context' is not an acceptable base type")


_new = object.__new__
_missing = object()


def _current():
    """The context of the calling thread."""
    context = _context()
    if context is None:
        context = Context()
        context._entered = True
        _swap(context, None)
    return context


def _adopt(context):
    """Gives the current context the values of another one."""
    _current()._data = context._data


class Token:
    """The value a variable had before `set`."""

    MISSING = type("Token.MISSING", (), {"__repr__": lambda self: "<Token.MISSING>"})()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        return "<Token%s var=%r at %#x>" % (" used" if self._used else "", self._var, id(self))

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'Token' is not an acceptable base type")


class ContextVar:
    """A variable with a value for each context."""

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name, self._default = name, default

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        value = _current()._data.get(self, _missing)
        if value is not _missing:
            return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        token = object.__new__(Token)
        context = _current()
        token._var, token._used, token._context = self, False, context
        token._old = context._data.get(self, Token.MISSING)
        # Iteration over a context goes on over what it was.
        context._data = {**context._data, self: value}
        return token

    def reset(self, token, /):
        """Gives the variable the value it had before the token's `set`."""
        if not isinstance(token, Token):
            raise TypeError("expected an instance of Token, got %r" % (token,))
        if token._used:
            raise RuntimeError("%r has already been used once" % (token,))
        if token._var is not self:
            raise ValueError("%r was created by a different ContextVar" % (token,))
        context = _current()
        if token._context is not context:
            raise ValueError("%r was created in a different Context" % (token,))
        data = dict(context._data)
        if token._old is Token.MISSING:
            data.pop(self, None)
        else:
            data[self] = token._old
        context._data = data
        token._used = True

    def __repr__(self):
        shown = "" if self._default is _missing else " default=%r" % (self._default,)
        return "<ContextVar name=%r%s at %#x>" % (self._name, shown, id(self))

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __init_subclass__(cls, **kwargs):
        raise TypeError("type 'ContextVar' is not an acceptable base type")


def copy_context():
    """A copy of the current context."""
    new = _new(Context)
    new._data, new._entered, new._owner = _current()._data, False, _owner()
    return new
