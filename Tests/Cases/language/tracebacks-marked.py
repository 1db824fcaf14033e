# Recorded from CPython 3.11.7.
# The marks under the lines of tracebacks.
import linecache, traceback

cases = [
    "1 / 0", "x = (1 + 2) / (3 - 3)", "[1, 2][5]", "d = {}; d['a']['b']", "a = b = 'x' + 1", "int('x') + 1",
    "'a' * 'b'", "1 +   'x'   # c", "f = lambda: 1 / 0; f()", "x = 1 // (0)", "not (1 < 'a')", "-'a'",
    "x = [1,\n 2 / 0]", "x = 2 \\\n / 0", "del {}[1]", "{}[1] += 2", "x = {}[\n1]", "x = 'éé'; y = x + 1",
    "raise ValueError", "assert 1 == 2", "print(1 / 0)", "((1) / (0))", "1 << -1", "x = (y := 1) / 0", "[][0].x.y",
    "(lambda: 1)() @ 2", "a = [[1]]; a[0][1][2]", "a = {1: 2}; a  [ 3 ]",
]
for n, c in enumerate(cases):
    name = "<c%d>" % n
    linecache.cache[name] = (len(c), None, [l + "\n" for l in c.split("\n")], name)
    try:
        exec(compile(c, name, "exec"))
    except BaseException as e:
        print("".join(traceback.format_exception(e)[2:]), end="")
# expect:   File "<c0>", line 1, in <module>
# expect:     1 / 0
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c1>", line 1, in <module>
# expect:     x = (1 + 2) / (3 - 3)
# expect:         ~~~~~~~~^~~~~~~~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c2>", line 1, in <module>
# expect:     [1, 2][5]
# expect:     ~~~~~~^^^
# expect: IndexError: list index out of range
# expect:   File "<c3>", line 1, in <module>
# expect:     d = {}; d['a']['b']
# expect:             ~^^^^^
# expect: KeyError: 'a'
# expect:   File "<c4>", line 1, in <module>
# expect:     a = b = 'x' + 1
# expect:             ~~~~^~~
# expect: TypeError: can only concatenate str (not "int") to str
# expect:   File "<c5>", line 1, in <module>
# expect:     int('x') + 1
# expect:     ^^^^^^^^
# expect: ValueError: invalid literal for int() with base 10: 'x'
# expect:   File "<c6>", line 1, in <module>
# expect:     'a' * 'b'
# expect:     ~~~~^~~~~
# expect: TypeError: can't multiply sequence by non-int of type 'str'
# expect:   File "<c7>", line 1, in <module>
# expect:     1 +   'x'   # c
# expect:     ~~^~~~~~~
# expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
# expect:   File "<c8>", line 1, in <module>
# expect:     f = lambda: 1 / 0; f()
# expect:                        ^^^
# expect:   File "<c8>", line 1, in <lambda>
# expect:     f = lambda: 1 / 0; f()
# expect:                 ~~^~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c9>", line 1, in <module>
# expect:     x = 1 // (0)
# expect:         ~~^^~~~~
# expect: ZeroDivisionError: integer division or modulo by zero
# expect:   File "<c10>", line 1, in <module>
# expect:     not (1 < 'a')
# expect:          ^^^^^^^
# expect: TypeError: '<' not supported between instances of 'int' and 'str'
# expect:   File "<c11>", line 1, in <module>
# expect:     -'a'
# expect: TypeError: bad operand type for unary -: 'str'
# expect:   File "<c12>", line 2, in <module>
# expect:     2 / 0]
# expect:     ~~^~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c13>", line 1, in <module>
# expect:     x = 2 \
# expect:         ^^^
# expect: ZeroDivisionError: division by zero
# expect:   File "<c14>", line 1, in <module>
# expect:     del {}[1]
# expect:         ~~^^^
# expect: KeyError: 1
# expect:   File "<c15>", line 1, in <module>
# expect:     {}[1] += 2
# expect:     ~~^^^
# expect: KeyError: 1
# expect:   File "<c16>", line 1, in <module>
# expect:     x = {}[
# expect:         ^^^
# expect: KeyError: 1
# expect:   File "<c17>", line 1, in <module>
# expect:     x = 'éé'; y = x + 1
# expect:                   ~~^~~
# expect: TypeError: can only concatenate str (not "int") to str
# expect:   File "<c18>", line 1, in <module>
# expect:     raise ValueError
# expect: ValueError
# expect:   File "<c19>", line 1, in <module>
# expect:     assert 1 == 2
# expect:            ^^^^^^
# expect: AssertionError
# expect:   File "<c20>", line 1, in <module>
# expect:     print(1 / 0)
# expect:           ~~^~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c21>", line 1, in <module>
# expect:     ((1) / (0))
# expect:      ~~~~^~~~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c22>", line 1, in <module>
# expect:     1 << -1
# expect:     ~~^^~~~
# expect: ValueError: negative shift count
# expect:   File "<c23>", line 1, in <module>
# expect:     x = (y := 1) / 0
# expect:         ~~~~~~~~~^~~
# expect: ZeroDivisionError: division by zero
# expect:   File "<c24>", line 1, in <module>
# expect:     [][0].x.y
# expect:     ~~^^^
# expect: IndexError: list index out of range
# expect:   File "<c25>", line 1, in <module>
# expect:     (lambda: 1)() @ 2
# expect:     ~~~~~~~~~~~~~~^~~
# expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
# expect:   File "<c26>", line 1, in <module>
# expect:     a = [[1]]; a[0][1][2]
# expect:                ~~~~^^^
# expect: IndexError: list index out of range
# expect:   File "<c27>", line 1, in <module>
# expect:     a = {1: 2}; a  [ 3 ]
# expect:                 ~~~^^^^^
# expect: KeyError: 3
