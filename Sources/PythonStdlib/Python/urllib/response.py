"""Answers of `urllib.request`."""

__all__ = ["addbase", "addclosehook", "addinfo", "addinfourl"]


class addbase:
    """A file with more to tell."""

    def __init__(self, fp):
        self.fp = self.file = fp

    def __getattr__(self, name):
        if name == "fp":
            raise AttributeError(name)
        return getattr(self.fp, name)

    def __iter__(self):
        return iter(self.fp)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self.fp.close()


class addclosehook(addbase):
    def __init__(self, fp, closehook, *hookargs):
        super().__init__(fp)
        self.closehook, self.hookargs = closehook, hookargs

    def close(self):
        hook, arguments = self.closehook, self.hookargs
        self.closehook = self.hookargs = None
        try:
            if hook:
                hook(*arguments)
        finally:
            super().close()


class addinfo(addbase):
    def __init__(self, fp, headers):
        super().__init__(fp)
        self.headers = headers

    def info(self):
        return self.headers


class addinfourl(addinfo):
    def __init__(self, fp, headers, url, code=None):
        super().__init__(fp, headers)
        self.url, self.code = url, code

    status = property(lambda self: self.code, doc="The status of the answer.")

    def geturl(self):
        """Where it came from in the end."""
        return self.url

    def getcode(self):
        return self.code
