"""The numbers of TLS by their names."""
import _ssl
import enum as _enum
import socket as _socket
from collections import namedtuple as _namedtuple

__name__ = "ssl"        # the module that pickles and messages name
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
