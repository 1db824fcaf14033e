"""Tar archives: members in the form of POSIX (pax), GNU and the old ustar, plain or compressed."""
import builtins
import copy
import io
import os
import shutil
import stat
import time
import warnings

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError",
           "ExtractError", "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT",
           "open", "fully_trusted_filter", "data_filter", "tar_filter", "FilterError", "AbsoluteLinkError",
           "OutsideDestinationError", "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError"]

version = "0.9.0"
NUL = b"\0"
BLOCKSIZE = 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC, POSIX_MAGIC = b"ustar  \0", b"ustar\x0000"
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE = b"0", b"\0", b"1", b"2", b"3", b"4"
DIRTYPE, FIFOTYPE, CONTTYPE = b"5", b"6", b"7"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
REGULAR_TYPES = REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE,
                   GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
GNU_TYPES = GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE
PAX_FIELDS = "path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname"
PAX_NAME_FIELDS = {"path", "linkpath", "uname", "gname"}
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}
ENCODING = "utf-8"


class TarError(Exception):
    """What this module raises."""


class ExtractError(TarError):
    pass


class ReadError(TarError):
    pass


class CompressionError(TarError):
    pass


class StreamError(TarError):
    pass


class HeaderError(TarError):
    pass


class EmptyHeaderError(HeaderError):
    pass


class TruncatedHeaderError(HeaderError):
    pass


class EOFHeaderError(HeaderError):
    pass


class InvalidHeaderError(HeaderError):
    pass


class SubsequentHeaderError(HeaderError):
    pass


class FilterError(TarError):
    """A member that a filter refuses."""


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__("member %r has an absolute path" % tarinfo.name)


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__("%r would be extracted to %r, which is outside the destination" % (tarinfo.name, path))


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__("%r is a special file" % tarinfo.name)


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__("%r is a link to an absolute path" % tarinfo.name)


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo, self._path = tarinfo, path
        super().__init__("%r would link to %r, which is outside the destination" % (tarinfo.name, path))


# Filters

def fully_trusted_filter(member, dest_path):
    """Everything, as it is."""
    return member


def _data_mode(member, mode):
    """The rights of data: folders and symbolic links get the usual ones, files are the owner's to read and write."""
    if member.isdir() or member.issym():
        return None
    if not member.isreg() and not member.islnk():
        raise SpecialFileError(member)
    # Only who may run it lets others do so.
    return 0o600 | (mode if mode & 0o100 else mode & ~0o111)


def _checked(member, dest_path, for_data):
    changes = {}
    name = member.name
    root = os.path.realpath(dest_path)
    if name.startswith(("/", os.sep)):
        name = changes["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(root, name))
    if os.path.commonpath([target, root]) != root:
        raise OutsideDestinationError(member, target)
    if member.mode is not None:
        safe = _data_mode(member, member.mode & 0o755) if for_data else member.mode & 0o755
        if safe != member.mode:
            changes["mode"] = safe
    if for_data:
        changes.update((key, None) for key in ("uid", "gid", "uname", "gname") if getattr(member, key) is not None)
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            start = os.path.dirname(name) if member.issym() else ""
            target = os.path.realpath(os.path.join(root, start, member.linkname))
            if os.path.commonpath([target, root]) != root:
                raise LinkOutsideDestinationError(member, target)
    return changes


def tar_filter(member, dest_path):
    """Without places outside and without dangerous modes."""
    changes = _checked(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    """Files, folders and links inside, without owners."""
    changes = _checked(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


_NAMED_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}


# Fields of a header

def stn(s, length, encoding, errors):
    """Text as a field."""
    if s is None:
        raise ValueError("metadata cannot contain None")
    return s.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(s, encoding, errors):
    """The text of a field."""
    return s.split(NUL, 1)[0].decode(encoding, errors)


def nti(s):
    """The number of a field: octal digits, or bytes when it is great or negative."""
    if s[0] in (0o200, 0o377):
        number = int.from_bytes(s[1:], "big")
        return number - 256 ** (len(s) - 1) if s[0] == 0o377 else number
    try:
        return int(nts(s, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """A number as a field."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b"%0*o" % (digits - 1, n) + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        if n >= 0:
            return bytes([0o200]) + n.to_bytes(digits - 1, "big")
        return bytes([0o377]) + (256 ** (digits - 1) + n).to_bytes(digits - 1, "big")
    raise ValueError("overflow in number field")


def calc_chksums(buf):
    """The two sums of a header: of bytes without and with a sign."""
    rest = buf[:148] + buf[156:512]
    total = 256 + sum(rest)
    return total, total - 256 * sum(byte > 127 for byte in rest)


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copies a number of bytes."""
    bufsize = bufsize or 16 * 1024
    if length is None:
        shutil.copyfileobj(src, dst, bufsize)
        return
    while length > 0:
        data = src.read(min(bufsize, length))
        if not data:
            raise exception("unexpected end of data")
        dst.write(data)
        length -= len(data)


def _padding(size):
    return -size % BLOCKSIZE


# Files inside

class _FileInFile(io.RawIOBase):
    """A part of a file as a file; parts that are not stored are zeros."""

    def __init__(self, fileobj, offset, size, name, blockinfo=None):
        self._file, self._offset, self.size, self.name = fileobj, offset, size, name
        self._position = 0
        self._blocks = []
        stored = offset
        for start, length in blockinfo or [(0, size)]:
            self._blocks.append((start, start + length, stored))
            stored += length

    def seekable(self):
        return self._file.seekable() if hasattr(self._file, "seekable") else True

    def writable(self):
        return False

    def readable(self):
        return True

    def flush(self):
        """Nothing is held back."""

    def tell(self):
        return self._position

    def seek(self, position, whence=io.SEEK_SET):
        if whence == io.SEEK_CUR:
            position += self._position
        elif whence == io.SEEK_END:
            position += self.size
        elif whence != io.SEEK_SET:
            raise ValueError("Invalid argument")
        self._position = min(max(position, 0), self.size)
        return self._position

    def readinto(self, b):
        data = self._read(min(len(b), self.size - self._position))
        b[:len(data)] = data
        return len(data)

    def _read(self, count):
        out = b""
        while count > 0:
            for start, end, stored in self._blocks:
                if start <= self._position < end:
                    length = min(count, end - self._position)
                    self._file.seek(stored + self._position - start)
                    part = self._file.read(length)
                    if not part:
                        raise ReadError("unexpected end of data")
                    break
            else:
                following = [start for start, _, _ in self._blocks if start > self._position]
                part = NUL * min(count, min(following, default=self.size) - self._position)
            out += part
            count -= len(part)
            self._position += len(part)
        return out


class ExFileObject(io.BufferedReader):
    """A member as a file."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(_FileInFile(tarfile.fileobj, tarinfo.offset_data, tarinfo.size, tarinfo.name, tarinfo.sparse))


class _Stream:
    """A file that is only read or written forwards, such as a pipe; positions count what has passed."""

    def __init__(self, fileobj, reading):
        self._file, self._reading, self._position = fileobj, reading, 0

    def tell(self):
        return self._position

    def seekable(self):
        return False

    def read(self, size=-1):
        data = self._file.read() if size is None or size < 0 else self._all(size)
        self._position += len(data)
        return data

    def _all(self, size):
        parts = []
        while size > 0:
            part = self._file.read(size)
            if not part:
                break
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def seek(self, position):
        if position < self._position:
            raise StreamError("seeking backwards is not allowed")
        while self._position < position and self.read(min(65536, position - self._position)):
            pass
        return self._position

    def write(self, data):
        self._file.write(data)
        self._position += len(data)

    def close(self):
        self._file.close()


# Members

class TarInfo:
    """What an archive says of one member."""
    __slots__ = ("name", "mode", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname", "gname",
                 "devmajor", "devminor", "offset", "offset_data", "pax_headers", "sparse", "_tarfile",
                 "_sparse_structs", "_link_target")

    def __init__(self, name=""):
        self.name, self.linkname = name, ""
        self.mode, self.uid, self.gid, self.size, self.mtime, self.chksum = 0o644, 0, 0, 0, 0, 0
        self.type = REGTYPE
        self.uname = self.gname = ""
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.pax_headers = {}
        self.sparse = self._tarfile = self._link_target = None

    tarfile = property(lambda self: self._tarfile, lambda self, value: setattr(self, "_tarfile", value))
    path = property(lambda self: self.name, lambda self, value: setattr(self, "name", value))
    linkpath = property(lambda self: self.linkname, lambda self, value: setattr(self, "linkname", value))

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=..., mtime=..., mode=..., linkname=..., uid=..., gid=..., uname=..., gname=...,
                deep=True, _KEEP=...):
        """A copy with other values."""
        made = copy.deepcopy(self) if deep else copy.copy(self)
        for key, value in (("name", name), ("mtime", mtime), ("mode", mode), ("linkname", linkname), ("uid", uid),
                           ("gid", gid), ("uname", uname), ("gname", gname)):
            if value is not _KEEP:
                setattr(made, key, value)
        return made

    def __deepcopy__(self, memo):
        made = copy.copy(self)
        made.pax_headers = dict(self.pax_headers)
        made.sparse = list(self.sparse) if self.sparse else self.sparse
        return made

    def isreg(self):
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)

    # Writing

    def get_info(self):
        name = self.name
        if self.isdir() and not name.endswith("/"):
            name += "/"
        mode = None if self.mode is None else self.mode & 0o7777
        return {"name": name, "mode": mode, "uid": self.uid, "gid": self.gid, "size": self.size, "mtime": self.mtime,
                "chksum": self.chksum, "type": self.type, "linkname": self.linkname, "uname": self.uname,
                "gname": self.gname, "devmajor": self.devmajor, "devminor": self.devminor}

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The header, with those before it that long names need."""
        info = self.get_info()
        missing = next((name for name in info if info[name] is None), None)
        if missing is not None:
            raise ValueError("%s may not be None" % missing)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        makers = {USTAR_FORMAT: self.create_ustar_header, GNU_FORMAT: self.create_gnu_header}
        if format not in makers:
            raise ValueError("invalid format")
        return makers[format](info, encoding, errors)

    def create_ustar_header(self, info, encoding, errors):
        info["magic"] = POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = self._halves(info["name"], encoding, errors)
        return self._header(info, USTAR_FORMAT, encoding, errors)

    @staticmethod
    def _halves(name, encoding, errors):
        """A name in two parts, at a slash."""
        parts = name.split("/")
        for k in range(1, len(parts)):
            head, tail = "/".join(parts[:k]), "/".join(parts[k:])
            if len(head.encode(encoding, errors)) <= LENGTH_PREFIX and len(tail.encode(encoding, errors)) <= LENGTH_NAME:
                return head, tail
        raise ValueError("name is too long")

    def create_gnu_header(self, info, encoding, errors):
        info["magic"] = GNU_MAGIC
        data = b""
        for key, limit, kind in (("linkname", LENGTH_LINK, GNUTYPE_LONGLINK), ("name", LENGTH_NAME, GNUTYPE_LONGNAME)):
            text = info[key].encode(encoding, errors)
            if len(text) > limit:
                data += self._extra("././@LongLink", kind, text + NUL, GNU_FORMAT, encoding, errors)
        return data + self._header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        info["magic"] = POSIX_MAGIC
        records = dict(self.pax_headers)
        for name, field, limit in (("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK),
                                   ("uname", "uname", 32), ("gname", "gname", 32)):
            if field in records:
                continue
            if not info[name].isascii() or len(info[name]) > limit:
                records[field] = info[name]
        for name, digits in (("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12)):
            value = info[name]
            if isinstance(value, float):
                info[name] = int(round(value))
                if name not in records and value != int(value):
                    records[name] = str(value)
            if not 0 <= info[name] < 8 ** (digits - 1):
                records.setdefault(name, str(value))
                info[name] = 0
        data = b""
        if records:
            data = self._extra("././@PaxHeader", XHDTYPE, _pax_records(records), USTAR_FORMAT, "ascii", "replace")
        return data + self._header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        return cls._extra("././@PaxHeader", XGLTYPE, _pax_records(pax_headers), USTAR_FORMAT, "ascii", "replace")

    @staticmethod
    def _extra(name, kind, data, format, encoding, errors):
        info = {"name": name, "type": kind, "size": len(data),
                "magic": GNU_MAGIC if format == GNU_FORMAT else POSIX_MAGIC}
        return TarInfo._header(info, format, encoding, errors) + data + NUL * _padding(len(data))

    @staticmethod
    def _header(info, format, encoding, errors):
        device = info.get("type") in (CHRTYPE, BLKTYPE)
        numbers = [itn(info.get(name, 0), digits, format) for name, digits in
                   (("mode", 8), ("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12))]
        numbers[0] = itn(info.get("mode", 0) & 0o7777, 8, format)
        parts = [stn(info.get("name", ""), 100, encoding, errors), *numbers, b" " * 8, info.get("type", REGTYPE),
                 stn(info.get("linkname", ""), 100, encoding, errors), info.get("magic", POSIX_MAGIC),
                 stn(info.get("uname", ""), 32, encoding, errors), stn(info.get("gname", ""), 32, encoding, errors),
                 itn(info.get("devmajor", 0), 8, format) if device else NUL * 8,
                 itn(info.get("devminor", 0), 8, format) if device else NUL * 8,
                 stn(info.get("prefix", ""), 155, encoding, errors)]
        block = b"".join(parts).ljust(BLOCKSIZE, NUL)
        return block[:148] + b"%06o\0" % calc_chksums(block)[0] + block[155:]

    # Reading

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member that a header tells of."""
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header") if buf else EmptyHeaderError("empty header")
        if not any(buf):
            raise EOFHeaderError("end of file header")
        self = cls()
        self.chksum = nti(buf[148:156])
        if self.chksum not in calc_chksums(buf):
            raise InvalidHeaderError("bad checksum")
        self.name = nts(buf[:100], encoding, errors)
        self.mode, self.uid, self.gid = nti(buf[100:108]), nti(buf[108:116]), nti(buf[116:124])
        self.size, self.mtime = nti(buf[124:136]), nti(buf[136:148])
        self.type = buf[156:157]
        self.linkname = nts(buf[157:257], encoding, errors)
        self.uname, self.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if self.type == AREGTYPE and self.name.endswith("/"):
            self.type = DIRTYPE
        if self.type == GNUTYPE_SPARSE:
            pairs = [(nti(buf[k:k + 12]), nti(buf[k + 12:k + 24])) for k in range(386, 386 + 96, 24) if buf[k]]
            self._sparse_structs = pairs, bool(buf[482]), nti(buf[483:495])
        if self.isdir():
            self.name = self.name.rstrip("/")
        if prefix and self.type not in GNU_TYPES:
            self.name = prefix + "/" + self.name
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        buf = tarfile.fileobj.read(BLOCKSIZE)
        self = cls.frombuf(buf, tarfile.encoding, tarfile.errors)
        self.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return self._complete(tarfile)

    def _block(self, tarfile):
        data = tarfile.fileobj.read(self.size + _padding(self.size))
        if len(data) < self.size:
            raise ReadError("unexpected end of data")
        return data[:self.size]

    def _follower(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None

    def _complete(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            text = nts(self._block(tarfile), tarfile.encoding, tarfile.errors)
            member = self._follower(tarfile)
            member.offset = self.offset
            if self.type == GNUTYPE_LONGNAME:
                member.name = text.rstrip("/") if member.isdir() else text
            else:
                member.linkname = text
            return member
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._complete_pax(tarfile)
        if self.type == GNUTYPE_SPARSE:
            self._read_sparse(tarfile)
            return self
        self.offset_data = tarfile.fileobj.tell()
        following = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            following += self.size + _padding(self.size)
        tarfile.offset = following
        self._apply_pax(tarfile.pax_headers, tarfile)
        return self

    def _read_sparse(self, tarfile):
        pairs, more, size = self._sparse_structs
        while more:
            block = tarfile.fileobj.read(BLOCKSIZE)
            pairs += [(nti(block[k:k + 12]), nti(block[k + 12:k + 24])) for k in range(0, 504, 24) if block[k]]
            more = bool(block[504])
        self.sparse = [pair for pair in pairs if pair[1]] or [(0, 0)]
        self.offset_data = tarfile.fileobj.tell()
        tarfile.offset = self.offset_data + self.size + _padding(self.size)
        self.size = size

    def _complete_pax(self, tarfile):
        data = self._block(tarfile)
        records = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        position = 0
        while position < len(data) and data[position]:
            length, space, _ = data[position:position + 20].partition(b" ")
            if not space or not length.isdigit() or int(length) < len(length) + 3:
                raise InvalidHeaderError("invalid header")
            record = data[position + len(length) + 1:position + int(length) - 1]
            name, sign, value = record.partition(b"=")
            if not sign:
                raise InvalidHeaderError("invalid header")
            name = name.decode("utf-8", "surrogateescape")
            value = value.decode("utf-8", tarfile.errors)
            records[name] = value
            position += int(length)
        member = self._follower(tarfile)
        if self.type == XGLTYPE:
            return member
        if "GNU.sparse.map" in records:
            numbers = [int(number) for number in records["GNU.sparse.map"].split(",")]
            member.sparse = list(zip(numbers[::2], numbers[1::2]))
        elif records.get("GNU.sparse.major") == "1":
            member._sparse_10(tarfile)
        member._apply_pax(records, tarfile)
        member.offset = self.offset
        if "size" in records:
            following = member.offset_data
            if member.isreg() or member.type not in SUPPORTED_TYPES:
                following += int(records["size"]) + _padding(int(records["size"]))
            tarfile.offset = following
        return member

    def _sparse_10(self, tarfile):
        file = tarfile.fileobj
        file.seek(self.offset_data)
        text = file.read(BLOCKSIZE)
        while text.count(b"\n") < 1 + 2 * int(text.split(b"\n", 1)[0]):
            text += file.read(BLOCKSIZE)
        numbers = [int(number) for number in text.split(b"\n")[1:1 + 2 * int(text.split(b"\n", 1)[0])]]
        self.offset_data = file.tell()
        self.sparse = list(zip(numbers[::2], numbers[1::2]))

    def _apply_pax(self, records, tarfile):
        for name, value in records.items():
            if name == "GNU.sparse.name":
                self.path = value
            elif name in ("GNU.sparse.size", "GNU.sparse.realsize"):
                self.size = int(value)
            elif name in PAX_FIELDS:
                if name in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[name](value)
                    except ValueError:
                        value = 0
                if name == "path":
                    value = value.rstrip("/")
                setattr(self, name, value)
        self.pax_headers = dict(records)


def _pax_records(records):
    data = b""
    for name, value in records.items():
        body = b" " + name.encode("utf-8", "surrogateescape") + b"=" + value.encode("utf-8", "surrogateescape") + b"\n"
        # The length counts its own digits.
        total = len(body)
        while total != len(body) + len(str(total)):
            total = len(body) + len(str(total))
        data += str(total).encode("ascii") + body
    return data


# Archives

class TarFile:
    """An archive that is read or written."""
    debug = 0
    dereference = False
    ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding = ENCODING
    errors = None
    tarinfo = TarInfo
    fileobject = ExFileObject
    extraction_filter = None
    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None,
                 ignore_zeros=None, encoding=None, errors="surrogateescape", pax_headers=None, debug=None,
                 errorlevel=None, copybufsize=None):
        modes = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
        if mode not in modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        self.mode, self._mode = mode, modes[mode]
        self._extfileobj = fileobj is not None
        if fileobj is None:
            if mode == "a" and not os.path.exists(name):
                self.mode, self._mode = "w", "wb"
            fileobj = builtins.open(name, self._mode)
        else:
            own = getattr(fileobj, "name", None)
            if name is None and isinstance(own, (str, bytes)):
                name = own
            if hasattr(fileobj, "mode") and isinstance(fileobj.mode, str):
                self._mode = fileobj.mode
        self.name = os.path.abspath(name) if name else None
        self.fileobj = fileobj
        given = {"format": format, "tarinfo": tarinfo, "dereference": dereference, "ignore_zeros": ignore_zeros,
                 "encoding": encoding, "debug": debug, "errorlevel": errorlevel}
        for key, value in given.items():
            if value is not None:
                setattr(self, key, value)
        self.errors = errors
        self.pax_headers = dict(pax_headers) if pax_headers and self.format == PAX_FORMAT else {}
        self.copybufsize = copybufsize
        self.closed = False
        self.members, self._loaded = [], False
        self.offset = fileobj.tell()
        self.inodes = {}
        self.firstmember = None
        try:
            if self.mode == "r":
                self.firstmember = self.next()
            elif self.mode == "a":
                self._go_to_end()
            if self.mode in "awx" and self.pax_headers:
                buf = self.tarinfo.create_pax_global_header(self.pax_headers.copy())
                fileobj.write(buf)
                self.offset += len(buf)
        except:
            if not self._extfileobj:
                fileobj.close()
            self.closed = True
            raise
        if self.mode != "r":
            self._loaded = True

    def _go_to_end(self):
        while True:
            self.fileobj.seek(self.offset)
            try:
                self.members.append(self.tarinfo.fromtarfile(self))
            except EOFHeaderError:
                self.fileobj.seek(self.offset)
                return
            except HeaderError as error:
                raise ReadError(str(error)) from None

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Opens an archive; mode "r" finds out how it is compressed."""
        if not name and not fileobj:
            raise ValueError("nothing to open")
        if mode in ("r", "r:*"):
            start = fileobj.tell() if fileobj is not None else 0
            problems = []
            # The plain form comes last: nearly anything could be one.
            for kind in sorted(cls.OPEN_METH, key=lambda kind: (kind == "tar", kind)):
                try:
                    return getattr(cls, cls.OPEN_METH[kind])(name, "r", fileobj, **kwargs)
                except (ReadError, CompressionError) as error:
                    problems.append("- method %s: %r" % (kind, error))
                    if fileobj is not None:
                        fileobj.seek(start)
            raise ReadError("file could not be opened successfully:\n" + "\n".join(problems))
        if ":" in mode:
            filemode, _, kind = mode.partition(":")
            kind = kind or "tar"
            if kind not in cls.OPEN_METH:
                raise CompressionError("unknown compression type %r" % kind)
            return getattr(cls, cls.OPEN_METH[kind])(name, filemode or "r", fileobj, **kwargs)
        if "|" in mode:
            return cls._open_stream(name, *mode.split("|", 1), fileobj, kwargs)
        if mode in ("a", "w", "x"):
            return cls.taropen(name, mode, fileobj, **kwargs)
        raise ValueError("undiscernible mode")

    @classmethod
    def _open_stream(cls, name, filemode, kind, fileobj, kwargs):
        filemode = filemode or "r"
        if filemode not in ("r", "w"):
            raise ValueError("mode must be 'r' or 'w'")
        own = fileobj is None
        file = builtins.open(name, filemode + "b") if own else fileobj
        if kind == "*":
            head = file.read(BLOCKSIZE)
            kind = _compression(head) or "tar"
            file = _Ahead(head, file)
        if kind in ("", "tar"):
            inner = file
        else:
            inner = _compressor(kind)(file, filemode)
        made = cls(name, filemode, _Stream(inner, filemode == "r"), **kwargs)
        made._extfileobj = False
        made._closes = [] if own else [file]
        return made

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        if mode not in ("r", "a", "w", "x"):
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def _packed(cls, kind, name, mode, fileobj, level, kwargs):
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        try:
            file = _compressor(kind)(fileobj or name, mode + "b" if kind == "gz" else mode, **level)
        except NotImplementedError:
            raise CompressionError("%s module is not available" % ("lzma" if kind == "xz" else kind)) from None
        except OSError as error:
            if fileobj is not None and mode == "r":
                raise ReadError("not a %s file" % kind) from error
            raise
        try:
            made = cls.taropen(name, mode, file, **kwargs)
        except (OSError, EOFError) as error:
            file.close()
            if mode == "r":
                raise ReadError("not a %s file" % kind) from error
            raise
        except Exception as error:
            file.close()
            if type(error).__name__ in ("LZMAError", "error", "BadGzipFile"):
                raise ReadError("not a %s file" % kind) from error
            raise
        made._extfileobj = False
        return made

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        if mode not in ("r", "w", "x"):
            raise ValueError("mode must be 'r', 'w' or 'x'")
        from gzip import GzipFile
        try:
            file = GzipFile(name, mode + "b", compresslevel, fileobj)
        except OSError as error:
            if fileobj is not None and mode == "r":
                raise ReadError("not a gzip file") from error
            raise
        try:
            made = cls.taropen(name, mode, file, **kwargs)
        except (OSError, EOFError) as error:
            file.close()
            if mode == "r":
                raise ReadError("not a gzip file") from error
            raise
        except:
            file.close()
            raise
        made._extfileobj = False
        return made

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        level = {} if mode == "r" else {"compresslevel": compresslevel}
        return cls._packed("bz2", name, mode, fileobj, level, kwargs)

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        return cls._packed("xz", name, mode, fileobj, {} if mode == "r" else {"preset": preset}, kwargs)

    def close(self):
        """Ends the archive: two empty blocks, and more until a record is full."""
        if self.closed:
            return
        self.closed, ending = True, BLOCKSIZE * 2
        try:
            if self.mode != "r":
                self.offset += ending
                self.fileobj.write(NUL * (ending + -self.offset % RECORDSIZE))
        finally:
            self._drop_file()

    def _drop_file(self):
        if not self._extfileobj:
            self.fileobj.close()

    def _check(self, mode=None):
        if self.closed:
            raise OSError("%s is closed" % self.__class__.__name__)
        if mode is not None and self.mode not in mode:
            raise OSError("bad operation for mode %r" % self.mode)

    # Members

    def getmember(self, name):
        found = self._getmember(name.rstrip("/"))
        if found is None:
            raise KeyError("filename %r not found" % name)
        return found

    def getmembers(self):
        self._check()
        if not self._loaded:
            self._load()
        return self.members

    def getnames(self):
        return [member.name for member in self.getmembers()]

    def _load(self):
        if not self._loaded:
            while self.next() is not None:
                pass
            self._loaded = True

    def _getmember(self, name, tarinfo=None, normalize=False):
        members = self.getmembers()
        if tarinfo is not None:
            try:
                members = members[:members.index(tarinfo)]
            except ValueError:
                members = self.getmembers()
        wanted = os.path.normpath(name) if normalize else name
        for member in reversed(members):
            if wanted == (os.path.normpath(member.name) if normalize else member.name):
                return member
        return None

    def _go_to_header(self):
        """Goes to where the next header begins; False if there is none."""
        begin = self.offset
        if self.fileobj.tell() == begin:
            return True
        if begin > 0:
            # The byte before it must be there.
            self.fileobj.seek(begin - 1)
            if self.fileobj.read(1) == b"":
                raise ReadError("unexpected end of data")
        return begin > 0

    def next(self):
        """The next member; None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if not self._go_to_header():
            return None
        member = None
        while True:
            try:
                member = self.tarinfo.fromtarfile(self)
            except EOFHeaderError:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
            except InvalidHeaderError as error:
                if self.ignore_zeros:
                    self.offset += BLOCKSIZE
                    continue
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except EmptyHeaderError:
                if self.offset == 0:
                    raise ReadError("empty file") from None
            except TruncatedHeaderError as error:
                if self.offset == 0:
                    raise ReadError(str(error)) from None
            except SubsequentHeaderError as error:
                raise ReadError(str(error)) from None
            except Exception as error:
                if type(error).__name__ == "error" and type(error).__module__ == "zlib":
                    raise ReadError("zlib error: %s" % error) from None
                raise
            break
        if member is not None:
            member._tarfile = self
            self.members.append(member)
        else:
            self._loaded = True
        return member

    def __iter__(self):
        if self.firstmember is not None and not self._loaded:
            # It was read already: this only takes it.
            self.next()
        told = 0
        while told < len(self.members) or not self._loaded and self.next() is not None:
            yield self.members[told]
            told += 1

    def __exit__(self, kind, error, traceback):
        if kind is not None:
            # An archive that is not whole gets no end.
            self._drop_file()
            self.closed = True
        else:
            self.close()

    def __enter__(self):
        self._check()
        return self

    def list(self, verbose=True, *, members=None):
        """Prints what is inside."""
        self._check()
        for member in members if members is not None else self:
            words = []
            if verbose:
                words.append("??????????" if member.mode is None else stat.filemode(_TYPE_BITS.get(member.type, 0) | member.mode))
                words.append("%s/%s" % (member.uname or member.uid, member.gname or member.gid))
                if member.ischr() or member.isblk():
                    words.append("%10s" % ("%d,%d" % (member.devmajor, member.devminor)))
                else:
                    words.append("%10d" % member.size)
                words.append("????-??-?? ??:??:??" if member.mtime is None
                             else "%d-%02d-%02d %02d:%02d:%02d" % time.localtime(member.mtime)[:6])
            words.append(member.name + ("/" if member.isdir() else ""))
            if verbose:
                if member.issym():
                    words.append("-> " + member.linkname)
                if member.islnk():
                    words.append("link to " + member.linkname)
            print(*words, end=" \n")

    # Adding

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """The member that a file would be; None for what an archive cannot hold."""
        self._check("awx")
        if fileobj is not None:
            name = fileobj.name
        arcname = os.fspath(name if arcname is None else arcname)
        arcname = os.path.splitdrive(arcname)[1].replace(os.sep, "/").lstrip("/")
        member = self.tarinfo()
        member._tarfile = self
        if fileobj is not None:
            info = os.fstat(fileobj.fileno())
        else:
            info = os.stat(name) if self.dereference else os.lstat(name)
        mode, link = info.st_mode, ""
        if stat.S_ISREG(mode):
            key = info.st_ino, info.st_dev
            if not self.dereference and info.st_nlink > 1 and key in self.inodes and arcname != self.inodes[key]:
                kind, link = LNKTYPE, self.inodes[key]
            else:
                kind = REGTYPE
                if key[0]:
                    self.inodes[key] = arcname
        elif stat.S_ISDIR(mode):
            kind = DIRTYPE
        elif stat.S_ISFIFO(mode):
            kind = FIFOTYPE
        elif stat.S_ISLNK(mode):
            kind, link = SYMTYPE, os.readlink(name)
        elif stat.S_ISCHR(mode):
            kind = CHRTYPE
        elif stat.S_ISBLK(mode):
            kind = BLKTYPE
        else:
            return None
        member.name, member.type, member.linkname = arcname, kind, link
        member.mode, member.uid, member.gid, member.mtime = mode, info.st_uid, info.st_gid, info.st_mtime
        member.size = info.st_size if kind == REGTYPE else 0
        try:
            import pwd
            member.uname = pwd.getpwuid(member.uid)[0]
        except (ImportError, KeyError):
            pass
        try:
            import grp
            member.gname = grp.getgrgid(member.gid)[0]
        except (ImportError, KeyError):
            pass
        if kind in (CHRTYPE, BLKTYPE):
            member.devmajor, member.devminor = os.major(info.st_rdev), os.minor(info.st_rdev)
        return member

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with all that is in it."""
        self._check("awx")
        name = os.fspath(name)
        arcname = name if arcname is None else os.fspath(arcname)
        if self.name is not None and os.path.abspath(name) == self.name:
            return
        member = self.gettarinfo(name, arcname)
        if member is None:
            return
        if filter is not None:
            member = filter(member)
            if member is None:
                return
        if member.isreg():
            with builtins.open(name, "rb") as file:
                self.addfile(member, file)
            return
        self.addfile(member)
        if member.isdir() and recursive:
            for inner in sorted(os.listdir(name)):
                self.add(os.path.join(name, inner), os.path.join(arcname, inner), recursive, filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member, with the data of a file."""
        self._check("awx")
        added = copy.copy(tarinfo)
        header = added.tobuf(self.format, self.encoding, self.errors)
        self.offset += len(header)
        self.fileobj.write(header)
        if fileobj is not None:
            copyfileobj(fileobj, self.fileobj, added.size, bufsize=self.copybufsize)
            padding = _padding(added.size)
            self.fileobj.write(NUL * padding)
            self.offset += added.size + padding
        self.members.append(added)

    # Extracting

    def _filter(self, filter):
        if filter is None:
            own = self.extraction_filter
            if isinstance(own, str):
                raise TypeError("String names are not supported for TarFile.extraction_filter. "
                                "Use a function such as tarfile.data_filter directly.")
            return fully_trusted_filter if own is None else own
        if callable(filter):
            return filter
        if filter not in _NAMED_FILTERS:
            raise ValueError("filter %r not found" % filter)
        return _NAMED_FILTERS[filter]

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Writes all members below a folder."""
        filter = self._filter(filter)
        folders = []
        for member in self if members is None else members:
            wanted = self._wanted(member, filter, path)
            if wanted is None:
                continue
            if wanted.isdir():
                folders.append(wanted)
            self._extract_one(wanted, path, not wanted.isdir(), numeric_owner)
        # A folder that may not be written is closed when its files are there.
        folders.sort(key=lambda member: member.name, reverse=True)
        for folder in folders:
            place = os.path.join(path, folder.name)
            try:
                self.chown(folder, place, numeric_owner)
                self.utime(folder, place)
                self.chmod(folder, place)
            except ExtractError as error:
                self._nonfatal(error)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Writes one member below a folder."""
        wanted = self._wanted(member, self._filter(filter), path)
        if wanted is not None:
            self._extract_one(wanted, path, set_attrs, numeric_owner)

    def _wanted(self, member, filter, path):
        original = self.getmember(member) if isinstance(member, str) else member
        try:
            wanted = filter(original, path)
        except (OSError, FilterError) as error:
            self._fatal(error)
            return None
        except ExtractError as error:
            self._nonfatal(error)
            return None
        if wanted is None:
            return None
        if wanted.islnk():
            wanted = copy.copy(wanted)
            wanted._link_target = os.path.join(path, wanted.linkname)
        return wanted

    def _extract_one(self, member, path, set_attrs, numeric_owner):
        self._check("r")
        try:
            self._extract_member(member, os.path.join(path, member.name), set_attrs, numeric_owner)
        except OSError as error:
            self._fatal(error)
        except ExtractError as error:
            self._nonfatal(error)

    def _fatal(self, error):
        if self.errorlevel > 0:
            raise error

    def _nonfatal(self, error):
        if self.errorlevel > 1:
            raise error

    def extractfile(self, member):
        """A member as a file; None for what has no content."""
        self._check("r")
        member = self.getmember(member) if isinstance(member, str) else member
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        if member.islnk() or member.issym():
            if isinstance(self.fileobj, _Stream):
                raise StreamError("cannot extract (sym)link as file object")
            return self.extractfile(self._find_link_target(member))
        return None

    def _extract_member(self, member, place, set_attrs, numeric_owner):
        place = place.rstrip("/").replace("/", os.sep)
        above = os.path.dirname(place)
        if above and not os.path.exists(above):
            os.makedirs(above, exist_ok=True)
        if member.isdir():
            self.makedir(member, place)
        elif member.isfifo():
            self.makefifo(member, place)
        elif member.ischr() or member.isblk():
            self.makedev(member, place)
        elif member.islnk() or member.issym():
            self.makelink(member, place)
        else:
            self.makefile(member, place)
        if set_attrs:
            self.chown(member, place, numeric_owner)
            if not member.issym():
                self.chmod(member, place)
                self.utime(member, place)

    def makedir(self, tarinfo, targetpath):
        # Until everything is in it, a folder is its owner's only.
        rights = [] if tarinfo.mode is None else [0o700]
        try:
            os.mkdir(targetpath, *rights)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        source = self.fileobj
        with builtins.open(targetpath, "wb") as target:
            if tarinfo.sparse is not None:
                with self.fileobject(self, tarinfo) as member:
                    shutil.copyfileobj(member, target)
            else:
                source.seek(tarinfo.offset_data)
                copyfileobj(source, target, tarinfo.size, ReadError, self.copybufsize)

    def makefifo(self, tarinfo, targetpath):
        if not hasattr(os, "mkfifo"):
            raise ExtractError("fifo not supported by system")
        os.mkfifo(targetpath)

    def makedev(self, tarinfo, targetpath):
        if not hasattr(os, "mknod"):
            raise ExtractError("special devices not supported by system")
        mode = (0o600 if tarinfo.mode is None else tarinfo.mode) | (stat.S_IFBLK if tarinfo.isblk() else stat.S_IFCHR)
        os.mknod(targetpath, mode, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        if tarinfo.issym():
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.symlink(tarinfo.linkname, targetpath)
            return
        if tarinfo._link_target and os.path.exists(tarinfo._link_target):
            if os.path.lexists(targetpath):
                os.unlink(targetpath)
            os.link(tarinfo._link_target, targetpath)
            return
        try:
            self._extract_member(self._find_link_target(tarinfo), targetpath, True, False)
        except KeyError:
            raise ExtractError("unable to resolve link inside archive") from None

    def _find_link_target(self, tarinfo):
        if tarinfo.issym():
            name = "/".join(filter(None, (os.path.dirname(tarinfo.name), tarinfo.linkname)))
            found = self._getmember(os.path.normpath(name), normalize=True)
        else:
            name = tarinfo.linkname
            found = self._getmember(name, tarinfo, normalize=True)
        if found is None:
            raise KeyError("linkname %r not found" % name)
        return found

    def chown(self, tarinfo, targetpath, numeric_owner):
        if not hasattr(os, "geteuid") or os.geteuid() != 0:
            return
        user, group = tarinfo.uid, tarinfo.gid
        if not numeric_owner:
            try:
                import grp
                import pwd
                if tarinfo.gname:
                    group = grp.getgrnam(tarinfo.gname)[2]
                if tarinfo.uname:
                    user = pwd.getpwnam(tarinfo.uname)[2]
            except (ImportError, KeyError):
                pass
        try:
            change = os.lchown if tarinfo.issym() and hasattr(os, "lchown") else os.chown
            change(targetpath, -1 if user is None else user, -1 if group is None else group)
        except (OSError, AttributeError) as error:
            raise ExtractError("could not change owner") from error

    def chmod(self, tarinfo, targetpath):
        if tarinfo.mode is None:
            return
        try:
            os.chmod(targetpath, tarinfo.mode & 0o7777)
        except OSError as error:
            raise ExtractError("could not change mode") from error

    def utime(self, tarinfo, targetpath):
        if tarinfo.mtime is None:
            return
        try:
            os.utime(targetpath, (tarinfo.mtime, tarinfo.mtime))
        except OSError as error:
            raise ExtractError("could not change modification time") from error


_TYPE_BITS = {REGTYPE: stat.S_IFREG, AREGTYPE: stat.S_IFREG, CONTTYPE: stat.S_IFREG, GNUTYPE_SPARSE: stat.S_IFREG,
              DIRTYPE: stat.S_IFDIR, SYMTYPE: stat.S_IFLNK, LNKTYPE: stat.S_IFREG, CHRTYPE: stat.S_IFCHR,
              BLKTYPE: stat.S_IFBLK, FIFOTYPE: stat.S_IFIFO}


class _Ahead(io.RawIOBase):
    """A file whose beginning has been read already."""

    def __init__(self, head, file):
        self._head, self._file = head, file

    def readable(self):
        return True

    def readinto(self, b):
        data = self._head[:len(b)] or self._file.read(len(b))
        self._head = self._head[len(data):]
        b[:len(data)] = data
        return len(data)


def _compression(head):
    for kind, magic in (("gz", b"\x1f\x8b\x08"), ("bz2", b"BZh"), ("xz", b"\xfd7zXZ\0"), ("xz", b"\x5d\0\0\x80")):
        if head.startswith(magic):
            return kind
    return None


def _compressor(kind):
    try:
        if kind == "gz":
            from gzip import GzipFile
            return lambda file, mode: GzipFile(fileobj=file, mode=mode if mode.endswith("b") else mode + "b")
        if kind == "bz2":
            from bz2 import BZ2File
            return BZ2File
        if kind == "xz":
            from lzma import LZMAFile
            return LZMAFile
    except ImportError:
        raise CompressionError("%s module is not available" % kind) from None
    raise CompressionError("unknown compression type %r" % kind)


def is_tarfile(name):
    """Whether a file, or one at a path, is an archive."""
    try:
        if hasattr(name, "read"):
            position = name.tell()
            archive = open(fileobj=name)
            name.seek(position)
        else:
            archive = open(name)
        archive.close()
        return True
    except TarError:
        return False


open = TarFile.open
