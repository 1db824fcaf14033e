extension PythonLibrary {
  /// `itertools`.
  static let itertoolsModule = #"""
    _missing = object()

    class _Iterator:
        """An iterator over what a generator yields."""
        def __init__(self, *args, **kwargs):
            self._it = self._run(*args, **kwargs)
        def __iter__(self):
            return self
        def __next__(self):
            return next(self._it)

    class count:
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
            if isinstance(self._step, int) and self._step == 1:
                return f"count({self._n!r})"
            return f"count({self._n!r}, {self._step!r})"

    class cycle(_Iterator):
        def __init__(self, iterable):
            it = iter(iterable)
            self._it = self._run(it)
        def _run(self, it):
            saved = []
            for x in it:
                yield x
                saved.append(x)
            while saved:
                yield from saved

    class repeat:
        def __init__(self, object, times=None):
            self._object = object
            self._times = times if times is None else max(0, times)
        def __iter__(self):
            return self
        def __next__(self):
            if self._times is not None:
                if self._times <= 0:
                    raise StopIteration
                self._times -= 1
            return self._object
        def __length_hint__(self):
            if self._times is None:
                raise TypeError("len() of unsized object")
            return self._times
        def __repr__(self):
            if self._times is None:
                return f"repeat({self._object!r})"
            return f"repeat({self._object!r}, {self._times})"

    class accumulate(_Iterator):
        def _run(self, iterable, func=None, *, initial=None):
            it = iter(iterable)
            total = initial
            if initial is None:
                for total in it:
                    break
                else:
                    return
            yield total
            if func is None:
                for x in it:
                    total = total + x
                    yield total
            else:
                for x in it:
                    total = func(total, x)
                    yield total

    class chain(_Iterator):
        def __init__(self, *iterables):
            self._it = self._run(iterables)
        def _run(self, iterables):
            for iterable in iterables:
                yield from iterable
        @classmethod
        def from_iterable(cls, iterable):
            made = cls()
            made._it = made._run(iterable)
            return made

    class compress(_Iterator):
        def _run(self, data, selectors):
            for x, keep in zip(data, selectors):
                if keep:
                    yield x

    class dropwhile(_Iterator):
        def _run(self, predicate, iterable):
            it = iter(iterable)
            for x in it:
                if not predicate(x):
                    yield x
                    break
            yield from it

    class takewhile(_Iterator):
        def _run(self, predicate, iterable):
            for x in iterable:
                if not predicate(x):
                    return
                yield x

    class filterfalse(_Iterator):
        def _run(self, predicate, iterable):
            for x in iterable:
                if not (x if predicate is None else predicate(x)):
                    yield x

    class starmap(_Iterator):
        def _run(self, function, iterable):
            for args in iterable:
                yield function(*args)

    class islice(_Iterator):
        def __init__(self, iterable, *args):
            if not args:
                raise TypeError("islice expected at least 2 arguments, got 1")
            s = slice(*args)
            start = 0 if s.start is None else s.start
            step = 1 if s.step is None else s.step
            for value in (start, s.stop):
                if value is not None and (not hasattr(value, "__index__") or value < 0):
                    if len(args) == 1:
                        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
                    raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
            if not hasattr(step, "__index__") or step < 1:
                raise ValueError("Step for islice() must be a positive integer or None.")
            self._it = self._run(iter(iterable), start, s.stop, step)
        def _run(self, it, start, stop, step):
            i = 0
            wanted = start
            if stop is not None and stop <= start:
                for _ in range(stop):
                    next(it, None)
                return
            for x in it:
                if i == wanted:
                    yield x
                    wanted += step
                i += 1
                if stop is not None and (i >= stop):
                    return

    class pairwise(_Iterator):
        def _run(self, iterable):
            it = iter(iterable)
            for a in it:
                break
            else:
                return
            for b in it:
                yield a, b
                a = b

    class zip_longest(_Iterator):
        def _run(self, *iterables, fillvalue=None):
            its = [iter(i) for i in iterables]
            left = len(its)
            if not left:
                return
            while True:
                row = []
                for i, it in enumerate(its):
                    value = fillvalue
                    if it is not None:
                        value = next(it, _missing)
                        if value is _missing:
                            left -= 1
                            if not left:
                                return
                            its[i] = None
                            value = fillvalue
                    row.append(value)
                yield tuple(row)

    class product(_Iterator):
        def __init__(self, *iterables, repeat=1):
            if repeat < 0:
                raise ValueError("repeat argument cannot be negative")
            self._it = self._run([tuple(i) for i in iterables] * repeat)
        def _run(self, pools):
            n = len(pools)
            if any(not p for p in pools):
                return
            places = [0] * n
            row = [p[0] for p in pools]
            while True:
                yield tuple(row)
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

    class permutations(_Iterator):
        def __init__(self, iterable, r=None):
            pool = tuple(iterable)
            r = len(pool) if r is None else r
            if r < 0:
                raise ValueError("r must be non-negative")
            self._it = self._run(pool, r)
        def _run(self, pool, r):
            n = len(pool)
            if r > n:
                return
            indices = list(range(n))
            cycles = list(range(n, n - r, -1))
            yield tuple(pool[i] for i in indices[:r])
            while n:
                for i in range(r - 1, -1, -1):
                    cycles[i] -= 1
                    if cycles[i] == 0:
                        indices[i:] = indices[i + 1:] + indices[i:i + 1]
                        cycles[i] = n - i
                    else:
                        j = n - cycles[i]
                        indices[i], indices[j] = indices[j], indices[i]
                        yield tuple(pool[k] for k in indices[:r])
                        break
                else:
                    return

    class combinations(_Iterator):
        _again = 0
        def __init__(self, iterable, r):
            pool = tuple(iterable)
            if r < 0:
                raise ValueError("r must be non-negative")
            self._it = self._run(pool, r)
        def _run(self, pool, r):
            n = len(pool)
            if r > n:
                return
            places = list(range(r))
            while True:
                yield tuple(pool[i] for i in places)
                i = r - 1
                while i >= 0 and places[i] == i + n - r:
                    i -= 1
                if i < 0:
                    return
                places[i] += 1
                for j in range(i + 1, r):
                    places[j] = places[j - 1] + 1

    class combinations_with_replacement(combinations):
        def _run(self, pool, r):
            n = len(pool)
            if not n and r:
                return
            places = [0] * r
            while True:
                yield tuple(pool[i] for i in places)
                i = r - 1
                while i >= 0 and places[i] == n - 1:
                    i -= 1
                if i < 0:
                    return
                places[i:] = [places[i] + 1] * (r - i)

    class groupby:
        def __init__(self, iterable, key=None):
            self._it = iter(iterable)
            self._key = key
            self._wanted = self._current = self._value = _missing
            self._id = None
        def __iter__(self):
            return self
        def _advance(self):
            self._value = next(self._it)
            self._current = self._value if self._key is None else self._key(self._value)
        def __next__(self):
            self._id = object()
            while self._current is _missing or (self._wanted is not _missing and self._current == self._wanted):
                self._advance()
            self._wanted = self._current
            return self._current, self._group(self._wanted, self._id)
        def _group(self, wanted, id):
            while self._id is id and self._current == wanted:
                yield self._value
                try:
                    self._advance()
                except StopIteration:
                    self._current = _missing
                    self._wanted = _missing
                    return

    def tee(iterable, n=2):
        if n < 0:
            raise ValueError("n must be >= 0")
        it = iter(iterable)
        queues = [[] for _ in range(n)]
        def run(mine):
            while True:
                if not mine:
                    try:
                        x = next(it)
                    except StopIteration:
                        return
                    for q in queues:
                        q.insert(0, x)
                yield mine.pop()
        return tuple(run(q) for q in queues)

    for _cls in (cycle, accumulate, chain, compress, dropwhile, takewhile, filterfalse, starmap, islice, pairwise,
                 zip_longest, product, permutations, combinations, combinations_with_replacement, groupby, count, repeat):
        _cls.__module__ = "itertools"
    """#
}
