# Recorded from CPython 3.11.7.
programs = [
    "x = = 1",
    "if True\n    pass",
    "def f(:\n    pass",
    "print 'a'",
    "for i in range(3) print(i)",
    "x = (1, 2",
    "x = 1)",
    "return 5",
    "break",
    "    x = 1",
    "if 1:\npass",
    "f(a=1, 2)",
    "1 = x",
    "x + 1 = 2",
    "def f(a, a): pass",
    "'unterminated",
    "a b",
    "else: pass",
    "while True print(1)",
    "nonlocal x",
    "def f(a=1, b): pass",
    "f(**k, *a)",
    "class A\n    pass",
    "x = 5 if 3",
    "import",
    "del f()",
    "0777",
    "async = 1",
    "lambda: (yield) = 1",
]
for program in programs:
    try:
        compile(program, "<case>", "exec")
        print(repr(program), "fine")
    except SyntaxError as error:
        print(f"{program!r}: {type(error).__name__}: {error.msg} (line {error.lineno})")
# expect: 'x = = 1': SyntaxError: invalid syntax (line 1)
# expect: 'if True\n    pass': SyntaxError: expected ':' (line 1)
# expect: 'def f(:\n    pass': SyntaxError: invalid syntax (line 1)
# expect: "print 'a'": SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? (line 1)
# expect: 'for i in range(3) print(i)': SyntaxError: invalid syntax (line 1)
# expect: 'x = (1, 2': SyntaxError: '(' was never closed (line 1)
# expect: 'x = 1)': SyntaxError: unmatched ')' (line 1)
# expect: 'return 5': SyntaxError: 'return' outside function (line 1)
# expect: 'break': SyntaxError: 'break' outside loop (line 1)
# expect: '    x = 1': IndentationError: unexpected indent (line 1)
# expect: 'if 1:\npass': IndentationError: expected an indented block after 'if' statement on line 1 (line 2)
# expect: 'f(a=1, 2)': SyntaxError: positional argument follows keyword argument (line 1)
# expect: '1 = x': SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='? (line 1)
# expect: 'x + 1 = 2': SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='? (line 1)
# expect: 'def f(a, a): pass': SyntaxError: duplicate argument 'a' in function definition (line 1)
# expect: "'unterminated": SyntaxError: unterminated string literal (detected at line 1) (line 1)
# expect: 'a b': SyntaxError: invalid syntax (line 1)
# expect: 'else: pass': SyntaxError: invalid syntax (line 1)
# expect: 'while True print(1)': SyntaxError: invalid syntax (line 1)
# expect: 'nonlocal x': SyntaxError: nonlocal declaration not allowed at module level (line 1)
# expect: 'def f(a=1, b): pass': SyntaxError: non-default argument follows default argument (line 1)
# expect: 'f(**k, *a)': SyntaxError: iterable argument unpacking follows keyword argument unpacking (line 1)
# expect: 'class A\n    pass': SyntaxError: expected ':' (line 1)
# expect: 'x = 5 if 3': SyntaxError: expected 'else' after 'if' expression (line 1)
# expect: 'import': SyntaxError: invalid syntax (line 1)
# expect: 'del f()': SyntaxError: cannot delete function call (line 1)
# expect: '0777': SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers (line 1)
# expect: 'async = 1': SyntaxError: invalid syntax (line 1)
# expect: 'lambda: (yield) = 1': SyntaxError: cannot assign to lambda (line 1)
