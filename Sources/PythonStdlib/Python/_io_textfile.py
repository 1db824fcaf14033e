"""Text over streams of bytes."""
import _memoryfiles
from _io_base import UnsupportedOperation, _index
from _io_files import FileIO, _remember, _writers
from _io_buffered import BufferedReader, BufferedWriter
from _io_text import IncrementalNewlineDecoder, TextIOBase, _check_newline

__name__ = "io"        # the module that pickles and messages name
_SIMPLE = ("utf-8", "utf8", "ascii", "latin-1", "latin1", "iso-8859-1", "us-ascii")


# The decoders of `_SIMPLE`, by the name that was given.
_decoders = {}


def _always():
    return True


class TextIOWrapper(_memoryfiles.DecodedText, TextIOBase):
    """A stream of text over one of bytes."""

    _CHUNK_SIZE = 8192
    _buffer = None
    _takes_ascii = False

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            # As the system writes it.
            encoding = "UTF-8"
        if not isinstance(encoding, str):
            raise TypeError("TextIOWrapper() argument 'encoding' must be str or None, not %s" % type(encoding).__name__)
        if "\0" in encoding:
            raise ValueError("embedded null character")
        if encoding.lower() not in _SIMPLE:
            import codecs
            if not codecs.lookup(encoding)._is_text_encoding:
                raise LookupError("%r is not a text encoding; use codecs.open() to handle arbitrary codecs" % encoding)
        if errors is None:
            errors = "strict"
        elif not isinstance(errors, str):
            raise TypeError("TextIOWrapper() argument 'errors' must be str or None, not %s" % type(errors).__name__)
        elif errors not in ("strict", "ignore", "replace", "surrogateescape", "backslashreplace"):
            import codecs
            codecs.lookup_error(errors)
        self._ready = True
        self._buffer = buffer
        self._line_buffering, self._write_through = bool(line_buffering), bool(write_through)
        self._encoding, self._errors = encoding, errors
        self._encoder = self._decoder = None
        self._text, self._at = "", 0            # decoded but not yet read
        self._snapshot = None                   # state of the decoder and bytes since
        self._pending, self._pending_size = [], 0
        self._seekable = self._telling = buffer.seekable()
        self._has_read1 = hasattr(buffer, "read1")
        self._set_newline(newline)
        if self._seekable and type(buffer) is not BufferedReader and buffer.writable():
            try:
                if buffer.tell() != 0:
                    encoder = self._get_encoder()
                    if encoder is not None:
                        encoder.setstate(0)
            except (OSError, LookupError):
                pass

    def __del__(self):
        buffer = self._buffer
        if type(buffer) is BufferedReader and type(buffer._raw) is FileIO and buffer._raw._IOBase__closed:
            return
        TextIOBase.__del__(self)

    def _set_newline(self, newline):
        self._readnl = newline
        self._readtranslate, self._readuniversal = newline is None, not newline
        self._writetranslate, self._writenl = newline != "", newline or "\n"

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        try:
            text += " name=%r" % (self.name,)
        except (AttributeError, ValueError):
            pass
        try:
            text += " mode=%r" % (self.mode,)
        except (AttributeError, ValueError):
            pass
        return text + " encoding=%r>" % (self.encoding,)

    @property
    def encoding(self):
        return self._encoding

    @property
    def errors(self):
        return self._errors

    @property
    def line_buffering(self):
        return self._line_buffering

    @property
    def write_through(self):
        return self._write_through

    @property
    def buffer(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached" if hasattr(self, "_ready")
                             else "I/O operation on uninitialized object")
        return self._buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        """Changes encoding, line ends or buffering."""
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not Ellipsis):
            raise UnsupportedOperation("It is not possible to set the encoding or newline of stream after the first read")
        if errors is None:
            errors = self._errors if encoding is None else "strict"
        elif not isinstance(errors, str):
            raise TypeError("reconfigure() argument 'errors' must be str or None, not %s" % type(errors).__name__)
        if encoding is None:
            encoding = self._encoding
        else:
            if not isinstance(encoding, str):
                raise TypeError("reconfigure() argument 'encoding' must be str or None, not %s"
                                % type(encoding).__name__)
            if encoding == "locale":
                encoding = "UTF-8"
            import codecs
            codecs.lookup(encoding)
        if newline is Ellipsis:
            newline = self._readnl
        _check_newline(newline)
        self.flush()
        self._set_quick(None, False)
        self._encoding, self._errors, self._encoder = encoding, errors, None
        self._set_newline(newline)
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    def seekable(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._seekable

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def _settle(self):
        """Hands pending bytes to the buffer."""
        if self._pending or self._stored:
            data = b"".join(self._pending) + self._take()
            self._pending, self._pending_size = [], 0
            self.buffer.write(data)

    def flush(self):
        self._settle()
        self.buffer.flush()
        self._telling = self._seekable

    def close(self):
        _writers.pop(id(self), None)
        buffer = self._buffer
        if type(buffer) is BufferedReader and type(buffer._raw) is FileIO and type(self) is TextIOWrapper and \
                not self._pending and not self._stored:
            # Nothing is waiting to be written, and nobody is asked on the way.
            if not buffer._raw._IOBase__closed:
                self._text, self._at = "", 0
                self._set_quick(None, False)
                buffer._raw._shut()
            return
        if self._buffer is not None and not self.closed:
            self._text, self._at = "", 0
            try:
                self._set_quick(None, False)
                self.flush()
            finally:
                self.buffer.close()

    @property
    def closed(self):
        buffer = self._buffer
        if type(buffer) is BufferedReader and type(buffer._raw) is FileIO:
            return buffer._raw._IOBase__closed
        return self.buffer.closed

    @property
    def name(self):
        return self.buffer.name

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        return self.buffer.isatty()

    def _get_encoder(self):
        if self._encoding.lower() in _SIMPLE:
            return None
        if self._encoder is None:
            import codecs
            self._encoder = codecs.getincrementalencoder(self._encoding)(self._errors)
        return self._encoder

    def _write(self, s):
        if self.buffer.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(s, str):
            raise TypeError("write() argument must be str, not %s" % type(s).__name__)
        n = len(s)
        if self._stored:
            data = self._take()
            self._pending.append(data)
            self._pending_size += len(data)
        if not self._pending:
            if not getattr(self._buffer, "writable", _always)():
                raise UnsupportedOperation("not writable")
            _remember(self)
        lines = (self._writetranslate or self._line_buffering) and "\n" in s
        if lines and self._writetranslate and self._writenl != "\n":
            s = s.replace("\n", self._writenl)
        encoder = self._encoder or self._get_encoder()
        data = s.encode(self._encoding, self._errors) if encoder is None else encoder.encode(s)
        self._pending.append(data)
        self._pending_size += len(data)
        if self._write_through or self._pending_size > self._CHUNK_SIZE or \
                self._line_buffering and (lines or "\r" in s):
            self._settle()
            if self._line_buffering and (lines or "\r" in s):
                self.buffer.flush()
        if self._snapshot is not None or self._text:
            self._text, self._at = "", 0
            self._snapshot = None
        if self._decoder is not None:
            self._decoder.reset()
        elif encoder is None and type(self._buffer) is BufferedWriter and type(self._buffer._raw) is FileIO and \
                not (self._line_buffering or self._write_through) and (not self._writetranslate or self._writenl == "\n"):
            self._set_quick(self._buffer._raw, self._errors == "strict" and self._encoding.lower() in ("utf-8", "utf8"))
        return n

    def _get_decoder(self):
        import codecs
        make = _decoders.get(self._encoding)
        if make is None:
            make = codecs.getincrementaldecoder(self._encoding)
            if self._encoding.lower() in _SIMPLE:
                _decoders[self._encoding] = make
        inner = decoder = make(self._errors)
        if self._readuniversal:
            decoder = IncrementalNewlineDecoder(inner, self._readtranslate)
        # Then ASCII without CR needs no decoder, unless it waits for something.
        self._takes_ascii = self._readuniversal and self._encoding.lower() in ("utf-8", "utf8") and \
            isinstance(inner, codecs.BufferedIncrementalDecoder)
        self._decoder = decoder
        if self._takes_ascii:
            self._set_source(self._buffer, self._errors == "strict")
        return decoder

    def _rest(self, n=None):
        at = self._at
        text = self._text[at:] if n is None else self._text[at:at + n]
        self._at = at + len(text)
        return text

    def _read_chunk(self):
        decoder = self._decoder
        if self._telling:
            state = decoder.getstate()
            if not isinstance(state, tuple):
                raise TypeError("illegal decoder state")
            if len(state) != 2 or not isinstance(state[1], int):
                raise TypeError("illegal decoder state")
            buffered, flags = state
            if not isinstance(buffered, bytes):
                raise TypeError("illegal decoder state: the first item should be a bytes object, not '%s'"
                                % type(buffered).__name__)
        data = self.buffer.read1(self._CHUNK_SIZE) if self._has_read1 else self.buffer.read(self._CHUNK_SIZE)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("underlying %s() should have returned a bytes-like object, not '%s'" % (
                "read1" if self._has_read1 else "read", type(data).__name__))
        eof = not data
        if self._takes_ascii and data.isascii() and b"\r" not in data and not decoder.pendingcr and not decoder.decoder.buffer:
            text = data.decode("ascii")
            if "\n" in text:
                decoder.seennl |= 1
        else:
            text = decoder.decode(data, eof)
        if not isinstance(text, str):
            raise TypeError("decoder should return a string result, not '%s'" % type(text).__name__)
        self._text, self._at = text, 0
        if self._telling:
            self._snapshot = flags, buffered + data
        self._clean = self._takes_ascii and not decoder.pendingcr and not decoder.decoder.buffer
        return not eof

    def _check_read(self):
        buffer = self._buffer
        if type(buffer) is not BufferedReader or type(buffer._raw) is not FileIO or buffer._raw._IOBase__closed:
            if self.buffer.closed:
                raise ValueError("I/O operation on closed file.")
            if not self.buffer.readable():
                raise UnsupportedOperation("not readable")
        if self._pending or self._stored:
            self._settle()

    def _read(self, size=None):
        self._check_read()
        size = -1 if size is None else _index(size)
        if size < 0:
            decoder = self._decoder
            if decoder is None and not self._text and self._encoding.lower() in _SIMPLE:
                data = self.buffer.read()
                if not isinstance(data, (bytes, bytearray)):
                    raise TypeError("decoder should return a string result, not '%s'" % type(data).__name__
                                    if False else "underlying read() should have returned a bytes-like object, not '%s'"
                                    % type(data).__name__)
                text = data.decode(self._encoding, self._errors)
                if self._readuniversal and text:
                    self._get_decoder().decoder.reset()
                    if "\r" in text:
                        text = IncrementalNewlineDecoder.decode(_Plain(self._decoder), text, True)
                    elif "\n" in text:
                        self._decoder.seennl |= 1
                return text
            decoder = decoder or self._get_decoder()
            data = self.buffer.read()
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError("underlying read() should have returned a bytes-like object, not '%s'"
                                % type(data).__name__)
            text = decoder.decode(data, True)
            if not isinstance(text, str):
                raise TypeError("decoder should return a string result, not '%s'" % type(text).__name__)
            result = self._rest() + text
            self._text, self._at, self._snapshot = "", 0, None
            return result
        if self._decoder is None:
            self._get_decoder()
            result = self._quick_read(size)
            if result is not None:
                return result
        result = self._rest(size)
        if len(result) < size:
            parts, have, eof = [result], len(result), False
            while have < size and not eof:
                eof = not self._read_chunk()
                part = self._rest(size - have)
                parts.append(part)
                have += len(part)
            result = "".join(parts)
        return result

    def _next(self):
        self._telling = False
        line = self.readline()
        if not line:
            self._snapshot = None
            self._telling = self._seekable
            return None
        return line

    def _readline(self, size=None):
        size = -1 if size is None else _index(size)
        newline = self._readnl
        self._check_read()
        if self._decoder is None:
            self._get_decoder()
            if size < 0:
                line = self._quick_line()
                if line is not None:
                    return line
        line, start = self._rest(), 0
        while True:
            if self._readtranslate:
                end = line.find("\n", start) + 1
            elif self._readuniversal:
                lf, cr = line.find("\n", start), line.find("\r", start)
                if cr == -1:
                    end = lf + 1
                elif lf == -1:
                    end = cr + 1
                elif lf < cr:
                    end = lf + 1
                else:
                    end = cr + 2 if lf == cr + 1 else cr + 1
                if end and end == len(line) and line[-1] == "\r" and False:
                    end = 0
            else:
                found = line.find(newline, max(0, start - len(newline) + 1))
                end = found + len(newline) if found >= 0 else 0
            if end or 0 <= size <= len(line):
                break
            start = len(line)
            while self._read_chunk():
                if self._text:
                    break
            if not self._text:
                self._text, self._at, self._snapshot = "", 0, None
                end = len(line)
                if size >= 0:
                    end = min(end, size)
                return line[:end]
            line += self._rest()
        if 0 <= size and (not end or end > size):
            end = size
        self._at -= len(line) - end
        if self._at < 0:
            self._text, self._at = line[end:], 0
            self._snapshot = None
        return line[:end]

    def tell(self):
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self.buffer.tell()
        decoder = self._decoder
        if decoder is None or self._snapshot is None:
            if self._text and self._at < len(self._text):
                raise AssertionError("pending decoded text")
            return position
        flags, data = self._snapshot
        position -= len(data)
        wanted = self._at
        if wanted == 0:
            return self._pack(position, flags)
        if not flags and self._takes_ascii and data.isascii() and len(data) == len(self._text):
            return position + wanted
        saved = decoder.getstate()
        try:
            # The fewest bytes that give the characters that were read.
            decoder.setstate((b"", flags))
            got = feed = 0
            start_flags = flags
            # Halving finds the most bytes that give no more than that; there the search begins.
            low, high = 0, len(data)
            while high - low > 4:
                middle = (low + high) // 2
                decoder.setstate((b"", flags))
                if len(decoder.decode(data[:middle])) <= wanted:
                    low = middle
                else:
                    high = middle
            while low:
                decoder.setstate((b"", flags))
                count = len(decoder.decode(data[:low]))
                buffered, now = decoder.getstate()
                if not buffered and count <= wanted:
                    position += low
                    wanted -= count
                    start_flags = now
                    break
                low -= 1
            decoder.setstate((b"", start_flags))
            if not wanted:
                return self._pack(position, start_flags)
            for i in range(low, len(data)):
                feed += 1
                got += len(decoder.decode(data[i:i + 1]))
                buffered, now = decoder.getstate()
                if not buffered and got <= wanted:
                    position += feed
                    wanted -= got
                    start_flags, feed, got = now, 0, 0
                if got >= wanted:
                    break
            else:
                got += len(decoder.decode(b"", final=True))
                if got < wanted:
                    raise OSError("can't reconstruct logical file position")
                return self._pack(position, start_flags, feed, True, wanted)
            return self._pack(position, start_flags, feed, False, wanted)
        finally:
            decoder.setstate(saved)

    def _pack(self, position, flags=0, feed=0, eof=False, skip=0):
        return position | flags << 64 | feed << 96 | skip << 128 | bool(eof) << 160

    def truncate(self, pos=None):
        self.flush()
        return self.buffer.truncate(self.tell() if pos is None else pos)

    def detach(self):
        if self._buffer is None:
            raise ValueError("buffer is already detached")
        self._set_quick(None, False)
        self.flush()
        _writers.pop(id(self), None)
        buffer, self._buffer = self._buffer, None
        return buffer

    def seek(self, cookie, whence=0):
        def reset_encoder(position):
            encoder = self._encoder or self._get_encoder()
            if encoder is not None:
                if position != 0:
                    encoder.setstate(0)
                else:
                    encoder.reset()
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not self._seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            whence, cookie = 0, self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            position = self.buffer.seek(0, whence)
            self._text, self._at, self._snapshot = "", 0, None
            if self._decoder:
                self._decoder.reset()
                self._saw_newline = False
            reset_encoder(position)
            return position
        if whence != 0:
            raise ValueError("unsupported whence (%r)" % (whence,))
        if cookie < 0:
            raise ValueError("negative seek position %r" % (cookie,))
        self.flush()
        self._clean = False
        mask = (1 << 32) - 1
        start, flags = cookie & (1 << 64) - 1, cookie >> 64 & mask
        feed, skip, eof = cookie >> 96 & mask, cookie >> 128 & mask, bool(cookie >> 160)
        self.buffer.seek(start)
        self._text, self._at, self._snapshot = "", 0, None
        if cookie == 0 and self._decoder:
            self._decoder.reset()
            self._saw_newline = False
        elif self._decoder or flags or skip:
            self._decoder or self._get_decoder()
            self._decoder.setstate((b"", flags))
            self._snapshot = flags, b""
        self._clean = self._takes_ascii and not flags and not skip
        if skip:
            data = self.buffer.read(feed)
            self._text, self._at = self._decoder.decode(data, eof), 0
            self._snapshot = flags, data
            if len(self._text) < skip:
                raise OSError("can't restore logical file position")
            self._at = skip
        reset_encoder(cookie)
        return cookie

    @property
    def newlines(self):
        if self._decoder and self._saw_newline:
            self._decoder.seennl |= 1
        return getattr(self._decoder, "newlines", None) if self._decoder else None


class _Plain:
    """Lets a newline decoder work on text."""

    def __init__(self, owner):
        self.__dict__["owner"] = owner

    def __getattr__(self, name):
        return None if name == "decoder" else getattr(self.owner, name)

    def __setattr__(self, name, value):
        setattr(self.owner, name, value)
