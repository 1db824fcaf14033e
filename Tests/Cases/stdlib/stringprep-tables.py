# Recorded from CPython 3.11.7.
# The tables of RFC 3454, by samples.
import stringprep
import unicodedata as u

codes = [*range(0x3000), *range(0x3000, 0x110000, 97), *range(0xfff0, 0x10000), 0xe0001, 0xe0020]
for name in sorted(dir(stringprep)):
    if name.startswith("in_table"):
        function = getattr(stringprep, name)
        found = [code for code in codes if function(chr(code))]
        print(name, len(found), sum(found), [hex(code) for code in found[:4]])
    elif name.startswith("map_table"):
        function = getattr(stringprep, name)
        found = [(code, function(chr(code))) for code in codes if u.category(chr(code)) != "Cn" and function(chr(code)) != chr(code)]
        print(name, len(found), sum([code * len(text) + sum(map(ord, text)) for code, text in found]), found[:2])
print(stringprep.map_table_b3("\u037a"), stringprep.map_table_b2("\u2121"))
# expect: in_table_a1 13301 4918342466 ['0x221', '0x234', '0x235', '0x236']
# expect: in_table_b1 10 58538 ['0xad', '0x34f', '0x1806', '0x180b']
# expect: in_table_c11 1 32 ['0x20']
# expect: in_table_c11_c12 18 133136 ['0x20', '0xa0', '0x1680', '0x2000']
# expect: in_table_c12 17 133104 ['0xa0', '0x1680', '0x2000', '0x2001']
# expect: in_table_c21 33 623 ['0x0', '0x1', '0x2', '0x3']
# expect: in_table_c21_c22 86 392894 ['0x0', '0x1', '0x2', '0x3']
# expect: in_table_c22 53 392271 ['0x80', '0x81', '0x82', '0x83']
# expect: in_table_c3 1417 1420572192 ['0xe031', '0xe092', '0xe0f3', '0xe154']
# expect: in_table_c4 3 1245180 ['0x10ffff', '0xfffe', '0xffff']
# expect: in_table_c5 21 1182846 ['0xd83c', '0xd89d', '0xd8fe', '0xd95f']
# expect: in_table_c6 5 327655 ['0xfff9', '0xfffa', '0xfffb', '0xfffc']
# expect: in_table_c7 12 147330 ['0x2ff0', '0x2ff1', '0x2ff2', '0x2ff3']
# expect: in_table_c8 15 109061 ['0x340', '0x341', '0x200e', '0x200f']
# expect: in_table_c9 3 2752630 ['0xe0055', '0xe0001', '0xe0020']
# expect: in_table_d1 277 1048349 ['0x5be', '0x5c0', '0x5c3', '0x5d0']
# expect: in_table_d2 6812 1525188027 ['0x41', '0x42', '0x43', '0x44']
# expect: map_table_b2 1146 16114968 [(65, 'a'), (66, 'b')]
# expect: map_table_b3 1146 16107170 [(65, 'a'), (66, 'b')]
# expect:  ι tel
