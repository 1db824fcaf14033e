"""Abstract base classes."""
from _native_abc import remember as _remember_answers, renew as _renew_answers
from _weakref import ref as _ref


def abstractmethod(funcobj):
    """Marks a method that subclasses must implement."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """A class method that subclasses must implement."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    """A static method that subclasses must implement."""
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    """A property that subclasses must implement."""
    __isabstractmethod__ = True


_counter = 0


def get_cache_token():
    """A value that changes with every registration."""
    return _counter


def _abstract_names(cls, items):
    names = {name for name, value in items if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


def _remember(cache, cls):
    """Adds a weak reference to a class, which goes when the class goes."""
    cache.add(_ref(cls, cache.discard))


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        # Weak references to the classes that were registered, and to those known to be subclasses or not to be.
        cls._abc_registry = set()
        cls._abc_cache = set()
        cls._abc_negative_cache = set()
        cls._abc_negative_cache_version = _counter
        return cls

    def register(cls, subclass):
        """Makes a class a virtual subclass."""
        global _counter
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_registry, subclass)
        _counter += 1
        _renew_answers()
        return subclass

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        subclass = instance.__class__
        if _ref(subclass) in cls._abc_cache:
            return True
        kind = type(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        key = _ref(subclass)
        if key in cls._abc_cache:
            return True
        if cls._abc_negative_cache_version < _counter:
            cls._abc_negative_cache = set()
            cls._abc_negative_cache_version = _counter
        elif key in cls._abc_negative_cache:
            return False
        ok = cls.__subclasshook__(subclass)
        if ok is not NotImplemented:
            if ok is not True and ok is not False:
                raise AssertionError
            _remember(cls._abc_cache if ok else cls._abc_negative_cache, subclass)
            return ok
        if cls in getattr(subclass, "__mro__", ()):
            _remember(cls._abc_cache, subclass)
            return True
        for other in list(cls._abc_registry):
            other = other()
            if other is not None and issubclass(subclass, other):
                _remember(cls._abc_cache, subclass)
                return True
        for child in cls.__subclasses__():
            if issubclass(subclass, child):
                _remember(cls._abc_cache, subclass)
                return True
        _remember(cls._abc_negative_cache, subclass)
        return False

    def _dump_registry(cls, file=None):
        print("Class: %s.%s" % (cls.__module__, cls.__qualname__), file=file)
        print("Inv. counter: %s" % get_cache_token(), file=file)
        for name in cls.__dict__:
            if name.startswith("_abc_"):
                print("%s: %r" % (name, getattr(cls, name)), file=file)

    def _abc_registry_clear(cls):
        cls._abc_registry.clear()
        _renew_answers()

    def _abc_caches_clear(cls):
        cls._abc_cache.clear()
        cls._abc_negative_cache.clear()
        _renew_answers()


_remember_answers(ABCMeta.__instancecheck__)


class ABC(metaclass=ABCMeta):
    """Base for abstract classes."""
    __slots__ = ()


def update_abstractmethods(cls):
    """Computes the abstract methods of a class anew after it was changed."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, list(cls.__dict__.items()))
    return cls
