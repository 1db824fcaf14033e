"""The logger of asyncio, made when something is logged first."""


class _Logger:
    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger("asyncio"), name)


def __getattr__(name):
    if name == "logger":
        import logging
        globals()["logger"] = made = logging.getLogger(__package__)
        return made
    raise AttributeError("module %r has no attribute %r" % (__name__, name))


quiet = _Logger()
