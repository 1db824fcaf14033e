"""Paths as objects: pure ones, which are only text, and those of the file system."""
import fnmatch
import functools
import io
import os
import re
import sys
import warnings
from _collections_abc import Sequence
from errno import EBADF, ELOOP, ENOENT, ENOTDIR

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

# What these say of a path is that it does not exist.
_MISSING = (ENOENT, ENOTDIR, EBADF, ELOOP)


def _ignore_error(error):
    return getattr(error, "errno", None) in _MISSING


_intern = sys.intern


class _Flavour:
    """The rules of one kind of system."""
    has_drv = ignores_case = False
    altsep = ""

    def __init__(self):
        self.join = self.sep.join

    def casefold_parts(self, parts):
        return list(map(str.lower, parts)) if self.ignores_case else parts

    def casefold(self, s):
        return s.lower() if self.ignores_case else s

    def compile_pattern(self, pattern, ignores_case=None):
        """What tells whether a name matches a pattern, by the system's view of letters unless another is given."""
        if ignores_case is None:
            ignores_case = self.ignores_case
        return re.compile(fnmatch.translate(pattern), re.IGNORECASE if ignores_case else re.NOFLAG).fullmatch

    def is_reserved(self, parts):
        """Whether the system keeps the name for itself."""
        return False

    def parse_parts(self, parts):
        """Drive, root and parts of several paths that follow each other; the first part is the anchor."""
        drive = root = ""
        tail = []
        for part in parts:
            if not part:
                continue
            if self.altsep:
                part = part.replace(self.altsep, self.sep)
            own_drive, own_root, rest = self.splitroot(part)
            if own_root:
                # A root without a drive keeps the drive that was there.
                drive, root, tail = own_drive or drive, own_root, []
            elif own_drive and self.casefold(own_drive) != self.casefold(drive):
                drive, root, tail = own_drive, "", []
            elif own_drive:
                drive = own_drive
            tail += [name for name in rest.split(self.sep) if name and name != "."]
        anchor = drive + root
        return drive, root, [sys.intern(name) for name in ([anchor] if anchor else []) + tail]


class _PosixFlavour(_Flavour):
    sep = "/"
    is_supported = os.name == "posix"

    def splitroot(self, part, sep="/"):
        rest = part.lstrip(sep)
        slashes = len(part) - len(rest)
        # Two slashes are special, more are one.
        return "", sep * (slashes if slashes < 3 else 1), rest

    def parse_parts(self, parts):
        root, tail = "", []
        for part in parts:
            if part[:1] == "/":
                # What has a root begins anew.
                root, tail = self.splitroot(part)[1], []
            tail += part.split("/")
        names = [_intern(name) for name in tail if name and name != "."]
        return "", root, [root] + names if root else names


class _WindowsFlavour(_Flavour):
    sep = "\\"
    altsep = "/"
    has_drv = ignores_case = True
    is_supported = os.name == "nt"
    reserved_names = ({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
                      | {name + digit for name in ("COM", "LPT") for digit in "123456789\xb9\xb2\xb3"})
    _ANCHOR = re.compile(
        r"(?s)(?P<drive>\\\\\?\\UNC\\[^\\]+\\[^\\]+|\\\\\?\\[A-Za-z]:|\\\\(?!\?\\)[^\\]+\\[^\\]+|[A-Za-z]:)?"
        r"(?P<root>\\*)(?P<rest>.*)")

    def splitroot(self, part, sep="\\"):
        match = self._ANCHOR.match(part)
        drive = match["drive"] or ""
        # A share has a root always.
        root = sep if match["root"] or drive.startswith(sep * 2) and not drive.endswith(":") else ""
        return drive, root, match["rest"]

    def is_reserved(self, parts):
        if not parts or parts[0].startswith("\\\\"):
            return False
        name = parts[-1].partition(".")[0].partition(":")[0].rstrip(" ")
        return name.upper() in self.reserved_names


_posix_flavour, _windows_flavour = _PosixFlavour(), _WindowsFlavour()


@functools.lru_cache(maxsize=256)
def _pattern(flavour, pattern, case_sensitive):
    """Drive, root and number of parts of a pattern, and what compares each part behind the anchor."""
    drive, root, wanted = flavour.parse_parts((pattern,))
    if not wanted:
        raise ValueError("empty pattern")
    fold = None if case_sensitive is None else not case_sensitive
    return drive, root, len(wanted), [flavour.compile_pattern(part, fold) for part in wanted[1 if drive or root else 0:]]


class _PathParents(Sequence):
    """The folders above a path, the nearest first."""
    __slots__ = ("_path", "_count")

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts) - bool(path._drv or path._root)

    def __len__(self):
        return self._count

    def _shortened(self, length):
        path = self._path
        return path._made(path._drv, path._root, path._parts[:length])

    def __getitem__(self, idx):
        # How many parts each of them keeps.
        longest = len(self._path._parts) - 1
        lengths = range(longest, longest - self._count, -1)
        if isinstance(idx, slice):
            return tuple(map(self._shortened, lengths[idx]))
        try:
            return self._shortened(lengths[idx])
        except IndexError:
            raise IndexError(idx) from None

    def __repr__(self):
        return "<%s.parents>" % type(self._path).__name__


class PurePath:
    """A path as text; nothing is asked of the system."""
    __slots__ = ("_drv", "_root", "_parts", "_str", "_hash", "_cased", "_told", "__weakref__")

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PureWindowsPath if os.name == "nt" else PurePosixPath
        return cls._parsed(args)

    @classmethod
    def _parsed(cls, args):
        self = object.__new__(cls)
        self._drv, self._root, self._parts = self._parse_args(args)
        return self

    @classmethod
    def _parse_args(cls, args):
        parts = []
        for arg in args:
            if type(arg) is str:
                parts.append(arg)
                continue
            if isinstance(arg, PurePath):
                parts += arg._parts if arg._flavour is cls._flavour else [str(arg)]
                continue
            text = os.fspath(arg)
            if not isinstance(text, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, not %r"
                                % type(text))
            parts.append(str(text))
        return cls._flavour.parse_parts(parts)

    def _made(self, drive, root, parts):
        made = object.__new__(type(self))
        made._drv, made._root, made._parts = drive, root, parts
        return made

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def __reduce__(self):
        return self.__class__, tuple(self._parts)

    def __str__(self):
        try:
            return self._str
        except AttributeError:
            parts = self._parts
            if self._drv or self._root:
                text = parts[0] + self._flavour.join(parts[1:])
            else:
                text = self._flavour.join(parts)
                # What looks like a drive is none.
                if self._flavour.has_drv and parts and self._flavour.splitroot(parts[0])[0]:
                    text = "." + self._flavour.sep + text
            self._str = text or "."
            return self._str

    def __fspath__(self):
        try:
            return self._str
        except AttributeError:
            return str(self)

    def as_posix(self):
        return str(self).replace(self._flavour.sep, "/")

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, self.as_posix())

    def as_uri(self):
        """The path as a URI of the kind file:."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        drive = self._drv
        if len(drive) == 2 and drive[1] == ":":
            return "file:///%s%s" % (drive, quote_from_bytes(os.fsencode(self.as_posix()[2:])))
        return ("file:" if drive else "file://") + quote_from_bytes(os.fsencode(self.as_posix()))

    @property
    def _cparts(self):
        try:
            return self._cased
        except AttributeError:
            self._cased = self._flavour.casefold_parts(self._parts)
            return self._cased

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __hash__(self):
        known = getattr(self, "_hash", None)
        if known is None:
            known = self._hash = hash(tuple(self._cparts))
        return known

    def __eq__(self, other):
        if isinstance(other, PurePath):
            return self._flavour is other._flavour and self._cparts == other._cparts
        return NotImplemented

    def __lt__(self, other):
        return self._cparts < other._cparts if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._cparts <= other._cparts if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._cparts > other._cparts if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._cparts >= other._cparts if self._comparable(other) else NotImplemented

    drive = property(lambda self: self._drv, doc="The drive, or the share of a network.")
    root = property(lambda self: self._root, doc="The root, if any.")
    anchor = property(lambda self: self._drv + self._root, doc="Drive and root.")

    @property
    def name(self):
        """The last part."""
        parts = self._parts
        return "" if len(parts) == bool(self._drv or self._root) else parts[-1]

    @property
    def suffix(self):
        """What begins with the last dot of the name."""
        name = self.name
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        """Everything behind the first dot of the name, in pieces."""
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        """The name without its suffix."""
        name = self.name
        dot = name.rfind(".")
        return name[:dot] if 0 < dot < len(name) - 1 else name

    def with_name(self, name):
        """The same path with another name."""
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        flavour = self._flavour
        if type(name) is str and flavour is _posix_flavour and name not in ("", ".") and "/" not in name:
            return self._made(self._drv, self._root, self._parts[:-1] + [name])
        drive, root, parts = flavour.parse_parts((name,))
        if (not name or name[-1] in (flavour.sep, flavour.altsep or flavour.sep) or drive or root
                or len(parts) != 1):
            raise ValueError("Invalid name %r" % (name,))
        return self._made(self._drv, self._root, self._parts[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        """The same path with another suffix, or without one."""
        flavour = self._flavour
        if (flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix or suffix == "."
                or suffix and suffix[0] != "."):
            raise ValueError("Invalid suffix %r" % (suffix,))
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        return self._made(self._drv, self._root, self._parts[:-1] + [self.stem + suffix])

    def _anchored_parts(self, drive, root, parts):
        return [drive, root] + parts[1:] if root else [drive] + parts[1:] if drive else parts

    def relative_to(self, *other, walk_up=False):
        """The way from another path to this one."""
        if not other:
            raise TypeError("need at least one argument")
        drive, root, parts = self._parse_args(other)
        fold = self._flavour.casefold_parts
        own = self._anchored_parts(self._drv, self._root, self._parts)
        mine = fold(own)
        theirs = fold(self._anchored_parts(drive, root, parts))
        count = len(theirs)
        ups = 0
        if walk_up and (self._drv, self._root) == (drive, root):
            while mine[:count] != theirs[:count]:
                if theirs[count - 1] == "..":
                    raise ValueError("'..' segment in %r cannot be walked" % str(self._made(drive, root, parts)))
                count -= 1
                ups += 1
        if (self._root or self._drv) and count == 0 or mine[:count] != theirs[:count]:
            shown = self._made(drive, root, parts)
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute."
                             % (str(self), str(shown)))
        rest = own[count:]
        anchored = count == 1 and drive and not root and self._root and not ups
        if anchored:
            # Relative to a drive, what has a root keeps it.
            rest = rest[:1] + rest[1:]
        return self._made("", self._root if anchored else "", [".."] * ups + rest)

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    @property
    def parts(self):
        """The parts, the anchor first."""
        try:
            return self._told
        except AttributeError:
            self._told = tuple(self._parts)
            return self._told

    def joinpath(self, *args):
        """This path and others that follow."""
        drive, root, parts = self._parse_args(args)
        return self._joined(drive, root, parts)

    def _joined(self, drive, root, parts):
        if root:
            if not drive and self._drv:
                return self._made(self._drv, root, [self._drv + root] + parts[1:])
            return self._made(drive, root, parts)
        if drive:
            if drive == self._drv or self._flavour.casefold(drive) == self._flavour.casefold(self._drv):
                return self._made(drive, self._root, [drive + self._root] + self._parts[1:] + parts[1:])
            return self._made(drive, root, parts)
        return self._made(self._drv, self._root, self._parts + parts)

    def __truediv__(self, key):
        try:
            drive, root, parts = self._parse_args((key,))
        except TypeError:
            return NotImplemented
        return self._joined(drive, root, parts)

    def __rtruediv__(self, key):
        try:
            return self._parsed([key] + self._parts)
        except TypeError:
            return NotImplemented

    @property
    def parent(self):
        """The folder; that of an anchor is itself."""
        if len(self._parts) == bool(self._drv or self._root):
            return self
        return self._made(self._drv, self._root, self._parts[:-1])

    @property
    def parents(self):
        """The folders above, the nearest first."""
        return _PathParents(self)

    def is_absolute(self):
        return bool(self._root) and (not self._flavour.has_drv or bool(self._drv))

    def is_reserved(self):
        return self._flavour.is_reserved(self._parts)

    def match(self, path_pattern, *, case_sensitive=None):
        """Whether the path matches a pattern, from the right when that has no anchor."""
        flavour = self._flavour
        drive, root, wanted, compiled = _pattern(flavour, os.fspath(path_pattern), case_sensitive)
        if drive and flavour.casefold(drive) != flavour.casefold(self._drv):
            return False
        if root and root != self._root:
            return False
        parts = self._parts
        if drive or root:
            if wanted != len(parts):
                return False
        elif wanted > len(parts):
            return False
        # The last parts must match; the anchor was compared.
        for part, matches in zip(parts[len(parts) - len(compiled):], compiled):
            if matches(part) is None:
                return False
        return True


class PurePosixPath(PurePath):
    """A path of Unix."""
    _flavour = _posix_flavour
    __slots__ = ()


class PureWindowsPath(PurePath):
    """A path of Windows."""
    _flavour = _windows_flavour
    __slots__ = ()


# Patterns

_MAGIC = re.compile("[*?[]")


def _subfolders(path):
    """A folder and those below it; links are not followed."""
    yield path
    try:
        with os.scandir(str(path)) as entries:
            entries = list(entries)
    except PermissionError:
        return
    for entry in entries:
        try:
            is_folder = entry.is_dir(follow_symlinks=False)
        except OSError as error:
            if not _ignore_error(error):
                raise
            continue
        if is_folder:
            yield from _subfolders(path._child(entry.name))


def _select(path, parts, fold):
    if not parts:
        yield path
        return
    head, rest = parts[0], parts[1:]
    if head == "":
        if path.is_dir():
            yield path
    elif head == "..":
        yield from _select(path._child(".."), rest, fold)
    elif head == "**":
        if not path.is_dir():
            return
        seen = set()
        for folder in _subfolders(path):
            for found in _select(folder, rest, fold):
                # Several ways lead to a place only when there are several such parts.
                if "**" not in rest:
                    yield found
                elif found not in seen:
                    seen.add(found)
                    yield found
    elif "**" in head:
        raise ValueError("Invalid pattern: '**' can only be an entire path component")
    elif not _MAGIC.search(head) and fold is None:
        child = path._child(head)
        try:
            there = child.is_dir() if rest else child.exists()
        except PermissionError:
            return
        if there:
            yield from _select(child, rest, fold)
    else:
        matches = path._flavour.compile_pattern(head, fold)
        try:
            with os.scandir(str(path)) as entries:
                entries = list(entries)
        except (PermissionError, FileNotFoundError, NotADirectoryError):
            return
        for entry in entries:
            if rest:
                try:
                    if not entry.is_dir():
                        continue
                except OSError as error:
                    if not _ignore_error(error):
                        raise
                    continue
            if matches(entry.name):
                yield from _select(path._child(entry.name), rest, fold)


class Path(PurePath):
    """A path of this system, of which one can ask and with which one can do things."""
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if os.name == "nt" else PosixPath
        self = cls._parsed(args)
        if not self._flavour.is_supported:
            raise NotImplementedError("cannot instantiate %r on your system" % (cls.__name__,))
        return self

    def _child(self, name):
        return self._made(self._drv, self._root, self._parts + [name])

    def __enter__(self):
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; "
                      "Path objects as a context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, *exc_info):
        """Nothing was opened."""

    # Places

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def samefile(self, other_path):
        other = other_path.stat() if hasattr(other_path, "stat") else self.__class__(other_path).stat()
        return os.path.samestat(self.stat(), other)

    def absolute(self):
        if self.is_absolute():
            return self
        return self._parsed([self.cwd()] + self._parts)

    def resolve(self, strict=False):
        """The absolute path without links."""
        try:
            found = os.path.realpath(self, strict=strict)
        except OSError as error:
            if error.errno == ELOOP:
                raise RuntimeError("Symlink loop from %r" % error.filename)
            raise
        path = self._parsed((found,))
        if not strict:
            # What goes round in a circle stays unresolved.
            try:
                path.stat()
            except OSError as error:
                if error.errno == ELOOP:
                    raise RuntimeError("Symlink loop from %r" % str(path))
        return path

    def expanduser(self):
        """With the home folder for ~ or ~user."""
        if not (self._drv or self._root) and self._parts and self._parts[0][:1] == "~":
            home = os.path.expanduser(self._parts[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            drive, root, parts = self._parse_args((home,))
            return self._made(drive, root, parts + self._parts[1:])
        return self

    # What is there

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return self.stat(follow_symlinks=False)

    def owner(self):
        import pwd
        return pwd.getpwuid(self.stat().st_uid).pw_name

    def group(self):
        import grp
        return grp.getgrgid(self.stat().st_gid).gr_name

    def exists(self, *, follow_symlinks=True):
        try:
            self.stat(follow_symlinks=follow_symlinks)
        except OSError as error:
            if not _ignore_error(error):
                raise
            return False
        except ValueError:
            return False
        return True

    def _is(self, name, follow=True):
        import stat
        try:
            return getattr(stat, name)(self.stat(follow_symlinks=follow).st_mode)
        except OSError as error:
            if not _ignore_error(error):
                raise
            return False
        except ValueError:
            # No such path can be.
            return False

    def is_dir(self):
        return self._is("S_ISDIR")

    def is_file(self):
        return self._is("S_ISREG")

    def is_symlink(self):
        return self._is("S_ISLNK", follow=False)

    def is_junction(self):
        return False

    def is_block_device(self):
        return self._is("S_ISBLK")

    def is_char_device(self):
        return self._is("S_ISCHR")

    def is_fifo(self):
        return self._is("S_ISFIFO")

    def is_socket(self):
        return self._is("S_ISSOCK")

    def is_mount(self):
        """Whether another file system begins here."""
        try:
            mine = self.lstat()
            above = self.parent.lstat() if self.name not in ("", "..") else (self / "..").lstat()
        except (OSError, ValueError):
            return False
        if self.is_symlink() or not self.is_dir():
            return False
        return mine.st_dev != above.st_dev or mine.st_ino == above.st_ino

    def iterdir(self):
        """What a folder holds."""
        for name in os.listdir(self):
            yield self._child(name)

    def _pattern_parts(self, pattern):
        flavour = self._flavour
        drive, root, parts = flavour.parse_parts((pattern,))
        if drive or root:
            raise NotImplementedError("Non-relative patterns are unsupported")
        if pattern[-1:] in (flavour.sep, flavour.altsep) and pattern:
            parts = parts + [""]
        return parts

    def glob(self, pattern, *, case_sensitive=None):
        """Paths below that match a pattern; ** stands for any number of folders."""
        sys.audit("pathlib.Path.glob", self, pattern)
        if not pattern:
            raise ValueError("Unacceptable pattern: %r" % pattern)
        return self._glob(self._pattern_parts(pattern), case_sensitive)

    def rglob(self, pattern, *, case_sensitive=None):
        """The same in all folders below."""
        sys.audit("pathlib.Path.rglob", self, pattern)
        return self._glob(["**"] + self._pattern_parts(pattern), case_sensitive)

    def _glob(self, parts, case_sensitive):
        for part in parts:
            if "**" in part and part != "**":
                raise ValueError("Invalid pattern: '**' can only be an entire path component")
        return _select(self, parts, None if case_sensitive is None else not case_sensitive)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Triples of a folder, its folders and its files."""
        sys.audit("pathlib.Path.walk", self, on_error, follow_symlinks)
        for folder, folders, files in os.walk(self, top_down, on_error, follow_symlinks):
            yield self._parsed((folder,)), folders, files

    # Reading and writing

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with io.open(self, "rb") as file:
            return file.read()

    def read_text(self, encoding=None, errors=None):
        with io.open(self, "r", -1, io.text_encoding(encoding), errors) as file:
            return file.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode="wb") as file:
            return file.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % data.__class__.__name__)
        with self.open(mode="w", encoding=io.text_encoding(encoding), errors=errors, newline=newline) as file:
            return file.write(data)

    # Changing

    def readlink(self):
        return self._parsed((os.readlink(self),))

    def touch(self, mode=0o666, exist_ok=True):
        """Makes an empty file, or gives one the present time."""
        if exist_ok:
            try:
                os.utime(self, None)
                return
            except OSError:
                # It is not there.
                pass
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes a folder, with those above it if that is wanted."""
        above = self.parent
        try:
            return os.mkdir(self, mode)
        except OSError as error:
            is_missing = isinstance(error, FileNotFoundError)
            if is_missing and (not parents or above == self):
                raise
            # Not only FileExistsError: the system may say something else first.
            if not is_missing and not (exist_ok and self.is_dir()):
                raise
        if is_missing:
            above.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        harmless = FileNotFoundError if missing_ok else ()
        try:
            os.unlink(self)
        except harmless:
            # Somebody else was faster.
            pass

    def rename(self, target):
        os.rename(self, target)
        return self.__class__(target)

    def replace(self, target):
        os.replace(self, target)
        return self.__class__(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def link_to(self, target):
        warnings.warn("pathlib.Path.link_to() is deprecated and is scheduled for removal in Python 3.12. "
                      "Use pathlib.Path.hardlink_to() instead.", DeprecationWarning, stacklevel=2)
        self.__class__(target).hardlink_to(self)


class PosixPath(Path, PurePosixPath):
    """A path of this system, which is one of Unix."""
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows, which this system is not."""
    __slots__ = ()

    def is_mount(self):
        raise NotImplementedError("Path.is_mount() is unsupported on this system")
