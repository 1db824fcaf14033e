"""Structures and unions."""

import sys as _sys
from ctypes._memory import _CData, _CType
from ctypes._numbers import _Simple
from ctypes._access import _read, _write
from ctypes._arrays import Array, _array_type


class _Field:
    """A field: where it lies, and its value as an attribute."""

    def __init__(self, cls, offset, bits=None, shift=0):
        self._cls, self.offset, self._bits, self._shift = cls, offset, bits, shift
        self.size = cls._size_ if bits is None else bits << 16 | shift

    def __repr__(self):
        if self._bits is None:
            return "<Field type=%s, ofs=%d, size=%d>" % (self._cls.__name__, self.offset, self.size)
        return "<Field type=%s, ofs=%d:%d, bits=%d>" % (self._cls.__name__, self.offset, self._shift, self._bits)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        address = instance._address + self.offset
        if self._bits is None:
            return _read(self._cls, address, instance)
        value = self._cls._load(address) >> self._shift & (1 << self._bits) - 1
        if self._cls._type_ in "bhilq" and value >> self._bits - 1:
            value -= 1 << self._bits
        return bool(value) if self._cls._type_ == "?" else value

    def __set__(self, instance, value):
        address = instance._address + self.offset
        if self._bits is None:
            return _write(self._cls, address, value, instance)
        mask = (1 << self._bits) - 1 << self._shift
        if not isinstance(value, int):
            raise TypeError("an integer is required (got type %s)" % type(value).__name__)
        old = int(self._cls._load(address)) & ~mask
        self._cls._store(address, old | value << self._shift & mask, instance)


class _Record(_CType):
    """The class of structures and unions: lays `_fields_` out."""

    _is_union = False

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if "_fields_" in namespace:
            cls._lay_out(namespace["_fields_"])
        elif bases and hasattr(bases[0], "_align_"):
            cls._size_, cls._align_ = bases[0]._size_, bases[0]._align_
        elif bases and isinstance(bases[0], _Record):
            cls._size_, cls._align_ = 0, 1

    def __setattr__(cls, name, value):
        if name == "_fields_":
            if "_fields_" in cls.__dict__:
                raise AttributeError("_fields_ is final")
            cls._lay_out(value)
        super().__setattr__(name, value)

    def _lay_out(cls, fields):
        above = cls.__mro__[1]
        pack = getattr(cls, "_pack_", 0)
        if not isinstance(pack, int) or pack < 0:
            raise ValueError("_pack_ must be a non-negative integer")
        size, align = getattr(above, "_size_", 0), getattr(above, "_align_", 1)
        names = list(getattr(above, "_names", ()))
        unit = None                     # what bit fields are being laid into: its type's size, offset, bits used
        try:
            fields = [tuple(field) for field in fields]
        except TypeError:
            raise TypeError("'_fields_' must be a sequence of pairs") from None
        for field in fields:
            if len(field) not in (2, 3) or not isinstance(field[0], str):
                raise TypeError("'_fields_' must be a sequence of (name, C type) pairs")
            name, kind = field[:2]
            if not isinstance(kind, _CType):
                raise TypeError("second item in _fields_ tuple (index %d) must be a C type" % fields.index(field))
            kind = cls._in_order(kind._known())
            step = min(kind._align_, pack) if pack else kind._align_
            bits = field[2] if len(field) == 3 else None
            if bits is not None:
                if not isinstance(kind, _Simple) or kind._type_ not in "bBhHiIlLqQ?":
                    raise TypeError("bit fields not allowed for type " + kind.__name__)
                if not 0 < bits <= 8 * kind._size_:
                    raise ValueError("number of bits invalid for bit field")
            if cls._is_union:
                descriptor = _Field(kind, 0, bits)
                size = max(size, kind._size_)
            elif bits is not None and unit is not None and unit[0] == kind._size_ and unit[2] + bits <= 8 * unit[0]:
                descriptor = _Field(kind, unit[1], bits, unit[2])
                unit[2] += bits
            else:
                offset = -(-size // step) * step
                unit = None if bits is None else [kind._size_, offset, bits]
                descriptor = _Field(kind, offset, bits)
                size = offset + kind._size_
            align = max(align, step)
            if kind._has_pointers:
                cls._has_pointers = True
            names.append(name)
            type.__setattr__(cls, name, descriptor)
        cls._names, cls._align_ = names, align
        cls._size_ = -(-size // align) * align
        for name in cls.__dict__.get("_anonymous_", ()):
            if name not in cls.__dict__ or not isinstance(cls.__dict__[name], _Field):
                raise AttributeError(name)
            outer = cls.__dict__[name]
            for inner in outer._cls._names:
                field = getattr(outer._cls, inner)
                if not hasattr(cls, inner):
                    type.__setattr__(
                        cls, inner, _Field(field._cls, outer.offset + field.offset, field._bits, field._shift))

    def _in_order(cls, kind):
        return kind

    def from_param(cls, value):
        if isinstance(value, tuple):
            try:
                return cls(*value)
            except Exception as error:
                raise RuntimeError("(%s) %s: %s" % (cls.__name__, type(error), error)) from None
        return super().from_param(value)


class _UnionType(_Record):
    _is_union = True


class _SwappedRecord(_Record):
    """Of a structure whose numbers have the other byte order."""

    def _in_order(cls, kind):
        if isinstance(kind, _Simple):
            return kind._swapped_type()
        if issubclass(kind, Array):
            return _array_type(cls._in_order(kind._type_), kind._length_)
        if isinstance(kind, _SwappedRecord):
            return kind
        raise TypeError("This type does not support other endian: %s" % kind)


class _Fields(_CData):
    """What structures and unions share."""

    def __init__(self, *args, **kwargs):
        self._own()
        names = getattr(type(self), "_names", ())
        if len(args) > len(names):
            raise TypeError("too many initializers")
        for name, value in zip(names, args):
            if name in kwargs:
                raise TypeError("duplicate values for field %r" % name)
            setattr(self, name, value)
        for name, value in kwargs.items():
            setattr(self, name, value)


class Structure(_Fields, metaclass=_Record):
    """Fields one after the other: `_fields_`, `_pack_`, `_anonymous_`."""


class Union(_Fields, metaclass=_UnionType):
    """Fields in the same place."""


class _OtherStructure(Structure, metaclass=_SwappedRecord):
    """Fields whose bytes have the other order."""


LittleEndianStructure, BigEndianStructure = Structure, _OtherStructure
LittleEndianUnion, BigEndianUnion = Union, Union
if _sys.byteorder == "big":
    LittleEndianStructure, BigEndianStructure = BigEndianStructure, LittleEndianStructure
_OtherStructure.__name__ = _OtherStructure.__qualname__ = "BigEndianStructure"
