"""Objects as text that fits into lines."""
import collections
import re
import sys
import types
from _pretty import facts as _quick_facts, line as _quick_line

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Writes an object, to sys.stdout unless another stream is given."""
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """An object as text."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Writes an object; dictionaries keep their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Orders what has no order by its type and place."""
    __slots__ = ("_ordered",)

    def __init__(self, ordered):
        self._ordered = ordered

    def _last_resort(self):
        return str(type(self._ordered)), id(self._ordered)

    def __lt__(self, other):
        try:
            return self._ordered < other._ordered
        except TypeError:
            return self._last_resort() < other._last_resort()


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


class PrettyPrinter:
    """Makes text of objects, each on one line if there is room."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        for is_wrong, message in ((indent < 0, "indent must be >= 0"),
                                  (depth is not None and depth <= 0, "depth must be > 0"),
                                  (width == 0, "width must be != 0")):
            if is_wrong:
                raise ValueError(message)
        self._depth, self._indent_per_level, self._width = depth, indent, width
        self._stream = sys.stdout if stream is None else stream
        self._compact, self._sort_dicts = bool(compact), sort_dicts
        self._underscore_numbers = underscore_numbers
        # Nobody has a say in what a line looks like.
        kind = type(self)
        self._is_plain = not underscore_numbers and (
            kind is PrettyPrinter or kind.format is PrettyPrinter.format and kind._safe_repr is PrettyPrinter._safe_repr)

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._text(object, 0, 0, {}, 0)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Text, whether it can be read back, and whether the object contains itself. Subclasses may change it."""
        return self._safe_repr(object, context, maxlevels, level)

    # Several lines. `column` is where the text begins, `rest` what must fit behind its last line.

    def _line(self, object, context, level):
        if self._is_plain:
            text = _quick_line(object, context, self._depth, level, self._sort_dicts)
            if text is not None:
                return text
        text, _, _ = self.format(object, context.copy(), self._depth, level)
        return text

    def _text(self, object, column, rest, context, level):
        key = id(object)
        if key in context:
            return _recursion(object)
        text = self._line(object, context, level)
        if len(text) <= self._width - column - rest:
            return text
        kind = type(object)
        long = self._dispatch.get(kind.__repr__)
        if long is None:
            if not self._shows_fields(object, kind):
                return text
            long = PrettyPrinter._dataclass
        context[key] = 1
        text = long(self, object, column, rest, context, level + 1)
        del context[key]
        return text

    @staticmethod
    def _shows_fields(object, kind):
        """Whether the repr is the one that dataclasses get."""
        if isinstance(object, type) or not hasattr(kind, "__dataclass_fields__"):
            return False
        # One that a program wrote is not touched.
        return object.__dataclass_params__.repr and hasattr(kind.__repr__, "__wrapped__")

    def _items(self, items, column, rest, context, level):
        """Items of a sequence: one a line, or as many as fit."""
        column += self._indent_per_level
        lead = " " * (self._indent_per_level - 1) if self._indent_per_level > 1 else ""
        between = ",\n" + " " * column
        parts, separator = [], ""
        room = width = self._width - column + 1
        items = list(items)
        for number, item in enumerate(items):
            is_last = number + 1 == len(items)
            if is_last:
                room -= rest
                width -= rest
            if self._compact:
                text = self._line(item, context, level)
                if room < len(text) + 2:
                    room = width
                    if separator:
                        separator = between
                if room >= len(text) + 2:
                    room -= len(text) + 2
                    parts.append(separator + text)
                    separator = ", "
                    continue
            parts.append(separator + self._text(item, column, rest if is_last else 1, context, level))
            separator = between
        return lead + "".join(parts)

    def _pairs(self, pairs, column, rest, context, level, sign, key_text):
        """Pairs, one a line."""
        parts = []
        for number, (key, value) in enumerate(pairs):
            name = key_text(key)
            behind = rest if number + 1 == len(pairs) else 1
            if id(value) in context and sign == "=":
                # A namespace that contains itself.
                parts.append("%s=..." % name)
            else:
                parts.append(name + sign + self._text(value, column + len(name) + len(sign), behind, context, level))
        return (",\n" + " " * column).join(parts)

    def _dict_items(self, items, column, rest, context, level):
        step = self._indent_per_level
        return self._pairs(items, column + step, rest, context, level, ": ",
                           lambda key: self._line(key, context, level))

    def _braced(self, items, column, rest, context, level):
        lead = " " * (self._indent_per_level - 1) if self._indent_per_level > 1 else ""
        return "{" + lead + self._dict_items(items, column, rest + 1, context, level) + "}"

    def _sorted(self, mapping):
        items = list(mapping.items())
        return sorted(items, key=_safe_tuple) if self._sort_dicts else items

    def _dict(self, object, column, rest, context, level):
        return self._braced(self._sorted(object), column, rest, context, level)

    def _ordered(self, object, column, rest, context, level):
        if not object:
            return repr(object)
        name = type(object).__name__
        pairs = list(object.items())
        return name + "(" + self._list(pairs, column + len(name) + 1, rest + 1, context, level) + ")"

    def _list(self, object, column, rest, context, level):
        return "[" + self._items(object, column, rest + 1, context, level) + "]"

    def _tuple(self, object, column, rest, context, level):
        end = ",)" if len(object) == 1 else ")"
        return "(" + self._items(object, column, rest + len(end), context, level) + end

    def _set(self, object, column, rest, context, level):
        if not object:
            return repr(object)
        name = type(object).__name__
        start, end = ("{", "}") if type(object) is set else (name + "({", "})")
        column += len(start) - 1
        return start + self._items(sorted(object, key=_safe_key), column, rest + len(end), context, level) + end

    def _str(self, object, column, rest, context, level):
        """A long text in pieces, in parentheses when it stands alone."""
        if not object:
            return repr(object)
        alone = level == 1
        column, rest = column + alone, rest + alone
        width = self._width - column
        lines = object.splitlines(True)
        pieces = []
        for number, line in enumerate(lines):
            is_last = number + 1 == len(lines)
            if len(repr(line)) <= width - (rest if is_last else 0):
                pieces.append(repr(line))
                continue
            words = re.findall(r"\S*\s*", line)
            words.pop()
            current = ""
            for position, word in enumerate(words):
                limit = width - (rest if is_last and position + 1 == len(words) else 0)
                if current and len(repr(current + word)) > limit:
                    pieces.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            return pieces[0]
        text = ("\n" + " " * column).join(pieces)
        return "(" + text + ")" if alone else text

    def _bytes(self, object, column, rest, context, level):
        if len(object) <= 4:
            return repr(object)
        alone = level == 1
        column, rest = column + alone, rest + alone
        width = self._width - column
        last = len(object) // 4 * 4
        pieces, current = [], b""
        for start in range(0, len(object), 4):
            part = object[start:start + 4]
            if start == last:
                width -= rest
            if current and len(repr(current + part)) > width:
                pieces.append(repr(current))
                current = part
            else:
                current += part
        if current:
            pieces.append(repr(current))
        text = ("\n" + " " * column).join(pieces)
        return "(" + text + ")" if alone else text

    def _bytearray(self, object, column, rest, context, level):
        return "bytearray(" + self._bytes(bytes(object), column + 10, rest + 1, context, level + 1) + ")"

    def _proxy(self, object, column, rest, context, level):
        return "mappingproxy(" + self._text(object.copy(), column + 13, rest + 1, context, level) + ")"

    def _namespace(self, object, column, rest, context, level):
        name = "namespace" if type(object) is types.SimpleNamespace else type(object).__name__
        pairs = list(object.__dict__.items())
        return name + "(" + self._pairs(pairs, column + len(name) + 1, rest, context, level, "=", str) + ")"

    def _dataclass(self, object, column, rest, context, level):
        import dataclasses
        name = type(object).__name__
        pairs = [(field.name, getattr(object, field.name)) for field in dataclasses.fields(object) if field.repr]
        return name + "(" + self._pairs(pairs, column + len(name) + 1, rest, context, level, "=", str) + ")"

    def _default(self, object, column, rest, context, level):
        if not len(object):
            return repr(object)
        name = type(object).__name__
        column += len(name) + 1
        factory = self._line(object.default_factory, context, level)
        return "%s(%s,\n%s%s)" % (name, factory, " " * column, self._dict(object, column, rest + 1, context, level))

    def _counter(self, object, column, rest, context, level):
        if not len(object):
            return repr(object)
        name = type(object).__name__
        body = self._braced(object.most_common(), column + len(name) + 1, rest + 1, context, level)
        return name + "(" + body + ")"

    def _chain(self, object, column, rest, context, level):
        if not len(object.maps):
            return repr(object)
        name = type(object).__name__
        column += len(name) + 1
        parts = [self._text(each, column, rest + 1 if number + 1 == len(object.maps) else 1, context, level)
                 for number, each in enumerate(object.maps)]
        return name + "(" + (",\n" + " " * column).join(parts) + ")"

    def _deque(self, object, column, rest, context, level):
        if not len(object):
            return repr(object)
        name = type(object).__name__
        column += len(name) + 1
        if object.maxlen is None:
            return name + "([" + self._items(object, column, rest + 2, context, level) + "])"
        items = self._items(object, column, 2, context, level)
        return "%s([%s],\n%smaxlen=%s)" % (name, items, " " * column, self._line(object.maxlen, context, level))

    def _user(self, object, column, rest, context, level):
        return self._text(object.data, column, rest, context, level - 1)

    _dispatch = {
        dict.__repr__: _dict, list.__repr__: _list, tuple.__repr__: _tuple, set.__repr__: _set,
        frozenset.__repr__: _set, str.__repr__: _str, bytes.__repr__: _bytes, bytearray.__repr__: _bytearray,
        types.MappingProxyType.__repr__: _proxy, types.SimpleNamespace.__repr__: _namespace,
        collections.OrderedDict.__repr__: _ordered, collections.defaultdict.__repr__: _default,
        collections.Counter.__repr__: _counter, collections.ChainMap.__repr__: _chain,
        collections.deque.__repr__: _deque, collections.UserDict.__repr__: _user,
        collections.UserList.__repr__: _user, collections.UserString.__repr__: _user,
    }

    # One line

    def _safe_repr(self, object, context, maxlevels, level):
        if self._is_plain:
            found = _quick_facts(object, context, maxlevels, level, self._sort_dicts)
            if found is not None:
                return found
        kind = type(object)
        if kind in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        hook = getattr(kind, "__repr__", None)
        if issubclass(kind, int) and hook is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        is_dict = issubclass(kind, dict) and hook is dict.__repr__
        is_list = issubclass(kind, list) and hook is list.__repr__
        if not (is_dict or is_list or issubclass(kind, tuple) and hook is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith("<"), False
        if is_dict:
            form = "{%s}"
        elif is_list:
            form = "[%s]"
        else:
            form = "(%s,)" if len(object) == 1 else "(%s)"
        if not object:
            return form % "", True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return form.replace(",", "") % "...", False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        level += 1
        readable, recursive, parts = True, False, []

        def tell(part):
            nonlocal readable, recursive
            text, is_readable, is_recursive = self.format(part, context, maxlevels, level)
            readable = readable and is_readable
            recursive = recursive or is_recursive
            return text

        if is_dict:
            for name, value in self._sorted(object):
                parts.append("%s: %s" % (tell(name), tell(value)))
        else:
            parts = [tell(item) for item in object]
        del context[key]
        return form % ", ".join(parts), readable, recursive
