"""Sockets that are watched in a loop: the older way, before asyncio."""
import os
import select
import socket
import time
import warnings
from errno import (EAGAIN, EALREADY, EBADF, ECONNABORTED, ECONNRESET, EINPROGRESS, EISCONN, ENOTCONN, EPIPE, ESHUTDOWN,
                   EWOULDBLOCK, errorcode)

warnings.warn("The asyncore module is deprecated and will be removed in Python 3.12. "
              "The recommended replacement is asyncio", DeprecationWarning, stacklevel=2)

_DISCONNECTED = frozenset({ECONNRESET, ENOTCONN, ESHUTDOWN, ECONNABORTED, EPIPE, EBADF})
socket_map = {}


class ExitNow(Exception):
    """Ends the loop."""


_reraised_exceptions = (ExitNow, KeyboardInterrupt, SystemExit)


def _guard(obj, handle):
    try:
        handle(obj)
    except _reraised_exceptions:
        raise
    except:
        obj.handle_error()


def read(obj):
    _guard(obj, lambda obj: obj.handle_read_event())


def write(obj):
    _guard(obj, lambda obj: obj.handle_write_event())


def _exception(obj):
    _guard(obj, lambda obj: obj.handle_expt_event())


def poll(timeout=0.0, map=None):
    """Looks once which sockets are ready."""
    map = socket_map if map is None else map
    if not map:
        return
    readers, writers, all = [], [], []
    for number, obj in list(map.items()):
        reads, writes = obj.readable(), obj.writable()
        if reads:
            readers.append(number)
        if writes and not obj.accepting:
            writers.append(number)
        if reads or writes:
            all.append(number)
    if not all:
        time.sleep(timeout)
        return
    for ready, act in zip(select.select(readers, writers, all, timeout), (read, write, _exception)):
        for number in ready:
            if number in map:
                act(map[number])


poll2 = poll3 = poll


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Watches until no socket is left."""
    map = socket_map if map is None else map
    while map and (count is None or count > 0):
        poll(timeout, map)
        if count is not None:
            count -= 1


class dispatcher:
    """A socket and what is done with it."""
    connected = accepting = connecting = closing = False
    addr = None
    ignore_log_types = frozenset({"warning"})

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self._fileno = None
        self.socket = None
        if not sock:
            return
        sock.setblocking(False)
        self.set_socket(sock, map)
        self.connected = True
        try:
            self.addr = sock.getpeername()
        except OSError as error:
            if error.errno not in (ENOTCONN, 22):
                self.del_channel(map)
                raise
            self.connected = False

    def __repr__(self):
        words = [self.__class__.__module__ + "." + self.__class__.__qualname__]
        if self.accepting and self.addr:
            words.append("listening")
        elif self.connected:
            words.append("connected")
        if self.addr is not None:
            words.append("%s:%d" % self.addr if isinstance(self.addr, tuple) else repr(self.addr))
        return "<%s at %#x>" % (" ".join(words), id(self))

    def add_channel(self, map=None):
        (self._map if map is None else map)[self._fileno] = self

    def del_channel(self, map=None):
        (self._map if map is None else map).pop(self._fileno, None)
        self._fileno = None

    def create_socket(self, family=socket.AF_INET, type=socket.SOCK_STREAM):
        self.family_and_type = family, type
        made = socket.socket(family, type)
        made.setblocking(False)
        self.set_socket(made)

    def set_socket(self, sock, map=None):
        self.socket = sock
        self._fileno = sock.fileno()
        self.add_channel(map)

    def set_reuse_addr(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    def readable(self):
        return True

    def writable(self):
        return True

    def listen(self, num):
        self.accepting = True
        return self.socket.listen(num)

    def bind(self, addr):
        self.addr = addr
        return self.socket.bind(addr)

    def connect(self, address):
        self.connected, self.connecting = False, True
        code = self.socket.connect_ex(address)
        if code in (EINPROGRESS, EALREADY, EWOULDBLOCK):
            self.addr = address
        elif code in (0, EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise OSError(code, errorcode.get(code, os.strerror(code)))

    def accept(self):
        """A new connection; None if there is none."""
        try:
            return self.socket.accept()
        except TypeError:
            return None
        except OSError as error:
            if error.errno in (EWOULDBLOCK, ECONNABORTED, EAGAIN):
                return None
            raise

    def send(self, data):
        try:
            return self.socket.send(data)
        except OSError as error:
            if error.errno == EWOULDBLOCK:
                return 0
            if error.errno in _DISCONNECTED:
                self.handle_close()
                return 0
            raise

    def recv(self, buffer_size):
        try:
            data = self.socket.recv(buffer_size)
        except OSError as error:
            if error.errno not in _DISCONNECTED:
                raise
            data = b""
        if not data:
            self.handle_close()
        return data

    def close(self):
        self.connected = self.accepting = self.connecting = False
        self.del_channel()
        if self.socket is not None:
            try:
                self.socket.close()
            except OSError as error:
                if error.errno not in (ENOTCONN, EBADF):
                    raise

    def log(self, message):
        import sys
        sys.stderr.write("log: %s\n" % str(message))

    def log_info(self, message, type="info"):
        if type not in self.ignore_log_types:
            print("%s: %s" % (type, message))

    def handle_read_event(self):
        if self.accepting:
            self.handle_accept()
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_read()

    def handle_connect_event(self):
        code = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, os.strerror(code))
        self.handle_connect()
        self.connected, self.connecting = True, False

    def handle_write_event(self):
        if self.accepting:
            return
        if not self.connected and self.connecting:
            self.handle_connect_event()
        self.handle_write()

    def handle_expt_event(self):
        if self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self.handle_close()
        else:
            self.handle_expt()

    def handle_error(self):
        import sys
        error = sys.exc_info()[1]
        self.log_info("uncaptured python exception, closing channel %r (%s:%s)" % (self, type(error), error), "error")
        self.handle_close()

    def handle_expt(self):
        self.log_info("unhandled incoming priority event", "warning")

    def handle_read(self):
        self.log_info("unhandled read event", "warning")

    def handle_write(self):
        self.log_info("unhandled write event", "warning")

    def handle_connect(self):
        self.log_info("unhandled connect event", "warning")

    def handle_accept(self):
        pair = self.accept()
        if pair is not None:
            self.handle_accepted(*pair)

    def handle_accepted(self, sock, addr):
        sock.close()
        self.log_info("unhandled accepted event", "warning")

    def handle_close(self):
        self.log_info("unhandled close event", "warning")
        self.close()


class dispatcher_with_send(dispatcher):
    """Keeps what cannot be sent at once."""

    def __init__(self, sock=None, map=None):
        dispatcher.__init__(self, sock, map)
        self.out_buffer = b""

    def initiate_send(self):
        sent = dispatcher.send(self, self.out_buffer[:65536])
        self.out_buffer = self.out_buffer[sent:]

    handle_write = initiate_send

    def writable(self):
        return not self.connected or len(self.out_buffer)

    def send(self, data):
        self.out_buffer += data
        self.initiate_send()


def close_all(map=None, ignore_all=False):
    """Closes all sockets."""
    map = socket_map if map is None else map
    for obj in list(map.values()):
        try:
            obj.close()
        except OSError as error:
            if error.errno != EBADF and not ignore_all:
                raise
        except _reraised_exceptions:
            raise
        except:
            if not ignore_all:
                raise
    map.clear()
