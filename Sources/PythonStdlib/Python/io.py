"""Streams of text and bytes."""
import builtins as _builtins
from _io_base import (
    BlockingIOError, BufferedIOBase, DEFAULT_BUFFER_SIZE, IOBase, RawIOBase, SEEK_CUR, SEEK_END, SEEK_SET,
    UnsupportedOperation, _plain,
)
from _io_files import BytesIO, FileIO, _flush_all
from _io_buffered import BufferedRWPair, BufferedRandom, BufferedReader, BufferedWriter
from _io_text import IncrementalNewlineDecoder, StringIO, TextIOBase, text_encoding
from _io_textfile import TextIOWrapper

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "text_encoding",
           "DEFAULT_BUFFER_SIZE", "IncrementalNewlineDecoder"]


for _cls in (BytesIO, FileIO, BufferedReader, BufferedWriter, BufferedRWPair, BufferedRandom, IncrementalNewlineDecoder,
             TextIOWrapper, StringIO):
    _cls.__module__ = "_io"


# Of the plainest modes: that of the raw file, the buffer, and whether bytes are wanted.
_makers = {"r": ("r", BufferedReader, False), "rb": ("r", BufferedReader, True), "w": ("w", BufferedWriter, False),
           "wb": ("w", BufferedWriter, True), "a": ("a", BufferedWriter, False), "ab": ("a", BufferedWriter, True),
           "rt": ("r", BufferedReader, False), "wt": ("w", BufferedWriter, False)}


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """Opens a file."""
    if buffering == -1 and closefd and opener is None and newline is None and errors is None and encoding is None and \
            type(file) is str and type(mode) is str:
        made = _makers.get(mode)
        if made is not None:
            raw = FileIO(file, made[0])
            result = raw
            try:
                result = buffer = made[1](raw, max(raw._blksize, DEFAULT_BUFFER_SIZE))
                if made[2]:
                    return result
                result = text = TextIOWrapper(buffer, None, None, None, raw.isatty())
                text.mode = mode
                return text
            except BaseException:
                result.close()
                raise
    if not isinstance(file, int):
        hook = getattr(type(file), "__fspath__", None)
        if hook is not None:
            file = hook(file)
        if not isinstance(file, (str, bytes)):
            raise TypeError("expected str, bytes or os.PathLike object, not %s" % type(file).__name__)
    for name, value, kind in (("mode", mode, str), ("buffering", buffering, int)):
        if not isinstance(value, kind):
            raise TypeError("open() argument %r must be %s, not %s" % (name, kind.__name__, type(value).__name__)
                            if kind is str else
                            "'%s' object cannot be interpreted as an integer" % type(value).__name__)
    for name, value in (("encoding", encoding), ("errors", errors)):
        if value is not None and not isinstance(value, str):
            raise TypeError("open() argument %r must be str or None, not %s" % (name, type(value).__name__))
    modes = set(mode)
    if modes - set("axrwb+t") or len(mode) > len(modes):
        raise ValueError("invalid mode: %r" % mode)
    creating, writing, appending = "x" in modes, "w" in modes, "a" in modes
    updating, text, binary = "+" in modes, "t" in modes, "b" in modes
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    count = creating + ("r" in modes) + writing + appending
    if count > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not count:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    if binary:
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError("binary mode doesn't take %s %s argument" % ("an" if name != "newline" else "a", name))
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will "
                          "be used", RuntimeWarning, 2)
    raw = FileIO(file, "".join([c for c in mode if c in "xrwa+"]), closefd, opener=opener)
    result = raw
    try:
        lines = buffering == 1 and not binary
        if buffering == 1 or buffering < 0 and not binary and raw.isatty():
            buffering, lines = -1, lines or not binary
        if buffering < 0:
            buffering = max(raw._blksize, DEFAULT_BUFFER_SIZE)
        if buffering == 0:
            if binary:
                return result
            raise ValueError("can't have unbuffered text I/O")
        make = BufferedRandom if updating else BufferedWriter if creating or writing or appending else BufferedReader
        result = buffer = make(raw, buffering)
        if binary:
            return result
        result = made = TextIOWrapper(buffer, encoding, errors, newline, lines)
        made.mode = mode
        return made
    except BaseException:
        result.close()
        raise


def open_code(path):
    if not isinstance(path, str):
        raise TypeError("open_code() argument 'path' must be str, not %s" % type(path).__name__)
    return _open(path, "rb")
open = _builtins.open
