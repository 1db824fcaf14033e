"""Escaping text for HTML and back."""

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replaces the characters that have a meaning in HTML."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_WINDOWS = ("\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019"
            "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178")
_STOP = frozenset("\t\n\f <&#;")


def _numeric(n):
    if n == 0 or 0xd800 <= n <= 0xdfff or n > 0x10ffff:
        return "\ufffd"
    if n == 13:
        return "\r"
    if 128 <= n <= 159:
        return _WINDOWS[n - 128]
    if 1 <= n <= 8 or 14 <= n <= 31 or n == 11 or n == 127 or 0xfdd0 <= n <= 0xfdef or n & 0xfffe == 0xfffe:
        return ""
    return chr(n)


def unescape(s):
    """Replaces the character references of HTML 5 by what they stand for."""
    if "&" not in s:
        return s
    from html.entities import html5
    out, i = [], 0
    while True:
        j = s.find("&", i)
        if j < 0:
            out.append(s[i:])
            return "".join(out)
        out.append(s[i:j])
        i = j + 1
        if s[i:i + 1] == "#":
            base, k = (16, i + 2) if s[i + 1:i + 2] in ("x", "X") else (10, i + 1)
            end = k
            digits = "0123456789abcdefABCDEF" if base == 16 else "0123456789"
            while end < len(s) and s[end] in digits:
                end += 1
            if end > k:
                out.append(_numeric(int(s[k:end], base)))
                i = end + 1 if s[end:end + 1] == ";" else end
                continue
            out.append("&")
            continue
        end = i
        while end < len(s) and end < i + 32 and s[end] not in _STOP:
            end += 1
        name = s[i:end]
        if not name:
            out.append("&")
            continue
        if s[end:end + 1] == ";":
            found = html5.get(name + ";")
            if found is not None:
                out.append(found)
                i = end + 1
                continue
        for size in range(len(name), 1, -1):
            found = html5.get(name[:size])
            if found is not None:
                out.append(found)
                i += size
                break
        else:
            out.append("&" + name)
            i = end
