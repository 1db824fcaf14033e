# Recorded from CPython 3.11.7.
# Quoted-printable and base64 as mail writes them.
from email import quoprimime as q, base64mime as b, feedparser
for s in ("","a","a b \n","x"*80,"é"*30,"a\tb\t\nline=\n\n"," ","x"*75+" ","x"*76,"x"*77,"end\r\n","é"*25+"x"):
    for m in (76,10,4): print(repr(q.body_encode(s,m)))
    print(repr(q.decode(q.body_encode(s))))
print(q.header_encode(b"a b\xc3\xa9","utf-8"),q.header_decode("a_b=C3"),q.body_length(b"a=\xff"),q.header_length(b"a =\xff"),q.quote("a"),q.unquote("=41"))
try: q.body_encode("x",3)
except ValueError as e: print(e)
print(b.body_encode(b"x"*100),b.body_encode(b"",8),b.body_encode(b"abc"*5,8,"|"),b.decode("YWJj"),b.header_encode("é","utf-8"),b.header_length(b"abcd"),b.decode(b""))
print(repr(q.decode("a=\nb=41 \n=\n\nx=zz")),repr(q.decode("abc")))
# expect: ''
# expect: ''
# expect: ''
# expect: ''
# expect: 'a'
# expect: 'a'
# expect: 'a'
# expect: 'a'
# expect: 'a b=20\n'
# expect: 'a b=20\n'
# expect: 'a b=\n=20\n'
# expect: 'a b \n'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxx'
# expect: 'xxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxx'
# expect: 'xxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxx'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
# expect: '=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=\n=E9=E9=E9=E9=E9'
# expect: '=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9'
# expect: '=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9'
# expect: 'éééééééééééééééééééééééééééééé'
# expect: 'a\tb=09\nline=3D\n\n'
# expect: 'a\tb=09\nline=3D\n\n'
# expect: 'a\tb=\n=09\nlin=\ne=3D\n\n'
# expect: 'a\tb\t\nline=\n\n'
# expect: '=20'
# expect: '=20'
# expect: '=20'
# expect: ' '
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\n=20'
# expect: 'xxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxx=20'
# expect: 'xxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\n=20'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx '
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
# expect: 'xxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxx'
# expect: 'xxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxxx'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxx'
# expect: 'xxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxxxxxx=\nxxxxx'
# expect: 'xxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxxx=\nxx'
# expect: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
# expect: 'end\n'
# expect: 'end\n'
# expect: 'end\n'
# expect: 'end\n'
# expect: '=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9x'
# expect: '=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9=E9=E9=\n=E9x'
# expect: '=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9=\n=E9x'
# expect: 'éééééééééééééééééééééééééx'
# expect: =?utf-8?q?a_b=C3=A9?= a bÃ 7 8 =61 A
# expect: maxlinelen must be at least 4
# expect: eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4
# expect: eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eA==
# expect:   YWJjYWJj|YWJjYWJj|YWJj| b'abc' =?utf-8?b?w6k=?= 8 b''
# expect: 'abA\n\nx=zz' 'abc'
