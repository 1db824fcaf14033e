"""Lines of source files, kept."""

import os
import sys

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """A line of a file; empty when there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def getlines(filename, module_globals=None):
    """All lines of a file; none if it cannot be read."""
    known = cache.get(filename, ())
    if len(known) > 1:
        return known[2]
    try:
        lines = updatecache(filename, module_globals)
    except MemoryError:
        lines = []
        clearcache()
    return lines


def checkcache(filename=None):
    """Forgets files that have changed."""
    for name in list(cache) if filename is None else [filename]:
        entry = cache.get(name)
        if entry is None or len(entry) == 1:
            continue
        size, mtime, lines, fullname = entry
        if mtime is None:
            continue
        try:
            info = os.stat(fullname)
        except (OSError, ValueError):
            cache.pop(name, None)
            continue
        if size != info.st_size or mtime != info.st_mtime:
            cache.pop(name, None)


def _known(filename):
    """Lines of cells and of modules in the binary."""
    try:
        import _traceback
    except ImportError:
        return []
    return _traceback.lines(filename) or []


def _open_lines(fullname):
    try:
        import tokenize
        with tokenize.open(fullname) as file:
            return file.readlines()
    except ImportError:
        with open(fullname, encoding="utf-8") as file:
            return file.readlines()


def _lazy_lines(filename):
    """The lines a module's loader has; None if it fails."""
    load, = cache[filename]
    try:
        source = load()
    except (ImportError, OSError):
        return None
    if source is None:
        return []
    lines = [line + "\n" for line in source.splitlines()]
    cache[filename] = len(source), None, lines, filename
    return lines


def updatecache(filename, module_globals=None):
    """Reads a file anew."""
    if filename in cache and len(cache[filename]) != 1:
        cache.pop(filename, None)
    if not filename:
        return []
    if filename.startswith("<") and filename.endswith(">"):
        return _known(filename)
    fullname = filename
    try:
        info = os.stat(fullname)
    except (OSError, ValueError):
        lines = _lazy_lines(filename) if lazycache(filename, module_globals) else None
        if lines is not None:
            return lines
        if os.path.isabs(filename):
            return _known(filename)
        for folder in sys.path:
            try:
                fullname = os.path.join(folder, filename)
            except (TypeError, AttributeError):
                continue
            try:
                info = os.stat(fullname)
                break
            except (OSError, ValueError):
                pass
        else:
            return _known(filename)
    try:
        lines = _open_lines(fullname)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = info.st_size, info.st_mtime, lines, fullname
    return lines


def lazycache(filename, module_globals):
    """Remembers how the source of a module can be had."""
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return False
    if module_globals and "__name__" in module_globals:
        spec = module_globals.get("__spec__")
        name = getattr(spec, "name", None) or module_globals["__name__"]
        loader = getattr(spec, "loader", None) or module_globals.get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if name and get_source:
            cache[filename] = (lambda: get_source(name),)
            return True
    return False
