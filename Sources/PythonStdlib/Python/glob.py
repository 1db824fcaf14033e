"""Filename globbing."""
import os as _os
import fnmatch as _fnmatch


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, recursive=recursive))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    absolute = pathname.startswith("/")
    parts = [p for p in pathname.split("/") if p]
    yield from _walk("/" if absolute else "", parts, recursive)


def _walk(base, parts, recursive):
    if not parts:
        yield base
        return
    part = parts[0]
    if part == "**" and recursive:
        yield from _walk(base, parts[1:], recursive)
        for name in sorted(_names(base)):
            full = _os.path.join(base, name)
            if _os.path.isdir(full) and not name.startswith("."):
                yield from _walk(full, parts, recursive)
        return
    if not any(c in part for c in "*?["):
        full = _os.path.join(base, part)
        if _os.path.exists(full):
            yield from _walk(full, parts[1:], recursive)
        return
    for name in _names(base):
        if _fnmatch.fnmatchcase(name, part) and (part.startswith(".") or not name.startswith(".")):
            full = _os.path.join(base, name)
            if len(parts) == 1 or _os.path.isdir(full):
                yield from _walk(full, parts[1:], recursive)


def _names(base):
    try:
        return _os.listdir(base or ".")
    except OSError:
        return []


def escape(pathname):
    return "".join("[%s]" % c if c in "*?[" else c for c in pathname)
