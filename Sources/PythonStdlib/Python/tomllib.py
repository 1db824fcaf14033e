"""Reads TOML 1.0."""
import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

__all__ = ("loads", "load", "TOMLDecodeError")


class TOMLDecodeError(ValueError):
    """The text is not TOML."""


_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
_CONTROL = frozenset([chr(i) for i in range(32)] + ["\x7f"])
_HEX = frozenset("0123456789abcdefABCDEF")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_NUMBER = _re.compile(
    r"0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*|"
    r"[+-]?(?:0|[1-9](?:_?[0-9])*)(\.[0-9](?:_?[0-9])*)?([eE][+-]?[0-9](?:_?[0-9])*)?")
_TIME = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_CLOCK = _re.compile(_TIME)
_MOMENT = _re.compile(
    r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]" + _TIME +
    r"(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")


def load(fp, /, *, parse_float=float):
    """A file opened for bytes as a dict."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """A text as a dict."""
    text = s.replace("\r\n", "\n")
    if parse_float is not float:
        made = parse_float

        def parse_float(text):
            value = made(text)
            if isinstance(value, (dict, list)):
                raise ValueError("parse_float must not return dicts or lists")
            return value
    return _Reader(text, parse_float).document()


class _Table(dict):
    """A table while it is read: how it came to be decides what may be added."""

    __slots__ = ("is_header", "is_closed", "is_dotted")

    def __init__(self):
        self.is_header = self.is_closed = self.is_dotted = False


class _Tables(list):
    """The list that [[headers]] make."""


def _plain(value):
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.end = text, 0, len(text)
        self.parse_float = parse_float

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= self.end:
            place = "end of document"
        else:
            line = self.text.count("\n", 0, at) + 1
            place = "line %d, column %d" % (line, at - self.text.rfind("\n", 0, at))
        return TOMLDecodeError("%s (at %s)" % (message, place))

    def peek(self):
        return self.text[self.at:self.at + 1]

    def skip(self, characters):
        text, at, end = self.text, self.at, self.end
        while at < end and text[at] in characters:
            at += 1
        self.at = at

    def refuse_control(self, start, stop, allowed):
        """Control characters may stand nowhere, those allowed apart."""
        for i in range(start, stop):
            if self.text[i] in _CONTROL and self.text[i] not in allowed:
                raise self.fail("Found invalid character %r" % self.text[i], i)

    def comment(self):
        if self.peek() != "#":
            return
        start = self.at + 1
        stop = self.text.find("\n", start)
        stop = self.end if stop < 0 else stop
        self.refuse_control(start, stop, "\t")
        self.at = stop

    def gap(self):
        """Blanks, comments and ends of lines, as in arrays."""
        while True:
            before = self.at
            self.skip(" \t\n")
            self.comment()
            if self.at == before:
                return

    def document(self):
        root = here = _Table()
        while True:
            self.skip(" \t\n")
            c = self.peek()
            if not c:
                return _plain(root)
            if c == "#":
                self.comment()
                continue
            if c == "[":
                here = self.header(root)
            elif c in _BARE or c in "\"'":
                self.pair(here)
            else:
                raise self.fail("Invalid statement")
            self.skip(" \t")
            self.comment()
            c = self.peek()
            if not c:
                return _plain(root)
            if c != "\n":
                raise self.fail("Expected newline or end of document after a statement")
            self.at += 1

    # Tables

    def header(self, root):
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        self.skip(" \t")
        key = self.key()
        if not self.text.startswith("]]" if many else "]", self.at):
            raise self.fail("Expected ']%s' at the end of a%s declaration" % (
                "]" if many else "", "n array" if many else " table"))
        table = root
        for part in key[:-1]:
            table = self.step(table, part, key, many)
        last = key[-1]
        known = table.get(last)
        if many:
            if known is None:
                known = table[last] = _Tables()
            elif not isinstance(known, _Tables):
                if isinstance(known, _Table) and not known.is_closed:
                    raise self.fail("Cannot overwrite a value")
                raise self.fail("Cannot mutate immutable namespace %s" % (key,))
            made = _Table()
            known.append(made)
            self.at += 2
        else:
            made = known
            if known is None:
                made = table[last] = _Table()
            elif not isinstance(known, _Table) or known.is_closed or known.is_header or known.is_dotted:
                if isinstance(known, (_Table, _Tables)):
                    raise self.fail("Cannot declare %s twice" % (key,))
                raise self.fail("Cannot overwrite a value")
            self.at += 1
        made.is_header = True
        return made

    def step(self, table, part, key, many):
        found = table.get(part)
        if found is None:
            found = table[part] = _Table()
        if isinstance(found, _Tables):
            found = found[-1]
        if not isinstance(found, _Table) or found.is_closed:
            if isinstance(found, _Table):
                raise self.fail(("Cannot mutate immutable namespace %s" if many else "Cannot declare %s twice") % (key,))
            raise self.fail("Cannot overwrite a value")
        return found

    def pair(self, table):
        key = self.key()
        if self.peek() != "=":
            raise self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.skip(" \t")
        value = self.value()
        for i, part in enumerate(key[:-1]):
            found = table.get(part)
            if found is None:
                found = table[part] = _Table()
                found.is_dotted = True
            elif not isinstance(found, _Table):
                if isinstance(found, _Tables):
                    raise self.fail("Cannot mutate immutable namespace %s" % (key[:-1],))
                raise self.fail("Cannot overwrite a value")
            elif found.is_closed:
                raise self.fail("Cannot mutate immutable namespace %s" % (key[:-1],))
            elif found.is_header:
                raise self.fail("Cannot redefine namespace %s" % (key[:i + 1],))
            table = found
        if key[-1] in table:
            error = self.fail("Cannot overwrite a value")
            error.key = key[-1]
            raise error
        table[key[-1]] = value

    def key(self):
        parts = [self.key_part()]
        self.skip(" \t")
        while self.peek() == ".":
            self.at += 1
            self.skip(" \t")
            parts.append(self.key_part())
            self.skip(" \t")
        return tuple(parts)

    def key_part(self):
        c = self.peek()
        if c and c in _BARE:
            start = self.at
            self.skip(_BARE)
            return self.text[start:self.at]
        if c == "'":
            return self.literal()
        if c == '"':
            return self.basic()
        raise self.fail("Invalid initial character for a key part")

    # Values

    def value(self):
        text, at = self.text, self.at
        c = self.peek()
        if c == '"':
            return self.long_basic() if text.startswith('"""', at) else self.basic()
        if c == "'":
            return self.long_literal() if text.startswith("'''", at) else self.literal()
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline()
        if text.startswith("true", at):
            self.at += 4
            return True
        if text.startswith("false", at):
            self.at += 5
            return False
        found = _MOMENT.match(text, at)
        if found:
            self.at = found.end()
            try:
                return self.moment(found)
            except ValueError as e:
                raise self.fail("Invalid date or datetime", at) from e
        found = _CLOCK.match(text, at)
        if found:
            self.at = found.end()
            return self.clock(found.group(1, 2, 3, 4))
        for word in ("inf", "nan"):
            for sign in ("", "+", "-"):
                if text.startswith(sign + word, at):
                    self.at += len(sign + word)
                    return self.parse_float(sign + word)
        found = _NUMBER.match(text, at)
        if found:
            self.at = found.end()
            if found.group(1) or found.group(2):
                return self.parse_float(found.group().replace("_", ""))
            return int(found.group(), 0)
        raise self.fail("Invalid value")

    def clock(self, parts):
        hour, minute, second, part = parts
        return _time(int(hour), int(minute), int(second), int(part.ljust(6, "0")) if part else 0)

    def moment(self, found):
        year, month, day, hour, *rest = found.groups()
        if hour is None:
            return _date(int(year), int(month), int(day))
        at = self.clock((hour, *rest[:3]))
        zulu, sign, hours, minutes = rest[3:]
        zone = None
        if zulu:
            zone = _timezone.utc
        elif sign:
            step = _timedelta(hours=int(hours), minutes=int(minutes))
            zone = _timezone(step if sign == "+" else -step)
        return _datetime(int(year), int(month), int(day), at.hour, at.minute, at.second, at.microsecond, tzinfo=zone)

    def array(self):
        self.at += 1
        items = []
        self.gap()
        while self.peek() != "]":
            items.append(self.value())
            self.gap()
            c = self.peek()
            if c == ",":
                self.at += 1
                self.gap()
            elif c != "]":
                raise self.fail("Unclosed array")
        self.at += 1
        return items

    def inline(self):
        self.at += 1
        table = _Table()
        self.skip(" \t")
        if self.peek() == "}":
            self.at += 1
        else:
            while True:
                try:
                    self.pair(table)
                except TOMLDecodeError as e:
                    if hasattr(e, "key"):
                        raise self.fail("Duplicate inline table key %r" % e.key) from None
                    raise
                self.skip(" \t")
                c = self.peek()
                if c == "}":
                    self.at += 1
                    break
                if c != ",":
                    raise self.fail("Unclosed inline table")
                self.at += 1
                self.skip(" \t")
        self.close(table)
        return table

    def close(self, table):
        table.is_closed = True
        for value in table.values():
            if isinstance(value, _Table):
                self.close(value)

    # Texts

    def literal(self):
        start = self.at + 1
        stop = self.text.find("'", start)
        stop = self.end if stop < 0 else stop
        self.refuse_control(start, stop, "\t")
        if stop == self.end:
            raise self.fail("Expected \"'\"", self.end)
        self.at = stop + 1
        return self.text[start:stop]

    def long_literal(self):
        start = self.at + 3
        if self.text.startswith("\n", start):
            start += 1
        stop = self.text.find("'''", start)
        if stop < 0:
            raise self.fail("Expected \"'''\"", self.end)
        self.refuse_control(start, stop, "\t\n")
        self.at = stop + 3
        return self.text[start:stop] + self.quotes("'")

    def quotes(self, quote):
        """Up to two quotes may stand before the three that end a text."""
        extra = ""
        while len(extra) < 2 and self.peek() == quote:
            extra += quote
            self.at += 1
        return extra

    def basic(self):
        self.at += 1
        out = []
        while True:
            c = self.peek()
            if not c:
                raise self.fail("Unterminated string")
            if c == '"':
                self.at += 1
                return "".join(out)
            if c == "\\":
                out.append(self.escape(False))
            elif c in _CONTROL and c != "\t":
                raise self.fail("Illegal character %r" % c)
            else:
                out.append(c)
                self.at += 1

    def long_basic(self):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        out = []
        while True:
            c = self.peek()
            if not c:
                raise self.fail("Unterminated string")
            if c == '"' and self.text.startswith('"""', self.at):
                self.at += 3
                return "".join(out) + self.quotes('"')
            if c == "\\":
                out.append(self.escape(True))
            elif c in _CONTROL and c not in "\t\n":
                raise self.fail("Illegal character %r" % c)
            else:
                out.append(c)
                self.at += 1

    def escape(self, is_long):
        start = self.at
        c = self.text[start + 1:start + 2]
        self.at = start + 2
        if is_long and c and c in " \t\n":
            if c != "\n":
                self.skip(" \t")
                if not self.peek():
                    return ""
                if self.peek() != "\n":
                    raise self.fail("Unescaped '\\' in a string")
                self.at += 1
            self.skip(" \t\n")
            return ""
        if c in ("u", "U"):
            size = 4 if c == "u" else 8
            digits = self.text[self.at:self.at + size]
            if len(digits) != size or not set(digits) <= _HEX:
                raise self.fail("Invalid hex value")
            self.at += size
            point = int(digits, 16)
            if 0xd800 <= point <= 0xdfff or point > 0x10ffff:
                raise self.fail("Escaped character is not a Unicode scalar value")
            return chr(point)
        if c not in _ESCAPES or not c:
            if not c:
                raise self.fail("Unterminated string")
            raise self.fail("Unescaped '\\' in a string")
        return _ESCAPES[c]
