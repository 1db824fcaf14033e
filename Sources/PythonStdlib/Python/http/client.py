"""HTTP's client: names only, as there is no network."""


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class HTTPConnection:
    """A connection that cannot be opened."""

    def __init__(self, host, port=None, *args, **kwargs):
        self.host, self.port = host, port

    def connect(self):
        raise OSError(101, "Network is unreachable")

    request = connect


HTTPSConnection = HTTPConnection
