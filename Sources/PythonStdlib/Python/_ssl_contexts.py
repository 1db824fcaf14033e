"""What connections share: certificates, trust, and choices of the protocol."""
import _ssl
import os as _os
import socket as _socket
from _ssl_constants import (
    CERT_NONE, CERT_REQUIRED, DefaultVerifyPaths, OP_ALL, OP_CIPHER_SERVER_PREFERENCE,
    OP_ENABLE_MIDDLEBOX_COMPAT, OP_NO_COMPRESSION, OP_NO_SSLv3, Options, PROTOCOL_TLS, PROTOCOL_TLS_CLIENT,
    PROTOCOL_TLS_SERVER, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2, Purpose, TLSVersion,
    VERIFY_X509_TRUSTED_FIRST, VerifyFlags, VerifyMode, _ASN1Object, _PROTOCOL_NAMES, _SSLMethod,
)
from _ssl_errors import SSLError, _checked
from _ssl_sockets import SSLObject, SSLSocket

__name__ = "ssl"        # the module that pickles and messages name


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


SSLContext.sslsocket_class, SSLContext.sslobject_class = SSLSocket, SSLObject
