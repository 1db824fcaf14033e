"""What goes wrong with a connection."""

__name__ = "ssl"        # the module that pickles and messages name


class SSLError(OSError):
    """Something went wrong with TLS."""

    library = reason = None

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """The connection has been ended in order."""


class SSLWantReadError(SSLError):
    """More has to come from the other end first."""


class SSLWantWriteError(SSLError):
    """More has to go to the other end first."""


class SSLSyscallError(SSLError):
    """A call of the system failed."""


class SSLEOFError(SSLError):
    """The connection ended without a word."""


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate was refused."""

    verify_code, verify_message = 0, ""


CertificateError = SSLCertVerificationError
for _kind in (SSLError, SSLZeroReturnError, SSLWantReadError, SSLWantWriteError, SSLSyscallError, SSLEOFError, SSLCertVerificationError):
    _kind.__module__ = "ssl"


def _error(failure, host=None, line=1006):
    """The exception of what went wrong."""
    kind, library, reason, code, message = failure
    # CPython tells the line of its own source, which programs that compare texts expect.
    place = " (_ssl.c:%d)" % line
    name = reason.upper().replace(" ", "_").replace("-", "_")
    short = {"SSL routines": "SSL", "PEM routines": "PEM", "x509 certificate routines": "X509", "system library": "SYS"}.get(library, "UNKNOWN")
    if kind == 2:
        return SSLWantReadError(2, "The operation did not complete (read)" + place)
    if kind == 3:
        return SSLWantWriteError(3, "The operation did not complete (write)" + place)
    if kind == 6:
        return SSLZeroReturnError(6, "TLS/SSL connection has been closed (EOF)" + place)
    if name == "UNEXPECTED_EOF_WHILE_READING" or kind == 5 and not reason:
        made = SSLEOFError(8, ("[SSL: UNEXPECTED_EOF_WHILE_READING] " if reason else "") + "EOF occurred in violation of protocol" + place)
    elif name == "CERTIFICATE_VERIFY_FAILED":
        if code == 62:
            message = "Hostname mismatch, certificate is not valid for '%s'." % host
        elif code == 64:
            message = "IP address mismatch, certificate is not valid for '%s'." % host
        made = SSLCertVerificationError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: " + message + place)
        made.verify_code, made.verify_message = code, message
    elif reason:
        # Reasons that only name another library have no name of their own.
        made = SSLError(1, ("[%s] %s" % (short, reason) if reason.endswith(" lib") else "[%s: %s] %s" % (short, name, reason)) + place)
    else:
        made = SSLError(1, "unknown error" + place)
    made.library, made.reason = short, name or None
    return made


def _checked(result):
    if type(result) is tuple:
        raise _error(result)
    return result
