# Recorded from CPython 3.12.1.
# Paths within an archive; ZIP64 members that are appended to.
import io, zipfile
file = io.BytesIO()
archive = zipfile.ZipFile(file, "w")
for name in ("a.txt", "b/c.txt", "b/d/e.tar.gz", "g/h/i.txt"):
    archive.writestr(name, "in " + name)
archive.filename = "x.zip"
root = zipfile.Path(archive)
path = root / "b" / "d" / "e.tar.gz"
for p in (root, path, root / "b"):
    print(repr(p), str(p), p.name, p.suffix, p.stem, p.suffixes, p.filename, str(p.parent), p.exists(), p.is_file(), p.is_dir())
print([str(p) for p in root.iterdir()], [str(p) for p in (root / "b").iterdir()], [str(p) for p in root.glob("*.txt")])
print(path.relative_to(root / "b"), path.match("*.gz"), root == zipfile.Path(archive), hash(root) == hash(zipfile.Path(archive)))
print(root.joinpath("b", "c.txt").read_text(), (root / "a.txt").read_bytes(), (root / "zz").exists(), path.is_symlink())
for step in (lambda: (root / "zz").read_text(), lambda: (root / "b").read_text(), lambda: root.glob(""),
             lambda: list((root / "a.txt").iterdir()), lambda: (root / "a.txt").open("rb", encoding="utf-8")):
    try:
        step()
    except Exception as error:
        print(type(error).__name__, error)
with (root / "new.txt").open("w") as out:
    out.write("new")
print((root / "new.txt").read_text())

zipfile.ZIP64_LIMIT = 20
file = io.BytesIO()
with zipfile.ZipFile(file, "w") as archive:
    archive.writestr("one", "x" * 50)
for name in ("two", "three"):
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, name * 20)
with zipfile.ZipFile(file) as archive:
    print([(i.filename, i.file_size, len(i.extra), i.extract_version) for i in archive.infolist()], archive.testzip(), archive.read("two"))
# expect: Path('x.zip', '') x.zip/ x.zip .zip x ['.zip'] x.zip . False False True
# expect: Path('x.zip', 'b/d/e.tar.gz') x.zip/b/d/e.tar.gz e.tar.gz .gz e.tar ['.tar', '.gz'] x.zip/b/d/e.tar.gz x.zip/b/d/ True True False
# expect: Path('x.zip', 'b/') x.zip/b/ b  b [] x.zip/b x.zip/ True False True
# expect: ['x.zip/a.txt', 'x.zip/b/', 'x.zip/g/'] ['x.zip/b/c.txt', 'x.zip/b/d/'] ['x.zip/a.txt']
# expect: d/e.tar.gz True True True
# expect: in b/c.txt b'in a.txt' False False
# expect: FileNotFoundError x.zip/zz
# expect: IsADirectoryError x.zip/b/
# expect: ValueError Unacceptable pattern: ''
# expect: ValueError Can't listdir a file
# expect: ValueError encoding args invalid for binary operation
# expect: new
# expect: [('one', 50, 20, 45), ('two', 60, 28, 45), ('three', 100, 28, 45)] None b'twotwotwotwotwotwotwotwotwotwotwotwotwotwotwotwotwotwotwotwo'
