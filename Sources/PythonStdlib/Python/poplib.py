"""Fetches mail from a server (POP3, RFC 1939)."""
import errno
import re
import socket

__all__ = ["POP3", "error_proto"]
POP3_PORT, POP3_SSL_PORT = 110, 995
CR, LF, CRLF = b"\r", b"\n", b"\r\n"
_MAXLINE = 2048

try:
    import ssl
except ImportError:
    ssl = None
HAVE_SSL = ssl is not None


class error_proto(Exception):
    """The server refused something, or said what makes no sense."""


class POP3:
    """A connection to a server."""

    encoding = "UTF-8"

    def __init__(self, host, port=POP3_PORT, timeout=socket._GLOBAL_DEFAULT_TIMEOUT):
        self.host, self.port, self._tls_established, self._debugging = host, port, False, 0
        self.sock = self._create_socket(timeout)
        self.file = self.sock.makefile("rb")
        self.welcome = self._getresp()

    def _create_socket(self, timeout):
        if timeout is not None and not timeout:
            raise ValueError("Non-blocking socket (timeout=0) is not supported")
        return socket.create_connection((self.host, self.port), timeout)

    def _told(self, level, *words):
        if self._debugging > level:
            print(*words)

    # Lines

    def _putline(self, line):
        self._told(1, "*put*", repr(line))
        self.sock.sendall(line + CRLF)

    def _putcmd(self, line):
        self._told(0, "*cmd*", repr(line))
        self._putline(line.encode(self.encoding))

    def _getline(self):
        """A line without its end, and how long it was with it."""
        line = self.file.readline(_MAXLINE + 1)
        if len(line) > _MAXLINE:
            raise error_proto("line too long")
        self._told(1, "*get*", repr(line))
        if not line:
            raise error_proto("-ERR EOF")
        length = len(line)
        if line[-2:] == CRLF:
            return line[:-2], length
        return (line[1:-1] if line[:1] == CR else line[:-1]), length

    def _getresp(self):
        line, _ = self._getline()
        self._told(1, "*resp*", repr(line))
        if not line.startswith(b"+"):
            raise error_proto(line)
        return line

    def _getlongresp(self):
        """The answer, the lines behind it, and how many bytes these have."""
        answer, lines, octets = self._getresp(), [], 0
        while True:
            line, length = self._getline()
            if line == b".":
                return answer, lines, octets
            if line.startswith(b".."):
                line, length = line[1:], length - 1
            octets += length
            lines.append(line)

    def getwelcome(self):
        """What the server said first."""
        return self.welcome

    def _longcmd(self, line):
        """Sends a command whose answer has lines behind it."""
        self._putcmd(line)
        return self._getlongresp()

    def _shortcmd(self, line):
        """Sends a command whose answer is one line."""
        self._putcmd(line)
        return self._getresp()

    def set_debuglevel(self, level):
        """0: nothing is printed, 1: commands, 2: every line."""
        self._debugging = level

    # Commands

    def user(self, user):
        """Tells the name."""
        return self._shortcmd("USER %s" % user)

    def pass_(self, pswd):
        """Tells the password; the mailbox is locked from now on."""
        return self._shortcmd("PASS %s" % pswd)

    def stat(self):
        """How many messages there are, and their bytes."""
        words = self._shortcmd("STAT").split()
        self._told(0, "*stat*", repr(words))
        return int(words[1]), int(words[2])

    def _listing(self, command, which):
        return self._longcmd(command) if which is None else self._shortcmd("%s %s" % (command, which))

    def list(self, which=None):
        """The sizes of the messages, or the answer for one of them."""
        return self._listing("LIST", which)

    def retr(self, which):
        """A whole message: (answer, lines, bytes)."""
        return self._longcmd("RETR %s" % which)

    def dele(self, which):
        """Marks a message to be deleted."""
        return self._shortcmd("DELE %s" % which)

    def noop(self):
        return self._shortcmd("NOOP")

    def rset(self):
        """Takes all marks away."""
        return self._shortcmd("RSET")

    def quit(self):
        """Signs off: marked messages go, and the connection."""
        answer = self._shortcmd("QUIT")
        self.close()
        return answer

    def close(self):
        """Closes the connection without a word to the server."""
        try:
            file, self.file = self.file, None
            if file is not None:
                file.close()
        finally:
            sock, self.sock = self.sock, None
            if sock is not None:
                try:
                    sock.shutdown(socket.SHUT_RDWR)
                except OSError as failed:
                    # The other side may be gone already.
                    if failed.errno != errno.ENOTCONN:
                        raise
                finally:
                    sock.close()

    def rpop(self, user):
        return self._shortcmd("RPOP %s" % user)

    timestamp = re.compile(br"\+OK.[^<]*(<.*>)")

    def apop(self, user, password):
        """Signs in without telling the password, if the greeting has a stamp."""
        from hashlib import md5
        found = self.timestamp.match(self.welcome)
        if not found:
            raise error_proto("-ERR APOP not supported by server")
        digest = md5(found.group(1) + password.encode(self.encoding)).hexdigest()
        return self._shortcmd("APOP %s %s" % (user, digest))

    def top(self, which, howmuch):
        """The headers of a message and some lines of it."""
        return self._longcmd("TOP %s %s" % (which, howmuch))

    def uidl(self, which=None):
        """Names of messages that never change."""
        return self._listing("UIDL", which)

    def utf8(self):
        """Asks for UTF-8."""
        return self._shortcmd("UTF8")

    def capa(self):
        """What the server can do: {name: words}."""
        found = {}
        for line in self._longcmd("CAPA")[1]:
            name, *words = line.decode("ascii").split()
            found[name] = words
        return found

    def stls(self, context=None):
        """Encrypts the connection from here on."""
        if not HAVE_SSL:
            raise error_proto("-ERR TLS support missing")
        if self._tls_established:
            raise error_proto("-ERR TLS session already established")
        if "STLS" not in self.capa():
            raise error_proto("-ERR STLS not supported by server")
        if context is None:
            context = ssl._create_stdlib_context()
        answer = self._shortcmd("STLS")
        self.sock = context.wrap_socket(self.sock, server_hostname=self.host)
        self.file = self.sock.makefile("rb")
        self._tls_established = True
        return answer


if HAVE_SSL:
    class POP3_SSL(POP3):
        """A connection that is encrypted from the start."""

        def __init__(self, host, port=POP3_SSL_PORT, *, timeout=socket._GLOBAL_DEFAULT_TIMEOUT, context=None):
            self.context = ssl._create_stdlib_context() if context is None else context
            POP3.__init__(self, host, port, timeout)

        def _create_socket(self, timeout):
            return self.context.wrap_socket(POP3._create_socket(self, timeout), server_hostname=self.host)

        def stls(self, context=None):
            raise error_proto("-ERR TLS session already established")

    __all__.append("POP3_SSL")
