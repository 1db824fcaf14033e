"""Finds the next value in JSON text."""

__all__ = ["make_scanner"]


class _LazyPattern:
    """A pattern that is compiled when it is used: most texts are read and written without, and re is large."""

    def __init__(self, source):
        self._source = source

    def __getattr__(self, name):
        import re
        value = self.__dict__[name] = getattr(re.compile(self._source), name)
        return value


NUMBER_RE = _LazyPattern(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def py_make_scanner(context):
    """A function that reads the value at a place."""
    parse_object, parse_array, parse_string = context.parse_object, context.parse_array, context.parse_string
    strict = context.strict
    parse_float, parse_int, parse_constant = context.parse_float, context.parse_int, context.parse_constant
    object_hook, pairs_hook, memo = context.object_hook, context.object_pairs_hook, context.memo

    def scan(string, idx):
        try:
            c = string[idx]
        except IndexError:
            raise StopIteration(idx) from None
        if c == '"':
            return parse_string(string, idx + 1, strict)
        if c == "{":
            return parse_object((string, idx + 1), strict, scan, object_hook, pairs_hook, memo)
        if c == "[":
            return parse_array((string, idx + 1), scan)
        if c == "n" and string.startswith("null", idx):
            return None, idx + 4
        if c == "t" and string.startswith("true", idx):
            return True, idx + 4
        if c == "f" and string.startswith("false", idx):
            return False, idx + 5
        m = NUMBER_RE.match(string, idx)
        if m is not None:
            whole, part, exp = m.groups()
            if part or exp:
                return parse_float(whole + (part or "") + (exp or "")), m.end()
            return parse_int(whole), m.end()
        if c == "N" and string.startswith("NaN", idx):
            return parse_constant("NaN"), idx + 3
        if c == "I" and string.startswith("Infinity", idx):
            return parse_constant("Infinity"), idx + 8
        if c == "-" and string.startswith("-Infinity", idx):
            return parse_constant("-Infinity"), idx + 9
        raise StopIteration(idx)

    def scan_once(string, idx):
        if idx < 0:
            raise ValueError("idx cannot be negative")
        try:
            return scan(string, idx)
        finally:
            memo.clear()
    return scan_once


make_scanner = py_make_scanner
