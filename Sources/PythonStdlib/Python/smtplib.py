"""Sends mail (RFC 5321)."""
import base64 as _base64
import email.generator as _generator
import email.policy as _policy
import email.utils as _utils
import hmac as _hmac
import io as _io
import re as _re
import socket as _socket

__all__ = ["SMTPException", "SMTPNotSupportedError", "SMTPServerDisconnected", "SMTPResponseException",
           "SMTPSenderRefused", "SMTPRecipientsRefused", "SMTPDataError", "SMTPConnectError", "SMTPHeloError",
           "SMTPAuthenticationError", "quoteaddr", "quotedata", "SMTP", "SMTP_SSL", "LMTP"]
SMTP_PORT, SMTP_SSL_PORT, LMTP_PORT = 25, 465, 2003
CRLF, bCRLF = "\r\n", b"\r\n"


class SMTPException(OSError):
    """Sending mail failed."""


class SMTPNotSupportedError(SMTPException):
    """The server cannot do this."""


class SMTPServerDisconnected(SMTPException):
    """The server is not there (any more)."""


class SMTPResponseException(SMTPException):
    """The server answered with an error."""

    def __init__(self, code, msg):
        self.smtp_code, self.smtp_error = code, msg
        self.args = code, msg


class SMTPSenderRefused(SMTPResponseException):
    """The server takes nothing from this address."""

    def __init__(self, code, msg, sender):
        SMTPResponseException.__init__(self, code, msg)
        self.sender = sender
        self.args = code, msg, sender


class SMTPRecipientsRefused(SMTPException):
    """The server takes nothing for any of the addresses."""

    def __init__(self, recipients):
        self.recipients = recipients
        self.args = recipients,


class SMTPDataError(SMTPResponseException):
    """The server refused the message."""


class SMTPConnectError(SMTPResponseException):
    """The server did not greet."""


class SMTPHeloError(SMTPResponseException):
    """The server refused to be greeted."""


class SMTPAuthenticationError(SMTPResponseException):
    """The server does not know name and password."""


def quoteaddr(addrstring):
    """An address in brackets."""
    name, address = _utils.parseaddr(addrstring)
    if (name, address) == ("", ""):
        return addrstring if addrstring.strip().startswith("<") else "<%s>" % addrstring
    return "<%s>" % address


def _plain(address):
    name, found = _utils.parseaddr(address)
    return address if (name, found) == ("", "") else found


def quotedata(data):
    """A text with the ends of lines and the dots that the protocol wants."""
    return _re.sub(r"(?m)^\.", "..", _re.sub(r"\r\n|\n|\r(?!\n)", CRLF, data))


class SMTP:
    """A connection to a server."""

    default_port = SMTP_PORT
    ehlo_msg = "ehlo"

    def __init__(self, host="", port=0, local_hostname=None, timeout=_socket._GLOBAL_DEFAULT_TIMEOUT,
                 source_address=None):
        self._host, self.timeout, self.source_address = host, timeout, source_address
        self.sock = self.file = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.ehlo_resp = self.helo_resp = None
        self.command_encoding, self.debuglevel = "ascii", 0
        if host:
            code, text = self.connect(host, port)
            if code != 220:
                self.close()
                raise SMTPConnectError(code, text)
        self.local_hostname = _socket.getfqdn() if local_hostname is None else local_hostname

    def __enter__(self):
        return self

    def __exit__(self, *args):
        try:
            code, text = self.docmd("QUIT")
            if code != 221:
                raise SMTPResponseException(code, text)
        except SMTPServerDisconnected:
            pass
        finally:
            self.close()

    def set_debuglevel(self, debuglevel):
        self.debuglevel = debuglevel

    def _told(self, *words):
        if self.debuglevel:
            import sys
            print(*words, file=sys.stderr)

    def _get_socket(self, host, port, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return _socket.create_connection((host, port), timeout, self.source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        """Connects: code and text of the greeting."""
        if source_address:
            self.source_address = source_address
        if not port and host.find(":") == host.rfind(":") >= 0:
            host, _, number = host.rpartition(":")
            try:
                port = int(number)
            except ValueError:
                raise OSError("nonnumeric port")
        self.sock = self._get_socket(host, port or self.default_port, self.timeout)
        self._host, self.file = host, None
        return self.getreply()

    def send(self, s):
        """Sends text or bytes."""
        self._told("send:", repr(s))
        if not self.sock:
            raise SMTPServerDisconnected("please run connect() first")
        try:
            self.sock.sendall(s.encode(self.command_encoding) if isinstance(s, str) else s)
        except OSError:
            self.close()
            raise SMTPServerDisconnected("Server not connected")

    def putcmd(self, cmd, args=""):
        """Sends a command."""
        line = "%s %s" % (cmd, args) if args else cmd
        if "\r" in line or "\n" in line:
            line = line.replace("\n", "\\n").replace("\r", "\\r")
            raise ValueError(f"command and arguments contain prohibited newline characters: {line}")
        self.send(line + CRLF)

    def getreply(self):
        """Code and text of an answer."""
        lines = []
        if self.file is None:
            self.file = self.sock.makefile("rb")
        while True:
            try:
                line = self.file.readline(8193)
            except OSError as e:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed: " + str(e))
            if not line:
                self.close()
                raise SMTPServerDisconnected("Connection unexpectedly closed")
            self._told("reply:", repr(line))
            if len(line) > 8192:
                self.close()
                raise SMTPResponseException(500, "Line too long.")
            lines.append(line[4:].strip(b" \t\r\n"))
            try:
                code = int(line[:3])
            except ValueError:
                code = -1
                break
            if line[3:4] != b"-":
                break
        return code, b"\n".join(lines)

    def docmd(self, cmd, args=""):
        """Sends a command: code and text of the answer."""
        self.putcmd(cmd, args)
        return self.getreply()

    # Commands

    def helo(self, name=""):
        self.putcmd("helo", name or self.local_hostname)
        code, text = self.getreply()
        self.helo_resp = text
        return code, text

    def ehlo(self, name=""):
        self.esmtp_features = {}
        self.putcmd(self.ehlo_msg, name or self.local_hostname)
        code, text = self.getreply()
        if code == -1 and not text:
            self.close()
            raise SMTPServerDisconnected("Server not connected")
        self.ehlo_resp = text
        if code != 250:
            return code, text
        self.does_esmtp = True
        for line in text.decode("latin-1").split("\n")[1:]:
            old = _re.match(r"AUTH=(.*)", line, _re.I)
            if old:
                self.esmtp_features["auth"] = self.esmtp_features.get("auth", "") + " " + old.group(1)
                continue
            found = _re.match(r"([A-Za-z0-9][A-Za-z0-9\-]*) ?", line)
            if found:
                name, rest = found.group(1).lower(), line[found.end(1):].strip()
                self.esmtp_features[name] = self.esmtp_features.get(name, "") + " " + rest if name == "auth" else rest
        return code, text

    def has_extn(self, opt):
        return opt.lower() in self.esmtp_features

    def help(self, args=""):
        return self.docmd("help", args)[1]

    def rset(self):
        self.command_encoding = "ascii"
        return self.docmd("rset")

    def _rset(self):
        try:
            self.rset()
        except SMTPServerDisconnected:
            pass

    def noop(self):
        return self.docmd("noop")

    def mail(self, sender, options=()):
        words = ""
        if options and self.does_esmtp:
            if any(x.lower() == "smtputf8" for x in options):
                if not self.has_extn("smtputf8"):
                    raise SMTPNotSupportedError("SMTPUTF8 not supported by server")
                self.command_encoding = "utf-8"
            words = " " + " ".join(options)
        return self.docmd("mail", "from:%s%s" % (quoteaddr(sender), words))

    def rcpt(self, recip, options=()):
        words = " " + " ".join(options) if options and self.does_esmtp else ""
        return self.docmd("rcpt", "to:%s%s" % (quoteaddr(recip), words))

    def data(self, msg):
        """Sends the message itself."""
        code, text = self.docmd("data")
        if code != 354:
            raise SMTPDataError(code, text)
        if isinstance(msg, str):
            msg = _re.sub(r"\r\n|\n|\r(?!\n)", CRLF, msg).encode("ascii")
        msg = _re.sub(rb"(?m)^\.", b"..", msg)
        self.send(msg + (b"" if msg.endswith(bCRLF) else bCRLF) + b"." + bCRLF)
        return self.getreply()

    def verify(self, address):
        return self.docmd("vrfy", _plain(address))

    vrfy = verify

    def expn(self, address):
        return self.docmd("expn", _plain(address))

    def ehlo_or_helo_if_needed(self):
        """Greets the server if nobody did."""
        if self.helo_resp is None and self.ehlo_resp is None:
            if not 200 <= self.ehlo()[0] <= 299:
                code, text = self.helo()
                if not 200 <= code <= 299:
                    raise SMTPHeloError(code, text)

    def auth(self, mechanism, authobject, *, initial_response_ok=True):
        """Tells who we are in one of the ways."""
        first = authobject() if initial_response_ok else None
        if first is not None:
            code, text = self.docmd("AUTH", mechanism + " " + _base64.b64encode(first.encode("ascii")).decode("ascii"))
        else:
            code, text = self.docmd("AUTH", mechanism)
        rounds = 0
        while code == 334:
            rounds += 1
            if rounds > 5:
                raise SMTPException("Server AUTH mechanism infinite loop. Last response: " + repr((code, text)))
            answer = authobject(_base64.b64decode(text))
            code, text = self.docmd(_base64.b64encode(answer.encode("ascii")).decode("ascii"))
        if code in (235, 503):
            return code, text
        raise SMTPAuthenticationError(code, text)

    def auth_cram_md5(self, challenge=None):
        if challenge is None:
            return None
        return self.user + " " + _hmac.HMAC(self.password.encode("ascii"), challenge, "md5").hexdigest()

    def auth_plain(self, challenge=None):
        return "\0%s\0%s" % (self.user, self.password)

    def auth_login(self, challenge=None):
        if challenge is None or self._asked < 1:
            self._asked = 1
            return self.user
        return self.password

    def login(self, user, password, *, initial_response_ok=True):
        """Tells who we are in the best way that the server knows."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("auth"):
            raise SMTPNotSupportedError("SMTP AUTH extension not supported by server.")
        known = self.esmtp_features["auth"].split()
        ways = [way for way in ("CRAM-MD5", "PLAIN", "LOGIN") if way in known]
        if not ways:
            raise SMTPException("No suitable authentication method found.")
        self.user, self.password = user, password
        for way in ways:
            self._asked = 0
            try:
                code, text = self.auth(way, getattr(self, "auth_" + way.lower().replace("-", "_")),
                                       initial_response_ok=initial_response_ok)
                if code in (235, 503):
                    return code, text
            except SMTPAuthenticationError as e:
                failed = e
        raise failed

    def starttls(self, *, context=None):
        """Encrypts the connection from here on."""
        self.ehlo_or_helo_if_needed()
        if not self.has_extn("starttls"):
            raise SMTPNotSupportedError("STARTTLS extension not supported by server.")
        code, text = self.docmd("STARTTLS")
        if code != 220:
            raise SMTPResponseException(code, text)
        if context is None:
            import ssl
            context = ssl._create_stdlib_context() if hasattr(ssl, "_create_stdlib_context") else ssl.create_default_context()
        self.sock = context.wrap_socket(self.sock, server_hostname=self._host)
        self.file = self.helo_resp = self.ehlo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        return code, text

    def sendmail(self, from_addr, to_addrs, msg, mail_options=(), rcpt_options=()):
        """Sends a message: the addresses that were refused."""
        self.ehlo_or_helo_if_needed()
        options = []
        if isinstance(msg, str):
            msg = _re.sub(r"\r\n|\n|\r(?!\n)", CRLF, msg).encode("ascii")
        if self.does_esmtp:
            if self.has_extn("size"):
                options.append("size=%d" % len(msg))
            options.extend(mail_options)
        code, text = self.mail(from_addr, options)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPSenderRefused(code, text, from_addr)
        refused = {}
        for address in [to_addrs] if isinstance(to_addrs, str) else to_addrs:
            code, text = self.rcpt(address, rcpt_options)
            if code not in (250, 251):
                refused[address] = code, text
            if code == 421:
                self.close()
                raise SMTPRecipientsRefused(refused)
        if len(refused) == (1 if isinstance(to_addrs, str) else len(to_addrs)):
            self._rset()
            raise SMTPRecipientsRefused(refused)
        code, text = self.data(msg)
        if code != 250:
            self.close() if code == 421 else self._rset()
            raise SMTPDataError(code, text)
        return refused

    def send_message(self, msg, from_addr=None, to_addrs=None, mail_options=(), rcpt_options=()):
        """Sends a message object; its headers tell from whom and to whom."""
        self.ehlo_or_helo_if_needed()
        resent = msg.get_all("Resent-Date")
        if resent and len(resent) > 1:
            raise ValueError("message has more than one 'Resent-' header block")
        prefix = "Resent-" if resent else ""
        if from_addr is None:
            header = msg[prefix + "Sender"] if prefix + "Sender" in msg else msg[prefix + "From"]
            from_addr = _utils.getaddresses([header])[0][1]
        if to_addrs is None:
            fields = [msg[prefix + name] for name in ("To", "Bcc", "Cc") if msg[prefix + name] is not None]
            to_addrs = [address for _, address in _utils.getaddresses(fields)]
        import copy
        sent = copy.copy(msg)
        sent._headers = list(msg._headers)
        del sent["Bcc"], sent["Resent-Bcc"]
        is_wide = not all(map(str.isascii, [from_addr, *to_addrs]))
        if is_wide:
            if not self.has_extn("smtputf8"):
                raise SMTPNotSupportedError(
                    "One or more source or delivery addresses require internationalized email support, but the server "
                    "does not advertise the required SMTPUTF8 capability")
            mail_options = (*mail_options, "SMTPUTF8", "BODY=8BITMIME")
        file = _io.BytesIO()
        _generator.BytesGenerator(file, policy=_policy.SMTPUTF8 if is_wide else _policy.SMTP).flatten(sent, linesep=CRLF)
        return self.sendmail(from_addr, to_addrs, file.getvalue(), mail_options, rcpt_options)

    def close(self):
        """Ends the connection without a word."""
        file, self.file = self.file, None
        sock, self.sock = self.sock, None
        if file:
            file.close()
        if sock:
            sock.close()

    def quit(self):
        """Ends the connection."""
        answer = self.docmd("quit")
        self.ehlo_resp = self.helo_resp = None
        self.esmtp_features, self.does_esmtp = {}, False
        self.close()
        return answer


class SMTP_SSL(SMTP):
    """A connection that is encrypted from the beginning."""

    default_port = SMTP_SSL_PORT

    def __init__(self, host="", port=0, local_hostname=None, *, timeout=None, source_address=None, context=None):
        import ssl
        self.context = ssl.create_default_context() if context is None else context
        SMTP.__init__(self, host, port, local_hostname, timeout, source_address)

    def _get_socket(self, host, port, timeout):
        return self.context.wrap_socket(SMTP._get_socket(self, host, port, timeout), server_hostname=host)


class LMTP(SMTP):
    """A connection by the local protocol (RFC 2033)."""

    ehlo_msg = "lhlo"

    def __init__(self, host="", port=LMTP_PORT, local_hostname=None, source_address=None, timeout=None):
        SMTP.__init__(self, host, port, local_hostname, timeout, source_address)

    def connect(self, host="localhost", port=0, source_address=None):
        if not host.startswith("/"):
            return SMTP.connect(self, host, port, source_address)
        self.sock = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        try:
            self.sock.connect(host)
        except OSError:
            self.close()
            raise
        self.file = None
        return self.getreply()
