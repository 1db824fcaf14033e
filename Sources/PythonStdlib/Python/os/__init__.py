"""Operating system interface."""
import posix as _posix
import sys as _sys
from posix import (O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC, close, cpu_count, getcwd, getpid,
                   isatty, listdir, lseek, mkdir, read, remove, rename, rmdir, strerror, urandom, write, chdir)
from posix import open

name = "posix"
linesep = "\n"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
pathsep = ":"
extsep = "."
devnull = "/dev/null"
error = OSError
unlink = remove
replace = rename
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


def fspath(path):
    """The path as str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return hook(path)


def fsencode(path):
    path = fspath(path)
    return path.encode() if isinstance(path, str) else path


def fsdecode(path):
    path = fspath(path)
    return path.decode() if isinstance(path, bytes) else path


class _Environ(dict):
    def __setitem__(self, key, value):
        if not isinstance(key, str) or not isinstance(value, str):
            raise TypeError("str expected, not %s" % type(value if isinstance(key, str) else key).__name__)
        _posix.putenv(key, value)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)
        _posix.unsetenv(key)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *args):
        if key in self:
            value = self[key]
            del self[key]
            return value
        return super().pop(key, *args)

    def update(self, *args, **kwds):
        for key, value in dict(*args, **kwds).items():
            self[key] = value

    def __repr__(self):
        return "environ(%s)" % super().__repr__()


environ = _Environ(_posix.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    _posix.putenv(key, value)


class stat_result(tuple):
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self[7])
    st_mtime = property(lambda self: self[8])
    st_ctime = property(lambda self: self[9])
    st_mtime_ns = property(lambda self: int(self[8] * 1e9))


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_posix.stat(path, follow_symlinks))


def lstat(path):
    return stat_result(_posix.stat(path, False))


def access(path, mode):
    return _path_exists(path)


def _path_exists(path):
    try:
        _posix.stat(path)
    except (OSError, ValueError):
        return False
    return True


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        makedirs(head, mode, exist_ok=True)
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True): return path.isdir(self.path)
    def is_file(self, *, follow_symlinks=True): return path.isfile(self.path)
    def is_symlink(self): return path.islink(self.path)
    def stat(self, *, follow_symlinks=True): return stat(self.path)
    def __fspath__(self): return self.path
    def __repr__(self): return "<DirEntry %r>" % self.name


class _Scan:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self): return self
    def __next__(self): return next(self._entries)
    def __enter__(self): return self
    def __exit__(self, *args): pass
    def close(self): pass


def scandir(folder="."):
    return _Scan([DirEntry(folder, n) for n in listdir(folder)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        names = listdir(top)
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    dirs = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if n not in dirs]
    if topdown:
        yield top, dirs, files
    for n in dirs:
        full = path.join(top, n)
        if followlinks or not path.islink(full):
            yield from walk(full, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def system(command):
    try:
        from _wick_shell import os_system
    except ImportError:
        raise NotImplementedError("os.system is not available in Wick") from None
    return os_system(command)


def getlogin():
    return environ.get("USER", "user")


def get_terminal_size(fd=1):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])


def _exit(code):
    raise SystemExit(code)


import os.path as path
