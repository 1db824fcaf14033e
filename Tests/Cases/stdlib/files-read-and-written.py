# Recorded from CPython 3.11.7.
# Reads, peeks and writes by turns in one file, and its encoding.
import io
import locale
import os
import tempfile

name = os.path.join(tempfile.mkdtemp(), "f")
with open(name, "w") as file:
    print(file.encoding == locale.getpreferredencoding(False) == locale.getencoding())
with open(name, "wb") as file:
    file.write(b"abcdefgh")


def by_turns(file):
    into = bytearray(1)
    file.write(b"1")
    print(file.read(1), file.write(b"2"), file.read1(1), file.write(b"3"))
    print(file.readinto(into), into, file.write(b"4"), file.peek(1))
    print(file.tell(), file.peek(), file.read(), file.peek(), file.read(1))
    file.seek(2)
    print(file.peek(3)[:3], file.write(b"xy"), file.peek()[:2], file.readline())


with open(name, "r+b") as file:
    by_turns(file)
with open(name, "rb") as file:
    print(file.read())
raw = io.BytesIO(b"abcdefgh")
by_turns(io.BufferedRandom(raw, 100))
# expect: True
# expect: b'b' 1 b'd' 1
# expect: 1 bytearray(b'f') 1 b'h'
# expect: 7 b'h' b'h' b'' b''
# expect: b'2d3' 2 b'3f' b'3f4h'
# expect: b'1bxy3f4h'
# expect: b'b' 1 b'd' 1
# expect: 1 bytearray(b'f') 1 b'h'
# expect: 7 b'h' b'h' b'' b''
# expect: b'2d3' 2 b'3f' b'3f4h'
