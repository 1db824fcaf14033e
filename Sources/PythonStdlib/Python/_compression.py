"""What the files of `bz2`, `lzma` and `gzip` share: reading through a decompressor, writing through a compressor, `open`."""
import builtins
import io
import os

BUFFER_SIZE = io.DEFAULT_BUFFER_SIZE


class DecompressReader(io.RawIOBase):
    """The decompressed bytes of a file, one stream after the other."""

    def __init__(self, fp, decomp_factory, trailing_error=(), **decomp_args):
        self._fp, self._make, self._args, self._ignored = fp, decomp_factory, decomp_args, trailing_error
        self._eof, self._pos, self._size = False, 0, -1
        self._decompressor = decomp_factory(**decomp_args)

    def readable(self):
        return True

    def close(self):
        self._decompressor = None
        return super().close()

    def seekable(self):
        return self._fp.seekable()

    def readinto(self, b):
        with memoryview(b) as view, view.cast("B") as plain:
            data = self.read(len(plain))
            plain[:len(data)] = data
        return len(data)

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b""
        data = None
        while True:
            if self._decompressor.eof:
                rest = self._decompressor.unused_data or self._fp.read(BUFFER_SIZE)
                if not rest:
                    break
                # What follows is another stream, or something that does not count.
                self._decompressor = self._make(**self._args)
                try:
                    data = self._decompressor.decompress(rest, size)
                except self._ignored:
                    break
            else:
                rest = b""
                if self._decompressor.needs_input:
                    rest = self._fp.read(BUFFER_SIZE)
                    if not rest:
                        raise EOFError("Compressed file ended before the end-of-stream marker was reached")
                data = self._decompressor.decompress(rest, size)
            if data:
                break
        if not data:
            self._eof, self._size = True, self._pos
            return b""
        self._pos += len(data)
        return data

    def readall(self):
        parts = []
        while data := self.read(1 << 20):
            parts.append(data)
        return b"".join(parts)

    def seek(self, offset, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            offset += self._pos
        elif whence == io.SEEK_END:
            while self._size < 0 and self.read(BUFFER_SIZE):
                pass
            offset += self._size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._pos:
            self._fp.seek(0)
            self._eof, self._pos = False, 0
            self._decompressor = self._make(**self._args)
        while offset > self._pos and self.read(min(BUFFER_SIZE, offset - self._pos)):
            pass
        return self._pos

    def tell(self):
        return self._pos


class PackedFile(io.BufferedIOBase):
    """A compressed file. A subclass gives `_reader`, which makes the reader of a file, and `_writer`, a compressor."""

    def _begin(self, file, mode, writer, reader):
        """Opens a file, or takes one that is open."""
        self._fp, self._owned, self._writing, self._pos, self._packer = None, False, mode[:1] in ("w", "x", "a"), 0, None
        if self._writing:
            self._packer = writer()
        if isinstance(file, (str, bytes, os.PathLike)):
            self._fp, self._owned = builtins.open(file, mode if "b" in mode else mode + "b"), True
            self._mode = mode if "b" in mode else mode + "b"
        elif hasattr(file, "read") or hasattr(file, "write"):
            self._fp = file
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")
        self._buffer = None if self._writing else io.BufferedReader(reader(self._fp))

    @property
    def closed(self):
        return self._fp is None

    @property
    def name(self):
        self._check_open()
        return self._fp.name

    @property
    def mode(self):
        return "wb" if self._writing else "rb"

    def _check_open(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def _check_reading(self):
        self._check_open()
        if self._writing:
            raise io.UnsupportedOperation("File not open for reading")

    def _check_writing(self):
        self._check_open()
        if not self._writing:
            raise io.UnsupportedOperation("File not open for writing")

    def _check_seeking(self):
        self._check_reading()
        if not self.seekable():
            raise io.UnsupportedOperation("The underlying file object does not support seeking")

    def close(self):
        if self._fp is None:
            return
        try:
            if self._writing:
                self._fp.write(self._packer.flush())
                self._packer = None
            else:
                self._buffer.close()
        finally:
            try:
                if self._owned:
                    self._fp.close()
            finally:
                self._fp, self._buffer = None, None

    def fileno(self):
        self._check_open()
        return self._fp.fileno()

    def seekable(self):
        return self.readable() and self._buffer.seekable()

    def readable(self):
        self._check_open()
        return not self._writing

    def writable(self):
        self._check_open()
        return self._writing

    def peek(self, size=-1):
        self._check_reading()
        return self._buffer.peek(size)

    def read(self, size=-1):
        self._check_reading()
        return self._buffer.read(-1 if size is None else size)

    def read1(self, size=-1):
        self._check_reading()
        return self._buffer.read1(BUFFER_SIZE if size < 0 else size)

    def readinto(self, b):
        self._check_reading()
        return self._buffer.readinto(b)

    def readline(self, size=-1):
        self._check_reading()
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        return self._buffer.readline(size)

    def readlines(self, size=-1):
        self._check_reading()
        if not isinstance(size, int):
            if not hasattr(size, "__index__"):
                raise TypeError("Integer argument expected")
            size = size.__index__()
        return self._buffer.readlines(size)

    def __iter__(self):
        self._check_reading()
        return self._buffer.__iter__()

    def write(self, data):
        self._check_writing()
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        n = len(data) if isinstance(data, (bytes, bytearray)) else memoryview(data).nbytes
        self._fp.write(self._packer.compress(data))
        self._pos += n
        return n

    def seek(self, offset, whence=io.SEEK_SET):
        self._check_seeking()
        return self._buffer.seek(offset, whence)

    def tell(self):
        self._check_open()
        return self._pos if self._writing else self._buffer.tell()


def wrapped(make, filename, mode, encoding, errors, newline):
    """The body of `open`: a file of bytes, or one of text over it."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    file = make(filename, mode.replace("t", ""))
    return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline) if "t" in mode else file


def every_stream(data, make, trailing_error, short_error):
    """What one or more streams in a row hold; what follows the last one does not count."""
    parts = []
    while True:
        unpacker = make()
        try:
            part = unpacker.decompress(data)
        except trailing_error:
            if parts:
                break
            raise
        parts.append(part)
        if not unpacker.eof:
            raise short_error("Compressed data ended before the end-of-stream marker was reached")
        data = unpacker.unused_data
        if not data:
            break
    return b"".join(parts)
