# Recorded from CPython 3.11.7.
import copyreg
import io
import pickle
from collections import OrderedDict


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


class Slots:
    __slots__ = ("a", "b")


class Tuned(dict):
    def __reduce__(self):
        return Tuned, (), {"note": 1}, None, iter(self.items())


loop = [1]
loop.append(loop)
slots = Slots()
slots.a = 5
values = [None, True, 3, -70000, 2**70, 1.5, "text", "\u20ac\n", b"bytes", bytearray(b"x"), (1, (2, 3), 4, 5), [1, 2], {"k": [1]},
          {1}, frozenset([2]), Point(1, "b"), OrderedDict(a=1), range(3), 2j, len, Point, ValueError("no"), Ellipsis]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    back = pickle.loads(pickle.dumps(values, protocol))
    print(protocol, [repr(b) for a, b in zip(values, back) if repr(a) != repr(b) and a != b], back[15] == values[15])
    other = pickle.loads(pickle.dumps(loop, protocol))
    print(other[1] is other, type(pickle.loads(pickle.dumps(Tuned(k=2), protocol))), len(pickle.dumps([1, "a", 2.5, (1, 2)], protocol)))
for protocol in range(2, 6):
    print(pickle.loads(pickle.dumps(slots, protocol)).a, pickle.dumps({"a": [1, 2.5, "x", b"y", None]}, protocol))
file = io.BytesIO()
pickle.dump([1], file)
pickle.dump({"two": 2}, file)
file.seek(0)
print(pickle.load(file), pickle.load(file))
for bad in (lambda: pickle.dumps(lambda: 1), lambda: pickle.loads(b""), lambda: pickle.loads(b"x"), lambda: pickle.dumps(slots, 0)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].replace("unpickling stack", "stack"))


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError("global '%s.%s' is forbidden" % (module, name))


try:
    Restricted(io.BytesIO(pickle.dumps(Point(1, 2)))).load()
except pickle.UnpicklingError as error:
    print(error)
# expect: 0 [] True
# expect: True <class '__main__.Tuned'> 35
# expect: 1 [] True
# expect: True <class '__main__.Tuned'> 33
# expect: 2 [] True
# expect: True <class '__main__.Tuned'> 34
# expect: 3 [] True
# expect: True <class '__main__.Tuned'> 34
# expect: 4 [] True
# expect: True <class '__main__.Tuned'> 37
# expect: 5 [] True
# expect: True <class '__main__.Tuned'> 37
# expect: 5 b'\x80\x02}q\x00X\x01\x00\x00\x00aq\x01]q\x02(K\x01G@\x04\x00\x00\x00\x00\x00\x00X\x01\x00\x00\x00xq\x03c_codecs\nencode\nq\x04X\x01\x00\x00\x00yq\x05X\x06\x00\x00\x00latin1q\x06\x86q\x07Rq\x08Nes.'
# expect: 5 b'\x80\x03}q\x00X\x01\x00\x00\x00aq\x01]q\x02(K\x01G@\x04\x00\x00\x00\x00\x00\x00X\x01\x00\x00\x00xq\x03C\x01yq\x04Nes.'
# expect: 5 b'\x80\x04\x95 \x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94]\x94(K\x01G@\x04\x00\x00\x00\x00\x00\x00\x8c\x01x\x94C\x01y\x94Nes.'
# expect: 5 b'\x80\x05\x95 \x00\x00\x00\x00\x00\x00\x00}\x94\x8c\x01a\x94]\x94(K\x01G@\x04\x00\x00\x00\x00\x00\x00\x8c\x01x\x94C\x01y\x94Nes.'
# expect: [1] {'two': 2}
# expect: AttributeError Can't pickle local object '<lambda>.<locals>.<lambda>'
# expect: EOFError Ran out of input
# expect: UnpicklingError invalid load key, 'x'.
# expect: TypeError a class that defines __slots__ without defining __getstate__ cannot be pickled
# expect: global '__main__.Point' is forbidden
