"""Addresses of 32 bits and their networks."""
import functools
from _ipaddress_base import AddressValueError, _BaseAddress, _BaseNetwork, _Interface

__name__ = "ipaddress"        # the module that pickles and messages name
IPV4LENGTH, IPV6LENGTH = 32, 128


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


class _BaseV4:
    __slots__ = ()
    _version = 4
    _ALL_ONES = 2 ** 32 - 1
    _max_prefixlen = 32

    def _explode(self):
        return str(self)

    @classmethod
    def _ip_from_text(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError("Expected 4 octets in %r" % text)
        n = 0
        for octet in octets:
            try:
                if not octet:
                    raise ValueError("Empty octet not permitted")
                if not (octet.isascii() and octet.isdigit()):
                    raise ValueError("Only decimal digits permitted in %r" % octet)
                if len(octet) > 3:
                    raise ValueError("At most 3 characters permitted in %r" % octet)
                if octet != "0" and octet[0] == "0":
                    raise ValueError("Leading zeros are not permitted in %r" % octet)
                value = int(octet)
                if value > 255:
                    raise ValueError("Octet %d (> 255) not permitted" % value)
            except ValueError as e:
                raise AddressValueError("%s in %r" % (e, text)) from None
            n = n << 8 | value
        return n

    @classmethod
    def _text_from_ip(cls, n):
        return ".".join([str(b) for b in n.to_bytes(4, "big")])


class IPv4Address(_BaseV4, _BaseAddress):
    """An address of version 4."""

    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int(address)
            self._ip = address
            return
        if isinstance(address, bytes):
            self._check_packed(address)
            self._ip = int.from_bytes(address, "big")
            return
        text = str(address)
        if "/" in text:
            raise AddressValueError("Unexpected '/' in %r" % address)
        self._ip = self._ip_from_text(text)

    @property
    def packed(self):
        return v4_int_to_packed(self._ip)

    def _reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    def _in(self, names):
        return any(self in network for network in _v4(names))

    @property
    def is_reserved(self):
        return self._in(("240.0.0.0/4",))

    @property
    def is_private(self):
        return self._in(_PRIVATE4)

    @property
    def is_global(self):
        return not self._in(("100.64.0.0/10",)) and not self.is_private

    @property
    def is_multicast(self):
        return self._in(("224.0.0.0/4",))

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._in(("127.0.0.0/8",))

    @property
    def is_link_local(self):
        return self._in(("169.254.0.0/16",))


_PRIVATE4 = ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
             "192.0.0.170/31", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
             "240.0.0.0/4", "255.255.255.255/32")


@functools.lru_cache(maxsize=None)
def _v4(names):
    return [IPv4Network(n) for n in names]


class IPv4Network(_BaseV4, _BaseNetwork):
    """A network of version 4."""

    _address_class = IPv4Address

    @property
    def is_private(self):
        return any(self.network_address in n and self.broadcast_address in n for n in _v4(_PRIVATE4))

    @property
    def is_global(self):
        shared = _v4(("100.64.0.0/10",))[0]
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class IPv4Interface(_Interface, IPv4Address):
    """An address of version 4 in its network."""

    _base, _network = IPv4Address, IPv4Network
    # CPython compares the interface with the address 0.0.0.0, which it never equals.
    is_unspecified = property(lambda self: False)
