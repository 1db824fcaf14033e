# Recorded from CPython 3.11.7.
# Messages under several policies.
from email.message import EmailMessage, Message
from email import policy, message_from_string, message_from_bytes
import email, io
from email.generator import Generator, BytesGenerator
m=EmailMessage(); m["To"]="é <a@b>, ü <c@d>"; print(repr(m.as_string()))
m=EmailMessage(); m["To"]="Jörg Müller <jm@x.de>, Élodie Long Name Of Person <elodie@example.com>, Ünal <u@x>"; print(repr(m.as_string()))
raw=b"From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: caf\xc3\xa9\r\n\r\nh=C3=A9llo\r\n"
for pol in (policy.default,policy.compat32,policy.SMTP,policy.default.clone(refold_source="all"),policy.SMTPUTF8):
    m=message_from_bytes(raw,policy=pol)
    print(type(m).__name__,[ (k,str(v)) for k,v in m.items()])
    print(repr(m.get_payload(decode=True)), m.get_content_charset())
    try: print(repr(m.as_string()))
    except Exception as e: print(type(e).__name__,e)
    try: print(repr(m.as_bytes()))
    except Exception as e: print(type(e).__name__,e)
m=message_from_bytes(raw,policy=policy.default)
print(m["from"].addresses[0].display_name, m["date"].datetime, m["subject"], repr(m.get_content()), repr(m.get_body().get_content()), m["to"].addresses, m["content-type"].params["charset"], m["nope"], m.get_all("to"), m.values()[2])
m=EmailMessage(); m["Subject"]="Grüße"; m["From"]="a@b.c"; m["To"]="d@e.f, G <g@h.i>"
m.set_content("Hallo\nWelt é\n"); m.add_alternative("<p>x</p>",subtype="html"); m.add_attachment(b"\x00\x01",maintype="application",subtype="octet-stream",filename="dätei.bin")
m.set_boundary("BB"); 
for p in m.walk():
    if p.is_multipart() and p is not m: p.set_boundary("CC")
print(m.as_string()); print(m.is_multipart(), [p.get_content_type() for p in m.walk()], [a.get_filename() for a in m.iter_attachments()])
m2=message_from_string(m.as_string(),policy=policy.default); print(m2.get_body(("html",)).get_content(), [a.get_content() for a in m2.iter_attachments()])
print(repr(m.policy), policy.strict.raise_on_defect, policy.default+policy.strict, policy.HTTP.max_line_length)
c=Message(); c["Subject"]="é"; c.add_header("X","v",a="é",b=("utf-8","en","ü"),c=None); print(c.as_string(), c.policy is policy.compat32)
m=message_from_string("Subject: x\nSubject: y\n\nb",policy=policy.default); print(m.get_all("Subject"), m.as_string())
try: policy.strict.handle_defect(m,email.errors.InvalidHeaderDefect("x"))
except Exception as e: print(type(e).__name__,e)
try: m.set_content(5)
except Exception as e: print(type(e).__name__,e)
import copy,pickle
h=m["Subject"]; h2=pickle.loads(pickle.dumps(h)); print(repr(h2),h2.name,h2.defects, h.fold(policy=policy.default))
f=io.BytesIO(); BytesGenerator(f,policy=policy.SMTP).flatten(message_from_bytes(raw,policy=policy.default)); print(f.getvalue())
from email.headerregistry import *
r=HeaderRegistry(); print(r["subject"].__mro__[:3], r("X-Y","z").name); r.map_to_type("x-y",UniqueAddressHeader); print(r("x-y","a@b").addresses)
print(policy.default.clone(max_line_length=30).fold("Subject","word "*10+"é "*20))
print(policy.default.fold("Subject","nothing long"),policy.SMTPUTF8.fold_binary("X","é"),policy.default.header_source_parse(["A: b\n"," c\n"]),policy.compat32.header_source_parse(["A: b\n"," c\n"]))
m=EmailMessage(); m.set_content("é\n"); print(m.as_string(), m.as_bytes(), m["content-transfer-encoding"])
m=EmailMessage(); m.set_content("x"*100+"\n"); print(m.as_string())
m=EmailMessage(); m.set_content("é"*100+"\n"); print(m.as_string())
m=EmailMessage(); m.set_content("abc "*30+"é\n"); print(m.as_string(),m.get_content())
# expect: 'To: =?utf-8?q?=C3=A9?= <a@b>, =?utf-8?q?=C3=BC?= <c@d>\n\n'
# expect: 'To: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <jm@x.de>,\n =?utf-8?q?=C3=89lodie?= Long Name Of Person <elodie@example.com>,\n =?utf-8?q?=C3=9Cnal?= <u@x>\n\n'
# expect: EmailMessage [('From', 'Jörg <j@x.de>'), ('To', 'a@b.c, D <d@e.f>'), ('Subject', 'é long subject'), ('Date', 'Mon, 01 Jan 2024 10:00:00 +0100'), ('Content-Type', 'text/plain; charset="utf-8"'), ('Content-Transfer-Encoding', 'quoted-printable'), ('X-Raw', 'café')]
# expect: b'h\xc3\xa9llo\r\n' utf-8
# expect: 'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,\n  D <d@e.f>\nSubject: =?utf-8?b?w6k=?= long\n subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nX-Raw: =?unknown-8bit?q?caf=C3=A9?=\n\nh=C3=A9llo\n'
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,\n  D <d@e.f>\nSubject: =?utf-8?b?w6k=?= long\n subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nX-Raw: caf\xc3\xa9\n\nh=C3=A9llo\n'
# expect: Message [('From', '=?utf-8?q?J=C3=B6rg?= <j@x.de>'), ('To', 'a@b.c,\r\n  D <d@e.f>'), ('Subject', '=?utf-8?b?w6k=?= long\r\n subject'), ('Date', 'Mon, 01 Jan 2024 10:00:00 +0100'), ('Content-Type', 'text/plain; charset=utf-8'), ('Content-Transfer-Encoding', 'quoted-printable'), ('X-Raw', 'caf��')]
# expect: b'h\xc3\xa9llo\r\n' utf-8
# expect: 'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,\n  D <d@e.f>\nSubject: =?utf-8?b?w6k=?= long\n subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nX-Raw: =?unknown-8bit?b?Y2Fmw6k=?=\n\nh=C3=A9llo\n'
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,\n  D <d@e.f>\nSubject: =?utf-8?b?w6k=?= long\n subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nX-Raw: caf\xc3\xa9\n\nh=C3=A9llo\n'
# expect: EmailMessage [('From', 'Jörg <j@x.de>'), ('To', 'a@b.c, D <d@e.f>'), ('Subject', 'é long subject'), ('Date', 'Mon, 01 Jan 2024 10:00:00 +0100'), ('Content-Type', 'text/plain; charset="utf-8"'), ('Content-Transfer-Encoding', 'quoted-printable'), ('X-Raw', 'café')]
# expect: b'h\xc3\xa9llo\r\n' utf-8
# expect: 'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: =?unknown-8bit?q?caf=C3=A9?=\r\n\r\nh=C3=A9llo\r\n'
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: caf\xc3\xa9\r\n\r\nh=C3=A9llo\r\n'
# expect: EmailMessage [('From', 'Jörg <j@x.de>'), ('To', 'a@b.c, D <d@e.f>'), ('Subject', 'é long subject'), ('Date', 'Mon, 01 Jan 2024 10:00:00 +0100'), ('Content-Type', 'text/plain; charset="utf-8"'), ('Content-Transfer-Encoding', 'quoted-printable'), ('X-Raw', 'café')]
# expect: b'h\xc3\xa9llo\r\n' utf-8
# expect: 'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,  D <d@e.f>\nSubject: =?utf-8?q?=C3=A9?= long subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\nX-Raw: =?unknown-8bit?q?caf=C3=A9?=\n\nh=C3=A9llo\n'
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\nTo: a@b.c,  D <d@e.f>\nSubject: =?utf-8?q?=C3=A9?= long subject\nDate: Mon, 01 Jan 2024 10:00:00 +0100\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\nX-Raw: =?unknown-8bit?q?caf=C3=A9?=\n\nh=C3=A9llo\n'
# expect: EmailMessage [('From', 'Jörg <j@x.de>'), ('To', 'a@b.c, D <d@e.f>'), ('Subject', 'é long subject'), ('Date', 'Mon, 01 Jan 2024 10:00:00 +0100'), ('Content-Type', 'text/plain; charset="utf-8"'), ('Content-Transfer-Encoding', 'quoted-printable'), ('X-Raw', 'café')]
# expect: b'h\xc3\xa9llo\r\n' utf-8
# expect: 'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: =?unknown-8bit?q?caf=C3=A9?=\r\n\r\nh=C3=A9llo\r\n'
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: caf\xc3\xa9\r\n\r\nh=C3=A9llo\r\n'
# expect: Jörg 2024-01-01 10:00:00+01:00 é long subject 'héllo\r\n' 'héllo\r\n' (Address(display_name='', username='a', domain='b.c'), Address(display_name='D', username='d', domain='e.f')) utf-8 None ['a@b.c, D <d@e.f>'] é long subject
# expect: Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
# expect: From: a@b.c
# expect: To: d@e.f, G <g@h.i>
# expect: MIME-Version: 1.0
# expect: Content-Type: multipart/mixed; boundary="BB"
# expect:
# expect: --BB
# expect: Content-Type: multipart/alternative; boundary="CC"
# expect:
# expect: --CC
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: SGFsbG8KV2VsdCDDqQo=
# expect:
# expect: --CC
# expect: Content-Type: text/html; charset="utf-8"
# expect: Content-Transfer-Encoding: 7bit
# expect: MIME-Version: 1.0
# expect:
# expect: <p>x</p>
# expect:
# expect: --CC--
# expect:
# expect: --BB
# expect: Content-Type: application/octet-stream
# expect: Content-Transfer-Encoding: base64
# expect: Content-Disposition: attachment; filename*=utf-8''d%C3%A4tei.bin
# expect: MIME-Version: 1.0
# expect:
# expect: AAE=
# expect:
# expect: --BB--
# expect:
# expect: True ['multipart/mixed', 'multipart/alternative', 'text/plain', 'text/html', 'application/octet-stream'] ['dätei.bin']
# expect: <p>x</p>
# expect:  [b'\x00\x01']
# expect: EmailPolicy() True EmailPolicy(raise_on_defect=True) None
# expect: Subject: =?utf-8?b?w6k=?=
# expect: X: v; a*=utf-8''%C3%A9; b*=utf-8'en'%C3%BC; c
# expect:
# expect:  True
# expect: ['x', 'y'] Subject: x
# expect: Subject: y
# expect:
# expect: b
# expect: InvalidHeaderDefect x
# expect: KeyError 'builtins.int'
# expect: 'x' Subject () Subject: x
# expect:
# expect: b'From: =?utf-8?q?J=C3=B6rg?= <j@x.de>\r\nTo: a@b.c,\r\n  D <d@e.f>\r\nSubject: =?utf-8?b?w6k=?= long\r\n subject\r\nDate: Mon, 01 Jan 2024 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Raw: caf\xc3\xa9\r\n\r\nh=C3=A9llo\r\n'
# expect: (<class 'email.headerregistry._UniqueUnstructuredHeader'>, <class 'email.headerregistry.UniqueUnstructuredHeader'>, <class 'email.headerregistry.UnstructuredHeader'>) X-Y
# expect: (Address(display_name='', username='a', domain='b'),)
# expect: Subject: word word word word
# expect:  word word word word word word
# expect:  =?utf-8?b?w6kgw6kgw6kgw6kg?=
# expect:  =?utf-8?b?w6kgw6kgw6kgw6kg?=
# expect:  =?utf-8?b?w6kgw6kgw6kgw6kg?=
# expect:  =?utf-8?b?w6kgw6kgw6kgw6kg?=
# expect:  =?utf-8?b?w6kgw6kgw6kgw6k=?= 
# expect:
# expect: Subject: nothing long
# expect:  b'X: \xc3\xa9\r\n' ('A', 'b\n c') ('A', 'b\n c')
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: base64
# expect: MIME-Version: 1.0
# expect:
# expect: w6kK
# expect:  b'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\nMIME-Version: 1.0\n\n\xc3\xa9\n' 8bit
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: quoted-printable
# expect: MIME-Version: 1.0
# expect:
# expect: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=
# expect: xxxxxxxxxxxxxxxxxxxxxxx
# expect:
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: base64
# expect: MIME-Version: 1.0
# expect:
# expect: w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nD
# expect: qcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp
# expect: w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nD
# expect: qcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6kK
# expect:
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: quoted-printable
# expect: MIME-Version: 1.0
# expect:
# expect: abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc a=
# expect: bc abc abc abc abc abc abc abc abc abc abc =C3=A9
# expect:  abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc é
# expect:
