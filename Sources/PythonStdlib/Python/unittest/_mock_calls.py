"""Calls as they are recorded and compared."""
import pprint

__name__ = "unittest.mock"        # the module that pickles and messages name


class InvalidSpecError(Exception):
    pass


class _SentinelObject:
    """An attribute of `sentinel`: itself and nothing else."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name

    __reduce__ = __repr__


class _Sentinel:
    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        made = self.__dict__[name] = _SentinelObject(name)
        return made


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing, _deleted = sentinel.MISSING, sentinel.DELETED


class _Any:
    """Equals everything."""

    __hash__ = object.__hash__

    def __repr__(self):
        return "<ANY>"

    def __eq__(self, other): return True
    def __ne__(self, other): return False


ANY = _Any()


def _call_text(name, args, kwargs):
    parts = [repr(a) for a in args] + ["%s=%r" % item for item in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


def _parts(value, name=""):
    """Name, args and kwargs of a call of which any may be left out."""
    if len(value) == 3:
        return tuple(value)
    rest = list(value)
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    if len(rest) == 2:
        return name, *rest
    last = rest[0] if rest else ()
    return (name, last, {}) if isinstance(last, tuple) else (name, (), last)


class _Call(tuple):
    """A call: name, args and kwargs."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        parts = _parts(value, name) if len(value) < 4 else (name, (), {})
        return tuple.__new__(cls, parts[1:] if two else parts)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name, self._mock_parent, self._mock_from_kall = name, parent, from_kall

    def __eq__(self, other):
        try:
            n = len(other)
        except TypeError:
            return NotImplemented
        mine = ("",) + tuple(self) if len(self) == 2 else tuple(self)
        if n > 3:
            return False
        name, args, kwargs = _parts(other)
        if mine[0] and name != mine[0] and not (isinstance(other, _Call) and len(other) == 2):
            if name or mine[0] != (name or mine[0]):
                return False
        if name and mine[0] and name != mine[0]:
            return False
        return (tuple(args), kwargs) == (tuple(mine[1]), mine[2])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattr__(self, attr):
        if attr.startswith("_mock") or attr.startswith("__"):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else "call.%s" % name
        if len(self) == 2:
            name, (args, kwargs) = "call", self
        else:
            name, args, kwargs = self
            name = "call" if not name else "call.%s" % name if not name.startswith("()") else "call%s" % name
        return _call_text(name, args, kwargs)

    def call_list(self):
        found, at = [], self
        while at is not None:
            if at._mock_from_kall:
                found.append(at)
            at = at._mock_parent
        return _CallList(reversed(found))


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(0, len(self) - n + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
