# Recorded from CPython 3.11.7.
import base64
import binascii
data = bytes(range(256)) + b"\0\0\0\0    tail"
for n in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 13, len(data)):
    part = data[-n:] if n else b""
    for encode, decode in ((base64.b64encode, base64.b64decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
                           (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode),
                           (base64.b16encode, base64.b16decode), (base64.b85encode, base64.b85decode),
                           (base64.a85encode, base64.a85decode), (binascii.hexlify, binascii.unhexlify)):
        made = encode(part)
        print(made[:24], decode(made) == part, decode(made.decode()) == part, decode(bytearray(made)) == part)
print(base64.a85encode(b"    x    \0\0\0\0\0", foldspaces=True), base64.a85encode(b"abc\0", pad=True, adobe=True, wrapcol=4))
print(base64.a85decode(b"<~AoDTs\n @<-(~>", adobe=True), base64.a85decode(b"zy!!", foldspaces=True), base64.b85encode(b"ab", pad=True))
print(base64.b32decode(b"mzxw6===", casefold=True), base64.b32decode(b"M1023456", map01=b"I"), base64.b16decode("0a", casefold=True))
print(base64.b64decode(b"YW Jj\n"), base64.b64decode(b"YWJj", validate=True), base64.b64decode("-_-_", altchars="-_"))
print(binascii.hexlify(b"abcd", "-"), binascii.hexlify(b"abcde", b":", 2), binascii.b2a_base64(b"a", newline=False))
for bad in ("base64.b32decode('A')", "base64.b32decode('A======a')", "base64.b32decode('AAAAAAA1')", "base64.b16decode('0a')",
            "base64.b16decode('0')", "base64.b85decode('|NsC0~')", "base64.b85decode('~')", "base64.b85decode('ab\"')",
            "base64.a85decode('s8W-\"')", "base64.a85decode('abz')", "base64.a85decode('v')", "base64.a85decode('x', adobe=True)",
            "base64.b64decode('YWJ')", "base64.b64decode('Y')", "base64.b64decode('YW=J', validate=True)", "base64.b64encode('s')",
            "base64.b64decode('é')", "binascii.unhexlify('0g')", "binascii.unhexlify('0')", "base64.b32encode('s')",
            "base64.b64decode(3)", "base64.b85encode(3)", "base64.b64decode('YW!J', validate=True)"):
    try:
        print(eval(bad))
    except Exception as e:
        print(type(e).__name__, e)
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'' True True True
# expect: b'bA==' True True True
# expect: b'bA==' True True True
# expect: b'NQ======' True True True
# expect: b'DG======' True True True
# expect: b'6C' True True True
# expect: b'Yy' True True True
# expect: b'C]' True True True
# expect: b'6c' True True True
# expect: b'aWw=' True True True
# expect: b'aWw=' True True True
# expect: b'NFWA====' True True True
# expect: b'D5M0====' True True True
# expect: b'696C' True True True
# expect: b'X>0' True True True
# expect: b'Bl!' True True True
# expect: b'696c' True True True
# expect: b'YWls' True True True
# expect: b'YWls' True True True
# expect: b'MFUWY===' True True True
# expect: b'C5KMO===' True True True
# expect: b'61696C' True True True
# expect: b'VQFj' True True True
# expect: b'@;0N' True True True
# expect: b'61696c' True True True
# expect: b'dGFpbA==' True True True
# expect: b'dGFpbA==' True True True
# expect: b'ORQWS3A=' True True True
# expect: b'EHGMIR0=' True True True
# expect: b'7461696C' True True True
# expect: b'bYW?1' True True True
# expect: b'FCAm"' True True True
# expect: b'7461696c' True True True
# expect: b'IHRhaWw=' True True True
# expect: b'IHRhaWw=' True True True
# expect: b'EB2GC2LM' True True True
# expect: b'41Q62QBC' True True True
# expect: b'207461696C' True True True
# expect: b'Aar4AYy' True True True
# expect: b'+EV%+C]' True True True
# expect: b'207461696c' True True True
# expect: b'ICB0YWls' True True True
# expect: b'ICB0YWls' True True True
# expect: b'EAQHIYLJNQ======' True True True
# expect: b'40G78OB9DG======' True True True
# expect: b'20207461696C' True True True
# expect: b'ARu&MX>0' True True True
# expect: b'+<Yc7Bl!' True True True
# expect: b'20207461696c' True True True
# expect: b'ICAgdGFpbA==' True True True
# expect: b'ICAgdGFpbA==' True True True
# expect: b'EAQCA5DBNFWA====' True True True
# expect: b'40G20T31D5M0====' True True True
# expect: b'2020207461696C' True True True
# expect: b'ARr)gVQFj' True True True
# expect: b'+<VeK@;0N' True True True
# expect: b'2020207461696c' True True True
# expect: b'ICAgIHRhaWw=' True True True
# expect: b'ICAgIHRhaWw=' True True True
# expect: b'EAQCAIDUMFUWY===' True True True
# expect: b'40G2083KC5KMO===' True True True
# expect: b'202020207461696C' True True True
# expect: b'ARr(hbYW?1' True True True
# expect: b'+<VdLFCAm"' True True True
# expect: b'202020207461696c' True True True
# expect: b'ACAgICB0YWls' True True True
# expect: b'ACAgICB0YWls' True True True
# expect: b'AAQCAIBAORQWS3A=' True True True
# expect: b'00G20810EHGMIR0=' True True True
# expect: b'00202020207461696C' True True True
# expect: b'03aYBAar4AYy' True True True
# expect: b'!$EC,+EV%+C]' True True True
# expect: b'00202020207461696c' True True True
# expect: b'/wAAAAAgICAgdGFpbA==' True True True
# expect: b'_wAAAAAgICAgdGFpbA==' True True True
# expect: b'74AAAAAAEAQCAIDUMFUWY===' True True True
# expect: b'VS00000040G2083KC5KMO===' True True True
# expect: b'FF0000000020202020746169' True True True
# expect: b'{{R3003aYBAar4AYy' True True True
# expect: b'rr<$!!$EC,+EV%+C]' True True True
# expect: b'ff0000000020202020746169' True True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAR' True True True
# expect: b'AAECAwQFBgcICQoLDA0ODxAR' True True True
# expect: b'AAAQEAYEAUDAOCAJBIFQYDIO' True True True
# expect: b'000G40O40K30E209185GO38E' True True True
# expect: b'000102030405060708090A0B' True True True
# expect: b'009C61O)~M2nh-c3=Iws5D^j' True True True
# expect: b'!!*-\'"9eu7#RLhG$k3[W&.oN' True True True
# expect: b'000102030405060708090a0b' True True True
# expect: b'yGT\\+O+92BA!!!' b'<~@:\nE^H\n~>'
# expect: b'foobari' b'\x00\x00\x00\x00    \x00' b'VPXIP'
# expect: b'foo' b'b\x1d\xad\xf3\xbe' b'\n'
# expect: b'abc' b'abc' b'\xfb\xff\xbf'
# expect: b'61-62-63-64' b'61:6263:6465' b'YQ=='
# expect: Error Incorrect padding
# expect: Error Non-base32 digit found
# expect: Error Non-base32 digit found
# expect: Error Non-base16 digit found
# expect: Error Odd-length string
# expect: ValueError base85 overflow in hunk starting at byte 5
# expect: ValueError base85 overflow in hunk starting at byte 0
# expect: ValueError bad base85 character at position 2
# expect: ValueError Ascii85 overflow
# expect: ValueError z inside Ascii85 5-tuple
# expect: ValueError Non-Ascii85 digit found: v
# expect: ValueError Ascii85 encoded byte sequences must end with b'~>'
# expect: Error Incorrect padding
# expect: Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: Error Discontinuous padding not allowed
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError string argument should contain only ASCII characters
# expect: Error Non-hexadecimal digit found
# expect: Error Odd-length string
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError argument should be a bytes-like object or ASCII string, not 'int'
# expect: TypeError memoryview: a bytes-like object is required, not 'int'
# expect: Error Only base64 data is allowed
