# Recorded from CPython 3.11.7.
import os
import tempfile
from pathlib import Path, PurePosixPath, PureWindowsPath

P, W = PurePosixPath, PureWindowsPath
for path in (W("c:/a//b/./c.tar.gz"), W("//host/share/x"), W("c:x"), W("/r"), W("a", "C:/b", "/c"), P("//x/y"), P("a/../b/")):
    print(repr(path), path.drive, path.root, path.parts, path.name, path.suffixes, path.is_absolute(), repr(path.parent))
print(W("A/b") == W("a/B"), P("A") == P("a"), hash(W("A")) == hash(W("a")), W("a") == P("a"), W("b") > W("A"))
print(P("/a/b/c").relative_to("/a"), W("C:/A/b").relative_to("c:/a"), P("a/b").is_relative_to("a"), P("a/b").joinpath("/c"))
print(P("a.py").with_suffix(".txt"), P("a/b").with_name("c"), P("x.tar.gz").with_stem("y"), P("a.py") / "b", "z" / P("q"))
print(P("/a/b.py").match("*.py"), P("/a/b.py").match("/a/*"), W("A.PY").match("*.py"), P("a/b/c").match("b/*"))
print(list(P("/a/b/c").parents), P("a/b").parents[0], P("/a b").as_uri(), W("c:/x y").as_uri(), W("nul.txt").is_reserved())
for wrong in (lambda: P("a").relative_to("b"), lambda: P("").with_name("x"), lambda: P("a").with_suffix("x"),
              lambda: P("a").with_name("b/c"), lambda: P(1), lambda: P("a").as_uri(), lambda: P("a") < W("a"),
              lambda: P("a").match("")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
os.chdir(tempfile.mkdtemp())
Path("d/e").mkdir(parents=True)
Path("d/x.py").write_text("text\n")
Path("d/e/y.py").write_bytes(b"\x00\x01")
Path("l").symlink_to("d")
print(sorted(map(str, Path("d").rglob("*.py"))), sorted(map(str, Path().glob("*/*"))), sorted(map(str, Path().glob("**"))))
print(Path("d/x.py").read_text(), Path("l").is_symlink(), Path("l/x.py").resolve().name, Path("l").readlink(), Path("d").is_dir())
print(Path("d/x.py").rename("d/z.py"), Path("d/x.py").exists(), Path("d/z.py").stat().st_size, Path("d/z.py").samefile("l/z.py"))
Path("t").touch()
Path("t").unlink()
Path("t").unlink(missing_ok=True)
for wrong in (lambda: Path("t").unlink(), lambda: Path("d").mkdir(), lambda: Path("d").rmdir(), lambda: list(Path().glob("")),
              lambda: list(Path().glob("a**")), lambda: list(Path().glob("/x")), lambda: Path("t").write_text(b"")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(Path("~").expanduser() == Path.home(), Path.cwd().is_absolute(), [p.name for p in sorted(Path("d").iterdir())])
# expect: PureWindowsPath('c:/a/b/c.tar.gz') c: \ ('c:\\', 'a', 'b', 'c.tar.gz') c.tar.gz ['.tar', '.gz'] True PureWindowsPath('c:/a/b')
# expect: PureWindowsPath('//host/share/x') \\host\share \ ('\\\\host\\share\\', 'x') x [] True PureWindowsPath('//host/share/')
# expect: PureWindowsPath('c:x') c:  ('c:', 'x') x [] False PureWindowsPath('c:')
# expect: PureWindowsPath('/r')  \ ('\\', 'r') r [] False PureWindowsPath('/')
# expect: PureWindowsPath('C:/c') C: \ ('C:\\', 'c') c [] True PureWindowsPath('C:/')
# expect: PurePosixPath('//x/y')  // ('//', 'x', 'y') y [] True PurePosixPath('//x')
# expect: PurePosixPath('a/../b')   ('a', '..', 'b') b [] False PurePosixPath('a/..')
# expect: True False True False True
# expect: b/c b True /c
# expect: a.txt a/c y.gz a.py/b z/q
# expect: True True True True
# expect: [PurePosixPath('/a/b'), PurePosixPath('/a'), PurePosixPath('/')] a file:///a%20b file:///c:/x%20y True
# expect: ValueError 'a' is not in the subpath of 'b' OR one path is relative and the other is absolute.
# expect: ValueError PurePosixPath('.') has an empty name
# expect: ValueError Invalid suffix 'x'
# expect: ValueError Invalid name 'b/c'
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: ValueError relative path can't be expressed as a file URI
# expect: TypeError '<' not supported between instances of 'PurePosixPath' and 'PureWindowsPath'
# expect: ValueError empty pattern
# expect: ['d/e/y.py', 'd/x.py'] ['d/e', 'd/x.py', 'l/e', 'l/x.py'] ['.', 'd', 'd/e']
# expect: text
# expect:  True x.py d True
# expect: d/z.py False 5 True
# expect: FileNotFoundError [Errno 2] No such file or directory: 't'
# expect: FileExistsError [Errno 17] File exists: 'd'
# expect: OSError [Errno 39] Directory not empty: 'd'
# expect: ValueError Unacceptable pattern: ''
# expect: ValueError Invalid pattern: '**' can only be an entire path component
# expect: NotImplementedError Non-relative patterns are unsupported
# expect: TypeError data must be str, not bytes
# expect: True True ['e', 'z.py']
