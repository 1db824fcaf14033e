"""Hashes of OpenSSL."""

from _hashing import HASH, compare_digest, names, pbkdf2_hmac, scrypt
from _hashing import new as _new

openssl_md_meth_names = frozenset(names)


def new(name, string=b"", *, usedforsecurity=True):
    """A hash by its name."""
    return _new(name, string)


class UnsupportedDigestmodError(ValueError):
    pass


def get_fips_mode():
    return 0


def _maker(name):
    def function(string=b"", *, usedforsecurity=True):
        return _new(name, string)
    function.__name__ = function.__qualname__ = "openssl_" + name
    function.__doc__ = "Returns a %s hash object; optionally initialized with a string" % name
    return function


for _name in names:
    if not _name.startswith("blake"):
        globals()["openssl_" + _name] = _maker(_name)


def hmac_digest(key, msg, digest):
    import hmac
    return hmac.HMAC(key, msg, digest).digest()
