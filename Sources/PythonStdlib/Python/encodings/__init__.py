"""The codecs of the library by name."""
import codecs
from . import aliases

_cache = {}
_unknown = object()


class CodecRegistryError(LookupError, SystemError):
    """A module of this package without the entry it should have."""


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


def _fill(names, encoding):
    """Gives a module of this package its functions and classes."""
    entry = codecs.lookup(encoding)
    names.update(
        getregentry=lambda: entry, encode=entry.encode, decode=entry.decode, Codec=codecs.Codec,
        IncrementalEncoder=entry.incrementalencoder, IncrementalDecoder=entry.incrementaldecoder,
        StreamReader=entry.streamreader, StreamWriter=entry.streamwriter)


def __getattr__(name):
    """A module of this package that was not imported yet."""
    if name.startswith("_"):
        raise AttributeError(f"module 'encodings' has no attribute {name!r}")
    from importlib import import_module
    try:
        return import_module("encodings." + name)
    except ImportError:
        raise AttributeError(f"module 'encodings' has no attribute {name!r}") from None
