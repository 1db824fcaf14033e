"""How string.Formatter takes a format apart."""


def formatter_parser(text):
    """Pieces of a format: literal text, field name, specification, conversion."""
    if not isinstance(text, str):
        raise TypeError("expected str, got %s" % type(text).__name__)
    return _pieces(text)


def _pieces(text):
    literal, i, n = [], 0, len(text)
    while i < n:
        c = text[i]
        if c == "{" and text[i + 1:i + 2] == "{" or c == "}" and text[i + 1:i + 2] == "}":
            literal.append(c)
            yield "".join(literal), None, None, None
            literal = []
            i += 2
        elif c == "{":
            start, depth = i + 1, 1
            i += 1
            while i < n and depth:
                depth += {"{": 1, "}": -1}.get(text[i], 0)
                i += 1
            if depth:
                raise ValueError("expected '}' before end of string" if i > start else "Single '{' encountered in format string")
            yield ("".join(literal),) + _field(text[start:i - 1])
            literal = []
        elif c == "}":
            raise ValueError("Single '}' encountered in format string")
        else:
            literal.append(c)
            i += 1
    if literal:
        yield "".join(literal), None, None, None


def _field(text):
    depth = 0
    for i, c in enumerate(text):
        if c == "[":
            depth += 1
        elif c == "]":
            depth -= 1
        elif c == "{" and not depth:
            raise ValueError("unexpected '{' in field name")
        elif depth <= 0 and c == ":":
            return text[:i], text[i + 1:], None
        elif depth <= 0 and c == "!":
            conversion, rest = text[i + 1:i + 2], text[i + 2:]
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            if rest and rest[0] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return text[:i], rest[1:], conversion
    return text, "", None


def formatter_field_name_split(text):
    """The first part of a field name and an iterator over (is attribute, name) of the rest."""
    if not isinstance(text, str):
        raise TypeError("expected str, got %s" % type(text).__name__)
    end = len(text)
    for mark in ".[":
        at = text.find(mark)
        if at >= 0:
            end = min(end, at)
    first = text[:end]
    return (int(first) if first.isdecimal() else first), _steps(text[end:])


def _steps(text):
    i = 0
    while i < len(text):
        if text[i] == ".":
            end = i + 1
            while end < len(text) and text[end] not in ".[":
                end += 1
            if end == i + 1:
                raise ValueError("Empty attribute in format string")
            yield True, text[i + 1:end]
            i = end
        elif text[i] == "[":
            end = text.find("]", i)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            if end == i + 1:
                raise ValueError("Empty attribute in format string")
            name = text[i + 1:end]
            yield False, int(name) if name.isdecimal() else name
            i = end + 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
