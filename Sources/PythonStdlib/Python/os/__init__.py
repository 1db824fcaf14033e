"""Operating system interface."""
import posix as _posix
import sys as _sys
from posix import (memfd_create, pread, pwrite, O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_CLOEXEC, _exit, chdir,
                   close, cpu_count, dup, dup2, fsync, ftruncate, get_inheritable, getcwd, getegid, geteuid, getgid,
                   getloadavg, getpid, getppid, getuid, isatty, kill, lseek, pipe, read,
                   set_inheritable, strerror, truncate, umask, urandom, write)

name = "posix"
linesep = "\n"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
pathsep = ":"
extsep = "."
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
EX_OK = 0
O_NONBLOCK, O_SYNC, O_DIRECTORY, O_NOFOLLOW = 0o4000, 0o4010000, 0o200000, 0o400000
O_ACCMODE = 3
WNOHANG, WUNTRACED, WCONTINUED = 1, 2, 8
supports_dir_fd = set()
supports_fd = set()
supports_follow_symlinks = set()
supports_effective_ids = set()
supports_bytes_environ = True

def fspath(path):
    """The path as str or bytes."""
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    result = hook(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError("expected %s.__fspath__() to return str or bytes, not %s"
                        % (type(path).__name__, type(result).__name__))
    return result


_fspath = fspath


class _PathLikeType(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        return type.__subclasscheck__(cls, subclass) or cls is PathLike and hasattr(subclass, "__fspath__")

    def register(cls, subclass):
        return subclass


class PathLike(metaclass=_PathLikeType):
    """Base of path objects."""

    def __fspath__(self):
        raise NotImplementedError

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def _environ_class():
    # `dict` underneath is fast; `collections.abc` would have to be imported first.
    class _Environ(dict):
        def __setitem__(self, key, value):
            for text in (key, value):
                if not isinstance(text, str):
                    raise TypeError("str expected, not %s" % type(text).__name__)
            if "=" in key or not key:
                raise ValueError("illegal environment variable name")
            if "\0" in key or "\0" in value:
                raise ValueError("embedded null byte")
            _posix.putenv(key, value)
            super().__setitem__(key, value)

        def __getitem__(self, key):
            if not isinstance(key, str):
                raise TypeError("str expected, not %s" % type(key).__name__)
            return super().__getitem__(key)

        def __delitem__(self, key):
            if not isinstance(key, str):
                raise TypeError("str expected, not %s" % type(key).__name__)
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

        def popitem(self):
            key = next(iter(self), None)
            if key is None:
                raise KeyError("popitem(): dictionary is empty")
            return key, self.pop(key)

        def clear(self):
            for key in list(self):
                del self[key]

        def update(self, *args, **kwds):
            for key, value in dict(*args, **kwds).items():
                self[key] = value

        def copy(self):
            return dict(self)

        def __repr__(self):
            return "environ({%s})" % ", ".join(["%r: %r" % item for item in self.items()])

        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            if not hasattr(other, "keys"):
                return NotImplemented
            return {**dict(self), **dict(other)}

        def __ror__(self, other):
            if not hasattr(other, "keys"):
                return NotImplemented
            return {**dict(other), **dict(self)}
    return _Environ


_Environ = _environ_class()
environ = _Environ(_posix.environ())


def getenv(key, default=None):
    """A variable of the environment, or the default."""
    if not isinstance(key, str):
        raise TypeError("str expected, not %s" % type(key).__name__)
    return environ.get(key, default)


def __getattr__(name):
    if name != "environb":
        if not name.startswith("_"):
            from os import _system
            if hasattr(_system, name):
                found = globals()[name] = getattr(_system, name)
                return found
        raise AttributeError("module 'os' has no attribute %r" % name)
    from _collections_abc import MutableMapping

    def encoded(value):
        if not isinstance(value, bytes):
            raise TypeError("bytes expected, not %s" % type(value).__name__)
        return fsdecode(value)

    class _EnvironBytes(MutableMapping):
        """The environment with bytes as keys and values."""

        def __getitem__(self, key):
            try:
                return fsencode(environ[encoded(key)])
            except KeyError:
                raise KeyError(key) from None

        def __setitem__(self, key, value):
            environ[encoded(key)] = encoded(value)

        def __delitem__(self, key):
            try:
                del environ[encoded(key)]
            except KeyError:
                raise KeyError(key) from None

        def __iter__(self):
            return iter([fsencode(key) for key in environ])

        def __len__(self):
            return len(environ)

        def __repr__(self):
            return "environ({%s})" % ", ".join(["%r: %r" % item for item in self.items()])

        def copy(self):
            return dict(self)

        def __ior__(self, other):
            self.update(other)
            return self

        def __or__(self, other):
            return {**dict(self), **dict(other)} if hasattr(other, "keys") else NotImplemented

        def __ror__(self, other):
            return {**dict(other), **dict(self)} if hasattr(other, "keys") else NotImplemented

    made = globals()["environb"] = _EnvironBytes()
    return made


def getenvb(key, default=None):
    return __getattr__("environb").get(key, default)


def putenv(key, value):
    _posix.putenv(key, value)


def unsetenv(key):
    _posix.unsetenv(key)


def getcwdb():
    return getcwd().encode("utf-8", "surrogateescape")


def listdir(path="."):
    """The names in a folder."""
    names = _posix.listdir("." if path is None else "/proc/self/fd/%d" % path if isinstance(path, int) else path)
    if isinstance(path, bytes):
        return [fsencode(n) for n in names]
    return names


def _within(function, path, dir_fd, *args):
    """Calls a function with a file of the folder that a descriptor stands for."""
    from os._folders import call
    return call(function, path, dir_fd, *args)


def _within2(function, src, src_dir_fd, dst, dst_dir_fd):
    from os._folders import call2
    return call2(function, src, src_dir_fd, dst, dst_dir_fd)


def open(path, flags, mode=0o777, *, dir_fd=None):
    """Opens a file: its descriptor."""
    return _posix.open(path, flags, mode) if dir_fd is None else _within(_posix.open, path, dir_fd, flags, mode)


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    """Whether a file may be used so."""
    return _posix.access(path, mode) if dir_fd is None else _within(_posix.access, path, dir_fd, mode)


def remove(path, *, dir_fd=None):
    """Removes a file."""
    return _posix.remove(path) if dir_fd is None else _within(_posix.remove, path, dir_fd)


def unlink(path, *, dir_fd=None):
    """Removes a file."""
    return _posix.remove(path) if dir_fd is None else _within(_posix.remove, path, dir_fd)


def rmdir(path, *, dir_fd=None):
    """Removes an empty folder."""
    return _posix.rmdir(path) if dir_fd is None else _within(_posix.rmdir, path, dir_fd)


def mkdir(path, mode=0o777, *, dir_fd=None):
    return _posix.mkdir(path, mode) if dir_fd is None else _within(_posix.mkdir, path, dir_fd, mode)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    if src_dir_fd is None and dst_dir_fd is None:
        return _posix.replace(src, dst)
    return _within2(_posix.replace, src, src_dir_fd, dst, dst_dir_fd)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    return rename(src, dst, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)


def renames(old, new):
    """Renames, makes the folders that the new name needs and removes those that are left empty."""
    above, name = path.split(new)
    if name and above and not path.exists(above):
        makedirs(above)
    rename(old, new)
    left, name = path.split(old)
    if not name or not left:
        return
    try:
        removedirs(left)
    except OSError:
        # Something else is still in it.
        pass


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    if src_dir_fd is None and dst_dir_fd is None:
        return _posix.link(src, dst)
    return _within2(_posix.link, src, src_dir_fd, dst, dst_dir_fd)


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    if dir_fd is None:
        return _posix.symlink(src, dst)
    return _within2(_posix.symlink, src, None, dst, dir_fd)


def readlink(path, *, dir_fd=None):
    target = _posix.readlink(path) if dir_fd is None else _within(_posix.readlink, path, dir_fd)
    return fsencode(target) if isinstance(path, bytes) else target


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    return _posix.chmod(path, mode) if dir_fd is None else _within(_posix.chmod, path, dir_fd, mode)


fchmod = _posix.chmod


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    return _posix.chown(path, uid, gid) if dir_fd is None else _within(_posix.chown, path, dir_fd, uid, gid)


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Sets the times of access and modification."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if dir_fd is not None:
        return _within(lambda name: utime(name, times, ns=ns), path, dir_fd)
    if ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        _posix.utime(path, ns[0], ns[1])
    elif times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        _posix.utime(path, *[t * 10**9 if isinstance(t, int) else int(t // 1) * 10**9 + int(t % 1 * 1e9)
                             for t in times])
    else:
        _posix.utime(path, None, None)


class _Record(tuple):
    """A tuple with names for its places."""

    _names = ()

    def __new__(cls, values):
        values = tuple(values)
        if len(values) != len(cls._names):
            raise TypeError("%s.%s() takes a %d-sequence (%d-sequence given)" % (
                cls.__module__, cls.__name__, len(cls._names), len(values)))
        return tuple.__new__(cls, values)

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError("'%s.%s' object has no attribute '%s'" % (type(self).__module__, type(self).__name__, name))

    def __repr__(self):
        return "%s.%s(%s)" % (type(self).__module__, type(self).__name__,
                              ", ".join(["%s=%r" % pair for pair in zip(self._names, self)]))


class stat_result(tuple):
    """What `stat` tells about a file."""

    n_fields, n_sequence_fields, n_unnamed_fields = 19, 10, 3
    _names = ("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime",
              "st_ctime")

    def __new__(cls, values, more=None):
        values = tuple(values)
        if len(values) < 10:
            raise TypeError("os.stat_result() takes an at least 10-sequence (%d-sequence given)" % len(values))
        if len(values) > 19:
            raise TypeError("os.stat_result() takes an at most 19-sequence (%d-sequence given)" % len(values))
        self = tuple.__new__(cls, values[:10])
        self.__dict__["_rest"] = values[10:]
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime_ns = property(lambda self: self._rest[0] if self._rest else None)
    st_mtime_ns = property(lambda self: self._rest[1] if self._rest else None)
    st_ctime_ns = property(lambda self: self._rest[2] if self._rest else None)
    st_atime = property(lambda self: self._rest[0] / 1e9 if self._rest else self[7])
    st_mtime = property(lambda self: self._rest[1] / 1e9 if self._rest else self[8])
    st_ctime = property(lambda self: self._rest[2] / 1e9 if self._rest else self[9])
    st_blksize = property(lambda self: self._rest[3] if self._rest else None)
    st_blocks = property(lambda self: self._rest[4] if self._rest else None)
    st_rdev = property(lambda self: self._rest[5] if self._rest else None)

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute" if hasattr(self, name) else
                             "'os.stat_result' object has no attribute %r" % name)

    def __reduce__(self):
        return stat_result, (tuple(self) + self._rest,)

    def __repr__(self):
        return "os.stat_result(%s)" % ", ".join(["%s=%r" % pair for pair in zip(self._names, self)])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """What the system knows about a file."""
    if dir_fd is None:
        return _posix.stat_of(path, follow_symlinks, stat_result)
    return stat_result(_within(_posix.status, path, dir_fd, follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat(path, dir_fd=dir_fd, follow_symlinks=False)


def fstat(fd):
    return _posix.stat_of(fd, True, stat_result)


class terminal_size(_Record):
    _names = ("columns", "lines")
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])


class uname_result(_Record):
    _names = ("sysname", "nodename", "release", "version", "machine")


class times_result(_Record):
    _names = ("user", "system", "children_user", "children_system", "elapsed")


for _c in (stat_result, terminal_size, uname_result, times_result):
    _c.__module__ = "os"
uname_result.__module__ = times_result.__module__ = "posix"


def uname():
    return uname_result(_posix.uname())


def times():
    import time
    return times_result((time.process_time(), 0.0, 0.0, 0.0, time.monotonic()))


def get_terminal_size(fd=1):
    return terminal_size(_posix.terminal_size(fd))


def device_encoding(fd):
    return "utf-8" if isatty(fd) else None


def sched_getaffinity(pid):
    return set(range(cpu_count()))


def process_cpu_count():
    return cpu_count()


def getlogin():
    return environ.get("LOGNAME") or environ.get("USER") or "root"


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    found = (environ if env is None else env).get("PATH")
    return (defpath if found is None else found).split(pathsep)


def _above(name):
    """The folder above and the last part; a slash at the end does not count."""
    folder, last = path.split(name)
    return (folder, last) if last else path.split(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those above it."""
    folder, last = _above(name)
    if last and folder and not path.exists(folder):
        try:
            makedirs(folder, exist_ok=exist_ok)
        except FileExistsError:
            # Somebody else made it meanwhile.
            pass
        if last in (".", b"."):
            # It is the folder that was made just now.
            return
    try:
        mkdir(name, mode)
    except OSError:
        if exist_ok and path.isdir(name):
            return
        raise


def removedirs(name):
    """Removes a folder and those above it that are empty."""
    rmdir(name)
    folder, last = _above(name)
    try:
        while last and folder:
            rmdir(folder)
            folder, last = path.split(folder)
    except OSError:
        # Something else is in it, or it is not ours.
        pass


class DirEntry:
    """An entry of a folder."""

    __slots__ = ("name", "path", "_full", "_info", "_link")

    def __init__(self, folder, name):
        self.name = name
        if isinstance(folder, int):
            # Of an open folder the name is the path.
            self.path, self._full = name, "/proc/self/fd/%d/%s" % (folder, name)
        else:
            self.path = self._full = path.join(folder, name)
        self._info = self._link = None

    def stat(self, *, follow_symlinks=True):
        if follow_symlinks:
            if self._info is None:
                self._info = stat(self._full)
            return self._info
        if self._link is None:
            self._link = lstat(self._full)
        return self._link

    def _kind(self, wanted, follow):
        try:
            return self.stat(follow_symlinks=follow).st_mode & 0o170000 == wanted
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        return self._kind(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._kind(0o100000, follow_symlinks)

    def is_symlink(self):
        return self._kind(0o120000, False)

    def is_junction(self):
        return False

    def inode(self):
        return self.stat(follow_symlinks=False).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return "<DirEntry %r>" % self.name

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _Scan:
    def __init__(self, folder, names):
        self._folder, self._names = folder, iter(names)

    def __iter__(self):
        return self

    def __next__(self):
        return DirEntry(self._folder, next(self._names))

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._names = iter(())


def scandir(path=None):
    """The entries of a folder."""
    folder = "." if path is None else path if isinstance(path, int) else fspath(path)
    return _Scan(folder, listdir(folder))


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Folders below a folder: (path, folders, files) of each."""
    _sys.audit("os.walk", top, topdown, onerror, followlinks) if hasattr(_sys, "audit") else None
    top = fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as e:
        if onerror is not None:
            onerror(e)
        return
    dirs, files, inner = [], [], []
    for entry in entries:
        try:
            is_dir = entry.is_dir()
        except OSError:
            is_dir = False
        (dirs if is_dir else files).append(entry.name)
    if topdown:
        yield top, dirs, files
    for n in dirs:
        full = path.join(top, n)
        if followlinks or not path.islink(full):
            yield from walk(full, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like `walk`, with an open descriptor of each folder: (path, folders, files, descriptor)."""
    from os._folders import fwalk
    yield from fwalk(top, topdown, onerror, follow_symlinks, dir_fd)


supports_dir_fd.update((access, chmod, chown, link, lstat, mkdir, open, readlink, remove, rename, replace, rmdir, stat,
                        symlink, unlink, utime))
supports_fd.update((listdir, scandir, stat))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    """A file object of a descriptor."""
    import io
    if not isinstance(fd, int):
        raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def popen(cmd, mode="r", buffering=-1):
    """Runs a command and reads what it writes, or writes what it reads."""
    end = {"r": "stdout", "w": "stdin"}.get(mode)
    if not isinstance(cmd, str):
        raise TypeError("invalid cmd type (%s, expected string)" % type(cmd))
    if end is None:
        raise ValueError("invalid mode %r" % mode)
    if buffering in (None, 0):
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    process = subprocess.Popen(cmd, shell=True, text=True, bufsize=buffering, **{end: subprocess.PIPE})
    return _Pipe(getattr(process, end), process)


class _Pipe:
    """The stream of a program; closing it waits for the program."""

    def __init__(self, stream, process):
        self._stream, self._process = stream, process

    def close(self):
        self._stream.close()
        status = self._process.wait()
        if status == 0:
            return None
        return status << 8 if status > 0 else status

    def __iter__(self):
        return iter(self._stream)

    def __getattr__(self, name):
        # Everything else is the stream's.
        return getattr(self._stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def system(command):
    """Runs a command of the shell: its status."""
    try:
        from _wick_shell import os_system
    except ImportError:
        import subprocess
        status = subprocess.call(["/bin/sh", "-c", command])
        return status << 8 if status >= 0 else -status
    return os_system(command)


def waitpid(pid, options, /):
    """Waits for a child: (its number, its status)."""
    import _process
    return _process.wait(pid, options, None)


def wait():
    """Waits for any child."""
    return waitpid(-1, 0)


def killpg(pgid, signal, /):
    import _process
    _process.killpg(pgid, signal)


def getpgid(pid):
    import _process
    return _process.getpgid(pid)


def getpgrp():
    return getpgid(0)


def getsid(pid, /):
    import _process
    return _process.getsid(pid)


def setsid():
    """Makes this process the leader of a new session."""
    import _process
    _process.setsid()


def setpgid(pid, pgrp, /):
    """Moves a process into a group."""
    import _process
    _process.setpgid(pid, pgrp)


def setpgrp():
    """Makes this process the leader of a new group."""
    setpgid(0, 0)


def openpty():
    """Opens a terminal: (descriptor of who stands behind it, descriptor of who uses it)."""
    import _terminal
    return _terminal.openpty()


def login_tty(fd, /):
    """Makes a terminal that of a new session, and standard input, output and error."""
    import _terminal
    _terminal.login_tty(fd)


def forkpty():
    """Forks; the child uses a new terminal. Returns (process, descriptor), for the child (0, -1)."""
    master, slave = openpty()
    pid = fork()
    if pid == 0:
        close(master)
        login_tty(slave)
        return 0, -1
    close(slave)
    return pid, master


def ttyname(fd, /):
    """The name of the terminal of a descriptor."""
    import _terminal
    return _terminal.ttyname(fd)


def ctermid():
    """The name of the terminal that the process belongs to."""
    return "/dev/tty"


def tcgetpgrp(fd, /):
    """The group of processes that a terminal belongs to."""
    import _terminal
    return _terminal.tcgetpgrp(fd)


def tcsetpgrp(fd, pgid, /):
    """Gives a terminal to a group of processes."""
    import _terminal
    _terminal.tcsetpgrp(fd, pgid)


def nice(increment, /):
    """Changes how much processor time the process gets: the new value."""
    import _process
    return _process.nice(increment)


def setreuid(ruid, euid, /):
    """Sets the real and the effective user."""
    import _process
    _process.setreuid(ruid, euid)


def setregid(rgid, egid, /):
    """Sets the real and the effective group."""
    import _process
    _process.setregid(rgid, egid)


def setuid(uid, /):
    """Sets the user."""
    setreuid(uid, uid)


def setgid(gid, /):
    """Sets the group."""
    setregid(gid, gid)


def setgroups(groups, /):
    """Sets the other groups of this process."""
    import _process
    _process.setgroups(list(groups))


def set_blocking(fd, blocking, /):
    import _process
    _process.set_blocking(fd, blocking)


def get_blocking(fd, /):
    import _process
    return _process.get_blocking(fd)


P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1


def _spawn(mode, file, args, env):
    import subprocess
    if not args:
        raise ValueError("argv must not be empty")
    try:
        process = subprocess.Popen(list(args), executable=file, env=env, close_fds=False)
    except OSError:
        return 127
    if mode == P_WAIT:
        return process.wait()
    process._child_created = False
    return process.pid


def spawnv(mode, file, args):
    return _spawn(mode, path.join(curdir, file) if sep not in file else file, args, None)


def spawnve(mode, file, args, env):
    return _spawn(mode, path.join(curdir, file) if sep not in file else file, args, env)


def spawnvp(mode, file, args):
    return _spawn(mode, file, args, None)


def spawnvpe(mode, file, args, env):
    return _spawn(mode, file, args, env)


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnlp(mode, file, *args):
    return spawnvp(mode, file, args)


_around_fork = []


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Registers what is called around fork()."""
    if before is None and after_in_child is None and after_in_parent is None:
        raise TypeError("At least one argument is required.")
    for function in (before, after_in_child, after_in_parent):
        if function is not None and not callable(function):
            raise TypeError("'%s' must be callable, not %s" % (
                "before" if function is before else "after_in_child" if function is after_in_child else "after_in_parent",
                type(function).__name__))
    _around_fork.append((before, after_in_child, after_in_parent))


def fork():
    """Makes a copy of this process: 0 in the copy, its number here."""
    import _process
    import sys
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (AttributeError, ValueError, OSError):
            pass
    for before, _, _ in reversed(_around_fork):
        if before:
            before()
    pid = _process.fork_here()
    if pid == 0:
        for name in ("_wick_shell", "threading", "concurrent.futures", "random"):
            if name in sys.modules or name == "_wick_shell":
                try:
                    module = sys.modules.get(name) or __import__(name)
                except ImportError:
                    continue
                module._after_fork()
    for _, in_child, in_parent in _around_fork:
        function = in_parent if pid else in_child
        if function:
            function()
    return pid


def waitstatus_to_exitcode(status):
    return -(status & 0x7f) if status & 0x7f else status >> 8


def WEXITSTATUS(status):
    return status >> 8 & 0xff


def WIFEXITED(status):
    return not status & 0x7f


def WIFSIGNALED(status):
    return status & 0x7f not in (0, 0x7f)


def WTERMSIG(status):
    return status & 0x7f


def WIFSTOPPED(status):
    return status & 0xff == 0x7f


def WSTOPSIG(status):
    return status >> 8 & 0xff


def WIFCONTINUED(status):
    return status == 0xffff


def WCOREDUMP(status):
    return bool(status & 0x80)


def abort():
    kill(getpid(), 6)


import os.path as path
