"""Pointers, and memory by address."""

import struct as _struct
import _foreign
from ctypes._memory import ArgumentError, _CData, _CType, _Memory, _named
from ctypes._numbers import _Simple
from ctypes._access import _read, _write
from ctypes._arrays import Array, _address_of_argument, _joined, create_string_buffer, create_unicode_buffer

_pointer_type_cache = {}


class _PointerType(_CType):
    _size_ = _align_ = 8
    _has_pointers = True

    def set_type(cls, kind):
        """Sets what an incomplete type points to."""
        cls._type_ = kind

    def from_param(cls, value):
        if value is None:
            return None
        target = cls._type_
        if isinstance(value, _ByRef) and isinstance(value._obj, target):
            return value
        if isinstance(value, (Array, _Pointer)) and issubclass(type(value)._type_, target):
            return value
        if isinstance(value, target):
            return byref(value)
        return super().from_param(value)


class _Pointer(_CData, metaclass=_PointerType):
    """A pointer to an instance of a type."""

    _size_ = _align_ = 8
    _has_pointers = True

    def __init__(self, value=None):
        self._own()
        if value is not None:
            self.contents = value

    def _target(self):
        return _struct.unpack("P", self._bytes())[0]

    @property
    def contents(self):
        """What it points to; not a copy."""
        address = self._target()
        if not address:
            raise ValueError("NULL pointer access")
        return type(self)._type_._at(address, self)

    @contents.setter
    def contents(self, value):
        if not isinstance(value, type(self)._type_):
            raise TypeError("expected %s instead of %s" % (type(self)._type_.__name__, type(value).__name__))
        _foreign.store(self._address, _struct.pack("P", value._address))
        self._keep(self._address, value)

    def _where(self, index):
        address = self._target()
        if not address:
            raise ValueError("NULL pointer access")
        return address + index * type(self)._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            if index.stop is None:
                raise ValueError("slice stop is required")
            step = 1 if index.step is None else index.step
            if index.start is None and step < 0:
                raise ValueError("slice start is required for step < 0")
            return _joined(self._type_, [self[i] for i in range(index.start or 0, index.stop, step)])
        if not hasattr(index, "__index__"):
            raise TypeError("Pointer indices must be integer")
        return _read(self._type_, self._where(index.__index__()), self)

    def __setitem__(self, index, value):
        if not hasattr(index, "__index__"):
            raise TypeError("Pointer does not support item assignment")
        _write(self._type_, self._where(index.__index__()), value, self)

    def __bool__(self):
        return self._target() != 0

    __iter__ = None


def POINTER(cls):
    """The type of pointers to a type; None: of anything."""
    # (A class keeps the type of pointers to it, so that both go together.)
    known = cls.__dict__.get("_pointer_type_") if isinstance(cls, _CType) else None
    if known is None:
        known = _pointer_type_cache.get(cls)
    if known is None:
        if cls is None:
            return _named["c_void_p"]
        if isinstance(cls, str):
            known = _PointerType("LP_" + cls, (_Pointer,), {})
            _pointer_type_cache[id(known)] = known
            return known
        if not isinstance(cls, _CType):
            raise TypeError("_type_ must have storage info")
        known = cls._pointer_type_ = _PointerType("LP_" + cls.__name__, (_Pointer,), {"_type_": cls})
    return known


def pointer(value):
    """A pointer to an instance."""
    if not isinstance(value, _CData):
        raise TypeError("_type_ must have storage info")
    return POINTER(type(value))(value)


class _ByRef:
    """What `byref` makes: an address for a call."""

    def __init__(self, value, offset):
        self._obj, self._offset = value, offset

    def __repr__(self):
        return "<cparam 'P' (0x%x)>" % (self._obj._address + self._offset)


def byref(value, offset=0):
    """The address of an instance, for an argument of a call."""
    if not isinstance(value, _CData):
        raise TypeError("byref() argument must be a ctypes instance, not '%s'" % type(value).__name__)
    return _ByRef(value, offset)


def addressof(value):
    """The address of an instance."""
    if not isinstance(value, _CData):
        raise TypeError("invalid type")
    return value._address


def sizeof(value):
    """The size of a type or an instance, in bytes."""
    if getattr(value, "_extent", None) is not None:
        return value._extent
    kind = value if isinstance(value, type) else type(value)
    if not isinstance(kind, _CType) or not hasattr(kind, "_size_"):
        raise TypeError("this type has no size")
    return kind._size_


def alignment(value):
    """What the addresses of a type are multiples of."""
    kind = value if isinstance(value, type) else type(value)
    if not isinstance(kind, _CType) or not hasattr(kind, "_align_"):
        raise TypeError("no alignment info")
    return kind._align_


def resize(value, size):
    """Gives an instance more memory."""
    if size < type(value)._size_:
        raise ValueError("minimum size is %d" % type(value)._size_)
    memory = _Memory(size)
    _foreign.store(memory.address, value._bytes())
    value._address, value._owner, value._extent = memory.address, memory, size


def cast(value, kind):
    """A pointer of a type to what another one points to."""
    if not (isinstance(kind, type) and (issubclass(kind, _Pointer) or hasattr(kind, "_flags_") or
                                        isinstance(kind, _Simple) and kind._type_ in "PzZ")):
        raise TypeError("cast() argument 2 must be a pointer type, not %s" % getattr(kind, "__name__", kind))
    kept = value
    if isinstance(value, bytes):
        kept = create_string_buffer(value)
    elif isinstance(value, str):
        kept = create_unicode_buffer(value)
    try:
        address = _address_of_argument(kept)
    except TypeError:
        raise ArgumentError("argument 1: TypeError: wrong type") from None
    made = kind._fresh()
    _foreign.store(made._address, _struct.pack("P", address))
    made._keep(made._address, (value, kept))
    return made


def memmove(dst, src, count):
    """Copies bytes from one place to another; returns the destination."""
    to = _address_of_argument(dst)
    data = bytes(src)[:count] if isinstance(src, (bytes, bytearray)) else _foreign.load(_address_of_argument(src), count)
    _foreign.store(to, data)
    return to


def memset(dst, c, count):
    """Fills memory with a byte; returns its address."""
    to = _address_of_argument(dst)
    _foreign.store(to, bytes([c & 255]) * count)
    return to
