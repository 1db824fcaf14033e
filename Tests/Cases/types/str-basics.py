# Recorded from CPython 3.11.7.
s = "héllo 日本 😀"
print(len(s), s[0], s[-1], s[1:4], s[::-1], s * 2, s + "!", "日" in s, s.index("😀"), max(s), ord(s[-1]))
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "10" < "9", "é" > "z", "a" == 'a', "abc" != "abd")
print("con" "cat", 'single "d"', "double 's'", "\x41\u0042\U00000043\N{BULLET}", r"raw\n", """triple
quoted""", "back\
slash")
print(repr("tab\tnl\nq'"), repr('both "\''), repr("\x00\x1f\x7f\x80\xa0\xad"), repr("\ud800"), ascii("日é"), repr("\\"), "\a\b\f\v".encode())
print([c for c in "ab😀"], list("日本"), "".join(reversed("abc")), sorted("hello"), set("aab") == {"a", "b"})
print(hash("abc") == hash("abc"), "abc" is "abc", bool(""), str("x") == "x", "x".__len__(), "%s" % "é", "é".upper(), "İ".lower().encode())
for bad in (lambda: "a" + 1, lambda: "a"[5], lambda: "a"["b"], lambda: "a" - "b", lambda: "a" * "b"):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
t = ""
for i in range(5):
    t += str(i)
print(t, t * 0 == "", -1 * "a" == "", "ab" * 3)
# expect: 10 h 😀 éll 😀 本日 olléh héllo 日本 😀héllo 日本 😀 héllo 日本 😀! True 9 😀 128512
# expect: True False True True True True True True
# expect: concat single "d" double 's' ABC• raw\n triple
# expect: quoted backslash
# expect: "tab\tnl\nq'" 'both "\'' '\x00\x1f\x7f\x80\xa0\xad' '\ud800' '\u65e5\xe9' '\\' b'\x07\x08\x0c\x0b'
# expect: ['a', 'b', '😀'] ['日', '本'] cba ['e', 'h', 'l', 'l', 'o'] True
# expect: True True False True 1 é É b'i\xcc\x87'
# expect: TypeError can only concatenate str (not "int") to str
# expect: IndexError string index out of range
# expect: TypeError string indices must be integers, not 'str'
# expect: TypeError unsupported operand type(s) for -: 'str' and 'str'
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: 'str' object does not support item assignment
# expect: 01234 True True ababab
