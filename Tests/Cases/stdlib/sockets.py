# Recorded from CPython 3.11.7.
import os
import select
import socket
import tempfile
import threading

# Pairs
a, b = socket.socketpair()
print(a.family, a.type, a.proto, a.gettimeout(), a.getblocking())
print(a.send(b"hello"), b.recv(2), b.recv(100))
buffer = bytearray(10)
a.sendall(b"abc")
print(b.recv_into(buffer), bytes(buffer))
print(b.recv_into.__name__, select.select([a, b], [], [], 0))
a.shutdown(socket.SHUT_WR)
print(b.recv(5), b.recv(5))
b.close()
print(b.fileno(), repr(b)[:39])
try:
    b.recv(1)
except OSError as error:
    print(type(error).__name__, error)
a.close()

# Timeouts
a, b = socket.socketpair()
a.settimeout(0.01)
for call in (lambda: a.recv(1), lambda: a.recv_into(bytearray(1))):
    try:
        call()
    except TimeoutError as error:
        print(repr(error), error.errno, socket.timeout is TimeoutError)
a.setblocking(False)
print(a.gettimeout(), a.getblocking())
try:
    a.recv(1)
except BlockingIOError as error:
    print(error)
for bad in (-1, "x"):
    try:
        a.settimeout(bad)
    except Exception as error:
        print(type(error).__name__)
a.settimeout(None)
threading.Timer(0.02, lambda: b.sendall(b"late")).start()
print(a.recv(10))
a.close(), b.close()

# TCP
server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
told = []


def serve():
    connection, address = server.accept()
    with connection:
        told.append((address[0], connection.getsockname() == ("127.0.0.1", port)))
        while data := connection.recv(65536):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(("localhost", port), timeout=5) as client:
    print(client.gettimeout(), client.getpeername() == ("127.0.0.1", port))
    payload = b"abc" * 100000
    got = []

    def read():
        left = len(payload)
        while left:
            data = client.recv(100000)
            got.append(data)
            left -= len(data)
    reader = threading.Thread(target=read)
    reader.start()
    client.sendall(payload)
    reader.join()
    print(b"".join(got) == payload.upper())
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    print(client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY), client.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE))
thread.join()
print(told)
server.close()
try:
    socket.create_connection(("127.0.0.1", port), timeout=5)
except ConnectionRefusedError as error:
    print(error)
with socket.socket() as refused:
    print(refused.connect_ex(("127.0.0.1", port)))

# Files
a, b = socket.socketpair()
with a, b, a.makefile("rw", encoding="utf-8", newline="\n") as one, b.makefile("rwb") as other:
    one.write("first\nsecond é\n")
    one.flush()
    print(other.readline(), other.readline())
    other.write(b"answer\n")
    other.flush()
    print(one.readline())
    print(one.mode, other.readable(), other.writable(), other.raw.mode if hasattr(other, "raw") else "rwb")

# UDP
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as receiver, socket.socket(type=socket.SOCK_DGRAM) as sender:
    receiver.bind(("127.0.0.1", 0))
    print(sender.sendto(b"datagram", receiver.getsockname()))
    data, address = receiver.recvfrom(4)
    print(data, address[0], address[1] == sender.getsockname()[1])
    sender.connect(receiver.getsockname())
    sender.send(b"")
    print(receiver.recv(10))

# Unix
path = os.path.join(tempfile.mkdtemp(), "s")
with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
    server.bind(path)
    server.listen()
    client.connect(path)
    connection, address = server.accept()
    with connection:
        client.sendmsg([b"a", b"bc"])
        print(connection.recv(9), repr(address), client.getpeername() == path, connection.recvmsg.__name__)
try:
    socket.socket(socket.AF_UNIX).connect(path + "no")
except FileNotFoundError as error:
    print(error.errno)

# Arguments
with socket.socket() as s:
    for call in (lambda: s.bind("x"), lambda: s.bind(("127.0.0.1",)), lambda: s.bind(("127.0.0.1", 70000)), lambda: s.recv(-1),
                 lambda: s.connect(("127.0.0.1", "x")), lambda: s.send("text"), lambda: s.listen("x"), lambda: s.accept(),
                 lambda: socket.socket(fileno=-1), lambda: s.makefile("x"), lambda: s.makefile("r", 0)):
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
# expect: 1 1 0 None True
# expect: 5 b'he' b'llo'
# expect: 3 b'abc\x00\x00\x00\x00\x00\x00\x00'
# expect: recv_into ([], [], [])
# expect: b'' b''
# expect: -1 <socket.socket [closed] fd=-1, family=1
# expect: OSError [Errno 9] Bad file descriptor
# expect: TimeoutError('timed out') None True
# expect: TimeoutError('timed out') None True
# expect: 0.0 False
# expect: [Errno 11] Resource temporarily unavailable
# expect: ValueError
# expect: TypeError
# expect: b'late'
# expect: 5.0 True
# expect: True
# expect: 1 1
# expect: [('127.0.0.1', True)]
# expect: [Errno 111] Connection refused
# expect: 111
# expect: b'first\n' b'second \xc3\xa9\n'
# expect: answer
# expect:
# expect: rw True True rwb
# expect: 8
# expect: b'data' 127.0.0.1 True
# expect: b''
# expect: b'abc' '' True recvmsg
# expect: 2
# expect: TypeError bind(): AF_INET address must be tuple, not str
# expect: TypeError AF_INET address must be a pair (host, port)
# expect: OverflowError bind(): port must be 0-65535.
# expect: ValueError negative buffersize in recv
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OSError [Errno 22] Invalid argument
# expect: ValueError negative file descriptor
# expect: ValueError invalid mode 'x' (only r, w, b allowed)
# expect: ValueError unbuffered streams must be binary
