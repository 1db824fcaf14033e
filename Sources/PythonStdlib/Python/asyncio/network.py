"""What a loop does with sockets, pipes and child processes; loaded when it is first needed."""
import os
import socket

from asyncio import events, selector_events, tasks
from asyncio.exceptions import CancelledError, SendfileNotAvailableError

_INPROGRESS = (11, 115, 114)


# Sockets

def _check_socket(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def _ready(loop, sock, event):
    """Waits until a socket can be read (1) or written (4)."""
    future = loop.create_future()

    def wake():
        if not future.done():
            future.set_result(None)

    loop._watch(sock, event, wake, ())
    number = sock.fileno()
    try:
        await future
    finally:
        loop._unwatch(number, event)


async def _again(loop, sock, event, call, *args):
    """Calls until the socket does not say that it would wait."""
    _check_socket(loop, sock)
    while True:
        try:
            return call(*args)
        except (BlockingIOError, InterruptedError):
            await _ready(loop, sock, event)


async def sock_recv(loop, sock, n):
    return await _again(loop, sock, 1, sock.recv, n)


async def sock_recv_into(loop, sock, buf):
    return await _again(loop, sock, 1, sock.recv_into, buf)


async def sock_recvfrom(loop, sock, bufsize):
    return await _again(loop, sock, 1, sock.recvfrom, bufsize)


async def sock_recvfrom_into(loop, sock, buf, nbytes=0):
    return await _again(loop, sock, 1, sock.recvfrom_into, buf, nbytes or len(buf))


async def sock_sendto(loop, sock, data, address):
    return await _again(loop, sock, 4, sock.sendto, data, address)


async def sock_sendall(loop, sock, data):
    rest = memoryview(data)
    while len(rest):
        rest = rest[await _again(loop, sock, 4, sock.send, rest):]


async def sock_accept(loop, sock):
    connection, address = await _again(loop, sock, 1, sock.accept)
    connection.setblocking(False)
    return connection, address


async def sock_connect(loop, sock, address):
    _check_socket(loop, sock)
    if sock.family != socket.AF_UNIX and isinstance(address, tuple):
        found = await _resolve(loop, address[:2], sock.family, sock.type, sock.proto)
        address = found[0][4]
    code = sock.connect_ex(address)
    if code in _INPROGRESS:
        await _ready(loop, sock, 4)
        code = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, "Connect call failed %s" % (address,))
    elif code:
        raise OSError(code, os.strerror(code))


async def sock_sendfile(loop, sock, file, offset=0, count=None, *, fallback=True):
    if not fallback:
        raise SendfileNotAvailableError("syscall sendfile is not available")
    file.seek(offset)
    sent = 0
    while count is None or sent < count:
        part = await loop.run_in_executor(None, file.read, 65536 if count is None else min(65536, count - sent))
        if not part:
            break
        await sock_sendall(loop, sock, part)
        sent += len(part)
    return sent


async def sendfile(loop, transport, file, offset=0, count=None, *, fallback=True):
    if transport.is_closing():
        raise RuntimeError("Transport is closing")
    file.seek(offset)
    sent = 0
    while count is None or sent < count:
        part = file.read(65536 if count is None else min(65536, count - sent))
        if not part:
            break
        transport.write(part)
        sent += len(part)
        while transport.get_write_buffer_size() > 65536:
            await tasks.sleep(0.001)
    return sent


async def start_tls(loop, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Goes on with TLS on a connection; returns its transport."""
    waiter = loop.create_future()
    tls = _tls(loop, protocol, sslcontext, waiter, server_side, server_hostname, ssl_handshake_timeout, False)
    transport.pause_reading()
    transport.set_protocol(tls)
    loop.call_soon(tls.connection_made, transport)
    loop.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.abort()
        raise
    return tls._transport


# Names

async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


def _is_number(host, family):
    """The family of an address in numbers, or None."""
    for kind in (socket.AF_INET, socket.AF_INET6):
        if family in (socket.AF_UNSPEC, kind):
            try:
                socket.inet_pton(kind, host)
                return kind
            except (OSError, TypeError, ValueError):
                pass
    return None


async def _resolve(loop, address, family=0, type=socket.SOCK_STREAM, proto=0, flags=0):
    """What getaddrinfo() finds; an address in numbers needs no thread."""
    host, port = address
    kind = _is_number(host, family) if isinstance(host, str) and isinstance(port, int) else None
    if kind is not None:
        where = (host, port) if kind == socket.AF_INET else (host, port, 0, 0)
        return [(kind, type, proto or (6 if type == socket.SOCK_STREAM else 17), "", where)]
    found = await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)
    if not found:
        raise OSError("getaddrinfo() returned empty list")
    return found


# Connections

async def _attach(loop, factory, sock, context=None, hostname=None, timeout=None, server_side=False):
    protocol = made = factory()
    waiter = loop.create_future()
    if context is None:
        transport = outer = selector_events.SocketTransport(loop, sock, protocol, waiter)
    else:
        made = _tls(loop, protocol, context, waiter, server_side, hostname, timeout)
        transport, outer = selector_events.SocketTransport(loop, sock, made), made._transport
    try:
        await waiter
    except BaseException:
        transport.abort()
        raise
    return outer, protocol


def _tls(loop, protocol, context, waiter, server_side=False, hostname=None, timeout=None, tells=True):
    """TLS around a protocol; True stands for the usual context."""
    import ssl
    from asyncio.sslproto import TLSProtocol
    if context is True:
        context = ssl.create_default_context()
    return TLSProtocol(loop, protocol, context, waiter, server_side=server_side, server_hostname=hostname,
                       handshake_timeout=timeout, tells=tells)


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
    """Connects; returns (transport, protocol)."""
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")
    if ssl and server_hostname is None:
        if not host:
            raise ValueError("You must set server_hostname when using ssl without a host")
        server_hostname = host
    if host is None and port is None:
        if sock is None:
            raise ValueError("host and port was not specified and no sock specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError("A Stream Socket was expected, got %r" % (sock,))
    elif sock is not None:
        raise ValueError("host/port and sock can not be specified at the same time")
    else:
        sock = await _connect_to_any(loop, host, port, family, proto, flags, local_addr)
    sock.setblocking(False)
    return await _attach(loop, protocol_factory, sock, ssl or None, server_hostname, ssl_handshake_timeout)


async def _connect_to_any(loop, host, port, family, proto, flags, local_addr):
    """Tries each address of a host."""
    failures = []
    for kind, type, number, _, address in await _resolve(loop, (host, port), family, socket.SOCK_STREAM, proto, flags):
        made = socket.socket(kind, type, number)
        made.setblocking(False)
        try:
            if local_addr is not None:
                made.bind(local_addr)
            await sock_connect(loop, made, address)
            return made
        except OSError as error:
            made.close()
            failures.append(error)
        except BaseException:
            made.close()
            raise
    if len(failures) == 1 or all(str(e) == str(failures[0]) for e in failures):
        raise failures[0]
    raise OSError("Multiple exceptions: " + ", ".join(str(e) for e in failures))


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Connects to a socket in the file system."""
    if ssl and server_hostname is None:
        raise ValueError("you have to pass server_hostname when using ssl")
    if path is None:
        if sock is None:
            raise ValueError("no path and sock were specified")
    elif sock is not None:
        raise ValueError("path and sock can not be specified at the same time")
    else:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.setblocking(False)
        try:
            await sock_connect(loop, sock, os.fspath(path))
        except BaseException:
            sock.close()
            raise
    sock.setblocking(False)
    return await _attach(loop, protocol_factory, sock, ssl or None, server_hostname, ssl_handshake_timeout)


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    """Wraps a connection that was taken elsewhere."""
    sock.setblocking(False)
    return await _attach(loop, protocol_factory, sock, ssl or None, None, ssl_handshake_timeout, True)


# Servers

class Server(events.AbstractServer):
    """Takes connections on some sockets."""

    def __init__(self, loop, sockets, factory, backlog, context=None, timeout=None):
        self._context, self._timeout = context, timeout
        self._loop, self._sockets, self._factory, self._backlog = loop, sockets, factory, backlog
        self._active, self._serving = 0, False
        self._waiters, self._forever = [], None

    def __repr__(self):
        return "<Server sockets=%r>" % (self.sockets,)

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    def _attach(self):
        self._active += 1

    def _detach(self):
        self._active -= 1
        if self._active == 0 and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _listen(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._watch(sock, 1, self._accept, (sock,))

    def _accept(self, sock):
        for _ in range(self._backlog or 1):
            try:
                connection, address = sock.accept()
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as error:
                self._loop.call_exception_handler({
                    "message": "socket.accept() out of system resource", "exception": error, "socket": sock})
                return
            connection.setblocking(False)
            try:
                protocol = self._factory()
                if self._context is not None:
                    protocol = _tls(self._loop, protocol, self._context, None, True, None, self._timeout)
                selector_events.SocketTransport(self._loop, connection, protocol,
                                                extra={"peername": address}, server=self)
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as error:
                connection.close()
                self._loop.call_exception_handler({
                    "message": "Error on transport creation for incoming connection", "exception": error})

    def close(self):
        """Takes no more connections."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            self._loop._unwatch(sock, 1)
            sock.close()
        self._serving = False
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if self._active == 0:
            self._wake()

    async def start_serving(self):
        """Takes connections from now on."""
        self._listen()
        await tasks.sleep(0)

    async def serve_forever(self):
        """Takes connections until it is cancelled."""
        if self._forever is not None:
            raise RuntimeError("server %r is already being awaited on serve_forever()" % (self,))
        if self._sockets is None:
            raise RuntimeError("server %r is closed" % (self,))
        self._listen()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except CancelledError:
            self.close()
            await self.wait_closed()
            raise
        finally:
            self._forever = None

    async def wait_closed(self):
        """Waits until the server is closed and its connections have ended."""
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


async def create_server(loop, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                        flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    """Listens on addresses; returns the server."""
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        hosts = [None] if host in (None, "") else [host] if isinstance(host, str) else list(host)
        sockets = []
        try:
            for one in hosts:
                for kind, type, proto, _, address in await _resolve(loop, (one, port), family, flags=flags):
                    try:
                        made = socket.socket(kind, type, proto)
                    except OSError:
                        continue
                    sockets.append(made)
                    if reuse_address is not False:
                        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                    if reuse_port:
                        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                    if kind == socket.AF_INET6:
                        made.setsockopt(41, 26, True)
                    try:
                        made.bind(address)
                    except OSError as error:
                        raise OSError(error.errno, "error while attempting to bind on address %r: %s"
                                      % (address, (error.strerror or "").lower())) from None
        except BaseException:
            for made in sockets:
                made.close()
            raise
    else:
        if sock is None:
            raise ValueError("Neither host/port nor sock were specified")
        if sock.type != socket.SOCK_STREAM:
            raise ValueError("A Stream Socket was expected, got %r" % (sock,))
        sockets = [sock]
    return await _serve(loop, sockets, protocol_factory, backlog, start_serving, ssl, ssl_handshake_timeout)


async def _serve(loop, sockets, factory, backlog, start_serving, context, timeout):
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, factory, backlog, context or None, timeout)
    if start_serving:
        server._listen()
        await tasks.sleep(0)
    return server


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    """Listens on a socket in the file system."""
    if path is not None:
        if sock is not None:
            raise ValueError("path and sock can not be specified at the same time")
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            import stat
            if path[0] not in (0, "\0") and stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
        try:
            sock.bind(path)
        except OSError as error:
            sock.close()
            if error.errno == 98:
                raise OSError(98, "Address %r is already in use" % path) from None
            raise
    elif sock is None:
        raise ValueError("path was not specified, and no sock specified")
    return await _serve(loop, [sock], protocol_factory, backlog, start_serving, ssl, ssl_handshake_timeout)


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    """A socket for packets; returns (transport, protocol)."""
    if sock is None:
        if local_addr is None and remote_addr is None and not family:
            raise ValueError("unexpected address family")
        places = {}
        for place, address in (("local", local_addr), ("remote", remote_addr)):
            if address is not None:
                for kind, _, number, _, found in await _resolve(loop, address, family, socket.SOCK_DGRAM, proto, flags):
                    places.setdefault((kind, number), {})[place] = found
        if local_addr is None and remote_addr is None:
            places[family, proto] = {}
        failure = ValueError("can not get address information")
        for (kind, number), found in places.items():
            if local_addr is not None and "local" not in found or remote_addr is not None and "remote" not in found:
                continue
            sock = socket.socket(kind, socket.SOCK_DGRAM, number)
            try:
                if reuse_port:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, True)
                if allow_broadcast:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                sock.setblocking(False)
                if "local" in found:
                    sock.bind(found["local"])
                if "remote" in found:
                    await sock_connect(loop, sock, found["remote"])
                remote_addr = found.get("remote")
                break
            except OSError as error:
                sock.close()
                sock, failure = None, error
        if sock is None:
            raise failure
    else:
        if sock.type != socket.SOCK_DGRAM:
            raise ValueError("A UDP Socket was expected, got %r" % (sock,))
        sock.setblocking(False)
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = selector_events.SocketDatagramTransport(loop, sock, protocol, remote_addr, waiter)
    await waiter
    return transport, protocol


# Pipes and child processes

async def connect_read_pipe(loop, protocol_factory, pipe):
    """Reads a pipe."""
    protocol, waiter = protocol_factory(), loop.create_future()
    transport = selector_events.ReadPipeTransport(loop, pipe, protocol, waiter)
    await waiter
    return transport, protocol


async def connect_write_pipe(loop, protocol_factory, pipe):
    """Writes a pipe."""
    protocol, waiter = protocol_factory(), loop.create_future()
    transport = selector_events.WritePipeTransport(loop, pipe, protocol, waiter)
    await waiter
    return transport, protocol


async def subprocess_shell(loop, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False,
                           shell=True, bufsize=0, encoding=None, errors=None, text=None, **options):
    """Starts a command of the shell."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    if universal_newlines or text or encoding or errors:
        raise ValueError("universal_newlines must be False")
    if not shell:
        raise ValueError("shell must be True")
    from asyncio.base_subprocess import start
    return await start(loop, protocol_factory, cmd, True, stdin, stdout, stderr, options)


async def subprocess_exec(loop, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1,
                          universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None,
                          **options):
    """Starts a program."""
    if universal_newlines or text or encoding or errors:
        raise ValueError("universal_newlines must be False")
    if shell:
        raise ValueError("shell must be False")
    from asyncio.base_subprocess import start
    return await start(loop, protocol_factory, [program, *args], False, stdin, stdout, stderr, options)
