# Recorded from CPython 3.11.7.
import base64
import binascii

for text in ("aGVsbG8=", "aGVsbG8", "aGVs bG8=\n", "a", "!!", "aGVsbG8==x", "ag=", "é"):
    try:
        print(repr(text), binascii.a2b_base64(text))
    except ValueError as error:
        print(repr(text), type(error).__name__, error)
for text in ("aGk=!", "aGk", "=aGk", "aG=k", "aGk=", "a Gk="):
    try:
        print(base64.b64decode(text, validate=True))
    except binascii.Error as error:
        print(text, error)
for text in ("abc", "zz", "ab", b"0aF1"):
    try:
        print(binascii.unhexlify(text))
    except binascii.Error as error:
        print(error)
print(binascii.b2a_base64(b"hello"), binascii.hexlify(b"\x01\xff"), binascii.hexlify(b"abcdef", "-", 2))
print(binascii.crc32(b"hello"), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b16encode(b"az"))
for size in range(5):
    print(base64.b64encode(bytes(range(250, 250 + size))), base64.b64decode(base64.b64encode(b"x" * size)))
# expect: 'aGVsbG8=' b'hello'
# expect: 'aGVsbG8' Error Incorrect padding
# expect: 'aGVs bG8=\n' b'hello'
# expect: 'a' Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: '!!' b''
# expect: 'aGVsbG8==x' b'hello'
# expect: 'ag=' Error Incorrect padding
# expect: 'é' ValueError string argument should contain only ASCII characters
# expect: aGk=! Excess data after padding
# expect: aGk Incorrect padding
# expect: =aGk Leading padding not allowed
# expect: aG=k Discontinuous padding not allowed
# expect: b'hi'
# expect: a Gk= Only base64 data is allowed
# expect: Odd-length string
# expect: Non-hexadecimal digit found
# expect: b'\xab'
# expect: b'\n\xf1'
# expect: b'aGVsbG8=\n' b'01ff' b'6162-6364-6566'
# expect: 907060870 b'__79' b'617A'
# expect: b'' b''
# expect: b'+g==' b'x'
# expect: b'+vs=' b'xx'
# expect: b'+vv8' b'xxx'
# expect: b'+vv8/Q==' b'xxxx'
