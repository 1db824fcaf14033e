"""Base16, Base32, Base64, Ascii85 and Base85."""

import _binascii
import binascii
from binascii import a2b_base64 as _a2b, b2a_base64 as _b2a

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
           "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode",
           "a85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

MAXLINESIZE, MAXBINSIZE = 76, 57


def _decodable(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        if hasattr(s, "tobytes"):
            return s.tobytes()
        raise TypeError("argument should be a bytes-like object or ASCII string, not %r" % type(s).__name__) from None


def b64encode(s, altchars=None):
    """Base64 of bytes, with other characters for + and / if wanted."""
    encoded = _b2a(s, newline=False)
    if altchars is None:
        return encoded
    assert len(altchars) == 2, repr(altchars)
    return encoded.translate(bytes.maketrans(b"+/", altchars))


def b64decode(s, altchars=None, validate=False):
    """Bytes of Base64."""
    if type(s) is not bytes:
        s = _decodable(s)
    if altchars is not None:
        altchars = _decodable(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return _a2b(s, strict_mode=validate)


_TO_URL, _OF_URL = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return _b2a(s, newline=False).translate(_TO_URL)


def urlsafe_b64decode(s):
    if type(s) is not bytes:
        s = _decodable(s)
    return _a2b(s.translate(_OF_URL))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _bytes(s):
    return s if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _decodable(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _decodable(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b"=")
    pads = size - len(s)
    out = _binascii.decode32(s, alphabet)
    if out is None:
        raise binascii.Error("Non-base32 digit found")
    if size % 8 or pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and out:
        out = out[:-{1: 1, 3: 2, 4: 3, 6: 4}[pads]]
    return out


def b32encode(s):
    return _binascii.encode32(_bytes(s), _B32)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _binascii.encode32(_bytes(s), _B32HEX)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold)


def b16encode(s):
    return _binascii.encode16(s)


def b16decode(s, casefold=False):
    s = _decodable(s)
    made = _binascii.decode16(s, casefold)
    if made is None:
        if (s.upper() if casefold else s).translate(None, b"0123456789ABCDEF"):
            raise binascii.Error("Non-base16 digit found")
        raise binascii.Error("Odd-length string")
    return made


_A85 = bytes(range(33, 118))
_B85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85 of bytes."""
    result = _binascii.encode85(_bytes(b), _A85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    """Bytes of Ascii85."""
    b = _decodable(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with {!r}".format(b"~>"))
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    made = _binascii.decode_ascii85(b, foldspaces, bytes(ignorechars))
    if isinstance(made, str):
        raise ValueError(made)
    return made


def b85encode(b, pad=False):
    """Base85 of bytes."""
    return _binascii.encode85(_bytes(b), _B85, pad, False, False)


def b85decode(b):
    """Bytes of Base85."""
    made = _binascii.decode85(_decodable(b), _B85)
    if isinstance(made, int):
        if made >= 0:
            raise ValueError("bad base85 character at position %d" % made)
        raise ValueError("base85 overflow in hunk starting at byte %d" % (-1 - made))
    return made


def encode(input, output):
    """Encodes a file."""
    line = b""
    while True:
        piece = input.read(MAXBINSIZE - len(line))
        line += piece
        if line and (not piece or len(line) == MAXBINSIZE):
            output.write(binascii.b2a_base64(line))
            line = b""
        if not piece:
            break


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def _input(s):
    try:
        m = memoryview(s)
    except TypeError:
        raise TypeError("expected bytes-like object, not %s" % s.__class__.__name__) from None
    if getattr(m, "format", "B") not in ("c", "b", "B"):
        raise TypeError("expected single byte elements, not %r from %s" % (m.format, s.__class__.__name__))
    if getattr(m, "ndim", 1) != 1:
        raise TypeError("expected 1-D data, not %d-D data from %s" % (m.ndim, s.__class__.__name__))


def encodebytes(s):
    """Base64 in lines of 76 characters."""
    _input(s)
    return b"".join([binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE)])


def decodebytes(s):
    _input(s)
    return binascii.a2b_base64(s)


if __name__ == "__main__":
    from _programs.base64 import main
    main()
