# Recorded from CPython 3.11.7.
import sys

print()
print("a", 1, None, 2.5, [1, "x"], sep=", ", end="!\n")
print(*range(4), sep="")
print("x", end="")
print("y")
print("to stdout", file=sys.stdout, flush=True)
print("a\tb\\n", 'quote"s', "it's")
print(["it's", 'say "x"', "both'\"", "\n\t\x00\x7f", "é日", "\u200b"])
for bad in (lambda: print("a", sep=1), lambda: print(1, foo=2)):
    try:
        bad()
    except TypeError as error:
        print(error)
print("a", "b", sep=None, end=None)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


w = Writer()
print(1, 2, file=w)
print(w.parts)
# expect:
# expect: a, 1, None, 2.5, [1, 'x']!
# expect: 0123
# expect: xy
# expect: to stdout
# expect: a	b\n quote"s it's
# expect: ["it's", 'say "x"', 'both\'"', '\n\t\x00\x7f', 'é日', '\u200b']
# expect: sep must be None or a string, not int
# expect: 'foo' is an invalid keyword argument for print()
# expect: a b
# expect: ['1', ' ', '2', '\n']
