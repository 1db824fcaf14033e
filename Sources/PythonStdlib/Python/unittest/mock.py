"""Objects that stand for others in tests."""

import contextlib
import functools
import inspect
import pprint
import sys
from types import MethodType, ModuleType

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock",
           "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

FILTER_DIR = True


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


_FIELDS = ("return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls",
           "method_calls")
_MAGICS = frozenset(["__%s__" % m for m in (
    "lt gt le ge eq ne getitem setitem delitem len contains str sizeof enter exit divmod rdivmod neg pos abs invert "
    "complex int float index round trunc floor ceil bool next fspath aiter hash dir format get set delete reversed "
    "missing reduce add sub mul matmul truediv floordiv mod lshift rshift and xor or pow radd rsub rmul rmatmul "
    "rtruediv rfloordiv rmod rlshift rrshift rand rxor ror rpow iadd isub imul imatmul itruediv ifloordiv imod ilshift "
    "irshift iand ixor ior ipow iter call aenter aexit anext").split()])
_LEFT_OUT = frozenset(["__get__", "__set__", "__delete__", "__reversed__", "__missing__", "__reduce__", "__format__",
                       "__dir__", "__call__"])
_RETURNS = {"__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
            "__bool__": True, "__index__": 1, "__aexit__": False}


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


class NonCallableMock:
    """A stand-in that is no function."""

    def __new__(cls, *args, **kwargs):
        # A class of its own, so that special methods can be set.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__, "__module__": cls.__module__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        d["_mock_parent"], d["_mock_name"], d["_mock_new_name"] = parent, name, _new_name
        d["_mock_new_parent"] = parent if _new_parent is None else _new_parent
        d["_mock_sealed"], d["_mock_children"], d["_mock_wraps"] = False, {}, wraps
        d["_mock_return_value"], d["_mock_side_effect"], d["_mock_unsafe"] = DEFAULT, None, unsafe
        d["_mock_delegate"] = None
        if spec_set is not None:
            spec, spec_set = spec_set, True
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        d["called"], d["call_count"], d["call_args"] = False, 0, None
        d["call_args_list"], d["mock_calls"], d["method_calls"] = _CallList(), _CallList(), _CallList()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        if _is_instance_mock(spec):
            raise InvalidSpecError("Cannot spec a Mock object. [object=%r]" % (spec,))
        d = self.__dict__
        d["_spec_class"] = d["_spec_signature"] = d["_mock_methods"] = None
        d["_spec_set"] = spec_set
        if spec is not None and not isinstance(spec, (list, tuple)):
            d["_spec_class"] = spec if isinstance(spec, type) else type(spec)
            try:
                target = spec.__init__ if isinstance(spec, type) and as_instance is False and False else spec
                if callable(target):
                    d["_spec_signature"] = inspect.signature(target)
            except (ValueError, TypeError):
                pass
            spec = dir(spec)
        if spec is not None:
            d["_mock_methods"] = list(spec)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    @property
    def return_value(self):
        d = self.__dict__
        value = d["_mock_return_value"]
        if d["_mock_delegate"] is not None:
            value = d["_mock_delegate"].return_value
        if value is DEFAULT and d["_mock_wraps"] is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self.__dict__["_mock_delegate"] is not None:
            self.__dict__["_mock_delegate"].return_value = value
            return
        self.__dict__["_mock_return_value"] = value
        _attach(self, value, None, "()")

    @property
    def side_effect(self):
        d = self.__dict__
        return d["_mock_delegate"].side_effect if d["_mock_delegate"] is not None else d["_mock_side_effect"]

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        self.__dict__["_mock_side_effect"] = value

    @property
    def __class__(self):
        spec = self.__dict__.get("_spec_class")
        return type(self) if spec is None else spec

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        d = self.__dict__
        d["called"], d["call_args"], d["call_count"] = False, None, 0
        d["mock_calls"], d["call_args_list"], d["method_calls"] = _CallList(), _CallList(), _CallList()
        if return_value:
            d["_mock_return_value"] = DEFAULT
        if side_effect:
            d["_mock_side_effect"] = None
        for child in d["_mock_children"].values():
            if _is_instance_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        made = d["_mock_return_value"]
        if _is_instance_mock(made) and made is not self:
            made.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *parts, last = path.split(".")
            obj = self
            for part in parts:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    def __getattr__(self, name):
        d = self.__dict__
        if name in ("_mock_methods", "_mock_unsafe") or "_mock_children" not in d:
            raise AttributeError(name)
        methods = d["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _MAGICS:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif name in _MAGICS or name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not d["_mock_unsafe"] and (methods is None or name not in methods):
            if name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or \
                    name in ("called_once", "called_with", "called_once_with", "has_calls", "not_called"):
                raise AttributeError("%r is not a valid assertion. Use a spec for the mock if %r is meant to be an attribute."
                                     % (name, name))
        result = d["_mock_children"].get(name)
        if result is _deleted:
            raise AttributeError(name)
        if result is None:
            wraps = None
            if d["_mock_wraps"] is not None:
                wraps = getattr(d["_mock_wraps"], name)
            result = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            d["_mock_children"][name] = result
        elif isinstance(result, _SpecState):
            result = create_autospec(result.spec, result.spec_set, result.instance, result.parent, result.name)
            d["_mock_children"][name] = result
        return result

    def _extract_mock_name(self):
        parts, at, dot = [], self, ""
        if self.__dict__["_mock_new_name"] == "()":
            dot = ""
        while at is not None:
            d = at.__dict__
            new_name = d["_mock_new_name"]
            if new_name:
                parts.append(new_name + dot)
            dot = "." if new_name != "()" else ""
            if d["_mock_new_parent"] is None or not new_name and d["_mock_name"]:
                break
            at = d["_mock_new_parent"]
        top = at.__dict__["_mock_name"] if at is not None else None
        names = [top or "mock"]
        for part in reversed(parts):
            part = part.rstrip(".")
            if part == top and len(names) == 1 and names[0] == part:
                continue
            names.append(part if part == "()" else "." + part)
        return "".join(names)

    def __repr__(self):
        d = self.__dict__
        name = self._extract_mock_name()
        shown = ""
        if name not in ("mock", "mock."):
            shown = " name=%r" % name
        spec = ""
        if d["_spec_class"] is not None:
            spec = (" spec_set=%r" if d["_spec_set"] else " spec=%r") % d["_spec_class"].__name__
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, spec, id(self))

    def __dir__(self):
        extras = self._mock_methods or []
        own = [n for n in dir(type(self)) if not n.startswith("_")]
        inside = [n for n in self.__dict__ if not n.startswith("_")]
        children = [n for n, v in self.__dict__["_mock_children"].items() if v is not _deleted]
        return sorted(set(list(extras) + own + inside + children))

    def __setattr__(self, name, value):
        d = self.__dict__
        if name in ("return_value", "side_effect") or name in ("called", "call_count", "call_args", "call_args_list",
                                                                "mock_calls", "method_calls") or name.startswith("_mock_") \
                or name == "_spec_class":
            return object.__setattr__(self, name, value)
        if d.get("_spec_set") and d.get("_mock_methods") is not None and name not in d["_mock_methods"] and \
                name not in d:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _MAGICS and "_mock_children" in d:
            if d["_mock_methods"] is not None and name not in d["_mock_methods"]:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if not _is_instance_mock(value):
                function = value
                setattr(type(self), name, lambda self, /, *args, **kw: function(self, *args, **kw))
                d["_mock_children"][name] = value
            else:
                _attach(self, value, None, name)
                setattr(type(self), name, _magic(name, value))
                d["_mock_children"][name] = value
            return
        if d.get("_mock_sealed") and name not in d["_mock_children"]:
            raise AttributeError("Cannot set %s.%s" % (self._extract_mock_name(), name))
        if _attach(self, value, name, name):
            d["_mock_children"][name] = value
            return
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        d = self.__dict__
        if name in _MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
        known = d["_mock_children"].get(name, _missing)
        if name in d:
            object.__delattr__(self, name)
        elif known is _deleted:
            raise AttributeError(name)
        d["_mock_children"][name] = _deleted

    def _get_child_mock(self, /, **kw):
        d = self.__dict__
        if d["_mock_sealed"]:
            name = kw.get("name") or kw.get("_new_name")
            raise AttributeError("%s%s" % (self._extract_mock_name(), name if name == "()" else ".%s" % name))
        cls = type(self).__mro__[1]
        if issubclass(cls, AsyncMock):
            cls = AsyncMock if kw.get("_new_name") in ("__aenter__", "__aexit__", "__anext__") or True else MagicMock
        elif not issubclass(cls, CallableMixin):
            cls = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        return cls(**kw)

    # Claims

    def _shown(self):
        return self._mock_name or "mock"

    def _expect(self, args, kwargs):
        return _call_text(self._shown(), args, kwargs)

    def _key(self, a_call):
        """A call with its arguments bound to the parameters, if they are known."""
        signature = self.__dict__.get("_spec_signature")
        if signature is None:
            return a_call
        args, kwargs = a_call[-2], a_call[-1]
        try:
            bound = signature.bind(*args, **kwargs)
            return call(*bound.args, **bound.kwargs)
        except TypeError as e:
            return e.with_traceback(None)

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._shown(), self.call_count, self._calls_repr()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % self._shown())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._shown(), self.call_count, self._calls_repr()))

    def _calls_repr(self, prefix="Calls"):
        return "\n%s: %s." % (prefix, repr(self.mock_calls)) if self.mock_calls else ""

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called."
                                 % self._expect(args, kwargs))
        if self._key(_Call((args, kwargs), two=True)) != self._key(self.call_args):
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: %s" % (
                self._expect(args, kwargs), self._expect(*self.call_args)))

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._shown(), self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = self._key(_Call((args, kwargs), two=True))
        if not any(self._key(c) == wanted for c in self.call_args_list):
            raise AssertionError("%s call not found" % self._expect(args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        have = list(self.mock_calls)
        if not any_order:
            if list(calls) not in _CallList(have):
                raise AssertionError("Calls not found.\nExpected: %s%s" % (
                    repr(_CallList(calls)), self._calls_repr("  Actual")))
            return
        missing = []
        for c in calls:
            try:
                have.remove(c)
            except ValueError:
                missing.append(c)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._mock_name or "mock", tuple(missing), have))

    def attach_mock(self, mock, attribute):
        d = mock.__dict__
        d["_mock_parent"] = d["_mock_new_parent"] = None
        d["_mock_name"], d["_mock_new_name"] = "", None
        setattr(self, attribute, mock)


def _attach(parent, value, name, new_name):
    if not _is_instance_mock(value):
        return False
    d = value.__dict__
    if d["_mock_name"] or d["_mock_new_name"] or d["_mock_parent"] is not None or d["_mock_new_parent"] is not None:
        return False
    at = parent
    while at is not None:
        if at is value:
            return False
        at = at.__dict__["_mock_new_parent"]
    if new_name:
        d["_mock_new_parent"], d["_mock_new_name"] = parent, new_name
    if name:
        d["_mock_parent"], d["_mock_name"] = parent, name
    return True


class CallableMixin(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent)
        self.__dict__["_mock_return_value"] = return_value
        if return_value is not DEFAULT:
            _attach(self, return_value, None, "()")
        self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        signature = self.__dict__.get("_mock_check")
        if signature is not None:
            signature.bind(*args, **kwargs)
        self._record(args, kwargs)
        return self._execute(args, kwargs)

    def _record(self, args, kwargs):
        d = self.__dict__
        d["called"] = True
        d["call_count"] += 1
        this = _Call((args, kwargs), two=True)
        d["call_args"] = this
        d["call_args_list"].append(this)
        is_call = True
        d["mock_calls"].append(_Call(("", args, kwargs)))
        method = d["_mock_parent"] is not None
        name, method_name = d["_mock_new_name"], d["_mock_name"]
        at = d["_mock_new_parent"]
        is_call = name == "()"
        while at is not None:
            p = at.__dict__
            if method:
                p["method_calls"].append(_Call((method_name, args, kwargs)))
                method = p["_mock_parent"] is not None
                if method:
                    method_name = "%s.%s" % (p["_mock_name"], method_name)
            p["mock_calls"].append(_Call((name, args, kwargs)))
            if p["_mock_new_name"]:
                dot = "" if is_call else "."
                is_call = p["_mock_new_name"] == "()"
                name = p["_mock_new_name"] + dot + name
            at = p["_mock_new_parent"]

    def _execute(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        d = self.__dict__
        if d["_mock_return_value"] is not DEFAULT:
            return self.return_value
        if d["_mock_wraps"] is not None:
            return d["_mock_wraps"](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """A stand-in that remembers how it was used."""


def _magic(name, mock):
    def method(self, /, *args, **kw):
        return mock(*args, **kw)
    method.__name__ = name
    return method


class _LazyMagic:
    """Makes the mock of a special method when it is first needed."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _magic_child(obj, self.name)


def _magic_child(obj, name):
    d = obj.__dict__
    made = d["_mock_children"].get(name)
    if made is None or made is _deleted:
        if made is _deleted:
            raise AttributeError(name)
        cls = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
        made = cls(name=name, _new_name=name, _new_parent=obj)
        d["_mock_children"][name] = made
        if name in _RETURNS:
            made.return_value = _RETURNS[name]
        elif name == "__hash__":
            made.return_value = object.__hash__(obj)
        elif name == "__str__":
            made.return_value = object.__str__(obj)
        elif name == "__sizeof__":
            made.return_value = object.__sizeof__(obj)
        elif name == "__fspath__":
            made.return_value = "%s/%s/%s" % (type(obj).__name__, obj._extract_mock_name(), id(obj))
        elif name == "__iter__":
            made.side_effect = lambda: iter([])
        elif name == "__eq__":
            made.side_effect = lambda other: True if obj is other else NotImplemented
        elif name == "__ne__":
            made.side_effect = lambda other: False if obj is other else NotImplemented
        elif name in ("__lt__", "__gt__", "__le__", "__ge__"):
            made.return_value = NotImplemented
    return made


class _MagicMixin(NonCallableMock):
    def __init__(self, /, *args, **kw):
        self._set_magics([])
        super().__init__(*args, **kw)
        self._set_magics(self.__dict__["_mock_methods"])

    def _set_magics(self, methods):
        cls = type(self)
        for name in _MAGICS - _LEFT_OUT:
            if methods is not None and name not in methods:
                if name in cls.__dict__:
                    delattr(cls, name)
            elif name not in cls.__dict__:
                setattr(cls, name, _forwarder(name))

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._set_magics(self.__dict__["_mock_methods"])


def _forwarder(name):
    def method(self, /, *args, **kw):
        return _magic_child(self, name)(*args, **kw)
    method.__name__ = name
    return _MagicFunction(method, name)


class _MagicFunction:
    """A special method that gives its mock when it is read from an instance."""

    def __init__(self, function, name):
        self.function, self.name = function, name

    def __get__(self, obj, cls=None):
        return self.function if obj is None else _magic_child(obj, self.name)


class NonCallableMagicMock(_MagicMixin, NonCallableMock):
    """A stand-in with special methods that is no function."""


class MagicMock(_MagicMixin, Mock):
    """A stand-in with special methods."""

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)


class AsyncMock(MagicMock):
    """A stand-in for a coroutine function."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["await_count"], self.__dict__["await_args"] = 0, None
        self.__dict__["await_args_list"] = _CallList()

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._await(args, kwargs)

    async def _await(self, args, kwargs):
        d = self.__dict__
        d["await_count"] += 1
        d["await_args"] = _Call((args, kwargs), two=True)
        d["await_args_list"].append(d["await_args"])
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if inspect.isawaitable(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if d["_mock_return_value"] is DEFAULT and d["_mock_wraps"] is not None:
            made = d["_mock_wraps"](*args, **kwargs)
            return await made if inspect.isawaitable(made) else made
        return self.return_value

    def _get_child_mock(self, /, **kw):
        return MagicMock(**kw) if kw.get("_new_name") == "()" else AsyncMock(**kw)

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError("Expected %s to have been awaited." % self._shown())

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError("Expected %s to have been awaited once. Awaited %s times." % (
                self._shown(), self.await_count))

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError("Expected await: %s\nNot awaited" % self._expect(args, kwargs))
        if _Call((args, kwargs), two=True) != self.await_args:
            raise AssertionError("expected await not found.\nExpected: %s\n  Actual: %s" % (
                self._expect(args, kwargs), self._expect(*self.await_args)))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError("Expected %s to not have been awaited. Awaited %s times." % (
                self._shown(), self.await_count))


class PropertyMock(Mock):
    """A stand-in for a property."""

    def __set__(self, obj, val):
        self(val)

    def __get__(self, obj, obj_type=None):
        return self()

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)


class _SpecState:
    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec, self.spec_set, self.parent, self.name, self.instance = spec, spec_set, parent, name, instance


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock that takes the same arguments as what it stands for."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    is_type = isinstance(spec, type)
    options = {"spec_set": spec} if spec_set else {"spec": spec}
    if spec is None:
        options = {}
    options.update(kwargs)
    cls = MagicMock
    if inspect.iscoroutinefunction(spec):
        cls = AsyncMock
    elif not callable(spec) or is_type and instance and not hasattr(spec, "__call__"):
        cls = NonCallableMagicMock
    mock = cls(parent=_parent, _new_parent=_parent, _new_name=_name or "", name=_name, **options)
    try:
        if callable(spec) and not (is_type and instance):
            signature = inspect.signature(spec)
            if _parent is not None and isinstance(_parent.__dict__.get("_spec_class"), type) and \
                    inspect.isfunction(spec):
                params = list(signature.parameters.values())[1:]
                signature = signature.replace(parameters=params)
            mock.__dict__["_mock_check"] = signature
            mock.__dict__["_spec_signature"] = signature
    except (ValueError, TypeError):
        pass
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for name in dir(spec):
        if name in _MAGICS or name.startswith("__"):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if inspect.isfunction(original) or inspect.ismethod(original) or inspect.isbuiltin(original):
            parent = mock
            made = MagicMock(parent=parent, name=name, _new_name=name, _new_parent=parent) \
                if not inspect.iscoroutinefunction(original) else AsyncMock(parent=parent, name=name, _new_name=name,
                                                                            _new_parent=parent)
            try:
                signature = inspect.signature(original)
                if is_type and inspect.isfunction(original) and \
                        not isinstance(inspect.getattr_static(spec, name), staticmethod):
                    if instance or True:
                        params = list(signature.parameters.values())
                        if instance:
                            params = params[1:]
                        signature = signature.replace(parameters=params)
                made.__dict__["_mock_check"] = made.__dict__["_spec_signature"] = signature
            except (ValueError, TypeError):
                pass
            mock.__dict__["_mock_children"][name] = made
        else:
            mock.__dict__["_mock_children"][name] = _SpecState(original, spec_set, mock, name, instance=instance)
    return mock


def _import(target):
    parts = target.split(".")
    path = parts[0]
    thing = __import__(path)
    for part in parts[1:]:
        path += "." + part
        try:
            thing = getattr(thing, part)
        except AttributeError:
            __import__(path)
            thing = getattr(thing, part)
    return thing


class _patch:
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter, self.attribute, self.new, self.new_callable = getter, attribute, new, new_callable
        self.spec, self.create, self.spec_set, self.autospec, self.kwargs = spec, create, spec_set, autospec, kwargs
        self.has_local, self.additional_patchers, self.is_started = False, [], False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [p.copy() for p in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if not name.startswith(patch.TEST_PREFIX):
                    continue
                value = getattr(func, name)
                if hasattr(value, "__call__"):
                    setattr(func, name, self.copy()(value))
            return func
        if inspect.iscoroutinefunction(func):
            return self._decorate(func, True)
        return self._decorate(func, False)

    def _decorate(self, func, is_async):
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func

        @contextlib.contextmanager
        def active(patched, args, keywords):
            extra = []
            with contextlib.ExitStack() as stack:
                for patching in patched.patchings:
                    made = stack.enter_context(patching)
                    if patching.attribute_name is not None:
                        keywords.update(made)
                    elif patching.new is DEFAULT:
                        extra.append(made)
                yield args + tuple(extra), keywords
        if is_async:
            @functools.wraps(func)
            async def patched(*args, **keywords):
                with active(patched, args, keywords) as (args, keywords):
                    return await func(*args, **keywords)
        else:
            @functools.wraps(func)
            def patched(*args, **keywords):
                with active(patched, args, keywords) as (args, keywords):
                    return func(*args, **keywords)
        patched.patchings = [self]
        return patched

    def _original(self):
        target, name = self.target, self.attribute
        local = False
        original = DEFAULT
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins
        if name in builtins.__dict__ and isinstance(target, ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        new, kwargs = self.new, dict(self.kwargs)
        self.target = self.getter()
        original, local = self._original()
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        if new is DEFAULT and autospec is None:
            if spec is True:
                spec = original
                if spec_set is True:
                    spec_set, spec = original, None
            elif spec_set is True:
                spec_set = original
            cls = MagicMock
            if self.new_callable is not None:
                cls = self.new_callable
            elif inspect.iscoroutinefunction(original if spec is None else spec):
                cls = AsyncMock
            if spec is not None:
                kwargs["spec"] = spec
            if spec_set is not None:
                kwargs["spec_set"] = spec_set
            if isinstance(cls, type) and issubclass(cls, NonCallableMock) and self.attribute:
                kwargs.setdefault("name", self.attribute)
            new = cls(**kwargs)
            this = spec if spec is not None else spec_set
            if isinstance(this, type) and _is_instance_mock(new) and not isinstance(this, (list, tuple)):
                new.return_value = MagicMock(**({"spec": spec} if spec is not None else {"spec_set": spec_set}),
                                             _new_parent=new, _new_name="()")
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            new = create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        elif kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self._stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is not None:
                extra = {self.attribute_name: new} if self.new is DEFAULT else {}
                for patching in self.additional_patchers:
                    made = self._stack.enter_context(patching)
                    if patching.new is DEFAULT:
                        extra.update(made)
                return extra
            return new
        except BaseException:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *info):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            try:
                delattr(self.target, self.attribute)
            except AttributeError:
                pass
            if not self.create and (not hasattr(self.target, self.attribute) or
                                    self.attribute in ("__doc__", "__module__", "__defaults__", "__annotations__",
                                                       "__kwdefaults__")):
                setattr(self.target, self.attribute, self.temp_original)
        self.is_started = False
        return self._stack.__exit__(*info)

    def start(self):
        made = self.__enter__()
        self._active_patches.append(self)
        return made

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    """Replaces a name of a module while a test runs."""
    try:
        module, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError("Need a valid target to patch. You supplied: %r" % (target,)) from None
    return _patch(lambda: _import(module), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError("%r must be the actual object to be patched, not a str" % (target,))
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = (lambda: _import(target)) if type(target) is str else (lambda: target)
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    made = None
    for attribute, new in kwargs.items():
        this = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        this.attribute_name = attribute
        if made is None:
            made = this
        else:
            made.additional_patchers.append(this)
    return made


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear, self._original = in_dict, dict(values), clear, None
        self.values.update(kwargs)

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f

        @functools.wraps(f)
        def inner(*args, **kw):
            with self:
                return f(*args, **kw)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        target = self.in_dict
        self._original = dict(target.items()) if hasattr(target, "items") else {k: target[k] for k in target}
        if self.clear:
            _clear(target)
        for key, value in self.values.items():
            target[key] = value
        return target

    def __exit__(self, *args):
        if self._original is not None:
            _clear(self.in_dict)
            for key, value in self._original.items():
                self.in_dict[key] = value
            self._original = None
        return False

    def start(self):
        made = self.__enter__()
        _patch._active_patches.append(self)
        return made

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _stopall():
    for p in reversed(_patch._active_patches[:]):
        p.stop()


patch.object, patch.dict, patch.multiple, patch.stopall, patch.TEST_PREFIX = (_patch_object, _patch_dict,
                                                                             _patch_multiple, _stopall, "test")


def mock_open(mock=None, read_data=""):
    """A mock of `open`."""
    import io
    state = [None]

    def stream(*args, **kwargs):
        return io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
    state[0] = stream()
    handle = MagicMock(spec=io.TextIOWrapper if isinstance(read_data, str) else io.BytesIO)
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    handle.write.return_value = handle.read.return_value = handle.readline.return_value = None
    handle.readlines.return_value = None
    for name in ("read", "readline", "readlines"):
        def effect(*args, _name=name, **kwargs):
            own = getattr(handle, _name).return_value
            return own if own is not None else getattr(state[0], _name)(*args, **kwargs)
        getattr(handle, name).side_effect = effect
    handle.__iter__.side_effect = lambda: iter(state[0])
    handle.__next__.side_effect = lambda: next(state[0])
    mock = MagicMock(name="open", spec=open) if mock is None else mock

    def reset(*args, **kwargs):
        state[0] = stream()
        return DEFAULT
    mock.side_effect, mock.return_value = reset, handle
    return mock


def seal(mock):
    """Lets a mock have no more new attributes."""
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if _is_instance_mock(child) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)
