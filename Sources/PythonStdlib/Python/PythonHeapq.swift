extension PythonLibrary {
  /// `heapq`.
  static let heapqModule = #"""
    __all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

    def _up(heap, start, i):
        item = heap[i]
        while i > start:
            parent = (i - 1) >> 1
            if not item < heap[parent]:
                break
            heap[i] = heap[parent]
            i = parent
        heap[i] = item

    def _down(heap, i):
        end = len(heap)
        start = i
        item = heap[i]
        child = 2 * i + 1
        while child < end:
            right = child + 1
            if right < end and not heap[child] < heap[right]:
                child = right
            heap[i] = heap[child]
            i = child
            child = 2 * i + 1
        heap[i] = item
        _up(heap, start, i)

    def heappush(heap, item):
        heap.append(item)
        _up(heap, 0, len(heap) - 1)

    def heappop(heap):
        last = heap.pop()
        if heap:
            result = heap[0]
            heap[0] = last
            _down(heap, 0)
            return result
        return last

    def heapreplace(heap, item):
        result = heap[0]
        heap[0] = item
        _down(heap, 0)
        return result

    def heappushpop(heap, item):
        if heap and heap[0] < item:
            item, heap[0] = heap[0], item
            _down(heap, 0)
        return item

    def heapify(heap):
        for i in reversed(range(len(heap) // 2)):
            _down(heap, i)

    def merge(*iterables, key=None, reverse=False):
        rows = []
        for number, iterable in enumerate(iterables):
            rows.extend((key(x) if key else x, number, x) for x in iterable)
        rows.sort(key=lambda row: row[0], reverse=reverse)
        for row in rows:
            yield row[2]

    def nsmallest(n, iterable, key=None):
        return sorted(iterable, key=key)[:max(0, n)]

    def nlargest(n, iterable, key=None):
        return sorted(iterable, key=key, reverse=True)[:max(0, n)]
    """#
}
