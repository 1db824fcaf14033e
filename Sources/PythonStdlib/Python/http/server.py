"""HTTP's server: a handler per request, and one that serves files."""
import email.utils
import html
import io
import mimetypes
import os
import posixpath
import shutil
import socketserver
import sys
import time
import urllib.parse
import socket
from http import HTTPStatus
from http.client import HTTPException, LineTooLong, parse_headers

__version__ = "0.6"
__all__ = ["HTTPServer", "ThreadingHTTPServer", "BaseHTTPRequestHandler", "SimpleHTTPRequestHandler"]
DEFAULT_ERROR_CONTENT_TYPE = "text/html;charset=utf-8"
_PAGE = ["<head>", '    <meta charset="utf-8">', "    <title>Error response</title>", "</head>", "<body>",
         "    <h1>Error response</h1>", "    <p>Error code: %(code)d</p>", "    <p>Message: %(message)s.</p>",
         "    <p>Error code explanation: %(code)s - %(explain)s.</p>", "</body>"]
DEFAULT_ERROR_MESSAGE = "\n".join(
    ["<!DOCTYPE HTML>", '<html lang="en">'] + ["    " + line for line in _PAGE] + ["</html>", ""])


class HTTPServer(socketserver.TCPServer):
    """A server for HTTP."""

    allow_reuse_address = 1

    def server_bind(self):
        super().server_bind()
        host, port = self.server_address[:2]
        self.server_name, self.server_port = socket.getfqdn(host), port


class ThreadingHTTPServer(socketserver.ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(socketserver.StreamRequestHandler):
    """Reads requests and calls the method that is named after theirs: `do_GET`, `do_POST`."""

    sys_version = "Python/" + sys.version.split()[0]
    server_version = "BaseHTTP/" + __version__
    error_message_format, error_content_type = DEFAULT_ERROR_MESSAGE, DEFAULT_ERROR_CONTENT_TYPE
    default_request_version, protocol_version = "HTTP/0.9", "HTTP/1.0"
    responses = {status: (status.phrase, status.description) for status in HTTPStatus.__members__.values()}
    weekdayname = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    monthname = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    # Requests

    def parse_request(self):
        """Understands the first line and the headers; False when an error was answered."""
        self.command = None
        self.request_version = version = self.default_request_version
        self.close_connection = True
        self.requestline = str(self.raw_requestline, "iso-8859-1").rstrip("\r\n")
        words = self.requestline.split()
        if not words:
            return False
        if len(words) >= 3:
            version = words[-1]
            numbers = version[5:].split(".")
            if not version.startswith("HTTP/") or len(numbers) != 2 or not all(n.isdigit() and len(n) <= 10 for n in numbers):
                self.send_error(HTTPStatus.BAD_REQUEST, "Bad request version (%r)" % version)
                return False
            number = int(numbers[0]), int(numbers[1])
            if number >= (1, 1) and self.protocol_version >= "HTTP/1.1":
                self.close_connection = False
            if number >= (2, 0):
                self.send_error(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "Invalid HTTP version (%s)" % version[5:])
                return False
            self.request_version = version
        if not 2 <= len(words) <= 3:
            self.send_error(HTTPStatus.BAD_REQUEST, "Bad request syntax (%r)" % self.requestline)
            return False
        command, path = words[:2]
        if len(words) == 2 and command != "GET":
            self.send_error(HTTPStatus.BAD_REQUEST, "Bad HTTP/0.9 request type (%r)" % command)
            return False
        self.command = command
        # A path that begins with two slashes could be taken for a machine.
        self.path = "/" + path.lstrip("/") if path.startswith("//") else path
        try:
            self.headers = parse_headers(self.rfile)
        except LineTooLong as error:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Line too long", str(error))
            return False
        except HTTPException as error:
            self.send_error(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "Too many headers", str(error))
            return False
        connection = self.headers.get("Connection", "").lower()
        if connection == "close":
            self.close_connection = True
        elif connection == "keep-alive" and self.protocol_version >= "HTTP/1.1":
            self.close_connection = False
        if self.headers.get("Expect", "").lower() == "100-continue" and self.protocol_version >= "HTTP/1.1" \
                and self.request_version >= "HTTP/1.1":
            return self.handle_expect_100()
        return True

    def handle_expect_100(self):
        """Whether the client may send its body."""
        self.send_response_only(HTTPStatus.CONTINUE)
        self.end_headers()
        return True

    def handle_one_request(self):
        try:
            line = self.raw_requestline = self.rfile.readline(65537)
            if len(line) > 65536:
                self.command = self.request_version = self.requestline = ""
                return self.send_error(HTTPStatus.REQUEST_URI_TOO_LONG)
            if not line:
                self.close_connection = True
            if not line or not self.parse_request():
                return
            method = getattr(self, "do_" + self.command, None)
            if method is None:
                self.send_error(HTTPStatus.NOT_IMPLEMENTED, "Unsupported method (%r)" % self.command)
                return
            method()
            self.wfile.flush()
        except TimeoutError as error:
            self.log_error("Request timed out: %r", error)
            self.close_connection = True

    def handle(self):
        while True:
            self.close_connection = getattr(self, "close_connection", True)
            self.handle_one_request()
            if self.close_connection:
                break

    # Answers

    def send_error(self, code, message=None, explain=None):
        """Answers with an error and a page that tells it."""
        short, long = self.responses.get(code, ("???", "???"))
        message, explain = short if message is None else message, long if explain is None else explain
        self.log_error("code %d, message %s", code, message)
        self.send_response(code, message)
        self.send_header("Connection", "close")
        body = None
        if code >= 200 and code not in (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT, HTTPStatus.NOT_MODIFIED):
            body = (self.error_message_format % {
                "code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False),
            }).encode("UTF-8", "replace")
            for name, value in (("Content-Type", self.error_content_type), ("Content-Length", str(len(body)))):
                self.send_header(name, value)
        self.end_headers()
        # Those who ask for the headers alone get no page.
        if body and self.command != "HEAD":
            self.wfile.write(body)

    def send_response(self, code, message=None):
        """Begins an answer, with the headers `Server` and `Date`."""
        self.log_request(code)
        self.send_response_only(code, message)
        for name, tell in (("Server", self.version_string), ("Date", self.date_time_string)):
            self.send_header(name, tell())

    def send_response_only(self, code, message=None):
        if self.request_version == "HTTP/0.9":
            return
        if message is None:
            message = self.responses[code][0] if code in self.responses else ""
        self._head().append(("%s %d %s\r\n" % (self.protocol_version, code, message)).encode("latin-1", "strict"))

    def _head(self):
        if not hasattr(self, "_headers_buffer"):
            self._headers_buffer = []
        return self._headers_buffer

    def send_header(self, keyword, value):
        """Adds a header."""
        if self.request_version != "HTTP/0.9":
            self._head().append(("%s: %s\r\n" % (keyword, value)).encode("latin-1", "strict"))
        if keyword.lower() == "connection" and value.lower() in ("close", "keep-alive"):
            self.close_connection = value.lower() == "close"

    def end_headers(self):
        """Sends the headers."""
        if self.request_version != "HTTP/0.9":
            self._head().append(b"\r\n")
            self.flush_headers()

    def flush_headers(self):
        self.wfile.write(b"".join(self._head()))
        self._headers_buffer = []

    # Telling

    def log_request(self, code="-", size="-"):
        self.log_message('"%s" %s %s', self.requestline, str(code.value if isinstance(code, HTTPStatus) else code), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        """Tells on stderr what was asked for."""
        text = "".join([c if c.isprintable() else r"\x%02x" % ord(c) for c in format % args])
        sys.stderr.write("%s - - [%s] %s\n" % (self.address_string(), self.log_date_time_string(), text))

    def version_string(self):
        return self.server_version + " " + self.sys_version

    def date_time_string(self, timestamp=None):
        return email.utils.formatdate(timestamp, usegmt=True)

    def log_date_time_string(self):
        now = time.localtime()
        return "%02d/%3s/%04d %02d:%02d:%02d" % (now[2], self.monthname[now[1]], *now[:1], *now[3:6])

    def address_string(self):
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    """Serves the files of a folder."""

    server_version = "SimpleHTTP/" + __version__
    index_pages = "index.html", "index.htm"
    extensions_map = {".gz": "application/gzip", ".Z": "application/octet-stream", ".bz2": "application/x-bzip2",
                      ".xz": "application/x-xz"}

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = os.fspath(os.getcwd() if directory is None else directory)
        super().__init__(*args, **kwargs)

    def do_GET(self):
        file = self.send_head()
        if file:
            with file:
                self.copyfile(file, self.wfile)

    def do_HEAD(self):
        file = self.send_head()
        if file:
            file.close()

    def send_head(self):
        """Sends the headers of what is asked for: its file, or None."""
        path = self.translate_path(self.path)
        if os.path.isdir(path):
            parts = urllib.parse.urlsplit(self.path)
            if not parts.path.endswith("/"):
                self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                self.send_header("Location", urllib.parse.urlunsplit((parts[0], parts[1], parts[2] + "/", parts[3], parts[4])))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            pages = [os.path.join(path, name) for name in self.index_pages]
            found = [page for page in pages if os.path.isfile(page)]
            if not found:
                return self.list_directory(path)
            path = found[0]
        if path.endswith("/"):
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        try:
            file = open(path, "rb")
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "File not found")
            return None
        status = os.fstat(file.fileno())
        since = self.headers.get("If-Modified-Since")
        if since and "If-None-Match" not in self.headers:
            stamp = email.utils.parsedate_tz(since)
            if stamp is not None and int(status.st_mtime) <= email.utils.mktime_tz(stamp):
                self.send_response(HTTPStatus.NOT_MODIFIED)
                self.end_headers()
                file.close()
                return None
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-type", self.guess_type(path))
        self.send_header("Content-Length", str(status.st_size))
        self.send_header("Last-Modified", self.date_time_string(status.st_mtime))
        self.end_headers()
        return file

    def list_directory(self, path):
        """Sends a page with the names in a folder."""
        try:
            names = sorted(os.listdir(path), key=str.lower)
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND, "No permission to list directory")
            return None
        shown = html.escape(urllib.parse.unquote(self.path.split("?")[0].split("#")[0], errors="surrogatepass"), quote=False)
        title = f"Directory listing for {shown}"
        lines = ["<!DOCTYPE HTML>", '<html lang="en">', "<head>", '<meta charset="utf-8">', f"<title>{title}</title>", "</head>",
                 f"<body>\n<h1>{title}</h1>", "<hr>\n<ul>"]
        for name in names:
            full, text, link = os.path.join(path, name), name, name
            if os.path.isdir(full):
                text = link = name + "/"
            if os.path.islink(full):
                text = name + "@"
            lines.append('<li><a href="%s">%s</a></li>' % (
                urllib.parse.quote(link, errors="surrogatepass"), html.escape(text, quote=False)))
        lines.append("</ul>\n<hr>\n</body>\n</html>\n")
        body = "\n".join(lines).encode("utf-8", "surrogateescape")
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def translate_path(self, path):
        """The file that a path of an address means; never one outside of the folder."""
        path = urllib.parse.unquote(path.split("?", 1)[0].split("#", 1)[0], errors="surrogatepass")
        found = self.directory
        for part in posixpath.normpath(path).split("/"):
            if part and part not in (os.curdir, os.pardir) and not os.path.dirname(part):
                found = os.path.join(found, part)
        return found + "/" if path.rstrip().endswith("/") else found

    def copyfile(self, source, outputfile):
        shutil.copyfileobj(source, outputfile)

    def guess_type(self, path):
        extension = posixpath.splitext(path)[1]
        for known in (extension, extension.lower()):
            if known in self.extensions_map:
                return self.extensions_map[known]
        return mimetypes.guess_type(path)[0] or "application/octet-stream"


def test(HandlerClass=BaseHTTPRequestHandler, ServerClass=ThreadingHTTPServer, protocol="HTTP/1.0", port=8000, bind=None):
    """Serves until it is interrupted."""
    HandlerClass.protocol_version = protocol
    with ServerClass((bind or "", port), HandlerClass) as server:
        host, port = server.socket.getsockname()[:2]
        print(f"Serving HTTP on {host} port {port} (http://{host}:{port}/) ...")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nKeyboard interrupt received, exiting.")


if __name__ == "__main__":
    from _programs.http_server import main
    main()
