# Recorded from CPython 3.11.7.
import copy
import io

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
a[1].append("x")
print(b, c, b[1] is a[1], c[1] is a[1])


class Node:
    def __init__(self, v):
        self.v, self.next = v, None


n = Node(1)
n.next = n
m = copy.deepcopy(n)
print(m is not n, m.next is m, m.v)
s = io.StringIO()
print("to memory", file=s)
s.write("more")
print(repr(s.getvalue()), io.StringIO("a\nb").readlines(), io.BytesIO(b"xyz").read(2))
# expect: [1, [2, 3, 'x'], {'k': [4]}] [1, [2, 3], {'k': [4]}] True False
# expect: True True 1
# expect: 'to memory\nmore' ['a\n', 'b'] b'xy'
