# Recorded from CPython 3.11.7.
# Scoped flags, conditions, names of characters, warnings and errors of patterns.
import re
import warnings

print(re.findall(r"(?i:a)b", "Ab ab aB"), re.match(r"(?-i:a)b", "aB", re.I), re.match(r"(?a:\w)", "é"))
print(re.fullmatch(r"(<)?\w+(?(1)>|$)", "<ab>"), re.match(r"(a)b(?=(?(2)x|c))(c)", "abc").groups())
print(re.match(r"\N{LESS-THAN SIGN}", "<"), re.search(r"\B", ""), re.findall(r"[k-m]", "K", re.I), re.match("ſ", "S", re.I))
print(re.match(r"(a)b(?<=(?(1)b|x))c", "abc"), re.match(r"(?:a?){2,}y", "z"), re.split(r"^x", "x" * 5))
print(repr(re.compile("a", re.I | re.X)), repr(re.I | re.S | (1 << 20)), repr(re.compile(b"a", re.L)))
print(re.sub(b"a", bytearray(b"x"), bytearray(b"aba")), re.match(b"a", bytearray(b"ab")), re.compile("(?P<n>a)").groupindex["n"])
for pattern in (r"(?i", r"(?iz)", r"(?-i)", r"(?i-i:a)", r"(?au:a)", r"a(?i)b", r"(?P<1>a)", r"(?(1)a|b|c)", r"()(?(2)a)",
                r"[\w-b]", r"[b-a]", r"\567", r"[\8]", r"\U00110000", r"\N{NO SUCH}", r"\N", r"(?<=a*)b", r"(?<=(.)\1)c",
                r"x{3,1}", r"a**", b"(?u)a", r"(?L)a"):
    try:
        print(pattern, re.compile(pattern))
    except (re.error, ValueError) as error:
        print(pattern, "->", type(error).__name__, error)
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    for pattern in ("[[a]", "[a&&b]", "[a||b]", "[a~~b]", "()(?(+1)a)"):
        re.compile(pattern)
for warning in seen:
    print(warning.category.__name__, warning.message)
# expect: ['Ab', 'ab'] <re.Match object; span=(0, 2), match='aB'> None
# expect: <re.Match object; span=(0, 4), match='<ab>'> ('a', 'c')
# expect: <re.Match object; span=(0, 1), match='<'> None ['K'] <re.Match object; span=(0, 1), match='S'>
# expect: <re.Match object; span=(0, 3), match='abc'> None ['', 'xxxx']
# expect: re.compile('a', re.IGNORECASE|re.VERBOSE) re.IGNORECASE|re.DOTALL|0x100000 re.compile(b'a', re.LOCALE)
# expect: b'xbx' <re.Match object; span=(0, 1), match=b'a'> 1
# expect: (?i -> error missing -, : or ) at position 3
# expect: (?iz) -> error unknown flag at position 3
# expect: (?-i) -> error missing : at position 4
# expect: (?i-i:a) -> error bad inline flags: flag turned on and off at position 5
# expect: (?au:a) -> error bad inline flags: flags 'a', 'u' and 'L' are incompatible at position 4
# expect: a(?i)b -> error global flags not at the start of the expression at position 1
# expect: (?P<1>a) -> error bad character in group name '1' at position 4
# expect: (?(1)a|b|c) -> error conditional backref with more than two branches at position 8
# expect: ()(?(2)a) -> error invalid group reference 2 at position 5
# expect: [\w-b] -> error bad character range \w-b at position 1
# expect: [b-a] -> error bad character range b-a at position 1
# expect: \567 -> error octal escape value \567 outside of range 0-0o377 at position 0
# expect: [\8] -> error bad escape \8 at position 1
# expect: \U00110000 -> error bad escape \U00110000 at position 0
# expect: \N{NO SUCH} -> error undefined character name 'NO SUCH' at position 0
# expect: \N -> error missing { at position 2
# expect: (?<=a*)b -> error look-behind requires fixed-width pattern
# expect: (?<=(.)\1)c -> error cannot refer to group defined in the same lookbehind subpattern at position 9
# expect: x{3,1} -> error min repeat greater than max repeat at position 2
# expect: a** -> error multiple repeat at position 2
# expect: b'(?u)a' -> error bad inline flags: cannot use 'u' flag with a bytes pattern at position 3
# expect: (?L)a -> error bad inline flags: cannot use 'L' flag with a str pattern at position 3
# expect: FutureWarning Possible nested set at position 1
# expect: FutureWarning Possible set intersection at position 2
# expect: FutureWarning Possible set union at position 2
# expect: FutureWarning Possible set symmetric difference at position 2
# expect: DeprecationWarning bad character in group name '+1' at position 5
