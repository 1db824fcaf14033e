"""C numbers, characters, and pointers to text or anything, as `c_int` and `c_char_p`."""

import struct as _struct
import sys as _sys
import _foreign
from ctypes import _parts
from ctypes._memory import _CData, _CType

_swapped = ">" if _sys.byteorder == "little" else "<"
_formats = {
    "c": "c", "b": "b", "B": "B", "h": "h", "H": "H", "i": "i", "I": "I", "l": "l", "L": "L", "q": "q", "Q": "Q", "f": "f",
    "d": "d", "g": "d", "?": "?", "P": "P", "z": "P", "Z": "P", "u": "I", "O": "P",
}


class _Simple(_CType):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        code = getattr(cls, "_type_", None)
        if code is None:
            if bases and bases[0] is not _CData:
                raise AttributeError("class must define a '_type_' attribute")
            return
        if not isinstance(code, str):
            raise TypeError("class must define a '_type_' string attribute")
        if len(code) != 1:
            raise ValueError("class must define a '_type_' attribute which must be a string of length 1")
        if code not in _formats:
            raise AttributeError("class must define a '_type_' attribute which must be\n"
                                 "a single character string containing one of 'cbBhHiIlLfuzZqQPXOv?g'.")
        if "_size_" not in namespace:
            cls._size_ = cls._align_ = _struct.calcsize(_formats[code])
        cls._code = getattr(cls, "_order", "") + _formats[code]
        cls._is_plain = bases == (_SimpleCData,)
        cls._has_pointers = code in "PzZO"

    def _load(cls, address):
        """The Python value of what lies at an address."""
        value = _struct.unpack(cls._code, _foreign.load(address, cls._size_))[0]
        kind = cls._type_
        if kind == "u":
            return chr(value)
        if kind in "PzZO" and not value:
            return None
        if kind == "z":
            return _foreign.text(value)
        if kind == "Z":
            return _parts.wstring_at(value)
        return value

    def _store(cls, address, value, holder):
        """Writes a Python value; texts that C gets a pointer to are kept by the holder."""
        kind = cls._type_
        if isinstance(value, _SimpleCData) and isinstance(value, cls):
            holder._keep(address, value._objects)
            _foreign.store(address, value._bytes())
            return
        if kind in "bBhHiIlLqQ":
            if not isinstance(value, int):
                if not hasattr(value, "__index__"):
                    raise TypeError("%r object cannot be interpreted as an integer" % type(value).__name__)
                value = value.__index__()
            data = (value & (1 << 8 * cls._size_) - 1).to_bytes(
                cls._size_, "little" if cls._code[0] != ">" else "big")
        elif kind in "fdg":
            if isinstance(value, (str, bytes)) or not hasattr(value, "__float__") and not hasattr(value, "__index__"):
                raise TypeError("must be real number, not " + type(value).__name__)
            data = _struct.pack(cls._code, value) if kind != "f" else _narrow(cls._code, float(value))
        elif kind == "?":
            data = b"\1" if value else b"\0"
        elif kind == "c":
            if isinstance(value, (bytes, bytearray)) and len(value) == 1:
                data = bytes(value)
            elif isinstance(value, int) and 0 <= value < 256:
                data = bytes([value])
            else:
                raise TypeError("one character bytes, bytearray or integer expected")
        elif kind == "u":
            if not isinstance(value, str):
                raise TypeError("unicode string expected instead of %s instance" % type(value).__name__)
            if len(value) != 1:
                raise TypeError("one character unicode string expected")
            data = _struct.pack("I", ord(value))
        else:
            data = _struct.pack("P", _pointed(kind, value, address, holder))
        _foreign.store(address, data)

    def from_param(cls, value):
        if isinstance(value, cls):
            return value
        kind = cls._type_
        if kind in "zZP":
            if value is None:
                return None
            if isinstance(value, bytes) and kind in "zP" or isinstance(value, str) and kind in "ZP":
                return value
            if isinstance(value, int) and kind == "P":
                return cls(value)
            if isinstance(value, (_parts.Array, _parts._Pointer)):
                item = type(value)._type_
                if kind == "P" or getattr(item, "_type_", None) == {"z": "c", "Z": "u"}[kind]:
                    return value
            if isinstance(value, _parts._ByRef):
                if kind == "P" or getattr(type(value._obj), "_type_", None) == {"z": "c", "Z": "u"}[kind]:
                    return value
            if kind == "P" and isinstance(value, _SimpleCData) and type(value)._type_ in "zZP":
                return value
            if kind == "P" and hasattr(type(value), "_flags_"):
                return value
            as_parameter = getattr(value, "_as_parameter_", None)
            if as_parameter is not None:
                return cls.from_param(as_parameter)
            raise TypeError("wrong type")
        as_parameter = getattr(value, "_as_parameter_", None)
        if as_parameter is not None:
            return cls.from_param(as_parameter)
        return cls(value)

    def _swapped_type(cls):
        """The same number with its bytes the other way round."""
        if cls._size_ == 1:
            return cls
        if "_other" not in cls.__dict__:
            cls._other = _Simple(cls.__name__, (_SimpleCData,), {"_type_": cls._type_, "_order": _swapped})
        return cls._other

    __ctype_be__ = property(lambda cls: cls if _sys.byteorder == "big" else cls._swapped_type())
    __ctype_le__ = property(lambda cls: cls if _sys.byteorder == "little" else cls._swapped_type())


def _narrow(code, value):
    """The bytes of a C float, infinite where the number is too large."""
    try:
        return _struct.pack(code, value)
    except OverflowError:
        return _struct.pack(code, float("inf") if value > 0 else float("-inf"))


def _pointed(kind, value, address, holder):
    """The address that a pointer to text, bytes or anything has for a Python value."""
    if value is None:
        return 0
    if isinstance(value, int) and kind != "O":
        return value & (1 << 64) - 1
    if kind == "z" and isinstance(value, bytes):
        made = _parts.create_string_buffer(value)
    elif kind == "Z" and isinstance(value, str):
        made = _parts.create_unicode_buffer(value)
    elif kind == "P":
        raise TypeError("cannot be converted to pointer")
    elif kind == "O":
        holder._keep(address, value)
        return id(value)
    elif kind == "z":
        raise TypeError("bytes or integer address expected instead of %s instance" % type(value).__name__)
    else:
        raise TypeError("unicode string or integer address expected instead of %s instance" % type(value).__name__)
    holder._keep(address, (value, made))
    return made._address


class _SimpleCData(_CData, metaclass=_Simple):
    """A number, or a pointer to bytes, text or anything."""

    def __new__(cls, *args, **kwargs):
        if cls is _SimpleCData:
            raise TypeError("abstract class")
        return super().__new__(cls)

    def __init__(self, *value):
        if len(value) > 1:
            raise TypeError("__init__ expected at most 1 argument, got %d" % len(value))
        self._own()
        if value:
            type(self)._store(self._address, value[0], self)

    @property
    def value(self):
        """The value as a Python object."""
        if type(self)._type_ == "O":
            if not self._objects:
                raise ValueError("PyObject is NULL")
            return self._objects[self._address]
        return type(self)._load(self._address)

    @value.setter
    def value(self, new):
        type(self)._store(self._address, new, self)

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        if type(self).__bases__ != (_SimpleCData,):
            return "<%s object at 0x%x>" % (type(self).__name__, id(self))
        value = self.value
        if type(self)._type_ == "Z" and value is not None:      # its address is what is shown
            value = _struct.unpack("P", self._bytes())[0]
        return "%s(%r)" % (type(self).__name__, value)
