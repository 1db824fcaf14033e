"""Container datatypes."""
import _collections_abc
import _ordered
import sys as _sys
from _collections_abc import Mapping as _Mapping
from reprlib import recursive_repr as _recursive_repr

try:
    from _collections import _tuplegetter, count_elements as _count_elements, defaultdict, deque
except ImportError:
    # Tests hide the native half to try this one.
    def _tuplegetter(index, doc):
        return property(lambda self: tuple.__getitem__(self, index), doc=doc)

    def _count_elements(counts, items):
        for item in items:
            counts[item] = counts.get(item, 0) + 1
else:
    _collections_abc.MutableSequence.register(deque)

abc = _sys.modules["collections.abc"] = _collections_abc
_missing = object()

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

_keywords = frozenset((
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield").split())


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a subclass of tuple with named fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        seen = set()
        for i, name in enumerate(field_names):
            if not name.isidentifier() or name in _keywords or name.startswith("_") or name in seen:
                field_names[i] = "_%d" % i
            seen.add(name)
    for name in [typename] + field_names:
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if name in _keywords:
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)
    fields = tuple(field_names)
    n = len(fields)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if n < len(defaults):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[n - len(defaults):], defaults))
    arguments = ", ".join(fields)
    if n == 1:
        arguments += ","
    scope = {"_new": _ordered.tuple_of, "__name__": "namedtuple_" + typename}
    exec("def __new__(_cls, %s):\n return _new(_cls, (%s))" % (", ".join(fields), arguments), scope) if n else \
        exec("def __new__(_cls):\n return _new(_cls, ())", scope)
    new = scope["__new__"]
    new.__doc__ = "Create new instance of %s(%s)" % (typename, ", ".join(fields))
    new.__qualname__ = typename + ".__new__"
    if defaults is not None:
        new.__defaults__ = defaults

    def _make(cls, iterable):
        result = _ordered.tuple_of(cls, iterable if type(iterable) is tuple else tuple(iterable))
        if len(result) != n:
            raise TypeError("Expected %d arguments, got %d" % (n, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = _ordered.tuple_with(self, fields, kwds, make)
        if result is not NotImplemented:
            return result
        if n == len(kwds) or not kwds:
            result = self._make(map(kwds.pop, fields, self))
        else:
            pop = kwds.pop
            result = self._make([pop(name, value) for name, value in zip(fields, self)])
        if kwds:
            raise ValueError("Got unexpected field names: %r" % list(kwds))
        return result

    def __repr__(self):
        return _ordered.fields_text(self.__class__.__name__, fields, self)

    def _asdict(self):
        names = self._fields
        if type(names) is tuple and type(self).__iter__ is tuple.__iter__:
            return _ordered.dict_of(names, self)
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    make = classmethod(_make)
    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)), "__slots__": (), "_fields": fields,
        "_field_defaults": field_defaults, "__new__": new, "_make": make, "_replace": _replace,
        "__repr__": __repr__, "_asdict": _asdict, "__getnewargs__": __getnewargs__, "__match_args__": fields,
    }
    for i, name in enumerate(fields):
        namespace[name] = _tuplegetter(i, "Alias for field number %d" % i)
    result = type(typename, (tuple,), namespace)
    _ordered.fields_of(result, n)
    result.__module__ = _sys._getframe(1).f_globals.get("__name__", "__main__") if module is None else module
    return result


def _merged(cls, left, right):
    """A dictionary of class `cls` with what both hold; the right one wins."""
    if not (isinstance(left, dict) and isinstance(right, dict)):
        return NotImplemented
    both = cls(left)
    both.update(right)
    return both


_update, _set_item = dict.update, dict.__setitem__


_equals, _same_order = dict.__eq__, _ordered.same_order


class OrderedDict(dict):
    """Dictionary that can be put in order: move_to_end() and comparisons that mind the order."""

    def __init__(self, other=(), /, **kwds):
        if type(self).__setitem__ is _set_item:
            kind = type(other)
            if kind is OrderedDict or kind is dict:
                return _update(self, other, **kwds)
            if other == () and kind is tuple:
                return _update(self, kwds)
        self.__update(other, **kwds)

    def update(*args, **kwds):
        """Takes items over from a mapping, an iterable of pairs and keywords."""
        if not args:
            raise TypeError("descriptor 'update' of 'OrderedDict' object needs an argument")
        self, *args = args
        if len(args) > 1:
            raise TypeError("update expected at most 1 positional argument, got %d" % len(args))
        if args:
            other = args[0]
            if isinstance(other, dict) and type(other).__iter__ is dict.__iter__:
                for key, value in list(other.items()):
                    self[key] = value
            elif hasattr(other, "keys"):
                for key in other.keys():
                    self[key] = other[key]
            elif hasattr(other, "items"):
                for key, value in other.items():
                    self[key] = value
            else:
                for key, value in other:
                    self[key] = value
        for key, value in kwds.items():
            self[key] = value

    __update = update

    move_to_end, popitem = _ordered.move_to_end, _ordered.popitem

    def pop(self, key, default=_missing):
        """Removes a key and returns its value."""
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value of a key, which is put in when it is not there."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    def __eq__(self, other):
        result = _equals(self, other)
        if result is True and isinstance(other, OrderedDict):
            return _same_order(self, other)
        return result

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = None

    @_recursive_repr()
    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        return "%s(%r)" % (self.__class__.__name__, list(self.items()))

    def __reduce__(self):
        state = self.__getstate__()
        return self.__class__, (), state, None, iter(self.items())

    def copy(self):
        """A copy."""
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dictionary with the same value for every key."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __or__(self, other): return _merged(self.__class__, self, other)
    def __ror__(self, other): return _merged(self.__class__, other, self)

    def __ior__(self, other):
        self.update(other)
        return self


class Counter(dict):
    """Dict subclass for counting hashable items."""

    def __init__(self, iterable=None, /, **kwds):
        if type(self) is Counter and not kwds:
            if iterable is None:
                return
            kind = type(iterable)
            if kind is list or kind is str or kind is tuple:
                return _count_elements(self, iterable)
            if kind is dict or kind is Counter:
                return _update(self, iterable)
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return self.most_common()[:max(0, n)]

    def total(self):
        return sum(self.values())

    def elements(self):
        for item, n in self.items():
            for _ in range(n):
                yield item

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Adds counts."""
        if iterable is not None:
            kind = type(iterable)
            if kind is not list and kind is not str and isinstance(iterable, _collections_abc.Mapping):
                if self:
                    get = self.get
                    for item, n in iterable.items():
                        self[item] = n + get(item, 0)
                else:
                    dict.update(self, iterable)
            else:
                if type(self) is Counter:
                    _count_elements(self, iterable)
                    return self.update(kwds) if kwds else None
                get = self.get
                for item in iterable:
                    self[item] = get(item, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            if isinstance(iterable, _collections_abc.Mapping):
                for item, n in iterable.items():
                    self[item] = self.get(item, 0) - n
            else:
                for item in iterable:
                    self[item] = self.get(item, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, item):
        if item in self:
            super().__delitem__(item)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return "%s(%r)" % (self.__class__.__name__, items)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combine(self, other, function, sign):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        if type(self) is type(other) is Counter:
            if _ordered.combine(result, self, other, sign):
                return result
            result = Counter()
        for item in list(self) + [e for e in other if e not in self]:
            n = function(self[item], other[item])
            if n > 0:
                result[item] = n
        return result

    def __add__(self, other): return self._combine(other, lambda a, b: a + b, "+")
    def __sub__(self, other): return self._combine(other, lambda a, b: a - b, "-")
    def __or__(self, other):
        if type(other) is dict:
            return dict(self) | other
        return self._combine(other, max, "|")

    def __and__(self, other): return self._combine(other, min, "&")

    def __pos__(self):
        return Counter({item: n for item, n in self.items() if n > 0})

    def __neg__(self):
        return Counter({item: 0 - n for item, n in self.items() if n < 0})

    def _keep_positive(self):
        for item in [item for item, n in self.items() if not n > 0]:
            del self[item]
        return self

    def __iadd__(self, other):
        for item, n in other.items():
            self[item] += n
        return self._keep_positive()

    def __isub__(self, other):
        for item, n in other.items():
            self[item] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for item, n in other.items():
            if n > self[item]:
                self[item] = n
        return self._keep_positive()

    def __iand__(self, other):
        for item, n in list(self.items()):
            if other[item] < n:
                self[item] = other[item]
        return self._keep_positive()


class ChainMap(_collections_abc.MutableMapping):
    """Several mappings seen as one."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for level in self.maps:
            try:
                return level[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __contains__(self, key):
        for level in self.maps:
            if key in level:
                return True
        return False

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self): return len(self._keys())
    def __iter__(self): return iter(self._keys())
    def __bool__(self): return any(self.maps)

    def _keys(self):
        """Every key once, those of the last mapping first."""
        return {key: None for level in self.maps[::-1] for key in level}

    @_recursive_repr()
    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, ", ".join([repr(level) for level in self.maps]))

    @classmethod
    def fromkeys(cls, iterable, *args):
        """A chain of one dictionary with the same value for every key."""
        return cls(dict.fromkeys(iterable, *args))

    def copy(self):
        """A new chain with a copy of the first mapping."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """A chain with another mapping in front."""
        front = kwargs if m is None else m
        if front is not kwargs and kwargs:
            front.update(kwargs)
        return self.__class__(front, *self.maps)

    parents = property(lambda self: self.__class__(*self.maps[1:]), doc="The chain without its first mapping.")

    def _change(self, method, *args, missing="Key not found in the first mapping: %r"):
        """Calls a method of the first mapping, whose KeyError gets another text."""
        try:
            return getattr(self.maps[0], method)(*args)
        except KeyError:
            raise KeyError(missing % args[:1])

    def __setitem__(self, key, value): self.maps[0][key] = value
    def __delitem__(self, key): self._change("__delitem__", key)
    def pop(self, key, *args): return self._change("pop", key, *args)
    def popitem(self): return self._change("popitem", missing="No keys found in the first mapping.")
    def clear(self): self._change("clear")

    def __ior__(self, other):
        self._change("update", other)
        return self

    def __or__(self, other):
        if isinstance(other, _Mapping):
            left = self.copy()
            left._change("update", other)
            return left
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, _Mapping):
            flat = {**other}
            for level in self.maps[::-1]:
                flat |= level
            return self.__class__(flat)
        return NotImplemented


class UserDict(_collections_abc.MutableMapping):
    """A dict in `data`, for subclassing."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for source in (dict, kwargs):
            if source is not None:
                self.update(source)

    def __repr__(self): return repr(self.data)
    def __len__(self): return len(self.data)
    def __iter__(self): return iter(self.data)
    def __contains__(self, key): return key in self.data
    def __setitem__(self, key, item): self.data[key] = item
    def __delitem__(self, key): del self.data[key]

    def __getitem__(self, key):
        if key not in self.data:
            missing = getattr(self.__class__, "__missing__", None)
            if missing is None:
                raise KeyError(key)
            return missing(self, key)
        return self.data[key]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __or__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(self.data | other.data)
        return self.__class__(self.data | other) if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(other.data | self.data)
        return self.__class__(other | self.data) if isinstance(other, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self): return _twin(self)
    def copy(self): return _twin(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dictionary with the same value for every key."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made


def _twin(original):
    """A copy of an object with its own `data`."""
    twin = object.__new__(original.__class__)
    twin.__dict__ |= original.__dict__
    twin.data = original.data.copy()
    return twin


class UserList(_collections_abc.MutableSequence):
    """A list in `data`, for subclassing."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(self._of(initlist))

    @staticmethod
    def _of(other):
        return other.data if isinstance(other, UserList) else other

    @staticmethod
    def _list(other):
        return other.data if isinstance(other, UserList) else other if isinstance(other, list) else list(other)

    def __repr__(self): return repr(self.data)
    def __lt__(self, other): return self.data < self._of(other)
    def __le__(self, other): return self.data <= self._of(other)
    def __eq__(self, other): return self.data == self._of(other)
    def __gt__(self, other): return self.data > self._of(other)
    def __ge__(self, other): return self.data >= self._of(other)
    def __contains__(self, item): return item in self.data
    def __len__(self): return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item): self.data[i] = item
    def __delitem__(self, i): del self.data[i]
    def __add__(self, other): return self.__class__(self.data + self._list(other))
    def __radd__(self, other): return self.__class__(self._list(other) + self.data)

    def __iadd__(self, other):
        self.data += self._list(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self

    def __mul__(self, n): return self.__class__(self.data * n)
    __rmul__ = __mul__
    __copy__ = _twin

    def append(self, item): self.data.append(item)
    def insert(self, i, item): self.data.insert(i, item)
    def pop(self, i=-1): return self.data.pop(i)
    def remove(self, item): self.data.remove(item)
    def clear(self): self.data.clear()
    def copy(self): return self.__class__(self)
    def count(self, item): return self.data.count(item)
    def index(self, item, *args): return self.data.index(item, *args)
    def reverse(self): self.data.reverse()
    def sort(self, /, *args, **kwds): self.data.sort(*args, **kwds)
    def extend(self, other): self.data.extend(self._of(other))


class UserString(_collections_abc.Sequence):
    """A str in `data`, for subclassing."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    @staticmethod
    def _of(other):
        return other.data if isinstance(other, UserString) else other

    def __str__(self): return str(self.data)
    def __repr__(self): return repr(self.data)
    def __int__(self): return int(self.data)
    def __float__(self): return float(self.data)
    def __complex__(self): return complex(self.data)
    def __hash__(self): return hash(self.data)
    def __getnewargs__(self): return (self.data[:],)
    def __eq__(self, string): return self.data == self._of(string)
    def __lt__(self, string): return self.data < self._of(string)
    def __le__(self, string): return self.data <= self._of(string)
    def __gt__(self, string): return self.data > self._of(string)
    def __ge__(self, string): return self.data >= self._of(string)
    def __contains__(self, char): return self._of(char) in self.data
    def __len__(self): return len(self.data)
    def __getitem__(self, index): return self.__class__(self.data[index])

    def __add__(self, other):
        other = self._of(other)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n): return self.__class__(self.data * n)
    __rmul__ = __mul__
    def __mod__(self, args): return self.__class__(self.data % args)
    def __rmod__(self, template): return self.__class__(str(template) % self)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def join(self, seq): return self.data.join(seq)
    def format(self, /, *args, **kwds): return self.data.format(*args, **kwds)
    def format_map(self, mapping): return self.data.format_map(mapping)
    def expandtabs(self, tabsize=8): return self.__class__(self.data.expandtabs(tabsize))
    def split(self, sep=None, maxsplit=-1): return self.data.split(sep, maxsplit)
    def rsplit(self, sep=None, maxsplit=-1): return self.data.rsplit(sep, maxsplit)
    def splitlines(self, keepends=False): return self.data.splitlines(keepends)
    def partition(self, sep): return self.data.partition(self._of(sep))
    def rpartition(self, sep): return self.data.rpartition(self._of(sep))
    maketrans = str.maketrans


def _user_string_methods():
    def wrapped(name):
        def method(self, *args):
            return self.__class__(getattr(self.data, name)(*[self._of(a) for a in args]))
        return method

    def plain(name):
        def method(self, *args):
            return getattr(self.data, name)(*[self._of(a) for a in args])
        return method
    for name in ("capitalize casefold center ljust lower lstrip removeprefix removesuffix replace rjust rstrip "
                 "strip swapcase title translate upper zfill").split():
        setattr(UserString, name, wrapped(name))
    for name in ("count endswith find index isalpha isalnum isascii isdecimal isdigit isidentifier islower isnumeric "
                 "isprintable isspace istitle isupper rfind rindex startswith").split():
        setattr(UserString, name, plain(name))
    for name in dir(UserString):
        method = UserString.__dict__.get(name)
        if hasattr(method, "__qualname__") and method.__name__ == "method":
            method.__name__, method.__qualname__ = name, "UserString." + name


_user_string_methods()
