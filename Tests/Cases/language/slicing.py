# Recorded from CPython 3.11.7.
s = list(range(10))
print(s[2:5], s[:3], s[-3:], s[::2], s[::-1], s[8:2:-2], s[-1:-4:-1], s[20:], s[5:2])
print("abcdef"[1:4], "abcdef"[::-2], (1, 2, 3)[1:], b"bytes"[1:3], range(10)[2:8:3])
s[2:4] = ["a", "b", "c"]
print(s)
s[::3] = [0] * len(s[::3])
print(s)
del s[1:3]
print(s)
del s[::2]
print(s)
s[1:1] = [7, 8]
print(s)
s[:] = []
print(s)
t = [1, 2, 3]
t[len(t) :] = [4]
t[-1:] = "xy"
print(t)
print(slice(1, 5, 2), slice(None, 3).indices(10), slice(3).stop)
for bad in (lambda: t["a":], lambda: t[1:2:0]):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(error)
try:
    t[::2] = [1]
except ValueError as error:
    print(error)
print(t[True], "héllo"[1], "日本語"[::-1], t[-2])
# expect: [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 2, 4, 6, 8] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [9, 8, 7] [] []
# expect: bcd fdb (2, 3) b'yt' range(2, 8, 3)
# expect: [0, 1, 'a', 'b', 'c', 4, 5, 6, 7, 8, 9]
# expect: [0, 1, 'a', 0, 'c', 4, 0, 6, 7, 0, 9]
# expect: [0, 0, 'c', 4, 0, 6, 7, 0, 9]
# expect: [0, 4, 6, 0]
# expect: [0, 7, 8, 4, 6, 0]
# expect: []
# expect: [1, 2, 3, 'x', 'y']
# expect: slice(1, 5, 2) (0, 3, 1) 3
# expect: slice indices must be integers or None or have an __index__ method
# expect: slice step cannot be zero
# expect: attempt to assign sequence of size 1 to extended slice of size 3
# expect: 2 é 語本日 x
