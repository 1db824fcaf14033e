# Recorded from CPython 3.11.7.
values = [0.0, -0.0, 1.0, 0.1, 1 / 3, 2 / 3, 100.0, 1e15, 1e16, 1e17, 123456789.123, 1e22, 1e-4, 1e-5, 0.00012345]
values += [1.5e300, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 9007199254740993.0, 0.1 + 0.2, 1e100, 3.0e-10]
for v in values:
    print(repr(v), str(-v))
print(float("inf"), float("-inf"), float("nan"), 1e400, -1e400)
print(3.14 .hex(), float.fromhex("0x1.8p1"), (0.75).as_integer_ratio(), (2.0).is_integer(), (2.5).is_integer())
print(7.0 // 2, -7.5 % 2, 7.5 // -2, 2.0**0.5, 2**0.5, (-8) ** (1 / 3), 1.5e3, 5.0 % 3)
print(0.1 + 0.2 == 0.3, 1.0 == 1, float("nan") == float("nan"), 1e308 * 10, -0.0 == 0.0, 3.7 // 1, 1 / 3 * 3)
for bad in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: 10.0**400, lambda: float("1e"), lambda: (1e200) ** 2):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(round(2.675, 2), round(1e16 + 0.5), round(-1.5), round(0.1234567, 5), round(123.456, -1), int(-0.9), round(1.0, 3))
# expect: 0.0 -0.0
# expect: -0.0 0.0
# expect: 1.0 -1.0
# expect: 0.1 -0.1
# expect: 0.3333333333333333 -0.3333333333333333
# expect: 0.6666666666666666 -0.6666666666666666
# expect: 100.0 -100.0
# expect: 1000000000000000.0 -1000000000000000.0
# expect: 1e+16 -1e+16
# expect: 1e+17 -1e+17
# expect: 123456789.123 -123456789.123
# expect: 1e+22 -1e+22
# expect: 0.0001 -0.0001
# expect: 1e-05 -1e-05
# expect: 0.00012345 -0.00012345
# expect: 1.5e+300 -1.5e+300
# expect: 5e-324 -5e-324
# expect: 1.7976931348623157e+308 -1.7976931348623157e+308
# expect: 2.2250738585072014e-308 -2.2250738585072014e-308
# expect: 9007199254740992.0 -9007199254740992.0
# expect: 0.30000000000000004 -0.30000000000000004
# expect: 1e+100 -1e+100
# expect: 3e-10 -3e-10
# expect: inf -inf nan inf -inf
# expect: 0x1.91eb851eb851fp+1 3.0 (3, 4) True False
# expect: 3.0 0.5 -4.0 1.4142135623730951 1.4142135623730951 (1.0000000000000002+1.7320508075688772j) 1500.0 2.0
# expect: False True False inf True 3.0 1.0
# expect: ZeroDivisionError float division by zero
# expect: ZeroDivisionError float floor division by zero
# expect: ZeroDivisionError float modulo
# expect: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: OverflowError (34, 'Numerical result out of range')
# expect: ValueError could not convert string to float: '1e'
# expect: OverflowError (34, 'Numerical result out of range')
# expect: 2.67 10000000000000000 -2 0.12346 120.0 0 1.0
