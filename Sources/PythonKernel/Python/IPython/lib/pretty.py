"""Pretty printing, done by the kernel."""
import _wick_shell

def pretty(obj, verbose=False, max_width=79, newline="\n", max_seq_length=1000):
    """Pretty print the object's representation."""
    return _wick_shell.pretty(obj)

def pprint(obj, verbose=False, max_width=79, newline="\n", max_seq_length=1000):
    print(_wick_shell.pretty(obj))

def for_type(typ, func):
    return _wick_shell.formatter("text/plain", typ, func)
