"""The format: numbers, records, and what is known of one member."""
import os
import stat
import struct
import time
import zipfile             # for the limits, which tests and users set there

__name__ = "zipfile"        # the module that pickles and messages name


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


def _least_version(kind):
    """What a reader must know for a method of compression."""
    return {ZIP_BZIP2: 46, ZIP_LZMA: 63}.get(kind, 0)


def _without_zip64(extra):
    """Extra fields without the one of ZIP64."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        if kind != 1:
            kept += extra[at:at + 4 + size]
        at += 4 + size
    return kept + extra[at:]


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
        version = _least_version(self.compress_type)
        if zip64 is None:
            zip64 = size > zipfile.ZIP64_LIMIT or packed > zipfile.ZIP64_LIMIT
        if zip64:
            extra = _without_zip64(extra) + struct.pack("<HHQQ", 1, 16, size, packed)
            size = packed = 0xffffffff
            version = max(version, ZIP64_VERSION)
        elif size > zipfile.ZIP64_LIMIT or packed > zipfile.ZIP64_LIMIT:
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
