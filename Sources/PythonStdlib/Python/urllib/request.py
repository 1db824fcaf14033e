"""Opening addresses: http, https, file and data."""
import base64
import http.client
import io
import mimetypes
import os
import re
import socket
import tempfile
from email.utils import formatdate
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, unquote_to_bytes, urljoin, urlsplit, urlunsplit
from urllib.response import addinfourl

__all__ = ["Request", "OpenerDirector", "BaseHandler", "HTTPDefaultErrorHandler", "HTTPRedirectHandler",
           "HTTPCookieProcessor", "ProxyHandler", "HTTPPasswordMgr", "HTTPPasswordMgrWithDefaultRealm",
           "HTTPBasicAuthHandler", "HTTPHandler", "HTTPSHandler", "FileHandler", "DataHandler", "UnknownHandler", "HTTPErrorProcessor",
           "urlopen", "install_opener", "build_opener", "pathname2url", "url2pathname", "getproxies", "urlretrieve",
           "urlcleanup"]
__version__ = "3.11"
_opener = None
_temporary = []


class Request:
    """What is asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.headers, self.unredirected_hdrs = {}, {}
        self.timeout = None
        self.full_url = url
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        if method:
            self.method = method
        self.unverifiable = unverifiable
        self.origin_req_host = self.host if origin_req_host is None else origin_req_host

    @property
    def full_url(self):
        """The address with its fragment."""
        return self._url + ("#" + self.fragment if self.fragment else "")

    @full_url.setter
    def full_url(self, url):
        url = url.strip()
        if url[:4].lower() == "url:":
            url = url[4:]
        self._url, _, self.fragment = url.partition("#")
        self.fragment = self.fragment or None
        self.type, colon, rest = self._url.partition(":")
        if not colon or not self.type or not re.fullmatch("[A-Za-z][A-Za-z0-9+.-]*", self.type):
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type = self.type.lower()
        self.host, self.selector = None, rest
        if rest.startswith("//"):
            at = re.search("[/?]", rest[2:])
            end = len(rest) if at is None else at.start() + 2
            self.host, self.selector = unquote(rest[2:end]), rest[end:]
            if self.selector[:1] != "/":
                self.selector = "/" + self.selector if self.selector else ""
        self._tunnel_host = None

    def _change_data(self, data):
        # The length that was told is that of the old data.
        if data != getattr(self, "_data", None) and self.has_header("Content-length"):
            self.remove_header("Content-length")
        self._data = data

    data = property(lambda self: self._data, _change_data, lambda self: self._change_data(None),
                    "What is sent; None if nothing is.")

    def get_method(self):
        """The request's method: POST with data, else GET."""
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    # Headers: those that go along when the request is sent elsewhere, and those that do not

    def _all_headers(self):
        return {**self.unredirected_hdrs, **self.headers}

    def header_items(self):
        return list(self._all_headers().items())

    def get_header(self, header_name, default=None):
        return self._all_headers().get(header_name, default)

    def has_header(self, header_name):
        return header_name in self._all_headers()

    def remove_header(self, header_name):
        for headers in (self.headers, self.unredirected_hdrs):
            headers.pop(header_name, None)

    def add_unredirected_header(self, key, val):
        """Adds a header that is meant for the first address only."""
        self.unredirected_hdrs[key.capitalize()] = val

    def add_header(self, key, val):
        """Adds a header."""
        self.headers[key.capitalize()] = val

    # Proxies

    def has_proxy(self):
        return self.selector == self.full_url

    def set_proxy(self, host, type):
        """Sends the request to a proxy; what is encrypted goes through a tunnel."""
        if self._tunnel_host or self.type != "https":
            self.type, self.selector = type, self.full_url
        else:
            self._tunnel_host = self.host
        self.host = host


class BaseHandler:
    """Knows one kind of address or one kind of answer."""

    handler_order = 500

    def __lt__(self, other):
        """Whether it is asked earlier."""
        return self.handler_order < getattr(other, "handler_order", 500)

    def add_parent(self, parent):
        """Which opener asks it."""
        self.parent = parent

    def close(self):
        """Nothing is to be closed."""


class OpenerDirector:
    """Asks its handlers one after the other."""

    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/" + __version__)]
        self.handlers = []

    def add_handler(self, handler):
        if not hasattr(handler, "add_parent"):
            raise TypeError("expected BaseHandler instance, got %r" % type(handler))
        self.handlers.append(handler)
        self.handlers.sort()
        handler.add_parent(self)

    def close(self):
        pass

    def _first(self, name, *args):
        for handler in self.handlers:
            method = getattr(handler, name, None)
            if method is not None:
                result = method(*args)
                if result is not None:
                    return result
        return None

    def open(self, fullurl, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        """Opens an address or a Request."""
        request = Request(fullurl, data) if isinstance(fullurl, str) else fullurl
        if request is fullurl and data is not None:
            request.data = data
        request.timeout = timeout
        kind = request.type
        for handler in self.handlers:
            if hasattr(handler, kind + "_request"):
                request = getattr(handler, kind + "_request")(request)
        response = self._first("default_open", request)
        if response is None:
            response = self._first(kind + "_open", request)
        if response is None:
            response = self._first("unknown_open", request)
        for handler in self.handlers:
            if hasattr(handler, kind + "_response"):
                response = getattr(handler, kind + "_response")(request, response)
        return response

    def error(self, proto, request, response, code, msg, headers):
        """Asks what to do with an error's answer."""
        result = self._first("http_error_%d" % code, request, response, code, msg, headers)
        if result is None:
            result = self._first("http_error_default", request, response, code, msg, headers)
        return result


class UnknownHandler(BaseHandler):
    def unknown_open(self, request):
        raise URLError("unknown url type: %s" % request.type)


class HTTPErrorProcessor(BaseHandler):
    """Gives answers that are no success to who knows what to do."""

    handler_order = 1000

    def http_response(self, request, response):
        code, msg, headers = response.code, response.msg, response.info()
        if 200 <= code < 300:
            return response
        return self.parent.error("http", request, response, code, msg, headers)

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, request, response, code, msg, headers):
        raise HTTPError(request.full_url, code, msg, headers, response)


class HTTPRedirectHandler(BaseHandler):
    """Goes where the answer says."""

    max_repeats, max_redirections = 4, 10
    inf_msg = "The HTTP server returned a redirect error that would lead to an infinite loop.\n" \
              "The last 30x error message was:\n"

    def redirect_request(self, request, response, code, msg, headers, newurl):
        """The request to send instead."""
        method = request.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ("GET", "HEAD") or code in (301, 302, 303) and method == "POST"):
            raise HTTPError(request.full_url, code, msg, headers, response)
        kept = {k: v for k, v in request.headers.items() if k.lower() not in ("content-length", "content-type")}
        made = Request(newurl.replace(" ", "%20"), headers=kept, origin_req_host=request.origin_req_host, unverifiable=True)
        if method == "HEAD":
            made.method = "HEAD"
        return made

    def http_error_302(self, request, response, code, msg, headers):
        target = headers.get("location") or headers.get("uri")
        if not target:
            return None
        scheme = urlsplit(target).scheme
        if scheme not in ("http", "https", "ftp", ""):
            raise HTTPError(target, code, "%s - Redirection to url '%s' is not allowed" % (msg, target), headers, response)
        if urlsplit(target).netloc and not urlsplit(target).path:
            parts = list(urlsplit(target))
            parts[2] = "/"
            target = urlunsplit(parts)
        target = urljoin(request.full_url, quote(target, encoding="iso-8859-1", safe="!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"))
        made = self.redirect_request(request, response, code, msg, headers, target)
        if made is None:
            return None
        seen = made.redirect_dict = dict(getattr(request, "redirect_dict", {}))
        if seen.get(target, 0) >= self.max_repeats or len(seen) >= self.max_redirections:
            raise HTTPError(request.full_url, code, self.inf_msg + msg, headers, response)
        seen[target] = seen.get(target, 0) + 1
        response.read()
        response.close()
        return self.parent.open(made, timeout=request.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=0):
        self._debuglevel = debuglevel

    def do_request_(self, request):
        """Adds the headers that a request needs."""
        if not request.host:
            raise URLError("no host given")
        data = request.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. "
                                "It cannot be of type str.")
            if not request.has_header("Content-type"):
                request.add_unredirected_header("Content-type", "application/x-www-form-urlencoded")
            if not request.has_header("Content-length") and not request.has_header("Transfer-encoding"):
                try:
                    request.add_unredirected_header("Content-length", str(memoryview(data).nbytes))
                except TypeError:
                    request.add_unredirected_header("Transfer-encoding", "chunked")
        host = urlsplit(request.selector).netloc if request.has_proxy() else request.host
        if not request.has_header("Host"):
            request.add_unredirected_header("Host", host or request.host)
        for name, value in self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name.capitalize(), value)
        return request

    def do_open(self, http_class, request, **options):
        """Sends the request: its answer."""
        if not request.host:
            raise URLError("no host given")
        connection = http_class(request.host, timeout=request.timeout, **options)
        headers = {**request.unredirected_hdrs, **request.headers, "Connection": "close"}
        headers = {name.title(): value for name, value in headers.items()}
        if request._tunnel_host:
            through = {k: headers.pop(k) for k in ("Proxy-Authorization",) if k in headers}
            connection.set_tunnel(request._tunnel_host, headers=through)
        try:
            try:
                chunked = request.has_header("Transfer-encoding")
                connection.request(request.get_method(), request.selector, request.data, headers, encode_chunked=chunked)
            except OSError as error:
                raise URLError(error) from None
            response = connection.getresponse()
        except BaseException:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = request.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, request):
        return self.do_open(http.client.HTTPConnection, request)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        super().__init__(debuglevel)
        self._context = context
        if context is not None and check_hostname is not None:
            context.check_hostname = check_hostname

    def https_open(self, request):
        return self.do_open(http.client.HTTPSConnection, request, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class ProxyHandler(BaseHandler):
    """Sends requests through other servers."""

    handler_order = 100

    def __init__(self, proxies=None):
        self.proxies = getproxies() if proxies is None else proxies
        for kind, url in self.proxies.items():
            setattr(self, kind.lower() + "_open", lambda request, url=url, kind=kind.lower(): self.proxy_open(request, url, kind))

    def proxy_open(self, request, proxy, type):
        if request.host and proxy_bypass(request.host):
            return None
        parts = urlsplit(proxy if "//" in proxy else "//" + proxy)
        kind, place = parts.scheme or request.type, parts.netloc
        if "@" in place:
            who, _, place = place.rpartition("@")
            request.add_header("Proxy-authorization", "Basic " + base64.b64encode(unquote(who).encode()).decode("ascii"))
        original = request.type
        request.set_proxy(place, kind)
        return None if original in (kind, "https") else self.parent.open(request, timeout=request.timeout)


class HTTPPasswordMgr:
    """Names and passwords for places."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        for one in [uri] if isinstance(uri, str) else uri:
            self.passwd.setdefault(realm, []).append((self._place(one), (user, passwd)))

    @staticmethod
    def _place(uri):
        parts = urlsplit(uri)
        return (parts.netloc, parts.path or "/") if parts.scheme else (uri.partition("/")[0], "/" + uri.partition("/")[2])

    def find_user_password(self, realm, authuri):
        host, path = self._place(authuri)
        for (known, below), pair in self.passwd.get(realm, ()):
            if known == host and path.startswith(below):
                return pair
        return None, None


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    def find_user_password(self, realm, authuri):
        found = super().find_user_password(realm, authuri)
        return found if found[0] is not None else super().find_user_password(None, authuri)


class HTTPBasicAuthHandler(BaseHandler):
    """Answers 401 with name and password."""

    handler_order = 490

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_401(self, request, response, code, msg, headers):
        for challenge in headers.get_all("www-authenticate") or ():
            realm = re.match(r'basic\s+.*?realm="?([^"]*)', challenge, re.I)
            if realm is None:
                continue
            user, password = self.passwd.find_user_password(realm[1], request.full_url)
            if password is None:
                return None
            value = "Basic " + base64.b64encode(("%s:%s" % (user, password)).encode()).decode("ascii")
            if request.get_header("Authorization") == value:
                return None
            request.add_unredirected_header("Authorization", value)
            return self.parent.open(request, timeout=request.timeout)
        return None


class HTTPCookieProcessor(BaseHandler):
    """Keeps cookies in a jar with `extract_cookies` and `add_cookie_header`."""

    def __init__(self, cookiejar=None):
        if cookiejar is None:
            from http.cookiejar import CookieJar
            cookiejar = CookieJar()
        self.cookiejar = cookiejar

    def http_response(self, request, response):
        """Puts the answer's cookies into the jar."""
        self.cookiejar.extract_cookies(response, request)
        return response

    def http_request(self, request):
        """Adds what the jar has for the address."""
        self.cookiejar.add_cookie_header(request)
        return request

    https_request, https_response = http_request, http_response


class FileHandler(BaseHandler):
    """Opens files of this machine."""

    def file_open(self, request):
        if request.host and request.host not in ("localhost", "127.0.0.1", socket.gethostname()):
            raise URLError("file:// scheme is supported only on localhost")
        path = url2pathname(request.selector)
        try:
            status = os.stat(path)
            file = open(path, "rb")
        except OSError as error:
            raise URLError(error) from None
        headers = http.client.HTTPMessage([
            ("Content-type", mimetypes.guess_type(path)[0] or "text/plain"), ("Content-length", str(status.st_size)),
            ("Last-modified", formatdate(status.st_mtime, usegmt=True))])
        return addinfourl(file, headers, "file://" + (request.host or "") + request.selector)


class DataHandler(BaseHandler):
    """Opens `data:` addresses, which hold what they mean."""

    def data_open(self, request):
        kind, comma, data = request.full_url.split(":", 1)[1].partition(",")
        if not comma:
            raise ValueError("not enough values to unpack (expected 2, got 1)")
        data = unquote_to_bytes(data)
        if kind.endswith(";base64"):
            data, kind = base64.decodebytes(data), kind[:-7]
        headers = http.client.HTTPMessage([
            ("Content-type", kind or "text/plain;charset=US-ASCII"), ("Content-length", str(len(data)))])
        return addinfourl(io.BytesIO(data), headers, request.full_url)


def build_opener(*handlers):
    """An opener with the usual handlers, replaced by those that are given."""
    made = OpenerDirector()
    given = [h for h in handlers]
    for kind in (ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
                 HTTPErrorProcessor, DataHandler, HTTPSHandler):
        if not any(issubclass(h, kind) if isinstance(h, type) else isinstance(h, kind) for h in given):
            made.add_handler(kind())
    for handler in given:
        made.add_handler(handler() if isinstance(handler, type) else handler)
    return made


def install_opener(opener):
    """Makes an opener the one of `urlopen`."""
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, *, context=None):
    """Opens an address: a file with `status`, `headers` and `url`."""
    if context is not None:
        return build_opener(HTTPSHandler(context=context)).open(url, data, timeout)
    if _opener is None:
        install_opener(build_opener())
    return _opener.open(url, data, timeout)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Copies what is at an address into a file: its path and the headers."""
    with urlopen(url, data) as source:
        headers = source.info()
        if urlsplit(url).scheme == "file" and not filename:
            return url2pathname(urlsplit(url).path), headers
        if filename is None:
            handle, filename = tempfile.mkstemp()
            os.close(handle)
            _temporary.append(filename)
        size = int(headers.get("Content-Length") or -1)
        done = blocks = 0
        with open(filename, "wb") as target:
            if reporthook:
                reporthook(0, 8192, size)
            while block := source.read(8192):
                target.write(block)
                done += len(block)
                blocks += 1
                if reporthook:
                    reporthook(blocks, 8192, size)
    if 0 <= done < size:
        raise ContentTooShortError("retrieval incomplete: got only %i out of %i bytes" % (done, size), (filename, headers))
    return filename, headers


def urlcleanup():
    """Removes what `urlretrieve` has left."""
    global _opener
    for path in _temporary:
        try:
            os.unlink(path)
        except OSError:
            pass
    _temporary.clear()
    _opener = None


def getproxies():
    """Proxies that the environment names."""
    found = {}
    for name, value in os.environ.items():
        if value and name.lower().endswith("_proxy"):
            found[name.lower()[:-6]] = value
    found.pop("no", None)
    return found


getproxies_environment = getproxies


def proxy_bypass(host, proxies=None):
    """Whether a machine is reached without a proxy."""
    exceptions = os.environ.get("no_proxy", os.environ.get("NO_PROXY", "")) if proxies is None else proxies.get("no", "")
    name = host.rsplit(":", 1)[0] if host.rsplit(":", 1)[-1].isdigit() else host
    for part in exceptions.split(","):
        part = part.strip().lstrip(".").lower()
        if part == "*" or part and (name.lower() == part or host.lower() == part or name.lower().endswith("." + part)):
            return True
    return False


proxy_bypass_environment = proxy_bypass


def pathname2url(pathname):
    """A path as part of an address."""
    return quote(pathname)


def url2pathname(pathname):
    """The path that part of an address means."""
    return unquote(pathname)


def parse_http_list(s):
    """The parts of a list in a header; commas between quotation marks part nothing."""
    return [part.strip() for part in re.findall(r'(?:[^,"]|"(?:\\.|[^"\\])*"?)+', s)]


def parse_keqv_list(l):
    """Pairs of `key=value` as a dictionary, without quotation marks."""
    found = {}
    for part in l:
        name, value = part.split("=", 1)
        found[name] = value[1:-1] if value[:1] == '"' and value[-1:] == '"' else value
    return found
