"""C types in Python, and functions of shared libraries. Structures are passed and returned by pointers only."""

from ctypes import _parts
from ctypes._memory import ArgumentError, _named
from ctypes._numbers import _Simple, _SimpleCData
from ctypes._arrays import (
    Array, _array_type, _is_text, create_string_buffer, create_unicode_buffer, string_at, wstring_at,
)
from ctypes._records import (
    BigEndianStructure, BigEndianUnion, LittleEndianStructure, LittleEndianUnion, Structure, Union,
)
from ctypes._pointers import (
    POINTER, _ByRef, _Pointer, _pointer_type_cache, addressof, alignment, byref, cast, memmove, memset, pointer, resize, sizeof,
)

for _made in (Array, Structure, _Pointer, _ByRef, _array_type, _is_text, create_string_buffer, create_unicode_buffer,
              wstring_at):
    setattr(_parts, _made.__name__, _made)
del _made

__version__ = "1.1.0"


def _number(name, code):
    made = _Simple(name, (_SimpleCData,), {"_type_": code, "__module__": "ctypes"})
    _named[name] = made
    return made


c_bool, c_char, c_byte, c_ubyte = (_number("c_bool", "?"), _number("c_char", "c"), _number("c_byte", "b"),
                                   _number("c_ubyte", "B"))
c_short, c_ushort, c_int, c_uint = (_number("c_short", "h"), _number("c_ushort", "H"), _number("c_int", "i"),
                                    _number("c_uint", "I"))
c_long, c_ulong = _number("c_long", "l"), _number("c_ulong", "L")
c_float, c_double = _number("c_float", "f"), _number("c_double", "d")
c_longdouble = c_double                 # calls with `long double` are not made
c_longlong, c_ulonglong = c_long, c_ulong
c_int8, c_uint8, c_int16, c_uint16 = c_byte, c_ubyte, c_short, c_ushort
c_int32, c_uint32, c_int64, c_uint64 = c_int, c_uint, c_long, c_ulong
c_size_t, c_ssize_t, c_time_t = c_ulong, c_long, c_long
c_char_p, c_wchar_p, c_void_p = _number("c_char_p", "z"), _number("c_wchar_p", "Z"), _number("c_void_p", "P")
c_voidp = c_void_p
c_wchar, py_object = _number("c_wchar", "u"), _number("py_object", "O")

from ctypes._functions import (
    CDLL, CFUNCTYPE, DEFAULT_MODE, PYFUNCTYPE, PyDLL, LibraryLoader, RTLD_GLOBAL, RTLD_LOCAL, _CFuncPtr, cdll,
    get_errno, pydll, set_errno,
)

c_buffer = create_string_buffer


def ARRAY(typ, length):
    """The type of arrays of a type."""
    return typ * length


def SetPointerType(pointer_type, cls):
    """Completes a pointer type that was made from a name."""
    if _pointer_type_cache.get(cls) is not None or "_pointer_type_" in cls.__dict__:
        raise RuntimeError("This type already exists in the cache")
    if id(pointer_type) not in _pointer_type_cache:
        raise RuntimeError("What's this???")
    pointer_type.set_type(cls)
    _pointer_type_cache[cls] = pointer_type
    del _pointer_type_cache[id(pointer_type)]


pythonapi = PyDLL(None)
