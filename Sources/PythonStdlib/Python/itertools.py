"""Functional tools for creating and using iterators."""
from _itertools import accumulate, chain, combinations, combinations_with_replacement, count, cycle, dropwhile, \
    filterfalse, islice, pairwise, permutations, product, repeat, starmap, takewhile

_missing = object()


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
