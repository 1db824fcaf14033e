"""Decorators that register magics."""
import _wick_shell
from IPython.core.error import UsageError

def _register(kind):
    def decorator(arg):
        if callable(arg):
            _wick_shell.register_magic(kind, arg.__name__, arg)
            return arg
        def named(func):
            _wick_shell.register_magic(kind, arg, func)
            return func
        return named
    return decorator

register_line_magic = _register("line")
register_cell_magic = _register("cell")
register_line_cell_magic = _register("line_cell")

def magics_class(cls):
    found = []
    for base in cls.__mro__:
        for method, value in list(base.__dict__.items()):
            for kind, name in getattr(value, "_wick_magic", []):
                found.append((kind, name, method))
    cls._wick_magics = found
    return cls

def _mark(kind):
    def decorator(arg):
        def mark(func, name):
            func._wick_magic = getattr(func, "_wick_magic", []) + [(kind, name)]
            return func
        if callable(arg):
            return mark(arg, arg.__name__)
        return lambda func: mark(func, arg)
    return decorator

line_magic = _mark("line")
cell_magic = _mark("cell")
line_cell_magic = _mark("line_cell")

def needs_local_scope(func):
    func.needs_local_scope = True
    return func
def no_var_expand(func):
    return func
def output_can_be_silenced(func):
    return func

class Magics:
    def __init__(self, shell=None, **kwargs):
        from IPython.core.interactiveshell import get_ipython
        self.shell = shell or get_ipython()
