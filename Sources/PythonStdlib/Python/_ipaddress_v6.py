"""Addresses of 128 bits and their networks."""
import functools
from _ipaddress_base import AddressValueError, _BaseAddress, _BaseNetwork, _Interface
from _ipaddress_v4 import IPv4Address

__name__ = "ipaddress"        # the module that pickles and messages name


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None
_PRIVATE6 = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
             "2001:10::/28", "fc00::/7", "fe80::/10")
_RESERVED6 = ("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
              "A000::/3", "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9")


@functools.lru_cache(maxsize=None)
def _v6(names):
    return [IPv6Network(n) for n in names]


class _BaseV6:
    __slots__ = ()
    _version = 6
    _ALL_ONES = 2 ** 128 - 1
    _max_prefixlen = 128

    @classmethod
    def _ip_from_text(cls, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError("At least 3 parts expected in %r" % text)
        if "." in parts[-1]:
            try:
                four = IPv4Address(parts.pop())._ip
            except AddressValueError as e:
                raise AddressValueError("%s in %r" % (e, text)) from None
            parts += ["%x" % (four >> 16 & 0xffff), "%x" % (four & 0xffff)]
        if len(parts) > 9:
            raise AddressValueError("At most 8 colons permitted in %r" % text)
        skip = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if skip is not None:
                    raise AddressValueError("At most one '::' permitted in %r" % text)
                skip = i
        if skip is not None:
            high, low = skip, len(parts) - skip - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            skipped = 8 - high - low
            if skipped < 1:
                raise AddressValueError("Expected at most 7 other parts with '::' in %r" % text)
        else:
            if len(parts) != 8:
                raise AddressValueError("Exactly 8 parts expected without '::' in %r" % text)
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in %r" % text)
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in %r" % text)
            high, low, skipped = 8, 0, 0
        try:
            n = 0
            for i in range(high):
                n = n << 16 | cls._hextet(parts[i])
            n <<= 16 * skipped
            for i in range(-low, 0):
                n = n << 16 | cls._hextet(parts[i])
            return n
        except ValueError as e:
            raise AddressValueError("%s in %r" % (e, text)) from None

    @classmethod
    def _hextet(cls, text):
        if not text or set(text) - set("0123456789abcdefABCDEF"):
            raise ValueError("Only hex digits permitted in %r" % text)
        if len(text) > 4:
            raise ValueError("At most 4 characters permitted in %r" % text)
        return int(text, 16)

    @classmethod
    def _text_from_ip(cls, n):
        parts = ["%x" % (n >> shift & 0xffff) for shift in range(112, -1, -16)]
        best = size = start = run = 0
        for i in range(9):
            if i < 8 and parts[i] == "0":
                if not run:
                    start = i
                run += 1
            else:
                if run > size:
                    best, size = start, run
                run = 0
        if size > 1:
            return ":".join(parts[:best]) + "::" + ":".join(parts[best + size:])
        return ":".join(parts)

    def _explode(self):
        if isinstance(self, _BaseNetwork):
            n = int(self.network_address)
        else:
            n = self._ip
        text = ":".join(["%04x" % (n >> shift & 0xffff) for shift in range(112, -1, -16)])
        if isinstance(self, (_BaseNetwork, IPv6Interface)):
            text += "/%d" % self._prefixlen
        return text

    def _reverse_pointer(self):
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"


class IPv6Address(_BaseV6, _BaseAddress):
    """An address of version 6."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int(address)
            self._ip, self._scope_id = address, None
            return
        if isinstance(address, bytes):
            self._check_packed(address)
            self._ip, self._scope_id = int.from_bytes(address, "big"), None
            return
        text = str(address)
        if "/" in text:
            raise AddressValueError("Unexpected '/' in %r" % address)
        text, percent, scope = text.partition("%")
        if not percent:
            scope = None
        elif not scope or "%" in scope:
            raise AddressValueError("Invalid IPv6 address: \"%r\"" % address)
        self._scope_id = scope
        self._ip = self._ip_from_text(text)

    def __str__(self):
        text = super().__str__()
        return text + "%" + self._scope_id if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def packed(self):
        return v6_int_to_packed(self._ip)

    def _in(self, names):
        return any(self in network for network in _v6(names))

    @property
    def is_multicast(self):
        return self._in(("ff00::/8",))

    @property
    def is_reserved(self):
        return self._in(_RESERVED6)

    @property
    def is_link_local(self):
        return self._in(("fe80::/10",))

    @property
    def is_site_local(self):
        return self._in(("fec0::/10",))

    @property
    def is_private(self):
        four = self.ipv4_mapped
        return four.is_private if four is not None else self._in(_PRIVATE6)

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Network(_BaseV6, _BaseNetwork):
    """A network of version 6."""

    _address_class = IPv6Address

    @property
    def is_private(self):
        return any(self.network_address in n and self.broadcast_address in n for n in _v6(_PRIVATE6))

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


class IPv6Interface(_Interface, IPv6Address):
    """An address of version 6 in its network."""

    _base, _network = IPv6Address, IPv6Network

    is_unspecified = property(lambda self: self._ip == 0 and self.network.is_unspecified)
    is_loopback = property(lambda self: self._ip == 1 and self.network.is_loopback)
