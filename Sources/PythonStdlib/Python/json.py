"""JSON encoder and decoder."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno


_escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}


def _quote(s, ensure_ascii):
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return '"' + s + '"'
    out = ['"']
    for c in s:
        if c in _escapes:
            out.append(_escapes[c])
        elif c < " " or ensure_ascii and c > "~":
            n = ord(c)
            if n > 0xFFFF:
                n -= 0x10000
                out.append("\\u%04x\\u%04x" % (0xD800 | n >> 10, 0xDC00 | n & 0x3FF))
            else:
                out.append("\\u%04x" % n)
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError("Object of type %s is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        out = []
        self._write(o, out.append, "\n" if self.indent is not None else None, [])
        return "".join(out)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == float("inf"):
            text = "Infinity"
        elif o == float("-inf"):
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def _write(self, o, put, line, seen):
        if o is None:
            put("null")
        elif o is True:
            put("true")
        elif o is False:
            put("false")
        elif isinstance(o, str):
            put(_quote(o, self.ensure_ascii))
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self._float(o))
        else:
            if self.check_circular:
                if any(o is s for s in seen):
                    raise ValueError("Circular reference detected")
                seen.append(o)
            if isinstance(o, dict):
                self._dict(o, put, line, seen)
            elif isinstance(o, (list, tuple)):
                self._list(o, put, line, seen)
            else:
                self._write(self.default(o), put, line, seen)
            if self.check_circular:
                seen.pop()

    def _list(self, o, put, line, seen):
        if not o:
            put("[]")
            return
        put("[")
        inner = None if line is None else line + self.indent
        first = True
        for item in o:
            if not first:
                put(self.item_separator)
            first = False
            if inner is not None:
                put(inner)
            self._write(item, put, inner, seen)
        if line is not None:
            put(line)
        put("]")

    def _dict(self, o, put, line, seen):
        if not o:
            put("{}")
            return
        put("{")
        inner = None if line is None else line + self.indent
        first = True
        items = sorted(o.items()) if self.sort_keys else o.items()
        for key, value in items:
            if isinstance(key, str):
                pass
            elif key is None:
                key = "null"
            elif key is True:
                key = "true"
            elif key is False:
                key = "false"
            elif isinstance(key, int):
                key = int.__repr__(key)
            elif isinstance(key, float):
                key = self._float(key)
            elif self.skipkeys:
                continue
            else:
                raise TypeError("keys must be str, int, float, bool or None, not " + key.__class__.__name__)
            if not first:
                put(self.item_separator)
            first = False
            if inner is not None:
                put(inner)
            put(_quote(key, self.ensure_ascii))
            put(self.key_separator)
            self._write(value, put, inner, seen)
        if line is not None:
            put(line)
        put("}")


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, i):
        c = s[i:i + 1]
        if c == '"':
            return self._string(s, i + 1)
        if c == "{":
            return self._object(s, i + 1)
        if c == "[":
            return self._array(s, i + 1)
        if s.startswith("null", i):
            return None, i + 4
        if s.startswith("true", i):
            return True, i + 4
        if s.startswith("false", i):
            return False, i + 5
        for word, value in (("NaN", "nan"), ("Infinity", "inf"), ("-Infinity", "-inf")):
            if s.startswith(word, i):
                return (self.parse_constant(word) if self.parse_constant else float(value)), i + len(word)
        return self._number(s, i)

    def _number(self, s, i):
        start = i
        n = len(s)
        if i < n and s[i] == "-":
            i += 1
        if i >= n or s[i] not in "0123456789":
            raise JSONDecodeError("Expecting value", s, start)
        if s[i] == "0":
            i += 1
        else:
            while i < n and s[i] in "0123456789":
                i += 1
        is_float = False
        if i + 1 < n and s[i] == "." and s[i + 1] in "0123456789":
            is_float = True
            i += 1
            while i < n and s[i] in "0123456789":
                i += 1
        if i < n and s[i] in "eE":
            j = i + 1
            if j < n and s[j] in "+-":
                j += 1
            if j < n and s[j] in "0123456789":
                is_float = True
                i = j
                while i < n and s[i] in "0123456789":
                    i += 1
        text = s[start:i]
        return (self.parse_float(text) if is_float else self.parse_int(text)), i

    def _string(self, s, i):
        begin = i - 1
        out = []
        while True:
            quote = s.find('"', i)
            if quote < 0:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            slash = s.find("\\", i, quote)
            end = quote if slash < 0 else slash
            chunk = s[i:end]
            if self.strict and not chunk.isprintable():
                for k, c in enumerate(chunk):
                    if c < " ":
                        raise JSONDecodeError("Invalid control character at", s, i + k)
            out.append(chunk)
            if slash < 0:
                return "".join(out), quote + 1
            c = s[slash + 1:slash + 2]
            i = slash + 2
            if c == "u":
                code = self._hex(s, i)
                i += 4
                if 0xD800 <= code < 0xDC00 and s.startswith("\\u", i):
                    low = self._hex(s, i + 2)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + ((code - 0xD800) << 10 | low - 0xDC00)
                        i += 6
                out.append(chr(code))
            elif c in _unescapes and c:
                out.append(_unescapes[c])
            elif not c:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            else:
                raise JSONDecodeError("Invalid \\escape", s, slash)

    def _hex(self, s, i):
        text = s[i:i + 4]
        if len(text) == 4 and all(c in "0123456789abcdefABCDEF" for c in text):
            return int(text, 16)
        raise JSONDecodeError("Invalid \\uXXXX escape", s, i - 1)

    def _array(self, s, i):
        out = []
        i = _skip(s, i)
        if s[i:i + 1] == "]":
            return out, i + 1
        while True:
            value, i = self._value(s, i)
            out.append(value)
            i = _skip(s, i)
            c = s[i:i + 1]
            if c == "]":
                return out, i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)

    def _object(self, s, i):
        pairs = []
        i = _skip(s, i)
        if s[i:i + 1] == "}":
            return self._finish(pairs), i + 1
        while True:
            if s[i:i + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
            key, i = self._string(s, i + 1)
            i = _skip(s, i)
            if s[i:i + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, _skip(s, i + 1))
            pairs.append((key, value))
            i = _skip(s, i)
            c = s[i:i + 1]
            if c == "}":
                return self._finish(pairs), i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)

    def _finish(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


_unescapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _skip(s, i):
    n = len(s)
    while i < n and s[i] in " \t\n\r":
        i += 1
    return i


def dumps(obj, *, cls=None, **kw):
    """Serializes an object to a JSON string."""
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, *, cls=None, **kw):
    fp.write(dumps(obj, cls=cls, **kw))


def loads(s, *, cls=None, **kw):
    """Deserializes a JSON document."""
    if isinstance(s, (bytes, bytearray)):
        s = bytes(s).decode("utf-8-sig" if s[:3] == b"\xef\xbb\xbf" else "utf-8")
    elif not isinstance(s, str):
        raise TypeError("the JSON object must be str, bytes or bytearray, not " + s.__class__.__name__)
    elif s.startswith("\ufeff"):
        raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, **kw):
    return loads(fp.read(), cls=cls, **kw)
