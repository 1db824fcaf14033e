# Recorded from CPython 3.11.7.
import codecs, zlib
for name in ("cp037 cp1006 cp1026 cp1125 cp1140 cp273 cp424 cp437 cp500 cp720 cp737 cp775 cp850 cp852 cp855 cp856 cp857 cp858 cp860 cp861 cp862 cp863 cp864 "
             "cp865 cp866 cp869 cp874 cp875 hp_roman8 iso8859_10 koi8_r koi8_t koi8_u kz1048 mac_arabic mac_croatian mac_cyrillic mac_farsi mac_greek "
             "mac_iceland mac_latin2 mac_roman mac_romanian mac_turkish palmos ptcp154 tis_620").split():
    text = bytes(range(256)).decode(name, "replace")
    print(name, codecs.lookup(name).name, zlib.crc32(text.encode()), zlib.crc32(text.encode(name, "xmlcharrefreplace")))
for alias in "ebcdic_cp_us 1140 ibm869 thai latin6 l10 strk1048_2002 pt154 r8 maccentraleurope iso_ir_166 csibm866 arabic".split():
    print(alias, codecs.lookup(alias).name)
for broken in (lambda: b"a\xfc".decode("cp424"), lambda: "aя".encode("cp037")):
    try: broken()
    except UnicodeError as error: print(error)
# expect: cp037 cp037 79259418 688229491
# expect: cp1006 cp1006 2312551689 4111340928
# expect: cp1026 cp1026 1222660310 688229491
# expect: cp1125 cp1125 3458555365 688229491
# expect: cp1140 cp1140 3149154033 688229491
# expect: cp273 cp273 2324932028 688229491
# expect: cp424 cp424 436187626 2685593535
# expect: cp437 cp437 1301192267 688229491
# expect: cp500 cp500 3632603686 688229491
# expect: cp720 cp720 1117385216 688229491
# expect: cp737 cp737 2912427424 688229491
# expect: cp775 cp775 783745986 688229491
# expect: cp850 cp850 1012390782 688229491
# expect: cp852 cp852 3918224606 688229491
# expect: cp855 cp855 2038109072 688229491
# expect: cp856 cp856 1809983832 2288888071
# expect: cp857 cp857 1357486212 269356620
# expect: cp858 cp858 1813070355 688229491
# expect: cp860 cp860 3205846611 688229491
# expect: cp861 cp861 2674976599 688229491
# expect: cp862 cp862 864631694 688229491
# expect: cp863 cp863 2765489051 688229491
# expect: cp864 cp864 1248335859 90405548
# expect: cp865 cp865 4097891567 688229491
# expect: cp866 cp866 406143317 688229491
# expect: cp869 cp869 2583263108 927026663
# expect: cp874 cp874 4256676497 3732779365
# expect: cp875 cp875 1274099868 1714561512
# expect: hp_roman8 hp-roman8 306479977 3290033297
# expect: iso8859_10 iso8859-10 1649680054 688229491
# expect: koi8_r koi8-r 1282115307 688229491
# expect: koi8_t koi8-t 3245981059 2874029852
# expect: koi8_u koi8-u 4290256819 688229491
# expect: kz1048 kz1048 205820165 2450910719
# expect: mac_arabic mac-arabic 2820408261 3417638955
# expect: mac_croatian mac-croatian 1355667209 688229491
# expect: mac_cyrillic mac-cyrillic 1929377482 688229491
# expect: mac_farsi mac-farsi 2994098514 3417638955
# expect: mac_greek mac-greek 1455830248 688229491
# expect: mac_iceland mac-iceland 2686744898 688229491
# expect: mac_latin2 mac-latin2 1199105872 688229491
# expect: mac_roman mac-roman 3793643576 688229491
# expect: mac_romanian mac-romanian 3726383900 688229491
# expect: mac_turkish mac-turkish 619207430 688229491
# expect: palmos palmos 3252613924 688229491
# expect: ptcp154 ptcp154 2430292211 688229491
# expect: tis_620 tis-620 36322578 3211302245
# expect: ebcdic_cp_us cp037
# expect: 1140 cp1140
# expect: ibm869 cp869
# expect: thai iso8859-11
# expect: latin6 iso8859-10
# expect: l10 iso8859-16
# expect: strk1048_2002 kz1048
# expect: pt154 ptcp154
# expect: r8 hp-roman8
# expect: maccentraleurope mac-latin2
# expect: iso_ir_166 tis-620
# expect: csibm866 cp866
# expect: arabic iso8859-6
# expect: 'charmap' codec can't decode byte 0xfc in position 1: character maps to <undefined>
# expect: 'charmap' codec can't encode character '\u044f' in position 1: character maps to <undefined>
