# Recorded from CPython 3.11.7.
import codecs, zlib
def decode(data, name):
    try: return data.decode(name)
    except UnicodeDecodeError as error: return error.start, error.end, error.reason
def encode(text, name):
    try: return text.encode(name)
    except UnicodeEncodeError as error: return error.start, error.end, error.reason
for name in "hz iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr".split():
    signs = [encode(chr(n), name) for n in range(0, 0x10000, 61) if not 0xd800 <= n < 0xe000]
    print(name, codecs.lookup(name).name, zlib.crc32(ascii(signs).encode()), encode("a日~本\n語¥b", name), "a가日é".encode(name, "replace"))
    for escape in (b"\x1b$B", b"\x1b$(D", b"~{"):
        print("  ", escape, zlib.crc32(ascii([decode(escape + bytes([a, b]), name) for a in range(33, 127, 5) for b in range(33, 127, 11)]).encode()))
    data = "文\n日本\nab".encode(name, "replace")
    reader = codecs.getincrementaldecoder(name)()
    print("  ", "".join([reader.decode(data[i:i + 1]) for i in range(len(data))]) == data.decode(name))
    writer = codecs.getincrementalencoder(name)()
    print("  ", [writer.encode(sign, errors_or_final) for sign, errors_or_final in (("日", False), ("本", False), ("", True))] if name != "hz" and "kr" not in name else "")
for data, name in [(b"\x1b$B$", "iso2022_jp"), (b"\x1b$", "iso2022_jp"), (b"\x1bZ\x0e", "iso2022_jp"), (b"\x80", "iso2022_jp"), (b"\x1b(J\\~", "iso2022_jp"),
                   (b"\x1b$B !", "iso2022_jp"), (b"\x1b(I1", "iso2022_jp"), (b"\x1b$B\n$\"", "iso2022_jp"), (b"\x1b.A\x1bNi\n\x1b.F\x1bNa", "iso2022_jp_2"),
                   (b"~~~\na~{VP~}", "hz"), (b"~a", "hz"), (b"~", "hz"), (b"~{V", "hz"), (b"\x1b$)C\x0e0!\x0fa", "iso2022_kr"), (b"\x1b$)C\x0e0!\na", "iso2022_kr")]:
    print(name, data, ascii(decode(data, name)))
# expect: hz hz 1528962361 (5, 6, 'illegal multibyte sequence') b'a?~{HU(&~}'
# expect:    b'\x1b$B' 806155551
# expect:    b'\x1b$(D' 2720194919
# expect:    b'~{' 3378663023
# expect:    True
# expect:    
# expect: iso2022_jp iso2022_jp 1261870769 b'a\x1b$BF|\x1b(B~\x1b$BK\\\x1b(B\n\x1b$B8l\x1b(J\\\x1b(Bb' b'a?\x1b$BF|\x1b(B?'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 10544246
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_jp_1 iso2022_jp_1 3736460405 b'a\x1b$BF|\x1b(B~\x1b$BK\\\x1b(B\n\x1b$B8l\x1b(J\\\x1b(Bb' b'a?\x1b$BF|\x1b$(D+1\x1b(B'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 2233870696
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_jp_2 iso2022_jp_2 2603108682 b'a\x1b$BF|\x1b(B~\x1b$BK\\\x1b(B\n\x1b$B8l\x1b(J\\\x1b(Bb' b'a\x1b$(C0!\x1b$BF|\x1b$(D+1\x1b(B'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 2233870696
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_jp_2004 iso2022_jp_2004 803635922 (6, 7, 'illegal multibyte sequence') b'a?\x1b$BF|\x1b$(Q)_\x1b(B'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 10544246
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_jp_3 iso2022_jp_3 124354283 (6, 7, 'illegal multibyte sequence') b'a?\x1b$BF|\x1b$(O)_\x1b(B'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 10544246
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_jp_ext iso2022_jp_ext 2544309912 b'a\x1b$BF|\x1b(B~\x1b$BK\\\x1b(B\n\x1b$B8l\x1b(J\\\x1b(Bb' b'a?\x1b$BF|\x1b$(D+1\x1b(B'
# expect:    b'\x1b$B' 4010637093
# expect:    b'\x1b$(D' 2233870696
# expect:    b'~{' 1462842293
# expect:    True
# expect:    [b'\x1b$BF|', b'K\\', b'\x1b(B']
# expect: iso2022_kr iso2022_kr 184613536 (6, 7, 'illegal multibyte sequence') b'a\x1b$)C\x0e0!lm\x0f?'
# expect:    b'\x1b$B' 2432776732
# expect:    b'\x1b$(D' 10544246
# expect:    b'~{' 1462842293
# expect:    True
# expect:    
# expect: iso2022_jp b'\x1b$B$' (3, 4, 'incomplete multibyte sequence')
# expect: iso2022_jp b'\x1b$' (0, 2, 'incomplete multibyte sequence')
# expect: iso2022_jp b'\x1bZ\x0e' '\x1bZ\x0e'
# expect: iso2022_jp b'\x80' (0, 1, 'illegal multibyte sequence')
# expect: iso2022_jp b'\x1b(J\\~' '\xa5\u203e'
# expect: iso2022_jp b'\x1b$B !' (3, 5, 'illegal multibyte sequence')
# expect: iso2022_jp b'\x1b(I1' (0, 3, 'illegal multibyte sequence')
# expect: iso2022_jp b'\x1b$B\n$"' '\n\u3042'
# expect: iso2022_jp_2 b'\x1b.A\x1bNi\n\x1b.F\x1bNa' '\xe9\n\u03b1'
# expect: hz b'~~~\na~{VP~}' '~a\u4e2d'
# expect: hz b'~a' (0, 1, 'illegal multibyte sequence')
# expect: hz b'~' (0, 1, 'incomplete multibyte sequence')
# expect: hz b'~{V' (2, 3, 'incomplete multibyte sequence')
# expect: iso2022_kr b'\x1b$)C\x0e0!\x0fa' '\uac00a'
# expect: iso2022_kr b'\x1b$)C\x0e0!\na' '\uac00\na'
