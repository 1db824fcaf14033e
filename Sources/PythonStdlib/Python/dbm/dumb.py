"""A database of two files: FILE.dir says where in FILE.dat the values lie."""
import ast as _ast
import collections.abc as _abc
import io as _io
import os as _os

__all__ = ["error", "open"]
_BLOCK = 512        # values begin at multiples of it

error = OSError


class _Database(_abc.MutableMapping):
    """Keys and values are bytes."""

    def __init__(self, name, mode, flag):
        self._mode, self._read_only = mode, flag == "r"
        self._index = None
        name = _os.fsencode(name)
        self._dir, self._dat, self._bak = name + b".dir", name + b".dat", name + b".bak"
        self._changed = False
        if flag == "n":
            for path in (self._dat, self._bak, self._dir):
                try:
                    _os.remove(path)
                except OSError:
                    pass
        try:
            _io.open(self._dat, "r", encoding="latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            with _io.open(self._dat, "w", encoding="latin-1"):
                self._give_mode(self._dat)
        self._index = {}
        try:
            file = _io.open(self._dir, "r", encoding="latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            self._changed = True
            with _io.open(self._dir, "w", encoding="latin-1"):
                self._give_mode(self._dir)
        else:
            with file:
                for line in file:
                    key, place = _ast.literal_eval(line.rstrip())
                    self._index[key.encode("latin-1")] = place

    def _give_mode(self, path):
        _os.chmod(path, self._mode)

    def _known(self):
        if self._index is None:
            raise error("DBM object has already been closed")
        return self._index

    def _writable(self):
        if self._read_only:
            raise error("The database is opened for reading only")

    def sync(self):
        """Writes the index; the old one is kept as FILE.bak."""
        if self._index is None or not self._changed:
            return
        try:
            _os.unlink(self._bak)
        except OSError:
            pass
        try:
            _os.rename(self._dir, self._bak)
        except OSError:
            pass
        with _io.open(self._dir, "w", encoding="latin-1") as file:
            self._give_mode(self._dir)
            for key, place in self._index.items():
                file.write("%r, %r\n" % (key.decode("latin-1"), place))
        self._changed = False

    def close(self):
        """Writes the index, and lets nobody use the database any more."""
        try:
            self.sync()
        finally:
            self._index = None

    __del__ = close

    def __getitem__(self, key):
        key = key.encode("utf-8") if isinstance(key, str) else key
        place, size = self._known()[key]
        with _io.open(self._dat, "rb") as file:
            file.seek(place)
            return file.read(size)

    def __setitem__(self, key, value):
        self._writable()
        if isinstance(key, str):
            key = key.encode("utf-8")
        elif not isinstance(key, (bytes, bytearray)):
            raise TypeError("keys must be bytes or strings")
        if isinstance(value, str):
            value = value.encode("utf-8")
        elif not isinstance(value, (bytes, bytearray)):
            raise TypeError("values must be bytes or strings")
        known = self._known()
        key = bytes(key)
        self._changed = True
        with _io.open(self._dat, "rb+") as file:
            old = known.get(key)
            if old is not None and len(value) <= (old[1] + _BLOCK - 1) // _BLOCK * _BLOCK:
                # It fits into the blocks of the value before.
                place = old[0]
            else:
                end = file.seek(0, 2)
                place = (end + _BLOCK - 1) // _BLOCK * _BLOCK
                file.write(b"\0" * (place - end))
            file.seek(place)
            file.write(value)
        known[key] = place, len(value)
        if old is None:
            with _io.open(self._dir, "a", encoding="latin-1") as file:
                self._give_mode(self._dir)
                file.write("%r, %r\n" % (key.decode("latin-1"), known[key]))

    def __delitem__(self, key):
        self._writable()
        key = key.encode("utf-8") if isinstance(key, str) else key
        self._changed = True
        del self._known()[key]
        self.sync()

    def __contains__(self, key):
        return (key.encode("utf-8") if isinstance(key, str) else key) in self._known()

    def keys(self):
        return list(self._known())

    def items(self):
        return [(key, self[key]) for key in self._known()]

    def __iter__(self):
        return iter(self._known())

    def __len__(self):
        return len(self._known())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """Opens a database: flag "r" to read it, "w" to write too, "c" to make it if it is not there, "n" a new one."""
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    mask = _os.umask(0)
    _os.umask(mask)
    return _Database(file, mode & ~mask, flag)
