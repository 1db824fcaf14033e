"""Arrays of numbers of one kind, kept as bytes; a view with the array's format reads and writes them."""
import _arrays
from collections.abc import MutableSequence as _MutableSequence
from operator import index as _index
from types import GenericAlias as _GenericAlias

typecodes = "bBuhHiIlLqQfd"
_sizes = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}


def _kind_of(value):
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__


_new = _arrays.blank


class array(_arrays.ArrayItems):
    """array(typecode[, initializer])."""

    __slots__ = ("__weakref__",)
    __class_getitem__ = classmethod(_GenericAlias)

    def _made(cls, *args, **kwds):
        """What `__new__` does unless the items are those of a list or tuple."""
        if kwds and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not 1 <= len(args) <= 2:
            raise TypeError("array() takes at least 1 argument (0 given)" if not args else
                            "array() takes at most 2 arguments (%d given)" % len(args))
        typecode = args[0]
        initializer = args[1] if len(args) == 2 else None
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self = _new(cls)
        self._begin(typecode, _sizes[typecode])
        if initializer is None:
            return self
        if isinstance(initializer, str):
            if typecode != "u":
                raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
            self.fromunicode(initializer)
        elif isinstance(initializer, array):
            if initializer.typecode == "u" and typecode != "u":
                raise TypeError("cannot use a unicode array to initialize an array with typecode '%s'" % typecode)
            if initializer.typecode == typecode:
                self._replace(initializer._data)
            else:
                self.extend(initializer.tolist())
        elif isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)
        return self

    def _pack(self, values):
        """The bytes of some values."""
        code = self.typecode
        made = bytearray(len(values) * self.itemsize)
        view = memoryview(made).cast("I" if code == "u" else code)
        i = 0
        if code == "u":
            for value in values:
                if not isinstance(value, str) or len(value) != 1:
                    raise TypeError("array item must be unicode character")
                view[i] = ord(value)
                i += 1
        elif code in "fd":
            for value in values:
                try:
                    view[i] = value
                except TypeError:
                    raise TypeError("must be real number, not " + type(value).__name__) from None
                i += 1
        else:
            for value in values:
                try:
                    view[i] = value
                except TypeError:
                    _index(value)
                    raise
                except ValueError:
                    self._refuse(_index(value))
                i += 1
        return made

    def _refuse(self, value):
        code, side = self.typecode, "less than minimum" if value < 0 else "greater than maximum"
        if code in "qQ":
            raise OverflowError("can't convert negative int to unsigned" if code == "Q" and value < 0
                                else "int too big to convert")
        if code in "IL":
            if value < 0:
                raise OverflowError("can't convert negative value to unsigned int")
            if value >> 64:
                raise OverflowError("Python int too large to convert to C unsigned long")
            raise OverflowError("unsigned int is greater than maximum")
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError("Python int too large to convert to C long")
        kind = "unsigned byte integer"
        if code != "B":
            kind = "signed integer"
            if code in "bh" and (code == "h" or not -1 << 15 <= value < 1 << 15):
                kind = "signed short integer"
            elif code == "b":
                kind = "signed char"
            elif code == "H" and -1 << 31 <= value < 1 << 31:
                kind = "unsigned short"
        raise OverflowError("%s is %s" % (kind, side))

    def extend(self, bb, /):
        """Appends the items of an iterable."""
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._grow(bb._data)
            return
        self._extend(bb)

    def fromlist(self, list, /):
        """Appends the items of a list; none when one of them is wrong."""
        if type(list) is not type([]) and not isinstance(list, type([])):
            raise TypeError("arg must be list")
        self._grow(self._pack(list))

    def frombytes(self, buffer, /):
        """Appends items from their bytes."""
        if isinstance(buffer, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = memoryview(buffer).tobytes()
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        self._grow(data)

    def fromfile(self, f, n, /):
        """Appends n items read from a file."""
        if n < 0:
            raise ValueError("negative count")
        data = f.read(n * self.itemsize)
        if not isinstance(data, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(data[:len(data) - len(data) % self.itemsize])
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        """Writes the bytes of the items to a file."""
        f.write(bytes(self._data))

    def fromunicode(self, ustr, /):
        """Appends the characters of a string."""
        if not isinstance(ustr, str):
            raise TypeError("fromunicode() argument must be str, not " + type(ustr).__name__)
        if self.typecode != "u":
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._grow(ustr.encode("utf-32-le", "surrogatepass"))

    def tounicode(self):
        """The characters as a string."""
        if self.typecode != "u":
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return "".join(self.tolist())

    def insert(self, i, v, /):
        """Inserts an item before index i."""
        packed = self._pack((v,))
        n = len(self)
        i = _index(i)
        i = max(i + n, 0) if i < 0 else min(i, n)
        at = i * self.itemsize
        self._replace(self._data[:at] + packed + self._data[at:])

    def pop(self, i=-1, /):
        """Removes an item and returns it."""
        n = len(self)
        if not n:
            raise IndexError("pop from empty array")
        i = _index(i)
        if i < 0:
            i += n
        if not 0 <= i < n:
            raise IndexError("pop index out of range")
        value = self[i]
        del self[i]
        return value

    def remove(self, v, /):
        """Removes the first item that equals v."""
        for i, item in enumerate(self):
            if item is v or item == v:
                del self[i]
                return
        raise ValueError("array.remove(x): x not in array")

    def index(self, v, start=0, stop=9223372036854775807, /):
        """Index of the first item that equals v."""
        n = len(self)
        start = max(start + n, 0) if start < 0 else start
        stop = stop + n if stop < 0 else stop
        i = start
        while i < min(stop, len(self)):
            item = self[i]
            if item is v or item == v:
                return i
            i += 1
        raise ValueError("array.index(x): x not in array")

    def count(self, v, /):
        """How many items equal v."""
        return sum([1 for item in self if item is v or item == v])

    def reverse(self):
        """Reverses the order of the items in place."""
        if len(self) > 1:
            self._data[:] = self._pack(self.tolist()[::-1])

    def byteswap(self):
        """Reverses the bytes of every item."""
        n, data = self.itemsize, self._data
        if n > 1:
            self._replace(bytearray(b"".join([data[i:i + n][::-1] for i in range(0, len(data), n)])))

    def buffer_info(self):
        """The address and the number of the items."""
        return id(self._data), len(self)

    def __buffer__(self, flags):
        return self._view

    @property
    def _view(self):
        return memoryview(self._data).cast("I" if self.typecode == "u" else self.typecode)

    def __contains__(self, v):
        return any([item is v or item == v for item in self])

    def _slice(self, i):
        return self._of(self._view[i].tobytes())

    def _of(self, data):
        made = _new(array)
        made._begin(self.typecode, self.itemsize)
        made._replace(data)
        return made

    def _assign(self, i, value):
        if not isinstance(value, array):
            raise TypeError('can only assign array (not "%s") to array slice' % type(value).__name__)
        if value.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        items = self.tolist()
        start, stop, step = i.indices(len(items))
        if step == 1:
            stop = max(start, stop)
            n = self.itemsize
            self._replace(self._data[:start * n] + value._data + self._data[stop * n:])
        else:
            wanted = len(range(start, stop, step))
            if wanted != len(value):
                raise ValueError("attempt to assign array of size %d to extended slice of size %d" % (
                    len(value), wanted))
            items[i] = value.tolist()
            self._replace(self._pack(items))

    def _delete(self, i):
        items = self.tolist()
        if not isinstance(i, slice):
            try:
                i = _index(i)
            except TypeError:
                raise TypeError("array indices must be integers") from None
            if not -len(items) <= i < len(items):
                raise IndexError("array assignment index out of range")
        del items[i]
        self._replace(self._pack(items))

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "%s") to array' % type(other).__name__)
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._of(self._data + other._data)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend array with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, n):
        try:
            n = _index(n)
        except TypeError:
            raise TypeError("can't multiply sequence by non-int of type '%s'" % type(n).__name__) from None
        return self._of(self._data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        try:
            n = _index(n)
        except TypeError:
            raise TypeError("can't multiply sequence by non-int of type '%s'" % type(n).__name__) from None
        self._replace(self._data * n)
        return self

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self._of(self._data)

    def __deepcopy__(self, memo):
        return self._of(self._data)

    def __reduce_ex__(self, protocol):
        state = getattr(self, "__dict__", None) or None
        if self.typecode == "u" or protocol < 3:
            return type(self), (self.typecode, self.tolist()), state
        return _array_reconstructor, (type(self), self.typecode, _machine_format(self.typecode), self.tobytes()), state

    def __sizeof__(self):
        return 64 + len(self._data)

    def __repr__(self):
        name = type(self).__name__
        if not self._data:
            return "%s('%s')" % (name, self.typecode)
        if self.typecode == "u":
            return "%s('u', %r)" % (name, self.tounicode())
        return "%s('%s', %r)" % (name, self.typecode, self.tolist())


array._named()
ArrayType = array
_MutableSequence.register(array)
_formats = [
    ("B", 1, "<"), ("b", 1, "<"), ("H", 2, "<"), ("H", 2, ">"), ("h", 2, "<"), ("h", 2, ">"), ("I", 4, "<"), ("I", 4, ">"),
    ("i", 4, "<"), ("i", 4, ">"), ("Q", 8, "<"), ("Q", 8, ">"), ("q", 8, "<"), ("q", 8, ">"), ("f", 4, "<"), ("f", 4, ">"),
    ("d", 8, "<"), ("d", 8, ">"), ("u", 2, "<"), ("u", 2, ">"), ("u", 4, "<"), ("u", 4, ">"),
]


def _machine_format(code):
    code = {"L": "Q", "l": "q"}.get(code, code)
    return _formats.index((code, _sizes[code], "<"))


def _array_reconstructor(arraytype, typecode, mformat_code, items, /):
    """Makes an array of the bytes that some machine wrote."""
    if not isinstance(arraytype, type):
        raise TypeError("first argument must be a type object, not " + type(arraytype).__name__)
    if not issubclass(arraytype, array):
        raise TypeError("%s is not a subtype of array.array" % _kind_of(arraytype))
    if not isinstance(typecode, str) or len(typecode) != 1:
        raise TypeError("_array_reconstructor() argument 2 must be a unicode character, not " + type(typecode).__name__)
    if typecode not in typecodes:
        raise ValueError("second argument must be a valid type code")
    if not isinstance(mformat_code, int):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(mformat_code).__name__)
    if not 0 <= mformat_code < len(_formats):
        raise ValueError("third argument must be a valid machine format code.")
    if not isinstance(items, bytes):
        raise TypeError("fourth argument should be bytes, not " + type(items).__name__)
    kind, size, order = _formats[mformat_code]
    if len(items) % size:
        raise ValueError("bytes length not a multiple of item size" if (kind, size) == (typecode, _sizes[typecode])
                         else "string length not a multiple of item size")
    import struct
    if kind == "u":
        text = items.decode({(2, "<"): "utf-16-le", (2, ">"): "utf-16-be", (4, "<"): "utf-32-le",
                             (4, ">"): "utf-32-be"}[size, order], "surrogatepass")
        return arraytype(typecode, text)
    values = [v for v, in struct.iter_unpack(order + kind, items)]
    return arraytype(typecode, values)
