# Recorded from CPython 3.11.7.
# Items of arrays of every kind: reading, setting, limits, negative places, other types of values.
from array import array

for code in "bBhHiIlLqQfdu":
    a = array(code, "abc" if code == "u" else [1, 2, 3])
    print(code, a[0], a[-1], a[1], len(a), a.itemsize)
    for value in (5, -1, 127, 128, 255, 256, 2**15, 2**16, -2**31, 2**31, 2**32, 2**63, 2**64, 1.5, True, "x", "xy", None, 2**70):
        try:
            a[1] = value
            a[-3] = value
            print(value, a[1], a[0])
        except (TypeError, OverflowError, ValueError) as error:
            print(value, type(error).__name__, error)
    for place in (3, -4, 2**70, 1.0, "0", None):
        for action in ("read", "set"):
            try:
                if action == "read":
                    print(a[place])
                else:
                    a[place] = a[0]
            except (IndexError, TypeError) as error:
                print(action, place, type(error).__name__, error)


class Own(array):
    def __getitem__(self, place):
        return ("own", super().__getitem__(place))


o = Own("d", [1, 2])
o[0] = 3
print(o[0], list(o), o[True], a[True])
i = array("i", range(5))
i[True] = 9
total = 0
for k in range(-5, 5):
    total += i[k] * k
print(i, total)
# expect: b 1 3 2 3 1
# expect: 5 5 5
# expect: -1 -1 -1
# expect: 127 127 127
# expect: 128 OverflowError signed char is greater than maximum
# expect: 255 OverflowError signed char is greater than maximum
# expect: 256 OverflowError signed char is greater than maximum
# expect: 32768 OverflowError signed short integer is greater than maximum
# expect: 65536 OverflowError signed short integer is greater than maximum
# expect: -2147483648 OverflowError signed short integer is less than minimum
# expect: 2147483648 OverflowError signed short integer is greater than maximum
# expect: 4294967296 OverflowError signed short integer is greater than maximum
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: B 1 3 2 3 1
# expect: 5 5 5
# expect: -1 OverflowError unsigned byte integer is less than minimum
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 OverflowError unsigned byte integer is greater than maximum
# expect: 32768 OverflowError unsigned byte integer is greater than maximum
# expect: 65536 OverflowError unsigned byte integer is greater than maximum
# expect: -2147483648 OverflowError unsigned byte integer is less than minimum
# expect: 2147483648 OverflowError unsigned byte integer is greater than maximum
# expect: 4294967296 OverflowError unsigned byte integer is greater than maximum
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: h 1 3 2 3 2
# expect: 5 5 5
# expect: -1 -1 -1
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 OverflowError signed short integer is greater than maximum
# expect: 65536 OverflowError signed short integer is greater than maximum
# expect: -2147483648 OverflowError signed short integer is less than minimum
# expect: 2147483648 OverflowError signed short integer is greater than maximum
# expect: 4294967296 OverflowError signed short integer is greater than maximum
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: H 1 3 2 3 2
# expect: 5 5 5
# expect: -1 OverflowError unsigned short is less than minimum
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 OverflowError unsigned short is greater than maximum
# expect: -2147483648 OverflowError unsigned short is less than minimum
# expect: 2147483648 OverflowError signed integer is greater than maximum
# expect: 4294967296 OverflowError signed integer is greater than maximum
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: i 1 3 2 3 4
# expect: 5 5 5
# expect: -1 -1 -1
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 -2147483648 -2147483648
# expect: 2147483648 OverflowError signed integer is greater than maximum
# expect: 4294967296 OverflowError signed integer is greater than maximum
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: I 1 3 2 3 4
# expect: 5 5 5
# expect: -1 OverflowError can't convert negative value to unsigned int
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 OverflowError can't convert negative value to unsigned int
# expect: 2147483648 2147483648 2147483648
# expect: 4294967296 OverflowError unsigned int is greater than maximum
# expect: 9223372036854775808 OverflowError unsigned int is greater than maximum
# expect: 18446744073709551616 OverflowError Python int too large to convert to C unsigned long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C unsigned long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: l 1 3 2 3 8
# expect: 5 5 5
# expect: -1 -1 -1
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 -2147483648 -2147483648
# expect: 2147483648 2147483648 2147483648
# expect: 4294967296 4294967296 4294967296
# expect: 9223372036854775808 OverflowError Python int too large to convert to C long
# expect: 18446744073709551616 OverflowError Python int too large to convert to C long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: L 1 3 2 3 8
# expect: 5 5 5
# expect: -1 OverflowError can't convert negative value to unsigned int
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 OverflowError can't convert negative value to unsigned int
# expect: 2147483648 2147483648 2147483648
# expect: 4294967296 4294967296 4294967296
# expect: 9223372036854775808 9223372036854775808 9223372036854775808
# expect: 18446744073709551616 OverflowError Python int too large to convert to C unsigned long
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError Python int too large to convert to C unsigned long
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: q 1 3 2 3 8
# expect: 5 5 5
# expect: -1 -1 -1
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 -2147483648 -2147483648
# expect: 2147483648 2147483648 2147483648
# expect: 4294967296 4294967296 4294967296
# expect: 9223372036854775808 OverflowError int too big to convert
# expect: 18446744073709551616 OverflowError int too big to convert
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError int too big to convert
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: Q 1 3 2 3 8
# expect: 5 5 5
# expect: -1 OverflowError can't convert negative int to unsigned
# expect: 127 127 127
# expect: 128 128 128
# expect: 255 255 255
# expect: 256 256 256
# expect: 32768 32768 32768
# expect: 65536 65536 65536
# expect: -2147483648 OverflowError can't convert negative int to unsigned
# expect: 2147483648 2147483648 2147483648
# expect: 4294967296 4294967296 4294967296
# expect: 9223372036854775808 9223372036854775808 9223372036854775808
# expect: 18446744073709551616 OverflowError int too big to convert
# expect: 1.5 TypeError 'float' object cannot be interpreted as an integer
# expect: True 1 1
# expect: x TypeError 'str' object cannot be interpreted as an integer
# expect: xy TypeError 'str' object cannot be interpreted as an integer
# expect: None TypeError 'NoneType' object cannot be interpreted as an integer
# expect: 1180591620717411303424 OverflowError int too big to convert
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: f 1.0 3.0 2.0 3 4
# expect: 5 5.0 5.0
# expect: -1 -1.0 -1.0
# expect: 127 127.0 127.0
# expect: 128 128.0 128.0
# expect: 255 255.0 255.0
# expect: 256 256.0 256.0
# expect: 32768 32768.0 32768.0
# expect: 65536 65536.0 65536.0
# expect: -2147483648 -2147483648.0 -2147483648.0
# expect: 2147483648 2147483648.0 2147483648.0
# expect: 4294967296 4294967296.0 4294967296.0
# expect: 9223372036854775808 9.223372036854776e+18 9.223372036854776e+18
# expect: 18446744073709551616 1.8446744073709552e+19 1.8446744073709552e+19
# expect: 1.5 1.5 1.5
# expect: True 1.0 1.0
# expect: x TypeError must be real number, not str
# expect: xy TypeError must be real number, not str
# expect: None TypeError must be real number, not NoneType
# expect: 1180591620717411303424 1.1805916207174113e+21 1.1805916207174113e+21
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: d 1.0 3.0 2.0 3 8
# expect: 5 5.0 5.0
# expect: -1 -1.0 -1.0
# expect: 127 127.0 127.0
# expect: 128 128.0 128.0
# expect: 255 255.0 255.0
# expect: 256 256.0 256.0
# expect: 32768 32768.0 32768.0
# expect: 65536 65536.0 65536.0
# expect: -2147483648 -2147483648.0 -2147483648.0
# expect: 2147483648 2147483648.0 2147483648.0
# expect: 4294967296 4294967296.0 4294967296.0
# expect: 9223372036854775808 9.223372036854776e+18 9.223372036854776e+18
# expect: 18446744073709551616 1.8446744073709552e+19 1.8446744073709552e+19
# expect: 1.5 1.5 1.5
# expect: True 1.0 1.0
# expect: x TypeError must be real number, not str
# expect: xy TypeError must be real number, not str
# expect: None TypeError must be real number, not NoneType
# expect: 1180591620717411303424 1.1805916207174113e+21 1.1805916207174113e+21
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: u a c b 3 4
# expect: 5 TypeError array item must be unicode character
# expect: -1 TypeError array item must be unicode character
# expect: 127 TypeError array item must be unicode character
# expect: 128 TypeError array item must be unicode character
# expect: 255 TypeError array item must be unicode character
# expect: 256 TypeError array item must be unicode character
# expect: 32768 TypeError array item must be unicode character
# expect: 65536 TypeError array item must be unicode character
# expect: -2147483648 TypeError array item must be unicode character
# expect: 2147483648 TypeError array item must be unicode character
# expect: 4294967296 TypeError array item must be unicode character
# expect: 9223372036854775808 TypeError array item must be unicode character
# expect: 18446744073709551616 TypeError array item must be unicode character
# expect: 1.5 TypeError array item must be unicode character
# expect: True TypeError array item must be unicode character
# expect: x x x
# expect: xy TypeError array item must be unicode character
# expect: None TypeError array item must be unicode character
# expect: 1180591620717411303424 TypeError array item must be unicode character
# expect: read 3 IndexError array index out of range
# expect: set 3 IndexError array assignment index out of range
# expect: read -4 IndexError array index out of range
# expect: set -4 IndexError array assignment index out of range
# expect: read 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: set 1180591620717411303424 IndexError cannot fit 'int' into an index-sized integer
# expect: read 1.0 TypeError array indices must be integers
# expect: set 1.0 TypeError array indices must be integers
# expect: read 0 TypeError array indices must be integers
# expect: set 0 TypeError array indices must be integers
# expect: read None TypeError array indices must be integers
# expect: set None TypeError array indices must be integers
# expect: ('own', 3.0) [3.0, 2.0] ('own', 2.0) x
# expect: array('i', [0, 9, 2, 3, 4]) -14
