# Recorded from CPython 3.11.7.
import fnmatch
import glob
import os
import tempfile

for pattern in ("*.txt", "[!a]?", "**a*a****a", "[]]", "[^x]", "[x", "a[--0]", "[z-a]", "[!z-a]", "[a\\]", "[a&&b]"):
    print(pattern, fnmatch.translate(pattern))
print(fnmatch.filter(["a.py", "B.py", ".py", "apy"], "*.py"), fnmatch.fnmatch(b"ab", b"a?"), fnmatch.fnmatchcase("A", "a"))
print(fnmatch.fnmatch("a" * 50 + "b", "*a*a*a*a*a*a*a*a*c"))
os.chdir(tempfile.mkdtemp())
for name in ("a.txt", "b.txt", ".hidden", "d/c.txt", "d/e/f.txt", "d/.g/h.txt", "x[1].txt"):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    open(name, "w").close()
for pattern in ("*", "*.txt", "**", "**/*.txt", "d/**", "d/*/", "d/", "none/*", "?.txt", "[ab].txt", "d/**/f.txt", ".*"):
    print(pattern, sorted(glob.glob(pattern)), sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob("**", recursive=True, include_hidden=True)))
print(sorted(glob.glob("*.txt", root_dir="d")), sorted(glob.glob(b"*.txt")), glob.glob(glob.escape("x[1].txt")))
print(sorted(glob.iglob(os.path.abspath("d/c*")))[0].endswith("/d/c.txt"), glob.escape("a*[?]"), glob.has_magic("a?"))
# expect: *.txt (?s:.*\.txt)\Z
# expect: [!a]? (?s:[^a].)\Z
# expect: **a*a****a (?s:(?>.*?a)(?>.*?a).*a)\Z
# expect: []] (?s:[]])\Z
# expect: [^x] (?s:[\^x])\Z
# expect: [x (?s:\[x)\Z
# expect: a[--0] (?s:a[\--0])\Z
# expect: [z-a] (?s:(?!))\Z
# expect: [!z-a] (?s:.)\Z
# expect: [a\] (?s:[a\\])\Z
# expect: [a&&b] (?s:[a\&\&b])\Z
# expect: ['a.py', 'B.py', '.py'] True False
# expect: False
# expect: * ['a.txt', 'b.txt', 'd', 'x[1].txt'] ['a.txt', 'b.txt', 'd', 'x[1].txt']
# expect: *.txt ['a.txt', 'b.txt', 'x[1].txt'] ['a.txt', 'b.txt', 'x[1].txt']
# expect: ** ['a.txt', 'b.txt', 'd', 'x[1].txt'] ['a.txt', 'b.txt', 'd', 'd/c.txt', 'd/e', 'd/e/f.txt', 'x[1].txt']
# expect: **/*.txt ['d/c.txt'] ['a.txt', 'b.txt', 'd/c.txt', 'd/e/f.txt', 'x[1].txt']
# expect: d/** ['d/c.txt', 'd/e'] ['d/', 'd/c.txt', 'd/e', 'd/e/f.txt']
# expect: d/*/ ['d/e/'] ['d/e/']
# expect: d/ ['d/'] ['d/']
# expect: none/* [] []
# expect: ?.txt ['a.txt', 'b.txt'] ['a.txt', 'b.txt']
# expect: [ab].txt ['a.txt', 'b.txt'] ['a.txt', 'b.txt']
# expect: d/**/f.txt ['d/e/f.txt'] ['d/e/f.txt']
# expect: .* ['.hidden'] ['.hidden']
# expect: ['.hidden', 'a.txt', 'b.txt', 'd', 'd/.g', 'd/.g/h.txt', 'd/c.txt', 'd/e', 'd/e/f.txt', 'x[1].txt']
# expect: ['c.txt'] [b'a.txt', b'b.txt', b'x[1].txt'] ['x[1].txt']
# expect: True a[*][[][?]] True
