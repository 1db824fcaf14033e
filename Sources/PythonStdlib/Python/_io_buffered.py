"""Buffers before streams of bytes."""
import _memoryfiles
from _io_base import BlockingIOError, BufferedIOBase, DEFAULT_BUFFER_SIZE, UnsupportedOperation, _plain
from _io_files import FileIO, _remember, _writers

__name__ = "io"        # the module that pickles and messages name


class _BufferedIOMixin(BufferedIOBase):
    """Hands what is not buffered to the raw stream."""

    def __init__(self, raw):
        self._raw = raw

    def __del__(self):
        raw = getattr(self, "_raw", None)
        if type(raw) is FileIO and raw._IOBase__closed:
            return
        BufferedIOBase.__del__(self)

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
        raw = getattr(self, "_raw", None)
        return raw._IOBase__closed if type(raw) is FileIO else self.raw.closed

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

    read, readline, readinto = _memoryfiles.read, _memoryfiles.readline, _memoryfiles.readinto
    peek, read1, seek, tell = _memoryfiles.peek, _memoryfiles.read1, _memoryfiles.seek, _memoryfiles.tell

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self._ready = True
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        _BufferedIOMixin.__init__(self, raw)
        if buffer_size <= 0:
            raise ValueError("invalid buffer size")
        self.buffer_size = self._limit = buffer_size
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
        self._buf, self._pos = out, min(size, len(out))
        return out[:size] if out else nothing

    def _peek(self, size=0):
        self._checkClosed("peek of closed file")
        have = len(self._buf) - self._pos
        if have <= 0:
            data = self.raw.read(self.buffer_size)
            self._buf, self._pos = data or b"", 0
        return self._buf[self._pos:]

    def _read1(self, size=-1):
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

    def _tell(self):
        self._checkClosed()
        return max(0, _BufferedIOMixin.tell(self) - len(self._buf) + self._pos)

    def _seek(self, pos, whence=0):
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
        self._checkClosed("read of closed file")
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


_memoryfiles.set_buffers(BufferedReader, BufferedWriter)
