"""ZIP archives."""
import io
import os
from _zipfile_format import (
    BadZipFile, BadZipfile, DEFAULT_VERSION, LargeZipFile, MAX_EXTRACT_VERSION, ZIP64_LIMIT, ZIP64_VERSION,
    ZIP_BZIP2, ZIP_DEFLATED, ZIP_FILECOUNT_LIMIT, ZIP_LZMA, ZIP_MAX_COMMENT, ZIP_STORED, ZipInfo, _find_end,
    compressor_names, error,
)
from _zipfile_streams import ZipExtFile
from _zipfile_archive import ZipFile

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile",
           "ZipInfo", "ZipFile", "PyZipFile", "LargeZipFile", "Path"]


def is_zipfile(filename):
    """Whether a file is a ZIP archive."""
    try:
        if hasattr(filename, "read"):
            position = filename.tell()
            try:
                return _find_end(filename) is not None
            finally:
                filename.seek(position)
        with open(filename, "rb") as fp:
            return _find_end(fp) is not None
    except OSError:
        return False


class PyZipFile(ZipFile):
    """An archive of Python modules."""

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, optimize=-1):
        ZipFile.__init__(self, file, mode, compression, allowZip64)

    def writepy(self, pathname, basename="", filterfunc=None):
        for name in sorted(os.listdir(pathname)) if os.path.isdir(pathname) else [pathname]:
            full = os.path.join(pathname, name) if os.path.isdir(pathname) else pathname
            if full.endswith(".py") and (filterfunc is None or filterfunc(full)):
                self.write(full, basename + "/" + os.path.basename(full) if basename else os.path.basename(full))


class Path:
    """A path within an archive."""

    def __init__(self, root, at=""):
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def _names(self):
        names = self.root.namelist()
        known = set(names)
        for name in names:
            parts = name.rstrip("/").split("/")[:-1]
            for i in range(1, len(parts) + 1):
                folder = "/".join(parts[:i]) + "/"
                if folder not in known:
                    known.add(folder)
                    names.append(folder)
        return names

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode="r", *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def read_text(self, *args, **kwargs):
        with self.open("r", *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def _next(self, at):
        return self.__class__(self.root, at)

    def exists(self):
        """Whether the archive has it."""
        return self.at in self._names()

    def is_dir(self):
        """Whether it is a folder."""
        return self.at[-1:] in ("", "/")

    def is_file(self):
        """Whether it is a file in the archive."""
        return not self.is_dir() and self.exists()

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if name.rstrip("/").rpartition("/")[0] == self.at.rstrip("/") and name != self.at:
                yield self._next(name)

    def joinpath(self, *other):
        at = self.at
        for part in other:
            at = (at.rstrip("/") + "/" if at else "") + part
        names = self._names()
        return self._next(at + "/" if at + "/" in names and at not in names else at)

    __truediv__ = joinpath

    @property
    def name(self):
        return self.at.rstrip("/").rpartition("/")[2] or os.path.basename(self.root.filename or "")

    @property
    def suffix(self):
        return os.path.splitext(self.name)[1]

    @property
    def stem(self):
        return os.path.splitext(self.name)[0]

    @property
    def parent(self):
        if not self.at:
            return os.path.dirname(self.root.filename)
        above = self.at.rstrip("/").rpartition("/")[0]
        return self._next(above + "/" if above else "")

    def __str__(self):
        return os.path.join(self.root.filename or "", self.at)

    def __repr__(self):
        return "%s(%r, %r)" % (self.__class__.__name__, self.root.filename, self.at)
