"""Filename matching with shell patterns."""
import re as _re


def translate(pat):
    """A regular expression for a shell pattern."""
    out = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            out.append(".*")
        elif c == "?":
            out.append(".")
        elif c == "[":
            j = pat.find("]", i + (2 if pat[i:i + 1] == "!" else 1))
            if j < 0:
                out.append("\\[")
            else:
                body = pat[i:j].replace("\\", "\\\\")
                out.append("[%s]" % ("^" + body[1:] if body[0] == "!" else body))
                i = j + 1
        else:
            out.append(_re.escape(c))
    return "(?s:%s)\\Z" % "".join(out)


def fnmatchcase(name, pat):
    return _re.match(translate(pat), name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [n for n in names if fnmatchcase(n, pat)]
