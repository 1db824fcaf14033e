"""Names that nobody else has."""

import os
import sys
from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition"]
int_, bytes_ = int, bytes
_set = object.__setattr__
_VERSION_BITS, _RFC_4122_BIT = 0xf << 76 | 0b11 << 62, 1 << 63


class SafeUUID(Enum):
    """Whether a name was made so that no two processes could get the same."""
    safe = 0
    unsafe = -1
    unknown = None


# What a name can be made of: each returns the number. The five are tried in the order of the arguments.

def _of_hex(text):
    digits = text.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
    if len(digits) == 32:
        return int_(digits, 16)
    raise ValueError("badly formed hexadecimal UUID string")


def _of_bytes(data, name="bytes"):
    if len(data) == 16:
        return int_.from_bytes(data, "big")
    raise ValueError(name + " is not a 16-char string")


def _of_bytes_le(data):
    return _of_bytes(_other_order(data), "bytes_le")


def _other_order(data):
    """The first three fields with their bytes reversed."""
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


def _of_fields(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for place, (value, width) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
        if value < 0 or value >> width:
            article = "an" if width == 8 else "a"
            raise ValueError("field %d out of range (need %s %d-bit value)" % (place, article, width))
        number = number << width | value
    return number


def _of_int(number):
    if number < 0 or number >> 128:
        raise ValueError("int is out of range (need a 128-bit value)")
    return number


class UUID:
    """128 bits that name something."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        given = [(make, value) for make, value in (
            (_of_hex, hex), (_of_bytes, bytes), (_of_bytes_le, bytes_le), (_of_fields, fields), (_of_int, int)
        ) if value is not None]
        if len(given) != 1:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        make, value = given[0]
        number = make(value)
        if version is not None:
            if version not in range(1, 6):
                raise ValueError("illegal version number")
            number = number & ~_VERSION_BITS | _RFC_4122_BIT | version << 76
        self.__setstate__({"int": number}, is_safe)

    def __setstate__(self, state, is_safe=None):
        if is_safe is None:
            is_safe = SafeUUID(state.get("is_safe"))
        for name, value in (("int", state["int"]), ("is_safe", is_safe)):
            object.__setattr__(self, name, value)

    def __getstate__(self):
        if self.is_safe is SafeUUID.unknown:
            return {"int": self.int}
        return {"int": self.int, "is_safe": self.is_safe.value}

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __int__(self):
        return self.int

    def __hash__(self):
        return hash(self.int)

    def __str__(self):
        h = "%032x" % self.int
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self):
        return "%s('%s')" % (self.__class__.__name__, self)

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    bytes_le = property(lambda self: _other_order(self.bytes))
    fields = property(lambda self: (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant,
                                    self.clock_seq_low, self.node))
    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    time = property(lambda self: (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xffffffffffff)
    hex = property(lambda self: "%032x" % self.int)
    urn = property(lambda self: "urn:uuid:" + str(self))

    @property
    def variant(self):
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        return RESERVED_FUTURE if self.int & 0x2000 << 48 else RESERVED_MICROSOFT

    @property
    def version(self):
        if self.variant == RFC_4122:
            return int_(self.int >> 76 & 0xf)


_node = _last_timestamp = None


def getnode():
    """The hardware address, or a random number in its place."""
    global _node
    if _node is None:
        try:
            for name in sorted(os.listdir("/sys/class/net")):
                with open("/sys/class/net/%s/address" % name) as file:
                    value = int(file.read().strip().replace(":", ""), 16)
                if value:
                    _node = value
                    break
        except (OSError, ValueError):
            pass
        if _node is None:
            _node = int.from_bytes(os.urandom(6), "big") | 1 << 40
    return _node


def uuid1(node=None, clock_seq=None):
    """From the hardware address and the time."""
    global _last_timestamp
    import time
    stamp = time.time_ns() // 100 + 0x01b21dd213814000
    if _last_timestamp is not None and stamp <= _last_timestamp:
        stamp = _last_timestamp + 1
    _last_timestamp = stamp
    if clock_seq is None:
        clock_seq = int.from_bytes(os.urandom(2), "big") & 0x3fff
    return UUID(fields=(stamp & 0xffffffff, stamp >> 32 & 0xffff, stamp >> 48 & 0x0fff, clock_seq >> 8 & 0x3f,
                        clock_seq & 0xff, getnode() if node is None else node), version=1)


def uuid3(namespace, name):
    """From the MD5 hash of a name."""
    from hashlib import md5
    data = name if isinstance(name, bytes_) else bytes_(name, "utf-8")
    return UUID(bytes=md5(namespace.bytes + data).digest()[:16], version=3)


def uuid4():
    """At random."""
    made = object.__new__(UUID)
    _set(made, "int", int.from_bytes(os.urandom(16), "big") & ~_VERSION_BITS | _RFC_4122_BIT | 4 << 76)
    _set(made, "is_safe", SafeUUID.unknown)
    return made


def uuid5(namespace, name):
    """From the SHA-1 hash of a name."""
    from hashlib import sha1
    data = name if isinstance(name, bytes_) else bytes_(name, "utf-8")
    return UUID(bytes=sha1(namespace.bytes + data).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")


if __name__ == "__main__":
    from _programs.uuid import main
    main()
