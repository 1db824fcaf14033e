# Recorded from CPython 3.11.7.
s = "naïve café 日本語 😀 e\u0301"
print(len(s), [hex(ord(c)) for c in s[-3:]], s.upper(), s.title(), s.split(), s.encode("utf-8")[:6], s.find("日"), s[11:14])
print(s.isascii(), "ABC".isascii(), "日".isalpha(), "Ⅷ".isnumeric(), "²".isdigit(), "x²".isalnum(), "İ".lower() == "i̇", "ǅ".swapcase(), "ﬁ".upper(), "ΑΣ".lower())
print("a\u2028b\x0bc\x1cd".splitlines(), "a\u00a0b".split(), "\u3000x\u3000".strip(), "tab\there".expandtabs(), "é" == "e\u0301", sorted("éeÉEaz"))
print("".join(chr(c) for c in (97, 233, 26085, 128512)), "😀"[0], "a😀b"[1], "😀😀".count("😀"), "x😀y".index("y"), max("a😀é"), "😀" in "a😀")
print(repr("\u0000\u001b\u007f\u0085\u00ad\u200b\ue000\uffff\U0001f600\U000e0001"), "\N{GREEK SMALL LETTER ALPHA}", "\x41\101\u0041")
print("%s|%5s|%-5s|" % ("日", "日", "日"), "日".center(5, "*"), "日".ljust(3, ".") + "|", "{:>4}".format("é"))
# expect: 19 ['0x20', '0x65', '0x301'] NAÏVE CAFÉ 日本語 😀 É Naïve Café 日本語 😀 É ['naïve', 'café', '日本語', '😀', 'é'] b'na\xc3\xafve' 11 日本語
# expect: False True True True True True True ǅ FI ας
# expect: ['a', 'b', 'c', 'd'] ['a', 'b'] x tab     here False ['E', 'a', 'e', 'z', 'É', 'é']
# expect: aé日😀 😀 😀 2 2 😀 True
# expect: '\x00\x1b\x7f\x85\xad\u200b\ue000\uffff😀\U000e0001' α AAA
# expect: 日|    日|日    | **日** 日..|    é
