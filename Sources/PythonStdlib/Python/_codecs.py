"""The part of `codecs` that CPython has in C: handlers of errors, the registry, and functions on whole texts."""

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
    """Takes a function that finds codecs away."""
    if search_function in _search:
        _search.remove(search_function)
        _cache.clear()


def lookup(encoding, /):
    """The codec of a name."""
    if not isinstance(encoding, str):
        raise TypeError("lookup() argument must be str, not %s" % type(encoding).__name__)
    if "\0" in encoding:
        raise ValueError("embedded null character")
    name = _normalize(encoding)
    if name in _cache:
        return _cache[name]
    from _codec_entries import find
    for search in (find, *_search):
        info = search(name)
        if info is not None:
            if not isinstance(info, tuple) or len(info) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            _cache[name] = info
            return info
    raise LookupError("unknown encoding: " + encoding)


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
    if not isinstance(data, bytes):
        raise TypeError("escape_encode() argument 1 must be bytes, not " + type(data).__name__)
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
    """The functions of the encodings that are built in."""
    def make(real):
        def enc(text, errors=None):
            if not isinstance(text, str):
                raise TypeError(f"{real.replace('-', '_')}_encode() argument 1 must be str, not {type(text).__name__}")
            return text.encode(real, errors or "strict"), len(text)

        def dec(data, errors=None, final=False):
            data, errors = bytes(data), errors or "strict"
            if real in ("utf-16", "utf-32"):
                return _in_order(real, data, errors, 0, final)[:2]
            return _partial(real, data, errors, final)
        return enc, dec
    for real in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "ascii"):
        short = real.replace("-", "_")
        globals()[short + "_encode"], globals()[short + "_decode"] = make(real)


_plain_functions()


def _in_order(real, data, errors, order, final):
    """Text, bytes taken and the order of bytes: -1 little, 1 big, 0 (as the mark says) when there is no mark."""
    size = 2 if real == "utf-16" else 4
    if order == 0 and len(data) >= size:
        mark = {"\ufeff".encode(real + "-le"): -1, "\ufeff".encode(real + "-be"): 1}.get(data[:size], 0)
        if mark:
            text, used = _partial(real + ("-le" if mark < 0 else "-be"), data[size:], errors, final)
            return text, used + size, mark
    return *_partial(real + ("-be" if order > 0 else "-le"), data, errors, final), order


def utf_16_ex_decode(data, errors=None, byteorder=0, final=False):
    """Text, bytes taken and the order of bytes."""
    return _in_order("utf-16", bytes(data), errors or "strict", byteorder, final)


def utf_32_ex_decode(data, errors=None, byteorder=0, final=False):
    """Text, bytes taken and the order of bytes."""
    return _in_order("utf-32", bytes(data), errors or "strict", byteorder, final)


def utf_7_encode(text, errors=None):
    from _textcodecs import utf_7_encode as function
    return function(text, errors)


def utf_7_decode(data, errors=None, final=False):
    from _textcodecs import utf_7_decode as function
    return function(data, errors, final)


def readbuffer_encode(data, errors=None):
    data = data.encode() if isinstance(data, str) else bytes(memoryview(data))
    return data, len(data)


# Any codec

def _explained(error, what, encoding):
    """The error with the name of the codec in its text, where its class is made of nothing but a text."""
    kind = type(error)
    of_text = len(error.args) <= 1 and all(isinstance(arg, str) for arg in error.args) and not vars(error)
    changed = [cls for cls in kind.__mro__
               if cls.__module__ != "builtins" and not {"__init__", "__new__"}.isdisjoint(vars(cls))]
    if changed or not of_text or isinstance(error, _OWN_INIT):
        return error
    try:
        made = kind(f"{what} with '{encoding}' codec failed ({kind.__name__}: {error})")
    except Exception:
        return error
    made.__cause__ = error
    return made


_OWN_INIT = (OSError, ImportError, SyntaxError, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError,
             StopIteration, SystemExit, AttributeError, NameError)


def _run(function, what, encoding, input, errors):
    try:
        result = function(input, errors)
    except Exception as error:
        made = _explained(error, what, encoding)
        if made is error:
            raise
        raise made from error
    if not isinstance(result, tuple) or len(result) != 2:
        raise TypeError(f"{what[:-3]}er must return a tuple (object, integer)")
    return result[0]


def _text_codec(name, what):
    info = lookup(name)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{name}' is not a text encoding; use codecs.{what}() to handle arbitrary codecs")
    return info


def _encode_text(text, name, errors):
    """What `str.encode` does for names it does not know."""
    made = _run(_text_codec(name, "encode")[0], "encoding", name, text, errors)
    if not isinstance(made, bytes):
        raise TypeError(f"'{name}' encoder returned '{type(made).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return made


def _decode_text(data, name, errors):
    """What `bytes.decode` does for names it does not know."""
    made = _run(_text_codec(name, "decode")[1], "decoding", name, data, errors)
    if not isinstance(made, str):
        raise TypeError(f"'{name}' decoder returned '{type(made).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return made


def encode(obj, encoding="utf-8", errors="strict"):
    """Encodes by any codec."""
    return _run(lookup(encoding)[0], "encoding", encoding, obj, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    """Decodes by any codec."""
    return _run(lookup(encoding)[1], "decoding", encoding, obj, errors)
