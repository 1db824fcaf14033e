"""What all streams have in common."""

__name__ = "io"        # the module that pickles and messages name
DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    """The stream cannot do this."""


UnsupportedOperation.__module__ = "io"


def _index(value, what="integer"):
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("%r is not an integer" % (value,) if what != "seek" else
                        "'%s' object cannot be interpreted as an integer" % type(value).__name__) from None


class _IOMeta(type):
    """Lets foreign classes register themselves as streams."""

    def register(cls, subclass):
        cls.__dict__.get("_virtual") or setattr(cls, "_virtual", [])
        cls._virtual.append(subclass)
        return subclass

    def __instancecheck__(cls, instance):
        return type.__instancecheck__(cls, instance) or cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if type.__subclasscheck__(cls, subclass):
            return True
        for known in [cls] + type.__subclasses__(cls):
            for virtual in known.__dict__.get("_virtual", ()):
                if issubclass(subclass, virtual):
                    return True
        return False


class IOBase(metaclass=_IOMeta):
    """Base of all streams."""

    def _unsupported(self, name):
        raise UnsupportedOperation(name)

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def flush(self):
        self._checkClosed()

    __closed = False

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    @property
    def closed(self):
        return self.__closed

    def __del__(self):
        try:
            closed = self.closed
        except Exception:
            return
        if closed:
            return
        try:
            self.close()
        except Exception:
            pass

    _finish = __del__

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1):
        size = -1 if size is None else _index(size)
        peek = getattr(self, "peek", None)
        line = bytearray()
        while size < 0 or len(line) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                if not ahead:
                    break
                count = ahead.find(b"\n") + 1 or len(ahead)
                if size >= 0:
                    count = min(count, size - len(line))
            b = self.read(count)
            if not b:
                break
            if not isinstance(b, (bytes, bytearray)):
                raise OSError("read() should have returned a bytes object, not '%s'" % type(b).__name__)
            line += b
            if line.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        if hint is None or _index(hint) <= 0:
            return list(self)
        n, lines = 0, []
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '%s' object" % type(self).__name__)


class RawIOBase(IOBase):
    """Base of streams without a buffer."""

    def read(self, size=-1):
        size = -1 if size is None else size
        if size < 0:
            return self.readall()
        b = bytearray(_index(size))
        n = self.readinto(b)
        if n is None:
            return None
        del b[n:]
        return bytes(b)

    def readall(self):
        parts = []
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                break
            parts.append(data)
        return b"".join(parts) if parts else data

    def readinto(self, b):
        self._unsupported("readinto")

    def write(self, b):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    """Base of streams of bytes with a buffer."""

    def read(self, size=-1):
        self._unsupported("read")

    def read1(self, size=-1):
        self._unsupported("read1")

    def readinto(self, b):
        return self._readinto(b, False)

    def readinto1(self, b):
        return self._readinto(b, True)

    def _readinto(self, b, once):
        size = _size(b)
        data = self.read1(size) if once else self.read(size)
        n = len(data)
        _fill(b, data)
        return n

    def write(self, b):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")


def _size(b):
    """Bytes of a writable buffer."""
    if isinstance(b, bytearray):
        return len(b)
    try:
        view = memoryview(b)
        if not view.readonly:
            return view.nbytes
    except TypeError:
        pass
    raise TypeError("readinto() argument must be read-write bytes-like object, not %s" % type(b).__name__)


def _fill(b, data):
    n = len(data)
    if isinstance(b, bytearray):
        b[:n] = data
    elif n:
        view = memoryview(b)
        (view if view.format == "B" and view.ndim == 1 else view.cast("B"))[:n] = data


def _plain(b):
    """The bytes of an argument of `write`."""
    if type(b) is bytes:
        return b
    if isinstance(b, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if isinstance(b, (bytes, bytearray)):
        return bytes(b)
    if hasattr(b, "tobytes"):
        return b.tobytes()
    try:
        return bytes(memoryview(b))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(b).__name__) from None
