"""What goes wrong in SAX."""


class SAXException(Exception):
    """A fault of XML, or of the program that reads it."""

    def __init__(self, msg, exception=None):
        self._msg, self._exception = msg, exception
        Exception.__init__(self, msg)

    def getMessage(self): return self._msg
    def getException(self): return self._exception
    def __str__(self): return self._msg

    def __getitem__(self, ix):
        raise AttributeError("__getitem__")


class SAXParseException(SAXException):
    """A fault with its place."""

    def __init__(self, msg, exception, locator):
        SAXException.__init__(self, msg, exception)
        self._locator = locator
        # The locator moves on.
        self._systemId = locator.getSystemId()
        self._colnum, self._linenum = locator.getColumnNumber(), locator.getLineNumber()

    def getColumnNumber(self): return self._colnum
    def getLineNumber(self): return self._linenum
    def getPublicId(self): return self._locator.getPublicId()
    def getSystemId(self): return self._systemId

    def __str__(self):
        place = ["?" if number is None else number for number in (self.getLineNumber(), self.getColumnNumber())]
        system = self.getSystemId()
        return "%s:%s:%s: %s" % ("<unknown>" if system is None else system, *place, self._msg)


class SAXNotRecognizedException(SAXException):
    """A feature or property that is not known."""


class SAXNotSupportedException(SAXException):
    """A feature or property that cannot be so."""


class SAXReaderNotAvailable(SAXNotSupportedException):
    """No parser can be made."""
