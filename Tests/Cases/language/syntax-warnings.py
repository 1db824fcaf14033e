# Recorded from CPython 3.11.7.
import warnings

sources = """x is 5|x is not "a"|x is ()|x is (1,)|x is (1,y)|x is -1|x is None|x is ...|5 is x is 3|x is f"a"|x is []
1()|"a"()|(1,)()|[]()|{}()|{1}()|f"x"()|None()|(lambda:0)()|(x for x in y)()|1.5()|1j()
1[0]|None[0]|{1}[0]|(lambda:0)[0]|...[0]|{1:2}["a"]|"abc"["a"]|"abc"[1.5]|"abc"[x]|"abc"[1]|"abc"[True]|"abc"[1:2]
"abc"[(1,2)]|[1]["a"]|(1,)["a"]|f"a"["b"]|[1][lambda:0]|[1][-1]|[1][None]|[i for i in y][b"a"]
assert (1, "a")|assert ()|assert x, "a"|x = "\\d"|"a";"\\q"|1if 1 else 2|0x1for x in y|1or 2|1_0and 1|0b1if 1 else 2
1jif 1 else 1|1.5or 1|1e5or 2|0o7or 1|1 if 1else 2|1is 1|[1]is x"""
for source in sources.replace("\n", "|").split("|"):
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter("always")
        try:
            compile(source, "<text>", "exec")
        except SyntaxError as error:
            print(source, error)
            continue
    print(source, *[f"{w.category.__name__} {w.message} {w.lineno}" for w in log], sep="    ")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        compile("x is 5", "<text>", "exec")
    except SyntaxError as error:
        print(error, error.lineno)
# expect: x is 5    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: x is not "a"    SyntaxWarning "is not" with a literal. Did you mean "!="? 1
# expect: x is ()    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: x is (1,)    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: x is (1,y)
# expect: x is -1    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: x is None
# expect: x is ...
# expect: 5 is x is 3    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: x is f"a"
# expect: x is []
# expect: 1()    SyntaxWarning 'int' object is not callable; perhaps you missed a comma? 1
# expect: "a"()    SyntaxWarning 'str' object is not callable; perhaps you missed a comma? 1
# expect: (1,)()    SyntaxWarning 'tuple' object is not callable; perhaps you missed a comma? 1
# expect: []()    SyntaxWarning 'list' object is not callable; perhaps you missed a comma? 1
# expect: {}()    SyntaxWarning 'dict' object is not callable; perhaps you missed a comma? 1
# expect: {1}()    SyntaxWarning 'set' object is not callable; perhaps you missed a comma? 1
# expect: f"x"()    SyntaxWarning 'str' object is not callable; perhaps you missed a comma? 1
# expect: None()    SyntaxWarning 'NoneType' object is not callable; perhaps you missed a comma? 1
# expect: (lambda:0)()
# expect: (x for x in y)()    SyntaxWarning 'generator' object is not callable; perhaps you missed a comma? 1
# expect: 1.5()    SyntaxWarning 'float' object is not callable; perhaps you missed a comma? 1
# expect: 1j()    SyntaxWarning 'complex' object is not callable; perhaps you missed a comma? 1
# expect: 1[0]    SyntaxWarning 'int' object is not subscriptable; perhaps you missed a comma? 1
# expect: None[0]    SyntaxWarning 'NoneType' object is not subscriptable; perhaps you missed a comma? 1
# expect: {1}[0]    SyntaxWarning 'set' object is not subscriptable; perhaps you missed a comma? 1
# expect: (lambda:0)[0]    SyntaxWarning 'function' object is not subscriptable; perhaps you missed a comma? 1
# expect: ...[0]    SyntaxWarning 'ellipsis' object is not subscriptable; perhaps you missed a comma? 1
# expect: {1:2}["a"]
# expect: "abc"["a"]    SyntaxWarning str indices must be integers or slices, not str; perhaps you missed a comma? 1
# expect: "abc"[1.5]    SyntaxWarning str indices must be integers or slices, not float; perhaps you missed a comma? 1
# expect: "abc"[x]
# expect: "abc"[1]
# expect: "abc"[True]
# expect: "abc"[1:2]
# expect: "abc"[(1,2)]    SyntaxWarning str indices must be integers or slices, not tuple; perhaps you missed a comma? 1
# expect: [1]["a"]    SyntaxWarning list indices must be integers or slices, not str; perhaps you missed a comma? 1
# expect: (1,)["a"]    SyntaxWarning tuple indices must be integers or slices, not str; perhaps you missed a comma? 1
# expect: f"a"["b"]    SyntaxWarning str indices must be integers or slices, not str; perhaps you missed a comma? 1
# expect: [1][lambda:0]    SyntaxWarning list indices must be integers or slices, not function; perhaps you missed a comma? 1
# expect: [1][-1]
# expect: [1][None]    SyntaxWarning list indices must be integers or slices, not NoneType; perhaps you missed a comma? 1
# expect: [i for i in y][b"a"]    SyntaxWarning list indices must be integers or slices, not bytes; perhaps you missed a comma? 1
# expect: assert (1, "a")    SyntaxWarning assertion is always true, perhaps remove parentheses? 1
# expect: assert ()
# expect: assert x, "a"
# expect: x = "\d"    DeprecationWarning invalid escape sequence '\d' 1
# expect: "a";"\q"    DeprecationWarning invalid escape sequence '\q' 1
# expect: 1if 1 else 2    SyntaxWarning invalid decimal literal 1
# expect: 0x1for x in y    SyntaxWarning invalid hexadecimal literal 1
# expect: 1or 2    SyntaxWarning invalid decimal literal 1
# expect: 1_0and 1    SyntaxWarning invalid decimal literal 1
# expect: 0b1if 1 else 2    SyntaxWarning invalid binary literal 1
# expect: 1jif 1 else 1    SyntaxWarning invalid imaginary literal 1
# expect: 1.5or 1    SyntaxWarning invalid decimal literal 1
# expect: 1e5or 2    SyntaxWarning invalid decimal literal 1
# expect: 0o7or 1    SyntaxWarning invalid octal literal 1
# expect: 1 if 1else 2    SyntaxWarning invalid decimal literal 1
# expect: 1is 1    SyntaxWarning invalid decimal literal 1    SyntaxWarning "is" with a literal. Did you mean "=="? 1
# expect: [1]is x
# expect: "is" with a literal. Did you mean "=="? (<text>, line 1) 1
