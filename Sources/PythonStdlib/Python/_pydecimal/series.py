"""Logarithms and exponentials of ints that stand for fractions."""
import math as _math
from _pydecimal.parts import _digits


def _iroot(x, n):
    """The n-th root of x when it is whole; else None."""
    if n == 1:
        return x
    low, high = 1, 1 << (x.bit_length() // n + 1)
    while low <= high:
        middle = low + high >> 1
        power = middle ** n
        if power == x:
            return middle
        if power < x:
            low = middle + 1
        else:
            high = middle - 1
    return None


def _div_nearest(a, b):
    q, r = divmod(a, b)
    return q + (2 * r + (q & 1) > b)


def _ln_fixed(x, one):
    """ln(x / one) * one, for x near one; by artanh."""
    # Take square roots until the argument is close to 1.
    times = 0
    while abs(x - one) << 6 > one:
        x = _math.isqrt(x * one)
        times += 1
    # (Of a negative one the terms would end at -1, not at 0.)
    y = abs(x - one) * one // (x + one)
    square = y * y // one
    total, term, k = 0, y, 1
    while term:
        total += term // k
        term = term * square // one
        k += 2
    return total << times + 1 if x > one else -(total << times + 1)


_constants = {}


def _ln10(places):
    """ln(10) * 10**places."""
    known = _constants.get("ln10")
    if known is None or known[0] < places + 5:
        guard = places + 25
        one = 10 ** guard
        # ln 10 = 23 artanh(1/9)*... the plain way is fast enough: ln(10) = 3 ln 2 + ln(1.25)
        def artanh(d):
            total, term, k, square = 0, one // d, 1, d * d
            while term:
                total += term // k
                term //= square
                k += 2
            return total
        ln2 = 2 * artanh(3)
        value = 3 * ln2 + 2 * artanh(9)
        known = _constants["ln10"] = (guard - 10, value // 10 ** 10)
    return _div_nearest(known[1], 10 ** (known[0] - places))


def _dlog(c, e, places):
    """ln(c * 10**e) * 10**places, nearly."""
    size = _digits(c)
    f = e + size - (e + size >= 1)
    if f < -1 or f > 0:
        pass
    work = places + 15 + len(str(abs(e) + size))
    one = 10 ** work
    shift = e - f + work
    x = c * 10 ** shift if shift >= 0 else _div_nearest(c, 10 ** -shift)
    total = _ln_fixed(x, one) + f * _ln10(work)
    return _div_nearest(total, 10 ** (work - places))


def _dlog10(c, e, places):
    work = places + 10
    return _div_nearest(_dlog(c, e, work) * 10 ** work, _ln10(work) * 10 ** (work - places))


def _dexp(c, e, p):
    """exp(c * 10**e) as digits (about p) and exponent."""
    extra = max(0, e + _digits(abs(c)) - 1)
    work = p + extra + 10
    shift = e + work
    x = c * 10 ** shift if shift >= 0 else _div_nearest(c, 10 ** -shift)
    quotient, x = divmod(x, _ln10(work))
    one = 10 ** work
    # exp(x) with x in [0, ln 10): halve, series, square.
    halvings = 12
    y = x >> halvings
    total, term, k = one, one, 1
    while term:
        term = term * y // one // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // one
    drop = extra + 8
    return _div_nearest(total, 10 ** drop), quotient - work + drop


def _dpower(xc, xe, yc, ye, p):
    """(xc * 10**xe) ** (yc * 10**ye) as digits and exponent."""
    bound = _digits(abs(yc)) + ye
    work = p + max(0, bound) + 15 + len(str(abs(xe) + _digits(xc)))
    log = _dlog(xc, xe, work)
    return _dexp(log * yc, ye - work, p)
