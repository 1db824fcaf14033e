"""How members of an archive are compressed: each method by the module that knows it."""
import zlib

from _zipfile_format import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, compressor_names

_MODULES = {ZIP_BZIP2: "bz2", ZIP_LZMA: "lzma"}


def _check_compression(kind):
    """Refuses a method that members cannot be written by."""
    if kind in _MODULES:
        try:
            __import__(_MODULES[kind])
        except ImportError:
            raise RuntimeError("Compression requires the (missing) %s module" % _MODULES[kind]) from None
    elif kind not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError("That compression method is not supported")


def _check_compression_read(kind):
    """Refuses a method that members cannot be read by."""
    if kind in _MODULES:
        _check_compression(kind)
    elif kind not in (ZIP_STORED, ZIP_DEFLATED):
        name = compressor_names.get(kind)
        if name:
            raise NotImplementedError("compression type %d (%s)" % (kind, name))
        raise NotImplementedError("compression type %d" % kind)


def _packer(kind, level):
    """A compressor for a member; None stores it as it is."""
    if kind == ZIP_DEFLATED:
        return zlib.compressobj(-1 if level is None else level, zlib.DEFLATED, -15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Compressor(9 if level is None else level)
    return _LZMAPacker() if kind == ZIP_LZMA else None


def _unpacker(kind):
    """A decompressor for a member; None reads it as it is."""
    if kind == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if kind == ZIP_BZIP2:
        import bz2
        return bz2.BZ2Decompressor()
    return _LZMAUnpacker() if kind == ZIP_LZMA else None


class _LZMAPacker:
    """A stream of LZMA behind a header of its properties, as archives have it."""

    def __init__(self):
        self._stream = None

    def _begin(self):
        import lzma
        properties = lzma._encode_filter_properties({"id": lzma.FILTER_LZMA1})
        self._stream = lzma.LZMACompressor(lzma.FORMAT_RAW, filters=[
            lzma._decode_filter_properties(lzma.FILTER_LZMA1, properties)])
        return b"\x09\x04" + len(properties).to_bytes(2, "little") + properties

    def compress(self, data):
        if self._stream is None:
            return self._begin() + self._stream.compress(data)
        return self._stream.compress(data)

    def flush(self):
        if self._stream is None:
            return self._begin() + self._stream.flush()
        return self._stream.flush()


class _LZMAUnpacker:
    """Reads such a stream."""

    def __init__(self):
        self._stream, self._head, self.eof = None, b"", False

    def decompress(self, data):
        if self._stream is None:
            self._head += data
            size = int.from_bytes(self._head[2:4], "little")
            if len(self._head) <= 4 or len(self._head) <= 4 + size:
                return b""
            import lzma
            self._stream = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[
                lzma._decode_filter_properties(lzma.FILTER_LZMA1, self._head[4:4 + size])])
            data, self._head = self._head[4 + size:], b""
        data = self._stream.decompress(data)
        self.eof = self._stream.eof
        return data
