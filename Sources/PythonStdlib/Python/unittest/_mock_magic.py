"""Mocks with special methods, and those that are awaited."""
import inspect
from unittest._mock_calls import DEFAULT, _Call, _CallList, _deleted
from unittest._mock_classes import Mock, NonCallableMock, _LEFT_OUT, _MAGICS, _RETURNS, _is_exception

__name__ = "unittest.mock"        # the module that pickles and messages name


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
