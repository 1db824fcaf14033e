"""Sounds in files of the form WAVE."""
import builtins as _builtins
import struct as _struct
import sys as _sys
from collections import namedtuple as _namedtuple

__all__ = ["open", "Error", "Wave_read", "Wave_write"]
WAVE_FORMAT_PCM = 0x0001
WAVE_FORMAT_EXTENSIBLE = 0xFFFE
KSDATAFORMAT_SUBTYPE_PCM = b"\x01\x00\x00\x00\x00\x00\x10\x00\x80\x00\x00\xaa\x008\x9bq"


class Error(Exception):
    """The file is no sound, or the sound cannot be written so."""


_wave_params = _namedtuple("_wave_params", "nchannels sampwidth framerate nframes comptype compname")
_PLAIN = "NONE", "not compressed"


def _part(name, complaint=None):
    """A method that tells one of the parameters, or complains that it is not known yet."""
    def get(self):
        value = getattr(self._params, name)
        if complaint and not value:
            raise Error(complaint)
        return value
    get.__name__ = "get" + name
    return get


class _Sound:
    """What both directions have in common: a file, perhaps opened here, parameters, and no marks."""

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    getcomptype, getcompname = _part("comptype"), _part("compname")

    def getmarkers(self):
        """None: this form of file has no marks."""

    def getmark(self, id):
        raise Error("no marks")


class Wave_read(_Sound):
    """A sound to be read."""

    def __init__(self, f):
        self._own = None
        if isinstance(f, str):
            self._own = f = _builtins.open(f, "rb")
        try:
            self._file = f
            self._begin()
        except BaseException:
            if self._own is not None:
                self._own.close()
            raise

    def _begin(self):
        head = self._file.read(12)
        if len(head) < 8:
            raise EOFError
        if head[:4] != b"RIFF":
            raise Error("file does not start with RIFF id")
        if head[8:] != b"WAVE":
            raise Error("not a WAVE file")
        known = False
        self._data = None
        while self._data is None:
            head = self._file.read(8)
            if len(head) < 8:
                break
            name, size = _struct.unpack("<4sL", head)
            if name == b"fmt ":
                self._format(self._file.read(size))
                known = True
                self._file.read(size & 1)
            elif name == b"data":
                if not known:
                    raise Error("data chunk before fmt chunk")
                self._data, self._size = self._place(), size
                self._params = self._params._replace(nframes=size // self._framesize)
            else:
                self._skip(size + (size & 1))
        if self._data is None:
            raise Error("fmt chunk and/or data chunk missing")
        self._at = 0

    def _place(self):
        try:
            return self._file.tell()
        except (AttributeError, OSError):
            return -1

    def _skip(self, size):
        try:
            self._file.seek(size, 1)
        except (AttributeError, OSError):
            self._file.read(size)

    def _format(self, data):
        if len(data) < 14:
            raise EOFError
        kind, channels, rate, speed, block = _struct.unpack_from("<HHLLH", data)
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error("unknown format: %r" % (kind,))
        if len(data) < 16:
            raise EOFError
        bits, = _struct.unpack_from("<H", data, 14)
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(data) < 40:
                raise EOFError
            if data[24:40] != KSDATAFORMAT_SUBTYPE_PCM:
                raise Error("unknown extended format")
        width = (bits + 7) // 8
        if not width:
            raise Error("bad sample width")
        if not channels:
            raise Error("bad # of channels")
        self._framesize = channels * width
        self._params = _wave_params(channels, width, rate, 0, *_PLAIN)

    def __del__(self):
        if hasattr(self, "_file"):
            self.close()

    def getfp(self):
        return self._file

    def rewind(self):
        self._at = 0

    def close(self):
        self._file = None
        own, self._own = self._own, None
        if own is not None:
            own.close()

    def tell(self):
        return self._at

    getnchannels, getsampwidth = _part("nchannels"), _part("sampwidth")
    getframerate, getnframes = _part("framerate"), _part("nframes")

    def getparams(self):
        return self._params

    def setpos(self, pos):
        if not 0 <= pos <= self._params.nframes:
            raise Error("position not in range")
        self._at = pos

    def readframes(self, nframes):
        """The next frames, as bytes of the machine's order."""
        if not nframes:
            return b""
        if self._data >= 0:
            self._file.seek(self._data + self._at * self._framesize)
        left = self._size - self._at * self._framesize
        data = self._file.read(max(0, min(nframes * self._framesize, left)))
        if self._params.sampwidth != 1 and _sys.byteorder == "big":
            data = _swapped(data, self._params.sampwidth)
        self._at += len(data) // self._framesize
        return data


def _swapped(data, width):
    out = bytearray(len(data))
    for i in range(width):
        out[i::width] = data[width - 1 - i::width]
    return bytes(out)


def _setter(name, check, complaint):
    """A method that sets one of the parameters before anything is written."""
    def set(self, value):
        self._before_data()
        if not check(value):
            raise Error(complaint)
        self._params = self._params._replace(**{name: value})
    set.__name__ = "set" + name
    return set


class Wave_write(_Sound):
    """A sound to be written."""

    def __init__(self, f):
        self._own = None
        self._file = None
        if isinstance(f, str):
            self._own = f = _builtins.open(f, "wb")
        self._file = f
        self._params = _wave_params(0, 0, 0, 0, *_PLAIN)
        self._written = self._bytes = 0
        self._head = None

    def __del__(self):
        self.close()

    def _before_data(self):
        if self._bytes:
            raise Error("cannot change parameters after starting to write")

    setnchannels = _setter("nchannels", lambda count: count >= 1, "bad # of channels")
    setsampwidth = _setter("sampwidth", lambda width: 1 <= width <= 4, "bad sample width")
    setnframes = _setter("nframes", lambda count: True, "")
    getnchannels = _part("nchannels", "number of channels not set")
    getsampwidth = _part("sampwidth", "sample width not set")
    getframerate = _part("framerate", "frame rate not set")

    def setframerate(self, framerate):
        self._before_data()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._params = self._params._replace(framerate=int(round(framerate)))

    def getnframes(self):
        return self._written

    def setcomptype(self, comptype, compname):
        self._before_data()
        if comptype != "NONE":
            raise Error("unsupported compression type")
        self._params = self._params._replace(comptype=comptype, compname=compname)

    def setparams(self, params):
        *numbers, comptype, compname = params
        for change, value in zip((self.setnchannels, self.setsampwidth, self.setframerate, self.setnframes), numbers, strict=True):
            change(value)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not all(self._params[:3]):
            raise Error("not all parameters set")
        return self._params

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    def tell(self):
        return self._written

    def writeframesraw(self, data):
        """Writes frames; what the head says of their number stays."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._begin(len(data))
        channels, width = self._params[:2]
        frames = len(data) // (width * channels)
        if width != 1 and _sys.byteorder == "big":
            data = _swapped(data, width)
        self._file.write(data)
        self._bytes += len(data)
        self._written += frames

    def writeframes(self, data):
        """Writes frames, and their number into the head."""
        self.writeframesraw(data)
        if self._told != self._bytes:
            self._correct()

    def close(self):
        try:
            if self._file:
                self._begin(0)
                if self._told != self._bytes:
                    self._correct()
                self._file.flush()
        finally:
            self._file = None
            own, self._own = self._own, None
            if own:
                own.close()

    def _begin(self, size):
        if self._head is not None:
            return
        channels, width, rate = self._params[:3]
        for value, what in (channels, "# channels"), (width, "sample width"), (rate, "sampling rate"):
            if not value:
                raise Error(what + " not specified")
        block = channels * width
        if not self._params.nframes:
            self._params = self._params._replace(nframes=size // block)
        self._told = self._params.nframes * block
        try:
            self._head = self._file.tell()
        except (AttributeError, OSError):
            self._head = -1
        self._file.write(_struct.pack(
            "<4sL4s4sLHHLLHH4sL", b"RIFF", 36 + self._told, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, channels, rate,
            rate * block, block, width * 8, b"data", self._told))

    def _correct(self):
        here = self._file.tell()
        self._file.seek(self._head + 4)
        self._file.write(_struct.pack("<L", 36 + self._bytes))
        self._file.seek(self._head + 40)
        self._file.write(_struct.pack("<L", self._bytes))
        self._file.seek(here)
        self._told = self._bytes


def open(f, mode=None):
    """A sound: mode "rb" to read it, "wb" to write one."""
    if mode is None:
        mode = getattr(f, "mode", "rb")
    if mode in ("r", "rb"):
        return Wave_read(f)
    if mode in ("w", "wb"):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
