# Recorded from CPython 3.11.7.
print(1 if [] else 2, "" or "default", 0 and 1 / 0, None or 0 or [], 1 and 2 and 3)
print(not 0, not "a", 1 < 2 <= 2 != 3, 3 > 2 == 2, 1 in [1] == True)
print(None is None, [] is [], 5 not in (1, 2), "a" in "cat", "" in "x")


def side(x):
    print("side", x)
    return x


print(side(0) or side(1), side(0) and side(2))
print(side(1) < side(3) < side(2))
x = 5
print("small" if x < 3 else "medium" if x < 10 else "large")
print(1 if x == 5 else 1 / 0)
if x > 10:
    print("a")
elif x > 4:
    print("b")
elif x > 3:
    print("c")
else:
    print("d")
print((x > 3) + (x > 4), True + True, -True, ~5, +False)
print(2**3**2, -(2**2), (-2) ** 2, 10 - 3 - 2, 2 * 3 % 4, 7 // 2 * 2, 1 + 2 << 1, 6 & 3 | 8 ^ 1)
print(-7 // 2, -7 % 3, 7 // -2, 7 % -3, -7.5 // 2, 7.5 % -2)
# expect: 2 default 0 [] 3
# expect: True False True True False
# expect: True False True True True
# expect: side 0
# expect: side 1
# expect: side 0
# expect: 1 0
# expect: side 1
# expect: side 3
# expect: side 2
# expect: False
# expect: medium
# expect: 1
# expect: b
# expect: 2 2 -1 -6 0
# expect: 512 -4 4 5 2 6 6 11
# expect: -4 2 -4 -2 -4.0 -0.5
