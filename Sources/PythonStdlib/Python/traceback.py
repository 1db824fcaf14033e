"""Tracebacks as text."""
import sys as _sys
import _traceback

__all__ = ["print_exc", "format_exc", "print_exception", "format_exception", "format_exception_only", "print_tb",
           "format_tb", "extract_tb", "walk_tb", "FrameSummary", "print_last"]

_missing = object()

def _value(exc, value):
    return exc if value is _missing else value

def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    exc = _value(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    return _traceback.text(exc).splitlines(keepends=True)

def format_exception_only(exc, /, value=_missing):
    exc = _value(exc, value)
    if exc is None:
        return ["NoneType: None\n"]
    name = type(exc).__qualname__
    if type(exc).__module__ not in ("builtins", "__main__"):
        name = type(exc).__module__ + "." + name
    text = str(exc)
    return [f"{name}: {text}\n" if text else f"{name}\n"]

def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    print("".join(format_exception(exc, value)), end="", file=_sys.stderr if file is None else file)

def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exception()))

def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), file=file)

def print_last(limit=None, file=None, chain=True):
    if not hasattr(_sys, "last_value"):
        raise ValueError("no last exception")
    print_exception(_sys.last_value, file=file)

class FrameSummary:
    """One entry of a traceback."""
    __slots__ = ("filename", "lineno", "name", "line")
    def __init__(self, filename, lineno, name, line=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))
    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]
    def __len__(self):
        return 4
    def __eq__(self, other):
        return tuple(self) == tuple(other) if isinstance(other, (FrameSummary, tuple)) else NotImplemented
    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next

def extract_tb(tb, limit=None):
    found = []
    for frame, line in walk_tb(tb):
        code = frame.f_code
        found.append(FrameSummary(code.co_filename, line, code.co_name, _traceback.line(code.co_filename, line)))
    return found if limit is None else found[:limit] if limit >= 0 else found[limit:]

def format_list(entries):
    lines = []
    for filename, lineno, name, line in entries:
        text = f'  File "{filename}", line {lineno}, in {name}\n'
        lines.append(text + f"    {line.strip()}\n" if line else text)
    return lines

def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))

def print_tb(tb, limit=None, file=None):
    print("".join(format_tb(tb, limit)), end="", file=_sys.stderr if file is None else file)
