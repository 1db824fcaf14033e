"""Files compressed with gzip."""

import io
import os
import struct
import sys
import time
import zlib

from _compression import wrapped

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = "rb", "wb"
_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9
READ_BUFFER_SIZE = 128 * 1024
_builtin_open = io._open


class BadGzipFile(OSError):
    """A file that is no gzip file."""


def open(filename, mode="rb", compresslevel=_COMPRESS_LEVEL_BEST, encoding=None, errors=None, newline=None):
    """Opens a file compressed with gzip."""
    return wrapped(lambda file, plain: _opened(file, plain, compresslevel), filename, mode, encoding, errors, newline)


def _opened(file, mode, compresslevel):
    if isinstance(file, (str, bytes, os.PathLike)):
        return GzipFile(file, mode, compresslevel)
    if hasattr(file, "read") or hasattr(file, "write"):
        return GzipFile(None, mode, compresslevel, file)
    raise TypeError("filename must be a str or bytes object, or a file")


def _read_exactly(fp, n):
    data = fp.read(n)
    while len(data) < n:
        more = fp.read(n - len(data))
        if not more:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data += more
    return data


def _read_gzip_header(fp):
    """Skips a header: the time in it, or None at the end of the file."""
    magic = fp.read(2)
    if magic == b"":
        return None
    if magic != b"\037\213":
        raise BadGzipFile("Not a gzipped file (%r)" % magic)
    method, flag, mtime = struct.unpack("<BBIxx", _read_exactly(fp, 8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flag & FEXTRA:
        size, = struct.unpack("<H", _read_exactly(fp, 2))
        _read_exactly(fp, size)
    for bit in (FNAME, FCOMMENT):
        if flag & bit:
            while True:
                s = fp.read(1)
                if not s or s == b"\0":
                    break
    if flag & FHCRC:
        _read_exactly(fp, 2)
    return mtime


class _PaddedFile:
    """A file to which bytes can be given back."""

    def __init__(self, f, prepend=b""):
        self._buffer, self.file, self._at = prepend, f, 0 if prepend else None

    def read(self, size):
        if self._at is None:
            return self.file.read(size)
        data = self._buffer[self._at:self._at + size]
        self._at += len(data)
        if self._at >= len(self._buffer):
            self._at = None
        if len(data) < size:
            data += self.file.read(size - len(data))
        return data

    def prepend(self, prepend=b""):
        rest = b"" if self._at is None else self._buffer[self._at:]
        self._buffer, self._at = prepend + rest, 0

    def seek(self, off):
        self._at, self._buffer = None, b""
        return self.file.seek(off)

    def seekable(self):
        return True


class _GzipReader(io.RawIOBase):
    def __init__(self, fp):
        self._fp, self._pos, self._size, self._eof = _PaddedFile(fp), 0, -1, False
        self._new, self._last_mtime = True, None
        self._stream, self._crc, self._length = None, 0, 0
        self._pending = b""

    def readable(self):
        return True

    def seekable(self):
        return True

    def tell(self):
        return self._pos

    def close(self):
        self._stream = None
        return super().close()

    def _rewind(self):
        self._fp.seek(0)
        self._eof, self._pos, self._new, self._pending = False, 0, True, b""

    def seek(self, offset, whence=0):
        if whence == 1:
            offset += self._pos
        elif whence == 2:
            while self.read(READ_BUFFER_SIZE):
                pass
            offset += self._pos
        elif whence != 0:
            raise ValueError("Invalid value for whence: {}".format(whence))
        if offset < self._pos:
            self._rewind()
        while self._pos < offset:
            if not self.read(min(READ_BUFFER_SIZE, offset - self._pos)):
                break
        return self._pos

    def read(self, size=-1):
        if size < 0:
            return self.readall()
        if not size or self._eof:
            return b""
        while True:
            if self._new:
                mtime = _read_gzip_header(self._fp)
                if mtime is None:
                    self._eof, self._size = True, self._pos
                    return b""
                self._last_mtime = mtime
                self._stream = zlib.decompressobj(-zlib.MAX_WBITS)
                self._crc, self._length, self._new = 0, 0, False
            stream = self._stream
            buf = stream.unconsumed_tail or self._fp.read(READ_BUFFER_SIZE)
            data = stream.decompress(buf, size)
            if stream.eof:
                self._fp.prepend(stream.unused_data)
            elif not buf and not data:
                raise EOFError("Compressed file ended before the end-of-stream marker was reached")
            self._crc = zlib.crc32(data, self._crc)
            self._length += len(data)
            self._pos += len(data)
            if stream.eof:
                crc, size_field = struct.unpack("<II", _read_exactly(self._fp, 8))
                if crc != self._crc:
                    raise BadGzipFile("CRC check failed %s != %s" % (hex(crc), hex(self._crc)))
                if size_field != self._length & 0xffffffff:
                    raise BadGzipFile("Incorrect length of data produced")
                c = b"\0"
                while c == b"\0":
                    c = self._fp.read(1)
                if c:
                    self._fp.prepend(c)
                self._new = True
            if data:
                return data

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)


class GzipFile(io.BufferedIOBase):
    """A file compressed with gzip."""

    myfileobj = None
    fileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=_COMPRESS_LEVEL_BEST, fileobj=None, mtime=None):
        asked = mode
        if asked:
            if not {"t", "U"}.isdisjoint(asked):
                raise ValueError("Invalid mode: %r" % asked)
            mode = asked if "b" in asked else asked + "b"
        if fileobj is None:
            fileobj = self.myfileobj = _builtin_open(filename, mode or "rb")
        if asked is None:
            mode = getattr(fileobj, "mode", "rb")
        self._set_name(filename, fileobj)
        if mode.startswith("r"):
            self._reader = _GzipReader(fileobj)
            self._buffer = io.BufferedReader(self._reader, READ_BUFFER_SIZE)
            self.mode, self.fileobj = READ, fileobj
            return
        if not mode.startswith(("w", "a", "x")):
            raise ValueError("Invalid mode: %r" % mode)
        if asked is None:
            import warnings
            warnings.warn("GzipFile was opened for writing, but this will change in future Python releases.  "
                          "Specify the mode argument for opening it for writing.", FutureWarning, 2)
        self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
        self.crc = self.size = self.offset = 0
        self.mode, self.fileobj, self._write_mtime = WRITE, fileobj, mtime
        self._write_gzip_header(compresslevel)

    def _set_name(self, filename, fileobj):
        name = getattr(fileobj, "name", "") if filename is None else os.fspath(filename)
        self.name = name if isinstance(name, (str, bytes)) else ""

    @property
    def mtime(self):
        return self._reader._last_mtime

    def __repr__(self):
        s = repr(self.fileobj)
        return "<gzip " + s[1:-1] + " " + hex(id(self)) + ">"

    def _write_gzip_header(self, compresslevel):
        write = self.fileobj.write
        name = os.path.basename(self.name)
        try:
            if not isinstance(name, bytes):
                name = name.encode("latin-1")
            if name.endswith(b".gz"):
                name = name[:-3]
        except UnicodeEncodeError:
            name = b""
        mtime = self._write_mtime
        if mtime is None:
            mtime = time.time()
        level = {_COMPRESS_LEVEL_BEST: b"\002", _COMPRESS_LEVEL_FAST: b"\004"}.get(compresslevel, b"\000")
        write(b"\037\213\010" + (b"\010" if name else b"\0") + struct.pack("<I", int(mtime)) + level + b"\377")
        if name:
            write(name + b"\0")

    def _check_not_closed(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")

    def write(self, data):
        self._check_not_closed()
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        if self.fileobj is None:
            raise ValueError("write() on closed GzipFile object")
        data = io._plain(data)
        if data:
            self.fileobj.write(self.compress.compress(data))
            self.size += len(data)
            self.crc = zlib.crc32(data, self.crc)
            self.offset += len(data)
        return len(data)

    def _check_read(self, what):
        self._check_not_closed()
        if self.mode != READ:
            raise OSError(9, "%s() on write-only GzipFile object" % what)

    def read(self, size=-1):
        self._check_read("read")
        return self._buffer.read(size)

    def read1(self, size=-1):
        self._check_read("read1")
        if size < 0:
            size = io.DEFAULT_BUFFER_SIZE
        return self._buffer.read1(size)

    def peek(self, n):
        self._check_read("peek")
        return self._buffer.peek(n)

    def readline(self, size=-1):
        self._check_not_closed()
        return self._buffer.readline(size)

    closed = property(lambda self: self.fileobj is None)

    def close(self):
        """Writes what is left and closes the file, unless it was given."""
        file, self.fileobj = self.fileobj, None
        if file is None:
            return
        try:
            if self.mode == READ:
                self._buffer.close()
            else:
                file.write(self.compress.flush() + struct.pack("<II", self.crc, self.size & 0xffffffff))
        finally:
            opened, self.myfileobj = self.myfileobj, None
            if opened:
                opened.close()

    def fileno(self):
        """The descriptor of the file."""
        return self.fileobj.fileno()

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        """Writes out what was compressed so far."""
        self._check_not_closed()
        if self.mode == READ:
            return
        self.fileobj.write(self.compress.flush(zlib_mode))
        self.fileobj.flush()

    def rewind(self):
        """Goes back to the beginning."""
        if self.mode == WRITE:
            raise OSError("Can't rewind in write mode")
        self._buffer.seek(0)

    def seekable(self): return True
    def writable(self): return self.mode == WRITE
    def readable(self): return self.mode == READ

    def tell(self):
        self._check_not_closed()
        return self.offset if self.mode == WRITE else self._buffer.tell()

    def seek(self, offset, whence=0):
        if self.mode == WRITE:
            if whence == 1:
                offset = self.offset + offset
            elif whence != 0:
                raise ValueError("Seek from end not supported")
            if offset < self.offset:
                raise OSError("Negative seek in write mode")
            self.write(b"\0" * (offset - self.offset))
            return self.offset
        self._check_not_closed()
        return self._buffer.seek(offset, whence)


def compress(data, compresslevel=_COMPRESS_LEVEL_BEST, *, mtime=None):
    """Bytes as a gzip file."""
    stream = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    level = b"\002" if compresslevel == 9 else b"\004" if compresslevel == 1 else b"\000"
    header = b"\037\213\010\000" + struct.pack("<I", int(time.time() if mtime is None else mtime)) + level + b"\377"
    body = stream.compress(data) + stream.flush()
    return header + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xffffffff)


def decompress(data):
    """The bytes of a gzip file."""
    parts = []
    while True:
        fp = io.BytesIO(data)
        if _read_gzip_header(fp) is None:
            return b"".join(parts)
        stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        part = stream.decompress(data[fp.tell():])
        if not stream.eof or len(stream.unused_data) < 8:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        crc, length = struct.unpack("<II", stream.unused_data[:8])
        if crc != zlib.crc32(part):
            raise BadGzipFile("CRC check failed")
        if length != len(part) & 0xffffffff:
            raise BadGzipFile("Incorrect length of data produced")
        parts.append(part)
        data = stream.unused_data[8:].lstrip(b"\0")


if __name__ == "__main__":
    from _programs.gzip import main
    main()
