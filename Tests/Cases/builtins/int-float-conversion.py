# Recorded from CPython 3.11.7.
print(int("42"), int("-0x1f", 16), int("0b101", 0), int(" 7 "), int(3.99), int(-3.99), int("1_000"), int(True), int())
print(int("zz", 36), int("777", 8), int(b"12"), int("٣"))
print(float("1.5"), float("  -2e3 "), float("inf"), float("-Infinity"), float("nan"), float(3), float(), float("1_0.5"))
print(bool(0), bool("0"), bool([]), bool(0.0), bool(None), bool())
print(str(1.0), str(None), str([1]), str(), str(b"x", "ascii"), repr("a'b"), ascii("é"))
print(complex(1, 2), complex("1+2j"), complex(3), (1 + 2j) * (3 - 1j), (3 + 4j).real, (3 + 4j).conjugate())
print(bin(10), oct(8), hex(255), hex(-1), bin(-5), chr(233), chr(0x1F600), ord("é"))
for bad in (
    lambda: int("4.5"),
    lambda: int(""),
    lambda: int(None),
    lambda: int("5", 1),
    lambda: int(5, 10),
    lambda: float("x"),
    lambda: float([]),
    lambda: int(float("nan")),
    lambda: int(float("inf")),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: complex("1 + 2j"),
):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 42 -31 5 7 3 -3 1000 1 0
# expect: 1295 511 12 3
# expect: 1.5 -2000.0 inf -inf nan 3.0 0.0 10.5
# expect: False True False False False False
# expect: 1.0 None [1]  x "a'b" '\xe9'
# expect: (1+2j) (1+2j) (3+0j) (5+5j) 3.0 (3-4j)
# expect: 0b1010 0o10 0xff -0x1 -0b101 é 😀 233
# expect: ValueError invalid literal for int() with base 10: '4.5'
# expect: ValueError invalid literal for int() with base 10: ''
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
# expect: ValueError int() base must be >= 2 and <= 36, or 0
# expect: TypeError int() can't convert non-string with explicit base
# expect: ValueError could not convert string to float: 'x'
# expect: TypeError float() argument must be a string or a real number, not 'list'
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError cannot convert float infinity to integer
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: ValueError complex() arg is a malformed string
