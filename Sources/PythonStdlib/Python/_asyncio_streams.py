"""Connections of `asyncio`: readers, writers and servers on sockets that do not wait."""
import asyncio
import socket

_LIMIT = 1 << 16


class IncompleteReadError(EOFError):
    """The stream ended before everything had come."""

    def __init__(self, partial, expected):
        text = "undefined" if expected is None else repr(expected)
        super().__init__("%d bytes read on a total of %s expected bytes" % (len(partial), text))
        self.partial, self.expected = partial, expected


class LimitOverrunError(Exception):
    """No end of a line was found within the limit."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


class StreamReader:
    """What comes from the other end."""

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit, self._data, self._ended, self._error = limit, bytearray(), False, None
        self._waiter, self._resume = None, None

    def feed_data(self, data):
        """Adds bytes."""
        self._data += data
        self._wake()

    def feed_eof(self):
        """Nothing more comes."""
        self._ended = True
        self._wake()

    def at_eof(self):
        return self._ended and not self._data

    def exception(self):
        return self._error

    def set_exception(self, error):
        self._error = error
        self._wake()

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    async def _more(self):
        """Waits until something has come; False at the end."""
        if self._error is not None:
            raise self._error
        if self._ended:
            return False
        if self._waiter is not None:
            raise RuntimeError("read() called while another coroutine is already waiting for incoming data")
        if self._resume is not None:
            self._resume()
        self._waiter = asyncio.get_event_loop().create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None
        if self._error is not None:
            raise self._error
        return True

    def _take(self, size):
        data = bytes(self._data[:size])
        del self._data[:size]
        if self._resume is not None:
            self._resume()
        return data

    async def read(self, n=-1):
        """Some bytes, at most so many; all to the end without a number."""
        if n == 0:
            return b""
        if n < 0:
            while await self._more():
                # The buffer is ours until the end.
                if self._resume is not None:
                    self._resume(True)
            return self._take(len(self._data))
        if not self._data:
            await self._more()
        return self._take(n)

    async def readexactly(self, n):
        """So many bytes, not fewer."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        while len(self._data) < n:
            if self._resume is not None:
                self._resume(True)
            if not await self._more():
                raise IncompleteReadError(self._take(len(self._data)), n)
        return self._take(n)

    async def readuntil(self, separator=b"\n"):
        """The bytes up to a mark, with it."""
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        start = 0
        while True:
            at = self._data.find(separator, start)
            if at >= 0:
                if at > self._limit:
                    raise LimitOverrunError("Separator is found, but chunk is longer than limit", at)
                return self._take(at + len(separator))
            start = max(0, len(self._data) + 1 - len(separator))
            if start > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", start)
            if not await self._more():
                raise IncompleteReadError(self._take(len(self._data)), None)

    async def readline(self):
        """A line; what is left at the end."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._data.startswith(b"\n", error.consumed):
                del self._data[:error.consumed + 1]
            else:
                self._data.clear()
            raise ValueError(error.args[0]) from None

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class StreamWriter:
    """What goes to the other end."""

    def __init__(self, sock, reader):
        self._socket, self._reader, self._loop = sock, reader, asyncio.get_event_loop()
        self._data, self._closing, self._ends, self._error = bytearray(), False, False, None
        self._drained, self._closed = [], self._loop.create_future()
        self._is_reading = False
        reader._resume = self._resume_reading
        self._resume_reading()

    # Reading: stopped while the reader holds much.

    def _resume_reading(self, always=False):
        fits = always or len(self._reader._data) <= 2 * self._reader._limit
        if fits and not self._is_reading and not self._reader._ended and self._socket.fileno() >= 0:
            self._is_reading = True
            self._loop.add_reader(self._socket, self._receive)

    def _stop_reading(self):
        if self._is_reading:
            self._is_reading = False
            self._loop.remove_reader(self._socket)

    def _receive(self):
        try:
            data = self._socket.recv(65536)
        except BlockingIOError:
            return
        except OSError as error:
            self._stop_reading()
            self._reader.set_exception(error)
            return
        if not data:
            self._stop_reading()
            self._reader.feed_eof()
            return
        self._reader.feed_data(data)
        if len(self._reader._data) > 2 * self._reader._limit:
            self._stop_reading()

    # Writing

    def write(self, data):
        """Sends bytes, later when they do not fit now."""
        if self._error is not None or self._ends:
            return
        if not self._data:
            try:
                data = memoryview(data)[self._socket.send(data):]
            except BlockingIOError:
                pass
            except OSError as error:
                return self._fail(error)
            if not len(data):
                return
            self._loop.add_writer(self._socket, self._send)
        self._data += data

    def writelines(self, data):
        for part in data:
            self.write(part)

    def _send(self):
        try:
            del self._data[:self._socket.send(self._data[:262144])]
        except BlockingIOError:
            return
        except OSError as error:
            return self._fail(error)
        if not self._data:
            self._loop.remove_writer(self._socket)
        if len(self._data) <= _LIMIT:
            self._wake()
        if not self._data:
            if self._ends and not self._closing:
                self._socket.shutdown(socket.SHUT_WR)
            if self._closing:
                self._finish()

    def _fail(self, error):
        self._error = error
        self._data.clear()
        self._wake()
        self._finish()

    def _wake(self):
        waiters, self._drained = self._drained, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def drain(self):
        """Waits until little is left to send."""
        if self._reader.exception() is not None:
            raise self._reader.exception()
        if self._error is not None:
            raise ConnectionResetError("Connection lost")
        if self._closing:
            await asyncio.sleep(0)
        if len(self._data) > _LIMIT:
            waiter = self._loop.create_future()
            self._drained.append(waiter)
            await waiter
            if self._error is not None:
                raise ConnectionResetError("Connection lost")

    def can_write_eof(self):
        return True

    def write_eof(self):
        """Ends what is sent; more may be read."""
        self._ends = True
        if not self._data:
            self._socket.shutdown(socket.SHUT_WR)

    def close(self):
        """Ends the connection when all is sent."""
        if self._closing:
            return
        self._closing = True
        self._stop_reading()
        if not self._data:
            self._finish()

    def _finish(self):
        self._stop_reading()
        self._loop.remove_writer(self._socket)
        self._socket.close()
        self._closing = True
        if not self._reader._ended:
            self._reader.feed_eof()
        if not self._closed.done():
            self._closed.set_result(None)

    def is_closing(self):
        return self._closing

    async def wait_closed(self):
        """Waits for the end of the connection."""
        await self._closed

    @property
    def transport(self):
        return self

    def get_extra_info(self, name, default=None):
        """`peername`, `sockname` or `socket` of the connection."""
        if name == "socket":
            return self._socket
        try:
            if name == "peername":
                return self._socket.getpeername()
            if name == "sockname":
                return self._socket.getsockname()
        except OSError:
            pass
        return default


def _streams(sock, limit):
    sock.setblocking(False)
    reader = StreamReader(limit)
    return reader, StreamWriter(sock, reader)


async def _connected(sock, address):
    """Connects without waiting for it."""
    loop = asyncio.get_event_loop()
    sock.setblocking(False)
    code = sock.connect_ex(address)
    if code in (11, 115):
        ready = loop.create_future()
        loop.add_writer(sock, lambda: ready.done() or ready.set_result(None))
        try:
            await ready
        finally:
            loop.remove_writer(sock)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if code:
        import os
        raise OSError(code, "Connect call failed %s" % (address,)) if isinstance(address, tuple) else OSError(code, os.strerror(code))


async def open_connection(host=None, port=None, *, limit=_LIMIT, sock=None, family=0, **kwds):
    """Connects: a reader and a writer."""
    if sock is not None:
        return _streams(sock, limit)
    failure = OSError("getaddrinfo() returned empty list")
    for kind, type, proto, _, address in socket.getaddrinfo(host, port, family, socket.SOCK_STREAM):
        made = socket.socket(kind, type, proto)
        try:
            await _connected(made, address)
            return _streams(made, limit)
        except OSError as error:
            made.close()
            failure = error
        except BaseException:
            made.close()
            raise
    raise failure


async def open_unix_connection(path=None, *, limit=_LIMIT, sock=None, **kwds):
    """Connects to a socket in the file system: a reader and a writer."""
    if sock is None:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            await _connected(sock, path)
        except BaseException:
            sock.close()
            raise
    return _streams(sock, limit)


class Server:
    """Takes connections and gives each to a function, as a task."""

    def __init__(self, sockets, callback, limit):
        self._sockets, self._callback, self._limit = sockets, callback, limit
        self._loop, self._forever, self._tasks = asyncio.get_event_loop(), None, set()
        self._serving = False

    @property
    def sockets(self):
        return tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    async def start_serving(self):
        """Takes connections from now on."""
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            self._loop.add_reader(sock, self._accept, sock)

    def _accept(self, sock):
        try:
            connection, _ = sock.accept()
        except OSError:
            return
        reader, writer = _streams(connection, self._limit)
        result = self._callback(reader, writer)
        if asyncio.iscoroutine(result):
            task = self._loop.create_task(result)
            self._tasks.add(task)
            task.add_done_callback(self._ended)

    def _ended(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            import sys
            import traceback
            print("Unhandled exception in client_connected_cb", file=sys.stderr)
            traceback.print_exception(task.exception())

    async def serve_forever(self):
        """Takes connections until it is cancelled."""
        if self._forever is not None:
            raise RuntimeError("server %r is already being awaited on serve_forever()" % self)
        await self.start_serving()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        finally:
            self.close()

    def close(self):
        """Takes no more connections."""
        for sock in self._sockets:
            self._loop.remove_reader(sock)
            sock.close()
        self._sockets, self._serving = [], False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()

    async def wait_closed(self):
        await asyncio.sleep(0)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        self.close()
        await self.wait_closed()


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, sock=None, family=socket.AF_UNSPEC, backlog=100,
                       reuse_address=None, reuse_port=None, start_serving=True, **kwds):
    """Takes connections at a port: a Server."""
    sockets = [sock] if sock is not None else []
    if sock is None:
        seen = set()
        for one in [host] if host is None or isinstance(host, str) else host:
            for kind, type, proto, _, address in socket.getaddrinfo(one or None, port, family, socket.SOCK_STREAM, 0, socket.AI_PASSIVE):
                if (kind, address) in seen:
                    continue
                seen.add((kind, address))
                try:
                    sockets.append(socket.create_server(address, family=kind, backlog=backlog, reuse_port=bool(reuse_port)))
                except OSError:
                    if not sockets or port:
                        for made in sockets:
                            made.close()
                        raise
    return await _started(Server(sockets, client_connected_cb, limit), start_serving)


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, sock=None, backlog=100, start_serving=True, **kwds):
    """Takes connections at a socket in the file system: a Server."""
    if sock is None:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.bind(path)
        sock.listen(backlog)
    return await _started(Server([sock], client_connected_cb, limit), start_serving)


async def _started(server, start):
    for sock in server._sockets:
        sock.setblocking(False)
    if start:
        await server.start_serving()
    return server
