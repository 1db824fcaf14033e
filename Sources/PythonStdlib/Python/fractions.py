"""Rational numbers."""
import math as _math
import numbers as _numbers
import operator as _operator

__all__ = ["Fraction"]

# A number as text: an integer over another, or a decimal with an exponent.
_LITERAL = r"\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:\s*/\s*(\d+(?:_\d+)*)|(?:\.(\d*|\d+(?:_\d+)*))?(?:[eE]([-+]?\d+(?:_\d+)*))?)\s*"
_SPEC = r"(?:(.)?([<>=^]))?([-+ ]?)(z?)(#?)(0(?=\d))?(0|[1-9]\d*)?([,_])?(?:\.(0|[1-9]\d*))?([eEfFgG%])"


class Fraction(_numbers.Rational):
    """A quotient of two integers in lowest terms: of numbers, of a text such as '3/4' or '-1.5e3', of a float exactly."""
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                pair = numerator, 1
            elif isinstance(numerator, str):
                pair = _parse(numerator)
            elif isinstance(numerator, _numbers.Rational):
                pair = numerator.numerator, numerator.denominator
            elif hasattr(numerator, "as_integer_ratio"):
                pair = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance")
            self._numerator, self._denominator = pair
            return self
        if type(numerator) is int is type(denominator):
            n, d = numerator, denominator
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = _math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    @classmethod
    def from_float(cls, f):
        """The float as a fraction, exactly."""
        if isinstance(f, (float, _numbers.Integral)):
            return cls(*f.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        """The decimal as a fraction, exactly."""
        from decimal import Decimal
        if isinstance(dec, (Decimal, _numbers.Integral)):
            return cls(*dec.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def is_integer(self):
        """Whether the denominator is one."""
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        first, second = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return second if abs(second - self) <= abs(first - self) else first

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, format_spec, /):
        return _format(self, format_spec) if format_spec else str(self)

    def _binary(exact, rough):
        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, (float, complex)):
                return rough(float(a), b) if isinstance(b, float) else rough(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, _numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, _numbers.Real):
                return rough(float(a), float(b))
            if isinstance(a, _numbers.Complex):
                return rough(complex(a), complex(b))
            return NotImplemented

        forward.__name__ = name = f"__{rough.__name__}__"
        reverse.__name__ = "__r" + name[2:]
        forward.__doc__, reverse.__doc__ = "a " + rough.__name__ + " b", "b " + rough.__name__ + " a"
        return forward, reverse

    __add__, __radd__ = _binary(
        lambda a, b: _ratio(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator),
        _operator.add)
    __sub__, __rsub__ = _binary(
        lambda a, b: _ratio(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator),
        _operator.sub)
    __mul__, __rmul__ = _binary(
        lambda a, b: _ratio(a._numerator * b._numerator, a._denominator * b._denominator), _operator.mul)
    __truediv__, __rtruediv__ = _binary(
        lambda a, b: _ratio(a._numerator * b._denominator, a._denominator * (b._numerator or _no_divisor(b))),
        _operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(
        lambda a, b: (a._numerator * b._denominator) // (a._denominator * b._numerator), _operator.floordiv)
    __mod__, __rmod__ = _binary(
        lambda a, b: _ratio((a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator),
        _operator.mod)
    __divmod__, __rdivmod__ = _binary(lambda a, b: (a // b, a % b), divmod)
    del _binary

    def __pow__(a, b):
        if isinstance(b, _numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            n, d, power = a._numerator, a._denominator, b.numerator
            if power < 0:
                if n == 0:
                    raise ZeroDivisionError(f"Fraction({d ** -power}, 0)")
                n, d, power = (d, n, -power) if n > 0 else (-d, -n, -power)
            return _ratio(n ** power, d ** power)
        return float(a) ** b

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))

    def __neg__(self): return _ratio(-self._numerator, self._denominator)
    def __pos__(self): return _ratio(self._numerator, self._denominator)
    def __abs__(self): return _ratio(abs(self._numerator), self._denominator)

    def __trunc__(self):
        n = self._numerator
        return -(-n // self._denominator) if n < 0 else n // self._denominator

    def __int__(self): return _operator.index(self.__trunc__())
    def __float__(self): return self._numerator / self._denominator
    def __floor__(self): return self._numerator // self._denominator
    def __ceil__(self): return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            return _rounded(self._numerator, self._denominator, 0)
        scaled, shift = _rounded(self._numerator, self._denominator, ndigits), 10 ** abs(ndigits)
        return Fraction(scaled, shift) if ndigits > 0 else Fraction(scaled * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            h = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, modulus))
        except ValueError:
            h = 314159
        h = h if self._numerator >= 0 else -h
        return -2 if h == -1 else h

    def __bool__(self): return bool(self._numerator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, _numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == a.from_float(b) if _math.isfinite(b) else 0.0 == b
        return NotImplemented

    def _compare(op):
        def method(self, other):
            if isinstance(other, _numbers.Rational):
                return op(self._numerator * other.denominator, other.numerator * self._denominator)
            if isinstance(other, float):
                return op(self, self.from_float(other)) if _math.isfinite(other) else op(0.0, other)
            return NotImplemented
        method.__name__ = f"__{op.__name__}__"
        return method

    __lt__, __le__ = _compare(_operator.lt), _compare(_operator.le)
    __gt__, __ge__ = _compare(_operator.gt), _compare(_operator.ge)
    del _compare

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo): return self.__copy__()
    def __reduce__(self): return self.__class__, (self._numerator, self._denominator)


def _ratio(n, d, _new=object.__new__, _gcd=_math.gcd):
    """A fraction of two ints."""
    if d == 0:
        raise ZeroDivisionError(f"Fraction({n}, 0)")
    self, g = _new(Fraction), _gcd(n, d)
    if d < 0:
        g = -g
    self._numerator, self._denominator = n // g, d // g
    return self


def _no_divisor(b):
    raise ZeroDivisionError(f"Fraction({b._denominator}, 0)")


def _parse(text):
    """Numerator and denominator of a literal."""
    import re
    parts = re.fullmatch(_LITERAL, text)
    if parts is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    sign, whole, below, decimals, exponent = parts.groups(default="")
    n, d = int(whole or "0"), 1
    if below:
        d = int(below)
    else:
        decimals = decimals.replace("_", "")
        power = int(exponent or "0") - len(decimals)
        n = n * 10 ** len(decimals) + int(decimals or "0")
        n, d = (n * 10 ** power, 1) if power >= 0 else (n, 10 ** -power)
    made = _ratio(-n if sign == "-" else n, d)
    return made._numerator, made._denominator


def _rounded(n, d, places):
    """n / d * 10 ** places as an integer, halves to even."""
    if places >= 0:
        n *= 10 ** places
    else:
        d *= 10 ** -places
    q, r = divmod(n, d)
    return q + (1 if 2 * r > d or (2 * r == d and q & 1) else 0)


def _figures(n, d, count):
    """n / d, not negative, as so many figures and the place of the last one."""
    if n == 0:
        return 0, 1 - count
    place = len(str(n)) - len(str(d)) - count
    for place in (place, place + 1):
        digits = _rounded(n, d, -place)
        if digits < 10 ** count:
            return digits, place
    return digits // 10, place + 1


def _format(value, spec):
    import re
    parts = re.fullmatch(_SPEC, spec, re.DOTALL)
    if parts is None or (parts[2] and parts[6]):
        reason = "" if parts is None else "; can't use explicit alignment when zero-padding"
        raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(value).__name__!r}{reason}")
    fill, align, sign, hides_zero_sign, alternate, zeros, width, separator, precision, kind = parts.groups()
    width, precision = int(width or "0"), int(precision or "6")
    n, d = abs(value._numerator), value._denominator
    if kind in "fF%":
        digits, point, suffix = _rounded(n, d, precision + (2 if kind == "%" else 0)), precision, kind.strip("fF")
    else:
        count = max(precision, 1) if kind in "gG" else precision + 1
        digits, place = _figures(n, d, count)
        if kind in "eE" or place > 0 or place + count <= -4:
            point = count - 1
            suffix = f"{'E' if kind.isupper() else 'e'}{place + point:+03d}"
        else:
            point, suffix = -place, ""
    text = f"{digits:0{point + 1}d}"
    whole, decimals = text[:len(text) - point], text[len(text) - point:]
    if kind in "gG" and not alternate:
        decimals = decimals.rstrip("0")
    tail = ("." if decimals or alternate else "") + decimals + suffix
    if value._numerator < 0 and (digits or not hides_zero_sign):
        sign = "-"
    elif sign == "-":
        sign = ""
    if zeros:
        room = width - len(sign) - len(tail)
        whole = whole.zfill(3 * room // 4 + 1 if separator else room)
    if separator:
        first = 1 + (len(whole) - 1) % 3
        whole = separator.join([whole[:first]] + [whole[k:k + 3] for k in range(first, len(whole), 3)])
    padding = (fill or " ") * (width - len(sign) - len(whole) - len(tail))
    if align == "<":
        return sign + whole + tail + padding
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + sign + whole + tail + padding[half:]
    if align == "=":
        return sign + padding + whole + tail
    return padding + sign + whole + tail
