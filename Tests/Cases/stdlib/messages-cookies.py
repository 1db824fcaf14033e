# Recorded from CPython 3.11.7.
"""Messages with headers and parts, cookies, quoted-printable, .netrc."""
import email
import io
import os
import quopri
import tempfile
import urllib.request
from email.message import EmailMessage, Message
from email.parser import BytesParser, HeaderParser
from http import cookiejar
from netrc import NetrcParseError, netrc

TEXT = """From: Ann <ann@example.org>
To: bob@example.org
Subject: a long
 subject
Content-Type: multipart/mixed; boundary="xyz"; charset=utf-8

before
--xyz
Content-Type: text/plain; charset="us-ascii"

Hello
--xyz
Content-Type: application/octet-stream
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="a b.bin"

AAEC
--xyz--
after
"""
message = email.message_from_string(TEXT)
print(message["subject"], message["FROM"], message.get("x"), len(message), "to" in message, message.keys())
print(message.is_multipart(), message.get_content_type(), message.get_boundary(), message.get_params(), message.get_content_charset())
for part in message.walk():
    print(part.get_content_type(), part.get_filename(), part.get_content_disposition(), repr(part.get_payload(decode=True)))
print(repr(message.preamble), repr(message.epilogue), message.defects)
print(message.as_string() == TEXT)
made = Message()
made["Subject"] = "x"
made.add_header("Content-Disposition", "attachment", filename="b.txt")
made.set_payload("text\n")
made.replace_header("subject", "y")
made.set_param("charset", "utf-8")
print(made)
del made["subject"]
print(made.items(), repr(BytesParser().parsebytes(b"A: b\r\n\r\nbody\r\n").get_payload()))
print(HeaderParser().parsestr("A: b\nC: d\n e\n\nx: y\n").items())
print(email.message_from_string("no header\nA: b\n").defects, email.message_from_string(" x\nA: b\n\n").items())
new = EmailMessage()
new["Subject"] = "z"
new.set_content("hello\n")
print(new["content-type"], repr(new.get_content()))

for data in (b"a=b", "grüße, das ist ein langer Satz, der umbrochen werden muss, weil er zu lang ist".encode(), b"end \nx\t", b"tab\there"):
    coded = quopri.encodestring(data)
    print(coded, quopri.decodestring(coded) == data)
print(quopri.decodestring(b"=41_=\nB", header=True), quopri.encodestring(b"a b_c", header=True))


class Answer:
    def __init__(self, *cookies):
        self.message = email.message_from_string("".join(["Set-Cookie: %s\n" % c for c in cookies]) + "\n")

    def info(self):
        return self.message


jar = cookiejar.CookieJar()
asked = urllib.request.Request("http://www.example.org/a/b")
jar.extract_cookies(Answer("n=v; Path=/", "deep=1", "s=2; Secure; HttpOnly", "all=3; Domain=example.org; Path=/a", "foreign=4; Domain=other.org",
                           "late=5; Max-Age=100000", "gone=6; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "plain", "dots=7; Domain=.org"), asked)
print(sorted((c.name, c.value, c.domain, c.path, c.secure, c.discard, c.domain_specified) for c in jar))
for url in ("http://www.example.org/a/b", "https://www.example.org/a/c", "http://example.org/a", "http://www.example.org/", "http://x.other.org/"):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    print(url, sorted((request.get_header("Cookie") or "").split("; ")))
print(len(jar), str(next(iter(jar))))
jar.clear("www.example.org", "/", "n")
jar.clear_session_cookies()
print([c.name for c in jar])
try:
    jar.clear(path="/")
except ValueError as error:
    print(error)
path = os.path.join(tempfile.mkdtemp(), "cookies")
kept = cookiejar.MozillaCookieJar(path)
kept.set_cookie(cookiejar.Cookie(0, "a", "b", None, False, ".x.org", True, True, "/", True, True, 4102444800, False, None, None, {"HttpOnly": None}))
kept.set_cookie(cookiejar.Cookie(0, "c", "d", None, False, "x.org", False, False, "/p", True, False, None, True, None, None, {}))
kept.save(ignore_discard=True)
print(open(path).read())
again = cookiejar.MozillaCookieJar()
again.load(path, ignore_discard=True)
print(repr(again))
perl = cookiejar.LWPCookieJar(path)
for cookie in kept:
    perl.set_cookie(cookie)
perl.save(ignore_discard=True)
print(open(path).read())
perl.revert(ignore_discard=True)
print(sorted(map(str, perl)))

with open(path, "w") as file:
    file.write("machine a login me password x#y\nmacdef m\nline\n\ndefault user you account z password \"q r\"\n")
found = netrc(path)
print(found.hosts, found.authenticators("a"), found.authenticators("other"))
with open(path, "w") as file:
    file.write("machine a bad me\n")
try:
    netrc(path)
except NetrcParseError as error:
    print(error.msg)
# expect: a long
# expect:  subject Ann <ann@example.org> None 4 True ['From', 'To', 'Subject', 'Content-Type']
# expect: True multipart/mixed xyz [('multipart/mixed', ''), ('boundary', 'xyz'), ('charset', 'utf-8')] utf-8
# expect: multipart/mixed None None None
# expect: text/plain None None b'Hello'
# expect: application/octet-stream a b.bin attachment b'\x00\x01\x02'
# expect: 'before' 'after\n' []
# expect: True
# expect: Subject: y
# expect: Content-Disposition: attachment; filename="b.txt"
# expect: Content-Type: text/plain; charset="utf-8"
# expect:
# expect: text
# expect:
# expect: [('Content-Disposition', 'attachment; filename="b.txt"'), ('Content-Type', 'text/plain; charset="utf-8"')] 'body\r\n'
# expect: [('A', 'b'), ('C', 'd\n e')]
# expect: [MissingHeaderBodySeparatorDefect()] [('A', 'b')]
# expect: text/plain; charset="utf-8" 'hello\n'
# expect: b'a=3Db' True
# expect: b'gr=C3=BC=C3=9Fe, das ist ein langer Satz, der umbrochen werden muss, weil e=\nr zu lang ist' True
# expect: b'end=20\nx=09' True
# expect: b'tab\there' True
# expect: b'A B' b'a_b=5Fc'
# expect: [('all', '3', '.example.org', '/a', False, True, True), ('deep', '1', 'www.example.org', '/a', False, True, False), ('late', '5', 'www.example.org', '/a', False, False, False), ('n', 'v', 'www.example.org', '/', False, True, False), ('plain', None, 'www.example.org', '/a', False, True, False), ('s', '2', 'www.example.org', '/a', True, True, False)]
# expect: http://www.example.org/a/b ['all=3', 'deep=1', 'late=5', 'n=v', 'plain']
# expect: https://www.example.org/a/c ['all=3', 'deep=1', 'late=5', 'n=v', 'plain', 's=2']
# expect: http://example.org/a ['all=3']
# expect: http://www.example.org/ ['n=v']
# expect: http://x.other.org/ ['']
# expect: 6 <Cookie n=v for www.example.org/>
# expect: ['late']
# expect: domain must be given to remove cookies by path
# expect: # Netscape HTTP Cookie File
# expect: # http://curl.haxx.se/rfc/cookie_spec.html
# expect: # This is a generated file!  Do not edit.
# expect:
# expect: .x.org	TRUE	/	TRUE	4102444800	a	b
# expect: x.org	FALSE	/p	FALSE		c	d
# expect:
# expect: <MozillaCookieJar[Cookie(version=0, name='a', value='b', port=None, port_specified=False, domain='.x.org', domain_specified=True, domain_initial_dot=True, path='/', path_specified=False, secure=True, expires=4102444800, discard=False, comment=None, comment_url=None, rest={}, rfc2109=False), Cookie(version=0, name='c', value='d', port=None, port_specified=False, domain='x.org', domain_specified=False, domain_initial_dot=False, path='/p', path_specified=False, secure=False, expires=None, discard=True, comment=None, comment_url=None, rest={}, rfc2109=False)]>
# expect: #LWP-Cookies-2.0
# expect: Set-Cookie3: a=b; path="/"; domain=".x.org"; path_spec; domain_dot; secure; expires="2100-01-01 00:00:00Z"; HttpOnly=None; version=0
# expect: Set-Cookie3: c=d; path="/p"; domain="x.org"; path_spec; discard; version=0
# expect:
# expect: ['<Cookie a=b for .x.org/>', '<Cookie c=d for x.org/p>']
# expect: {'a': ('me', '', 'x#y'), 'default': ('you', 'z', 'q r')} ('me', '', 'x#y') ('you', 'z', 'q r')
# expect: bad follower token 'bad'
