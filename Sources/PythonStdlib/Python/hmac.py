"""Messages signed with a key."""

import functools
from _hashlib import compare_digest

__all__ = ["new", "compare_digest", "digest", "HMAC"]

trans_5C = bytes([x ^ 0x5C for x in range(256)])
trans_36 = bytes([x ^ 0x36 for x in range(256)])
digest_size = None


@functools.lru_cache(maxsize=64)
def _maker(name):
    """What makes hashes of a name."""
    import hashlib
    return functools.partial(hashlib.new, name)


class HMAC:
    """A signature under way."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError("key: expected bytes or bytearray, but got %r" % type(key).__name__)
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            make = _maker(digestmod)
        else:
            make = lambda data=b"": digestmod.new(data)
        self._outer, self._inner = make(), make()
        self.digest_size = self._inner.digest_size
        size = getattr(self._inner, "block_size", None)
        if size is None or size < 16:
            import warnings
        if size is None:
            warnings.warn("No block_size attribute on given digest object; Assuming %d." % self.blocksize,
                          RuntimeWarning, 2)
            size = self.blocksize
        elif size < 16:
            warnings.warn("block_size of %d seems too small; using our default of %d." % (size, self.blocksize),
                          RuntimeWarning, 2)
            size = self.blocksize
        key = bytes(key)
        if len(key) > size:
            key = make(key).digest()
        self.block_size = size
        key = key.ljust(size, b"\0")
        for made, table in ((self._inner, trans_36), (self._outer, trans_5C)):
            made.update(key.translate(table))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def _current(self):
        h = self._outer.copy()
        h.update(self._inner.digest())
        return h

    def digest(self):
        return self._current().digest()

    def hexdigest(self):
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    """A signature of a message."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
