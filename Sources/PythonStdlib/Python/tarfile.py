"""Tar archives: members in the form of POSIX (pax), GNU and the old ustar, plain or compressed."""
import builtins
import copy
import os
import stat
import time
from _tarfile_format import *       # its names are this module's
from _tarfile_format import _padding
from _tarfile_filters import (
    AbsoluteLinkError, AbsolutePathError, FilterError, LinkOutsideDestinationError, OutsideDestinationError,
    SpecialFileError, data_filter, fully_trusted_filter, tar_filter,
)
from _tarfile_info import TarInfo
from _tarfile_streams import ExFileObject, _Ahead, _Stream, _compression, _compressor
from _tarfile_extraction import _Extraction

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError",
           "ExtractError", "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT",
           "open", "fully_trusted_filter", "data_filter", "tar_filter", "FilterError", "AbsoluteLinkError",
           "OutsideDestinationError", "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError"]

class TarFile(_Extraction):
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


_TYPE_BITS = {REGTYPE: stat.S_IFREG, AREGTYPE: stat.S_IFREG, CONTTYPE: stat.S_IFREG, GNUTYPE_SPARSE: stat.S_IFREG,
              DIRTYPE: stat.S_IFDIR, SYMTYPE: stat.S_IFLNK, LNKTYPE: stat.S_IFREG, CHRTYPE: stat.S_IFCHR,
              BLKTYPE: stat.S_IFBLK, FIFOTYPE: stat.S_IFIFO}


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


if __name__ == "__main__":
    from _programs.tarfile import main
    main()
