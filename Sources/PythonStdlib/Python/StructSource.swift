extension PythonSources {
  /// Source of the module `struct`.
  static let structSource = #"""
    """Packed binary data."""


    class error(Exception):
        pass


    _sizes = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "f": 4,
              "d": 8, "e": 2, "s": 1, "p": 1}
    _native = dict(_sizes, l=8, L=8, n=8, N=8, P=8)


    def _parse(fmt):
        if isinstance(fmt, bytes):
            fmt = fmt.decode()
        order, native = "little", True
        if fmt[:1] in "@=<>!" and fmt:
            native = fmt[0] == "@"
            order = "big" if fmt[0] in ">!" else "little"
            fmt = fmt[1:]
        sizes = _native if native else _sizes
        items = []
        offset = 0
        number = ""
        for c in fmt:
            if c.isspace():
                continue
            if c.isdigit():
                number += c
                continue
            if c not in sizes:
                raise error("bad char in struct format")
            count = int(number) if number else 1
            size = sizes[c]
            if native and c not in "sp":
                offset += -offset % size
            if c in "sp":
                items.append((c, offset, count))
                offset += count
            elif c == "x":
                offset += count
            else:
                for _ in range(count):
                    items.append((c, offset, size))
                    offset += size
            number = ""
        if number:
            raise error("repeat count given without format specifier")
        return order, items, offset


    def calcsize(fmt):
        return _parse(fmt)[2]


    def _pack_float(value, size, order):
        import math
        bits, bias = {2: (10, 15), 4: (23, 127), 8: (52, 1023)}[size]
        value = float(value)
        sign = 1 if math.copysign(1.0, value) < 0 else 0
        top = (1 << (size * 8 - 1 - bits)) - 1
        if value != value:
            number = top << bits | 1 << (bits - 1)
        elif value in (float("inf"), float("-inf")):
            number = top << bits
        elif value == 0:
            number = 0
        else:
            m, e = math.frexp(abs(value))
            e -= 1
            if e < 1 - bias:
                number = round(math.ldexp(abs(value), bits + bias - 1))
            else:
                number = ((e + bias) << bits) + round((m * 2 - 1) * (1 << bits))
                if number >= top << bits:
                    raise OverflowError("float too large to pack with %s format" % {2: "e", 4: "f", 8: "d"}[size])
        return (number | sign << (size * 8 - 1)).to_bytes(size, order)


    def _unpack_float(data, order):
        import math
        size = len(data)
        bits, bias = {2: (10, 15), 4: (23, 127), 8: (52, 1023)}[size]
        number = int.from_bytes(data, order)
        sign = -1.0 if number >> (size * 8 - 1) else 1.0
        number &= (1 << (size * 8 - 1)) - 1
        e, m = number >> bits, number & (1 << bits) - 1
        if e == (1 << (size * 8 - 1 - bits)) - 1:
            return float("nan") if m else sign * float("inf")
        if e == 0:
            return sign * math.ldexp(m, 1 - bias - bits)
        return sign * math.ldexp((1 << bits) + m, e - bias - bits)


    def pack(fmt, *values):
        order, items, size = _parse(fmt)
        if len(values) != len(items):
            raise error("pack expected %d items for packing (got %d)" % (len(items), len(values)))
        out = bytearray(size)
        for (c, offset, n), value in zip(items, values):
            if c in "sp":
                if not isinstance(value, (bytes, bytearray)):
                    raise error("argument for 's' must be a bytes object")
                data = bytes(value)[:n]
                if c == "p":
                    data = bytes([min(len(value), n - 1, 255)]) + bytes(value)[:n - 1]
            elif c == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                data = value
            elif c in "fde":
                try:
                    data = _pack_float(value, n, order)
                except (TypeError, ValueError):
                    raise error("required argument is not a float") from None
            elif c == "?":
                data = b"\1" if value else b"\0"
            else:
                if not hasattr(value, "__index__"):
                    raise error("required argument is not an integer")
                value = value.__index__()
                signed = c.islower()
                low, high = (-(1 << n * 8 - 1), (1 << n * 8 - 1) - 1) if signed else (0, (1 << n * 8) - 1)
                if not low <= value <= high:
                    if n == 8:
                        raise error("int too large to convert")
                    shown = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}.get(c, "'%s'" % c)
                    raise error("%s format requires %d <= number <= %d" % (shown, low, high))
                data = value.to_bytes(n, order, signed=signed)
            out[offset:offset + len(data)] = data
        return bytes(out)


    def unpack_from(fmt, buffer, offset=0):
        order, items, size = _parse(fmt)
        data = bytes(buffer)
        if offset < 0:
            offset += len(data)
        if len(data) - offset < size:
            raise error("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)" % (
                offset + size, size, offset, len(data)))
        out = []
        for c, place, n in items:
            part = data[offset + place:offset + place + n]
            if c == "s":
                out.append(part)
            elif c == "p":
                out.append(part[1:1 + part[0]] if part else b"")
            elif c == "c":
                out.append(part)
            elif c in "fde":
                out.append(_unpack_float(part, order))
            elif c == "?":
                out.append(part != b"\0")
            else:
                out.append(int.from_bytes(part, order, signed=c.islower()))
        return tuple(out)


    def unpack(fmt, buffer):
        size = calcsize(fmt)
        if len(buffer) != size:
            raise error("unpack requires a buffer of %d bytes" % size)
        return unpack_from(fmt, buffer)


    def iter_unpack(fmt, buffer):
        size = calcsize(fmt)
        for i in range(0, len(buffer), size):
            yield unpack_from(fmt, buffer, i)


    def pack_into(fmt, buffer, offset, *values):
        data = pack(fmt, *values)
        if offset < 0:
            offset += len(buffer)
        if offset < 0 or len(buffer) - offset < len(data):
            raise error("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)" % (
                offset + len(data), len(data), offset, len(buffer)))
        buffer[offset:offset + len(data)] = data


    class Struct:
        def __init__(self, format):
            self.format = format
            self.size = calcsize(format)

        def pack(self, *values): return pack(self.format, *values)
        def unpack(self, buffer): return unpack(self.format, buffer)
        def unpack_from(self, buffer, offset=0): return unpack_from(self.format, buffer, offset)
        def pack_into(self, buffer, offset, *values): pack_into(self.format, buffer, offset, *values)
        def iter_unpack(self, buffer): return iter_unpack(self.format, buffer)
    """#
}
