"""Members that are read and written as files."""
import io
import struct
import zlib
import zipfile             # for the limits, which tests and users set there
from _zipfile_format import BadZipFile, ZIP_DEFLATED, ZIP_STORED, _ZipDecrypter, compressor_names
from _zipfile_packing import _packer, _unpacker

__name__ = "zipfile"        # the module that pickles and messages name


class ZipExtFile(io.BufferedIOBase):
    """A file in an archive, for reading."""

    MAX_N = 1 << 31 - 1
    MIN_READ_SIZE = 4096

    def __init__(self, fileobj, mode, zipinfo, pwd=None, close_fileobj=False):
        self._fileobj, self._close_fileobj = fileobj, close_fileobj
        self.mode, self.name, self.newlines = mode, zipinfo.filename, None
        self._kind, self._packed, self._left = zipinfo.compress_type, zipinfo.compress_size, zipinfo.file_size
        self._info = zipinfo
        self._start = fileobj.tell()
        self._decrypt = None
        if pwd:
            if zipinfo.flag_bits & 8:
                check = zipinfo._raw_time >> 8 & 255
            else:
                check = zipinfo.CRC >> 24 & 255
            self._decrypt = _ZipDecrypter(pwd)
            if self._decrypt(fileobj.read(12))[11] != check:
                raise RuntimeError("Bad password for file %r" % zipinfo.orig_filename)
            self._packed -= 12
        self._restart()

    def _restart(self):
        self._stream = _unpacker(self._kind)
        self._buffer, self._at, self._eof, self._crc, self._pos = b"", 0, False, 0, 0
        self._todo = self._packed

    def __repr__(self):
        parts = ["<%s.%s" % (self.__class__.__module__, self.__class__.__qualname__)]
        if not self.closed:
            parts.append(" name=%r mode=%r" % (self.name, self.mode))
            if self._kind != ZIP_STORED:
                parts.append(" compress_type=%s" % compressor_names.get(self._kind, self._kind))
        else:
            parts.append(" [closed]")
        return "".join(parts) + ">"

    def readable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return True

    def _chunk(self):
        """More data; empty at the end."""
        while not self._eof:
            raw = self._fileobj.read(min(65536, self._todo)) if self._todo > 0 else b""
            if self._todo > 0 and not raw:
                raise EOFError
            self._todo -= len(raw)
            if self._decrypt is not None:
                raw = self._decrypt(raw)
            if self._stream is None:
                data, self._eof = raw, self._todo <= 0
            else:
                data = self._stream.decompress(raw)
                self._eof = self._stream.eof or self._todo <= 0
                if self._eof and self._kind == ZIP_DEFLATED:
                    data += self._stream.flush()
            self._crc = zlib.crc32(data, self._crc)
            if self._eof and self._info.CRC is not None and self._crc != self._info.CRC:
                raise BadZipFile("Bad CRC-32 for file %r" % self.name)
            if data:
                return data
        return b""

    def read(self, n=-1):
        if self.closed:
            raise ValueError("read from closed file.")
        if n is None or n < 0:
            parts = [self._buffer[self._at:]]
            self._buffer, self._at = b"", 0
            while True:
                data = self._chunk()
                if not data:
                    break
                parts.append(data)
            out = b"".join(parts)
        else:
            while len(self._buffer) - self._at < n:
                data = self._chunk()
                if not data:
                    break
                self._buffer, self._at = self._buffer[self._at:] + data, 0
            out = self._buffer[self._at:self._at + n]
            self._at += len(out)
        self._pos += len(out)
        return out

    def read1(self, n=-1):
        if self._at >= len(self._buffer):
            self._buffer, self._at = self._chunk(), 0
        out = self._buffer[self._at:] if n is None or n < 0 else self._buffer[self._at:self._at + n]
        self._at += len(out)
        self._pos += len(out)
        return out

    def peek(self, n=1):
        while len(self._buffer) - self._at < n:
            data = self._chunk()
            if not data:
                break
            self._buffer, self._at = self._buffer[self._at:] + data, 0
        return self._buffer[self._at:self._at + max(n, 512)]

    def readline(self, limit=-1):
        if limit < 0:
            end = self._buffer.find(b"\n", self._at) + 1
            if end > 0:
                line = self._buffer[self._at:end]
                self._at = end
                self._pos += len(line)
                return line
        return io.BufferedIOBase.readline(self, limit)

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._fileobj.seekable()

    def tell(self):
        if self.closed:
            raise ValueError("tell on closed file.")
        return self._pos

    def seek(self, offset, whence=0):
        if self.closed:
            raise ValueError("seek on closed file.")
        target = offset + (0, self._pos, self._info.file_size)[whence]
        target = min(max(target, 0), self._info.file_size)
        if target < self._pos:
            self._fileobj.seek(self._start)
            self._restart()
        while self._pos < target:
            if not self.read(min(65536, target - self._pos)):
                break
        return self._pos

    def close(self):
        """Closes the file, and the archive's if it was opened for this one."""
        file = self._fileobj if self._close_fileobj else None
        try:
            if file is not None:
                file.close()
        finally:
            super().close()


class _SharedFile:
    """A place of its own in a file that others use."""

    def __init__(self, file, pos, close, lock, writing):
        self._file, self._pos, self._close, self._writing = file, pos, close, writing
        self.seekable = file.seekable

    def tell(self):
        return self._pos

    def seek(self, offset, whence=0):
        if self._writing():
            raise ValueError("Can't reposition in the ZIP file while there is an open writing handle on it. Close the "
                             "writing handle before trying to read.")
        self._file.seek(offset, whence)
        self._pos = self._file.tell()
        return self._pos

    def read(self, n=-1):
        if self._writing():
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the "
                             "writing handle before trying to read.")
        self._file.seek(self._pos)
        data = self._file.read(n)
        self._pos = self._file.tell()
        return data

    def close(self):
        if self._file is not None:
            file, self._file = self._file, None
            self._close(file)


class _ZipWriteFile(io.BufferedIOBase):
    """A file in an archive, for writing."""

    def __init__(self, zf, zinfo, zip64):
        self._zinfo, self._zip64, self._zipfile = zinfo, zip64, zf
        self._stream = _packer(zinfo.compress_type, zinfo._compresslevel)
        self._file_size = self._compress_size = self._crc = 0
        self.name, self.mode = zinfo.filename, "wb"

    def writable(self): return True

    def write(self, data):
        """Compresses and writes bytes."""
        self._checkClosed("I/O operation on closed file.")
        data = io._plain(data)
        self._file_size += len(data)
        self._crc = zlib.crc32(data, self._crc)
        n = len(data)
        if self._stream is not None:
            data = self._stream.compress(data)
            self._compress_size += len(data)
        self._zipfile.fp.write(data)
        return n

    def close(self):
        if self.closed:
            return
        zf, info = self._zipfile, self._zinfo
        try:
            super().close()
            if self._stream is not None:
                data = self._stream.flush()
                self._compress_size += len(data)
                zf.fp.write(data)
                info.compress_size = self._compress_size
            else:
                info.compress_size = self._file_size
            info.CRC, info.file_size = self._crc, self._file_size
            for what, size in (("File", self._file_size), ("Compressed", self._compress_size)):
                if size > zipfile.ZIP64_LIMIT and not self._zip64:
                    raise RuntimeError(what + " size too large, try using force_zip64")
            if info.flag_bits & 8:
                zf.fp.write(struct.pack("<LLQQ" if self._zip64 else "<LLLL", 0x08074b50, info.CRC, info.compress_size,
                                        info.file_size))
                zf.start_dir = zf.fp.tell()
            else:
                zf.start_dir = zf.fp.tell()
                zf.fp.seek(info.header_offset)
                zf.fp.write(info.FileHeader(self._zip64))
                zf.fp.seek(zf.start_dir)
            zf.filelist.append(info)
            zf.NameToInfo[info.filename] = info
        finally:
            zf._writing = False


class _Tellable:
    def __init__(self, fp):
        self.fp, self.offset = fp, 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += len(data) if n is None else n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()
