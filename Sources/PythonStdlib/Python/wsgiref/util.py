"""What applications and servers ask of an environment."""
import io
import posixpath
from urllib.parse import quote

__all__ = ["FileWrapper", "guess_scheme", "application_uri", "request_uri", "shift_path_info", "setup_testing_defaults", "is_hop_by_hop"]
_HOPS = frozenset("connection keep-alive proxy-authenticate proxy-authorization te trailers transfer-encoding upgrade".split())


class FileWrapper:
    """A file in pieces."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, "close"):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        piece = self.filelike.read(self.blksize)
        if not piece:
            raise StopIteration
        return piece


def guess_scheme(environ):
    """https when the environment says so."""
    return "https" if environ.get("HTTPS") in ("yes", "on", "1") else "http"


def application_uri(environ):
    """The address of the application."""
    scheme = environ["wsgi.url_scheme"]
    host = environ.get("HTTP_HOST")
    if not host:
        host, port = environ["SERVER_NAME"], environ["SERVER_PORT"]
        if port != ("443" if scheme == "https" else "80"):
            host += ":" + port
    return scheme + "://" + host + quote(environ.get("SCRIPT_NAME") or "/", encoding="latin1")


def request_uri(environ, include_query=True):
    """The whole address of the request."""
    path = quote(environ.get("PATH_INFO", ""), safe="/;=,", encoding="latin1")
    address = application_uri(environ)
    address += path if environ.get("SCRIPT_NAME") else path[1:]
    query = environ.get("QUERY_STRING") if include_query else None
    return address + "?" + query if query else address


def shift_path_info(environ):
    """Moves the first name of the path to that of the application, and gives it."""
    path = environ.get("PATH_INFO", "")
    if not path:
        return None
    parts = path.split("/")
    parts[1:-1] = [part for part in parts[1:-1] if part and part != "."]
    name = parts[1]
    del parts[1]
    script = posixpath.normpath(environ.get("SCRIPT_NAME", "") + "/" + name).removesuffix("/")
    # A last slash stays that of a folder.
    environ["SCRIPT_NAME"] = script if name or script.endswith("/") else script + "/"
    environ["PATH_INFO"] = "/".join(parts)
    return None if name == "." else name


def setup_testing_defaults(environ):
    """Fills in what an environment must have."""
    fill = environ.setdefault
    fill("SERVER_NAME", "127.0.0.1")
    fill("SERVER_PROTOCOL", "HTTP/1.0")
    fill("HTTP_HOST", environ["SERVER_NAME"])
    fill("REQUEST_METHOD", "GET")
    if "SCRIPT_NAME" not in environ and "PATH_INFO" not in environ:
        environ.update(SCRIPT_NAME="", PATH_INFO="/")
    fill("wsgi.version", (1, 0))
    for name in ("run_once", "multithread", "multiprocess"):
        fill("wsgi." + name, 0)
    fill("wsgi.input", io.BytesIO())
    fill("wsgi.errors", io.StringIO())
    fill("wsgi.url_scheme", guess_scheme(environ))
    fill("SERVER_PORT", {"http": "80", "https": "443"}[environ["wsgi.url_scheme"]])


def is_hop_by_hop(header_name):
    """Whether a header is for the next machine alone."""
    return header_name.lower() in _HOPS
