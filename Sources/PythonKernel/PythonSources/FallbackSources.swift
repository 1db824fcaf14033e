extension PythonSources {
  /// Small forms of library modules that notebooks and front ends lean on; they step back when the library has its own.
  static let fallback: [(String, String)] = [
    ("base64", base64), ("getpass", getpass), ("atexit", atexit), ("warnings", warnings),
    ("asyncio", asyncio),
    ("os", os), ("os.path", osPath), ("posixpath", osPath),
    ("nest_asyncio", "def apply(loop=None):\n    pass"),
  ]

  private static let base64 = #"""
    import _wick_shell
    class _Error(ValueError):
        pass
    def b64encode(s, altchars=None):
        text = _wick_shell.base64(s)
        if altchars is not None:
            text = text.replace("+", chr(altchars[0])).replace("/", chr(altchars[1]))
        return text.encode("ascii")
    def b64decode(s, altchars=None, validate=False):
        text = s if isinstance(s, str) else bytes(s).decode("ascii")
        if altchars is not None:
            text = text.replace(chr(altchars[0]), "+").replace(chr(altchars[1]), "/")
        return _wick_shell.unbase64(text)
    standard_b64encode = b64encode
    standard_b64decode = b64decode
    def urlsafe_b64encode(s):
        return b64encode(s, b"-_")
    def urlsafe_b64decode(s):
        return b64decode(s, b"-_")
    def encodebytes(s):
        text = b64encode(s)
        return b"".join(text[i:i + 76] + b"\n" for i in range(0, len(text), 76))
    decodebytes = b64decode
    def b16encode(s):
        return s.hex().upper().encode("ascii")
    """#

  private static let getpass = #"""
    import _wick_shell
    class GetPassWarning(UserWarning):
        pass
    def getpass(prompt="Password: ", stream=None):
        return _wick_shell.getpass(prompt)
    def getuser():
        return _wick_shell.getenv("USER") or _wick_shell.getenv("LOGNAME") or "user"
    """#

  private static let atexit = #"""
    _functions = []
    def register(func, *args, **kwargs):
        _functions.append((func, args, kwargs))
        return func
    def unregister(func):
        _functions[:] = [f for f in _functions if f[0] != func]
    def _run_exitfuncs():
        while _functions:
            func, args, kwargs = _functions.pop()
            try:
                func(*args, **kwargs)
            except Exception as error:
                import _wick_shell
                _wick_shell.write_traceback(error)
    def _clear():
        _functions.clear()
    """#

  private static let warnings = #"""
    import sys
    filters = []
    _seen = set()
    def _line(filename, lineno):
        import _wick_shell
        return _wick_shell.source_line(filename, lineno)
    def formatwarning(message, category, filename, lineno, line=None):
        text = "%s:%s: %s: %s\n" % (filename, lineno, category.__name__, message)
        line = _line(filename, lineno) if line is None else line
        if line:
            text += "  %s\n" % line.strip()
        return text
    def showwarning(message, category, filename, lineno, file=None, line=None):
        (file or sys.stderr).write(formatwarning(message, category, filename, lineno, line))
    class WarningMessage:
        def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
            self.message, self.category, self.filename, self.lineno = message, category, filename, lineno
            self.file, self.line, self.source = file, line, source
    def _action(category, text):
        for action, kind, message in filters:
            if issubclass(category, kind) and message.lower() in text.lower():
                return action
        if issubclass(category, (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)):
            return "once" if category is DeprecationWarning else "ignore"
        return "default"
    def warn(message, category=None, stacklevel=1, source=None):
        if isinstance(message, Warning):
            category = type(message)
        category = category or UserWarning
        text = str(message)
        action = _action(category, text)
        if action == "ignore":
            return
        if action == "error":
            raise message if isinstance(message, Warning) else category(message)
        filename, lineno = "<unknown>", 1
        try:
            frame = sys._getframe(stacklevel)
            filename, lineno = frame.f_code.co_filename, frame.f_lineno
        except ValueError:
            pass
        key = (text, category) if action == "once" else (text, category, filename, lineno)
        if action != "always" and key in _seen:
            return
        _seen.add(key)
        if _records:
            _records[-1].append(WarningMessage(message if isinstance(message, Warning) else category(message), category,
                                               filename, lineno))
        else:
            showwarning(message, category, filename, lineno)
    def warn_explicit(message, category, filename, lineno, *args, **kwargs):
        showwarning(message, category, filename, lineno)
    def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
        entry = (action, category, message.strip(".*"))
        filters.append(entry) if append else filters.insert(0, entry)
    def simplefilter(action, category=Warning, lineno=0, append=False):
        filterwarnings(action, "", category, append=append)
    def resetwarnings():
        filters.clear()
    _records = []
    class catch_warnings:
        def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
            self._record = record
            self._filter = None if action is None else (action, category)
        def __enter__(self):
            self._filters = list(filters)
            self._seen = set(_seen)
            if self._filter:
                simplefilter(*self._filter)
            if self._record:
                _records.append([])
                return _records[-1]
        def __exit__(self, *exc):
            filters[:] = self._filters
            _seen.clear()
            _seen.update(self._seen)
            if self._record:
                _records.pop()
    """#

  private static let os = #"""
    import _wick_shell
    from os import path
    name = "posix"
    sep = "/"
    linesep = "\n"
    pathsep = ":"
    curdir = "."
    pardir = ".."
    devnull = "/dev/null"
    error = OSError
    class _Environ(dict):
        def __setitem__(self, key, value):
            if not isinstance(value, str):
                raise TypeError("str expected, not %s" % type(value).__name__)
            _wick_shell.setenv(key, value)
            dict.__setitem__(self, key, value)
        def __delitem__(self, key):
            dict.__delitem__(self, key)
            _wick_shell.setenv(key, None)
        def setdefault(self, key, value=None):
            if key not in self:
                self[key] = value
            return self[key]
        def update(self, *args, **kwargs):
            for key, value in dict(*args, **kwargs).items():
                self[key] = value
        def pop(self, key, *default):
            value = dict.pop(self, key, *default)
            _wick_shell.setenv(key, None)
            return value
    environ = _Environ(_wick_shell.environ())
    def getenv(key, default=None):
        return environ.get(key, default)
    def putenv(key, value):
        _wick_shell.setenv(key, value)
    getcwd = _wick_shell.getcwd
    getpid = _wick_shell.getpid
    getppid = _wick_shell.getppid
    write = _wick_shell.fd_write
    system = _wick_shell.os_system
    listdir = _wick_shell.listdir
    urandom = _wick_shell.urandom
    cpu_count = _wick_shell.cpu_count
    chdir = _wick_shell.chdir
    mkdir = _wick_shell.mkdir
    remove = unlink = _wick_shell.remove
    rmdir = _wick_shell.rmdir
    rename = replace = _wick_shell.rename
    def makedirs(name, mode=0o777, exist_ok=False):
        name = fspath(name)
        head, tail = path.split(name.rstrip("/"))
        if head and tail and not path.exists(head):
            makedirs(head, mode, True)
        if path.isdir(name):
            if not exist_ok:
                raise FileExistsError(17, "File exists", name)
            return
        mkdir(name, mode)
    def fspath(path):
        if isinstance(path, (str, bytes)):
            return path
        if hasattr(path, "__fspath__"):
            return path.__fspath__()
        raise TypeError("expected str, bytes or os.PathLike object, not " + type(path).__name__)
    def walk(top, topdown=True, onerror=None, followlinks=False):
        top = fspath(top)
        dirs, files = [], []
        for entry in listdir(top):
            (dirs if path.isdir(path.join(top, entry)) else files).append(entry)
        if topdown:
            yield top, dirs, files
        for entry in dirs:
            yield from walk(path.join(top, entry), topdown)
        if not topdown:
            yield top, dirs, files
    class PathLike:
        pass
    """#

  private static let osPath = #"""
    import _wick_shell
    sep = "/"
    def _text(p):
        return p if isinstance(p, str) else p.__fspath__() if hasattr(p, "__fspath__") else p
    def join(a, *p):
        path = _text(a)
        for b in p:
            b = _text(b)
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
    def basename(p):
        return split(p)[1]
    def dirname(p):
        return split(p)[0]
    def splitext(p):
        p = _text(p)
        dot = p.rfind(".")
        start = p.rfind("/") + 1
        while start < dot and p[start] == ".":
            start += 1
        return (p[:dot], p[dot:]) if dot > start else (p, "")
    def exists(p):
        return _wick_shell.file_kind(_text(p)) != ""
    lexists = exists
    def isfile(p):
        return _wick_shell.file_kind(_text(p)) == "file"
    def isdir(p):
        return _wick_shell.file_kind(_text(p)) == "dir"
    def islink(p):
        return False
    def getsize(p):
        return _wick_shell.file_size(_text(p))
    def isabs(p):
        return _text(p).startswith("/")
    def normpath(p):
        p = _text(p)
        if not p:
            return "."
        parts = []
        for part in p.split("/"):
            if part in ("", "."):
                continue
            if part == ".." and parts and parts[-1] != "..":
                parts.pop()
            elif part != ".." or not p.startswith("/"):
                parts.append(part)
        return ("/" if p.startswith("/") else "") + "/".join(parts) or "."
    def abspath(p):
        p = _text(p)
        return normpath(p if isabs(p) else join(_wick_shell.getcwd(), p))
    realpath = abspath
    def expanduser(p):
        p = _text(p)
        if p == "~" or p.startswith("~/"):
            return (_wick_shell.getenv("HOME") or "~") + p[1:]
        return p
    def expandvars(p):
        return p
    def relpath(p, start="."):
        a = [x for x in abspath(start).split("/") if x]
        b = [x for x in abspath(p).split("/") if x]
        i = 0
        while i < min(len(a), len(b)) and a[i] == b[i]:
            i += 1
        return "/".join([".."] * (len(a) - i) + b[i:]) or "."
    def commonprefix(m):
        if not m: return ""
        a, b = min(m), max(m)
        for i, c in enumerate(a):
            if c != b[i]:
                return a[:i]
        return a
    """#
}
