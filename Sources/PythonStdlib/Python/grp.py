"""The groups of this machine, as its file tells."""
from collections import namedtuple as _namedtuple

_fields = _namedtuple("struct_group", "gr_name gr_passwd gr_gid gr_mem")


class struct_group(_fields):
    """A group of users."""

    __slots__ = ()

    def __repr__(self):
        return "grp." + super().__repr__()


def getgrall():
    """All groups."""
    found = []
    try:
        with open("/etc/group", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                parts = line.rstrip("\n").split(":")
                if len(parts) == 4 and parts[2].isdigit():
                    found.append(struct_group(parts[0], parts[1], int(parts[2]), [n for n in parts[3].split(",") if n]))
    except OSError:
        pass
    return found


def getgrnam(name, /):
    """The group of that name."""
    if not isinstance(name, str):
        raise TypeError("getgrnam() argument must be str, not " + type(name).__name__)
    for entry in getgrall():
        if entry.gr_name == name:
            return entry
    raise KeyError("getgrnam(): name not found: %r" % name)


def getgrgid(id, /):
    """The group of that number."""
    for entry in getgrall():
        if entry.gr_gid == id:
            return entry
    raise KeyError("getgrgid(): gid not found: %d" % id)
