# Recorded from CPython 3.11.7.
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hello wORLD".capitalize(), "ß".upper(), "ǆ".title(), "HELLO".casefold())
print(s.find("o"), s.rfind("o"), s.find("z"), s.index("W"), s.count("l"), s.count(""), s.find("o", 5), s.find("o", 0, 4))
print(s.startswith("He"), s.endswith(("x", "ld")), s.startswith("lo", 3), "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " \t".isspace())
print("  x ".strip(), "xxaxx".strip("x"), "abc  ".rstrip() + "|", "  abc".lstrip(), "www.x.com".strip("w.moc"), "prefix_x".removeprefix("prefix_"), "a.py".removesuffix(".py"))
print("a,b,,c".split(","), "a b  c".split(), "a,b,c".split(",", 1), "a b c".rsplit(" ", 1), "l1\nl2\r\nl3".splitlines(), "a\nb\n".splitlines(True), "".split(), "".split(","), " a ".split(" "))
print("-".join(["a", "b"]), "".join(map(str, range(3))), ",".join("abc"), "a-b".partition("-"), "a-b-c".rpartition("-"), "abc".partition("x"))
print("aXbX".replace("X", "--"), "aaa".replace("a", "b", 2), "abc".replace("", "."), "x".center(5, "*"), "x".ljust(3) + "|", "x".rjust(3), "42".zfill(5), "-42".zfill(5))
print("abc".translate({97: "z", 98: None}), "abc".translate(str.maketrans("ab", "xy", "c")), "a\tb".expandtabs(4), "é".encode(), "héllo".encode("latin-1"), "日".encode("utf-16-le"))
print("abc".islower(), "Abc".isupper(), "Abc Def".istitle(), "x1".isidentifier(), "1x".isidentifier(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal(), "a\n".isprintable(), "é".isascii())
for bad in (lambda: "abc".index("z"), lambda: "a".join([1]), lambda: "a".split(""), lambda: "x".center(), lambda: "abc".foo, lambda: "a".replace(1, 2), lambda: ",".join(5), lambda: "x".encode("nope")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: HELLO, WORLD hello, world hELLO, wORLD Hello, World Hello world SS ǅ hello
# expect: 4 8 -1 7 3 13 8 -1
# expect: True True True True True True True
# expect: x a abc| abc x x a
# expect: ['a', 'b', '', 'c'] ['a', 'b', 'c'] ['a', 'b,c'] ['a b', 'c'] ['l1', 'l2', 'l3'] ['a\n', 'b\n'] [] [''] ['', 'a', '']
# expect: a-b 012 a,b,c ('a', '-', 'b') ('a-b', '-', 'c') ('abc', '', '')
# expect: a--b-- bba .a.b.c. **x** x  |   x 00042 -0042
# expect: zc xy a   b b'\xc3\xa9' b'h\xe9llo' b'\xe5e'
# expect: True False True True False True True True False False
# expect: ValueError substring not found
# expect: TypeError sequence item 0: expected str instance, int found
# expect: ValueError empty separator
# expect: TypeError center expected at least 1 argument, got 0
# expect: AttributeError 'str' object has no attribute 'foo'
# expect: TypeError replace() argument 1 must be str, not int
# expect: TypeError can only join an iterable
# expect: LookupError unknown encoding: nope
