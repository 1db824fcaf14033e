extension PythonLibrary {
  /// `io`.
  static let ioModule = #"""
    import builtins as _builtins
    __all__ = ["StringIO", "BytesIO", "open", "UnsupportedOperation", "IOBase", "TextIOBase", "RawIOBase", "BufferedIOBase"]
    SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
    DEFAULT_BUFFER_SIZE = 8192
    open = getattr(_builtins, "open", None)

    class UnsupportedOperation(OSError, ValueError):
        pass

    class IOBase:
        closed = False
        def __enter__(self):
            self._check()
            return self
        def __exit__(self, *details):
            self.close()
        def __iter__(self):
            self._check()
            return self
        def __next__(self):
            line = self.readline()
            if not line:
                raise StopIteration
            return line
        def _check(self):
            if self.closed:
                raise ValueError("I/O operation on closed file")
        def close(self):
            self.closed = True
        def flush(self):
            self._check()
        def isatty(self):
            return False
        def readable(self):
            return True
        def writable(self):
            return True
        def seekable(self):
            return True
        def fileno(self):
            raise UnsupportedOperation("fileno")
        def readlines(self, hint=-1):
            return list(self)
        def writelines(self, lines):
            for line in lines:
                self.write(line)

    class TextIOBase(IOBase):
        pass
    class RawIOBase(IOBase):
        pass
    class BufferedIOBase(IOBase):
        pass

    class _Memory:
        """A text or bytes value with a position; appended pieces are joined when somebody reads."""
        def _start(self, initial):
            self._value = initial
            self._pieces = []
            self._at = 0
        def _join(self):
            if self._pieces:
                self._value += self._empty.join(self._pieces)
                self._pieces = []
            return self._value
        def _length(self):
            return len(self._join())
        def getvalue(self):
            self._check()
            return self._join()
        def tell(self):
            self._check()
            return self._at
        def _put(self, data):
            if not data:
                return 0
            n = len(data)
            if self._at == self._end:
                self._pieces.append(data)
            else:
                value = self._join()
                if self._at > len(value):
                    value += self._zero * (self._at - len(value))
                self._value = value[:self._at] + data + value[self._at + n:]
            self._at += n
            self._end = max(self._end, self._at)
            return n
        def read(self, size=-1, /):
            self._check()
            value = self._join()
            end = len(value) if size is None or size < 0 else self._at + size
            data = value[self._at:end]
            self._at += len(data)
            return data
        def readline(self, size=-1, /):
            self._check()
            value = self._join()
            i = value.find(self._newline, self._at)
            end = len(value) if i < 0 else i + 1
            if size is not None and size >= 0:
                end = min(end, self._at + size)
            data = value[self._at:end]
            self._at += len(data)
            return data
        def truncate(self, size=None, /):
            self._check()
            size = self._at if size is None else size
            self._value = self._join()[:size]
            self._end = len(self._value)
            return size

    class StringIO(_Memory, TextIOBase):
        _empty, _zero, _newline = "", "\0", "\n"
        encoding = errors = None
        newlines = None
        def __init__(self, initial_value="", newline="\n"):
            if initial_value is not None and not isinstance(initial_value, str):
                raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
            self._start(initial_value or "")
            self._end = len(self._value)
        def write(self, s, /):
            if not isinstance(s, str):
                raise TypeError(f"string argument expected, got {type(s).__name__!r}")
            self._check()
            return self._put(s)
        def seek(self, pos, whence=0, /):
            self._check()
            if whence == 0:
                if pos < 0:
                    raise ValueError(f"Negative seek position {pos}")
                self._at = pos
            elif pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            elif whence == 2:
                self._at = self._length()
            return self._at

    class BytesIO(_Memory, BufferedIOBase):
        _empty, _zero, _newline = b"", b"\0", b"\n"
        def __init__(self, initial_bytes=b""):
            self._start(bytes(initial_bytes))
            self._end = len(self._value)
        def write(self, b, /):
            if isinstance(b, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            self._check()
            return self._put(bytes(b))
        def seek(self, pos, whence=0, /):
            self._check()
            if whence == 1:
                pos += self._at
            elif whence == 2:
                pos += self._length()
            elif pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._at = max(0, pos)
            return self._at
        read1 = _Memory.read
        def readinto(self, b, /):
            data = self.read(len(b))
            b[:len(data)] = data
            return len(data)
        def getbuffer(self):
            return memoryview(self._join())

    for _cls in (IOBase, TextIOBase, RawIOBase, BufferedIOBase, StringIO, BytesIO):
        _cls.__module__ = "_io"
    """#
}
