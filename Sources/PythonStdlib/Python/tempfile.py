"""Temporary files and folders."""
import io as _io
import os as _os

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "gettempdir", "gettempprefix", "tempdir"]

tempdir = None
_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"

def gettempprefix():
    return "tmp"

def gettempdir():
    global tempdir
    if tempdir is None:
        for folder in (_os.getenv("TMPDIR"), _os.getenv("TEMP"), _os.getenv("TMP"), "/tmp", "/var/tmp", "/usr/tmp"):
            if folder and _os.path.isdir(folder):
                tempdir = _os.path.abspath(folder)
                break
        else:
            tempdir = _os.getcwd()
    return tempdir

def _make(action, suffix, prefix, folder):
    folder = gettempdir() if folder is None else folder
    prefix = "tmp" if prefix is None else prefix
    for _ in range(1000):
        name = "".join(_letters[byte % len(_letters)] for byte in _os.urandom(8))
        path = _os.path.abspath(_os.path.join(folder, prefix + name + (suffix or "")))
        try:
            return action(path), path
        except FileExistsError:
            continue
    raise FileExistsError(17, "No usable temporary name found")

def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return _make(lambda path: _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600), suffix, prefix, dir)

def mkdtemp(suffix=None, prefix=None, dir=None):
    return _make(lambda path: _os.mkdir(path, 0o700), suffix, prefix, dir)[1]

def _remove_tree(folder):
    for name in _os.listdir(folder):
        path = _os.path.join(folder, name)
        if _os.path.isdir(path) and not _os.path.islink(path):
            _remove_tree(path)
        else:
            _os.remove(path)
    _os.rmdir(folder)

class TemporaryDirectory:
    """A folder that is removed with all it holds."""
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete
        self._ignores = ignore_cleanup_errors
    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"
    def __enter__(self):
        return self.name
    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()
    def cleanup(self):
        if not _os.path.isdir(self.name):
            return
        try:
            _remove_tree(self.name)
        except OSError:
            if not self._ignores:
                raise

class _TemporaryFile:
    """An open file with its name; removed when it is closed."""
    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete
    def __getattr__(self, name):
        return getattr(self.file, name)
    def __enter__(self):
        return self
    def __exit__(self, exc, value, tb):
        self.close()
    def __iter__(self):
        return iter(self.file)
    def close(self):
        self.file.close()
        if self.delete and _os.path.exists(self.name):
            _os.remove(self.name)

def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    descriptor, path = mkstemp(suffix, prefix, dir)
    _os.close(descriptor)
    return _TemporaryFile(open(path, mode, encoding=encoding, errors=errors, newline=newline), path, delete)

def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)

def SpooledTemporaryFile(max_size=0, mode="w+b", **keys):
    return _io.BytesIO() if "b" in mode else _io.StringIO()
