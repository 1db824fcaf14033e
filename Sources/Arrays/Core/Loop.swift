import ArrayKernels
import Glibc

/// Walks several strided operands in step and hands rows to a C loop.
///
/// Dimensions of size one are dropped, the others sorted so that the output's smallest stride is innermost, and
/// neighbours that continue each other are merged: most arrays end as one row. Strides are in bytes. Operand 0 is the
/// output.
struct Loop {
  static let maxOperands = 4

  /// Sizes, innermost first.
  private(set) var sizes = Dims()
  private var strides: InlineArray<4, Dims> = InlineArray(repeating: Dims())
  private var pointers: InlineArray<4, UnsafeMutableRawPointer>
  private let operandCount: Int
  private(set) var count: Int

  /// Adds a first operand; its shape is that of the loop.
  init(_ arrays: [NDArray], shape: Dims) {
    operandCount = arrays.count
    pointers = InlineArray(repeating: arrays[0].pointer)
    for index in arrays.indices {
      pointers[index] = arrays[index].pointer
      var bytes = arrays[index].layout.broadcastStrides(to: shape)
      let size = arrays[index].dtype.size
      for dim in 0..<bytes.count { bytes[dim] = bytes[dim] &* size }
      strides[index] = bytes
    }
    count = 1
    for dim in 0..<shape.count { count &*= shape[dim] }
    arrange(shape)
  }

  /// Replaces an operand by one number repeated everywhere.
  mutating func set(_ operand: Int, repeating pointer: UnsafeMutableRawPointer) {
    pointers[operand] = pointer
    strides[operand] = Dims(repeating: 0, count: sizes.count)
  }

  private mutating func arrange(_ shape: Dims) {
    var order = Dims()
    var dim = shape.count - 1
    while dim >= 0 {
      if shape[dim] != 1 { order.append(dim) }
      dim -= 1
    }
    // Insertion sort by output stride, then by the inputs' strides; row-major order wins ties.
    if order.count > 1 {
      for index in 1..<order.count {
        var position = index
        while position > 0, comesBefore(order[position], order[position - 1]) {
          let moved = order[position]
          order[position] = order[position - 1]
          order[position - 1] = moved
          position -= 1
        }
      }
    }
    var merged = Dims()
    var mergedStrides: InlineArray<4, Dims> = InlineArray(repeating: Dims())
    for dim in order {
      let size = shape[dim]
      let last = merged.count - 1
      var continues = last >= 0
      if continues {
        for operand in 0..<operandCount
        where strides[operand][dim] != mergedStrides[operand][last] &* merged[last] {
          continues = false
        }
      }
      if continues {
        merged[last] = merged[last] &* size
      } else {
        merged.append(size)
        for operand in 0..<operandCount { mergedStrides[operand].append(strides[operand][dim]) }
      }
    }
    if merged.isEmpty {
      merged.append(1)
      for operand in 0..<operandCount { mergedStrides[operand].append(0) }
    }
    sizes = merged
    strides = mergedStrides
    // Rows of a few elements cost more than a step between elements: the longest dimension becomes the row.
    if count >= 1024, sizes.count > 1, sizes[0] < 16 {
      var longest = 0
      for dim in 1..<sizes.count where sizes[dim] > sizes[longest] { longest = dim }
      if sizes[longest] >= 4 &* sizes[0] {
        let size = sizes[0]
        sizes[0] = sizes[longest]
        sizes[longest] = size
        for operand in 0..<operandCount {
          let step = strides[operand][0]
          strides[operand][0] = strides[operand][longest]
          strides[operand][longest] = step
        }
      }
    }
  }

  private func comesBefore(_ a: Int, _ b: Int) -> Bool {
    for operand in 0..<operandCount {
      let left = abs(strides[operand][a])
      let right = abs(strides[operand][b])
      if left == 0 || right == 0 || left == right { continue }
      return left < right
    }
    return false
  }

  /// Calls `body(pointers, steps, n)` for rows that cover the elements with numbers in `range`.
  func run(
    _ range: Range<Int>,
    _ body: (UnsafePointer<UnsafeMutableRawPointer>, UnsafePointer<Int>, Int) -> Int32
  ) -> Int32 {
    let rank = sizes.count
    let operands = operandCount
    let first = range.lowerBound
    return withUnsafeTemporaryAllocation(of: UnsafeMutableRawPointer.self, capacity: Loop.maxOperands) { current in
      // Plain numbers, as `Dims` would be copied at every look: sizes, index, then per dimension the operands' strides.
      withUnsafeTemporaryAllocation(of: Int.self, capacity: rank &* (2 + Loop.maxOperands)) { numbers in
        guard let pointers = current.baseAddress, let size = numbers.baseAddress else { return 0 }
        let index = size + rank
        let steps = index + rank
        for operand in 0..<operands { (pointers + operand).initialize(to: self.pointers[operand]) }
        var rest = first
        for dim in 0..<rank {
          let length = sizes[dim]
          (size + dim).initialize(to: length)
          (index + dim).initialize(to: rest % length)
          rest /= length
          for operand in 0..<Loop.maxOperands {
            let step = operand < operands ? strides[operand][dim] : 0
            (steps + (dim &* Loop.maxOperands &+ operand)).initialize(to: step)
            if operand < operands { pointers[operand] += index[dim] &* step }
          }
        }
        return Loop.walk(range, rank, operands, size, index, steps, pointers, body)
      }
    }
  }

  private static func walk(
    _ range: Range<Int>, _ rank: Int, _ operands: Int, _ size: UnsafeMutablePointer<Int>, _ index: UnsafeMutablePointer<Int>,
    _ steps: UnsafeMutablePointer<Int>, _ pointers: UnsafeMutablePointer<UnsafeMutableRawPointer>,
    _ body: (UnsafePointer<UnsafeMutableRawPointer>, UnsafePointer<Int>, Int) -> Int32
  ) -> Int32 {
    let inner = size[0]
    var position = range.lowerBound
    while position < range.upperBound {
      let n = Swift.min(inner &- index[0], range.upperBound &- position)
      let status = body(pointers, steps, n)
      if status != 0 { return status }
      position &+= n
      if position >= range.upperBound { break }
      // Back to the start of the row, then one step along the next dimension that is not exhausted.
      if index[0] != 0 {
        for operand in 0..<operands { pointers[operand] -= index[0] &* steps[operand] }
        index[0] = 0
      }
      var dim = 1
      while dim < rank {
        let step = steps + dim &* maxOperands
        index[dim] &+= 1
        if index[dim] < size[dim] {
          for operand in 0..<operands { pointers[operand] += step[operand] }
          break
        }
        for operand in 0..<operands { pointers[operand] -= (size[dim] &- 1) &* step[operand] }
        index[dim] = 0
        dim &+= 1
      }
    }
    return 0
  }

  /// Copies elements of a width from the second operand to the first; the two must not overlap.
  func copy(width: Int) {
    let columns = sizes[0]
    let rows = sizes.count > 1 ? sizes[1] : 1
    let (toRow, fromRow) = sizes.count > 1 ? (strides[0][1], strides[1][1]) : (0, 0)
    let (toStep, fromStep) = (strides[0][0], strides[1][0])
    let total = count / Swift.max(columns, 1)
    // Few long rows are cut across, many rows are shared out.
    if total < 8, columns >= Threads.grain {
      for row in 0..<total {
        let (to, from) = origin(row)
        _ = Threads.split(columns) { range in
          let start = range.lowerBound
          wick_copy_plane(
            width, to + start &* toStep, toStep, 0, from + start &* fromStep, fromStep, 0, range.count, 1)
          return 0
        }
      }
      return
    }
    _ = Threads.split(total, grain: Swift.max(1, Threads.grain / Swift.max(columns, 1))) { range in
      var row = range.lowerBound
      while row < range.upperBound {
        let n = Swift.min(rows - row % rows, range.upperBound - row)
        let (to, from) = origin(row)
        wick_copy_plane(width, to, toStep, toRow, from, fromStep, fromRow, columns, n)
        row += n
      }
      return 0
    }
  }

  /// Where a row begins in the first two operands.
  private func origin(_ row: Int) -> (UnsafeMutableRawPointer, UnsafeMutableRawPointer) {
    var (rest, to, from) = (row, pointers[0], pointers[1])
    for dim in 1..<Swift.max(sizes.count, 1) {
      let position = rest % sizes[dim]
      rest /= sizes[dim]
      to += position &* strides[0][dim]
      from += position &* strides[1][dim]
    }
    return (to, from)
  }

  /// Runs over all elements, on several threads when there are many.
  func run(_ body: (UnsafePointer<UnsafeMutableRawPointer>, UnsafePointer<Int>, Int) -> Int32) -> Int32 {
    if count == 0 { return 0 }
    return Threads.split(count) { range in run(range, body) }
  }
}

/// Cuts large amounts of work into one piece per thread.
enum Threads {
  /// Work below this many elements stays on one thread.
  static let grain = 32_768

  /// A closure whose parts the threads call through C: counts in this module are not atomic, so no thread may touch
  /// the count of the closure's context.
  private struct Body {
    let call: (Int, Int) -> Int32
  }

  /// Copies bytes between blocks that do not overlap, on several threads when there are many.
  static func copy(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ byteCount: Int) {
    if byteCount < 1 << 20 {
      memcpy(target, source, byteCount)
      return
    }
    let unit = 4096
    _ = split((byteCount + unit - 1) / unit, grain: 64) { range in
      let start = range.lowerBound &* unit
      memcpy(target + start, source + start, Swift.min(range.upperBound &* unit, byteCount) - start)
      return 0
    }
  }

  /// Sets bytes to zero, on several threads when there are many.
  static func clear(_ target: UnsafeMutableRawPointer, _ byteCount: Int) {
    if byteCount < 1 << 20 {
      memset(target, 0, byteCount)
      return
    }
    _ = split(byteCount, grain: 1 << 19) { range in
      memset(target + range.lowerBound, 0, range.count)
      return 0
    }
  }

  /// Calls `body` with ranges that cover `0..<count`; answers the first status that is not zero.
  ///
  /// For the same reason `body` may capture plain values only: numbers and pointers, no arrays and no objects.
  static func split(_ count: Int, grain: Int = Threads.grain, _ body: (Range<Int>) -> Int32) -> Int32 {
    let pieces = Swift.min(Settings.threadCount, count / grain)
    guard pieces > 1 else { return body(0..<count) }
    // Pieces of many elements end at multiples of 16.
    let size = grain >= 1024 ? ((count + pieces - 1) / pieces + 15) & ~15 : (count + pieces - 1) / pieces
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: pieces) { statuses in
      statuses.initialize(repeating: 0)
      withoutActuallyEscaping({ (start: Int, end: Int) -> Int32 in body(start..<end) }) { work in
        let whole = Body(call: work)
        let parts = unsafeBitCast(whole, to: (function: UnsafeMutableRawPointer?, context: UnsafeMutableRawPointer?).self)
        withExtendedLifetime(whole) {
          wick_split(parts.function, parts.context, count, size, pieces, statuses.baseAddress)
        }
      }
      for status in statuses where status != 0 { return status }
      return 0
    }
  }
}
