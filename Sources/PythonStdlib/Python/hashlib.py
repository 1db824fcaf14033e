"""Hashes of bytes."""

import _hashlib
from _hashlib import pbkdf2_hmac

algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224",
                         "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(_hashlib.names)
__all__ = (*sorted(algorithms_guaranteed), "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac",
           "file_digest", "scrypt")


def new(name, data=b"", *, usedforsecurity=True, **kwargs):
    """A hash by its name."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    if name in ("blake2b", "blake2s") and kwargs:
        return globals()[name](data, **kwargs)
    made = _hashlib.new(name, data)
    if made is None:
        raise ValueError("unsupported hash type " + name)
    return made


for _name in sorted(algorithms_guaranteed - {"blake2b", "blake2s"}):
    globals()[_name] = getattr(_hashlib, "openssl_" + _name)


class _Blake:
    """BLAKE2 with all its parameters; without any, OpenSSL's is used."""

    MAX_DIGEST_SIZE = MAX_KEY_SIZE = block_size = SALT_SIZE = PERSON_SIZE = 0

    def __new__(cls, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
                node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        size = cls.MAX_DIGEST_SIZE if digest_size is None else digest_size
        if not 1 <= size <= cls.MAX_DIGEST_SIZE:
            raise ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d" % (
                "Blake2" + cls.__name__[-1], cls.MAX_DIGEST_SIZE, size))
        for what, value, limit in (("key", key, cls.MAX_KEY_SIZE), ("salt", salt, cls.SALT_SIZE),
                                   ("person", person, cls.PERSON_SIZE)):
            if len(value) > limit:
                raise ValueError("maximum %s length is %d bytes" % (what, limit))
        for what, value, low, high in (("fanout", fanout, 0, 255), ("depth", depth, 1, 255),
                                       ("node_depth", node_depth, 0, 255)):
            if not low <= value <= high:
                raise ValueError("%s must be between %d and %d" % (what, low, high))
        if not 0 <= inner_size <= cls.MAX_DIGEST_SIZE:
            raise ValueError("inner_size must be between 0 and is %d" % cls.MAX_DIGEST_SIZE)
        if leaf_size < 0 or node_offset < 0:
            raise ValueError("value must be positive")
        if leaf_size > 0xffffffff:
            raise OverflowError("leaf_size is too large")
        offset_size = 8 if cls.block_size == 128 else 6
        if node_offset >= 1 << 8 * offset_size:
            raise OverflowError("node_offset is too large")
        self = super().__new__(cls)
        self.digest_size = size
        self._last_node = last_node
        word = cls.block_size // 16
        tail = bytes(14) if word == 8 else b""
        half = cls.SALT_SIZE
        block = bytes([size, len(key), fanout, depth]) + leaf_size.to_bytes(4, "little") + \
            node_offset.to_bytes(offset_size, "little") + bytes([node_depth, inner_size]) + tail + \
            bytes(salt).ljust(half, b"\0") + bytes(person).ljust(half, b"\0")
        self._state = [iv ^ int.from_bytes(block[i * word:i * word + word], "little")
                       for i, iv in enumerate(cls._iv)]
        self._plain = None
        self._rest, self._count = b"", 0
        if size == cls.MAX_DIGEST_SIZE and not key and not salt and not person and fanout == depth == 1 and \
                not (leaf_size or node_offset or node_depth or inner_size or last_node):
            self._plain = _hashlib.new(cls.__name__)
        if key:
            self._rest = bytes(key).ljust(cls.block_size, b"\0")
        if data:
            self.update(data)
        return self

    @property
    def name(self):
        return type(self).__name__

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if self._plain is not None:
            self._plain.update(data)
            return
        data = self._rest + bytes(data)
        size = self.block_size
        i = 0
        while len(data) - i > size:
            self._count += size
            self._compress(self._state, data[i:i + size], self._count, False)
            i += size
        self._rest = data[i:]

    def copy(self):
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._state = list(self._state)
        if self._plain is not None:
            other._plain = self._plain.copy()
        return other

    def digest(self):
        if self._plain is not None:
            return self._plain.digest()
        state = list(self._state)
        self._compress(state, self._rest.ljust(self.block_size, b"\0"), self._count + len(self._rest), True)
        word = self.block_size // 16
        return b"".join([h.to_bytes(word, "little") for h in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def _compress(self, h, block, count, last):
        word = self.block_size // 16
        bits, rounds, r = (64, 12, (32, 24, 16, 63)) if word == 8 else (32, 10, (16, 12, 8, 7))
        mask = (1 << bits) - 1
        m = [int.from_bytes(block[i:i + word], "little") for i in range(0, self.block_size, word)]
        v = h + list(self._iv)
        v[12] ^= count & mask
        v[13] ^= count >> bits & mask
        if last:
            v[14] ^= mask
            if self._last_node:
                v[15] ^= mask
        r1, r2, r3, r4 = r
        for i in range(rounds):
            s = _SIGMA[i % 10]
            for k, (a, b, c, d) in enumerate(_MIX):
                x = (v[a] + v[b] + m[s[2 * k]]) & mask
                y = v[d] ^ x
                y = (y >> r1 | y << bits - r1) & mask
                z = (v[c] + y) & mask
                w = v[b] ^ z
                w = (w >> r2 | w << bits - r2) & mask
                x = (x + w + m[s[2 * k + 1]]) & mask
                y ^= x
                y = (y >> r3 | y << bits - r3) & mask
                z = (z + y) & mask
                w ^= z
                v[a], v[b], v[c], v[d] = x, (w >> r4 | w << bits - r4) & mask, z, y
        for i in range(8):
            h[i] ^= v[i] ^ v[i + 8]


_MIX = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
        (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
_SIGMA = [[int(c, 16) for c in row] for row in (
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
    "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0")]


class blake2b(_Blake):
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    block_size, SALT_SIZE, PERSON_SIZE = 128, 16, 16
    _iv = (0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1,
           0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179)


class blake2s(_Blake):
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    block_size, SALT_SIZE, PERSON_SIZE = 64, 8, 8
    _iv = (0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19)


blake2b.__module__ = blake2s.__module__ = "_blake2"


def scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64):
    """A key that is dear to guess."""
    if salt is None:
        raise TypeError("salt is required")
    for what, value in (("n", n), ("r", r), ("p", p)):
        if value is None:
            raise TypeError("%s is required and must be an unsigned int" % what)
        if not isinstance(value, int):
            raise TypeError("%s is required and must be an unsigned int" % what)
    if n < 2 or n & n - 1:
        raise ValueError("n must be a power of 2.")
    if not 0 <= maxmem <= 0x7fffffff:
        raise ValueError("maxmem must be positive and smaller than %d" % 0x7fffffff)
    if not 1 <= dklen <= 0x7fffffff:
        raise ValueError("dklen must be greater than 0 and smaller than %d" % 0x7fffffff)
    return _hashlib.scrypt(password, salt, n, r, p, maxmem, dklen)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The hash of a file."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError("'%r' is not a file-like object in binary reading mode." % (fileobj,))
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        if isinstance(data, str):
            raise ValueError("'%r' is not a file-like object in binary reading mode." % (fileobj,))
        made.update(data)


# Constructors by the names that `new` takes, filled when they are asked for.
__builtin_constructor_cache = {}


def __get_builtin_constructor(name):
    """The constructor of a hash that is always there."""
    cache = __builtin_constructor_cache
    known = cache.get(name)
    if known is None:
        if not isinstance(name, str) or name.lower() not in algorithms_guaranteed or name not in (name.lower(), name.upper()):
            raise ValueError("unsupported hash type " + str(name))
        known = cache[name] = globals()[name.lower()]
    return known


__get_hash = __get_openssl_constructor = __get_builtin_constructor
del _name
