extension PythonLibrary {
  /// `json`.
  static let jsonModule = #"""
    __all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]

    class JSONDecodeError(ValueError):
        def __init__(self, msg, doc, pos):
            lineno = doc.count("\n", 0, pos) + 1
            colno = pos - doc.rfind("\n", 0, pos)
            ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
            self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    _escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
    _plain = str.maketrans({chr(i): f"\\u{i:04x}" for i in range(32)} | _escapes)

    def _quote(s, ascii_only):
        s = s.translate(_plain)
        if ascii_only and not s.isascii():
            out = []
            for c in s:
                n = ord(c)
                if n < 128:
                    out.append(c)
                elif n < 0x10000:
                    out.append(f"\\u{n:04x}")
                else:
                    n -= 0x10000
                    out.append(f"\\u{0xd800 | n >> 10:04x}\\u{0xdc00 | n & 0x3ff:04x}")
            s = "".join(out)
        return f'"{s}"'

    class JSONEncoder:
        item_separator = ", "
        key_separator = ": "
        def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                     indent=None, separators=None, default=None):
            self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
            self.allow_nan, self.sort_keys = allow_nan, sort_keys
            self.indent = " " * indent if isinstance(indent, int) else indent
            if separators is not None:
                self.item_separator, self.key_separator = separators
            elif indent is not None:
                self.item_separator = ","
            if default is not None:
                self.default = default
        def default(self, o):
            raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")
        def encode(self, o):
            out = []
            self._write(o, out.append, "\n", set())
            return "".join(out)
        def iterencode(self, o, _one_shot=False):
            yield self.encode(o)
        def _float(self, o):
            if o != o:
                text = "NaN"
            elif o in (float("inf"), float("-inf")):
                text = "Infinity" if o > 0 else "-Infinity"
            else:
                return float.__repr__(o)
            if not self.allow_nan:
                raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
            return text
        def _key(self, k):
            if isinstance(k, str):
                return k
            if isinstance(k, float):
                return self._float(k)
            if k is True:
                return "true"
            if k is False:
                return "false"
            if k is None:
                return "null"
            if isinstance(k, int):
                return int.__repr__(k)
            if self.skipkeys:
                return None
            raise TypeError(f"keys must be str, int, float, bool or None, not {k.__class__.__name__}")
        def _write(self, o, put, newline, seen):
            if isinstance(o, str):
                put(_quote(o, self.ensure_ascii))
            elif o is None:
                put("null")
            elif o is True:
                put("true")
            elif o is False:
                put("false")
            elif isinstance(o, int):
                put(int.__repr__(o))
            elif isinstance(o, float):
                put(self._float(o))
            elif isinstance(o, (list, tuple, dict)):
                if self.check_circular:
                    if id(o) in seen:
                        raise ValueError("Circular reference detected")
                    seen.add(id(o))
                if isinstance(o, dict):
                    self._dict(o, put, newline, seen)
                else:
                    self._list(o, put, newline, seen)
                seen.discard(id(o))
            else:
                if self.check_circular:
                    if id(o) in seen:
                        raise ValueError("Circular reference detected")
                    seen.add(id(o))
                self._write(self.default(o), put, newline, seen)
                seen.discard(id(o))
        def _list(self, o, put, newline, seen):
            if not o:
                put("[]")
                return
            inner = newline + self.indent if self.indent is not None else ""
            sep = self.item_separator + inner
            put("[" + inner)
            first = True
            for x in o:
                if not first:
                    put(sep)
                first = False
                self._write(x, put, inner, seen)
            put((newline if self.indent is not None else "") + "]")
        def _dict(self, o, put, newline, seen):
            if not o:
                put("{}")
                return
            inner = newline + self.indent if self.indent is not None else ""
            sep = self.item_separator + inner
            put("{" + inner)
            first = True
            for k, v in (sorted(o.items()) if self.sort_keys else o.items()):
                k = self._key(k)
                if k is None:
                    continue
                if not first:
                    put(sep)
                first = False
                put(_quote(k, self.ensure_ascii) + self.key_separator)
                self._write(v, put, inner, seen)
            put((newline if self.indent is not None else "") + "}")

    _space = " \t\n\r"

    class JSONDecoder:
        def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                     object_pairs_hook=None):
            self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
            self.parse_float = parse_float or float
            self.parse_int = parse_int or int
            self.parse_constant = parse_constant or (lambda s: float(s.replace("Infinity", "inf")))
            self.strict = strict
        def decode(self, s):
            i = self._skip(s, 0)
            value, i = self._value(s, i)
            i = self._skip(s, i)
            if i != len(s):
                raise JSONDecodeError("Extra data", s, i)
            return value
        def raw_decode(self, s, idx=0):
            return self._value(s, idx)
        def _skip(self, s, i):
            n = len(s)
            while i < n and s[i] in _space:
                i += 1
            return i
        def _value(self, s, i):
            c = s[i:i + 1]
            if c == '"':
                return self._string(s, i + 1)
            if c == "{":
                return self._object(s, i + 1)
            if c == "[":
                return self._array(s, i + 1)
            for word, value in (("null", None), ("true", True), ("false", False)):
                if s.startswith(word, i):
                    return value, i + len(word)
            j = i
            n = len(s)
            if c == "-":
                j += 1
            if j < n and "0" <= s[j] <= "9":
                if s[j] == "0":
                    j += 1
                else:
                    while j < n and "0" <= s[j] <= "9":
                        j += 1
                whole = True
                if s[j:j + 1] == "." and "0" <= s[j + 1:j + 2] <= "9":
                    whole = False
                    j += 1
                    while j < n and "0" <= s[j] <= "9":
                        j += 1
                if s[j:j + 1] in ("e", "E"):
                    k = j + 1
                    if s[k:k + 1] in ("+", "-"):
                        k += 1
                    if "0" <= s[k:k + 1] <= "9":
                        whole = False
                        j = k
                        while j < n and "0" <= s[j] <= "9":
                            j += 1
                text = s[i:j]
                return (self.parse_int(text) if whole else self.parse_float(text)), j
            for word in ("NaN", "Infinity", "-Infinity"):
                if s.startswith(word, i):
                    return self.parse_constant(word), i + len(word)
            raise JSONDecodeError("Expecting value", s, i)
        def _string(self, s, i):
            begin = i - 1
            parts = []
            while True:
                q = s.find('"', i)
                if q < 0:
                    raise JSONDecodeError("Unterminated string starting at", s, begin)
                b = s.find("\\", i, q)
                piece = s[i:q if b < 0 else b]
                if self.strict and not piece.isprintable():
                    for k, c in enumerate(piece):
                        if c < " ":
                            raise JSONDecodeError("Invalid control character at", s, i + k)
                parts.append(piece)
                if b < 0:
                    return "".join(parts), q + 1
                c = s[b + 1:b + 2]
                if c == "u":
                    n, i = self._hex(s, b + 2)
                    if 0xd800 <= n <= 0xdbff and s[i:i + 2] == "\\u":
                        m, j = self._hex(s, i + 2)
                        if 0xdc00 <= m <= 0xdfff:
                            n = 0x10000 + ((n - 0xd800) << 10 | m - 0xdc00)
                            i = j
                    parts.append(chr(n))
                else:
                    if not c:
                        raise JSONDecodeError("Unterminated string starting at", s, begin)
                    k = '"\\/bfnrt'.find(c)
                    if k < 0:
                        raise JSONDecodeError("Invalid \\escape", s, b)
                    parts.append('"\\/\b\f\n\r\t'[k])
                    i = b + 2
        def _hex(self, s, i):
            text = s[i:i + 4]
            if len(text) == 4 and text.isalnum():
                try:
                    return int(text, 16), i + 4
                except ValueError:
                    pass
            raise JSONDecodeError("Invalid \\uXXXX escape", s, i)
        def _array(self, s, i):
            result = []
            i = self._skip(s, i)
            if s[i:i + 1] == "]":
                return result, i + 1
            while True:
                value, i = self._value(s, i)
                result.append(value)
                i = self._skip(s, i)
                c = s[i:i + 1]
                if c == "]":
                    return result, i + 1
                if c != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, i)
                i = self._skip(s, i + 1)
        def _object(self, s, i):
            pairs = []
            i = self._skip(s, i)
            if s[i:i + 1] == "}":
                i += 1
            else:
                while True:
                    if s[i:i + 1] != '"':
                        raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
                    key, i = self._string(s, i + 1)
                    i = self._skip(s, i)
                    if s[i:i + 1] != ":":
                        raise JSONDecodeError("Expecting ':' delimiter", s, i)
                    i = self._skip(s, i + 1)
                    value, i = self._value(s, i)
                    pairs.append((key, value))
                    i = self._skip(s, i)
                    c = s[i:i + 1]
                    if c == "}":
                        i += 1
                        break
                    if c != ",":
                        raise JSONDecodeError("Expecting ',' delimiter", s, i)
                    i = self._skip(s, i + 1)
            if self.object_pairs_hook is not None:
                return self.object_pairs_hook(pairs), i
            value = dict(pairs)
            if self.object_hook is not None:
                value = self.object_hook(value)
            return value, i

    def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
              separators=None, default=None, sort_keys=False, **kw):
        return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                    allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                    sort_keys=sort_keys, **kw).encode(obj)

    def dump(obj, fp, **kw):
        fp.write(dumps(obj, **kw))

    def loads(s, *, cls=None, **kw):
        if isinstance(s, str):
            if s.startswith("\ufeff"):
                raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        elif isinstance(s, (bytes, bytearray)):
            s = s.decode("utf-8")
        else:
            raise TypeError(f"the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}")
        return (cls or JSONDecoder)(**kw).decode(s)

    def load(fp, **kw):
        return loads(fp.read(), **kw)
    """#
}
