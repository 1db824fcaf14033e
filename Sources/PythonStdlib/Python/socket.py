"""Sockets: talking to other programs, here and on other machines."""
import enum as _enum
import io as _io
import os as _os
from operator import index as _index
import _process
import _socket

error = OSError
timeout = TimeoutError
has_ipv6 = True
SOMAXCONN = 4096


class herror(OSError):
    """A machine whose name is unknown."""


class gaierror(OSError):
    """A look-up of a name that failed."""


herror.__module__ = gaierror.__module__ = "socket"


class AddressFamily(_enum.IntEnum):
    AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET = 0, 1, 2, 10, 16, 17


class SocketKind(_enum.IntEnum):
    SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_RDM, SOCK_SEQPACKET = 1, 2, 3, 4, 5
    SOCK_NONBLOCK, SOCK_CLOEXEC = 0x800, 0x80000


class MsgFlag(_enum.IntFlag):
    MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_CTRUNC, MSG_TRUNC, MSG_DONTWAIT, MSG_EOR = 1, 2, 4, 8, 0x20, 0x40, 0x80
    MSG_WAITALL, MSG_NOSIGNAL, MSG_MORE = 0x100, 0x4000, 0x8000


class AddressInfo(_enum.IntFlag):
    AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL, AI_ADDRCONFIG, AI_NUMERICSERV = \
        1, 2, 4, 8, 16, 32, 1024


for _kind in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    globals().update(_kind.__members__)
SOL_SOCKET, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 1, 2, 3, 4, 5, 6, 7, 8
SO_KEEPALIVE, SO_OOBINLINE, SO_PRIORITY, SO_LINGER, SO_REUSEPORT, SO_PASSCRED, SO_PEERCRED = 9, 10, 12, 13, 15, 16, 17
SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO, SO_BINDTODEVICE, SO_ACCEPTCONN = 18, 19, 20, 21, 25, 30
SO_PROTOCOL, SO_DOMAIN = 38, 39
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_SYNCNT = 1, 2, 3, 4, 5, 6, 7
TCP_LINGER2, TCP_DEFER_ACCEPT, TCP_WINDOW_CLAMP, TCP_INFO, TCP_QUICKACK, TCP_USER_TIMEOUT, TCP_FASTOPEN = \
    8, 9, 10, 11, 12, 18, 23
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 1, 2, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 35, 36
IPV6_V6ONLY, IPV6_UNICAST_HOPS, IPV6_MULTICAST_HOPS, IPV6_JOIN_GROUP, IPV6_LEAVE_GROUP = 26, 16, 18, 20, 21
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16
EAI_AGAIN, EAI_BADFLAGS, EAI_FAIL, EAI_FAMILY, EAI_MEMORY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE, EAI_SYSTEM = \
    -3, -1, -4, -6, -10, -2, -8, -7, -11
_GLOBAL_DEFAULT_TIMEOUT = object()
_default_timeout = None
_EINPROGRESS = 115


def _as(kind, number):
    try:
        return kind(number)
    except ValueError:
        return number


def _seconds(timeout):
    """The timeout as a float; None is none."""
    if timeout is None:
        return None
    if isinstance(timeout, str):
        raise TypeError("'str' object cannot be interpreted as an integer")
    timeout = float(timeout)
    if timeout < 0:
        raise ValueError("Timeout value out of range")
    return timeout


def getdefaulttimeout():
    """Seconds that new sockets wait."""
    return _default_timeout


def setdefaulttimeout(timeout, /):
    """Sets the seconds that new sockets wait."""
    global _default_timeout
    _default_timeout = _seconds(timeout)


class socket:
    """One end of a connection, or what waits for connections."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self._fd, self._files, self._is_closed = -1, 0, False
        self._timeout = _default_timeout
        if fileno is not None:
            if isinstance(fileno, float):
                raise TypeError("integer argument expected, got float")
            if fileno < 0:
                raise ValueError("negative file descriptor")
            found = _socket.kind(fileno)
            self._family, self._type, self._proto = [f if w == -1 else w for f, w in zip(found, (family, type, proto))]
            self._fd = fileno
        else:
            self._family = AF_INET if family == -1 else family
            self._type = SOCK_STREAM if type == -1 else type
            self._proto = 0 if proto == -1 else proto
            self._fd = _socket.socket(self._family, self._type, self._proto)
            if self._type & SOCK_NONBLOCK:
                self._timeout = 0.0
            self._type = int(self._type) & ~(SOCK_NONBLOCK | SOCK_CLOEXEC)
        if self._timeout is not None:
            _process.set_blocking(self._fd, False)

    family = property(lambda self: _as(AddressFamily, self._family))
    type = property(lambda self: _as(SocketKind, self._type))
    proto = property(lambda self: self._proto)
    timeout = property(lambda self: self._timeout)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._is_closed:
            self.close()

    def __del__(self):
        if getattr(self, "_fd", -1) >= 0:
            import warnings
            warnings.warn("unclosed %r" % self, ResourceWarning, source=self)
            self._really_close()

    def __repr__(self):
        text = "<%s.%s%s fd=%d, family=%d, type=%d, proto=%d" % (
            type(self).__module__, type(self).__qualname__, " [closed]" if self._is_closed else "", self._fd,
            self._family, self._type, self._proto)
        if not self._is_closed:
            for name, ask in (("laddr", self.getsockname), ("raddr", self.getpeername)):
                try:
                    address = ask()
                except OSError:
                    continue
                if address:
                    text += ", %s=%s" % (name, address)
        return text + ">"

    def __getstate__(self):
        raise TypeError("cannot pickle %r object" % type(self).__name__)

    # The descriptor

    def fileno(self):
        """Number of the descriptor, -1 when it is closed."""
        return self._fd

    def detach(self):
        """Gives the descriptor away: its number."""
        fd, self._fd, self._is_closed = self._fd, -1, True
        return fd

    def dup(self):
        """Another socket for the same connection."""
        made = type(self)(self._family, self._type, self._proto, fileno=_os.dup(self._fd))
        made.settimeout(self._timeout)
        return made

    def close(self):
        """Closes the socket; files made of it keep the connection."""
        self._is_closed = True
        if self._files <= 0:
            self._really_close()

    def _really_close(self):
        fd, self._fd = self._fd, -1
        if fd >= 0:
            try:
                _os.close(fd)
            except ConnectionResetError:
                pass

    def _file_closed(self):
        self._files -= 1
        if self._is_closed and self._files <= 0:
            self._really_close()

    def get_inheritable(self):
        return _os.get_inheritable(self._fd)

    def set_inheritable(self, inheritable):
        _os.set_inheritable(self._fd, inheritable)

    # Waiting

    def settimeout(self, timeout, /):
        """Seconds that calls wait: None for ever, 0 not at all."""
        timeout = _seconds(timeout)
        self._timeout = timeout
        _process.set_blocking(self._fd, timeout is None)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getblocking(self):
        return self._timeout != 0

    @staticmethod
    def _in_time(result):
        if result is None:
            raise TimeoutError("timed out")
        return result

    # Connecting

    def bind(self, address, /):
        """Gives the socket an address of this machine."""
        _socket.bind(self._fd, self._family, address)

    def listen(self, backlog=128, /):
        """Waits for connections from now on."""
        _socket.listen(self._fd, max(0, _index(backlog)))

    def accept(self):
        """Takes a connection: a socket and the address of the other end."""
        fd, address = self._in_time(_socket.accept(self._fd, self._timeout))
        made = socket(self._family, self._type, self._proto, fileno=fd)
        return made, "" if address is None else address

    def connect(self, address, /):
        """Connects to an address."""
        code = self._in_time(_socket.connect(self._fd, self._family, address, self._timeout))
        if code:
            raise OSError(code, _os.strerror(code))

    def connect_ex(self, address, /):
        """Connects to an address: 0 or the number of an error."""
        code = _socket.connect(self._fd, self._family, address, self._timeout)
        return 11 if code is None else code

    def getsockname(self):
        """The address of this end."""
        return _socket.sockname(self._fd)

    def getpeername(self):
        """The address of the other end."""
        return _socket.peername(self._fd)

    def shutdown(self, how, /):
        """Ends one direction (SHUT_RD, SHUT_WR) or both."""
        _socket.shutdown(self._fd, how)

    # Sending

    def send(self, data, flags=0, /):
        """Sends some of the data: how many bytes."""
        return self._in_time(_socket.send(self._fd, data, flags, self._timeout))

    def sendall(self, data, flags=0, /):
        """Sends all of the data."""
        data = memoryview(data).cast("B")
        import time
        end = None if self._timeout is None else time.monotonic() + self._timeout
        sent = 0
        while sent < len(data):
            left = self._timeout
            if end is not None and sent:
                left = end - time.monotonic()
                if left <= 0:
                    raise TimeoutError("timed out")
            sent += self._in_time(_socket.send(self._fd, data[sent:sent + 262144], flags, left))

    def sendto(self, data, flags, address=None, /):
        """Sends the data to an address: how many bytes."""
        if address is None:
            flags, address = 0, flags
        return self._in_time(_socket.sendto(self._fd, data, flags, self._family, address, self._timeout))

    def sendmsg(self, buffers, ancdata=(), flags=0, address=None, /):
        """Sends several pieces as one."""
        if list(ancdata):
            raise NotImplementedError("ancillary data of messages is not supported")
        data = b"".join([bytes(b) for b in buffers])
        return self.send(data, flags) if address is None else self.sendto(data, flags, address)

    def sendfile(self, file, offset=0, count=None):
        """Sends what a file holds: how many bytes."""
        if self._timeout == 0:
            raise ValueError("non-blocking sockets are not supported")
        if not self._type & SOCK_STREAM:
            raise ValueError("only SOCK_STREAM type sockets are supported")
        if count is not None and count <= 0:
            raise ValueError("count must be a positive integer (got {!r})".format(count))
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(65536 if count is None else min(65536, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        return total

    # Receiving

    def recv(self, bufsize, flags=0, /):
        """Receives bytes, at most so many; none at the end."""
        return self._in_time(_socket.recv(self._fd, bufsize, flags, self._timeout))

    def recvfrom(self, bufsize, flags=0, /):
        """Receives bytes and the address they came from."""
        return self._in_time(_socket.recvfrom(self._fd, bufsize, flags, self._timeout))

    def recv_into(self, buffer, nbytes=0, flags=0, /):
        """Receives bytes into a buffer: how many."""
        return self._into(buffer, nbytes, lambda size: (self.recv(size, flags), None))[0]

    def recvfrom_into(self, buffer, nbytes=0, flags=0, /):
        """Receives bytes into a buffer: how many, and the address they came from."""
        return self._into(buffer, nbytes, lambda size: self.recvfrom(size, flags))

    @staticmethod
    def _into(buffer, nbytes, receive):
        if nbytes < 0:
            raise ValueError("negative buffersize in recv_into")
        view = memoryview(buffer).cast("B")
        if nbytes > len(view):
            raise ValueError("buffer too small for requested bytes")
        data, address = receive(nbytes or len(view))
        view[:len(data)] = data
        return len(data), address

    def recvmsg(self, bufsize, ancbufsize=0, flags=0, /):
        """Receives bytes: (data, ancillary data, flags, address)."""
        data, address = self.recvfrom(bufsize, flags)
        return data, [], 0, address

    # Options

    def getsockopt(self, level, optname, buflen=0, /):
        """An option: a number, or bytes when a size is given."""
        return _socket.getsockopt(self._fd, level, optname, buflen)

    def setsockopt(self, level, optname, value, optlen=None, /):
        """Sets an option to a number or to bytes."""
        _socket.setsockopt(self._fd, level, optname, bytes(optlen) if value is None else value)

    # Files

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        """A file that reads from the socket or writes to it."""
        if not set(mode) <= {"r", "w", "b"}:
            raise ValueError("invalid mode %r (only r, w, b allowed)" % (mode,))
        writing, binary = "w" in mode, "b" in mode
        reading = "r" in mode or not writing
        raw = SocketIO(self, ("r" if reading else "") + ("w" if writing else ""))
        self._files += 1
        if buffering is None or buffering < 0:
            buffering = _io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if not binary:
                raise ValueError("unbuffered streams must be binary")
            return raw
        if reading and writing:
            buffer = _io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = _io.BufferedReader(raw, buffering)
        else:
            buffer = _io.BufferedWriter(raw, buffering)
        if binary:
            return buffer
        text = _io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text


SocketType = socket


class SocketIO(_io.RawIOBase):
    """A socket as a raw file."""

    def __init__(self, sock, mode):
        if mode not in ("r", "w", "rw", "rb", "wb", "rwb"):
            raise ValueError("invalid mode: %r" % mode)
        super().__init__()
        self._sock = sock
        self._mode = mode if "b" in mode else mode + "b"
        self._reads, self._writes = "r" in mode, "w" in mode
        self._timed_out = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def readinto(self, b):
        self._check()
        if not self._reads:
            raise _io.UnsupportedOperation("not readable")
        if self._timed_out:
            raise OSError("cannot read from timed out object")
        try:
            return self._sock.recv_into(b)
        except TimeoutError:
            self._timed_out = True
            raise
        except BlockingIOError:
            return None

    def write(self, b):
        self._check()
        if not self._writes:
            raise _io.UnsupportedOperation("not writable")
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return False

    def fileno(self):
        self._check()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode

    def close(self):
        if self.closed:
            return
        super().close()
        self._sock._file_closed()
        self._sock = None


# Sockets in one call


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    """Two sockets that are connected."""
    family = AF_UNIX if family is None else family
    return tuple([socket(family, type, proto, fileno=fd) for fd in _socket.pair(family, type, proto)])


def fromfd(fd, family, type, proto=0):
    """A socket for a copy of a descriptor."""
    return socket(family, type, proto, fileno=_os.dup(fd))


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    """Connects to a machine by its name, trying all of its addresses."""
    host, port = address
    failures = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        made = None
        try:
            made = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                made.settimeout(timeout)
            if source_address:
                made.bind(source_address)
            made.connect(place)
            return made
        except OSError as failure:
            if not all_errors:
                failures.clear()
            failures.append(failure)
            if made is not None:
                made.close()
    if not failures:
        raise OSError("getaddrinfo returns an empty list")
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", failures)
        raise failures[0]
    finally:
        failures.clear()


def has_dualstack_ipv6():
    """Whether one socket can serve both kinds of addresses."""
    try:
        with socket(AF_INET6, SOCK_STREAM) as tried:
            tried.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A socket that waits for connections."""
    if dualstack_ipv6 and not has_dualstack_ipv6():
        raise ValueError("dualstack_ipv6 not supported on this platform")
    if dualstack_ipv6 and family != AF_INET6:
        raise ValueError("dualstack_ipv6 requires AF_INET6 family")
    made = socket(family, SOCK_STREAM)
    try:
        made.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            made.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            made.bind(address)
        except OSError as failure:
            text = "%s (while attempting to bind on address %r)" % (failure.strerror, address)
            raise OSError(failure.errno, text) from None
        made.listen(128 if backlog is None else backlog)
        return made
    except BaseException:
        made.close()
        raise


def close(fd):
    """Closes the descriptor of a socket."""
    _os.close(fd)


# Names


def _found(result):
    if isinstance(result, int):
        raise gaierror(result, _socket.gai_strerror(result))
    return result


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Addresses of a machine: tuples (family, type, proto, canonname, sockaddr)."""
    if isinstance(port, int):
        port = str(port)
    if host is not None and not isinstance(host, (str, bytes)):
        raise TypeError("getaddrinfo() argument 1 must be string or None")
    return [(_as(AddressFamily, f), _as(SocketKind, t), p, name, address)
            for f, t, p, name, address in _found(_socket.getaddrinfo(host, port, family, type, proto, flags))]


def getnameinfo(sockaddr, flags, /):
    """Names of the machine and the service of an address."""
    family = AF_INET6 if ":" in sockaddr[0] else AF_INET
    return _found(_socket.getnameinfo(family, sockaddr, flags))


def gethostname():
    """Name of this machine."""
    return _socket.gethostname()


def gethostbyname(hostname, /):
    """An address of a machine."""
    return "0.0.0.0" if hostname == "" else getaddrinfo(hostname, None, AF_INET, SOCK_STREAM)[0][4][0]


def gethostbyname_ex(hostname, /):
    """-> name, other names, addresses of a machine"""
    found = getaddrinfo(hostname, None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME)
    return found[0][3] or hostname, [], [entry[4][0] for entry in found]


def gethostbyaddr(ip_address, /):
    """-> name, other names, addresses of a machine"""
    address = getaddrinfo(ip_address, None, 0, SOCK_STREAM)[0][4]
    try:
        name = getnameinfo(address, NI_NAMEREQD)[0]
    except gaierror:
        raise herror(1, "Unknown host") from None
    return name, [], [address[0]]


def getfqdn(name=""):
    """The whole name of a machine."""
    name = name.strip()
    if not name or name in ("0.0.0.0", "::"):
        name = gethostname()
    try:
        return gethostbyaddr(name)[0]
    except OSError:
        return name


def getservbyname(servicename, protocolname=None, /):
    """Port of a service."""
    port = _socket.servport(servicename, protocolname)
    if port is None:
        raise OSError("service/proto not found")
    return port


def getservbyport(port, protocolname=None, /):
    """Service of a port."""
    if not 0 <= port <= 65535:
        raise OverflowError("getservbyport: port must be 0-65535.")
    name = _socket.servname(port, protocolname)
    if name is None:
        raise OSError("port/proto not found")
    return name


def getprotobyname(protocolname, /):
    """Number of a protocol."""
    known = {"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41}
    if protocolname not in known:
        raise OSError("protocol not found")
    return known[protocolname]


# Numbers


def inet_pton(address_family, ip_string, /):
    """An address in digits, packed."""
    packed = _socket.inet_pton(address_family, ip_string)
    if packed is None:
        raise OSError("illegal IP address string passed to inet_pton")
    return packed


def inet_ntop(address_family, packed_ip, /):
    """A packed address in digits."""
    if address_family not in (AF_INET, AF_INET6):
        raise ValueError("unknown address family %d" % address_family)
    return _socket.inet_ntop(address_family, packed_ip)


def inet_aton(ip_address, /):
    """Four numbers with dots between them, packed; fewer numbers fill more bytes."""
    parts = ip_address.split(".")
    try:
        numbers = [int(p, 16) if p[:2].lower() == "0x" else int(p, 8) if p[:1] == "0" and len(p) > 1 else int(p)
                   for p in parts]
    except ValueError:
        numbers = []
    rest = 5 - len(numbers)
    if not 1 <= len(numbers) <= 4 or max(numbers[:-1], default=0) > 255 or numbers[-1] >= 256 ** rest or min(numbers) < 0:
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(numbers[:-1]) + numbers[-1].to_bytes(rest, "big")


def inet_ntoa(packed_ip, /):
    """Four bytes as numbers with dots between them."""
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return ".".join([str(b) for b in bytes(packed_ip)])


def _swapped(name, value, size):
    if value < 0:
        raise OverflowError("can't convert negative value to unsigned int" if size == 4 else
                            "%s: can't convert negative Python int to C 16-bit unsigned integer" % name)
    if value >= 256 ** size:
        raise OverflowError("int larger than 32 bits" if size == 4 else
                            "%s: Python int too large to convert to C 16-bit unsigned integer" % name)
    return int.from_bytes(value.to_bytes(size, "little"), "big")


def htons(x, /):
    """A number of 16 bits in the order of the network."""
    return _swapped("htons", x, 2)


def ntohs(x, /):
    """A number of 16 bits in the order of this machine."""
    return _swapped("ntohs", x, 2)


def htonl(x, /):
    """A number of 32 bits in the order of the network."""
    return _swapped("htonl", x, 4)


def ntohl(x, /):
    """A number of 32 bits in the order of this machine."""
    return _swapped("ntohl", x, 4)


def if_nameindex():
    """Numbers and names of the network interfaces."""
    folder = "/sys/class/net"
    found = []
    for name in _os.listdir(folder) if _os.path.isdir(folder) else ():
        with open(_os.path.join(folder, name, "ifindex")) as file:
            found.append((int(file.read()), name))
    return sorted(found)


__all__ = [name for name in globals() if not name.startswith("_")]
