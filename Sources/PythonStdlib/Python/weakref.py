"""Weak references."""
from _weakref import ref

ReferenceType = ref


def proxy(obj, callback=None):
    return _Proxy(obj, callback)


class _Proxy:
    def __init__(self, obj, callback):
        object.__setattr__(self, "_ref", ref(obj))

    def __getattr__(self, name):
        obj = object.__getattribute__(self, "_ref")()
        if obj is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return getattr(obj, name)


class WeakValueDictionary:
    def __init__(self, other=()):
        self._data = {}
        for key, value in dict(other).items():
            self[key] = value

    def __setitem__(self, key, value):
        data = self._data
        data[key] = ref(value, lambda r: data.pop(key, None))

    def __getitem__(self, key):
        value = self._data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key, default=None):
        found = self._data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def __contains__(self, key): return self.get(key) is not None
    def __delitem__(self, key): del self._data[key]
    def __len__(self): return len(self.keys())
    def keys(self): return [k for k, r in list(self._data.items()) if r() is not None]
    def values(self): return [v for v in [r() for r in list(self._data.values())] if v is not None]
    def items(self): return [(k, self.get(k)) for k in self.keys()]
    def __iter__(self): return iter(self.keys())


class WeakKeyDictionary:
    def __init__(self, other=()):
        self._data = {}
        for key, value in dict(other).items():
            self[key] = value

    def __setitem__(self, key, value):
        data = self._data
        n = id(key)
        data[n] = (ref(key, lambda r: data.pop(n, None)), value)

    def __getitem__(self, key):
        return self._data[id(key)][1]

    def get(self, key, default=None):
        found = self._data.get(id(key))
        return default if found is None else found[1]

    def __contains__(self, key): return id(key) in self._data
    def __delitem__(self, key): del self._data[id(key)]
    def __len__(self): return len(self._data)
    def keys(self): return [r() for r, _ in list(self._data.values())]
    def values(self): return [v for _, v in list(self._data.values())]
    def items(self): return [(r(), v) for r, v in list(self._data.values())]
    def __iter__(self): return iter(self.keys())


class WeakSet:
    def __init__(self, data=()):
        self._data = WeakKeyDictionary()
        for item in data:
            self.add(item)

    def add(self, item): self._data[item] = True
    def discard(self, item): self._data._data.pop(id(item), None)
    def remove(self, item): del self._data[item]
    def __contains__(self, item): return item in self._data
    def __len__(self): return len(self._data)
    def __iter__(self): return iter(self._data)


class finalize:
    def __init__(self, obj, func, /, *args, **kwargs):
        self._ref = ref(obj, lambda r: self())
        self._call = (func, args, kwargs)
        self.alive = True

    def __call__(self):
        if self.alive:
            self.alive = False
            func, args, kwargs = self._call
            return func(*args, **kwargs)

    def detach(self):
        self.alive = False
