# Recorded from CPython 3.11.7.
# Codecs step by step and as streams, errors that name the codec, entries of the registry.
import codecs
import copy
import encodings.ascii
import encodings.utf_8
import io


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


reader = codecs.getreader("utf-8")(io.BytesIO("é\nü€\r\n\x85x\u2028y".encode()))
print([reader.readline(keepends=False) for _ in range(7)])
reader = codecs.getreader("utf-8")(io.BytesIO(b"ab\ncd\nef"))
print(reader.read(1), reader.readline(), list(reader), reader.seek(0), reader.readlines())
reader = codecs.getreader("utf-8")(io.BytesIO(b"ab\ncd\xff\nef"))
show(reader.readline)
show(reader.readline)

for name in ("utf-16", "utf-32", "utf-8-sig"):
    decoder, encoder = codecs.getincrementaldecoder(name)(), codecs.getincrementalencoder(name)()
    data = "ab".encode(name)
    print(name, decoder.getstate(), decoder.decode(data[:3]), decoder.decode(data[3:], True), decoder.getstate())
    print(encoder.getstate(), encoder.encode("a"), encoder.getstate(), encoder.encode("b"), encoder.reset(), encoder.encode("c"))
    target = io.BytesIO()
    writer = codecs.getwriter(name)(target)
    writer.write("x")
    writer.writelines(["y", "z"])
    print(target.getvalue())
show(lambda: codecs.getincrementaldecoder("utf-16")().decode(b"a\0b\0"))
for name, data in (("unicode_escape", b"a\\u00e9\\n"), ("utf-7", b"a+AOk-b"), ("utf-8", "aé€".encode())):
    decoder = codecs.getincrementaldecoder(name)()
    print(name, [decoder.decode(bytes([b])) for b in data], decoder.decode(b"", True))

both = codecs.StreamReaderWriter(io.BytesIO(b"ab\ncd\n"), codecs.getreader("utf-8"), codecs.getwriter("utf-8"))
print(next(both), both.readline(), both.write("é"), both.seek(0), both.readlines(), both.encoding)
show(lambda: copy.copy(both))
show(lambda: copy.copy(both.reader))
recoder = codecs.EncodedFile(io.BytesIO("é\nü\n".encode("latin-1")), "utf-8", "latin-1")
print(recoder.readline(), recoder.read(), recoder.write("ä".encode()), recoder.getvalue(), recoder.file_encoding)
print(list(codecs.iterencode(["a", "", "é"], "utf-8")), list(codecs.iterdecode([b"\xc3", b"\xa9", b"x"], "utf-8")))
show(lambda: list(codecs.iterdecode([b"\xc3"], "utf-8")))

for make in (lambda: codecs.decode(b"6", "hex"), lambda: codecs.encode("x", "hex"), lambda: codecs.encode(3, "utf-8"),
             lambda: "a..b".encode("idna"), lambda: "a".encode("rot13"), lambda: codecs.encode(b"hello", "uu"),
             lambda: codecs.decode(codecs.encode(b"hello", "uu"), "uu"), lambda: codecs.decode(b"", "uu"),
             lambda: codecs.lookup("none-such"), lambda: codecs.utf_16_ex_decode(b"\xfe\xff\0a", "strict", 0, True)):
    show(make)
for name in ("latin-1", "UTF8", "rot13", "cp1252"):
    entry = codecs.lookup(name)
    print(entry.name, entry._is_text_encoding, entry.streamreader.__name__, entry.incrementaldecoder.__module__)
print(encodings.utf_8.StreamReader is codecs.lookup("utf-8").streamreader, encodings.ascii.getregentry().name)
names = []
codecs.register(names.append)
show(lambda: codecs.lookup("Some--Name é.8"))
print(names)
# expect: ['é', 'ü€', '', 'x', 'y', '', '']
# expect: a b
# expect:  ['cd\n', 'ef'] None ['ab\n', 'cd\n', 'ef']
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: utf-16 (b'', 2)  ab (b'', 0)
# expect: 2 b'\xff\xfea\x00' 0 b'b\x00' None b'\xff\xfec\x00'
# expect: b'\xff\xfex\x00y\x00z\x00'
# expect: utf-32 (b'', 2)  ab (b'', 0)
# expect: 2 b'\xff\xfe\x00\x00a\x00\x00\x00' 0 b'b\x00\x00\x00' None b'\xff\xfe\x00\x00c\x00\x00\x00'
# expect: b'\xff\xfe\x00\x00x\x00\x00\x00y\x00\x00\x00z\x00\x00\x00'
# expect: utf-8-sig (b'', 1)  ab (b'', 0)
# expect: 1 b'\xef\xbb\xbfa' 0 b'b' None b'\xef\xbb\xbfc'
# expect: b'\xef\xbb\xbfxyz'
# expect: UnicodeError UTF-16 stream does not start with BOM
# expect: unicode_escape ['a', '', '', '', '', '', 'é', '', '\n'] 
# expect: utf-7 ['a', '', '', '', '', 'é', 'b'] 
# expect: utf-8 ['a', '', 'é', '', '', '€'] 
# expect: ab
# expect:  cd
# expect:  None None ['ab\n', 'cd\n', 'é'] unknown
# expect: TypeError can't serialize StreamReaderWriter
# expect: TypeError can't serialize StreamReader
# expect: b'\xc3\xa9\n' b'\xc3\xbc\n' None b'\xe9\n\xfc\n\xe4' latin-1
# expect: [b'a', b'\xc3\xa9'] ['é', 'x']
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
# expect: Error decoding with 'hex' codec failed (Error: Odd-length string)
# expect: TypeError encoding with 'hex' codec failed (TypeError: a bytes-like object is required, not 'str')
# expect: TypeError encoding with 'utf-8' codec failed (TypeError: utf_8_encode() argument 1 must be str, not int)
# expect: UnicodeError encoding with 'idna' codec failed (UnicodeError: label empty or too long)
# expect: LookupError 'rot13' is not a text encoding; use codecs.encode() to handle arbitrary codecs
# expect: b'begin 666 <data>\n%:&5L;&\\ \n \nend\n'
# expect: b'hello'
# expect: ValueError decoding with 'uu' codec failed (ValueError: Missing "begin" line in input data)
# expect: LookupError unknown encoding: none-such
# expect: ('a', 4, 1)
# expect: iso8859-1 True StreamReader encodings.latin_1
# expect: utf-8 True StreamReader encodings.utf_8
# expect: rot-13 False StreamReader encodings.rot_13
# expect: cp1252 True StreamReader encodings.cp1252
# expect: True ascii
# expect: LookupError unknown encoding: Some--Name é.8
# expect: ['some_name_.8']
