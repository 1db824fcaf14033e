# Recorded from CPython 3.11.7.
# The tables of RFC 3454, by samples.
import stringprep
import unicodedata as u

codes = [*range(0, 0x800), *range(0x800, 0x3000, 7), *range(0x3000, 0x110000, 997), *range(0xffd0, 0x10000), 0xe0001, 0xe0020]
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
# expect: in_table_a1 1809 480425636 ['0x221', '0x234', '0x235', '0x236']
# expect: in_table_b1 4 13327 ['0xad', '0x34f', '0x1806', '0x180d']
# expect: in_table_c11 1 32 ['0x20']
# expect: in_table_c11_c12 5 28875 ['0x20', '0xa0', '0x2002', '0x2009']
# expect: in_table_c12 4 28843 ['0xa0', '0x2002', '0x2009', '0x3000']
# expect: in_table_c21 33 623 ['0x0', '0x1', '0x2', '0x3']
# expect: in_table_c21_c22 72 279200 ['0x0', '0x1', '0x2', '0x3']
# expect: in_table_c22 39 278577 ['0x80', '0x81', '0x82', '0x83']
# expect: in_table_c3 138 138788229 ['0xe326', '0xe70b', '0xeaf0', '0xeed5']
# expect: in_table_c4 2 131069 ['0xfffe', '0xffff']
# expect: in_table_c5 2 113309 ['0xdb5c', '0xdf41']
# expect: in_table_c6 5 327655 ['0xfff9', '0xfffa', '0xfffb', '0xfffc']
# expect: in_table_c7 2 24557 ['0x2ff3', '0x2ffa']
# expect: in_table_c8 4 18200 ['0x340', '0x341', '0x202c', '0x206b']
# expect: in_table_c9 3 2752605 ['0xe003c', '0xe0001', '0xe0020']
# expect: in_table_d1 267 457063 ['0x5be', '0x5c0', '0x5c3', '0x5d0']
# expect: in_table_d2 1735 151105341 ['0x41', '0x42', '0x43', '0x44']
# expect: map_table_b2 582 2849894 [(65, 'a'), (66, 'b')]
# expect: map_table_b3 582 2849941 [(65, 'a'), (66, 'b')]
# expect:  ι tel
