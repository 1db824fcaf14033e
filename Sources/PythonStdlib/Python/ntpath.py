"""Paths of Windows, as texts: what is asked of the disk is asked of this system."""
import os
from os.path import (
    commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, lexists, samefile, sameopenfile, samestat,
)

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile",
           "ismount", "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir", "sep", "pathsep", "defpath",
           "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "samefile", "sameopenfile",
           "samestat", "commonpath", "isjunction"]
curdir, pardir, extsep, sep, altsep, pathsep = ".", "..", ".", "\\", "/", ";"
defpath, devnull = ".;C:\\bin", "nul"
supports_unicode_filenames = True


class _Marks:
    """The signs of paths, of the kind that a path is."""

    def __init__(self, path):
        def made(text):
            return text.encode("ascii") if isinstance(path, bytes) else text
        self.sep, self.alt, self.colon, self.dot = made("\\"), made("/"), made(":"), made(".")
        self.up, self.none, self.both = made(".."), made(""), made("\\/")
        self.share = made("\\\\"), made("\\\\?\\UNC\\")


def _plain(path):
    """A path with its marks."""
    path = os.fspath(path)
    return path, _Marks(path)


def normcase(s):
    """A path in small letters, with backslashes."""
    s, marks = _plain(s)
    if isinstance(s, bytes):
        return s.decode(errors="surrogateescape").replace("/", "\\").lower().encode(errors="surrogateescape")
    return s.replace("/", "\\").lower()


def splitroot(p):
    """Drive, root and the rest."""
    p, marks = _plain(p)
    plain = p.replace(marks.alt, marks.sep)
    end = 0
    if plain[:2] == marks.share[0]:
        # A share: \\server\name, or \\?\UNC\server\name.
        start = 8 if plain[:8].upper() == marks.share[1] else 2
        end = plain.find(marks.sep, start)
        if end >= 0:
            end = plain.find(marks.sep, end + 1)
        if end < 0:
            return p, marks.none, marks.none
        return p[:end], p[end:end + 1], p[end + 1:]
    if plain[1:2] == marks.colon:
        end = 2
    root = 1 if plain[end:end + 1] == marks.sep else 0
    return p[:end], p[end:end + root], p[end + root:]


def splitdrive(p):
    """The drive or share, and the rest."""
    drive, root, rest = splitroot(p)
    return drive, root + rest


def isabs(s):
    """Whether a path begins with a root."""
    s, marks = _plain(s)
    plain = s[:3].replace(marks.alt, marks.sep)
    return plain[:1] == marks.sep or plain[1:3] == marks.colon + marks.sep


def join(path, *paths):
    """Paths one below the other; a later one with a root or another drive begins anew."""
    path, marks = _plain(path)
    if not paths:
        path[:0] + marks.sep        # (Refuses mixed kinds.)
    drive, root, rest = splitroot(path)
    for piece in paths:
        piece = os.fspath(piece)
        if isinstance(piece, str) is not isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        own_drive, own_root, own_rest = splitroot(piece)
        if own_root:
            if own_drive or not drive:
                drive = own_drive
            root, rest = own_root, own_rest
            continue
        if own_drive and own_drive != drive:
            if own_drive.lower() != drive.lower():
                drive, root, rest = own_drive, own_root, own_rest
                continue
            drive = own_drive
        if rest and rest[-1:] not in (marks.sep, marks.alt):
            rest += marks.sep
        rest += own_rest
    if rest and not root and drive and drive[-1:] not in (marks.colon, marks.sep, marks.alt):
        return drive + marks.sep + rest
    return drive + root + rest


def split(p):
    """What is in front of the last slash, and what is behind it."""
    p, marks = _plain(p)
    drive, root, rest = splitroot(p)
    at = max(rest.rfind(marks.sep), rest.rfind(marks.alt)) + 1
    return drive + root + rest[:at].rstrip(marks.both), rest[at:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    """A path without its ending, and the ending."""
    p, marks = _plain(p)
    start = max(p.rfind(marks.sep), p.rfind(marks.alt)) + 1
    dot = p.rfind(marks.dot)
    # Dots in front of a name are no ending.
    if dot <= start or not p[start:dot].strip(marks.dot):
        return p, p[:0]
    return p[:dot], p[dot:]


def islink(path):
    return os.path.islink(path)


def isjunction(path):
    """Never: this system has none."""
    os.fspath(path)
    return False


def ismount(path):
    """Whether a path is a drive, a share or another file system."""
    path, marks = _plain(path)
    drive, root, rest = splitroot(abspath(path))
    if drive[:1] in (marks.sep, marks.alt):
        return not rest
    return bool(root) and not rest


def expanduser(path):
    """A path with the home of a user for a `~` in front."""
    path, marks = _plain(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if path[:1] != tilde:
        return path
    end = 1
    while end < len(path) and path[end:end + 1] not in (marks.sep, marks.alt):
        end += 1
    ask = os.environ.get
    home = ask("USERPROFILE")
    if home is None:
        if "HOMEPATH" not in os.environ:
            return path
        home = join(ask("HOMEDRIVE", ""), os.environ["HOMEPATH"])
    if end != 1:
        user = os.fsdecode(path[1:end])
        if user != ask("USERNAME"):
            if ask("USERNAME") != basename(home):
                return path
            home = join(dirname(home), user)
    return (os.fsencode(home) if isinstance(path, bytes) else home) + path[end:]


def expandvars(path):
    """A path with values for $name, ${name} and %name%; nothing is replaced between apostrophes."""
    path, marks = _plain(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out, at, end = [], 0, len(path)
    while at < end:
        sign, stop, name, closing = path[at], -1, None, ""
        if sign == "'":
            stop = path.find("'", at + 1)
            out.append(path[at:] if stop < 0 else path[at:stop + 1])
            at = end if stop < 0 else stop + 1
            continue
        if sign in "%$" and path[at:at + 2] == sign * 2:
            out.append(sign)
            at += 2
            continue
        if sign == "%" or path[at:at + 2] == "${":
            closing = "%" if sign == "%" else "}"
            start = at + (1 if sign == "%" else 2)
            stop = path.find(closing, start)
            if stop < 0:
                out.append(path[at:])
                break
            name, stop = path[start:stop], stop + 1
        elif sign == "$":
            stop = at + 1
            while stop < end and (path[stop].isascii() and path[stop].isalnum() or path[stop] in "_-"):
                stop += 1
            name = path[at + 1:stop]
        if name is None:
            out.append(sign)
            at += 1
        else:
            out.append(os.environ.get(name, path[at:stop]) if name or closing else sign)
            at = stop
    return "".join(out)


def normpath(path):
    """A path without "." and without ".." that can be done away with."""
    path, marks = _plain(path)
    drive, root, rest = splitroot(path.replace(marks.alt, marks.sep))
    kept = []
    for name in rest.split(marks.sep):
        if name == marks.up and kept and kept[-1] != marks.up:
            kept.pop()
        elif name and name != marks.dot and not (name == marks.up and root):
            kept.append(name)
    return drive + root + marks.sep.join(kept) or marks.dot


def abspath(path):
    """A path from the root on."""
    path, marks = _plain(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(path, *, strict=False):
    return abspath(path)


def _parts(path, marks):
    drive, root, rest = splitroot(path)
    return drive, [name for name in rest.replace(marks.alt, marks.sep).split(marks.sep) if name and name != marks.dot]


def relpath(path, start=None):
    """A path as seen from a folder."""
    if not path:
        raise ValueError("no path specified")
    path, marks = _plain(path)
    start = marks.dot if start is None else os.fspath(start)
    if isinstance(start, str) is not isinstance(path, str):
        raise TypeError("Can't mix strings and bytes in path components")
    from_drive, above = _parts(abspath(start), marks)
    drive, names = _parts(abspath(path), marks)
    if normcase(from_drive) != normcase(drive):
        raise ValueError("path is on mount %r, start on mount %r" % (drive, from_drive))
    same = 0
    for one, other in zip(above, names):
        if normcase(one) != normcase(other):
            break
        same += 1
    return marks.sep.join([marks.up] * (len(above) - same) + names[same:]) or marks.dot


def commonpath(paths):
    """The longest path that all lie below."""
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    paths = [os.fspath(path) for path in paths]
    if len({isinstance(path, bytes) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components")
    marks = _Marks(paths[0])
    found = [splitroot(path.replace(marks.alt, marks.sep)) for path in paths]
    if len({bool(root) for _, root, _ in found}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    if len({drive.lower() for drive, _, _ in found}) > 1:
        raise ValueError("Paths don't have the same drive")
    names = [_parts(path, marks)[1] for path in paths]
    same = 0
    for group in zip(*names):
        if len({name.lower() for name in group}) > 1:
            break
        same += 1
    return found[0][0] + found[0][1] + marks.sep.join(names[0][:same])
