extension PythonLibrary {
  /// `functools`.
  static let functoolsModule = #"""
    __all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache",
               "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod",
               "cached_property"]

    WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
    WRAPPER_UPDATES = ("__dict__",)

    def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        for name in assigned:
            try:
                value = getattr(wrapped, name)
            except AttributeError:
                continue
            setattr(wrapper, name, value)
        for name in updated:
            getattr(wrapper, name).update(getattr(wrapped, name, {}))
        wrapper.__wrapped__ = wrapped
        return wrapper

    def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
        def decorator(wrapper):
            return update_wrapper(wrapper, wrapped, assigned, updated)
        return decorator

    _missing = object()

    def reduce(function, iterable, initial=_missing, /):
        it = iter(iterable)
        if initial is _missing:
            for value in it:
                break
            else:
                raise TypeError("reduce() of empty iterable with no initial value")
        else:
            value = initial
        for item in it:
            value = function(value, item)
        return value

    class partial:
        def __new__(cls, func, /, *args, **keywords):
            if not callable(func):
                raise TypeError("the first argument must be callable")
            self = object.__new__(cls)
            if isinstance(func, partial):
                args = func.args + args
                keywords = {**func.keywords, **keywords}
                func = func.func
            self.func = func
            self.args = args
            self.keywords = keywords
            return self

        def __call__(self, /, *args, **keywords):
            return self.func(*self.args, *args, **{**self.keywords, **keywords})

        def __repr__(self):
            parts = [repr(self.func)]
            parts.extend(repr(x) for x in self.args)
            parts.extend(f"{k}={v!r}" for k, v in self.keywords.items())
            return "functools.partial(" + ", ".join(parts) + ")"

    class partialmethod:
        def __init__(self, func, /, *args, **keywords):
            self.func = func
            self.args = args
            self.keywords = keywords

        def __get__(self, obj, cls=None):
            get = getattr(self.func, "__get__", None)
            bound = get(obj, cls) if get is not None else self.func
            if obj is None and bound is self.func:
                def call(self_, /, *args, **keywords):
                    return self.func(self_, *self.args, *args, **{**self.keywords, **keywords})
                return call
            return partial(bound, *self.args, **self.keywords)

    class _Info(tuple):
        _names = ("hits", "misses", "maxsize", "currsize")
        hits = property(lambda self: self[0])
        misses = property(lambda self: self[1])
        maxsize = property(lambda self: self[2])
        currsize = property(lambda self: self[3])
        def __repr__(self):
            return "CacheInfo(" + ", ".join(f"{n}={v!r}" for n, v in zip(self._names, self)) + ")"

    _mark = object()

    class _Cached:
        def __init__(self, function, maxsize, typed):
            self._function = function
            self._maxsize = maxsize
            self._typed = typed
            self._hits = self._misses = 0
            self._store = {}
            update_wrapper(self, function)

        def _key(self, args, keywords):
            key = args
            if keywords:
                key = (args, _mark, tuple(keywords.items()))
            if self._typed:
                key = (key, tuple(type(x) for x in args), tuple(type(x) for x in keywords.values()))
            return key

        def __call__(self, *args, **keywords):
            key = self._key(args, keywords) if keywords or self._typed else args
            store = self._store
            value = store.get(key, _missing)
            if value is not _missing:
                self._hits += 1
                if self._maxsize is not None:
                    del store[key]
                    store[key] = value
                return value
            self._misses += 1
            value = self._function(*args, **keywords)
            if self._maxsize is None:
                store[key] = value
            elif self._maxsize > 0:
                if key not in store and len(store) >= self._maxsize:
                    del store[next(iter(store))]
                store[key] = value
            return value

        def __get__(self, obj, cls=None):
            if obj is None:
                return self
            return _BoundCached(self, obj)

        def cache_info(self):
            return _Info((self._hits, self._misses, self._maxsize, len(self._store)))

        def cache_clear(self):
            self._store.clear()
            self._hits = self._misses = 0

        def cache_parameters(self):
            return {"maxsize": self._maxsize, "typed": self._typed}

        def __repr__(self):
            return repr(self.__wrapped__).replace("<function", "<functools._lru_cache_wrapper", 1)

    class _BoundCached:
        def __init__(self, cached, obj):
            self.__func__ = cached
            self.__self__ = obj
        def __call__(self, *args, **keywords):
            return self.__func__(self.__self__, *args, **keywords)
        def __getattr__(self, name):
            return getattr(self.__func__, name)

    def lru_cache(maxsize=128, typed=False):
        if callable(maxsize) and isinstance(typed, bool):
            return _Cached(maxsize, 128, typed)
        if isinstance(maxsize, int):
            maxsize = max(maxsize, 0)
        elif maxsize is not None:
            raise TypeError("Expected first argument to be an integer, a callable, or None")
        def decorator(function):
            return _Cached(function, maxsize, typed)
        return decorator

    def cache(function, /):
        return _Cached(function, None, False)

    class cached_property:
        def __init__(self, func):
            self.func = func
            self.attrname = None
            self.__doc__ = func.__doc__

        def __set_name__(self, owner, name):
            if self.attrname is None:
                self.attrname = name
            elif name != self.attrname:
                raise TypeError("Cannot assign the same cached_property to two different names "
                                f"({self.attrname!r} and {name!r}).")

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            if self.attrname is None:
                raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
            store = instance.__dict__
            value = store.get(self.attrname, _missing)
            if value is _missing:
                value = self.func(instance)
                store[self.attrname] = value
            return value

    def cmp_to_key(mycmp):
        class K:
            __slots__ = ["obj"]
            def __init__(self, obj):
                self.obj = obj
            def __lt__(self, other):
                return mycmp(self.obj, other.obj) < 0
            def __gt__(self, other):
                return mycmp(self.obj, other.obj) > 0
            def __eq__(self, other):
                return mycmp(self.obj, other.obj) == 0
            def __le__(self, other):
                return mycmp(self.obj, other.obj) <= 0
            def __ge__(self, other):
                return mycmp(self.obj, other.obj) >= 0
            __hash__ = None
        return K

    def _order(root, negate, or_equal, and_unequal):
        def method(self, other):
            result = getattr(type(self), root)(self, other)
            if result is NotImplemented:
                return result
            if negate:
                result = not result
            if or_equal:
                return result or self == other
            if and_unequal:
                return result and self != other
            return result
        return method

    def total_ordering(cls):
        roots = {op for op in ("__lt__", "__le__", "__gt__", "__ge__")
                 if getattr(cls, op, None) is not getattr(object, op, None)}
        if not roots:
            raise ValueError("must define at least one ordering operation: < > <= >=")
        rules = {
            "__lt__": {"__gt__": (True, False, True), "__le__": (False, True, False), "__ge__": (True, False, False)},
            "__le__": {"__ge__": (True, True, False), "__lt__": (False, False, True), "__gt__": (True, False, False)},
            "__gt__": {"__lt__": (True, False, True), "__ge__": (False, True, False), "__le__": (True, False, False)},
            "__ge__": {"__le__": (True, True, False), "__gt__": (False, False, True), "__lt__": (True, False, False)},
        }
        root = next(op for op in ("__lt__", "__le__", "__gt__", "__ge__") if op in roots)
        for name, rule in rules[root].items():
            if name not in roots:
                method = _order(root, *rule)
                method.__name__ = name
                setattr(cls, name, method)
        return cls

    def singledispatch(func):
        registry = {object: func}
        def dispatch(cls):
            for base in cls.__mro__:
                if base in registry:
                    return registry[base]
            for kind, function in registry.items():
                if kind is not object and issubclass(cls, kind):
                    return function
            return func
        def register(cls, function=None):
            if function is None:
                if isinstance(cls, type):
                    return lambda f: register(cls, f)
                function = cls
                hints = getattr(function, "__annotations__", {})
                if not hints:
                    raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                    "or plain `@register` on an annotated function.")
                cls = next(iter(hints.values()))
            registry[cls] = function
            return function
        def wrapper(*args, **keywords):
            if not args:
                raise TypeError(f"{func.__name__} requires at least 1 positional argument")
            return dispatch(type(args[0]))(*args, **keywords)
        wrapper.register = register
        wrapper.dispatch = dispatch
        wrapper.registry = registry
        return update_wrapper(wrapper, func)

    class singledispatchmethod:
        def __init__(self, func):
            self.dispatcher = singledispatch(func)
            self.func = func
        def register(self, cls, method=None):
            return self.dispatcher.register(cls, method)
        def __get__(self, obj, cls=None):
            def method(*args, **keywords):
                function = self.dispatcher.dispatch(type(args[0]))
                return function.__get__(obj, cls)(*args, **keywords)
            method.register = self.register
            return method
    """#
}
