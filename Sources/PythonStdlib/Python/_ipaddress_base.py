"""What addresses and networks of both versions have in common."""
import functools

__name__ = "ipaddress"        # the module that pickles and messages name


class AddressValueError(ValueError):
    """The address is wrong."""


class NetmaskValueError(ValueError):
    """The mask is wrong."""


def _split_optional_netmask(address):
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError("Only one '/' permitted in %r" % address)
    return parts


def _trailing_zeros(number, bits):
    return bits if number == 0 else min(bits, (~number & number - 1).bit_length())


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


from _ipaddress_v4 import IPv4Address
from _ipaddress_v6 import IPv6Address    # down here: they need what is above
