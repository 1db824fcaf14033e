# Recorded from CPython 3.11.7.
from array import array
import pickle
a = array('d', [1, 2.5, 3])
a.append(4); a.extend([5, 6]); a.insert(1, -1)
print(a, a[1], a[-1], a[1:3], len(a), a.itemsize, a.typecode, sum(a), 2.5 in a, a.index(3))
a[0] = 9; a[1:3] = array('d', [7]); del a[-1]; a.reverse(); print(a, a.pop(), a.tolist())
b = array('i', range(5)); m = memoryview(b); m[2] = 77
print(b, m.format, m.itemsize, m.nbytes, m.shape, m[1:4].tolist(), m[::2].tolist(), bytes(array('h', [1, -1])))
print(array('u', 'héllo'), array('B', b'abc').tobytes(), array('b', [1]) < array('b', [2]), array('i', [1, 2]) * 2)
for make in (lambda: array('b', [200]), lambda: array('x'), lambda: array('i', ['a']), lambda: array('i', [1])[5], lambda: array('H', [-1])):
    try: print(make())
    except Exception as e: print(type(e).__name__, e)
print(pickle.loads(pickle.dumps(b)) == b, isinstance(b, array))
v = memoryview(bytearray(range(12)))
g = v.cast('B', [3, 4]); print(g.tolist(), g.shape, g.strides, g[1, 2], g.ndim, g.contiguous)
w = v.cast('I'); print(w.tolist(), w[1], len(w)); w[0] = 2**32 - 1; print(v[:5].tolist(), v[3:6] == b'\xff\x04\x05', v.readonly, v.toreadonly().readonly)
v.release()
try: v[0]
except ValueError as e: print(e)
try: memoryview(b'ab')[0] = 1
except TypeError as e: print(e)
# expect: array('d', [1.0, -1.0, 2.5, 3.0, 4.0, 5.0, 6.0]) -1.0 6.0 array('d', [-1.0, 2.5]) 7 8 d 20.5 True 3
# expect: array('d', [5.0, 4.0, 3.0, 7.0]) 9.0 [5.0, 4.0, 3.0, 7.0]
# expect: array('i', [0, 1, 77, 3, 4]) i 4 20 (5,) [1, 77, 3] [0, 77, 4] b'\x01\x00\xff\xff'
# expect: array('u', 'héllo') b'abc' True array('i', [1, 2, 1, 2])
# expect: OverflowError signed char is greater than maximum
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: IndexError array index out of range
# expect: OverflowError unsigned short is less than minimum
# expect: True True
# expect: [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]] (3, 4) (4, 1) 6 2 True
# expect: [50462976, 117835012, 185207048] 117835012 3
# expect: [255, 255, 255, 255, 4] True False True
# expect: operation forbidden on released memoryview object
# expect: cannot modify read-only memory
