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


class Wave_read:
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
                self._nframes = size // self._framesize
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
        kind, self._nchannels, self._framerate, speed, block = _struct.unpack_from("<HHLLH", data)
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
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error("bad sample width")
        if not self._nchannels:
            raise Error("bad # of channels")
        self._framesize = self._nchannels * self._sampwidth

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

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

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getcomptype(self):
        return "NONE"

    def getcompname(self):
        return "not compressed"

    def getparams(self):
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, "NONE", "not compressed")

    def getmarkers(self):
        return None

    def getmark(self, id):
        raise Error("no marks")

    def setpos(self, pos):
        if pos < 0 or pos > self._nframes:
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
        if self._sampwidth != 1 and _sys.byteorder == "big":
            data = _swapped(data, self._sampwidth)
        self._at += len(data) // self._framesize
        return data


def _swapped(data, width):
    out = bytearray(len(data))
    for i in range(width):
        out[i::width] = data[width - 1 - i::width]
    return bytes(out)


class Wave_write:
    """A sound to be written."""

    def __init__(self, f):
        self._own = None
        self._file = None
        if isinstance(f, str):
            self._own = f = _builtins.open(f, "wb")
        self._file = f
        self._nchannels = self._sampwidth = self._framerate = 0
        self._nframes = self._written = self._bytes = 0
        self._head = None

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _fresh(self):
        if self._bytes:
            raise Error("cannot change parameters after starting to write")

    def setnchannels(self, nchannels):
        self._fresh()
        if nchannels < 1:
            raise Error("bad # of channels")
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error("number of channels not set")
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._fresh()
        if sampwidth < 1 or sampwidth > 4:
            raise Error("bad sample width")
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error("sample width not set")
        return self._sampwidth

    def setframerate(self, framerate):
        self._fresh()
        if framerate <= 0:
            raise Error("bad frame rate")
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error("frame rate not set")
        return self._framerate

    def setnframes(self, nframes):
        self._fresh()
        self._nframes = nframes

    def getnframes(self):
        return self._written

    def setcomptype(self, comptype, compname):
        self._fresh()
        if comptype not in ("NONE",):
            raise Error("unsupported compression type")

    def getcomptype(self):
        return "NONE"

    def getcompname(self):
        return "not compressed"

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._fresh()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not self._nchannels or not self._sampwidth or not self._framerate:
            raise Error("not all parameters set")
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, "NONE", "not compressed")

    def setmark(self, id, pos, name):
        raise Error("setmark() not supported")

    def getmark(self, id):
        raise Error("no marks")

    def getmarkers(self):
        return None

    def tell(self):
        return self._written

    def writeframesraw(self, data):
        """Writes frames; what the head says of their number stays."""
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast("B")
        self._begin(len(data))
        frames = len(data) // (self._sampwidth * self._nchannels)
        if self._sampwidth != 1 and _sys.byteorder == "big":
            data = _swapped(data, self._sampwidth)
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
                self._file = None
        finally:
            own, self._own = self._own, None
            if own:
                own.close()

    def _begin(self, size):
        if self._head is not None:
            return
        if not self._nchannels:
            raise Error("# channels not specified")
        if not self._sampwidth:
            raise Error("sample width not specified")
        if not self._framerate:
            raise Error("sampling rate not specified")
        block = self._nchannels * self._sampwidth
        if not self._nframes:
            self._nframes = size // block
        self._told = self._nframes * block
        try:
            self._head = self._file.tell()
        except (AttributeError, OSError):
            self._head = -1
        self._file.write(_struct.pack(
            "<4sL4s4sLHHLLHH4sL", b"RIFF", 36 + self._told, b"WAVE", b"fmt ", 16, WAVE_FORMAT_PCM, self._nchannels,
            self._framerate, self._framerate * block, block, self._sampwidth * 8, b"data", self._told))

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
