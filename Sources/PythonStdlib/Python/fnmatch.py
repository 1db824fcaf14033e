"""Filename matching with shell patterns."""
import functools
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def _normal(name):
    if type(name) is str:
        return name
    from os import fspath
    return fspath(name)


def fnmatch(name, pat):
    """Whether a name matches a pattern, as the system compares names."""
    return _compiled(_normal(pat))(_normal(name)) is not None


def fnmatchcase(name, pat):
    return _compiled(pat)(name) is not None


def filter(names, pat):
    """The names that match."""
    match = _compiled(_normal(pat))
    return [name for name in names if match(name)]


@functools.lru_cache(maxsize=256, typed=True)
def _compiled(pat):
    if isinstance(pat, bytes):
        text = translate(str(pat, "iso-8859-1"))
        return re.compile(bytes(text, "iso-8859-1")).match
    return re.compile(translate(pat)).match


def _set(body):
    """The regular expression for what stands between brackets."""
    negated = body[0] == "!"
    if negated:
        body = body[1:]
    parts, i = [], 0
    while i < len(body):
        first, last = body[i], body[i + 2:i + 3]
        if body[i + 1:i + 2] == "-" and last:
            # A range from the greater to the less holds nothing.
            if first <= last:
                parts.append(_quoted(first) + "-" + _quoted(last))
            i += 3
        else:
            parts.append(first if first == "-" and i in (0, len(body) - 1) else _quoted(first))
            i += 1
    if not parts:
        return "." if negated else "(?!)"
    if not negated and parts[0][0] in "^[":
        parts[0] = "\\" + parts[0]
    return "[%s%s]" % ("^" if negated else "", "".join(parts))


def _quoted(char):
    return "\\" + char if char in "\\-&~|" else char


def translate(pat):
    """A regular expression for a shell pattern."""
    pieces, i = [], 0
    while i < len(pat):
        char = pat[i]
        i += 1
        if char == "*":
            if not pieces or pieces[-1] is not None:
                pieces.append(None)
        elif char == "?":
            pieces.append(".")
        elif char == "[":
            end = pat.find("]", i + (2 if pat[i:i + 1] == "!" else 1))
            if end < 0:
                pieces.append("\\[")
            else:
                pieces.append(_set(pat[i:end]))
                i = end + 1
        else:
            pieces.append(re.escape(char))
    # What lies between two stars matches as soon as it can, once and for all: no search goes back there.
    groups = [""]
    for piece in pieces:
        if piece is None:
            groups.append("")
        else:
            groups[-1] += piece
    text = groups[0]
    if len(groups) > 1:
        text += "".join("(?>.*?%s)" % group for group in groups[1:-1]) + ".*" + groups[-1]
    return "(?s:%s)\\Z" % text
