# Recorded from CPython 3.11.7.
import difflib
import gzip
import io
import zipfile

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a/b.txt", "text " * 100)
    archive.writestr("c.bin", b"\x00\x01")
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.read("c.bin"), archive.testzip())
    info = archive.getinfo("a/b.txt")
    print(info.file_size, info.compress_size < 50, archive.open("a/b.txt").read(9))
    try:
        archive.read("none")
    except KeyError as error:
        print(error)
print(zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"no")))
packed = gzip.compress(b"hello " * 50)
print(len(packed) < 60, gzip.decompress(packed) == b"hello " * 50)
with gzip.open(io.BytesIO(packed), "rt") as file:
    print(file.read(11))
print("".join(difflib.unified_diff(["a\n", "b\n"], ["a\n", "c\n"], "x", "y")), difflib.get_close_matches("appel", ["ape", "apple", "peach"]))
print("".join(difflib.ndiff("one\ntwo\nthree\n".splitlines(True), "ore\ntree\nemu\n".splitlines(True))))
print(difflib.SequenceMatcher(None, "abcd", "bcde").ratio())
# expect: ['a/b.txt', 'c.bin'] b'\x00\x01' None
# expect: 500 True b'text text'
# expect: "There is no item named 'none' in the archive"
# expect: True False
# expect: True True
# expect: hello hello
# expect: --- x
# expect: +++ y
# expect: @@ -1,2 +1,2 @@
# expect:  a
# expect: -b
# expect: +c
# expect:  ['apple', 'ape']
# expect: - one
# expect: ?  ^
# expect: + ore
# expect: ?  ^
# expect: - two
# expect: - three
# expect: ?  -
# expect: + tree
# expect: + emu
# expect:
# expect: 0.75
