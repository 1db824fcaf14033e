"""Warnings: what is told, how often and where is decided by a list of filters, the first that fits."""
import sys
import _traceback

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

_ACTIONS = ("default", "always", "ignore", "module", "once", "error")
defaultaction = "default"
# What "once" has told.
onceregistry = {}
# Each an action, a pattern of texts, a class, a pattern of modules and a line; None and 0 fit everything.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
# A registry of another number was filled under other filters.
_version = 0


class WarningMessage:
    """What a function that shows warnings is given."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


# Showing

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr unless one is given; may be replaced."""
    _showwarnmsg_impl(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning; may be replaced."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _format(told):
    text = "%s:%s: %s: %s\n" % (told.filename, told.lineno, told.category.__name__, told.message)
    line = _traceback.line(told.filename, told.lineno) if told.line is None else told.line
    if line and line.strip():
        text += "  %s\n" % line.strip()
    if told.source is not None:
        text += "%s: Enable tracemalloc to get the object allocation traceback\n" % told.category.__name__
    return text


def _showwarnmsg_impl(told):
    file = sys.stderr if told.file is None else told.file
    if file is None:
        return
    if formatwarning is _formatwarning_orig:
        text = _format(told)
    else:
        text = formatwarning(told.message, told.category, told.filename, told.lineno, told.line)
    try:
        file.write(text)
    except OSError:
        # There is nobody left to tell.
        pass


def _showwarnmsg(told):
    show = showwarning
    if show is _showwarning_orig:
        _showwarnmsg_impl(told)
    elif callable(show):
        show(told.message, told.category, told.filename, told.lineno, told.file, told.line)
    else:
        raise TypeError("warnings.showwarning() must be set to a function or method")


# Filters

def _filters_mutated():
    global _version
    _version += 1


def _add_filter(*item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter for texts and modules that match patterns, before all others or behind them."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add_filter(action, message or None, category, module or None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all texts of all modules."""
    assert action in _ACTIONS, "invalid action: %r" % (action,)
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _add_filter(action, None, category, None, lineno, append=append)


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


def _fits(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def _find_action(text, category, module, lineno):
    """The action of the first filter that fits, and that filter."""
    for item in filters:
        action, message, kind, place, line = item
        if issubclass(category, kind) and (line == 0 or line == lineno) and _fits(message, text) and _fits(place, module):
            return action, item
    return defaultaction, None


# Warning

def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns about the caller, or one of its callers."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError(
            "warn() argument 'skip_file_prefixes' must be tuple, not %s" % type(skip_file_prefixes).__name__)
    for prefix in skip_file_prefixes:
        if not isinstance(prefix, str):
            raise TypeError("Found non-str '%s' in skip_file_prefixes." % type(prefix).__name__)
    level = range(stacklevel).stop
    frame = sys._getframe(1)
    if skip_file_prefixes:
        level = max(level, 2)
        while frame is not None and level > 1:
            frame = _caller(frame, skip_file_prefixes)
            level -= 1
    else:
        while frame is not None and level > 1:
            frame = frame.f_back
            level -= 1
    if frame is None:
        names, filename, lineno = sys.__dict__, "sys", 1
    else:
        names, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"), registry, names, source)


def _caller(frame, prefixes):
    """The next frame outwards whose file begins with none of the prefixes."""
    frame = frame.f_back
    while frame is not None and frame.f_code.co_filename.startswith(prefixes):
        frame = frame.f_back
    return frame


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns about a place; a registry remembers what has been told of its module."""
    lineno = range(lineno).stop
    if not isinstance(filename, str):
        raise TypeError("warn_explicit() argument 'filename' must be str, not %s"
                        % ("None" if filename is None else type(filename).__name__))
    if module is None:
        module = (filename[:-3] if filename.endswith(".py") else filename) or "<unknown>"
    if registry is not None:
        if not isinstance(registry, dict):
            raise TypeError("'registry' must be a dict or None")
        if registry.get("version") != _version:
            registry.clear()
            registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    known = {} if registry is None else registry
    if known.get((text, category, lineno)):
        return
    action, item = _find_action(text if isinstance(text, str) else str(text), category, module, lineno)
    if action == "error":
        raise message
    if action == "ignore":
        return
    if action in ("default", "module", "once"):
        known[text, category, lineno] = True
    elif action != "always":
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (action, item))
    if action in ("module", "once"):
        if action == "once" and registry is None:
            known = onceregistry
        if known.get((text, category)):
            return
        known[text, category] = True
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _warn_unawaited_coroutine(coro):
    warn("coroutine '%s' was never awaited" % coro.__qualname__, RuntimeWarning, 2, coro)


class catch_warnings:
    """Undoes at its end what was changed of filters and functions; collects warnings when told to record."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        arguments = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            arguments.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(arguments))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._showwarnmsg_impl = module._showwarnmsg_impl
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            # What somebody else put in its place must not come first.
            module.showwarning = module._showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg_impl = self._showwarnmsg_impl


# Options of the command line

class _OptionError(Exception):
    pass


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for known in _ACTIONS:
        if known.startswith(action):
            return known
    raise _OptionError("invalid action: %r" % (action,))


def _getcategory(category):
    if not category:
        return Warning
    place, _, name = category.rpartition(".")
    try:
        module = __import__(place or "builtins", None, None, [name])
    except ImportError:
        raise _OptionError("invalid module name: %r" % (place,)) from None
    try:
        found = getattr(module, name)
    except AttributeError:
        raise _OptionError("unknown warning category: %r" % (category,)) from None
    if not issubclass(found, Warning):
        raise _OptionError("invalid warning category: %r" % (category,))
    return found


def _setoption(arg):
    fields = arg.split(":")
    if len(fields) > 5:
        raise _OptionError("too many fields (max 5): %r" % (arg,))
    action, message, category, module, line = (field.strip() for field in fields + [""] * (5 - len(fields)))
    action = _getaction(action)
    category = _getcategory(category)
    if message or module:
        import re
        message = re.escape(message)
        module = re.escape(module) + r"\Z" if module else ""
    try:
        lineno = int(line or 0)
        if lineno < 0:
            raise ValueError
    except (ValueError, OverflowError):
        raise _OptionError("invalid lineno %r" % (line,)) from None
    filterwarnings(action, message, category, module, lineno)


def _processoptions(args):
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as error:
            print("Invalid -W option ignored:", error, file=sys.stderr)


_processoptions(sys.warnoptions)
