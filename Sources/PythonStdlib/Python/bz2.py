"""Files and data compressed with bzip2."""
from _bz2 import BZ2Compressor, BZ2Decompressor
from _compression import DecompressReader, PackedFile, every_stream, wrapped

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]
_MODES = {"": "rb", "r": "rb", "rb": "rb", "w": "wb", "wb": "wb", "x": "xb", "xb": "xb", "a": "ab", "ab": "ab"}


class BZ2File(PackedFile):
    """A file of bytes that lies compressed with bzip2."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        self._fp = None
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        if mode not in _MODES:
            raise ValueError("Invalid mode: %r" % (mode,))
        self._begin(filename, _MODES[mode], lambda: BZ2Compressor(compresslevel),
                    lambda file: DecompressReader(file, BZ2Decompressor, trailing_error=OSError))

    def writelines(self, seq):
        """Writes a sequence of byte strings."""
        self._check_open()
        return super().writelines(seq)


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a file compressed with bzip2."""
    return wrapped(lambda file, plain: BZ2File(file, plain, compresslevel=compresslevel), filename, mode, encoding,
                   errors, newline)


def compress(data, compresslevel=9):
    """Compresses a block of data."""
    packer = BZ2Compressor(compresslevel)
    return packer.compress(data) + packer.flush()


def decompress(data):
    """Decompresses a block of data, which may be several streams."""
    return every_stream(data, BZ2Decompressor, OSError, ValueError) if data else b""
