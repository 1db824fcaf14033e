"""What `format` makes of a number."""
from _decimals import make as _make
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _digits

__name__ = "decimal"        # the module that pickles and messages name


def _parse_format(spec, conv=None):
    result = {"fill": " ", "align": ">", "sign": "-", "no_neg_0": False, "zeropad": False, "minimumwidth": 0,
              "thousands": "", "precision": None, "type": None, "point": ".", "grouping": [3, 0]}
    i, given = 0, False
    if len(spec) > 1 and spec[1] in "<>=^":
        result["fill"], result["align"], i, given = spec[0], spec[1], 2, True
    elif spec[:1] and spec[0] in "<>=^":
        result["align"], i, given = spec[0], 1, True
    if spec[i:i + 1] and spec[i] in "+- ":
        result["sign"] = spec[i]
        i += 1
    if spec[i:i + 1] == "z":
        result["no_neg_0"] = True
        i += 1
    if spec[i:i + 1] == "#":
        i += 1
    if spec[i:i + 1] == "0" and (i + 1 >= len(spec) or True):
        if given:
            raise ValueError("Fill character conflicts with '0' in format specifier: " + spec)
        result["zeropad"], result["fill"], result["align"] = True, "0", "="
        i += 1
    start = i
    while spec[i:i + 1].isdigit():
        i += 1
    if i > start:
        result["minimumwidth"] = int(spec[start:i])
    if spec[i:i + 1] == ",":
        result["thousands"] = ","
        i += 1
    if spec[i:i + 1] == ".":
        start = i = i + 1
        while spec[i:i + 1].isdigit():
            i += 1
        if i == start:
            raise ValueError("invalid format string")
        result["precision"] = int(spec[start:i])
    if i < len(spec):
        if len(spec) - i > 1 or spec[i] not in "eEfFgGn%":
            raise ValueError("invalid format string")
        result["type"] = spec[i]
    if result["precision"] == 0 and (result["type"] is None or result["type"] in "gGn"):
        result["precision"] = 1
    if result["type"] == "n":
        result["type"] = "g"
        if result["thousands"]:
            raise ValueError("invalid format string")
        if conv is None:
            import locale
            conv = locale.localeconv()
        result["thousands"], result["grouping"], result["point"] = (conv["thousands_sep"], conv["grouping"],
                                                                    conv["decimal_point"])
    return result


def _align(sign, body, spec):
    width, fill = spec["minimumwidth"], spec["fill"]
    pad = fill * (width - len(sign) - len(body))
    align = spec["align"]
    if align == "<":
        return sign + body + pad
    if align == ">":
        return pad + sign + body
    if align == "=":
        return sign + pad + body
    half = len(pad) // 2
    return pad[:half] + sign + body + pad[half:]


def _grouped(digits, spec, width):
    sep = spec["thousands"]
    groups, sizes, last = [], list(spec["grouping"]), 3
    k = 0
    while True:
        size = sizes[k] if k < len(sizes) else 0
        if size == 0:
            if not sizes:
                size = 10 ** 9
            else:
                size = last
        if size == 127:
            size = 10 ** 9
        last = size
        k += 1
        part = min(max(len(digits), width, 1), size)
        groups.append("0" * (part - len(digits)) + digits[-part:])
        digits = digits[:-part]
        width -= part
        if not digits and width <= 0:
            break
        width -= len(sep)
    return sep.join(reversed(groups))


def _layout(sign, whole, part, exp, spec, kind):
    sign = "-" if sign else spec["sign"] if spec["sign"] in ("+", " ") else ""
    if part:
        part = spec["point"] + part
    if exp != 0 or kind in "eE":
        part += {"E": "E", "e": "e", "G": "E", "g": "e"}[kind] + "%+d" % exp
    if kind == "%":
        part += "%"
    width = spec["minimumwidth"] - len(part) - len(sign) if spec["zeropad"] else 0
    if spec["thousands"]:
        whole = _grouped(whole, spec, width)
    elif spec["zeropad"]:
        whole = whole.rjust(width, "0")
    return _align(sign, whole + part, spec)


class Layout:
    """The format specifications of numbers."""

    __slots__ = ()

    def _format(self, specifier, context=None, _localeconv=None):
        context = context or getcontext()
        spec = _parse_format(specifier, _localeconv)
        if self._special:
            sign = "-" if self._sign else spec["sign"] if spec["sign"] in ("+", " ") else ""
            body = str(self.copy_abs())
            if spec["type"] == "%":
                body += "%"
            if spec["zeropad"]:
                spec["fill"], spec["align"] = " ", spec["align"] if spec["align"] != "=" else ">"
            return _align(sign, body, spec)
        kind = spec["type"]
        if kind is None:
            kind = ["g", "G"][context.capitals]
        number = self
        if kind == "%":
            number = _make(self._sign, self._int, self._exp + 2)
        rounding, precision = context.rounding, spec["precision"]
        if precision is not None:
            if kind in "eE":
                number = number._to_digits(precision + 1, rounding)
            elif kind in "fF%":
                number = number._rescale(-precision, rounding)
            elif kind in "gG" and number._int and _digits(number._int) > precision:
                number = number._to_digits(precision, rounding)
        if not number._int and number._exp > 0 and kind in "fF%":
            number = number._rescale(0, rounding)
        if not number._int and spec["no_neg_0"] and number._sign:
            sign_bit = 0
        else:
            sign_bit = number._sign
        digits = str(number._int)
        left = number._exp + len(digits)
        if kind in "eE":
            point = 1 - precision if not number._int and precision is not None else 1
        elif kind in "fF%":
            point = left
        else:
            point = left if number._exp <= 0 and left > -6 else 1
        if point < 0:
            whole, part = "0", "0" * -point + digits
        elif point > len(digits):
            whole, part = digits + "0" * (point - len(digits)), ""
        else:
            whole, part = digits[:point] or "0", digits[point:]
        return _layout(sign_bit, whole, part, left - point, spec, kind)

    def _to_digits(self, places, rounding):
        if not self._int:
            return _make(self._sign, 0, self.adjusted() + 1 - places)
        made = self._rescale(self.adjusted() + 1 - places, rounding)
        if made.adjusted() != self.adjusted():
            made = made._rescale(made.adjusted() + 1 - places, rounding)
        return made
