"""How string.Formatter takes a format apart."""


def formatter_parser(text):
    """Pieces of a format: literal text, field name, specification, conversion."""
    if not isinstance(text, str):
        raise TypeError("expected str, got %s" % type(text).__name__)
    return _parse(text)


def _parse(text):
    """The parts of a format string: literal, field, spec, conversion."""
    i, n, literal = 0, len(text), []
    while i < n:
        c = text[i]
        if c == "{":
            if text[i + 1:i + 2] == "{":
                literal.append("{")
                yield "".join(literal), None, None, None
                literal = []
                i += 2
                continue
            if i + 1 >= n:
                raise ValueError("Single '{' encountered in format string")
            depth, j = 1, i + 1
            bracket = False
            while j < n and depth:
                if text[j] == "[" and depth == 1:
                    bracket = True
                elif text[j] == "]":
                    bracket = False
                elif text[j] == "{" and not bracket:
                    depth += 1
                elif text[j] == "}" and not bracket:
                    depth -= 1
                j += 1
            if depth:
                raise ValueError("expected '}' before end of string")
            body = text[i + 1:j - 1]
            k, inside = 0, False
            while k < len(body) and (inside or body[k] not in "!:"):
                if body[k] == "[":
                    inside = True
                elif body[k] == "]":
                    inside = False
                elif body[k] == "{":
                    raise ValueError("unexpected '{' in field name")
                k += 1
            field, rest, conversion, spec = body[:k], body[k:], None, ""
            if rest[:1] == "!":
                if len(rest) < 2:
                    raise ValueError("end of string while looking for conversion specifier")
                conversion, rest = rest[1], rest[2:]
                if rest and rest[0] != ":":
                    raise ValueError("expected ':' after conversion specifier")
            if rest[:1] == ":":
                spec = rest[1:]
            yield "".join(literal), field, spec, conversion
            literal = []
            i = j
        elif c == "}":
            if text[i + 1:i + 2] != "}":
                raise ValueError("Single '}' encountered in format string")
            literal.append("}")
            yield "".join(literal), None, None, None
            literal = []
            i += 2
        else:
            j = i
            while j < n and text[j] not in "{}":
                j += 1
            literal.append(text[i:j])
            i = j
    if literal:
        yield "".join(literal), None, None, None


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
