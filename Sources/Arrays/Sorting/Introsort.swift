/// The sorting algorithms of the GNU C++ library, whose order of ties torch shows.
enum Introsort {
  /// Sorts as `std::sort` does.
  @inline(__always)
  static func sort<E>(_ a: UnsafeMutablePointer<E>, _ n: Int, _ less: (E, E) -> Bool) {
    if n < 2 { return }
    loop(a, 0, n, 2 * (Int.bitWidth - 1 - n.leadingZeroBitCount), less)
    if n > 16 {
      insertion(a, 0, 16, less)
      for index in 16..<n { linearInsert(a, index, less) }
    } else {
      insertion(a, 0, n, less)
    }
  }

  static func loop<E>(
    _ a: UnsafeMutablePointer<E>, _ first: Int, _ end: Int, _ depthLimit: Int, _ less: (E, E) -> Bool
  ) {
    var last = end
    var depth = depthLimit
    while last - first > 16 {
      if depth == 0 { return heapSort(a, first, last, less) }
      depth -= 1
      medianToFirst(a, first, first + 1, first + (last - first) / 2, last - 1, less)
      let cut = partition(a, first + 1, last, first, less)
      loop(a, cut, last, depth, less)
      last = cut
    }
  }

  static func medianToFirst<E>(
    _ a: UnsafeMutablePointer<E>, _ result: Int, _ x: Int, _ y: Int, _ z: Int, _ less: (E, E) -> Bool
  ) {
    let middle: Int
    if less(a[x], a[y]) {
      middle = less(a[y], a[z]) ? y : less(a[x], a[z]) ? z : x
    } else {
      middle = less(a[x], a[z]) ? x : less(a[y], a[z]) ? z : y
    }
    swap(a, result, middle)
  }

  static func partition<E>(
    _ a: UnsafeMutablePointer<E>, _ start: Int, _ end: Int, _ pivot: Int, _ less: (E, E) -> Bool
  ) -> Int {
    var first = start
    var last = end
    while true {
      while less(a[first], a[pivot]) { first += 1 }
      last -= 1
      while less(a[pivot], a[last]) { last -= 1 }
      if first >= last { return first }
      swap(a, first, last)
      first += 1
    }
  }

  static func linearInsert<E>(_ a: UnsafeMutablePointer<E>, _ index: Int, _ less: (E, E) -> Bool) {
    let value = a[index]
    var hole = index - 1
    while less(value, a[hole]) {
      a[hole + 1] = a[hole]
      hole -= 1
    }
    a[hole + 1] = value
  }

  static func insertion<E>(
    _ a: UnsafeMutablePointer<E>, _ first: Int, _ last: Int, _ less: (E, E) -> Bool
  ) {
    var index = first + 1
    while index < last {
      if less(a[index], a[first]) {
        let value = a[index]
        var hole = index
        while hole > first {
          a[hole] = a[hole - 1]
          hole -= 1
        }
        a[first] = value
      } else {
        linearInsert(a, index, less)
      }
      index += 1
    }
  }

  @inline(__always)
  static func swap<E>(_ a: UnsafeMutablePointer<E>, _ x: Int, _ y: Int) {
    let value = a[x]
    a[x] = a[y]
    a[y] = value
  }

  /// Fallback of inputs made to defeat the median of three.
  static func heapSort<E>(
    _ a: UnsafeMutablePointer<E>, _ first: Int, _ last: Int, _ less: (E, E) -> Bool
  ) {
    let n = last - first
    var parent = (n - 2) / 2
    while parent >= 0 {
      sift(a, first, parent, n, a[first + parent], less)
      parent -= 1
    }
    var end = n - 1
    while end > 0 {
      let value = a[first + end]
      a[first + end] = a[first]
      sift(a, first, 0, end, value, less)
      end -= 1
    }
  }

  static func sift<E>(
    _ a: UnsafeMutablePointer<E>, _ first: Int, _ start: Int, _ n: Int, _ value: E, _ less: (E, E) -> Bool
  ) {
    var hole = start
    var child = 2 * hole + 2
    while child < n {
      if less(a[first + child], a[first + child - 1]) { child -= 1 }
      a[first + hole] = a[first + child]
      hole = child
      child = 2 * hole + 2
    }
    if child == n {
      a[first + hole] = a[first + child - 1]
      hole = child - 1
    }
    while hole > start {
      let parent = (hole - 1) / 2
      if !less(a[first + parent], value) { break }
      a[first + hole] = a[first + parent]
      hole = parent
    }
    a[first + hole] = value
  }
}
