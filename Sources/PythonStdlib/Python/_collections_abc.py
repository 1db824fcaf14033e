"""Abstract base classes of containers: the module is both this and collections.abc."""
from abc import ABCMeta, abstractmethod

GenericAlias = type(list[int])
EllipsisType = type(...)
__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence", "ByteString",
    "Buffer",
]
__name__ = "collections.abc"
_absent = object()


def _defined(owner, name):
    """What the first class of the resolution order that has the name holds under it."""
    return next((vars(base)[name] for base in owner.__mro__ if name in vars(base)), None)


def _recognised_by(*methods):
    """A class that has all of these methods, none of them set to None, counts as a subclass of the decorated one."""
    def decorate(abstract):
        def __subclasshook__(cls, other):
            complete = cls is abstract and all(_defined(other, name) is not None for name in methods)
            return complete or NotImplemented
        abstract.__subclasshook__ = classmethod(__subclasshook__)
        return abstract
    return decorate


def _exception(kind, value, traceback):
    """The exception that the three arguments of a `throw` stand for."""
    if value is None:
        if traceback is None:
            return kind
        value = kind()
    return value if traceback is None else value.with_traceback(traceback)


def _same(one, other):
    return one is other or one == other


def _close(paused, what):
    """Ends a coroutine or generator by an exception that it must not swallow."""
    try:
        paused.throw(GeneratorExit)
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError(what + " ignored GeneratorExit")


def _empty(container, take, error):
    """Takes items out until there are none."""
    try:
        while True:
            take(container)
    except error:
        pass


@_recognised_by("__hash__")
class Hashable(metaclass=ABCMeta):
    """Has __hash__."""
    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_recognised_by("__await__")
class Awaitable(metaclass=ABCMeta):
    """Has __await__."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __await__(self):
        yield


@_recognised_by("__await__", "send", "throw", "close")
class Coroutine(Awaitable):
    """Awaitable with send, throw and close."""
    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Continues with a value."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Continues with an exception."""
        raise _exception(typ, val, tb)

    def close(self):
        """Ends it."""
        _close(self, "coroutine")


@_recognised_by("__aiter__")
class AsyncIterable(metaclass=ABCMeta):
    """Has __aiter__."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


@_recognised_by("__anext__", "__aiter__")
class AsyncIterator(AsyncIterable):
    """Has __anext__ too."""
    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_recognised_by("__aiter__", "__anext__", "asend", "athrow", "aclose")
class AsyncGenerator(AsyncIterator):
    """Has asend, athrow and aclose too."""
    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Continues with a value."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Continues with an exception."""
        raise _exception(typ, val, tb)

    async def aclose(self):
        """Ends it."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


@_recognised_by("__iter__")
class Iterable(metaclass=ABCMeta):
    """Has __iter__."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __iter__(self):
        yield from ()


@_recognised_by("__iter__", "__next__")
class Iterator(Iterable):
    """Has __next__ too."""
    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item."""
        raise StopIteration

    def __iter__(self):
        return self


@_recognised_by("__reversed__", "__iter__")
class Reversible(Iterable):
    """Has __reversed__ too."""
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        yield from ()


@_recognised_by("__iter__", "__next__", "send", "throw", "close")
class Generator(Iterator):
    """Iterator with send, throw and close."""
    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Continues with a value."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Continues with an exception."""
        raise _exception(typ, val, tb)

    def close(self):
        """Ends it."""
        _close(self, "generator")


@_recognised_by("__len__")
class Sized(metaclass=ABCMeta):
    """Has __len__."""
    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_recognised_by("__contains__")
class Container(metaclass=ABCMeta):
    """Has __contains__."""
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False


@_recognised_by("__len__", "__iter__", "__contains__")
class Collection(Sized, Iterable, Container):
    """Sized, iterable container."""
    __slots__ = ()


@_recognised_by("__buffer__")
class Buffer(metaclass=ABCMeta):
    """Lends its memory."""
    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


def _takes_any(parameters):
    """Whether what stands for the arguments of a Callable is no list of types: `...`, a ParamSpec, Concatenate."""
    if parameters is ... or isinstance(parameters, list):
        return True
    kind = type(parameters)
    return (kind.__module__, kind.__name__) in (("typing", "ParamSpec"), ("typing", "_ConcatenateGenericAlias"))


def _named(item):
    """A type as it is written in an annotation."""
    if item is ...:
        return "..."
    if not isinstance(item, type) or isinstance(item, GenericAlias):
        return repr(item)
    return item.__qualname__ if item.__module__ == "builtins" else f"{item.__module__}.{item.__qualname__}"


def _split(alias):
    """-> (what stands for the arguments of a Callable, its result)"""
    *parameters, result = alias.__args__
    return (parameters[0] if len(parameters) == 1 and _takes_any(parameters[0]) else parameters), result


class _CallableGenericAlias(GenericAlias):
    """Callable[[arguments], result]; `__args__` has the result last."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        parameters, result = args
        if isinstance(parameters, (tuple, list)):
            return super().__new__(cls, origin, (*parameters, result))
        if _takes_any(parameters):
            return super().__new__(cls, origin, args)
        raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {parameters}")

    def __repr__(self):
        parameters, result = _split(self)
        if parameters is self.__args__[0]:
            return super().__repr__()
        return f"collections.abc.Callable[[{', '.join(map(_named, parameters))}], {_named(result)}]"

    def __getitem__(self, item):
        *parameters, result = super().__getitem__(item).__args__
        if len(parameters) == 1 and (isinstance(parameters[0], tuple) or _takes_any(parameters[0])):
            parameters = parameters[0]
        return _CallableGenericAlias(Callable, (parameters, result))

    def __reduce__(self):
        return _CallableGenericAlias, (Callable, _split(self))


@_recognised_by("__call__")
class Callable(metaclass=ABCMeta):
    """Has __call__."""
    __slots__ = ()
    __class_getitem__ = classmethod(_CallableGenericAlias)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False


def _operand(owner, other):
    """The other operand of a set as a set; None if it is not iterable."""
    if isinstance(other, Set):
        return other
    return owner._from_iterable(other) if isinstance(other, Iterable) else None


class Set(Collection):
    """A set that is not changed."""
    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(item in other for item in self)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(item in self for item in other)

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    @classmethod
    def _from_iterable(cls, it):
        """A set of the class that operators return; subclasses with other constructors replace it."""
        return cls(it)

    def isdisjoint(self, other):
        """Whether no item is common."""
        return not any(item in self for item in other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for part in (self, other) for item in part)

    def __sub__(self, other):
        other = _operand(self, other)
        return NotImplemented if other is None else self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        other = _operand(self, other)
        return NotImplemented if other is None else self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        other = _operand(self, other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        """A hash that equal sets share, whatever their class: that of the frozenset."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that can be changed."""
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Adds an item."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Removes an item if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Removes an item that must be there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Removes some item and returns it."""
        value = next(iter(self), _absent)
        if value is _absent:
            raise KeyError
        self.discard(value)
        return value

    def clear(self):
        """Removes everything."""
        _empty(self, lambda items: items.pop(), KeyError)

    def __ior__(self, it):
        for item in it:
            self.add(item)
        return self

    def __iand__(self, it):
        for item in self - it:
            self.discard(item)
        return self

    def __isub__(self, it):
        for item in [*it] if it is self else it:
            self.discard(item)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for item in it if isinstance(it, Set) else self._from_iterable(it):
            (self.discard if item in self else self.add)(item)
        return self


class Mapping(Collection):
    """A mapping that is not changed."""
    __slots__ = ()
    __abc_tpflags__ = 1 << 6
    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        return self._find(key) is not _absent

    def get(self, key, default=None):
        """The value of a key, or a default."""
        value = self._find(key)
        return default if value is _absent else value

    def _find(self, key):
        try:
            return self[key]
        except KeyError:
            return _absent

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def keys(self):
        """A view of the keys."""
        return KeysView(self)

    def items(self):
        """A view of the pairs."""
        return ItemsView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)


class MappingView(Sized):
    """A view of a mapping."""
    __slots__ = ("_mapping",)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __repr__(self):
        return f"{type(self).__name__}({self._mapping!r})"

    def __len__(self):
        return len(self._mapping)


class KeysView(MappingView, Set):
    """The keys of a mapping."""
    __slots__ = ()
    _from_iterable = classmethod(lambda cls, it: set(it))

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    """The pairs of a mapping."""
    __slots__ = ()
    _from_iterable = classmethod(lambda cls, it: set(it))

    def __contains__(self, item):
        key, value = item
        try:
            held = self._mapping[key]
        except KeyError:
            return False
        return _same(held, value)

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    """The values of a mapping."""
    __slots__ = ()

    def __contains__(self, value):
        return any(_same(self._mapping[key], value) for key in self._mapping)

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


class MutableMapping(Mapping):
    """A mapping that can be changed."""
    __slots__ = ()

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    def pop(self, key, default=_absent):
        """Removes a key and returns its value."""
        try:
            value = self[key]
        except KeyError:
            if default is _absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Removes some pair and returns it."""
        key = next(iter(self), _absent)
        if key is _absent:
            raise KeyError
        value = self[key]
        del self[key]
        return key, value

    def clear(self):
        """Removes everything."""
        _empty(self, lambda mapping: mapping.popitem(), KeyError)

    def update(self, other=(), /, **kwds):
        """Takes items over from a mapping, an iterable of pairs and keywords."""
        if isinstance(other, Mapping):
            pairs = ((key, other[key]) for key in other)
        elif hasattr(other, "keys"):
            pairs = ((key, other[key]) for key in other.keys())
        else:
            pairs = other
        for part in (pairs, kwds.items()):
            for key, value in part:
                self[key] = value

    def setdefault(self, key, default=None):
        """The value of a key, which is put in when it is not there."""
        value = self._find(key)
        if value is _absent:
            value = self[key] = default
        return value


class Sequence(Reversible, Collection):
    """A sequence that is not changed."""
    __slots__ = ()
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(_same(item, value) for item in self)

    def __reversed__(self):
        for at in range(len(self) - 1, -1, -1):
            yield self[at]

    def index(self, value, start=0, stop=None):
        """Index of the first item that equals a value."""
        if start is not None and start < 0:
            start = max(start + len(self), 0)
        if stop is not None and stop < 0:
            stop += len(self)
        at = start
        while stop is None or at < stop:
            try:
                item = self[at]
            except IndexError:
                break
            if _same(item, value):
                return at
            at += 1
        raise ValueError

    def count(self, value):
        """How many items equal a value."""
        return sum(1 for item in self if _same(item, value))


class ByteString(Sequence):
    """bytes and bytearray."""
    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can be changed."""
    __slots__ = ()

    @abstractmethod
    def insert(self, index, value):
        """Inserts a value before an index."""
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    def append(self, value):
        """Appends a value."""
        self.insert(len(self), value)

    def clear(self):
        """Removes everything."""
        _empty(self, lambda sequence: sequence.pop(), IndexError)

    def reverse(self):
        """Reverses the order in place."""
        last = len(self) - 1
        for at in range(len(self) // 2):
            self[at], self[last - at] = self[last - at], self[at]

    def extend(self, values):
        """Appends all values."""
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        """Removes an item and returns it."""
        item = self[index]
        del self[index]
        return item

    def remove(self, value):
        """Removes the first item that equals a value."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


async def _coroutine():
    pass


async def _async_generator():
    yield


def _register_builtins():
    """The builtin types that are such containers."""
    coroutine = _coroutine()
    for abstract, *types in (
        (Set, frozenset), (MutableSet, set), (Mapping, type(vars(type))), (MutableMapping, dict),
        (KeysView, type({}.keys())), (ItemsView, type({}.items())), (ValuesView, type({}.values())),
        (Sequence, tuple, str, range, memoryview), (ByteString, bytes, bytearray), (MutableSequence, list, bytearray),
        (Buffer, bytes, bytearray, memoryview), (Coroutine, type(coroutine)), (AsyncGenerator, type(_async_generator())),
        (Generator, type(_ for _ in ())),
    ):
        for kind in types:
            abstract.register(kind)
    coroutine.close()


_register_builtins()

# Types of builtin objects that have no other name
dict_keys, dict_values, dict_items = type({}.keys()), type({}.values()), type({}.items())
dict_keyiterator, dict_valueiterator = type(iter({}.keys())), type(iter({}.values()))
dict_itemiterator, list_reverseiterator = type(iter({}.items())), type(reversed([]))
bytes_iterator, bytearray_iterator, str_iterator = type(iter(b"")), type(iter(bytearray())), type(iter(""))
list_iterator, tuple_iterator, set_iterator = type(iter([])), type(iter(())), type(iter(set()))
range_iterator, longrange_iterator, zip_iterator = type(iter(range(0))), type(iter(range(1 << 1000))), type(iter(zip()))
mappingproxy, generator, async_generator = type(vars(type)), type(_ for _ in ()), type(_async_generator())
