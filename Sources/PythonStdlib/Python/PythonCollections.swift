extension PythonLibrary {
  /// `collections`.
  static let collectionsModule = #"""
    import sys as _sys
    from operator import itemgetter as _itemgetter

    __all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque",
               "namedtuple"]

    class OrderedDict(dict):
        def move_to_end(self, key, last=True):
            value = self[key]
            del self[key]
            if last:
                self[key] = value
            else:
                rest = list(self.items())
                self.clear()
                self[key] = value
                for k, v in rest:
                    self[k] = v
        def popitem(self, last=True):
            if not self:
                raise KeyError("dictionary is empty")
            key = next(reversed(self)) if last else next(iter(self))
            return key, self.pop(key)
        def copy(self):
            return self.__class__(self)
        def __eq__(self, other):
            if isinstance(other, OrderedDict):
                return dict.__eq__(self, other) and list(self) == list(other)
            return dict.__eq__(self, other)
        __hash__ = None
        def __ne__(self, other):
            return not self == other
        def __repr__(self):
            if not self:
                return f"{self.__class__.__name__}()"
            return f"{self.__class__.__name__}({list(self.items())!r})"
        @classmethod
        def fromkeys(cls, iterable, value=None):
            made = cls()
            for key in iterable:
                made[key] = value
            return made

    class defaultdict(dict):
        def __init__(self, default_factory=None, /, *args, **kwargs):
            if default_factory is not None and not callable(default_factory):
                raise TypeError("first argument must be callable or None")
            self.default_factory = default_factory
            dict.__init__(self, *args, **kwargs)
        def __missing__(self, key):
            if self.default_factory is None:
                raise KeyError(key)
            value = self[key] = self.default_factory()
            return value
        def copy(self):
            return type(self)(self.default_factory, self)
        __copy__ = copy
        def __repr__(self):
            return f"defaultdict({self.default_factory!r}, {dict.__repr__(self)})"

    class Counter(dict):
        def __init__(self, iterable=None, /, **kwds):
            dict.__init__(self)
            self.update(iterable, **kwds)
        def __missing__(self, key):
            return 0
        def total(self):
            return sum(self.values())
        def most_common(self, n=None):
            ranked = sorted(self.items(), key=_itemgetter(1), reverse=True)
            return ranked if n is None else ranked[:max(0, n)]
        def elements(self):
            for key, count in self.items():
                for _ in range(count):
                    yield key
        @classmethod
        def fromkeys(cls, iterable, v=None):
            raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
        def update(self, iterable=None, /, **kwds):
            if iterable is not None:
                if hasattr(iterable, "items"):
                    if self:
                        for key, count in iterable.items():
                            self[key] = count + self.get(key, 0)
                    else:
                        dict.update(self, iterable)
                else:
                    get = self.get
                    for key in iterable:
                        self[key] = get(key, 0) + 1
            if kwds:
                self.update(kwds)
        def subtract(self, iterable=None, /, **kwds):
            if iterable is not None:
                if hasattr(iterable, "items"):
                    for key, count in iterable.items():
                        self[key] = self.get(key, 0) - count
                else:
                    for key in iterable:
                        self[key] = self.get(key, 0) - 1
            if kwds:
                self.subtract(kwds)
        def copy(self):
            return self.__class__(self)
        def __delitem__(self, key):
            if key in self:
                dict.__delitem__(self, key)
        def __repr__(self):
            if not self:
                return f"{self.__class__.__name__}()"
            try:
                body = dict(self.most_common())
            except TypeError:
                body = dict(self)
            return f"{self.__class__.__name__}({body!r})"
        def __eq__(self, other):
            if not isinstance(other, Counter):
                return NotImplemented
            return all(self[k] == other[k] for c in (self, other) for k in c)
        __hash__ = None
        def __ne__(self, other):
            return not self == other
        def __le__(self, other):
            return all(self[k] <= other[k] for c in (self, other) for k in c)
        def __lt__(self, other):
            return self <= other and self != other
        def __ge__(self, other):
            return all(self[k] >= other[k] for c in (self, other) for k in c)
        def __gt__(self, other):
            return self >= other and self != other
        def _combine(self, other, rule):
            if not isinstance(other, Counter):
                return NotImplemented
            result = Counter()
            for key, count in self.items():
                value = rule(count, other[key])
                if value > 0:
                    result[key] = value
            for key, count in other.items():
                if key not in self:
                    value = rule(0, count)
                    if value > 0:
                        result[key] = value
            return result
        def __add__(self, other):
            return self._combine(other, lambda a, b: a + b)
        def __sub__(self, other):
            return self._combine(other, lambda a, b: a - b)
        def __or__(self, other):
            return self._combine(other, max)
        def __and__(self, other):
            return self._combine(other, min)
        def __pos__(self):
            return self + Counter()
        def __neg__(self):
            return Counter() - self
        def _keep_positive(self):
            for key in [k for k, c in self.items() if not c > 0]:
                del self[key]
            return self
        def __iadd__(self, other):
            for key, count in other.items():
                self[key] += count
            return self._keep_positive()
        def __isub__(self, other):
            for key, count in other.items():
                self[key] -= count
            return self._keep_positive()

    class deque:
        """Two stacks back to back: items are `reversed(front) + back`."""
        def __init__(self, iterable=(), maxlen=None):
            if maxlen is not None and maxlen < 0:
                raise ValueError("maxlen must be non-negative")
            self._maxlen = maxlen
            self._front = []
            self._back = []
            self.extend(iterable)
        @property
        def maxlen(self):
            return self._maxlen
        def append(self, x):
            self._back.append(x)
            if self._maxlen is not None and len(self) > self._maxlen:
                self.popleft()
        def appendleft(self, x):
            self._front.append(x)
            if self._maxlen is not None and len(self) > self._maxlen:
                self.pop()
        def extend(self, iterable):
            if iterable is self:
                iterable = list(iterable)
            if self._maxlen is None:
                self._back.extend(iterable)
            else:
                for x in iterable:
                    self.append(x)
        def extendleft(self, iterable):
            for x in (list(iterable) if iterable is self else iterable):
                self.appendleft(x)
        def pop(self):
            if not self._back:
                if not self._front:
                    raise IndexError("pop from an empty deque")
                self._balance()
                if not self._back:
                    return self._front.pop()
            return self._back.pop()
        def popleft(self):
            if not self._front:
                if not self._back:
                    raise IndexError("pop from an empty deque")
                half = (len(self._back) + 1) // 2
                self._front = self._back[:half][::-1]
                self._back = self._back[half:]
            return self._front.pop()
        def _balance(self):
            half = (len(self._front) + 1) // 2
            self._back = self._front[:half][::-1]
            self._front = self._front[half:]
        def _list(self):
            return self._front[::-1] + self._back
        def _set(self, items):
            self._front = []
            self._back = items
        def clear(self):
            self._set([])
        def copy(self):
            return type(self)(self._list(), self._maxlen)
        __copy__ = copy
        def count(self, x):
            return self._list().count(x)
        def index(self, x, *args):
            try:
                return self._list().index(x, *args)
            except ValueError:
                raise ValueError(f"{x!r} is not in deque") from None
        def insert(self, i, x):
            if self._maxlen is not None and len(self) >= self._maxlen:
                raise IndexError("deque already at its maximum size")
            items = self._list()
            items.insert(i, x)
            self._set(items)
        def remove(self, x):
            items = self._list()
            try:
                items.remove(x)
            except ValueError:
                raise ValueError("deque.remove(x): x not in deque") from None
            self._set(items)
        def reverse(self):
            self._front, self._back = self._back, self._front
        def rotate(self, n=1):
            items = self._list()
            if items:
                n %= len(items)
                self._set(items[-n:] + items[:-n])
        def __len__(self):
            return len(self._front) + len(self._back)
        def __bool__(self):
            return bool(self._front or self._back)
        def _place(self, i):
            if not hasattr(i, "__index__"):
                raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
            n = len(self)
            i = i.__index__()
            if i < 0:
                i += n
            if not 0 <= i < n:
                raise IndexError("deque index out of range")
            f = len(self._front)
            return (self._front, f - 1 - i) if i < f else (self._back, i - f)
        def __getitem__(self, i):
            items, k = self._place(i)
            return items[k]
        def __setitem__(self, i, value):
            items, k = self._place(i)
            items[k] = value
        def __delitem__(self, i):
            items, k = self._place(i)
            del items[k]
        def __iter__(self):
            n = len(self)
            for i in range(n):
                if len(self) != n:
                    raise RuntimeError("deque mutated during iteration")
                yield self[i]
        def __reversed__(self):
            return iter(self._list()[::-1])
        def __contains__(self, x):
            return x in self._front or x in self._back
        def __repr__(self):
            body = repr(self._list())
            if self._maxlen is not None:
                return f"deque({body}, maxlen={self._maxlen})"
            return f"deque({body})"
        def __eq__(self, other):
            return self._list() == other._list() if isinstance(other, deque) else NotImplemented
        def __lt__(self, other):
            return self._list() < other._list() if isinstance(other, deque) else NotImplemented
        def __le__(self, other):
            return self._list() <= other._list() if isinstance(other, deque) else NotImplemented
        def __gt__(self, other):
            return self._list() > other._list() if isinstance(other, deque) else NotImplemented
        def __ge__(self, other):
            return self._list() >= other._list() if isinstance(other, deque) else NotImplemented
        __hash__ = None
        def __add__(self, other):
            if not isinstance(other, deque):
                raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
            return type(self)(self._list() + other._list(), self._maxlen)
        def __iadd__(self, other):
            self.extend(other)
            return self
        def __mul__(self, n):
            return type(self)(self._list() * n, self._maxlen)
        __rmul__ = __mul__

    def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
        if isinstance(field_names, str):
            field_names = field_names.replace(",", " ").split()
        fields = [str(f) for f in field_names]
        keywords = {"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
                    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
                    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}
        seen = set()
        if rename:
            for i, f in enumerate(fields):
                if not f.isidentifier() or f in keywords or f.startswith("_") or f in seen:
                    fields[i] = f"_{i}"
                seen.add(f)
        seen = set()
        for f in [typename] + fields:
            if not f.isidentifier():
                raise ValueError(f"Type names and field names must be valid identifiers: {f!r}")
            if f in keywords:
                raise ValueError(f"Type names and field names cannot be a keyword: {f!r}")
        for f in fields:
            if f.startswith("_") and not rename:
                raise ValueError(f"Field names cannot start with an underscore: {f!r}")
            if f in seen:
                raise ValueError(f"Encountered duplicate field name: {f!r}")
            seen.add(f)
        values = {}
        if defaults is not None:
            defaults = tuple(defaults)
            if len(defaults) > len(fields):
                raise TypeError("Got more default values than field names")
            values = dict(zip(fields[len(fields) - len(defaults):], defaults))
        fields = tuple(fields)
        args = ", ".join(fields)
        scope = {"_tuple_new": tuple.__new__, "__builtins__": __builtins__, "__name__": f"namedtuple_{typename}"}
        tail = "," if len(fields) == 1 else ""
        exec(f"def __new__(_cls, {args}):\n    return _tuple_new(_cls, ({args}{tail}))", scope)
        new = scope["__new__"]
        new.__doc__ = f"Create new instance of {typename}({args})"
        if defaults:
            new.__defaults__ = defaults

        def _make(cls, iterable):
            result = tuple.__new__(cls, iterable)
            if len(result) != len(fields):
                raise TypeError(f"Expected {len(fields)} arguments, got {len(result)}")
            return result
        def _replace(self, /, **kwds):
            result = self._make(kwds.pop(f, v) for f, v in zip(fields, self))
            if kwds:
                raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
            return result
        def __repr__(self):
            return type(self).__name__ + "(" + ", ".join(f"{f}={v!r}" for f, v in zip(fields, self)) + ")"
        def _asdict(self):
            return dict(zip(fields, self))
        def __getnewargs__(self):
            return tuple(self)
        body = {"__doc__": f"{typename}({args})", "__slots__": (), "_fields": fields, "_field_defaults": values,
                "__new__": new, "_make": classmethod(_make), "_replace": _replace, "__repr__": __repr__,
                "_asdict": _asdict, "__getnewargs__": __getnewargs__, "__match_args__": fields}
        for method in (new, _make, _replace, __repr__, _asdict, __getnewargs__):
            method.__qualname__ = f"{typename}.{method.__name__}"
        for i, f in enumerate(fields):
            body[f] = property(_itemgetter(i), doc=f"Alias for field number {i}")
        made = type(typename, (tuple,), body)
        if module is None:
            try:
                module = _sys._getframe(1).f_globals.get("__name__", "__main__")
            except Exception:
                module = "__main__"
        made.__module__ = module
        return made

    class ChainMap:
        def __init__(self, *maps):
            self.maps = list(maps) or [{}]
        def __getitem__(self, key):
            for m in self.maps:
                if key in m:
                    return m[key]
            raise KeyError(key)
        def get(self, key, default=None):
            return self[key] if key in self else default
        def _keys(self):
            merged = {}
            for m in reversed(self.maps):
                merged.update(m)
            return merged
        def __len__(self):
            return len(self._keys())
        def __iter__(self):
            return iter(self._keys())
        def __contains__(self, key):
            return any(key in m for m in self.maps)
        def __bool__(self):
            return any(self.maps)
        def keys(self):
            return self._keys().keys()
        def items(self):
            return {k: self[k] for k in self}.items()
        def values(self):
            return [self[k] for k in self]
        def __repr__(self):
            return f"{type(self).__name__}({', '.join(map(repr, self.maps))})"
        def new_child(self, m=None, **kwargs):
            return type(self)({**(m or {}), **kwargs} if m is None or kwargs else m, *self.maps)
        @property
        def parents(self):
            return type(self)(*self.maps[1:])
        def __setitem__(self, key, value):
            self.maps[0][key] = value
        def __delitem__(self, key):
            try:
                del self.maps[0][key]
            except KeyError:
                raise KeyError(f"Key not found in the first mapping: {key!r}") from None
        def pop(self, key, *args):
            return self.maps[0].pop(key, *args)
        def update(self, *args, **kwargs):
            self.maps[0].update(*args, **kwargs)
        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]

    class UserDict:
        def __init__(self, dict=None, /, **kwargs):
            self.data = {}
            self.update(dict or {}, **kwargs)
        def __len__(self): return len(self.data)
        def __getitem__(self, key):
            if key in self.data:
                return self.data[key]
            if hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            raise KeyError(key)
        def __setitem__(self, key, item): self.data[key] = item
        def __delitem__(self, key): del self.data[key]
        def __iter__(self): return iter(self.data)
        def __contains__(self, key): return key in self.data
        def __repr__(self): return repr(self.data)
        def __eq__(self, other): return dict(self.items()) == (other.data if isinstance(other, UserDict) else other)
        def keys(self): return self.data.keys()
        def items(self): return self.data.items()
        def values(self): return self.data.values()
        def get(self, key, default=None): return self[key] if key in self else default
        def pop(self, key, *args): return self.data.pop(key, *args)
        def popitem(self): return self.data.popitem()
        def clear(self): self.data.clear()
        def copy(self): return type(self)(self.data)
        def setdefault(self, key, default=None):
            if key not in self:
                self[key] = default
            return self[key]
        def update(self, other=(), /, **kwargs):
            for k, v in dict(other, **kwargs).items():
                self[k] = v

    class UserList:
        def __init__(self, initlist=None):
            self.data = [] if initlist is None else list(initlist)
        def __repr__(self): return repr(self.data)
        def __eq__(self, other): return self.data == (other.data if isinstance(other, UserList) else other)
        def __lt__(self, other): return self.data < (other.data if isinstance(other, UserList) else other)
        def __contains__(self, item): return item in self.data
        def __len__(self): return len(self.data)
        def __iter__(self): return iter(self.data)
        def __getitem__(self, i): return type(self)(self.data[i]) if isinstance(i, slice) else self.data[i]
        def __setitem__(self, i, item): self.data[i] = item
        def __delitem__(self, i): del self.data[i]
        def __add__(self, other): return type(self)(self.data + list(other))
        def __mul__(self, n): return type(self)(self.data * n)
        def append(self, item): self.data.append(item)
        def insert(self, i, item): self.data.insert(i, item)
        def pop(self, i=-1): return self.data.pop(i)
        def remove(self, item): self.data.remove(item)
        def clear(self): self.data.clear()
        def copy(self): return type(self)(self)
        def count(self, item): return self.data.count(item)
        def index(self, item, *args): return self.data.index(item, *args)
        def reverse(self): self.data.reverse()
        def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
        def extend(self, other): self.data.extend(other)

    class UserString(str):
        @property
        def data(self):
            return str(self)

    def __getattr__(name):
        from collections import abc
        if name in abc.__all__:
            raise AttributeError(f"module 'collections' has no attribute {name!r}")
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    """#
}
