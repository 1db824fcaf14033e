"""JSON text as objects."""

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


_plain = scanner._LazyPattern(r'[^"\\\x00-\x1f]*')
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
WHITESPACE_STR = " \t\n\r"
WHITESPACE = scanner._LazyPattern(r"[ \t\n\r]*")


def _skip(s, at):
    """The place of the next character that is no white space."""
    size = len(s)
    while at < size and s[at] in WHITESPACE_STR:
        at += 1
    return at


def _value(scan, s, at):
    """The value at a place, and where it ends."""
    try:
        return scan(s, at)
    except StopIteration as e:
        raise JSONDecodeError("Expecting value", s, e.value) from None


def _more(s, at, end):
    """Whether a comma follows, or else the sign that ends the list; and the place after it."""
    at = _skip(s, at)
    sign = s[at:at + 1]
    if sign != "," and sign != end:
        raise JSONDecodeError("Expecting ',' delimiter", s, at)
    return sign == ",", at + 1


def JSONObject(s_and_end, strict, scan_once, object_hook, object_pairs_hook, memo=None):
    """The object whose brace stands before a place, and where it ends."""
    s, at = s_and_end
    memo = {} if memo is None else memo
    pairs, at = [], _skip(s, at)
    more = s[at:at + 1] != "}"
    if not more:
        at += 1
    while more:
        if s[at:at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        key, at = scanstring(s, at + 1, strict)
        at = _skip(s, at)
        if s[at:at + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", s, at)
        value, at = _value(scan_once, s, _skip(s, at + 1))
        pairs.append((memo.setdefault(key, key), value))
        more, at = _more(s, at, "}")
        if more:
            at = _skip(s, at)
    if object_pairs_hook is not None:
        return object_pairs_hook(pairs), at
    made = dict(pairs)
    return made if object_hook is None else object_hook(made), at


def JSONArray(s_and_end, scan_once):
    """The list whose bracket stands before a place, and where it ends."""
    s, at = s_and_end
    values, at = [], _skip(s, at)
    if s[at:at + 1] == "]":
        return values, at + 1
    more = True
    while more:
        value, at = _value(scan_once, s, _skip(s, at))
        values.append(value)
        more, at = _more(s, at, "]")
    return values, at


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

    def decode(self, s):
        """The object of a whole text."""
        if self._plain is not None and self._plain is self.scan_once:
            obj = _parse(s)
            if obj is not NotImplemented:
                return obj
        obj, end = self.raw_decode(s, _skip(s, 0))
        rest = _skip(s, end)
        if rest < len(s):
            raise JSONDecodeError("Extra data", s, rest)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at a place and where it ends."""
        return _value(self.scan_once, s, idx)
