"""Archives: the list of members, and what is read from them and added."""
import io
import os
import struct
import time
import zipfile             # for the limits, which tests and users set there
from _zipfile_format import (
    BadZipFile, LargeZipFile, MAX_EXTRACT_VERSION, ZIP64_VERSION,
    ZIP_MAX_COMMENT, ZIP_STORED, ZipInfo, _CENTRAL, _END, _END64, _LOCAL, _LOCATOR, _find_end, _least_version,
    _without_zip64,
)
from _zipfile_packing import _check_compression, _check_compression_read
from _zipfile_streams import ZipExtFile, _SharedFile, _Tellable, _ZipWriteFile

__name__ = "zipfile"        # the module that pickles and messages name


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
        zip64 = force_zip64 or info.file_size * 1.05 > zipfile.ZIP64_LIMIT
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
            need = "Files count" if len(self.filelist) >= zipfile.ZIP_FILECOUNT_LIMIT else \
                "Filesize" if info.file_size > zipfile.ZIP64_LIMIT else \
                "Zipfile size" if info.header_offset > zipfile.ZIP64_LIMIT else None
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
            large, version = [], _least_version(info.compress_type)
            size, packed, offset = info.file_size, info.compress_size, info.header_offset
            if size > zipfile.ZIP64_LIMIT or packed > zipfile.ZIP64_LIMIT:
                large += [size, packed]
                size = packed = 0xffffffff
            if offset > zipfile.ZIP64_LIMIT:
                large.append(offset)
                offset = 0xffffffff
            extra = info.extra
            if large:
                # A member that was there before may bring such a field.
                extra = struct.pack("<HH" + "Q" * len(large), 1, 8 * len(large), *large) + _without_zip64(extra)
                version = max(version, ZIP64_VERSION)
            info.extract_version = max(version, info.extract_version)
            info.create_version = max(version, info.create_version)
            name, flags = info._encode()
            self.fp.write(_CENTRAL.pack(b"PK\001\002", info.create_version, info.create_system, info.extract_version,
                                        info.reserved, flags, info.compress_type, clock, date, info.CRC, packed, size,
                                        len(name), len(extra), len(info.comment), 0, info.internal_attr,
                                        info.external_attr, offset) + name + extra + info.comment)
        end = self.fp.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        need = "Files count" if count > zipfile.ZIP_FILECOUNT_LIMIT else \
            "Central directory offset" if offset > zipfile.ZIP64_LIMIT else \
            "Central directory size" if size > zipfile.ZIP64_LIMIT else None
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
