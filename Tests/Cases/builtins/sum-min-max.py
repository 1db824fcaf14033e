# Recorded from CPython 3.11.7.
print(sum([1, 2, 3]), sum([0.1] * 10), sum([], 5), sum([[1], [2]], []), sum((1, 2.5)), sum([True, True]))
print(max(1, 5, 3), max([2, 7]), min("hello"), max("apple", "pear", key=len), min([3, -4], key=abs))
print(max([], default=0), min((), default=None), max([(1, "b"), (1, "a")]), max([1, 1.0]), max([1.0, 1]))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x for x in (0, "")))
print(abs(-3), abs(-2.5), abs(3 + 4j), abs(True), divmod(17, 5), divmod(-17, 5), divmod(7.5, 2))
print(pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(2, 0.5), pow(3, -1, 7))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(2.0), round(0.5), round(1e20), round(5, 1))
for bad in (
    lambda: max(),
    lambda: max([]),
    lambda: sum(["a"]),
    lambda: sum("ab", ""),
    lambda: max(1, "a"),
    lambda: abs("x"),
    lambda: divmod(1, 0),
    lambda: pow(2, -1, 4),
    lambda: round("x"),
):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
# expect: 6 0.9999999999999999 5 [1, 2] 3.5 2
# expect: 5 7 e apple 3
# expect: 0 None (1, 'b') 1 1.0
# expect: False True True False False
# expect: 3 2.5 5.0 1 (3, 2) (-4, 3) (3.0, 1.5)
# expect: 1024 0.5 1 1.4142135623730951 5
# expect: 2 4 -2 2.57 1200 2 0 100000000000000000000 5
# expect: TypeError max expected at least 1 argument, got 0
# expect: ValueError max() arg is an empty sequence
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
# expect: TypeError '>' not supported between instances of 'str' and 'int'
# expect: TypeError bad operand type for abs(): 'str'
# expect: ZeroDivisionError integer division or modulo by zero
# expect: ValueError base is not invertible for the given modulus
# expect: TypeError type str doesn't define __round__ method
