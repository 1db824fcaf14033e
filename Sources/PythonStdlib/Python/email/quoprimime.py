"""Texts as quoted-printable (RFC 2045), as mail writes them."""
import re as _re

__all__ = ["body_decode", "body_encode", "body_length", "decode", "decodestring", "header_decode", "header_encode",
           "header_length", "quote", "unquote"]
CRLF, NL = "\r\n", "\n"
_header_plain = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-!*+/")
_body_plain = frozenset(b" !\"#$%&'()*+,-./0123456789:;<>?@[\\]^_`{|}~\t"
                        b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def quote(c):
    """A character as an escape."""
    return "=%02X" % ord(c)


def unquote(s):
    """The character of an escape."""
    return chr(int(s[1:3], 16))


def header_check(octet):
    return octet not in _header_plain and octet != 32


def body_check(octet):
    return octet not in _body_plain


def header_length(bytearray):
    """How long bytes are in a header."""
    return sum([3 if header_check(octet) else 1 for octet in bytearray])


def body_length(bytearray):
    """How long bytes are in a body."""
    return sum([3 if body_check(octet) else 1 for octet in bytearray])


def header_encode(header_bytes, charset="iso-8859-1"):
    """Bytes as an encoded word."""
    if not header_bytes:
        return ""
    text = "".join(["_" if b == 32 else chr(b) if b in _header_plain else "=%02X" % b for b in header_bytes])
    return "=?%s?q?%s?=" % (charset, text)


def _pieces(line, most):
    """A line in pieces that fit, but for their last sign."""
    parts = [chr(b) if b in _body_plain else "=%02X" % b for b in line.encode("latin-1")]
    # Spaces at the end of a line would get lost.
    if parts and parts[-1] in " \t":
        parts[-1] = "=%02X" % ord(parts[-1])
    pieces, piece, room = [], "", most - 1
    for number, part in enumerate(parts):
        # The last piece of a line needs no sign behind it.
        limit = most if number + 1 == len(parts) else room
        if len(piece) + len(part) > limit:
            pieces.append(piece)
            piece = ""
        piece += part
    pieces.append(piece)
    return pieces


def body_encode(body, maxlinelen=76, eol=NL):
    """A text, whose characters stand for bytes, as the body of a message."""
    if maxlinelen < 4:
        raise ValueError("maxlinelen must be at least 4")
    if not body:
        return body
    lines = []
    for line in body.splitlines():
        *begun, last = _pieces(line, maxlinelen)
        lines += [piece + "=" for piece in begun]
        lines.append(last)
    return eol.join(lines) + (eol if body[-1] in CRLF else "")


def decode(encoded, eol=NL):
    """The text of a body."""
    if not encoded:
        return encoded
    out = []
    for line in encoded.splitlines():
        line = line.rstrip()
        if not line:
            out.append(eol)
            continue
        soft = line.endswith("=")
        line = _re.sub("=[0-9A-Fa-f]{2}", lambda match: unquote(match[0]), line[:-1] if soft else line)
        out.append(line if soft else line + eol)
    text = "".join(out)
    if encoded[-1] not in "\r\n" and text.endswith(eol):
        text = text[:-1]
    return text


body_decode = decodestring = decode


def header_decode(s):
    """The text in an encoded word."""
    return _re.sub("=[0-9a-fA-F]{2}", lambda match: unquote(match[0]), s.replace("_", " "), flags=_re.ASCII)
