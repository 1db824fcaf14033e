# Recorded from CPython 3.11.7.
# Bytes of source may name their encoding; text may not. exec takes cells for free variables.
import types

space = {}
exec(b"# -*- coding: cp1251 -*-\na = '\xcf'", space)
exec(compile(b"\n# coding: koi8-r\nb = '\xf0'", "x", "exec"), space)
exec("# coding: latin-1\nc = '\u0416'", space)
exec(b"\xef\xbb\xbfd = 1", space)
print(space["a"], space["b"], space["c"], space["d"], eval(b"# coding: latin-1\n'\xe9'"))
for source in (b"# coding: nonsense\n1", b"\xff\x20", b"# coding: ascii\n'\xff'", b"# coding: cp1251\nx = '\xcf' +"):
    try:
        compile(source, "given", "exec")
    except SyntaxError as e:
        print(type(e).__name__)


def outer():
    a, b = 2, 3
    result = 0

    def inner():
        nonlocal result
        result = a * b

    def plain():
        pass

    exec(inner.__code__, {}, closure=inner.__closure__)
    print(result)
    for code, closure in ((inner.__code__, None), (inner.__code__, (types.CellType(1),)), (plain.__code__, (types.CellType(1),)),
                          ("1", (types.CellType(1),))):
        try:
            exec(code, {}, closure=closure)
        except TypeError as e:
            print(e)
    try:
        eval(inner.__code__)
    except TypeError as e:
        print(e)


outer()
for args in ("1", "f", "exec", 1 << 30), ("1", "f", "nonsense"), ("1", "f", "exec", 0, False, 7), ("1", 5, "exec"):
    try:
        compile(*args)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(eval(compile("'''doc'''\nassert 0", "f", "exec", optimize=1)), compile("1", types.SimpleNamespace(__fspath__=0) and b"name", "eval").co_filename)
exec("""if 1:
    def f():
        y = 1
        def g():
            global y
            return y
        return g
    y = 9
    print(f()())""", {}, {})
copied = types.FunctionType((lambda s: len(s)).__code__, {})
print(copied("abc"))
print(types.CellType(1) < types.CellType(2), types.CellType() < types.CellType(0), types.CellType() == types.CellType())
for text in ("1\n2", "def f(): pass", "if 1: pass\n", "class A:\n  x = 1"):
    try:
        print(compile(text, "s", "single").co_name)
    except SyntaxError as e:
        print(e.msg)
# expect: П П Ж 1 é
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
# expect: SyntaxError
# expect: 6
# expect: code object requires a closure of exactly length 3
# expect: code object requires a closure of exactly length 3
# expect: cannot use a closure with this code object
# expect: closure can only be used when source is a code object
# expect: code object passed to eval() may not contain free variables
# expect: ValueError compile(): unrecognised flags
# expect: ValueError compile() mode must be 'exec', 'eval' or 'single'
# expect: ValueError compile(): invalid optimize value
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: None name
# expect: 9
# expect: 3
# expect: True True True
# expect: multiple statements found while compiling a single statement
# expect: invalid syntax
# expect: <module>
# expect: <module>
