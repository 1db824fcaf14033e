"""Logging."""
import sys as _sys
import time as _time

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_levels = {name: level for level, name in _names.items()}
_levels["WARN"], _levels["FATAL"] = 30, 50
_disabled = 0
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"


def getLevelName(level):
    if isinstance(level, str):
        return _levels.get(level, "Level %s" % level)
    return _names.get(level, "Level %s" % level)


def addLevelName(level, name):
    _names[level] = name
    _levels[name] = level


def _level(value):
    if isinstance(value, str):
        if value not in _levels:
            raise ValueError("Unknown level: %r" % value)
        return _levels[value]
    if not isinstance(value, int):
        raise TypeError("Level not an integer or a valid string: %r" % (value,))
    return value


class LogRecord:
    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        self.name, self.levelno, self.levelname = name, level, getLevelName(level)
        self.pathname, self.lineno, self.funcName = pathname, lineno, func
        self.filename = pathname.rsplit("/", 1)[-1]
        self.module = self.filename.rsplit(".", 1)[0]
        self.msg, self.exc_info = msg, exc_info
        self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        self.created = _time.time()
        self.msecs = self.created % 1 * 1000
        self.process, self.thread, self.threadName, self.processName = 1, 1, "MainThread", "MainProcess"
        self.relativeCreated = 0.0

    def getMessage(self):
        return str(self.msg) % self.args if self.args else str(self.msg)


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = fmt or "%(message)s"
        self.datefmt = datefmt
        self.style = style

    def formatTime(self, record, datefmt=None):
        text = _time.strftime(datefmt or "%Y-%m-%d %H:%M:%S", _time.localtime(record.created))
        return text if datefmt else "%s,%03d" % (text, record.msecs)

    def formatException(self, ei):
        return "%s: %s" % (ei[0].__name__, ei[1])

    def format(self, record):
        record.message = record.getMessage()
        if "asctime" in self._fmt:
            record.asctime = self.formatTime(record, self.datefmt)
        if self.style == "{":
            text = self._fmt.format(**record.__dict__)
        else:
            text = self._fmt % record.__dict__
        if record.exc_info and record.exc_info[0]:
            text += "\n" + self.formatException(record.exc_info)
        return text


class Filterer:
    def __init__(self):
        self.filters = []

    def addFilter(self, filter): self.filters.append(filter)
    def removeFilter(self, filter): self.filters.remove(filter)

    def filter(self, record):
        for f in self.filters:
            if not (f.filter(record) if hasattr(f, "filter") else f(record)):
                return False
        return True


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self.level = _level(level)
        self.formatter = None

    def setLevel(self, level): self.level = _level(level)
    def setFormatter(self, fmt): self.formatter = fmt
    def format(self, record): return (self.formatter or Formatter()).format(record)

    def handle(self, record):
        if self.filter(record):
            self.emit(record)

    def flush(self): pass
    def close(self): pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream

    def emit(self, record):
        (self.stream or _sys.stderr).write(self.format(record) + self.terminator)


class FileHandler(StreamHandler):
    def __init__(self, filename, mode="a", encoding=None, delay=False):
        super().__init__(open(filename, mode, encoding=encoding))

    def emit(self, record):
        super().emit(record)
        self.stream.flush()

    def close(self): self.stream.close()


class NullHandler(Handler):
    def emit(self, record): pass


class _LastResort(StreamHandler):
    def __init__(self):
        super().__init__()
        self.level = WARNING


lastResort = _LastResort()


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name, self.level = name, _level(level)
        self.parent, self.propagate, self.handlers, self.disabled = None, True, [], False

    def setLevel(self, level): self.level = _level(level)

    def getEffectiveLevel(self):
        """The level that counts: the logger's own or that of the nearest above that has one."""
        logger = self
        while logger is not None and not logger.level:
            logger = logger.parent
        return NOTSET if logger is None else logger.level

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled and level >= self.getEffectiveLevel()

    def debug(self, msg, *args, **kw): self._log(DEBUG, msg, args, **kw)
    def info(self, msg, *args, **kw): self._log(INFO, msg, args, **kw)
    def warning(self, msg, *args, **kw): self._log(WARNING, msg, args, **kw)
    warn = warning
    def error(self, msg, *args, **kw): self._log(ERROR, msg, args, **kw)
    def critical(self, msg, *args, **kw): self._log(CRITICAL, msg, args, **kw)
    fatal = critical
    def exception(self, msg, *args, exc_info=True, **kw): self._log(ERROR, msg, args, exc_info=exc_info, **kw)
    def log(self, level, msg, *args, **kw): self._log(level, msg, args, **kw)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        if not self.isEnabledFor(level):
            return
        if exc_info:
            exc_info = _sys.exc_info() if exc_info is True else (type(exc_info), exc_info, None)
        record = LogRecord(self.name, level, "<cell>", 0, msg, args, exc_info)
        if extra:
            record.__dict__.update(extra)
        self.handle(record)

    def handle(self, record):
        if not self.filter(record):
            return
        found = False
        logger = self
        while logger:
            for h in logger.handlers:
                found = True
                if record.levelno >= h.level:
                    h.handle(record)
            if not logger.propagate:
                break
            logger = logger.parent
        if not found and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def addHandler(self, h):
        if h not in self.handlers:
            self.handlers.append(h)

    def removeHandler(self, h):
        if h in self.handlers:
            self.handlers.remove(h)

    def hasHandlers(self): return bool(self.handlers or self.parent and self.propagate and self.parent.hasHandlers())
    def getChild(self, suffix): return getLogger(self.name + "." + suffix if self.parent else suffix)
    def __repr__(self): return "<Logger %s (%s)>" % (self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__("root", level)

    def __repr__(self): return "<RootLogger root (%s)>" % getLevelName(self.level)


root = RootLogger(WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == "root":
        return root
    if name not in _loggers:
        made = _loggers[name] = Logger(name)
        head = name.rpartition(".")[0]
        made.parent = getLogger(head) if head else root
    return _loggers[name]


def basicConfig(*, filename=None, filemode="a", format=None, datefmt=None, style="%", level=None, stream=None,
                handlers=None, force=False, encoding=None, errors=None):
    if force:
        root.handlers.clear()
    if not root.handlers:
        for h in handlers or [FileHandler(filename, filemode) if filename else StreamHandler(stream)]:
            if h.formatter is None:
                h.setFormatter(Formatter(format or BASIC_FORMAT, datefmt, style))
            root.addHandler(h)
        if level is not None:
            root.setLevel(level)


def _root(method):
    def log(msg, *args, **kw):
        if not root.handlers:
            basicConfig()
        getattr(root, method)(msg, *args, **kw)
    return log


debug, info, warning, error, critical, exception = map(
    _root, ("debug", "info", "warning", "error", "critical", "exception"))
warn, fatal = warning, critical


def log(level, msg, *args, **kw):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kw)


def disable(level=CRITICAL):
    global _disabled
    _disabled = _level(level)


def captureWarnings(capture): pass
def shutdown(): pass


class LoggerAdapter:
    """A logger that adds to every record."""

    def __init__(self, logger, extra=None):
        self.logger, self.extra = logger, extra

    def process(self, msg, kwargs):
        """The message and the keywords of a call, changed."""
        kwargs["extra"] = self.extra
        return msg, kwargs

    def log(self, level, msg, *args, **kwargs):
        """Logs at a level."""
        if self.logger.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def debug(self, msg, *args, **kwargs): self.log(DEBUG, msg, *args, **kwargs)
    def info(self, msg, *args, **kwargs): self.log(INFO, msg, *args, **kwargs)
    def warning(self, msg, *args, **kwargs): self.log(WARNING, msg, *args, **kwargs)
    def error(self, msg, *args, **kwargs): self.log(ERROR, msg, *args, **kwargs)
    def critical(self, msg, *args, **kwargs): self.log(CRITICAL, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs an error with the exception."""
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def isEnabledFor(self, level): return self.logger.isEnabledFor(level)
    def setLevel(self, level): self.logger.setLevel(level)
    def getEffectiveLevel(self): return self.logger.getEffectiveLevel()
    def hasHandlers(self): return self.logger.hasHandlers()

    @property
    def name(self):
        """The logger's name."""
        return self.logger.name

    __class_getitem__ = classmethod(type(list[int]))
