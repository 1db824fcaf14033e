"""Modules in zip archives: an archive, or a folder in one, may stand on `sys.path`."""

import os as _os
from importlib.machinery import _Loader

__all__ = ["ZipImportError", "zipimporter"]
_zip_directory_cache = {}


class ZipImportError(ImportError):
    """There is no such archive, or it does not hold what is asked for."""


def _entries(archive):
    """The file names of an archive with what zipfile knows of each."""
    if archive not in _zip_directory_cache:
        from zipfile import BadZipFile, ZipFile
        try:
            with ZipFile(archive) as file:
                _zip_directory_cache[archive] = {info.filename: info for info in file.infolist()}
        except (OSError, BadZipFile):
            raise ZipImportError("not a Zip file", path=archive) from None
    return _zip_directory_cache[archive]


class zipimporter(_Loader):
    """Finds and loads the modules of an archive: `archive.zip`, or `archive.zip/folder`."""

    def __init__(self, path):
        if not isinstance(path, str):
            path = _os.fsdecode(path)
        if not path:
            raise ZipImportError("archive path is empty", path=path)
        archive, inside = path, []
        while not _os.path.exists(archive):
            above, name = _os.path.split(archive)
            if above == archive or not name:
                raise ZipImportError("not a Zip file", path=path)
            archive = above
            inside.insert(0, name)
        if not _os.path.isfile(archive):
            raise ZipImportError("not a Zip file", path=path)
        self.archive = archive
        self.prefix = "".join([name + "/" for name in inside])
        self._files = _entries(archive)

    def __repr__(self):
        place = self.archive + "/" + self.prefix if self.prefix else self.archive + "/"
        return f'<zipimporter object "{place}">'

    def _inside(self, fullname):
        return self.prefix + fullname.rpartition(".")[2]

    def _file(self, fullname):
        """The name in the archive of a module's source, and whether it is a package."""
        base = self._inside(fullname)
        for name, is_package in ((base + "/__init__.py", True), (base + ".py", False)):
            if name in self._files:
                return name, is_package
        raise ZipImportError(f"can't find module {fullname!r}", name=fullname)

    def find_spec(self, fullname, target=None):
        """The description of a module; None when the archive does not hold it."""
        from importlib.machinery import ModuleSpec
        from importlib.util import spec_from_loader
        try:
            self._file(fullname)
        except ZipImportError:
            folder = self._inside(fullname) + "/"
            if folder not in self._files:
                return None
            spec = ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [self.archive + "/" + folder[:-1]]
            return spec
        return spec_from_loader(fullname, self)

    def get_data(self, pathname):
        """The bytes of a file: its name in the archive, or the archive's path and that."""
        name = pathname[len(self.archive) + 1:] if pathname.startswith(self.archive + "/") else pathname
        if name not in self._files:
            raise OSError(0, "", name)
        from zipfile import ZipFile
        with ZipFile(self.archive) as file:
            return file.read(name)

    def get_filename(self, fullname):
        return self.archive + "/" + self._file(fullname)[0]

    def get_source(self, fullname):
        from importlib.util import decode_source
        return decode_source(self.get_data(self._file(fullname)[0]))

    def get_code(self, fullname):
        return compile(self.get_data(self._file(fullname)[0]), self.get_filename(fullname), "exec", dont_inherit=True)

    def is_package(self, fullname):
        return self._file(fullname)[1]

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def invalidate_caches(self):
        _zip_directory_cache.pop(self.archive, None)
        self._files = _entries(self.archive)
