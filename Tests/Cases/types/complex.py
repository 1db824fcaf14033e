# Recorded from CPython 3.11.7.
z = 3 + 4j
print(z, z.real, z.imag, abs(z), z.conjugate(), -z, z + 1, z * z, z / 2, z**2, z - 4j, 1j**2, complex(1.5, -2))
print(complex("1-2j"), 1j, 0j, -1j, complex(0.0, -0.0), 2.5j + 1, z == 3 + 4j, z != 3, complex(3) == 3, bool(0j), hash(1 + 0j) == hash(1))
print(repr(1e20j), (1 + 2j) / (3 - 4j), str(complex(float("inf"), float("nan"))), f"{z:.2f}", f"{z}", sum([1j, 2]))
for bad in (lambda: z < 1, lambda: int(z), lambda: z // 2, lambda: z / 0, lambda: complex("x"), lambda: z % 2, lambda: float(z)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: (3+4j) 3.0 4.0 5.0 (3-4j) (-3-4j) (4+4j) (-7+24j) (1.5+2j) (-7+24j) (3+0j) (-1+0j) (1.5-2j)
# expect: (1-2j) 1j 0j (-0-1j) -0j (1+2.5j) True True True False True
# expect: 1e+20j (-0.2+0.4j) (inf+nanj) 3.00+4.00j (3+4j) (2+1j)
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: ZeroDivisionError complex division by zero
# expect: ValueError complex() arg is a malformed string
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
