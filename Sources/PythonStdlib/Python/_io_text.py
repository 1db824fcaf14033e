"""Streams of text: what they share, ends of lines, text in memory."""
import sys
import _memoryfiles
from _io_base import IOBase

__name__ = "io"        # the module that pickles and messages name


class TextIOBase(IOBase):
    """Base of streams of text."""

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, s):
        self._unsupported("write")

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def readline(self, size=-1):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")

    encoding = property(lambda self: None)
    newlines = property(lambda self: None)
    errors = property(lambda self: None)


class IncrementalNewlineDecoder:
    """Turns all line ends into one kind."""

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder, self.translate, self.errors = decoder, translate, errors
        self.seennl, self.pendingcr = 0, False

    def decode(self, input, final=False):
        output = input if self.decoder is None else self.decoder.decode(input, final=final)
        if self.pendingcr and (output or final):
            output = "\r" + output
            self.pendingcr = False
        if output.endswith("\r") and not final:
            output = output[:-1]
            self.pendingcr = True
        if "\r" in output or "\n" in output:
            crlf = output.count("\r\n")
            cr, lf = output.count("\r") - crlf, output.count("\n") - crlf
            self.seennl |= (1 if lf else 0) | (2 if cr else 0) | (4 if crlf else 0)
            if self.translate:
                if crlf:
                    output = output.replace("\r\n", "\n")
                if cr:
                    output = output.replace("\r", "\n")
        return output

    def getstate(self):
        buffer, flag = (b"", 0) if self.decoder is None else self.decoder.getstate()
        return buffer, flag << 1 | self.pendingcr

    def setstate(self, state):
        buffer, flag = state
        self.pendingcr = bool(flag & 1)
        if self.decoder is not None:
            self.decoder.setstate((buffer, flag >> 1))

    def reset(self):
        self.seennl, self.pendingcr = 0, False
        if self.decoder is not None:
            self.decoder.reset()

    @property
    def newlines(self):
        return (None, "\n", "\r", ("\r", "\n"), "\r\n", ("\n", "\r\n"), ("\r", "\r\n"),
                ("\r", "\n", "\r\n"))[self.seennl]


def _check_newline(newline):
    if newline is not None and not isinstance(newline, str):
        raise TypeError("newline must be str or None, not %s" % type(newline).__name__)
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError("illegal newline value: %r" % (newline,))


class StringIO(_memoryfiles.TextBuffer, TextIOBase):
    """Text in memory as a file."""

    __del__ = _memoryfiles.finish

    def __getstate__(self):
        return self.getvalue(), self._newline, self.tell(), dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple):
            raise TypeError("%s.__setstate__ argument should be 4-tuple, got %s" % (
                type(self).__name__, type(state).__name__))
        self._checkState()
        text, newline, position, extra = state
        if not isinstance(position, int):
            raise TypeError("third item of state must be an integer, got %s" % type(position).__name__)
        if position < 0:
            raise ValueError("position value cannot be negative")
        StringIO.__init__(self, "", newline)
        self._restore(text, position)
        if extra is not None:
            if not isinstance(extra, dict):
                raise TypeError("fourth item of state should be a dict, got a %s" % type(extra).__name__)
            self.__dict__.update(extra)

    def __reduce_ex__(self, protocol):
        import copyreg
        return copyreg.__newobj__, (type(self),), self.__getstate__()

    def detach(self):
        self._unsupported("detach")

    def __repr__(self):
        return "<_io.StringIO object at %#x>" % id(self)


def text_encoding(encoding, stacklevel=2):
    """The encoding to use: that of the system unless one is given."""
    if encoding is not None:
        return encoding
    return "utf-8" if sys.flags.utf8_mode else "locale"
