"""Streams of text and bytes."""
import _memoryfiles
import posix as _posix

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding",
           "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder"]

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
    if isinstance(b, memoryview):
        if b.readonly:
            raise TypeError("readinto() argument must be read-write bytes-like object, not memoryview")
        return b.nbytes
    if hasattr(b, "itemsize"):
        return len(b) * b.itemsize
    raise TypeError("readinto() argument must be read-write bytes-like object, not %s" % type(b).__name__)


def _fill(b, data):
    n = len(data)
    if isinstance(b, bytearray):
        b[:n] = data
    elif isinstance(b, memoryview):
        if getattr(b, "format", "B") != "B":
            b = b.cast("B")
        b[:n] = data
    else:
        whole = bytearray(b.tobytes())
        whole[:n] = data
        count = len(b)
        del b[:]
        b.frombytes(bytes(whole))


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


class BytesIO(_memoryfiles.ByteBuffer, BufferedIOBase):
    """Bytes in memory as a file."""

    def __getstate__(self):
        return self.getvalue(), self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("%s.__setstate__ argument should be 3-tuple, got %s" % (
                type(self).__name__, type(state).__name__))
        self._checkClosed()
        buffer, pos, extra = state
        if not isinstance(pos, int):
            raise TypeError("second item of state must be an integer, not %s" % type(pos).__name__)
        if pos < 0:
            raise ValueError("position value cannot be negative")
        self._restore(buffer, pos)
        if extra is not None:
            self.__dict__.update(extra)

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()

    def readinto(self, b):
        self._checkClosed()
        return self._readinto(b, False)


_memoryfiles.set_up(_plain)


class FileIO(RawIOBase):
    """A file of the system without a buffer."""

    _fd = -1
    _reading = _writing = _appending = _created = False
    _seekable = None
    _closefd = True

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if self._fd >= 0:
            try:
                if self._closefd:
                    _posix.close(self._fd)
            finally:
                self._fd = -1
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        if isinstance(file, int) and not isinstance(file, bool):
            fd = file
            if fd < 0:
                raise ValueError("negative file descriptor")
        else:
            fd = -1
            if isinstance(file, str) and "\0" in file or isinstance(file, bytes) and b"\0" in file:
                raise ValueError("embedded null byte" if isinstance(file, bytes) else "embedded null character")
        if not isinstance(mode, str):
            raise TypeError("invalid mode: %s" % (mode,))
        if not set(mode) <= set("xrwab+"):
            raise ValueError("invalid mode: %s" % (mode,))
        if sum(c in "rwax" for c in mode) != 1 or mode.count("+") > 1:
            raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
        self._created = self._writing = self._reading = self._appending = False
        flags = 0
        if "x" in mode:
            self._created = self._writing = True
            flags = _posix.O_EXCL | _posix.O_CREAT
        elif "r" in mode:
            self._reading = True
        elif "w" in mode:
            self._writing = True
            flags = _posix.O_CREAT | _posix.O_TRUNC
        else:
            self._writing = self._appending = True
            flags = _posix.O_APPEND | _posix.O_CREAT
        if "+" in mode:
            self._reading = self._writing = True
        flags |= _posix.O_RDWR if self._reading and self._writing else \
            _posix.O_RDONLY if self._reading else _posix.O_WRONLY
        flags |= _posix.O_CLOEXEC
        self._closefd = bool(closefd)
        own = None
        try:
            if fd < 0:
                if not closefd:
                    raise ValueError("Cannot use closefd=False with file name")
                if opener is None:
                    fd = _posix.open(file, flags, 0o666)
                else:
                    fd = opener(file, flags)
                    if not isinstance(fd, int):
                        raise TypeError("expected integer from opener")
                    if fd < 0:
                        raise ValueError("opener returned %d" % fd)
                own = fd
            info = _posix.status(fd, True)
            if info[0] & 0o170000 == 0o040000:
                raise IsADirectoryError(21, "Is a directory", file)
            self._blksize = info[13] if info[13] > 1 else DEFAULT_BUFFER_SIZE
            self.name = file
            self._fd = fd
            self._seekable = None
            if self._appending:
                try:
                    _posix.lseek(fd, 0, 2)
                except OSError:
                    pass
        except BaseException:
            if own is not None:
                _posix.close(own)
            self._fd = -1
            raise

    def __repr__(self):
        name = "%s.%s" % ("_io", type(self).__qualname__)
        if self.closed:
            return "<%s [closed]>" % name
        try:
            shown = self.name
        except AttributeError:
            return "<%s fd=%d mode=%r closefd=%r>" % (name, self._fd, self.mode, self._closefd)
        return "<%s name=%r mode=%r closefd=%r>" % (name, shown, self.mode, self._closefd)

    def _checkReadable(self, msg=None):
        if not self._reading:
            raise UnsupportedOperation("File not open for reading")

    def _checkWritable(self, msg=None):
        if not self._writing:
            raise UnsupportedOperation("File not open for writing")

    def read(self, size=None):
        self._checkClosed()
        self._checkReadable()
        if size is None or size < 0:
            return self.readall()
        return _posix.read(self._fd, size)

    def readall(self):
        self._checkClosed()
        self._checkReadable()
        parts = []
        while True:
            data = _posix.read(self._fd, 1 << 20)
            if not data:
                break
            parts.append(data)
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def readinto(self, b):
        data = self.read(_size(b))
        _fill(b, data)
        return len(data)

    def write(self, b):
        self._checkClosed()
        self._checkWritable()
        return _posix.write(self._fd, _plain(b))

    def seek(self, pos, whence=0):
        if isinstance(pos, float):
            raise TypeError("an integer is required")
        self._checkClosed()
        return _posix.lseek(self._fd, pos, whence)

    def tell(self):
        self._checkClosed()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None):
        self._checkClosed()
        self._checkWritable()
        size = self.tell() if size is None else size
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self.closed:
            try:
                super().close()
            finally:
                if self._closefd and self._fd >= 0:
                    fd, self._fd = self._fd, -1
                    _posix.close(fd)

    def seekable(self):
        self._checkClosed()
        if self._seekable is None:
            try:
                self.tell()
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def readable(self):
        self._checkClosed()
        return self._reading

    def writable(self):
        self._checkClosed()
        return self._writing

    def fileno(self):
        self._checkClosed()
        return self._fd

    def isatty(self):
        self._checkClosed()
        return _posix.isatty(self._fd)

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        if self._created:
            return "xb+" if self._reading else "xb"
        if self._appending:
            return "ab+" if self._reading else "ab"
        if self._reading:
            return "rb+" if self._writing else "rb"
        return "wb"


# Streams with something to write, by id: what is open at the end is flushed then.
_writers = {}


def _remember(stream):
    import _weakref
    _writers[id(stream)] = _weakref.ref(stream)


def _flush_all():
    for ref in list(_writers.values()):
        stream = ref()
        if stream is not None:
            try:
                stream.flush()
            except Exception:
                pass


_memoryfiles.set_file(FileIO)


class _BufferedIOMixin(BufferedIOBase):
    """Hands what is not buffered to the raw stream."""

    _raw = None

    def __init__(self, raw):
        self._raw = raw

    def seek(self, pos, whence=0):
        new = self.raw.seek(pos, whence)
        if new < 0:
            raise OSError("seek() returned an invalid position")
        return new

    def tell(self):
        pos = self.raw.tell()
        if pos < 0:
            raise OSError("tell() returned an invalid position")
        return pos

    def truncate(self, pos=None):
        self._checkClosed()
        self._checkWritable()
        self.flush()
        if pos is None:
            pos = self.tell()
        return self.raw.truncate(pos)

    def flush(self):
        if self.closed:
            raise ValueError("flush on closed file")
        self.raw.flush()

    def close(self):
        if self._raw is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._raw.close()

    def detach(self):
        if self._raw is None:
            raise ValueError("raw stream already detached")
        self.flush()
        _writers.pop(id(self), None)
        raw, self._raw = self._raw, None
        return raw

    def seekable(self):
        return self.raw.seekable()

    @property
    def raw(self):
        if self._raw is None:
            raise ValueError("raw stream has been detached" if hasattr(self, "_ready")
                             else "I/O operation on uninitialized object")
        return self._raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def __repr__(self):
        name = "_io." + type(self).__qualname__
        try:
            return "<%s name=%r>" % (name, self.name)
        except (AttributeError, ValueError):
            return "<%s>" % name

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()


class BufferedReader(_memoryfiles.ByteStream, _BufferedIOMixin):
    """Reads ahead."""

    read, readline = _memoryfiles.read, _memoryfiles.readline

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._ready = True
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        _BufferedIOMixin.__init__(self, raw)
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive" if False else "invalid buffer size")
        self.buffer_size = buffer_size
        self._reset()

    def readable(self):
        return self.raw.readable()

    def _reset(self):
        self._buf, self._pos = b"", 0

    def _read(self, size=None):
        if size is not None and size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._checkClosed("read of closed file")
        buf, pos = self._buf, self._pos
        if size is None or size == -1:
            self._reset()
            readall = getattr(self.raw, "readall", None)
            if readall is not None:
                data = readall()
                if data is not None and not isinstance(data, bytes):
                    raise TypeError("readall() should return bytes")
                return buf[pos:] or None if data is None else buf[pos:] + data
            parts = [buf[pos:]]
            while True:
                data = self.raw.read()
                if data is None and not parts[0]:
                    return None
                if not data:
                    break
                parts.append(data)
            return b"".join(parts)
        have = len(buf) - pos
        if size <= have:
            self._pos = pos + size
            return buf[pos:pos + size]
        parts, nothing = [buf[pos:]], b""
        wanted = max(self.buffer_size, size)
        while have < size:
            data = self.raw.read(wanted)
            if not data:
                nothing = data
                break
            if not isinstance(data, bytes):
                raise OSError("read() should have returned a bytes object, not '%s'" % type(data).__name__)
            have += len(data)
            parts.append(data)
        out = b"".join(parts)
        self._buf, self._pos = out[size:], 0
        return out[:size] if out else nothing

    def peek(self, size=0):
        self._checkClosed("peek of closed file")
        have = len(self._buf) - self._pos
        if have <= 0:
            data = self.raw.read(self.buffer_size)
            self._buf, self._pos = data or b"", 0
        return self._buf[self._pos:]

    def read1(self, size=-1):
        self._checkClosed("read of closed file")
        if size < 0:
            size = self.buffer_size
        if size == 0:
            return b""
        have = len(self._buf) - self._pos
        if have <= 0:
            data = self.raw.read(max(size, 0))
            return data or b""
        data = self._buf[self._pos:self._pos + size]
        self._pos += len(data)
        return data

    def _readline(self, size=-1):
        self._checkClosed("readline of closed file")
        if size is None:
            size = -1
        parts = None
        while True:
            buf, pos = self._buf, self._pos
            end = buf.find(b"\n", pos) + 1
            if 0 <= size:
                limit = pos + size - (sum(map(len, parts)) if parts else 0)
                if not end or end > limit:
                    end = limit if len(buf) >= limit else 0
            if end:
                self._pos = end
                line = buf[pos:end]
                if parts:
                    parts.append(line)
                    return b"".join(parts)
                return line
            if parts is None:
                parts = []
            if pos < len(buf):
                parts.append(buf[pos:])
            data = self.raw.read(self.buffer_size)
            self._buf, self._pos = data or b"", 0
            if not data:
                return b"".join(parts)

    def tell(self):
        self._checkClosed()
        return max(0, _BufferedIOMixin.tell(self) - len(self._buf) + self._pos)

    def seek(self, pos, whence=0):
        if whence not in (0, 1, 2):
            raise ValueError("whence value %r unsupported" % (whence,))
        self._checkClosed("seek of closed file")
        if whence == 1:
            pos -= len(self._buf) - self._pos
        pos = _BufferedIOMixin.seek(self, pos, whence)
        self._reset()
        return pos

    def truncate(self, pos=None):
        self._checkClosed()
        raise UnsupportedOperation("truncate" if self.readable() else "File or stream is not writable.")

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class BufferedWriter(_memoryfiles.ByteStream, _BufferedIOMixin):
    """Collects what is written."""

    write = _memoryfiles.write

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._ready = True
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        _BufferedIOMixin.__init__(self, raw)
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.buffer_size = buffer_size
        self._limit = buffer_size
        _remember(self)

    def writable(self):
        return self.raw.writable()

    def _write(self, b):
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._checkClosed("write to closed file")
        data = _plain(b)
        n = len(data)
        if self._pending + n > self.buffer_size and self._pending:
            self._flush()
        self._put(data)
        if self._pending > self.buffer_size:
            try:
                self._flush()
            except BlockingIOError as e:
                if self._pending > self.buffer_size:
                    over = self._pending - self.buffer_size
                    self._put(self._take()[:self.buffer_size])
                    raise BlockingIOError(e.errno, e.strerror, n - over) from None
        return n

    def truncate(self, pos=None):
        self._checkClosed("truncate of closed file")
        self._flush()
        return self.raw.truncate(self.raw.tell() if pos is None else pos)

    def flush(self):
        self._flush()

    def _flush(self):
        if self.closed:
            raise ValueError("flush on closed file")
        if not self._pending:
            return
        data = self._take()
        while data:
            try:
                n = self.raw.write(data)
            except BaseException:
                self._put(data)
                raise
            if n is None:
                self._put(data)
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            if not isinstance(n, int) or n > len(data) or n < 0:
                self._put(data)
                raise OSError("raw write() returned invalid length %s (should have been between 0 and %d)" % (
                    n, len(data)))
            data = data[n:]

    def tell(self):
        return _BufferedIOMixin.tell(self) + self._pending

    def seek(self, pos, whence=0):
        if whence not in (0, 1, 2):
            raise ValueError("whence value %r unsupported" % (whence,))
        self._checkClosed()
        self._flush()
        return _BufferedIOMixin.seek(self, pos, whence)

    def close(self):
        _writers.pop(id(self), None)
        if self._raw is None or self.closed:
            return
        try:
            self.flush()
        finally:
            self.raw.close()


class BufferedRWPair(BufferedIOBase):
    """A reader and a writer as one stream."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def _part(self, name):
        found = self.__dict__.get(name)
        if found is None:
            raise ValueError("I/O operation on uninitialized object")
        return found

    def read(self, size=-1):
        return self._part("reader").read(-1 if size is None else size)

    def readinto(self, b):
        return self._part("reader").readinto(b)

    def write(self, b):
        return self._part("writer").write(b)

    def peek(self, size=0):
        return self._part("reader").peek(size)

    def read1(self, size=-1):
        return self._part("reader").read1(size)

    def readinto1(self, b):
        return self._part("reader").readinto1(b)

    def readable(self):
        return self._part("reader").readable()

    def writable(self):
        return self._part("writer").writable()

    def flush(self):
        return self._part("writer").flush()

    def close(self):
        try:
            self._part("writer").close()
        finally:
            self._part("reader").close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self._part("writer").closed


class BufferedRandom(BufferedWriter, BufferedReader):
    """Reads and writes with a buffer."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        raw._checkSeekable() if hasattr(raw, "_checkSeekable") else None
        BufferedReader.__init__(self, raw, buffer_size)
        BufferedWriter.__init__(self, raw, buffer_size)

    def seek(self, pos, whence=0):
        if whence not in (0, 1, 2):
            raise ValueError("whence value %r unsupported" % (whence,))
        self.flush()
        if self._buf:
            self.raw.seek(self._pos - len(self._buf), 1)
        pos = self.raw.seek(pos, whence)
        self._reset()
        if pos < 0:
            raise OSError("seek() returned invalid position")
        return pos

    def tell(self):
        if self._pending:
            return BufferedWriter.tell(self)
        return BufferedReader.tell(self)

    def truncate(self, pos=None):
        if pos is None:
            pos = self.tell()
        return BufferedWriter.truncate(self, pos)

    def read(self, size=None):
        self.flush()
        return BufferedReader.read(self, -1 if size is None else size)

    def readinto(self, b):
        self.flush()
        return BufferedReader.readinto(self, b)

    def peek(self, size=0):
        self.flush()
        return BufferedReader.peek(self, size)

    def read1(self, size=-1):
        self.flush()
        return BufferedReader.read1(self, size)

    def readline(self, size=-1):
        self.flush()
        return BufferedReader.readline(self, size)

    def write(self, b):
        if self._buf:
            self.raw.seek(self._pos - len(self._buf), 1)
            self._reset()
        return BufferedWriter.write(self, b)


class TextIOBase(IOBase):
    """Base of streams of text."""

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, s):
        self._unsupported("write")

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def readline(self, size=-1):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")

    encoding = property(lambda self: None)
    newlines = property(lambda self: None)
    errors = property(lambda self: None)


class IncrementalNewlineDecoder:
    """Turns all line ends into one kind."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self.seennl, self.pendingcr = 0, False

    def decode(self, input, final=False):
        output = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self.pendingcr and (output or final):
            output = "\r" + output
            self.pendingcr = False
        if output.endswith("\r") and not final:
            output = output[:-1]
            self.pendingcr = True
        if "\r" in output or "\n" in output:
            crlf = output.count("\r\n")
            cr, lf = output.count("\r") - crlf, output.count("\n") - crlf
            self.seennl |= (1 if lf else 0) | (2 if cr else 0) | (4 if crlf else 0)
            if self.translate:
                if crlf:
                    output = output.replace("\r\n", "\n")
                if cr:
                    output = output.replace("\r", "\n")
        return output

    def getstate(self):
        buffer, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffer, flag << 1 | self.pendingcr

    def setstate(self, state):
        buffer, flag = state
        self.pendingcr = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffer, flag >> 1))

    def reset(self):
        self.seennl, self.pendingcr = 0, False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"),
                ("\r", "\n", "\r\n"))[self.seennl]


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError("newline must be str or None, not %s" % type(newline).__name__)
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: %r" % (newline,))


_SIMPLE = ("utf-8", "utf8", "ascii", "latin-1", "latin1", "iso-8859-1", "us-ascii")


class TextIOWrapper(_memoryfiles.DecodedText, TextIOBase):
    """A stream of text over one of bytes."""

    _CHUNK_SIZE = 8192
    _buffer = None

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        encoding = text_encoding(encoding)
        if encoding == "locale":
            encoding = "utf-8"
        if not isinstance(encoding, str):
            raise ValueError("invalid encoding: %r" % (encoding,)) if False else \
                TypeError("TextIOWrapper() argument 'encoding' must be str or None, not %s" % type(encoding).__name__)
        if "\0" in encoding:
            raise ValueError("embedded null character")
        if encoding.lower() not in _SIMPLE:
            import codecs
            if not codecs.lookup(encoding)._is_text_encoding:
                raise LookupError("%r is not a text encoding; use codecs.open() to handle arbitrary codecs" % encoding)
        if errors is None:
            errors = "strict"
        elif not isinstance(errors, str):
            raise TypeError("TextIOWrapper() argument 'errors' must be str or None, not %s" % type(errors).__name__)
        elif errors not in ("strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
            import codecs
            codecs.lookup_error(errors)
        self._ready = True
        self._buffer = buffer
        self._line_buffering, self._write_through = bool(line_buffering), bool(write_through)
        self._encoding, self._errors = encoding, errors
        self._encoder = self._decoder = None
        self._text, self._at = "", 0            # decoded but not yet read
        self._snapshot = None                   # state of the decoder and bytes since
        self._pending, self._pending_size = [], 0
        self._seekable = self._telling = buffer.seekable()
        self._has_read1 = hasattr(buffer, "read1")
        self._set_newline(newline)
        if self._seekable and buffer.writable():
            try:
                if buffer.tell() != 0:
                    encoder = self._get_encoder()
                    if encoder is not None:
                        encoder.setstate(0)
            except (OSError, LookupError):
                pass

    def _set_newline(self, newline):
        self._readnl = newline
        self._readtranslate, self._readuniversal = newline is None, not newline
        self._writetranslate, self._writenl = newline != "", newline or "\n"

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        try:
            text += " name=%r" % (self.name,)
        except (AttributeError, ValueError):
            pass
        try:
            text += " mode=%r" % (self.mode,)
        except (AttributeError, ValueError):
            pass
        return text + " encoding=%r>" % ("UTF-8" if self._encoding == "utf-8" and self.__dict__.get("_implicit")
                                         else self.encoding,)

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached" if hasattr(self, "_ready")
                             else "I/O operation on uninitialized object")
        return self._buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        """Changes encoding, line ends or buffering."""
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not Ellipsis):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        if errors is None:
            errors = self._errors if encoding is None else "strict"
        elif not isinstance(errors, str):
            raise TypeError("reconfigure() argument 'errors' must be str or None, not %s" % type(errors).__name__)
        if encoding is None:
            encoding = self._encoding
        else:
            if not isinstance(encoding, str):
                raise TypeError("reconfigure() argument 'encoding' must be str or None, not %s"
                                % type(encoding).__name__)
            if encoding == "locale":
                encoding = "utf-8"
            import codecs
            codecs.lookup(encoding)
        if newline is Ellipsis:
            newline = self._readnl
        _check_newline(newline)
        self.flush()
        self._set_quick(None, False)
        self._encoding, self._errors, self._encoder = encoding, errors, None
        self._set_newline(newline)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._seekable

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def _settle(self):
        """Hands pending bytes to the buffer."""
        if self._pending or self._stored:
            data = b"".join(self._pending) + self._take()
            self._pending, self._pending_size = [], 0
            self.buffer.write(data)

    def flush(self):
        self._settle()
        self.buffer.flush()
        self._telling = self._seekable

    def close(self):
        _writers.pop(id(self), None)
        if self._buffer is not None and not self.closed:
            self._text, self._at = "", 0
            try:
                self._set_quick(None, False)
                self.flush()
            finally:
                self.buffer.close()

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def _get_encoder(self):
        if self._encoding.lower() in _SIMPLE:
            return None
        if self._encoder is None:
            import codecs
            self._encoder = codecs.getincrementalencoder(self._encoding)(self._errors)
        return self._encoder

    def _write(self, s):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not %s" % type(s).__name__)
        n = len(s)
        if self._stored:
            data = self._take()
            self._pending.append(data)
            self._pending_size += len(data)
        if not self._pending:
            _remember(self)
        lines = (self._writetranslate or self._line_buffering) and "\n" in s
        if lines and self._writetranslate and self._writenl != "\n":
            s = s.replace("\n", self._writenl)
        encoder = self._encoder or self._get_encoder()
        data = s.encode(self._encoding, self._errors) if encoder is None else encoder.encode(s)
        self._pending.append(data)
        self._pending_size += len(data)
        if self._write_through or self._pending_size > self._CHUNK_SIZE or \
                self._line_buffering and (lines or "\r" in s):
            self._settle()
            if self._line_buffering and (lines or "\r" in s):
                self.buffer.flush()
        if self._snapshot is not None or self._text:
            self._text, self._at = "", 0
            self._snapshot = None
        if self._decoder is not None:
            self._decoder.reset()
        elif encoder is None and type(self._buffer) is BufferedWriter and type(self._buffer._raw) is FileIO and \
                not (self._line_buffering or self._write_through) and (not self._writetranslate or self._writenl == "\n"):
            self._set_quick(self._buffer._raw, self._errors == "strict" and self._encoding.lower() in ("utf-8", "utf8"))
        return n

    def _get_decoder(self):
        import codecs
        decoder = codecs.getincrementaldecoder(self._encoding)(self._errors)
        if self._readuniversal:
            decoder = IncrementalNewlineDecoder(decoder, self._readtranslate)
        self._decoder = decoder
        return decoder

    def _rest(self, n=None):
        at = self._at
        text = self._text[at:] if n is None else self._text[at:at + n]
        self._at = at + len(text)
        return text

    def _read_chunk(self):
        decoder = self._decoder
        if self._telling:
            state = decoder.getstate()
            if not isinstance(state, tuple):
                raise TypeError("illegal decoder state")
            if len(state) != 2 or not isinstance(state[1], int):
                raise TypeError("illegal decoder state")
            buffered, flags = state
            if not isinstance(buffered, bytes):
                raise TypeError("illegal decoder state: the first item should be a bytes object, not '%s'"
                                % type(buffered).__name__)
        data = self.buffer.read1(self._CHUNK_SIZE) if self._has_read1 else self.buffer.read(self._CHUNK_SIZE)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("underlying %s() should have returned a bytes-like object, not '%s'" % (
                "read1" if self._has_read1 else "read", type(data).__name__))
        eof = not data
        text = decoder.decode(data, eof)
        if not isinstance(text, str):
            raise TypeError("decoder should return a string result, not '%s'" % type(text).__name__)
        self._text, self._at = text, 0
        if self._telling:
            self._snapshot = flags, buffered + data
        return not eof

    def _check_read(self):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._pending or self._stored:
            self._settle()

    def read(self, size=None):
        self._check_read()
        size = -1 if size is None else _index(size)
        if size < 0:
            decoder = self._decoder
            if decoder is None and not self._text and self._encoding.lower() in _SIMPLE:
                data = self.buffer.read()
                if not isinstance(data, (bytes, bytearray)):
                    raise TypeError("decoder should return a string result, not '%s'" % type(data).__name__
                                    if False else "underlying read() should have returned a bytes-like object, not '%s'"
                                    % type(data).__name__)
                text = data.decode(self._encoding, self._errors)
                if self._readuniversal and "\r" in text:
                    self._get_decoder().decoder.reset()
                    text = IncrementalNewlineDecoder.decode(_Plain(self._decoder), text, True)
                return text
            decoder = decoder or self._get_decoder()
            data = self.buffer.read()
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError("underlying read() should have returned a bytes-like object, not '%s'"
                                % type(data).__name__)
            text = decoder.decode(data, True)
            if not isinstance(text, str):
                raise TypeError("decoder should return a string result, not '%s'" % type(text).__name__)
            result = self._rest() + text
            self._text, self._at, self._snapshot = "", 0, None
            return result
        self._decoder or self._get_decoder()
        result = self._rest(size)
        if len(result) < size:
            parts, have, eof = [result], len(result), False
            while have < size and not eof:
                eof = not self._read_chunk()
                part = self._rest(size - have)
                parts.append(part)
                have += len(part)
            result = "".join(parts)
        return result

    def _next(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._snapshot = None
            self._telling = self._seekable
            return None
        return line

    def _readline(self, size=None):
        size = -1 if size is None else _index(size)
        newline = self._readnl
        self._check_read()
        self._decoder or self._get_decoder()
        line, start = self._rest(), 0
        while True:
            if self._readtranslate:
                end = line.find("\n", start) + 1
            elif self._readuniversal:
                lf, cr = line.find("\n", start), line.find("\r", start)
                if cr == -1:
                    end = lf + 1
                elif lf == -1:
                    end = cr + 1
                elif lf < cr:
                    end = lf + 1
                else:
                    end = cr + 2 if lf == cr + 1 else cr + 1
                if end and end == len(line) and line[-1] == "\r" and False:
                    end = 0
            else:
                found = line.find(newline, max(0, start - len(newline) + 1))
                end = found + len(newline) if found >= 0 else 0
            if end or 0 <= size <= len(line):
                break
            start = len(line)
            while self._read_chunk():
                if self._text:
                    break
            if not self._text:
                self._text, self._at, self._snapshot = "", 0, None
                end = len(line)
                if size >= 0:
                    end = min(end, size)
                return line[:end]
            line += self._rest()
        if 0 <= size and (not end or end > size):
            end = size
        self._at -= len(line) - end
        if self._at < 0:
            self._text, self._at = line[end:], 0
            self._snapshot = None
        return line[:end]

    def tell(self):
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self.buffer.tell()
        decoder = self._decoder
        if decoder is None or self._snapshot is None:
            if self._text and self._at < len(self._text):
                raise AssertionError("pending decoded text")
            return position
        flags, data = self._snapshot
        position -= len(data)
        wanted = self._at
        if wanted == 0:
            return self._pack(position, flags)
        saved = decoder.getstate()
        try:
            # The fewest bytes that give the characters that were read.
            decoder.setstate((b"", flags))
            got = good = feed = 0
            start_flags, extra = flags, 0
            for i in range(len(data)):
                feed += 1
                got += len(decoder.decode(data[i:i + 1]))
                buffered, now = decoder.getstate()
                if not buffered and got <= wanted:
                    position += feed
                    wanted -= got
                    start_flags, feed, got = now, 0, 0
                if got >= wanted:
                    break
            else:
                got += len(decoder.decode(b"", final=True))
                if got < wanted:
                    raise OSError("can't reconstruct logical file position")
                return self._pack(position, start_flags, feed, True, wanted)
            return self._pack(position, start_flags, feed, False, wanted)
        finally:
            decoder.setstate(saved)

    def _pack(self, position, flags=0, feed=0, eof=False, skip=0):
        return position | flags << 64 | feed << 128 | skip << 192 | bool(eof) << 256

    def truncate(self, pos=None):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def detach(self):
        if self._buffer is None:
            raise ValueError("buffer is already detached")
        self._set_quick(None, False)
        self.flush()
        _writers.pop(id(self), None)
        buffer, self._buffer = self._buffer, None
        return buffer

    def seek(self, cookie, whence=0):
        def reset_encoder(position):
            encoder = self._encoder or self._get_encoder()
            if encoder is not None:
                if position != 0:
                    encoder.setstate(0)
                else:
                    encoder.reset()
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence, cookie = 0, self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            position = self.buffer.seek(0, whence)
            self._text, self._at, self._snapshot = "", 0, None
            if self._decoder:
                self._decoder.reset()
            reset_encoder(position)
            return position
        if whence != 0:
            raise ValueError("unsupported whence (%r)" % (whence,))
        if cookie < 0:
            raise ValueError("negative seek position %r" % (cookie,))
        self.flush()
        mask = (1 << 64) - 1
        start, flags, feed, skip = cookie & mask, cookie >> 64 & mask, cookie >> 128 & mask, cookie >> 192 & mask
        eof = bool(cookie >> 256)
        self.buffer.seek(start)
        self._text, self._at, self._snapshot = "", 0, None
        if cookie == 0 and self._decoder:
            self._decoder.reset()
        elif self._decoder or flags or skip:
            self._decoder or self._get_decoder()
            self._decoder.setstate((b"", flags))
            self._snapshot = flags, b""
        if skip:
            data = self.buffer.read(feed)
            self._text, self._at = self._decoder.decode(data, eof), 0
            self._snapshot = flags, data
            if len(self._text) < skip:
                raise OSError("can't restore logical file position")
            self._at = skip
        reset_encoder(cookie)
        return cookie

    @property
    def newlines(self):
        return getattr(self._decoder, "newlines", None) if self._decoder else None


class _Plain:
    """Lets a newline decoder work on text."""

    def __init__(self, owner):
        self.__dict__["owner"] = owner

    def __getattr__(self, name):
        return None if name == "decoder" else getattr(self.owner, name)

    def __setattr__(self, name, value):
        setattr(self.owner, name, value)


class StringIO(_memoryfiles.TextBuffer, TextIOBase):
    """Text in memory as a file."""

    def __getstate__(self):
        return self.getvalue(), self._newline, self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("%s.__setstate__ argument should be 4-tuple, got %s" % (
                type(self).__name__, type(state).__name__))
        self._checkState()
        text, newline, position, extra = state
        if not isinstance(position, int):
            raise TypeError("third item of state must be an integer, got %s" % type(position).__name__)
        if position < 0:
            raise ValueError("position value cannot be negative")
        StringIO.__init__(self, "", newline)
        self._restore(text, position)
        if extra is not None:
            if not isinstance(extra, dict):
                raise TypeError("fourth item of state should be a dict, got a %s" % type(extra).__name__)
            self.__dict__.update(extra)

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()

    def detach(self):
        self._unsupported("detach")

    def __repr__(self):
        return "<_io.StringIO object at %#x>" % id(self)


for _cls in (BytesIO, FileIO, BufferedReader, BufferedWriter, BufferedRWPair, BufferedRandom, IncrementalNewlineDecoder,
             TextIOWrapper, StringIO):
    _cls.__module__ = "_io"


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file."""
    if not isinstance(file, int):
        hook = getattr(type(file), "__fspath__", None)
        if hook is not None:
            file = hook(file)
        if not isinstance(file, (str, bytes)):
            raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(file).__name__)
    for name, value, kind in (("mode", mode, str), ("buffering", buffering, int)):
        if not isinstance(value, kind):
            raise TypeError("open() argument %r must be %s, not %s" % (name, kind.__name__, type(value).__name__)
                            if kind is str else
                            "'%s' object cannot be interpreted as an integer" % type(value).__name__)
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError("open() argument %r must be str or None, not %s" % (name, type(value).__name__))
    modes = set(mode)
    if modes - set("axrwb+t") or len(mode) > len(modes):
        raise ValueError("invalid mode: %r" % mode)
    creating, writing, appending = "x" in modes, "w" in modes, "a" in modes
    updating, text, binary = "+" in modes, "t" in modes, "b" in modes
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    count = creating + ("r" in modes) + writing + appending
    if count > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not count:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("binary mode doesn't take %s %s argument" % ("an" if name != "newline" else "a", name))
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will "
                          "be used", RuntimeWarning, 2)
    raw = FileIO(file, "".join([c for c in mode if c in "xrwa+"]), closefd, opener=opener)
    result = raw
    try:
        lines = buffering == 1 and not binary
        if buffering == 1 or buffering < 0 and not binary and raw.isatty():
            buffering, lines = -1, lines or not binary
        if buffering < 0:
            buffering = max(raw._blksize, DEFAULT_BUFFER_SIZE)
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        make = BufferedRandom if updating else BufferedWriter if creating or writing or appending else BufferedReader
        result = buffer = make(raw, buffering)
        if binary:
            return result
        result = made = TextIOWrapper(buffer, encoding, errors, newline, lines)
        made._implicit = encoding is None
        made.mode = mode
        return made
    except BaseException:
        result.close()
        raise


def open_code(path):
    if not isinstance(path, str):
        raise TypeError("open_code() argument 'path' must be str, not %s" % type(path).__name__)
    return _open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    """The encoding to use."""
    return "utf-8" if encoding is None else encoding


import builtins as _builtins
open = _builtins.open
