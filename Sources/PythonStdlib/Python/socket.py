"""Names of the socket interface; there is no network here, so that making a socket raises."""
import enum as _enum
import os as _os

error = OSError
herror = type("herror", (OSError,), {"__module__": "socket"})
gaierror = type("gaierror", (OSError,), {"__module__": "socket"})
timeout = TimeoutError
has_ipv6 = False
SOMAXCONN = 4096


class AddressFamily(_enum.IntEnum):
    AF_UNSPEC, AF_INET, AF_INET6 = 0, 2, 10


class SocketKind(_enum.IntEnum):
    SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3


globals().update(AddressFamily.__members__)
globals().update(SocketKind.__members__)
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE, SO_BROADCAST, SO_ERROR = 1, 2, 9, 6, 4
IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IP, TCP_NODELAY = 6, 17, 0, 1
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
_GLOBAL_DEFAULT_TIMEOUT = object()
_default_timeout = None


def getdefaulttimeout():
    """Seconds that new sockets wait."""
    return _default_timeout


def setdefaulttimeout(timeout):
    """Sets the seconds that new sockets wait."""
    global _default_timeout
    _default_timeout = timeout


def gethostname():
    """Name of this machine."""
    return _os.uname().nodename


def getfqdn(name=""):
    """Name of a machine, as it is."""
    return name or gethostname()


class socket:
    """A socket cannot be made."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        raise OSError(97, "Address family not supported by protocol")


SocketType = socket


def _unreachable(*args, **kwargs):
    raise OSError(101, "Network is unreachable")


create_connection = create_server = socketpair = fromfd = _unreachable


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    raise gaierror(-3, "Temporary failure in name resolution")


def gethostbyname(name):
    if name in ("localhost", "127.0.0.1"):
        return "127.0.0.1"
    raise gaierror(-3, "Temporary failure in name resolution")


def htons(x):
    return (x & 0xff) << 8 | x >> 8 & 0xff


def htonl(x):
    return int.from_bytes((x & 0xffffffff).to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def inet_aton(text):
    parts = text.split(".")
    if len(parts) != 4 or not all([p.isdigit() and int(p) < 256 for p in parts]):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes([int(p) for p in parts])


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join([str(b) for b in packed])
