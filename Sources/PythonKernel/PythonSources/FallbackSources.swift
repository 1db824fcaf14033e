extension PythonSources {
  /// Small forms of library modules that notebooks and front ends lean on; they step back when the library has its own.
  static let fallback: [(String, String)] = [
    ("base64", base64), ("getpass", getpass), ("atexit", atexit), ("asyncio", asyncio),
    ("nest_asyncio", "def apply(loop=None):\n    pass"),
  ]

  /// `os.system` of a kernel: the output of the command goes to the cell.
  static let system = "\nimport _wick_shell\nsystem = _wick_shell.os_system\n"

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
}
