# Recorded from CPython 3.11.7.
# Bytes in memory of their own: sizes that views hold, parts that overlap, fronts that go.
a = bytearray(b"0123456789")
view = memoryview(a)
for change in ("a.append(1)", "a.clear()", "a.pop()", "del a[:2]", "a += b'x'", "a.extend(b'xy')", "a *= 2", "a[2:4] = b'abc'"):
    try:
        exec(change)
        print(change, "worked")
    except BufferError as error:
        print(change, error)
a[2:4] = b"ab"
print(bytes(view), view[2:4].tobytes())
part = view[4:]
view.release()
try:
    a.append(1)
except BufferError as error:
    print(error)
part.release()
a.append(33)
print(a)

a[2:4] = a
print(a)
a[3:3] = memoryview(bytes(a))[::-1]
print(a)
del a[::3]
print(a)
del a[10:2:-2]
print(a)
b = bytearray(range(100))
while len(b) > 7:
    del b[:9]
b.extend(b)
b.extend(bytes(b))
b.insert(0, 255)
print(b, b.pop(0), b.find(b"\x63"), b[::-1])
c = bytearray(b"x" * 1000)
for i in range(400):
    del c[:2]
    c += b"yz"
print(len(c), c[:4], c[-4:], c.count(b"yz"))

big = b"abc" * 1000
print(big[5:8], big[2990:], hash(big) == hash(bytes(bytearray(big))), big[1:] + big[:1] == big[1:] + b"a")
print([b"%c" % i == bytes([i]) for i in (0, 65, 255)], b"".join([]), b"-".join([b"a", bytearray(b"b"), memoryview(b"c")]))
for text in (b"a,b,,c", b",", b"", b" a  b "):
    print(text.split(b","), text.rsplit(b",", 1), text.split(), text.rsplit(None, 1), text.partition(b","), text.rpartition(b","))
print(b"aaaa".replace(b"aa", b"b"), b"abc".replace(b"", b"-"), b"abc".replace(b"", b"-", 2), b"abc".replace(b"x", b""), b"a.b.c".replace(b".", b"", 1))
print(b"abcabc".rfind(b"c", 0, 5), b"abcabc".find(98, -3), b"abc".count(b""), b"aXbX".strip(b"X"), b"abc".hex("-", 2), b"abcde".hex(":", -2))
m = memoryview(bytearray(range(12))).cast("B", [3, 4])
print(m[1, 2], m.tolist(), m.shape, m.strides, bytes(m))
n = memoryview(bytearray(8)).cast("h")
n[1] = -5
n[2:] = memoryview(b"\1\0\2\0").cast("h")
print(n.tolist(), list(n), list(memoryview(b"abcdef")[::2]), memoryview(b"abcdef")[::-2].tobytes())
# expect: a.append(1) Existing exports of data: object cannot be re-sized
# expect: a.clear() Existing exports of data: object cannot be re-sized
# expect: a.pop() Existing exports of data: object cannot be re-sized
# expect: del a[:2] Existing exports of data: object cannot be re-sized
# expect: a += b'x' Existing exports of data: object cannot be re-sized
# expect: a.extend(b'xy') Existing exports of data: object cannot be re-sized
# expect: a *= 2 Existing exports of data: object cannot be re-sized
# expect: a[2:4] = b'abc' Existing exports of data: object cannot be re-sized
# expect: b'01ab456789' b'ab'
# expect: Existing exports of data: object cannot be re-sized
# expect: bytearray(b'01ab456789!')
# expect: bytearray(b'0101ab456789!456789!')
# expect: bytearray(b'010!987654!987654ba10101ab456789!456789!')
# expect: bytearray(b'109865!9764b1001b4679!5689')
# expect: bytearray(b'1098596b1001b4679!5689')
# expect: bytearray(b'cccc') 255 0 bytearray(b'cccc')
# expect: 1000 bytearray(b'xxxx') bytearray(b'yzyz') 400
# expect: b'cab' b'cabcabcabc' True True
# expect: [True, True, True] b'' b'a-b-c'
# expect: [b'a', b'b', b'', b'c'] [b'a,b,', b'c'] [b'a,b,,c'] [b'a,b,,c'] (b'a', b',', b'b,,c') (b'a,b,', b',', b'c')
# expect: [b'', b''] [b'', b''] [b','] [b','] (b'', b',', b'') (b'', b',', b'')
# expect: [b''] [b''] [] [] (b'', b'', b'') (b'', b'', b'')
# expect: [b' a  b '] [b' a  b '] [b'a', b'b'] [b' a', b'b'] (b' a  b ', b'', b'') (b'', b'', b' a  b ')
# expect: b'bb' b'-a-b-c-' b'-a-bc' b'abc' b'ab.c'
# expect: 2 4 4 b'aXb' 61-6263 6162:6364:65
# expect: 6 [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]] (3, 4) (4, 1) b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b'
# expect: [0, -5, 1, 2] [0, -5, 1, 2] [97, 99, 101] b'fdb'
