"""Streams of bytes without a buffer of their own: files of the system and bytes in memory."""
import _memoryfiles
import posix as _posix
from _io_base import BufferedIOBase, DEFAULT_BUFFER_SIZE, RawIOBase, UnsupportedOperation, _fill, _plain, _size

__name__ = "io"        # the module that pickles and messages name


class BytesIO(_memoryfiles.ByteBuffer, BufferedIOBase):
    """Bytes in memory as a file."""

    __del__ = _memoryfiles.finish

    def __getstate__(self):
        return self.getvalue(), self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("%s.__setstate__ argument should be 3-tuple, got %s" % (
                type(self).__name__, type(state).__name__))
        self._checkClosed()
        buffer, pos, extra = state
        if not isinstance(pos, int):
            raise TypeError("second item of state must be an integer, not %s" % type(pos).__name__)
        if pos < 0:
            raise ValueError("position value cannot be negative")
        self._restore(buffer, pos)
        if extra is not None:
            self.__dict__.update(extra)

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()

    def readinto(self, b):
        self._checkClosed()
        return self._readinto(b, False)


_memoryfiles.set_up(_plain)


# What a mode says, by the mode: created, reading, writing, appending, flags.
_modes = {}


def _plan(mode):
    if not isinstance(mode, str):
        raise TypeError("invalid mode: %s" % (mode,))
    if not set(mode) <= set("xrwab+"):
        raise ValueError("invalid mode: %s" % (mode,))
    if sum(c in "rwax" for c in mode) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    reading, writing = "r" in mode or "+" in mode, "r" not in mode or "+" in mode
    flags = _posix.O_EXCL | _posix.O_CREAT if "x" in mode else _posix.O_CREAT | _posix.O_TRUNC if "w" in mode else \
        _posix.O_APPEND | _posix.O_CREAT if "a" in mode else 0
    flags |= _posix.O_RDWR if reading and writing else _posix.O_RDONLY if reading else _posix.O_WRONLY
    return "x" in mode, reading, writing, "a" in mode, flags | _posix.O_CLOEXEC


class FileIO(_memoryfiles.RawFile, RawIOBase):
    """A file of the system without a buffer."""

    __del__ = _memoryfiles.finish

    _reading = _writing = _appending = _created = False
    _seekable = None
    _closefd = True

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if self._fd >= 0:
            try:
                if self._closefd:
                    _posix.close(self._fd)
            finally:
                self._fd = -1
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        if isinstance(file, int) and not isinstance(file, bool):
            fd = file
            if fd < 0:
                raise ValueError("negative file descriptor")
        else:
            fd = -1
            if isinstance(file, str) and "\0" in file or isinstance(file, bytes) and b"\0" in file:
                raise ValueError("embedded null byte" if isinstance(file, bytes) else "embedded null character")
        plan = _modes.get(mode) if type(mode) is str else None
        if plan is None:
            plan = _modes[mode] = _plan(mode)
        self._created, self._reading, self._writing, self._appending, flags = plan
        self._closefd = bool(closefd)
        own = None
        try:
            size = 0
            if fd < 0:
                if not closefd:
                    raise ValueError("Cannot use closefd=False with file name")
                if opener is None:
                    fd, size = _posix.open_file(file, flags, 0o666)
                else:
                    fd = opener(file, flags)
                    if not isinstance(fd, int):
                        raise TypeError("expected integer from opener")
                    if fd < 0:
                        raise ValueError("opener returned %d" % fd)
                own = fd
            if not size:
                info = _posix.status(fd, True)
                if info[0] & 0o170000 == 0o040000:
                    raise IsADirectoryError(21, "Is a directory", file)
                size = info[13] if info[13] > 1 else DEFAULT_BUFFER_SIZE
            self._blksize = size
            self.name = file
            self._fd = fd
            self._seekable = None
            if self._appending:
                try:
                    _posix.lseek(fd, 0, 2)
                except OSError:
                    pass
        except BaseException:
            if own is not None:
                _posix.close(own)
            self._fd = -1
            raise

    def __repr__(self):
        name = "%s.%s" % ("_io", type(self).__qualname__)
        if self.closed:
            return "<%s [closed]>" % name
        try:
            shown = self.name
        except AttributeError:
            return "<%s fd=%d mode=%r closefd=%r>" % (name, self._fd, self.mode, self._closefd)
        return "<%s name=%r mode=%r closefd=%r>" % (name, shown, self.mode, self._closefd)

    def _checkReadable(self, msg=None):
        if not self._reading:
            raise UnsupportedOperation("File not open for reading")

    def _checkWritable(self, msg=None):
        if not self._writing:
            raise UnsupportedOperation("File not open for writing")

    def read(self, size=None):
        if self._IOBase__closed:
            self._checkClosed()
        if not self._reading:
            self._checkReadable()
        if size is None or size < 0:
            return self.readall()
        return _posix.read(self._fd, size)

    def readall(self):
        if self._IOBase__closed:
            self._checkClosed()
        if not self._reading:
            self._checkReadable()
        return _posix.readall(self._fd)

    def readinto(self, b):
        data = self.read(_size(b))
        _fill(b, data)
        return len(data)

    def write(self, b):
        if self._IOBase__closed:
            self._checkClosed()
        if not self._writing:
            self._checkWritable()
        return _posix.write(self._fd, _plain(b))

    def seek(self, pos, whence=0):
        if isinstance(pos, float):
            raise TypeError("an integer is required")
        if self._IOBase__closed:
            self._checkClosed()
        return _posix.lseek(self._fd, pos, whence)

    def tell(self):
        if self._IOBase__closed:
            self._checkClosed()
        return _posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None):
        if self._IOBase__closed:
            self._checkClosed()
        if not self._writing:
            self._checkWritable()
        size = self.tell() if size is None else size
        _posix.ftruncate(self._fd, size)
        return size

    def close(self):
        if not self.closed:
            try:
                super().close()
            finally:
                if self._closefd and self._fd >= 0:
                    fd, self._fd = self._fd, -1
                    _posix.close(fd)

    def _shut(self):
        """Closes the descriptor; nobody else is told."""
        self._IOBase__closed = True
        if self._closefd and self._fd >= 0:
            fd, self._fd = self._fd, -1
            _posix.close(fd)

    def seekable(self):
        if self._IOBase__closed:
            self._checkClosed()
        if self._seekable is None:
            try:
                self.tell()
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def readable(self):
        if self._IOBase__closed:
            self._checkClosed()
        return self._reading

    def writable(self):
        if self._IOBase__closed:
            self._checkClosed()
        return self._writing

    def fileno(self):
        if self._IOBase__closed:
            self._checkClosed()
        return self._fd

    def isatty(self):
        if self._IOBase__closed:
            self._checkClosed()
        return _posix.isatty(self._fd)

    @property
    def closefd(self):
        return self._closefd

    @property
    def mode(self):
        if self._created:
            return "xb+" if self._reading else "xb"
        if self._appending:
            return "ab+" if self._reading else "ab"
        if self._reading:
            return "rb+" if self._writing else "rb"
        return "wb"


# Streams with something to write, by id: what is open at the end is flushed then.
_writers = {}


def _remember(stream):
    import _weakref
    _writers[id(stream)] = _weakref.ref(stream)


def _flush_all():
    for ref in list(_writers.values()):
        stream = ref()
        if stream is not None:
            try:
                stream.flush()
            except Exception:
                pass


_memoryfiles.set_files(FileIO, BytesIO)
