"""bzip2: there is no compressor here; opening a file raises."""
__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]


def _missing(*args, **kwargs):
    raise NotImplementedError("bz2 is not available")


class BZ2File:
    """A file that cannot be opened."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        _missing()


class BZ2Compressor:
    """A compressor that cannot be made."""

    def __init__(self, compresslevel=9):
        _missing()


class BZ2Decompressor:
    """A decompressor that cannot be made."""

    def __init__(self):
        _missing()


open = compress = decompress = _missing
