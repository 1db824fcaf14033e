"""TLS: connections that nobody else can read or change."""
import os as _os
import socket as _socket
from _ssl_constants import *
from _ssl_constants import (
    CERT_NONE, CERT_REQUIRED, PEM_FOOTER, PEM_HEADER, PROTOCOL_TLS_CLIENT, _PROTOCOL_NAMES, create_connection,
)
from _ssl_errors import (
    CertificateError, SSLCertVerificationError, SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError,
    SSLWantWriteError, SSLZeroReturnError,
)
from _ssl_sockets import MemoryBIO, SSLObject, SSLSession, SSLSocket
from _ssl_contexts import SSLContext, _create_unverified_context, create_default_context, get_default_verify_paths

_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


def cert_time_to_seconds(cert_time):
    """Seconds since 1970 of a time in a certificate."""
    from calendar import timegm
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    import re
    found = re.fullmatch(r"\s*(\w{3})\s+(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4}) GMT\s*", cert_time, re.I)
    if found is None or found[1].lower() not in months:
        raise ValueError("time data %r does not match format \"%%b %%d %%H:%%M:%%S %%Y GMT\"" % cert_time)
    return timegm((int(found[6]), months.index(found[1].lower()) + 1, int(found[2]), int(found[3]), int(found[4]), int(found[5])))


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate as lines of Base64."""
    from base64 import standard_b64encode
    text = standard_b64encode(der_cert_bytes).decode("ascii")
    return "\n".join([PEM_HEADER] + [text[i:i + 64] for i in range(0, len(text), 64)] + [PEM_FOOTER, ""])


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate out of lines of Base64."""
    from base64 import decodebytes
    text = pem_cert_string.strip()
    if not text.startswith(PEM_HEADER):
        raise ValueError("Invalid PEM encoding; must start with %s" % PEM_HEADER)
    if not text.endswith(PEM_FOOTER):
        raise ValueError("Invalid PEM encoding; must end with %s" % PEM_FOOTER)
    return decodebytes(text[len(PEM_HEADER):-len(PEM_FOOTER)].encode("ascii", "strict"))


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_socket._GLOBAL_DEFAULT_TIMEOUT):
    """The certificate that a server shows."""
    context = _create_unverified_context(cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED, cafile=ca_certs)
    with create_connection(addr, timeout=timeout) as sock, context.wrap_socket(sock, server_hostname=addr[0]) as secured:
        return DER_cert_to_PEM_cert(secured.getpeercert(True))


def get_protocol_name(protocol_code):
    return _PROTOCOL_NAMES.get(protocol_code, "<unknown>")


def RAND_bytes(n, /):
    """Random bytes."""
    if n < 0:
        raise ValueError("num must be positive")
    return _os.urandom(n)


def RAND_status():
    return True


def RAND_add(string, entropy, /):
    """The system has randomness enough."""
