"""Data as the bytes that Python's own files are made of. Code objects cannot be written: Wick's code is not CPython's."""
import struct as _struct

__all__ = ["dump", "dumps", "load", "loads", "version"]
version = 4
_DEPTH = 2000
_FLAG = 0x80
_SINGLES = {None: b"N", StopIteration: b"S", Ellipsis: b"."}


class _Writer:
    def __init__(self, level):
        self.level, self.parts = level, []

    def count(self, number):
        if number > 0x7FFFFFFF:
            raise ValueError("unmarshallable object")
        self.parts.append(_struct.pack("<i", number))

    def integer(self, value):
        if -0x80000000 <= value <= 0x7FFFFFFF:
            self.parts.append(b"i" + _struct.pack("<i", value))
            return
        # Digits of 15 bits, the least first.
        size, digits = abs(value), []
        while size:
            digits.append(size & 0x7FFF)
            size >>= 15
        self.parts.append(b"l" + _struct.pack("<i", -len(digits) if value < 0 else len(digits)))
        self.parts.append(_struct.pack("<%dH" % len(digits), *digits))

    def number(self, value):
        if self.level > 1:
            return _struct.pack("<d", value)
        text = format(value, ".17g").encode()
        return bytes([len(text)]) + text

    def text(self, value):
        if self.level >= 4 and value.isascii():
            data = value.encode()
            self.parts.append(b"z" + bytes([len(data)]) if len(data) < 256 else b"a" + _struct.pack("<i", len(data)))
        else:
            data = value.encode("utf-8", "surrogatepass")
            self.parts.append(b"u")
            self.count(len(data))
        self.parts.append(data)

    def items(self, code, values, depth):
        self.parts.append(code)
        self.count(len(values))
        for value in values:
            self.write(value, depth)

    def write(self, value, depth=0):
        if depth > _DEPTH:
            raise ValueError("object too deeply nested to marshal")
        depth += 1
        kind = type(value)
        if value is True or value is False:
            self.parts.append(b"T" if value else b"F")
        elif kind is int:
            self.integer(value)
        elif kind is float:
            self.parts.append((b"g" if self.level > 1 else b"f") + self.number(value))
        elif kind is complex:
            self.parts.append((b"y" if self.level > 1 else b"x") + self.number(value.real) + self.number(value.imag))
        elif kind is str:
            self.text(value)
        elif kind is tuple:
            if self.level >= 4 and len(value) < 256:
                self.parts.append(b")" + bytes([len(value)]))
                for item in value:
                    self.write(item, depth)
            else:
                self.items(b"(", value, depth)
        elif kind is list:
            self.items(b"[", value, depth)
        elif kind is dict:
            self.parts.append(b"{")
            for key, item in value.items():
                self.write(key, depth)
                self.write(item, depth)
            self.parts.append(b"0")
        elif kind in (set, frozenset):
            # In the order of their bytes, so that equal sets are written alike.
            self.parts.append(b"<" if kind is set else b">")
            self.count(len(value))
            self.parts.extend(sorted(dumps(item, self.level) for item in value))
        elif value is None or value is Ellipsis or value is StopIteration:
            self.parts.append(_SINGLES[value])
        else:
            try:
                data = memoryview(value)
            except TypeError:
                raise ValueError("unmarshallable object") from None
            self.parts.append(b"s")
            self.count(data.nbytes)
            self.parts.append(data.tobytes())


class _Reader:
    def __init__(self, read):
        self.read, self.known = read, []

    def take(self, size):
        data = self.read(size)
        if len(data) < size:
            raise EOFError("marshal data too short")
        return data

    def count(self, what):
        size, = _struct.unpack("<i", self.take(4))
        if size < 0:
            raise ValueError(f"bad marshal data ({what} size out of range)")
        return size

    def integer(self):
        size, = _struct.unpack("<i", self.take(4))
        value = 0
        digits = _struct.unpack("<%dH" % abs(size), self.take(2 * abs(size)))
        for digit in reversed(digits):
            if digit > 0x7FFF:
                raise ValueError("bad marshal data (digit out of range in long)")
            value = value << 15 | digit
        if digits and digits[-1] == 0:
            raise ValueError("bad marshal data (unnormalized long data)")
        return -value if size < 0 else value

    def number(self, is_text):
        if is_text:
            return float(self.take(self.take(1)[0]))
        return _struct.unpack("<d", self.take(8))[0]

    def value(self, what="object"):
        value = self.any()
        if value is _NULL:
            raise TypeError(f"NULL object in marshal data for {what}")
        return value

    def items(self, size, what, depth):
        return [self.any_of(what, depth) for _ in range(size)]

    def any_of(self, what, depth):
        value = self.any(depth)
        if value is _NULL:
            raise TypeError(f"NULL object in marshal data for {what}")
        return value

    def any(self, depth=0):
        first = self.read(1)
        if not first:
            raise EOFError("EOF read where object expected")
        if depth > _DEPTH:
            raise ValueError("recursion limit exceeded")
        code, is_kept = chr(first[0] & ~_FLAG), first[0] & _FLAG
        if code in _CONSTANTS:
            return _CONSTANTS[code]
        if code == "r":
            at, = _struct.unpack("<i", self.take(4))
            if not 0 <= at < len(self.known) or self.known[at] is _NULL:
                raise ValueError("bad marshal data (invalid reference)")
            return self.known[at]
        place = len(self.known)
        if is_kept:
            # Its number comes before those of what is in it; a list or dict may even hold itself.
            self.known.append(_NULL)
        value = self.object(code, place if is_kept else None, depth + 1)
        if is_kept:
            self.known[place] = value
        return value

    def object(self, code, place, depth):
        if code == "i":
            return _struct.unpack("<i", self.take(4))[0]
        if code == "I":
            return _struct.unpack("<q", self.take(8))[0]
        if code == "l":
            return self.integer()
        if code in "fg":
            return self.number(code == "f")
        if code in "xy":
            return complex(self.number(code == "x"), self.number(code == "x"))
        if code == "s":
            return self.take(self.count("bytes object"))
        if code in "zZaA":
            return self.take(self.take(1)[0] if code in "zZ" else self.count("string")).decode("latin-1")
        if code in "ut":
            return self.take(self.count("string")).decode("utf-8", "surrogatepass")
        if code in ")(":
            return tuple(self.items(self.take(1)[0] if code == ")" else self.count("tuple"), "tuple", depth))
        if code == "[":
            made = self.keep([], place)
            made.extend(self.items(self.count("list"), "list", depth))
            return made
        if code == "{":
            made = self.keep({}, place)
            while (key := self.any(depth)) is not _NULL:
                value = self.any(depth)
                if value is _NULL:
                    break
                made[key] = value
            return made
        if code == "<":
            made = self.keep(set(), place)
            made.update(self.items(self.count("set"), "set", depth))
            return made
        if code == ">":
            return frozenset(self.items(self.count("set"), "set", depth))
        raise ValueError("bad marshal data (unknown type code)")

    def keep(self, made, place):
        if place is not None:
            self.known[place] = made
        return made


_NULL = object()
_CONSTANTS = {"0": _NULL, "N": None, "S": StopIteration, ".": Ellipsis, "F": False, "T": True}


def dumps(value, version=version, /):
    """The bytes of a value."""
    writer = _Writer(version)
    try:
        writer.write(value)
    except RecursionError:
        raise ValueError("object too deeply nested to marshal") from None
    return b"".join(writer.parts)


def dump(value, file, version=version, /):
    """Writes the bytes of a value to a file."""
    return file.write(dumps(value, version))


def loads(bytes, /):
    """The value that bytes begin with; what follows is passed over."""
    try:
        data, at = memoryview(bytes).cast("B"), 0
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(bytes).__name__}'") from None

    def read(size):
        nonlocal at
        part = data[at:at + size].tobytes()
        at += len(part)
        return part

    return _Reader(read).value()


def load(file, /):
    """Reads a value from a file."""
    return _Reader(file.read).value()
