/// Partial orders of the GNU C++ library and the quickselect of torch.
extension Introsort {
  /// `std::partial_sort`: the first `middle` elements in order.
  @inline(__always)
  static func partialSort<E>(_ a: UnsafeMutablePointer<E>, _ middle: Int, _ n: Int, _ less: (E, E) -> Bool) {
    heapSelect(a, 0, middle, n, less)
    var end = middle
    while end > 1 {
      end -= 1
      let value = a[end]
      a[end] = a[0]
      sift(a, 0, 0, end, value, less)
    }
  }

  /// `std::partial_sort` of numbers with their places that reads the numbers beyond the heap where they lie: what it leaves
  /// behind the first `middle` is nobody's business.
  @inline(__always)
  static func partialSort<T>(
    _ heap: UnsafeMutablePointer<SortEntry<T>>, _ middle: Int, _ n: Int, _ values: UnsafePointer<T>, _ step: Int,
    _ less: (SortEntry<T>, SortEntry<T>) -> Bool
  ) {
    for index in 0..<middle { (heap + index).initialize(to: SortEntry(value: values[index * step], index: index)) }
    if middle >= 2 {
      var parent = (middle - 2) / 2
      while parent >= 0 {
        sift(heap, 0, parent, middle, heap[parent], less)
        parent -= 1
      }
    }
    for index in middle..<n {
      let entry = SortEntry(value: values[index * step], index: index)
      if less(entry, heap[0]) { sift(heap, 0, 0, middle, entry, less) }
    }
    var end = middle
    while end > 1 {
      end -= 1
      let value = heap[end]
      heap[end] = heap[0]
      sift(heap, 0, 0, end, value, less)
    }
  }

  static func heapSelect<E>(
    _ a: UnsafeMutablePointer<E>, _ first: Int, _ middle: Int, _ last: Int, _ less: (E, E) -> Bool
  ) {
    let size = middle - first
    if size >= 2 {
      var parent = (size - 2) / 2
      while parent >= 0 {
        sift(a, first, parent, size, a[first + parent], less)
        parent -= 1
      }
    }
    var index = middle
    while index < last {
      if less(a[index], a[first]) {
        let value = a[index]
        a[index] = a[first]
        sift(a, first, 0, size, value, less)
      }
      index += 1
    }
  }

  /// `std::nth_element`: the element of rank `nth` in its place, smaller ones in front.
  @inline(__always)
  static func nthElement<E>(_ a: UnsafeMutablePointer<E>, _ nth: Int, _ n: Int, _ less: (E, E) -> Bool) {
    if n < 2 || nth >= n { return }
    var (first, last) = (0, n)
    var depth = 2 * (Int.bitWidth - 1 - n.leadingZeroBitCount)
    while last - first > 3 {
      if depth == 0 {
        heapSelect(a, first, nth + 1, last, less)
        return swap(a, first, nth)
      }
      depth -= 1
      medianToFirst(a, first, first + 1, first + (last - first) / 2, last - 1, less)
      let cut = partition(a, first + 1, last, first, less)
      if cut <= nth { first = cut } else { last = cut }
    }
    insertion(a, first, last, less)
  }

  /// Hoare's selection with a median-of-three pivot; `greater` decides.
  @inline(__always)
  static func quickSelect<E>(_ a: UnsafeMutablePointer<E>, _ k: Int, _ n: Int, _ greater: (E, E) -> Bool) {
    var (left, right) = (0, n - 1)
    while right > left {
      if right == left + 1 {
        if greater(a[left], a[right]) { swap(a, left, right) }
        return
      }
      let middle = left + (right - left) / 2
      swap(a, middle, left + 1)
      if greater(a[left + 1], a[right]) { swap(a, left + 1, right) }
      if greater(a[left], a[right]) { swap(a, left, right) }
      if greater(a[left + 1], a[left]) { swap(a, left + 1, left) }
      var (i, j) = (left + 1, right)
      let pivot = a[left]
      while true {
        repeat { i += 1 } while greater(pivot, a[i])
        repeat { j -= 1 } while greater(a[j], pivot)
        if j < i { break }
        swap(a, i, j)
      }
      swap(a, left, j)
      if j <= k { left = i }
      if j >= k { right = j - 1 }
    }
  }
}
