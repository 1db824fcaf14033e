"""Pipes and sockets that carry objects."""
import io
import os
import pickle
import select
import socket
import struct
import tempfile
import time

from multiprocessing import context as _context

BUFSIZE = 8192


class _Connection:
    """One end of a pipe: objects as pickles, each with its length before it."""
    _handle = None

    def __init__(self, handle, readable=True, writable=True):
        if handle.__index__() < 0:
            raise ValueError("invalid handle")
        if not (readable or writable):
            raise ValueError("at least one of `readable` and `writable` must be True")
        self._handle, self._readable, self._writable = handle, readable, writable

    def __del__(self):
        if self._handle is not None:
            self.close()

    def _check(self, way):
        if self._handle is None:
            raise OSError("handle is closed")
        if way == "read" and not self._readable:
            raise OSError("connection is write-only")
        if way == "write" and not self._writable:
            raise OSError("connection is read-only")

    closed = property(lambda self: self._handle is None)
    readable = property(lambda self: self._readable)
    writable = property(lambda self: self._writable)

    def fileno(self):
        """Its descriptor."""
        self._check(None)
        return self._handle

    def close(self):
        """Closes this end."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)

    def send(self, obj):
        """Sends an object."""
        self._check("write")
        self._put(_dumps(obj))

    def recv(self):
        """Receives an object."""
        self._check("read")
        return pickle.loads(self._get())

    def send_bytes(self, buf, offset=0, size=None):
        """Sends bytes."""
        self._check("write")
        data = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("offset is negative")
        if len(data) < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > len(data):
            raise ValueError("buffer length < offset + size")
        self._put(bytes(data[offset:offset + size]))

    def recv_bytes(self, maxlength=None):
        """Receives bytes."""
        self._check("read")
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = self._get(maxlength)
        return data

    def recv_bytes_into(self, buf, offset=0):
        """Receives bytes into a buffer; returns how many."""
        self._check("read")
        space = memoryview(buf).cast("B")
        if offset < 0:
            raise ValueError("negative offset")
        if offset > len(space):
            raise ValueError("offset too large")
        data = self._get()
        if offset + len(data) > len(space):
            raise _context.BufferTooShort(data)
        space[offset:offset + len(data)] = data
        return len(data)

    def poll(self, timeout=0.0):
        """Whether something can be received within the time."""
        self._check("read")
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def _put(self, data):
        head = struct.pack("!i", len(data)) if len(data) < 1 << 31 else struct.pack("!iQ", -1, len(data))
        whole = head + data if len(data) < 1 << 16 else None
        for part in ([whole] if whole is not None else [head, data]):
            view = memoryview(part)
            while len(view):
                view = view[os.write(self._handle, view):]

    def _read(self, size, isStart=False):
        parts, left = [], size
        while left:
            part = os.read(self._handle, min(left, 1 << 20))
            if not part:
                if left == size and isStart:
                    raise EOFError
                raise OSError("got end of file during message")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    def _get(self, most=None):
        size, = struct.unpack("!i", self._read(4, True))
        if size == -1:
            size, = struct.unpack("!Q", self._read(8))
        if most is not None and size > most:
            self.close()
            raise OSError("bad message length")
        return self._read(size)

    def __reduce__(self):
        from multiprocessing import spawning
        return _rebuild, (spawning.passed(self._handle), self._readable, self._writable)


Connection = _Connection
Connection.__name__ = Connection.__qualname__ = "Connection"


def _rebuild(handle, readable, writable):
    return Connection(handle, readable, writable)


def _dumps(obj):
    made = io.BytesIO()
    pickle.Pickler(made, pickle.HIGHEST_PROTOCOL).dump(obj)
    return made.getvalue()


def Pipe(duplex=True):
    """Two connected ends; without `duplex` the first only receives and the second only sends."""
    if duplex:
        first, second = socket.socketpair()
        return Connection(first.detach()), Connection(second.detach())
    reading, writing = os.pipe()
    return Connection(reading, writable=False), Connection(writing, readable=False)


def wait(object_list, timeout=None):
    """Those of the objects that are ready: connections, sockets, sentinels of processes."""
    objects = list(object_list)
    poller, found = select.poll(), {}
    for item in objects:
        number = item if isinstance(item, int) else item.fileno()
        found.setdefault(number, []).append(item)
        poller.register(number, select.POLLIN)
    end = None if timeout is None else time.monotonic() + timeout
    while True:
        rest = None if end is None else max(0, end - time.monotonic())
        ready = poller.poll(None if rest is None else rest * 1000)
        if ready or rest is not None and rest <= 0:
            numbers = {number for number, _ in ready}
            return [item for item in objects if (item if isinstance(item, int) else item.fileno()) in numbers]


# Listeners and clients.

def arbitrary_address(family):
    if family == "AF_INET":
        return ("localhost", 0)
    return tempfile.mktemp(prefix="listener-", dir=tempfile.mkdtemp(prefix="pymp-"))


def address_type(address):
    if isinstance(address, tuple):
        return "AF_INET"
    if isinstance(address, (str, bytes)):
        return "AF_UNIX"
    raise ValueError("address type of %r unrecognized" % (address,))


class Listener:
    """Waits for clients at an address."""

    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address_type(address) if address is not None else "AF_UNIX")
        address = address or arbitrary_address(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError("authkey should be a byte string")
        self._authkey = authkey
        self._socket = socket.socket(getattr(socket, family))
        if family == "AF_INET":
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind(address)
        self._socket.listen(backlog)
        self._address = self._socket.getsockname()
        self._path = self._address if family == "AF_UNIX" else None
        self._last = None
        self._pid = os.getpid()

    def accept(self):
        """The connection of the next client."""
        if self._socket is None:
            raise OSError("listener is closed")
        made, self._last = self._socket.accept()
        made.setblocking(True)
        connection = Connection(made.detach())
        if self._authkey is not None:
            deliver_challenge(connection, self._authkey)
            answer_challenge(connection, self._authkey)
        return connection

    def close(self):
        """Stops to listen."""
        made, self._socket = self._socket, None
        if made is not None:
            made.close()
            if self._path and self._pid == os.getpid():
                try:
                    os.unlink(self._path)
                except OSError:
                    pass

    address = property(lambda self: self._address)
    last_accepted = property(lambda self: self._last)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def Client(address, family=None, authkey=None):
    """A connection to a listener."""
    family = family or address_type(address)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError("authkey should be a byte string")
    made = socket.socket(getattr(socket, family))
    made.setblocking(True)
    made.connect(address)
    connection = Connection(made.detach())
    if authkey is not None:
        answer_challenge(connection, authkey)
        deliver_challenge(connection, authkey)
    return connection


CHALLENGE, WELCOME, FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"


def deliver_challenge(connection, authkey):
    """Lets the other side prove that it knows the key."""
    import hmac
    message = os.urandom(20)
    connection.send_bytes(CHALLENGE + message)
    if hmac.compare_digest(hmac.new(authkey, message, "md5").digest(), connection.recv_bytes(256)):
        connection.send_bytes(WELCOME)
    else:
        connection.send_bytes(FAILURE)
        raise _context.AuthenticationError("digest received was wrong")


def answer_challenge(connection, authkey):
    """Proves that this side knows the key."""
    import hmac
    message = connection.recv_bytes(256)
    if not message.startswith(CHALLENGE):
        raise _context.AuthenticationError("message = %r" % message)
    connection.send_bytes(hmac.new(authkey, message[len(CHALLENGE):], "md5").digest())
    if connection.recv_bytes(256) != WELCOME:
        raise _context.AuthenticationError("digest sent was rejected")
