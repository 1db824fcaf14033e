"""Mocks: objects that make up their attributes and record their calls."""
import inspect
from unittest._mock_calls import DEFAULT, InvalidSpecError, _Call, _CallList, _call_text, _deleted, _missing, call

__name__ = "unittest.mock"        # the module that pickles and messages name
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


from unittest._mock_magic import AsyncMock, MagicMock, NonCallableMagicMock, _magic    # down here: they need what is above
