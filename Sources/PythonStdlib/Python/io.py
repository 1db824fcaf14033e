"""Streams of text and bytes."""
import posix as _posix

DEFAULT_BUFFER_SIZE = 8192
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """Base of all streams."""

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
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
            raise ValueError("I/O operation on closed file.")

    def readlines(self, hint=-1):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def readable(self): return False
    def writable(self): return False
    def seekable(self): return True
    def isatty(self): return False
    def flush(self): self._check()


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = None
    errors = None
    newlines = None


class BytesIO(BufferedIOBase):
    """Bytes in memory as a file."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray(initial_bytes)
        self._position = 0
        self.closed = False

    def getvalue(self):
        self._check()
        return bytes(self._buffer)

    def getbuffer(self):
        return memoryview(self._buffer)

    def read(self, size=-1):
        self._check()
        end = len(self._buffer) if size is None or size < 0 else self._position + size
        data = bytes(self._buffer[self._position:end])
        self._position += len(data)
        return data

    read1 = read

    def readline(self, size=-1):
        self._check()
        end = self._buffer.find(b"\n", self._position) + 1 or len(self._buffer)
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        data = bytes(self._buffer[self._position:end])
        self._position += len(data)
        return data

    def write(self, data):
        self._check()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        if self._position > len(self._buffer):
            self._buffer.extend(bytes(self._position - len(self._buffer)))
        self._buffer[self._position:self._position + len(data)] = data
        self._position += len(data)
        return len(data)

    def seek(self, position, whence=0):
        self._check()
        base = (0, self._position, len(self._buffer))[whence]
        if whence == 0 and position < 0:
            raise ValueError("negative seek value %d" % position)
        self._position = max(0, base + position)
        return self._position

    def tell(self):
        self._check()
        return self._position

    def truncate(self, size=None):
        size = self._position if size is None else size
        del self._buffer[size:]
        return size

    def readable(self): return True
    def writable(self): return True
    def close(self): self.closed = True


class StringIO(TextIOBase):
    """Text in memory as a file."""

    def __init__(self, initial_value="", newline="\n"):
        self._parts = []
        self._text = initial_value or ""
        self._position = 0
        self.closed = False

    def _join(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts = []

    def getvalue(self):
        self._check()
        self._join()
        return self._text

    def write(self, text):
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if not isinstance(text, str):
            raise TypeError("string argument expected, got %r" % type(text).__name__)
        if self._position is None or not self._parts and self._position == len(self._text):
            self._parts.append(text)
            self._position = None
            return len(text)
        self._join()
        position = len(self._text) if self._position is None else self._position
        if position > len(self._text):
            self._text += "\0" * (position - len(self._text))
        self._text = self._text[:position] + text + self._text[position + len(text):]
        self._position = position + len(text)
        return len(text)

    def _place(self):
        self._join()
        if self._position is None:
            self._position = len(self._text)
        return self._position

    def read(self, size=-1):
        self._check()
        start = self._place()
        end = len(self._text) if size is None or size < 0 else start + size
        data = self._text[start:end]
        self._position = start + len(data)
        return data

    def readline(self, size=-1):
        self._check()
        start = self._place()
        end = self._text.find("\n", start) + 1 or len(self._text)
        if size is not None and size >= 0:
            end = min(end, start + size)
        data = self._text[start:end]
        self._position = start + len(data)
        return data

    def seek(self, position, whence=0):
        self._check()
        self._join()
        if whence == 2:
            position = len(self._text) + position
        elif whence == 1:
            position = self._place() + position
        elif position < 0:
            raise ValueError("Negative seek position %d" % position)
        self._position = position
        return position

    def tell(self):
        self._check()
        return self._place()

    def truncate(self, size=None):
        start = self._place()
        size = start if size is None else size
        self._text = self._text[:size]
        return size

    def readable(self): return True
    def writable(self): return True
    def close(self): self.closed = True


class FileIO(BufferedIOBase):
    """A file of bytes with a buffer."""

    def __init__(self, file, mode="r", closefd=True, opener=None):
        reading = "r" in mode or "+" in mode
        writing = "+" in mode or "w" in mode or "a" in mode or "x" in mode
        flags = _posix.O_RDWR if reading and writing else _posix.O_WRONLY if writing else _posix.O_RDONLY
        if "w" in mode:
            flags |= _posix.O_CREAT | _posix.O_TRUNC
        elif "a" in mode:
            flags |= _posix.O_CREAT | _posix.O_APPEND
        elif "x" in mode:
            flags |= _posix.O_CREAT | _posix.O_EXCL
        self.closed = True
        self.name = file
        self.mode = mode
        if isinstance(file, int):
            self._fd = file
        else:
            if opener is not None:
                self._fd = opener(file, flags)
            else:
                self._fd = _posix.open(file, flags, 0o666)
            if opener is None and _is_folder(file):
                _posix.close(self._fd)
                raise IsADirectoryError(21, "Is a directory", file)
        self._closefd = closefd
        self._reading, self._writing = reading, writing
        self._in = b""
        self._out = []
        self._pending = 0
        self.closed = False

    def readable(self): return self._reading
    def writable(self): return self._writing
    def fileno(self): return self._fd
    def isatty(self): return _posix.isatty(self._fd)

    def _settle(self):
        if self._out:
            data = b"".join(self._out)
            self._out = []
            self._pending = 0
            _posix.write(self._fd, data)

    def read(self, size=-1):
        self._check()
        if not self._reading:
            raise UnsupportedOperation("read")
        self._settle()
        if size is None or size < 0:
            parts = [self._in]
            self._in = b""
            while True:
                data = _posix.read(self._fd, 1 << 20)
                if not data:
                    return b"".join(parts)
                parts.append(data)
        while len(self._in) < size:
            data = _posix.read(self._fd, max(DEFAULT_BUFFER_SIZE, size - len(self._in)))
            if not data:
                break
            self._in += data
        data, self._in = self._in[:size], self._in[size:]
        return data

    read1 = read

    def readline(self, size=-1):
        self._check()
        if not self._reading:
            raise UnsupportedOperation("readline")
        self._settle()
        while True:
            end = self._in.find(b"\n") + 1
            if end:
                break
            data = _posix.read(self._fd, DEFAULT_BUFFER_SIZE)
            if not data:
                end = len(self._in)
                break
            self._in += data
        if size is not None and size >= 0:
            end = min(end, size)
        line, self._in = self._in[:end], self._in[end:]
        return line

    def readinto(self, target):
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)

    def write(self, data):
        self._check()
        if not self._writing:
            raise UnsupportedOperation("write")
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if self._in:
            _posix.lseek(self._fd, -len(self._in), 1)
            self._in = b""
        self._out.append(bytes(data))
        self._pending += len(data)
        if self._pending > 65536:
            self._settle()
        return len(data)

    def flush(self):
        self._check()
        self._settle()

    def seek(self, position, whence=0):
        self._check()
        self._settle()
        if whence == 1:
            position -= len(self._in)
        self._in = b""
        return _posix.lseek(self._fd, position, whence)

    def tell(self):
        self._check()
        self._settle()
        return _posix.lseek(self._fd, 0, 1) - len(self._in)

    def truncate(self, size=None):
        size = self.tell() if size is None else size
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self.closed:
            try:
                self._settle()
            finally:
                self.closed = True
                if self._closefd:
                    _posix.close(self._fd)

    def __del__(self):
        try:
            self.close()
        except Exception:
            pass

    def __repr__(self):
        kind = "BufferedRandom" if self._reading and self._writing else "BufferedWriter" if self._writing else "BufferedReader"
        return "<_io.%s name=%r>" % (kind, self.name)


BufferedReader = BufferedWriter = BufferedRandom = FileIO


class TextIOWrapper(TextIOBase):
    """A file of text over one of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self.buffer = buffer
        self.encoding = encoding or "utf-8"
        if self.encoding == "locale":
            self.encoding = "utf-8"
        "".encode(self.encoding)
        self.errors = errors or "strict"
        self._newline = newline
        self.mode = getattr(buffer, "mode", None)

    @property
    def name(self): return self.buffer.name

    @property
    def closed(self): return self.buffer.closed

    def readable(self): return self.buffer.readable()
    def writable(self): return self.buffer.writable()
    def fileno(self): return self.buffer.fileno()
    def isatty(self): return self.buffer.isatty()

    def _decode(self, data):
        text = data.decode(self.encoding, self.errors)
        if self._newline is None and "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if size is None or size < 0:
            return self._decode(self.buffer.read())
        out = []
        while size > 0:
            first = self.buffer.read(1)
            if not first:
                break
            lead = first[0]
            more = 0
            if self.encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
                more = 1 if 0xC0 <= lead < 0xE0 else 2 if 0xE0 <= lead < 0xF0 else 3 if lead >= 0xF0 else 0
            text = self._decode(first + (self.buffer.read(more) if more else b""))
            out.append(text)
            size -= 1
        return "".join(out)

    def readline(self, size=-1):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        return self._decode(self.buffer.readline(size))

    def write(self, text):
        self._check()
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        if not isinstance(text, str):
            raise TypeError("write() argument must be str, not %s" % type(text).__name__)
        data = text
        if self._newline not in (None, "", "\n"):
            data = text.replace("\n", self._newline)
        self.buffer.write(data.encode(self.encoding, self.errors))
        return len(text)

    def flush(self):
        self.buffer.flush()

    def seek(self, position, whence=0):
        self._check()
        if whence == 1 and position:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and position:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        return self.buffer.seek(position, whence)

    def tell(self):
        return self.buffer.tell()

    def truncate(self, size=None):
        self.flush()
        return self.buffer.truncate(size)

    def detach(self):
        return self.buffer

    def reconfigure(self, **options):
        pass

    def close(self):
        self.buffer.close()

    def __repr__(self):
        return "<_io.TextIOWrapper name=%r mode=%r encoding=%r>" % (self.name, self.mode, self.encoding.upper() if self.encoding == "utf-8" else self.encoding)


def _is_folder(path):
    try:
        return _posix.stat(path)[0] & 0o170000 == 0o040000
    except OSError:
        return False


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file."""
    if not isinstance(mode, str):
        raise TypeError("open() argument 'mode' must be str, not %s" % type(mode).__name__)
    if hasattr(file, "__fspath__"):
        file = file.__fspath__()
    if not isinstance(file, (str, bytes, int)):
        raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(file).__name__)
    kinds = set(mode)
    if kinds - set("axrwb+t") or len(mode) > len(kinds):
        raise ValueError("invalid mode: %r" % mode)
    if "t" in kinds and "b" in kinds:
        raise ValueError("can't have text and binary mode at once")
    if len(kinds & set("axrw")) != 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus"
                         if not kinds & set("axrw") else "must have exactly one of create/read/write/append mode")
    binary = "b" in kinds
    if binary and encoding is not None:
        raise ValueError("binary mode doesn't take an encoding argument")
    if binary and errors is not None:
        raise ValueError("binary mode doesn't take an errors argument")
    if binary and newline is not None:
        raise ValueError("binary mode doesn't take a newline argument")
    raw = FileIO(file, mode.replace("t", "") if binary else mode.replace("t", "").replace("b", ""), closefd, opener)
    if binary:
        return raw
    try:
        made = TextIOWrapper(raw, encoding, errors, newline)
    except BaseException:
        raw.close()
        raise
    made.mode = mode
    return made


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    return encoding or "utf-8"
