"""Base64 and base16."""
import binascii

__all__ = ["encodebytes", "decodebytes", "b64encode", "b64decode", "b16encode", "b16decode", "standard_b64encode",
           "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]

def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    return s if isinstance(s, (bytes, bytearray)) else bytes(memoryview(s))

def b64encode(s, altchars=None):
    text = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        text = text.translate(bytes.maketrans(b"+/", altchars))
    return text

def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)

def standard_b64encode(s):
    return b64encode(s)

def standard_b64decode(s):
    return b64decode(s)

def urlsafe_b64encode(s):
    return b64encode(s, b"-_")

def urlsafe_b64decode(s):
    return b64decode(s, b"-_")

def encodebytes(s):
    return b"".join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))

def decodebytes(s):
    return binascii.a2b_base64(s)

def b16encode(s):
    return binascii.hexlify(s).upper()

def b16decode(s, casefold=False):
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(byte not in b"0123456789ABCDEF" for byte in s):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)
