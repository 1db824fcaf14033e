# Recorded from CPython 3.11.7.
"""Bytes compared with other kinds of memory; levels of imports."""
import array

letters = array.array("b", b"abc")
for other in (bytearray(b"abc"), memoryview(b"abc"), letters, memoryview(letters), "abc", [97, 98, 99]):
    print(type(other).__name__, b"abc" == other, other == b"abc", b"abc" != other, bytearray(b"abc") == other, other == bytearray(b"abc"))
try:
    b"abc" < memoryview(b"abc")
except TypeError as error:
    print(error)
try:
    __import__("os", None, None, (), -1)
except ValueError as error:
    print(error)
# expect: bytearray True True False True True
# expect: memoryview True True False True True
# expect: array False False True True True
# expect: memoryview True True False True True
# expect: str False False True False False
# expect: list False False True False False
# expect: '<' not supported between instances of 'bytes' and 'memoryview'
# expect: level must be >= 0
