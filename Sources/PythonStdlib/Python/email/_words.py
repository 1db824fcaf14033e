"""Encoded words (RFC 2047) and parameters in several pieces (RFC 2231) in headers, and how long headers are folded."""
import base64 as _base64
import re as _re
from urllib.parse import quote as _percent, unquote_to_bytes as _unpercent

WORD = _re.compile(r"=\?([^?\s]+)\?([qQbB])\?([^?\s]*)\?=")
_plain = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-!*+/")
_frame = len("=?utf-8?q??=")


def decoded(match, defects):
    """The text of an encoded word."""
    from email import errors
    charset, kind, text = match.groups()
    if kind in "qQ":
        data = _re.sub(rb"=([0-9A-Fa-f]{2})", lambda m: bytes([int(m[1], 16)]),
                       text.replace("_", " ").encode("ascii", "surrogateescape"))
    else:
        data = text.encode("ascii", "surrogateescape")
        missing = -len(data.rstrip(b"=")) % 4
        if missing and not data.endswith(b"=" * missing):
            defects.append(errors.InvalidBase64PaddingDefect())
        try:
            data = _base64.b64decode(data.rstrip(b"=") + b"=" * missing)
        except ValueError:
            defects.append(errors.InvalidBase64LengthDefect())
    charset = charset.partition("*")[0]
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        defects.append(errors.UndecodableBytesDefect(
            "Encoded word contains bytes not decodable using %r charset" % charset))
        return data.decode(charset, "surrogateescape")
    except LookupError:
        data = data.decode("ascii", "surrogateescape")
        defects.append(errors.CharsetError("Unknown charset %r in encoded word; decoded as unknown bytes" % charset))
        return data


def decode(text, defects):
    """A text with its encoded words decoded; spaces between two of them go."""
    if "=?" not in text:
        return text
    out, at = [], 0
    for match in WORD.finditer(text):
        between = text[at:match.start()]
        if not (at and not between.strip()):
            out.append(between)
        out.append(decoded(match, defects))
        at = match.end()
    out.append(text[at:])
    return "".join(out)


def encode(text, charset="utf-8"):
    """An encoded word for a text, in the way that is shorter or hardly longer and can be read."""
    data = text.encode(charset, "surrogateescape")
    if charset == "utf-8" and any("\udc80" <= c <= "\udcff" for c in text):
        charset = "unknown-8bit"
    quoted = "".join(["_" if b == 32 else chr(b) if b in _plain else "=%02X" % b for b in data])
    packed = _base64.b64encode(data).decode("ascii")
    if len(quoted) - len(packed) < 5:
        return "=?%s?q?%s?=" % (charset, quoted)
    return "=?%s?b?%s?=" % (charset, packed)


class Lines:
    """A header that is being folded. Parts are texts, `Coded` ones, or lists of parts that should stay together."""

    def __init__(self, name, policy):
        self.most = policy.max_line_length or float("inf")
        self.utf8 = getattr(policy, "utf8", False)
        self.lines = [name + ":"]
        # Where the last encoded word of this line begins, and what stands from there on.
        self.word = None

    def _ascii(self, text):
        if self.utf8:
            return not any("\udc80" <= c <= "\udcff" for c in text)
        return text.isascii()

    def _width(self, part):
        """How long a part is on one line."""
        if isinstance(part, list):
            return sum(map(self._width, part))
        if isinstance(part, tuple):
            return len(part[0]) + self._width(part[1])
        if isinstance(part, Coded) and not self._ascii(part.text):
            return len(encode(part.text))
        return len(str(part))

    def add(self, part, space=" "):
        """Puts a part behind the others, after `space`."""
        if isinstance(part, list):
            if len(self.lines[-1]) + len(space) + self._width(part) > self.most and \
                    len(space) + self._width(part) <= self.most and self.lines[-1].strip() and space:
                self._break(space)
                space = ""
            for each in part:
                if isinstance(each, tuple):
                    space, each = each
                self.add(each, space)
                space = ""
            return
        text = str(part)
        if isinstance(part, Coded) and not self._ascii(text):
            self._add_coded(text, space)
            return
        if len(self.lines[-1]) + len(space) + len(text) > self.most and space:
            if isinstance(part, Coded) and len(text) + 1 > self.most:
                self._add_coded(text, space)
                return
            if self.lines[-1].strip() and not self._is_name_only():
                self._break(space)
                space = ""
        self.lines[-1] += space + text
        if self.word is not None:
            self.word = (self.word[0], self.word[1] + space + text) if isinstance(part, Coded) else None

    def _is_name_only(self):
        return len(self.lines) == 1 and self.lines[0].endswith(":") and " " not in self.lines[0]

    def _break(self, space):
        self.lines.append(space or " ")
        self.word = None

    def _add_coded(self, text, space):
        if self.word is not None:
            # What lies between two encoded words of a line becomes a part of one.
            start, before = self.word
            self.lines[-1] = self.lines[-1][:start]
            text, space = before + space + text, ""
        elif self.most - len(self.lines[-1]) - len(space) <= _frame + 1 and self.lines[-1].strip():
            self.lines.append(space or " ")
        else:
            self.lines[-1] += space
        while text:
            room = self.most - len(self.lines[-1])
            if room <= _frame + 1 and self.lines[-1].strip():
                self.lines.append(" ")
                continue
            count = len(text)
            word = encode(text)
            while len(word) > room and count > 1:
                count -= max(1, int(len(word) - room) // 12)
                word = encode(text[:count])
            self.word = len(self.lines[-1]), text[:count]
            self.lines[-1] += word
            text = text[count:]
            if text:
                self.lines.append(" ")

    def finish(self, linesep):
        return linesep.join(self.lines) + linesep


class Coded(str):
    """A part that becomes an encoded word where it is not ASCII."""

    @property
    def text(self):
        return str.__str__(self)


def fold_text(name, text, policy):
    """A header of words."""
    lines = Lines(name, policy)
    if not text:
        return lines.finish(policy.linesep)
    space = " "
    for part in _re.findall(r"\s+|\S+", text):
        if part.isspace():
            space = part if space != " first" else " " + part
        else:
            lines.add(Coded(part), space)
            space = ""
    if space and space != " ":
        lines.lines[-1] += space
    elif space and text[-1:].isspace():
        lines.lines[-1] += space
    return lines.finish(policy.linesep)


# Parameters

def split_parameters(text):
    """What stands between semicolons, where those in quotes and comments do not count."""
    return [part.strip() for part in _re.findall(r'(?:[^;"(]|"(?:\\.|[^"\\])*"?|\((?:\\.|[^)\\])*\)?)+', text)]


def _unquoted(text):
    text = _re.sub(r"\((?:\\.|[^)\\])*\)?", "", text).strip() if not text.startswith('"') else text
    if text[:1] == '"':
        return _re.sub(r"\\(.)", r"\1", text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:])
    return text


def parameters(parts, defects):
    """The parameters of a header: {name: text}."""
    from email import errors
    pieces = {}
    for part in parts:
        name, equals, value = part.partition("=")
        name, value = name.strip(), value.strip()
        if not name and not equals:
            continue
        if not equals:
            defects.append(errors.InvalidHeaderDefect("Parameter contains name ({}) but no value".format(name)))
            continue
        match = _re.fullmatch(r"([^*]+)(?:\*(\d+))?(\*)?", name)
        if match is None:
            defects.append(errors.InvalidHeaderDefect("Invalid parameter name %r" % name))
            continue
        base, number, is_extended = match[1].lower(), int(match[2] or 0), bool(match[3])
        known = pieces.setdefault(base, {})
        if number in known:
            defects.append(errors.InvalidHeaderDefect(
                "duplicate parameter name; duplicate(s) ignored"))
            continue
        known[number] = is_extended, _unquoted(value)
    found = {}
    for base, known in pieces.items():
        charset, data = "utf-8", b""
        for place, number in enumerate(sorted(known)):
            if place != number:
                defects.append(errors.InvalidHeaderDefect("inconsistent RFC2231 parameter numbering"))
                break
            is_extended, value = known[number]
            if is_extended:
                if number == 0 and value.count("'") >= 2:
                    charset, _, value = value.split("'", 2)
                    charset = charset or "ascii"
                data += _unpercent(value)
            else:
                data += decode(value, defects).encode(charset if charset != "ascii" else "utf-8", "surrogateescape")
        try:
            found[base] = data.decode(charset, "surrogateescape")
        except LookupError:
            found[base] = data.decode("ascii", "surrogateescape")
            defects.append(errors.UndecodableBytesDefect("unknown charset %r" % charset))
    return found


def quoted(text):
    return '"%s"' % text.replace("\\", "\\\\").replace('"', '\\"')


def fold_parameters(name, value, params, policy):
    """A header of a value with parameters."""
    lines = Lines(name, policy)
    lines.add(value)
    for key, text in params.items():
        if text.isascii() or lines.utf8:
            part = "%s=%s" % (key, quoted(text))
        else:
            part = "%s*=utf-8''%s" % (key, _percent(text, safe="", errors="surrogateescape"))
        if len(part) + 1 > lines.most:
            _long(lines, key, text)
            continue
        lines.lines[-1] += ";"
        lines.add(part)
    return lines.finish(policy.linesep)


def _long(lines, key, text):
    """A parameter in pieces, one a line."""
    lines.lines[-1] += ";"
    value, number, head = _percent(text, safe="", errors="surrogateescape"), 0, "utf-8''"
    while value:
        start = " %s*%d*=%s" % (key, number, head)
        count = max(3, int(lines.most) - len(start) - 1)
        # (No character is torn.)
        while count < len(value) and "%" in value[count - 2:count]:
            count -= 1
        lines.lines.append(start + value[:count] + (";" if count < len(value) else ""))
        value, number, head = value[count:], number + 1, ""
