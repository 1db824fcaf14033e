# Recorded from CPython 3.11.7.
# Mail of texts, pictures and files.
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import getaddresses

print(MIMEText("h\u00e9llo", "html").as_string())
mail = MIMEMultipart("alternative", boundary="XX")
mail["Subject"] = Header("Gr\u00fc\u00dfe", "utf-8")
mail.attach(MIMEText("a"))
part = MIMEApplication(b"\x00\x01", Name="x.bin")
part.add_header("Content-Disposition", "attachment", filename="x.bin")
mail.attach(part)
print(mail.as_string())
print([p.get_content_type() for p in mail.walk()], mail["Subject"])
mail = EmailMessage()
mail["Subject"], mail["To"] = "Hi", 'd@e.f, "G, H" <g@h.i>'
mail.set_content("Body\n")
print(mail.as_string())
mail.add_attachment(b"\x00\xff", maintype="application", subtype="octet-stream", filename="f.bin")
print(mail.get_content_type(), [p.get_filename() for p in mail.iter_attachments()], mail.get_body().get_content())
print(getaddresses(["A <a@b.c>, d@e.f", '"G, H" <g@h.i>']), str(make_header(decode_header("=?utf-8?b?R3LDvMOfZQ==?="))))
print(Header("\u00e9" * 50, "utf-8").encode())
# expect: Content-Type: text/html; charset="utf-8"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: base64
# expect:
# expect: aMOpbGxv
# expect:
# expect: Content-Type: multipart/alternative; boundary="XX"
# expect: MIME-Version: 1.0
# expect: Subject: =?utf-8?b?R3LDvMOfZQ==?=
# expect:
# expect: --XX
# expect: Content-Type: text/plain; charset="us-ascii"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: 7bit
# expect:
# expect: a
# expect: --XX
# expect: Content-Type: application/octet-stream; Name="x.bin"
# expect: MIME-Version: 1.0
# expect: Content-Transfer-Encoding: base64
# expect: Content-Disposition: attachment; filename="x.bin"
# expect:
# expect: AAE=
# expect:
# expect: --XX--
# expect:
# expect: ['multipart/alternative', 'text/plain', 'application/octet-stream'] Grüße
# expect: Subject: Hi
# expect: To: d@e.f, "G, H" <g@h.i>
# expect: Content-Type: text/plain; charset="utf-8"
# expect: Content-Transfer-Encoding: 7bit
# expect: MIME-Version: 1.0
# expect:
# expect: Body
# expect:
# expect: multipart/mixed ['f.bin'] Body
# expect:
# expect: [('A', 'a@b.c'), ('', 'd@e.f'), ('G, H', 'g@h.i')] Grüße
# expect: =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=
# expect:  =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=
# expect:  =?utf-8?b?w6nDqQ==?=
