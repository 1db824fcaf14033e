"""Tools for working with functions and callable objects."""
from _native_functools import cached as _cached, cmp_to_key, keep_attribute as _keep_attribute
from _native_functools import keeps_attributes as _keeps_attributes, partial_call as _partial_call, partial_new as _partial_new

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()
_GenericAlias = type(list[int])


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like the wrapped function."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            pass
        else:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that applies update_wrapper."""
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


def reduce(function, iterable, initial=_missing, /):
    """Applies a function of two arguments cumulatively."""
    it = iter(iterable)
    if initial is _missing:
        value = next(it, _missing)
        if value is _missing:
            raise TypeError("reduce() of empty iterable with no initial value")
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


class partial:
    """partial(func, *args, **keywords): a function with some arguments given."""

    __new__ = _partial_new
    __call__ = _partial_call
    __class_getitem__ = classmethod(_GenericAlias)

    def __repr__(self):
        if id(self) in _in_repr:
            return "..."
        _in_repr.add(id(self))
        try:
            parts = [repr(self.func)] + [repr(a) for a in self.args]
            parts += ["%s=%r" % item for item in self.keywords.items()]
        finally:
            _in_repr.discard(id(self))
        cls = type(self)
        name = "functools.partial" if cls is partial else "%s.%s" % (cls.__module__, cls.__qualname__)
        return "%s(%s)" % (name, ", ".join(parts))

    def _extra(self):
        return {k: v for k, v in self.__dict__.items() if k not in ("func", "args", "keywords")} or None

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or None, self._extra())

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("argument to __setstate__ must be a tuple")
        if len(state) != 4:
            raise TypeError("expected 4 items in state, got %d" % len(state))
        func, args, keywords, extra = state
        if not callable(func) or not isinstance(args, tuple) or keywords is not None and not isinstance(keywords, dict) or \
                extra is not None and not isinstance(extra, dict):
            raise TypeError("invalid partial state")
        for name in list(self.__dict__):
            if extra is None or name not in extra:
                del self.__dict__[name]
        self.func, self.args = func, tuple(args)
        self.keywords = {} if keywords is None else dict(keywords) if type(keywords) is not dict else keywords
        if extra is not None:
            self.__dict__.update(extra)


_in_repr = set()


class partialmethod:
    """A method with some arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("{!r} is not callable or a descriptor".format(func))
        if isinstance(func, partialmethod):
            self.func, self.args = func.func, func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        parts = [repr(self.func)] + [repr(a) for a in self.args] + ["%s=%r" % item for item in self.keywords.items()]
        cls = type(self)
        return "%s.%s(%s)" % (cls.__module__, cls.__qualname__, ", ".join(parts))

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))
    __class_getitem__ = classmethod(_GenericAlias)

    def __get__(self, obj, cls=None):
        func = self.func
        bound = func.__get__(obj, cls) if hasattr(func, "__get__") and not isinstance(func, partial) else func
        if bound is func:
            return self._plain().__get__(obj, cls)
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, "__self__"):
            made.__self__ = bound.__self__
        return made

    def _plain(self):
        """A function in the place of what does not bind."""
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__dict__.update(_partialmethod=self, __isabstractmethod__=self.__isabstractmethod__)
        return _method


class _CacheInfo(tuple):
    def __new__(cls, hits, misses, maxsize, currsize):
        return tuple.__new__(cls, (hits, misses, maxsize, currsize))
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def lru_cache(maxsize=128, typed=False):
    """Decorator that remembers the results of the most recent calls."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _lru(function, maxsize, typed)
    return decorate


def _lru(function, maxsize, typed):
    wrapper = _cached(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """lru_cache without a limit."""
    return _lru(user_function, None, False)


class cached_property:
    """A property computed once per instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names (%r and %r)." % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        if _keeps_attributes(instance, self.attrname):
            # No dictionary need be made.
            value = self.func(instance)
            if _keep_attribute(instance, self.attrname, value):
                return value
            instance.__dict__[self.attrname] = value
            return value
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property." % (
                type(instance).__name__, self.attrname)) from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError("The '__dict__' attribute on %r instance does not support item assignment for caching "
                                "%r property." % (type(instance).__name__, self.attrname)) from None
        return value

    __class_getitem__ = classmethod(_GenericAlias)


def _not(op, name):
    def method(self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else not result
    method.__name__ = name
    return method


def _or_equal(op, name):
    def method(self, other):
        result = getattr(type(self), op)(self, other)
        if result is NotImplemented:
            return result
        return result or self == other
    method.__name__ = name
    return method


def _and_not_equal(op, name, invert):
    def method(self, other):
        result = getattr(type(self), op)(self, other)
        if result is NotImplemented:
            return result
        return (not result if invert else result) and self != other
    method.__name__ = name
    return method


def _not_or_equal(op, name):
    def method(self, other):
        result = getattr(type(self), op)(self, other)
        if result is NotImplemented:
            return result
        return not result or self == other
    method.__name__ = name
    return method


def total_ordering(cls):
    """Class decorator that fills in missing comparison methods."""
    roots = [op for op in ("__lt__", "__le__", "__gt__", "__ge__")
             if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    if "__lt__" in roots:
        made = {"__gt__": _and_not_equal("__lt__", "__gt__", True), "__le__": _or_equal("__lt__", "__le__"),
                "__ge__": _not("__lt__", "__ge__")}
    elif "__le__" in roots:
        made = {"__ge__": _not_or_equal("__le__", "__ge__"), "__lt__": _and_not_equal("__le__", "__lt__", False),
                "__gt__": _not("__le__", "__gt__")}
    elif "__gt__" in roots:
        made = {"__lt__": _and_not_equal("__gt__", "__lt__", True), "__ge__": _or_equal("__gt__", "__ge__"),
                "__le__": _not("__gt__", "__le__")}
    else:
        made = {"__le__": _not_or_equal("__ge__", "__le__"), "__gt__": _and_not_equal("__ge__", "__gt__", False),
                "__lt__": _not("__ge__", "__lt__")}
    for name, method in made.items():
        if name not in roots:
            method.__qualname__ = "%s.%s" % (cls.__qualname__, name)
            method.__module__ = cls.__module__
            setattr(cls, name, method)
    return cls


def _c3_merge(sequences):
    """One order out of several, by the rule of method resolution."""
    result = []
    while True:
        sequences = [seq for seq in sequences if seq]
        if not sequences:
            return result
        for seq in sequences:
            candidate = seq[0]
            if not any([candidate in other[1:] for other in sequences]):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(candidate)
        for seq in sequences:
            if seq[0] is candidate:
                del seq[0]


def _c3_mro(cls, abcs=None):
    """The method resolution order with abstract base classes where they belong."""
    bases = list(cls.__bases__)
    boundary = 0
    for i in range(len(bases) - 1, -1, -1):
        if hasattr(bases[i], "__abstractmethods__"):
            boundary = i + 1
            break
    abcs = list(abcs) if abcs else []
    abstract = []
    for base in abcs:
        if issubclass(cls, base) and not any([issubclass(b, base) for b in bases]):
            abstract.append(base)
    for base in abstract:
        abcs.remove(base)
    explicit, other = bases[:boundary], bases[boundary:]
    return _c3_merge(
        [[cls]] + [_c3_mro(b, abcs) for b in explicit] + [_c3_mro(b, abcs) for b in abstract]
        + [_c3_mro(b, abcs) for b in other] + [list(explicit)] + [list(abstract)] + [list(other)])


def _compose_mro(cls, types):
    """The order in which the types that a class implements come."""
    known = set(cls.__mro__)

    def is_related(kind):
        return kind not in known and hasattr(kind, "__mro__") and not isinstance(kind, _GenericAlias) and issubclass(cls, kind)
    types = [kind for kind in types if is_related(kind)]

    def is_strict_base(kind):
        return any([kind is not other and kind in other.__mro__ for other in types])
    types = [kind for kind in types if not is_strict_base(kind)]
    wanted = set(types)
    mro = []
    for kind in types:
        found = []
        for sub in kind.__subclasses__():
            if sub not in known and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(kind)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for one in sub:
                if one not in mro:
                    mro.append(one)
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    """The best implementation for a class."""
    match = None
    for kind in _compose_mro(cls, registry.keys()):
        if match is not None:
            if (kind in registry and kind not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, kind)):
                raise RuntimeError("Ambiguous dispatch: {} or {}".format(match, kind))
            break
        if kind in registry:
            match = kind
    return registry.get(match)


def singledispatch(func):
    """Makes a function generic over the type of its first argument."""
    from types import MappingProxyType, UnionType
    from weakref import WeakKeyDictionary
    from abc import get_cache_token
    registry = {}
    dispatch_cache = WeakKeyDictionary()
    cache_token = None

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal cache_token
        if cache_token is not None:
            current = get_cache_token()
            if cache_token != current:
                dispatch_cache.clear()
                cache_token = current
        impl = dispatch_cache.get(cls)
        if impl is None:
            impl = registry.get(cls) or _find_impl(cls, registry)
            dispatch_cache[cls] = impl
        return impl

    def members(cls):
        """The classes of a union; None for what is no union."""
        if isinstance(cls, UnionType):
            return cls.__args__
        if getattr(getattr(cls, "__origin__", None), "_name", None) in ("Union", "Optional"):
            return cls.__args__
        return None

    def is_valid(cls):
        if isinstance(cls, type) and not isinstance(cls, _GenericAlias):
            return True
        parts = members(cls)
        return bool(parts) and all([isinstance(arg, type) for arg in parts])

    def register(cls, func=None):
        """Registers an implementation for a class."""
        nonlocal cache_token
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. %r is not a class or union type." % (cls,))
            plain = getattr(cls, "__func__", cls)
            annotations = getattr(plain, "__annotations__", {})
            if not annotations:
                raise TypeError("Invalid first argument to `register()`: %r. Use either `@register(some_class)` or plain "
                                "`@register` on an annotated function." % (cls,))
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(plain).items()))
            if not is_valid(cls):
                if members(cls):
                    raise TypeError("Invalid annotation for %r. %r not all arguments are classes." % (argname, cls))
                raise TypeError("Invalid annotation for %r. %r is not a class." % (argname, cls))
        for one in members(cls) or (cls,):
            registry[one] = func
            if cache_token is None and hasattr(one, "__abstractmethods__"):
                cache_token = get_cache_token()
        dispatch_cache.clear()
        return func

    name = getattr(func, "__name__", "singledispatch function")

    def wrapper(*args, **kw):
        if args:
            return dispatch(args[0].__class__)(*args, **kw)
        raise TypeError("%s requires at least 1 positional argument" % name)
    registry[object] = func
    update_wrapper(wrapper, func)
    wrapper.registry, wrapper._clear_cache = MappingProxyType(registry), dispatch_cache.clear
    wrapper.dispatch, wrapper.register = dispatch, register
    return wrapper


class singledispatchmethod:
    """singledispatch for methods."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Registers an implementation for a class."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            if args:
                chosen = self.dispatcher.dispatch(args[0].__class__)
                return chosen.__get__(obj, cls)(*args, **kwargs)
            raise TypeError("%s requires at least 1 positional argument" % getattr(
                self.func, "__name__", "singledispatchmethod method"))
        update_wrapper(_method, self.func)
        _method.register, _method.__isabstractmethod__ = self.register, self.__isabstractmethod__
        return _method

    __isabstractmethod__ = property(lambda self: getattr(self.func, "__isabstractmethod__", False))
