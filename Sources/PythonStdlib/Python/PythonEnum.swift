extension PythonLibrary {
  /// `enum`.
  static let enumModule = #"""
    __all__ = ["EnumMeta", "EnumType", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "auto", "unique", "member",
               "nonmember", "property", "verify"]

    _property = property

    class auto:
        def __init__(self, value=None):
            self.value = value

    class nonmember:
        def __init__(self, value):
            self.value = value
    class member:
        def __init__(self, value):
            self.value = value

    def _is_member(name, value):
        if name.startswith("_"):
            return name.startswith("__") is False and not name.startswith("_") or False
        if isinstance(value, (nonmember, classmethod, staticmethod, _property)):
            return False
        return not (hasattr(value, "__get__") and not isinstance(value, type))

    class _Dict(dict):
        def __init__(self, cls_name):
            super().__init__()
            self._cls = cls_name
            self._members = []
            self._last = []
            self._generate = None
        def __setitem__(self, key, value):
            if key == "_generate_next_value_":
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key in ("_ignore_", "_order_"):
                return
            elif _is_member(key, value):
                if key in self._members:
                    raise TypeError(f"{key!r} already defined as {self[key]!r}")
                if isinstance(value, member):
                    value = value.value
                if isinstance(value, auto):
                    if value.value is None:
                        value.value = self._generate(key, 1, len(self._members), list(self._last))
                    value = value.value
                elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                    parts = []
                    for v in value:
                        if isinstance(v, auto):
                            if v.value is None:
                                v.value = self._generate(key, 1, len(self._members), list(self._last))
                            v = v.value
                        parts.append(v)
                    value = tuple(parts)
                self._members.append(key)
                self._last.append(value)
            elif isinstance(value, nonmember):
                value = value.value
            super().__setitem__(key, value)

    class EnumType(type):
        @classmethod
        def __prepare__(metacls, cls, bases, **kwds):
            namespace = _Dict(cls)
            for base in bases:
                generate = getattr(base, "_generate_next_value_", None)
                if generate is not None:
                    namespace._generate = generate
                    break
            return namespace

        def __new__(metacls, name, bases, namespace, boundary=None, _simple=False, **kwds):
            names = getattr(namespace, "_members", [])
            for base in bases:
                if isinstance(base, EnumType) and base._member_map_:
                    raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
            body = {k: v for k, v in namespace.items() if k not in names}
            values = [(n, namespace[n]) for n in names]
            custom_new = body.pop("__new__", None)
            cls = super().__new__(metacls, name, bases, body, **kwds)
            cls._member_names_ = []
            cls._member_map_ = {}
            cls._value2member_map_ = {}
            data_type = object
            for base in cls.__mro__[1:]:
                if base is object or isinstance(base, EnumType):
                    continue
                if "__new__" in base.__dict__ or base in (int, str, float, bytes, tuple):
                    data_type = base
                    break
            cls._member_type_ = data_type
            if data_type is not object:
                for method in ("__repr__", "__str__", "__format__"):
                    found = getattr(cls, method)
                    if method not in body and found in (getattr(data_type, method), getattr(object, method)):
                        type.__setattr__(cls, method, getattr(bases[-1], method))
            if custom_new is None:
                for base in bases:
                    custom_new = getattr(base, "_new_member_", None)
                    if custom_new is not None:
                        break
            if isinstance(custom_new, staticmethod):
                custom_new = custom_new.__func__
            if custom_new is not None:
                cls._new_member_ = staticmethod(custom_new)
            for n, value in values:
                args = value if isinstance(value, tuple) else (value,)
                if custom_new is not None:
                    made = custom_new(cls, *args)
                    if not hasattr(made, "_value_"):
                        made._value_ = value
                elif data_type is object:
                    made = object.__new__(cls)
                    made._value_ = value
                else:
                    made = data_type.__new__(cls, *(args if data_type is not tuple else (args,)))
                    made._value_ = value if data_type is object or not isinstance(value, tuple) else data_type(*args)
                made._name_ = n
                made.__objclass__ = cls
                init = cls.__init__
                if init is not object.__init__ and init is not data_type.__init__ and init is not Enum_init:
                    made.__init__(*args)
                made._sort_order_ = len(cls._member_names_)
                canonical = None
                for other in cls._member_map_.values():
                    if other._value_ == made._value_:
                        canonical = other
                        break
                if canonical is None:
                    canonical = made
                    if not cls._is_flag() or (isinstance(made._value_, int) and made._value_ > 0
                                              and made._value_ & (made._value_ - 1) == 0):
                        cls._member_names_.append(n)
                cls._member_map_[n] = canonical
                type.__setattr__(cls, n, canonical)
                try:
                    cls._value2member_map_.setdefault(made._value_, canonical)
                except TypeError:
                    pass
            return cls

        def _is_flag(cls):
            return any(b.__name__ == "Flag" and b.__module__ == "enum" for b in cls.__mro__)

        def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
            if names is None and cls._member_map_ or (names is None and cls._is_flag() and cls.__name__ not in ("Flag", "IntFlag")):
                return cls._lookup(value)
            if names is None:
                return cls._lookup(value)
            return cls._create(value, names, start, type, module)

        def _lookup(cls, value):
            if isinstance(value, cls):
                return value
            try:
                return cls._value2member_map_[value]
            except KeyError:
                pass
            except TypeError:
                for m in cls._member_map_.values():
                    if m._value_ == value:
                        return m
            made = cls._missing_(value)
            if isinstance(made, cls):
                return made
            if made is not None:
                raise TypeError(f"error in {cls.__name__}._missing_: returned {made!r} instead of None or a valid member")
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")

        def _create(cls, name, names, start, mixin, module):
            bases = (cls,) if mixin is None else (mixin, cls)
            namespace = EnumType.__prepare__(name, bases)
            if isinstance(names, str):
                names = names.replace(",", " ").split()
            if isinstance(names, dict):
                names = list(names.items())
            names = list(names)
            last = []
            for i, item in enumerate(names):
                if isinstance(item, str):
                    value = cls._generate_next_value_(item, start, i, last)
                    last.append(value)
                    namespace[item] = value
                else:
                    namespace[item[0]] = item[1]
            made = type(cls)(name, bases, namespace)
            if module is None:
                try:
                    import sys
                    module = sys._getframe(2).f_globals["__name__"]
                except Exception:
                    module = "__main__"
            made.__module__ = module
            return made

        def __iter__(cls):
            return (cls._member_map_[n] for n in cls._member_names_)
        def __reversed__(cls):
            return (cls._member_map_[n] for n in reversed(cls._member_names_))
        def __len__(cls):
            return len(cls._member_names_)
        def __bool__(cls):
            return True
        def __getitem__(cls, name):
            return cls._member_map_[name]
        def __contains__(cls, value):
            if not isinstance(value, Enum):
                raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                                % (type(value).__qualname__, cls.__class__.__qualname__))
            return isinstance(value, cls) and value._name_ in cls._member_map_
        def __setattr__(cls, name, value):
            if name in cls.__dict__.get("_member_map_", {}):
                raise AttributeError(f"cannot reassign member {name!r}")
            super().__setattr__(name, value)
        def __delattr__(cls, name):
            if name in cls.__dict__.get("_member_map_", {}):
                raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
            super().__delattr__(name)
        def __repr__(cls):
            return f"<flag {cls.__name__!r}>" if cls._is_flag() else f"<enum {cls.__name__!r}>"
        @_property
        def __members__(cls):
            return dict(cls._member_map_)

    EnumMeta = EnumType
    Enum_init = None

    class Enum(metaclass=EnumType):
        def __init__(self, *args, **kwds):
            pass
        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start
            numbers = [v for v in last_values if isinstance(v, int)]
            return max(numbers) + 1 if numbers else start
        @classmethod
        def _missing_(cls, value):
            return None
        @_property
        def name(self):
            return self._name_
        @_property
        def value(self):
            return self._value_
        def __repr__(self):
            return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"
        def __str__(self):
            return f"{self.__class__.__name__}.{self._name_}"
        def __format__(self, spec):
            return format(str(self), spec)
        def __hash__(self):
            return hash(self._name_)
        def __dir__(self):
            return ["__class__", "__doc__", "__module__", "name", "value"]
        def __reduce__(self):
            return self.__class__, (self._value_,)
        def __copy__(self):
            return self
        def __deepcopy__(self, memo):
            return self

    Enum_init = Enum.__init__

    class IntEnum(int, Enum):
        def __str__(self):
            return int.__repr__(self)
        def __format__(self, spec):
            return format(int(self), spec)
        def __hash__(self):
            return int.__hash__(self)
        __eq__ = int.__eq__

    class StrEnum(str, Enum):
        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            return name.lower()
        def __str__(self):
            return str.__str__(self)
        def __format__(self, spec):
            return format(str(self), spec)
        def __hash__(self):
            return str.__hash__(self)

    class Flag(Enum):
        @staticmethod
        def _generate_next_value_(name, start, count, last_values):
            if not last_values:
                return start if start is not None else 1
            return 1 << max(last_values).bit_length()
        @classmethod
        def _missing_(cls, value):
            if not isinstance(value, int):
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            every = 0
            for m in cls._member_map_.values():
                every |= m._value_
            if value < 0:
                value = every & value
            if value & ~every and not issubclass(cls, int):
                raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
            made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
            made._value_ = value
            parts = [m for m in cls if m._value_ & value]
            made._name_ = "|".join(m._name_ for m in parts) or None
            rest = value & ~every
            if rest and made._name_:
                made._name_ += f"|{rest}"
            cls._value2member_map_[value] = made
            return made
        def _with(self, other):
            if isinstance(other, type(self)):
                return other._value_
            if isinstance(self, int) and isinstance(other, int):
                return int(other)
            return None
        def __contains__(self, other):
            if not isinstance(other, type(self)):
                raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
            return other._value_ & self._value_ == other._value_
        def __iter__(self):
            return (m for m in type(self) if m._value_ & self._value_)
        def __len__(self):
            return bin(self._value_).count("1")
        def __bool__(self):
            return bool(self._value_)
        def __or__(self, other):
            v = self._with(other)
            return NotImplemented if v is None else type(self)(self._value_ | v)
        def __and__(self, other):
            v = self._with(other)
            return NotImplemented if v is None else type(self)(self._value_ & v)
        def __xor__(self, other):
            v = self._with(other)
            return NotImplemented if v is None else type(self)(self._value_ ^ v)
        def __invert__(self):
            every = 0
            for m in type(self)._member_map_.values():
                every |= m._value_
            return type(self)(every & ~self._value_)
        __ror__, __rand__, __rxor__ = __or__, __and__, __xor__
        def __hash__(self):
            return hash(self._value_)
        def __repr__(self):
            name = f"{type(self).__name__}.{self._name_}" if self._name_ else type(self).__name__
            return f"<{name}: {self._value_!r}>"
        def __str__(self):
            return f"{type(self).__name__}.{self._name_}" if self._name_ else f"{type(self).__name__}({self._value_})"

    class IntFlag(int, Flag):
        def __str__(self):
            return int.__repr__(self)
        def __format__(self, spec):
            return format(int(self), spec)
        def __hash__(self):
            return int.__hash__(self)
        __eq__ = int.__eq__

    def unique(enumeration):
        duplicates = [(n, m._name_) for n, m in enumeration.__members__.items() if n != m._name_]
        if duplicates:
            text = ", ".join(f"{a} -> {n}" for a, n in duplicates)
            raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
        return enumeration

    def verify(*checks):
        return lambda enumeration: enumeration

    UNIQUE, CONTINUOUS, NAMED_FLAGS = "one name per value", "no skipped integer values", "multi-flag aliases may not contain unnamed flags"
    STRICT, CONFORM, EJECT, KEEP = "strict", "conform", "eject", "keep"
    class property(_property):
        pass
    """#
}
