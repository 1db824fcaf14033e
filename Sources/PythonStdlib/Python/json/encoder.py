"""Objects as JSON text."""

from _native_json import text as _text
from json.scanner import _LazyPattern

ESCAPE = _LazyPattern(r'[\x00-\x1f\\"\b\f\n\r\t]')
ESCAPE_ASCII = _LazyPattern(r'([\\"]|[^\ -~])')
HAS_UTF8 = _LazyPattern(b"[\x80-\xff]")
ESCAPE_DCT = {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
for _i in range(32):
    ESCAPE_DCT.setdefault(chr(_i), "\\u%04x" % _i)
INFINITY = float("inf")
c_make_encoder = None


def py_encode_basestring(s):
    """A text in quotes."""
    return '"' + ESCAPE.sub(lambda m: ESCAPE_DCT[m.group(0)], s) + '"'


def _ascii(m):
    c = m.group(0)
    found = ESCAPE_DCT.get(c)
    if found is not None:
        return found
    n = ord(c)
    if n < 0x10000:
        return "\\u%04x" % n
    n -= 0x10000
    return "\\u%04x\\u%04x" % (0xd800 | n >> 10 & 0x3ff, 0xdc00 | n & 0x3ff)


def py_encode_basestring_ascii(s):
    """A text in quotes, in ASCII alone."""
    if not isinstance(s, str):
        raise TypeError("first argument must be a string, not %s" % type(s).__name__)
    if s.isascii() and s.isprintable() and '"' not in s and "\\" not in s:
        return '"' + s + '"'
    return '"' + ESCAPE_ASCII.sub(_ascii, s) + '"'


encode_basestring, encode_basestring_ascii = py_encode_basestring, py_encode_basestring_ascii


class JSONEncoder:
    """Turns objects into JSON text."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if default is not None:
            self.default = default
        if separators is None:
            separators = "," if indent is not None else self.item_separator, self.key_separator
        self.item_separator, self.key_separator = separators

    def default(self, o):
        """What stands for an object that JSON does not know; override it."""
        raise TypeError("Object of type %s is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        if isinstance(o, str):
            return (encode_basestring_ascii if self.ensure_ascii else encode_basestring)(o)
        text = self._text(o)
        if text is not NotImplemented:
            return text
        out = []
        self._writer(out.append)(o, 0)
        return "".join(out)

    def _text(self, o):
        """The text at once, or NotImplemented."""
        return _text(o, self.ensure_ascii, self.item_separator, self.key_separator, self._indent(), self.sort_keys)

    def _indent(self):
        indent = self.indent
        return indent if indent is None or isinstance(indent, str) else " " * indent

    def iterencode(self, o, _one_shot=False):
        out = []
        self._writer(out.append)(o, 0)
        return iter(out)

    def _writer(self, put):
        quote = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        item_separator, key_separator, indent = self.item_separator, self.key_separator, self._indent()
        markers = {} if self.check_circular else None
        allow_nan, skipkeys, sort_keys = self.allow_nan, self.skipkeys, self.sort_keys

        def number(o):
            if o != o:
                text = "NaN"
            elif o == INFINITY:
                text = "Infinity"
            elif o == -INFINITY:
                text = "-Infinity"
            else:
                return float.__repr__(o)
            if not allow_nan:
                raise ValueError("Out of range float values are not JSON compliant" + (
                    "" if indent is None else ": " + repr(o)))
            return text

        def name(key):
            if isinstance(key, str):
                return key
            if key is True:
                return "true"
            if key is False:
                return "false"
            if key is None:
                return "null"
            if isinstance(key, int):
                return int.__repr__(key)
            if isinstance(key, float):
                return number(key)
            if skipkeys:
                return None
            raise TypeError("keys must be str, int, float, bool or None, not %s" % key.__class__.__name__)

        def enter(o):
            if markers is not None:
                if id(o) in markers:
                    raise ValueError("Circular reference detected")
                markers[id(o)] = o

        def write(o, level):
            if isinstance(o, str):
                put(quote(o))
            elif o is None:
                put("null")
            elif o is True:
                put("true")
            elif o is False:
                put("false")
            elif isinstance(o, int):
                put(int.__repr__(o))
            elif isinstance(o, float):
                put(number(o))
            elif isinstance(o, (list, tuple)):
                if not o:
                    put("[]")
                    return
                enter(o)
                separator = item_separator
                if indent is not None:
                    separator += "\n" + indent * (level + 1)
                    put("[\n" + indent * (level + 1))
                else:
                    put("[")
                first = True
                for item in o:
                    if first:
                        first = False
                    else:
                        put(separator)
                    write(item, level + 1)
                if indent is not None:
                    put("\n" + indent * level)
                put("]")
                if markers is not None:
                    del markers[id(o)]
            elif isinstance(o, dict):
                if not o:
                    put("{}")
                    return
                enter(o)
                put("{")
                separator = item_separator
                if indent is not None:
                    separator += "\n" + indent * (level + 1)
                first = True
                items = sorted(o.items()) if sort_keys else o.items()
                for key, value in items:
                    key = name(key)
                    if key is None:
                        continue
                    if first:
                        first = False
                        if indent is not None:
                            put("\n" + indent * (level + 1))
                    else:
                        put(separator)
                    put(quote(key))
                    put(key_separator)
                    write(value, level + 1)
                if indent is not None and not first:
                    put("\n" + indent * level)
                put("}")
                if markers is not None:
                    del markers[id(o)]
            else:
                enter(o)
                write(self.default(o), level)
                if markers is not None:
                    del markers[id(o)]
        return write
