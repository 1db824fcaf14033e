"""Files and data compressed with xz."""
from _lzma import *
from _lzma import LZMACompressor, LZMADecompressor, LZMAError, _decode_filter_properties, _encode_filter_properties
from _lzma import FORMAT_AUTO, FORMAT_XZ
from _compression import DecompressReader, PackedFile, every_stream, wrapped

__all__ = [
    "CHECK_NONE", "CHECK_CRC32", "CHECK_CRC64", "CHECK_SHA256", "CHECK_ID_MAX", "CHECK_UNKNOWN", "FILTER_LZMA1",
    "FILTER_LZMA2", "FILTER_DELTA", "FILTER_X86", "FILTER_IA64", "FILTER_ARM", "FILTER_ARMTHUMB", "FILTER_POWERPC",
    "FILTER_SPARC", "FORMAT_AUTO", "FORMAT_XZ", "FORMAT_ALONE", "FORMAT_RAW", "MF_HC3", "MF_HC4", "MF_BT2", "MF_BT3",
    "MF_BT4", "MODE_FAST", "MODE_NORMAL", "PRESET_DEFAULT", "PRESET_EXTREME", "LZMACompressor", "LZMADecompressor",
    "LZMAFile", "LZMAError", "open", "compress", "decompress", "is_check_supported",
]


class LZMAFile(PackedFile):
    """A file of bytes that lies compressed with xz."""

    def __init__(self, filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
        self._fp = None
        if mode in ("r", "rb"):
            if check != -1:
                raise ValueError("Cannot specify an integrity check when opening a file for reading")
            if preset is not None:
                raise ValueError("Cannot specify a preset compression level when opening a file for reading")
            format = FORMAT_AUTO if format is None else format
        elif mode in ("w", "wb", "a", "ab", "x", "xb"):
            format = FORMAT_XZ if format is None else format
        else:
            raise ValueError("Invalid mode: {!r}".format(mode))
        self._begin(filename, mode, lambda: LZMACompressor(format=format, check=check, preset=preset, filters=filters),
                    lambda file: DecompressReader(file, LZMADecompressor, trailing_error=LZMAError, format=format,
                                                  filters=filters))


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None,
         newline=None):
    """Opens a file compressed with xz."""
    return wrapped(lambda file, plain: LZMAFile(file, plain, format=format, check=check, preset=preset, filters=filters),
                   filename, mode, encoding, errors, newline)


def compress(data, format=FORMAT_XZ, check=-1, preset=None, filters=None):
    """Compresses a block of data."""
    packer = LZMACompressor(format, check, preset, filters)
    return packer.compress(data) + packer.flush()


def decompress(data, format=FORMAT_AUTO, memlimit=None, filters=None):
    """Decompresses a block of data, which may be several streams."""
    return every_stream(data, lambda: LZMADecompressor(format, memlimit, filters), LZMAError, LZMAError)
