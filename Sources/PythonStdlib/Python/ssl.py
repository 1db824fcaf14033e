"""TLS: connections that nobody else can read or change."""
import enum as _enum
import os as _os
import socket as _socket
from collections import namedtuple as _namedtuple
import _ssl
import _thread

OPENSSL_VERSION, OPENSSL_VERSION_NUMBER = _ssl.version, _ssl.version_number
OPENSSL_VERSION_INFO = tuple([OPENSSL_VERSION_NUMBER >> shift & mask for shift, mask in ((28, 15), (20, 255), (12, 255), (4, 255), (0, 15))])
_OPENSSL_API_VERSION = OPENSSL_VERSION_INFO
HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NEVER_CHECK_COMMON_NAME = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_PSK = False
CHANNEL_BINDING_TYPES = ["tls-unique"]
SOL_SOCKET, SO_TYPE, AF_INET, SOCK_STREAM = _socket.SOL_SOCKET, _socket.SO_TYPE, _socket.AF_INET, _socket.SOCK_STREAM
socket, socket_error, create_connection = _socket.socket, OSError, _socket.create_connection
PEM_HEADER, PEM_FOOTER = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


class TLSVersion(_enum.IntEnum):
    MINIMUM_SUPPORTED, SSLv3, TLSv1, TLSv1_1, TLSv1_2, TLSv1_3, MAXIMUM_SUPPORTED = -2, 768, 769, 770, 771, 772, -1


class _SSLMethod(_enum.IntEnum):
    PROTOCOL_TLS, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2, PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 2, 3, 4, 5, 16, 17
    PROTOCOL_SSLv23 = 2


class VerifyMode(_enum.IntEnum):
    CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2


class VerifyFlags(_enum.IntFlag):
    VERIFY_DEFAULT, VERIFY_CRL_CHECK_LEAF, VERIFY_CRL_CHECK_CHAIN, VERIFY_X509_STRICT = 0, 4, 12, 32
    VERIFY_ALLOW_PROXY_CERTS, VERIFY_X509_TRUSTED_FIRST, VERIFY_X509_PARTIAL_CHAIN = 64, 0x8000, 0x80000


class Options(_enum.IntFlag):
    OP_ALL, OP_NO_SSLv2, OP_NO_SSLv3, OP_NO_TLSv1, OP_NO_TLSv1_1 = 0x80000050, 0, 0x2000000, 0x4000000, 0x10000000
    OP_NO_TLSv1_2, OP_NO_TLSv1_3, OP_CIPHER_SERVER_PREFERENCE, OP_SINGLE_DH_USE, OP_NO_TICKET = 0x8000000, 0x20000000, 0x400000, 0, 0x4000
    OP_SINGLE_ECDH_USE, OP_NO_COMPRESSION, OP_ENABLE_MIDDLEBOX_COMPAT, OP_NO_RENEGOTIATION = 0, 0x20000, 0x100000, 0x40000000
    OP_IGNORE_UNEXPECTED_EOF, OP_LEGACY_SERVER_CONNECT, OP_ENABLE_KTLS = 0x80, 4, 8


class AlertDescription(_enum.IntEnum):
    ALERT_DESCRIPTION_CLOSE_NOTIFY, ALERT_DESCRIPTION_UNEXPECTED_MESSAGE, ALERT_DESCRIPTION_BAD_RECORD_MAC = 0, 10, 20
    ALERT_DESCRIPTION_RECORD_OVERFLOW, ALERT_DESCRIPTION_HANDSHAKE_FAILURE, ALERT_DESCRIPTION_BAD_CERTIFICATE = 22, 40, 42
    ALERT_DESCRIPTION_CERTIFICATE_EXPIRED, ALERT_DESCRIPTION_UNKNOWN_CA, ALERT_DESCRIPTION_ACCESS_DENIED = 45, 48, 49
    ALERT_DESCRIPTION_PROTOCOL_VERSION, ALERT_DESCRIPTION_INTERNAL_ERROR, ALERT_DESCRIPTION_USER_CANCELLED = 70, 80, 90


class SSLErrorNumber(_enum.IntEnum):
    SSL_ERROR_SSL, SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE, SSL_ERROR_WANT_X509_LOOKUP, SSL_ERROR_SYSCALL = 1, 2, 3, 4, 5
    SSL_ERROR_ZERO_RETURN, SSL_ERROR_WANT_CONNECT, SSL_ERROR_EOF, SSL_ERROR_INVALID_ERROR_CODE = 6, 7, 8, 10


for _kind in (_SSLMethod, VerifyMode, VerifyFlags, Options, AlertDescription, SSLErrorNumber):
    globals().update(_kind.__members__)
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}
_ASN1Object = _namedtuple("_ASN1Object", "nid shortname longname oid")
DefaultVerifyPaths = _namedtuple("DefaultVerifyPaths", "cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath")


class Purpose(_ASN1Object, _enum.Enum):
    """What a certificate is looked at for."""

    SERVER_AUTH = (129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1")
    CLIENT_AUTH = (130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2")


# Errors


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


# Contexts


def _must_exist(*paths):
    for path in paths:
        if path is not None:
            try:
                _os.stat(path)
            except OSError as error:
                raise type(error)(error.errno, error.strerror) from None


def _host_kind(host):
    """The name to send and to check, and whether it is an address."""
    if not host or host.startswith("."):
        raise ValueError("server_hostname cannot be an empty string or start with a leading dot.")
    if "\0" in host:
        raise ValueError("embedded null character")
    for family in (_socket.AF_INET, _socket.AF_INET6):
        try:
            _socket.inet_pton(family, host)
            return host, True
        except OSError:
            pass
    try:
        host.encode("ascii")
    except UnicodeEncodeError:
        host = host.encode("idna").decode("ascii")
    return host, False


class SSLContext:
    """What connections share: certificates, trust, and choices of the protocol."""

    sslsocket_class = sslobject_class = None
    _windows_cert_stores = ("CA", "ROOT")

    def __new__(cls, protocol=None, *args, **kwargs):
        return super().__new__(cls)

    def __init__(self, protocol=None):
        import warnings
        if protocol is None:
            warnings.warn("ssl.SSLContext() without protocol argument is deprecated.", DeprecationWarning, stacklevel=2)
            protocol = PROTOCOL_TLS
        if protocol not in _PROTOCOL_NAMES:
            raise ValueError("invalid or unsupported protocol version %i" % protocol)
        if protocol not in (PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER):
            warnings.warn("ssl.%s is deprecated" % _SSLMethod(protocol).name, DeprecationWarning, stacklevel=2)
        self.protocol = _SSLMethod(protocol)
        # A context for both is two: OpenSSL's own kind for both cannot tell which settings are meant for which.
        self._native = _ssl.context(protocol == PROTOCOL_TLS_SERVER)
        self._other = _ssl.context(True) if protocol not in (PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER) else None
        self._verify_mode, self._check_hostname = CERT_NONE, False
        self._minimum, self._maximum = TLSVersion.TLSv1_2, TLSVersion.MAXIMUM_SUPPORTED
        self._options = self._flags = 0
        self.post_handshake_auth, self.keylog_filename, self.num_tickets = False, None, 2
        self.hostname_checks_common_name = True
        self.sni_callback = None
        self._set_options(OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION | OP_CIPHER_SERVER_PREFERENCE | OP_ENABLE_MIDDLEBOX_COMPAT)
        self.verify_flags = VERIFY_X509_TRUSTED_FIRST
        self.minimum_version = TLSVersion.TLSv1_2
        exact = {PROTOCOL_TLSv1: TLSVersion.TLSv1, PROTOCOL_TLSv1_1: TLSVersion.TLSv1_1, PROTOCOL_TLSv1_2: TLSVersion.TLSv1_2}.get(protocol)
        if exact:
            self.minimum_version = self.maximum_version = exact
        self.set_ciphers("@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM")
        if protocol == PROTOCOL_TLS_CLIENT:
            self.check_hostname = True

    def _both(self, function, *args):
        result = _checked(function(self._native, *args))
        if self._other is not None:
            function(self._other, *args)
        return result

    def __getstate__(self):
        raise TypeError("cannot pickle %r object" % type(self).__name__)

    # Trust

    @property
    def verify_mode(self):
        """Whether the other end must show a certificate."""
        return VerifyMode(self._verify_mode)

    @verify_mode.setter
    def verify_mode(self, mode):
        if mode not in (0, 1, 2):
            raise ValueError("invalid value for verify_mode")
        if mode == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = mode
        self._both(_ssl.set_verify, (0, 1, 3)[mode])

    @property
    def check_hostname(self):
        """Whether the certificate must be one for the server that is meant."""
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, flag):
        self._check_hostname = bool(flag)
        if flag and self._verify_mode == CERT_NONE:
            self.verify_mode = CERT_REQUIRED

    @property
    def verify_flags(self):
        return VerifyFlags(self._flags)

    @verify_flags.setter
    def verify_flags(self, flags):
        self._flags = self._both(_ssl.verify_flags, self._flags & ~flags, int(flags))

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Loads the certificate that this end shows, and its key."""
        if callable(password):
            password = password()
        if isinstance(password, str):
            password = password.encode()
        elif password is not None and not isinstance(password, (bytes, bytearray)):
            raise TypeError("password should be a string or callable")
        _must_exist(certfile, keyfile)
        self._both(_ssl.use, certfile, certfile if keyfile is None else keyfile, password)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Trusts certificates of a file, of a folder or of a text."""
        if cafile is None and capath is None and not cadata:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cadata is not None:
            if isinstance(cadata, str):
                try:
                    data = cadata.encode("ascii")
                except UnicodeEncodeError:
                    raise TypeError("cadata should be an ASCII string or a bytes-like object") from None
                if not data:
                    raise ValueError("Empty certificate data")
                try:
                    result = self._both(_ssl.trust, data, True)
                except SSLError as error:
                    if error.reason != "NO_START_LINE":
                        raise
                    raise SSLError(error.errno, "no start line: cadata does not contain a certificate (_ssl.c:4020)") from None
            else:
                if not isinstance(cadata, (bytes, bytearray, memoryview)):
                    raise TypeError("cadata should be an ASCII string or a bytes-like object")
                result = self._both(_ssl.trust, cadata, False)
            if not result:
                raise SSLError("not enough data: cadata does not contain a certificate (_ssl.c:4023)")
        _must_exist(cafile)
        if cafile is not None or capath is not None:
            self._both(_ssl.trust_files, cafile, capath)

    def set_default_verify_paths(self):
        """Trusts what the system trusts."""
        self._both(_ssl.trust_default)
        if not _found_by_openssl():
            for path in _BUNDLES:
                if _os.path.exists(path):
                    self._both(_ssl.trust_files, path, None)
                    break

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trusts what the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    def get_ca_certs(self, binary_form=False):
        """The certificates that are trusted and have been loaded."""
        found = _ssl.trusted(self._native)
        if binary_form:
            return found
        import _certificates
        return [_certificates.describe(der) for der in found]

    def cert_store_stats(self):
        """How many certificates have been loaded."""
        count = len(_ssl.trusted(self._native))
        return {"x509": count, "crl": 0, "x509_ca": count}

    def load_dh_params(self, path, /):
        """OpenSSL finds its own."""
        _os.stat(path)

    def set_ecdh_curve(self, name, /):
        """OpenSSL finds its own."""

    # The protocol

    def _set_options(self, value):
        self._options = self._both(_ssl.options, self._options & ~value, int(value))

    @property
    def options(self):
        return Options(self._options)

    @options.setter
    def options(self, value):
        self._set_options(value)

    def _limit(self, is_maximum, version):
        number = 0 if version in (-1, -2) else int(version)
        if version not in TLSVersion.__members__.values() or not self._both(_ssl.limit, is_maximum, number):
            raise ValueError("Unsupported TLS/SSL version 0x%x" % version)
        return TLSVersion(version)

    @property
    def minimum_version(self):
        return self._minimum

    @minimum_version.setter
    def minimum_version(self, version):
        self._minimum = self._limit(False, version)

    @property
    def maximum_version(self):
        return self._maximum

    @maximum_version.setter
    def maximum_version(self, version):
        self._maximum = self._limit(True, version)

    def set_ciphers(self, ciphers, /):
        """The ciphers that may be used, by OpenSSL's rules."""
        if type(_ssl.set_ciphers(self._native, ciphers)) is tuple:
            raise SSLError("No cipher can be selected.")
        if self._other is not None:
            _ssl.set_ciphers(self._other, ciphers)

    def get_ciphers(self):
        """The ciphers that may be used."""
        return [{"name": name, "protocol": protocol, "strength_bits": bits, "alg_bits": bits} for name, protocol, bits in _ssl.ciphers(self._native)]

    def set_alpn_protocols(self, alpn_protocols):
        """Names of what is spoken inside, the best first."""
        data = b""
        for name in alpn_protocols:
            name = bytes(name, "ascii")
            if not 0 < len(name) < 256:
                raise SSLError("ALPN protocols must be 1 to 255 in length")
            data += bytes([len(name)]) + name
        if not self._both(_ssl.set_protocols, data) and data:
            raise SSLError("ALPN protocols are malformed")

    def set_npn_protocols(self, npn_protocols):
        """What came before ALPN."""

    def set_servername_callback(self, server_name_callback):
        if server_name_callback is not None and not callable(server_name_callback):
            raise TypeError("not a callable object")
        self.sni_callback = server_name_callback

    def session_stats(self):
        return dict.fromkeys(("number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good", "accept_renegotiate",
                              "hits", "misses", "timeouts", "cache_full"), 0)

    # Connections

    def _connection(self, server_side, host):
        if server_side and self.protocol == PROTOCOL_TLS_CLIENT:
            raise SSLError("Cannot create a server socket with a PROTOCOL_TLS_CLIENT context")
        if not server_side and self.protocol == PROTOCOL_TLS_SERVER:
            raise SSLError("Cannot create a client socket with a PROTOCOL_TLS_SERVER context")
        if server_side and host:
            raise ValueError("server_hostname can only be specified in client mode")
        if self._check_hostname and not server_side and not host:
            raise ValueError("check_hostname requires server_hostname")
        name, is_address = (None, False) if host is None else _host_kind(host)
        native = self._other if server_side and self._other is not None else self._native
        return _checked(_ssl.connection(native, name, is_address, self._check_hostname))

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, session=None):
        """A socket that speaks TLS on the connection of another, which it takes over."""
        return (self.sslsocket_class or SSLSocket)._create(
            sock, server_side, do_handshake_on_connect, suppress_ragged_eofs, server_hostname, self, session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """TLS between two buffers."""
        return (self.sslobject_class or SSLObject)._create(incoming, outgoing, server_side, server_hostname, self, session)


_BUNDLES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem")


def _found_by_openssl():
    paths = get_default_verify_paths()
    return paths.cafile is not None or paths.capath is not None and any(True for _ in _os.scandir(paths.capath))


def get_default_verify_paths():
    """Where OpenSSL looks for certificates to trust."""
    file, folder = _os.environ.get("SSL_CERT_FILE", _ssl.default_file), _os.environ.get("SSL_CERT_DIR", _ssl.default_folder)
    return DefaultVerifyPaths(file if _os.path.isfile(file) else None, folder if _os.path.isdir(folder) else None,
                              "SSL_CERT_FILE", _ssl.default_file, "SSL_CERT_DIR", _ssl.default_folder)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with careful settings, for clients (SERVER_AUTH) or servers."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)
    return context


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False, purpose=Purpose.SERVER_AUTH, certfile=None,
                               keyfile=None, cafile=None, capath=None, cadata=None):
    context = SSLContext(PROTOCOL_TLS_CLIENT if purpose == Purpose.SERVER_AUTH else PROTOCOL_TLS_SERVER)
    context.check_hostname = check_hostname
    context.verify_mode = cert_reqs
    if certfile or keyfile:
        context.load_cert_chain(certfile, keyfile)
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif cert_reqs != CERT_NONE:
        context.load_default_certs(purpose)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


# Connections


class MemoryBIO:
    """A buffer between TLS and what carries it."""

    def __init__(self):
        self._data, self._ended = bytearray(), False

    pending = property(lambda self: len(self._data))
    eof = property(lambda self: self._ended and not self._data)

    def write(self, b, /):
        """Adds bytes: how many."""
        if self._ended:
            raise SSLError("cannot write() after write_eof()")
        data = bytes(memoryview(b))
        self._data += data
        return len(data)

    def read(self, size=-1, /):
        """Takes bytes out, at most so many."""
        size = len(self._data) if size < 0 else size
        data = bytes(self._data[:size])
        del self._data[:size]
        return data

    def write_eof(self):
        self._ended = True


class SSLSession:
    """A session that could be gone on with; OpenSSL does that by itself."""


class _Answers:
    """What can be asked of a connection; `_connection` is None before there is one."""

    session = None

    def getpeercert(self, binary_form=False):
        """What the other end's certificate says, or the certificate itself."""
        if self._connection is None or not self._shaken:
            raise ValueError("handshake not done yet")
        der = _ssl.peer(self._connection)
        if binary_form or der is None:
            return der
        if self.context.verify_mode == CERT_NONE:
            return {}
        import _certificates
        return _certificates.describe(der)

    def selected_alpn_protocol(self):
        """The protocol that both ends speak."""
        return None if self._connection is None else _ssl.protocol(self._connection)

    def selected_npn_protocol(self):
        return None

    def cipher(self):
        """Name, version and bits of the cipher."""
        return None if self._connection is None or not self._shaken else _ssl.cipher(self._connection)

    def shared_ciphers(self):
        return None if not self.server_side or not self._shaken else [self.cipher()]

    def compression(self):
        return None

    def version(self):
        """The version of the protocol, None before the handshake."""
        return None if self._connection is None or not self._shaken else _ssl.agreed_version(self._connection)

    @property
    def session_reused(self):
        return None if self._connection is None else _ssl.is_reused(self._connection)

    def get_channel_binding(self, cb_type="tls-unique"):
        """What ties something to this connection."""
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError("{0} channel binding type not implemented".format(cb_type))
        return None if self._connection is None or not self._shaken else _ssl.finished(self._connection) or None

    def _result(self, function, result):
        if type(result) is tuple:
            raise _error(result, self.server_hostname, {_ssl.read: 2580, _ssl.write: 2427}.get(function, 1006))
        return result


class SSLObject(_Answers):
    """TLS between two buffers; who uses it carries their bytes."""

    def __init__(self, *args, **kwargs):
        raise TypeError("SSLObject does not have a public constructor. Instances are returned by SSLContext.wrap_bio().")

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, context=None, session=None):
        self = cls.__new__(cls)
        self._connection = context._connection(server_side, server_hostname)
        self._incoming, self._outgoing, self.context = incoming, outgoing, context
        self.server_side, self.server_hostname, self._shaken, self._end_was_fed = server_side, server_hostname, False, False
        return self

    def _carried(self, function, *args):
        data = self._incoming.read()
        if data:
            _ssl.feed(self._connection, data)
        if self._incoming.eof and not self._end_was_fed:
            self._end_was_fed = True
            _ssl.feed(self._connection, b"")
        result = function(self._connection, *args)
        data = _ssl.drain(self._connection)
        if data:
            self._outgoing.write(data)
        return self._result(function, result)

    def do_handshake(self):
        self._carried(_ssl.handshake)
        self._shaken = True

    def read(self, len=1024, buffer=None):
        """Bytes that the other end has sent."""
        if buffer is None and len == 0:
            return b""
        try:
            data = self._carried(_ssl.read, len)
        except SSLZeroReturnError:
            data = b""
        if buffer is None:
            return data
        memoryview(buffer)[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        """Sends bytes: how many."""
        return self._carried(_ssl.write, data) if memoryview(data).nbytes else 0

    def pending(self):
        return _ssl.pending(self._connection)

    def unwrap(self):
        """Ends TLS."""
        self._carried(_ssl.shutdown)

    def verify_client_post_handshake(self):
        raise SSLError("Post-handshake authentication is not supported")


class SSLSocket(_Answers, _socket.socket):
    """A socket that speaks TLS."""

    def __init__(self, *args, **kwargs):
        raise TypeError("SSLSocket does not have a public constructor. Instances are returned by SSLContext.wrap_socket().")

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True, server_hostname=None, context=None,
                session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError("only stream sockets are supported")
        if server_side and server_hostname:
            raise ValueError("server_hostname can only be specified in client mode")
        if context.check_hostname and not server_side and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        timeout = sock.gettimeout()
        self = cls.__new__(cls)
        self._connection, self._shaken, self._sending = None, False, _thread.allocate_lock()
        _socket.socket.__init__(self, sock.family, sock.type, sock.proto, sock.fileno())
        sock.detach()
        self.settimeout(timeout)
        self.context, self.server_side, self.server_hostname = context, server_side, server_hostname
        self.do_handshake_on_connect, self.suppress_ragged_eofs = do_handshake_on_connect, suppress_ragged_eofs
        try:
            self.getpeername()
        except OSError:
            return self
        try:
            self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def _begin(self):
        self._connection = self.context._connection(self.server_side, self.server_hostname)
        if self.do_handshake_on_connect:
            if self._timeout == 0.0:
                raise ValueError("do_handshake_on_connect should not be specified for non-blocking sockets")
            self.do_handshake()

    def _carried(self, function, *args):
        """Repeats a call until it need not wait for the other end any more."""
        while True:
            result = function(self._connection, *args)
            self._send_drained()
            if type(result) is not tuple or result[0] != 2:
                return self._result(function, result)
            try:
                data = super().recv(32768)
            except BlockingIOError:
                self._result(function, result)
            except TimeoutError:
                raise TimeoutError("_ssl.c:989: The handshake operation timed out" if function is _ssl.handshake else
                                   "The read operation timed out") from None
            _ssl.feed(self._connection, data)

    def _send_drained(self):
        # Another thread may write meanwhile: what is drained must be sent in the same order.
        with self._sending:
            data = _ssl.drain(self._connection)
            while data:
                try:
                    data = data[super().send(data):]
                except BlockingIOError:
                    # OpenSSL has taken these bytes: they cannot be given back.
                    import select
                    select.select([], [self], [])

    def _check_connected(self):
        if self._connection is None:
            self.getpeername()

    def do_handshake(self, block=False):
        """Agrees with the other end."""
        self._check_connected()
        timeout = self.gettimeout()
        try:
            if timeout == 0.0 and block:
                self.settimeout(None)
            self._carried(_ssl.handshake)
            self._shaken = True
        finally:
            self.settimeout(timeout)

    def read(self, len=1024, buffer=None):
        """Bytes that the other end has sent; none at the end."""
        if self._connection is None:
            raise ValueError("Read on closed or unwrapped SSL socket.")
        if len == 0:
            return b"" if buffer is None else 0
        try:
            data = self._carried(_ssl.read, len)
        except SSLZeroReturnError:
            data = b""
        except SSLEOFError:
            if not self.suppress_ragged_eofs:
                raise
            data = b""
        if buffer is None:
            return data
        view = memoryview(buffer).cast("B")
        view[:data.__len__()] = data
        return data.__len__()

    def write(self, data):
        """Sends bytes: how many."""
        if self._connection is None:
            raise ValueError("Write on closed or unwrapped SSL socket.")
        return self._carried(_ssl.write, data) if memoryview(data).nbytes else 0

    def pending(self):
        return 0 if self._connection is None else _ssl.pending(self._connection)

    # What sockets do

    @staticmethod
    def _no_flags(flags, name):
        if flags:
            raise ValueError("non-zero flags not allowed in calls to %s() on SSLSocket" % name)

    def recv(self, buflen=1024, flags=0):
        if self._connection is None:
            return super().recv(buflen, flags)
        self._no_flags(flags, "recv")
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        if self._connection is None:
            return super().recv_into(buffer, nbytes or 0, flags)
        self._no_flags(flags, "recv_into")
        return self.read(nbytes or memoryview(buffer).nbytes, buffer)

    def send(self, data, flags=0):
        if self._connection is None:
            return super().send(data, flags)
        self._no_flags(flags, "send")
        return self.write(data)

    def sendall(self, data, flags=0):
        if self._connection is None:
            return super().sendall(data, flags)
        self._no_flags(flags, "sendall")
        data = memoryview(data).cast("B")
        sent = 0
        while sent < len(data):
            sent += self.write(data[sent:sent + 65536])

    def sendto(self, data, flags_or_addr, addr=None):
        if self._connection is not None:
            raise ValueError("sendto not allowed on instances of %s" % self.__class__)
        return super().sendto(data, flags_or_addr) if addr is None else super().sendto(data, flags_or_addr, addr)

    def recvfrom(self, buflen=1024, flags=0):
        if self._connection is not None:
            raise ValueError("recvfrom not allowed on instances of %s" % self.__class__)
        return super().recvfrom(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        if self._connection is not None:
            raise ValueError("recvfrom_into not allowed on instances of %s" % self.__class__)
        return super().recvfrom_into(buffer, nbytes or 0, flags)

    def recvmsg(self, *args, **kwargs):
        raise NotImplementedError("recvmsg not allowed on instances of %s" % self.__class__)

    def sendmsg(self, *args, **kwargs):
        raise NotImplementedError("sendmsg not allowed on instances of %s" % self.__class__)

    def dup(self):
        raise NotImplementedError("Can't dup() %s instances" % type(self).__name__)

    def connect(self, addr):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connection is not None:
            raise ValueError("attempt to connect already-connected SSLSocket!")
        super().connect(addr)
        self._begin()

    def connect_ex(self, addr):
        code = super().connect_ex(addr)
        if not code:
            self._begin()
        return code

    def accept(self):
        """Takes a connection and agrees with its other end."""
        made, address = super().accept()
        made = self.context.wrap_socket(made, do_handshake_on_connect=self.do_handshake_on_connect,
                                        suppress_ragged_eofs=self.suppress_ragged_eofs, server_side=True)
        return made, address

    def unwrap(self):
        """Ends TLS: the socket without it."""
        if self._connection is None:
            raise ValueError("No SSL wrapper around " + str(self))
        try:
            self._carried(_ssl.shutdown)
        except SSLZeroReturnError:
            pass
        self._connection = None
        return self

    def shutdown(self, how):
        self._connection = None
        super().shutdown(how)

    def _really_close(self):
        self._connection = None
        super()._really_close()

    def verify_client_post_handshake(self):
        raise SSLError("Post-handshake authentication is not supported")


SSLContext.sslsocket_class, SSLContext.sslobject_class = SSLSocket, SSLObject


# Helpers


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
