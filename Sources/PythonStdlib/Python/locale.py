"""Numbers and dates in the manner of a place; only the place "C" is known."""

import sys
from functools import cmp_to_key as _cmp_to_key

__all__ = ["getlocale", "getdefaultlocale", "getpreferredencoding", "Error", "setlocale", "localeconv", "strcoll",
           "strxfrm", "str", "atof", "atoi", "format_string", "currency", "normalize", "LC_CTYPE", "LC_COLLATE",
           "LC_MESSAGES", "LC_TIME", "LC_MONETARY", "LC_NUMERIC", "LC_ALL", "CHAR_MAX", "getencoding", "delocalize",
           "localize", "resetlocale"]

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = 0, 1, 2, 3, 4, 5, 6
CHAR_MAX = 127
CODESET, RADIXCHAR, THOUSEP = 14, 65536, 65537
_override_localeconv = {}
_current = {}


class Error(Exception):
    pass


def localeconv():
    """The rules of the place."""
    d = {"grouping": [], "currency_symbol": "", "n_sign_posn": CHAR_MAX, "p_cs_precedes": CHAR_MAX,
         "n_cs_precedes": CHAR_MAX, "mon_grouping": [], "n_sep_by_space": CHAR_MAX, "decimal_point": ".",
         "negative_sign": "", "positive_sign": "", "p_sep_by_space": CHAR_MAX, "int_curr_symbol": "",
         "p_sign_posn": CHAR_MAX, "thousands_sep": "", "mon_thousands_sep": "", "frac_digits": CHAR_MAX,
         "mon_decimal_point": "", "int_frac_digits": CHAR_MAX}
    d.update(_override_localeconv)
    return d


def setlocale(category, locale=None):
    """Asks for the place or sets it."""
    if not isinstance(category, int):
        raise TypeError("an integer is required")
    if locale is None:
        return _current.get(category, _current.get(LC_ALL, "C"))
    if isinstance(locale, tuple):
        locale = ".".join([part for part in locale if part])
    if locale == "":
        locale = "C.UTF-8"
    if locale not in ("C", "POSIX", "C.UTF-8", "C.utf8"):
        raise Error("unsupported locale setting")
    if category == LC_ALL:
        _current.clear()
    _current[category] = locale
    return locale


def resetlocale(category=LC_ALL):
    setlocale(category, "")


def strcoll(a, b):
    return (a > b) - (a < b)


def strxfrm(s):
    return s


def nl_langinfo(key):
    return {CODESET: "UTF-8", RADIXCHAR: ".", THOUSEP: ""}.get(key, "")


def _grouping_intervals(grouping):
    last = None
    for interval in grouping:
        if interval == CHAR_MAX:
            return
        if interval == 0:
            if last is None:
                raise ValueError("invalid grouping")
            while True:
                yield last
        yield interval
        last = interval


def _group(s, monetary=False):
    conv = localeconv()
    sep = conv["mon_thousands_sep" if monetary else "thousands_sep"]
    grouping = conv["mon_grouping" if monetary else "grouping"]
    if not grouping:
        return s, 0
    tail = ""
    if s[-1] == " ":
        stripped = s.rstrip()
        tail, s = s[len(stripped):], stripped
    left = ""
    groups = []
    for interval in _grouping_intervals(grouping):
        if not s or s[-1] not in "0123456789":
            left, s = s, ""
            break
        groups.append(s[-interval:])
        s = s[:-interval]
    if s:
        groups.append(s)
    groups.reverse()
    return left + sep.join(groups) + tail, len(sep) * (len(groups) - 1)


def _strip_padding(s, amount):
    left = 0
    while amount and s[left] == " ":
        left += 1
        amount -= 1
    right = len(s) - 1
    while amount and s[right] == " ":
        right -= 1
        amount -= 1
    return s[left:right + 1]


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value,) + additional) if additional else percent % value
    return _localize(formatted, grouping, monetary) if percent[-1] in "eEfFgGdiu" else formatted


def _localize(formatted, grouping=False, monetary=False):
    if "." in formatted:
        seps = 0
        parts = formatted.split(".")
        if grouping:
            parts[0], seps = _group(parts[0], monetary=monetary)
        formatted = localeconv()["mon_decimal_point" if monetary else "decimal_point"].join(parts)
        if seps:
            formatted = _strip_padding(formatted, seps)
    else:
        seps = 0
        if grouping:
            formatted, seps = _group(formatted, monetary=monetary)
        if seps:
            formatted = _strip_padding(formatted, seps)
    return formatted


def format_string(f, val, grouping=False, monetary=False):
    """`%` formatting with the separators of the place."""
    import re
    from collections.abc import Mapping
    pattern = re.compile(r"%(?:\((?P<key>.*?)\))?(?P<modifiers>[-#0-9 +*.hlL]*?)[eEfFgGdiouxXcrs%]")
    percents = list(pattern.finditer(f))
    new_f = pattern.sub("%s", f)
    if isinstance(val, Mapping):
        new_val = []
        for p in percents:
            if p.group()[-1] == "%":
                new_val.append("%")
            else:
                new_val.append(_format(p.group(), val, grouping, monetary))
    else:
        if not isinstance(val, tuple):
            val = (val,)
        new_val, i = [], 0
        for p in percents:
            if p.group()[-1] == "%":
                new_val.append("%")
            else:
                stars = p.group("modifiers").count("*")
                new_val.append(_format(p.group(), val[i], grouping, monetary, *val[i + 1:i + 1 + stars]))
                i += 1 + stars
    return new_f % tuple(new_val)


def currency(val, symbol=True, grouping=False, international=False):
    """An amount of money."""
    conv = localeconv()
    digits = conv["int_frac_digits" if international else "frac_digits"]
    if digits == 127:
        raise ValueError("Currency formatting is not possible using the 'C' locale.")
    s = _localize("%.*f" % (digits, abs(val)), grouping, monetary=True)
    s = "<" + s + ">"
    if symbol:
        smb = conv["int_curr_symbol" if international else "currency_symbol"]
        precedes = conv["n_cs_precedes" if val < 0 else "p_cs_precedes"]
        separated = conv["n_sep_by_space" if val < 0 else "p_sep_by_space"]
        if precedes:
            s = smb + (" " if separated else "") + s
        else:
            if international and smb[-1] == " ":
                smb = smb[:-1]
            s = s + (" " if separated else "") + smb
    position = conv["n_sign_posn" if val < 0 else "p_sign_posn"]
    sign = conv["negative_sign" if val < 0 else "positive_sign"]
    if position == 0:
        s = "(" + s + ")"
    elif position == 1:
        s = sign + s
    elif position == 2:
        s = s + sign
    elif position == 3:
        s = s.replace("<", sign)
    elif position == 4:
        s = s.replace(">", sign)
    else:
        s = sign + s
    return s.replace("<", "").replace(">", "")


def str(val):
    return _format("%.12g", val)


def delocalize(string):
    conv = localeconv()
    if conv["thousands_sep"]:
        string = string.replace(conv["thousands_sep"], "")
    if conv["decimal_point"]:
        string = string.replace(conv["decimal_point"], ".")
    return string


def localize(string, grouping=False, monetary=False):
    return _localize(string, grouping, monetary)


def atof(string, func=float):
    return func(delocalize(string))


def atoi(string):
    return int(delocalize(string))


def getencoding():
    return "utf-8"


def getpreferredencoding(do_setlocale=True):
    return "utf-8"


def normalize(localename):
    return localename


def getlocale(category=LC_CTYPE):
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return (None, None) if name in ("C", "POSIX") else ("en_US", "UTF-8")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return "en_US", "UTF-8"
