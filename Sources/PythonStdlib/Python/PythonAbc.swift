extension PythonLibrary {
  /// `abc`.
  static let abcModule = #"""
    def abstractmethod(funcobj):
        funcobj.__isabstractmethod__ = True
        return funcobj

    class abstractproperty(property):
        __isabstractmethod__ = True

    def _abstract(cls):
        names = set()
        for base in cls.__mro__[1:]:
            names.update(getattr(base, "__abstractmethods__", ()))
        names.update(cls.__dict__)
        found = []
        for name in names:
            value = getattr(cls, name, None)
            if isinstance(value, property):
                if any(getattr(f, "__isabstractmethod__", False) for f in (value.fget, value.fset, value.fdel)):
                    found.append(name)
            elif getattr(value, "__isabstractmethod__", False):
                found.append(name)
        return frozenset(found)

    class ABCMeta(type):
        def __new__(mcls, name, bases, namespace, /, **kwargs):
            cls = super().__new__(mcls, name, bases, namespace, **kwargs)
            cls.__abstractmethods__ = _abstract(cls)
            cls._abc_registry = []
            return cls

        def register(cls, subclass):
            if not isinstance(subclass, type):
                raise TypeError("Can only register classes")
            cls._abc_registry.append(subclass)
            return subclass

        def __call__(cls, *args, **kwargs):
            missing = cls.__abstractmethods__
            if missing:
                names = ", ".join(sorted(missing))
                plural = "s" if len(missing) > 1 else ""
                raise TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract method{plural} {names}")
            return super().__call__(*args, **kwargs)

        def __instancecheck__(cls, instance):
            return cls.__subclasscheck__(type(instance))

        def __subclasscheck__(cls, subclass):
            if type.__subclasscheck__(cls, subclass):
                return True
            hook = cls.__subclasshook__(subclass) if hasattr(cls, "__subclasshook__") else NotImplemented
            if hook is not NotImplemented:
                return hook
            for other in cls._abc_registry:
                if issubclass(subclass, other):
                    return True
            for child in type.__subclasses__(cls):
                if issubclass(subclass, child):
                    return True
            return False

    class ABC(metaclass=ABCMeta):
        __slots__ = ()

    def get_cache_token():
        return 0
    def update_abstractmethods(cls):
        if hasattr(cls, "__abstractmethods__"):
            cls.__abstractmethods__ = _abstract(cls)
        return cls
    """#
}
