# Recorded from CPython 3.11.7.
# Formats that were read, buffers that are written into, and structs in a row.
import array, struct
s = struct.Struct("<IhB3sx?")
print(s.format, s.size, s.pack(1, -2, 3, b"ab", True), s.unpack(s.pack(1, -2, 3, b"abcd", 0)))
print(struct.Struct(b"2i").format, struct.calcsize("@bhi"), struct.pack("@bhi", 1, 2, 3), struct.pack(">bhi", 1, 2, 3))
data = bytearray(16)
s.pack_into(data, 1, 7, 8, 9, b"x", 1)
struct.pack_into(">H", data, -2, 0x4142)
view = memoryview(data)
struct.pack_into("<H", view, 0, 5)
print(data, s.unpack_from(data, 1), struct.unpack_from("<H", view, -2))
numbers = array.array("i", [1, 2, 3])
struct.pack_into("i", numbers, 4, 9)
print(numbers, struct.unpack_from("3i", numbers))
rows = struct.iter_unpack("<hb", bytes(range(9)))
print(rows.__length_hint__(), next(rows), list(rows), rows.__length_hint__(), type(rows).__name__)
print(struct.unpack("<2p4p", b"\1a\3bcd"), struct.pack("5p", b"abcdefgh"), struct.pack("<e", 1.5), struct.unpack("<Qqd", bytes(24)))
class Number:
    def __index__(self):
        return 5
print(struct.pack("<bq", Number(), Number()), struct.pack("<100B", *range(100)) == bytes(range(100)), len(struct.unpack("100h", bytes(200))))
for step in ("struct.pack('<i', 1, 2)", "struct.pack('B', 256)", "struct.pack('h', 'x')", "struct.pack('c', b'ab')", "struct.pack('s', 1)",
             "struct.pack('f', 'x')", "struct.unpack('<i', b'ab')", "struct.unpack('<i', 'ab')", "struct.unpack_from('<i', b'ab')",
             "struct.unpack_from('<i', b'abcdef', -3)", "struct.unpack_from('<i', b'abcdef', -30)", "list(struct.iter_unpack('<i', b'ab'))",
             "struct.iter_unpack('', b'')", "struct.pack_into('<i', bytearray(2), 0, 1)", "struct.pack_into('<i', b'', 0, 1)",
             "struct.pack_into('<i', bytearray(8), -2, 1)", "struct.pack_into('<i', bytearray(8), -20, 1)", "struct.pack_into('<i')",
             "struct.pack_into('i', bytearray(4))", "struct.pack()", "struct.Struct(1)", "struct.Struct('z')", "struct.pack('3')", "struct.pack('<P', 1)"):
    try:
        print(step, eval(step))
    except Exception as error:
        print(step, type(error).__name__, error)
# expect: <IhB3sx? 12 b'\x01\x00\x00\x00\xfe\xff\x03ab\x00\x00\x01' (1, -2, 3, b'abc', False)
# expect: 2i 8 b'\x01\x00\x02\x00\x03\x00\x00\x00' b'\x01\x00\x02\x00\x00\x00\x03'
# expect: bytearray(b'\x05\x00\x00\x00\x00\x08\x00\tx\x00\x00\x00\x01\x00AB') (0, 8, 9, b'x\x00\x00', True) (16961,)
# expect: array('i', [1, 9, 3]) (1, 9, 3)
# expect: 3 (256, 2) [(1027, 5), (1798, 8)] 0 unpack_iterator
# expect: (b'a', b'bcd') b'\x04abcd' b'\x00>' (0, 0, 0.0)
# expect: b'\x05\x05\x00\x00\x00\x00\x00\x00\x00' True 100
# expect: struct.pack('<i', 1, 2) error pack expected 1 items for packing (got 2)
# expect: struct.pack('B', 256) error ubyte format requires 0 <= number <= 255
# expect: struct.pack('h', 'x') error required argument is not an integer
# expect: struct.pack('c', b'ab') error char format requires a bytes object of length 1
# expect: struct.pack('s', 1) error argument for 's' must be a bytes object
# expect: struct.pack('f', 'x') error required argument is not a float
# expect: struct.unpack('<i', b'ab') error unpack requires a buffer of 4 bytes
# expect: struct.unpack('<i', 'ab') TypeError a bytes-like object is required, not 'str'
# expect: struct.unpack_from('<i', b'ab') error unpack_from requires a buffer of at least 4 bytes for unpacking 4 bytes at offset 0 (actual buffer size is 2)
# expect: struct.unpack_from('<i', b'abcdef', -3) error not enough data to unpack 4 bytes at offset -3
# expect: struct.unpack_from('<i', b'abcdef', -30) error offset -30 out of range for 6-byte buffer
# expect: list(struct.iter_unpack('<i', b'ab')) error iterative unpacking requires a buffer of a multiple of 4 bytes
# expect: struct.iter_unpack('', b'') error cannot iteratively unpack with a struct of length 0
# expect: struct.pack_into('<i', bytearray(2), 0, 1) error pack_into requires a buffer of at least 4 bytes for packing 4 bytes at offset 0 (actual buffer size is 2)
# expect: struct.pack_into('<i', b'', 0, 1) TypeError argument must be read-write bytes-like object, not bytes
# expect: struct.pack_into('<i', bytearray(8), -2, 1) error no space to pack 4 bytes at offset -2
# expect: struct.pack_into('<i', bytearray(8), -20, 1) error offset -20 out of range for 8-byte buffer
# expect: struct.pack_into('<i') error pack_into expected buffer argument
# expect: struct.pack_into('i', bytearray(4)) error pack_into expected offset argument
# expect: struct.pack() TypeError missing format argument
# expect: struct.Struct(1) TypeError Struct() argument 1 must be a str or bytes object, not int
# expect: struct.Struct('z') error bad char in struct format
# expect: struct.pack('3') error repeat count given without format specifier
# expect: struct.pack('<P', 1) error bad char in struct format
