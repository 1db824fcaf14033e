# Recorded from CPython 3.11.7.
# Bytes, slices and long ints where the machine takes a short way; a bytearray that grows by itself.
def show(call):
    try:
        print(call())
    except (BufferError, TypeError, IndexError) as error:
        print(type(error).__name__, error)


data = b"abcdefgh"
print(data[2:5], data[::-2], data[:] is data, data + b"", b"" + data, data + data, data < b"abd", data == b"abcdefgh")
array = bytearray(data)
print(array[1:3], array[::3], type(array[:]), slice(1), slice(1, 2, 3), slice([], ()).start)
for pair in ((2 ** 64, 2 ** 64 + 1), (-2 ** 70, 5), (5, 2 ** 70), (2 ** 70, 2 ** 70)):
    print(pair[0] < pair[1], pair[0] == pair[1], pair[0] >= pair[1], pair[0] != pair[1])
array = bytearray(b"abc")
show(lambda: array.__iadd__(array))
show(lambda: array.extend(array))
view = memoryview(array)
show(lambda: array.__imul__(1))
show(lambda: array.__imul__(2))
print(array, (1.5).is_integer(), (5).bit_length(), True.bit_count(), (2.5).real, (7).denominator, True.imag)


class Number(int):
    def __add__(self, other):
        return NotImplemented


print(Number(1) + 2)
# expect: b'cde' b'hfdb' True b'abcdefgh' b'abcdefgh' b'abcdefghabcdefgh' True True
# expect: bytearray(b'bc') bytearray(b'adg') <class 'bytearray'> slice(None, 1, None) slice(1, 2, 3) []
# expect: True False False True
# expect: True False False True
# expect: True False False True
# expect: False True True False
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: None
# expect: bytearray(b'abcabc')
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: bytearray(b'abcabc') False 3 1 2.5 1 0
# expect: 3
