"""A mail server that passes what it gets to process_message."""
import asyncore
import contextlib
import socket
import warnings

__all__ = ["SMTPChannel", "SMTPServer", "DebuggingServer"]

warnings.warn("The smtpd module is deprecated and will be removed in Python 3.12. "
              "See aiosmtpd for the recommended replacement", DeprecationWarning, stacklevel=2)


def _address(text):
    return text.partition(":")[2].strip().split(" ")[0].strip("<>")


class SMTPChannel(asyncore.dispatcher_with_send):
    """One client."""

    def __init__(self, server, conn, addr, data_size_limit=33554432, map=None, enable_SMTPUTF8=False,
                 decode_data=False):
        asyncore.dispatcher_with_send.__init__(self, conn, map=map)
        self.smtp_server, self.peer, self.decode_data = server, addr, decode_data
        self.data_size_limit = data_size_limit
        self.received = b""
        self.mailfrom, self.rcpttos, self.in_data = None, [], False
        self.push("220 %s Wick SMTP" % socket.gethostname())

    def push(self, line):
        self.send(line.encode("ascii", "replace") + b"\r\n")

    def handle_close(self):
        self.close()

    def handle_read(self):
        self.received += self.recv(65536)
        while True:
            end = b"\r\n.\r\n" if self.in_data else b"\r\n"
            if self.in_data and self.received.startswith(b".\r\n"):
                unit, self.received = b"", self.received[3:]
            elif end in self.received:
                unit, _, self.received = self.received.partition(end)
            else:
                return
            (self._take_mail if self.in_data else self._take_command)(unit)

    def _take_mail(self, data):
        self.in_data = False
        lines = [line[1:] if line.startswith(b".") else line for line in data.split(b"\r\n")]
        data = b"\n".join(lines)
        keywords = {} if self.decode_data else {"mail_options": [], "rcpt_options": []}
        status = self.smtp_server.process_message(
            self.peer, self.mailfrom, self.rcpttos, data.decode("utf-8") if self.decode_data else data, **keywords)
        self.mailfrom, self.rcpttos = None, []
        self.push(status or "250 OK")

    def _take_command(self, data):
        line = data.decode("utf-8", "replace")
        command = line.split(" ")[0].upper()
        if command in ("HELO", "EHLO", "NOOP", "RSET"):
            if command == "RSET":
                self.mailfrom, self.rcpttos = None, []
            self.push("250 %s" % (socket.gethostname() if command.endswith("LO") else "OK"))
        elif command == "MAIL":
            self.mailfrom = _address(line)
            self.push("250 OK")
        elif command == "RCPT":
            self.rcpttos.append(_address(line))
            self.push("250 OK")
        elif command == "DATA":
            self.in_data = bool(self.rcpttos)
            self.push("354 End data with <CR><LF>.<CR><LF>" if self.rcpttos else "503 Error: need RCPT command")
        elif command == "QUIT":
            self.push("221 Bye")
            self.close()
        else:
            self.push('500 Error: command "%s" not recognized' % command)


class SMTPServer(asyncore.dispatcher):
    """Listens; subclasses say what becomes of a mail."""
    channel_class = SMTPChannel

    def __init__(self, localaddr, remoteaddr, data_size_limit=33554432, map=None, enable_SMTPUTF8=False,
                 decode_data=False):
        self._localaddr, self._remoteaddr = localaddr, remoteaddr
        self.data_size_limit, self._decode_data = data_size_limit, decode_data
        asyncore.dispatcher.__init__(self, map=map)
        family, *_rest = socket.getaddrinfo(*localaddr, type=socket.SOCK_STREAM)[0]
        with contextlib.ExitStack() as undoing:
            undoing.callback(self.close)
            self.create_socket(family, socket.SOCK_STREAM)
            self.set_reuse_addr()
            self.bind(localaddr)
            self.listen(5)
            undoing.pop_all()

    def handle_accepted(self, conn, addr):
        self.channel_class(self, conn, addr, self.data_size_limit, self._map, decode_data=self._decode_data)

    def process_message(self, peer, mailfrom, rcpttos, data, **kwargs):
        raise NotImplementedError


class DebuggingServer(SMTPServer):
    """Prints what it gets."""

    def process_message(self, peer, mailfrom, rcpttos, data, **kwargs):
        print("---------- MESSAGE FOLLOWS ----------")
        for line in data.splitlines():
            print(line if isinstance(line, str) else repr(line))
        print("------------ END MESSAGE ------------")
