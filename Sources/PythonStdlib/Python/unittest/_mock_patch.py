"""Mocks in the place of what a name stands for, for a while."""
import contextlib
import functools
import inspect
import sys
from types import ModuleType
from unittest._mock_calls import DEFAULT
from unittest._mock_classes import NonCallableMock, _is_instance_mock, create_autospec
from unittest._mock_magic import AsyncMock, MagicMock

__name__ = "unittest.mock"        # the module that pickles and messages name


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
