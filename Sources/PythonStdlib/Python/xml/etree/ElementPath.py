"""Paths to elements: a small part of XPath.

A path is compiled into steps, functions that take elements one after the other and give those they lead to.
"""
import re

_cache = {}
_token = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]\(\)@=])|((?:\{[^}]+\})?[^/\[\]\(\)@!=\s]+)|\s+")


def _tokens(pattern, namespaces):
    default = namespaces.get("") if namespaces else None
    attribute = False
    for m in _token.finditer(pattern):
        text, sign, tag = m.group(1), m.group(2), m.group(3)
        if tag and tag[0] != "{":
            prefix, colon, name = tag.partition(":")
            if colon:
                if prefix not in (namespaces or ()):
                    raise SyntaxError("prefix %r not found in prefix map" % prefix)
                tag = "{%s}%s" % (namespaces[prefix], name)
            elif default and not attribute:
                tag = "{%s}%s" % (default, tag)
            attribute = False
        elif sign:
            attribute = sign == "@"
        yield ("text", text[1:-1]) if text else ("sign", sign) if sign else ("tag", tag or "")


def _matcher(tag):
    """What tells whether a tag is meant by a pattern; None: only the very same is."""
    if tag == "*":
        return lambda name: True
    if tag == "{*}*":
        return lambda name: isinstance(name, str)
    if tag[:3] == "{*}":
        name, end = tag[3:], tag[2:]
        return lambda found: isinstance(found, str) and (found == name or found[-len(end):] == end)
    if tag == "{}*":
        return lambda name: isinstance(name, str) and name[:1] != "{"
    if tag[-2:] == "}*":
        start = tag[:-1]
        return lambda name: isinstance(name, str) and name[:len(start)] == start
    return None


def _child(tag):
    matches = _matcher(tag)
    if matches is None:
        if tag[:2] == "{}":
            tag = tag[2:]

        def step(root, found):
            for e in found:
                for child in e:
                    if child.tag == tag:
                        yield child
    elif tag == "*":
        def step(root, found):
            for e in found:
                yield from e
    else:
        def step(root, found):
            for e in found:
                for child in e:
                    if matches(child.tag):
                        yield child
    return step


def _descendant(tag):
    matches = _matcher(tag)
    if matches is None or tag == "*":
        tag = None if tag == "*" else tag[2:] if tag[:2] == "{}" else tag

        def step(root, found):
            for e in found:
                for child in e.iter(tag):
                    if child is not e:
                        yield child
    else:
        def step(root, found):
            for e in found:
                for child in e.iter():
                    if child is not e and matches(child.tag):
                        yield child
    return step


def _parents(root):
    return {child: parent for parent in root.iter() for child in parent}


def _parent(root, found):
    parents, seen = _parents(root), set()
    for e in found:
        parent = parents.get(e)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _filter(holds):
    def step(root, found):
        for e in found:
            if holds(e):
                yield e
    return step


def _nth(index):
    def step(root, found):
        parents = _parents(root)
        for e in found:
            parent = parents.get(e)
            if parent is None:
                continue
            same = parent.findall(e.tag)
            if -len(same) <= index < len(same) and same[index] is e:
                yield e
    return step


def _whole(e):
    return "".join(e.itertext())


def _predicate(parts):
    shape = "".join(["@" if p == ("sign", "@") else p[1] if p[0] == "sign" else "'" if p[0] == "text" else "-"
                     for p in parts])
    if shape == "@-":
        key = parts[1][1]
        return _filter(lambda e: e.get(key) is not None)
    if shape in ("@-='", "@-!='"):
        key, value = parts[1][1], parts[-1][1]
        if "!" in shape:
            return _filter(lambda e: (found := e.get(key)) is not None and found != value)
        return _filter(lambda e: e.get(key) == value)
    if shape == "-" and not re.match(r"-?\d+$", parts[0][1]):
        tag = parts[0][1]
        return _filter(lambda e: e.find(tag) is not None)
    if shape in (".='", ".!='"):
        value, same = parts[-1][1], "!" not in shape
        return _filter(lambda e: (_whole(e) == value) == same)
    if shape in ("-='", "-!='"):
        tag, value, same = parts[0][1], parts[-1][1], "!" not in shape
        return _filter(lambda e: any([(_whole(c) == value) == same for c in e.iterfind(tag)]))
    if shape == "-":
        index = int(parts[0][1]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
        return _nth(index)
    if shape in ("-()", "-()-"):
        if parts[0][1] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if shape == "-()-":
            try:
                index = int(parts[2][1]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression") from None
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")
        return _nth(index)
    raise SyntaxError("invalid predicate")


def _compile(path, namespaces):
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens, steps, i = list(_tokens(path, namespaces)), [], 0
    while i < len(tokens):
        kind, value = tokens[i]
        i += 1
        if kind == "tag" or (kind, value) == ("sign", "*"):
            steps.append(_child(value))
        elif value == "..":
            steps.append(_parent)
        elif value == "//":
            kind, tag = tokens[i] if i < len(tokens) else (None, None)
            i += 1
            if kind is None or kind == "sign" and tag != "*":
                raise SyntaxError("invalid descendant")
            steps.append(_descendant(tag))
        elif value == "[":
            try:
                end = tokens.index(("sign", "]"), i)
            except ValueError:
                raise SyntaxError("invalid predicate") from None
            steps.append(_predicate([token for token in tokens[i:end] if token[1] or token[0] == "text"]))
            i = end + 1
        elif value == "/":
            continue
        elif value != ".":
            raise SyntaxError("invalid path")
    return steps


def iterfind(elem, path, namespaces=None):
    """The elements at a path."""
    if path[-1:] == "/":
        path += "*"
    key = path
    if namespaces:
        if None in namespaces:
            raise ValueError("empty namespace prefix must be passed as empty string, not None")
        key = path, *sorted(namespaces.items())
    steps = _cache.get(key)
    if steps is None:
        if len(_cache) > 100:
            _cache.clear()
        steps = _cache[key] = _compile(path, namespaces)
    found = (elem,)
    for step in steps:
        found = step(elem, found)
    return iter(found)


def find(elem, path, namespaces=None):
    """The first element at a path; None without one."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """All elements at a path."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element at a path."""
    found = find(elem, path, namespaces)
    if found is None:
        return default
    return "" if found.text is None else found.text
