"""xz: there is no compressor here; opening a file raises."""
__all__ = ["LZMAFile", "LZMACompressor", "LZMADecompressor", "LZMAError", "open", "compress", "decompress"]
FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, FORMAT_RAW = 0, 1, 2, 3


class LZMAError(Exception):
    """A fault of compressed data."""


def _missing(*args, **kwargs):
    raise NotImplementedError("lzma is not available")


class LZMAFile:
    """A file that cannot be opened."""

    def __init__(self, filename=None, mode="r", **options):
        _missing()


class LZMACompressor:
    """A compressor that cannot be made."""

    def __init__(self, *args, **options):
        _missing()


class LZMADecompressor(LZMACompressor):
    """A decompressor that cannot be made."""


open = compress = decompress = _missing
