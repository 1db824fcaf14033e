"""Object-oriented filesystem paths."""
import os as _os


class PurePath:
    """A path without access to the file system."""

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        text = ""
        for arg in args:
            part = _os.fspath(arg)
            if not isinstance(part, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, not %r"
                                % type(part).__name__)
            text = part if part.startswith("/") or not text else text + "/" + part if part else text
        root = "//" if text.startswith("//") and not text.startswith("///") else "/" if text.startswith("/") else ""
        self.root = root
        self.drive = ""
        self._tail = [p for p in text.split("/") if p and p != "."]

    def _made(self, root, tail):
        made = object.__new__(type(self))
        made.root, made.drive, made._tail = root, "", tail
        return made

    def __str__(self):
        return self.root + "/".join(self._tail) or "."

    def __repr__(self): return "%s(%r)" % (type(self).__name__, str(self))
    def __fspath__(self): return str(self)
    def __hash__(self): return hash(str(self))
    def __bytes__(self): return str(self).encode()

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, PurePath) else NotImplemented

    def _parts_of(self, other): return (other.root, other._tail)
    def __lt__(self, other): return self._parts_of(self) < self._parts_of(other) if isinstance(other, PurePath) else NotImplemented
    def __le__(self, other): return self._parts_of(self) <= self._parts_of(other) if isinstance(other, PurePath) else NotImplemented
    def __gt__(self, other): return self._parts_of(self) > self._parts_of(other) if isinstance(other, PurePath) else NotImplemented
    def __ge__(self, other): return self._parts_of(self) >= self._parts_of(other) if isinstance(other, PurePath) else NotImplemented

    def __truediv__(self, other):
        try:
            return type(self)(self, other)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, other): return type(self)(other, self)
    def joinpath(self, *args): return type(self)(self, *args)
    def as_posix(self): return str(self)
    def is_absolute(self): return bool(self.root)

    @property
    def anchor(self): return self.root

    @property
    def parts(self): return ((self.root,) if self.root else ()) + tuple(self._tail)

    @property
    def parent(self): return self._made(self.root, self._tail[:-1]) if self._tail else self

    @property
    def parents(self):
        out = []
        path = self
        while path._tail:
            path = path.parent
            out.append(path)
        return tuple(out)

    @property
    def name(self): return self._tail[-1] if self._tail else ""

    @property
    def suffix(self):
        name = self.name
        i = name.rfind(".")
        return name[i:] if 0 < i < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        i = name.rfind(".")
        return name[:i] if 0 < i < len(name) - 1 else name

    def with_name(self, name):
        if not self.name:
            raise ValueError("%r has an empty name" % (self,))
        return self._made(self.root, self._tail[:-1] + [name])

    def with_stem(self, stem): return self.with_name(stem + self.suffix)
    def with_suffix(self, suffix): return self.with_name(self.stem + suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        n = len(base._tail)
        if base.root != self.root or self._tail[:n] != base._tail:
            raise ValueError("%r is not in the subpath of %r OR one path is relative and the other is absolute." % (
                str(self), str(base)))
        return self._made("", self._tail[n:])

    def is_relative_to(self, *other):
        """Whether the path begins with another."""
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def match(self, pattern):
        wanted = [p for p in pattern.split("/") if p]
        mine = list(self.parts)
        if len(wanted) > len(mine):
            return False
        return all(_fits(a, b) for a, b in zip(reversed(mine), reversed(wanted)))


def _fits(name, pattern):
    import fnmatch
    return fnmatch.fnmatchcase(name, pattern)


class PurePosixPath(PurePath):
    pass


class Path(PurePath):
    """A path with access to the file system."""

    @classmethod
    def cwd(cls): return cls(_os.getcwd())

    @classmethod
    def home(cls): return cls(_os.path.expanduser("~"))

    def exists(self, *, follow_symlinks=True): return _os.path.exists(self)
    def is_file(self): return _os.path.isfile(self)
    def is_dir(self): return _os.path.isdir(self)
    def is_symlink(self): return _os.path.islink(self)
    def stat(self, *, follow_symlinks=True): return _os.stat(str(self))
    def absolute(self): return self if self.is_absolute() else type(self)(_os.getcwd(), self)
    def resolve(self, strict=False): return type(self)(_os.path.realpath(str(self)))
    def expanduser(self): return type(self)(_os.path.expanduser(str(self)))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as f:
            return f.read()

    def read_bytes(self):
        with self.open("rb") as f:
            return f.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError("data must be str, not %s" % type(data).__name__)
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with self.open("wb") as f:
            return f.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            _os.mkdir(str(self), mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self): _os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        try:
            _os.remove(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, "File exists", str(self))
        self.open("a").close()

    def rename(self, target):
        _os.rename(str(self), str(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        for name in _os.listdir(str(self)):
            yield self / name

    def glob(self, pattern):
        yield from self._glob([p for p in pattern.split("/") if p])

    def rglob(self, pattern):
        yield from self._glob(["**"] + [p for p in pattern.split("/") if p])

    def _glob(self, parts):
        if not parts:
            yield self
            return
        if parts[0] == "**":
            yield from self._glob(parts[1:])
            for child in sorted(self.iterdir()):
                if child.is_dir():
                    yield from child._glob(parts)
            return
        if self.is_dir():
            for child in sorted(self.iterdir()):
                if _fits(child.name, parts[0]) and (len(parts) == 1 or child.is_dir()):
                    yield from child._glob(parts[1:])


class PosixPath(Path, PurePosixPath):
    pass


class PureWindowsPath(PurePath):
    pass
