"""Operations on path names."""
import posix as _posix

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"


def _text(path):
    if isinstance(path, (str, bytes)):
        return path
    hook = getattr(type(path), "__fspath__", None)
    if hook is None:
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    return hook(path)


def join(a, *p):
    path = _text(a)
    for b in map(_text, p):
        if b.startswith("/"):
            path = b
        elif not path or path.endswith("/"):
            path += b
        else:
            path += "/" + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def splitext(p):
    p = _text(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def basename(p): return split(p)[1]
def dirname(p): return split(p)[0]
def isabs(s): return _text(s).startswith("/")
def normcase(s): return _text(s)
def splitdrive(p): return "", _text(p)


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    start = "//" if path.startswith("//") and not path.startswith("///") else "/" if path.startswith("/") else ""
    out = []
    for part in path.split("/"):
        if not part or part == ".":
            continue
        if part != ".." or not start and not out or out and out[-1] == "..":
            out.append(part)
        elif out:
            out.pop()
    return start + "/".join(out) or "."


def abspath(path):
    path = _text(path)
    return normpath(path if isabs(path) else join(_posix.getcwd(), path))


def realpath(path, *, strict=False):
    return _posix.realpath(path) or abspath(path)


def relpath(path, start="."):
    a = [x for x in abspath(start).split("/") if x]
    b = [x for x in abspath(path).split("/") if x]
    i = len(commonprefix([a, b]))
    return "/".join([".."] * (len(a) - i) + b[i:]) or "."


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    parts = [[x for x in _text(p).split("/") if x] for p in paths]
    return ("/" if all(isabs(p) for p in paths) else "") + "/".join(commonprefix(parts))


def expanduser(path):
    path = _text(path)
    if path == "~" or path.startswith("~/"):
        import os
        return os.environ.get("HOME", "/root").rstrip("/") + path[1:]
    return path


def expandvars(path):
    import os
    for key in sorted(os.environ, key=len, reverse=True):
        path = path.replace("${%s}" % key, os.environ[key]).replace("$" + key, os.environ[key])
    return path


def _stat(path, follow=True):
    try:
        return _posix.stat(path, follow)
    except (OSError, ValueError):
        return None


def exists(path): return _stat(path) is not None
def lexists(path): return _stat(path, False) is not None


def _kind(path, wanted, follow=True):
    found = _stat(path, follow)
    return found is not None and found[0] & 0o170000 == wanted


def isfile(path): return _kind(path, 0o100000)
def isdir(path): return _kind(path, 0o040000)
def islink(path): return _kind(path, 0o120000, False)
def getsize(path): return _posix.stat(path)[6]
def getmtime(path): return _posix.stat(path)[8]
def getatime(path): return _posix.stat(path)[7]
def getctime(path): return _posix.stat(path)[9]
def samefile(a, b): return _posix.stat(a)[1:3] == _posix.stat(b)[1:3]
