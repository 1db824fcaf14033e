# Recorded from CPython 3.11.7.
a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(6)
print(first, middle, last)
*start, end = "abc"
print(start, end)
(x, y), [z, *w] = (1, 2), [3, 4, 5]
print(x, y, z, w)
[p, q] = {"k": 1, "l": 2}
print(p, q)
print([*range(3), *"ab"], (*[1], 2), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(*[1, 2], *"xy", sep="-")
i = [0, 0]
i[0], i[1] = 5, 6
print(i)
a = b = c = []
c.append(1)
print(a, a is b)
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5"):
    try:
        exec(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
n = 5
n += 1
n -= 2
n *= 3
n //= 5
n **= 3
n %= 5
n <<= 4
n |= 1
n &= 0xFF
n ^= 2
n >>= 1
print(n)
# expect: 2 1
# expect: 0 [1, 2, 3, 4] 5
# expect: ['a', 'b'] c
# expect: 1 2 3 [4, 5]
# expect: k l
# expect: [0, 1, 2, 'a', 'b'] (1, 2) {1, 2} {'a': 3, 'b': 2}
# expect: 1-2-x-y
# expect: [5, 6]
# expect: [1] True
# expect: ValueError not enough values to unpack (expected 2, got 1)
# expect: ValueError too many values to unpack (expected 2)
# expect: ValueError not enough values to unpack (expected at least 2, got 1)
# expect: TypeError cannot unpack non-iterable int object
# expect: 25
