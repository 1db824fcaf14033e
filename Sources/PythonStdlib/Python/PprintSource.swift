extension PythonSources {
  /// Source of the module `pprint`.
  static let pprintSource = #"""
    """Pretty printer."""
    import sys as _sys


    def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        """The text of an object, broken into lines that fit the width."""
        return _format(object, 0, width, sort_dicts, indent, 0)


    def _repr(o, sort):
        if type(o) is dict and sort:
            return "{" + ", ".join(["%s: %s" % (_repr(k, sort), _repr(v, sort)) for k, v in _items(o, sort)]) + "}"
        if type(o) is list:
            return "[" + ", ".join([_repr(v, sort) for v in o]) + "]"
        return repr(o)


    def _items(o, sort):
        if not sort:
            return list(o.items())
        try:
            return sorted(o.items())
        except TypeError:
            return sorted(o.items(), key=lambda p: (str(type(p[0])), id(p[0])))


    def _format(o, column, width, sort, step, allowance):
        text = _repr(o, sort)
        if len(text) <= width - column - allowance:
            return text
        pad = "\n" + " " * (column + step)
        lead = " " * (step - 1)
        if type(o) is dict and o:
            parts = []
            items = _items(o, sort)
            for n, (k, v) in enumerate(items):
                key = _repr(k, sort)
                parts.append("%s: %s" % (key, _format(v, column + step + len(key) + 2, width, sort, step, allowance + 1 if n == len(items) - 1 else 1)))
            return "{" + lead + ("," + pad).join(parts) + "}"
        if type(o) in (list, tuple, set, frozenset) and o:
            begin, end = {list: "[]", tuple: "()", set: "{}", frozenset: ("frozenset({", "})")}[type(o)]
            items = sorted(o, key=lambda v: (str(type(v)), v)) if isinstance(o, (set, frozenset)) else list(o)
            column += len(begin) - 1
            pad = "\n" + " " * (column + step)
            parts = [_format(v, column + step, width, sort, step, allowance + len(end) if n == len(items) - 1 else 1) for n, v in enumerate(items)]
            if type(o) is tuple and len(o) == 1:
                end = ",)"
            return begin + lead + ("," + pad).join(parts) + end
        return text


    def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        (stream or _sys.stdout).write(pformat(object, indent, width, depth, sort_dicts=sort_dicts) + "\n")


    def pp(object, *args, sort_dicts=False, **kwargs):
        pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


    class PrettyPrinter:
        def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
            self._options = dict(indent=indent, width=width, sort_dicts=sort_dicts)
            self._stream = stream

        def pformat(self, object): return pformat(object, **self._options)
        def pprint(self, object): pprint(object, self._stream, **self._options)


    def isreadable(object): return True
    def isrecursive(object): return False
    def saferepr(object): return _repr(object, True)
    """#
}
