# Recorded from CPython 3.11.7.
import io, marshal
values = [None, True, False, ..., StopIteration, 0, -1, 2**31 - 1, -2**31, 2**31, -10**30, 1.5, -0.0, float("inf"), 1 + 2j, "", "abc",
          "\xe9\u20ac", "\ud800", "x" * 300, b"", b"bytes", (), (1, 2), tuple(range(300)), [], [1, [2, [3]]], {}, {"a": 1, 2: [3]}, frozenset({1})]
for value in values:
    for version in range(5):
        data = marshal.dumps(value, version)
        if marshal.loads(data) != value or type(marshal.loads(data)) is not type(value):
            print("differs", value, version)
print([marshal.dumps(v, 2)[:12] for v in values if v not in ("abc", "")])
print(marshal.dumps([1.5, 2j, 10**20], 1))
print(marshal.loads(marshal.dumps({1, 2})), marshal.loads(bytearray(b"[\1\0\0\0i\5\0\0\0") + b"rest"))
print(marshal.loads(b"\xe9\xfa\xff\xff\xff"[1:2] + b"") if False else marshal.loads(b"\xdb\x02\x00\x00\x00\xfa\x01ar\x01\x00\x00\x00"))
file = io.BytesIO()
marshal.dump([1], file)
marshal.dump("two", file)
file.seek(0)
print(marshal.load(file), marshal.load(file), marshal.version)
deep = []
for _ in range(3000):
    deep = [deep]
for wrong in (lambda: marshal.dumps(object()), lambda: marshal.dumps(len), lambda: marshal.loads(b""), lambda: marshal.loads(b"i\1"),
              lambda: marshal.loads(b"?"), lambda: marshal.loads(b"[\1\0\0\0"), lambda: marshal.loads(b"r\7\0\0\0"), lambda: marshal.loads(b"0"),
              lambda: marshal.loads(b"[\1\0\0\0000"), lambda: marshal.loads("text"), lambda: marshal.dumps(deep)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
# expect: [b'N', b'T', b'F', b'.', b'S', b'i\x00\x00\x00\x00', b'i\xff\xff\xff\xff', b'i\xff\xff\xff\x7f', b'i\x00\x00\x00\x80', b'l\x03\x00\x00\x00\x00\x00\x00\x00\x02\x00', b'l\xf9\xff\xff\xff\x00\x00\x00\x00\xa97\xa7', b'g\x00\x00\x00\x00\x00\x00\xf8?', b'g\x00\x00\x00\x00\x00\x00\x00\x80', b'g\x00\x00\x00\x00\x00\x00\xf0\x7f', b'y\x00\x00\x00\x00\x00\x00\xf0?\x00\x00\x00', b'u\x05\x00\x00\x00\xc3\xa9\xe2\x82\xac', b'u\x03\x00\x00\x00\xed\xa0\x80', b'u,\x01\x00\x00xxxxxxx', b's\x00\x00\x00\x00', b's\x05\x00\x00\x00bytes', b'(\x00\x00\x00\x00', b'(\x02\x00\x00\x00i\x01\x00\x00\x00i\x02', b'(,\x01\x00\x00i\x00\x00\x00\x00i\x01', b'[\x00\x00\x00\x00', b'[\x02\x00\x00\x00i\x01\x00\x00\x00[\x02', b'{0', b'{u\x01\x00\x00\x00ai\x01\x00\x00\x00', b'>\x01\x00\x00\x00i\x01\x00\x00\x00']
# expect: b'[\x03\x00\x00\x00f\x031.5x\x010\x012l\x05\x00\x00\x00\x00\x00 F\xb5x:^V\x00'
# expect: {1, 2} [5]
# expect: ['a', 'a']
# expect: [1] two 4
# expect: ValueError unmarshallable object
# expect: ValueError unmarshallable object
# expect: EOFError EOF read where object expected
# expect: EOFError marshal data too short
# expect: ValueError bad marshal data (unknown type code)
# expect: EOFError EOF read where object expected
# expect: ValueError bad marshal data (invalid reference)
# expect: TypeError NULL object in marshal data for object
# expect: TypeError NULL object in marshal data for list
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError object too deeply nested to marshal
