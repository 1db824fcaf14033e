"""Bytes as base64 (RFC 2045), as mail writes them."""
from base64 import b64encode as _b64encode
from binascii import a2b_base64 as _a2b, b2a_base64 as _b2a

__all__ = ["body_decode", "body_encode", "decode", "decodestring", "header_encode", "header_length"]
CRLF, NL, EMPTYSTRING = "\r\n", "\n", ""


def header_length(bytearray):
    """How long bytes are in a header."""
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset="iso-8859-1"):
    """Bytes, or a text in a charset, as an encoded word."""
    if not header_bytes:
        return ""
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return "=?%s?b?%s?=" % (charset, _b64encode(header_bytes).decode("ascii"))


def body_encode(s, maxlinelen=76, eol=NL):
    """Bytes as lines for the body of a message."""
    if not s:
        return ""
    step = maxlinelen * 3 // 4
    return "".join([_b2a(s[at:at + step], newline=False).decode("ascii") + eol for at in range(0, len(s), step)])


def decode(string):
    """The bytes of a text."""
    if not string:
        return bytes()
    return _a2b(string.encode("raw-unicode-escape") if isinstance(string, str) else string)


body_decode = decodestring = decode
