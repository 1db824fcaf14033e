"""Loggers, handlers and formatters as a dictionary or a file describes them."""
import functools
import io
import json
import logging
import logging.handlers
import os
import re
import struct
import threading

DEFAULT_LOGGING_CONFIG_PORT = 9030
RESET_ERROR = 104
_listener = None
IDENTIFIER = re.compile("^[a-z_][a-z0-9_]*$", re.I)


def valid_ident(s):
    if not IDENTIFIER.match(s):
        raise ValueError("Not a valid Python identifier: %r" % s)
    return True


def _resolve(name):
    """The object of a dotted name."""
    first, *rest = name.split(".")
    path, found = first, __import__(first)
    for part in rest:
        path += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(path)
            found = getattr(found, part)
    return found


def _clearExistingHandlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def _silence(existing, named, disable):
    """Loggers that a configuration does not name: those below a named one stay, others are switched off."""
    children = {name for name in existing if any(name.startswith(parent + ".") for parent in named)}
    for name in existing:
        if name in named:
            continue
        other = logging.root.manager.loggerDict[name]
        if name not in children:
            other.disabled = disable
        elif not isinstance(other, logging.PlaceHolder):
            # It has nothing of its own: what is above it decides.
            other.propagate, other.handlers = True, []
            other.setLevel(logging.NOTSET)


# Files

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Does what a file says, in the form of configparser."""
    import configparser
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError("%s doesn't exist" % fname)
        if not os.path.getsize(fname):
            raise RuntimeError("%s is an empty file" % fname)
    if isinstance(fname, configparser.RawConfigParser):
        parser = fname
    else:
        try:
            parser = configparser.ConfigParser(defaults)
            if hasattr(fname, "readline"):
                parser.read_file(fname)
            else:
                parser.read(fname, encoding=io.text_encoding(encoding))
        except configparser.ParsingError as error:
            raise RuntimeError("%s is invalid: %s" % (fname, error))
    formatters = _file_formatters(parser)
    logging._acquireLock()
    try:
        _clearExistingHandlers()
        _file_loggers(parser, _file_handlers(parser, formatters), disable_existing_loggers)
    finally:
        logging._releaseLock()


def _names(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def _file_formatters(parser):
    made = {}
    for name in _names(parser["formatters"]["keys"]):
        section = parser["formatter_" + name]
        get = functools.partial(parser.get, section.name, raw=True, fallback=None)
        kind = section.get("class")
        made[name] = (_resolve(kind) if kind else logging.Formatter)(
            get("format"), get("datefmt"), parser.get(section.name, "style", raw=True, fallback="%"))
    return made


def _evaluate(text):
    return eval(text, vars(logging))


def _file_handlers(parser, formatters):
    made, targets = {}, {}
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]
        kind = section["class"]
        try:
            kind = _evaluate(kind)
        except (AttributeError, NameError):
            kind = _resolve(kind)
        handler = made[name] = kind(*_evaluate(section.get("args", "()")), **_evaluate(section.get("kwargs", "{}")))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if issubclass(kind, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets[handler] = section["target"]
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made


def _give_handlers(logger, section, handlers):
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section.get("handlers", "")):
        logger.addHandler(handlers[name])


def _file_loggers(parser, handlers, disable):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    section = parser["logger_root"]
    if "level" in section:
        logging.root.setLevel(section["level"])
    _give_handlers(logging.root, section, handlers)
    existing = sorted(logging.root.manager.loggerDict)
    named = []
    for name in names:
        section = parser["logger_" + name]
        qualified = section["qualname"]
        logger = logging.getLogger(qualified)
        named.append(qualified)
        if "level" in section:
            logger.setLevel(section["level"])
        _give_handlers(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = 0
    _silence(existing, named, disable)


# Dictionaries

class ConvertingMixin:
    """A container whose texts such as ext://name are replaced by what they mean when they are read."""

    def convert(self, value):
        """What a value means; a container learns where it stands."""
        meant = self.configurator.convert(value)
        if meant is not value and isinstance(meant, ConvertingMixin):
            meant.parent = self
        return meant

    def convert_with_key(self, key, value, replace=True):
        """The same for the value of a key, which may keep the outcome."""
        meant = self.convert(value)
        if meant is value:
            return meant
        if isinstance(meant, ConvertingMixin):
            meant.key = key
        if replace:
            self[key] = meant
        return meant


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


class BaseConfigurator:
    """Finds what texts in a dictionary mean."""
    # All of them are matched from where the text stands.
    DIGIT_PATTERN, WORD_PATTERN = re.compile(r"\d+$"), re.compile(r"\s*(\w+)\s*")
    DOT_PATTERN, INDEX_PATTERN = re.compile(r"\.\s*(\w+)\s*"), re.compile(r"\[\s*(\w+)\s*\]\s*")
    CONVERT_PATTERN = re.compile("(?P<prefix>[a-z]+)://(?P<suffix>.*)$")
    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        described = self.config = ConvertingDict(config)
        described.configurator = self

    def resolve(self, s):
        parts = s.split(".")
        path = parts.pop(0)
        try:
            found = self.importer(path)
            for part in parts:
                path += "." + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(path)
                    found = getattr(found, part)
            return found
        except ImportError as error:
            raise ValueError("Cannot resolve %r: %s" % (s, error)) from error

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        """A part of the configuration itself, such as handlers.file[0]."""
        match = self.WORD_PATTERN.match(value)
        if match is None:
            raise ValueError("Unable to convert %r" % value)
        rest = value[match.end():]
        found = self.config[match.group(1)]
        while rest:
            match = self.DOT_PATTERN.match(rest)
            if match:
                found = found[match.group(1)]
            else:
                match = self.INDEX_PATTERN.match(rest)
                if not match:
                    raise ValueError("Unable to convert %r at %r" % (value, rest))
                index = match.group(1)
                if self.DIGIT_PATTERN.match(index):
                    try:
                        found = found[int(index)]
                    except TypeError:
                        found = found[index]
                else:
                    found = found[index]
            rest = rest[match.end():]
        return found

    def convert(self, value):
        converting = None
        if isinstance(value, (ConvertingDict, ConvertingList, ConvertingTuple)):
            return value
        if isinstance(value, dict):
            converting = ConvertingDict(value)
        elif isinstance(value, list):
            converting = ConvertingList(value)
        elif isinstance(value, tuple) and not hasattr(value, "_fields"):
            converting = ConvertingTuple(value)
        if converting is not None:
            converting.configurator = self
            return converting
        if isinstance(value, str):
            match = self.CONVERT_PATTERN.match(value)
            name = match and self.value_converters.get(match["prefix"])
            if name:
                return getattr(self, name)(match["suffix"])
        return value

    def configure_custom(self, config):
        """What a factory makes."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        attributes = config.pop(".", None)
        made = factory(**{key: config[key] for key in config if valid_ident(key)})
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Does what a dictionary says."""

    def configure(self):
        config = self.config
        try:
            version = config["version"]
        except KeyError:
            raise ValueError("dictionary doesn't specify a version") from None
        if version != 1:
            raise ValueError("Unsupported version: %s" % version)
        empty = {}
        logging._acquireLock()
        try:
            if config.pop("incremental", False):
                self._change(config, empty)
            else:
                self._set_up(config, empty)
        finally:
            logging._releaseLock()

    def _change(self, config, empty):
        """Levels and propagation only."""
        handlers = config.get("handlers", empty)
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError("No handler found with name %r" % name)
            try:
                level = handlers[name].get("level", None)
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as error:
                raise ValueError("Unable to configure handler %r" % name) from error
        loggers = config.get("loggers", empty)
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], True)
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root, True)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _each(self, config, what, make):
        """Makes the things of one kind, which take the places of their descriptions."""
        table = config.get(what + "s", {})
        for name in table:
            try:
                table[name] = make(table[name])
            except Exception as error:
                raise ValueError("Unable to configure %s %r" % (what, name)) from error
        return table

    def _put_handler(self, handlers, name):
        """Makes one handler, which takes the place of its description."""
        made = self.configure_handler(handlers[name])
        made.name = name
        handlers[name] = made

    def _set_up(self, config, empty):
        disable = config.pop("disable_existing_loggers", True)
        _clearExistingHandlers()
        self._each(config, "formatter", self.configure_formatter)
        self._each(config, "filter", self.configure_filter)
        handlers = config.get("handlers", empty)
        waiting = []
        for name in sorted(handlers):
            try:
                self._put_handler(handlers, name)
            except Exception as error:
                # Its target may come later.
                if "target not configured yet" not in str(error.__cause__):
                    raise ValueError("Unable to configure handler %r" % name) from error
                waiting.append(name)
        for name in waiting:
            try:
                self._put_handler(handlers, name)
            except Exception as error:
                raise ValueError("Unable to configure handler %r" % name) from error
        existing = sorted(logging.root.manager.loggerDict)
        loggers = config.get("loggers", empty)
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name])
            except Exception as error:
                raise ValueError("Unable to configure logger %r" % name) from error
        _silence(existing, list(loggers), disable)
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def configure_formatter(self, config):
        if "()" in config:
            factory, attributes = config["()"], config.get(".")
            try:
                return self.configure_custom(config)
            except TypeError as error:
                # An older factory calls it fmt.
                if "'format'" not in str(error):
                    raise
                config["fmt"] = config.pop("format")
                config["()"] = factory
                if attributes is not None:
                    config["."] = attributes
                return self.configure_custom(config)
        form, date, style = config.get("format", None), config.get("datefmt", None), config.get("style", "%")
        name = config.get("class", None)
        kind = _resolve(name) if name else logging.Formatter
        if "validate" in config:
            return kind(form, date, style, config["validate"])
        return kind(form, date, style)

    def configure_filter(self, config):
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        for each in filters:
            try:
                own = callable(each) or callable(getattr(each, "filter", None))
                filterer.addFilter(each if own else self.config["filters"][each])
            except Exception as error:
                raise ValueError("Unable to add filter %r" % each) from error

    def configure_handler(self, config):
        copy = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError("Unable to set formatter %r" % formatter) from error
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            factory = config.pop("()")
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            name = config.pop("class")
            kind = name if callable(name) else self.resolve(name)
            if issubclass(kind, logging.handlers.MemoryHandler) and "target" in config:
                wanted = config["target"]
                try:
                    target = self.config["handlers"][wanted]
                    if not isinstance(target, logging.Handler):
                        config.update(copy)
                        raise TypeError("target not configured yet")
                    config["target"] = target
                except Exception as error:
                    raise ValueError("Unable to set target handler %r" % wanted) from error
            elif issubclass(kind, logging.handlers.SMTPHandler) and "mailhost" in config:
                config["mailhost"] = self.as_tuple(config["mailhost"])
            elif issubclass(kind, logging.handlers.SysLogHandler) and "address" in config:
                config["address"] = self.as_tuple(config["address"])
            factory = kind
        attributes = config.pop(".", None)
        named = {key: config[key] for key in config if valid_ident(key)}
        try:
            made = factory(**named)
        except TypeError as error:
            # An older handler calls it strm.
            if "'stream'" not in str(error):
                raise
            named["strm"] = named.pop("stream")
            made = factory(**named)
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(made, filters)
        for name, value in (attributes or {}).items():
            setattr(made, name, value)
        return made

    def add_handlers(self, logger, handlers):
        for name in handlers:
            try:
                logger.addHandler(self.config["handlers"][name])
            except Exception as error:
                raise ValueError("Unable to add handler %r" % name) from error

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get("level", None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        handlers, filters = config.get("handlers", None), config.get("filters", None)
        if handlers:
            self.add_handlers(logger, handlers)
        if filters:
            self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        named = logging.getLogger(name)
        self.common_logger_config(named, config, incremental)
        passes_on = config.get("propagate", None)
        named.propagate = named.propagate if passes_on is None else passes_on
        named.disabled = False

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Does what a dictionary says."""
    dictConfigClass(config).configure()


# Configurations that come over a socket

def listen(port=DEFAULT_LOGGING_CONFIG_PORT, verify=None):
    """A thread that takes configurations at a port; `verify` may change or refuse them."""
    from socketserver import StreamRequestHandler, ThreadingTCPServer

    class ConfigStreamHandler(StreamRequestHandler):
        def handle(self):
            try:
                connection = self.connection
                head = connection.recv(4)
                if len(head) != 4:
                    return
                size = struct.unpack(">L", head)[0]
                data = connection.recv(size)
                while len(data) < size:
                    data += connection.recv(size - len(data))
                if self.server.verify is not None:
                    data = self.server.verify(data)
                if data is not None:
                    self._configure(data.decode("utf-8"))
                if self.server.ready:
                    self.server.ready.set()
            except OSError as error:
                if error.errno != RESET_ERROR:
                    raise

        @staticmethod
        def _configure(text):
            import traceback
            try:
                dictConfig(json.loads(text))
            except Exception:
                try:
                    fileConfig(io.StringIO(text))
                except Exception:
                    traceback.print_exc()

    class ConfigSocketReceiver(ThreadingTCPServer):
        allow_reuse_address = 1

        def __init__(self, ready):
            ThreadingTCPServer.__init__(self, ("localhost", port), ConfigStreamHandler)
            self.abort, self.timeout = 0, 1
            self.ready, self.verify = ready, verify

        def serve_until_stopped(self):
            import select
            while not self.abort:
                readable, _, _ = select.select([self.socket.fileno()], [], [], self.timeout)
                if readable:
                    self.handle_request()
            self.server_close()

    class Server(threading.Thread):
        def __init__(self):
            super().__init__()
            self.port, self.ready = port, threading.Event()

        def run(self):
            global _listener
            server = ConfigSocketReceiver(self.ready)
            if not self.port:
                self.port = server.server_address[1]
            self.ready.set()
            with logging._lock:
                _listener = server
            server.serve_until_stopped()

    return Server()


def stopListening():
    """Ends the thread that listens."""
    global _listener
    with logging._lock:
        if _listener:
            _listener.abort = 1
            _listener = None
