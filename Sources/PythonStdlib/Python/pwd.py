"""The users of this machine, as its file tells."""
from collections import namedtuple as _namedtuple

_fields = _namedtuple("struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")


class struct_passwd(_fields):
    """A user."""

    __slots__ = ()

    def __repr__(self):
        return "pwd." + super().__repr__()


def getpwall():
    """All users."""
    found = []
    try:
        with open("/etc/passwd", encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                parts = line.rstrip("\n").split(":")
                if len(parts) == 7 and parts[2].isdigit() and parts[3].isdigit():
                    found.append(struct_passwd(*parts[:2], int(parts[2]), int(parts[3]), *parts[4:]))
    except OSError:
        pass
    return found


def getpwnam(name, /):
    """The user of that name."""
    if not isinstance(name, str):
        raise TypeError("getpwnam() argument must be str, not " + type(name).__name__)
    for entry in getpwall():
        if entry.pw_name == name:
            return entry
    raise KeyError("getpwnam(): name not found: %r" % name)


def getpwuid(uid, /):
    """The user of that number."""
    for entry in getpwall():
        if entry.pw_uid == uid:
            return entry
    raise KeyError("getpwuid(): uid not found: %d" % uid)
