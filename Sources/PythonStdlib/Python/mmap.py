"""Files mapped into memory."""
import os

import _mapping

__all__ = ["mmap", "error", "ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY", "ALLOCATIONGRANULARITY",
           "PAGESIZE", "MAP_SHARED", "MAP_PRIVATE", "MAP_ANON", "MAP_ANONYMOUS", "PROT_READ", "PROT_WRITE", "PROT_EXEC"]

error = OSError
ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = 0, 1, 2, 3
PAGESIZE = ALLOCATIONGRANULARITY = 4096
MAP_SHARED, MAP_PRIVATE, MAP_ANON, MAP_ANONYMOUS, MAP_POPULATE = 1, 2, 32, 32, 0x8000
PROT_READ, PROT_WRITE, PROT_EXEC = 1, 2, 4


class mmap:
    """The bytes of a file as memory that is read and changed."""

    def __new__(cls, fileno, length, flags=MAP_SHARED, prot=PROT_WRITE | PROT_READ, access=ACCESS_DEFAULT, offset=0):
        self = object.__new__(cls)
        if length < 0:
            raise OverflowError("memory mapped length must be positive")
        if offset < 0:
            raise OverflowError("memory mapped offset must be positive")
        if access != ACCESS_DEFAULT:
            if flags != MAP_SHARED or prot != PROT_WRITE | PROT_READ:
                raise ValueError("mmap can't specify both access and flags, prot.")
            if access == ACCESS_READ:
                flags, prot = MAP_SHARED, PROT_READ
            elif access == ACCESS_WRITE:
                flags, prot = MAP_SHARED, PROT_READ | PROT_WRITE
            elif access == ACCESS_COPY:
                flags, prot = MAP_PRIVATE, PROT_READ | PROT_WRITE
            else:
                raise ValueError("mmap invalid access parameter.")
        elif prot & PROT_READ and not prot & PROT_WRITE:
            access = ACCESS_READ
        if fileno != -1:
            size = os.fstat(fileno).st_size
            if length == 0:
                if size == 0:
                    raise ValueError("cannot mmap an empty file")
                if offset >= size:
                    raise ValueError("mmap offset is greater than file size")
                length = size - offset
            elif offset > size or size - offset < length:
                raise ValueError("mmap length is greater than file size")
        self._fd = os.dup(fileno) if fileno != -1 else -1
        self._flags, self._prot, self._access, self._offset, self._pos = flags, prot, access, offset, 0
        try:
            self._memory = _mapping.map(self._fd, length, flags, prot, offset)
        except BaseException:
            self._drop()
            raise
        return self

    def _drop(self):
        self._memory = None
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)

    def _open(self):
        if self._memory is None:
            raise ValueError("mmap closed or invalid")
        return self._memory

    def _changeable(self):
        memory = self._open()
        if self._access == ACCESS_READ:
            raise TypeError("mmap can't modify a readonly memory map.")
        return memory

    def __del__(self):
        if getattr(self, "_fd", -1) >= 0:
            self._drop()

    def __buffer__(self, flags):
        view = memoryview(self._open())
        return view.toreadonly() if self._access == ACCESS_READ else view

    def close(self):
        """Lets the memory go; not while views look at it."""
        if self._memory is not None and _mapping.exports(self._memory):
            raise BufferError("cannot close exported pointers exist")
        self._drop()

    @property
    def closed(self):
        return self._memory is None

    def __enter__(self):
        self._open()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def __len__(self):
        return len(self._open())

    def __repr__(self):
        name = "%s.%s" % (type(self).__module__, type(self).__qualname__)
        if self._memory is None:
            return "<%s closed=True>" % name
        access = ("ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE", "ACCESS_COPY")[self._access]
        return "<%s closed=False, access=%s, length=%d, pos=%d, offset=%d>" % (
            name, access, len(self), self._pos, self._offset)

    def __getitem__(self, key):
        memory = self._open()
        if isinstance(key, slice):
            return bytes(memory[key])
        try:
            return memory[key]
        except IndexError:
            raise IndexError("mmap index out of range") from None
        except TypeError:
            raise TypeError("mmap indices must be integers") from None

    def __setitem__(self, key, value):
        memory = self._changeable()
        if isinstance(key, slice):
            data = bytes(memoryview(value))
            if len(data) != len(range(*key.indices(len(memory)))):
                raise IndexError("mmap slice assignment is wrong size")
            memory[key] = data
            return
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        if not 0 <= value < 256:
            raise ValueError("mmap item value must be in range(0, 256)")
        try:
            memory[key] = value
        except IndexError:
            raise IndexError("mmap index out of range") from None

    def __delitem__(self, key):
        raise TypeError("mmap object doesn't support " + ("slice" if isinstance(key, slice) else "item") + " deletion")

    def __iter__(self):
        for i in range(len(self)):
            yield self[i:i + 1]

    def read(self, n=None):
        """The next bytes, all that are left or n of them."""
        memory = self._open()
        end = len(memory) if n is None or n < 0 else min(self._pos + n, len(memory))
        data = bytes(memory[self._pos:end])
        self._pos += len(data)
        return data

    def read_byte(self):
        memory = self._open()
        if self._pos >= len(memory):
            raise ValueError("read byte out of range")
        self._pos += 1
        return memory[self._pos - 1]

    def readline(self):
        memory = self._open()
        end = memory.find(b"\n", self._pos) + 1 or len(memory)
        data = bytes(memory[self._pos:end])
        self._pos += len(data)
        return data

    def write(self, data):
        """Puts bytes at the position; how many they were."""
        memory = self._changeable()
        data = data if isinstance(data, (bytes, bytearray)) else bytes(memoryview(data))
        if self._pos + len(data) > len(memory):
            raise ValueError("data out of range")
        memory[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def write_byte(self, byte):
        memory = self._changeable()
        if self._pos >= len(memory):
            raise ValueError("write byte out of range")
        memory[self._pos] = byte
        self._pos += 1

    def seek(self, pos, whence=0):
        base = {0: 0, 1: self._pos, 2: len(self._open())}.get(whence)
        if base is None:
            raise ValueError("unknown seek type")
        if not 0 <= base + pos <= len(self._open()):
            raise ValueError("seek out of range")
        self._pos = base + pos

    def tell(self):
        self._open()
        return self._pos

    def size(self):
        """The size of the file."""
        self._open()
        return os.fstat(self._fd).st_size if self._fd >= 0 else len(self._memory)

    def find(self, sub, start=None, end=None):
        return self._open().find(sub, self._pos if start is None else start, len(self._memory) if end is None else end)

    def rfind(self, sub, start=None, end=None):
        return self._open().rfind(sub, self._pos if start is None else start, len(self._memory) if end is None else end)

    def flush(self, offset=0, size=None, /):
        """Writes changes to the file."""
        memory = self._open()
        size = len(memory) - offset if size is None else size
        if offset < 0 or size < 0 or offset + size > len(memory):
            raise ValueError("flush values out of range")
        if self._access not in (ACCESS_READ, ACCESS_COPY):
            _mapping.sync(memory, offset, size)

    def move(self, dest, src, count):
        memory = self._changeable()
        if min(dest, src, count) < 0 or max(dest, src) + count > len(memory):
            raise ValueError("source, destination, or count out of range")
        memory[dest:dest + count] = memory[src:src + count]

    def resize(self, newsize):
        """Changes the size of the memory, and of its file."""
        memory = self._open()
        if self._access in (ACCESS_READ, ACCESS_COPY):
            raise TypeError("mmap can't resize a readonly or copy-on-write memory map.")
        if _mapping.exports(memory):
            raise BufferError("mmap can't resize with extant pointers exported.")
        if newsize <= 0:
            raise ValueError("new size out of range")
        if self._fd >= 0:
            os.ftruncate(self._fd, self._offset + newsize)
            self._memory = _mapping.map(self._fd, newsize, self._flags, self._prot, self._offset)
        else:
            made = _mapping.map(-1, newsize, self._flags, self._prot, 0)
            kept = min(newsize, len(memory))
            made[:kept] = memory[:kept]
            self._memory = made

    def madvise(self, option, start=0, length=None):
        """Takes advice and does nothing with it."""
        self._open()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'mmap.mmap' object")
