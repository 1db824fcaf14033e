"""Objects that are configured; here they only have traits."""
from traitlets import Any, HasTraits


class Config(dict):
    def __getattr__(self, key):
        if key.startswith("_"):
            raise AttributeError(key)
        return self.setdefault(key, Config())

    def __setattr__(self, key, value):
        self[key] = value


class Configurable(HasTraits):
    config = Any()
    parent = Any()


class LoggingConfigurable(Configurable):
    log = Any()


class SingletonConfigurable(LoggingConfigurable):
    _instance = None

    @classmethod
    def instance(cls, *args, **kwargs):
        if cls._instance is None:
            cls._instance = cls(*args, **kwargs)
        return cls._instance

    @classmethod
    def initialized(cls):
        return cls._instance is not None

    @classmethod
    def clear_instance(cls):
        cls._instance = None
