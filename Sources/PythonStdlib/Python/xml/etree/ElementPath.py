"""Paths to elements: a small part of XPath."""
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
        if text or sign or tag:
            yield ("text", text[1:-1]) if text else ("sign", sign) if sign else ("tag", tag)


def _matches(element, tag):
    name = element.tag
    if tag == "*":
        return True
    if tag[:3] == "{*}":
        return isinstance(name, str) and (name == tag[3:] or name.endswith("}" + tag[3:]))
    if tag[-2:] == "}*":
        if tag == "{*}*":
            return isinstance(name, str)
        return isinstance(name, str) and (name[:len(tag) - 1] == tag[:-1] if tag != "{}*" else name[:1] != "{")
    return name == (tag[2:] if tag[:2] == "{}" else tag)


class _Path:
    def __init__(self, root, path, namespaces):
        self.root = root
        if path[-1:] == "/":
            path += "*"
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        self.tokens = list(_tokens(path, namespaces))
        self.i = 0
        self.parents = None

    def next(self):
        if self.i >= len(self.tokens):
            return None, None
        self.i += 1
        return self.tokens[self.i - 1]

    def parent_map(self):
        if self.parents is None:
            self.parents = {child: parent for parent in self.root.iter() for child in parent}
        return self.parents

    def run(self):
        found = [self.root]
        while True:
            kind, value = self.next()
            if kind is None:
                return found
            if kind == "tag" or (kind, value) == ("sign", "*"):
                tag = value
                found = [child for e in found for child in e if _matches(child, tag)]
            elif value == ".":
                pass
            elif value == "..":
                parents, seen = self.parent_map(), []
                for e in found:
                    parent = parents.get(e)
                    if parent is not None and not any([parent is s for s in seen]):
                        seen.append(parent)
                found = seen
            elif value == "//":
                kind, tag = self.next()
                if kind is None or kind == "sign" and tag != "*":
                    raise SyntaxError("invalid descendant")
                result = []
                for e in found:
                    for child in e.iter():
                        if child is not e and _matches(child, tag) and not any([child is r for r in result]):
                            result.append(child)
                found = result
            elif value == "[":
                found = self.predicate(found)
            elif value == "/":
                continue
            else:
                raise SyntaxError("invalid path")
            if self.i < len(self.tokens) and self.tokens[self.i][1] not in ("/", "//", "["):
                raise SyntaxError("invalid path")

    def predicate(self, found):
        parts = []
        while True:
            kind, value = self.next()
            if kind is None:
                raise SyntaxError("invalid predicate")
            if (kind, value) == ("sign", "]"):
                break
            parts.append((kind, value))
        shape = "".join(["@" if p == ("sign", "@") else p[1] if p[0] == "sign" else "'" if p[0] == "text" else "-"
                         for p in parts])
        if shape == "@-":
            return [e for e in found if e.get(parts[1][1]) is not None]
        if shape in ("@-='", "@-!='"):
            key, value = parts[1][1], parts[-1][1]
            if "!" in shape:
                return [e for e in found if e.get(key) is not None and e.get(key) != value]
            return [e for e in found if e.get(key) == value]
        if shape == "-" and not re.match(r"-?\d+$", parts[0][1]):
            tag = parts[0][1]
            return [e for e in found if e.find(tag) is not None]
        if shape in (".='", ".!='"):
            value, same = parts[-1][1], "!" not in shape
            return [e for e in found if ("".join(e.itertext()) == value) == same]
        if shape in ("-='", "-!='"):
            tag, value, same = parts[0][1], parts[-1][1], "!" not in shape
            return [e for e in found if any([("".join(c.itertext()) == value) == same for c in e.iterfind(tag)])]
        if shape in ("-", "-()", "-()-"):
            if shape == "-":
                index = int(parts[0][1]) - 1
                if index < 0:
                    raise SyntaxError("XPath position >= 1 expected" if index == -1 else "XPath position >= 1 expected")
            else:
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
            parents, result = self.parent_map(), []
            for e in found:
                parent = parents.get(e)
                if parent is None:
                    continue
                same = list(parent.findall(e.tag))
                if -len(same) <= index < len(same) and same[index] is e:
                    result.append(e)
            return result
        raise SyntaxError("invalid predicate")


def iterfind(elem, path, namespaces=None):
    """The elements at a path."""
    return iter(_Path(elem, path, namespaces).run())


def find(elem, path, namespaces=None):
    """The first element at a path; None without one."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """All elements at a path."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """The text of the first element at a path."""
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ""
