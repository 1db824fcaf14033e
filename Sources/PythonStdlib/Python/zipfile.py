"""ZIP archives."""
if __name__ == "__main__":
    # Before the parts, which import this module by its name.
    from _programs.zipfile import main
    raise SystemExit(main())

import os
from _zipfile_format import (
    BadZipFile, BadZipfile, DEFAULT_VERSION, LargeZipFile, MAX_EXTRACT_VERSION, ZIP64_LIMIT, ZIP64_VERSION,
    ZIP_BZIP2, ZIP_DEFLATED, ZIP_FILECOUNT_LIMIT, ZIP_LZMA, ZIP_MAX_COMMENT, ZIP_STORED, ZipInfo, _find_end,
    compressor_names, error,
)
from _zipfile_streams import ZipExtFile
from _zipfile_archive import ZipFile
from _zipfile_path import CompleteDirs, Path

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

