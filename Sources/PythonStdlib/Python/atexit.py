"""Functions to be called at the end of the program."""

_functions = []


def register(func, /, *args, **kwargs):
    """Calls a function at the end, last registered first."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException:
            import sys, traceback
            sys.stderr.write("Exception ignored in atexit callback: %r\n" % (func,))
            traceback.print_exc()
