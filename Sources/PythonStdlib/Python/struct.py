"""Packs values into bytes; the packing itself is Swift."""
import _struct
__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]

class error(Exception):
    __module__ = "struct"

_struct.set_error(error)
calcsize, pack, unpack, unpack_from = _struct.calcsize, _struct.pack, _struct.unpack, _struct.unpack_from

def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    if offset < 0:
        if offset + len(buffer) < 0:
            raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
        offset += len(buffer)
    if len(buffer) - offset < len(data):
        raise error(f"pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} "
                    f"bytes at offset {offset} (actual buffer size is {len(buffer)})")
    buffer[offset:offset + len(data)] = data
def iter_unpack(format, buffer, /):
    size = calcsize(format)
    if size == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    for i in range(0, len(buffer), size):
        yield unpack_from(format, buffer, i)

class Struct:
    def __init__(self, format):
        self.format = format if isinstance(format, str) else format.decode("ascii")
        self.size = calcsize(format)
    def pack(self, *values):
        return pack(self.format, *values)
    def unpack(self, buffer):
        return unpack(self.format, buffer)
    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)
    def pack_into(self, buffer, offset, *values):
        pack_into(self.format, buffer, offset, *values)
    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
