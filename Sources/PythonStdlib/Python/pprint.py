"""Prints nested data over several lines."""
def _recursive(obj):
    return f"<Recursion on {type(obj).__name__} with id={id(obj)}>"

def _key(pair):
    return (str(type(pair[0])), pair[0] if isinstance(pair[0], (int, float, str)) else repr(pair[0]))

class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        self._indent, self._width, self._depth, self._stream = indent, width, depth, stream
        self._compact, self._sort = compact, sort_dicts
    def pprint(self, object):
        print(self.pformat(object), file=self._stream)
    def pformat(self, object):
        return self._format(object, 0, 0, 0, ())
    def _items(self, d):
        items = list(d.items())
        if self._sort:
            try:
                items.sort(key=lambda p: p[0])
            except TypeError:
                items.sort(key=_key)
        return items
    def _plain(self, o, level, above):
        if id(o) in above and isinstance(o, (dict, list, tuple, set)):
            return _recursive(o)
        above = above + (id(o),)
        deep = self._depth is not None and level >= self._depth
        if type(o).__repr__ is dict.__repr__:
            if deep and o:
                return "{...}"
            return "{" + ", ".join(self._plain(k, level + 1, above) + ": " + self._plain(v, level + 1, above)
                                   for k, v in self._items(o)) + "}"
        if type(o).__repr__ is list.__repr__:
            if deep and o:
                return "[...]"
            return "[" + ", ".join(self._plain(x, level + 1, above) for x in o) + "]"
        if type(o).__repr__ is tuple.__repr__:
            if deep and o:
                return "(...)"
            return "(" + ", ".join(self._plain(x, level + 1, above) for x in o) + ("," if len(o) == 1 else "") + ")"
        return repr(o)
    def _format(self, o, indent, allowance, level, above):
        text = self._plain(o, level, above)
        if len(text) <= self._width - indent - allowance or id(o) in above:
            return text
        if self._depth is not None and level >= self._depth:
            return text
        above = above + (id(o),)
        kind = type(o).__repr__
        step = " " * (self._indent - 1)
        inner = indent + self._indent
        if kind is dict.__repr__ and o:
            rows = []
            items = self._items(o)
            for i, (k, v) in enumerate(items):
                head = self._plain(k, level + 1, above)
                last = i == len(items) - 1
                rows.append(head + ": " + self._format(v, inner + len(head) + 2, allowance + 1 if last else 1,
                                                       level + 1, above))
            return "{" + step + (",\n" + " " * inner).join(rows) + "}"
        if kind in (list.__repr__, tuple.__repr__) and o:
            return self._rows(o, "[" if kind is list.__repr__ else "(", "]" if kind is list.__repr__ else
                              ",)" if len(o) == 1 else ")", inner, allowance, level, above, step)
        if kind in (set.__repr__, frozenset.__repr__) and o:
            begin, end = ("{", "}") if type(o) is set else (f"{type(o).__name__}({{", "})")
            try:
                values = sorted(o)
            except TypeError:
                values = sorted(o, key=lambda x: (str(type(x)), repr(x)))
            return self._rows(values, begin, end, inner + len(begin) - 1, allowance, level, above, step)
        if kind is str.__repr__ and o:
            return self._text(o, indent, allowance, level)
        return text
    def _rows(self, values, begin, end, inner, allowance, level, above, step):
        rows, line, room = [], "", self._width - inner
        values = list(values)
        for i, x in enumerate(values):
            last = i == len(values) - 1
            extra = allowance + len(end) if last else 1
            if self._compact:
                text = self._plain(x, level + 1, above)
                w = len(text) + 2
                if line and len(line) + 2 + w <= room + 1 - (allowance + len(end) if last else 0):
                    line += ", " + text
                    continue
                if line:
                    rows.append(line)
                    line = ""
                if w - 2 + extra <= room:
                    line = text
                    continue
            rows.append(self._format(x, inner, extra, level + 1, above))
        if line:
            rows.append(line)
        return begin + step + (",\n" + " " * inner).join(rows) + end
    def _text(self, s, indent, allowance, level):
        if level == 0:
            indent += 1
            allowance += 1
        chunks = []
        lines = s.splitlines(True)
        for i, line in enumerate(lines):
            room = self._width - indent - (allowance if i == len(lines) - 1 else 0)
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            words, k = [], 0
            while k < len(line):
                j = k
                while j < len(line) and not line[j].isspace():
                    j += 1
                while j < len(line) and line[j].isspace():
                    j += 1
                words.append(line[k:j])
                k = j
            current = ""
            for n, word in enumerate(words):
                limit = self._width - indent
                if n == len(words) - 1 and i == len(lines) - 1:
                    limit -= allowance
                if current and len(repr(current + word)) > limit:
                    chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        body = ("\n" + " " * indent).join(chunks)
        return f"({body})" if level == 0 else body

def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)
def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)
def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
saferepr = repr
def isreadable(object):
    return True
def isrecursive(object):
    return False
