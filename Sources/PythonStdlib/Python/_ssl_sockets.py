"""Connections over sockets and over buffers in memory."""
import _ssl
import _thread
import socket as _socket
from _ssl_constants import CERT_NONE, CHANNEL_BINDING_TYPES, SOCK_STREAM, SOL_SOCKET, SO_TYPE
from _ssl_errors import SSLEOFError, SSLError, SSLZeroReturnError, _error

__name__ = "ssl"        # the module that pickles and messages name


class MemoryBIO:
    """A buffer between TLS and what carries it."""

    def __init__(self):
        self._data, self._ended = bytearray(), False

    pending = property(lambda self: len(self._data))
    eof = property(lambda self: self._ended and not self._data)

    def write(self, b, /):
        """Adds bytes: how many."""
        if self._ended:
            raise SSLError("cannot write() after write_eof()")
        data = bytes(memoryview(b))
        self._data += data
        return len(data)

    def read(self, size=-1, /):
        """Takes bytes out, at most so many."""
        size = len(self._data) if size < 0 else size
        data = bytes(self._data[:size])
        del self._data[:size]
        return data

    def write_eof(self):
        self._ended = True


class SSLSession:
    """A session that could be gone on with; OpenSSL does that by itself."""


class _Answers:
    """What can be asked of a connection; `_connection` is None before there is one."""

    session = None

    def getpeercert(self, binary_form=False):
        """What the other end's certificate says, or the certificate itself."""
        if self._connection is None or not self._shaken:
            raise ValueError("handshake not done yet")
        der = _ssl.peer(self._connection)
        if binary_form or der is None:
            return der
        if self.context.verify_mode == CERT_NONE:
            return {}
        import _certificates
        return _certificates.describe(der)

    def selected_alpn_protocol(self):
        """The protocol that both ends speak."""
        return None if self._connection is None else _ssl.protocol(self._connection)

    def selected_npn_protocol(self):
        return None

    def cipher(self):
        """Name, version and bits of the cipher."""
        return None if self._connection is None or not self._shaken else _ssl.cipher(self._connection)

    def shared_ciphers(self):
        return None if not self.server_side or not self._shaken else [self.cipher()]

    def compression(self):
        return None

    def version(self):
        """The version of the protocol, None before the handshake."""
        return None if self._connection is None or not self._shaken else _ssl.agreed_version(self._connection)

    @property
    def session_reused(self):
        return None if self._connection is None else _ssl.is_reused(self._connection)

    def get_channel_binding(self, cb_type="tls-unique"):
        """What ties something to this connection."""
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError("{0} channel binding type not implemented".format(cb_type))
        return None if self._connection is None or not self._shaken else _ssl.finished(self._connection) or None

    def _result(self, function, result):
        if type(result) is tuple:
            raise _error(result, self.server_hostname, {_ssl.read: 2580, _ssl.write: 2427}.get(function, 1006))
        return result


class SSLObject(_Answers):
    """TLS between two buffers; who uses it carries their bytes."""

    def __init__(self, *args, **kwargs):
        raise TypeError("SSLObject does not have a public constructor. Instances are returned by SSLContext.wrap_bio().")

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, context=None, session=None):
        self = cls.__new__(cls)
        self._connection = context._connection(server_side, server_hostname)
        self._incoming, self._outgoing, self.context = incoming, outgoing, context
        self.server_side, self.server_hostname, self._shaken, self._end_was_fed = server_side, server_hostname, False, False
        return self

    def _carried(self, function, *args):
        data = self._incoming.read()
        if data:
            _ssl.feed(self._connection, data)
        if self._incoming.eof and not self._end_was_fed:
            self._end_was_fed = True
            _ssl.feed(self._connection, b"")
        result = function(self._connection, *args)
        data = _ssl.drain(self._connection)
        if data:
            self._outgoing.write(data)
        return self._result(function, result)

    def do_handshake(self):
        self._carried(_ssl.handshake)
        self._shaken = True

    def read(self, len=1024, buffer=None):
        """Bytes that the other end has sent."""
        if buffer is None and len == 0:
            return b""
        try:
            data = self._carried(_ssl.read, len)
        except SSLZeroReturnError:
            data = b""
        if buffer is None:
            return data
        memoryview(buffer)[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        """Sends bytes: how many."""
        return self._carried(_ssl.write, data) if memoryview(data).nbytes else 0

    def pending(self):
        return _ssl.pending(self._connection)

    def unwrap(self):
        """Ends TLS."""
        self._carried(_ssl.shutdown)

    def verify_client_post_handshake(self):
        raise SSLError("Post-handshake authentication is not supported")


class SSLSocket(_Answers, _socket.socket):
    """A socket that speaks TLS."""

    def __init__(self, *args, **kwargs):
        raise TypeError("SSLSocket does not have a public constructor. Instances are returned by SSLContext.wrap_socket().")

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, context=None,
                session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError("only stream sockets are supported")
        if server_side and server_hostname:
            raise ValueError("server_hostname can only be specified in client mode")
        if context.check_hostname and not server_side and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        timeout = sock.gettimeout()
        self = cls.__new__(cls)
        self._connection, self._shaken, self._sending = None, False, _thread.allocate_lock()
        _socket.socket.__init__(self, sock.family, sock.type, sock.proto, sock.fileno())
        sock.detach()
        self.settimeout(timeout)
        self.context, self.server_side, self.server_hostname = context, server_side, server_hostname
        self.do_handshake_on_connect, self.suppress_ragged_eofs = do_handshake_on_connect, suppress_ragged_eofs
        try:
            self.getpeername()
        except OSError:
            return self
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def _begin(self):
        self._connection = self.context._connection(self.server_side, self.server_hostname)
        if self.do_handshake_on_connect:
            if self._timeout == 0.0:
                raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
            self.do_handshake()

    def _carried(self, function, *args):
        """Repeats a call until it need not wait for the other end any more."""
        while True:
            result = function(self._connection, *args)
            self._send_drained()
            if type(result) is not tuple or result[0] != 2:
                return self._result(function, result)
            try:
                data = super().recv(32768)
            except BlockingIOError:
                self._result(function, result)
            except TimeoutError:
                raise TimeoutError("_ssl.c:989: The handshake operation timed out" if function is _ssl.handshake else
                                   "The read operation timed out") from None
            _ssl.feed(self._connection, data)

    def _send_drained(self):
        # Another thread may write meanwhile: what is drained must be sent in the same order.
        with self._sending:
            data = _ssl.drain(self._connection)
            while data:
                try:
                    data = data[super().send(data):]
                except BlockingIOError:
                    # OpenSSL has taken these bytes: they cannot be given back.
                    import select
                    select.select([], [self], [])

    def _check_connected(self):
        if self._connection is None:
            self.getpeername()

    def do_handshake(self, block=False):
        """Agrees with the other end."""
        self._check_connected()
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._carried(_ssl.handshake)
            self._shaken = True
        finally:
            self.settimeout(timeout)

    def read(self, len=1024, buffer=None):
        """Bytes that the other end has sent; none at the end."""
        if self._connection is None:
            raise ValueError("Read on closed or unwrapped SSL socket.")
        if len == 0:
            return b"" if buffer is None else 0
        try:
            data = self._carried(_ssl.read, len)
        except SSLZeroReturnError:
            data = b""
        except SSLEOFError:
            if not self.suppress_ragged_eofs:
                raise
            data = b""
        if buffer is None:
            return data
        view = memoryview(buffer).cast("B")
        view[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        """Sends bytes: how many."""
        if self._connection is None:
            raise ValueError("Write on closed or unwrapped SSL socket.")
        return self._carried(_ssl.write, data) if memoryview(data).nbytes else 0

    def pending(self):
        return 0 if self._connection is None else _ssl.pending(self._connection)

    # What sockets do

    @staticmethod
    def _no_flags(flags, name):
        if flags:
            raise ValueError("non-zero flags not allowed in calls to %s() on SSLSocket" % name)

    def recv(self, buflen=1024, flags=0):
        if self._connection is None:
            return super().recv(buflen, flags)
        self._no_flags(flags, "recv")
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if self._connection is None:
            return super().recv_into(buffer, nbytes or 0, flags)
        self._no_flags(flags, "recv_into")
        return self.read(nbytes or memoryview(buffer).nbytes, buffer)

    def send(self, data, flags=0):
        if self._connection is None:
            return super().send(data, flags)
        self._no_flags(flags, "send")
        return self.write(data)

    def sendall(self, data, flags=0):
        if self._connection is None:
            return super().sendall(data, flags)
        self._no_flags(flags, "sendall")
        data = memoryview(data).cast("B")
        sent = 0
        while sent < len(data):
            sent += self.write(data[sent:sent + 65536])

    def sendto(self, data, flags_or_addr, addr=None):
        if self._connection is not None:
            raise ValueError("sendto not allowed on instances of %s" % self.__class__)
        return super().sendto(data, flags_or_addr) if addr is None else super().sendto(data, flags_or_addr, addr)

    def recvfrom(self, buflen=1024, flags=0):
        if self._connection is not None:
            raise ValueError("recvfrom not allowed on instances of %s" % self.__class__)
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._connection is not None:
            raise ValueError("recvfrom_into not allowed on instances of %s" % self.__class__)
        return super().recvfrom_into(buffer, nbytes or 0, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError("recvmsg not allowed on instances of %s" % self.__class__)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError("sendmsg not allowed on instances of %s" % self.__class__)

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % type(self).__name__)

    def connect(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connection is not None:
            raise ValueError("attempt to connect already-connected SSLSocket!")
        super().connect(addr)
        self._begin()

    def connect_ex(self, addr):
        code = super().connect_ex(addr)
        if not code:
            self._begin()
        return code

    def accept(self):
        """Takes a connection and agrees with its other end."""
        made, address = super().accept()
        made = self.context.wrap_socket(made, do_handshake_on_connect=self.do_handshake_on_connect,
                                        suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True)
        return made, address

    def unwrap(self):
        """Ends TLS: the socket without it."""
        if self._connection is None:
            raise ValueError("No SSL wrapper around " + str(self))
        try:
            self._carried(_ssl.shutdown)
        except SSLZeroReturnError:
            pass
        self._connection = None
        return self

    def shutdown(self, how):
        self._connection = None
        super().shutdown(how)

    def _really_close(self):
        self._connection = None
        super()._really_close()

    def verify_client_post_handshake(self):
        raise SSLError("Post-handshake authentication is not supported")
