"""JSON text as objects."""

import re
from _native_json import parse as _parse
from json import scanner

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN, PosInf, NegInf = float("nan"), float("inf"), float("-inf")
_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}


class JSONDecodeError(ValueError):
    """The text is no JSON; with the place of the error."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_plain = re.compile(r'[^"\\\x00-\x1f]*')
_BACKSLASH = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_HEX = frozenset("0123456789abcdefABCDEF")


def _code(s, pos):
    digits = s[pos + 1:pos + 5]
    if len(digits) == 4 and _HEX.issuperset(digits):
        return int(digits, 16)
    raise JSONDecodeError("Invalid \\uXXXX escape", s, pos)


def py_scanstring(s, end, strict=True):
    """The string whose quote stands before `end`, and where it ends."""
    match = _plain.match
    begin = end - 1
    stop = match(s, end).end() if 0 <= end <= len(s) else end
    if s[stop:stop + 1] == '"':
        return s[end:stop], stop + 1
    parts = []
    while True:
        if stop > end:
            parts.append(s[end:stop])
        c = s[stop:stop + 1]
        if c == '"':
            return "".join(parts), stop + 1
        if not c:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        if c != "\\":
            if strict:
                raise JSONDecodeError("Invalid control character at", s, stop)
            parts.append(c)
            end = stop + 1
        else:
            e = s[stop + 1:stop + 2]
            if not e:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if e != "u":
                try:
                    parts.append(_BACKSLASH[e])
                except KeyError:
                    raise JSONDecodeError("Invalid \\escape", s, stop) from None
                end = stop + 2
            else:
                n = _code(s, stop + 1)
                end = stop + 6
                if 0xd800 <= n <= 0xdbff and s[end:end + 2] == "\\u":
                    second = _code(s, end + 1)
                    if 0xdc00 <= second <= 0xdfff:
                        n = 0x10000 + ((n - 0xd800) << 10 | second - 0xdc00)
                        end += 6
                parts.append(chr(n))
        stop = match(s, end).end()


scanstring = py_scanstring
WHITESPACE = re.compile(r"[ \t\n\r]*")
WHITESPACE_STR = " \t\n\r"


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None, _w=WHITESPACE.match,
               _ws=WHITESPACE_STR):
    s, end = s_and_end
    pairs = []
    memo = {} if memo is None else memo
    get = memo.setdefault
    c = s[end:end + 1]
    if c != '"':
        if c and c in _ws:
            end = _w(s, end).end()
            c = s[end:end + 1]
        if c == "}":
            if object_pairs_hook is not None:
                return object_pairs_hook(pairs), end + 1
            return (object_hook({}) if object_hook is not None else {}), end + 1
        if c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end)
    end += 1
    while True:
        key, end = scanstring(s, end, strict)
        key = get(key, key)
        if s[end:end + 1] != ":":
            end = _w(s, end).end()
            if s[end:end + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, end)
        end += 1
        c = s[end:end + 1]
        if c and c in _ws:
            end = _w(s, end).end()
        try:
            value, end = scan_once(s, end)
        except StopIteration as e:
            raise JSONDecodeError("Expecting value", s, e.value) from None
        pairs.append((key, value))
        c = s[end:end + 1]
        if c and c in _ws:
            end = _w(s, end).end()
            c = s[end:end + 1]
        end += 1
        if c == "}":
            break
        if c != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, end - 1)
        end = _w(s, end).end()
        c = s[end:end + 1]
        end += 1
        if c != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, end - 1)
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), end
    made = dict(pairs)
    return (object_hook(made) if object_hook is not None else made), end


def JSONArray(s_and_end, scan_once, _w=WHITESPACE.match, _ws=WHITESPACE_STR):
    s, end = s_and_end
    values = []
    c = s[end:end + 1]
    if c and c in _ws:
        end = _w(s, end).end()
        c = s[end:end + 1]
    if c == "]":
        return values, end + 1
    while True:
        try:
            value, end = scan_once(s, end)
        except StopIteration as e:
            raise JSONDecodeError("Expecting value", s, e.value) from None
        values.append(value)
        c = s[end:end + 1]
        if c and c in _ws:
            end = _w(s, end).end()
            c = s[end:end + 1]
        end += 1
        if c == "]":
            return values, end
        if c != ",":
            raise JSONDecodeError("Expecting ',' delimiter", s, end - 1)
        c = s[end:end + 1]
        if c and c in _ws:
            end = _w(s, end).end()


class JSONDecoder:
    """Turns JSON text into objects."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict, self.object_pairs_hook = strict, object_pairs_hook
        self.parse_object, self.parse_array, self.parse_string = JSONObject, JSONArray, scanstring
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)
        # Nothing about this decoder is special: plain text is parsed at once.
        self._plain = self.scan_once if strict and not (object_hook or parse_float or parse_int or parse_constant or
                                                        object_pairs_hook) else None

    def decode(self, s, _w=WHITESPACE.match):
        """The object of a whole text."""
        if self._plain is not None and self._plain is self.scan_once:
            obj = _parse(s)
            if obj is not NotImplemented:
                return obj
        obj, end = self.raw_decode(s, idx=_w(s, 0).end())
        end = _w(s, end).end()
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at a place and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as e:
            raise JSONDecodeError("Expecting value", s, e.value) from None
