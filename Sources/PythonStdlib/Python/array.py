"""Arrays of numbers of one kind."""
import struct as _struct

typecodes = "bBuhHiIlLqQfd"


class array:
    """array(typecode[, initializer])."""

    def __init__(self, typecode, initializer=()):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not %s" % type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = 4 if typecode == "u" else _struct.calcsize(typecode)
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode != "u":
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        else:
            self.extend(list(initializer) if isinstance(initializer, array) else initializer)

    def _convert(self, value):
        code = self.typecode
        if code == "u":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not %s" % type(value).__name__)
            return value
        if code in "fd":
            if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                raise TypeError("must be real number, not %s" % type(value).__name__)
            return float(value) if code == "d" else _struct.unpack("f", _struct.pack("f", value))[0]
        if not hasattr(value, "__index__"):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        value = value.__index__()
        bits = self.itemsize * 8
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not low <= value <= high:
            names = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short"}
            raise OverflowError("%s is %s than %s" % (
                names.get(code, "Python int too large to convert to C integer; it"), "greater" if value > high else "less",
                "maximum" if value > high else "minimum"))
        return value

    def append(self, value): self._items.append(self._convert(value))

    def extend(self, values):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        self._items.extend([self._convert(v) for v in values])

    fromlist = extend

    def frombytes(self, data):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._items.extend([v[0] for v in _struct.iter_unpack(self.typecode, data)])

    def tobytes(self):
        return _struct.pack("%d%s" % (len(self._items), self.typecode), *self._items) if self._items else b""

    __bytes__ = tobytes
    def tolist(self): return list(self._items)
    def tounicode(self): return "".join(self._items)
    def insert(self, i, value): self._items.insert(i, self._convert(value))
    def pop(self, i=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, value):
        if value not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(value)

    def index(self, value, *args):
        try:
            return self._items.index(value, *args)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, value): return self._items.count(value)
    def reverse(self): self._items.reverse()
    def buffer_info(self): return id(self._items), len(self._items)

    def byteswap(self):
        n = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b"".join([data[i:i + n][::-1] for i in range(0, len(data), n)]))

    def _new(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __len__(self): return len(self._items)
    def __iter__(self): return iter(self._items)
    def __contains__(self, value): return value in self._items
    def __copy__(self): return self._new(self._items[:])

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._new(self._items[i])
        try:
            return self._items[i]
        except IndexError:
            raise IndexError("array index out of range") from None
        except TypeError:
            raise TypeError("array indices must be integers") from None

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not "%s") to array slice' % type(value).__name__)
            self._items[i] = value._items[:]
            return
        value = self._convert(value)
        try:
            self._items[i] = value
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, i): del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "%s") to array' % type(other).__name__)
        return self._new(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, n): return self._new(self._items * n)
    __rmul__ = __mul__
    def __eq__(self, other): return self._items == other._items if isinstance(other, array) else NotImplemented
    def __lt__(self, other): return self._items < other._items if isinstance(other, array) else NotImplemented
    def __le__(self, other): return self._items <= other._items if isinstance(other, array) else NotImplemented
    def __gt__(self, other): return self._items > other._items if isinstance(other, array) else NotImplemented
    def __ge__(self, other): return self._items >= other._items if isinstance(other, array) else NotImplemented
    __hash__ = None

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        if self.typecode == "u":
            return "array('u', %r)" % self.tounicode()
        return "array('%s', %r)" % (self.typecode, self._items)


ArrayType = array
