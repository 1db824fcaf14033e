"""Files in archives: a member as a file, archives that cannot be searched, compressed ones."""
import io
from _tarfile_format import NUL, CompressionError, ReadError, StreamError

__name__ = "tarfile"        # the module that pickles and messages name


class _FileInFile(io.RawIOBase):
    """A part of a file as a file; parts that are not stored are zeros."""

    def __init__(self, fileobj, offset, size, name, blockinfo=None):
        self._file, self._offset, self.size, self.name = fileobj, offset, size, name
        self._position = 0
        self._blocks = []
        stored = offset
        for start, length in blockinfo or [(0, size)]:
            self._blocks.append((start, start + length, stored))
            stored += length

    def seekable(self):
        return self._file.seekable() if hasattr(self._file, "seekable") else True

    def writable(self):
        return False

    def readable(self):
        return True

    def flush(self):
        """Nothing is held back."""

    def tell(self):
        return self._position

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            position += self._position
        elif whence == io.SEEK_END:
            position += self.size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid argument")
        self._position = min(max(position, 0), self.size)
        return self._position

    def readinto(self, b):
        data = self._read(min(len(b), self.size - self._position))
        b[:len(data)] = data
        return len(data)

    def _read(self, count):
        out = b""
        while count > 0:
            for start, end, stored in self._blocks:
                if start <= self._position < end:
                    length = min(count, end - self._position)
                    self._file.seek(stored + self._position - start)
                    part = self._file.read(length)
                    if not part:
                        raise ReadError("unexpected end of data")
                    break
            else:
                following = [start for start, _, _ in self._blocks if start > self._position]
                part = NUL * min(count, min(following, default=self.size) - self._position)
            out += part
            count -= len(part)
            self._position += len(part)
        return out


class ExFileObject(io.BufferedReader):
    """A member as a file."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_FileInFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))


class _Stream:
    """A file that is only read or written forwards, such as a pipe; positions count what has passed."""

    def __init__(self, fileobj, reading):
        self._file, self._reading, self._position = fileobj, reading, 0

    def tell(self):
        return self._position

    def seekable(self):
        return False

    def read(self, size=-1):
        data = self._file.read() if size is None or size < 0 else self._all(size)
        self._position += len(data)
        return data

    def _all(self, size):
        parts = []
        while size > 0:
            part = self._file.read(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def seek(self, position):
        if position < self._position:
            raise StreamError("seeking backwards is not allowed")
        while self._position < position and self.read(min(65536, position - self._position)):
            pass
        return self._position

    def write(self, data):
        self._file.write(data)
        self._position += len(data)

    def close(self):
        self._file.close()


# Members


class _Ahead(io.RawIOBase):
    """A file whose beginning has been read already."""

    def __init__(self, head, file):
        self._head, self._file = head, file

    def readable(self):
        return True

    def readinto(self, b):
        data = self._head[:len(b)] or self._file.read(len(b))
        self._head = self._head[len(data):]
        b[:len(data)] = data
        return len(data)


def _compression(head):
    for kind, magic in (("gz", b"\x1f\x8b\x08"), ("bz2", b"BZh"), ("xz", b"\xfd7zXZ\0"), ("xz", b"\x5d\0\0\x80")):
        if head.startswith(magic):
            return kind
    return None


def _compressor(kind):
    try:
        if kind == "gz":
            from gzip import GzipFile
            return lambda file, mode: GzipFile(fileobj=file, mode=mode if mode.endswith("b") else mode + "b")
        if kind == "bz2":
            from bz2 import BZ2File
            return BZ2File
        if kind == "xz":
            from lzma import LZMAFile
            return LZMAFile
    except ImportError:
        raise CompressionError("%s module is not available" % kind) from None
    raise CompressionError("unknown compression type %r" % kind)
