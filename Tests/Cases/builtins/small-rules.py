# Recorded from CPython 3.11.7.
# Calls without end, buffers as numbers, views that have no hash, hints of iterators that lost their source.
import builtins
import struct
import sys
import types


def told(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Endless:
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RecursionError as e:
    print("RecursionError")

told(lambda: int(memoryview(b"123")))
told(lambda: float(memoryview(b"1.5")))
told(lambda: hash({}.items()))
told(lambda: hash({}.keys()))
told(lambda: isinstance(hash({}.values()), int))
told(lambda: memoryview(b"") + b"")
text = b"abc"
print(text.strip() is text)

d = {1: 2, 3: 4}
it = iter(d)
print(it.__length_hint__())
d[5] = 6
print(it.__length_hint__())
s = {1, 2}
it = iter(s)
s.add(3)
print(it.__length_hint__())
items = [1, 2, 3]
it = reversed(items)
items.pop()
print(it.__length_hint__())

stop = StopIteration(1)
stop.value = 7
print(stop.value, stop.args)
leave = SystemExit()
leave.code = 5
print(leave.code)
e = ValueError()
e.__notes__ = 3
told(lambda: e.add_note("x"))


class NoError(Exception):
    def __new__(cls):
        return 3


def raises():
    raise NoError


told(raises)

stand_in = type("Module", (), {"a": 1, "_b": 2})()
stand_in.c = 3
sys.modules["stand_in"] = stand_in
space = {}
exec("from stand_in import *", space)
print(sorted(k for k in space if not k.startswith("__")))

original = builtins.__build_class__
builtins.__build_class__ = lambda function, name: ("class", name)
class Replaced:
    pass
builtins.__build_class__ = original
print(Replaced)

buffer = bytearray(9)
for offset in (-10, -2, 7, -9):
    told(lambda: struct.pack_into("<bbb", buffer, offset, 1, 2, 3))


def documented():
    "text"
    return 5


print(documented.__code__.co_consts[0], (lambda: 0).__code__.co_consts[0])
# expect: RecursionError
# expect: 123
# expect: 1.5
# expect: TypeError unhashable type: 'dict_items'
# expect: TypeError unhashable type: 'dict_keys'
# expect: True
# expect: TypeError unsupported operand type(s) for +: 'memoryview' and 'bytes'
# expect: True
# expect: 2
# expect: 0
# expect: 0
# expect: 0
# expect: 7 (1,)
# expect: 5
# expect: TypeError Cannot add note: __notes__ is not a list
# expect: TypeError calling <class '__main__.NoError'> should have returned an instance of BaseException, not <class 'int'>
# expect: ['c']
# expect: ('class', 'Replaced')
# expect: error offset -10 out of range for 9-byte buffer
# expect: error no space to pack 3 bytes at offset -2
# expect: error pack_into requires a buffer of at least 10 bytes for packing 3 bytes at offset 7 (actual buffer size is 9)
# expect: None
# expect: text None
