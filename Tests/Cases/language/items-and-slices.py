# Recorded from CPython 3.11.7.
# Items by constant and computed index, slices read and written in place, text appended in place.
l = list(range(6))
l[2] += 10
l[-1] *= 2
l[0], l[1] = l[1], l[0]
print(l, l[1:4], l[::-1], l[4:1:-2], l[-100:100], l[3:3])
l[1:3] = [l, 'x', 'y'][1:]
l[:0] = (7, 8)
l[2:2] = l[:2]
l[::2] = 'a' * 5 if len(l[::2]) == 5 else ['?'] * len(l[::2])
print(l)
l[:] = l
print(len(l))
for bad in (lambda: l[9999], lambda: l.__setitem__(9999, 1), lambda: l[::0], lambda: l['x']):
    try:
        bad()
    except (IndexError, ValueError, TypeError) as error:
        print(error)
try:
    l[::2] = [1]
except ValueError as error:
    print(error)
t = (1, 2.5, 'z')
print(t[0], t[-1], t[1:], t[True])
d = {'k': 1}
d['k'] += 1
d[3] = d['k']
print(d)
b = bytearray(3)
b[0], b[-1] = 255, 7
for value in (256, -1, 'x'):
    try:
        b[1] = value
    except (ValueError, TypeError) as error:
        print(error)
print(b, b[0], b[1:])
s = 'a'
kept = s
for i in range(40):
    s += 'bc'
    if i == 20:
        middle = s
s += s
print(len(s), kept, len(middle), s[:5], s == s[::1], hash(s) == hash('a' + 'bc' * 40 + 'a' + 'bc' * 40))
x = 1.7320508075688772
print(x ** 2, x ** 0.5, x ** -2, 4.0 ** 0.5, (-8.0) ** 2, 0.0 ** 0, 2 ** 2, 3037000500 ** 2, 1e200 ** 0.5)
try:
    1e200 ** 2
except OverflowError as error:
    print(error)
# expect: [1, 0, 12, 3, 4, 10] [0, 12, 3] [10, 4, 3, 12, 0, 1] [4, 12] [1, 0, 12, 3, 4, 10] []
# expect: ['a', 8, 'a', 8, 'a', 'x', 'a', 3, 'a', 10]
# expect: 10
# expect: list index out of range
# expect: list assignment index out of range
# expect: slice step cannot be zero
# expect: list indices must be integers or slices, not str
# expect: attempt to assign sequence of size 1 to extended slice of size 5
# expect: 1 z (2.5, 'z') 2.5
# expect: {'k': 2, 3: 2}
# expect: byte must be in range(0, 256)
# expect: byte must be in range(0, 256)
# expect: 'str' object cannot be interpreted as an integer
# expect: bytearray(b'\xff\x00\x07') 255 bytearray(b'\x00\x07')
# expect: 162 a 43 abcbc True True
# expect: 2.9999999999999996 1.3160740129524924 0.33333333333333337 2.0 64.0 1.0 4 9223372037000250000 1e+100
# expect: (34, 'Numerical result out of range')
