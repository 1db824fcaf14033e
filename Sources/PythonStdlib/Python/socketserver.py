"""Servers on sockets: they take requests and give each to a handler."""
import contextlib
import io
import os
import selectors
import socket
import sys
import threading
import time

__all__ = ["BaseServer", "TCPServer", "UDPServer", "ThreadingMixIn", "ThreadingTCPServer", "ThreadingUDPServer",
           "UnixStreamServer", "UnixDatagramServer", "ThreadingUnixStreamServer", "ThreadingUnixDatagramServer",
           "ForkingMixIn", "ForkingTCPServer", "ForkingUDPServer", "ForkingUnixStreamServer", "ForkingUnixDatagramServer",
           "BaseRequestHandler", "StreamRequestHandler", "DatagramRequestHandler"]


class BaseServer:
    """What all servers have: a loop that takes requests."""

    timeout = None

    def __exit__(self, *exception):
        self.server_close()

    def __enter__(self):
        return self

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address, self.RequestHandlerClass = server_address, RequestHandlerClass
        self._has_ended = threading.Event()
        self._shall_end = False

    def server_activate(self):
        pass

    def serve_forever(self, poll_interval=0.5):
        """Takes requests until `shutdown`."""
        self._has_ended.clear()
        try:
            with selectors.DefaultSelector() as selector:
                selector.register(self, selectors.EVENT_READ)
                while not self._shall_end:
                    came = selector.select(poll_interval)
                    if not self._shall_end:
                        if came:
                            self._handle_request_noblock()
                        self.service_actions()
        finally:
            self._shall_end = False
            self._has_ended.set()

    def shutdown(self):
        """Ends `serve_forever`, which runs in another thread."""
        self._shall_end = True
        self._has_ended.wait()

    def service_actions(self):
        """Called after each turn of the loop."""

    def handle_request(self):
        """Takes one request, waiting for it."""
        limits = [t for t in (self.timeout, self.socket.gettimeout()) if t is not None]
        end = time.monotonic() + min(limits) if limits else None
        with selectors.DefaultSelector() as selector:
            selector.register(self, selectors.EVENT_READ)
            while True:
                left = None if end is None else end - time.monotonic()
                if left is not None and left < 0:
                    return self.handle_timeout()
                if selector.select(left):
                    return self._handle_request_noblock()

    def _handle_request_noblock(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            return
        with contextlib.ExitStack() as stack:
            # Left to who processes the request when all goes well.
            stack.callback(self.shutdown_request, request)
            try:
                if self.verify_request(request, client_address):
                    self.process_request(request, client_address)
                    stack.pop_all()
            except Exception:
                self.handle_error(request, client_address)

    def handle_timeout(self):
        """No request came in time."""

    def verify_request(self, request, client_address):
        """Whether a request shall be handled."""
        return True

    def process_request(self, request, client_address):
        """Handles a request."""
        self.finish_request(request, client_address)
        self.shutdown_request(request)

    def server_close(self):
        pass

    def finish_request(self, request, client_address):
        """Makes the handler, which handles the request."""
        self.RequestHandlerClass(request, client_address, self)

    def shutdown_request(self, request):
        self.close_request(request)

    def close_request(self, request):
        pass

    def handle_error(self, request, client_address):
        """A handler has failed."""
        import traceback
        print("-" * 40, file=sys.stderr)
        print("Exception occurred during processing of request from", client_address, file=sys.stderr)
        traceback.print_exc()
        print("-" * 40, file=sys.stderr)


class TCPServer(BaseServer):
    """A server that takes connections."""

    address_family, socket_type = socket.AF_INET, socket.SOCK_STREAM
    request_queue_size = 5
    allow_reuse_address = allow_reuse_port = False

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket(self.address_family, self.socket_type)
        if bind_and_activate:
            try:
                self.server_bind()
                self.server_activate()
            except BaseException:
                self.server_close()
                raise

    def server_bind(self):
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.allow_reuse_port:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def server_activate(self):
        self.socket.listen(self.request_queue_size)

    def server_close(self):
        self.socket.close()

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        """The next request and where it comes from."""
        return self.socket.accept()

    def shutdown_request(self, request):
        try:
            request.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        self.close_request(request)

    def close_request(self, request):
        request.close()


class UDPServer(TCPServer):
    """A server that takes datagrams."""

    allow_reuse_address = allow_reuse_port = False
    socket_type = socket.SOCK_DGRAM
    max_packet_size = 8192

    def get_request(self):
        data, client_address = self.socket.recvfrom(self.max_packet_size)
        return (data, self.socket), client_address

    def close_request(self, request):
        """A datagram needs no end."""

    def shutdown_request(self, request):
        self.close_request(request)

    def server_activate(self):
        """There is nothing to listen for."""


class ThreadingMixIn:
    """Handles each request in a thread of its own."""

    daemon_threads = False
    block_on_close = True
    _threads = None

    def process_request_thread(self, request, client_address):
        with contextlib.ExitStack() as stack:
            stack.callback(self.shutdown_request, request)
            try:
                self.finish_request(request, client_address)
            except Exception:
                self.handle_error(request, client_address)

    def process_request(self, request, client_address):
        thread = threading.Thread(target=self.process_request_thread, args=(request, client_address),
                                  daemon=self.daemon_threads)
        if not self.daemon_threads and self.block_on_close:
            self._threads = [t for t in self._threads or () if t.is_alive()] + [thread]
        thread.start()

    def server_close(self):
        super().server_close()
        for thread in self._threads or ():
            thread.join()


class ForkingMixIn:
    """Handles each request in a process of its own."""

    timeout, active_children, max_children, block_on_close = 300, None, 40, True

    def collect_children(self, *, blocking=False):
        """Forgets the children that have ended: while there are too many it waits for one, with `blocking` for all."""
        children = self.active_children or set()
        while children and (blocking or len(children) >= self.max_children):
            children.discard(self._ended(-1, 0))
        for pid in list(children):
            if self._ended(pid, os.WNOHANG):
                children.discard(pid)

    def _ended(self, pid, options):
        """The number of a child that has ended, or 0; where there is no child any more, none is kept."""
        try:
            return os.waitpid(pid, options)[0]
        except ChildProcessError:
            if pid != -1:
                return pid
            self.active_children.clear()
        return 0

    def handle_timeout(self):
        self.collect_children()

    def service_actions(self):
        self.collect_children()

    def process_request(self, request, client_address):
        child = os.fork()
        if child == 0:
            os._exit(self._serve_here(request, client_address))
        self.active_children = (self.active_children or set()) | {child}
        self.close_request(request)

    def _serve_here(self, request, client_address):
        """What a child does; gives its status."""
        with contextlib.suppress(BaseException), contextlib.ExitStack() as stack:
            stack.callback(self.shutdown_request, request)
            try:
                self.finish_request(request, client_address)
            except Exception:
                self.handle_error(request, client_address)
            else:
                return 0
        return 1

    def server_close(self):
        super().server_close()
        self.collect_children(blocking=self.block_on_close)


class ForkingTCPServer(ForkingMixIn, TCPServer):
    """TCP with a process for each request."""


class ForkingUDPServer(ForkingMixIn, UDPServer):
    """UDP with a process for each request."""


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    """TCP with a thread for each request."""


class ThreadingUDPServer(ThreadingMixIn, UDPServer):
    """UDP with a thread for each request."""


class UnixStreamServer(TCPServer):
    address_family = socket.AF_UNIX


class UnixDatagramServer(UDPServer):
    address_family = socket.AF_UNIX


class ForkingUnixStreamServer(ForkingMixIn, UnixStreamServer):
    """Streams of files with a process for each request."""


class ForkingUnixDatagramServer(ForkingMixIn, UnixDatagramServer):
    """Datagrams of files with a process for each request."""


class ThreadingUnixStreamServer(ThreadingMixIn, UnixStreamServer):
    pass


class ThreadingUnixDatagramServer(ThreadingMixIn, UnixDatagramServer):
    pass


class BaseRequestHandler:
    """Handles one request: `setup`, `handle`, `finish`."""

    def __init__(self, request, client_address, server):
        self.server, self.client_address, self.request = server, client_address, request
        self.setup()
        with contextlib.ExitStack() as stack:
            stack.callback(self.finish)
            self.handle()

    def setup(self):
        """Called first."""

    def handle(self):
        """What a handler is for."""

    def finish(self):
        """Called last, also after an error."""


class _SocketWriter(io.BufferedIOBase):
    """Writes at once, all of it."""

    def __init__(self, sock):
        self._sock = sock

    def fileno(self):
        return self._sock.fileno()

    def write(self, b):
        with memoryview(b) as view:
            self._sock.sendall(view)
            return view.nbytes

    def writable(self):
        return True


class StreamRequestHandler(BaseRequestHandler):
    """Handles a connection by its files `rfile` and `wfile`."""

    rbufsize, wbufsize = -1, 0
    timeout = None
    disable_nagle_algorithm = False

    def setup(self):
        self.connection = self.request
        if self.disable_nagle_algorithm or self.timeout is not None:
            self._configure()
        self._open()

    def _configure(self):
        if self.timeout is not None:
            self.connection.settimeout(self.timeout)
        if self.disable_nagle_algorithm:
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)

    def _open(self):
        self.rfile = self.connection.makefile("rb", self.rbufsize)
        self.wfile = self.connection.makefile("wb", self.wbufsize) if self.wbufsize else _SocketWriter(self.connection)

    def finish(self):
        if not self.wfile.closed:
            try:
                self.wfile.flush()
            except OSError:
                pass
        self.wfile.close()
        self.rfile.close()


class DatagramRequestHandler(BaseRequestHandler):
    """Handles a datagram by its files `rfile` and `wfile`."""

    def setup(self):
        self.packet, self.socket = self.request
        self.rfile, self.wfile = io.BytesIO(self.packet), io.BytesIO()

    def finish(self):
        self.socket.sendto(self.wfile.getvalue(), self.client_address)
