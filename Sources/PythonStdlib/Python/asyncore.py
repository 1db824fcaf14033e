"""Sockets that are watched in a loop: the older way, before asyncio."""
import os
import select
import socket
import sys
import time
import traceback
import warnings
from errno import (EAGAIN, EALREADY, EBADF, ECONNABORTED, ECONNRESET, EINPROGRESS, EINVAL, EISCONN, ENOTCONN, EPIPE, ESHUTDOWN,
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


def readwrite(obj, flags):
    """Does with a socket what poll's flags say."""
    def act(obj):
        for flag, handle in ((select.POLLIN, "handle_read_event"), (select.POLLOUT, "handle_write_event"),
                             (select.POLLPRI, "handle_expt_event")):
            if flags & flag:
                getattr(obj, handle)()
        if flags & (select.POLLERR | select.POLLHUP | select.POLLNVAL):
            obj.handle_close()
    _guard(obj, act)


def compact_traceback():
    """The error that is being handled: its place, its type, itself, and the way to it in one line."""
    kind, error, trace = sys.exc_info()
    way = [(frame.f_code.co_filename, frame.f_code.co_name, str(line)) for frame, line in traceback.walk_tb(trace)]
    if not way:
        raise AssertionError("traceback does not exist")
    return way[-1], kind, error, " ".join("[%s]" % "|".join(place) for place in way)


def _strerror(code):
    try:
        return os.strerror(code)
    except (ValueError, OverflowError):
        return errorcode.get(code, "Unknown error %s" % code)


def loop(timeout=30.0, use_poll=False, map=None, count=None):
    """Watches until no socket is left."""
    map = socket_map if map is None else map
    while map and (count is None or count > 0):
        poll(timeout, map)
        if count is not None:
            count -= 1


def _unhandled(event):
    """The method for an event that subclasses are expected to handle."""
    def handle(self):
        self.log_info("unhandled %s event" % event, "warning")
    return handle


class dispatcher:
    """A socket and what is done with it."""
    connected = accepting = connecting = closing = False
    addr = None
    ignore_log_types = frozenset({"warning"})

    def __init__(self, sock=None, map=None):
        self._map = socket_map if map is None else map
        self._fileno = None
        self.socket = None
        if sock:
            sock.setblocking(False)
            self.set_socket(sock, map)
            self._find_peer(map)

    def _find_peer(self, map):
        # A socket without a peer may yet be connected.
        try:
            self.addr, self.connected = self.socket.getpeername(), True
        except OSError as error:
            if error.errno in (ENOTCONN, EINVAL):
                return
            self.connected = True
            self.del_channel(map)
            raise

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

    def set_reuse_addr(self):
        """Lets the address be taken again at once."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    def set_socket(self, sock, map=None):
        """Watches a socket."""
        self.socket, self._fileno = sock, sock.fileno()
        self.add_channel(map)

    def writable(self):
        """Whether there is something to write."""
        return True

    readable = writable

    def bind(self, addr):
        """Takes an address of this machine."""
        self.addr = addr
        self.socket.bind(addr)

    def listen(self, num):
        """Waits for connections from now on."""
        self.accepting = True
        self.socket.listen(num)

    def connect(self, address):
        self.connected, self.connecting = False, True
        code = self.socket.connect_ex(address)
        if code in (EINPROGRESS, EALREADY, EWOULDBLOCK):
            self.addr = address
        elif code in (0, EISCONN):
            self.addr = address
            self.handle_connect_event()
        else:
            raise OSError(code, errorcode.get(code, _strerror(code)))

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

    # What select has found

    def handle_read_event(self):
        if not self.accepting:
            self._end_connecting()
            self.handle_read()
        else:
            self.handle_accept()

    def handle_write_event(self):
        if not self.accepting:
            self._end_connecting()
            self.handle_write()

    def handle_expt_event(self):
        failed = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0
        (self.handle_close if failed else self.handle_expt)()

    def _end_connecting(self):
        if self.connecting and not self.connected:
            self.handle_connect_event()

    def handle_connect_event(self):
        code = self.socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if code:
            raise OSError(code, _strerror(code))
        self.handle_connect()
        self.connected, self.connecting = True, False

    # What subclasses do then

    handle_connect = _unhandled("connect")
    handle_expt = _unhandled("incoming priority")
    handle_read = _unhandled("read")
    handle_write = _unhandled("write")

    def handle_accept(self):
        came = self.accept()
        if came is not None:
            connection, address = came
            self.handle_accepted(connection, address)

    def handle_accepted(self, sock, addr):
        self.log_info("unhandled accepted event", "warning")
        sock.close()

    def handle_close(self):
        try:
            self.log_info("unhandled close event", "warning")
        finally:
            self.close()

    def handle_error(self):
        """Tells the error that is being handled, and gives up the connection."""
        _place, kind, error, trace = compact_traceback()
        try:
            shown = repr(self)
        except Exception:
            shown = "<__repr__(self) failed for object at %0x>" % id(self)
        self.log_info("uncaptured python exception, closing channel %s (%s:%s %s)" % (shown, kind, error, trace), "error")
        self.handle_close()

    # Telling

    def log_info(self, message, type="info"):
        """Tells something, unless it is of a kind that is not wanted."""
        if type in self.ignore_log_types:
            return
        print(type, message, sep=": ")

    def log(self, message):
        """Tells that something was hit."""
        print("log:", message, file=sys.stderr)


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
    for obj in tuple(map.values()):
        try:
            obj.close()
        except BaseException as error:
            gone = isinstance(error, OSError) and error.errno == EBADF
            if not gone and (not ignore_all or isinstance(error, _reraised_exceptions)):
                raise
    map.clear()
