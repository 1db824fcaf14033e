"""Property lists of Apple's systems, in XML and in binary form."""
import binascii as _binascii
import datetime as _datetime
import enum as _enum
import itertools as _itertools
import re as _re
import struct as _struct
from io import BytesIO as _BytesIO

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = _enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
FMT_XML, FMT_BINARY = PlistFormat.FMT_XML, PlistFormat.FMT_BINARY
_HEAD = b"""\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
"""
_CONTROLS = _re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DATE = _re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", _re.ASCII)


class InvalidFileException(ValueError):
    """The file is no property list."""

    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


class UID:
    """A number that stands for an object of a key archive."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, repr(self.data))

    def __reduce__(self):
        return type(self), (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


# XML

def _escaped(text):
    if _CONTROLS.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _write_xml(value, out, level, sort_keys, skipkeys):
    pad = "\t" * level

    def line(text):
        out.append((pad + text + "\n").encode("utf-8"))

    def one(name, text):
        line("<%s>%s</%s>" % (name, _escaped(text), name))
    if isinstance(value, str):
        one("string", value)
    elif value is True or value is False:
        line("<true/>" if value else "<false/>")
    elif isinstance(value, int):
        if not -1 << 63 <= value < 1 << 64:
            raise OverflowError(value)
        one("integer", "%d" % value)
    elif isinstance(value, float):
        one("real", repr(value))
    elif isinstance(value, dict):
        if not value:
            line("<dict/>")
            return
        line("<dict>")
        for key, item in sorted(value.items()) if sort_keys else value.items():
            if not isinstance(key, str):
                if skipkeys:
                    continue
                raise TypeError("keys must be strings")
            out.append(("%s\t<key>%s</key>\n" % (pad, _escaped(key))).encode("utf-8"))
            _write_xml(item, out, level + 1, sort_keys, skipkeys)
        line("</dict>")
    elif isinstance(value, (bytes, bytearray)):
        line("<data>")
        width = max(16, 76 - len((pad).replace("\t", " " * 8)))
        size = width // 4 * 3
        for i in range(0, len(value), size):
            line(_binascii.b2a_base64(value[i:i + size]).decode("ascii").rstrip("\n"))
        line("</data>")
    elif isinstance(value, _datetime.datetime):
        one("date", "%04d-%02d-%02dT%02d:%02d:%02dZ" % (value.year, value.month, value.day, value.hour, value.minute,
                                                       value.second))
    elif isinstance(value, (tuple, list)):
        if not value:
            line("<array/>")
            return
        line("<array>")
        for item in value:
            _write_xml(item, out, level + 1, sort_keys, skipkeys)
        line("</array>")
    else:
        raise TypeError("unsupported type: %s" % type(value))


def _date(text):
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError("not a date: %r" % text)
    return _datetime.datetime(*[int(part) for part in found.groups() if part is not None])


def _read_xml(data, dict_type):
    import xml.etree.ElementTree as tree
    if b"<!ENTITY" in data:
        raise InvalidFileException("XML entity declarations are not supported in plist files")
    root = tree.fromstring(data)

    def value(node):
        name, text = node.tag, node.text or ""
        if name == "dict":
            made, key = dict_type(), None
            for child in node:
                if child.tag == "key":
                    if key is not None:
                        raise ValueError("unexpected key")
                    key = child.text or ""
                else:
                    if key is None:
                        raise ValueError("unexpected element")
                    made[key] = value(child)
                    key = None
            if key is not None:
                raise ValueError("missing value for key '%s'" % key)
            return made
        if name == "array":
            return [value(child) for child in node]
        if name == "string":
            return text
        if name == "integer":
            return int(text, 16) if text.lower().startswith(("0x", "-0x")) else int(text)
        if name == "real":
            return float(text)
        if name in ("true", "false"):
            return name == "true"
        if name == "data":
            return _binascii.a2b_base64(text.encode("ascii"))
        if name == "date":
            return _date(text)
        raise ValueError("unknown element: %s" % name)
    if root.tag != "plist":
        return value(root)
    for child in root:
        return value(child)


# Binary

_EPOCH = _datetime.datetime(2001, 1, 1)


def _read_binary(data, dict_type):
    try:
        width, reference, count, top, table = _struct.unpack(">6xBBQQQ", data[-32:])
        if width not in (1, 2, 3, 4, 8) or not reference:
            raise InvalidFileException()
        places = [int.from_bytes(data[table + i * width:table + (i + 1) * width], "big") for i in range(count)]
        if len(places) != count or table + count * width > len(data):
            raise InvalidFileException()
        missing = object()
        made = [missing] * count

        def size(place, token):
            low = token & 0x0f
            if low < 0x0f:
                return low, place + 1
            bytes_ = 1 << (data[place + 1] & 3)
            return int.from_bytes(data[place + 2:place + 2 + bytes_], "big"), place + 2 + bytes_

        def part(place, n):
            found = data[place:place + n]
            if len(found) != n:
                raise InvalidFileException()
            return found

        def references(place, n):
            raw = part(place, n * reference)
            return [int.from_bytes(raw[i:i + reference], "big") for i in range(0, len(raw), reference)]

        def value(number):
            if made[number] is not missing:
                return made[number]
            place = places[number]
            token = data[place]
            kind, low = token & 0xf0, token & 0x0f
            if token in (0x00, 0x08, 0x09, 0x0f):
                result = {0x00: None, 0x08: False, 0x09: True, 0x0f: b""}[token]
            elif kind == 0x10:
                result = int.from_bytes(part(place + 1, 1 << low), "big", signed=low >= 3)
            elif token in (0x22, 0x23):
                result, = _struct.unpack(">f" if token == 0x22 else ">d", part(place + 1, 4 if token == 0x22 else 8))
            elif token == 0x33:
                result = _EPOCH + _datetime.timedelta(seconds=_struct.unpack(">d", part(place + 1, 8))[0])
            elif kind == 0x40:
                n, place = size(place, token)
                result = part(place, n)
            elif kind == 0x50:
                n, place = size(place, token)
                result = part(place, n).decode("ascii")
            elif kind == 0x60:
                n, place = size(place, token)
                result = part(place, 2 * n).decode("utf-16be")
            elif kind == 0x80:
                result = UID(int.from_bytes(part(place + 1, 1 + low), "big"))
            elif kind == 0xa0:
                n, place = size(place, token)
                result = made[number] = []
                result.extend([value(i) for i in references(place, n)])
            elif kind == 0xd0:
                n, place = size(place, token)
                keys, values = references(place, n), references(place + n * reference, n)
                result = made[number] = dict_type()
                for k, v in zip(keys, values):
                    result[value(k)] = value(v)
            else:
                raise InvalidFileException()
            made[number] = result
            return result
        return value(top)
    except (OSError, IndexError, _struct.error, OverflowError, ValueError, TypeError) as e:
        if isinstance(e, InvalidFileException):
            raise
        raise InvalidFileException() from e


def _number(n):
    for width, token in ((1, 0x10), (2, 0x11), (4, 0x12), (8, 0x13)):
        if 0 <= n < 1 << 8 * width and not (width == 8 and n >= 1 << 63):
            return bytes([token]) + n.to_bytes(width, "big")
    if n < 0:
        if n < -1 << 63:
            raise OverflowError(n)
        return b"\x13" + n.to_bytes(8, "big", signed=True)
    if n >= 1 << 64:
        raise OverflowError(n)
    return b"\x14" + n.to_bytes(16, "big", signed=True)


def _token(kind, n):
    return bytes([kind | n]) if n < 15 else bytes([kind | 15]) + _number(n)


def _write_binary(value, sort_keys, skipkeys):
    objects, known, lists = [], {}, {}

    def mark(item):
        return (type(item), item) if isinstance(item, (str, int, float, _datetime.datetime, bytes, bytearray)) and \
            not isinstance(item, bytearray) else (bytes, bytes(item)) if isinstance(item, bytearray) else id(item)

    def collect(item):
        key = mark(item)
        if key in known:
            return
        known[key] = len(objects)
        objects.append(item)
        if isinstance(item, dict):
            pairs = sorted(item.items()) if sort_keys else list(item.items())
            kept = []
            for name, content in pairs:
                if not isinstance(name, str):
                    if skipkeys:
                        continue
                    raise TypeError("keys must be strings")
                kept.append((name, content))
            lists[id(item)] = kept
            for name, content in kept:
                collect(name)
            for name, content in kept:
                collect(content)
        elif isinstance(item, (list, tuple)):
            for content in item:
                collect(content)
    collect(value)
    reference = next(n for n in (1, 2, 4, 8) if len(objects) < 1 << 8 * n)

    def refs(items):
        return b"".join([known[mark(item)].to_bytes(reference, "big") for item in items])
    out, places = [b"bplist00"], []
    at = 8
    for item in objects:
        if item is None:
            data = b"\x00"
        elif item is False or item is True:
            data = b"\x09" if item else b"\x08"
        elif isinstance(item, int):
            data = _number(item)
        elif isinstance(item, float):
            data = _struct.pack(">Bd", 0x23, item)
        elif isinstance(item, _datetime.datetime):
            data = _struct.pack(">Bd", 0x33, (item - _EPOCH).total_seconds())
        elif isinstance(item, (bytes, bytearray)):
            data = _token(0x40, len(item)) + item
        elif isinstance(item, str):
            if item.isascii():
                data = _token(0x50, len(item)) + item.encode("ascii")
            else:
                wide = item.encode("utf-16be")
                data = _token(0x60, len(wide) // 2) + wide
        elif isinstance(item, UID):
            n = next(n for n in (1, 2, 4, 8) if item.data < 1 << 8 * n)
            data = bytes([0x80 | n - 1]) + item.data.to_bytes(n, "big")
        elif isinstance(item, (list, tuple)):
            data = _token(0xa0, len(item)) + refs(item)
        elif isinstance(item, dict):
            pairs = lists[id(item)]
            data = _token(0xd0, len(pairs)) + refs([k for k, _ in pairs]) + refs([v for _, v in pairs])
        else:
            raise TypeError(item)
        places.append(at)
        out.append(data)
        at += len(data)
    width = next(n for n in (1, 2, 4, 8) if at < 1 << 8 * n)
    out.extend([place.to_bytes(width, "big") for place in places])
    out.append(_struct.pack(">5xBBBQQQ", 0, width, reference, len(objects), known[mark(value)], at))
    return b"".join(out)


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """The contents of a binary file."""
    return loads(fp.read(), fmt=fmt, dict_type=dict_type)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """What bytes say."""
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
        value = value.encode()
    value = bytes(value)
    if fmt is None:
        head = value[:32]
        if head.startswith(b"bplist00"):
            fmt = FMT_BINARY
        elif head.startswith((b"<?xml", b"<plist", b"\xef\xbb\xbf<?xml", b"\xef\xbb\xbf<plist")):
            fmt = FMT_XML
        else:
            raise InvalidFileException()
    return _read_xml(value, dict_type) if fmt == FMT_XML else _read_binary(value, dict_type)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Writes a value to a binary file."""
    if fmt not in (FMT_XML, FMT_BINARY):
        raise ValueError("Unsupported format: %r" % (fmt,))
    if fmt == FMT_BINARY:
        fp.write(_write_binary(value, sort_keys, skipkeys))
        return
    out = [_HEAD, b'<plist version="1.0">\n']
    _write_xml(value, out, 0, sort_keys, skipkeys)
    fp.write(b"".join(_itertools.chain(out, [b"</plist>\n"])))


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """A value as bytes."""
    file = _BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys)
    return file.getvalue()
