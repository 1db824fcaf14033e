# Recorded from CPython 3.11.7.
# StringIO and BytesIO, their subclasses and the ends of lines.
import copy, io, pickle

for make, a in ((io.BytesIO, b"one\ntwo\r\nthree"), (io.StringIO, "one\ntwo\r\nthr\xe9\u20ace")):
    f = make(a)
    for text in """f.read(2)|f.tell()|f.readline()|f.readline(2)|f.read()|f.seek(0)|list(f)|f.seek(1)|f.readlines()|f.seek(5)
f.write(a[:3])|f.getvalue()|f.seek(20)|f.write(a[:2])|f.getvalue()|f.truncate(5)|f.getvalue()|f.seek(-1)|f.seek(1, 1)|f.seek(0, 5)
f.seek(1.5)|f.read("a")|f.read(None)|f.truncate(-1)|f.write(5)|f.fileno()|f.writelines([a[:1], a[1:2]])|f.getvalue()|f.seek(0)
next(f)|setattr(f, "x", 5)|pickle.loads(pickle.dumps(f)).x|copy.copy(f).getvalue()|copy.deepcopy(f).tell()|f.__getstate__()
f.close()|f.closed|f.read()|f.write(a)|f.getvalue()|next(f)""".replace("\n", "|").split("|"):
        try:
            print(text, "->", repr(eval(text)))
        except Exception as error:
            print(text, "->", type(error).__name__, error)
for newline in (None, "", "\n", "\r", "\r\n"):
    f = io.StringIO("a\nb\r\nc\rd", newline=newline)
    print(repr(newline), repr(f.getvalue()), list(f), f.write("x\ny\rz\r\n"), repr(f.getvalue()), f.newlines)
for wrong in (lambda: io.StringIO(b"x"), lambda: io.BytesIO("x"), lambda: io.StringIO("a", "x"), lambda: io.StringIO("a", 5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)


class Loud(io.StringIO):
    def write(self, s):
        return super().write(s.upper())

    def readline(self, *args):
        return super().readline(*args).strip()


f = Loud()
print("hello", file=f)
f.seek(0)
print(f.getvalue(), next(f), f.__dict__)
view = io.BytesIO(b"abcdef").getbuffer()
view[0:2] = b"XY"
print(bytes(view), io.BytesIO(b"abc").readinto(bytearray(2)))
# expect: f.read(2) -> b'on'
# expect: f.tell() -> 2
# expect: f.readline() -> b'e\n'
# expect: f.readline(2) -> b'tw'
# expect: f.read() -> b'o\r\nthree'
# expect: f.seek(0) -> 0
# expect: list(f) -> [b'one\n', b'two\r\n', b'three']
# expect: f.seek(1) -> 1
# expect: f.readlines() -> [b'ne\n', b'two\r\n', b'three']
# expect: f.seek(5) -> 5
# expect: f.write(a[:3]) -> 3
# expect: f.getvalue() -> b'one\ntone\nthree'
# expect: f.seek(20) -> 20
# expect: f.write(a[:2]) -> 2
# expect: f.getvalue() -> b'one\ntone\nthree\x00\x00\x00\x00\x00\x00on'
# expect: f.truncate(5) -> 5
# expect: f.getvalue() -> b'one\nt'
# expect: f.seek(-1) -> ValueError negative seek value -1
# expect: f.seek(1, 1) -> 23
# expect: f.seek(0, 5) -> ValueError invalid whence (5, should be 0, 1 or 2)
# expect: f.seek(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: f.read("a") -> TypeError argument should be integer or None, not 'str'
# expect: f.read(None) -> b''
# expect: f.truncate(-1) -> ValueError negative size value -1
# expect: f.write(5) -> TypeError a bytes-like object is required, not 'int'
# expect: f.fileno() -> UnsupportedOperation fileno
# expect: f.writelines([a[:1], a[1:2]]) -> None
# expect: f.getvalue() -> b'one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on'
# expect: f.seek(0) -> 0
# expect: next(f) -> b'one\n'
# expect: setattr(f, "x", 5) -> None
# expect: pickle.loads(pickle.dumps(f)).x -> 5
# expect: copy.copy(f).getvalue() -> b'one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on'
# expect: copy.deepcopy(f).tell() -> 4
# expect: f.__getstate__() -> (b'one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on', 4, {'x': 5})
# expect: f.close() -> None
# expect: f.closed -> True
# expect: f.read() -> ValueError I/O operation on closed file.
# expect: f.write(a) -> ValueError I/O operation on closed file.
# expect: f.getvalue() -> ValueError I/O operation on closed file.
# expect: next(f) -> ValueError I/O operation on closed file.
# expect: f.read(2) -> 'on'
# expect: f.tell() -> 2
# expect: f.readline() -> 'e\n'
# expect: f.readline(2) -> 'tw'
# expect: f.read() -> 'o\r\nthré€e'
# expect: f.seek(0) -> 0
# expect: list(f) -> ['one\n', 'two\r\n', 'thré€e']
# expect: f.seek(1) -> 1
# expect: f.readlines() -> ['ne\n', 'two\r\n', 'thré€e']
# expect: f.seek(5) -> 5
# expect: f.write(a[:3]) -> 3
# expect: f.getvalue() -> 'one\ntone\nthré€e'
# expect: f.seek(20) -> 20
# expect: f.write(a[:2]) -> 2
# expect: f.getvalue() -> 'one\ntone\nthré€e\x00\x00\x00\x00\x00on'
# expect: f.truncate(5) -> 5
# expect: f.getvalue() -> 'one\nt'
# expect: f.seek(-1) -> ValueError Negative seek position -1
# expect: f.seek(1, 1) -> OSError Can't do nonzero cur-relative seeks
# expect: f.seek(0, 5) -> ValueError Invalid whence (5, should be 0, 1 or 2)
# expect: f.seek(1.5) -> TypeError 'float' object cannot be interpreted as an integer
# expect: f.read("a") -> TypeError argument should be integer or None, not 'str'
# expect: f.read(None) -> ''
# expect: f.truncate(-1) -> ValueError Negative size value -1
# expect: f.write(5) -> TypeError string argument expected, got 'int'
# expect: f.fileno() -> UnsupportedOperation fileno
# expect: f.writelines([a[:1], a[1:2]]) -> None
# expect: f.getvalue() -> 'one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on'
# expect: f.seek(0) -> 0
# expect: next(f) -> 'one\n'
# expect: setattr(f, "x", 5) -> None
# expect: pickle.loads(pickle.dumps(f)).x -> 5
# expect: copy.copy(f).getvalue() -> 'one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on'
# expect: copy.deepcopy(f).tell() -> 4
# expect: f.__getstate__() -> ('one\nt\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00on', '\n', 4, {'x': 5})
# expect: f.close() -> None
# expect: f.closed -> True
# expect: f.read() -> ValueError I/O operation on closed file
# expect: f.write(a) -> ValueError I/O operation on closed file
# expect: f.getvalue() -> ValueError I/O operation on closed file
# expect: next(f) -> ValueError I/O operation on closed file
# expect: None 'a\nb\nc\nd' ['a\n', 'b\n', 'c\n', 'd'] 7 'a\nb\nc\ndx\ny\nz\n' ('\r', '\n', '\r\n')
# expect: '' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\r', 'd'] 7 'a\nb\r\nc\rdx\ny\rz\r\n' ('\r', '\n', '\r\n')
# expect: '\n' 'a\nb\r\nc\rd' ['a\n', 'b\r\n', 'c\rd'] 7 'a\nb\r\nc\rdx\ny\rz\r\n' None
# expect: '\r' 'a\rb\r\rc\rd' ['a\r', 'b\r', '\r', 'c\r', 'd'] 7 'a\rb\r\rc\rdx\ry\rz\r\r' None
# expect: '\r\n' 'a\r\nb\r\r\nc\rd' ['a\r\n', 'b\r\r\n', 'c\rd'] 7 'a\r\nb\r\r\nc\rdx\r\ny\rz\r\r\n' None
# expect: TypeError initial_value must be str or None, not bytes
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError illegal newline value: 'x'
# expect: TypeError newline must be str or None, not int
# expect: HELLO
# expect:  HELLO {}
# expect: b'XYcdef' 2
