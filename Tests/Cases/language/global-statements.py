# Recorded from CPython 3.11.7.
import sys

count = 0


def bump():
    global count, fresh
    count += 1
    fresh = "made"


bump()
print(count, fresh, "fresh" in globals())
print(sorted(k for k in globals() if not k.startswith("__")))


def local_names(a, b=2):
    c = a + b
    return sorted(locals().items())


print(local_names(1))
exec("made_by_exec = 10")
print(made_by_exec, eval("made_by_exec * 2"), eval("x + y", {"x": 1}, {"y": 2}))
namespace = {}
exec("def square(n):\n    return n * n\nvalue = square(7)", namespace)
print(namespace["value"], "square" in namespace)
code = compile("1 + 2", "<string>", "eval")
print(eval(code))
pass
...
print(Ellipsis, ... is Ellipsis)
print(__name__)
# expect: 1 made True
# expect: ['bump', 'count', 'fresh', 'sys']
# expect: [('a', 1), ('b', 2), ('c', 3)]
# expect: 10 20 3
# expect: 49 True
# expect: 3
# expect: Ellipsis True
# expect: __main__
