"""Memory that processes share by name."""
import os
import secrets
import struct
import types

import _mapping
import mmap

__all__ = ["SharedMemory", "ShareableList"]
_PREFIX = "/psm_"


class SharedMemory:
    """A block of memory; other processes find it by its name."""

    _name = _mmap = _buf = None
    _fd = -1
    _flags = os.O_RDWR

    def __init__(self, name=None, create=False, size=0):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create:
            self._flags = os.O_RDWR | os.O_CREAT | os.O_EXCL
            if size == 0:
                raise ValueError("'size' must be a positive number different from zero")
        if name is None and not self._flags & os.O_EXCL:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            while True:
                name = _PREFIX + secrets.token_hex(4)
                try:
                    self._fd = _mapping.shm_open(name, self._flags, 0o600)
                except FileExistsError:
                    continue
                break
        else:
            name = name if name.startswith("/") else "/" + name
            self._fd = _mapping.shm_open(name, self._flags, 0o600)
        self._name = name
        try:
            if create:
                os.ftruncate(self._fd, size)
            self._size = os.fstat(self._fd).st_size
            self._mmap = mmap.mmap(self._fd, self._size)
        except OSError:
            self.unlink()
            raise
        self._buf = memoryview(self._mmap)

    def __del__(self):
        try:
            self.close()
        except (OSError, BufferError):
            pass

    def __reduce__(self):
        return self.__class__, (self.name, False, self.size)

    def __repr__(self):
        return "%s(%r, size=%d)" % (self.__class__.__name__, self.name, self.size)

    @property
    def buf(self):
        """A view of the memory."""
        return self._buf

    @property
    def name(self):
        """The name that other processes use."""
        return self._name[1:] if self._name.startswith("/") else self._name

    @property
    def size(self):
        return self._size

    def close(self):
        """Lets the memory go in this process."""
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._mmap is not None:
            self._mmap.close()
            self._mmap = None
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)

    def unlink(self):
        """Removes the name: the memory is gone with the last process that has it."""
        if self._name:
            _mapping.shm_unlink(self._name)


class ShareableList:
    """A list of a fixed length in shared memory: numbers, texts and bytes no longer than they were at first."""

    # In the memory: the number of items, the place behind each, a format and a kind for each, then the items themselves.
    _SLOT = 8

    def __init__(self, sequence=None, *, name=None):
        if name is None or sequence is not None:
            values = list(() if sequence is None else sequence)
            formats = [self._format(value) for value in values]
            places, place = [], 0
            for form in formats:
                place += self._SLOT if form[-1] != "s" else int(form[:-1])
                places.append(place)
            head = 8 * (2 + len(values)) + 2 * 8 * len(values)
            self.shm = SharedMemory(name, create=True, size=max(1, head + place))
            struct.pack_into("q", self.shm.buf, 0, len(values))
            for i, end in enumerate(places):
                struct.pack_into("q", self.shm.buf, 8 * (2 + i), end)
            self._list_len = len(values)
            for i, (value, form) in enumerate(zip(values, formats)):
                self._put(i, value, form)
        else:
            self.shm = SharedMemory(name)
            self._list_len, = struct.unpack_from("q", self.shm.buf, 0)

    def _format(self, value):
        if value is None or isinstance(value, (bool, int)):
            return {type(None): "xxxxxx?x", bool: "xxxxxxx?"}.get(type(value), "q")
        if isinstance(value, float):
            return "d"
        if isinstance(value, (str, bytes)):
            data = value.encode("utf-8") if isinstance(value, str) else value
            return "%ds" % (8 * (len(data) // 8 + 1))
        raise TypeError("unsupported operand type for ShareableList: %r" % type(value))

    def _span(self, i):
        first = 0 if i == 0 else struct.unpack_from("q", self.shm.buf, 8 * (1 + i))[0]
        last, = struct.unpack_from("q", self.shm.buf, 8 * (2 + i))
        head = 8 * (2 + self._list_len) + 16 * self._list_len
        return head + first, last - first

    def _put(self, i, value, form):
        at, size = self._span(i)
        kind = 0
        if isinstance(value, str):
            value, kind = value.encode("utf-8"), 1
        elif isinstance(value, bytes):
            kind = 2
        elif value is None:
            kind, value = 3, False
        struct.pack_into(form, self.shm.buf, at, value)
        head = 8 * (2 + self._list_len) + 16 * i
        struct.pack_into("8sq", self.shm.buf, head, form.encode(), kind)

    def _kind(self, i):
        form, kind = struct.unpack_from("8sq", self.shm.buf, 8 * (2 + self._list_len) + 16 * i)
        return form.rstrip(b"\0").decode(), kind

    def _index(self, position):
        i = position if position >= 0 else position + self._list_len
        if not 0 <= i < self._list_len:
            raise IndexError("index out of range")
        return i

    def __getitem__(self, position):
        i = self._index(position)
        form, kind = self._kind(i)
        value, = struct.unpack_from(form, self.shm.buf, self._span(i)[0])
        if kind == 1:
            return value.rstrip(b"\0").decode("utf-8")
        return value.rstrip(b"\0") if kind == 2 else None if kind == 3 else value

    def __setitem__(self, position, value):
        try:
            i = self._index(position)
        except IndexError:
            raise IndexError("assignment index out of range") from None
        form, size = self._format(value), self._span(i)[1]
        if isinstance(value, (str, bytes)):
            data = value.encode("utf-8") if isinstance(value, str) else value
            if len(data) > size:
                raise ValueError("bytes/str item exceeds available storage")
            form = "%ds" % size
        elif size < self._SLOT:
            raise ValueError("item exceeds available storage")
        self._put(i, value, form)

    def __reduce__(self):
        from functools import partial
        return partial(self.__class__, name=self.shm.name), ()

    def __len__(self):
        return self._list_len

    def __repr__(self):
        return "%s(%r, name=%r)" % (self.__class__.__name__, list(self), self.shm.name)

    @property
    def format(self):
        """The formats of all items, as `struct` takes them."""
        return "".join([self._kind(i)[0] for i in range(self._list_len)])

    def count(self, value):
        return sum([value == item for item in self])

    def index(self, value):
        for i, item in enumerate(self):
            if value == item:
                return i
        raise ValueError("%r not in this container" % (value,))

    __class_getitem__ = classmethod(types.GenericAlias)
