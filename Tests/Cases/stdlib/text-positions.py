# Recorded from CPython 3.11.7.
# Texts are read in pieces of all kinds, with positions told in between.
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "text")
for data in (b"one\ntwo\nthree\n" * 2000, "h\u00e9llo w\u00f6rld\n\u20ac \U0001f600\n".encode() * 1500, b"a\r\nb\r\n" * 3000,
             b"x" * 30000 + b"\ny", "\u00e9".encode() * 9000, b""):
    with open(path, "wb") as file:
        file.write(data)
    whole = data.decode().replace("\r\n", "\n")
    with open(path, encoding="utf-8") as file:
        lines = list(file)
        print(len(lines), "".join(lines) == whole, repr(file.newlines))
    with open(path, encoding="utf-8") as file:
        parts = []
        while part := file.read(7):
            parts.append(part)
        print(len(parts), "".join(parts) == whole)
    with open(path, encoding="utf-8") as file:
        places = []
        for i in range(40):
            places.append((file.tell(), file.readline()))
            file.read(300)
        print(all(file.seek(place) >= 0 and file.readline() == line for place, line in places))
        file.seek(0, 2)
        print(file.tell(), file.read(), file.seek(0), len(file.readline(5)), len(file.read()))
with open(path, "wb") as file:
    file.write(b"abc\n" * 3000 + b"\xff\n")
try:
    with open(path, encoding="utf-8") as file:
        for line in file:
            pass
except UnicodeDecodeError as error:
    print(error.reason, line)
with open(path, "rb") as file:
    buffer = bytearray(5)
    print(file.peek(3)[:3], file.read1(2), file.readinto(buffer), buffer, file.tell(), file.seek(-3, 1), file.read(4),
          file.seek(-2, 2), file.read(), file.tell())
with open(path, "r+b") as file:
    pass
try:
    file.read()
except ValueError as error:
    print(error)
# expect: 6000 True '\n'
# expect: 4000 True
# expect: True
# expect: 28000  0 4 27996
# expect: 3000 True '\n'
# expect: 3429 True
# expect: True
# expect: 34500  0 5 23995
# expect: 6000 True '\r\n'
# expect: 1715 True
# expect: True
# expect: 18000  0 2 11998
# expect: 2 True '\n'
# expect: 4286 True
# expect: True
# expect: 30002  0 5 29997
# expect: 1 True None
# expect: 1286 True
# expect: True
# expect: 18000  0 5 8995
# expect: 0 True None
# expect: 0 True
# expect: True
# expect: 0  0 0 0
# expect: invalid start byte abc
# expect:
# expect: b'abc' b'ab' 5 bytearray(b'c\nabc') 7 4 b'abc\n' 12000 b'\xff\n' 12002
# expect: read of closed file
