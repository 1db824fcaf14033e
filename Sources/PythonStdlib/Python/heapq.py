"""Heap queue algorithm."""


def heappush(heap, item):
    """Pushes an item onto the heap."""
    heap.append(item)
    _siftdown(heap, 0, len(heap) - 1)


def heappop(heap):
    """Pops the smallest item."""
    last = heap.pop()
    if heap:
        item = heap[0]
        heap[0] = last
        _siftup(heap, 0)
        return item
    return last


def heapreplace(heap, item):
    top = heap[0]
    heap[0] = item
    _siftup(heap, 0)
    return top


def heappushpop(heap, item):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _siftup(heap, 0)
    return item


def heapify(x):
    """Turns a list into a heap in place."""
    for i in reversed(range(len(x) // 2)):
        _siftup(x, i)


def _siftdown(heap, start, pos):
    item = heap[pos]
    while pos > start:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if item < above:
            heap[pos] = above
            pos = parent
            continue
        break
    heap[pos] = item


def _siftup(heap, pos):
    end = len(heap)
    start = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _siftdown(heap, start, pos)


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
