"""Escaping text for HTML and back."""
import re as _re

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """Replaces the characters that have a meaning in HTML."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_WINDOWS = ("\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019"
            "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178")


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


_charref = _re.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _replace_charref(found):
    """What a match of a character reference stands for; of a name only what is known, the rest stays as it is."""
    name = found[1]
    if name[0] == "#":
        digits = name[1:].rstrip(";")
        return _numeric(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    from html.entities import html5
    for size in range(len(name), 1, -1):
        if (text := html5.get(name[:size])) is not None:
            return text + name[size:]
    return "&" + name


def unescape(s):
    """Replaces the character references of HTML 5 by what they stand for."""
    return _charref.sub(_replace_charref, s) if "&" in s else s


def __getattr__(name):
    """The names of characters are imported when they are asked for."""
    if name == "entities":
        from importlib import import_module
        return import_module("html.entities")
    raise AttributeError(f"module 'html' has no attribute {name!r}")
