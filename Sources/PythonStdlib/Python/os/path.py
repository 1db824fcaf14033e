"""Operations on path names."""
import posix as _posix

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
           "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath", "isjunction"]

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    path = hook(path)
    if not isinstance(path, (str, bytes)):
        raise TypeError("expected %s.__fspath__() to return str or bytes, not %s"
                        % (type(hook).__name__, type(path).__name__))
    return path


def _check_kinds(name, *paths):
    kinds = {isinstance(p, str) for p in paths if isinstance(p, (str, bytes))}
    for p in paths:
        if not isinstance(p, (str, bytes)):
            raise TypeError("%s() argument must be str, bytes, or os.PathLike object, not %r"
                            % (name, type(p).__name__)) from None
    if len(kinds) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def _safe_text(path):
    try:
        return _text(path)
    except TypeError:
        return path


def join(a, *p):
    """Joins parts of a path; an absolute part drops what is before it."""
    path = _text(a)
    slash = "/" if isinstance(path, str) else b"/"
    try:
        for b in map(_text, p):
            if b.startswith(slash):
                path = b + path[:0]
            elif not path or path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError):
        _check_kinds("join", path, *map(_safe_text, p))
        raise
    return path


def split(p):
    """The part up to the last slash, and what follows."""
    p = _text(p)
    slash = "/" if isinstance(p, str) else b"/"
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """The path and its extension with the dot."""
    p = _text(p)
    slash, point = ("/", ".") if isinstance(p, str) else (b"/", b".")
    start = p.rfind(slash) + 1
    dot = p.rfind(point)
    if dot > start and p[start:dot].strip(point):
        return p[:dot], p[dot:]
    return p, p[:0]


def basename(p):
    p = _text(p)
    return p[p.rfind("/" if isinstance(p, str) else b"/") + 1:]


def dirname(p):
    return split(p)[0]


def isabs(s):
    s = _text(s)
    return s.startswith("/" if isinstance(s, str) else b"/")


def normcase(s):
    return _text(s)


def splitdrive(p):
    p = _text(p)
    return p[:0], p


def splitroot(p):
    p = _text(p)
    slash, empty = ("/", "") if isinstance(p, str) else (b"/", b"")
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def normpath(path):
    """The path without `.`, `..` and double slashes."""
    path = _text(path)
    slash, dot, dots = ("/", ".", "..") if isinstance(path, str) else (b"/", b".", b"..")
    if not path:
        return dot
    _, start, path = splitroot(path)
    out = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or not start and not out or out and out[-1] == dots:
            out.append(part)
        elif out:
            out.pop()
    return start + slash.join(out) or dot


def _cwd(path):
    return _posix.getcwd() if isinstance(path, str) else _posix.getcwd().encode()


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join(_cwd(path), path))


def realpath(filename, *, strict=False):
    """The path without links."""
    filename = _text(filename)
    path, _ = _resolve(filename[:0], filename, strict, {})
    return abspath(path)


def _resolve(path, rest, strict, seen):
    slash, dot, dots = ("/", ".", "..") if isinstance(path, str) else (b"/", b".", b"..")
    if isabs(rest):
        path, rest = slash, rest[1:]
    while rest:
        name, _, rest = rest.partition(slash)
        if not name or name == dot:
            continue
        if name == dots:
            if path:
                path, name = split(path)
                if name == dots:
                    path = join(path, dots, dots)
            else:
                path = dots
            continue
        new = join(path, name)
        try:
            info = _posix.stat(new, False)
        except OSError:
            if strict:
                raise
            info = None
        if info is None or info[0] & 0o170000 != 0o120000:
            path = new
            continue
        if new in seen:
            path = seen[new]
            if path is not None:
                continue
            if strict:
                _posix.stat(new)
            return join(new, rest), False
        seen[new] = None
        target = _posix.readlink(new)
        if isinstance(new, bytes):
            target = target.encode()
        path, ok = _resolve(path, target, strict, seen)
        if not ok:
            return join(path, rest), False
        seen[new] = path
    return path, True


def relpath(path, start=None):
    """The path seen from a folder."""
    if not path:
        raise ValueError("no path specified")
    path = _text(path)
    slash, dot, dots = ("/", ".", "..") if isinstance(path, str) else (b"/", b".", b"..")
    start = dot if start is None else _text(start)
    try:
        a = [x for x in abspath(start).split(slash) if x]
        b = [x for x in abspath(path).split(slash) if x]
    except TypeError:
        a = b = None
    if a is None or isinstance(path, str) != isinstance(start, str):
        _check_kinds("relpath", path, start)
        raise TypeError("relpath() takes paths of one kind")
    i = len(commonprefix([a, b]))
    return slash.join([dots] * (len(a) - i) + b[i:]) or dot


def commonprefix(m):
    """The longest beginning that all have in common."""
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_text, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    """The longest path that all begin with."""
    paths = tuple(map(_text, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    _check_kinds("commonpath", *paths)
    slash, dot = ("/", ".") if isinstance(paths[0], str) else (b"/", b".")
    absolute = {p.startswith(slash) for p in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[x for x in p.split(slash) if x and x != dot] for p in paths]
    return (slash if absolute.pop() else slash[:0]) + slash.join(commonprefix(parts))


def expanduser(path):
    """Replaces `~` by the home folder."""
    path = _text(path)
    tilde, slash = ("~", "/") if isinstance(path, str) else (b"~", b"/")
    if not path.startswith(tilde):
        return path
    i = path.find(slash, 1)
    if i < 0:
        i = len(path)
    if i == 1:
        import os
        home = os.environ.get("HOME")
        if home is None:
            home = _home(_posix.getuid())
            if home is None:
                return path
    else:
        home = _home(path[1:i] if isinstance(path, str) else path[1:i].decode())
        if home is None:
            return path
    if isinstance(path, bytes):
        home = home.encode()
    return (home.rstrip(slash) + path[i:]) or slash


def _home(user):
    try:
        with open("/etc/passwd") as file:
            for line in file:
                fields = line.rstrip("\n").split(":")
                if len(fields) > 5 and (fields[0] == user or fields[2] == str(user)):
                    return fields[5]
    except OSError:
        pass
    return None


_NAME = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def expandvars(path):
    """Replaces `$name` and `${name}` by variables of the environment."""
    path = _text(path)
    if isinstance(path, bytes):
        return expandvars(path.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    if "$" not in path:
        return path
    import os
    out, i = [], 0
    while i < len(path):
        if path[i] == "$":
            if path[i + 1:i + 2] == "{":
                end = path.find("}", i)
                if end > 0 and path[i + 2:end] in os.environ:
                    out.append(os.environ[path[i + 2:end]])
                    i = end + 1
                    continue
            else:
                end = i + 1
                while end < len(path) and path[end] in _NAME:
                    end += 1
                if path[i + 1:end] in os.environ:
                    out.append(os.environ[path[i + 1:end]])
                    i = end
                    continue
        out.append(path[i])
        i += 1
    return "".join(out)


def _stat(path, follow=True):
    try:
        return _posix.status(path, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def _kind(path, wanted, follow=True):
    found = _stat(path, follow)
    return found is not None and found[0] & 0o170000 == wanted


def isfile(path):
    return _kind(path, 0o100000)


def isdir(s):
    return _kind(s, 0o040000)


def islink(path):
    return _kind(path, 0o120000, False)


def isjunction(path):
    _text(path)
    return False


def ismount(path):
    """Whether a file system begins here."""
    here = _stat(path, False)
    if here is None or here[0] & 0o170000 == 0o120000:
        return False
    path = _text(path)
    above = _stat(realpath(join(path, ".." if isinstance(path, str) else b"..")), False)
    return above is not None and (here[2] != above[2] or here[1] == above[1])


def getsize(filename):
    return _posix.status(filename, True)[6]


def getmtime(filename):
    return _posix.status(filename, True)[11] / 1e9


def getatime(filename):
    return _posix.status(filename, True)[10] / 1e9


def getctime(filename):
    return _posix.status(filename, True)[12] / 1e9


def samestat(s1, s2):
    return s1[1] == s2[1] and s1[2] == s2[2]


def samefile(f1, f2):
    return samestat(_posix.status(f1, True), _posix.status(f2, True))


def sameopenfile(fp1, fp2):
    return samestat(_posix.status(fp1, True), _posix.status(fp2, True))


import sys as _sys
_sys.modules.setdefault("posixpath", _sys.modules[__name__])
