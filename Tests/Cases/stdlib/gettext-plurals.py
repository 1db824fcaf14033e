# Recorded from CPython 3.11.7.
# Plural forms of catalogues: expressions of C, and a catalogue that has one.
import gettext, io, struct
for form in ("0", "n != 1", "n>1", "n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2",
             "n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2",
             "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2",
             "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5", "!n", "n/3", "1 < n == 1"):
    plural = gettext.c2py(form)
    print(form, [plural(n) for n in range(30)])
for form in ("x>1", "(n>1", "n>1)", "42**42", "0xf", "n*", "n n", "", "n?1", "n=1", "n&1", "(" * 50 + "n" + ")" * 50, "n" * 2000):
    try:
        gettext.c2py(form)
    except ValueError as error:
        print(form[:20], error)
texts = {"": "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n<5 ? 1 : 2;\n",
         "a file\0%d files": "plik\0%d pliki\0%d plików"}
ids = strs = b""
rows = []
for key in sorted(texts):
    k, v = key.encode(), texts[key].encode()
    rows.append((len(k), len(ids), len(v), len(strs)))
    ids, strs = ids + k + b"\0", strs + v + b"\0"
start = 28 + 16 * len(rows)
keys = b"".join(struct.pack("<2I", a, b + start) for a, b, _, _ in rows)
values = b"".join(struct.pack("<2I", c, d + start + len(ids)) for _, _, c, d in rows)
head = struct.pack("<7I", 0x950412de, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
catalogue = gettext.GNUTranslations(io.BytesIO(head + keys + values + ids + strs))
print([catalogue.ngettext("a file", "%d files", n) for n in (0, 1, 2, 4, 5, 22)], catalogue.ngettext("x", "y", 2))
# expect: 0 [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
# expect: n != 1 [1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: n>1 [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2 [2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2 [1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
# expect: n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2 [2, 0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 1, 1, 1, 2, 2, 2, 2, 2]
# expect: n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5 [0, 1, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]
# expect: !n [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
# expect: n/3 [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9]
# expect: 1 < n == 1 [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
# expect: x>1 invalid token in plural form: x
# expect: (n>1 unbalanced parenthesis in plural form
# expect: n>1) unexpected token in plural form: )
# expect: 42**42 unexpected token in plural form: *
# expect: 0xf invalid token in plural form: 0xf
# expect: n* unexpected end of plural form
# expect: n n unexpected token in plural form: n
# expect:  unexpected end of plural form
# expect: n?1 unexpected end of plural form
# expect: n=1 invalid token in plural form: =
# expect: n&1 invalid token in plural form: &
# expect: (((((((((((((((((((( plural form expression is too complex
# expect: nnnnnnnnnnnnnnnnnnnn plural form expression is too long
# expect: ['%d pliki', 'plik', '%d pliki', '%d pliki', '%d plików', '%d plików'] y
