# Recorded from CPython 3.11.7.
import io
import os
import tarfile
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs("data/sub")
with open("data/a.txt", "w") as file:
    file.write("hello")
with open("data/sub/" + "n" * 90 + ".bin", "wb") as file:
    file.write(bytes(1000))
os.symlink("a.txt", "data/link")
for mode, form in (("w", tarfile.PAX_FORMAT), ("w:gz", tarfile.GNU_FORMAT), ("w", tarfile.USTAR_FORMAT)):
    with tarfile.open("t.tar", mode, format=form) as archive:
        archive.add("data", "top")
    with tarfile.open("t.tar") as archive:
        print(mode, [(m.name[:9], m.size, m.type) for m in archive.getmembers()])
        print(archive.extractfile("top/a.txt").read(), archive.getmember("top/link").linkname)
        archive.extractall("out", filter="data")
        archive.extract("top/a.txt", "single")
    print(sorted(os.listdir("out/top")), open("out/top/link").read(), os.listdir("single/top"))
print(tarfile.is_tarfile("t.tar"), tarfile.is_tarfile("data/a.txt"))
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w") as archive:
    for name in ("é.txt", "../up", "/abs"):
        member = tarfile.TarInfo(name)
        member.size = 3
        archive.addfile(member, io.BytesIO(b"abc"))
buffer.seek(0)
with tarfile.open(fileobj=buffer) as archive:
    for member in archive:
        print(member.name, member.isfile(), member.isdir(), member.mtime, oct(member.mode))
        try:
            print(tarfile.data_filter(member, ".").name)
        except tarfile.FilterError as error:
            print(type(error).__name__)
    try:
        archive.getmember("none")
    except KeyError as error:
        print(error)
for data in (b"", b"nonsense" * 200):
    try:
        tarfile.open(fileobj=io.BytesIO(data), mode="r:")
    except tarfile.ReadError as error:
        print(error)
# expect: w [('top', 0, b'5'), ('top/a.txt', 5, b'0'), ('top/link', 0, b'2'), ('top/sub', 0, b'5'), ('top/sub/n', 1000, b'0')]
# expect: b'hello' a.txt
# expect: ['a.txt', 'link', 'sub'] hello ['a.txt']
# expect: w:gz [('top', 0, b'5'), ('top/a.txt', 5, b'0'), ('top/link', 0, b'2'), ('top/sub', 0, b'5'), ('top/sub/n', 1000, b'0')]
# expect: b'hello' a.txt
# expect: ['a.txt', 'link', 'sub'] hello ['a.txt']
# expect: w [('top', 0, b'5'), ('top/a.txt', 5, b'0'), ('top/link', 0, b'2'), ('top/sub', 0, b'5'), ('top/sub/n', 1000, b'0')]
# expect: b'hello' a.txt
# expect: ['a.txt', 'link', 'sub'] hello ['a.txt']
# expect: True False
# expect: é.txt True False 0 0o644
# expect: é.txt
# expect: ../up True False 0 0o644
# expect: OutsideDestinationError
# expect: /abs True False 0 0o644
# expect: abs
# expect: "filename 'none' not found"
# expect: empty file
# expect: invalid header
