extension Introsort {
  /// A merge sort from the bottom up, which keeps the order of ties.
  @inline(__always)
  static func stable<E>(_ a: UnsafeMutablePointer<E>, _ n: Int, _ less: (E, E) -> Bool) {
    if n < 2 { return }
    let run = 16
    var start = 0
    while start < n {
      let end = Swift.min(start + run, n)
      var index = start + 1
      while index < end {
        let value = a[index]
        var hole = index - 1
        while hole >= start, less(value, a[hole]) {
          a[hole + 1] = a[hole]
          hole -= 1
        }
        a[hole + 1] = value
        index += 1
      }
      start = end
    }
    if n <= run { return }
    let space = UnsafeMutablePointer<E>.allocate(capacity: n)
    space.initialize(from: a, count: n)
    defer { space.deallocate() }
    var (from, to) = (a, space)
    var width = run
    while width < n {
      var low = 0
      while low < n {
        let middle = Swift.min(low + width, n)
        let high = Swift.min(low + 2 * width, n)
        var (left, right, out) = (low, middle, low)
        while left < middle || right < high {
          if right >= high || (left < middle && !less(from[right], from[left])) {
            to[out] = from[left]
            left += 1
          } else {
            to[out] = from[right]
            right += 1
          }
          out += 1
        }
        low = high
      }
      (from, to) = (to, from)
      width *= 2
    }
    if from != a { a.update(from: from, count: n) }
  }
}
