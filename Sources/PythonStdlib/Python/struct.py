"""Packs values into bytes; the packing itself is Swift."""
import _struct
from _struct import Struct, calcsize, iter_unpack, pack, pack_into, unpack, unpack_from

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    __module__ = "struct"


_struct.set_error(error)
