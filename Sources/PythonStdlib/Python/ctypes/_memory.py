"""Memory that C data lies in, and what all types of such data share."""

import _foreign
from ctypes import _parts


class _Memory:
    """A block of zeros, which a view keeps in its place."""

    def __init__(self, size):
        data = bytearray(size)
        self.view = memoryview(data)
        self.address = _foreign.address_of(data)


class ArgumentError(Exception):
    """An argument of a function cannot be passed to C."""


class _CType(type):
    """The class of all C types: size, alignment, and the ways to make an instance of what lies in memory."""

    def __mul__(cls, length):
        return _parts._array_type(cls, length)

    __rmul__ = __mul__

    def _known(cls):
        if not hasattr(cls, "_size_"):
            raise TypeError("abstract class")
        return cls

    def _at(cls, address, owner=None):
        """An instance that lies at an address and keeps what owns the memory."""
        made = cls.__new__(cls)
        made._place(address, owner)
        return made

    def from_address(cls, address):
        if not isinstance(address, int):
            raise TypeError("integer expected")
        return cls._known()._at(address)

    def from_buffer(cls, source, offset=0):
        """An instance that shares the memory of a writable buffer."""
        view = memoryview(source)
        if view.readonly:
            raise TypeError("underlying buffer is not writable")
        cls._checked(view, offset)
        memory = _Memory.__new__(_Memory)
        memory.view, memory.address = view, cls._start(source, view)
        return cls._at(memory.address + offset, memory)

    @staticmethod
    def _start(source, view):
        """Where the bytes of a buffer lie."""
        if isinstance(source, _CData):
            return source._address
        if isinstance(view.obj, _CData):
            raise TypeError("a view of C data cannot be shared again")
        return _foreign.address_of(view.obj)

    def from_buffer_copy(cls, source, offset=0):
        """An instance with a copy of the bytes of a buffer."""
        view = memoryview(source)
        cls._checked(view, offset)
        made = cls._fresh()
        _foreign.store(made._address, view.tobytes()[offset:offset + cls._size_])
        return made

    def _checked(cls, view, offset):
        if offset < 0:
            raise ValueError("offset cannot be negative")
        if cls._known()._size_ > view.nbytes - offset:
            raise ValueError("Buffer size too small (%d instead of at least %d bytes)"
                             % (view.nbytes, cls._size_ + offset))

    def _fresh(cls):
        """An instance of zeros in memory of its own."""
        memory = _Memory(cls._known()._size_)
        return cls._at(memory.address, memory)

    def in_dll(cls, library, name):
        """The instance that a library exports under a name."""
        return cls._known()._at(library._symbol(name, ValueError))

    def from_param(cls, value):
        """What is passed to C for a value where this type is declared."""
        if isinstance(value, cls):
            return value
        as_parameter = getattr(value, "_as_parameter_", None)
        if as_parameter is not None:
            return cls.from_param(as_parameter)
        raise TypeError("expected %s instance instead of %s" % (cls.__name__, type(value).__name__))


class _CData(metaclass=_CType):
    """What all instances share: where they lie, who owns the memory, and what must stay alive for their sake."""

    _b_base_ = None
    _extent = None              # its size when that is not the type's any more

    def _place(self, address, owner):
        self._address, self._owner, self._objects = address, owner, None

    def _own(self):
        memory = _Memory(type(self)._known()._size_)
        self._place(memory.address, memory)

    def _keep(self, key, value):
        """Keeps what C has a pointer to."""
        if value is not None:
            root = self
            while isinstance(root._owner, _CData):
                root = root._owner
            if root._objects is None:
                root._objects = {}
            root._objects[key] = value

    def _bytes(self):
        return _foreign.load(self._address, type(self)._size_)

    def __buffer__(self, flags):
        owner = self._owner
        while isinstance(owner, _CData):
            owner = owner._owner
        if owner is None:               # memory that belongs to nobody is copied
            return memoryview(self._bytes())
        start = self._address - owner.address
        return owner.view[start:start + (self._extent or type(self)._size_)]

    def __reduce__(self):
        if type(self)._has_pointers:
            raise ValueError("ctypes objects containing pointers cannot be pickled")
        return _rebuilt, (type(self), self._bytes())

    __hash__ = object.__hash__
    _has_pointers = False


def _rebuilt(cls, data):
    return cls.from_buffer_copy(data)


_named = {}             # the types that other parts need, by name
