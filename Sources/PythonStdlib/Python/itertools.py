"""Functional tools for creating and using iterators."""
from _itertools import accumulate, chain, combinations, combinations_with_replacement, compress, count, cycle, \
    dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, \
    zip_longest, _grouper, _tee


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
