"""Addresses and networks of the internet protocol."""
import functools
from _ipaddress_base import (
    AddressValueError, NetmaskValueError, _BaseAddress, _BaseNetwork, _IPAddressBase, _trailing_zeros,
)
from _ipaddress_v4 import IPV4LENGTH, IPV6LENGTH, IPv4Address, IPv4Interface, IPv4Network, _BaseV4, v4_int_to_packed
from _ipaddress_v6 import IPv6Address, IPv6Interface, IPv6Network, _BaseV6, v6_int_to_packed


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
