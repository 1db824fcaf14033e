/// Order in which a reduction walks its input, the same as torch's: the reduced dimensions come first, smallest stride
/// innermost, neighbours that continue each other are merged; the kept dimensions follow in row-major order.
struct ReducePlan {
  /// Reduced dimensions, innermost first: sizes and byte strides of the input; never empty.
  private(set) var sizes = Dims()
  private(set) var steps = Dims()
  /// Kept dimensions, innermost first: sizes, byte strides of the input and element strides of the output.
  private(set) var keptSizes = Dims()
  private(set) var keptSteps = Dims()
  private(set) var outSteps = Dims()
  /// Number of elements that fall into one result.
  let reducedCount: Int
  /// Number of results.
  let keptCount: Int
  let resultShape: Dims

  /// `isReduced` holds a one for every dimension that goes away.
  init(_ array: NDArray, _ isReduced: Dims, keepDim: Bool) {
    let layout = array.layout
    let width = array.dtype.size
    var reduced = Dims()
    var result = Dims()
    var reducedCount = 1
    var keptCount = 1
    for dim in 0..<layout.rank {
      if isReduced[dim] == 1 {
        reducedCount &*= layout.shape[dim]
        if keepDim { result.append(1) }
        if layout.shape[dim] != 1 { reduced.append(dim) }
      } else {
        keptCount &*= layout.shape[dim]
        result.append(layout.shape[dim])
      }
    }
    self.reducedCount = reducedCount
    self.keptCount = keptCount
    resultShape = result
    // Reduced dimensions by stride, the later dimension first among equals.
    if reduced.count > 1 {
      var order = Dims()
      for dim in reduced.reversed() {
        var position = order.count
        while position > 0, abs(layout.strides[dim]) < abs(layout.strides[order[position - 1]]) {
          position -= 1
        }
        order.insert(dim, at: position)
      }
      reduced = order
    }
    for dim in reduced {
      let last = sizes.count - 1
      let step = layout.strides[dim] &* width
      if last >= 0, step == steps[last] &* sizes[last] {
        sizes[last] = sizes[last] &* layout.shape[dim]
      } else {
        sizes.append(layout.shape[dim])
        steps.append(step)
      }
    }
    if sizes.isEmpty {
      sizes.append(1)
      steps.append(0)
    }
    var outStep = 1
    var dim = layout.rank - 1
    while dim >= 0 {
      if isReduced[dim] == 0 {
        let size = layout.shape[dim]
        if size != 1 {
          let step = layout.strides[dim] &* width
          let last = keptSizes.count - 1
          if last >= 0, step == keptSteps[last] &* keptSizes[last],
            outStep == outSteps[last] &* keptSizes[last]
          {
            keptSizes[last] = keptSizes[last] &* size
          } else {
            keptSizes.append(size)
            keptSteps.append(step)
            outSteps.append(outStep)
          }
        }
        outStep &*= Swift.max(size, 1)
      }
      dim -= 1
    }
    if keptSizes.isEmpty {
      keptSizes.append(1)
      keptSteps.append(0)
      outSteps.append(0)
    }
  }

  /// Calls `body(output index, first byte offset)` for each result in `range`.
  func forEachResult(_ range: Range<Int>, _ body: (Int, Int) -> Void) {
    if range.isEmpty { return }
    var index = Dims(repeating: 0, count: keptSizes.count)
    var rest = range.lowerBound
    var offset = 0
    for dim in 0..<keptSizes.count {
      index[dim] = rest % keptSizes[dim]
      rest /= keptSizes[dim]
      offset += index[dim] * keptSteps[dim]
    }
    for result in range {
      body(result, offset)
      var dim = 0
      while dim < keptSizes.count {
        index[dim] += 1
        offset += keptSteps[dim]
        if index[dim] < keptSizes[dim] { break }
        offset -= index[dim] * keptSteps[dim]
        index[dim] = 0
        dim += 1
      }
    }
  }

  /// Whether there is one result, of one row that is worth several threads.
  var isLongRow: Bool {
    keptCount == 1 && sizes.count == 1 && sizes[0] >= 2 * Threads.grain && Settings.threadCount > 1
  }

  /// Calls `body(byte offset)` for each row of the innermost reduced dimension that belongs to one result.
  func forEachRow(_ body: (Int) -> Void) {
    ReducePlan.walk(sizes, steps, from: 1, body)
  }

  /// Visits every combination of indices of dimensions from `first` on.
  static func walk(_ sizes: Dims, _ steps: Dims, from first: Int, _ body: (Int) -> Void) {
    if sizes.count <= first { return body(0) }
    for dim in first..<sizes.count where sizes[dim] == 0 { return }
    var index = Dims(repeating: 0, count: sizes.count)
    var offset = 0
    while true {
      body(offset)
      var dim = first
      while dim < sizes.count {
        index[dim] += 1
        offset += steps[dim]
        if index[dim] < sizes[dim] { break }
        offset -= index[dim] * steps[dim]
        index[dim] = 0
        dim += 1
      }
      if dim == sizes.count { return }
    }
  }
}

extension NDArray {
  /// Marks the dimensions a reduction goes over: all of them for nil or an empty list.
  func reducedDims(_ dims: Dims?) throws(ArrayError) -> Dims {
    guard let dims, !dims.isEmpty else { return Dims(repeating: 1, count: rank) }
    var marks = Dims(repeating: 0, count: Swift.max(rank, 1))
    for dim in dims {
      let dim = try normalize(dim: dim)
      guard marks[dim] == 0 else { throw .runtime("dim \(dim) appears multiple times in the list of dims") }
      marks[dim] = 1
    }
    return rank == 0 ? Dims() : marks
  }

  /// Number of elements that fall into each result of a reduction.
  package func reducedCount(_ dims: Dims?) throws(ArrayError) -> Int {
    let marks = try reducedDims(dims)
    var count = 1
    for dim in 0..<rank where marks[dim] == 1 { count &*= layout.shape[dim] }
    return count
  }
}
