"""TLS between a connection and its protocol."""
import ssl

from asyncio import protocols, transports

_WAITS = (ssl.SSLWantReadError, ssl.SSLSyscallError)


class TLSTransport(transports.Transport):
    """What the protocol sees of a connection with TLS."""

    def __init__(self, tls):
        super().__init__()
        self._tls = tls

    def __repr__(self):
        return "<%s over %r>" % (type(self).__name__, self._tls._raw)

    def get_extra_info(self, name, default=None):
        tls = self._tls
        if name == "ssl_object":
            return tls._object
        if name == "sslcontext":
            return tls._context
        if name in ("peercert", "cipher", "compression") and tls._is_shaken:
            call = tls._object.getpeercert if name == "peercert" else getattr(tls._object, name)
            return call()
        return tls._raw.get_extra_info(name, default)

    def set_protocol(self, protocol):
        self._tls._protocol = protocol

    def get_protocol(self):
        return self._tls._protocol

    def is_closing(self):
        return self._tls._closing

    def is_reading(self):
        return self._tls._raw.is_reading()

    def pause_reading(self):
        self._tls._raw.pause_reading()

    def resume_reading(self):
        self._tls._raw.resume_reading()

    def set_write_buffer_limits(self, high=None, low=None):
        self._tls._raw.set_write_buffer_limits(high, low)

    def get_write_buffer_size(self):
        return self._tls._raw.get_write_buffer_size()

    def get_write_buffer_limits(self):
        return self._tls._raw.get_write_buffer_limits()

    def can_write_eof(self):
        return False

    def write_eof(self):
        raise NotImplementedError

    def write(self, data):
        """Sends bytes."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data: expecting a bytes-like instance, got %s" % type(data).__name__)
        if data:
            self._tls._write(data)

    def close(self):
        """Ends TLS, then the connection."""
        self._tls._close()

    def abort(self):
        """Ends the connection at once."""
        self._tls._closing = True
        self._tls._raw.abort()


class TLSProtocol(protocols.Protocol):
    """Carries what a connection brings through TLS to a protocol, and back."""

    def __init__(self, loop, protocol, context, waiter, *, server_side=False, server_hostname=None,
                 handshake_timeout=None, tells=True):
        self._loop, self._protocol, self._context, self._waiter = loop, protocol, context, waiter
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._object = context.wrap_bio(self._incoming, self._outgoing, server_side=server_side,
                                        server_hostname=server_hostname)
        self._transport = TLSTransport(self)
        self._is_shaken = self._closing = self._has_ended = False
        # Whether the protocol hears of the connection; with start_tls it has already.
        self._tells, self._backlog = tells, []
        self._raw, self._patience = None, handshake_timeout or 60.0
        self._timer = None

    def connection_made(self, transport):
        self._raw = transport
        self._timer = self._loop.call_later(self._patience, self._fail, ConnectionAbortedError(
            "SSL handshake is taking longer than %s seconds: aborting the connection" % self._patience))
        self._move()

    def data_received(self, data):
        self._incoming.write(data)
        self._move()

    def eof_received(self):
        self._incoming.write_eof()
        self._move()
        return False

    def connection_lost(self, exc):
        self._closing = True
        self._timer.cancel()
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(exc or ConnectionResetError("SSL handshake failed: connection lost"))
        elif self._is_shaken:
            self._protocol.connection_lost(exc)

    def pause_writing(self):
        self._protocol.pause_writing()

    def resume_writing(self):
        self._protocol.resume_writing()

    def _fail(self, error):
        self._timer.cancel()
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(error)
        elif not isinstance(error, OSError):
            self._loop.call_exception_handler({
                "message": "SSL error in data received", "exception": error, "transport": self._transport})
        self._send()
        self._raw._abandon(error)

    def _send(self):
        data = self._outgoing.read()
        if data:
            self._raw.write(data)

    def _move(self):
        """Goes on with the handshake, then hands over what has come."""
        try:
            if not self._is_shaken:
                try:
                    self._object.do_handshake()
                except ssl.SSLWantReadError:
                    self._send()
                    return
                self._shaken()
            self._take()
            self._send()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fail(error)

    def _shaken(self):
        self._timer.cancel()
        self._is_shaken = True
        self._send()
        if self._tells:
            self._protocol.connection_made(self._transport)
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)
        backlog, self._backlog = self._backlog, []
        for data in backlog:
            self._write(data)

    def _take(self):
        while not self._has_ended:
            try:
                data = self._object.read(1 << 16)
            except ssl.SSLWantReadError:
                return
            if not data:
                self._has_ended = True
                if not self._closing:
                    self._protocol.eof_received()
                    self._close()
                return
            self._protocol.data_received(data)

    def _write(self, data):
        if not self._is_shaken:
            self._backlog.append(bytes(data))
            return
        rest = memoryview(data)
        while len(rest):
            rest = rest[self._object.write(rest[:1 << 16]):]
        self._send()

    def _close(self):
        if self._closing:
            return
        self._closing = True
        if self._is_shaken:
            try:
                self._object.unwrap()
            except ssl.SSLError:
                # The other end has not said yet that it ends, too.
                pass
            self._send()
        self._raw.close()
