"""Calls functions of an XML-RPC server; values as XML."""
import base64
import datetime
import http.client
import sys
import time
import urllib.parse
from io import BytesIO

from xmlrpc._values import reader, text_of

__version__ = "%d.%d" % sys.version_info[:2]
MAXINT, MININT = 2 ** 31 - 1, -2 ** 31
PARSE_ERROR, SERVER_ERROR, APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32700, -32600, -32500, -32400, -32300
NOT_WELLFORMED_ERROR, UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32700, -32701, -32702
INVALID_XMLRPC, METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32600, -32601, -32602, -32603
boolean = Boolean = bool


def escape(s):
    """Text as it stands in XML."""
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Error(Exception):
    """What goes wrong with a call."""
    __str__ = object.__repr__


class ProtocolError(Error):
    """An answer of HTTP that is no success."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return "<%s for %s: %s %s>" % (self.__class__.__name__, self.url, self.errcode, self.errmsg)

    __str__ = __repr__


class ResponseError(Error):
    """An answer that is no XML-RPC."""

    def __repr__(self):
        return Exception.__repr__(self)

    __str__ = __repr__


class Fault(Error):
    """The answer of a function that failed."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return "<%s %s: %r>" % (self.__class__.__name__, self.faultCode, self.faultString)

    __str__ = __repr__


def _stamp(value):
    if isinstance(value, datetime.datetime):
        return value.strftime("%04d%%m%%dT%%H:%%M:%%S" % value.year)
    if not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(value or time.time())
    return "%04d%02d%02dT%02d:%02d:%02d" % tuple(value)[:6]


class DateTime:
    """A day and a time as text of ISO 8601."""

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _stamp(value)

    def _of(self, other):
        """The text of another time that it can be compared with, and its own."""
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime.datetime):
            return self.value, _stamp(other)
        if isinstance(other, str):
            return self.value, other
        if hasattr(other, "timetuple"):
            return self.timetuple(), other.timetuple()
        raise TypeError("Can't compare %s and %s" % (self.__class__.__name__, getattr(type(other), "__name__", type(other))))

    def __lt__(self, other):
        mine, theirs = self._of(other)
        return mine < theirs

    def __le__(self, other):
        mine, theirs = self._of(other)
        return mine <= theirs

    def __gt__(self, other):
        mine, theirs = self._of(other)
        return mine > theirs

    def __ge__(self, other):
        mine, theirs = self._of(other)
        return mine >= theirs

    def __eq__(self, other):
        mine, theirs = self._of(other)
        return mine == theirs

    def __repr__(self):
        return f"<{type(self).__name__} {self.value!r} at {id(self):#x}>"

    def __str__(self):
        return self.value

    def timetuple(self):
        return time.strptime(self.value, "%Y%m%dT%H:%M:%S")

    def decode(self, text):
        self.value = str(text).strip()

    def encode(self, out):
        out.write("<value><dateTime.iso8601>%s</dateTime.iso8601></value>\n" % self.value)


class Binary:
    """Bytes as Base64."""

    def __init__(self, data=None):
        if data is None:
            data = b""
        elif not isinstance(data, (bytes, bytearray)):
            raise TypeError("expected bytes or bytearray, not %s" % data.__class__.__name__)
        self.data = bytes(data)

    def __str__(self):
        return str(self.data, "latin-1")

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        self.data = base64.decodebytes(data)

    def encode(self, out):
        out.write("<value><base64>\n%s</base64></value>\n" % base64.encodebytes(self.data).decode("ascii"))


WRAPPERS = DateTime, Binary


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """A call, an answer or a fault as XML."""
    if isinstance(params, Fault):
        methodresponse = True
    elif not isinstance(params, tuple):
        raise AssertionError("argument must be tuple or Fault instance")
    elif methodresponse and len(params) != 1:
        raise AssertionError("response tuple must be a singleton")
    encoding = encoding or "utf-8"
    if isinstance(params, Fault):
        body = "<fault>\n%s</fault>\n" % text_of({"faultCode": params.faultCode, "faultString": params.faultString}, allow_none)
    else:
        body = "<params>\n%s</params>\n" % "".join(["<param>\n%s</param>\n" % text_of(v, allow_none) for v in params])
    head = "<?xml version='1.0'?>\n" if encoding == "utf-8" else "<?xml version='1.0' encoding='%s'?>\n" % encoding
    if methodname:
        return head + "<methodCall>\n<methodName>%s</methodName>\n%s</methodCall>\n" % (methodname, body)
    if methodresponse:
        return head + "<methodResponse>\n%s</methodResponse>\n" % body
    return body


def loads(data, use_datetime=False, use_builtin_types=False):
    """The values of a call or an answer, and the name of the method; raises a fault."""
    made = reader(use_datetime or use_builtin_types, use_builtin_types)
    made.feed(data)
    return made.close()


def gzip_encode(data):
    """Packed bytes."""
    import gzip
    return gzip.compress(data)


def gzip_decode(data, max_decode=20971520):
    """Unpacked bytes, of no more than a size."""
    import gzip
    with gzip.GzipFile(mode="rb", fileobj=BytesIO(data)) as file:
        try:
            decoded = file.read() if max_decode < 0 else file.read(max_decode + 1)
        except OSError:
            raise ValueError("invalid data") from None
    if max_decode >= 0 and len(decoded) > max_decode:
        raise ValueError("max gzipped payload length exceeded")
    return decoded


class _Method:
    """A name that is called elsewhere, with the names behind its dots."""

    def __init__(self, send, name):
        self.__send, self.__name = send, name

    def __getattr__(self, name):
        return _Method(self.__send, f"{self.__name}.{name}")

    def __call__(self, *args):
        return self.__send(self.__name, args)


class Transport:
    """Sends calls over HTTP and keeps the connection."""

    user_agent = "Python-xmlrpc/%s" % __version__
    accept_gzip_encoding, encode_threshold = True, None

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime, self._use_builtin_types = use_datetime, use_builtin_types
        self._connection, self._headers, self._extra_headers = (None, None), list(headers), []

    def request(self, host, handler, request_body, verbose=False):
        """Sends a request, a second time over a new connection when the server gave the old one up."""
        try:
            return self.single_request(host, handler, request_body, verbose)
        except (http.client.RemoteDisconnected, ConnectionResetError, ConnectionAbortedError, BrokenPipeError):
            return self.single_request(host, handler, request_body, verbose)

    def single_request(self, host, handler, request_body, verbose=False):
        try:
            answer = self.send_request(host, handler, request_body, verbose).getresponse()
            if answer.status == 200:
                self.verbose = verbose
                return self.parse_response(answer)
        except Exception as e:
            # After a fault the connection is good.
            if not isinstance(e, Fault):
                self.close()
            raise
        if answer.getheader("content-length", ""):
            answer.read()
        raise ProtocolError(host + handler, answer.status, answer.reason, dict(answer.getheaders()))

    def getparser(self):
        made = reader(self._use_datetime or self._use_builtin_types, self._use_builtin_types)
        return made, made

    def get_host_info(self, host):
        """Host, headers and settings of an address; a name and a password before @ become a header."""
        settings = {}
        if isinstance(host, tuple):
            host, settings = host
        user, at, rest = host.rpartition("@")
        if not at:
            return host, [], settings
        signed = base64.b64encode(urllib.parse.unquote_to_bytes(user)).decode("ascii")
        return rest, [("Authorization", "Basic " + signed)], settings

    def make_connection(self, host):
        if self._connection[1] is None or self._connection[0] != host:
            plain, self._extra_headers, _ = self.get_host_info(host)
            self._connection = host, http.client.HTTPConnection(plain)
        return self._connection[1]

    def close(self):
        _, connection = self._connection
        self._connection = None, None
        if connection:
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        connection = self.make_connection(host)
        if debug:
            connection.set_debuglevel(1)
        headers = self._headers + self._extra_headers
        if self.accept_gzip_encoding:
            connection.putrequest("POST", handler, skip_accept_encoding=True)
            headers.append(("Accept-Encoding", "gzip"))
        else:
            connection.putrequest("POST", handler)
        self.send_headers(connection, headers + [("Content-Type", "text/xml"), ("User-Agent", self.user_agent)])
        self.send_content(connection, request_body)
        return connection

    def send_headers(self, connection, headers):
        for key, value in headers:
            connection.putheader(key, value)

    def send_content(self, connection, request_body):
        body = request_body
        if self.encode_threshold is not None and self.encode_threshold < len(body):
            body = gzip_encode(body)
            connection.putheader("Content-Encoding", "gzip")
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)

    def parse_response(self, response):
        data = response.read()
        if getattr(response, "getheader", None) and response.getheader("Content-Encoding", "") == "gzip":
            data = gzip_decode(data, -1)
        if self.verbose:
            print("body:", repr(data))
        parser, values = self.getparser()
        parser.feed(data)
        if parser is not values:
            parser.close()
        made = values.close()
        return made[0] if values is parser else made


class SafeTransport(Transport):
    """The same over TLS."""

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=(), context=None):
        super().__init__(use_datetime, use_builtin_types, headers=headers)
        self.context = context

    def make_connection(self, host):
        if self._connection[1] is None or self._connection[0] != host:
            plain, self._extra_headers, settings = self.get_host_info(host)
            self._connection = host, http.client.HTTPSConnection(plain, None, context=self.context, **settings)
        return self._connection[1]


class ServerProxy:
    """A server whose functions are called as attributes."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False,
                 use_builtin_types=False, *, headers=(), context=None):
        parts = urllib.parse.urlsplit(uri)
        if parts.scheme not in ("http", "https"):
            raise OSError("unsupported XML-RPC protocol")
        self.__host = parts.netloc
        self.__handler = urllib.parse.urlunsplit(["", "", *parts[2:]]) or "/RPC2"
        if transport is None:
            kind, more = (SafeTransport, {"context": context}) if parts.scheme == "https" else (Transport, {})
            transport = kind(use_datetime=use_datetime, use_builtin_types=use_builtin_types, headers=headers, **more)
        self.__transport, self.__encoding = transport, encoding or "utf-8"
        self.__verbose, self.__allow_none = verbose, allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        body = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        made = self.__transport.request(self.__host, self.__handler, body.encode(self.__encoding, "xmlcharrefreplace"),
                                        verbose=self.__verbose)
        return made[0] if len(made) == 1 else made

    def __repr__(self):
        return "<%s for %s%s>" % (self.__class__.__name__, self.__host, self.__handler)

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        """What lies behind the names: `close` or `transport`."""
        behind = {"close": self.__close, "transport": self.__transport}
        if attr in behind:
            return behind[attr]
        raise AttributeError(f"Attribute {attr!r} not found")

    def __exit__(self, *failure):
        self.__close()

    def __enter__(self):
        return self


Server = ServerProxy


class MultiCall:
    """Gathers calls, which are then sent as one."""

    def __init__(self, server):
        self.__server, self.__calls = server, []

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __getattr__(self, name):
        return _Method(lambda name, args: self.__calls.append((name, args)), name)

    def __call__(self):
        return MultiCallIterator(self.__server.system.multicall(
            [{"methodName": name, "params": args} for name, args in self.__calls]))


class MultiCallIterator:
    """The answers of gathered calls; a fault is raised where it lies."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if isinstance(item, dict):
            raise Fault(item["faultCode"], item["faultString"])
        if isinstance(item, list):
            return item[0]
        raise ValueError("unexpected type in multicall result")


def getparser(use_datetime=False, use_builtin_types=False):
    """What XML is fed to, and what gives its values."""
    made = reader(use_datetime or use_builtin_types, use_builtin_types)
    return made, made
