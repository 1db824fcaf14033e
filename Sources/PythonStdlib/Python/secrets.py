"""Random values nobody can guess."""

import binascii as _binascii
from base64 import urlsafe_b64encode as _encode
from hmac import compare_digest
from random import SystemRandom

__all__ = ["choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe",
           "compare_digest"]
DEFAULT_ENTROPY = 32

_random = SystemRandom()
randbits = _random.getrandbits
choice = _random.choice


def randbelow(exclusive_upper_bound):
    """A random int in [0, n)."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _random._randbelow(exclusive_upper_bound) if hasattr(_random, "_randbelow") \
        else _random.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    import os
    return os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return _binascii.hexlify(token_bytes(nbytes)).decode("ascii")


def token_urlsafe(nbytes=None):
    return _encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
