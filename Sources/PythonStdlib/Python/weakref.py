"""Weak references and containers of them."""
import sys
from _collections_abc import Mapping, MutableMapping, MutableSet
from _weakref import getweakrefcount, getweakrefs, ref
from _weakrefset import WeakSet

ReferenceType = ref
MutableSet.register(WeakSet)
__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


class WeakMethod(ref):
    """A weak reference to a bound method, which dies with the object or the function."""

    __slots__ = ("_function", "_bind", "_dead", "__weakref__")

    def __new__(cls, meth, callback=None):
        if not hasattr(meth, "__self__") or not hasattr(meth, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        this = None

        def died(part):
            method = this()
            if method is None or method._dead:
                return
            method._dead = True
            if callback:
                callback(method)
        made = super().__new__(cls, meth.__self__, died)
        this, made._dead, made._bind, made._function = ref(made), False, type(meth), ref(meth.__func__, died)
        return made

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is not None and function is not None:
            return self._bind(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._dead or other._dead:
            return other is self
        return self._function == other._function and super().__eq__(other)

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A weak reference that knows its key in a WeakValueDictionary."""

    __slots__ = ("key",)

    def __new__(cls, ob, callback, key):
        made = super().__new__(cls, ob, callback)
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        super().__init__()


class _WeakDictionary(MutableMapping):
    """What the two dictionaries have in common. `data` is a plain dictionary with references in the place of objects.

    A subclass gives `items`, the entries that are alive, and the methods that take one key.
    """

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"

    def __len__(self):
        return len(self.data)

    def keys(self):
        """The keys of the entries that are alive."""
        return (key for key, _ in self.items())

    def __iter__(self):
        return self.keys()

    def values(self):
        """The values of the entries that are alive."""
        return (value for _, value in self.items())

    def popitem(self):
        """Removes an entry that is alive, the last first."""
        while True:
            if (entry := self._entry(*self.data.popitem())) is not None:
                return entry

    def items(self):
        """The entries that are alive. Others may die meanwhile: what is gone through is a copy."""
        for pair in list(self.data.items()):
            if (entry := self._entry(*pair)) is not None:
                yield entry

    def update(self, other=None, /, **more):
        """Takes over the entries of a mapping, or pairs, and those given by name."""
        given = {} if other is None else other if hasattr(other, "items") else dict(other)
        for source in (given, more):
            for key, value in source.items():
                self[key] = value

    def copy(self):
        """A dictionary with the same entries."""
        return self._plain(self)

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return self.copy().__ior__(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return type(self)(other).__ior__(self) if isinstance(other, Mapping) else NotImplemented


class WeakValueDictionary(_WeakDictionary):
    """A dictionary whose entries vanish with their values."""

    def __init__(self, other=(), /, **kw):
        self.data, this = {}, ref(self)

        def forget(wr):
            alive = this()
            if alive is not None and alive.data.get(wr.key) is wr:
                del alive.data[wr.key]
        self._remove = forget
        self.update(other, **kw)

    @staticmethod
    def _entry(key, wr):
        value = wr()
        return None if value is None else (key, value)

    def get(self, key, default=None):
        """The value of a key; the default when there is none, or none any more."""
        value = self.data[key]() if key in self.data else None
        return default if value is None else value

    def __getitem__(self, key):
        if (value := self.get(key)) is None:
            raise KeyError(key)
        return value

    def __contains__(self, key):
        return self.get(key) is not None

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def setdefault(self, key, default=None):
        """The value of a key, which becomes the default when it has none."""
        if (value := self.get(key)) is None:
            value = self[key] = default
        return value

    def pop(self, key, *args):
        """Removes a key and gives its value, or the default."""
        value = self.get(key, *args) if args else self[key]
        self.data.pop(key, None)
        return value

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        made.update((deepcopy(key, memo), value) for key, value in self.items())
        return made

    def valuerefs(self):
        """The weak references to the values."""
        return list(self.data.values())

    def itervaluerefs(self):
        """The weak references to the values, one after the other."""
        return iter(self.valuerefs())


class WeakKeyDictionary(_WeakDictionary):
    """A dictionary whose entries vanish with their keys."""

    def __init__(self, dict=None):
        self.data, this = {}, ref(self)

        def forget(wr):
            if (alive := this()) is not None:
                alive.data.pop(wr, None)
        self._remove = forget
        self.update(dict)

    @staticmethod
    def _entry(wr, value):
        key = wr()
        return None if key is None else (key, value)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def get(self, key, default=None):
        """The value of a key; the default when there is none."""
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def setdefault(self, key, default=None):
        """The value of a key, which becomes the default when it has none."""
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        """Removes a key and gives its value, or the default."""
        return self.data.pop(ref(key), *args)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def keyrefs(self):
        """The weak references to the keys."""
        return list(self.data)


WeakValueDictionary._plain, WeakKeyDictionary._plain = WeakValueDictionary, WeakKeyDictionary


class _Farewell:
    """What a finalizer knows: the object, the call, and whether it is due at the end of the program."""

    __slots__ = ("object", "call", "atexit")

    def __init__(self, object, *call):
        self.object, self.call, self.atexit = object, call, True


class finalize:
    """Calls a function when an object dies, or at the end of the program."""

    __slots__ = ()
    _registry = {}  # those that are alive, in the order they were made
    _ended = _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        finalize._registry[self] = _Farewell(ref(obj, self), func, args, kwargs)
        if not finalize._registered_with_atexit:
            from atexit import register
            register(finalize._end)
            finalize._registered_with_atexit = True

    def __call__(self, _=None):
        """Calls the function now, once."""
        farewell = self._registry.pop(self, None)
        if farewell is None or self._ended:
            return None
        func, args, kwargs = farewell.call
        return func(*args, **kwargs)

    def peek(self):
        """(object, function, arguments, keywords), or None when dead."""
        farewell = self._registry.get(self)
        obj = None if farewell is None else farewell.object()
        return None if obj is None else (obj, *farewell.call)

    def detach(self):
        """Forgets it: (object, function, arguments, keywords), or None when dead."""
        known = self.peek()
        return known if known and self._registry.pop(self, None) else None

    @property
    def alive(self):
        """Whether the function is still to be called."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether the function is called at the end of the program."""
        return self.alive and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self].atexit = bool(value)

    def __repr__(self):
        state, known = "dead", self.peek()
        if known:
            state = f"for {type(known[0]).__name__!r} at {id(known[0]):#x}"
        return f"<{type(self).__name__} object at {id(self):#x}; {state}>"

    @classmethod
    def _end(cls):
        """Calls what is due at the end, the last first; what is made meanwhile too."""
        while due := [one for one, farewell in cls._registry.items() if farewell.atexit]:
            for one in reversed(due):
                try:
                    one()
                except Exception:
                    sys.excepthook(*sys.exc_info())
        finalize._ended = True


def _target(proxy):
    obj = object.__getattribute__(proxy, "_ref")()
    if obj is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return obj


def _plain(value):
    return _target(value) if isinstance(value, ProxyTypes) else value


class weakproxy:
    """Stands for an object without keeping it alive."""

    __slots__ = ("_ref", "__weakref__")
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        obj = object.__getattribute__(self, "_ref")()
        return "<weakproxy at %#x to %s at %#x>" % (id(self), type(obj).__name__, id(obj))

    def __str__(self): return str(_target(self))
    def __bytes__(self): return bytes(_target(self))
    def __bool__(self): return bool(_target(self))
    def __len__(self): return len(_target(self))
    def __iter__(self): return iter(_target(self))

    def __next__(self):
        obj = _target(self)
        if not hasattr(type(obj), "__next__"):
            raise TypeError("Weakref proxy referenced a non-iterator '%.200s' object" % type(obj).__name__)
        return next(obj)

    def __reversed__(self): return reversed(_target(self))
    def __contains__(self, item): return item in _target(self)
    def __getitem__(self, key): return _target(self)[key]
    def __setitem__(self, key, value): _target(self)[key] = value
    def __delitem__(self, key): del _target(self)[key]
    def __int__(self): return int(_target(self))
    def __float__(self): return float(_target(self))
    def __index__(self): return _target(self).__index__()
    def __neg__(self): return -_target(self)
    def __pos__(self): return +_target(self)
    def __abs__(self): return abs(_target(self))
    def __invert__(self): return ~_target(self)
    def __eq__(self, other): return _target(self) == _plain(other)
    def __ne__(self, other): return _target(self) != _plain(other)
    def __lt__(self, other): return _target(self) < _plain(other)
    def __le__(self, other): return _target(self) <= _plain(other)
    def __gt__(self, other): return _target(self) > _plain(other)
    def __ge__(self, other): return _target(self) >= _plain(other)
    def __divmod__(self, other): return divmod(_target(self), _plain(other))
    def __rdivmod__(self, other): return divmod(_plain(other), _target(self))
    def __pow__(self, other, mod=None): return pow(_target(self), _plain(other), mod)
    def __rpow__(self, other): return _plain(other) ** _target(self)


def _add_operators():
    import operator
    for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "lshift", "rshift", "and_", "or_", "xor"):
        plain, inplace = getattr(operator, name), getattr(operator, "i" + name.rstrip("_"), None) or getattr(
            operator, "i" + name)
        word = name.rstrip("_")

        def forward(self, other, plain=plain):
            return plain(_target(self), _plain(other))

        def reflected(self, other, plain=plain):
            return plain(_plain(other), _target(self))

        def assigned(self, other, inplace=inplace):
            return inplace(_target(self), _plain(other))
        setattr(weakproxy, "__%s__" % word, forward)
        setattr(weakproxy, "__r%s__" % word, reflected)
        setattr(weakproxy, "__i%s__" % word, assigned)


_add_operators()


class weakcallableproxy(weakproxy):
    """A proxy of an object that can be called."""

    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyType, CallableProxyType = weakproxy, weakcallableproxy
ProxyTypes = (ProxyType, CallableProxyType)
ProxyType.__name__ = ProxyType.__qualname__ = "ProxyType"
CallableProxyType.__name__ = CallableProxyType.__qualname__ = "CallableProxyType"


_set = object.__setattr__


class _ProxyRef(ref):
    __slots__ = ("proxy",)


def proxy(object, callback=None, /):
    """Something that acts as the object and does not keep it alive."""
    if callback is None:
        for known in getweakrefs(object):
            if type(known) is _ProxyRef and known.__callback__ is None:
                made = known.proxy()
                if made is not None:
                    return made
    cls = CallableProxyType if callable(object) else ProxyType
    made = cls.__new__(cls)
    if callback is None:
        wr = _ProxyRef(object)
    else:
        weak = []
        wr = _ProxyRef(object, lambda _: callback(weak[0]()) if weak[0]() is not None else None)
        weak.append(ref(made))
    wr.proxy = ref(made)
    _set(made, "_ref", wr)
    return made
