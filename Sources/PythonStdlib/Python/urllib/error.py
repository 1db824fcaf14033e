"""Errors of `urllib.request`."""
from urllib.response import addbase

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """Something went wrong on the way; `reason` tells what."""

    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason, self.filename = reason, filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError, addbase):
    """An answer of the server that tells of an error; it can be read as any other answer."""

    def __init__(self, url, code, msg, hdrs, fp):
        if fp is None:
            from io import BytesIO
            fp = BytesIO()
        self.url, self.code, self.msg, self.hdrs, self.fp = url, code, msg, hdrs, fp
        OSError.__init__(self)
        self.filename = url

    @property
    def reason(self):
        """The text beside the code."""
        return self.msg

    @property
    def status(self):
        """The code."""
        return self.code

    def info(self):
        """The headers."""
        return self.hdrs

    headers = property(info, lambda self, new: setattr(self, "hdrs", new))

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code


class ContentTooShortError(URLError):
    """Less came than was announced; `content` is what came."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
