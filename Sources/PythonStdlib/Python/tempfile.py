"""Temporary files and folders."""
import errno as _errno
import io as _io
import os as _os
from types import GenericAlias as _GenericAlias

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 238328
template = "tmp"
tempdir = None
_bin_openflags = _text_openflags = _os.O_CREAT | _os.O_EXCL | _os.O_RDWR
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"


# Names

class _RandomNameSequence:
    """Names nobody guesses, without end."""

    characters = _letters

    def __next__(self):
        return "".join([_letters[b % 37] for b in _os.urandom(8)])

    def __iter__(self):
        return self


_name_sequence = None


def _get_candidate_names():
    global _name_sequence
    _name_sequence = _name_sequence or _RandomNameSequence()
    return _name_sequence


def _infer_return_type(*args):
    """`bytes` or `str`, as the parts that are given are; all of one type."""
    parts = [part for part in args if part is not None] or [tempdir]
    texts = [_os.fspath(part) if isinstance(part, _os.PathLike) else part for part in parts]
    kinds = {bytes if isinstance(text, bytes) else str for text in texts}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    return kinds.pop()


def _sanitize_params(prefix, suffix, dir):
    """The three parts of a path, where none is given the usual one, and their type."""
    kind = _infer_return_type(prefix, suffix, dir)
    usual = (gettempprefix, gettempdir) if kind is str else (gettempprefixb, gettempdirb)
    return (usual[0]() if prefix is None else prefix, kind() if suffix is None else suffix,
            usual[1]() if dir is None else dir, kind)


def _first_free(make, dir, prefix, suffix, kind, what):
    """What `make` gives for the first path that is not taken."""
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names) if kind is str else _os.fsencode(next(names))
        try:
            return make(_os.path.join(dir, prefix + name + suffix))
        except FileExistsError:
            pass
    raise FileExistsError(_errno.EEXIST, f"No usable temporary {what} found")


# The folder

def _candidate_tempdir_list():
    asked = [_os.path.abspath(folder) for folder in map(_os.getenv, ("TMPDIR", "TEMP", "TMP")) if folder]
    try:
        here = _os.getcwd()
    except OSError:
        here = _os.curdir
    return [*asked, "/tmp", "/var/tmp", "/usr/tmp", here]


def _writable(folder):
    """Whether a file could be made and written there."""
    try:
        fd, path = _mkstemp_inner(folder, "", "", _bin_openflags, str)
    except OSError:
        return False
    try:
        _os.write(fd, b"?")
    except OSError:
        return False
    finally:
        _os.close(fd)
        _os.unlink(path)
    return True


def _get_default_tempdir(dirlist=None):
    """The first folder one may write to."""
    dirlist = dirlist or _candidate_tempdir_list()
    for folder in dirlist:
        if _writable(folder):
            return folder if folder == _os.curdir else _os.path.abspath(folder)
    raise FileNotFoundError(_errno.ENOENT, f"No usable temporary directory found in {dirlist}")


def _gettempdir():
    global tempdir
    if tempdir is None:
        tempdir = _get_default_tempdir()
    return tempdir


def gettempdir():
    """The folder of temporary files."""
    return _os.fsdecode(_gettempdir())


def gettempdirb():
    """The folder of temporary files as bytes."""
    return _os.fsencode(_gettempdir())


def gettempprefix():
    """What names begin with."""
    return _os.fsdecode(template)


def gettempprefixb():
    """What names begin with as bytes."""
    return _os.fsencode(template)


# Files and folders that stay

def _mkstemp_inner(dir, pre, suf, flags, output_type):
    def make(path):
        return _os.open(path, flags, 0o600), path
    return _first_free(make, _os.path.abspath(dir), pre, suf, output_type, "file name")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file: its descriptor and its name."""
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _mkstemp_inner(dir, prefix, suffix, _text_openflags if text else _bin_openflags, kind)


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder: its name."""
    def make(path):
        _os.mkdir(path, 0o700)
        return _os.path.abspath(path)
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    return _first_free(make, dir, prefix, suffix, kind, "directory name")


def mktemp(suffix="", prefix=template, dir=None):
    """A name that is free at the moment; who uses it may come too late."""
    def make(path):
        if _os.path.lexists(path):
            raise FileExistsError
        return path
    return _first_free(make, gettempdir() if dir is None else dir, prefix, suffix, str, "filename")


# Files that go

class _TemporaryFileCloser:
    """Holds a named file and removes it when it is closed, or when nothing holds this object any more."""

    _there = True

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name = file, name
        self._goes, self._goes_on_close = delete, delete and delete_on_close

    def close(self):
        """Closes the file."""
        try:
            self.file.close()
        finally:
            if self._goes_on_close:
                self._remove()

    def cleanup(self):
        """Closes the file for good."""
        try:
            self.close()
        finally:
            if self._goes:
                self._remove()

    def _remove(self, unlink=_os.unlink):
        there, self._there = self._there, False
        if there:
            try:
                unlink(self.name)
            except FileNotFoundError:
                pass

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """A file that removes itself."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self._closer = _TemporaryFileCloser(file, name, delete, delete_on_close)
        self.file, self.name, self.delete = file, name, delete

    def close(self):
        self._closer.close()

    def __getattr__(self, name):
        """An attribute of the file. Methods are kept; each keeps the file from going while somebody has it."""
        found = getattr(self.__dict__["file"], name)
        if callable(found):
            found = _holding(found, self._closer, name)
        if not isinstance(found, int):
            self.__dict__[name] = found
        return found

    def __iter__(self):
        yield from self.file

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, *error):
        answer = self.file.__exit__(*error)
        self._closer.cleanup()
        return answer


def _holding(method, owner, name):
    def call(*args, _owner=owner, **kwargs):
        return method(*args, **kwargs)
    call.__name__ = name
    return call


def _named(file, name):
    """The file, whose lowest layer gets the name."""
    layer = file
    for part in ("buffer", "raw"):
        layer = getattr(layer, part, layer)
    layer.name = name
    return file


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A temporary file with a name; removed when closed."""
    file = path = None

    def opener(folder, flags):
        nonlocal path
        fd, path = _mkstemp_inner(folder, prefix, suffix, _bin_openflags, kind)
        return fd
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    how = {"encoding": encoding if "b" in mode else _io.text_encoding(encoding), "errors": errors, "newline": newline}
    try:
        file = _io.open(dir, mode, buffering, opener=opener, **how)
        return _TemporaryFileWrapper(_named(file, path), path, delete, delete_on_close)
    except BaseException:
        if file is not None:
            file.close()
        if path is not None and delete:
            _os.unlink(path)
        raise


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A temporary file without a name."""
    fd = None

    def opener(folder, flags):
        nonlocal fd
        fd, path = _mkstemp_inner(folder, prefix, suffix, _bin_openflags, kind)
        try:
            _os.unlink(path)
        except BaseException:
            _os.close(fd)
            raise
        return fd
    prefix, suffix, dir, kind = _sanitize_params(prefix, suffix, dir)
    how = {"encoding": encoding if "b" in mode else _io.text_encoding(encoding), "errors": errors, "newline": newline}
    return _named(_io.open(dir, mode, buffering, opener=opener, **how), fd)


class SpooledTemporaryFile(_io.IOBase):
    """In memory until it grows."""

    _rolled = False
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = _io.BytesIO()
        if "b" not in mode:
            encoding = _io.text_encoding(encoding)
            self._file = _io.TextIOWrapper(self._file, encoding, errors, newline)
        self._max_size, self._mode = max_size, mode
        self._on_disk = lambda: TemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)

    def __del__(self):
        if not self.closed:
            import warnings
            warnings.warn(f"Unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        if self.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, *error):
        self.close()

    def rollover(self):
        """Goes to disk."""
        if self._rolled:
            return
        memory, place = self._file, self._file.tell()
        self._file = self._on_disk()
        if "b" in self._mode:
            self._file.write(memory.getvalue())
        else:
            self._file.buffer.write(memory.detach().getvalue())
        self._file.seek(place)
        self._rolled = True

    def _limit(self, size):
        if self._max_size and size > self._max_size:
            self.rollover()

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def write(self, s):
        count = self._file.write(s)
        if not self._rolled:
            self._limit(self._file.tell())
        return count

    def writelines(self, iterable):
        if self._rolled or not self._max_size:
            return self._file.writelines(iterable)
        for line in iterable:
            self.write(line)

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    @property
    def mode(self):
        return self._file.mode if self._rolled else self._mode

    @property
    def name(self):
        return self._file.name if self._rolled else None


def _pass_on():
    """Gives SpooledTemporaryFile the methods and attributes that are its file's."""
    def method(name):
        def call(self, *args):
            return getattr(self._file, name)(*args)
        call.__name__, call.__qualname__ = name, "SpooledTemporaryFile." + name
        return call
    for name in ("close", "flush", "isatty", "readable", "writable", "seekable", "read", "read1", "readinto",
                 "readinto1", "readline", "readlines", "seek", "tell", "detach"):
        setattr(SpooledTemporaryFile, name, method(name))
    for name in ("closed", "encoding", "errors", "newlines"):
        setattr(SpooledTemporaryFile, name, property(lambda self, name=name: getattr(self._file, name)))


_pass_on()


class TemporaryDirectory:
    """A folder that is removed with all that is in it."""

    _gone = True
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._gone, self._delete, self._ignore_cleanup_errors = False, delete, ignore_cleanup_errors

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Removes the folder."""
        if not self._gone or _os.path.exists(self.name):
            self._gone = True
            self._rmtree(self._ignore_cleanup_errors)

    def __del__(self):
        if not self._gone and self._delete and _os.path.exists(self.name):
            self._gone = True
            self._rmtree(True)
            import warnings
            warnings.warn(f"Implicitly cleaning up {self!r}", ResourceWarning)

    def _rmtree(self, ignore):
        """Removes the folder; what may not be removed gets other permissions first."""
        from shutil import rmtree

        def repair(function, path, info):
            error = info[1]
            if not isinstance(error, PermissionError):
                if ignore or isinstance(error, FileNotFoundError):
                    return
                raise error
            try:
                for place in ((path,) if path == self.name else (_os.path.dirname(path), path)):
                    _os.chmod(place, 0o700)
                if function in (_os.scandir, _os.rmdir):
                    rmtree(path, ignore_errors=ignore)
                else:
                    _os.unlink(path)
            except FileNotFoundError:
                pass
        rmtree(self.name, onerror=repair)
