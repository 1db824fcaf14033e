"""Functional tools for creating and using iterators."""
import operator as _operator

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


class accumulate:
    """accumulate(iterable, func=add, *, initial=None): running totals."""

    def __new__(cls, iterable, func=None, *, initial=None):
        return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, initial):
    if func is None:
        func = _operator.add
    total = initial
    if initial is None:
        for total in it:
            break
        else:
            return
    yield total
    for item in it:
        total = func(total, item)
        yield total


class chain:
    """chain(*iterables): the items of one after the other."""

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


def dropwhile(predicate, iterable):
    """Drops items while the predicate is true, then gives every item."""
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for item in it:
        if not predicate(item):
            yield item
            break
    for item in it:
        yield item


def takewhile(predicate, iterable):
    """Gives items while the predicate is true."""
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, it):
    for item in it:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    """Items for which the predicate is false."""
    if predicate is None:
        predicate = bool
    return (item for item in iterable if not predicate(item))


def starmap(function, iterable):
    """function(*item) for every item."""
    return (function(*item) for item in iterable)


def islice(iterable, *args):
    """islice(iterable, [start,] stop[, step]): selected items."""
    s = slice(*args)
    for value, name in ((s.start, "Indices"), (s.stop, "Stop argument" if len(args) == 1 else "Indices")):
        if value is not None and (not isinstance(value, int) or value < 0):
            if len(args) == 1:
                raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if s.step is not None and (not isinstance(s.step, int) or s.step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), s.start or 0, s.stop, 1 if s.step is None else s.step)


def _islice(it, start, stop, step):
    i = 0
    wanted = start
    if stop is not None and start >= stop:
        for _ in range(stop):
            if next(it, _missing) is _missing:
                return
        return
    for item in it:
        if i == wanted:
            yield item
            wanted += step
            if stop is not None and wanted >= stop:
                while i + 1 < stop:
                    i += 1
                    if next(it, _missing) is _missing:
                        return
                return
        i += 1


def pairwise(iterable):
    """Overlapping pairs of items."""
    return _pairwise(iter(iterable))


def _pairwise(it):
    for a in it:
        break
    else:
        return
    for b in it:
        yield a, b
        a = b


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


def product(*iterables, repeat=1):
    """Cartesian product of the iterables."""
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(pool) for pool in iterables] * repeat
    return _product(pools)


def _product(pools):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    places = [0] * n
    row = [pool[0] for pool in pools]
    yield tuple(row)
    while True:
        i = n - 1
        while i >= 0:
            places[i] += 1
            if places[i] < len(pools[i]):
                row[i] = pools[i][places[i]]
                break
            places[i] = 0
            row[i] = pools[i][0]
            i -= 1
        if i < 0:
            return
        yield tuple(row)


def permutations(iterable, r=None):
    """Permutations of r items."""
    pool = tuple(iterable)
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")
    return _permutations(pool, len(pool) if r is None else r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple([pool[i] for i in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    """Combinations of r items."""
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations(tuple(iterable), r)


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        yield tuple([pool[i] for i in indices])


def combinations_with_replacement(iterable, r):
    """Combinations of r items, repetitions allowed."""
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combinations_with_replacement(tuple(iterable), r)


def _combinations_with_replacement(pool, r):
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[i] for i in indices])
