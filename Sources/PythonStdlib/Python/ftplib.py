"""Moves files from and to servers (FTP, RFC 959)."""
import re as _re
import socket
import sys
from contextlib import suppress
from socket import _GLOBAL_DEFAULT_TIMEOUT

__all__ = ["FTP", "error_reply", "error_temp", "error_perm", "error_proto", "all_errors"]
MSG_OOB = 0x1
FTP_PORT, MAXLINE = 21, 8192
CRLF, B_CRLF = "\r\n", b"\r\n"


class Error(Exception):
    """Something went wrong."""


class error_reply(Error):
    """An answer nobody expects."""


class error_temp(Error):
    """A refusal for now (4xx)."""


class error_perm(Error):
    """A refusal for good (5xx)."""


class error_proto(Error):
    """An answer that makes no sense."""


all_errors = (Error, OSError, EOFError)

try:
    import ssl
except ImportError:
    ssl = None
_SSLSocket = ssl and ssl.SSLSocket
if ssl is not None:
    all_errors += (ssl.SSLError,)


class FTP:
    """A connection to a server."""

    debugging = 0
    host = welcome = ""
    port, maxline = FTP_PORT, MAXLINE
    sock = file = None
    passiveserver = True
    # Whether the server's own address may be another one than that we talk to.
    trust_server_pasv_ipv4_address = False

    def __init__(self, host="", user="", passwd="", acct="", timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *,
                 encoding="utf-8"):
        self.encoding, self.source_address, self.timeout = encoding, source_address, timeout
        if host:
            self.connect(host)
        if host and user:
            self.login(user, passwd, acct)

    def __enter__(self):
        """The connection ends with the block."""
        return self

    def __exit__(self, *args):
        if self.sock is not None:
            try:
                with suppress(OSError, EOFError):
                    self.quit()
            finally:
                if self.sock is not None:
                    self.close()

    def connect(self, host="", port=0, timeout=-999, source_address=None):
        """Connects; returns the greeting."""
        self.host = host or self.host
        self.port = port if port > 0 else self.port
        if source_address is not None:
            self.source_address = source_address
        self.timeout = self.timeout if timeout == -999 else timeout
        if self.timeout is not None and not self.timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        where = self.host, self.port
        sys.audit("ftplib.connect", self, *where)
        self.sock = socket.create_connection(where, self.timeout, source_address=self.source_address)
        self.file, self.af = self.sock.makefile("r", encoding=self.encoding), self.sock.family
        self.welcome = self.getresp()
        return self.welcome

    def getwelcome(self):
        """What the server said first."""
        if self.debugging:
            print("*welcome*", self.sanitize(self.welcome))
        return self.welcome

    def set_debuglevel(self, level):
        """0: nothing is printed, 1: commands and answers, 2: every line."""
        self.debugging = level

    debug = set_debuglevel

    def set_pasv(self, val):
        """Says whether we connect for data, not the server."""
        self.passiveserver = val

    # Lines

    def sanitize(self, s):
        """A line without passwords, to be shown."""
        if s[:5].lower() == "pass ":
            end = len(s.rstrip("\r\n"))
            s = s[:5] + "*" * (end - 5) + s[end:]
        return repr(s)

    def putline(self, line):
        """Sends a line, which may hold no other."""
        if not {"\r", "\n"}.isdisjoint(line):
            raise ValueError("an illegal newline character should not be contained")
        sys.audit("ftplib.sendcmd", self, line)
        if self.debugging > 1:
            print("*put*", self.sanitize(line))
        self.sock.sendall((line + CRLF).encode(self.encoding))

    def putcmd(self, line):
        if self.debugging:
            print("*cmd*", self.sanitize(line))
        self.putline(line)

    def _line(self, file):
        """The next line of a file, which may not be too long."""
        line = file.readline(self.maxline + 1)
        if len(line) > self.maxline:
            raise Error("got more than %d bytes" % self.maxline)
        return line

    def getline(self):
        line = self._line(self.file)
        if self.debugging > 1:
            print("*get*", self.sanitize(line))
        if not line:
            raise EOFError
        return line[:-2] if line[-2:] == CRLF else line[:-1] if line[-1:] in CRLF else line

    def getmultiline(self):
        """An answer, which goes on until a line begins with its number and a space."""
        lines = [self.getline()]
        if lines[0][3:4] == "-":
            while len(lines) == 1 or lines[-1][:3] != lines[0][:3] or lines[-1][3:4] == "-":
                lines.append(self.getline())
        return "\n".join(lines)

    def getresp(self):
        """An answer that is no refusal."""
        answer = self.getmultiline()
        if self.debugging:
            print("*resp*", self.sanitize(answer))
        self.lastresp = answer[:3]
        kind = answer[:1]
        if kind in ("1", "2", "3"):
            return answer
        raise {"4": error_temp, "5": error_perm}.get(kind, error_proto)(answer)

    def voidresp(self):
        """An answer that has to be a yes."""
        answer = self.getresp()
        if answer[:1] != "2":
            raise error_reply(answer)
        return answer

    def sendcmd(self, cmd):
        """Sends a command; returns the answer."""
        self.putcmd(cmd)
        return self.getresp()

    def voidcmd(self, cmd):
        """Sends a command whose answer has to be a yes."""
        self.putcmd(cmd)
        return self.voidresp()

    def abort(self):
        """Stops what is being moved."""
        if self.debugging > 1:
            print("*put urgent*", self.sanitize("ABOR"))
        self.sock.sendall(b"ABOR" + B_CRLF, MSG_OOB)
        answer = self.getmultiline()
        if answer[:3] not in ("426", "225", "226"):
            raise error_proto(answer)
        return answer

    # Connections for data

    def sendport(self, host, port):
        """Tells where we listen."""
        return self.voidcmd("PORT " + ",".join(host.split(".") + [repr(port // 256), repr(port % 256)]))

    def sendeprt(self, host, port):
        """Tells where we listen, for any kind of address."""
        kind = {socket.AF_INET: 1, socket.AF_INET6: 2}.get(self.af)
        if kind is None:
            raise error_proto("unsupported address family")
        return self.voidcmd("EPRT |%d|%s|%d|" % (kind, host, port))

    def makeport(self):
        """A socket that listens, which the server knows of."""
        listener = socket.create_server(("", 0), family=self.af, backlog=1)
        port, host = listener.getsockname()[1], self.sock.getsockname()[0]
        (self.sendport if self.af == socket.AF_INET else self.sendeprt)(host, port)
        if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
            listener.settimeout(self.timeout)
        return listener

    def makepasv(self):
        """Where the server listens."""
        if self.af != socket.AF_INET:
            return parse229(self.sendcmd("EPSV"), self.sock.getpeername())
        host, port = parse227(self.sendcmd("PASV"))
        return (host if self.trust_server_pasv_ipv4_address else self.sock.getpeername()[0]), port

    def ntransfercmd(self, cmd, rest=None):
        """Begins to move data: (socket, size or None)."""
        size = None
        if self.passiveserver:
            host, port = self.makepasv()
            data = socket.create_connection((host, port), self.timeout, source_address=self.source_address)
        else:
            data = self.makeport()
        try:
            if rest is not None:
                self.sendcmd("REST %s" % rest)
            answer = self.sendcmd(cmd)
            # Some servers say first that they are done with the last one.
            if answer[:1] == "2":
                answer = self.getresp()
            if answer[:1] != "1":
                raise error_reply(answer)
            if not self.passiveserver:
                listener = data
                data, _ = listener.accept()
                listener.close()
                if self.timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                    data.settimeout(self.timeout)
        except BaseException:
            data.close()
            raise
        if answer[:3] == "150":
            size = parse150(answer)
        return data, size

    def transfercmd(self, cmd, rest=None):
        """Begins to move data: a socket."""
        return self.ntransfercmd(cmd, rest)[0]

    def _protected(self, data):
        """The end of an encrypted connection for data."""
        if _SSLSocket is not None and isinstance(data, _SSLSocket):
            data.unwrap()

    def login(self, user="", passwd="", acct=""):
        """Signs in, without a name as anonymous."""
        user = user or "anonymous"
        if user == "anonymous" and passwd in ("", "-"):
            passwd += "anonymous@"
        answer = self.sendcmd("USER " + user)
        if answer[:1] == "3":
            answer = self.sendcmd("PASS " + passwd)
        if answer[:1] == "3":
            answer = self.sendcmd("ACCT " + acct)
        if answer[:1] != "2":
            raise error_reply(answer)
        return answer

    def retrbinary(self, cmd, callback, blocksize=8192, rest=None):
        """Fetches bytes, in blocks for `callback`."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as data:
            while block := data.recv(blocksize):
                callback(block)
            self._protected(data)
        return self.voidresp()

    def retrlines(self, cmd, callback=None):
        """Fetches lines for `callback`, or prints them."""
        callback = callback or print
        self.sendcmd("TYPE A")
        with self.transfercmd(cmd) as data, data.makefile("r", encoding=self.encoding) as file:
            while line := self._line(file):
                if self.debugging > 2:
                    print("*retr*", repr(line))
                callback(line[:-2] if line[-2:] == CRLF else line[:-1] if line[-1:] == "\n" else line)
            self._protected(data)
        return self.voidresp()

    def storbinary(self, cmd, fp, blocksize=8192, callback=None, rest=None):
        """Sends what a file of bytes holds."""
        self.voidcmd("TYPE I")
        with self.transfercmd(cmd, rest) as data:
            while block := fp.read(blocksize):
                data.sendall(block)
                if callback:
                    callback(block)
            self._protected(data)
        return self.voidresp()

    def storlines(self, cmd, fp, callback=None):
        """Sends the lines of a file of bytes."""
        self.voidcmd("TYPE A")
        with self.transfercmd(cmd) as data:
            while line := self._line(fp):
                if line[-2:] != B_CRLF:
                    line = (line[:-1] if line[-1] in B_CRLF else line) + B_CRLF
                data.sendall(line)
                if callback:
                    callback(line)
            self._protected(data)
        return self.voidresp()

    # Commands

    def acct(self, password):
        return self.voidcmd("ACCT " + password)

    def nlst(self, *args):
        """Names of files."""
        found = []
        self.retrlines(" ".join(("NLST", *args)), found.append)
        return found

    def dir(self, *args):
        """Prints a table of files, or gives its lines to a function that comes last."""
        callback = None
        if args and not isinstance(args[-1], str):
            *args, callback = args
        self.retrlines(" ".join(["LIST", *[word for word in args if word]]), callback)

    def mlsd(self, path="", facts=[]):
        """Files with what is known of them: (name, {fact: value})."""
        if facts:
            self.sendcmd("OPTS MLST " + ";".join(facts) + ";")
        lines = []
        self.retrlines("MLSD %s" % path if path else "MLSD", lines.append)
        for line in lines:
            known, _, name = line.rstrip(CRLF).partition(" ")
            found = {}
            for fact in known[:-1].split(";"):
                key, _, value = fact.partition("=")
                found[key.lower()] = value
            yield name, found

    def rename(self, fromname, toname):
        answer = self.sendcmd("RNFR " + fromname)
        if answer[:1] != "3":
            raise error_reply(answer)
        return self.voidcmd("RNTO " + toname)

    def delete(self, filename):
        answer = self.sendcmd("DELE " + filename)
        if answer[:3] in ("250", "200"):
            return answer
        raise error_reply(answer)

    def cwd(self, dirname):
        """Goes to a folder."""
        if dirname == "..":
            try:
                return self.voidcmd("CDUP")
            except error_perm as refused:
                if refused.args[0][:3] != "500":
                    raise
        return self.voidcmd("CWD " + (dirname or "."))

    def size(self, filename):
        """How long a file is."""
        answer = self.sendcmd("SIZE " + filename)
        return int(answer[3:].strip()) if answer[:3] == "213" else None

    def mkd(self, dirname):
        """Makes a folder; returns its path."""
        answer = self.voidcmd("MKD " + dirname)
        return parse257(answer) if answer.startswith("257") else ""

    def rmd(self, dirname):
        return self.voidcmd("RMD " + dirname)

    def pwd(self):
        """The path of the folder that we are in."""
        answer = self.voidcmd("PWD")
        return parse257(answer) if answer.startswith("257") else ""

    def quit(self):
        """Signs off and closes the connection."""
        answer = self.voidcmd("QUIT")
        self.close()
        return answer

    def close(self):
        """Closes the connection without a word."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                sock.close()


if _SSLSocket is not None:
    class FTP_TLS(FTP):
        """A connection that is encrypted, and its data as well after `prot_p`."""

        def __init__(self, host="", user="", passwd="", acct="", *, context=None, timeout=_GLOBAL_DEFAULT_TIMEOUT,
                     source_address=None, encoding="utf-8"):
            self.context = ssl._create_stdlib_context() if context is None else context
            self._prot_p = False
            super().__init__(host, user, passwd, acct, timeout, source_address, encoding=encoding)

        def login(self, user="", passwd="", acct="", secure=True):
            is_plain = not isinstance(self.sock, ssl.SSLSocket)
            if is_plain and secure:
                self.auth()
            return super().login(user, passwd, acct)

        def auth(self):
            """Encrypts the connection for commands."""
            if isinstance(self.sock, ssl.SSLSocket):
                raise ValueError("Already using TLS")
            answer = self.voidcmd("AUTH TLS" if self.context.protocol >= ssl.PROTOCOL_TLS else "AUTH SSL")
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)
            self.file = self.sock.makefile(mode="r", encoding=self.encoding)
            return answer

        def ccc(self):
            """Back to a plain connection for commands."""
            if not isinstance(self.sock, ssl.SSLSocket):
                raise ValueError("not using TLS")
            answer = self.voidcmd("CCC")
            self.sock = self.sock.unwrap()
            return answer

        def prot_p(self):
            """Data are encrypted from now on."""
            self.voidcmd("PBSZ 0")
            answer = self.voidcmd("PROT P")
            self._prot_p = True
            return answer

        def prot_c(self):
            """Data are plain from now on."""
            answer = self.voidcmd("PROT C")
            self._prot_p = False
            return answer

        def ntransfercmd(self, cmd, rest=None):
            data, size = super().ntransfercmd(cmd, rest)
            if self._prot_p:
                data = self.context.wrap_socket(data, server_hostname=self.host)
            return data, size

        def abort(self):
            self.sock.sendall(b"ABOR" + B_CRLF)
            answer = self.getmultiline()
            if answer[:3] not in ("426", "225", "226"):
                raise error_proto(answer)
            return answer

    __all__.append("FTP_TLS")


# Answers with something in them.

def parse150(resp):
    """The size in an answer 150; None without one."""
    if resp[:3] != "150":
        raise error_reply(resp)
    found = _re.match(r"150 .* \((\d+) bytes\)", resp, _re.IGNORECASE | _re.ASCII)
    return int(found[1]) if found else None


def parse227(resp):
    """Host and port in an answer 227."""
    if resp[:3] != "227":
        raise error_reply(resp)
    found = _re.search(r"(\d+),(\d+),(\d+),(\d+),(\d+),(\d+)", resp, _re.ASCII)
    if not found:
        raise error_proto(resp)
    *host, high, low = found.groups()
    return ".".join(host), (int(high) << 8) + int(low)


def parse229(resp, peer):
    """Host and port in an answer 229; the host is the one that we talk to."""
    if resp[:3] != "229":
        raise error_reply(resp)
    left = resp.find("(")
    if left < 0:
        raise error_proto(resp)
    right = resp.find(")", left + 1)
    if right < 0 or resp[left + 1] != resp[right - 1]:
        raise error_proto(resp)
    parts = resp[left + 1:right].split(resp[left + 1])
    if len(parts) != 5:
        raise error_proto(resp)
    return peer[0], int(parts[3])


def parse257(resp):
    """The path in an answer 257, in which quotes are doubled."""
    if resp[:3] != "257":
        raise error_reply(resp)
    found = _re.match(r'257 "((?:[^"]|"")*)', resp)
    return found[1].replace('""', '"') if found else ""


def print_line(line):
    print(line)


def ftpcp(source, sourcename, target, targetname="", type="I"):
    """Moves a file from one server to another."""
    kind = "TYPE " + type
    source.voidcmd(kind)
    target.voidcmd(kind)
    target.sendport(*parse227(source.sendcmd("PASV")))
    for server, command in ((target, "STOR " + (targetname or sourcename)), (source, "RETR " + sourcename)):
        answer = server.sendcmd(command)
        if answer[:3] not in ("125", "150"):
            raise error_proto
    source.voidresp()
    target.voidresp()
