"""Bytes as text: base64, hexadecimal digits, checksums."""
import _base64

class Error(ValueError):
    pass

class Incomplete(Exception):
    pass

def _ascii(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    return bytes(memoryview(data))

def b2a_base64(data, /, *, newline=True):
    return _base64.encode(data) + b"\n" if newline else _base64.encode(data)

def a2b_base64(data, /, *, strict_mode=False):
    text = _ascii(data)
    try:
        return _base64.decode(text, strict_mode)
    except ValueError as error:
        raise Error(str(error)) from None

def hexlify(data, sep=None, bytes_per_sep=1):
    data = bytes(memoryview(data))
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode("ascii")

def unhexlify(hexstr, /):
    text = _ascii(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(byte not in b"0123456789abcdefABCDEF" for byte in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text.decode("ascii"))

b2a_hex = hexlify
a2b_hex = unhexlify

_table = []

def crc32(data, value=0, /):
    if not _table:
        for byte in range(256):
            for _ in range(8):
                byte = byte >> 1 ^ (0xEDB88320 if byte & 1 else 0)
            _table.append(byte)
    rest = value ^ 0xFFFFFFFF
    for byte in bytes(data):
        rest = rest >> 8 ^ _table[(rest ^ byte) & 0xFF]
    return rest ^ 0xFFFFFFFF
