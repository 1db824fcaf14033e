"""Numbers that processes share: they lie in a file in memory, which all of them have open."""
import os
import struct

from multiprocessing import context as _context
from multiprocessing import synchronize

_SIZES = {code: struct.calcsize(code) for code in "bBhHiIlLqQfd"}
_SIZES["c"], _SIZES["u"], _SIZES["?"] = 1, 4, 1


def _code(kind):
    """The letter of a type; classes of ctypes tell theirs."""
    if isinstance(kind, str):
        if kind not in _SIZES:
            raise TypeError("this type has no size")
        return kind
    letter = getattr(kind, "_type_", None)
    if letter in _SIZES:
        return letter
    raise TypeError("this type has no size")


class _Block:
    """So many bytes that copies of this process share."""

    def __init__(self, size):
        self.fd = os.memfd_create("wick")
        os.ftruncate(self.fd, max(1, size))

    def __del__(self):
        try:
            os.close(self.fd)
        except (OSError, AttributeError):
            pass

    def __getstate__(self):
        from multiprocessing import spawning
        return spawning.passed(self.fd)

    def __setstate__(self, fd):
        self.fd = fd


def _pack(code, value):
    if code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError("one character bytes, bytearray or integer expected")
        return bytes(value)
    if code in "fd":
        try:
            return struct.pack(code, value)
        except struct.error:
            raise TypeError("must be real number, not " + type(value).__name__) from None
    if not hasattr(value, "__index__"):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    # As in C, what is too large loses its upper bits.
    value, bits = value.__index__(), 8 * _SIZES[code]
    value &= (1 << bits) - 1
    if code.islower() and value >> bits - 1:
        value -= 1 << bits
    return struct.pack(code, value)


class RawValue:
    """A shared number."""

    def __init__(self, typecode_or_type, value=None):
        self._kind = _code(typecode_or_type)
        self._block = _Block(_SIZES[self._kind])
        if value is not None:
            self.value = value

    @property
    def value(self):
        data = os.pread(self._block.fd, _SIZES[self._kind], 0)
        return data if self._kind == "c" else struct.unpack(self._kind, data)[0]

    @value.setter
    def value(self, value):
        os.pwrite(self._block.fd, _pack(self._kind, value), 0)

    def __repr__(self):
        return "%s(%r)" % (_NAMES[self._kind], self.value)


_NAMES = {"b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint", "l": "c_long",
          "L": "c_ulong", "q": "c_long", "Q": "c_ulong", "f": "c_float", "d": "c_double", "c": "c_char", "u": "c_wchar",
          "?": "c_bool"}


class RawArray:
    """Shared numbers."""

    def __init__(self, typecode_or_type, size_or_initializer):
        self._kind = _code(typecode_or_type)
        values = None
        if isinstance(size_or_initializer, int):
            self._length = size_or_initializer
            if self._length < 0:
                raise ValueError("Array length must be >= 0")
        else:
            values = list(size_or_initializer)
            self._length = len(values)
        self._size = _SIZES[self._kind]
        self._block = _Block(self._length * self._size)
        if values:
            self[:] = values

    def __len__(self):
        return self._length

    def _place(self, key):
        at = key.__index__()
        if at < 0:
            at += self._length
        if not 0 <= at < self._length:
            raise IndexError("invalid index")
        return at

    def _whole(self):
        data = os.pread(self._block.fd, self._length * self._size, 0)
        if self._kind == "c":
            return data
        return list(struct.unpack("%d%s" % (self._length, self._kind), data))

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._whole()[key]
        data = os.pread(self._block.fd, self._size, self._place(key) * self._size)
        return data if self._kind == "c" else struct.unpack(self._kind, data)[0]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = range(*key.indices(self._length))
            values = [bytes([b]) for b in value] if self._kind == "c" else list(value)
            if len(values) != len(places):
                raise ValueError("Can only assign sequence of same size")
            if places.step == 1:
                os.pwrite(self._block.fd, b"".join([_pack(self._kind, v) for v in values]), places.start * self._size)
            else:
                for at, item in zip(places, values):
                    self[at] = item
            return
        os.pwrite(self._block.fd, _pack(self._kind, value), self._place(key) * self._size)

    def __iter__(self):
        for at in range(self._length):
            yield self[at]

    @property
    def value(self):
        if self._kind != "c":
            raise AttributeError("value")
        return self._whole().partition(b"\0")[0]

    @value.setter
    def value(self, data):
        if len(data) > self._length:
            raise ValueError("byte string too long")
        os.pwrite(self._block.fd, bytes(data) + b"\0" * (len(data) < self._length), 0)

    @property
    def raw(self):
        return bytes(self._whole()) if self._kind == "c" else os.pread(self._block.fd, self._length * self._size, 0)

    def __repr__(self):
        return "<multiprocessing.sharedctypes.%s_Array_%d object at 0x%x>" % (_NAMES[self._kind], self._length, id(self))


class _Synchronized:
    """A shared thing with its lock."""

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or synchronize.RLock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __getstate__(self):
        return self._obj, self._lock

    def __setstate__(self, state):
        self._obj, self._lock = state
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def get_obj(self):
        """The thing without its lock."""
        return self._obj

    def get_lock(self):
        """The lock."""
        return self._lock

    def __repr__(self):
        return "<%s wrapper for %s>" % (type(self).__name__, self._obj)

    @property
    def value(self):
        with self._lock:
            return self._obj.value

    @value.setter
    def value(self, value):
        with self._lock:
            self._obj.value = value


class Synchronized(_Synchronized):
    pass


class SynchronizedArray(_Synchronized):
    def __len__(self):
        return len(self._obj)

    def __getitem__(self, key):
        with self._lock:
            return self._obj[key]

    def __setitem__(self, key, value):
        with self._lock:
            self._obj[key] = value

    def __iter__(self):
        for at in range(len(self._obj)):
            yield self[at]


class SynchronizedString(SynchronizedArray):
    raw = property(lambda self: self._obj.raw)


def _lock_of(lock):
    if lock in (True, None):
        return synchronize.RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % (lock,))
    return lock


def synchronized(obj, lock=None, ctx=None):
    """Gives a shared thing a lock."""
    if isinstance(obj, RawArray):
        return (SynchronizedString if obj._kind == "c" else SynchronizedArray)(obj, lock)
    return Synchronized(obj, lock)


def Value(typecode_or_type, *args, lock=True, ctx=None):
    """A shared number, with a lock if asked for."""
    made = RawValue(typecode_or_type, *args)
    return made if lock is False else synchronized(made, _lock_of(lock))


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    """Shared numbers, with a lock if asked for."""
    made = RawArray(typecode_or_type, size_or_initializer)
    return made if lock is False else synchronized(made, _lock_of(lock))
