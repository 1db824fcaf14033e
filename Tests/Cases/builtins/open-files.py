# Recorded from CPython 3.11.7.
import os
import tempfile

path = os.path.join(tempfile.mkdtemp(), "notes.txt")
with open(path, "w") as f:
    print(f.write("one\ntwo\n"))
    f.writelines(["three\n", "four"])
with open(path) as f:
    print(f.read(4), repr(f.readline()), f.readlines())
with open(path, "a") as f:
    print("five", file=f)
print([line.rstrip("\n") for line in open(path)])
with open(path, "rb") as f:
    data = f.read()
    print(len(data), data[:7], f.tell(), f.seek(4), f.read(3))
try:
    open(path + ".none")
except FileNotFoundError as error:
    print(error.errno, error.strerror)
with open(path) as f:
    pass
try:
    f.read()
except ValueError as error:
    print(error)
print(f.closed, f.mode, os.path.basename(f.name))
with open(path, "w", encoding="utf-8") as f:
    f.write("é日\n")
print(open(path, "rb").read(), open(path, encoding="utf-8").read())
os.remove(path)
print(os.path.exists(path))
# expect: 8
# expect: one
# expect:  'two\n' ['three\n', 'four']
# expect: ['one', 'two', 'three', 'fourfive']
# expect: 23 b'one\ntwo' 23 4 b'two'
# expect: 2 No such file or directory
# expect: I/O operation on closed file.
# expect: True r notes.txt
# expect: b'\xc3\xa9\xe6\x97\xa5\n' é日
# expect:
# expect: False
