# Recorded from CPython 3.11.7.
# Two NaNs are two objects in CPython; a float of Wick has no identity.
a, b = float("nan"), float("nan")
print(a is b, {a: 1, b: 2}, len({a, b}), a in [b], a in [a])
# expect: False {nan: 1, nan: 2} 2 False True
