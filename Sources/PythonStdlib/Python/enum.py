"""Enumerations.

A member is made while its class is: the namespace holds a `_Pending` under the name, and type.__new__ calls its
__set_name__, which puts the finished member there. So members exist when __init_subclass__ runs.
"""
import builtins as _builtins
import sys
from types import DynamicClassAttribute, MappingProxyType as _MappingProxy

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property",
    "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr",
    "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
    "pickle_by_global_name", "pickle_by_enum_name",
]

# The base classes, once they exist.
Enum = Flag = EJECT = KEEP = STRICT = CONFORM = ReprEnum = _stdlib_enums = None
_no_value = object()


class nonmember:
    """Keeps a value from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one, such as a function."""

    def __init__(self, value):
        self.value = value


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = "_%s__" % cls_name
    return len(name) > len(start) and name.startswith(start) and (name[-1] != "_" or name[-2] != "_")


def _is_internal_class(cls_name, obj):
    return isinstance(obj, type) and getattr(obj, "__qualname__", "").endswith("%s.%s" % (cls_name, obj.__name__))


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _high_bit(value):
    return value.bit_length() - 1


def _not_pickled(self, proto):
    raise TypeError("%r cannot be pickled" % self)


def _make_class_unpicklable(obj):
    """Lets pickling of a class (or the class a namespace is for) raise."""
    put = obj.__setitem__ if isinstance(obj, dict) else lambda *mark: setattr(obj, *mark)
    put("__module__", "<unknown>")
    put("__reduce_ex__", _not_pickled)


def _iter_bits_lsb(num):
    """The powers of two in a number, the lowest first."""
    if isinstance(num, Enum):
        num = num._value_
    if num < 0:
        raise ValueError("%r is not a positive integer" % num)
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    """The powers of two in a number."""
    return list(_iter_bits_lsb(value))


def bin(num, max_bits=None):
    """Binary digits after a sign: 0b0 1010, 0b1 0101."""
    num = num._value_ if isinstance(num, Enum) else num.__index__()
    width = num.bit_length()
    digits = format(num & (1 << width) - 1, "0%db" % width) if width else ""
    sign = "1" if num < 0 else "0"
    if max_bits is not None and len(digits) < max_bits:
        digits = sign * (max_bits - len(digits)) + digits
    return "0b%s %s" % (sign, digits)


class auto:
    """Stands for the next value."""

    def __init__(self, value=_no_value):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(DynamicClassAttribute):
    """An attribute of members whose name may be that of a member as well."""

    member = None
    _attr_type = None
    _cls_type = None
    name = None
    clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            found = (ownerclass.__dict__.get("_member_map_") or {}).get(self.name, _no_value)
            if found is not _no_value:
                return found
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self._attr_type == "attr":
            return getattr(self._cls_type, self.name)
        if self._attr_type == "desc":
            return getattr(instance._value_, self.name)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _Pending:
    """A member to be: makes it when the class has been made."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        data_type = cls._member_type_
        if data_type is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if data_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data_type(*args)
                except Exception as exc:
                    problem = TypeError("_value_ not set in __new__, unable to create it")
                    problem.__cause__ = exc
                    raise problem
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        self._enter(cls, name, made, value)

    def _enter(self, cls, name, made, value):
        is_flag = Flag is not None and issubclass(cls, Flag)
        known = None
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            for other in cls._member_map_.values():
                if other._value_ == value:
                    known = other
                    break
        if known is None and is_flag and not isinstance(value, int):
            pass
        if known is not None:
            made = known
        elif not is_flag or not isinstance(value, int) or _is_single_bit(value):
            cls._member_names_.append(name)
        self._place(cls, name, made)
        cls._member_map_[name] = made
        if known is None:
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                pass
        if is_flag and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1

    @staticmethod
    def _place(cls, name, made):
        """Makes the member an attribute of its class, beside a property of that name."""
        found = kind = None
        base_type = None
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if attribute is None:
                continue
            if isinstance(attribute, (property, DynamicClassAttribute)):
                found, kind, base_type = attribute, "enum", base
                break
            if _is_descriptor(attribute):
                found, kind, base_type = attribute, kind or "desc", base_type or base
                continue
            kind, base_type = "attr", base
        if found is not None or kind == "attr":
            redirect = property()
            redirect.member = made
            redirect.__set_name__(cls, name)
            if kind in ("desc", "enum"):
                redirect.fget = getattr(found, "fget", None)
                redirect.fset = getattr(found, "fset", None)
                redirect.fdel = getattr(found, "fdel", None)
            redirect._attr_type, redirect._cls_type = kind, base_type
            type.__setattr__(cls, name, redirect)
        else:
            type.__setattr__(cls, name, made)


_sunders = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
    "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_",
}


class EnumDict(dict):
    """Namespace of a class body: tells members from other names, in order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate_next_value = None

    def __setitem__(self, key, value):
        if self._cls_name is None or not _is_private(self._cls_name, key):
            if key[:1] != "_" or not (_is_dunder(key) or _is_sunder(key)):
                value = self._common(key, value)
            elif key == "__order__":
                key = "_order_"
            elif not _is_dunder(key):
                value = self._reserved(key, value)
        super().__setitem__(key, value)

    def _reserved(self, key, value):
        """Acts upon a name with one underscore on each side; returns its value."""
        if key not in _sunders:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            value = self._ignore = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value

    def _common(self, key, value):
        """Notes a member, unless the value is none; returns the value."""
        again = key in self._member_names
        if not again:
            if isinstance(value, nonmember):
                return value if key in self._ignore else value.value
            if key in self._ignore or _is_descriptor(value) and not isinstance(value, (member, auto, type)):
                return value
            again = key in self
        if again:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        value = self._fill(key, value.value if isinstance(value, member) else value)
        self._member_names[key] = None
        return value

    def _fill(self, key, value):
        """The value with its auto() replaced."""
        if isinstance(value, auto):
            if value.value is _no_value:
                value.value = self._next(key)
            self._last_values.append(value.value)
            return value.value
        if type(value) is tuple or isinstance(value, tuple):
            if any([isinstance(v, auto) for v in value]):
                filled = []
                for v in value:
                    if isinstance(v, auto):
                        if v.value is _no_value:
                            v.value = self._next(key)
                        v = v.value
                        self._last_values.append(v)
                    filled.append(v)
                return tuple(filled) if type(value) is tuple else type(value)(*filled)
        self._last_values.append(value)
        return value

    def _next(self, key):
        self._auto_called = True
        return self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])

    @_builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members, **more):
        """Takes names and values over."""
        pairs = [(name, members[name]) for name in members.keys()] if hasattr(members, "keys") else members
        for name, value in (*pairs, *more.items()):
            self[name] = value


_EnumDict = EnumDict


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        data_type, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace._generate_next_value = getattr(first_enum, "_generate_next_value_", None)
            dict.__setitem__(namespace, "_generate_next_value_", namespace._generate_next_value)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        names = list(classdict._member_names)
        plain = dict(classdict.items())
        ignored = plain.pop("_ignore_", None)
        for key in (ignored or ()) if ignored is not None else ():
            plain.pop(key, None)
        bad = set(names) & {"mro", ""}
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join([repr(m) for m in bad]))
        order = plain.pop("_order_", None)
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
        data_type, first_enum = metacls._get_mixins_(cls, bases)
        generate = plain.get("_generate_next_value_")
        if generate is not None and not isinstance(generate, staticmethod):
            plain["_generate_next_value_"] = staticmethod(generate)
        own_new = plain.get("__new__")
        new_member, save_new, use_args = metacls._find_new_(plain, data_type, first_enum)
        for name in names:
            plain[name] = _Pending(plain[name])
        plain["_new_member_"] = new_member if isinstance(new_member, staticmethod) else staticmethod(new_member)
        plain["_use_args_"] = use_args
        plain["_member_names_"] = []
        plain["_member_map_"] = {}
        plain["_value2member_map_"] = {}
        plain["_unhashable_values_"] = []
        plain["_member_type_"] = data_type
        plain["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        plain["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        plain["_flag_mask_"] = plain["_singles_mask_"] = plain["_all_bits_"] = 0
        plain["_inverted_"] = None
        if ReprEnum is not None and ReprEnum in bases:
            plain.setdefault("__format__", data_type.__format__)
            own = any(["__str__" in base.__dict__ for base in data_type.__mro__[:-1]])
            plain.setdefault("__str__", data_type.__str__ if own else data_type.__repr__)
        if save_new:
            plain["__new_member__"] = own_new
        if Enum is not None:
            # Looking a value up is what calling the class does.
            plain["__new__"] = Enum.__dict__["__new__"]
        failure = None
        try:
            made = super().__new__(metacls, cls, bases, plain, **kwds)
        except RuntimeError as error:
            # What a member's class raises comes wrapped.
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        metacls._finish(made, plain, names, data_type, first_enum, order, classdict)
        return made

    @staticmethod
    def _finish(made, plain, names, data_type, first_enum, order, classdict):
        if first_enum is not None:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in classdict:
                    found = getattr(made, name)
                    if found in (getattr(data_type, name), getattr(object, name)) and name not in plain:
                        type.__setattr__(made, name, getattr(first_enum, name))
        if Flag is not None and issubclass(made, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict:
                    type.__setattr__(made, name, getattr(Flag, name))
            values = [one._value_ for one in made]
            if all([isinstance(v, int) for v in values]):
                if values != sorted(values):
                    made._iter_member_ = made._iter_member_by_def_
        if order is not None:
            aliases = {n for n, one in made._member_map_.items() if one._name_ != n}
            wanted = [n for n in order if n not in aliases and (n in made._member_names_ or n not in made._member_map_)]
            if wanted != [n for n in made._member_names_]:
                raise TypeError("member order does not match _order_:\n  %r\n  %r" % (made._member_names_, order))

    def __bool__(cls):
        return True

    def __call__(cls, value=_no_value, names=_no_value, *values, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if cls._member_map_:
            if names is not _no_value:
                value = (value, names) + values
            return cls.__new__(cls, value) if value is not _no_value else cls.__new__(cls)
        if names is _no_value or names is None:
            if type is None and value is not _no_value:
                if names is None and not isinstance(value, str):
                    return cls.__new__(cls, value)
                if names is _no_value:
                    return cls.__new__(cls, value)
            if value is _no_value:
                return cls.__new__(cls)
            names = None
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_ or any(
                [value == one._value_ for one in cls._member_map_.values()])
        except TypeError:
            return any([value == one._value_ for one in cls._member_map_.values()])

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        shown = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
                 "__name__", "__qualname__"} | set(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            shown.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            shown.add("__init_subclass__")
        if cls._member_type_ is not object:
            shown |= set(dir(cls._member_type_))
        return sorted(shown)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtins.property
    def __members__(cls):
        return _MappingProxy(cls._member_map_)

    def __repr__(cls):
        return "<%s %r>" % ("flag" if Flag is not None and issubclass(cls, Flag) else "enum", cls.__name__)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last, pairs = [], []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                pairs.append((name, value))
            names = pairs
        for item in () if names is None else names:
            if isinstance(item, str):
                namespace[item] = names[item]
            else:
                name, value = item
                namespace[name] = value
        module = module or sys._getframe(2).f_globals.get("__name__")
        if module:
            namespace["__module__"] = module
        else:
            _make_class_unpicklable(namespace)
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enumeration of the constants of a module."""
        space = sys.modules[module].__dict__
        source = source.__dict__ if source is not None else space
        members = [(key, value) for key, value in source.items() if filter(key)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        body = {key: value for key, value in members}
        made = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(made)
        else:
            space.update(made.__members__)
        space[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        bases_seen = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                bases_seen.add(base)
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    kind = candidate or base
                    if kind not in found:
                        found.append(kind)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
        return found[0] if found else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    params = base.__dict__.get("__dataclass_params__")
                    if params is not None and params.repr:
                        return _dataclass_repr
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(metacls, classdict, data_type, first_enum):
        new = classdict.get("__new__")
        save_new = first_enum is not None and new is not None
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is None:
            plain = [object.__new__] + ([Enum.__new__] if Enum is not None else [])
            for method in ("__new_member__", "__new__"):
                for owner in (data_type, first_enum):
                    target = getattr(owner, method, None)
                    if target is not None and target not in plain:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new is not object.__new__
        return new, save_new, use_args


EnumMeta = EnumType


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join(["%s=%r" % (k, getattr(self, k)) for k in fields if fields[k].repr])


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value=_no_value):
        if value is _no_value:
            raise TypeError("%s.__new__() missing 1 required positional argument: 'value'" % "Enum")
        if type(value) is cls:
            return value
        try:
            known = cls._value2member_map_.get(value)
        except TypeError:
            known = next((one for one in cls._member_map_.values() if one._value_ == value), None)
        if known is not None:
            return known
        if not cls._member_map_:
            if getattr(cls, "_%s__in_progress" % cls.__name__, False):
                raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
            raise TypeError("%r has no members defined" % cls)
        problem = None
        try:
            result = cls._missing_(value)
        except Exception as exc:
            problem, result = exc, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and problem is None:
                raise invalid
            if problem is None:
                problem = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (
                    cls.__name__, result))
            if not isinstance(problem, ValueError):
                problem.__context__ = invalid
            raise problem
        finally:
            problem = invalid = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            import warnings
        warnings.warn(
            "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
            "and the value returned will be the largest value in the enum incremented by 1", DeprecationWarning, stacklevel=3)
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                continue
        return start

    @classmethod
    def _missing_(cls, value):
        """The member for a value that none has; subclasses override it."""

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        if self.__class__._member_type_ is object:
            shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        else:
            shown = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                shown.add(name)
        public = [pair for cls in self.__class__.mro() for pair in cls.__dict__.items() if pair[0][0] != "_"]
        for name, attribute in public:
            is_property = isinstance(attribute, property)
            if name not in self._member_map_ or is_property and attribute.fget is not None:
                shown.add(name)
            elif is_property:
                shown.discard(name)
        return sorted(shown)

    def __hash__(self):
        return hash(self._name_)

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __copy__(self): return self
    def __deepcopy__(self, memo): return self
    def __reduce_ex__(self, proto): return self.__class__, (self._value_,)

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Enum whose str() and format() are those of its mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum whose members are ints."""


class StrEnum(str, ReprEnum):
    """Enum whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    """A member is a name of its module."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A member is a name of its class."""
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


class FlagBoundary(StrEnum):
    """What is done about values with bits that no flag has."""
    STRICT, CONFORM, EJECT, KEEP = auto(), auto(), auto(), auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that combine by bit operators."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** (_high_bit(last) + 1)
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda one: one._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        boundary = cls._boundary_
        negative = None
        if not ~bits <= value <= bits or value & (bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin(value, width), bin(mask, width)))
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value = max(bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError("%r unknown flag boundary %r" % (cls, boundary))
        if value < 0:
            negative = value
            value = bits + 1 + value if boundary in (EJECT, KEEP) else singles & value
        unknown, aliases, single = value & ~mask, value & ~singles, value & singles
        if unknown and boundary is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = None
        if single or aliases:
            members, combined = [], 0
            for one in cls._iter_member_(single):
                members.append(one)
                combined |= one._value_
            if aliases:
                whole = single | aliases
                for one in cls._member_map_.values():
                    if one not in members and one._value_ and one._value_ & whole == one._value_:
                        members.append(one)
                        combined |= one._value_
            unknown = value ^ combined
            if combined:
                made._name_ = "|".join([one._name_ for one in members])
                if unknown and boundary is STRICT:
                    raise ValueError("%r: no members with value %r" % (cls, unknown))
                if unknown:
                    made._name_ += "|%s" % cls._numeric_repr_(unknown)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return NotImplemented if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        inverted = self._inverted_
        if inverted is None:
            value = ~self._value_
            if self._boundary_ not in (EJECT, KEEP):
                value &= self._singles_mask_
            inverted = self._inverted_ = self.__class__(value)
        return inverted

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def unique(enumeration):
    """Class decorator that refuses aliases."""
    duplicates = ["%s -> %s" % (name, one.name) for name, one in enumeration.__members__.items() if name != one.name]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (enumeration, ", ".join(duplicates)))
    return enumeration


class EnumCheck(StrEnum):
    """What verify() can check."""
    CONTINUOUS, NAMED_FLAGS, UNIQUE = (
        "no skipped integer values", "multi-flag aliases may not contain unnamed flags", "one name per value")


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that checks what is named."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = ["%s -> %s" % (n, one.name) for n, one in enumeration.__members__.items() if n != one.name]
        if aliases:
            raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))

    def _continuous(self, enumeration):
        values = {one.value for one in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            kind = "flag"
            wanted = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high))]
        else:
            kind = "enum"
            wanted = range(low + 1, high)
        missing = [v for v in wanted if v not in values]
        if missing:
            raise ValueError(("invalid %s %r: missing values %s" % (
                kind, enumeration.__name__, ", ".join([str(m) for m in missing])))[:256])

    def _named(self, enumeration):
        values = [one.value for one in enumeration]
        names, bits = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [v for v in _iter_bits_lsb(alias.value) if v not in values]
            if missed:
                names.append(name)
                bits |= sum(missed)
        if names:
            which = "alias %s is missing" % names[0] if len(names) == 1 else "aliases %s and %s are missing" % (
                ", ".join(names[:-1]), names[-1])
            value = "value 0x%x" % bits if _is_single_bit(bits) else "combined values of 0x%x" % bits
            raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (
                enumeration.__name__, which, value))


def global_enum_repr(self):
    """module.NAME."""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """module.NAME|module.NAME."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    if self._boundary_ is not KEEP:
        return "|".join(["%s.%s" % (module, name) for name in self.name.split("|")])
    return "|".join([n if n[0].isdigit() else "%s.%s" % (module, n) for n in self._name_.split("|")])


def global_str(self):
    """NAME."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Makes the members names of their module."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Class decorator that makes an enumeration of a plain class."""
    def convert_class(cls):
        metacls = etype.__class__
        body = metacls.__prepare__(cls.__name__, (etype,))
        for name, obj in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__", "__static_attributes__", "__firstlineno__"):
                body[name] = obj
        body.setdefault("__doc__", None)
        return metacls.__new__(metacls, cls.__name__, (etype,), body, boundary=boundary)
    return convert_class


def _test_simple_enum(checked_enum, simple_enum):
    """Raises TypeError unless both enumerations are alike."""
    failed = []
    if checked_enum.__members__.keys() != simple_enum.__members__.keys():
        failed.append("member names differ: %r and %r" % (list(checked_enum.__members__), list(simple_enum.__members__)))
    else:
        for name, one in checked_enum.__members__.items():
            other = simple_enum.__members__[name]
            for attribute in ("_name_", "_value_"):
                if getattr(one, attribute) != getattr(other, attribute):
                    failed.append("%s.%s: %r != %r" % (
                        name, attribute, getattr(one, attribute), getattr(other, attribute)))
    if checked_enum._member_type_ is not simple_enum._member_type_:
        failed.append("data types differ")
    if failed:
        raise TypeError("enum mismatch:\n   %s" % "\n   ".join(failed))
