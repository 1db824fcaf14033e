# Recorded from CPython 3.11.7.
# Fetching mail by POP3 and IMAP from a server in a thread.
import imaplib
import poplib
import socket
import threading


def serve(answers, greeting):
    """A server that answers commands by their words."""
    listener = socket.create_server(("127.0.0.1", 0))

    def run():
        connection, _ = listener.accept()
        with connection, connection.makefile("rwb") as file:
            file.write(greeting + b"\r\n")
            file.flush()
            for line in file:
                answer = answers(line.rstrip(b"\r\n"), file)
                file.write(answer)
                file.flush()
                if b"QUIT" in line or b"LOGOUT" in line:
                    break
        listener.close()

    thread = threading.Thread(target=run)
    thread.start()
    return listener.getsockname()[1], thread


def pop(line, file):
    return {
        b"USER": b"+OK who\r\n", b"PASS": b"+OK in\r\n", b"STAT": b"+OK 2 320\r\n",
        b"LIST": b"+OK 2 messages\r\n1 120\r\n2 200\r\n.\r\n" if line == b"LIST" else b"+OK 1 120\r\n",
        b"RETR": b"+OK 20 octets\r\nSubject: x\r\n\r\n..dot\r\nend\r\n.\r\n", b"DELE": b"-ERR no such message\r\n",
        b"UIDL": b"+OK\r\n1 aaa\r\n2 bbb\r\n.\r\n", b"CAPA": b"+OK\r\nTOP\r\nSASL PLAIN LOGIN\r\n.\r\n",
        b"APOP": b"+OK " + line[-32:] + b"\r\n", b"TOP": b"+OK\r\nSubject: x\r\n.\r\n",
        b"QUIT": b"+OK bye\r\n", b"NOOP": b"nonsense\r\n"}[line.split()[0]]


port, thread = serve(pop, b"+OK hello <1.2@here>")
box = poplib.POP3("127.0.0.1", port)
print(box.getwelcome(), box.user("me"), box.pass_("secret"), box.stat())
print(box.list(), box.list(1), box.retr(1), box.top(1, 0), box.uidl(), box.capa())
print(box.apop("me", "secret"))
for action in (lambda: box.dele(9), box.noop, box.stls):
    try:
        action()
    except poplib.error_proto as error:
        print(error)
print(box.quit())
thread.join()


def imap(line, file):
    tag, command, *rest = line.split(b" ")
    ok = tag + b" OK done\r\n"
    if command == b"CAPABILITY":
        return b"* CAPABILITY IMAP4rev1 ENABLE AUTH=PLAIN\r\n" + ok
    if command == b"SELECT":
        return b"* 3 EXISTS\r\n* 1 RECENT\r\n* OK [UIDVALIDITY 7] valid\r\n* FLAGS (\\Seen)\r\n" + tag + b" OK [READ-WRITE] in\r\n"
    if command == b"SEARCH":
        return b"* SEARCH 1 3\r\n" + ok
    if command == b"FETCH":
        return b"* 1 FETCH (FLAGS (\\Seen) BODY[] {11}\r\nhello world)\r\n" + ok
    if command == b"APPEND":
        file.write(b"+ go on\r\n")
        file.flush()
        return tag + b" OK " + repr(file.readline() + file.readline()).encode() + b"\r\n"
    if command == b"AUTHENTICATE":
        file.write(b"+ aGk=\r\n")
        file.flush()
        return tag + b" OK " + file.readline()
    if command == b"COPY":
        return tag + b" NO [TRYCREATE] none\r\n"
    if command == b"LIST":
        return b'* LIST (\\HasNoChildren) "/" INBOX\r\n' + ok
    if command == b"CHECK":
        return tag + b" BAD what\r\n"
    if command == b"LOGOUT":
        return b"* BYE bye\r\n" + ok
    return ok


port, thread = serve(imap, b"* OK ready")
with imaplib.IMAP4("127.0.0.1", port) as box:
    print(box.welcome, box.state, box.capabilities, box.PROTOCOL_VERSION)
    print(box.authenticate("plain", lambda data: b"<" + data + b">"), box.state)
    print(box.list(), box.select(), box.response("UIDVALIDITY"), box.recent())
    print(box.search(None, "ALL"), box.fetch("1", "(FLAGS BODY[])"), box.COPY("1", "x"))
    print(box.append("INBOX", "\\Seen", None, b"a\nb"), box.store("1", "+FLAGS", "\\Deleted"), box.uid("fetch", "1", "X"))
    for action in (box.check, lambda: box.uid("nosuch"), lambda: box.login("a", "b"), lambda: box.nosuch):
        try:
            action()
        except (imaplib.IMAP4.error, AttributeError) as error:
            print(type(error).__name__, error)
thread.join()
print(imaplib.Int2AP(4660), imaplib.ParseFlags(b"1 (FLAGS (\\Seen X))"), imaplib.Time2Internaldate('"x"'))
# expect: b'+OK hello <1.2@here>' b'+OK who' b'+OK in' (2, 320)
# expect: (b'+OK 2 messages', [b'1 120', b'2 200'], 14) b'+OK 1 120' (b'+OK 20 octets', [b'Subject: x', b'', b'.dot', b'end'], 25) (b'+OK', [b'Subject: x'], 12) (b'+OK', [b'1 aaa', b'2 bbb'], 14) {'TOP': [], 'SASL': ['PLAIN', 'LOGIN']}
# expect: b'+OK d0ef07f3b1464051143c8e7e9d33a22d'
# expect: b'-ERR no such message'
# expect: b'nonsense'
# expect: -ERR STLS not supported by server
# expect: b'+OK bye'
# expect: b'* OK ready' NONAUTH ('IMAP4REV1', 'ENABLE', 'AUTH=PLAIN') IMAP4REV1
# expect: ('OK', [b'PGhpPg==']) AUTH
# expect: ('OK', [b'(\\HasNoChildren) "/" INBOX']) ('OK', [b'3']) ('UIDVALIDITY', [b'7']) ('OK', [b'1'])
# expect: ('OK', [b'1 3']) ('OK', [(b'1 (FLAGS (\\Seen) BODY[] {11}', b'hello world'), b')']) ('NO', [b'[TRYCREATE] none'])
# expect: ('OK', [b"b'a\\r\\nb\\r\\n'"]) ('OK', [None]) ('OK', [None])
# expect: error CHECK command error: BAD [b'what']
# expect: error Unknown IMAP4 UID command: NOSUCH
# expect: error command LOGIN illegal in state SELECTED, only allowed in states NONAUTH
# expect: AttributeError Unknown IMAP4 command: 'nosuch'
# expect: b'BCDE' (b'\\Seen', b'X') "x"
