# Recorded from CPython 3.11.7.
# Items of arrays: kinds, limits, slices, copies.
import array, copy, io, pickle
from array import array as make

a, d, u, b = make("i", [1, 2, 3, 4, 5]), make("d", [1, 2.5]), make("u", "héllo"), make("B", b"\x01\x02")
for program in """a, d, u, b|a[0], a[-1], a[1:3], a[::2], a[::-1]|a[10]|a["x"]|len(a), list(a), sum(a), 3 in a, 9 in a|a.append(6), a
a.append(2 ** 40)|a.append("x")|a.append(1.5)|d.append(3), d|d.append("x")|u.append("x"), u|u.append(5)|b.append(256)|b.append(-1)
make("Q", [2 ** 64 - 1])[0]|make("Q", [2 ** 64])|make("q", [2 ** 63])|make("f", [1.1])[0]|make("x")|make("i", "abc")|make("i", [1, "x"])
make("i", (1, 2)), make("i", range(3)), make("d", make("i", [1]))|a.extend([7, 8]), a|a.extend(d)|a.insert(0, 9), a.pop(), a.pop(0), a
make("i").pop()|a.remove(3), a|a.remove(300)|a.index(4), a.count(1)|a.reverse(), a|a.tobytes()|a.frombytes(b"\\1\\0\\0\\0"), a
a.byteswap(), a, a.byteswap()|a.itemsize, a.typecode|a.__setitem__(0, 99), a|a.__setitem__(100, 1)|a.__setitem__(0, "x")
a.__setitem__(slice(0, 2), make("i", [7])), a|a.__setitem__(slice(0, 2), [1])|a.__delitem__(0), a|a.__delitem__(slice(0, 2)), a
a + a, a * 2|a + [1]|a == make("i", a), a < make("i", [100]), a == 5|copy.copy(a) == a, copy.deepcopy(a) == a
[pickle.loads(pickle.dumps(x, p)) == x for x in (a, d, u, b) for p in range(5)]|bytes(memoryview(a)) == a.tobytes(), memoryview(d)[1]
make("u", b"\\xff\\xff\\xff\\xff").tounicode()|min(a), max(a), sorted(a), list(reversed(a))""".replace("\n", "|").split("|"):
    try:
        print(program, "->", repr(eval(program)))
    except Exception as error:
        print(program, "->", type(error).__name__, error)


class Named(make):
    def __init__(self, *args):
        self.name = "n"


named = Named("i", [1])
print(named, named.name, type(named[:1]).__name__, pickle.loads(pickle.dumps(named)).name)
file = io.BytesIO()
d.tofile(file)
file.seek(0)
back = make("d")
back.fromfile(file, 2)
print(back)
# expect: a, d, u, b -> (array('i', [1, 2, 3, 4, 5]), array('d', [1.0, 2.5]), array('u', 'héllo'), array('B', [1, 2]))
# expect: a[0], a[-1], a[1:3], a[::2], a[::-1] -> (1, 5, array('i', [2, 3]), array('i', [1, 3, 5]), array('i', [5, 4, 3, 2, 1]))
# expect: a[10] -> IndexError array index out of range
# expect: a["x"] -> TypeError array indices must be integers
# expect: len(a), list(a), sum(a), 3 in a, 9 in a -> (5, [1, 2, 3, 4, 5], 15, True, False)
# expect: a.append(6), a -> (None, array('i', [1, 2, 3, 4, 5, 6]))
# expect: a.append(2 ** 40) -> OverflowError signed integer is greater than maximum
# expect: a.append("x") -> TypeError 'str' object cannot be interpreted as an integer
# expect: a.append(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: d.append(3), d -> (None, array('d', [1.0, 2.5, 3.0]))
# expect: d.append("x") -> TypeError must be real number, not str
# expect: u.append("x"), u -> (None, array('u', 'héllox'))
# expect: u.append(5) -> TypeError array item must be unicode character
# expect: b.append(256) -> OverflowError unsigned byte integer is greater than maximum
# expect: b.append(-1) -> OverflowError unsigned byte integer is less than minimum
# expect: make("Q", [2 ** 64 - 1])[0] -> 18446744073709551615
# expect: make("Q", [2 ** 64]) -> OverflowError int too big to convert
# expect: make("q", [2 ** 63]) -> OverflowError int too big to convert
# expect: make("f", [1.1])[0] -> 1.100000023841858
# expect: make("x") -> ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: make("i", "abc") -> TypeError cannot use a str to initialize an array with typecode 'i'
# expect: make("i", [1, "x"]) -> TypeError 'str' object cannot be interpreted as an integer
# expect: make("i", (1, 2)), make("i", range(3)), make("d", make("i", [1])) -> (array('i', [1, 2]), array('i', [0, 1, 2]), array('d', [1.0]))
# expect: a.extend([7, 8]), a -> (None, array('i', [1, 2, 3, 4, 5, 6, 7, 8]))
# expect: a.extend(d) -> TypeError can only extend with array of same kind
# expect: a.insert(0, 9), a.pop(), a.pop(0), a -> (None, 8, 9, array('i', [1, 2, 3, 4, 5, 6, 7]))
# expect: make("i").pop() -> IndexError pop from empty array
# expect: a.remove(3), a -> (None, array('i', [1, 2, 4, 5, 6, 7]))
# expect: a.remove(300) -> ValueError array.remove(x): x not in array
# expect: a.index(4), a.count(1) -> (2, 1)
# expect: a.reverse(), a -> (None, array('i', [7, 6, 5, 4, 2, 1]))
# expect: a.tobytes() -> b'\x07\x00\x00\x00\x06\x00\x00\x00\x05\x00\x00\x00\x04\x00\x00\x00\x02\x00\x00\x00\x01\x00\x00\x00'
# expect: a.frombytes(b"\1\0\0\0"), a -> (None, array('i', [7, 6, 5, 4, 2, 1, 1]))
# expect: a.byteswap(), a, a.byteswap() -> (None, array('i', [7, 6, 5, 4, 2, 1, 1]), None)
# expect: a.itemsize, a.typecode -> (4, 'i')
# expect: a.__setitem__(0, 99), a -> (None, array('i', [99, 6, 5, 4, 2, 1, 1]))
# expect: a.__setitem__(100, 1) -> IndexError array assignment index out of range
# expect: a.__setitem__(0, "x") -> TypeError 'str' object cannot be interpreted as an integer
# expect: a.__setitem__(slice(0, 2), make("i", [7])), a -> (None, array('i', [7, 5, 4, 2, 1, 1]))
# expect: a.__setitem__(slice(0, 2), [1]) -> TypeError can only assign array (not "list") to array slice
# expect: a.__delitem__(0), a -> (None, array('i', [5, 4, 2, 1, 1]))
# expect: a.__delitem__(slice(0, 2)), a -> (None, array('i', [2, 1, 1]))
# expect: a + a, a * 2 -> (array('i', [2, 1, 1, 2, 1, 1]), array('i', [2, 1, 1, 2, 1, 1]))
# expect: a + [1] -> TypeError can only append array (not "list") to array
# expect: a == make("i", a), a < make("i", [100]), a == 5 -> (True, True, False)
# expect: copy.copy(a) == a, copy.deepcopy(a) == a -> (True, True)
# expect: [pickle.loads(pickle.dumps(x, p)) == x for x in (a, d, u, b) for p in range(5)] -> [True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True, True]
# expect: bytes(memoryview(a)) == a.tobytes(), memoryview(d)[1] -> (True, 2.5)
# expect: make("u", b"\xff\xff\xff\xff").tounicode() -> ValueError character U+ffffffff is not in range [U+0000; U+10ffff]
# expect: min(a), max(a), sorted(a), list(reversed(a)) -> (1, 2, [1, 1, 2], [1, 1, 2])
# expect: Named('i', [1]) n array n
# expect: array('d', [1.0, 2.5])
