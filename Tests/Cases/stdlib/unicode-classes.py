# Recorded from CPython 3.12.1.
# What unicodedata says of characters: classes, widths, directions, compatibility forms.
import unicodedata as u

sample = [*range(0, 0x3400, 3), *range(0xA000, 0x1F000, 101), *range(0xF900, 0x10000, 2), 0x1D400, 0x2F800, 0xE0100, 0x10FFFF]
sample = [chr(code) for code in sample if not 0xD800 <= code < 0xE000]
for name in ("category", "bidirectional", "east_asian_width", "combining", "decomposition"):
    found = {}
    for c in sample:
        found.setdefault(getattr(u, name)(c).split(" ")[0] if name == "decomposition" else getattr(u, name)(c), []).append(ord(c))
    if name == "decomposition":
        found = {key: codes for key, codes in found.items() if key.startswith("<")}
    print(name, sorted([(str(key), len(codes), sum(codes)) for key, codes in found.items()]))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    texts = [u.normalize(form, c) for c in sample]
    print(form, sum(map(len, texts)), sum([ord(c) for text in texts for c in text]), sum([u.is_normalized(form, c) for c in sample]))
for text in ("\u2121\u2460\ufb03 \u00bd \u3392", "\u0385\u1fc1", "\uff21\uff42\u3000", "\u1e9b\u0323", "\ufdfa", "A\u00a8"):
    print(ascii(u.normalize("NFKC", text)), ascii(u.normalize("NFKD", text)))
print(u.decomposition("\u00bd"), u.decomposition("\u1e9b"), u.decomposition("\u2126"), u.bidirectional("\u06dd"), u.east_asian_width("\u00e8"))
# expect: category [('Cc', 22, 1749), ('Cf', 13, 139225), ('Cn', 852, 48473148), ('Co', 63, 3814902), ('Ll', 414, 3856899), ('Lm', 64, 677553), ('Lo', 2274, 72265429), ('Lt', 13, 74706), ('Lu', 346, 3398228), ('Mc', 69, 466487), ('Me', 4, 24840), ('Mn', 338, 3665563), ('Nd', 105, 1020181), ('Nl', 21, 373712), ('No', 106, 1440573), ('Pc', 3, 138434), ('Pd', 11, 202042), ('Pe', 38, 1216246), ('Pf', 4, 40053), ('Pi', 5, 40200), ('Po', 123, 2224774), ('Ps', 17, 270697), ('Sc', 20, 358311), ('Sk', 37, 778692), ('Sm', 318, 3690916), ('So', 882, 11417756), ('Zl', 1, 8232), ('Zs', 6, 50838)]
# expect: bidirectional [('', 852, 48473148), ('AL', 513, 25486950), ('AN', 10, 84972), ('B', 1, 30), ('BN', 24, 43083), ('CS', 6, 327650), ('EN', 26, 505204), ('ES', 3, 73498), ('ET', 23, 374582), ('L', 3162, 63633980), ('NSM', 341, 3687133), ('ON', 1108, 14657348), ('R', 88, 2698949), ('RLE', 1, 8235), ('RLI', 1, 8295), ('RLO', 1, 8238), ('S', 1, 9), ('WS', 8, 59082)]
# expect: east_asian_width [('A', 371, 7082328), ('F', 54, 3475409), ('H', 64, 4131105), ('N', 4649, 106445150), ('Na', 38, 44154), ('W', 993, 38952240)]
# expect: combining [('0', 5950, 158682949), ('1', 8, 56655), ('107', 1, 3657), ('118', 1, 3768), ('12', 1, 1458), ('122', 1, 3786), ('130', 2, 7917), ('15', 1, 1461), ('18', 2, 2943), ('20', 1, 1467), ('202', 3, 9240), ('216', 2, 4692), ('218', 2, 20004), ('220', 47, 339123), ('222', 2, 13767), ('228', 1, 7671), ('230', 118, 821662), ('232', 1, 789), ('234', 3, 9354), ('24', 1, 1473), ('240', 1, 837), ('26', 1, 64286), ('27', 1, 1611), ('28', 1, 2289), ('30', 2, 3174), ('33', 1, 1617), ('36', 1, 1809), ('7', 3, 8244), ('8', 1, 12441), ('9', 9, 40242)]
# expect: decomposition [('<circle>', 78, 921951), ('<compat>', 227, 2981036), ('<final>', 127, 8244334), ('<font>', 33, 2080495), ('<fraction>', 6, 42864), ('<initial>', 84, 5432393), ('<isolated>', 124, 8010706), ('<medial>', 39, 2535970), ('<narrow>', 63, 4122744), ('<noBreak>', 2, 12051), ('<small>', 14, 911638), ('<square>', 69, 908589), ('<sub>', 14, 231947), ('<super>', 46, 345765), ('<vertical>', 19, 1131208), ('<wide>', 54, 3475409)]
# expect: NFC 6199 151224604 5891
# expect: NFD 6818 146520450 5480
# expect: NFKC 6883 117999233 4890
# expect: NFKD 7556 113061735 4481
# expect: 'TEL1ffi 1\u20442 MHz' 'TEL1ffi 1\u20442 MHz'
# expect: ' \u0308\u0301 \u0308\u0342' ' \u0308\u0301 \u0308\u0342'
# expect: 'Ab ' 'Ab '
# expect: '\u1e69' 's\u0323\u0307'
# expect: '\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064a\u0647 \u0648\u0633\u0644\u0645' '\u0635\u0644\u0649 \u0627\u0644\u0644\u0647 \u0639\u0644\u064a\u0647 \u0648\u0633\u0644\u0645'
# expect: 'A \u0308' 'A \u0308'
# expect: <fraction> 0031 2044 0032 017F 0307 03A9 AN A
