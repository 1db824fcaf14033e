# Recorded from CPython 3.11.7.
# The commonest arguments of text methods and of %, next to those that take the general way.
print("%s-%d" % ("abc", 5), "%5d|%05d|%d" % (42, 42, -7), "%.2f|%8.3f|%f" % (1.005, -2.5, 3.0), "%05d" % -42, "%8.2f" % 0.0)
print("%s %s %s" % (1, "x", 2.5), "%d%%" % 50, "%s" % None, "%s" % ("a",), "%s" % [1], "%r" % "a", "%-5s|%5s" % ("a", "b"))
print("%d" % True, "%d" % 3.9, "%s" % True, "%.0f|%.1f" % (2.5, 0.05), "%d" % 10**30, "%05.1f" % -1.25, "%.3d" % 5)
print("%.2f" % -0.0, "%f" % float("nan"), "%f" % float("-inf"), "%.2f" % 1e300 == "%.2f" % 1e300, "%.9f" % 123456789.987654321)
print("%s" % "é", "é%d" % 1, "%s" % "", "" % (), "%c" % 65, "%x" % 255, "%(a)s" % {"a": 1})
for template, values in [("%d", "x"), ("%s", ()), ("%s %s", (1,)), ("%s", (1, 2)), ("%", 1), ("%z", 1), ("%.f", 1.5), ("%d", None)]:
    try:
        print(template % values)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("  a b ".strip(), "xxaxx".strip("x"), "aBc".upper(), "aBc".lower(), "straße".upper(), "".strip(), "É".lower())
print("abc".startswith("ab"), "abc".startswith("abcd"), "abc".startswith(("x", "a")), "abc".endswith("bc"), "abc".endswith("bc", 2),
      "abc".startswith(""), "é".startswith("é"), "abc".startswith("é"))
print("aXbX".replace("X", "yy"), "aXbX".replace("X", "", 1), "abc".replace("", "-"), "é".replace("é", "e"), "abc".replace("z", "y"))
for wrong in (lambda: "a".startswith(5), lambda: "a".replace("a", 5), lambda: "a".strip(5), lambda: "a".upper(1), lambda: str.upper(5)):
    try:
        wrong()
    except TypeError as error:
        print(error)


class Text(str):
    pass


t = Text("  Ab ")
print(type(t.strip()).__name__, t.upper(), t.startswith("  "), ",".join([t, "b"]), "%s|" % t, type(t.strip()) is str)
print(",".join(["a", "é", "中"]), "".join("abc"), "--".join(["x", "yy", ""]), "é".join(["a", "b"]), ",".join([]))
print([c for c in "aé中😀"], "abcdef"[::-1], "abcdef"[4:0:-2], "aé中"[::-1], "abcdef"[1::2])
it = iter("ab")
print(next(it), list(it), list(it), it.__length_hint__())
print([c in "0:." for c in "a0:x."], [c not in "ab" for c in "abc"], "" in "a", "ab" in "cab")
d = {}
print(d.setdefault("a", []), d.setdefault("a", 5), d.setdefault("b"), d)
s = set()
print(s.add(1), s.add(1), s, [1, 2].pop(), {"a": 1}.get("b"), {1, 2} | {3})
for wrong in (lambda: s.add([]), lambda: d.setdefault([], 1), lambda: [].pop()):
    try:
        wrong()
    except (TypeError, IndexError) as error:
        print(error)
print((1 + 2j) * (3 - 1j) + 1j - 2, -(2j) * 2j, sum([1j, 2j]), (0j) * (1 + 1j), [z * z + z for z in (1j, 2 + 0j)])
z = 1 + 1j
w = z * z + z
print(z, w, z * z * z, abs(3 + 4j), 7 / 2, -7 / 2, 1 / 3, 10**20 / 3, 2.5 / 2, 5 / 2.0, True / 2, 2**53 / 3)
print({(1, "a"): 1, (1, "b"): 2}[1, "b"], (1, 2.0) == (1.0, 2), hash((1, "a")) == hash((1, "a")), hash((-1, 0)) == hash((-2, 0)),
      (None, True) == (None, 1), hash(2**61 - 1), hash(2**61), hash(-1), hash(-(2**61 - 1)))
# expect: abc-5    42|00042|-7 1.00|  -2.500|3.000000 -0042     0.00
# expect: 1 x 2.5 50% None a [1] 'a' a    |    b
# expect: 1 3 True 2|0.1 1000000000000000000000000000000 -01.2 005
# expect: -0.00 nan -inf True 123456789.987654328
# expect: é é1   A ff 1
# expect: TypeError %d format: a real number is required, not str
# expect: TypeError not enough arguments for format string
# expect: TypeError not enough arguments for format string
# expect: TypeError not all arguments converted during string formatting
# expect: ValueError incomplete format
# expect: ValueError unsupported format character 'z' (0x7a) at index 1
# expect: 2
# expect: TypeError %d format: a real number is required, not NoneType
# expect: a b a ABC abc STRASSE  é
# expect: True False True True False True True False
# expect: ayybyy abX -a-b-c- e abc
# expect: startswith first arg must be str or a tuple of str, not int
# expect: replace() argument 2 must be str, not int
# expect: strip arg must be None or str
# expect: str.upper() takes no arguments (1 given)
# expect: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
# expect: str   AB  True   Ab ,b   Ab | True
# expect: a,é,中 abc x--yy-- aéb 
# expect: ['a', 'é', '中', '😀'] fedcba ec 中éa bdf
# expect: a ['b'] [] 0
# expect: [False, True, True, False, True] [False, False, True] True True
# expect: [] [] None {'a': [], 'b': None}
# expect: None None {1} 2 None {1, 2, 3}
# expect: unhashable type: 'list'
# expect: unhashable type: 'list'
# expect: pop from empty list
# expect: (3+6j) (4-0j) 3j 0j [(-1+1j), (6+0j)]
# expect: (1+1j) (1+3j) (-2+2j) 5.0 3.5 -3.5 0.3333333333333333 3.333333333333333e+19 1.25 2.5 0.5 3002399751580330.5
# expect: 2 True True True True 0 1 -2 0
