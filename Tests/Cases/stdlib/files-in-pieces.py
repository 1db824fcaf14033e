# Recorded from CPython 3.11.7.
# Files that are written and read in small pieces.
import os, tempfile

path = tempfile.mktemp()
with open(path, "w", newline="") as f:
    for i in range(2000):
        assert f.write(f"line {i}\n") == len(f"line {i}\n")
    print(f.write("ü€\n"), f.tell(), os.path.getsize(path) < f.tell())
    f.flush()
    print(os.path.getsize(path))
with open(path) as f:
    print(f.readline(), f.tell(), sum(len(line) for line in f))
    try:
        print(next(f))
    except StopIteration:
        print("end", f.tell())
    f.seek(0)
    print(next(f), end="")
    try:
        f.tell()
    except OSError as error:
        print(error)
    print(f.read(5), f.readline())
for wrong in (lambda: f.readline(), lambda: f.write("x"), lambda: next(f), lambda: f.read()):
    try:
        wrong()
    except ValueError as error:
        print(error)
with open(path, "r+b") as f:
    print(f.read(3), f.write(b"XY"), f.seek(0), f.readline(), f.read(4), f.tell(), f.peek(1)[:1])
with open(path, "rb") as f:
    parts = []
    while part := f.read(7):
        parts.append(part)
    print(len(parts), f.read(1), f.seek(5), f.readline(), f.readline(3), f.readlines(20))
with open(path, "wb") as f:
    print(f.write(b"a"), f.write(bytearray(b"bc")), f.write(memoryview(b"de")), f.tell(), os.path.getsize(path))
    f.write(b"z" * 10000)
    print(os.path.getsize(path) > 0)
    for wrong in ("text", 5, None):
        try:
            f.write(wrong)
        except TypeError as error:
            print(error)
with open(path, "a") as f:
    f.writelines(["x\n", "y\n"])
    f.reconfigure(line_buffering=True)
    f.write("now\n")
    print(open(path).read()[-8:])
with open(path, "w", encoding="ascii") as f:
    f.write("a")
    try:
        f.write("é")
    except UnicodeEncodeError as error:
        print(error.reason)
    f.write("b")
print(open(path).read())
os.remove(path)
# expect: 3 18896 False
# expect: 18896
# expect: line 0
# expect:  7 18886
# expect: end 18896
# expect: line 0
# expect: telling position disabled by next() call
# expect: line  1
# expect:
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: I/O operation on closed file.
# expect: b'lin' 2 0 b'linXY0\n' b'line' 11 b' '
# expect: 2700 b'' 5 b'0\n' b'lin' [b'e 1\n', b'line 2\n', b'line 3\n', b'line 4\n']
# expect: 1 2 2 5 0
# expect: True
# expect: a bytes-like object is required, not 'str'
# expect: a bytes-like object is required, not 'int'
# expect: a bytes-like object is required, not 'NoneType'
# expect: x
# expect: y
# expect: now
# expect:
# expect: ordinal not in range(128)
# expect: ab
