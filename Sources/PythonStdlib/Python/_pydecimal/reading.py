"""The parts of a number from texts, tuples and other numbers."""
from _decimals import DecimalNumber
from _pydecimal.signals import ConversionSyntax, FloatOperation, MAX_EMAX
from _pydecimal.contexts import Context, getcontext
from _pydecimal.parts import _exact

__name__ = "decimal"        # the module that pickles and messages name


def _parse(text):
    """Sign, coefficient, exponent, special of a text; None when it is no number."""
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("+", "-"):
        sign = 1 if s[0] == "-" else 0
        s = s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    if low.startswith(("nan", "snan")):
        digits = s[4:] if low[0] == "s" else s[3:]
        if digits and not digits.isdecimal():
            return None
        return sign, int(digits or "0"), 0, "N" if low[0] == "s" else "n"
    mantissa, e, exponent = low.partition("e")
    if e:
        plain = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not plain.isdecimal():
            return None
        exponent = int(exponent)
    else:
        exponent = 0
    whole, dot, part = mantissa.partition(".")
    if not (whole + part).isdecimal() or whole and not whole.isdecimal() or part and not part.isdecimal():
        return None
    return sign, int(whole + part), exponent - len(part), None


def _read(value, context):
    """The parts of what Decimal() is called with, as `_parse` gives them."""
    if context is not None and not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if isinstance(value, str):
        parts = _parse(value)
        if parts is not None and (parts[3] or not parts[1] or abs(parts[2]) <= 3 * MAX_EMAX):
            return parts
        return _parts((context or getcontext())._raise(ConversionSyntax, "Invalid literal for Decimal: %r" % value))
    if isinstance(value, int):
        return int(value < 0), abs(int(value)), 0, None
    if isinstance(value, DecimalNumber):
        return _parts(value)
    if isinstance(value, (list, tuple)):
        return _read_tuple(value)
    if isinstance(value, float):
        (context or getcontext())._raise(FloatOperation, "strict semantics for mixing floats and Decimals are enabled")
        return _parts(_exact(value))
    raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


def _read_tuple(value):
    if len(value) != 3:
        raise ValueError("Invalid tuple size in creation of Decimal from list or tuple.  The list or tuple "
                         "should have exactly three elements.")
    sign, digits, exponent = value
    if sign not in (0, 1) or isinstance(sign, float):
        raise ValueError("sign must be an integer with the value 0 or 1")
    special = None
    if isinstance(exponent, str):
        if exponent not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        special, exponent = exponent, 0
    elif not isinstance(exponent, int):
        raise ValueError("exponent must be an integer")
    n = 0
    if special != "F":
        for d in digits:
            if not isinstance(d, int) or not 0 <= d <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            n = n * 10 + d
    return int(sign), n, exponent, special


def _parts(x):
    return x._sign, x._int, x._exp, x._special
