"""The codecs of the library by name."""
import codecs
from . import aliases

_unknown = object()


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name in lower case with every run of other signs as one underscore."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    chars, gap = [], False
    for c in encoding:
        if c.isalnum() or c == ".":
            if gap and chars:
                chars.append("_")
            if c.isascii():
                chars.append(c)
            gap = False
        else:
            gap = True
    return "".join(chars)


def search_function(encoding):
    """The codec with a name; None when there is none."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
