"""Warnings."""
import sys as _sys
import _traceback

filters = []
_seen = set()
_recorders = []


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.file, self.filename, self.lineno, self.line = file, filename, lineno, line

    def __repr__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self.category.__name__, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
    if line is None:
        line = _traceback.line(filename, lineno)
    return text + "  %s\n" % line.strip() if line and line.strip() else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (file or _sys.stderr).write(formatwarning(message, category, filename, lineno, line))


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issues a warning."""
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    filename, lineno, module = "<unknown>", 1, None
    try:
        frame = _sys._getframe(stacklevel)
        filename = frame.f_code.co_filename
        lineno = frame.f_lineno
        module = frame.f_globals.get("__name__")
    except (ValueError, AttributeError):
        pass
    warn_explicit(message, category, filename, lineno, module, _seen, source=source)


def _warn_unawaited_coroutine(coro):
    warn("coroutine '%s' was never awaited" % coro.__qualname__, RuntimeWarning, 2, coro)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    text = str(message)
    if not isinstance(message, Warning):
        message = category(message)
    action = "default"
    for what, cls, pattern in filters:
        if issubclass(category, cls) and (not pattern or text.lower().startswith(pattern.lower())):
            action = what
            break
    else:
        if issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)):
            action = "default" if module == "__main__" and category is DeprecationWarning else "ignore"
    if action == "ignore":
        return
    if action == "error":
        raise message
    if registry is not None and action in ("default", "once", "module"):
        key = (text, category, filename if action != "once" else None, lineno if action == "default" else None)
        if key in _seen:
            return
        _seen.add(key)
    if _recorders:
        _recorders[-1].append(WarningMessage(message, category, filename, lineno))
        return
    show = _sys.modules["warnings"].showwarning
    show(message, category, filename, lineno)
    if source is not None and show is showwarning:
        _sys.stderr.write("%s: Enable tracemalloc to get the object allocation traceback\n" % category.__name__)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    new = (action, category, message)
    if append:
        if new not in filters:
            filters.append(new)
    else:
        filters[:] = [new] + [old for old in filters if old != new]


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, "", category, append=append)


def resetwarnings():
    filters.clear()


class catch_warnings:
    """Keeps changes of the filters inside of a with statement."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        self._filters = filters[:]
        self._old_seen = set(_seen)
        _seen.clear()
        if self._action is not None:
            simplefilter(self._action, self._category)
        if self._record:
            log = []
            _recorders.append(log)
            return log
        return None

    def __exit__(self, *exc_info):
        filters[:] = self._filters
        _seen.clear()
        _seen.update(self._old_seen)
        if self._record:
            _recorders.pop()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    return lambda arg: arg
