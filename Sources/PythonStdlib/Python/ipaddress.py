"""Addresses and networks of the internet protocol."""

import functools

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """The address is wrong."""


class NetmaskValueError(ValueError):
    """The mask is wrong."""


def ip_address(address):
    """An address of either version."""
    for kind in (IPv4Address, IPv6Address):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 address" % (address,))


def ip_network(address, strict=True):
    for kind in (IPv4Network, IPv6Network):
        try:
            return kind(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 network" % (address,))


def ip_interface(address):
    for kind in (IPv4Interface, IPv6Interface):
        try:
            return kind(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError("%r does not appear to be an IPv4 or IPv6 interface" % (address,))


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def _split_optional_netmask(address):
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError("Only one '/' permitted in %r" % address)
    return parts


def _trailing_zeros(number, bits):
    return bits if number == 0 else min(bits, (~number & number - 1).bit_length())


def summarize_address_range(first, last):
    """The networks that make up a range of addresses."""
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError("%s and %s are not of the same version" % (first, last))
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first.version == 4 else IPv6Network
    bits, low, high = first._max_prefixlen, first._ip, last._ip
    while low <= high:
        n = min(_trailing_zeros(low, bits), (high - low + 1).bit_length() - 1)
        yield network((low, bits - n))
        low += 1 << n
        if low - 1 == (1 << bits) - 1:
            break


def collapse_addresses(addresses):
    """The fewest networks that hold the same addresses."""
    alone, networks, version = [], [], None
    for ip in addresses:
        for known in alone[-1:] + networks[-1:]:
            if known.version != ip.version:
                raise TypeError("%s and %s are not of the same version" % (ip, known))
        if isinstance(ip, _BaseAddress) and not hasattr(ip, "network"):
            alone.append(ip)
        elif isinstance(ip, _BaseNetwork):
            networks.append(ip)
        elif ip._prefixlen == ip._max_prefixlen:
            alone.append(ip.ip)
        else:
            networks.append(ip.network)
    spans = sorted([(int(a), int(a)) for a in alone] +
                   [(int(n.network_address), int(n.broadcast_address)) for n in networks])
    if not spans:
        return iter(())
    kind = (IPv4Address if (alone or networks)[0].version == 4 else IPv6Address)
    joined = []
    for low, high in spans:
        if joined and low <= joined[-1][1] + 1:
            joined[-1][1] = max(joined[-1][1], high)
        else:
            joined.append([low, high])

    def made():
        for low, high in joined:
            yield from summarize_address_range(kind(low), kind(high))
    return made()


def get_mixed_type_key(obj):
    """A key that sorts networks and addresses together."""
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented


class _IPAddressBase:
    __slots__ = ()

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def _need_version_of(self, other):
        if self._version != other._version:
            raise TypeError("%s and %s are not of the same version" % (self, other))

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    @classmethod
    def _check_int(cls, address):
        if address < 0:
            raise AddressValueError("%d (< 0) is not permitted as an IPv%d address" % (address, cls._version))
        if address > cls._ALL_ONES:
            raise AddressValueError("%d (>= 2**%d) is not permitted as an IPv%d address" % (
                address, cls._max_prefixlen, cls._version))

    @classmethod
    def _check_packed(cls, address):
        size = cls._max_prefixlen // 8
        if len(address) != size:
            raise AddressValueError("%r (len %d != %d) is not permitted as an IPv%d address" % (
                address, len(address), size, cls._version))

    @classmethod
    def _ip_from_prefix(cls, prefixlen):
        return cls._ALL_ONES ^ cls._ALL_ONES >> prefixlen

    @classmethod
    def _prefix_from_ip(cls, number):
        zeros = _trailing_zeros(number, cls._max_prefixlen)
        prefixlen = cls._max_prefixlen - zeros
        if number >> zeros != (1 << prefixlen) - 1:
            raise ValueError("Netmask pattern %r mixes zeroes & ones" % number.to_bytes(cls._max_prefixlen // 8, "big"))
        return prefixlen

    @classmethod
    def _bad_mask(cls, text):
        raise NetmaskValueError("%r is not a valid netmask" % (text,)) from None

    @classmethod
    def _prefix_from_text(cls, text):
        if not (text.isascii() and text.isdigit()):
            cls._bad_mask(text)
        n = int(text)
        if n > cls._max_prefixlen:
            cls._bad_mask(text)
        return n

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            n = arg
            if not 0 <= n <= cls._max_prefixlen:
                cls._bad_mask(n)
        elif cls._version == 6:
            n = cls._prefix_from_text(arg)
        else:
            try:
                n = cls._prefix_from_text(arg)
            except NetmaskValueError:
                try:
                    number = cls._ip_from_text(arg)
                except AddressValueError:
                    cls._bad_mask(arg)
                try:
                    n = cls._prefix_from_ip(number)
                except ValueError:
                    try:
                        n = cls._prefix_from_ip(number ^ cls._ALL_ONES)
                    except ValueError:
                        cls._bad_mask(arg)
        kind = IPv4Address if cls._version == 4 else IPv6Address
        return kind(cls._ip_from_prefix(n)), n

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    __slots__ = ()

    def __eq__(self, other):
        if isinstance(other, _BaseAddress):
            return isinstance(self, _Interface) == isinstance(other, _Interface) and \
                self._version == other._version and self._ip == other._ip and \
                getattr(self, "_scope_id", None) == getattr(other, "_scope_id", None)
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, _BaseAddress):
            self._need_version_of(other)
            return self._ip < other._ip
        return NotImplemented

    def __int__(self):
        return self._ip

    def __add__(self, other):
        return self.__class__(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(int(self) - other) if isinstance(other, int) else NotImplemented

    def __str__(self):
        return self._text_from_ip(self._ip)

    def __hash__(self):
        return hash(hex(self._ip))

    def _get_address_key(self):
        return self._version, self

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        kind, body = fmt[-1], fmt[:-1]
        alternate, grouping = "#" in body, "_" in body
        if kind not in "bxXn" or body.replace("#", "").replace("_", ""):
            return super().__format__(fmt)
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        size = self._max_prefixlen if kind == "b" else self._max_prefixlen // 4
        if grouping:
            size += size // 4 - 1
        if alternate:
            size += 2
        return format(int(self), "%s0%d%s%s" % ("#" if alternate else "", size, "_" if grouping else "", kind))


class _Masked:
    """What networks and interfaces write about themselves; `_bare()` is the address alone."""

    __slots__ = ()
    with_prefixlen = property(lambda self: "%s/%d" % (self._bare(), self._prefixlen))
    with_netmask = property(lambda self: "%s/%s" % (self._bare(), self.netmask))
    with_hostmask = property(lambda self: "%s/%s" % (self._bare(), self.hostmask))

    def __str__(self):
        return self.with_prefixlen


@functools.total_ordering
class _BaseNetwork(_Masked, _IPAddressBase):
    def __init__(self, address, strict=True):
        kind = self._address_class
        if isinstance(address, (int, bytes)):
            addr, mask = address, self._max_prefixlen
        elif isinstance(address, tuple):
            addr = address[0]
            mask = address[1] if len(address) > 1 else self._max_prefixlen
        else:
            parts = _split_optional_netmask(address)
            addr = parts[0]
            mask = parts[1] if len(parts) == 2 else self._max_prefixlen
        self.network_address = kind(addr)
        self.netmask, self._prefixlen = self._make_netmask(mask)
        packed = int(self.network_address)
        if packed & int(self.netmask) != packed:
            if strict:
                raise ValueError("%s has host bits set" % self)
            self.network_address = kind(packed & int(self.netmask))
        if self._prefixlen == self._max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self._max_prefixlen:
            self.hosts = lambda: [kind(addr)]

    def _bare(self):
        return str(self.network_address)

    def hosts(self):
        """The addresses that hosts may have."""
        low, high = int(self.network_address), int(self.broadcast_address)
        for x in range(low + 1, high + (1 if self._version == 6 else 0)):
            yield self._address_class(x)

    def __iter__(self):
        for x in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(x)

    def __getitem__(self, n):
        low, high = int(self.network_address), int(self.broadcast_address)
        if n >= 0:
            if low + n > high:
                raise IndexError("address out of range")
            return self._address_class(low + n)
        n += 1
        if high + n < low:
            raise IndexError("address out of range")
        return self._address_class(high + n)

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        return self._get_networks_key() == other._get_networks_key() if isinstance(other, _BaseNetwork) else NotImplemented

    def __lt__(self, other):
        if isinstance(other, _BaseNetwork):
            self._need_version_of(other)
            return self._get_networks_key() < other._get_networks_key()
        return NotImplemented

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        return self.network_address in other or self.broadcast_address in other or other.network_address in self or \
            other.broadcast_address in self

    @functools.cached_property
    def hostmask(self):
        """The bits of the hosts."""
        return self._address_class(self._ALL_ONES - int(self.netmask))

    @functools.cached_property
    def broadcast_address(self):
        """The last address."""
        return self._address_class(int(self.network_address) + int(self.hostmask))

    num_addresses = property(lambda self: int(self.hostmask) + 1)
    prefixlen = property(lambda self: self._prefixlen)

    def _explode(self):
        return "%s/%d" % (self.network_address.exploded, self._prefixlen)

    def _reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    def address_exclude(self, other):
        """The networks that remain without one of them."""
        self._need_version_of(other)
        if not isinstance(other, _BaseNetwork):
            raise TypeError("%s is not a network object" % other)
        if not self.supernet_of(other):
            raise ValueError("%s not contained in %s" % (other, self))
        around = self
        while around != other:
            low, high = around.subnets()
            around, rest = (low, high) if low.supernet_of(other) else (high, low)
            yield rest

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError("%s and %s are not of the same type" % (self, other))
        a = (self.network_address, self.netmask)
        b = (other.network_address, other.netmask)
        return (a > b) - (a < b)

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def _difference(self, prefixlen_diff, new_prefix, sign):
        """By how many bits the prefix is to grow (sign 1) or to shrink (sign -1)."""
        if new_prefix is None:
            return prefixlen_diff
        bits = (new_prefix - self._prefixlen) * sign
        if bits < 0:
            raise ValueError("new prefix must be " + ("longer" if sign > 0 else "shorter"))
        if prefixlen_diff != 1:
            raise ValueError("cannot set prefixlen_diff and new_prefix")
        return bits

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        """The parts of the network."""
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        prefixlen_diff = self._difference(prefixlen_diff, new_prefix, 1)
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        new = self._prefixlen + prefixlen_diff
        if new > self._max_prefixlen:
            raise ValueError("prefix length diff %d is invalid for netblock %s" % (new, self))
        step = int(self.hostmask) + 1 >> prefixlen_diff
        for x in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield self.__class__((x, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        """The network around this one."""
        if self._prefixlen == 0:
            return self
        prefixlen_diff = self._difference(prefixlen_diff, new_prefix, -1)
        new = self.prefixlen - prefixlen_diff
        if new < 0:
            raise ValueError("current prefixlen is %d, cannot have a prefixlen_diff of %d" % (
                self.prefixlen, prefixlen_diff))
        return self.__class__((int(self.network_address) & int(self.netmask) << prefixlen_diff, new))

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError("%s and %s are not of the same version" % (a, b))
            return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address
        except AttributeError:
            raise TypeError("Unable to test subnet containment between %s and %s" % (a, b)) from None

    def subnet_of(self, other):
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        return self._is_subnet_of(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)


for _name in ("is_multicast", "is_reserved", "is_link_local", "is_private", "is_global", "is_unspecified",
              "is_loopback", "is_site_local"):
    if _name not in ("is_private", "is_global", "is_site_local"):
        setattr(_BaseNetwork, _name, property(lambda self, _n=_name: self._both(_n)))


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
_PRIVATE6 = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001::/23", "2001:2::/48", "2001:db8::/32",
             "2001:10::/28", "fc00::/7", "fe80::/10")
_RESERVED6 = ("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3", "8000::/3",
              "A000::/3", "C000::/3", "E000::/4", "F000::/5", "F800::/6", "FE00::/9")


@functools.lru_cache(maxsize=None)
def _v4(names):
    return [IPv4Network(n) for n in names]


@functools.lru_cache(maxsize=None)
def _v6(names):
    return [IPv6Network(n) for n in names]


class _Interface(_Masked):
    def __init__(self, address):
        if isinstance(address, tuple):
            addr, mask = address[0], address[1] if len(address) > 1 else self._max_prefixlen
        elif isinstance(address, (int, bytes)):
            addr, mask = address, self._max_prefixlen
        else:
            parts = _split_optional_netmask(address)
            addr, mask = parts[0], parts[1] if len(parts) == 2 else self._max_prefixlen
        self._base.__init__(self, addr)
        self.network = self._network((addr, mask), strict=False)
        self.netmask, self._prefixlen = self.network.netmask, self.network._prefixlen

    def _bare(self):
        return self._base.__str__(self)

    hostmask = property(lambda self: self.network.hostmask)

    def __eq__(self, other):
        same = self._base.__eq__(self, other)
        return same if same is not True else isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = self._base.__lt__(self, other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return NotImplemented if less is NotImplemented else False
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def ip(self):
        return self._base(self._ip)



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
