"""Random variable generators; CPython's generator and distributions, bit for bit, are Swift."""
import _random
from _random import *
from _random import Random as _Native, SystemRandom as _NativeSystem, BPF, LOG4, NV_MAGICCONST, RECIP_BPF, SG_MAGICCONST, \
    TWOPI

__all__ = [
    "Random", "SystemRandom", "betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
    "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
    "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate",
]
# What the other methods of a generator are built from.
_SOURCES = ("random", "getrandbits", "_randbelow")


def _urandom(size):
    from os import urandom
    return urandom(size)


class Random(_Native):
    """A generator of random numbers with a state of its own."""
    VERSION = 3

    def __init_subclass__(cls, /, **kwargs):
        super().__init_subclass__(**kwargs)
        if any([name in cls.__dict__ for name in _SOURCES]):
            import _random_slow
            _random_slow.build_on(cls)

    def __setattr__(self, name, value):
        if name in _SOURCES and type(self) is Random:
            self.__class__ = _own_source()
        object.__setattr__(self, name, value)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def seed(self, a=None, version=2):
        """Begins anew from a number, a text, bytes, or from what the system knows."""
        if a is None:
            try:
                a = int.from_bytes(_urandom(2500), "big")
            except NotImplementedError:
                import time
                a = int(time.time() * 256)
        elif version == 1 and isinstance(a, (str, bytes)):
            codes = list(a.encode("latin-1") if isinstance(a, str) and a.isascii() else a) \
                if isinstance(a, bytes) or a.isascii() else list(map(ord, a))
            x = codes[0] << 7 if codes else 0
            for code in codes:
                x = 1000003 * x & 0xFFFFFFFFFFFFFFFF ^ code
            x ^= len(codes)
            a = -2 if x == -1 else x
        super().seed(a)

    def setstate(self, state):
        """Goes back to what getstate() answered."""
        if state[0] == 2:
            version, words, gauss_next = state
            try:
                words = tuple([word % (1 << 32) for word in words])
            except ValueError as error:
                raise TypeError from error
            state = 3, words, gauss_next
        super().setstate(state)

    def _randbelow_with_getrandbits(self, n):
        """A number below n from as many bits as n has."""
        bits = n.bit_length()
        number = self.getrandbits(bits)
        while number >= n:
            number = self.getrandbits(bits)
        return number

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """A number below n from random() alone."""
        if n >= maxsize:
            from warnings import warn
            warn("Underlying random() generator does not supply \nenough bits to choose from a population range this large.\n"
                 "To remove the range limitation, add a getrandbits() method.")
            from math import floor
            return floor(self.random() * n)
        limit = (maxsize - maxsize % n) / maxsize
        number = self.random()
        while number >= limit:
            number = self.random()
        return int(number * maxsize) % n

    _randbelow = _randbelow_with_getrandbits

    def binomialvariate(self, n=1, p=0.5):
        """How many of n trials succeed, each with probability p."""
        import _random_slow
        return _random_slow.binomialvariate(self, n, p)


_patched = []


def _own_source():
    """The class of generators one of whose sources is replaced."""
    if not _patched:
        import _random_slow

        class Random(globals()["Random"]):
            __module__ = "random"
        _random_slow.build_on(Random, every=True)
        _patched.append(Random)
    return _patched[0]


class SystemRandom(_NativeSystem, Random):
    """A generator that asks the operating system for every number; it has no state."""

    def __new__(cls, *args):
        return _NativeSystem.__new__(cls)

    def seed(self, *args, **kwds):
        """Does nothing."""
        return None

    def getstate(self, *args, **kwds):
        """Fails: there is no state."""
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


binomialvariate = None          # set below: it needs the shared generator


def _share():
    global binomialvariate

    def binomialvariate(n=1, p=0.5):
        """How many of n trials succeed, each with probability p."""
        import _random_slow
        return _random_slow.binomialvariate(_random._inst, n, p)


_share()
_inst = _random._inst


def _after_fork():
    """A child has numbers of its own."""
    seed()
