"""Functions of complex numbers."""
import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)

def _c(z):
    if isinstance(z, complex):
        return z
    try:
        if isinstance(z, str):
            raise TypeError
        return complex(z)
    except TypeError:
        raise TypeError(f"must be real number, not {type(z).__name__}") from None

def phase(z):
    z = _c(z)
    return _math.atan2(z.imag, z.real)
def polar(z):
    z = _c(z)
    return abs(z), _math.atan2(z.imag, z.real)
def rect(r, phi):
    if phi == 0:
        return complex(r, float(r) * phi if _math.isfinite(r) else 0.0 * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))
def isnan(z):
    z = _c(z)
    return z.real != z.real or z.imag != z.imag
def isinf(z):
    z = _c(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)
def isfinite(z):
    z = _c(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = _c(a), _c(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    d = abs(a - b)
    return d <= rel_tol * abs(b) or d <= rel_tol * abs(a) or d <= abs_tol
def exp(z):
    z = _c(z)
    r = _math.exp(z.real)
    return complex(r * _math.cos(z.imag), r * _math.sin(z.imag))
def log(z, base=None):
    z = _c(z)
    if z == 0:
        raise ValueError("math domain error")
    h = _math.hypot(z.real, z.imag)
    ax, ay = abs(z.real), abs(z.imag)
    if 0.71 <= h <= 1.73:
        big, small = max(ax, ay), min(ax, ay)
        re = _math.log1p((big - 1) * (big + 1) + small * small) / 2
    else:
        re = _math.log(h)
    result = complex(re, _math.atan2(z.imag, z.real))
    return result if base is None else result / log(base)
def log10(z):
    z = log(z)
    return complex(z.real / _math.log(10.0), z.imag / _math.log(10.0))
def sqrt(z):
    z = _c(z)
    x, y = z.real, z.imag
    if x == 0 and y == 0:
        return complex(0.0, y)
    s = 2 * _math.sqrt(abs(x) / 8 + _math.hypot(abs(x) / 8, abs(y) / 8))
    d = abs(y) / (2 * s)
    if x >= 0:
        return complex(s, _math.copysign(d, y))
    return complex(d, _math.copysign(s, y))
def sinh(z):
    z = _c(z)
    return complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real))
def cosh(z):
    z = _c(z)
    return complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real))
def tanh(z):
    z = _c(z)
    if abs(z.real) > 354:
        return complex(_math.copysign(1, z.real), 4 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2 * abs(z.real)))
    tx, ty = _math.tanh(z.real), _math.tan(z.imag)
    cx = 1 / _math.cosh(z.real)
    txty = tx * ty
    denom = 1 + txty * txty
    return complex(tx * (1 + ty * ty) / denom, ty / denom * cx * cx)
def sin(z):
    z = _c(z)
    w = sinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)
def cos(z):
    z = _c(z)
    return cosh(complex(-z.imag, z.real))
def tan(z):
    z = _c(z)
    w = tanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)
def asinh(z):
    z = _c(z)
    s1, s2 = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag),
                   _math.atan2(z.imag, s1.real * s2.real - s1.imag * s2.imag))
def acosh(z):
    z = _c(z)
    s1, s2 = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2 * _math.atan2(s1.imag, s2.real))
def atanh(z):
    z = _c(z)
    if z.real < 0 or (z.real == 0 and _math.copysign(1, z.real) < 0):
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1 and ay == 0:
        raise ValueError("math domain error")
    x = _math.log1p(4 * z.real / ((1 - z.real) ** 2 + ay * ay)) / 4
    y = -_math.atan2(-2 * z.imag, (1 - z.real) * (1 + z.real) - ay * ay) / 2
    return complex(x, y)
def acos(z):
    z = _c(z)
    s1, s2 = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))
def asin(z):
    z = _c(z)
    w = asinh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)
def atan(z):
    z = _c(z)
    w = atanh(complex(-z.imag, z.real))
    return complex(w.imag, -w.real)
