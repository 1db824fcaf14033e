# Recorded from CPython 3.11.7.
import socket

print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", "80", proto=socket.IPPROTO_TCP))
print(socket.getaddrinfo(None, 0, socket.AF_INET, socket.SOCK_DGRAM, 0, socket.AI_PASSIVE))
for ask in (lambda: socket.getaddrinfo("1.2.3", "nothing of that name"), lambda: socket.getaddrinfo(None, None),
            lambda: socket.getaddrinfo("host name with spaces", 1, flags=socket.AI_NUMERICHOST), lambda: socket.getaddrinfo(5, 1)):
    try:
        print(ask())
    except Exception as error:
        print(type(error).__name__, error.args)
print(issubclass(socket.gaierror, OSError), socket.error is OSError, socket.gaierror.__module__, socket.herror.__name__)
print(socket.gethostbyname("127.0.0.1"), socket.gethostbyname(""), socket.gethostbyname("localhost"))
print(socket.getnameinfo(("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
print(socket.gethostname() == socket.gethostname() != "")
for text in ("127.0.0.1", "255.255.255.255", "1.2", "0x7f.1", "1"):
    print(socket.inet_aton(text))
for call, argument in ((socket.inet_aton, "1.2.3.4.5"), (socket.inet_aton, "x"), (socket.inet_ntoa, b"123"), (socket.htons, 70000),
                       (socket.htons, -1), (socket.htonl, 1 << 32)):
    try:
        print(call(argument))
    except Exception as error:
        print(type(error).__name__, error)
print(socket.inet_ntoa(b"\x7f\0\0\1"), socket.inet_pton(socket.AF_INET6, "::1"), socket.inet_ntop(socket.AF_INET6, bytes(16)))
try:
    socket.inet_pton(socket.AF_INET, "1.2")
except OSError as error:
    print(error)
print(socket.htons(1), socket.ntohs(256), socket.htonl(1), socket.ntohl(16777216))
print(socket.AF_INET, repr(socket.AF_INET6), socket.SOCK_STREAM == 1, socket.SHUT_RDWR, socket.SOL_SOCKET, socket.SO_REUSEADDR)
print(socket.getdefaulttimeout())
socket.setdefaulttimeout(2.5)
with socket.socket() as s:
    print(s.gettimeout(), s.timeout)
socket.setdefaulttimeout(None)
print(socket.has_ipv6)
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
# expect: [(<AddressFamily.AF_INET6: 10>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('::1', 80, 0, 0))]
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_DGRAM: 2>, 17, '', ('0.0.0.0', 0))]
# expect: gaierror (-8, 'Servname not supported for ai_socktype')
# expect: gaierror (-2, 'Name or service not known')
# expect: gaierror (-2, 'Name or service not known')
# expect: TypeError ('getaddrinfo() argument 1 must be string or None',)
# expect: True True socket herror
# expect: 127.0.0.1 0.0.0.0 127.0.0.1
# expect: ('127.0.0.1', '80')
# expect: True
# expect: b'\x7f\x00\x00\x01'
# expect: b'\xff\xff\xff\xff'
# expect: b'\x01\x00\x00\x02'
# expect: b'\x7f\x00\x00\x01'
# expect: b'\x00\x00\x00\x01'
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError packed IP wrong length for inet_ntoa
# expect: OverflowError htons: Python int too large to convert to C 16-bit unsigned integer
# expect: OverflowError htons: can't convert negative Python int to C 16-bit unsigned integer
# expect: OverflowError int larger than 32 bits
# expect: 127.0.0.1 b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01' ::
# expect: illegal IP address string passed to inet_pton
# expect: 256 1 16777216 1
# expect: 2 <AddressFamily.AF_INET6: 10> True 2 1 2
# expect: None
# expect: 2.5 2.5
# expect: True
