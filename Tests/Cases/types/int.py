# Recorded from CPython 3.11.7.
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7 / 2, 2**10, 2**-1, 10**3, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 4, 256 >> 3, -1 >> 1)
print((255).bit_length(), (10).bit_count(), (5).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "big"), (3).as_integer_ratio())
print((7).real, (7).imag, (7).numerator, (7).denominator, (5).conjugate(), (-8).__abs__(), int(7).__add__(3))
print(1_000_000, 0xFF, 0o17, 0b1010, 1e3, 10**18 + 1)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2, -(-9223372036854775808))
print(2**63 - 1 == 9223372036854775807, 4611686018427387904 * 2, 3037000500 * 3037000500, (-(2**63)) // -1)
for bad in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 0**-1, lambda: 1 << -1, lambda: 5 & 1.0, lambda: (300).to_bytes(1, "big")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(5 == 5.0, 5 is not None, 3 < 3.5, 2**53 == float(2**53), 2**53 + 1 == float(2**53), 10 > 9.99)
print(str(123), repr(-5), f"{5:3d}|", "%d" % 3.9, int("  12\n"), round(15, -1), round(25, -1))
# expect: 3 -4 -2 2 3.5 1024 0.5 1000 1 7 6 -6 16 32 -1
# expect: 8 2 b'\x00\x05' 256 (3, 1)
# expect: 7 0 7 1 5 8 10
# expect: 1000000 255 15 10 1000.0 1000000000000000001
# expect: 9223372036854775808 -9223372036854775809 18446744073709551614 9223372036854775808
# expect: True 9223372036854775808 9223372037000250000 9223372036854775808
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError integer division or modulo by zero
# expect: ZeroDivisionError integer modulo by zero
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: ValueError negative shift count
# expect: TypeError unsupported operand type(s) for &: 'int' and 'float'
# expect: OverflowError int too big to convert
# expect: True True True True False True
# expect: 123 -5   5| 3 12 20 20
