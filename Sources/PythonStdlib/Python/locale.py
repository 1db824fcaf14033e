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
    """The digits with separators, and how much longer that made them."""
    conv = localeconv()
    prefix = "mon_" if monetary else ""
    separator, grouping = conv[prefix + "thousands_sep"], conv[prefix + "grouping"]
    if not grouping:
        return s, 0
    text = s.rstrip(" ")
    before = text.rstrip("0123456789")
    digits, groups = text[len(before):], []
    for size in _grouping_intervals(grouping):
        if not digits:
            break
        digits, last = digits[:-size], digits[-size:]
        groups.insert(0, last)
    if digits:
        groups.insert(0, digits)
    return before + separator.join(groups) + s[len(text):], len(separator) * max(len(groups) - 1, 0)


def _strip_padding(s, amount):
    """Takes so many blanks away, those on the left first."""
    left = min(amount, len(s) - len(s.lstrip(" ")))
    s = s[left:]
    return s[:len(s) - min(amount - left, len(s) - len(s.rstrip(" ")))]


def _format(percent, value, grouping=False, monetary=False, *additional):
    formatted = percent % ((value,) + additional) if additional else percent % value
    return _localize(formatted, grouping, monetary) if percent[-1] in "eEfFgGdiu" else formatted


def _localize(formatted, grouping=False, monetary=False):
    whole, point, rest = formatted.partition(".")
    longer = 0
    if grouping:
        whole, longer = _group(whole, monetary=monetary)
    if point:
        whole += localeconv()["mon_decimal_point" if monetary else "decimal_point"] + rest
    return _strip_padding(whole, longer)


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
    amount = _localize("%.*f" % (digits, abs(val)), grouping, monetary=True)
    kind = "n_" if val < 0 else "p_"
    position, sign = conv[kind + "sign_posn"], conv["negative_sign" if val < 0 else "positive_sign"]
    if position == 3:
        amount = sign + amount
    elif position == 4:
        amount += sign
    if symbol:
        name = conv["int_curr_symbol" if international else "currency_symbol"]
        space = " " if conv[kind + "sep_by_space"] else ""
        if conv[kind + "cs_precedes"]:
            amount = name + space + amount
        else:
            amount += space + (name.removesuffix(" ") if international else name)
    if position == 0:
        return "(" + amount + ")"
    if position == 2:
        return amount + sign
    return amount if position in (3, 4) else sign + amount


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
    return "UTF-8"


def getpreferredencoding(do_setlocale=True):
    return "UTF-8"


def normalize(localename):
    return localename


def getlocale(category=LC_CTYPE):
    name = setlocale(category)
    if category == LC_ALL and ";" in name:
        raise TypeError("category LC_ALL is not supported")
    return (None, None) if name in ("C", "POSIX") else ("en_US", "UTF-8")


def getdefaultlocale(envvars=("LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE")):
    return "en_US", "UTF-8"
