"""Readers and writers of connections."""
from collections import deque

from asyncio import coroutines, events, protocols, tasks
from asyncio.exceptions import IncompleteReadError, LimitOverrunError

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")

_LIMIT = 1 << 16


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwds):
    """Connects: a reader and a writer."""
    loop = events.get_running_loop()
    return await _opened(loop, limit, lambda factory: loop.create_connection(factory, host, port, **kwds))


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwds):
    """Connects to a socket in the file system: a reader and a writer."""
    loop = events.get_running_loop()
    return await _opened(loop, limit, lambda factory: loop.create_unix_connection(factory, path, **kwds))


async def _opened(loop, limit, connect):
    reader = StreamReader(limit=limit, loop=loop)
    transport, protocol = await connect(lambda: StreamReaderProtocol(reader, loop=loop))
    return reader, StreamWriter(transport, protocol, reader, loop)


def _served(loop, limit, callback):
    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), callback, loop=loop)
    return factory


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, **kwds):
    """Listens; gives each connection's reader and writer to a function."""
    loop = events.get_running_loop()
    return await loop.create_server(_served(loop, limit, client_connected_cb), host, port, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, **kwds):
    """The same on a socket in the file system."""
    loop = events.get_running_loop()
    return await loop.create_unix_server(_served(loop, limit, client_connected_cb), path, **kwds)


class _FlowControl(protocols.Protocol):
    """Lets drain() wait while much is to be sent."""

    def __init__(self, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._paused = self._is_lost = False
        self._drainers = deque()

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        self._wake(None)

    def _wake(self, error):
        for waiter in self._drainers:
            if not waiter.done():
                if error is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(error)

    def _lose(self, error):
        self._is_lost = True
        if self._paused:
            self._wake(error)

    def connection_lost(self, exc):
        self._lose(exc)

    async def _drain(self):
        if self._is_lost:
            raise ConnectionResetError("Connection lost")
        if not self._paused:
            return
        waiter = self._loop.create_future()
        self._drainers.append(waiter)
        try:
            await waiter
        finally:
            self._drainers.remove(waiter)


class StreamReaderProtocol(_FlowControl):
    """Fills a reader."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._reader, self._callback = stream_reader, client_connected_cb
        self._writer = self._transport = self._task = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._transport = transport
        self._reader.set_transport(transport)
        if self._callback is None:
            return
        self._writer = StreamWriter(transport, self, self._reader, self._loop)
        made = self._callback(self._reader, self._writer)
        if coroutines.iscoroutine(made):
            def ended(task):
                if task.cancelled():
                    transport.close()
                    return
                error = task.exception()
                if error is not None:
                    self._loop.call_exception_handler({
                        "message": "Unhandled exception in client_connected_cb", "exception": error,
                        "transport": transport})
                    transport.close()

            self._task = self._loop.create_task(made)
            self._task.add_done_callback(ended)

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        return True

    def connection_lost(self, exc):
        reader, closed = self._reader, self._closed
        if exc is None:
            reader.feed_eof()
        else:
            reader.set_exception(exc)
        if closed.done():
            # It was told before.
            pass
        elif exc is None:
            closed.set_result(None)
        else:
            closed.set_exception(exc)
            # Few wait for it.
            closed._log_traceback = False
        self._lose(exc)
        self._writer = self._transport = self._task = None

    def _get_close_waiter(self, stream):
        return self._closed


class StreamWriter:
    """What goes to the other end."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop

    def __repr__(self):
        shown = "" if self._reader is None else " reader=%r" % (self._reader,)
        return "<%s transport=%r%s>" % (type(self).__name__, self._transport, shown)

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        """Sends bytes."""
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        """Ends what is sent; more may be read."""
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        """Ends the connection when all is sent."""
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        """Waits for the end of the connection."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        """`peername`, `sockname` or `socket` of the connection."""
        return self._transport.get_extra_info(name, default)

    async def start_tls(self, sslcontext, *, server_hostname=None, ssl_handshake_timeout=None):
        """Goes on with TLS."""
        await self.drain()
        self._transport = await self._loop.start_tls(
            self._transport, self._protocol, sslcontext, server_side=self._protocol._callback is not None,
            server_hostname=server_hostname, ssl_handshake_timeout=ssl_handshake_timeout)
        self._protocol._transport = self._transport
        self._reader.set_transport(self._transport)

    async def drain(self):
        """Waits until little is left to send."""
        if self._reader is not None and self._reader.exception() is not None:
            raise self._reader.exception()
        if self._transport.is_closing():
            await tasks.sleep(0)
        await self._protocol._drain()


class StreamReader:
    """What comes from the other end."""

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._buffer, self._eof = bytearray(), False
        self._error = self._waiter = self._transport = None
        self._paused = False

    def __repr__(self):
        words = ["StreamReader"]
        if self._buffer:
            words.append("%d bytes" % len(self._buffer))
        if self._eof:
            words.append("eof")
        if self._limit != _LIMIT:
            words.append("limit=%d" % self._limit)
        for name, value in (("waiter", self._waiter), ("exception", self._error), ("transport", self._transport)):
            if value:
                words.append("%s=%r" % (name, value))
        if self._paused:
            words.append("paused")
        return "<%s>" % " ".join(words)

    def exception(self):
        return self._error

    def set_exception(self, exc):
        self._error = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def set_transport(self, transport):
        self._transport = transport

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def feed_eof(self):
        """Nothing more comes."""
        self._eof = True
        self._wake()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        """Adds bytes."""
        if not data:
            return
        self._buffer += data
        self._wake()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
                self._paused = True
            except NotImplementedError:
                self._transport = None

    def _resume(self, always=False):
        if self._paused and (always or len(self._buffer) <= self._limit):
            self._paused = False
            self._transport.resume_reading()

    async def _more(self, who):
        """Waits until something has come; False at the end."""
        if self._error is not None:
            raise self._error
        if self._eof:
            return False
        if self._waiter is not None:
            raise RuntimeError("%s() called while another coroutine is already waiting for incoming data" % who)
        self._resume(True)
        coming = self._waiter = self._loop.create_future()
        try:
            await coming
        finally:
            self._waiter = None
        return True

    def _take(self, size):
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._resume()
        return data

    async def read(self, n=-1):
        """Some bytes, at most so many; all to the end without a number."""
        if self._error is not None:
            raise self._error
        if n == 0:
            return b""
        if n < 0:
            while await self._more("read"):
                pass
            return self._take(len(self._buffer))
        if not self._buffer:
            await self._more("read")
        return self._take(n)

    async def readexactly(self, n):
        """So many bytes, not fewer."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._error is not None:
            raise self._error
        while len(self._buffer) < n:
            if not await self._more("readexactly"):
                raise IncompleteReadError(self._take(len(self._buffer)), n)
        return self._take(n)

    async def readuntil(self, separator=b"\n"):
        """The bytes up to a mark, with it."""
        if not separator:
            raise ValueError("Separator should be at least one-byte string")
        if self._error is not None:
            raise self._error
        start = 0
        while True:
            at = self._buffer.find(separator, start)
            if at >= 0:
                if at > self._limit:
                    raise LimitOverrunError("Separator is found, but chunk is longer than limit", at)
                return self._take(at + len(separator))
            start = max(0, len(self._buffer) + 1 - len(separator))
            if start > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", start)
            if not await self._more("readuntil"):
                raise IncompleteReadError(self._take(len(self._buffer)), None)

    async def readline(self):
        """A line; what is left at the end."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                del self._buffer[:error.consumed + 1]
            else:
                self._buffer.clear()
            self._resume()
            raise ValueError(error.args[0]) from None

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line
