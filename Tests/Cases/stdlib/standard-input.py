# Recorded from CPython 3.11.7.
# Lines of the standard input, by all who read it.
import os
import sys

end, begin = os.pipe()
os.write(begin, "a\nb\ncd\u00e9f\nghi\njkl\nmno\npqr\nlast".encode())
os.close(begin)
os.dup2(end, 0)
print(repr(input()), repr(sys.stdin.readline()), repr(sys.stdin.read(3)), repr(sys.stdin.readline()))
for line in sys.stdin:
    print(repr(line))
    if line == "jkl\n":
        break
print(sys.stdin.readlines(), repr(sys.stdin.read()), repr(sys.stdin.readline()))
print(sys.stdin.readable(), sys.stdin.writable(), sys.stdin.name, sys.stdin.fileno())
try:
    input()
except EOFError as error:
    print(error)
try:
    sys.stdin.write("a")
except OSError as error:
    print(type(error), error)
# expect: 'a' 'b\n' 'cdé' 'f\n'
# expect: 'ghi\n'
# expect: 'jkl\n'
# expect: ['mno\n', 'pqr\n', 'last'] '' ''
# expect: True False <stdin> 0
# expect: EOF when reading a line
# expect: <class 'io.UnsupportedOperation'> not writable
