"""Paths within an archive, used like those of `pathlib`."""
import io
import posixpath
import re

from _zipfile_archive import ZipFile

__name__ = "zipfile"        # the module that pickles and messages name


class CompleteDirs(ZipFile):
    """An archive that also names the folders which members lie in but no member stands for."""

    _seen = None, None

    def namelist(self):
        names = super().namelist()
        if self._seen[0] == len(names):
            return list(self._seen[1])
        known, implied = set(names), {}
        for name in names:
            parts = name.rstrip("/").split("/")[:-1]
            for i in range(len(parts), 0, -1):
                folder = "/".join(parts[:i]) + "/"
                if folder not in known:
                    implied[folder] = None
        names += implied
        # An archive that is only read stays as it is.
        self._seen = len(names) - len(implied), tuple(names)
        return names

    def resolve_dir(self, name):
        """The name with a slash when it is a folder's."""
        names = self.namelist()
        folder = name + "/"
        return folder if name not in names and folder in names else name

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith("/") or name not in self.namelist():
                raise
            from _zipfile_format import ZipInfo
            return ZipInfo(name)

    @classmethod
    def make(cls, source):
        """An archive, opened or given, as one of this class."""
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, ZipFile):
            return cls(source)
        source.__class__ = cls
        return source


def _expression(pattern):
    """What a pattern matches: * stays within a folder, ** does not, ** and a slash may be nothing."""
    parts, i = [], 0
    while i < len(pattern):
        c = pattern[i]
        if pattern.startswith("**/", i):
            parts.append("(?:.*/)?")
            i += 3
        elif pattern.startswith("**", i):
            parts.append(".*")
            i += 2
        elif c == "*":
            parts.append("[^/]*")
            i += 1
        elif c == "?":
            parts.append("[^/]")
            i += 1
        elif c == "[" and "]" in pattern[i + 2:]:
            end = pattern.index("]", i + 2)
            inner = pattern[i + 1:end].replace("\\", "\\\\")
            parts.append("[^%s]" % inner[1:] if inner[0] == "!" else "[%s]" % inner)
            i = end + 1
        else:
            parts.append(re.escape(c))
            i += 1
    return re.compile("(?s:%s)/?" % "".join(parts))


class Path:
    """A path within an archive."""

    def __init__(self, root, at=""):
        self.root = CompleteDirs.make(root)
        self.at = at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def _next(self, at):
        return self.__class__(self.root, at)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """Opens the file for reading or writing, as text unless the mode says otherwise."""
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        encoding = args[0] if args else kwargs.pop("encoding", None)
        return io.TextIOWrapper(stream, io.text_encoding(encoding), *args[1:], **kwargs)

    def read_text(self, *args, **kwargs):
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def exists(self):
        """Whether the archive has it."""
        return self.at in self.root.namelist()

    def is_dir(self):
        """Whether it is a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether it is a file in the archive."""
        return self.exists() and not self.is_dir()

    def is_symlink(self):
        """Links are files here."""
        return False

    def iterdir(self):
        """What lies in the folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        return (self._next(name) for name in self.root.namelist()
                if posixpath.dirname(name.rstrip("/")) == self.at.rstrip("/"))

    def match(self, path_pattern):
        from pathlib import PurePosixPath
        return PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        """The members below that a pattern names."""
        if not pattern:
            raise ValueError("Unacceptable pattern: {!r}".format(pattern))
        matches, start = _expression(pattern).fullmatch, len(self.at)
        return (self._next(name) for name in self.root.namelist()
                if name.startswith(self.at) and name != self.at and matches(name[start:]))

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def relative_to(self, other, *extra):
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def joinpath(self, *other):
        return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

    __truediv__ = joinpath

    def _base(self):
        from pathlib import PurePosixPath
        return PurePosixPath(self.at or self.root.filename)

    @property
    def name(self):
        return self._base().name

    @property
    def suffix(self):
        return self._base().suffix

    @property
    def suffixes(self):
        return self._base().suffixes

    @property
    def stem(self):
        return self._base().stem

    @property
    def filename(self):
        """The path of the archive and within it."""
        import pathlib
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip("/"))
        return self._next(above + "/" if above else "")

    def __str__(self):
        return posixpath.join(self.root.filename or "", self.at)

    def __repr__(self):
        return "%s(%r, %r)" % (self.__class__.__name__, self.root.filename, self.at)
