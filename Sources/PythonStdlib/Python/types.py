"""Names of the interpreter's types."""
import sys as _sys


def _f():
    pass


FunctionType = type(_f)
LambdaType = FunctionType
MappingProxyType = type(type.__dict__)


SimpleNamespace = type(_sys.implementation)


def _g():
    yield 1


GeneratorType = type(_g())


async def _c():
    pass


_c = _c()
CoroutineType = type(_c)
_c.close()


async def _ag():
    yield


AsyncGeneratorType = type(_ag())


class _C:
    def _m(self):
        pass


MethodType = type(_C()._m)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
ModuleType = type(_sys)
CodeType = type(_f.__code__)
CellType = type((lambda x: lambda: x)(1).__closure__[0])
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
GetSetDescriptorType = type(FunctionType.__dict__.get("__code__"))
try:
    raise TypeError
except TypeError as _e:
    TracebackType = type(_e.__traceback__)
    FrameType = type(getattr(_e.__traceback__, "tb_frame", None))


class _Slotted:
    __slots__ = ("x",)


MemberDescriptorType = type(_Slotted.__dict__["x"])
if "GetSetDescriptorType" not in globals():
    GetSetDescriptorType = type(FunctionType.__dict__["__code__"])
del _Slotted


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class dynamically."""
    resolved = resolve_bases(bases)
    meta, ns, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(ns)
    if resolved is not bases:
        ns["__orig_bases__"] = bases
    return meta(name, resolved, ns, **kwds)


def resolve_bases(bases):
    """The bases with __mro_entries__ applied."""
    new, changed = [], False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            new.append(base)
            continue
        found = base.__mro_entries__(bases)
        if not isinstance(found, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        new.extend(found)
    return tuple(new) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the remaining keywords of a class."""
    kwds = {} if kwds is None else dict(kwds)
    meta = kwds.pop("metaclass") if "metaclass" in kwds else type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(meta, kind):
                continue
            if issubclass(kind, meta):
                meta = kind
                continue
            raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                            "metaclasses of all its bases")
    ns = meta.__prepare__(name, bases, **kwds) if hasattr(meta, "__prepare__") else {}
    return meta, ns, kwds


def get_original_bases(cls, /):
    """The bases before __mro_entries__ was applied."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError("Expected an instance of type, not %r" % type(cls).__name__) from None


class _GeneratorWrapper:
    """A generator that can be awaited."""

    def __init__(self, gen):
        self._gen = gen
        self.__name__ = getattr(gen, "__name__", None)
        self.__qualname__ = getattr(gen, "__qualname__", None)

    def send(self, val):
        return self._gen.send(val)

    def throw(self, tp, *rest):
        return self._gen.throw(tp, *rest)

    def close(self):
        return self._gen.close()

    def __next__(self):
        return next(self._gen)

    def __iter__(self):
        return self

    __await__ = __iter__

    @property
    def gi_code(self):
        return self._gen.gi_code

    @property
    def gi_frame(self):
        return self._gen.gi_frame

    @property
    def gi_running(self):
        return self._gen.gi_running

    @property
    def gi_yieldfrom(self):
        return self._gen.gi_yieldfrom

    cr_code, cr_frame, cr_running, cr_await = gi_code, gi_frame, gi_running, gi_yieldfrom


def coroutine(func):
    """Makes what a generator function returns awaitable."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, "__code__", None)
    if code is not None and type(code).__name__ == "code" and code.co_flags & 0x180:
        return func
    if code is not None and type(code).__name__ == "code" and code.co_flags & 0x20:
        func.__code__ = code.replace(co_flags=code.co_flags | 0x100)
        return func
    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        kind = type(made).__name__
        if kind == "coroutine" or hasattr(made, "__await__"):
            return made
        if kind == "generator" or all([hasattr(made, n) for n in ("__iter__", "__next__", "send", "throw", "close")]):
            return _GeneratorWrapper(made)
        return made
    return wrapped


class DynamicClassAttribute:
    """A property of instances that lets classes have an attribute of the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))
        self.overwrite_doc = doc is None

    @staticmethod
    def _call(function, problem, *args):
        if function is None:
            raise AttributeError(problem)
        return function(*args)

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return self._call(self.fget, "unreadable attribute", instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value): self._call(self.fset, "can't set attribute", instance, value)
    def __delete__(self, instance): self._call(self.fdel, "can't delete attribute", instance)

    def _with(self, fget, fset, fdel, doc=None):
        made = type(self)(fget, fset, fdel, doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        """A copy with another getter."""
        return self._with(fget, self.fset, self.fdel, fget.__doc__ if self.overwrite_doc else None)

    def setter(self, fset):
        """A copy with another setter."""
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        """A copy with another deleter."""
        return self._with(self.fget, self.fset, fdel)
