"""Codecs by name: whole, step by step and as streams."""

import builtins
import sys

__all__ = ["register", "unregister", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE",
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


# Errors

def strict_errors(exception):
    if not isinstance(exception, Exception):
        raise TypeError("codec must pass exception instance")
    raise exception


def _kind(exception, *kinds):
    if not isinstance(exception, kinds):
        if not isinstance(exception, BaseException):
            raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
        raise TypeError("don't know how to handle %s in error callback" % type(exception).__name__)
    start = max(0, exception.start)
    return start, max(start, min(exception.end, len(exception.object)))


def ignore_errors(exception):
    start, end = _kind(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return "", end


def replace_errors(exception):
    start, end = _kind(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeEncodeError):
        return "?" * (end - start), end
    if isinstance(exception, UnicodeDecodeError):
        return "\ufffd", end
    return "\ufffd" * (end - start), end


def xmlcharrefreplace_errors(exception):
    start, end = _kind(exception, UnicodeEncodeError)
    return "".join(["&#%d;" % ord(c) for c in exception.object[start:end]]), end


def _escaped(c):
    n = ord(c) if isinstance(c, str) else c
    return "\\x%02x" % n if n < 256 else "\\u%04x" % n if n < 65536 else "\\U%08x" % n


def backslashreplace_errors(exception):
    start, end = _kind(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return "".join([_escaped(c) for c in exception.object[start:end]]), end


def namereplace_errors(exception):
    start, end = _kind(exception, UnicodeEncodeError)
    import unicodedata
    parts = []
    for c in exception.object[start:end]:
        name = unicodedata.name(c, None)
        parts.append("\\N{%s}" % name if name else _escaped(c))
    return "".join(parts), end


def _surrogateescape(exception):
    start, end = _kind(exception, UnicodeEncodeError, UnicodeDecodeError)
    part = exception.object[start:end]
    if isinstance(exception, UnicodeEncodeError):
        if all(0xdc80 <= ord(c) <= 0xdcff for c in part):
            return bytes([ord(c) - 0xdc00 for c in part]), end
        raise exception
    taken = ""
    for b in part[:4]:
        if b < 128:
            break
        taken += chr(0xdc00 + b)
    if not taken:
        raise exception
    return taken, start + len(taken)


def _surrogatepass(exception):
    start, end = _kind(exception, UnicodeEncodeError, UnicodeDecodeError)
    name = _normalize(exception.encoding)
    if not name.startswith(("utf_8", "utf_16", "utf_32", "utf8", "utf16", "utf32")):
        raise exception
    if isinstance(exception, UnicodeEncodeError):
        return exception.object[start:end].encode(exception.encoding, "surrogatepass"), end
    raise exception


_errors = {"strict": strict_errors, "ignore": ignore_errors, "replace": replace_errors,
           "xmlcharrefreplace": xmlcharrefreplace_errors, "backslashreplace": backslashreplace_errors,
           "namereplace": namereplace_errors, "surrogateescape": _surrogateescape, "surrogatepass": _surrogatepass}


def register_error(errors, handler, /):
    """Gives a handler of errors a name."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _errors[errors] = handler


def lookup_error(name, /):
    try:
        return _errors[name]
    except KeyError:
        raise LookupError("unknown error handler name '%s'" % name) from None


def _handle(errors, exception):
    """What a handler gives: a replacement and where to go on."""
    result = lookup_error(errors)(exception)
    what = "encoding" if isinstance(exception, UnicodeEncodeError) else "decoding"
    kinds = (str, bytes) if what == "encoding" else str
    if not isinstance(result, tuple) or len(result) != 2 or not isinstance(result[0], kinds) or \
            not isinstance(result[1], int):
        raise TypeError("%s error handler must return (%s, int) tuple" % (
            what, "str/bytes" if what == "encoding" else "str"))
    text, place = result
    if place < 0:
        place += len(exception.object)
    if not 0 <= place <= len(exception.object):
        raise IndexError("position %d from error handler out of bounds" % result[1])
    return text, place


# Registry

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
        return "<%s.%s object for encoding %s at %#x>" % (
            self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


_search, _cache = [], {}


def _normalize(name):
    out, gap = [], False
    for c in name:
        if c.isalnum() and c.isascii() or c == ".":
            if gap and out:
                out.append("_")
            gap = False
            out.append(c)
        else:
            gap = True
    return "".join(out).lower()


def register(search_function, /):
    """Adds a function that finds codecs."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _search.append(search_function)


def unregister(search_function, /):
    if search_function in _search:
        _search.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    """The codec of a name."""
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not %s" % type(encoding).__name__)
    if "\0" in encoding:
        raise ValueError("embedded null character")
    key = encoding.lower().replace(" ", "_")
    info = _cache.get(key)
    if info is not None:
        return info
    info = _builtin(_normalize(encoding))
    if info is None:
        for search in _search:
            info = search(_normalize(encoding) if False else key.replace("-", "_"))
            if info is not None:
                if not isinstance(info, tuple) or len(info) != 4:
                    raise TypeError("codec search functions must return 4-tuples")
                break
        else:
            raise LookupError("unknown encoding: " + encoding)
    _cache[key] = info
    return info


_NATIVE = {"utf_8": "utf-8", "utf8": "utf-8", "u8": "utf-8", "utf": "utf-8", "cp65001": "utf-8",
           "utf_16": "utf-16", "utf16": "utf-16", "u16": "utf-16", "utf_16_le": "utf-16-le", "utf_16le": "utf-16-le",
           "utf_16_be": "utf-16-be", "utf_16be": "utf-16-be", "utf_32": "utf-32", "utf32": "utf-32",
           "u32": "utf-32", "utf_32_le": "utf-32-le", "utf_32le": "utf-32-le", "utf_32_be": "utf-32-be",
           "utf_32be": "utf-32-be", "utf_8_sig": "utf-8-sig", "utf8_sig": "utf-8-sig", "ascii": "ascii",
           "us_ascii": "ascii", "646": "ascii", "ansi_x3.4_1968": "ascii", "latin_1": "iso8859-1",
           "latin1": "iso8859-1", "latin": "iso8859-1", "l1": "iso8859-1", "iso_8859_1": "iso8859-1",
           "iso8859_1": "iso8859-1", "8859": "iso8859-1", "cp819": "iso8859-1"}


def _builtin(name):
    native = _NATIVE.get(name)
    if native is not None:
        return _info_of(native)
    plain = name.replace("_", "").replace(".", "")
    make = _SPECIAL.get(plain)
    if make is not None:
        return make()
    import _charmaps
    key = _charmaps.aliases.get(plain, plain)
    table = _charmaps.tables.get(key)
    if table is not None:
        return _charmap_info(_charmaps.names.get(key, key), table)
    return None


def _info_of(name):
    """The codec of an encoding that is built in."""
    real = "latin-1" if name == "iso8859-1" else name

    def enc(input, errors="strict"):
        return input.encode(real, errors), len(input)

    def dec(input, errors="strict", final=True):
        return bytes(input).decode(real, errors), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            if real in ("utf-16", "utf-32", "utf-8-sig"):
                if getattr(self, "_started", False):
                    return input.encode({"utf-8-sig": "utf-8"}.get(real, real + "-le"), self.errors)
                if not input and real == "utf-8-sig":
                    return b""
                self._started = True
            return input.encode(real, self.errors)

        def reset(self):
            self._started = False

        def getstate(self):
            if real == "utf-8-sig":
                return 0 if getattr(self, "_started", False) else 1
            if real in ("utf-16", "utf-32"):
                return 2 if not getattr(self, "_started", False) else 0
            return 0

        def setstate(self, state):
            self._started = not state

    class Decoder(BufferedIncrementalDecoder):
        _order = None

        def _buffer_decode(self, input, errors, final):
            data = bytes(input)
            if real in ("utf-16", "utf-32"):
                size = 2 if real == "utf-16" else 4
                if self._order is None:
                    if len(data) < size and not final:
                        return "", 0
                    mark = data[:size]
                    little, big = (b"\xff\xfe", b"\xfe\xff") if size == 2 else (BOM_UTF32_LE, BOM_UTF32_BE)
                    if mark in (little, big):
                        self._order = "-le" if mark == little else "-be"
                        text, used = _partial(real + self._order, data[size:], errors, final)
                        return text, used + size
                    if not data:
                        return "", 0
                    self._order = "-le"
                return _partial(real + self._order, data, errors, final)
            if real == "utf-8-sig":
                if not getattr(self, "_begun", False):
                    if len(data) < 3 and BOM_UTF8.startswith(data) and not final:
                        return "", 0
                    self._begun = True
                    if data[:3] == BOM_UTF8:
                        text, used = _partial("utf-8", data[3:], errors, final)
                        return text, used + 3
                return _partial("utf-8", data, errors, final)
            return _partial(real, data, errors, final)

        def reset(self):
            super().reset()
            self._order, self._begun = None, False

        def getstate(self):
            data = self.buffer
            if real in ("utf-16", "utf-32"):
                return data, 2 if self._order is None else 0 if self._order == "-le" else 1
            if real == "utf-8-sig":
                return data, 0 if getattr(self, "_begun", False) else 1
            return data, 0

        def setstate(self, state):
            self.buffer = state[0]
            if real in ("utf-16", "utf-32"):
                self._order = {0: "-le", 1: "-be", 2: None}.get(state[1])
            elif real == "utf-8-sig":
                self._begun = not state[1]

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            if real in ("utf-16", "utf-32", "utf-8-sig") and getattr(self, "_started", False):
                return input.encode({"utf-8-sig": "utf-8"}.get(real, real + "-le"), errors), len(input)
            self._started = True
            return enc(input, errors)

        def reset(self):
            super().reset()
            self._started = False

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            decoder = getattr(self, "_decoder", None)
            if decoder is None:
                decoder = self._decoder = Decoder(errors)
            decoder.errors = errors
            return decoder._buffer_decode(input, errors, False)

        def reset(self):
            super().reset()
            self._decoder = None
    return CodecInfo(enc, dec, Reader, Writer, Encoder, Decoder, name)


def _partial(real, data, errors, final):
    """Text of bytes that may end within a character, and how many bytes it took."""
    if final or real in ("ascii", "latin-1"):
        return data.decode(real, errors), len(data)
    cut = len(data)
    if real == "utf-8":
        for back in range(1, min(4, len(data)) + 1):
            b = data[-back]
            if b >= 0xc0:
                need = 2 if b < 0xe0 else 3 if b < 0xf0 else 4
                if 0xc2 <= b <= 0xf4 and need > back:
                    tail = data[len(data) - back:]
                    try:
                        tail.decode("utf-8")
                    except UnicodeDecodeError as e:
                        if e.reason == "unexpected end of data":
                            cut -= back
                break
            if b < 0x80:
                break
    elif real.startswith("utf-16"):
        cut -= cut % 2
        if cut:
            unit = int.from_bytes(data[cut - 2:cut], "little" if real.endswith("le") else "big")
            if 0xd800 <= unit < 0xdc00:
                cut -= 2
    elif real.startswith("utf-32"):
        cut -= cut % 4
    return data[:cut].decode(real, errors), cut


def _charmap_info(name, table):
    encoding_map = {ord(c): i for i, c in enumerate(table) if c != "\ufffe"}

    def enc(input, errors="strict"):
        return charmap_encode(input, errors, encoding_map)

    def dec(input, errors="strict", final=True):
        return charmap_decode(input, errors, table)

    return _simple_info(name, enc, dec)


def _simple_info(name, enc, dec, text=True):
    """A codec without state."""
    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return enc(input, self.errors)[0]

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return dec(input, self.errors)[0]

    class Writer(StreamWriter):
        def encode(self, input, errors="strict"):
            return enc(input, errors)

    class Reader(StreamReader):
        def decode(self, input, errors="strict"):
            return dec(input, errors)
    return CodecInfo(enc, dec, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=text)


def charmap_build(table):
    return {ord(c): i for i, c in enumerate(table)}


def charmap_encode(input, errors="strict", mapping=None):
    """Bytes by a map of code points."""
    if mapping is None:
        return input.encode("latin-1", errors), len(input)
    out, i, n = bytearray(), 0, len(input)

    def one(c):
        try:
            value = mapping[ord(c)]
        except LookupError:
            return None
        if value is None:
            return None
        if isinstance(value, int):
            if not 0 <= value < 256:
                raise TypeError("character mapping must be in range(256)")
            return bytes([value])
        if isinstance(value, bytes):
            return value
        raise TypeError("character mapping must return integer, bytes or None, not %s" % type(value).__name__)
    while i < n:
        made = one(input[i])
        if made is not None:
            out += made
            i += 1
            continue
        end = i + 1
        while end < n and one(input[end]) is None:
            end += 1
        text, i = _handle(errors, UnicodeEncodeError("charmap", input, i, end, "character maps to <undefined>"))
        if isinstance(text, bytes):
            out += text
        else:
            for c in text:
                made = one(c)
                if made is None:
                    raise UnicodeEncodeError("charmap", input, i - 1 if i else 0, end, "character maps to <undefined>")
                out += made
    return bytes(out), n


def charmap_decode(input, errors="strict", mapping=None):
    """Text by a map of bytes."""
    data = bytes(input)
    if mapping is None:
        return data.decode("latin-1", errors), len(data)
    out, i, n = [], 0, len(data)
    while i < n:
        try:
            value = mapping[data[i]]
        except LookupError:
            value = None
        if isinstance(value, int):
            if value == 0xfffe:
                value = None
            elif not 0 <= value < 0x110000:
                raise TypeError("character mapping must be in range(0x110000)")
            else:
                value = chr(value)
        if value is None or value == "\ufffe":
            text, i = _handle(errors, UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>"))
            out.append(text)
            continue
        if not isinstance(value, str):
            raise TypeError("character mapping must return integer, None or str")
        out.append(value)
        i += 1
    return "".join(out), n


# Escapes

def escape_encode(data, errors="strict"):
    return repr(bytes(data))[2:-1].replace('"', '"').encode("ascii") if b"'" not in data else \
        repr(bytes(data) + b'"')[2:-2].replace("\\'", "'").replace("'", "\\'").encode("ascii"), len(data)


_SIMPLE = {10: b"", 92: b"\\", 39: b"'", 34: b'"', 98: b"\b", 102: b"\f", 116: b"\t", 110: b"\n", 114: b"\r",
           118: b"\v", 97: b"\a"}


def escape_decode(data, errors="strict"):
    """Bytes with the escapes of a bytes literal."""
    data = data.encode() if isinstance(data, str) else bytes(data)
    out, i, n = bytearray(), 0, len(data)
    while i < n:
        c = data[i]
        if c != 92:
            out.append(c)
            i += 1
            continue
        if i + 1 >= n:
            raise ValueError("Trailing \\ in string")
        c = data[i + 1]
        i += 2
        if c in _SIMPLE:
            out += _SIMPLE[c]
        elif 48 <= c <= 55:
            end = i
            while end < n and end < i + 2 and 48 <= data[end] <= 55:
                end += 1
            value = int(data[i - 1:end], 8)
            if value > 255:
                _warn("invalid octal escape sequence '\\%s'" % data[i - 1:end].decode())
            out.append(value & 255)
            i = end
        elif c == 120:
            digits = data[i:i + 2]
            try:
                if len(digits) < 2 or not digits.isalnum():
                    raise ValueError
                out.append(int(digits, 16))
                i += 2
            except ValueError:
                if errors == "replace":
                    out += b"?"
                elif errors != "ignore":
                    if errors != "strict":
                        raise ValueError("decoding error; unknown error handling code: %s" % errors) from None
                    raise ValueError("invalid \\x escape at position %d" % (i - 2)) from None
                if digits[:1].isalnum() and digits[:1] in b"0123456789abcdefABCDEF" and digits:
                    i += 1
        else:
            _warn("invalid escape sequence '\\%s'" % chr(c))
            out += bytes([92, c])
    return bytes(out), n


def _warn(text):
    import warnings
    warnings.warn(text, DeprecationWarning, 3)


def unicode_escape_encode(text, errors="strict"):
    out = []
    for c in text:
        n = ord(c)
        if c == "\\":
            out.append("\\\\")
        elif c in "\t\n\r":
            out.append({"\t": "\\t", "\n": "\\n", "\r": "\\r"}[c])
        elif 32 <= n < 127:
            out.append(c)
        else:
            out.append(_escaped(c))
    return "".join(out).encode("ascii"), len(text)


_TEXT = {k: v.decode() for k, v in _SIMPLE.items()}


def _escapes(data, errors, final, raw):
    if isinstance(data, str):
        data = data.encode()
    data = bytes(data)
    name = "rawunicodeescape" if raw else "unicodeescape"
    out, i, n = [], 0, len(data)
    while i < n:
        c = data[i]
        if c != 92:
            out.append(chr(c))
            i += 1
            continue
        start = i
        if i + 1 >= n:
            if not final:
                return "".join(out), start
            if raw:
                out.append("\\")
                i += 1
                continue
            text, i = _handle(errors, UnicodeDecodeError(name, data, start, n, "\\ at end of string"))
            out.append(text)
            continue
        c = data[i + 1]
        size = {117: 4, 85: 8, 120: 2}.get(c)
        if raw and c not in (117, 85):
            out.append("\\")
            i += 1
            if c == 92:
                out.append("\\")
                i += 1
            continue
        i += 2
        if size is not None:
            end = i
            while end < n and end < i + size and data[end] in b"0123456789abcdefABCDEF":
                end += 1
            if end - i < size:
                if end == n and not final:
                    return "".join(out), start
                shape = {117: "truncated \\uXXXX escape", 85: "truncated \\UXXXXXXXX escape",
                         120: "truncated \\xXX escape"}[c]
                text, i = _handle(errors, UnicodeDecodeError(name, data, start, end, shape))
                out.append(text)
                continue
            value = int(data[i:end], 16)
            if value > 0x10ffff:
                reason = "\\Uxxxxxxxx out of range" if raw else "illegal Unicode character"
                text, i = _handle(errors, UnicodeDecodeError(name, data, start, end, reason))
                out.append(text)
                continue
            out.append(chr(value))
            i = end
        elif c in _TEXT:
            out.append(_TEXT[c])
        elif 48 <= c <= 55:
            end = i
            while end < n and end < i + 2 and 48 <= data[end] <= 55:
                end += 1
            if end == n and not final and end < i + 2:
                return "".join(out), start
            value = int(data[i - 1:end], 8)
            if value > 255:
                _warn("invalid octal escape sequence '\\%s'" % data[i - 1:end].decode())
            out.append(chr(value))
            i = end
        elif c == 78:
            end = data.find(b"}", i)
            if data[i:i + 1] == b"{" and end > i + 1:
                import unicodedata
                try:
                    out.append(unicodedata.lookup(data[i + 1:end].decode("ascii", "replace")))
                    i = end + 1
                    continue
                except KeyError:
                    reason, stop = "unknown Unicode character name", end + 1
            else:
                if not final and (i >= n or data[i:i + 1] == b"{" and end < 0):
                    return "".join(out), start
                reason, stop = "malformed \\N character escape", n if end < 0 and data[i:i + 1] == b"{" else i + \
                    (2 if data[i:i + 2] == b"{}" else 0)
            text, i = _handle(errors, UnicodeDecodeError(name, data, start, stop, reason))
            out.append(text)
        else:
            _warn("invalid escape sequence '\\%s'" % chr(c))
            out.append("\\" + chr(c))
    return "".join(out), n


def unicode_escape_decode(data, errors="strict", final=True):
    return _escapes(data, errors or "strict", final, False)


def raw_unicode_escape_encode(text, errors="strict"):
    out = [c if ord(c) < 256 else "\\u%04x" % ord(c) if ord(c) < 65536 else "\\U%08x" % ord(c) for c in text]
    return "".join(out).encode("latin-1"), len(text)


def raw_unicode_escape_decode(data, errors="strict", final=True):
    return _escapes(data, errors or "strict", final, True)


def _plain_functions():
    names = (("utf_8", "utf-8"), ("utf_16", "utf-16"), ("utf_16_le", "utf-16-le"), ("utf_16_be", "utf-16-be"),
             ("utf_32", "utf-32"), ("utf_32_le", "utf-32-le"), ("utf_32_be", "utf-32-be"), ("latin_1", "latin-1"),
             ("ascii", "ascii"))

    def make(real):
        def enc(text, errors=None):
            if not isinstance(text, str):
                raise TypeError("argument 1 must be str, not %s" % type(text).__name__)
            return text.encode(real, errors or "strict"), len(text)

        def dec(data, errors=None, final=False):
            data = bytes(data)
            if real in ("utf-16", "utf-32"):
                decoder = lookup(real).incrementaldecoder(errors or "strict")
                return decoder._buffer_decode(data, errors or "strict", final)
            return _partial(real, data, errors or "strict", final)
        return enc, dec
    for short, real in names:
        globals()[short + "_encode"], globals()[short + "_decode"] = make(real)


_plain_functions()


def readbuffer_encode(data, errors=None):
    data = data.encode() if isinstance(data, str) else bytes(data)
    return data, len(data)


# UTF-7

_B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_DIRECT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\r\n"
                    "!\"#$%&*;<=>@[]^_`{|}")


def utf_7_encode(text, errors=None):
    out, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if c == "+":
            out.append("+-")
            i += 1
        elif c in _DIRECT:
            out.append(c)
            i += 1
        else:
            end = i
            while end < n and text[end] not in _DIRECT and not (text[end] == "+" and False):
                end += 1
            data = text[i:end].encode("utf-16-be", "surrogatepass")
            bits = "".join(["{:08b}".format(b) for b in data])
            bits += "0" * (-len(bits) % 6)
            out.append("+" + "".join([_B64[int(bits[k:k + 6], 2)] for k in range(0, len(bits), 6)]))
            if end >= n or text[end] in _B64 or text[end] == "-":
                out.append("-")
            i = end
    return "".join(out).encode("ascii"), n


def utf_7_decode(data, errors=None, final=True):
    data, errors = bytes(data), errors or "strict"
    out, i, n = [], 0, len(data)
    while i < n:
        c = data[i]
        if c == 43:
            if i + 1 < n and data[i + 1] == 45:
                out.append("+")
                i += 2
                continue
            end = i + 1
            while end < n and chr(data[end]) in _B64:
                end += 1
            if end == n and not final:
                return "".join(out), i
            bits = "".join(["{:06b}".format(_B64.index(chr(b))) for b in data[i + 1:end]])
            units = len(bits) // 16
            reason = None
            if end == i + 1:
                reason = "ill-formed sequence" if end < n else "unterminated shift sequence"
            elif end == n:
                reason = "unterminated shift sequence"
            elif len(bits) - units * 16 >= 6:
                reason = "partial character in base64 sequence"
            elif "1" in bits[units * 16:]:
                reason = "non-zero padding bits in shift sequence"
            raw = b"".join([int(bits[k * 16:k * 16 + 16], 2).to_bytes(2, "big") for k in range(units)])
            if reason == "unterminated shift sequence" and end > i + 1 and not (len(bits) - units * 16 >= 6):
                out.append(raw.decode("utf-16-be", "surrogatepass"))
                text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, end, reason))
                out.append(text)
                continue
            if reason:
                text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, min(end + 1, n), reason))
                out.append(text)
                continue
            out.append(raw.decode("utf-16-be", "surrogatepass"))
            i = end + 1 if end < n and data[end] == 45 else end
        elif c < 128:
            out.append(chr(c))
            i += 1
        else:
            text, i = _handle(errors, UnicodeDecodeError("utf7", data, i, i + 1, "unexpected special character"))
            out.append(text)
    return "".join(out), n


# Names of whole hosts

def _punycode_encode(text, errors="strict"):
    plain = "".join([c for c in text if ord(c) < 128])
    out = list(plain)
    if plain:
        out.append("-")
    n, delta, bias, handled = 128, 0, 72, len(plain)
    digits = "abcdefghijklmnopqrstuvwxyz0123456789"
    first = True
    while handled < len(text):
        m = min([ord(c) for c in text if ord(c) >= n])
        delta += (m - n) * (handled + 1)
        n = m
        for c in text:
            c = ord(c)
            if c < n:
                delta += 1
            if c == n:
                q, k = delta, 36
                while True:
                    t = min(max(k - bias, 1), 26)
                    if q < t:
                        break
                    out.append(digits[t + (q - t) % (36 - t)])
                    q = (q - t) // (36 - t)
                    k += 36
                out.append(digits[q])
                bias = _adapt(delta, handled + 1, first)
                first, delta = False, 0
                handled += 1
        delta += 1
        n += 1
    return "".join(out).encode("ascii"), len(text)


def _adapt(delta, points, first):
    delta = delta // 700 if first else delta // 2
    delta += delta // points
    k = 0
    while delta > 455:
        delta //= 35
        k += 36
    return k + 36 * delta // (delta + 38)


def _punycode_decode(data, errors="strict", final=True):
    text = (data if isinstance(data, str) else bytes(data).decode("ascii", errors))
    base, _, tail = text.rpartition("-")
    out = list(base)
    n, i, bias, first, position = 128, 0, 72, True, 0
    tail = tail.upper()
    while position < len(tail):
        old, w, k = i, 1, 36
        while True:
            if position >= len(tail):
                if errors == "strict":
                    raise UnicodeError("incomplete punicode string")
                return "".join(out), len(text)
            c = tail[position]
            position += 1
            digit = ord(c) - 65 if "A" <= c <= "Z" else ord(c) - 22 if "0" <= c <= "9" else None
            if digit is None:
                if errors == "strict":
                    raise UnicodeError("Invalid extended code point '%s'" % c)
                return "".join(out), len(text)
            i += digit * w
            t = min(max(k - bias, 1), 26)
            if digit < t:
                break
            w *= 36 - t
            k += 36
        bias = _adapt(i - old, len(out) + 1, first)
        first = False
        n += i // (len(out) + 1)
        i %= len(out) + 1
        if n > 0x10ffff:
            if errors == "strict":
                raise UnicodeError("Invalid character U+%x" % n)
            n = ord("?")
        out.insert(i, chr(n))
        i += 1
    return "".join(out), len(text)


def _idna_encode(text, errors="strict"):
    if errors != "strict":
        raise UnicodeError("unsupported error handling " + errors)
    labels = []
    for label in text.replace("\u3002", ".").split("."):
        if not label.isascii():
            import unicodedata
            label = "xn--" + _punycode_encode(unicodedata.normalize("NFKC", label.casefold()))[0].decode()
        if len(label) >= 64:
            raise UnicodeError("label empty or too long" if not label else "label too long")
        labels.append(label)
    if "" in labels[:-1]:
        raise UnicodeError("label empty or too long")
    return ".".join(labels).encode("ascii"), len(text)


def _idna_decode(data, errors="strict", final=True):
    labels = bytes(data).decode("ascii").split(".")
    return ".".join([_punycode_decode(x[4:])[0] if x.lower().startswith("xn--") else x for x in labels]), len(data)


def _bytes_codec(name, enc, dec):
    return lambda: _simple_info(name, lambda x, errors="strict": (enc(x), len(x)),
                                lambda x, errors="strict", final=True: (dec(x), len(x)), False)


def _lazy(module, function, *args):
    def call(data):
        return getattr(__import__(module), function)(data, *args)
    return call


def _rot13(text, errors="strict"):
    a, b = "abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm"
    return text.translate(str.maketrans(a + a.upper(), b + b.upper())), len(text)


def _undefined(*args, **kwargs):
    raise UnicodeError("undefined encoding")


def _escape_info():
    return _simple_info("unicode-escape", unicode_escape_encode, unicode_escape_decode)


_HEX = _bytes_codec("hex", _lazy("binascii", "b2a_hex"), _lazy("binascii", "a2b_hex"))
_BASE64 = _bytes_codec("base64", _lazy("base64", "encodebytes"), _lazy("base64", "decodebytes"))
_ZLIB = _bytes_codec("zlib", _lazy("zlib", "compress"), _lazy("zlib", "decompress"))
_QUOPRI = _bytes_codec("quopri", _lazy("binascii", "b2a_qp", True), _lazy("binascii", "a2b_qp"))
_SPECIAL = {
    "unicodeescape": _escape_info,
    "rawunicodeescape": lambda: _simple_info("raw-unicode-escape", raw_unicode_escape_encode,
                                             raw_unicode_escape_decode),
    "utf7": lambda: _simple_info("utf-7", utf_7_encode, utf_7_decode),
    "u7": lambda: _simple_info("utf-7", utf_7_encode, utf_7_decode),
    "punycode": lambda: _simple_info("punycode", _punycode_encode, _punycode_decode),
    "idna": lambda: _simple_info("idna", _idna_encode, _idna_decode),
    "undefined": lambda: _simple_info("undefined", _undefined, _undefined),
    "charmap": lambda: _simple_info("charmap", charmap_encode, charmap_decode),
    "rot13": lambda: _simple_info("rot13", _rot13, _rot13, False),
    "hex": _HEX, "hexcodec": _HEX, "base64": _BASE64, "base64codec": _BASE64, "zlib": _ZLIB, "zip": _ZLIB,
    "zlibcodec": _ZLIB, "quopri": _QUOPRI, "quotedprintable": _QUOPRI, "quopricodec": _QUOPRI}


def _encode_text(text, name, errors):
    """What `str.encode` does for names it does not know."""
    info = lookup(name)
    if not info._is_text_encoding:
        raise LookupError("'%s' is not a text encoding; use codecs.encode() to handle arbitrary codecs" % name)
    made = info.encode(text, errors)[0]
    if not isinstance(made, bytes):
        raise TypeError("'%s' encoder returned '%s' instead of 'bytes'; use codecs.encode() to encode to arbitrary types"
                        % (name, type(made).__name__))
    return made


def _decode_text(data, name, errors):
    info = lookup(name)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError("'%s' is not a text encoding; use codecs.decode() to handle arbitrary codecs" % name)
    made = (info.decode if isinstance(info, CodecInfo) else info[1])(data, errors)[0]
    if not isinstance(made, str):
        raise TypeError("'%s' decoder returned '%s' instead of 'str'; use codecs.decode() to decode to arbitrary types"
                        % (name, type(made).__name__))
    return made


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes by any codec."""
    return lookup(encoding)[0](obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes by any codec."""
    return lookup(encoding)[1](obj, errors)[0]


# Classes

class Codec:
    """Base of codecs without state."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors, self.buffer = errors, ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Writes text to a stream of bytes."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReader(Codec):
    """Reads text from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors, self.bytebuffer = stream, errors, b""
        self._empty = self.charbuffertype()
        self.charbuffer, self.linebuffer = self._empty, None

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _join_lines(self):
        if self.linebuffer:
            self.charbuffer = self._empty.join(self.linebuffer)
        self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        self._join_lines()
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, used = self.decode(data, self.errors)
            except UnicodeDecodeError as e:
                if not firstline:
                    raise
                text, used = self.decode(data[:e.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[used:]
            self.charbuffer += text
            if not new or size < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self._empty
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer[0]
            del self.linebuffer[0]
            if len(self.linebuffer) == 1:
                self.charbuffer, self.linebuffer = self.linebuffer[0], None
            return line if keepends else line.splitlines(keepends=False)[0]
        step = size or 72
        line = self._empty
        while True:
            data = self.read(step, firstline=True)
            if data and (isinstance(data, str) and data.endswith("\r") or
                         isinstance(data, bytes) and data.endswith(b"\r")):
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if lines:
                if len(lines) > 1:
                    line = lines[0]
                    del lines[0]
                    if len(lines) > 1:
                        lines[-1] += self.charbuffer
                        self.linebuffer, self.charbuffer = lines, None
                    else:
                        self.charbuffer = lines[0] + self.charbuffer
                    if not keepends:
                        line = line.splitlines(keepends=False)[0]
                    break
                with_end, without = lines[0], lines[0].splitlines(keepends=False)[0]
                if with_end != without:
                    self.charbuffer = self._empty.join(lines[1:]) + self.charbuffer
                    line = with_end if keepends else without
                    break
            if not data or size is not None:
                if line and not keepends:
                    line = line.splitlines(keepends=False)[0]
                break
            if step < 8000:
                step *= 2
        return line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self.bytebuffer, self.charbuffer, self.linebuffer = b"", self._empty, None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamReaderWriter:
    """Reads and writes text on one stream of bytes."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """Shows a stream of one encoding as a stream of another."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.encode, self.decode, self.errors = stream, encode, decode, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        data = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(data, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """Opens a file of an encoding."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        made.encoding = encoding
        return made
    except BaseException:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    file_encoding = data_encoding if file_encoding is None else file_encoding
    data, other = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, data.encode, data.decode, other.streamreader, other.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding
    return made


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = encoder.encode(input)
        if output:
            yield output
    output = encoder.encode("", True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for input in iterator:
        output = decoder.decode(input)
        if output:
            yield output
    output = decoder.decode(b"", True)
    if output:
        yield output


def make_identity_dict(rng):
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    made = {}
    for key, value in decoding_map.items():
        made[value] = None if value in made else key
    return made


encode.__module__ = decode.__module__ = "_codecs"
