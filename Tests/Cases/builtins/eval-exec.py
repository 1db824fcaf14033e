# Recorded from CPython 3.11.7.
x = 10
print(eval("x + 1"), eval("[i for i in range(3)]"), eval(" 5 "))
exec("y = x * 2\nprint('in exec', y)")
print(y)


def local():
    z = 5
    return eval("z + x")


print(local())
space = {"a": 1}
exec("b = a + 1", space)
print(space["b"], eval("a + b", {"a": 1}, {"b": 2}))
for bad in ("1 +", "undefined_name", "1 / 0"):
    try:
        eval(bad)
    except Exception as error:
        print(type(error).__name__, error)
code = compile("for i in range(2): print(i)", "f", "exec")
exec(code)
print(compile("1", "f", "eval").co_filename)
print(eval("lambda a: a + x")(1), eval("(yes := 3)"), globals()["x"])
print(sorted(k for k in locals() if len(k) == 1))
# expect: 11 [0, 1, 2] 5
# expect: in exec 20
# expect: 20
# expect: 15
# expect: 2 3
# expect: SyntaxError invalid syntax (<string>, line 1)
# expect: NameError name 'undefined_name' is not defined
# expect: ZeroDivisionError division by zero
# expect: 0
# expect: 1
# expect: f
# expect: 11 3 10
# expect: ['i', 'x', 'y']
