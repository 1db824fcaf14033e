"""Codecs by name: whole, step by step and as streams."""
import builtins

from _codecs import *
from _codecs import _decode_text, _encode_text, _handle

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE",
           "BOM32_LE", "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32",
           "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
           "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder",
           "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
           "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
           "xmlcharrefreplace_errors", "backslashreplace_errors", "namereplace_errors", "register_error",
           "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE, BOM_UTF32_BE = b"\xff\xfe\0\0", b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE
BOM_UTF32 = BOM_UTF32_LE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """The functions and classes of a codec."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """Base of codecs without state: each function gives what it made and how much of the input it took."""

    def encode(self, input, errors="strict"):
        """Text to bytes."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """Bytes to text."""
        raise NotImplementedError


# Step by step

class _Steps:
    """What encoders and decoders without state have in common. `_nothing` is the state at the beginning."""

    _nothing = 0

    def reset(self):
        """Goes back to the beginning."""

    def getstate(self):
        """What `setstate` takes later to go on from here."""
        return self._nothing

    def setstate(self, state):
        """Goes on from a state."""


class IncrementalEncoder(_Steps):
    """Encodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        """The bytes of the next piece."""
        raise NotImplementedError


class IncrementalDecoder(_Steps):
    """Decodes piece by piece."""

    _nothing = b"", 0

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """The text of the next piece."""
        raise NotImplementedError


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded yet."""

    def _buffer_encode(self, input, errors, final):
        """Bytes and how much of the text they stand for."""
        raise NotImplementedError

    def encode(self, input, final=False):
        waiting = self.buffer + input
        made, used = self._buffer_encode(waiting, self.errors, final)
        self.buffer = waiting[used:]
        return made

    def reset(self):
        self.setstate(0)

    def getstate(self):
        return self.buffer or self._nothing

    def setstate(self, state):
        self.buffer = state or ""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps what cannot be decoded yet."""

    buffer = b""

    def _buffer_decode(self, input, errors, final):
        """Text and how many of the bytes it stands for."""
        raise NotImplementedError

    def decode(self, input, final=False):
        waiting = self.buffer + bytes(input)
        made, used = self._buffer_decode(waiting, self.errors, final)
        self.buffer = waiting[used:]
        return made

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer, _ = state


# Streams

class _AroundStream:
    """Has what it lacks from its stream, and closes it at the end of a block."""

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {type(self).__name__}")


class _Lines(_AroundStream):
    """A stream one reads line by line."""

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration


class StreamWriter(_AroundStream, Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        """Writes a text."""
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Writes texts."""
        self.write("".join(list))

    def seek(self, offset, whence=0):
        """Goes to a place; at the beginning the state is that of a new stream."""
        self.stream.seek(offset, whence)
        if (offset, whence) == (0, 0):
            self.reset()

    def reset(self):
        """Goes back to the state of a new stream."""


class StreamReader(_Lines, Codec):
    """Reads text from a stream of bytes. `charbuffer` is text not given yet, `bytebuffer` bytes not decoded yet."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        StreamReader.reset(self)

    def read(self, size=-1, chars=-1, firstline=False):
        """Text of about `size` bytes, or `chars` characters.

        With `firstline` an error behind the first line is left for the next time.
        """
        wanted = size if chars < 0 else chars
        while wanted < 0 or len(self.charbuffer) < wanted:
            new = self.stream.read() if size < 0 else self.stream.read(size)
            if not (data := self.bytebuffer + new):
                break
            text, used = self._decode(data, firstline)
            self.charbuffer, self.bytebuffer = self.charbuffer + text, data[used:]
            if size < 0 or not new:
                break
        given = self.charbuffer if wanted < 0 else self.charbuffer[:wanted]
        self.charbuffer = self.charbuffer[len(given):]
        return given

    def _decode(self, data, firstline):
        try:
            return self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if firstline:
                text, used = self.decode(data[:error.start], self.errors)
                if len(text.splitlines(keepends=True)) > 1:
                    return text, used
            raise

    def readline(self, size=None, keepends=True):
        """The next line; with a size not more than one step of that many bytes."""
        step, line, more = size or 72, self.charbuffertype(), True
        end, feed = ("\r", "\n") if isinstance(line, str) else (b"\r", b"\n")
        while True:
            more = self.read(step, firstline=True)
            if more.endswith(end):
                more += self.read(1, 1)
            line += more
            first, *rest = line.splitlines(keepends=True) or [line]
            bare = (first.splitlines() or [first])[0]
            if rest or bare != first:
                self.charbuffer = line[len(first):] + self.charbuffer
                break
            if size is not None or not more:
                break
            step = min(step * 2, 8000)
        return first if keepends else bare

    def readlines(self, sizehint=None, keepends=True):
        """All lines that are left."""
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        """Goes to a place and forgets what was read ahead."""
        self.stream.seek(offset, whence)
        self.reset()

    def reset(self):
        """Forgets what was read ahead."""
        self.bytebuffer, self.charbuffer = b"", self.charbuffertype()


class _TwoWays(_Lines):
    """A reader and a writer on one stream."""

    def __init__(self, stream, Reader, Writer, errors):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def reset(self):
        """Brings reader and writer to the state of a new stream."""
        for side in (self.reader, self.writer):
            side.reset()


class StreamReaderWriter(_TwoWays):
    """Reads and writes text on one stream of bytes."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)

    def read(self, size=-1):
        """See StreamReader."""
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        """See StreamReader."""
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        """See StreamReader."""
        return self.reader.readlines(sizehint, keepends)

    def write(self, data):
        """See StreamWriter."""
        self.writer.write(data)

    def writelines(self, list):
        """See StreamWriter."""
        self.writer.writelines(list)

    def seek(self, offset, whence=0):
        """Goes to a place."""
        self.reader.seek(offset, whence)
        if (offset, whence) == (0, 0):
            self.writer.reset()


class StreamRecoder(_TwoWays):
    """Shows a stream of one encoding as a stream of another."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def _shown(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        """Bytes in the encoding shown."""
        return self._shown(self.reader.read(size))

    def readline(self, size=None):
        """A line in the encoding shown."""
        return self._shown(self.reader.readline(size))

    def readlines(self, sizehint=None):
        """All lines that are left."""
        return self.read().splitlines(keepends=True)

    def __next__(self):
        return self._shown(next(self.reader))

    def write(self, data):
        """Writes bytes in the encoding shown."""
        text, _ = self.decode(data, self.errors)
        self.writer.write(text)

    def writelines(self, list):
        """Writes pieces of bytes."""
        self.write(b"".join(list))

    def seek(self, offset, whence=0):
        """Goes to a place."""
        for side in (self.reader, self.writer):
            side.seek(offset, whence)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file of an encoding."""
    binary = mode if encoding is None or "b" in mode else mode + "b"
    file = builtins.open(filename, binary, buffering)
    if encoding is None:
        return file
    try:
        codec = lookup(encoding)
        stream = StreamReaderWriter(file, codec.streamreader, codec.streamwriter, errors)
    except BaseException:
        file.close()
        raise
    stream.encoding = encoding
    return stream


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file of one encoding shown in another."""
    file_encoding = file_encoding or data_encoding
    shown, kept = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, shown.encode, shown.decode, kept.streamreader, kept.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding
    return made


# Parts of a codec

def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getreader(encoding):
    """The class of streams to read from."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of streams to write to."""
    return lookup(encoding).streamwriter


def _stepwise(encoding, part):
    made = getattr(lookup(encoding), part)
    if made is None:
        raise LookupError(encoding)
    return made


def getincrementalencoder(encoding):
    """The class that encodes step by step."""
    return _stepwise(encoding, "incrementalencoder")


def getincrementaldecoder(encoding):
    """The class that decodes step by step."""
    return _stepwise(encoding, "incrementaldecoder")


def _stepped(step, pieces, end):
    """What a function makes of pieces; nothing is left out."""
    yield from filter(None, map(step, pieces))
    if last := step(end, True):
        yield last


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """Encodes the texts of an iterator one after the other."""
    yield from _stepped(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """Decodes the bytes of an iterator one after the other."""
    yield from _stepped(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b"")


def make_identity_dict(rng):
    """A map in which everything stands for itself."""
    return dict(zip(rng, rng))


def make_encoding_map(decoding_map):
    """A map the other way round; None for what two stand for."""
    made = {}
    for key, value in decoding_map.items():
        made[value] = None if value in made else key
    return made
