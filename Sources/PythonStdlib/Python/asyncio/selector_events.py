"""Transports over sockets and pipes that do not wait."""
import os

from asyncio import protocols, transports

_PORTION = 1 << 18
_FATAL = (ConnectionError,)


class _Watched:
    """What the loop watches: how it begins, waits and ends. What is to be sent waits in `_buffer`."""

    def _open(self, loop, number, protocol, buffer, waiter, server=None):
        self._loop, self._number, self._protocol, self._buffer, self._server = loop, number, protocol, buffer, server
        self._closing = self._lost = self._listening = False
        loop._transports[number] = self
        if server is not None:
            server._attach()
        loop.call_soon(self._start, waiter)

    def _start(self, waiter):
        try:
            self._protocol.connection_made(self)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal(error, "Exception in connection_made()")
        if self._may_listen():
            self._listen()
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def _may_listen(self):
        return not self._closing

    def _listen(self):
        if not self._listening:
            self._listening = True
            self._loop._watch(self._number, 1, self._readable, ())

    def _unlisten(self):
        if self._listening:
            self._listening = False
            self._loop._unwatch(self._number, 1)

    def close(self):
        """Ends the connection when everything is sent."""
        if self._closing:
            return
        self._closing = True
        self._unlisten()
        if not self._buffer:
            self._finish(None)

    def abort(self):
        """Ends the connection at once."""
        self._abandon(None)

    def _fatal(self, error, message):
        if not isinstance(error, OSError) or not isinstance(error, _FATAL) and self._loop.get_debug():
            self._loop.call_exception_handler({
                "message": message, "exception": error, "transport": self, "protocol": self._protocol})
        self._abandon(error)

    def _abandon(self, error):
        if self._lost:
            return
        self._buffer.clear()
        self._closing = True
        self._unlisten()
        self._finish(error)

    def _finish(self, error):
        if self._lost:
            return
        self._lost = True
        self._loop._unwatch(self._number, 4)
        self._loop.call_soon(self._end, error)

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._loop._transports.pop(self._number, None)
            self._shut()
            server, self._server = self._server, None
            if server is not None:
                server._detach()


class _Channel(_Watched, transports.Transport):
    """A descriptor whose bytes are read and written when it is ready."""

    _can_end = _reads = True

    def __init__(self, loop, number, protocol, extra=None, *, server=None, waiter=None):
        super().__init__(extra)
        self._paused = self._ended = self._eof_seen = self._writing_paused = False
        self._high, self._low = 64 * 1024, 16 * 1024
        self._open(loop, number, protocol, bytearray(), waiter, server)

    def __repr__(self):
        words = [type(self).__name__]
        if self._lost:
            words.append("closed")
        elif self._closing:
            words.append("closing")
        words.append("fd=%s" % self._number)
        return "<%s>" % " ".join(words)

    # Reading

    def is_reading(self):
        return not self._closing and not self._paused

    def _may_listen(self):
        return self._reads and self.is_reading()

    def pause_reading(self):
        """Lets data wait outside."""
        if not self.is_reading():
            return
        self._paused = True
        self._unlisten()

    def resume_reading(self):
        """Takes data again."""
        if self._closing or not self._paused:
            return
        self._paused = False
        if not self._eof_seen:
            self._listen()

    def _readable(self):
        if self._lost:
            return
        try:
            if isinstance(self._protocol, protocols.BufferedProtocol):
                return self._fill()
            data = self._receive()
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            return self._fatal(error, "Fatal read error on socket transport")
        if not data:
            return self._at_end()
        try:
            self._protocol.data_received(data)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._fatal(error, "Fatal error: protocol.data_received() call failed.")

    def _fill(self):
        buffer = self._protocol.get_buffer(-1)
        if not len(buffer):
            raise RuntimeError("get_buffer() returned an empty buffer")
        data = self._sock.recv(len(buffer))
        if not data:
            return self._at_end()
        memoryview(buffer)[:len(data)] = data
        self._protocol.buffer_updated(len(data))

    def _at_end(self):
        self._eof_seen = True
        try:
            stays = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            return self._fatal(error, "Fatal error: protocol.eof_received() call failed.")
        self._unlisten()
        if not stays:
            self.close()

    # Writing

    def write(self, data):
        """Sends bytes, later when they do not fit now."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be a bytes-like object, not %r" % type(data).__name__)
        if self._ended:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._lost or self._closing and not self._buffer and self._lost:
            return
        if not self._buffer:
            try:
                sent = self._send(data)
            except (BlockingIOError, InterruptedError):
                sent = 0
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                return self._fatal(error, "Fatal write error on socket transport")
            if sent == len(data):
                return
            data = memoryview(data)[sent:]
            self._loop._watch(self._number, 4, self._writable, ())
        self._buffer += data
        self._check_limits()

    def _check_limits(self):
        if len(self._buffer) > self._high and not self._writing_paused:
            self._writing_paused = True
            self._tell("pause_writing")

    def _writable(self):
        if self._lost:
            return
        try:
            sent = self._send(bytes(self._buffer[:_PORTION]))
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            return self._fatal(error, "Fatal write error on socket transport")
        del self._buffer[:sent]
        if self._writing_paused and len(self._buffer) <= self._low:
            self._writing_paused = False
            self._tell("resume_writing")
        if not self._buffer:
            self._loop._unwatch(self._number, 4)
            if self._closing:
                self._finish(None)
            elif self._ended:
                self._end_writing()

    def _tell(self, name):
        try:
            getattr(self._protocol, name)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler({
                "message": "protocol.%s() failed" % name, "exception": error, "transport": self,
                "protocol": self._protocol})

    def set_write_buffer_limits(self, high=None, low=None):
        """How many waiting bytes pause the protocol, and how few let it go on."""
        if high is None:
            high = 64 * 1024 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError("high (%r) must be >= low (%r) must be >= 0" % (high, low))
        self._high, self._low = high, low
        self._check_limits()

    def get_write_buffer_size(self):
        return len(self._buffer)

    def get_write_buffer_limits(self):
        return self._low, self._high

    def can_write_eof(self):
        return self._can_end

    def write_eof(self):
        """Sends no more; may read on."""
        if self._closing or self._ended:
            return
        self._ended = True
        if not self._buffer:
            self._end_writing()


class SocketTransport(_Channel):
    """A connection."""

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._sock = sock
        extra = dict(extra or {})
        extra["socket"] = sock
        for name, call in (("sockname", sock.getsockname), ("peername", sock.getpeername)):
            if name not in extra:
                try:
                    extra[name] = call()
                except OSError:
                    extra[name] = None
        super().__init__(loop, sock.fileno(), protocol, extra, server=server, waiter=waiter)

    def _receive(self):
        return self._sock.recv(_PORTION)

    def _send(self, data):
        return self._sock.send(data)

    def _shut(self):
        self._sock.close()

    def _end_writing(self):
        try:
            self._sock.shutdown(1)
        except OSError:
            pass


SocketTransport.__name__ = SocketTransport.__qualname__ = "_SelectorSocketTransport"


class _PipeTransport(_Channel):
    """A pipe: one end of it."""

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        self._pipe = pipe
        os.set_blocking(pipe.fileno(), False)
        super().__init__(loop, pipe.fileno(), protocol, dict(extra or {}, pipe=pipe), waiter=waiter)

    def _receive(self):
        return os.read(self._number, _PORTION)

    def _send(self, data):
        return os.write(self._number, data)

    def _shut(self):
        self._pipe.close()

    def _end_writing(self):
        self.close()


class ReadPipeTransport(_PipeTransport):
    """A pipe that is read."""

    _can_end = False


class WritePipeTransport(_PipeTransport):
    """A pipe that is written."""

    _reads = False


class SocketDatagramTransport(_Watched, transports.DatagramTransport):
    """Packets from and to a socket."""

    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        super().__init__(dict(extra or {}, socket=sock, sockname=sock.getsockname(), peername=address))
        self._sock, self._address = sock, address
        self._open(loop, sock.fileno(), protocol, [], waiter)

    def get_write_buffer_size(self):
        return sum(len(data) for data, _ in self._buffer)

    def _readable(self):
        try:
            data, address = self._sock.recvfrom(_PORTION)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as error:
            self._protocol.error_received(error)
            return
        self._protocol.datagram_received(data, address)

    def sendto(self, data, addr=None):
        """Sends a packet."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError("data argument must be a bytes-like object, not %r" % type(data).__name__)
        if self._address is not None and addr not in (None, self._address):
            raise ValueError("Invalid address: must be None or %s" % (self._address,))
        if not data or self._lost:
            return
        if self._buffer or not self._send_now(data, addr):
            if not self._buffer:
                self._loop._watch(self._number, 4, self._writable, ())
            self._buffer.append((bytes(data), addr))

    def _send_now(self, data, addr):
        try:
            if self._address is not None:
                self._sock.send(data)
            else:
                self._sock.sendto(data, addr)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError as error:
            self._protocol.error_received(error)
        return True

    def _writable(self):
        while self._buffer and self._send_now(*self._buffer[0]):
            del self._buffer[0]
        if not self._buffer:
            self._loop._unwatch(self._number, 4)
            if self._closing:
                self._finish(None)

    def _shut(self):
        self._sock.close()
