# Recorded from CPython 3.11.7.
import codecs, io, zlib
def decode(data, name):
    try: return data.decode(name)
    except UnicodeDecodeError as error: return error.start, error.end, error.reason
def encode(text, name):
    try: return text.encode(name)
    except UnicodeEncodeError as error: return error.start, error.end, error.reason
words = "日本語 中文漢字 한국어 ｶﾅ ａ〜é€"
for name in "big5 big5hkscs cp932 cp949 cp950 euc_jis_2004 euc_jp euc_kr gb18030 gb2312 gbk johab shift_jis shift_jis_2004".split():
    pairs = [decode(bytes([a, b]), name) for a in range(128, 256, 11) for b in range(30, 256, 7)]
    signs = [encode(chr(n), name) for n in range(160, 0x10000, 97) if not 0xd800 <= n < 0xe000]
    print(name, codecs.lookup(name).name, zlib.crc32(ascii(pairs).encode()), zlib.crc32(ascii(signs).encode()))
    data = words.encode(name, "xmlcharrefreplace")
    print(data, data.decode(name) == words, words.encode(name, "replace"))
    reader = codecs.getincrementaldecoder(name)()
    print("".join([reader.decode(data[i:i + 1]) for i in range(len(data))]) == data.decode(name), codecs.StreamReader is not None)
for data, name in [(b"a\x81", "gbk"), (b"a\x81\x20b", "gbk"), (b"\x80", "cp932"), (b"\xfd\xfd", "cp932"), (b"\x8f\xa1", "euc_jp"), (b"\x81\x30", "gb18030"),
                   (b"\x81\x30\x81\x30\x90\x30\x81\x30", "gb18030"), (b"\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2\xa4\xd4\xa4", "euc_kr")]:
    print(decode(data, name), [data.decode(name, errors) for errors in ("ignore", "replace", "backslashreplace")])
    try: data.decode(name)
    except UnicodeDecodeError as error: print(error)
try: "aé".encode("big5")
except UnicodeEncodeError as error: print(error)
print("か゚æ̀".encode("shift_jis_2004", "replace"), "Ê̄".encode("big5hkscs"), "𠀀\u0080".encode("gb18030"), "각갂".encode("euc_kr"))
file = io.TextIOWrapper(io.BytesIO(), "gbk", newline="")
file.write("汉字\n" * 300); file.seek(0)
print(sum(len(line) for line in file), file.encoding)
for alias in "sjis ms932 uhc 936 hkscs ujis korean ks_c_5601_1987 chinese gb18030_2000 cp1361 mskanji big5_tw eucjis2004 windows_31j".split():
    try: print(alias, codecs.lookup(alias).name)
    except LookupError as error: print(error)
# expect: big5 big5 2050634403 213965988
# expect: b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r &#54620;&#44397;&#50612; &#65398;&#65413; \xa2\xe9&#12316;&#233;&#8364;' False b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r ??? ?? \xa2\xe9???'
# expect: True True
# expect: big5hkscs big5hkscs 1654094667 1222284447
# expect: b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r &#54620;&#44397;&#50612; &#65398;&#65413; \xa2\xe9&#12316;\x88m&#8364;' False b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r ??? ?? \xa2\xe9?\x88m?'
# expect: True True
# expect: cp932 cp932 2505122794 2715459623
# expect: b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a &#54620;&#44397;&#50612; \xb6\xc5 \x82\x81\x81`&#233;&#8364;' False b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a ??? \xb6\xc5 \x82\x81\x81`??'
# expect: True True
# expect: cp949 cp949 2837758165 1690522360
# expect: b'\xec\xed\xdc\xe2\xe5\xde \xf1\xe9\xd9\xfe\xf9\xd3\xed\xae \xc7\xd1\xb1\xb9\xbe\xee &#65398;&#65413; \xa3\xe1&#12316;&#233;\xa2\xe6' False b'\xec\xed\xdc\xe2\xe5\xde \xf1\xe9\xd9\xfe\xf9\xd3\xed\xae \xc7\xd1\xb1\xb9\xbe\xee ?? \xa3\xe1??\xa2\xe6'
# expect: True True
# expect: cp950 cp950 3857152928 213965988
# expect: b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r &#54620;&#44397;&#50612; &#65398;&#65413; \xa2\xe9&#12316;&#233;\xa3\xe1' False b'\xa4\xe9\xa5\xbb\xbby \xa4\xa4\xa4\xe5\xba~\xa6r ??? ?? \xa2\xe9??\xa3\xe1'
# expect: True True
# expect: euc_jis_2004 euc_jis_2004 1360040884 2482950896
# expect: b'\xc6\xfc\xcb\xdc\xb8\xec \xc3\xe6\xca\xb8\xb4\xc1\xbb\xfa &#54620;&#44397;&#50612; \x8e\xb6\x8e\xc5 \xa3\xe1\xa1\xc1\xa9\xdf\xa9\xa1' False b'\xc6\xfc\xcb\xdc\xb8\xec \xc3\xe6\xca\xb8\xb4\xc1\xbb\xfa ??? \x8e\xb6\x8e\xc5 \xa3\xe1\xa1\xc1\xa9\xdf\xa9\xa1'
# expect: True True
# expect: euc_jp euc_jp 3445927422 119888847
# expect: b'\xc6\xfc\xcb\xdc\xb8\xec \xc3\xe6\xca\xb8\xb4\xc1\xbb\xfa &#54620;&#44397;&#50612; \x8e\xb6\x8e\xc5 \xa3\xe1\xa1\xc1\x8f\xab\xb1&#8364;' False b'\xc6\xfc\xcb\xdc\xb8\xec \xc3\xe6\xca\xb8\xb4\xc1\xbb\xfa ??? \x8e\xb6\x8e\xc5 \xa3\xe1\xa1\xc1\x8f\xab\xb1?'
# expect: True True
# expect: euc_kr euc_kr 2484633153 1397193887
# expect: b'\xec\xed\xdc\xe2\xe5\xde \xf1\xe9\xd9\xfe\xf9\xd3\xed\xae \xc7\xd1\xb1\xb9\xbe\xee &#65398;&#65413; \xa3\xe1&#12316;&#233;\xa2\xe6' False b'\xec\xed\xdc\xe2\xe5\xde \xf1\xe9\xd9\xfe\xf9\xd3\xed\xae \xc7\xd1\xb1\xb9\xbe\xee ?? \xa3\xe1??\xa2\xe6'
# expect: True True
# expect: gb18030 gb18030 4258395270 1293076425
# expect: b'\xc8\xd5\xb1\xbe\xd5Z \xd6\xd0\xce\xc4\x9dh\xd7\xd6 \x836\x843\x827\xf40\x832\xeb5 \x841\x978\x841\x993 \xa3\xe1\x819\xa41\xa8\xa6\xa2\xe3' True b'\xc8\xd5\xb1\xbe\xd5Z \xd6\xd0\xce\xc4\x9dh\xd7\xd6 \x836\x843\x827\xf40\x832\xeb5 \x841\x978\x841\x993 \xa3\xe1\x819\xa41\xa8\xa6\xa2\xe3'
# expect: True True
# expect: gb2312 gb2312 277459519 1551589590
# expect: b'\xc8\xd5\xb1\xbe&#35486; \xd6\xd0\xce\xc4&#28450;\xd7\xd6 &#54620;&#44397;&#50612; &#65398;&#65413; \xa3\xe1&#12316;\xa8\xa6&#8364;' False b'\xc8\xd5\xb1\xbe? \xd6\xd0\xce\xc4?\xd7\xd6 ??? ?? \xa3\xe1?\xa8\xa6?'
# expect: True True
# expect: gbk gbk 1689755197 1905670893
# expect: b'\xc8\xd5\xb1\xbe\xd5Z \xd6\xd0\xce\xc4\x9dh\xd7\xd6 &#54620;&#44397;&#50612; &#65398;&#65413; \xa3\xe1&#12316;\xa8\xa6&#8364;' False b'\xc8\xd5\xb1\xbe\xd5Z \xd6\xd0\xce\xc4\x9dh\xd7\xd6 ??? ?? \xa3\xe1?\xa8\xa6?'
# expect: True True
# expect: johab johab 2910863386 1443014811
# expect: b'\xf1}\xe9r\xed\xde \xf3\xe9\xe7\xfe\xf7\xd3\xf1\xae \xd0e\x8a\x82\xb4\xe1 &#65398;&#65413; \xdaq&#12316;&#233;\xd9\xe6' False b'\xf1}\xe9r\xed\xde \xf3\xe9\xe7\xfe\xf7\xd3\xf1\xae \xd0e\x8a\x82\xb4\xe1 ?? \xdaq??\xd9\xe6'
# expect: True True
# expect: shift_jis shift_jis 392370562 3469987716
# expect: b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a &#54620;&#44397;&#50612; \xb6\xc5 \x82\x81\x81`&#233;&#8364;' False b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a ??? \xb6\xc5 \x82\x81\x81`??'
# expect: True True
# expect: shift_jis_2004 shift_jis_2004 285702799 2788868268
# expect: b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a &#54620;&#44397;&#50612; \xb6\xc5 \x82\x81\x81`\x85~\x85@' False b'\x93\xfa\x96{\x8c\xea \x92\x86\x95\xb6\x8a\xbf\x8e\x9a ??? \xb6\xc5 \x82\x81\x81`\x85~\x85@'
# expect: True True
# expect: (1, 2, 'incomplete multibyte sequence') ['a', 'a�', 'a\\x81']
# expect: 'gbk' codec can't decode byte 0x81 in position 1: incomplete multibyte sequence
# expect: (1, 2, 'illegal multibyte sequence') ['a b', 'a� b', 'a\\x81 b']
# expect: 'gbk' codec can't decode byte 0x81 in position 1: illegal multibyte sequence
# expect:  ['\x80', '\x80', '\x80']
# expect:  ['\uf8f1\uf8f1', '\uf8f1\uf8f1', '\uf8f1\uf8f1']
# expect: (0, 2, 'incomplete multibyte sequence') ['', '�', '\\x8f\\xa1']
# expect: 'euc_jp' codec can't decode bytes in position 0-1: incomplete multibyte sequence
# expect: (0, 2, 'incomplete multibyte sequence') ['', '�', '\\x81\\x30']
# expect: 'gb18030' codec can't decode bytes in position 0-1: incomplete multibyte sequence
# expect: 𐀀 ['\x80𐀀', '\x80𐀀', '\x80𐀀']
# expect: (8, 11, 'incomplete multibyte sequence') ['갂', '갂�', '갂\\xa4\\xd4\\xa4']
# expect: 'euc_kr' codec can't decode bytes in position 8-10: incomplete multibyte sequence
# expect: 'big5' codec can't encode character '\xe9' in position 1: illegal multibyte sequence
# expect: b'\x82\xf5\x86c' b'\x88b' b'\x952\x826\x810\x810' b'\xb0\xa2\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2'
# expect: 900 gbk
# expect: sjis shift_jis
# expect: ms932 cp932
# expect: uhc cp949
# expect: 936 gbk
# expect: hkscs big5hkscs
# expect: ujis euc_jp
# expect: korean euc_kr
# expect: ks_c_5601_1987 euc_kr
# expect: chinese gb2312
# expect: gb18030_2000 gb18030
# expect: cp1361 johab
# expect: mskanji cp932
# expect: big5_tw big5
# expect: eucjis2004 euc_jis_2004
# expect: unknown encoding: windows_31j
