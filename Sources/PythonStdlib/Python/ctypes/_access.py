"""Items, fields and results: what C data is in Python, and how Python values are written."""

import struct as _struct
import _foreign
from ctypes import _parts
from ctypes._numbers import _Simple, _SimpleCData


def _is_plain(cls):
    return isinstance(cls, _Simple) and cls._is_plain


def _read(cls, address, owner):
    """What an item, a field or a result of a type is in Python: plain numbers are Python's."""
    if _is_plain(cls):
        return cls._load(address)
    return cls._at(address, owner)


def _write(cls, address, value, holder):
    """Writes an item or a field."""
    if isinstance(cls, _Simple):
        if isinstance(value, _SimpleCData) and not isinstance(value, cls):
            raise TypeError("incompatible types, %s instance instead of %s instance"
                            % (type(value).__name__, cls.__name__))
        cls._store(address, value, holder)
    elif isinstance(value, cls):
        if isinstance(value, _parts._Pointer):
            holder._keep(address, (value, value._objects))
        elif value._objects:
            holder._keep(address, value._objects)
        _foreign.store(address, value._bytes())
    elif issubclass(cls, _parts.Array) and _parts._is_text(cls._type_) and isinstance(value, (bytes, str)):
        part = cls._at(address, holder)
        part.value = value
    elif issubclass(cls, (_parts.Array, _parts.Structure)) and isinstance(value, tuple):
        made = cls(*value)
        _foreign.store(address, made._bytes())
        holder._keep(address, made._objects)
    elif issubclass(cls, _parts._Pointer) and value is None:
        _foreign.store(address, bytes(8))
    elif issubclass(cls, _parts._Pointer) and isinstance(value, _parts.Array) and value._type_ is cls._type_:
        _foreign.store(address, _struct.pack("P", value._address))
        holder._keep(address, value)
    elif hasattr(cls, "_flags_") and value is None:
        _foreign.store(address, bytes(8))
    else:
        raise TypeError("incompatible types, %s instance instead of %s instance"
                        % (type(value).__name__, cls.__name__))
