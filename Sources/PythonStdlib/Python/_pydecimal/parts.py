"""What the operations share: digits, rounding, and other types as Decimals."""
import math as _math
from _decimals import DecimalNumber, digits as _digits, make as _make, whole as _whole
from _pydecimal.signals import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, ROUND_UP,
)

__name__ = "decimal"        # the module that pickles and messages name


def _round_up(sign, n, rest, scale, rounding):
    """Whether n, from which rest/scale was cut, is to be increased."""
    if not rest:
        return False
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return n % 5 == 0
    twice = rest * 2
    if twice != scale:
        return twice > scale
    if rounding == ROUND_HALF_UP:
        return True
    if rounding == ROUND_HALF_DOWN:
        return False
    return bool(n & 1)


def _exact(f):
    """The exact value of an int or float."""
    if isinstance(f, int):
        return _whole(int(f))
    if not isinstance(f, float):
        raise TypeError("argument must be int or float")
    sign = 0 if _math.copysign(1.0, f) == 1.0 else 1
    if not _math.isfinite(f):
        return _make(sign if f == f else 0, 0, 0, "n" if f != f else "F")
    n, d = abs(f).as_integer_ratio()
    k = d.bit_length() - 1
    return _make(sign, n * 5 ** k, -k)


def _convert_other(other, raiseit=False):
    if isinstance(other, DecimalNumber):
        return other
    if isinstance(other, int):
        return _whole(int(other))
    if raiseit:
        raise TypeError("conversion from %s to Decimal is not supported" % type(other).__name__)
    return NotImplemented
