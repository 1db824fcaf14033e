"""Bytes as text and back."""

import _binascii
from _binascii import a2b_base64, b2a_base64, b2a_hex, hexlify
from zlib import crc32

__all__ = ["a2b_base64", "a2b_hex", "a2b_qp", "a2b_uu", "b2a_base64", "b2a_hex", "b2a_qp", "b2a_uu", "crc32",
           "crc_hqx", "hexlify", "unhexlify", "Error", "Incomplete"]


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _ascii(data):
    """Text or bytes as bytes."""
    if type(data) is bytes:
        return data
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    try:
        return bytes(memoryview(data)) if not isinstance(data, (bytes, bytearray)) else bytes(data)
    except TypeError:
        if hasattr(data, "tobytes"):
            return data.tobytes()
        raise TypeError("argument should be bytes, buffer or ASCII string, not %r" % type(data).__name__) from None


_binascii.set_error(Error)


def unhexlify(hexstr, /):
    """Bytes of hexadecimal digits."""
    data = _ascii(hexstr)
    if len(data) % 2:
        raise Error("Odd-length string")
    made = _binascii.decode16(data, True)
    if made is None:
        raise Error("Non-hexadecimal digit found")
    return made


a2b_hex = unhexlify


def crc_hqx(data, crc, /):
    """The CRC of CCITT."""
    crc &= 0xffff
    for byte in bytes(data):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021) & 0xffff if crc & 0x8000 else crc << 1
    return crc


def a2b_uu(data, /):
    """Bytes of a line of uuencoded text."""
    data = _ascii(data)
    length = (data[0] - 32) & 63 if data else 0
    bits, count, out = 0, 0, bytearray()
    position = 1
    while len(out) < length:
        c = data[position] if position < len(data) else 0
        position += 1
        if c in (10, 13, 0):
            value = 0
        else:
            if not 32 <= c <= 96:
                raise Error("Illegal char")
            value = (c - 32) & 63
        bits = bits << 6 | value
        count += 6
        if count >= 8:
            count -= 8
            out.append(bits >> count & 255)
            bits &= (1 << count) - 1
    for c in data[position:]:
        if c not in (32, 96, 10, 13):
            raise Error("Trailing garbage")
    return bytes(out)


def b2a_uu(data, /, *, backtick=False):
    """A line of uuencoded text."""
    data = bytes(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([len(data) + 32 if data else zero])
    bits = count = 0
    for byte in data + b"\0" * (-len(data) % 3):
        bits = bits << 8 | byte
        count += 8
        while count >= 6:
            count -= 6
            value = bits >> count & 63
            out.append(value + 32 if value else zero)
    return bytes(out) + b"\n"


def a2b_qp(data, header=False):
    """Bytes of quoted-printable text."""
    data = _ascii(data)
    out, i, n = bytearray(), 0, len(data)
    while i < n:
        c = data[i]
        if c == 61:
            i += 1
            if i >= n:
                break
            if data[i] in (10, 13):
                if data[i] != 10:
                    while i < n and data[i] != 10:
                        i += 1
                if i < n:
                    i += 1
            elif data[i] == 61:
                out.append(61)
                i += 1
            else:
                try:
                    out.append(int(data[i:i + 2], 16) if i + 1 < n and data[i:i + 2].isalnum() else int("?"))
                    i += 2
                except ValueError:
                    out.append(61)
        elif header and c == 95:
            out.append(32)
            i += 1
        else:
            out.append(c)
            i += 1
    return bytes(out)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """Quoted-printable text of bytes."""
    data = _ascii(data)
    out, line, i, n = bytearray(), 0, 0, len(data)
    end = data.find(b"\n")
    crlf = end > 0 and data[end - 1] == 13
    while i < n:
        c = data[i]
        if c > 126 or c == 61 or header and c == 95 or \
                c == 46 and line == 0 and (n == 1 or i + 1 == n or data[i + 1] in (10, 13, 0)) or \
                not istext and c in (10, 13) or c in (9, 32) and i + 1 == n or \
                c < 33 and c not in (10, 13, 9, 32) or \
                c < 33 and c not in (10, 13) and (quotetabs or not quotetabs and c not in (9, 32)):
            if line + 3 >= 76:
                out += b"=\r\n" if crlf else b"=\n"
                line = 0
            out += b"=%02X" % c
            i += 1
            line += 3
        elif istext and (c == 10 or c == 13 and i + 1 < n and data[i + 1] == 10):
            line = 0
            if out and out[-1] in (32, 9):
                last = out.pop()
                out += b"=%02X" % last
            out += b"\r\n" if crlf else b"\n"
            i += 2 if c == 13 else 1
        else:
            if i + 1 != n and data[i + 1] != 10 and line + 1 >= 76:
                out += b"=\r\n" if crlf else b"=\n"
                line = 0
            line += 1
            out.append(95 if header and c == 32 else c)
            i += 1
    return bytes(out)
