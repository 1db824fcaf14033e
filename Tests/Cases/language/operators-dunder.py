# Recorded from CPython 3.11.7.
class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"V({self.x})"

    def __add__(self, other):
        return V(self.x + (other.x if isinstance(other, V) else other))

    __radd__ = __add__

    def __sub__(self, other):
        return NotImplemented if isinstance(other, str) else V(self.x - other)

    def __rsub__(self, other):
        return V(other - self.x)

    def __mul__(self, other):
        return V(self.x * other)

    def __matmul__(self, other):
        return "matmul"

    def __truediv__(self, other):
        return V(self.x / other)

    def __floordiv__(self, other):
        return V(self.x // other)

    def __mod__(self, other):
        return V(self.x % other)

    def __pow__(self, other):
        return V(self.x**other)

    def __neg__(self):
        return V(-self.x)

    def __pos__(self):
        return V(+self.x)

    def __abs__(self):
        return V(abs(self.x))

    def __invert__(self):
        return V(~self.x)

    def __lshift__(self, n):
        return V(self.x << n)

    def __and__(self, other):
        return V(self.x & other)

    def __ior__(self, other):
        self.x |= other
        return self


v = V(7)
print(v + 1, 1 + v, v + v, v - 2, 10 - v, v * 3, v @ v, v / 2, v // 2, v % 4, v**2)
print(-v, +v, abs(V(-3)), ~v, v << 2, v & 3)
w = v
w |= 8
print(v, w is v)
w += 1
print(v, w, w is v)
print(sum([V(1), V(2)]))
for bad in (lambda: v - "a", lambda: v ^ 1, lambda: "a" * v, lambda: v >> 1):
    try:
        bad()
    except TypeError as error:
        print(error)
# expect: V(8) V(8) V(14) V(5) V(3) V(21) matmul V(3.5) V(3) V(3) V(49)
# expect: V(-7) V(7) V(3) V(-8) V(28) V(3)
# expect: V(15) True
# expect: V(15) V(16) False
# expect: V(3)
# expect: unsupported operand type(s) for -: 'V' and 'str'
# expect: unsupported operand type(s) for ^: 'V' and 'int'
# expect: can't multiply sequence by non-int of type 'V'
# expect: unsupported operand type(s) for >>: 'V' and 'int'
