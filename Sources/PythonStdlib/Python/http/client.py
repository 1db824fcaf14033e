"""HTTP's client: requests and answers on one connection."""
import io
import socket
from email.message import Message
from http import HTTPStatus
from urllib.parse import urlsplit

__all__ = ["HTTPResponse", "HTTPConnection", "HTTPException", "NotConnected", "UnknownProtocol",
           "UnknownTransferEncoding", "UnimplementedFileMode", "IncompleteRead", "InvalidURL", "ImproperConnectionState",
           "CannotSendRequest", "CannotSendHeader", "ResponseNotReady", "BadStatusLine", "LineTooLong",
           "RemoteDisconnected", "error", "responses"]
HTTP_PORT, HTTPS_PORT = 80, 443
responses = {status: status.phrase for status in HTTPStatus.__members__.values()}
globals().update(HTTPStatus.__members__)
_MAXLINE, _MAXHEADERS = 65536, 100
# Methods whose requests announce a body even when they have none.
_WITH_BODY = {"PATCH", "POST", "PUT"}


class HTTPException(Exception):
    """Something about HTTP went wrong."""


def _kind(name, base=HTTPException):
    """An error without anything of its own."""
    return type(name, (base,), {"__module__": __name__})


NotConnected, InvalidURL = _kind("NotConnected"), _kind("InvalidURL")
UnknownTransferEncoding, UnimplementedFileMode = _kind("UnknownTransferEncoding"), _kind("UnimplementedFileMode")
ImproperConnectionState = _kind("ImproperConnectionState")
CannotSendRequest, CannotSendHeader, ResponseNotReady = [
    _kind(name, ImproperConnectionState) for name in ("CannotSendRequest", "CannotSendHeader", "ResponseNotReady")]


class UnknownProtocol(HTTPException):
    """The server speaks something else."""

    def __init__(self, version):
        super().__init__(version)
        self.version = version


class IncompleteRead(HTTPException):
    """The connection ended before everything had come."""

    def __init__(self, partial, expected=None):
        self.args = partial,
        self.partial, self.expected = partial, expected

    def __repr__(self):
        more = "" if self.expected is None else ", %i more expected" % self.expected
        return "%s(%i bytes read%s)" % (type(self).__name__, len(self.partial), more)

    __str__ = object.__str__


class BadStatusLine(HTTPException):
    """The first line of the answer is none of HTTP's."""

    def __init__(self, line):
        super().__init__(line or repr(line))
        self.line = self.args[0]


class LineTooLong(HTTPException):
    """A line of the head is longer than any should be."""

    def __init__(self, what):
        HTTPException.__init__(self, f"got more than {_MAXLINE} bytes when reading {what}")


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    """The connection ended before an answer came."""

    def __init__(self, *told, **more):
        ConnectionResetError.__init__(self, *told, **more)
        self.line = repr("")


error = HTTPException


def _check(what, text, kind, most=" "):
    """Refuses a text with control characters."""
    found = next((c for c in text if c <= most or c == "\x7f" and most == " "), None)
    if found is not None:
        raise kind(f"{what} can't contain control characters. {text!r} (found at least {found!r})")


class HTTPMessage(Message):
    """The headers of an answer."""

    def __init__(self, pairs=(), **more):
        super().__init__(**more)
        self._headers += pairs
        self._payload = ""

    def getallmatchingheaders(self, name):
        return ["%s: %s" % pair for pair in self._headers if pair[0].lower() == name.lower()]


def parse_headers(fp):
    """Reads headers up to the empty line."""
    found = []
    while True:
        line = fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong("header line")
        if line in (b"\r\n", b"\n", b""):
            return HTTPMessage(found)
        text = line.decode("iso-8859-1").rstrip("\r\n")
        if text[:1] in (" ", "\t") and found:
            # The header before goes on.
            found[-1] = found[-1][0], found[-1][1] + "\r\n" + text
            continue
        if len(found) >= _MAXHEADERS:
            raise HTTPException("got more than %d headers" % _MAXHEADERS)
        name, colon, value = text.partition(":")
        if colon and name.strip() == name:
            found.append((name, value.strip(" \t")))


class HTTPResponse(io.BufferedIOBase):
    """An answer: status, headers, and the body as a file."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile("rb")
        self.debuglevel, self._method, self.url = debuglevel, method, url
        self.headers = self.msg = None
        self.version = self.status = self.reason = None
        self.chunked, self.will_close, self.length, self._left = False, True, None, None

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), "iso-8859-1")
        if len(line) > _MAXLINE:
            raise LineTooLong("status line")
        if not line:
            raise RemoteDisconnected("Remote end closed connection without response")
        parts = line.split(None, 2)
        if len(parts) < 2 or not parts[0].startswith("HTTP/") or not parts[1].isdigit() or not 100 <= int(parts[1]) <= 999:
            self._close_conn()
            raise BadStatusLine(line)
        return parts[0], int(parts[1]), parts[2].strip() if len(parts) > 2 else ""

    def begin(self):
        """Reads status and headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            parse_headers(self.fp)
        self.code = self.status = status
        self.reason = reason
        if version in ("HTTP/1.0", "HTTP/0.9"):
            self.version = 10
        elif version.startswith("HTTP/1."):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        self.headers = self.msg = parse_headers(self.fp)
        self.chunked = (self.headers.get("transfer-encoding") or "").lower() == "chunked"
        self.will_close = self._closes()
        length = self.headers.get("content-length")
        if length and not self.chunked and length.strip().isdigit():
            self.length = int(length)
        if status in (204, 304) or 100 <= status < 200 or self._method == "HEAD":
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _closes(self):
        connection = (self.headers.get("connection") or "").lower()
        if self.version == 11:
            return "close" in connection
        return not (self.headers.get("keep-alive") or "keep-alive" in connection
                    or "keep-alive" in (self.headers.get("proxy-connection") or "").lower())

    # The body

    def _close_conn(self):
        file, self.fp = self.fp, None
        if file is not None:
            file.close()

    def close(self):
        try:
            super().close()
        finally:
            self._close_conn()

    def isclosed(self):
        """Whether the body has been read."""
        return self.fp is None

    def readable(self):
        return True

    def flush(self):
        super().flush()

    def fileno(self):
        return self.fp.fileno()

    def _next_chunk(self):
        """Bytes that are left of the chunk; 0 after the last one."""
        if self._left is not None and self._left > 0:
            return self._left
        if self._left == 0:
            self.fp.readline(_MAXLINE)
        line = self.fp.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise LineTooLong("chunk size")
        try:
            self._left = int(line.split(b";")[0], 16)
        except ValueError:
            self._close_conn()
            raise IncompleteRead(b"") from None
        if self._left == 0:
            while self.fp.readline(_MAXLINE) not in (b"\r\n", b"\n", b""):
                pass
            self._close_conn()
        return self._left

    def _read_chunked(self, amt):
        parts, wanted = [], amt
        while (wanted is None or wanted > 0) and self.fp is not None:
            try:
                left = self._next_chunk()
            except IncompleteRead:
                raise IncompleteRead(b"".join(parts)) from None
            if left == 0:
                break
            data = self.fp.read(left if wanted is None else min(left, wanted))
            if not data:
                raise IncompleteRead(b"".join(parts))
            parts.append(data)
            self._left -= len(data)
            if wanted is not None:
                wanted -= len(data)
        return b"".join(parts)

    def read(self, amt=None):
        """Reads the body, or some bytes of it."""
        if self.fp is None:
            return b""
        if self._method == "HEAD":
            self._close_conn()
            return b""
        if amt is not None and amt < 0:
            amt = None
        if self.chunked:
            return self._read_chunked(amt)
        if self.length is not None and (amt is None or amt > self.length):
            whole = amt is None
            data = self.fp.read(self.length)
            missing = self.length - len(data)
            self.length = 0
            self._close_conn()
            if missing and whole:
                raise IncompleteRead(data, missing)
            return data
        data = self.fp.read() if amt is None else self.fp.read(amt)
        if self.length is not None:
            self.length -= len(data)
        if amt is None or not data and amt or self.length == 0:
            self._close_conn()
        return data

    def read1(self, n=-1):
        """Some bytes of the body."""
        return self.read(n if n is not None and n >= 0 else 65536)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def peek(self, n=-1):
        return b"" if self.fp is None or self.chunked else self.fp.peek(n)

    def readline(self, limit=-1):
        if self.fp is None:
            return b""
        if not self.chunked and self.length is None:
            return self.fp.readline(limit)
        parts = []
        while limit < 0 or len(parts) < limit:
            byte = self.read(1)
            parts.append(byte)
            if byte in (b"", b"\n"):
                break
        return b"".join(parts)

    # Headers

    def getheader(self, name, default=None):
        """A header; several of that name are joined."""
        if self.headers is None:
            raise ResponseNotReady()
        found = self.headers.get_all(name)
        if found is not None:
            return ", ".join(found)
        return default if isinstance(default, str) or not hasattr(default, "__iter__") else ", ".join(default)

    def getheaders(self):
        if self.headers is None:
            raise ResponseNotReady()
        return self.headers.items()

    def __iter__(self):
        return self

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status


class HTTPConnection:
    """A connection to a server, made when the first request is sent."""

    _http_vsn, _http_vsn_str = 11, "HTTP/1.1"
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, blocksize=8192):
        self.timeout, self.source_address, self.blocksize = timeout, source_address, blocksize
        self.sock = None
        self._buffer, self._response, self._state, self._method = [], None, "Idle", None
        self._tunnel = None
        self.host, self.port = self._place(host, port)
        _check("URL", self.host, InvalidURL)
        self._create_connection = socket.create_connection

    def _place(self, host, port):
        if port is None:
            at = host.rfind(":")
            if at > host.rfind("]"):
                try:
                    port = int(host[at + 1:])
                except ValueError:
                    if host[at + 1:]:
                        raise InvalidURL("nonnumeric port: '%s'" % host[at + 1:]) from None
                    port = self.default_port
                host = host[:at]
            else:
                port = self.default_port
        if host[:1] == "[" and host[-1:] == "]":
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def set_tunnel(self, host, port=None, headers=None):
        """Asks a proxy to connect to another server."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel = *self._place(host, port), dict(headers or {})

    def connect(self):
        """Connects."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self._tunnel:
            host, port, headers = self._tunnel
            lines = ["CONNECT %s:%d HTTP/1.0" % (host, port)] + ["%s: %s" % pair for pair in headers.items()]
            self.sock.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
            answer = self.response_class(self.sock, method="CONNECT")
            _, code, text = answer._read_status()
            if code != 200:
                self.close()
                raise OSError(f"Tunnel connection failed: {code} {text}")
            parse_headers(answer.fp)

    def close(self):
        """Ends the connection."""
        self._state = "Idle"
        sock, self.sock = self.sock, None
        response, self._response = self._response, None
        if sock:
            sock.close()
        if response:
            response.close()

    def send(self, data):
        """Sends bytes, a file or an iterable of bytes."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if hasattr(data, "read"):
            while block := data.read(self.blocksize):
                self.sock.sendall(block.encode("iso-8859-1") if isinstance(block, str) else block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if isinstance(data, str) or not hasattr(data, "__iter__"):
                raise TypeError("data should be a bytes-like object or an iterable, got %r" % type(data)) from None
            for part in data:
                self.sock.sendall(part)

    # A request in pieces

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Begins a request."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != "Idle":
            raise CannotSendRequest(self._state)
        _check("method", method, ValueError, "\x1f")
        url = url or "/"
        _check("URL", url, InvalidURL)
        self._state, self._method = "Request-started", method
        self._buffer.append(("%s %s %s" % (method, url, self._http_vsn_str)).encode("ascii"))
        if self._http_vsn == 11:
            if not skip_host:
                self.putheader("Host", self._host_header(url))
            if not skip_accept_encoding:
                self.putheader("Accept-Encoding", "identity")

    def _host_header(self, url):
        place = urlsplit(url).netloc if url.startswith("http") else ""
        if place:
            return place
        host, port = self._tunnel[:2] if self._tunnel else (self.host, self.port)
        try:
            host.encode("ascii")
        except UnicodeEncodeError:
            host = host.encode("idna").decode("ascii")
        if ":" in host:
            host = "[%s]" % host
        return host if port == self.default_port else "%s:%d" % (host, port)

    def putheader(self, header, *values):
        """Adds a header."""
        if self._state != "Request-started":
            raise CannotSendHeader()
        name = header.encode("ascii") if isinstance(header, str) else header
        if not name or name.strip() != name or any(c in name for c in b": \r\n"):
            raise ValueError("Invalid header name %r" % (name,))
        parts = []
        for value in values:
            value = value.encode("latin-1") if isinstance(value, str) else str(value).encode("ascii") \
                if isinstance(value, int) else value
            if b"\n" in value or b"\r" in value:
                raise ValueError("Invalid header value %r" % (value,))
            parts.append(value)
        self._buffer.append(name + b": " + b"\r\n\t".join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Sends the headers, and a body."""
        if self._state != "Request-started":
            raise CannotSendHeader()
        self._state = "Request-sent"
        head = b"\r\n".join(self._buffer) + b"\r\n\r\n"
        self._buffer.clear()
        if message_body is None:
            return self.send(head)
        if isinstance(message_body, (bytes, bytearray)) and not encode_chunked:
            return self.send(head + bytes(message_body))
        self.send(head)
        if not encode_chunked:
            return self.send(message_body)
        for part in self._pieces(message_body):
            if part:
                self.send(b"%X\r\n%b\r\n" % (len(part), bytes(part)))
        self.send(b"0\r\n\r\n")

    def _pieces(self, body):
        if hasattr(body, "read"):
            while block := body.read(self.blocksize):
                yield block.encode("iso-8859-1") if isinstance(block, str) else block
        elif isinstance(body, (bytes, bytearray, memoryview)):
            yield body
        else:
            yield from body

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Sends a request."""
        names = {name.lower() for name in headers}
        skips = {"skip_" + name.replace("-", "_"): 1 for name in ("host", "accept-encoding") if name in names}
        self.putrequest(method, url, **skips)
        if isinstance(body, str):
            body = body.encode("iso-8859-1")
        chunked = encode_chunked and "transfer-encoding" in names
        if "content-length" not in names and "transfer-encoding" not in names:
            length = self._body_length(body, method)
            if length is not None:
                self.putheader("Content-Length", str(length))
            elif body is not None:
                chunked = True
                self.putheader("Transfer-Encoding", "chunked")
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body, encode_chunked=chunked)

    @staticmethod
    def _body_length(body, method):
        if body is None:
            return 0 if method.upper() in _WITH_BODY else None
        if hasattr(body, "read"):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            return None

    def getresponse(self):
        """Reads the head of the answer: an HTTPResponse."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != "Request-sent" or self._response:
            raise ResponseNotReady(self._state)
        response = self.response_class(self.sock, method=self._method)
        try:
            response.begin()
        except ConnectionError:
            self.close()
            raise
        except BaseException:
            response.close()
            raise
        self._state = "Idle"
        if response.will_close:
            # The response keeps the connection until it is read.
            self.sock.close()
            self.sock = None
        else:
            self._response = response
        return response


class HTTPSConnection(HTTPConnection):
    """A connection with TLS."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context()
            if self._http_vsn == 11:
                context.set_alpn_protocols(["http/1.1"])
        self._context = context

    def connect(self):
        """Connects."""
        super().connect()
        self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel[0] if self._tunnel else self.host)
