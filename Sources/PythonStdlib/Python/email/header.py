"""Texts in headers: what is no ASCII stands there as encoded words (RFC 2047)."""
import base64 as _base64
import re as _re

__all__ = ["Header", "decode_header", "make_header"]
_WORD = _re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=")
_SAFE = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-!*+/")


def _quoted(data):
    return "".join(["_" if b == 32 else chr(b) if b in _SAFE else "=%02X" % b for b in data])


def _word(text, charset):
    data = text.encode("ascii" if charset == "unknown-8bit" else charset, "surrogateescape")
    quoted, packed = _quoted(data), _base64.b64encode(data).decode("ascii")
    if len(packed) < len(quoted):
        return "=?%s?b?%s?=" % (charset, packed)
    return "=?%s?q?%s?=" % (charset, quoted)


def _words(text, charset, first, most):
    """Encoded words of a text, which fit into the rest of the first line and into further ones."""
    words, room = [], first
    while text:
        n = len(text)
        while n > 1 and len(_word(text[:n], charset)) > room:
            n -= max(1, (len(_word(text[:n], charset)) - room) // 6)
        words.append(_word(text[:max(1, n)], charset))
        text, room = text[max(1, n):], most
    return words


def decode_header(header):
    """Pieces of a header with their charset, or None: [(bytes or text, charset)]."""
    if hasattr(header, "_chunks"):
        return [(text.encode(charset, "surrogateescape"), charset) for text, charset in header._chunks]
    if not _WORD.search(header):
        return [(header, None)]
    found = []
    for line in header.splitlines():
        at, first = 0, True
        for match in _WORD.finditer(line):
            plain = line[at:match.start()]
            plain = plain.lstrip() if first else plain
            if plain and (plain.strip() or not found or found[-1][1] is None):
                found.append((plain.encode("raw-unicode-escape"), None))
            charset, kind, text = match.groups()
            if kind in "qQ":
                data = _re.sub(rb"=([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]), text.replace("_", " ").encode("ascii"))
            else:
                data = _base64.b64decode(text + "=" * (-len(text) % 4))
            found.append((data, charset.lower()))
            at, first = match.end(), False
        if line[at:].strip() or first and line[at:]:
            found.append((line[at:].encode("raw-unicode-escape"), None))
    joined = []
    for data, charset in found:
        if joined and joined[-1][1] == charset:
            joined[-1] = joined[-1][0] + (data if charset is not None else b" " + data), charset
        else:
            joined.append((data, charset))
    return joined


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """The Header of what `decode_header` gives."""
    made = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        made.append(text, charset)
    return made


class Header:
    """A header of pieces in charsets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._charset = "us-ascii" if charset is None else str(charset).lower()
        self._chunks, self._indent = [], continuation_ws
        self._most = 76 if maxlinelen is None else maxlinelen
        self._head = 0 if header_name is None else len(header_name) + 2
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors="strict"):
        """Adds a piece."""
        charset = self._charset if charset is None else str(charset).lower()
        if not isinstance(s, str):
            s = s.decode("us-ascii", "surrogateescape") if charset == "unknown-8bit" else s.decode(charset, errors)
        if charset == "us-ascii" and not s.isascii():
            charset = "utf-8"
        self._chunks.append((s, charset))

    def __str__(self):
        out, last = [], None
        for text, charset in self._chunks:
            if out and (charset == "us-ascii") != (last == "us-ascii") and not out[-1][-1:].isspace() and not text[:1].isspace():
                out.append(" ")
            elif out and charset == last == "us-ascii" and text and not text[:1].isspace() and out[-1] and \
                    not out[-1][-1:].isspace():
                out.append(" ")
            if charset == "unknown-8bit":
                text = text.encode("ascii", "surrogateescape").decode("ascii", "replace")
            out.append(text)
            last = charset
        return "".join(out)

    def __eq__(self, other):
        return other == str(self)

    __hash__ = object.__hash__

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The header as ASCII, in lines of limited length."""
        most = (self._most if maxlinelen is None else maxlinelen) or 1 << 30
        words = []
        used = self._head
        for text, charset in self._chunks:
            if charset == "us-ascii":
                pieces = text.split(" ") if words or used + len(text) > most else [text]
            else:
                pieces = _words(text, charset, max(20, most - used), most)
            for piece in pieces:
                words.append(piece)
                used = used + len(piece) + 1
        lines, line = [], ""
        room = most - self._head
        most += len(self._indent)
        for word in words:
            if line and len(line) + 1 + len(word) > room:
                lines.append(line)
                line, room = word, most - len(self._indent)
            else:
                line = line + " " + word if line else word
        lines.append(line)
        return (linesep + self._indent).join(lines)
