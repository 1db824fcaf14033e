"""Cookies."""
import re
import string

__all__ = ["CookieError", "BaseCookie", "SimpleCookie"]
_legal = string.ascii_letters + string.digits + "!#$%&'*+-.^_`|~:"
_unescaped = _legal + " ()/<=>?@[]{}"


class CookieError(Exception):
    """A wrong cookie."""


def _quote(text):
    if text is None or text and all([c in _legal for c in text]):
        return text
    return '"' + "".join([c if c in _unescaped else "\\" + c if c in '"\\' else "\\%03o" % ord(c) for c in text]) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", lambda m: chr(int(m[1], 8)) if m[1] else m[2], text[1:-1])


class Morsel(dict):
    """A cookie with its attributes."""

    _reserved = {"expires": "expires", "path": "Path", "comment": "Comment", "domain": "Domain", "max-age": "Max-Age",
                 "secure": "Secure", "httponly": "HttpOnly", "version": "Version", "samesite": "SameSite"}
    _flags = {"secure", "httponly"}

    def __init__(self):
        super().__init__(dict.fromkeys(self._reserved, ""))
        self._key = self._value = self._coded_value = None

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, key, value):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        dict.__setitem__(self, key, value)

    def setdefault(self, key, value=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, value)

    def update(self, values):
        for key, value in dict(values).items():
            self[key] = value

    def isReservedKey(self, key):
        return key.lower() in self._reserved

    def set(self, key, val, coded_val):
        """Sets name and value."""
        if key.lower() in self._reserved:
            raise CookieError("Attempt to set a reserved key %r" % (key,))
        if not key or not all([c in _legal for c in key]):
            raise CookieError("Illegal key %r" % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def __eq__(self, other):
        if not isinstance(other, Morsel):
            return NotImplemented
        return dict.__eq__(self, other) and self._key == other._key and self._value == other._value

    __ne__ = object.__ne__

    def copy(self):
        """A copy."""
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def __getstate__(self):
        return {"key": self._key, "value": self._value, "coded_value": self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state["key"], state["value"], state["coded_value"]

    def output(self, attrs=None, header="Set-Cookie:"):
        """The line of a header."""
        return "%s %s" % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, self.OutputString())

    def OutputString(self, attrs=None):
        """Name, value and attributes."""
        parts = ["%s=%s" % (self._key, self._coded_value)]
        for key, value in sorted(self.items()):
            if value == "" or key not in (attrs or self._reserved):
                continue
            if key in self._flags:
                if value:
                    parts.append(self._reserved[key])
            elif key == "max-age" and isinstance(value, int):
                parts.append("Max-Age=%d" % value)
            else:
                parts.append("%s=%s" % (self._reserved[key], _quote(value) if key == "comment" else value))
        return "; ".join(parts)


_pattern = re.compile(r"""\s*([\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=]+?)\s*(?:=\s*("(?:[^\\"]|\\.)*"|\w{3},\s[\w\d\s-]{9,11}\s"""
                      r"""[\d:]{8}\sGMT|[\w\d!#%&'~_`><@,:/$*+\-.^|)(?}{=\[\]]*))?\s*(?:\s+|;|$)""", re.ASCII)


class BaseCookie(dict):
    """Cookies by name."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, value, coded):
        morsel = self.get(key, Morsel())
        morsel.set(key, value, coded)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            self._set(key, *self.value_encode(value))

    def output(self, attrs=None, header="Set-Cookie:", sep="\015\012"):
        """The lines of headers."""
        return sep.join([value.output(attrs, header) for key, value in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        return "<%s: %s>" % (self.__class__.__name__, " ".join(
            ["%s=%r" % (key, value.value) for key, value in sorted(self.items())]))

    def load(self, rawdata):
        """Takes cookies from a header or a dictionary."""
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():
                self[key] = value
            return
        pos, current = 0, None
        while pos < len(rawdata):
            match = _pattern.match(rawdata, pos)
            if not match:
                return
            key, value = match.group(1, 2)
            pos = match.end(0)
            if key[0] == "$":
                if current is not None:
                    current[key[1:]] = value
            elif key.lower() in Morsel._reserved:
                if current is not None:
                    current[key] = True if value is None and key.lower() in Morsel._flags else _unquote(value)
            elif value is not None:
                self._set(key, *self.value_decode(value))
                current = self[key]
            else:
                return


class SimpleCookie(BaseCookie):
    """Cookies whose values are strings."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
