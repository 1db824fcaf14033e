"""What kind of thing an object is."""
import functools
import types

__name__ = "inspect"        # the module that pickles and messages name
CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


# Kinds

def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


_NATIVE_DESCRIPTORS = tuple({type(dict.get), type(object.__init__), type(str.join)} - {types.BuiltinFunctionType})


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or \
        ismethodwrapper(object)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__get__") and not hasattr(cls, "__set__") or isinstance(object, _NATIVE_DESCRIPTORS)


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    cls = type(object)
    return hasattr(cls, "__set__") or hasattr(cls, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or hasattr(type(object), "__await__") or \
        isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)


def _has_flag(object, flag):
    while isinstance(object, functools.partial):
        object = object.func
    while ismethod(object):
        object = object.__func__
    while isinstance(object, functools.partial):
        object = object.func
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


_coroutine_mark = object()


def markcoroutinefunction(func):
    """Lets a plain function count as a coroutine function."""
    target = func.__func__ if hasattr(func, "__func__") else func
    target._is_coroutine_mark = _coroutine_mark
    return func


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    while ismethod(obj) or isinstance(obj, functools.partial):
        obj = obj.__func__ if ismethod(obj) else obj.func
    return getattr(obj, "_is_coroutine_mark", None) is _coroutine_mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))
