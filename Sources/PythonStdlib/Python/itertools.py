"""Functional tools for creating and using iterators."""
from _itertools import accumulate, combinations, combinations_with_replacement, dropwhile, filterfalse, islice, \
    pairwise, permutations, product, starmap, takewhile

_missing = object()


class count:
    """count(start=0, step=1): start, start+step, start+2*step, ..."""
    __slots__ = ("_n", "_step")

    def __init__(self, start=0, step=1):
        self._n = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        n = self._n
        self._n = n + self._step
        return n

    def __repr__(self):
        if self._step == 1:
            return "count(%r)" % (self._n,)
        return "count(%r, %r)" % (self._n, self._step)


class repeat:
    """repeat(object[, times]): the object again and again."""
    __slots__ = ("_value", "_times")

    def __init__(self, object, times=None):
        self._value = object
        self._times = None if times is None else max(0, times)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is None:
            return self._value
        if self._times <= 0:
            raise StopIteration
        self._times -= 1
        return self._value

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        if self._times is None:
            return "repeat(%r)" % (self._value,)
        return "repeat(%r, %r)" % (self._value, self._times)


def cycle(iterable):
    """Repeats the items of an iterable for ever."""
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for item in it:
        yield item
        saved.append(item)
    while saved:
        for item in saved:
            yield item


class chain:
    """chain(*iterables): the items of one after the other."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, *iterables):
        self._it = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls.__new__(cls)
        made._it = _chain(iterables)
        return made

    def __iter__(self):
        return self._it

    def __next__(self):
        return next(self._it)


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def compress(data, selectors):
    """Items of data whose selector is true."""
    return (d for d, s in zip(data, selectors) if s)


def batched(iterable, n):
    """Tuples of n items each; the last may be shorter."""
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n)


def _batched(it, n):
    batch = []
    for item in it:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def tee(iterable, n=2):
    """n independent iterators over one iterable."""
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    buffers = [[] for _ in range(n)]
    return tuple(_tee(it, mine, buffers) for mine in buffers)


def _tee(it, mine, buffers):
    place = 0
    while True:
        if place < len(mine):
            item = mine[place]
            place += 1
            if place > 1000:
                del mine[:place]
                place = 0
        else:
            item = next(it, _missing)
            if item is _missing:
                return
            for other in buffers:
                if other is not mine:
                    other.append(item)
            del mine[:place]
            place = 0
        yield item


def zip_longest(*iterables, fillvalue=None):
    """Like zip, until the longest iterable ends."""
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(its, fillvalue):
    active = len(its)
    if not active:
        return
    its = list(its)
    while True:
        row = []
        for i, it in enumerate(its):
            if it is None:
                row.append(fillvalue)
                continue
            item = next(it, _missing)
            if item is _missing:
                active -= 1
                if not active:
                    return
                its[i] = None
                item = fillvalue
            row.append(item)
        yield tuple(row)


class groupby:
    """groupby(iterable, key=None): (key, group) for runs of equal keys."""

    def __init__(self, iterable, key=None):
        self._key = (lambda x: x) if key is None else key
        self._it = iter(iterable)
        self._target = self._current_key = _missing
        self._current = None
        self._ended = False

    def __iter__(self):
        return self

    def _advance(self):
        item = next(self._it, _missing)
        if item is _missing:
            self._ended = True
            return False
        self._current = item
        self._current_key = self._key(item)
        return True

    def __next__(self):
        self._id = object()
        while self._current_key is _missing or (self._target is not _missing and self._current_key == self._target):
            if self._ended or not self._advance():
                raise StopIteration
            if self._target is _missing:
                break
        if self._ended:
            raise StopIteration
        self._target = self._current_key
        return self._current_key, self._group(self._target, self._id)

    def _group(self, target, id):
        while self._id is id and self._current_key == target:
            yield self._current
            if not self._advance():
                return
