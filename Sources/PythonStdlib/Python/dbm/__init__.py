"""Databases of the dbm family. Files of dbm.dumb can be opened; those of the libraries of C are told apart only."""
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
    """Opens a database, or makes one."""
    found = whichdb(file) if "n" not in flag else None
    if found is None and "c" not in flag and "n" not in flag:
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if found == "":
        raise error[0]("db type could not be determined")
    if found not in (None, "dbm.dumb"):
        raise error[0]("db type is %s, but the module is not available" % found)
    from dbm import dumb
    return dumb.open(file, flag, mode)
