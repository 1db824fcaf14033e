"""Packs values into bytes; the packing itself is Swift."""
import _struct
__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]

class error(Exception):
    __module__ = "struct"

def _guard(function, *args):
    try:
        return function(*args)
    except (ValueError, OverflowError) as problem:
        if isinstance(problem, OverflowError):
            raise
        raise error(str(problem)) from None

def calcsize(format, /):
    return _guard(_struct.calcsize, format)
def pack(format, /, *values, _pack=_struct.pack):
    try:
        return _pack(format, *values)
    except ValueError as problem:
        raise error(str(problem)) from None
def unpack(format, buffer, /, *, _unpack=_struct.unpack):
    try:
        return _unpack(format, buffer, 0, True)
    except ValueError as problem:
        raise error(str(problem)) from None
def unpack_from(format, /, buffer, offset=0):
    return _guard(_struct.unpack, format, buffer, offset, False)
def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    if offset < 0:
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
