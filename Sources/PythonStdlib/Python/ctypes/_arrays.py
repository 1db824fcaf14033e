"""Arrays, and the texts in them."""

import struct as _struct
import sys as _sys
import _foreign
from ctypes import _parts
from weakref import WeakValueDictionary
from ctypes._memory import _CData, _CType, _named
from ctypes._numbers import _Simple, _SimpleCData
from ctypes._access import _read, _write

_array_types = WeakValueDictionary()


def _is_text(item):
    return isinstance(item, _Simple) and item._type_ in "cu"


class _ArrayType(_CType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if "_length_" not in namespace and not hasattr(cls, "_length_"):
            if bases and bases[0] is not _CData:
                raise AttributeError("class must define a '_length_' attribute")
            return
        length = cls._length_
        if not isinstance(length, int):
            raise TypeError("The '_length_' attribute must be an integer")
        if length < 0:
            raise ValueError("The '_length_' attribute must not be negative")
        item = getattr(cls, "_type_", None)
        if item is None:
            raise AttributeError("class must define a '_type_' attribute")
        cls._size_, cls._align_ = item._known()._size_ * length, item._align_
        cls._has_pointers = item._has_pointers

    def from_param(cls, value):
        if isinstance(value, (bytes, str)) and _is_text(cls._type_):
            if len(value) > cls._length_:
                raise ValueError("Invalid length")
            made = cls()
            made.value = value
            return made
        if isinstance(value, tuple):
            return cls(*value)
        return super().from_param(value)


def _array_type(item, length):
    if not isinstance(length, int):
        raise TypeError("can't multiply sequence by non-int of type '%s'" % type(length).__name__)
    if length < 0:
        raise ValueError("Array length must be >= 0, not %d" % length)
    known = _array_types.get((item, length))
    if known is None:
        if item._known()._size_ * length > _sys.maxsize:
            raise OverflowError("array too large")
        known = _array_types[item, length] = _ArrayType(
            "%s_Array_%d" % (item.__name__, length), (Array,), {"_length_": length, "_type_": item})
    return known


class Array(_CData, metaclass=_ArrayType):
    """A fixed number of items of one type."""

    def __init__(self, *items):
        self._own()
        for i, item in enumerate(items):
            if i >= self._length_:
                raise IndexError("invalid index")
            self[i] = item

    def __len__(self):
        return self._length_

    def _where(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError("invalid index")
        return self._address + index * self._type_._size_

    def __getitem__(self, index):
        if isinstance(index, slice):
            return _joined(self._type_, [self[i] for i in range(*index.indices(self._length_))])
        if not hasattr(index, "__index__"):
            raise TypeError("indices must be integers")
        return _read(self._type_, self._where(index.__index__()), self)

    def __setitem__(self, index, value):
        if isinstance(index, slice):
            places = range(*index.indices(self._length_))
            if len(places) != len(value):
                raise ValueError("Can only assign sequence of same size")
            for i, item in zip(places, value):
                self[i] = item
            return
        if not hasattr(index, "__index__"):
            raise TypeError("indices must be integer")
        _write(self._type_, self._where(index.__index__()), value, self)

    def __delitem__(self, index):
        raise TypeError("Array does not support item deletion")

    def __iter__(self):
        for i in range(self._length_):
            yield self[i]

    def _text(self):
        if not _is_text(self._type_):
            raise AttributeError("%r object has no attribute 'value'" % type(self).__name__)
        return self._type_._type_ == "c"

    @property
    def value(self):
        """The text up to the first zero."""
        if self._text():
            return self._bytes().split(b"\0", 1)[0]
        return "".join(self).split("\0", 1)[0]

    @value.setter
    def value(self, new):
        wanted, end = (bytes, b"\0") if self._text() else (str, "\0")
        if not isinstance(new, wanted):
            raise TypeError("%s expected instead of %s instance"
                            % ("bytes" if wanted is bytes else "unicode string", type(new).__name__))
        if len(new) > self._length_:
            raise ValueError("byte string too long" if wanted is bytes else "string too long")
        if len(new) < self._length_:
            new += end
        _foreign.store(self._address, new if wanted is bytes else _struct.pack("%dI" % len(new), *map(ord, new)))

    @property
    def raw(self):
        """All bytes of an array of characters."""
        if not self._text():
            raise AttributeError("%r object has no attribute 'raw'" % type(self).__name__)
        return self._bytes()

    @raw.setter
    def raw(self, new):
        data = bytes(new)
        if len(data) > self._size_:
            raise ValueError("byte string too long")
        _foreign.store(self._address, data)


def _joined(item, values):
    """A slice: bytes and text of characters, a list of anything else."""
    kind = item._type_ if isinstance(item, _Simple) else ""
    if kind == "c":
        return b"".join(values)
    return "".join(values) if kind == "u" else values


def create_string_buffer(init, size=None):
    """An array of characters: of a length, or of bytes and a zero."""
    c_char = _named["c_char"]
    if isinstance(init, bytes):
        made = (c_char * (len(init) + 1 if size is None else size))()
        made.value = init
        return made
    if isinstance(init, int):
        return (c_char * init)()
    raise TypeError(init)


def create_unicode_buffer(init, size=None):
    """An array of wide characters: of a length, or of a text and a zero."""
    c_wchar = _named["c_wchar"]
    if isinstance(init, str):
        made = (c_wchar * (len(init) + 1 if size is None else size))()
        made.value = init
        return made
    if isinstance(init, int):
        return (c_wchar * init)()
    raise TypeError(init)


def string_at(ptr, size=-1):
    """The bytes at an address: of a length, or up to a zero."""
    if isinstance(ptr, bytes):
        ptr = create_string_buffer(ptr)
    address = _address_of_argument(ptr)
    return _foreign.text(address) if size < 0 else _foreign.load(address, size)


def wstring_at(ptr, size=-1):
    """The text of wide characters at an address."""
    if isinstance(ptr, str):
        ptr = create_unicode_buffer(ptr)
    address = _address_of_argument(ptr)
    found = []
    while size < 0 or len(found) < size:
        code = _struct.unpack("I", _foreign.load(address + 4 * len(found), 4))[0]
        if size < 0 and not code:
            break
        found.append(chr(code))
    return "".join(found)


def _address_of_argument(value):
    """The address that a pointer, an array, bytes or an int stands for."""
    if isinstance(value, int):
        return value
    if value is None:
        return 0
    if isinstance(value, Array):
        return value._address
    if isinstance(value, _parts._ByRef):
        return value._obj._address + value._offset
    if isinstance(value, _parts._Pointer) or hasattr(type(value), "_flags_") or \
            isinstance(value, _SimpleCData) and type(value)._type_ in "PzZ":
        return _struct.unpack("P", value._bytes())[0]
    raise TypeError("wrong type")
