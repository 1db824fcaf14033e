"""Base64 and base16; the coding itself is Swift."""
import _wick_shell
class _Error(ValueError):
    pass
def b64encode(s, altchars=None):
    text = _wick_shell.base64(s)
    if altchars is not None:
        text = text.replace("+", chr(altchars[0])).replace("/", chr(altchars[1]))
    return text.encode("ascii")
def b64decode(s, altchars=None, validate=False):
    text = s if isinstance(s, str) else bytes(s).decode("ascii")
    if altchars is not None:
        text = text.replace(chr(altchars[0]), "+").replace(chr(altchars[1]), "/")
    return _wick_shell.unbase64(text)
standard_b64encode = b64encode
standard_b64decode = b64decode
def urlsafe_b64encode(s):
    return b64encode(s, b"-_")
def urlsafe_b64decode(s):
    return b64decode(s, b"-_")
def encodebytes(s):
    text = b64encode(s)
    return b"".join(text[i:i + 76] + b"\n" for i in range(0, len(text), 76))
decodebytes = b64decode
def b16encode(s):
    return s.hex().upper().encode("ascii")
