extension PythonLibrary {
  /// `collections.abc`.
  static let collectionsAbcModule = #"""
    from abc import ABCMeta, abstractmethod

    __all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable",
               "Iterator", "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet",
               "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence",
               "MutableSequence", "ByteString", "Buffer"]

    def _has(cls, *names):
        for name in names:
            for base in cls.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
            else:
                return NotImplemented
        return True

    def _one(name, *methods):
        def hook(cls, C):
            if cls is made:
                return _has(C, *methods)
            return NotImplemented
        body = {"__slots__": (), "__subclasshook__": classmethod(hook), "__module__": "collections.abc",
                "__class_getitem__": classmethod(lambda cls, item: cls)}
        def method(self, *args):
            raise NotImplementedError
        for m in methods:
            def method(self, *args):
                raise NotImplementedError
            method.__name__ = m
            body[m] = abstractmethod(method)
        made = ABCMeta(name, (), body)
        return made

    Hashable = _one("Hashable", "__hash__")
    Awaitable = _one("Awaitable", "__await__")
    AsyncIterable = _one("AsyncIterable", "__aiter__")
    Iterable = _one("Iterable", "__iter__")
    Sized = _one("Sized", "__len__")
    Container = _one("Container", "__contains__")
    Callable = _one("Callable", "__call__")
    Buffer = _one("Buffer", "__buffer__")

    class Coroutine(Awaitable):
        __slots__ = ()
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__await__", "send", "throw", "close") if cls is Coroutine else NotImplemented

    class AsyncIterator(AsyncIterable):
        __slots__ = ()
        def __aiter__(self):
            return self
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__anext__", "__aiter__") if cls is AsyncIterator else NotImplemented

    class AsyncGenerator(AsyncIterator):
        __slots__ = ()
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__aiter__", "__anext__", "asend", "athrow", "aclose") if cls is AsyncGenerator else NotImplemented

    class Iterator(Iterable):
        __slots__ = ()
        @abstractmethod
        def __next__(self):
            raise StopIteration
        def __iter__(self):
            return self
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__iter__", "__next__") if cls is Iterator else NotImplemented

    class Generator(Iterator):
        __slots__ = ()
        def __next__(self):
            return self.send(None)
        @abstractmethod
        def send(self, value):
            raise StopIteration
        @abstractmethod
        def throw(self, typ, val=None, tb=None):
            raise typ
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__iter__", "__next__", "send", "throw", "close") if cls is Generator else NotImplemented

    class Reversible(Iterable):
        __slots__ = ()
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__reversed__", "__iter__") if cls is Reversible else NotImplemented

    class Collection(Sized, Iterable, Container):
        __slots__ = ()
        @classmethod
        def __subclasshook__(cls, C):
            return _has(C, "__len__", "__iter__", "__contains__") if cls is Collection else NotImplemented

    class Set(Collection):
        __slots__ = ()
        def __le__(self, other):
            return len(self) <= len(other) and all(x in other for x in self)
        def __lt__(self, other):
            return len(self) < len(other) and self <= other
        def __ge__(self, other):
            return len(self) >= len(other) and all(x in self for x in other)
        def __gt__(self, other):
            return len(self) > len(other) and self >= other
        def __eq__(self, other):
            if not isinstance(other, Set):
                return NotImplemented
            return len(self) == len(other) and self <= other
        @classmethod
        def _from_iterable(cls, it):
            return cls(it)
        def __and__(self, other):
            return self._from_iterable(x for x in other if x in self)
        def __or__(self, other):
            return self._from_iterable(x for s in (self, other) for x in s)
        def __sub__(self, other):
            return self._from_iterable(x for x in self if x not in other)
        def __xor__(self, other):
            return (self - other) | (other - self)
        def isdisjoint(self, other):
            return not any(x in self for x in other)

    class MutableSet(Set):
        __slots__ = ()
        @abstractmethod
        def add(self, value):
            raise NotImplementedError
        @abstractmethod
        def discard(self, value):
            raise NotImplementedError
        def remove(self, value):
            if value not in self:
                raise KeyError(value)
            self.discard(value)
        def pop(self):
            for value in self:
                self.discard(value)
                return value
            raise KeyError
        def clear(self):
            while len(self):
                self.pop()
        def __ior__(self, it):
            for value in it:
                self.add(value)
            return self

    class Mapping(Collection):
        __slots__ = ()
        @abstractmethod
        def __getitem__(self, key):
            raise KeyError
        def get(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                return default
        def __contains__(self, key):
            try:
                self[key]
            except KeyError:
                return False
            return True
        def keys(self):
            return KeysView(self)
        def items(self):
            return ItemsView(self)
        def values(self):
            return ValuesView(self)
        def __eq__(self, other):
            if not isinstance(other, Mapping):
                return NotImplemented
            return dict(self.items()) == dict(other.items())
        __reversed__ = None

    class MappingView(Sized):
        __slots__ = ("_mapping",)
        def __init__(self, mapping):
            self._mapping = mapping
        def __len__(self):
            return len(self._mapping)
        def __repr__(self):
            return f"{type(self).__name__}({self._mapping!r})"

    class KeysView(MappingView, Set):
        __slots__ = ()
        @classmethod
        def _from_iterable(cls, it):
            return set(it)
        def __contains__(self, key):
            return key in self._mapping
        def __iter__(self):
            yield from self._mapping

    class ItemsView(MappingView, Set):
        __slots__ = ()
        @classmethod
        def _from_iterable(cls, it):
            return set(it)
        def __contains__(self, item):
            key, value = item
            try:
                found = self._mapping[key]
            except KeyError:
                return False
            return found is value or found == value
        def __iter__(self):
            for key in self._mapping:
                yield key, self._mapping[key]

    class ValuesView(MappingView, Collection):
        __slots__ = ()
        def __contains__(self, value):
            return any(v is value or v == value for v in self)
        def __iter__(self):
            for key in self._mapping:
                yield self._mapping[key]

    class MutableMapping(Mapping):
        __slots__ = ()
        @abstractmethod
        def __setitem__(self, key, value):
            raise KeyError
        @abstractmethod
        def __delitem__(self, key):
            raise KeyError
        _nothing = object()
        def pop(self, key, default=_nothing):
            try:
                value = self[key]
            except KeyError:
                if default is MutableMapping._nothing:
                    raise
                return default
            del self[key]
            return value
        def popitem(self):
            for key in self:
                value = self[key]
                del self[key]
                return key, value
            raise KeyError
        def clear(self):
            while len(self):
                self.popitem()
        def update(self, other=(), /, **kwds):
            if hasattr(other, "keys"):
                for key in other.keys():
                    self[key] = other[key]
            else:
                for key, value in other:
                    self[key] = value
            for key, value in kwds.items():
                self[key] = value
        def setdefault(self, key, default=None):
            try:
                return self[key]
            except KeyError:
                self[key] = default
            return default

    class Sequence(Reversible, Collection):
        __slots__ = ()
        @abstractmethod
        def __getitem__(self, index):
            raise IndexError
        def __iter__(self):
            i = 0
            try:
                while True:
                    yield self[i]
                    i += 1
            except IndexError:
                return
        def __contains__(self, value):
            return any(v is value or v == value for v in self)
        def __reversed__(self):
            for i in reversed(range(len(self))):
                yield self[i]
        def index(self, value, start=0, stop=None):
            for i in range(start, len(self) if stop is None else stop):
                v = self[i]
                if v is value or v == value:
                    return i
            raise ValueError
        def count(self, value):
            return sum(1 for v in self if v is value or v == value)

    class ByteString(Sequence):
        __slots__ = ()

    class MutableSequence(Sequence):
        __slots__ = ()
        @abstractmethod
        def __setitem__(self, index, value):
            raise IndexError
        @abstractmethod
        def __delitem__(self, index):
            raise IndexError
        @abstractmethod
        def insert(self, index, value):
            raise IndexError
        def append(self, value):
            self.insert(len(self), value)
        def clear(self):
            while len(self):
                del self[-1]
        def reverse(self):
            n = len(self)
            for i in range(n // 2):
                self[i], self[n - i - 1] = self[n - i - 1], self[i]
        def extend(self, values):
            for v in list(values):
                self.append(v)
        def pop(self, index=-1):
            v = self[index]
            del self[index]
            return v
        def remove(self, value):
            del self[self.index(value)]
        def __iadd__(self, values):
            self.extend(values)
            return self

    for _base, _kinds in ((Mapping, ()), (MutableMapping, (dict,)), (MutableSequence, (list, bytearray)),
                          (Sequence, (tuple, str, range, bytes, memoryview)), (ByteString, (bytes, bytearray)),
                          (MutableSet, (set,)), (Set, (frozenset, type({}.keys()), type({}.items()))),
                          (KeysView, (type({}.keys()),)), (ItemsView, (type({}.items()),)),
                          (ValuesView, (type({}.values()),))):
        for _kind in _kinds:
            _base.register(_kind)
    for _cls in (Coroutine, AsyncIterator, AsyncGenerator, Iterator, Generator, Reversible, Collection, Set, MutableSet,
                 Mapping, MappingView, KeysView, ItemsView, ValuesView, MutableMapping, Sequence, ByteString,
                 MutableSequence):
        _cls.__module__ = "collections.abc"
    """#
}
