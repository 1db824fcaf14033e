"""Enumerations."""

__all__ = ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "EnumMeta", "EnumType"]


class auto:
    """Stands for the next value."""
    value = None


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class property(property):
    pass


def _is_descriptor(obj):
    return hasattr(type(obj), "__get__") or hasattr(type(obj), "__set__")


def _is_special(name):
    return name.startswith("__") and name.endswith("__") or name.startswith("_") and name.endswith("_")


class _EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._member_names = []
        self._last_values = []
        self._generate = None
        self._ignore = ()

    def __setitem__(self, key, value):
        if key == "_generate_next_value_":
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            self._ignore = value.split() if isinstance(value, str) else list(value)
        elif _is_special(key) or key in self._ignore:
            pass
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, auto):
            pass
        elif isinstance(value, type) and False:
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            if isinstance(value, auto):
                value = self._next(key)
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                value = tuple([self._next(key) if isinstance(v, auto) else v for v in value])
            self._member_names.append(key)
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _next(self, key):
        generate = self._generate
        return generate(key, 1, len(self._member_names), self._last_values[:])


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        namespace = _EnumDict()
        for base in bases:
            generate = getattr(base, "_generate_next_value_", None)
            if generate is not None:
                namespace._generate = generate
                break
        return namespace

    def __new__(metacls, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        names = list(getattr(namespace, "_member_names", ()))
        plain = dict(namespace)
        values = {n: plain.pop(n) for n in names}
        plain.pop("_ignore_", None)
        if "_generate_next_value_" in plain and not isinstance(plain["_generate_next_value_"], staticmethod):
            plain["_generate_next_value_"] = staticmethod(plain["_generate_next_value_"])
        first = None
        for base in bases:
            if isinstance(base, EnumType):
                if base.__dict__.get("_member_names_"):
                    raise TypeError("<enum %r> cannot extend %r" % (name, base))
                if first is None:
                    first = base
        new_member = plain.get("__new__")
        plain.pop("__new__", None)
        cls = super().__new__(metacls, name, bases, plain, **kwds)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        data_type = object
        for base in cls.__mro__[1:]:
            if not isinstance(base, EnumType) and base is not object and "__new__" in dir(base) and \
                    issubclass(base, (int, float, str, bytes, tuple, complex)):
                data_type = base
                break
        cls._member_type_ = data_type
        if new_member is None:
            for base in cls.__mro__[1:]:
                if isinstance(base, EnumType) and "_new_member_" in base.__dict__ and base.__dict__["_new_member_"]:
                    new_member = base._new_member_
                    break
        function = new_member.__func__ if isinstance(new_member, staticmethod) else new_member
        cls._new_member_ = staticmethod(function) if function is not None else None
        for member_name in names:
            value = values[member_name]
            args = value if isinstance(value, tuple) else (value,)
            if data_type is tuple:
                args = (args,)
            if function is not None:
                made = function(cls, *args)
                if not hasattr(made, "_value_"):
                    made._value_ = value
            elif data_type is object:
                made = object.__new__(cls)
                made._value_ = value
            else:
                made = data_type.__new__(cls, *args)
                if not hasattr(made, "_value_"):
                    made._value_ = value if len(args) == 1 and data_type is type(value) else data_type(*args)
            value = made._value_
            alias = None
            try:
                alias = cls._value2member_map_.get(value)
            except TypeError:
                for other in cls._member_map_.values():
                    if other._value_ == value:
                        alias = other
                        break
            if alias is not None:
                cls._member_map_[member_name] = alias
                continue
            made._name_ = member_name
            made.__objclass__ = cls
            made._sort_order_ = len(cls._member_names_)
            if "__init__" in dir(cls) and cls.__init__ is not object.__init__ and data_type is object or \
                    "__init__" in plain:
                made.__init__(*args)
            cls._member_map_[member_name] = made
            is_composite = issubclass(cls, _flag[0]) and (value == 0 or value & (value - 1)) if _flag else False
            if not is_composite:
                cls._member_names_.append(member_name)
            try:
                cls._value2member_map_[value] = made
            except TypeError:
                pass
        if first is not None and data_type is not object:
            # The data type comes first in the MRO, but a member shows itself as an enumeration.
            for method in ("__repr__",) if _repr and issubclass(cls, _repr[0]) else ("__repr__", "__str__", "__format__"):
                if method not in plain and getattr(cls, method) is getattr(data_type, method):
                    setattr(cls, method, getattr(first, method))
        if _flag and issubclass(cls, _flag[0]):
            mask = 0
            for one in cls._member_map_.values():
                mask |= one._value_
            cls._flag_mask_ = mask
        return cls

    def __call__(cls, value=None, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_ or names is None:
            return cls._lookup(value)
        return cls._create(value, names, module, qualname, type, start)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for one in cls._member_map_.values():
                if one._value_ == value:
                    return one
        result = cls._missing_(value)
        if isinstance(result, cls):
            return result
        if result is None:
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        raise TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))

    def _create(cls, name, names, module, qualname, mixin, start):
        metacls = type(cls)
        bases = (cls,) if mixin is None else (mixin, cls)
        namespace = metacls.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        items = list(names.items()) if isinstance(names, dict) else list(names)
        last = []
        for i, item in enumerate(items):
            if isinstance(item, str):
                value = cls._generate_next_value_(item, start, i, last[:])
                last.append(value)
                namespace[item] = value
            else:
                namespace[item[0]] = item[1]
        made = metacls.__new__(metacls, name, bases, namespace)
        if module is not None:
            made.__module__ = module
        return made

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        members = cls.__dict__.get("_member_map_")
        if members is not None and name in members:
            return members[name]
        raise AttributeError("type object %r has no attribute %r" % (cls.__name__, name))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return any(value == one._value_ for one in cls._member_map_.values())

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __repr__(cls):
        return "<flag %r>" % cls.__name__ if _flag and issubclass(cls, _flag[0]) else "<enum %r>" % cls.__name__

    @property
    def __members__(cls):
        import types
        return types.MappingProxyType(cls._member_map_)

    def __dir__(cls):
        return ["__class__", "__doc__", "__members__", "__module__"] + list(cls._member_map_)


EnumMeta = EnumType
_flag = []
_repr = []


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return max(last_values) + 1

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]


class ReprEnum(Enum):
    """Enum whose str() is that of its mixed-in type."""


_repr.append(ReprEnum)


class IntEnum(int, ReprEnum):
    """Enum whose members are ints."""
    __eq__ = int.__eq__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return int.__format__(self._value_, spec)


class StrEnum(str, ReprEnum):
    """Enum whose members are strings."""
    __eq__ = str.__eq__
    __hash__ = str.__hash__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return str.__format__(self._value_, spec)


class Flag(Enum):
    """Members that combine by bit operators."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask = cls._flag_mask_
        if value < 0:
            value = mask & value if mask else value
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        if value & ~mask and not issubclass(cls, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        names = [one._name_ for one in cls if one._value_ & value]
        made._name_ = "|".join(names) if names else None
        cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for one in self.__class__:
            if one._value_ & self._value_:
                yield one

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return "<%s: %r>" % (self.__class__.__name__, self._value_)
        return "<%s.%s: %r>" % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        return self.__class__(self.__class__._flag_mask_ & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
    __hash__ = Enum.__hash__

    def __eq__(self, other):
        return self is other


_flag.append(Flag)


class IntFlag(int, ReprEnum, Flag):
    """Flags that are ints."""
    __eq__ = int.__eq__
    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self._value_)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def unique(enumeration):
    """Class decorator that refuses aliases."""
    duplicates = ["%s -> %s" % (name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(duplicates)))
    return enumeration


def verify(*checks):
    return lambda enumeration: enumeration


def _global_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(["%s.%s" % (module, name) for name in self._name_.split("|")])


def _global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Makes the members names of their module."""
    import sys
    cls.__repr__ = _global_repr
    if not issubclass(cls, Flag) and update_str:
        cls.__str__ = _global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
