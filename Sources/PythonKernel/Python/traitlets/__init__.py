"""Attributes that check their values and tell when they change: what widgets are made of.

Names and behaviour are those of the package traitlets; this is a small implementation of them.
"""
from contextlib import contextmanager

__version__ = "5.14.3"
version_info = (5, 14, 3)


class _Sentinel:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "traitlets." + self._name

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


Undefined = _Sentinel("Undefined")
All = _Sentinel("All")


class TraitError(Exception):
    """A value that does not fit."""


class Bunch(dict):
    """A dictionary whose keys are attributes too."""

    def __getattr__(self, key):
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None

    def __setattr__(self, key, value):
        self[key] = value

    def __dir__(self):
        return list(self)


def _with_article(name):
    return ("an " if name[:1].lower() in "aeiou" else "a ") + name


def _described(value):
    """A value in an error message: `the int 3`."""
    if value is None:
        return "the NoneType None"
    return "the %s %r" % (type(value).__name__, value)


def _equal(a, b):
    try:
        return bool(a == b)
    except Exception:
        return False


class BaseDescriptor:
    name = None
    this_class = None

    def __set_name__(self, owner, name):
        self.name = name
        self.this_class = owner

    def class_init(self, cls, name):
        self.this_class = cls
        self.name = name

    def instance_init(self, obj):
        pass

    def subclass_init(self, cls):
        pass


class TraitType(BaseDescriptor):
    """An attribute with a default; subclasses check values in `validate(obj, value)`."""

    default_value = Undefined
    allow_none = False
    read_only = False
    info_text = "any value"
    metadata = {}

    def __init__(self, default_value=Undefined, allow_none=False, read_only=None, help=None, config=None, **kwargs):
        if default_value is not Undefined:
            self.default_value = default_value
        if allow_none:
            self.allow_none = True
        if read_only is not None:
            self.read_only = read_only
        self.help = help or ""
        self.metadata = dict(type(self).metadata)
        if kwargs:
            self.metadata.update(kwargs)

    def __class_getitem__(cls, item):
        return cls

    def tag(self, **metadata):
        """Adds metadata and returns the trait."""
        self.metadata.update(metadata)
        return self

    def get_metadata(self, key, default=None):
        return self.metadata.get(key, default)

    def info(self):
        return self.info_text

    def default(self, obj=None):
        """The default value; containers make a new one each time."""
        value = self.default_value
        if isinstance(value, (list, dict, set)):
            return type(value)(value)
        return value

    def get_default_value(self):
        return self.default_value

    def init_default_value(self, obj):
        obj._trait_values[self.name] = value = self._validate(obj, self.default_value)
        return value

    def get(self, obj, cls=None):
        values = obj._trait_values
        if self.name in values:
            return values[self.name]
        value = obj._trait_default(self)
        if value is Undefined:
            raise TraitError("No default value found for the '%s' trait of %s" % (self.name, type(obj).__name__))
        with obj.cross_validation_lock:
            value = self._validate(obj, value)
        values[self.name] = value
        return value

    def __get__(self, obj, cls=None):
        return self if obj is None else self.get(obj, cls)

    def set(self, obj, value):
        value = self._validate(obj, value)
        old = obj._trait_values.get(self.name, self.default_value)
        obj._trait_values[self.name] = value
        if not _equal(old, value):
            obj._notify_trait(self.name, old, value)

    def __set__(self, obj, value):
        if self.read_only:
            raise TraitError('The "%s" trait is read-only.' % self.name)
        self.set(obj, value)

    def _validate(self, obj, value):
        if value is None and self.allow_none:
            return value
        if hasattr(self, "validate"):
            value = self.validate(obj, value)
        if obj._cross_validation_lock is False:
            value = self._cross_validate(obj, value)
        return value

    def _cross_validate(self, obj, value):
        method = obj._trait_validators.get(self.name)
        if method is not None:
            return method(Bunch(trait=self, value=value, owner=obj))
        method = getattr(obj, "_%s_validate" % self.name, None)
        if callable(method):
            return method(value, self)
        return value

    def __or__(self, other):
        return Union([self, other])

    def error(self, obj, value, error=None, info=None):
        """Raises the TraitError of a value that does not fit."""
        info = info or self.info()
        if self.allow_none:
            info += " or None"
        if obj is not None and self.name is not None:
            raise TraitError("The '%s' trait of %s instance expected %s, not %s." % (
                self.name, _with_article(type(obj).__name__), info, _described(value)))
        raise TraitError("The %s trait expected %s, not %s." % (
            "'%s'" % self.name if self.name else "unnamed", info, _described(value)))


class Any(TraitType):
    default_value = None
    allow_none = True
    info_text = "any value"


class _Number(TraitType):
    """A number within limits."""

    def __init__(self, default_value=Undefined, allow_none=False, **kwargs):
        self.min = kwargs.pop("min", None)
        self.max = kwargs.pop("max", None)
        super().__init__(default_value=default_value, allow_none=allow_none, **kwargs)

    def limited(self, obj, value):
        kind = type(self).__name__
        if self.min is not None and value < self.min:
            raise TraitError("The value of the '%s' trait of %s instance should not be less than %s, but a value of %s "
                             "was specified" % (self.name, _with_article(type(obj).__name__), self.min, value))
        if self.max is not None and value > self.max:
            raise TraitError("The value of the '%s' trait of %s instance should not be greater than %s, but a value of "
                             "%s was specified" % (self.name, _with_article(type(obj).__name__), self.max, value))
        return value


class Int(_Number):
    default_value = 0
    info_text = "an int"

    def validate(self, obj, value):
        if not isinstance(value, int):
            self.error(obj, value)
        return self.limited(obj, value)


class CInt(Int):
    def validate(self, obj, value):
        try:
            value = int(value)
        except Exception:
            self.error(obj, value)
        return self.limited(obj, value)


Long = Integer = Int
CLong = CInt


class Float(_Number):
    default_value = 0.0
    info_text = "a float"

    def validate(self, obj, value):
        if isinstance(value, int):
            value = float(value)
        if not isinstance(value, float):
            self.error(obj, value)
        return self.limited(obj, value)


class CFloat(Float):
    def validate(self, obj, value):
        try:
            value = float(value)
        except Exception:
            self.error(obj, value)
        return self.limited(obj, value)


class Complex(TraitType):
    default_value = 0.0 + 0.0j
    info_text = "a complex number"

    def validate(self, obj, value):
        if isinstance(value, complex):
            return value
        if isinstance(value, (float, int)):
            return complex(value)
        self.error(obj, value)


class Bytes(TraitType):
    default_value = b""
    info_text = "a bytes object"

    def validate(self, obj, value):
        if isinstance(value, bytes):
            return value
        self.error(obj, value)


class CBytes(Bytes):
    def validate(self, obj, value):
        try:
            return bytes(value)
        except Exception:
            self.error(obj, value)


class Unicode(TraitType):
    default_value = ""
    info_text = "a unicode string"

    def validate(self, obj, value):
        if isinstance(value, str):
            return value
        if isinstance(value, bytes):
            try:
                return value.decode("ascii", "strict")
            except UnicodeDecodeError:
                raise TraitError("Could not decode %r for unicode trait '%s' of %s instance." % (
                    value, self.name, _with_article(type(obj).__name__))) from None
        self.error(obj, value)


class CUnicode(Unicode):
    def validate(self, obj, value):
        try:
            return str(value)
        except Exception:
            self.error(obj, value)


class ObjectName(Unicode):
    info_text = "a valid object identifier in Python"

    def validate(self, obj, value):
        if isinstance(value, str) and value.isidentifier():
            return value
        self.error(obj, value)


class DottedObjectName(ObjectName):
    def validate(self, obj, value):
        if isinstance(value, str) and all(part.isidentifier() for part in value.split(".")):
            return value
        self.error(obj, value)


class Bool(TraitType):
    default_value = False
    info_text = "a boolean"

    def validate(self, obj, value):
        if isinstance(value, bool):
            return value
        self.error(obj, value)


class CBool(Bool):
    def validate(self, obj, value):
        try:
            return bool(value)
        except Exception:
            self.error(obj, value)


class Enum(TraitType):
    def __init__(self, values, default_value=Undefined, **kwargs):
        self.values = values
        if kwargs.get("allow_none", None) and default_value is Undefined:
            default_value = None
        super().__init__(default_value, **kwargs)

    def validate(self, obj, value):
        if value in self.values:
            return value
        self.error(obj, value)

    def info(self):
        return "any of %r" % (list(self.values),)


class CaselessStrEnum(Enum):
    def validate(self, obj, value):
        if isinstance(value, str):
            for one in self.values or []:
                if one.lower() == value.lower():
                    return one
        self.error(obj, value)

    def info(self):
        return "any of %r (case-insensitive)" % (list(self.values),)


class FuzzyEnum(CaselessStrEnum):
    pass


class ClassBasedTraitType(TraitType):
    pass


def _resolved(klass):
    return import_item(klass) if isinstance(klass, str) else klass


class Instance(ClassBasedTraitType):
    """An object of a class, made from `args` and `kw` if they are given."""

    klass = None

    def __init__(self, klass=None, args=None, kw=None, **kwargs):
        if klass is None:
            klass = type(self).klass
        self.klass = klass
        self.default_args = args
        self.default_kwargs = kw
        super().__init__(**kwargs)

    def default(self, obj=None):
        if self.default_args is None and self.default_kwargs is None:
            return None if self.allow_none else self.default_value
        return _resolved(self.klass)(*(self.default_args or ()), **(self.default_kwargs or {}))

    def validate(self, obj, value):
        if isinstance(value, _resolved(self.klass)):
            return value
        self.error(obj, value)

    def info(self):
        name = self.klass if isinstance(self.klass, str) else self.klass.__name__
        return _with_article(name)


class This(ClassBasedTraitType):
    info_text = "an instance of the same type as the receiver or None"
    allow_none = True
    default_value = None

    def validate(self, obj, value):
        if value is None or isinstance(value, self.this_class):
            return value
        self.error(obj, value)


class Type(ClassBasedTraitType):
    """A class."""

    def __init__(self, default_value=Undefined, klass=None, **kwargs):
        if default_value is Undefined:
            default_value = object if klass is None else klass
        self.klass = klass or object
        super().__init__(default_value, **kwargs)

    def validate(self, obj, value):
        value = _resolved(value)
        if isinstance(value, type) and issubclass(value, _resolved(self.klass)):
            return value
        self.error(obj, value)

    def info(self):
        return "a subclass of %r" % (self.klass,)


class Callable(TraitType):
    info_text = "a callable"

    def validate(self, obj, value):
        if callable(value):
            return value
        self.error(obj, value)


class Union(TraitType):
    """A value that fits one of several traits."""

    def __init__(self, trait_types, **kwargs):
        self.trait_types = list(trait_types)
        super().__init__(**kwargs)

    def default(self, obj=None):
        if self.default_value is not Undefined:
            return self.default_value
        for trait in self.trait_types:
            value = trait.default(obj)
            if value is not Undefined:
                return value
        return Undefined

    def validate(self, obj, value):
        with obj.cross_validation_lock:
            for trait in self.trait_types:
                try:
                    value = trait._validate(obj, value)
                    self.metadata.update({k: v for k, v in trait.metadata.items() if k not in self.metadata})
                    return value
                except TraitError:
                    continue
        self.error(obj, value)

    def info(self):
        return " or ".join([trait.info() for trait in self.trait_types])


class Container(Instance):
    """A list, tuple or set with a trait for its elements."""

    klass = None
    _cast_types = ()
    _empty = list

    def __init__(self, trait=None, default_value=Undefined, **kwargs):
        # `List([1, 2])` gives the default, not the trait.
        if default_value is Undefined and trait is not None and not _is_trait(trait):
            default_value, trait = trait, None
        if isinstance(trait, type):
            trait = trait()
        self._trait = trait
        self.minlen = kwargs.pop("minlen", 0)
        self.maxlen = kwargs.pop("maxlen", None)
        args = None
        if default_value is None and not kwargs.get("allow_none"):
            default_value = Undefined
        if default_value is Undefined:
            args = ()
        elif default_value is not None:
            args = (default_value,)
        super().__init__(klass=self.klass, args=args, **kwargs)
        if default_value is not Undefined:
            self.default_value = default_value

    def validate(self, obj, value):
        if isinstance(value, self._cast_types):
            value = self.klass(value)
        if not isinstance(value, self.klass):
            self.error(obj, value)
        if self.minlen and len(value) < self.minlen or self.maxlen is not None and len(value) > self.maxlen:
            raise TraitError("The length of the '%s' trait of %s instance must be %s <= L <= %s, but a value of %r was "
                             "specified." % (self.name, _with_article(type(obj).__name__), self.minlen, self.maxlen,
                                             value))
        return self.validate_elements(obj, value)

    def validate_elements(self, obj, value):
        if self._trait is None or type(self._trait) is Any:
            return value
        made = []
        for item in value:
            try:
                made.append(self._trait._validate(obj, item))
            except TraitError:
                raise TraitError("Element of the '%s' trait of %s instance expected %s, not %s." % (
                    self.name, _with_article(type(obj).__name__), self._trait.info(), _described(item))) from None
        return self.klass(made)

    def info(self):
        return _with_article(self.klass.__name__)


def _is_trait(value):
    return isinstance(value, TraitType) or isinstance(value, type) and issubclass(value, TraitType)


class List(Container):
    klass = list
    _cast_types = (tuple,)


class Set(Container):
    klass = set
    _cast_types = (tuple, list)


class Tuple(Container):
    """A tuple, with a trait for each element if several are given."""

    klass = tuple
    _cast_types = (list,)

    def __init__(self, *traits, **kwargs):
        default_value = kwargs.pop("default_value", Undefined)
        if len(traits) == 1 and default_value is Undefined and not _is_trait(traits[0]):
            default_value = traits[0]
            traits = ()
        self._traits = [t() if isinstance(t, type) else t for t in traits]
        super().__init__(default_value=default_value, **kwargs)
        if self._traits and default_value is Undefined:
            self.default_args = None
            self.default_value = Undefined

    def default(self, obj=None):
        if self._traits and self.default_args is None:
            return tuple([t.default(obj) for t in self._traits])
        return super().default(obj)

    def validate_elements(self, obj, value):
        if not self._traits:
            return value
        if len(value) != len(self._traits):
            raise TraitError("The '%s' trait of %s instance requires %d elements, but a value of %s was specified." % (
                self.name, _with_article(type(obj).__name__), len(self._traits), _described(value)))
        return tuple([t._validate(obj, v) for t, v in zip(self._traits, value)])


class Dict(Instance):
    """A dictionary, with traits for values, keys, or single keys."""

    def __init__(self, value_trait=None, per_key_traits=None, key_trait=None, default_value=Undefined, **kwargs):
        if default_value is Undefined and value_trait is not None and not _is_trait(value_trait):
            default_value, value_trait = value_trait, None
        self._value_trait = value_trait() if isinstance(value_trait, type) else value_trait
        self._key_trait = key_trait() if isinstance(key_trait, type) else key_trait
        self._per_key_traits = per_key_traits
        args = None
        if default_value is Undefined:
            args = ((),)
        elif default_value is not None:
            args = (default_value,)
        super().__init__(klass=dict, args=args, **kwargs)
        if default_value is not Undefined:
            self.default_value = default_value

    def validate(self, obj, value):
        if not isinstance(value, dict):
            self.error(obj, value)
        if self._value_trait is None and self._key_trait is None and self._per_key_traits is None:
            return value
        made = {}
        for key, item in value.items():
            if self._key_trait is not None:
                key = self._key_trait._validate(obj, key)
            trait = (self._per_key_traits or {}).get(key, self._value_trait)
            made[key] = item if trait is None else trait._validate(obj, item)
        return type(value)(made) if type(value) is dict else value

    def info(self):
        return "a dict"


class UseEnum(TraitType):
    def __init__(self, enum_class, default_value=None, **kwargs):
        self.enum_class = enum_class
        if default_value is None and not kwargs.get("allow_none"):
            default_value = next(iter(enum_class))
        super().__init__(default_value=default_value, **kwargs)

    def validate(self, obj, value):
        if isinstance(value, self.enum_class):
            return value
        if isinstance(value, str):
            for member in self.enum_class:
                if member.name == value.split(".")[-1]:
                    return member
        self.error(obj, value)


class TCPAddress(TraitType):
    default_value = ("127.0.0.1", 0)
    info_text = "an (ip, port) tuple"


# Decorators of methods.

class EventHandler(BaseDescriptor):
    def __init__(self, this=None):
        self.this = this

    def __call__(self, method):
        self.method = method
        return self

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return self.method.__get__(obj, cls)


class ObserveHandler(EventHandler):
    def __init__(self, names, type):
        self.trait_names = names
        self.type = type

    def instance_init(self, obj):
        obj.observe(getattr(obj, self.name), names=self.trait_names, type=self.type)


class ValidateHandler(EventHandler):
    def __init__(self, names):
        self.trait_names = names

    def instance_init(self, obj):
        for name in self.trait_names:
            obj._trait_validators[name] = getattr(obj, self.name)


class DefaultHandler(EventHandler):
    def __init__(self, name):
        self.trait_name = name


def observe(*names, type="change"):
    """The method is called when one of the traits changes."""
    return ObserveHandler([All] if not names else list(names), type)


def validate(*names):
    """The method is asked before one of the traits is set."""
    return ValidateHandler(names)


def default(name):
    """The method gives the default of a trait."""
    return DefaultHandler(name)


def observe_compat(func):
    return func


class _Lock:
    """Switches cross validation off while it is held."""

    def __init__(self, obj):
        self.obj = obj

    def __enter__(self):
        self.outer = self.obj._cross_validation_lock
        self.obj._cross_validation_lock = True

    def __exit__(self, *exc):
        self.obj._cross_validation_lock = self.outer


class HasDescriptors:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        traits, handlers = {}, {}
        for base in reversed(cls.__mro__):
            for name, value in list(base.__dict__.items()):
                if isinstance(value, BaseDescriptor):
                    if value.name is None:
                        value.class_init(base, name)
                    handlers[name] = value
                else:
                    handlers.pop(name, None)
        cls._traits = {n: v for n, v in handlers.items() if isinstance(v, TraitType)}
        cls._handlers = {n: v for n, v in handlers.items() if isinstance(v, EventHandler)}
        cls._default_handlers = {v.trait_name: v for v in cls._handlers.values() if isinstance(v, DefaultHandler)}
        for trait in cls._traits.values():
            trait.subclass_init(cls)

    def __new__(cls, *args, **kwargs):
        self = super().__new__(cls)
        self.setup_instance(*args, **kwargs)
        return self

    def setup_instance(self, *args, **kwargs):
        self._trait_values = {}
        self._trait_notifiers = {}
        self._trait_validators = {}
        self._cross_validation_lock = False
        for handler in self._handlers.values():
            handler.instance_init(self)
        for trait in self._traits.values():
            trait.instance_init(self)


MetaHasDescriptors = MetaHasTraits = type


class HasTraits(HasDescriptors):
    """An object with traits."""

    _traits = {}
    _handlers = {}
    _default_handlers = {}

    def __init__(self, *args, **kwargs):
        rest = {}
        with self.hold_trait_notifications():
            for key, value in kwargs.items():
                if self.has_trait(key):
                    setattr(self, key, value)
                else:
                    rest[key] = value
        if rest or args:
            try:
                super().__init__(*args, **rest)
            except TypeError as error:
                import warnings
                names = [repr(a) for a in args] + ["%s=%r" % item for item in rest.items()]
                warnings.warn("Passing unrecognized arguments to super(%s).__init__(%s).\n%s\nThis is deprecated in "
                              "traitlets 4.2.This error will be raised in the future." % (
                                  type(self).__name__, ", ".join(names), error), DeprecationWarning, stacklevel=2)

    # Defaults.

    def _trait_default(self, trait):
        handler = self._default_handlers.get(trait.name)
        if handler is not None:
            return handler.method(self)
        method = getattr(self, "_%s_default" % trait.name, None)
        if callable(method):
            return method()
        return trait.default(self)

    def trait_defaults(self, *names, **metadata):
        if len(names) == 1 and not metadata:
            return self._trait_default(self._get_trait(names[0]))
        return {n: self._trait_default(self._get_trait(n)) for n in names or self.trait_names(**metadata)}

    def _get_trait(self, name):
        if name not in self._traits:
            raise TraitError("'%s' is not a trait of '%s' instances" % (name, type(self).__name__))
        return self._traits[name]

    # Notification.

    @property
    def cross_validation_lock(self):
        return _Lock(self)

    @contextmanager
    def hold_trait_notifications(self):
        """Holds notifications and cross validation back until the end."""
        if self._cross_validation_lock:
            yield
            return
        held = {}

        def hold(change):
            key = change.name
            if change.type == "change" and held.get(key) and held[key][-1].type == "change":
                held[key][-1] = Bunch(held[key][-1], new=change.new)
            else:
                held.setdefault(key, []).append(change)

        self._held = hold
        self._cross_validation_lock = True
        try:
            yield
            for name in list(held):
                value = self._traits[name]._cross_validate(self, getattr(self, name))
                self.set_trait(name, value)
        except TraitError:
            self._held = lambda change: None
            for name, changes in held.items():
                for change in reversed(changes):
                    if change.type == "change":
                        if change.old is not Undefined:
                            self.set_trait(name, change.old)
                        else:
                            self._trait_values.pop(name, None)
            held = {}
            raise
        finally:
            self._cross_validation_lock = False
            self._held = None
            for changes in held.values():
                for change in changes:
                    self.notify_change(change)

    _held = None

    def _notify_trait(self, name, old_value, new_value):
        self.notify_change(Bunch(name=name, old=old_value, new=new_value, owner=self, type="change"))

    def notify_change(self, change):
        """Tells all that observe."""
        if not isinstance(change, Bunch):
            change = Bunch(change)
        if self._held is not None:
            self._held(change)
        else:
            self._notify_observers(change)

    def _notify_observers(self, change):
        notifiers, name = self._trait_notifiers, change["name"]
        called = []
        for n in (name, All):
            for t in (change["type"], All):
                called += notifiers.get((n, t), ())
        magic = "_%s_changed" % name
        if hasattr(self, magic) and not isinstance(type(self).__dict__.get(magic), EventHandler):
            method = getattr(self, magic)
            if method not in called:
                called.append(lambda c: _call_old_style(method, c))
        for method in called:
            method(change)

    def observe(self, handler, names=All, type="change"):
        """Calls `handler(change)` when traits change."""
        for name in _names(names):
            known = self._trait_notifiers.setdefault((name, type), [])
            if handler not in known:
                known.append(handler)

    def unobserve(self, handler, names=All, type="change"):
        for name in _names(names):
            known = self._trait_notifiers.get((name, type), [])
            if handler in known:
                known.remove(handler)

    def unobserve_all(self, name=All):
        for key in list(self._trait_notifiers):
            if name is All or key[0] == name:
                del self._trait_notifiers[key]

    def on_trait_change(self, handler=None, name=None, remove=False):
        call = handler if remove else lambda c: _call_old_style(handler, c)
        (self.unobserve if remove else self.observe)(call, names=All if name is None else name)

    # Questions.

    @classmethod
    def class_traits(cls, **metadata):
        return _filtered(cls._traits, metadata)

    @classmethod
    def class_trait_names(cls, **metadata):
        return list(cls.class_traits(**metadata))

    @classmethod
    def class_own_traits(cls, **metadata):
        return {n: t for n, t in cls.class_traits(**metadata).items() if t.this_class is cls}

    def traits(self, **metadata):
        return _filtered(self._traits, metadata)

    def trait_names(self, **metadata):
        return list(self.traits(**metadata))

    def has_trait(self, name):
        return name in self._traits

    def trait_has_value(self, name):
        return name in self._trait_values

    def trait_values(self, **metadata):
        return {name: getattr(self, name) for name in self.trait_names(**metadata)}

    def trait_metadata(self, traitname, key, default=None):
        return self._get_trait(traitname).metadata.get(key, default)

    def set_trait(self, name, value):
        """Sets a trait, also one that is read-only."""
        if name not in self._traits:
            raise TraitError("Class %s does not have a trait named %s" % (type(self).__name__, name))
        self._traits[name].set(self, value)

    def add_traits(self, **traits):
        """Gives this one object more traits, by a class of its own."""
        cls = type(self)
        values = {"__module__": cls.__module__}
        values.update(traits)
        self.__class__ = type(cls.__name__, (cls,), values)
        for trait in traits.values():
            trait.instance_init(self)

    def __getstate__(self):
        return dict(self.__dict__)


def _names(names):
    if names is All or isinstance(names, str):
        return [names]
    return list(names)


def _filtered(traits, metadata):
    if not metadata:
        return dict(traits)
    found = {}
    for name, trait in traits.items():
        for key, wanted in metadata.items():
            has = trait.metadata.get(key)
            if not (wanted(has) if callable(wanted) else has == wanted):
                break
        else:
            found[name] = trait
    return found


def _call_old_style(method, change):
    """Handlers of old take (), (new), (name, new) or (name, old, new)."""
    code = getattr(getattr(method, "__func__", method), "__code__", None)
    count = 1 if code is None else code.co_argcount - (1 if hasattr(method, "__self__") else 0)
    arguments = [(), (change.new,), (change.name, change.new), (change.name, change.old, change.new)]
    if count == 1 and code is not None and "change" in code.co_varnames[:code.co_argcount]:
        return method(change)
    return method(*arguments[min(count, 3)])


# Links between objects.

class link:
    """Keeps two traits equal."""

    def __init__(self, source, target, transform=None):
        self.source, self.target = source, target
        self._there, self._back = transform or (lambda x: x, lambda x: x)
        self.updating = False
        self.link()

    @contextmanager
    def _busy_updating(self):
        self.updating = True
        try:
            yield
        finally:
            self.updating = False

    def link(self):
        setattr(self.target[0], self.target[1], self._there(getattr(self.source[0], self.source[1])))
        self.source[0].observe(self._update_target, names=self.source[1])
        self.target[0].observe(self._update_source, names=self.target[1])

    def _update_target(self, change):
        if not self.updating:
            with self._busy_updating():
                setattr(self.target[0], self.target[1], self._there(change.new))

    def _update_source(self, change):
        if not self.updating:
            with self._busy_updating():
                setattr(self.source[0], self.source[1], self._back(change.new))

    def unlink(self):
        self.source[0].unobserve(self._update_target, names=self.source[1])
        self.target[0].unobserve(self._update_source, names=self.target[1])


class directional_link:
    """Copies one trait to another whenever it changes."""

    def __init__(self, source, target, transform=None):
        self.source, self.target = source, target
        self._transform = transform or (lambda x: x)
        self.updating = False
        self.link()

    def link(self):
        setattr(self.target[0], self.target[1], self._transform(getattr(self.source[0], self.source[1])))
        self.source[0].observe(self._update, names=self.source[1])

    def _update(self, change):
        if not self.updating:
            self.updating = True
            try:
                setattr(self.target[0], self.target[1], self._transform(change.new))
            finally:
                self.updating = False

    def unlink(self):
        self.source[0].unobserve(self._update, names=self.source[1])


dlink = directional_link


def import_item(name):
    """The object of a dotted name."""
    module, _, attribute = name.rpartition(".")
    if not module:
        return __import__(name)
    return getattr(__import__(module, fromlist=[attribute]), attribute)


def signature_has_traits(cls):
    return cls


def parse_notifier_name(names):
    return _names(names)
