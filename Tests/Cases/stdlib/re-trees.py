# Recorded from CPython 3.12.1.
import re
from re import _compiler, _constants, _parser
for pattern in [r"ab|cd|", r"[ab]|c", r"abx|aby|ab[z0]", r"[^a]|[^a-z\d]", r"a*?b++c{2,3}d{,4}", r"(a)(?P<x>c)(?P=x)\1(?(x)d|e)", r"(?i:a)(?-s:.)(?>b)",
                r"(?=a)(?!b)(?<=c)(?<!d)", r"^\A\x41\u00e9\0\012\b$", r"(?x) a b # c", r"[]a-][\b\s]", "(?:ab)+(?:)", r"a{1"]:
    tree = _parser.parse(pattern)
    low, high = tree.getwidth()
    print(pattern, tree, low, min(high, 99), len(tree), int(tree.state.flags), tree.state.groups, tree.state.groupdict)
print(_parser.parse(rb"a\xff[\w]", re.I), int(_parser.parse("a b", re.X).state.flags))
for pattern in ["(", "a**", r"\q", "(?P<a>b)(?P<a>c)", "[z-a]", "$+", r"\b*", r"\Z?", "(?z)"]:
    try:
        _parser.parse(pattern)
    except re.error as error:
        print(pattern, error, error.pos)
tree = _parser.parse("(a)|b[cd]+(?(1)x|y)")
tree.dump()
print(tree[0:1], tree[0][0] is _constants.BRANCH, [str(code) for code, _ in tree])
del tree[0]
print(tree, repr(_constants.MAXREPEAT), _constants.AT_MULTILINE, _constants.OPCODES[:4], _constants.CH_UNICODE[_constants.CATEGORY_WORD])
print(_parser.parse_template(r"\1x\g<n>\n", _compiler.compile("(a)(?P<n>b)")), _compiler.isstring(b""), _compiler.compile(_parser.parse("a+")).findall("aab"))
print([re.match(pattern, "ab").span() for pattern in ("(?:$)*a", r"(?:\b)+a", "(?:^)*a")])
# expect: ab|cd| [(BRANCH, (None, [[(LITERAL, 97), (LITERAL, 98)], [(LITERAL, 99), (LITERAL, 100)], []]))] 0 2 1 32 1 {}
# expect: [ab]|c [(IN, [(LITERAL, 97), (LITERAL, 98), (LITERAL, 99)])] 1 1 1 32 1 {}
# expect: abx|aby|ab[z0] [(LITERAL, 97), (LITERAL, 98), (IN, [(LITERAL, 120), (LITERAL, 121), (LITERAL, 122), (LITERAL, 48)])] 3 3 3 32 1 {}
# expect: [^a]|[^a-z\d] [(BRANCH, (None, [[(NOT_LITERAL, 97)], [(IN, [(NEGATE, None), (RANGE, (97, 122)), (CATEGORY, CATEGORY_DIGIT)])]]))] 1 1 1 32 1 {}
# expect: a*?b++c{2,3}d{,4} [(MIN_REPEAT, (0, MAXREPEAT, [(LITERAL, 97)])), (POSSESSIVE_REPEAT, (1, MAXREPEAT, [(LITERAL, 98)])), (MAX_REPEAT, (2, 3, [(LITERAL, 99)])), (MAX_REPEAT, (0, 4, [(LITERAL, 100)]))] 3 99 4 32 1 {}
# expect: (a)(?P<x>c)(?P=x)\1(?(x)d|e) [(SUBPATTERN, (1, 0, 0, [(LITERAL, 97)])), (SUBPATTERN, (2, 0, 0, [(LITERAL, 99)])), (GROUPREF, 2), (GROUPREF, 1), (GROUPREF_EXISTS, (2, [(LITERAL, 100)], [(LITERAL, 101)]))] 5 5 5 32 3 {'x': 2}
# expect: (?i:a)(?-s:.)(?>b) [(SUBPATTERN, (None, 2, 0, [(LITERAL, 97)])), (SUBPATTERN, (None, 0, 16, [(ANY, None)])), (ATOMIC_GROUP, [(LITERAL, 98)])] 3 3 3 32 1 {}
# expect: (?=a)(?!b)(?<=c)(?<!d) [(ASSERT, (1, [(LITERAL, 97)])), (ASSERT_NOT, (1, [(LITERAL, 98)])), (ASSERT, (-1, [(LITERAL, 99)])), (ASSERT_NOT, (-1, [(LITERAL, 100)]))] 0 0 4 32 1 {}
# expect: ^\A\x41\u00e9\0\012\b$ [(AT, AT_BEGINNING), (AT, AT_BEGINNING_STRING), (LITERAL, 65), (LITERAL, 233), (LITERAL, 0), (LITERAL, 10), (AT, AT_BOUNDARY), (AT, AT_END)] 4 4 8 32 1 {}
# expect: (?x) a b # c [(LITERAL, 97), (LITERAL, 98)] 2 2 2 96 1 {}
# expect: []a-][\b\s] [(IN, [(LITERAL, 93), (LITERAL, 97), (LITERAL, 45)]), (IN, [(LITERAL, 8), (CATEGORY, CATEGORY_SPACE)])] 2 2 2 32 1 {}
# expect: (?:ab)+(?:) [(MAX_REPEAT, (1, MAXREPEAT, [(LITERAL, 97), (LITERAL, 98)]))] 2 99 1 32 1 {}
# expect: a{1 [(LITERAL, 97), (LITERAL, 123), (LITERAL, 49)] 3 3 3 32 1 {}
# expect: [(LITERAL, 97), (LITERAL, 255), (IN, [(CATEGORY, CATEGORY_WORD)])] 96
# expect: ( missing ), unterminated subpattern at position 0 0
# expect: a** multiple repeat at position 2 2
# expect: \q bad escape \q at position 0 0
# expect: (?P<a>b)(?P<a>c) redefinition of group name 'a' as group 2; was group 1 at position 12 12
# expect: [z-a] bad character range z-a at position 1 1
# expect: $+ nothing to repeat at position 1 1
# expect: \b* nothing to repeat at position 2 2
# expect: \Z? nothing to repeat at position 2 2
# expect: (?z) unknown extension ?z at position 1 1
# expect: BRANCH
# expect:   SUBPATTERN 1 0 0
# expect:     LITERAL 97
# expect: OR
# expect:   LITERAL 98
# expect:   MAX_REPEAT 1 MAXREPEAT
# expect:     IN
# expect:       LITERAL 99
# expect:       LITERAL 100
# expect:   GROUPREF_EXISTS 1
# expect:     LITERAL 120
# expect:   ELSE
# expect:     LITERAL 121
# expect: [(BRANCH, (None, [[(SUBPATTERN, (1, 0, 0, [(LITERAL, 97)]))], [(LITERAL, 98), (MAX_REPEAT, (1, MAXREPEAT, [(IN, [(LITERAL, 99), (LITERAL, 100)])])), (GROUPREF_EXISTS, (1, [(LITERAL, 120)], [(LITERAL, 121)]))]]))] True ['BRANCH']
# expect: [] MAXREPEAT {AT_BEGINNING: AT_BEGINNING_LINE, AT_END: AT_END_LINE} [FAILURE, SUCCESS, ANY, ANY_ALL] CATEGORY_UNI_WORD
# expect: ['', 1, 'x', 2, '\n'] True ['aa']
# expect: [(0, 1), (0, 1), (0, 1)]
