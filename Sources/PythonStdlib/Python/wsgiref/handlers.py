"""Runs an application for one request."""
import os
import sys
import time
from email.utils import formatdate

from wsgiref.headers import Headers
from wsgiref.util import FileWrapper, guess_scheme, is_hop_by_hop

__all__ = ["BaseHandler", "SimpleHandler", "BaseCGIHandler", "CGIHandler", "IISCGIHandler", "read_environ"]


def format_date_time(timestamp):
    """A time as HTTP writes it."""
    return formatdate(timestamp, usegmt=True)


def read_environ():
    """The variables of the process, their bytes as letters of Latin 1."""
    return {key: os.fsencode(value).decode("iso-8859-1") for key, value in os.environ.items()}


class BaseHandler:
    """Runs an application and writes its answer; subclasses say where to."""

    wsgi_version, wsgi_multithread, wsgi_multiprocess, wsgi_run_once = (1, 0), True, True, False
    origin_server, http_version, server_software = True, "1.0", None
    os_environ = read_environ()
    wsgi_file_wrapper, headers_class, traceback_limit = FileWrapper, Headers, None
    error_status, error_headers = "500 Internal Server Error", [("Content-Type", "text/plain")]
    error_body = b"A server error occurred.  Please contact the administrator."
    status = result = headers = None
    headers_sent, bytes_sent = False, 0

    def run(self, application):
        """Answers the request."""
        try:
            self._answer(application)
        except (BrokenPipeError, ConnectionResetError, ConnectionAbortedError):
            pass  # nobody waits for it any more
        except BaseException:
            try:
                self.handle_error()
            except BaseException:
                self.close()
                raise

    def _answer(self, application):
        self.setup_environ()
        self.result = application(self.environ, self.start_response)
        return self.finish_response()

    def setup_environ(self):
        env = self.environ = self.os_environ.copy()
        self.add_cgi_vars()
        env["wsgi.input"], env["wsgi.errors"] = self.get_stdin(), self.get_stderr()
        env["wsgi.version"], env["wsgi.run_once"] = self.wsgi_version, self.wsgi_run_once
        env["wsgi.url_scheme"] = self.get_scheme()
        env["wsgi.multithread"], env["wsgi.multiprocess"] = self.wsgi_multithread, self.wsgi_multiprocess
        if self.wsgi_file_wrapper is not None:
            env["wsgi.file_wrapper"] = self.wsgi_file_wrapper
        if self.origin_server and self.server_software:
            env.setdefault("SERVER_SOFTWARE", self.server_software)

    def finish_response(self):
        try:
            if not self.result_is_file() or not self.sendfile():
                for piece in self.result:
                    self.write(piece)
                self.finish_content()
        except BaseException:
            # The result is closed, the handler not: it may have to tell a failure.
            if hasattr(self.result, "close"):
                self.result.close()
            raise
        self.close()

    def get_scheme(self):
        return guess_scheme(self.environ)

    def set_content_length(self):
        """Says how long the answer is, where that is known."""
        try:
            pieces = len(self.result)
        except (TypeError, AttributeError, NotImplementedError):
            return
        if pieces == 1:
            self.headers["Content-Length"] = str(self.bytes_sent)

    def cleanup_headers(self):
        if "Content-Length" not in self.headers:
            self.set_content_length()

    def start_response(self, status, headers, exc_info=None):
        """What an application begins its answer with."""
        if exc_info:
            try:
                if self.headers_sent:
                    raise exc_info[1].with_traceback(exc_info[2])
            finally:
                exc_info = None
        elif self.headers is not None:
            raise AssertionError("Headers already set!")
        self.status, self.headers = status, self.headers_class(headers)
        if type(status) is not str:
            raise AssertionError("Status must be of type str (got {0})".format(repr(status)))
        if len(status) < 4 or not status[:3].isdigit() or status[3] != " ":
            raise AssertionError("Status must be at least 4 characters" if len(status) < 4 else
                                 "Status message must begin w/3-digit code" if not status[:3].isdigit() else
                                 "Status message must have a space after code")
        for name, value in headers:
            assert type(name) is str and type(value) is str, "Header names/values must be of type str (got %r, %r)" % (name, value)
            assert not is_hop_by_hop(name), f"Hop-by-hop header, '{name}: {value}', not allowed"
        return self.write

    def send_preamble(self):
        """The first lines, of a server of its own."""
        if not self.origin_server:
            self._write(("Status: %s\r\n" % self.status).encode("iso-8859-1"))
        elif self.client_is_modern():
            self._write(("HTTP/%s %s\r\n" % (self.http_version, self.status)).encode("iso-8859-1"))
            if "Date" not in self.headers:
                self._write(("Date: %s\r\n" % format_date_time(time.time())).encode("iso-8859-1"))
            if self.server_software and "Server" not in self.headers:
                self._write(("Server: %s\r\n" % self.server_software).encode("iso-8859-1"))

    def write(self, data):
        """Writes a piece, after the headers."""
        assert type(data) is bytes, "write() argument must be a bytes instance"
        if not self.status:
            raise AssertionError("write() before start_response()")
        if self.headers_sent:
            self.bytes_sent += len(data)
        else:
            # The length of a single piece goes into the headers.
            self.bytes_sent = len(data)
            self.send_headers()
        self._write(data)
        self._flush()

    def sendfile(self):
        """Sends a file at once where a subclass can."""
        return False

    def finish_content(self):
        if not self.headers_sent:
            self.headers.setdefault("Content-Length", "0")
            self.send_headers()

    def close(self):
        try:
            if hasattr(self.result, "close"):
                self.result.close()
        finally:
            self.result = self.headers = self.status = self.environ = None
            self.bytes_sent, self.headers_sent = 0, False

    def send_headers(self):
        self.cleanup_headers()
        self.headers_sent = True
        if self.origin_server and not self.client_is_modern():
            return
        self.send_preamble()
        self._write(bytes(self.headers))

    def result_is_file(self):
        wrapper = self.wsgi_file_wrapper
        return wrapper is not None and isinstance(self.result, wrapper)

    def client_is_modern(self):
        """Whether the client knows headers."""
        return self.environ["SERVER_PROTOCOL"].upper() != "HTTP/0.9"

    def log_exception(self, exc_info):
        import traceback
        try:
            traceback.print_exception(*exc_info, self.traceback_limit, self.get_stderr())
        finally:
            exc_info = None

    def handle_error(self):
        """Tells the failure, to the client too while nothing was sent."""
        self.log_exception(sys.exc_info())
        if self.headers_sent:
            return
        self.result = self.error_output(self.environ, self.start_response)
        self.finish_response()

    def error_output(self, environ, start_response):
        start_response(self.error_status, self.error_headers[:], sys.exc_info())
        return [self.error_body]

    def _missing(self, *args):
        raise NotImplementedError

    _write = _flush = get_stdin = get_stderr = add_cgi_vars = _missing


class SimpleHandler(BaseHandler):
    """Runs an application with given streams and variables."""

    def __init__(self, stdin, stdout, stderr, environ, multithread=True, multiprocess=False):
        self.stdin, self.stdout, self.stderr, self.base_env = stdin, stdout, stderr, environ
        self.wsgi_multithread, self.wsgi_multiprocess = multithread, multiprocess

    def add_cgi_vars(self):
        self.environ.update(self.base_env)

    def get_stdin(self):
        """The body of the request."""
        return self.stdin

    get_stderr = lambda self: self.stderr

    def _write(self, data):
        # A raw stream may take a part only.
        while data:
            written = self.stdout.write(data)
            if written is None or written == len(data):
                return
            data = data[written:]

    def _flush(self):
        self.stdout.flush()
        self._flush = self.stdout.flush


class BaseCGIHandler(SimpleHandler):
    """The same behind a web server."""
    origin_server = False


class CGIHandler(BaseCGIHandler):
    """Answers the request that the variables and streams of the process tell."""
    wsgi_run_once, os_environ = True, {}

    def __init__(self):
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, read_environ(), multithread=False, multiprocess=True)


class IISCGIHandler(BaseCGIHandler):
    """The same for a server that repeats the name of the application in the path."""
    wsgi_run_once, os_environ = True, {}

    def __init__(self):
        environ = read_environ()
        script = (environ.get("SCRIPT_NAME", "") + "/").split("/")
        path = environ.get("PATH_INFO", "")
        if (path + "/").startswith("/".join(script)):
            environ["PATH_INFO"] = path[len("/".join(script)) - 1:]
        super().__init__(sys.stdin.buffer, sys.stdout.buffer, sys.stderr, environ, multithread=False, multiprocess=True)
