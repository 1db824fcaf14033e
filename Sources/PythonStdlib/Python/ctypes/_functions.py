"""Shared libraries, their functions, and functions of Python that C calls."""

import os as _os
import struct as _struct
import _foreign
from ctypes._memory import ArgumentError, _CData, _CType, _named
from ctypes._numbers import _Simple, _SimpleCData
from ctypes._access import _is_plain
from ctypes._arrays import Array, create_string_buffer, create_unicode_buffer
from ctypes._records import Structure, Union
from ctypes._pointers import _ByRef, _Pointer
from weakref import WeakValueDictionary

DEFAULT_MODE = RTLD_LOCAL = 0
RTLD_GLOBAL = 256
_FUNCFLAG_CDECL, _FUNCFLAG_PYTHONAPI, _FUNCFLAG_USE_ERRNO = 1, 4, 8
_kept_errno = 0


def get_errno():
    """The errno of calls of libraries opened with use_errno."""
    return _kept_errno


def set_errno(value):
    """Sets that errno; returns the one before."""
    global _kept_errno
    old, _kept_errno = _kept_errno, value
    return old


def _register(value, declared, keep):
    """What goes into a register for an argument: a pair of an int and False, or of a double's bits and True."""
    if declared is not None:
        value = declared.from_param(value)
    if value is None:
        return 0, False
    if isinstance(value, int):
        return value & 0xFFFFFFFF, False
    if isinstance(value, (bytes, str)):
        made = create_string_buffer(value) if isinstance(value, bytes) else create_unicode_buffer(value)
        keep.append(made)
        return made._address, False
    if isinstance(value, _ByRef):
        return value._obj._address + value._offset, False
    if isinstance(value, _SimpleCData):
        kind, data = type(value)._type_, value._bytes()
        if kind in "fdg":
            return int.from_bytes(data, "little"), True
        keep.append(value)
        return int.from_bytes(data, "little", signed=kind in "bhilq") & (1 << 64) - 1, False
    if isinstance(value, Array):
        return value._address, False
    if isinstance(value, (_Pointer, _CFuncPtr)):
        keep.append(value)
        return _struct.unpack("P", value._bytes())[0], False
    if isinstance(value, (Structure, Union)):
        raise TypeError("structures are passed by pointers only")
    as_parameter = getattr(value, "_as_parameter_", None)
    if as_parameter is not None:
        return _register(as_parameter, None, keep)
    raise TypeError("Don't know how to convert parameter")


def _signed(bits):
    """The bits of a register as `_foreign` takes them."""
    return bits - (1 << 64) if bits >> 63 else bits


def _result(restype, bits):
    """The Python value of what a function left in the register of its result."""
    if restype is None:
        return None
    if isinstance(restype, _CType):
        made = restype._fresh()
        if restype._size_ > 8:
            raise TypeError("structures are returned by pointers only")
        _foreign.store(made._address, bits.to_bytes(8, "little")[:restype._size_])
        return made.value if _is_plain(restype) else made
    return restype(int.from_bytes(bits.to_bytes(8, "little")[:4], "little", signed=True))


def _is_floating(restype):
    return isinstance(restype, _Simple) and restype._type_ in "fdg"


class _FunctionType(_CType):
    _size_ = _align_ = 8
    _has_pointers = True

    def from_param(cls, value):
        if value is None:
            return None
        return super().from_param(value)


class _CFuncPtr(_CData, metaclass=_FunctionType):
    """A function of C, or one of Python that C can call."""

    _size_ = _align_ = 8
    _has_pointers = True
    _restype_, _argtypes_ = None, None
    _flags_ = _FUNCFLAG_CDECL

    def __init__(self, *given):
        self._own()
        cls = type(self)
        self._restype, self._argtypes, self._errcheck = cls._restype_, cls._argtypes_, None
        self.__name__ = "function"
        address = 0
        if len(given) == 1 and isinstance(given[0], int):
            address = given[0]
        elif given and isinstance(given[0], tuple):
            name, library = given[0]
            address = library._symbol(name, AttributeError)
            self.__name__ = name
            self._keep("library", library)
        elif len(given) == 1 and callable(given[0]):
            address = self._callback(given[0])
        elif given:
            raise TypeError("argument must be callable or integer function address")
        _foreign.store(self._address, _struct.pack("P", address))

    def _callback(self, function):
        """The address of a piece of code that calls a function of Python."""
        kinds = self._argtypes or ()
        restype = self._restype
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, (Structure, Union)):
                raise TypeError("structures reach callbacks by pointers only")
        floats = len([kind for kind in kinds if _is_floating(kind)])
        if floats > 8 or len(kinds) - floats > 6:
            raise TypeError("a callback takes at most 6 whole and 8 floating arguments")

        def called(ints, doubles):
            values, i, d = [], 0, 0
            for kind in kinds:
                if _is_floating(kind):
                    bits, d = doubles[d], d + 1
                else:
                    bits, i = ints[i], i + 1
                values.append(_result(kind, bits & (1 << 64) - 1))
            made = function(*values)
            if restype is None:
                return 0
            bits = 0 if made is None else _register(made, restype, [])[0]
            return _signed(bits)

        slot = _foreign.callback(called, _is_floating(restype))
        self._keep("callback", _Callback(slot[0], called))
        return slot[1]

    @property
    def restype(self):
        return self._restype

    @restype.setter
    def restype(self, new):
        if new is not None and not isinstance(new, _CType) and not callable(new):
            raise TypeError("restype must be a type, a callable, or None")
        self._restype = new

    @property
    def argtypes(self):
        return self._argtypes

    @argtypes.setter
    def argtypes(self, new):
        if new is None:
            self._argtypes = None
            return
        if not isinstance(new, (tuple, list)):
            raise TypeError("_argtypes_ must be a sequence of types")
        for i, kind in enumerate(new):
            if not hasattr(kind, "from_param"):
                raise TypeError("item %d in _argtypes_ has no from_param method" % (i + 1))
        self._argtypes = tuple(new)

    @property
    def errcheck(self):
        return self._errcheck

    @errcheck.setter
    def errcheck(self, new):
        if not callable(new):
            raise TypeError("the errcheck attribute must be callable")
        self._errcheck = new

    def __bool__(self):
        return any(self._bytes())

    def __repr__(self):
        return "<%s object at 0x%x>" % (type(self).__name__, id(self))

    def __call__(self, *args):
        kinds = self._argtypes or ()
        if len(args) < len(kinds):
            raise TypeError("this function takes at least %d argument%s (%d given)"
                            % (len(kinds), "" if len(kinds) == 1 else "s", len(args)))
        ints, doubles, stack, keep = [], [], [], []
        for i, value in enumerate(args):
            try:
                bits, is_double = _register(value, kinds[i] if i < len(kinds) else None, keep)
            except Exception as error:
                text = str(error)
                if text == "Don't know how to convert parameter":
                    text += " %d" % (i + 1)
                raise ArgumentError("argument %d: %s: %s" % (i + 1, type(error).__name__, text)) from None
            row, room = (doubles, 8) if is_double else (ints, 6)
            (row if len(row) < room else stack).append(_signed(bits))
        address = _struct.unpack("P", self._bytes())[0]
        if not address:
            raise ValueError("attempt to call a NULL function pointer")
        bits = self._run(address, ints, doubles, stack) & (1 << 64) - 1
        result = _result(self._restype, bits)
        return result if self._errcheck is None else self._errcheck(result, self, args)

    def _run(self, address, ints, doubles, stack):
        global _kept_errno
        floating = _is_floating(self._restype)
        if not self._flags_ & _FUNCFLAG_USE_ERRNO:
            return _foreign.call(address, ints, doubles, stack, floating, 0)[0]
        bits, _kept_errno = _foreign.call(address, ints, doubles, stack, floating, _kept_errno)
        return bits


class _Callback:
    """Keeps what a piece of code calls, and frees it with the function pointer."""

    def __init__(self, slot, function):
        self.slot, self.function = slot, function

    def __del__(self):
        _foreign.forget(self.slot)


_function_types = WeakValueDictionary()


def CFUNCTYPE(restype, *argtypes, use_errno=False, use_last_error=False):
    """The type of functions of a signature."""
    flags = _FUNCFLAG_CDECL | (_FUNCFLAG_USE_ERRNO if use_errno else 0)
    known = _function_types.get((restype, argtypes, flags))
    if known is None:
        for i, kind in enumerate(argtypes):
            if not hasattr(kind, "from_param"):
                raise TypeError("item %d in _argtypes_ has no from_param method" % (i + 1))
        known = _function_types[restype, argtypes, flags] = _FunctionType(
            "CFunctionType", (_CFuncPtr,), {"_restype_": restype, "_argtypes_": argtypes, "_flags_": flags})
    return known


PYFUNCTYPE = CFUNCTYPE


class CDLL:
    """A shared library; its functions are attributes."""

    _func_flags_ = _FUNCFLAG_CDECL
    _name, _handle = "<uninitialized>", 0

    def __init__(self, name, mode=DEFAULT_MODE, handle=None, use_errno=False, use_last_error=False, winmode=None):
        self._name = _os.fspath(name) if name is not None else None
        flags = self._func_flags_ | (_FUNCFLAG_USE_ERRNO if use_errno else 0)
        self._FuncPtr = _FunctionType(
            "_FuncPtr", (_CFuncPtr,), {"_restype_": _named["c_int"], "_flags_": flags, "__qualname__": "CDLL.__init__.<locals>._FuncPtr"})
        # Without a name: what the program itself knows, which need not be opened.
        self._handle = 0 if name is None else _foreign.open(self._name, mode) if handle is None else handle

    def _symbol(self, name, error):
        if not isinstance(name, (str, bytes)):
            raise TypeError("first item in argument tuple must be str or bytes")
        return _foreign.symbol(self._handle, _os.fsdecode(name), error)

    def __repr__(self):
        return "<%s '%s', handle %x at %#x>" % (type(self).__name__, self._name, self._handle, id(self))

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        found = self[name]
        setattr(self, name, found)
        return found

    def __getitem__(self, name):
        return self._FuncPtr((name, self))


class PyDLL(CDLL):
    """A library whose functions are called as others are: there is no C API of Python here."""


class LibraryLoader:
    """Libraries as attributes."""

    def __init__(self, dlltype):
        self._dlltype = dlltype

    def __getattr__(self, name):
        if name[0] == "_":
            raise AttributeError(name)
        made = self._dlltype(name)
        setattr(self, name, made)
        return made

    def __getitem__(self, name):
        return getattr(self, name)

    def LoadLibrary(self, name):
        return self._dlltype(name)


cdll, pydll = LibraryLoader(CDLL), LibraryLoader(PyDLL)
