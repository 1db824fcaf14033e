"""Base16, Base32, Base64, Ascii85 and Base85."""

import binascii
import struct

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
    encoded = binascii.b2a_base64(s, newline=False)
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
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b"+/", b"-_"))


def urlsafe_b64decode(s):
    return b64decode(_decodable(s).translate(bytes.maketrans(b"-_", b"+/")))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = bytes(_bytes(s))
    left = len(s) % 5
    if left:
        s += b"\0" * (5 - left)
    out = bytearray()
    for i in range(0, len(s), 5):
        value = int.from_bytes(s[i:i + 5], "big")
        out += bytes([alphabet[value >> shift & 31] for shift in range(35, -1, -5)])
    pads = {1: 6, 2: 4, 3: 3, 4: 1}.get(left, 0)
    if pads:
        out[-pads:] = b"=" * pads
    return bytes(out)


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
    values = {c: i for i, c in enumerate(alphabet)}
    out, value = bytearray(), 0
    for i in range(0, len(s), 8):
        value = 0
        for c in s[i:i + 8]:
            if c not in values:
                raise binascii.Error("Non-base32 digit found")
            value = value << 5 | values[c]
        out += (value << 5 * (8 - len(s[i:i + 8]))).to_bytes(5, "big")
    if size % 8 or pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if pads and out:
        out = out[:-{1: 1, 3: 2, 4: 3, 6: 4}[pads]]
    return bytes(out)


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _decodable(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


def _encode85(b, alphabet, pad=False, foldnuls=False, foldspaces=False):
    b = bytes(_bytes(b))
    padding = -len(b) % 4
    b += b"\0" * padding
    parts = []
    for word in struct.unpack("!%dI" % (len(b) // 4), b):
        if foldnuls and not word:
            parts.append(b"z")
        elif foldspaces and word == 0x20202020:
            parts.append(b"y")
        else:
            digits = []
            for _ in range(5):
                word, digit = divmod(word, 85)
                digits.append(alphabet[digit])
            parts.append(bytes(reversed(digits)))
    if padding and not pad:
        if parts[-1] == b"z":
            parts[-1] = bytes([alphabet[0]]) * 5
        parts[-1] = parts[-1][:-padding]
    return b"".join(parts)


_A85 = bytes(range(33, 118))
_B85 = (b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Ascii85 of bytes."""
    result = _encode85(b, _A85, pad, True, foldspaces)
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
    out, group = [], []
    for x in bytes(b) + b"u" * 4:
        if 33 <= x <= 117:
            group.append(x)
            if len(group) == 5:
                value = 0
                for c in group:
                    value = value * 85 + c - 33
                if value > 0xffffffff:
                    raise ValueError("Ascii85 overflow")
                out.append(value.to_bytes(4, "big"))
                group = []
        elif x == 122:
            if group:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0")
        elif foldspaces and x == 121:
            if group:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif x not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % x)
    result = b"".join(out)
    padding = 4 - len(group)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    """Base85 of bytes."""
    return _encode85(b, _B85, pad)


def b85decode(b):
    """Bytes of Base85."""
    values = {c: i for i, c in enumerate(_B85)}
    b = _decodable(b)
    padding = -len(b) % 5
    b = bytes(b) + b"~" * padding
    out = []
    for i in range(0, len(b), 5):
        value = 0
        for j, c in enumerate(b[i:i + 5]):
            if c not in values:
                raise ValueError("bad base85 character at position %d" % (i + j))
            value = value * 85 + values[c]
        if value > 0xffffffff:
            raise ValueError("base85 overflow in hunk starting at byte %d" % i)
        out.append(value.to_bytes(4, "big"))
    result = b"".join(out)
    return result[:-padding] if padding else result


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
