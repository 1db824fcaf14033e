"""Functions that run when the session ends."""
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
