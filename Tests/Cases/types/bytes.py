# Recorded from CPython 3.11.7.
b = b"abc\x00\xff"
print(b, len(b), b[0], b[1:3], list(b), b + b"d", b * 2, b"b" in b, 97 in b, b.hex(), bytes.fromhex("00ff 10"))
print(bytes(3), bytes([1, 2]), bytes("é", "utf-8"), b"abc".decode(), b"\xc3\xa9".decode("utf-8"), b"x".upper(), b"a,b".split(b","))
print(b"abc".find(b"c"), b"abc".replace(b"b", b"X"), b"-".join([b"a", b"b"]), b"  x ".strip(), b"abc".startswith(b"a"), b'it\'s "q"', b"\n\t\\")
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b"??")
a += b"."
del a[-1]
print(a, bytes(a), len(a), a.pop(), a[1:3], a == b"Hello!?", a.decode())
a[1:3] = b"XYZ"
print(a, a.find(b"Z"), a.upper(), bytearray(2))
m = memoryview(b"abcdef")
print(m[1], bytes(m[2:4]), len(m), m.tolist()[:2])
for bad in (lambda: b"\xff".decode(), lambda: b"a" + "b", lambda: bytes([256]), lambda: bytes("x"), lambda: "é".encode("ascii"), lambda: b"abc"[9], lambda: bytes.fromhex("0g")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
print(b"\xff\xfe".decode("latin-1"), b"\xffa".decode("utf-8", "replace"), b"\xffa".decode(errors="ignore"), "é日".encode("ascii", "ignore"), "é".encode("ascii", "backslashreplace"))
print(b"a" < b"b", b"a" == "a", hash(b"a") == hash(b"a"), sorted([b"b", b"a"]), b"%d %s" % (1, b"x"))
# expect: b'abc\x00\xff' 5 97 b'bc' [97, 98, 99, 0, 255] b'abc\x00\xffd' b'abc\x00\xffabc\x00\xff' True True 61626300ff b'\x00\xff\x10'
# expect: b'\x00\x00\x00' b'\x01\x02' b'\xc3\xa9' abc é b'X' [b'a', b'b']
# expect: 2 b'aXc' b'a-b' b'x' True b'it\'s "q"' b'\n\t\\'
# expect: bytearray(b'Hello!?') b'Hello!??' 8 63 bytearray(b'el') True Hello!?
# expect: bytearray(b'HXYZlo!?') 3 bytearray(b'HXYZLO!?') bytearray(b'\x00\x00')
# expect: 98 b'cd' 6 [97, 98]
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: TypeError can't concat str to bytes
# expect: ValueError bytes must be in range(0, 256)
# expect: TypeError string argument without an encoding
# expect: UnicodeEncodeError 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
# expect: IndexError index out of range
# expect: ValueError non-hexadecimal number found in fromhex() arg at position 1
# expect: ÿþ �a a b'' b'\\xe9'
# expect: True False True [b'a', b'b'] b'1 x'
