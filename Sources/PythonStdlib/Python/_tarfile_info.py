"""What is known of one member, and its header."""
import copy
from _tarfile_format import (
    AREGTYPE, BLKTYPE, BLOCKSIZE, CHRTYPE, DEFAULT_FORMAT, DIRTYPE, ENCODING, EOFHeaderError, EmptyHeaderError,
    FIFOTYPE, GNUTYPE_LONGLINK, GNUTYPE_LONGNAME, GNUTYPE_SPARSE, GNU_FORMAT, GNU_MAGIC, GNU_TYPES, HeaderError,
    InvalidHeaderError, LENGTH_LINK, LENGTH_NAME, LENGTH_PREFIX, LNKTYPE, NUL, PAX_FIELDS, PAX_FORMAT,
    PAX_NUMBER_FIELDS, POSIX_MAGIC, REGTYPE, REGULAR_TYPES, ReadError, SOLARIS_XHDTYPE, SUPPORTED_TYPES, SYMTYPE,
    SubsequentHeaderError, TruncatedHeaderError, USTAR_FORMAT, XGLTYPE, XHDTYPE, _padding, calc_chksums, itn, nti,
    nts, stn,
)

__name__ = "tarfile"        # the module that pickles and messages name


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
