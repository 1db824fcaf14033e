# Recorded from CPython 3.11.7.
# Headers as objects, and how they are folded.
from email.message import EmailMessage
from email import policy, message_from_string, message_from_bytes
from email.headerregistry import Address, Group, HeaderRegistry
def show(name,v,pol=policy.default):
    m=EmailMessage(pol)
    try:
        m[name]=v; print(repr(m.as_string())); h=m[name]; print("   ",type(h).__mro__[1].__name__,repr(str(h)),h.defects)
    except Exception as e: print(name,repr(v),type(e).__name__,e)
for v in ("Héllo wörld this is","plain","a "*60,"é"*80,"abc "*30+"é x","word é word é  two","=?utf-8?q?H=C3=A9?= =?utf-8?b?w6k=?= x","=?utf-8?q?broken","x"*100,"tab\there","日本語のとても長い件名なので折り返しが必要になるはずです。そうでしょう？","a\nb",""):
    show("Subject",v)
for v in ("a@b.c","Name <a@b.c>","\"Quoted, Name\" <a@b>, c@d","Grp: a@b, C <c@d>;","é <a@b>","undisclosed-recipients:;","a@b (comment)","<a@b>","bad","Very Long Name Indeed <very.long.address@example.com>, Another Long Name <another@example.com>, third@example.org","\"é\" <a@b.c>","=?utf-8?q?J=C3=B6rg?= <j@x.de>","a.b.c@[1.2.3.4]","John Q. Public <j@x>","Müller, Hans <h@x>","\"a\\\"b\"@x.y"):
    show("To",v)
    m=EmailMessage(); 
    try:
        m["To"]=v; print("    ",m["To"].addresses, [ (g.display_name,len(g.addresses)) for g in m["To"].groups])
    except Exception as e: print("    ",type(e).__name__,e)
show("To",Address("Jörg","j","x.de")); show("Cc",(Address("a","b","c"),Address("d, e","f","g"))); show("To",Group("G",(Address("a","b","c"),))); show("From",Group(None,(Address("a","b","c"),)))
show("Sender","a@b, c@d"); show("Sender","a@b")
for v in ("Mon, 01 Jan 2024 10:00:00 +0100","nonsense"):
    show("Date",v); m=EmailMessage(); m["Date"]=v; print("    ",m["Date"].datetime)
import datetime
show("Date",datetime.datetime(2020,1,2,3,4,5,tzinfo=datetime.timezone.utc)); show("Date",datetime.datetime(2020,1,2))
for v in ("text/plain; charset=\"utf-8\"","TEXT/HTML","text/plain; name*0=ab; name*1=cd","application/x; filename*=utf-8''%C3%A9.txt","multipart/mixed; boundary=xx","bad","text/plain; a=b; a=c","text/plain; format=flowed; x=\"a b\""):
    show("Content-Type",v); m=EmailMessage(); m["Content-Type"]=v; h=m["Content-Type"]; print("    ",h.content_type,h.maintype,h.subtype,dict(h.params),m.get_content_type(),m.get_content_charset(),m.get_param("name"),m.get_filename())
for v in ("attachment; filename=x.txt","inline","attachment; filename=\"é.txt\""): show("Content-Disposition",v)
for v in ("base64","7BIT","foo bar"): show("Content-Transfer-Encoding",v)
show("MIME-Version","1.0"); show("MIME-Version","x"); show("Message-ID","<a@b>"); show("Message-ID","bad one"); show("X-Any","é")
m=EmailMessage(); m["Subject"]="a"
try: m["Subject"]="b"
except ValueError as e: print(e)
for a in (lambda: Address("N","u","d"),lambda: Address("N",addr_spec="u@d"),lambda: Address(),lambda: Address("a\nb"),lambda: Address(addr_spec="x@y",username="z"),lambda: Address(addr_spec="a b@c"),lambda: Address("a,b","u v","d"),lambda: Group("g",[Address("a","b","c")]),lambda: Group(None,[Address("a","b","c")]),lambda: Group("g"),lambda: Address("é","u","d"),lambda:Address("", "", "x"),lambda: Address("A.B","u","d")):
    try: x=a(); print(repr(x),str(x),getattr(x,"addr_spec",None))
    except Exception as e: print(type(e).__name__,e)
print(Address("a","b","c")==Address("a","b","c"),Address("a")!=1,Group("x")==Group("x"))
# expect: 'Subject: =?utf-8?q?H=C3=A9llo_w=C3=B6rld?= this is\n\n'
# expect:     UniqueUnstructuredHeader 'Héllo wörld this is' ()
# expect: 'Subject: plain\n\n'
# expect:     UniqueUnstructuredHeader 'plain' ()
# expect: 'Subject: a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\n a a a a a a a a a a a a a a a a a a a a a a a a a \n\n'
# expect:     UniqueUnstructuredHeader 'a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a ' ()
# expect: 'Subject: =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=\n =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=\n =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOpw6nDqcOp?=\n =?utf-8?b?w6nDqcOpw6nDqcOpw6nDqcOpw6nDqQ==?=\n\n'
# expect:     UniqueUnstructuredHeader 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé' ()
# expect: 'Subject: abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc\n abc abc abc abc abc abc abc abc abc abc abc abc abc =?utf-8?q?=C3=A9?= x\n\n'
# expect:     UniqueUnstructuredHeader 'abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc abc é x' ()
# expect: 'Subject: word =?utf-8?q?=C3=A9_word_=C3=A9?=  two\n\n'
# expect:     UniqueUnstructuredHeader 'word é word é  two' ()
# expect: 'Subject: =?utf-8?b?SMOpw6k=?= x\n\n'
# expect:     UniqueUnstructuredHeader 'Héé x' ()
# expect: 'Subject: =?utf-8?q?broken\n\n'
# expect:     UniqueUnstructuredHeader '=?utf-8?q?broken' ()
# expect: 'Subject: =?utf-8?q?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?=\n =?utf-8?q?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?=\n\n'
# expect:     UniqueUnstructuredHeader 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' ()
# expect: 'Subject: tab\there\n\n'
# expect:     UniqueUnstructuredHeader 'tab\there' ()
# expect: 'Subject: =?utf-8?b?5pel5pys6Kqe44Gu44Go44Gm44KC6ZW344GE5Lu25ZCN44Gq44Gu44Gn?=\n =?utf-8?b?5oqY44KK6L+U44GX44GM5b+F6KaB44Gr44Gq44KL44Gv44Ga44Gn44GZ44CC44Gd?=\n =?utf-8?b?44GG44Gn44GX44KH44GG77yf?=\n\n'
# expect:     UniqueUnstructuredHeader '日本語のとても長い件名なので折り返しが必要になるはずです。そうでしょう？' ()
# expect: Subject 'a\nb' ValueError Header values may not contain linefeed or carriage return characters
# expect: 'Subject:\n\n'
# expect:     UniqueUnstructuredHeader '' ()
# expect: 'To: a@b.c\n\n'
# expect:     UniqueAddressHeader 'a@b.c' ()
# expect:      (Address(display_name='', username='a', domain='b.c'),) [(None, 1)]
# expect: 'To: Name <a@b.c>\n\n'
# expect:     UniqueAddressHeader 'Name <a@b.c>' ()
# expect:      (Address(display_name='Name', username='a', domain='b.c'),) [(None, 1)]
# expect: 'To: "Quoted, Name" <a@b>, c@d\n\n'
# expect:     UniqueAddressHeader '"Quoted, Name" <a@b>, c@d' ()
# expect:      (Address(display_name='Quoted, Name', username='a', domain='b'), Address(display_name='', username='c', domain='d')) [(None, 1), (None, 1)]
# expect: 'To: Grp: a@b, C <c@d>;\n\n'
# expect:     UniqueAddressHeader 'Grp: a@b, C <c@d>;' ()
# expect:      (Address(display_name='', username='a', domain='b'), Address(display_name='C', username='c', domain='d')) [('Grp', 2)]
# expect: 'To: =?utf-8?q?=C3=A9?= <a@b>\n\n'
# expect:     UniqueAddressHeader 'é <a@b>' ()
# expect:      (Address(display_name='é', username='a', domain='b'),) [(None, 1)]
# expect: 'To: undisclosed-recipients:;\n\n'
# expect:     UniqueAddressHeader 'undisclosed-recipients:;' ()
# expect:      () [('undisclosed-recipients', 0)]
# expect: 'To: a@b (comment)\n\n'
# expect:     UniqueAddressHeader 'a@b' ()
# expect:      (Address(display_name='', username='a', domain='b'),) [(None, 1)]
# expect: 'To: <a@b>\n\n'
# expect:     UniqueAddressHeader 'a@b' ()
# expect:      (Address(display_name='', username='a', domain='b'),) [(None, 1)]
# expect: 'To: bad\n\n'
# expect:     UniqueAddressHeader 'bad' (InvalidHeaderDefect('addr-spec local part with no domain'),)
# expect:      (Address(display_name='', username='bad', domain=''),) [(None, 1)]
# expect: 'To: Very Long Name Indeed <very.long.address@example.com>,\n Another Long Name <another@example.com>, third@example.org\n\n'
# expect:     UniqueAddressHeader 'Very Long Name Indeed <very.long.address@example.com>, Another Long Name <another@example.com>, third@example.org' ()
# expect:      (Address(display_name='Very Long Name Indeed', username='very.long.address', domain='example.com'), Address(display_name='Another Long Name', username='another', domain='example.com'), Address(display_name='', username='third', domain='example.org')) [(None, 1), (None, 1), (None, 1)]
# expect: 'To: =?utf-8?q?=C3=A9?= <a@b.c>\n\n'
# expect:     UniqueAddressHeader 'é <a@b.c>' ()
# expect:      (Address(display_name='é', username='a', domain='b.c'),) [(None, 1)]
# expect: 'To: =?utf-8?q?J=C3=B6rg?= <j@x.de>\n\n'
# expect:     UniqueAddressHeader 'Jörg <j@x.de>' ()
# expect:      (Address(display_name='Jörg', username='j', domain='x.de'),) [(None, 1)]
# expect: 'To: a.b.c@[1.2.3.4]\n\n'
# expect:     UniqueAddressHeader 'a.b.c@[1.2.3.4]' ()
# expect:      (Address(display_name='', username='a.b.c', domain='[1.2.3.4]'),) [(None, 1)]
# expect: 'To: John Q. Public <j@x>\n\n'
# expect:     UniqueAddressHeader '"John Q. Public" <j@x>' (ObsoleteHeaderDefect("period in 'phrase'"),)
# expect:      (Address(display_name='John Q. Public', username='j', domain='x'),) [(None, 1)]
# expect: 'To: =?utf-8?q?M=C3=BCller?=, Hans <h@x>\n\n'
# expect:     UniqueAddressHeader 'Müller, Hans <h@x>' (InvalidHeaderDefect('addr-spec local part with no domain'), NonASCIILocalPartDefect('local-part contains non-ASCII characters)'))
# expect:      (Address(display_name='', username='Müller', domain=''), Address(display_name='Hans', username='h', domain='x')) [(None, 1), (None, 1)]
# expect: 'To: "a\\"b"@x.y\n\n'
# expect:     UniqueAddressHeader '"a\\"b"@x.y' ()
# expect:      (Address(display_name='', username='a"b', domain='x.y'),) [(None, 1)]
# expect: 'To: =?utf-8?q?J=C3=B6rg?= <j@x.de>\n\n'
# expect:     UniqueAddressHeader 'Jörg <j@x.de>' ()
# expect: 'Cc: a <b@c>, "d, e" <f@g>\n\n'
# expect:     UniqueAddressHeader 'a <b@c>, "d, e" <f@g>' ()
# expect: 'To: G: a <b@c>;\n\n'
# expect:     UniqueAddressHeader 'G: a <b@c>;' ()
# expect: 'From: a <b@c>\n\n'
# expect:     UniqueAddressHeader 'a <b@c>' ()
# expect: 'Sender: a@b, c@d\n\n'
# expect:     UniqueSingleAddressHeader 'a@b, c@d' ()
# expect: 'Sender: a@b\n\n'
# expect:     UniqueSingleAddressHeader 'a@b' ()
# expect: 'Date: Mon, 01 Jan 2024 10:00:00 +0100\n\n'
# expect:     UniqueDateHeader 'Mon, 01 Jan 2024 10:00:00 +0100' ()
# expect:      2024-01-01 10:00:00+01:00
# expect: 'Date:\n\n'
# expect:     UniqueDateHeader 'nonsense' (InvalidDateDefect('Invalid date value or format'),)
# expect:      None
# expect: 'Date: Thu, 02 Jan 2020 03:04:05 +0000\n\n'
# expect:     UniqueDateHeader 'Thu, 02 Jan 2020 03:04:05 +0000' ()
# expect: 'Date: Thu, 02 Jan 2020 00:00:00 -0000\n\n'
# expect:     UniqueDateHeader 'Thu, 02 Jan 2020 00:00:00 -0000' ()
# expect: 'Content-Type: text/plain; charset="utf-8"\n\n'
# expect:     ContentTypeHeader 'text/plain; charset="utf-8"' ()
# expect:      text/plain text plain {'charset': 'utf-8'} text/plain utf-8 None None
# expect: 'Content-Type: TEXT/HTML\n\n'
# expect:     ContentTypeHeader 'TEXT/HTML' ()
# expect:      text/html text html {} text/html None None None
# expect: 'Content-Type: text/plain; name="abcd"\n\n'
# expect:     ContentTypeHeader 'text/plain; name="abcd"' ()
# expect:      text/plain text plain {'name': 'abcd'} text/plain None abcd abcd
# expect: "Content-Type: application/x; filename*=utf-8''%C3%A9.txt\n\n"
# expect:     ContentTypeHeader 'application/x; filename="é.txt"' ()
# expect:      application/x application x {'filename': 'é.txt'} application/x None None None
# expect: 'Content-Type: multipart/mixed; boundary="xx"\n\n--xx\n\n--xx--\n'
# expect:     ContentTypeHeader 'multipart/mixed; boundary="xx"' ()
# expect:      multipart/mixed multipart mixed {'boundary': 'xx'} multipart/mixed None None None
# expect: 'Content-Type: bad\n\n'
# expect:     ContentTypeHeader 'bad' (InvalidHeaderDefect('Invalid content type'),)
# expect:      text/plain text plain {} text/plain None None None
# expect: 'Content-Type: text/plain; a="b"\n\n'
# expect:     ContentTypeHeader 'text/plain; a="b"' (InvalidHeaderDefect('duplicate parameter name; duplicate(s) ignored'),)
# expect:      text/plain text plain {'a': 'b'} text/plain None None None
# expect: 'Content-Type: text/plain; format="flowed"; x="a b"\n\n'
# expect:     ContentTypeHeader 'text/plain; format="flowed"; x="a b"' ()
# expect:      text/plain text plain {'format': 'flowed', 'x': 'a b'} text/plain None None None
# expect: 'Content-Disposition: attachment; filename="x.txt"\n\n'
# expect:     ContentDispositionHeader 'attachment; filename="x.txt"' ()
# expect: 'Content-Disposition: inline\n\n'
# expect:     ContentDispositionHeader 'inline' ()
# expect: "Content-Disposition: attachment; filename*=utf-8''%C3%A9.txt\n\n"
# expect:     ContentDispositionHeader 'attachment; filename="é.txt"' ()
# expect: 'Content-Transfer-Encoding: base64\n\n'
# expect:     ContentTransferEncodingHeader 'base64' ()
# expect: 'Content-Transfer-Encoding: 7BIT\n\n'
# expect:     ContentTransferEncodingHeader '7BIT' ()
# expect: 'Content-Transfer-Encoding: foo bar\n\n'
# expect:     ContentTransferEncodingHeader 'foo bar' (InvalidHeaderDefect('Extra text after content transfer encoding'),)
# expect: 'MIME-Version: 1.0\n\n'
# expect:     MIMEVersionHeader '1.0' ()
# expect: 'MIME-Version: x\n\n'
# expect:     MIMEVersionHeader 'x' (InvalidHeaderDefect("Expected MIME major version number but found 'x'"),)
# expect: 'Message-ID: <a@b>\n\n'
# expect:     MessageIDHeader '<a@b>' ()
# expect: 'Message-ID: bad one\n\n'
# expect:     MessageIDHeader 'bad one' (InvalidHeaderDefect('Invalid msg-id: HeaderParseError("expected msg-id but found \'bad one\'")'),)
# expect: 'X-Any: =?utf-8?q?=C3=A9?=\n\n'
# expect:     UnstructuredHeader 'é' ()
# expect: There may be at most 1 Subject headers in a message
# expect: Address(display_name='N', username='u', domain='d') N <u@d> u@d
# expect: Address(display_name='N', username='u', domain='d') N <u@d> u@d
# expect: Address(display_name='', username='', domain='') <> <>
# expect: ValueError invalid arguments; address parts cannot contain CR or LF
# expect: TypeError addrspec specified when username and/or domain also specified
# expect: InvalidHeaderDefect local-part is not dot-atom, quoted-string, or obs-local-part
# expect: Address(display_name='a,b', username='u v', domain='d') "a,b" <"u v"@d> "u v"@d
# expect: Group(display_name='g', addresses=(Address(display_name='a', username='b', domain='c'),) g: a <b@c>; None
# expect: Group(display_name=None, addresses=(Address(display_name='a', username='b', domain='c'),) a <b@c> None
# expect: Group(display_name='g', addresses=() g:; None
# expect: Address(display_name='é', username='u', domain='d') é <u@d> u@d
# expect: Address(display_name='', username='', domain='x') @x @x
# expect: Address(display_name='A.B', username='u', domain='d') "A.B" <u@d> u@d
# expect: True True True
