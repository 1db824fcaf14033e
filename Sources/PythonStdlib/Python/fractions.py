"""Rational numbers."""
import math as _math
import operator as _operator

class Fraction:
    __slots__ = ("_n", "_d")
    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, int):
                self._n, self._d = int(numerator), 1
                return self
            if isinstance(numerator, Fraction):
                self._n, self._d = numerator._n, numerator._d
                return self
            if isinstance(numerator, float):
                self._n, self._d = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                self._n, self._d = cls._parse(numerator)
                return self
            if hasattr(numerator, "as_integer_ratio"):
                self._n, self._d = numerator.as_integer_ratio()
                return self
            if hasattr(numerator, "numerator") and hasattr(numerator, "denominator"):
                self._n, self._d = numerator.numerator, numerator.denominator
                return self
            raise TypeError("argument should be a string or a Rational instance")
        if type(numerator) is int and type(denominator) is int:
            n, d = numerator, denominator
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = _math.gcd(n, d)
        if d < 0:
            g = -g
        self._n, self._d = n // g, d // g
        return self
    @staticmethod
    def _parse(text):
        s = text.strip().replace("_", "")
        try:
            if "/" in s:
                n, d = s.split("/")
                n, d = int(n), int(d)
                if not (d >= 0):
                    raise ValueError
                if d == 0:
                    raise ZeroDivisionError(f"Fraction({n}, 0)")
            else:
                s = s.lower()
                mantissa, _, exponent = s.partition("e")
                power = int(exponent) if exponent else 0
                whole, _, decimals = mantissa.partition(".")
                if not (whole.lstrip("+-") or decimals):
                    raise ValueError
                n = int((whole if whole.lstrip("+-") else whole + "0") + decimals)
                power -= len(decimals)
                n, d = (n * 10 ** power, 1) if power >= 0 else (n, 10 ** -power)
        except ValueError:
            raise ValueError(f"Invalid literal for Fraction: {text!r}") from None
        g = _math.gcd(n, d)
        return n // g, d // g
    @classmethod
    def from_float(cls, f):
        return cls(f)
    numerator = property(lambda self: self._n)
    denominator = property(lambda self: self._d)
    real = property(lambda self: self)
    imag = property(lambda self: 0)
    def as_integer_ratio(self):
        return self._n, self._d
    def is_integer(self):
        return self._d == 1
    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._d <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._n, self._d
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
        return f"{self.__class__.__name__}({self._n}, {self._d})"
    def __str__(self):
        return str(self._n) if self._d == 1 else f"{self._n}/{self._d}"
    def _binary(exact, rough):
        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, (float, complex)):
                return rough(type(b)(float(a)), b)
            return NotImplemented
        def reverse(b, a):
            if isinstance(a, int):
                return exact(Fraction(a), b)
            if isinstance(a, (float, complex)):
                return rough(a, type(a)(float(b)))
            return NotImplemented
        return forward, reverse
    __add__, __radd__ = _binary(lambda a, b: _ratio(a._n * b._d + b._n * a._d, a._d * b._d), _operator.add)
    __sub__, __rsub__ = _binary(lambda a, b: _ratio(a._n * b._d - b._n * a._d, a._d * b._d), _operator.sub)
    __mul__, __rmul__ = _binary(lambda a, b: _ratio(a._n * b._n, a._d * b._d), _operator.mul)
    __truediv__, __rtruediv__ = _binary(lambda a, b: _ratio(a._n * b._d, a._d * b._n), _operator.truediv)
    __floordiv__, __rfloordiv__ = _binary(lambda a, b: (a._n * b._d) // (a._d * b._n), _operator.floordiv)
    __mod__, __rmod__ = _binary(lambda a, b: _ratio((a._n * b._d) % (b._n * a._d), a._d * b._d), _operator.mod)
    __divmod__, __rdivmod__ = _binary(lambda a, b: (a // b, a % b), divmod)
    del _binary
    def __pow__(self, other):
        if isinstance(other, Fraction) and other._d == 1:
            other = other._n
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self._n ** other, self._d ** other)
            if self._n == 0:
                raise ZeroDivisionError(f"Fraction({self._d ** -other}, 0)")
            return Fraction(self._d ** -other, self._n ** -other)
        return float(self) ** float(other)
    def __rpow__(self, other):
        return other ** self._n if self._d == 1 and self._n >= 0 else other ** float(self)
    def __neg__(self): return Fraction(-self._n, self._d)
    def __pos__(self): return Fraction(self._n, self._d)
    def __abs__(self): return Fraction(abs(self._n), self._d)
    def __int__(self): return -(-self._n // self._d) if self._n < 0 else self._n // self._d
    __trunc__ = __int__
    def __float__(self): return self._n / self._d
    def __floor__(self): return self._n // self._d
    def __ceil__(self): return -(-self._n // self._d)
    def __round__(self, ndigits=None):
        if ndigits is None:
            q, r = divmod(self._n, self._d)
            return q + (1 if 2 * r > self._d or (2 * r == self._d and q % 2) else 0)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
    def __hash__(self):
        if self._d == 1:
            return hash(self._n)
        modulus = (1 << 61) - 1
        try:
            h = hash(hash(abs(self._n)) * pow(self._d, -1, modulus))
        except ValueError:
            h = 314159
        h = h if self._n >= 0 else -h
        return -2 if h == -1 else h
    def __bool__(self): return self._n != 0
    def __eq__(self, other):
        if isinstance(other, int):
            return self._n == other and self._d == 1
        if isinstance(other, Fraction):
            return self._n == other._n and self._d == other._d
        if isinstance(other, float):
            return _math.isfinite(other) and self == Fraction(other)
        return NotImplemented
    def _compare(op):
        def method(self, other):
            if isinstance(other, (int, Fraction)):
                return op(self._n * other.denominator, other.numerator * self._d)
            if isinstance(other, float):
                return op(0.0, other) if not _math.isfinite(other) else method(self, Fraction(other))
            return NotImplemented
        return method
    __lt__, __le__ = _compare(_operator.lt), _compare(_operator.le)
    __gt__, __ge__ = _compare(_operator.gt), _compare(_operator.ge)
    del _compare
    def __copy__(self): return self
    def __deepcopy__(self, memo): return self
    def __reduce__(self): return self.__class__, (self._n, self._d)


def _ratio(n, d, _new=object.__new__, _gcd=_math.gcd):
    """A fraction of two ints."""
    if d == 0:
        raise ZeroDivisionError(f"Fraction({n}, 0)")
    self, g = _new(Fraction), _gcd(n, d)
    if d < 0:
        g = -g
    self._n, self._d = n // g, d // g
    return self
