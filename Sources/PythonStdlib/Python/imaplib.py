"""Reads and keeps mail on a server (IMAP4rev1, RFC 3501)."""
import binascii
import calendar
import errno
import re
import socket
import subprocess
import sys
import time
from contextlib import suppress
from datetime import datetime, timedelta, timezone

__all__ = ["IMAP4", "IMAP4_stream", "Internaldate2tuple", "Int2AP", "ParseFlags", "Time2Internaldate"]
CRLF, Debug = b"\r\n", 0
IMAP4_PORT, IMAP4_SSL_PORT = 143, 993
AllowedVersions = ("IMAP4REV1", "IMAP4")
_MAXLINE = 1000000

try:
    import ssl
except ImportError:
    ssl = None
HAVE_SSL = ssl is not None

_OPEN, _IN, _CHOSEN = ("NONAUTH", "AUTH", "SELECTED"), ("AUTH", "SELECTED"), ("SELECTED",)
_ALWAYS = ("NONAUTH", "AUTH", "SELECTED", "LOGOUT")
# The commands, and the states in which each may be given.
Commands = {
    **dict.fromkeys(("CAPABILITY", "LOGOUT", "NOOP"), _ALWAYS),
    **dict.fromkeys(("AUTHENTICATE", "LOGIN", "STARTTLS"), ("NONAUTH",)),
    **dict.fromkeys(("APPEND", "CREATE", "DELETE", "DELETEACL", "EXAMINE", "GETACL", "GETANNOTATION", "GETQUOTA",
                     "GETQUOTAROOT", "LIST", "LSUB", "MYRIGHTS", "NAMESPACE", "PROXYAUTH", "RENAME", "SELECT", "SETACL",
                     "SETANNOTATION", "SETQUOTA", "STATUS", "SUBSCRIBE", "UNSUBSCRIBE"), _IN),
    **dict.fromkeys(("CHECK", "CLOSE", "COPY", "EXPUNGE", "FETCH", "MOVE", "PARTIAL", "SEARCH", "SORT", "STORE", "THREAD",
                     "UID", "UNSELECT"), _CHOSEN),
    "ENABLE": ("AUTH",),
}

Mon2num = {name: number for number, name in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)}
_months = [""] + [name.decode() for name in Mon2num]
InternalDate = re.compile(br'.*INTERNALDATE "(?P<day>[ 0123][0-9])-(?P<mon>[A-Z][a-z][a-z])-(?P<year>[0-9]{4})'
                          br' (?P<hour>[0-9]{2}):(?P<min>[0-9]{2}):(?P<sec>[0-9]{2})'
                          br' (?P<zonen>[-+])(?P<zoneh>[0-9]{2})(?P<zonem>[0-9]{2})"')
Flags = re.compile(br".*FLAGS \((?P<flags>[^\)]*)\)")
Literal = re.compile(br".*{(?P<size>\d+)}$", re.ASCII)
MapCRLF = re.compile(br"\r\n|\r|\n")
Response_code = re.compile(br"\[(?P<type>[A-Z-]+)( (?P<data>[^\]]*))?\]")
Untagged_response = re.compile(br"\* (?P<type>[A-Z-]+)( (?P<data>.*))?")
Untagged_status = re.compile(br"\* (?P<data>\d+) (?P<type>[A-Z-]+)( (?P<data2>.*))?", re.ASCII)


class IMAP4:
    """A connection to a server."""

    class error(Exception):
        """Something cannot be done."""

    class abort(error):
        """The connection is of no use any more."""

    class readonly(abort):
        """The mailbox may not be written (any more)."""

    def __init__(self, host="", port=IMAP4_PORT, timeout=None):
        self.debug, self.state = Debug, "LOGOUT"
        self.literal = None
        self.tagged_commands, self.untagged_responses = {}, {}
        self.continuation_response, self.is_readonly, self.tagnum = "", False, 0
        self._tls_established = False
        self._mode_ascii()
        self.open(host, port, timeout)
        try:
            self._begin()
        except Exception:
            with suppress(OSError):
                self.shutdown()
            raise

    def _mode_ascii(self):
        self.utf8_enabled, self._encoding = False, "ascii"

    def _mode_utf8(self):
        self.utf8_enabled, self._encoding = True, "utf-8"

    def _begin(self):
        """Hears the greeting, and asks what the server can do."""
        import random
        self.tagpre = Int2AP(random.randint(4096, 65535))
        self.tagre = re.compile(br"(?P<tag>" + self.tagpre + br"\d+) (?P<type>[A-Z]+) ?(?P<data>.*)", re.ASCII)
        self._cmd_log_len, self._cmd_log_idx, self._cmd_log = 10, 0, {}
        self.welcome = self._get_response()
        for word, state in (("PREAUTH", "AUTH"), ("OK", "NONAUTH")):
            if word in self.untagged_responses:
                self.state = state
                break
        else:
            raise self.error(self.welcome)
        self._get_capabilities()
        for self.PROTOCOL_VERSION in AllowedVersions:
            if self.PROTOCOL_VERSION in self.capabilities:
                return
        raise self.error("server not IMAP4 compliant")

    def __getattr__(self, attr):
        # Commands may be written in capitals.
        if attr not in Commands:
            raise AttributeError("Unknown IMAP4 command: '%s'" % attr)
        return getattr(self, attr.lower())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        # (Who is out already needs no good-bye.)
        with suppress(OSError):
            if self.state != "LOGOUT":
                self.logout()

    # The wire, which subclasses may replace.

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        sys.audit("imaplib.open", self, self.host, self.port)
        where = (self.host or None, self.port)
        return socket.create_connection(where) if timeout is None else socket.create_connection(where, timeout)

    def open(self, host="", port=IMAP4_PORT, timeout=None):
        """Connects."""
        self.host, self.port = host, port
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")

    def read(self, size):
        return self.file.read(size)

    def readline(self):
        line = self.file.readline(_MAXLINE + 1)
        if len(line) <= _MAXLINE:
            return line
        raise self.error("got more than %d bytes" % _MAXLINE)

    def send(self, data):
        sys.audit("imaplib.send", self, data)
        self.sock.sendall(data)

    def shutdown(self):
        """Closes the connection."""
        self.file.close()
        try:
            self.sock.shutdown(socket.SHUT_RDWR)
        except OSError as failed:
            # The other side may be gone already.
            if failed.errno != errno.ENOTCONN and getattr(failed, "winerror", 0) != 10022:
                raise
        finally:
            self.sock.close()

    def socket(self):
        return self.sock

    # What the server said by the way

    def recent(self):
        """The most recent RECENT, asked for if there is none: (kind, data)."""
        kind, found = self._untagged_response("OK", [None], "RECENT")
        if found[-1]:
            return kind, found
        kind, found = self.noop()
        return self._untagged_response(kind, found, "RECENT")

    def response(self, code):
        """What the server said of a kind: (kind, data or None), which forgets it."""
        return self._untagged_response(code, [None], code.upper())

    # Commands

    def append(self, mailbox, flags, date_time, message):
        """Adds a message to a mailbox."""
        if flags and not (flags[0] == "(" and flags[-1] == ")"):
            flags = "(%s)" % flags
        message = MapCRLF.sub(CRLF, message)
        self.literal = b"UTF8 (" + message + b")" if self.utf8_enabled else message
        return self._simple_command("APPEND", mailbox or "INBOX", flags or None,
                                    Time2Internaldate(date_time) if date_time else None)

    def authenticate(self, mechanism, authobject):
        """Signs in; `authobject` answers what the server asks: bytes, or None to give up."""
        mechanism = mechanism.upper()
        self.literal = _Authenticator(authobject).process
        kind, found = self._simple_command("AUTHENTICATE", mechanism)
        if kind != "OK":
            raise self.error(found[-1].decode("utf-8", "replace"))
        self.state = "AUTH"
        return kind, found

    def capability(self):
        kind, found = self._simple_command("CAPABILITY")
        return self._untagged_response(kind, found, "CAPABILITY")

    def check(self):
        return self._simple_command("CHECK")

    def close(self):
        """Closes the mailbox; what is marked goes."""
        try:
            return self._simple_command("CLOSE")
        finally:
            self.state = "AUTH"

    def copy(self, message_set, new_mailbox):
        return self._simple_command("COPY", message_set, new_mailbox)

    def create(self, mailbox):
        return self._simple_command("CREATE", mailbox)

    def delete(self, mailbox):
        return self._simple_command("DELETE", mailbox)

    def deleteacl(self, mailbox, who):
        return self._simple_command("DELETEACL", mailbox, who)

    def enable(self, capability):
        """Asks for what the server does not do by itself."""
        if "ENABLE" not in self.capabilities:
            raise IMAP4.error("Server does not support ENABLE")
        kind, found = self._simple_command("ENABLE", capability)
        if kind == "OK" and "UTF8=ACCEPT" in capability.upper():
            self._mode_utf8()
        return kind, found

    def expunge(self):
        """Takes what is marked away."""
        return self._asked("EXPUNGE")

    def fetch(self, message_set, message_parts):
        """Parts of messages."""
        return self._asked("FETCH", message_set, message_parts)

    def getacl(self, mailbox):
        kind, found = self._simple_command("GETACL", mailbox)
        return self._untagged_response(kind, found, "ACL")

    def getannotation(self, mailbox, entry, attribute):
        kind, found = self._simple_command("GETANNOTATION", mailbox, entry, attribute)
        return self._untagged_response(kind, found, "ANNOTATION")

    def getquota(self, root):
        kind, found = self._simple_command("GETQUOTA", root)
        return self._untagged_response(kind, found, "QUOTA")

    def getquotaroot(self, mailbox):
        kind, found = self._simple_command("GETQUOTAROOT", mailbox)
        kind, quota = self._untagged_response(kind, found, "QUOTA")
        kind, root = self._untagged_response(kind, found, "QUOTAROOT")
        return kind, [root, quota]

    def list(self, directory='""', pattern="*"):
        """Names of mailboxes."""
        return self._asked("LIST", directory, pattern)

    def login(self, user, password):
        """Signs in with a plain password."""
        kind, found = self._simple_command("LOGIN", user, self._quote(password))
        if kind != "OK":
            raise self.error(found[-1])
        self.state = "AUTH"
        return kind, found

    def login_cram_md5(self, user, password):
        """Signs in without telling the password."""
        self.user, self.password = user, password
        return self.authenticate("CRAM-MD5", self._CRAM_MD5_AUTH)

    def _CRAM_MD5_AUTH(self, challenge):
        import hmac
        key = self.password.encode("utf-8") if isinstance(self.password, str) else self.password
        return self.user + " " + hmac.HMAC(key, challenge, "md5").hexdigest()

    def logout(self):
        """Signs off and closes the connection."""
        self.state = "LOGOUT"
        kind, found = self._simple_command("LOGOUT")
        self.shutdown()
        return kind, found

    def lsub(self, directory='""', pattern="*"):
        """Names of mailboxes that are subscribed to."""
        return self._asked("LSUB", directory, pattern)

    def myrights(self, mailbox):
        return self._asked("MYRIGHTS", mailbox)

    def namespace(self):
        return self._asked("NAMESPACE")

    def noop(self):
        if self.debug >= 3:
            self._dump_ur(self.untagged_responses)
        return self._simple_command("NOOP")

    def partial(self, message_num, message_part, start, length):
        kind, found = self._simple_command("PARTIAL", message_num, message_part, start, length)
        return self._untagged_response(kind, found, "FETCH")

    def proxyauth(self, user):
        """Acts for another user from now on."""
        return self._simple_command("PROXYAUTH", user)

    def rename(self, oldmailbox, newmailbox):
        return self._simple_command("RENAME", oldmailbox, newmailbox)

    def search(self, charset, *criteria):
        """Numbers of messages that are as wanted."""
        if charset:
            if self.utf8_enabled:
                raise IMAP4.error("Non-None charset not valid in UTF8 mode")
            criteria = ("CHARSET", charset, *criteria)
        return self._asked("SEARCH", *criteria)

    def select(self, mailbox="INBOX", readonly=False):
        """Chooses a mailbox: (kind, [how many messages])."""
        self.untagged_responses = {}
        self.is_readonly = readonly
        kind, found = self._simple_command("EXAMINE" if readonly else "SELECT", mailbox)
        if kind != "OK":
            self.state = "AUTH"
            return kind, found
        self.state = "SELECTED"
        if "READ-ONLY" in self.untagged_responses and not readonly:
            if self.debug >= 1:
                self._dump_ur(self.untagged_responses)
            raise self.readonly("%s is not writable" % mailbox)
        return kind, self.untagged_responses.get("EXISTS", [None])

    def setacl(self, mailbox, who, what):
        return self._simple_command("SETACL", mailbox, who, what)

    def setannotation(self, *args):
        kind, found = self._simple_command("SETANNOTATION", *args)
        return self._untagged_response(kind, found, "ANNOTATION")

    def setquota(self, root, limits):
        kind, found = self._simple_command("SETQUOTA", root, limits)
        return self._untagged_response(kind, found, "QUOTA")

    def sort(self, sort_criteria, charset, *search_criteria):
        """Numbers of messages in an order."""
        if (sort_criteria[0], sort_criteria[-1]) != ("(", ")"):
            sort_criteria = "(%s)" % sort_criteria
        return self._asked("SORT", sort_criteria, charset, *search_criteria)

    def starttls(self, ssl_context=None):
        """Encrypts the connection from here on."""
        if not HAVE_SSL:
            raise self.error("SSL support missing")
        if self._tls_established:
            raise self.abort("TLS session already established")
        if "STARTTLS" not in self.capabilities:
            raise self.abort("TLS not supported by server")
        if ssl_context is None:
            ssl_context = ssl._create_stdlib_context()
        kind, found = self._simple_command("STARTTLS")
        if kind != "OK":
            raise self.error("Couldn't establish TLS session")
        self.sock = ssl_context.wrap_socket(self.sock, server_hostname=self.host)
        self.file = self.sock.makefile("rb")
        self._tls_established = True
        self._get_capabilities()
        return self._untagged_response(kind, found, "STARTTLS")

    def status(self, mailbox, names):
        return self._asked("STATUS", mailbox, names)

    def store(self, message_set, command, flags):
        """Changes the flags of messages."""
        if (flags[0], flags[-1]) != ("(", ")"):
            flags = "(%s)" % flags
        kind, found = self._simple_command("STORE", message_set, command, flags)
        return self._untagged_response(kind, found, "FETCH")

    def subscribe(self, mailbox):
        return self._simple_command("SUBSCRIBE", mailbox)

    def thread(self, threading_algorithm, charset, *search_criteria):
        """Messages as they answer one another."""
        return self._asked("THREAD", threading_algorithm, charset, *search_criteria)

    def uid(self, command, *args):
        """A command whose messages are named by what never changes."""
        command = command.upper()
        if command not in Commands:
            raise self.error("Unknown IMAP4 UID command: %s" % command)
        self._check_state(command)
        kind, found = self._simple_command("UID", command, *args)
        return self._untagged_response(kind, found, command if command in ("SEARCH", "SORT", "THREAD") else "FETCH")

    def unsubscribe(self, mailbox):
        return self._simple_command("UNSUBSCRIBE", mailbox)

    def unselect(self):
        """Closes the mailbox; what is marked stays."""
        try:
            return self._simple_command("UNSELECT")
        finally:
            self.state = "AUTH"

    def xatom(self, name, *args):
        """A command of one server's own."""
        name = name.upper()
        Commands.setdefault(name, (self.state,))
        return self._simple_command(name, *args)

    # How commands are sent and answers read

    def _asked(self, name, *args):
        kind, found = self._simple_command(name, *args)
        return self._untagged_response(kind, found, name)

    def _check_state(self, name):
        if self.state not in Commands[name]:
            raise self.error("command %s illegal in state %s, only allowed in states %s"
                             % (name, self.state, ", ".join(Commands[name])))

    def _append_untagged(self, typ, dat):
        self.untagged_responses.setdefault(typ, []).append(b"" if dat is None else dat)

    def _check_bye(self):
        bye = self.untagged_responses.get("BYE")
        if bye:
            raise self.abort(bye[-1].decode(self._encoding, "replace"))

    def _simple_command(self, name, *args):
        return self._command_complete(name, self._command(name, *args))

    def _command(self, name, *args):
        if self.state not in Commands[name]:
            self.literal = None
            self._check_state(name)
        for kind in ("OK", "NO", "BAD"):
            self.untagged_responses.pop(kind, None)
        if "READ-ONLY" in self.untagged_responses and not self.is_readonly:
            raise self.readonly("mailbox status changed to READ-ONLY")
        tag = self._new_tag()
        line = tag + b" " + name.encode(self._encoding)
        for arg in args:
            if arg is not None:
                line += b" " + (arg.encode(self._encoding) if isinstance(arg, str) else arg)
        literal, self.literal = self.literal, None
        asks = literal if callable(literal) else None
        if literal is not None and asks is None:
            line += (" {%d}" % len(literal)).encode(self._encoding)
        self._told(4, line, ">")
        try:
            self.send(line + CRLF)
            while literal is not None:
                # The server says when it wants more.
                while self._get_response():
                    if self.tagged_commands[tag]:
                        return tag
                if asks is not None:
                    literal = asks(self.continuation_response)
                self.send(literal)
                self.send(CRLF)
                if asks is None:
                    break
        except OSError as failed:
            raise self.abort("socket error: %s" % failed)
        return tag

    def _command_complete(self, name, tag):
        if name != "LOGOUT":
            self._check_bye()
        try:
            kind, found = self._get_tagged_response(tag, expect_bye=name == "LOGOUT")
        except self.abort as failed:
            raise self.abort("command: %s => %s" % (name, failed))
        except self.error as failed:
            raise self.error("command: %s => %s" % (name, failed))
        if name != "LOGOUT":
            self._check_bye()
        if kind == "BAD":
            raise self.error("%s command error: %s %s" % (name, kind, found))
        return kind, found

    def _get_capabilities(self):
        _, found = self.capability()
        if found == [None]:
            raise self.error("no CAPABILITY response from server")
        self.capabilities = tuple(str(found[-1], self._encoding).upper().split())

    def _match(self, pattern, line):
        self.mo = pattern.match(line)
        return self.mo is not None

    def _get_response(self):
        """Reads one answer; None when the server waits for more from us."""
        line = self._get_line()
        if self._match(self.tagre, line):
            tag = self.mo.group("tag")
            if tag not in self.tagged_commands:
                raise self.abort("unexpected tagged response: %r" % line)
            self.tagged_commands[tag] = str(self.mo.group("type"), self._encoding), [self.mo.group("data")]
        else:
            if self._match(Untagged_response, line):
                data = self.mo.group("data")
            elif self._match(Untagged_status, line):
                data = self.mo.group("data")
                if self.mo.group("data2"):
                    data += b" " + self.mo.group("data2")
            elif line[:1] == b"+" and line[1:2] in (b" ", b""):
                self.continuation_response = line[2:]
                return None
            else:
                raise self.abort("unexpected response: %r" % line)
            kind = str(self.mo.group("type"), self._encoding)
            data = b"" if data is None else data
            # Texts of which only the length stands in the line follow it.
            while self._match(Literal, data):
                text = self.read(int(self.mo.group("size")))
                self._append_untagged(kind, (data, text))
                data = self._get_line()
            self._append_untagged(kind, data)
            self.mo = None
            if kind in ("OK", "NO", "BAD", "BYE") and self._match(Response_code, data):
                self._append_untagged(str(self.mo.group("type"), self._encoding), self.mo.group("data"))
        return line

    def _get_tagged_response(self, tag, expect_bye=False):
        while True:
            answer = self.tagged_commands[tag]
            if answer:
                del self.tagged_commands[tag]
                return answer
            if expect_bye:
                bye = self.untagged_responses.pop("BYE", None)
                if bye is not None:
                    return "BYE", bye
            self._check_bye()
            try:
                self._get_response()
            except self.abort:
                if self.debug:
                    self.print_log()
                raise

    def _get_line(self):
        """The next line without its end."""
        line = self.readline()
        if line.endswith(CRLF):
            self._told(4, line[:-2], "<")
            return line[:-2]
        raise self.abort("socket error: unterminated line: %r" % line if line else "socket error: EOF")

    def _new_tag(self):
        tag = self.tagpre + str(self.tagnum).encode(self._encoding)
        self.tagnum += 1
        self.tagged_commands[tag] = None
        return tag

    def _quote(self, arg):
        return '"' + arg.replace("\\", "\\\\").replace('"', '\\"') + '"'

    def _untagged_response(self, typ, dat, name):
        if typ == "NO":
            return typ, dat
        return typ, self.untagged_responses.pop(name, [None])

    # What is told to whoever looks for a mistake

    def _told(self, level, line, sign):
        if self.debug >= level:
            self._mesg("%s %r" % (sign, line))
        else:
            self._log("%s %r" % (sign, line))

    def _mesg(self, s, secs=None):
        secs = time.time() if secs is None else secs
        stamp = time.strftime("%M:%S", time.localtime(secs))
        sys.stderr.write("  %s.%02d %s\n" % (stamp, secs * 100 % 100, s))
        sys.stderr.flush()

    def _dump_ur(self, responses):
        if responses:
            self._mesg("untagged responses dump:" + "".join(["\n\t\t%s: %r" % pair for pair in responses.items()]))

    def _log(self, line):
        if hasattr(self, "_cmd_log"):
            self._cmd_log[self._cmd_log_idx] = line, time.time()
            self._cmd_log_idx = (self._cmd_log_idx + 1) % self._cmd_log_len

    def print_log(self):
        """Tells the last lines."""
        self._mesg("last %d IMAP4 interactions:" % len(self._cmd_log))
        for number in range(self._cmd_log_len):
            at = (self._cmd_log_idx + number) % self._cmd_log_len
            if at in self._cmd_log:
                self._mesg(*self._cmd_log[at])


if HAVE_SSL:
    class IMAP4_SSL(IMAP4):
        """A connection that is encrypted from the start."""

        def __init__(self, host="", port=IMAP4_SSL_PORT, *, ssl_context=None, timeout=None):
            self.ssl_context = ssl._create_stdlib_context() if ssl_context is None else ssl_context
            IMAP4.__init__(self, host, port, timeout)

        def _create_socket(self, timeout):
            return self.ssl_context.wrap_socket(IMAP4._create_socket(self, timeout), server_hostname=self.host)

        def open(self, host="", port=IMAP4_SSL_PORT, timeout=None):
            IMAP4.open(self, host, port, timeout)

    __all__.append("IMAP4_SSL")


class IMAP4_stream(IMAP4):
    """A connection through a program's input and output."""

    def __init__(self, command):
        self.command = command
        IMAP4.__init__(self)

    def open(self, host=None, port=None, timeout=None):
        self.host = self.port = self.sock = self.file = None
        self.process = subprocess.Popen(self.command, bufsize=-1, stdin=subprocess.PIPE, stdout=subprocess.PIPE, shell=True,
                                        close_fds=True)
        self.writefile, self.readfile = self.process.stdin, self.process.stdout

    def read(self, size):
        return self.readfile.read(size)

    def readline(self):
        return self.readfile.readline()

    def send(self, data):
        self.writefile.write(data)
        self.writefile.flush()

    def shutdown(self):
        self.readfile.close()
        self.writefile.close()
        self.process.wait()


class _Authenticator:
    """Answers what is asked while signing in, in base64."""

    def __init__(self, mechinst):
        self.mech = mechinst

    def process(self, data):
        answer = self.mech(self.decode(data))
        return b"*" if answer is None else self.encode(answer)

    def encode(self, inp):
        if isinstance(inp, str):
            inp = inp.encode("utf-8")
        return binascii.b2a_base64(inp, newline=False)

    def decode(self, inp):
        return binascii.a2b_base64(inp) if inp else b""


def Int2AP(num):
    """A number in the letters A to P."""
    digits = b"ABCDEFGHIJKLMNOP"
    text, num = b"", int(abs(num))
    while num:
        num, digit = divmod(num, 16)
        text = digits[digit:digit + 1] + text
    return text


def Internaldate2tuple(resp):
    """The local time in an answer with INTERNALDATE; None without one."""
    found = InternalDate.match(resp)
    if not found:
        return None
    day, year, hour, minute, second, zone_hours, zone_minutes = map(
        int, found.group("day", "year", "hour", "min", "sec", "zoneh", "zonem"))
    zone = (zone_hours * 60 + zone_minutes) * 60
    if found["zonen"] == b"-":
        zone = -zone
    utc = calendar.timegm((year, Mon2num[found["mon"]], day, hour, minute, second, -1, -1, -1)) - zone
    return time.localtime(utc)


def ParseFlags(resp):
    """The flags in an answer."""
    found = Flags.match(resp)
    return tuple(found.group("flags").split()) if found else ()


def Time2Internaldate(date_time):
    """A time as INTERNALDATE wants it."""
    if isinstance(date_time, (int, float)):
        when = datetime.fromtimestamp(date_time, timezone.utc).astimezone()
    elif isinstance(date_time, tuple):
        seconds = getattr(date_time, "tm_gmtoff", None)
        if seconds is None:
            is_summer = date_time[8]
            if is_summer < 0:
                is_summer = time.localtime(time.mktime(date_time))[8]
            seconds = -(time.timezone, time.altzone)[is_summer]
        when = datetime(*date_time[:6], tzinfo=timezone(timedelta(seconds=seconds)))
    elif isinstance(date_time, datetime):
        if date_time.tzinfo is None:
            raise ValueError("date_time must be aware")
        when = date_time
    elif isinstance(date_time, str) and (date_time[0], date_time[-1]) == ('"', '"'):
        return date_time
    else:
        raise ValueError("date_time not of a known type")
    return when.strftime('"%%d-%s-%%Y %%H:%%M:%%S %%z"' % _months[when.month])
