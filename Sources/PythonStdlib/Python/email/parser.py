"""Reads messages."""
import io as _io
import re as _re
from email import errors as _errors
from email.message import Message

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser", "BytesFeedParser"]
_HEADER = _re.compile(r"[^:\s][^:\r\n]*:")


class Parser:
    """Reads a message of a text."""

    _headers_only = False

    def __init__(self, _class=None, *, policy=None):
        from email._policybase import compat32
        self.policy = compat32 if policy is None else policy
        self._class = _class or self.policy.message_factory or Message

    def parse(self, fp, headersonly=False):
        """The message that a file holds."""
        return self.parsestr(fp.read(), headersonly)

    def parsestr(self, text, headersonly=False):
        """The message that a text holds."""
        try:
            message = self._class(policy=self.policy)
        except TypeError:
            # A class of the time before there were policies.
            message = self._class()
        lines = text.splitlines(keepends=True)
        at = self._read_headers(message, lines)
        body = "".join(lines[at:])
        if headersonly or self._headers_only:
            message.set_payload(body)
        else:
            self._read_body(message, body)
        return message

    @staticmethod
    def _read_headers(message, lines):
        """Index of the first line of the body."""
        for at, line in enumerate(lines):
            if line in ("\n", "\r\n", "\r"):
                return at + 1
            if line[0] in " \t":
                if not message._headers:
                    message.defects.append(_errors.FirstHeaderLineIsContinuationDefect(line))
                else:
                    name, value = message._headers[-1]
                    message._headers[-1] = name, value + line
            elif at == 0 and line.startswith("From "):
                message.set_unixfrom(line.rstrip("\r\n"))
            elif _HEADER.match(line):
                name, _, value = line.partition(":")
                message._headers.append((name, value.lstrip(" \t")))
            else:
                message.defects.append(_errors.MissingHeaderBodySeparatorDefect())
                return at
        return len(lines)

    def _read_body(self, message, body):
        # Lines of headers keep what folded them, but not their end.
        message._headers = [(name, value.rstrip("\r\n")) for name, value in message._headers]
        if message.get_content_maintype() == "message":
            message.attach(type(self)(self._class, policy=self.policy).parsestr(body))
            return
        if message.get_content_maintype() != "multipart":
            message.set_payload(body)
            return
        boundary = message.get_boundary()
        if boundary is None:
            message.defects.append(_errors.NoBoundaryInMultipartDefect())
            message.set_payload(body)
            return
        pieces = _re.split(r"(?m)^--%s(--)?[ \t]*(?:\r?\n|\Z)" % _re.escape(boundary), body)
        if len(pieces) == 1:
            message.defects.append(_errors.StartBoundaryNotFoundDefect())
            message.set_payload(body)
            return
        message.preamble = _without_end(pieces[0]) or None
        message._payload = []
        for number in range(1, len(pieces), 2):
            if pieces[number]:
                message.epilogue = pieces[number + 1]
                break
            part = Parser(self._class, policy=self.policy).parsestr(_without_end(pieces[number + 1]))
            if message.get_content_subtype() == "digest" and "content-type" not in part:
                part.set_default_type("message/rfc822")
            message.attach(part)
        else:
            message.defects.append(_errors.CloseBoundaryNotFoundDefect())


def _without_end(text):
    return text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith("\n") else text


class HeaderParser(Parser):
    """Reads the headers of a message; the body stays a text."""

    _headers_only = True

    def parsestr(self, text, headersonly=True):
        message = super().parsestr(text, True)
        message._headers = [(name, value.rstrip("\r\n")) for name, value in message._headers]
        return message


class BytesParser:
    """Reads a message of bytes."""

    _parser = Parser

    def __init__(self, *args, **kwargs):
        self.parser = self._parser(*args, **kwargs)

    def parse(self, fp, headersonly=False):
        """The message that a binary file holds."""
        text = fp.read().decode("ascii", "surrogateescape")
        return self.parser.parsestr(text.replace("\r\n", "\n").replace("\r", "\n"), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message that bytes hold."""
        return self.parser.parsestr(bytes(text).decode("ascii", "surrogateescape"), headersonly)


class BytesHeaderParser(BytesParser):
    """Reads the headers of a message of bytes."""

    _parser = HeaderParser


class FeedParser:
    """Reads a message that comes in pieces."""

    def __init__(self, _factory=None, *, policy=None):
        self._parser, self._text = Parser(_factory, policy=policy), _io.StringIO()

    def feed(self, data):
        """Takes a piece."""
        self._text.write(data)

    def close(self):
        """The message."""
        return self._parser.parsestr(self._text.getvalue())


class BytesFeedParser(FeedParser):
    """Reads a message that comes in pieces of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
