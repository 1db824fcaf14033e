"""Files whose names match a pattern."""
import contextlib
import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob"]

magic_check = re.compile("([*?[])")
magic_check_bytes = re.compile(b"([*?[])")


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """A list of the paths that match; ** stands for any number of folders when that is wanted."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The same one by one."""
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _find(pathname, root, dir_fd, recursive, False, include_hidden)
    if not pathname or recursive and _isrecursive(pathname[:2]):
        # The folder itself has no name.
        first = next(found, None)
        if first:
            found = _with(first, found)
    return found


def _with(first, rest):
    yield first
    yield from rest


def _find(pathname, root, dir_fd, recursive, only_folders, hidden):
    head, tail = os.path.split(pathname)
    if not has_magic(pathname):
        if _exists(_join(root, pathname if tail else head), dir_fd, folder=not tail or only_folders):
            yield pathname
        return
    if not head:
        pick = _below if recursive and _isrecursive(tail) else _matching
        yield from pick(root, tail, dir_fd, only_folders, hidden)
        return
    if head != pathname and has_magic(head):
        folders = _find(head, root, dir_fd, recursive, True, hidden)
    else:
        folders = [head]
    if not has_magic(tail):
        pick = _literal
    else:
        pick = _below if recursive and _isrecursive(tail) else _matching
    for folder in folders:
        for name in pick(_join(root, folder), tail, dir_fd, only_folders, hidden):
            yield os.path.join(folder, name)


def _matching(folder, pattern, dir_fd, only_folders, hidden):
    names = _names(folder, dir_fd, only_folders)
    if not (hidden or _ishidden(pattern)):
        names = [name for name in names if not _ishidden(name)]
    return fnmatch.filter(names, pattern)


def _literal(folder, name, dir_fd, only_folders, hidden):
    return [name] if _exists(_join(folder, name) if name else folder, dir_fd, folder=not name) else []


def _below(folder, pattern, dir_fd, only_folders, hidden):
    """The folder itself, without a name, and everything below."""
    if not folder or _exists(folder, dir_fd, folder=True):
        yield pattern[:0]
    yield from _deep(folder, dir_fd, only_folders, hidden)


def _deep(folder, dir_fd, only_folders, hidden):
    for name in _names(folder, dir_fd, only_folders):
        if hidden or not _ishidden(name):
            yield name
            for inner in _deep(_join(folder, name) if folder else name, dir_fd, only_folders, hidden):
                yield _join(name, inner)


def _names(folder, dir_fd, only_folders):
    """What a folder holds; nothing when it cannot be read."""
    is_bytes = isinstance(folder, bytes)
    place = folder or (os.curdir.encode("ascii") if is_bytes else os.curdir)
    descriptor = None
    try:
        if dir_fd is not None:
            descriptor = place = os.open(place, os.O_RDONLY | os.O_DIRECTORY, dir_fd=dir_fd)
        with contextlib.suppress(OSError), os.scandir(place) as entries:
            names = []
            for entry in entries:
                with contextlib.suppress(OSError):
                    if not only_folders or entry.is_dir():
                        names.append(os.fsencode(entry.name) if is_bytes else entry.name)
            return names
    except OSError:
        pass
    finally:
        if descriptor is not None:
            os.close(descriptor)
    return []


def _exists(path, dir_fd, folder):
    try:
        if dir_fd is None:
            return os.path.isdir(path) if folder else os.path.lexists(path)
        info = os.stat(path, dir_fd=dir_fd, follow_symlinks=folder)
    except (OSError, ValueError):
        return False
    return not folder or info.st_mode & 0o170000 == 0o040000


def _join(folder, name):
    return os.path.join(folder, name) if folder and name else folder or name


def has_magic(s):
    return (magic_check_bytes if isinstance(s, bytes) else magic_check).search(s) is not None


def _ishidden(path):
    return path[:1] in (".", b".")


def _isrecursive(pattern):
    return pattern in ("**", b"**")


def escape(pathname):
    """The pattern that only this path matches."""
    if isinstance(pathname, bytes):
        return magic_check_bytes.sub(rb"[\1]", pathname)
    return magic_check.sub(r"[\1]", pathname)
