"""Databases of the dbm family: only their errors and names; opening one raises."""
import io
import os
import struct

__all__ = ["open", "whichdb", "error"]


class error(Exception):
    pass


error = (error, OSError)
_names = ["dbm.gnu", "dbm.ndbm", "dbm.dumb"]
_modules = {}


def whichdb(filename):
    """The module that can open a file; "" when unknown, None when it cannot be read."""
    filename = os.fspath(filename)
    if os.path.exists(filename + ".dat") and os.path.exists(filename + ".dir"):
        return "dbm.dumb"
    try:
        with io.open(filename, "rb") as file:
            start = file.read(16)
    except OSError:
        return None
    if len(start) < 4:
        return ""
    if struct.unpack("=l", start[:4])[0] in (0x13579ace, 0x13579acd, 0x13579acf):
        return "dbm.gnu"
    return ""


def open(file, flag="r", mode=0o666):
    """Databases cannot be opened here."""
    raise error[0]("no dbm clone found")
