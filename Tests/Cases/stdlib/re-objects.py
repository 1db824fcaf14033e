# Recorded from CPython 3.11.7.
# Patterns and matches as objects.
import copy, pickle, re

p = re.compile(r"(?P<a>\w+)=(?P<b>\d+)?(x)?")
m = p.search("  foo=12 bar=x baz=")
for program in r"""m|m.group(), m.group(1), m.group("a"), m.group(1, 2, 3), m[0], m["b"]|m[9]|m["z"]|m.group(10 ** 30)|m.groups("D")|m.groupdict(0)
m.span(), m.start(1), m.end("b"), m.span(3)|m.regs|m.lastindex, m.lastgroup|m.re is p, m.string, m.pos, m.endpos|m.expand(r"\1-\g<b>")
m.expand(r"\9")|copy.copy(m) is m, copy.deepcopy(p) is p, bool(m)|[x.group() for x in p.finditer("a=1 b=2x c=")]|p.findall("a=1 b=2x c=")
p.split("a=1;b=2x;c=", 1)|p.sub(r"\2\1", "a=1 b=2x c=")|p.sub(lambda m: m["a"].upper(), "a=1 b=2x")|p.subn("<>", "a=1 b=2", count=1)
p.subn("<>", "nothing")|p.sub("x", "a=1", count=-1)|p.sub(lambda m: 5, "a=1")|p.match(b"a=1")|p.match(5)|re.compile(b"x").match("x")
re.compile(b"(x)").match(bytearray(b"xa")).group()|re.compile(b"x").sub(b"y", b"axb")|p.match("a=1", 2), p.match("  a=1", 2).span()
p.fullmatch("a=1").span(), p.fullmatch("a=1 ")|p.pattern, p.groups, dict(p.groupindex)|re.compile("x", re.I | re.M)
re.compile("x") == re.compile("x"), re.compile("x") == re.compile(b"x")|pickle.loads(pickle.dumps(p)) == p|re.sub("x*", "-", "abxd")
re.split("x*", "abxd")|re.findall("(a)(b)?", "abab")|re.sub("(a)|b", r"[\1]", "abab")|re.sub("é", "e", "café")|re.split("([,;])", "a,b;c")
[x.span() for x in re.finditer("a*", "baac")]|re.Match[str], re.Pattern[bytes]|type(re.finditer("a", "b")).__name__
(lambda s: [s.match(), s.match(), s.search(), s.search()])(re.compile("a").scanner("aaba"))|p.findall()""".replace("\n", "|").split("|"):
    try:
        print(program, "->", repr(eval(program)))
    except Exception as error:
        print(program, "->", type(error).__name__, error)
# expect: m -> <re.Match object; span=(2, 8), match='foo=12'>
# expect: m.group(), m.group(1), m.group("a"), m.group(1, 2, 3), m[0], m["b"] -> ('foo=12', 'foo', 'foo', ('foo', '12', None), 'foo=12', '12')
# expect: m[9] -> IndexError no such group
# expect: m["z"] -> IndexError no such group
# expect: m.group(10 ** 30) -> IndexError no such group
# expect: m.groups("D") -> ('foo', '12', 'D')
# expect: m.groupdict(0) -> {'a': 'foo', 'b': '12'}
# expect: m.span(), m.start(1), m.end("b"), m.span(3) -> ((2, 8), 2, 8, (-1, -1))
# expect: m.regs -> ((2, 8), (2, 5), (6, 8), (-1, -1))
# expect: m.lastindex, m.lastgroup -> (2, 'b')
# expect: m.re is p, m.string, m.pos, m.endpos -> (True, '  foo=12 bar=x baz=', 0, 19)
# expect: m.expand(r"\1-\g<b>") -> 'foo-12'
# expect: m.expand(r"\9") -> error invalid group reference 9 at position 1
# expect: copy.copy(m) is m, copy.deepcopy(p) is p, bool(m) -> (True, True, True)
# expect: [x.group() for x in p.finditer("a=1 b=2x c=")] -> ['a=1', 'b=2x', 'c=']
# expect: p.findall("a=1 b=2x c=") -> [('a', '1', ''), ('b', '2', 'x'), ('c', '', '')]
# expect: p.split("a=1;b=2x;c=", 1) -> ['', 'a', '1', None, ';b=2x;c=']
# expect: p.sub(r"\2\1", "a=1 b=2x c=") -> '1a 2b c'
# expect: p.sub(lambda m: m["a"].upper(), "a=1 b=2x") -> 'A B'
# expect: p.subn("<>", "a=1 b=2", count=1) -> ('<> b=2', 1)
# expect: p.subn("<>", "nothing") -> ('nothing', 0)
# expect: p.sub("x", "a=1", count=-1) -> 'a=1'
# expect: p.sub(lambda m: 5, "a=1") -> TypeError sequence item 0: expected str instance, int found
# expect: p.match(b"a=1") -> TypeError cannot use a string pattern on a bytes-like object
# expect: p.match(5) -> TypeError expected string or bytes-like object, got 'int'
# expect: re.compile(b"x").match("x") -> TypeError cannot use a bytes pattern on a string-like object
# expect: re.compile(b"(x)").match(bytearray(b"xa")).group() -> b'x'
# expect: re.compile(b"x").sub(b"y", b"axb") -> b'ayb'
# expect: p.match("a=1", 2), p.match("  a=1", 2).span() -> (None, (2, 5))
# expect: p.fullmatch("a=1").span(), p.fullmatch("a=1 ") -> ((0, 3), None)
# expect: p.pattern, p.groups, dict(p.groupindex) -> ('(?P<a>\\w+)=(?P<b>\\d+)?(x)?', 3, {'a': 1, 'b': 2})
# expect: re.compile("x", re.I  -> SyntaxError '(' was never closed (<string>, line 1)
# expect:  re.M) -> SyntaxError unmatched ')' (<string>, line 1)
# expect: re.compile("x") == re.compile("x"), re.compile("x") == re.compile(b"x") -> (True, False)
# expect: pickle.loads(pickle.dumps(p)) == p -> True
# expect: re.sub("x*", "-", "abxd") -> '-a-b--d-'
# expect: re.split("x*", "abxd") -> ['', 'a', 'b', '', 'd', '']
# expect: re.findall("(a)(b)?", "abab") -> [('a', 'b'), ('a', 'b')]
# expect: re.sub("(a) -> SyntaxError unterminated string literal (detected at line 1) (<string>, line 1)
# expect: b", r"[\1]", "abab") -> SyntaxError unexpected character after line continuation character (<string>, line 1)
# expect: re.sub("é", "e", "café") -> 'cafe'
# expect: re.split("([,;])", "a,b;c") -> ['a', ',', 'b', ';', 'c']
# expect: [x.span() for x in re.finditer("a*", "baac")] -> [(0, 0), (1, 3), (3, 3), (4, 4)]
# expect: re.Match[str], re.Pattern[bytes] -> (re.Match[str], re.Pattern[bytes])
# expect: type(re.finditer("a", "b")).__name__ -> 'callable_iterator'
# expect: (lambda s: [s.match(), s.match(), s.search(), s.search()])(re.compile("a").scanner("aaba")) -> [<re.Match object; span=(0, 1), match='a'>, <re.Match object; span=(1, 2), match='a'>, <re.Match object; span=(3, 4), match='a'>, None]
# expect: p.findall() -> TypeError findall() missing required argument 'string' (pos 1)
