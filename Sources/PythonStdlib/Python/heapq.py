"""Heap queue algorithm."""
from _native_heapq import heapify, heappop, heappush, heappushpop, heapreplace


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(0, n)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(0, n)]


def merge(*iterables, key=None, reverse=False):
    """Merges sorted inputs."""
    rows = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            rows.append([value if key is None else key(value), order, value, it])
            break
    while rows:
        best = rows[0]
        for row in rows[1:]:
            if (best[0] < row[0]) if reverse else (row[0] < best[0]):
                best = row
        yield best[2]
        for value in best[3]:
            best[2] = value
            best[0] = value if key is None else key(value)
            break
        else:
            rows.remove(best)


class _Reverse:
    """Turns the order around."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value


def _max(heap, function, *args):
    wrapped = [_Reverse(x) for x in heap]
    try:
        result = function(wrapped, *[_Reverse(a) for a in args])
    finally:
        heap[:] = [x.value for x in wrapped]
    return result.value if isinstance(result, _Reverse) else result


def _heapify_max(x):
    _max(x, heapify)


def _heappop_max(heap):
    return _max(heap, heappop)


def _heapreplace_max(heap, item):
    return _max(heap, heapreplace, item)
