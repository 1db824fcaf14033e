# Recorded from CPython 3.11.7.
import compileall, contextlib, io, os, py_compile, tempfile
folder = tempfile.mkdtemp()
os.chdir(folder)
os.makedirs("pack/inner")
for name, text in (("good.py", "x = 1\n"), ("bad.py", "x = = 1\n"), ("pack/inner/deep.py", "y = 2\n"), ("pack/odd.txt", "?")):
    with open(name, "w") as file:
        file.write(text)
py_compile.compile("good.py")
told = io.StringIO()
with contextlib.redirect_stderr(told):
    py_compile.compile("bad.py")
    py_compile.compile("bad.py", quiet=2)
print(told.getvalue())
for wrong in (lambda: py_compile.compile("bad.py", doraise=True), lambda: py_compile.compile("none.py", doraise=True)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
print(bool(compileall.compile_dir("pack")))
print(bool(compileall.compile_dir("pack", maxlevels=0, quiet=1)), bool(compileall.compile_file("bad.py", quiet=2)), bool(compileall.compile_file("pack/odd.txt")))
print(bool(compileall.compile_file("bad.py")))
# expect:   File "bad.py", line 1
# expect:     x = = 1
# expect:         ^
# expect: SyntaxError: invalid syntax
# expect:
# expect:
# expect: PyCompileError   File "bad.py", line 1
# expect:     x = = 1
# expect:         ^
# expect: SyntaxError: invalid syntax
# expect:
# expect: FileNotFoundError [Errno 2] No such file or directory: 'none.py'
# expect: Listing 'pack'...
# expect: Listing 'pack/inner'...
# expect: Compiling 'pack/inner/deep.py'...
# expect: True
# expect: True False True
# expect: Compiling 'bad.py'...
# expect: ***   File "bad.py", line 1
# expect:     x = = 1
# expect:         ^
# expect: SyntaxError: invalid syntax
# expect:
# expect: False
