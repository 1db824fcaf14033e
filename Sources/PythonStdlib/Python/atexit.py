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
            import sys
            import traceback
            print("Exception ignored in atexit callback:", repr(func), file=sys.stderr)
            traceback.print_exception(error)
def _clear():
    _functions.clear()
