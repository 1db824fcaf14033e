"""ZIP archives."""

import io
import os
import stat
import struct
import sys
import time
import zlib

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile",
           "ZipInfo", "ZipFile", "PyZipFile", "LargeZipFile", "Path"]


class BadZipFile(Exception):
    """Not a good ZIP file."""


class LargeZipFile(Exception):
    """The file would need the extension ZIP64."""


error = BadZipfile = BadZipFile
ZIP64_LIMIT, ZIP_FILECOUNT_LIMIT, ZIP_MAX_COMMENT = (1 << 31) - 1, (1 << 16) - 1, (1 << 16) - 1
ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
DEFAULT_VERSION, ZIP64_VERSION, MAX_EXTRACT_VERSION = 20, 45, 63
compressor_names = {0: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode",
                    7: "tokenize", 8: "deflate", 9: "deflate64", 10: "implode", 12: "bzip2", 14: "lzma",
                    18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd"}
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")


def is_zipfile(filename):
    """Whether a file is a ZIP archive."""
    try:
        if hasattr(filename, "read"):
            position = filename.tell()
            try:
                return _find_end(filename) is not None
            finally:
                filename.seek(position)
        with open(filename, "rb") as fp:
            return _find_end(fp) is not None
    except OSError:
        return False


def _find_end(fp):
    """The record at the end of an archive: its fields, comment and place."""
    fp.seek(0, 2)
    size = fp.tell()
    start = max(size - (1 << 16) - 22, 0)
    fp.seek(start)
    data = fp.read()
    at = data.rfind(b"PK\005\006")
    if at < 0 or len(data) - at < 22:
        return None
    fields = list(_END.unpack(data[at:at + 22]))
    comment = data[at + 22:at + 22 + fields[7]]
    place = start + at
    if place >= 20:
        fp.seek(place - 20)
        locator = fp.read(20)
        if locator[:4] == b"PK\006\007":
            _, disk, offset, disks = _LOCATOR.unpack(locator)
            if disk != 0 or disks > 1:
                raise BadZipFile("zipfiles that span multiple disks are not supported")
            fp.seek(place - 20 - 56)
            record = fp.read(56)
            if len(record) == 56 and record[:4] == b"PK\006\006":
                f = _END64.unpack(record)
                fields[3:7] = [f[6], f[7], f[8], f[9]]
                place -= 20 + 56
    return fields, comment, place


class ZipInfo:
    """What an archive knows about a file in it."""

    __slots__ = ("orig_filename", "filename", "date_time", "compress_type", "_compresslevel", "comment", "extra",
                 "create_system", "create_version", "extract_version", "reserved", "flag_bits", "volume",
                 "internal_attr", "external_attr", "header_offset", "CRC", "compress_size", "file_size", "_raw_time",
                 "_end_offset")

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        null = filename.find("\0")
        if null >= 0:
            filename = filename[:null]
        if os.sep != "/" and os.sep in filename:
            filename = filename.replace(os.sep, "/")
        self.filename, self.date_time = filename, date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type, self._compresslevel, self.comment, self.extra = ZIP_STORED, None, b"", b""
        self.create_system, self.create_version, self.extract_version = 3, DEFAULT_VERSION, DEFAULT_VERSION
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0
        self.header_offset = self.CRC = 0
        self._end_offset = None

    def __repr__(self):
        parts = ["<%s filename=%r" % (self.__class__.__name__, self.filename)]
        if self.compress_type != ZIP_STORED:
            parts.append(" compress_type=%s" % compressor_names.get(self.compress_type, self.compress_type))
        high, low = self.external_attr >> 16, self.external_attr & 0xffff
        if high:
            parts.append(" filemode=%r" % stat.filemode(high))
        if low:
            parts.append(" external_attr=%#x" % low)
        if not self.is_dir() or self.file_size:
            parts.append(" file_size=%r" % self.file_size)
        if (not self.is_dir() or self.compress_size) and (self.compress_type != ZIP_STORED or
                                                          self.file_size != self.compress_size):
            parts.append(" compress_size=%r" % self.compress_size)
        return "".join(parts) + ">"

    def is_dir(self):
        return self.filename.endswith("/")

    def FileHeader(self, zip64=None):
        """The header before the data."""
        dt = self.date_time
        date = (dt[0] - 1980) << 9 | dt[1] << 5 | dt[2]
        clock = dt[3] << 11 | dt[4] << 5 | dt[5] // 2
        crc, packed, size = self.CRC, self.compress_size, self.file_size
        if self.flag_bits & 8:
            crc = packed = size = 0
        extra = self.extra
        version = 0
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or packed > ZIP64_LIMIT
        if zip64:
            extra += struct.pack("<HHQQ", 1, 16, size, packed)
            size = packed = 0xffffffff
            version = ZIP64_VERSION
        elif size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        self.extract_version = max(version, self.extract_version)
        self.create_version = max(version, self.create_version)
        name, flags = self._encode()
        return _LOCAL.pack(b"PK\003\004", self.extract_version, self.reserved, flags, self.compress_type, clock, date,
                           crc, packed, size, len(name), len(extra)) + name + extra

    def _encode(self):
        try:
            return self.filename.encode("ascii"), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode("utf-8"), self.flag_bits | 0x800

    def _decodeExtra(self):
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (kind, size))
            if kind == 1:
                data = extra[4:size + 4]
                try:
                    for name, limit in (("file_size", (0xffffffffffffffff, 0xffffffff)),
                                        ("compress_size", (0xffffffff,)), ("header_offset", (0xffffffff,))):
                        if getattr(self, name) in limit:
                            setattr(self, name, struct.unpack("<Q", data[:8])[0])
                            data = data[8:]
                except struct.error:
                    raise BadZipFile("Corrupt zip64 extra field. %s not found."
                                     % {"file_size": "File size", "compress_size": "Compress size",
                                        "header_offset": "Header offset"}[name]) from None
            extra = extra[size + 4:]

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """Describes a file of the file system."""
        filename = os.fspath(filename)
        info = os.stat(filename)
        folder = stat.S_ISDIR(info.st_mode)
        date_time = time.localtime(info.st_mtime)[:6]
        if not strict_timestamps and date_time[0] < 1980:
            date_time = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and date_time[0] > 2107:
            date_time = (2107, 12, 31, 23, 59, 59)
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1])
        name = name.lstrip("/")
        if folder:
            name += "/"
        made = cls(name, date_time)
        made.external_attr = (info.st_mode & 0xffff) << 16
        if folder:
            made.file_size = 0
            made.external_attr |= 0x10
        else:
            made.file_size = info.st_size
        return made


def _check_compression(kind):
    if kind in (ZIP_BZIP2, ZIP_LZMA):
        raise RuntimeError("Compression requires the (missing) %s module" % ("bz2" if kind == 12 else "lzma"))
    if kind not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError("That compression method is not supported")


def _crc_step(crc, byte):
    crc ^= byte
    for _ in range(8):
        crc = crc >> 1 ^ 0xedb88320 if crc & 1 else crc >> 1
    return crc


class _ZipDecrypter:
    """The old cipher of PKZIP."""

    def __init__(self, password):
        self.table = [_crc_step(0, b) for b in range(256)]
        self.k0, self.k1, self.k2 = 0x12345678, 0x23456789, 0x34567890
        for b in password:
            self._update(b)

    def _update(self, b):
        self.k0 = self.k0 >> 8 ^ self.table[(self.k0 ^ b) & 255]
        self.k1 = ((self.k1 + (self.k0 & 255)) * 134775813 + 1) & 0xffffffff
        self.k2 = self.k2 >> 8 ^ self.table[(self.k2 ^ self.k1 >> 24) & 255]

    def __call__(self, data):
        out = bytearray()
        for c in data:
            k = self.k2 | 2
            c ^= (k * (k ^ 1)) >> 8 & 255
            self._update(c)
            out.append(c)
        return bytes(out)


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
        self._stream = zlib.decompressobj(-15) if self._kind == ZIP_DEFLATED else None
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
                if self._eof:
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
        level = zinfo._compresslevel
        self._stream = zlib.compressobj(-1 if level is None else level, zlib.DEFLATED, -15) \
            if zinfo.compress_type == ZIP_DEFLATED else None
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
                if size > ZIP64_LIMIT and not self._zip64:
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


class ZipFile:
    """An archive."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64, self._didModify, self.debug = allowZip64, False, 0
        self.NameToInfo, self.filelist = {}, []
        self.compression, self.compresslevel, self.mode, self.pwd = compression, compresslevel, mode, None
        self._comment, self._strict_timestamps, self.metadata_encoding = b"", strict_timestamps, metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        if isinstance(file, str):
            self._filePassed, self.filename = 0, file
            wanted = {"r": "rb", "w": "w+b", "x": "x+b", "a": "r+b"}[mode]
            try:
                self.fp = io._open(file, wanted)
            except OSError:
                if mode != "a":
                    raise
                self.fp = io._open(file, "w+b")
        else:
            self._filePassed, self.fp, self.filename = 1, file, getattr(file, "name", None)
        self._fileRefCnt, self._seekable, self._writing = 1, True, False
        begin = {"r": self._RealGetContents, "a": self._begin_appending}.get(mode, self._begin_writing)
        try:
            begin()
        except BaseException:
            fp, self.fp = self.fp, None
            self._fpclose(fp)
            raise

    def _begin_writing(self):
        self._didModify = True
        try:
            start = self.fp.tell()
        except (AttributeError, OSError):
            start, self.fp, self._seekable = 0, _Tellable(self.fp), False
        self.start_dir = start
        try:
            if self._seekable:
                self.fp.seek(start)
        except (AttributeError, OSError):
            self._seekable = False

    def _begin_appending(self):
        """New files replace the directory of the archive; what is no archive yet gets one at its end."""
        try:
            self._RealGetContents()
        except BadZipFile:
            self._didModify = True
            self.fp.seek(0, 2)
            self.start_dir = self.fp.tell()
        else:
            self.fp.seek(self.start_dir)

    def __exit__(self, type, value, traceback):
        self.close()

    def __enter__(self):
        return self

    def __repr__(self):
        parts = ["<%s.%s" % (self.__class__.__module__, self.__class__.__qualname__)]
        if self.fp is not None:
            if self._filePassed:
                parts.append(" file=%r" % self.fp)
            elif self.filename is not None:
                parts.append(" filename=%r" % self.filename)
            parts.append(" mode=%r" % self.mode)
        else:
            parts.append(" [closed]")
        return "".join(parts) + ">"

    def _RealGetContents(self):
        fp = self.fp
        try:
            found = _find_end(fp)
        except OSError:
            raise BadZipFile("File is not a zip file") from None
        if not found:
            raise BadZipFile("File is not a zip file")
        fields, self._comment, place = found
        size, offset = fields[5], fields[6]
        concat = place - size - offset
        self.start_dir = offset + concat
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        fp.seek(self.start_dir)
        data = fp.read(size)
        at = 0
        while at < size:
            record = data[at:at + 46]
            if len(record) != 46:
                raise BadZipFile("Truncated central directory")
            f = _CENTRAL.unpack(record)
            if f[0] != b"PK\001\002":
                raise BadZipFile("Bad magic number for central directory")
            at += 46
            name = data[at:at + f[12]]
            at += f[12]
            name = name.decode("utf-8") if f[5] & 0x800 else name.decode(self.metadata_encoding or "cp437")
            info = ZipInfo(name)
            info.extra = data[at:at + f[13]]
            at += f[13]
            info.comment = data[at:at + f[14]]
            at += f[14]
            (info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits,
             info.compress_type, clock, date, info.CRC, info.compress_size, info.file_size) = f[1:12]
            if info.extract_version > MAX_EXTRACT_VERSION:
                raise NotImplementedError("zip file version %.1f" % (info.extract_version / 10))
            info.volume, info.internal_attr, info.external_attr, info.header_offset = f[15:19]
            info._raw_time = clock
            info.date_time = ((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63,
                              (clock & 31) * 2)
            info._decodeExtra()
            info.header_offset += concat
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info

    def namelist(self):
        return [info.filename for info in self.filelist]

    def infolist(self):
        return self.filelist

    def printdir(self, file=None):
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """The first bad file, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename, "r") as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def setpassword(self, pwd):
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        return self._comment

    @comment.setter
    def comment(self, value):
        if not isinstance(value, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(value).__name__)
        if ZIP_MAX_COMMENT < len(value):
            import warnings
            warnings.warn("Archive comment is too long; truncating to %d bytes" % ZIP_MAX_COMMENT, stacklevel=2)
        self._comment, self._didModify = value[:ZIP_MAX_COMMENT], True

    def read(self, name, pwd=None):
        """The bytes of a file."""
        with self.open(name, "r", pwd) as fp:
            return fp.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """A file of the archive, for reading or writing."""
        if mode not in ("r", "w"):
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the "
                             "writing handle before trying to read.")
        self._fileRefCnt += 1
        shared = _SharedFile(self.fp, info.header_offset, self._fpclose, None, lambda: self._writing)
        try:
            header = shared.read(30)
            if len(header) != 30:
                raise BadZipFile("Truncated file header")
            f = _LOCAL.unpack(header)
            if f[0] != b"PK\003\004":
                raise BadZipFile("Bad magic number for file header")
            fname = shared.read(f[10])
            if f[11]:
                shared.seek(f[11], 1) if False else shared.read(f[11])
            if info.flag_bits & 0x20:
                raise NotImplementedError("compressed patched data (flag bit 5)")
            if info.flag_bits & 0x40:
                raise NotImplementedError("strong encryption (flag bit 6)")
            fname = fname.decode("utf-8" if f[3] & 0x800 else self.metadata_encoding or "cp437")
            if fname != info.orig_filename:
                raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename,
                                                                                   fname.encode()))
            if info.flag_bits & 1:
                pwd = pwd or self.pwd
                if pwd and not isinstance(pwd, bytes):
                    raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
                if not pwd:
                    raise RuntimeError("File %r is encrypted, password required for extraction" % name)
            else:
                pwd = None
            _check_compression_read(info.compress_type)
            return ZipExtFile(shared, mode, info, pwd, True)
        except BaseException:
            shared.close()
            raise

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError("force_zip64 is True, but allowZip64 was False when opening the ZIP file.")
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the "
                             "first handle before opening another.")
        info.compress_size = info.CRC = 0
        info.flag_bits = 0
        if not self._seekable:
            info.flag_bits |= 8
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile("Filesize would require ZIP64 extensions")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, info, zip64)

    def extract(self, member, path=None, pwd=None):
        """Writes a file of the archive into a folder: its path."""
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        path = os.getcwd() if path is None else os.fspath(path)
        for info in self.namelist() if members is None else members:
            self._extract_member(info, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
        name = os.path.splitdrive(member.filename.replace("/", os.path.sep))[1]
        name = os.path.sep.join([x for x in name.split(os.path.sep) if x not in ("", os.path.curdir, os.path.pardir)])
        if not name and not member.is_dir():
            raise ValueError("Empty filename.")
        target = os.path.normpath(os.path.join(targetpath, name))
        above = os.path.dirname(target)
        if above and not os.path.exists(above):
            os.makedirs(above)
        if member.is_dir():
            if not os.path.isdir(target):
                os.mkdir(target)
            return target
        import shutil
        with self.open(member, pwd=pwd) as source, io._open(target, "wb") as out:
            shutil.copyfileobj(source, out)
        return target

    def _writecheck(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn("Duplicate name: %r" % info.filename, stacklevel=3)
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")
        _check_compression(info.compress_type)
        if not self._allowZip64:
            need = "Files count" if len(self.filelist) >= ZIP_FILECOUNT_LIMIT else \
                "Filesize" if info.file_size > ZIP64_LIMIT else \
                "Zipfile size" if info.header_offset > ZIP64_LIMIT else None
            if need:
                raise LargeZipFile(need + " would require ZIP64 extensions")

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Puts a file into the archive."""
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists")
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info._compresslevel = self.compresslevel if compresslevel is None else compresslevel
        import shutil
        with io._open(filename, "rb") as source, self.open(info, "w") as out:
            shutil.copyfileobj(source, out, 1024 * 8)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Puts text or bytes into the archive."""
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info._compresslevel = self.compression, self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info._compresslevel = compresslevel
        info.file_size = len(data)
        with self.open(info, "w") as out:
            out.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Puts a folder into the archive."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            if not name.endswith("/"):
                name += "/"
            info = ZipInfo(name)
            info.external_attr = (0o40000 | mode) << 16 & 0xffffffff | 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info
        self.fp.write(info.FileHeader(False))
        self.start_dir = self.fp.tell()

    def __del__(self):
        self.close()

    def close(self):
        """Writes the directory of the archive, if need be, and closes it."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing "
                             "handle before closing the zip.")
        try:
            if self.mode in ("w", "x", "a") and self._didModify:
                if self._seekable:
                    self.fp.seek(self.start_dir)
                self._write_end_record()
        finally:
            fp, self.fp = self.fp, None
            self._fpclose(fp)

    def _write_end_record(self):
        for info in self.filelist:
            dt = info.date_time
            date = (dt[0] - 1980) << 9 | dt[1] << 5 | dt[2]
            clock = dt[3] << 11 | dt[4] << 5 | dt[5] // 2
            large, version = [], 0
            size, packed, offset = info.file_size, info.compress_size, info.header_offset
            if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
                large += [size, packed]
                size = packed = 0xffffffff
            if offset > ZIP64_LIMIT:
                large.append(offset)
                offset = 0xffffffff
            extra = info.extra
            if large:
                extra = struct.pack("<HH" + "Q" * len(large), 1, 8 * len(large), *large) + extra
                version = ZIP64_VERSION
            info.extract_version = max(version, info.extract_version)
            info.create_version = max(version, info.create_version)
            name, flags = info._encode()
            self.fp.write(_CENTRAL.pack(b"PK\001\002", info.create_version, info.create_system, info.extract_version,
                                        info.reserved, flags, info.compress_type, clock, date, info.CRC, packed, size,
                                        len(name), len(extra), len(info.comment), 0, info.internal_attr,
                                        info.external_attr, offset) + name + extra + info.comment)
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        need = "Files count" if count > ZIP_FILECOUNT_LIMIT else \
            "Central directory offset" if offset > ZIP64_LIMIT else \
            "Central directory size" if size > ZIP64_LIMIT else None
        if need:
            if not self._allowZip64:
                raise LargeZipFile(need + " would require ZIP64 extensions")
            self.fp.write(_END64.pack(b"PK\006\006", 44, 45, 45, 0, 0, count, count, size, offset))
            self.fp.write(_LOCATOR.pack(b"PK\006\007", 0, end, 1))
            count, size, offset = min(count, 0xffff), min(size, 0xffffffff), min(offset, 0xffffffff)
        self.fp.write(_END.pack(b"PK\005\006", 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()

    def _fpclose(self, fp):
        self._fileRefCnt -= 1
        if not self._fileRefCnt and not self._filePassed:
            fp.close()


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


def _check_compression_read(kind):
    if kind not in (ZIP_STORED, ZIP_DEFLATED):
        name = compressor_names.get(kind)
        if name:
            raise NotImplementedError("compression type %d (%s)" % (kind, name))
        raise NotImplementedError("compression type %d" % kind)


class PyZipFile(ZipFile):
    """An archive of Python modules."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        ZipFile.__init__(self, file, mode, compression, allowZip64)

    def writepy(self, pathname, basename="", filterfunc=None):
        for name in sorted(os.listdir(pathname)) if os.path.isdir(pathname) else [pathname]:
            full = os.path.join(pathname, name) if os.path.isdir(pathname) else pathname
            if full.endswith(".py") and (filterfunc is None or filterfunc(full)):
                self.write(full, basename + "/" + os.path.basename(full) if basename else os.path.basename(full))


class Path:
    """A path within an archive."""

    def __init__(self, root, at=""):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def _names(self):
        names = self.root.namelist()
        known = set(names)
        for name in names:
            parts = name.rstrip("/").split("/")[:-1]
            for i in range(1, len(parts) + 1):
                folder = "/".join(parts[:i]) + "/"
                if folder not in known:
                    known.add(folder)
                    names.append(folder)
        return names

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode="r", *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def _next(self, at):
        return self.__class__(self.root, at)

    def exists(self):
        """Whether the archive has it."""
        return self.at in self._names()

    def is_dir(self):
        """Whether it is a folder."""
        return self.at[-1:] in ("", "/")

    def is_file(self):
        """Whether it is a file in the archive."""
        return not self.is_dir() and self.exists()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if name.rstrip("/").rpartition("/")[0] == self.at.rstrip("/") and name != self.at:
                yield self._next(name)

    def joinpath(self, *other):
        at = self.at
        for part in other:
            at = (at.rstrip("/") + "/" if at else "") + part
        names = self._names()
        return self._next(at + "/" if at + "/" in names and at not in names else at)

    __truediv__ = joinpath

    @property
    def name(self):
        return self.at.rstrip("/").rpartition("/")[2] or os.path.basename(self.root.filename or "")

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def parent(self):
        if not self.at:
            return os.path.dirname(self.root.filename)
        above = self.at.rstrip("/").rpartition("/")[0]
        return self._next(above + "/" if above else "")

    def __str__(self):
        return os.path.join(self.root.filename or "", self.at)

    def __repr__(self):
        return "%s(%r, %r)" % (self.__class__.__name__, self.root.filename, self.at)
