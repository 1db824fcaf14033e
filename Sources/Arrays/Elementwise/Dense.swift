import ArrayKernels

/// Short cuts for the commonest case: row-major arrays of one floating dtype and one shape with few elements.
///
/// Arrays come by pointer, because handing over an `NDArray` copies 125 bytes and moves a count. An answer of nil means
/// that the general function has to do it, with its promotion, broadcasting and errors.
extension NDArray {
  /// Applies an operation to pairs of elements.
  package static func dense(
    _ op: BinaryOp, _ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>
  ) -> NDArray? {
    let dtype = a.pointee.dtype
    guard dtype == b.pointee.dtype, dtype == .float32 || dtype == .float64 else { return nil }
    let count = denseCount(a, b)
    guard count >= 0 else { return denseRows(op, a, b) }
    guard let loop = wick_binary(op.rawValue, Int32(dtype.rawValue)) else { return nil }
    let outType = op.answersBool ? .bool : dtype
    let (size, outSize) = (dtype == .float32 ? 4 : 8, op.answersBool ? 1 : dtype == .float32 ? 4 : 8)
    guard let storage = Storage.small(byteCount: count &* outSize) else { return nil }
    let status = loop(
      storage.bytes, outSize, a.pointee.bytes(size), size, b.pointee.bytes(size), size, count, nil)
    return status == 0 ? NDArray(storage: storage, dense: a.pointee.layout, dtype: outType) : nil
  }

  /// Applies an operation to an array and a shorter one that repeats along it: a bias, a single element.
  private static func denseRows(
    _ op: BinaryOp, _ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>
  ) -> NDArray? {
    let (count, columns) = (denseCount(a), denseCount(b))
    let lead = a.pointee.layout.shape.count &- b.pointee.layout.shape.count
    guard count > 0, columns > 0, lead >= 0, op != .heaviside else { return nil }
    if columns != 1 {
      for dim in 0..<b.pointee.layout.shape.count
      where b.pointee.layout.shape.slots[unchecked: dim] != a.pointee.layout.shape.slots[dim &+ lead] { return nil }
    }
    let dtype = a.pointee.dtype
    guard let loop = wick_binary(op.rawValue, Int32(dtype.rawValue)) else { return nil }
    let size = dtype == .float32 ? 4 : 8
    let outSize = op.answersBool ? 1 : size
    guard let storage = Storage.small(byteCount: count &* outSize) else { return nil }
    var (target, left) = (storage.bytes, a.pointee.bytes(size))
    let right = b.pointee.bytes(size)
    if columns == 1 {
      guard loop(target, outSize, left, size, right, 0, count, nil) == 0 else { return nil }
    } else {
      for _ in 0..<(count / columns) {
        guard loop(target, outSize, left, size, right, size, columns, nil) == 0 else { return nil }
        target += columns &* outSize
        left += columns &* size
      }
    }
    return NDArray(storage: storage, dense: a.pointee.layout, dtype: op.answersBool ? .bool : dtype)
  }

  /// The product of a small matrix and a small matrix or vector; nil means that the general function has to look.
  @inline(__always)
  package static func denseProduct(_ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>) -> NDArray? {
    denseProduct(a, b, plus: nil)?.product
  }

  /// The same, and whether the row was added to each row of it on the way.
  private static func denseProduct(
    _ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>, plus row: UnsafeMutablePointer<CChar>?
  ) -> (product: NDArray, hasRow: Bool)? {
    let dtype = a.pointee.dtype
    let columns = b.pointee.layout.shape.count
    guard dtype == b.pointee.dtype, dtype == .float32 || dtype == .float64, a.pointee.layout.shape.count == 2,
      columns == 1 || columns == 2
    else { return nil }
    let (m, k) = (a.pointee.layout.shape.slots[0], a.pointee.layout.shape.slots[1])
    let n = columns == 2 ? b.pointee.layout.shape.slots[1] : 1
    guard b.pointee.layout.shape.slots[0] == k, m > 0, n > 0, k > 0, m < 64, n < 64, k < 64, m &* n &* k <= 4096 else {
      return nil
    }
    let size = dtype == .float32 ? 4 : 8
    guard let storage = Storage.small(byteCount: m &* n &* size) else { return nil }
    let (ar, ac) = (a.pointee.layout.strides.slots[0], a.pointee.layout.strides.slots[1])
    // A vector's second stride says that it lies as a row would.
    let (br, bc) = (b.pointee.layout.strides.slots[0], columns == 2 ? b.pointee.layout.strides.slots[1] : k &+ 1)
    // The blocked loops are as exact.
    if hasBlockedProduct(dtype, m, k, n) { return nil }
    var hasRow = false
    if isNarrow(dtype, m, n) {
      let status = wick_narrow_product(
        UnsafeMutableRawPointer(storage.bytes).assumingMemoryBound(to: Float.self), n,
        UnsafeRawPointer(a.pointee.bytes(size)).assumingMemoryBound(to: Float.self), ar, ac,
        UnsafeRawPointer(b.pointee.bytes(size)).assumingMemoryBound(to: Float.self), br, bc, m, n, k,
        row.map { UnsafeRawPointer($0).assumingMemoryBound(to: Float.self) }, 0)
      guard status != 0 else { return nil }
      hasRow = status == 2
    } else {
      wick_matmul_plain(
        Int32(dtype.rawValue), storage.bytes, a.pointee.bytes(size), ar, ac, b.pointee.bytes(size), br, bc, m, n, k)
    }
    let layout = Layout(contiguous: columns == 2 ? Dims(m, n) : Dims(m))
    return (NDArray(storage: storage, layout: layout, dtype: dtype), hasRow)
  }

  /// The product of two small matrices plus a row-major bias for each of its rows; nil means that the general function
  /// has to look.
  package static func denseAffine(
    _ bias: UnsafePointer<NDArray>, _ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>
  ) -> NDArray? {
    guard b.pointee.layout.shape.count == 2, bias.pointee.layout.shape.count == 1, bias.pointee.dtype == a.pointee.dtype
    else { return nil }
    let columns = b.pointee.layout.shape.slots[1]
    guard bias.pointee.layout.shape.slots[0] == columns, bias.pointee.layout.strides.slots[0] == 1 || columns == 1,
      let (result, hasRow) = denseProduct(a, b, plus: bias.pointee.bytes(a.pointee.dtype == .float32 ? 4 : 8)), let add = wick_binary(BinaryOp.add.rawValue, Int32(a.pointee.dtype.rawValue))
    else { return nil }
    if hasRow { return result }
    let size = a.pointee.dtype == .float32 ? 4 : 8
    let numbers = bias.pointee.bytes(size)
    var row = result.storage.bytes
    for _ in 0..<result.layout.shape.slots[0] {
      guard add(row, size, row, size, numbers, size, columns, nil) == 0 else { return nil }
      row += columns &* size
    }
    return result
  }

  /// A copy of a small row-major array; nil means that the general function has to look.
  package static func denseCopy(_ a: UnsafePointer<NDArray>) -> NDArray? {
    let count = denseCount(a)
    let size = a.pointee.dtype.size
    guard count > 0, let storage = Storage.small(byteCount: count &* size) else { return nil }
    storage.bytes.update(from: a.pointee.bytes(size), count: count &* size)
    return NDArray(storage: storage, dense: a.pointee.layout, dtype: a.pointee.dtype)
  }

  /// Joins few small row-major arrays of one dtype along a dimension; nil means that the general function has to.
  package static func denseCat(_ count: Int, _ dim: Int, _ array: (Int) -> UnsafePointer<NDArray>) -> NDArray? {
    guard count > 0 else { return nil }
    let first = array(0)
    let (rank, dtype) = (first.pointee.layout.shape.count, first.pointee.dtype)
    let axis = dim < 0 ? dim &+ rank : dim
    guard rank > 0, axis >= 0, axis < rank else { return nil }
    var length = 0
    for position in 0..<count {
      let next = array(position)
      guard next.pointee.dtype == dtype, next.pointee.layout.shape.count == rank, denseCount(next) > 0 else { return nil }
      for other in 0..<rank
      where other != axis && next.pointee.layout.shape.slots[other] != first.pointee.layout.shape.slots[other] { return nil }
      length &+= next.pointee.layout.shape.slots[axis]
    }
    var (outer, inner) = (1, dtype.size)
    for other in 0..<axis { outer &*= first.pointee.layout.shape.slots[other] }
    for other in (axis &+ 1)..<Swift.max(rank, axis &+ 1) { inner &*= first.pointee.layout.shape.slots[other] }
    guard let storage = Storage.small(byteCount: outer &* inner &* length) else { return nil }
    var start = storage.bytes
    for position in 0..<count {
      let next = array(position)
      let chunk = inner &* next.pointee.layout.shape.slots[axis]
      var (source, target) = (next.pointee.bytes(dtype.size), start)
      for _ in 0..<outer {
        target.update(from: source, count: chunk)
        source += chunk
        target += inner &* length
      }
      start += chunk
    }
    var shape = first.pointee.layout.shape
    shape[axis] = length
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Small row-major arrays of one shape and dtype beside each other along a new dimension; nil means that the general
  /// function has to look.
  package static func denseStack(_ count: Int, _ dim: Int, _ array: (Int) -> UnsafePointer<NDArray>) -> NDArray? {
    guard count > 0 else { return nil }
    let first = array(0)
    let (rank, dtype) = (first.pointee.layout.shape.count, first.pointee.dtype)
    let axis = dim < 0 ? dim &+ rank &+ 1 : dim
    guard axis >= 0, axis <= rank, rank < Dims.inlineCapacity else { return nil }
    for position in 0..<count {
      let next = array(position)
      guard next.pointee.dtype == dtype, next.pointee.layout.shape == first.pointee.layout.shape, denseCount(next) > 0
      else { return nil }
    }
    var (outer, inner) = (1, dtype.size)
    for other in 0..<axis { outer &*= first.pointee.layout.shape.slots[other] }
    for other in axis..<Swift.max(rank, axis) { inner &*= first.pointee.layout.shape.slots[other] }
    guard let storage = Storage.small(byteCount: outer &* inner &* count) else { return nil }
    for position in 0..<count {
      var (source, target) = (array(position).pointee.bytes(dtype.size), storage.bytes + position &* inner)
      for _ in 0..<outer {
        target.update(from: source, count: inner)
        source += inner
        target += inner &* count
      }
    }
    var shape = first.pointee.layout.shape
    shape.insert(count, at: axis)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Sums of a small row-major matrix over one dimension, in the order of the general function; nil: that one has to look.
  package static func denseSum(_ a: UnsafePointer<NDArray>, _ dim: Int, keepDim: Bool) -> NDArray? {
    let dtype = a.pointee.dtype
    guard dtype == .float32 || dtype == .float64, a.pointee.layout.shape.count == 2, dim >= -2, dim < 2,
      denseCount(a) > 0
    else { return nil }
    let (rows, columns) = (a.pointee.layout.shape.slots[0], a.pointee.layout.shape.slots[1])
    guard rows > 1, columns > 1 else { return nil }
    let width = dtype.size
    let isRow = dim == 1 || dim == -1
    let kept = isRow ? rows : columns
    guard let storage = Storage.small(byteCount: kept &* width) else { return nil }
    storage.bytes.update(repeating: 0, count: kept &* width)
    wick_sum_block(
      Int32(dtype.rawValue), storage.bytes, width, a.pointee.bytes(width), isRow ? width : columns &* width,
      isRow ? columns &* width : width, isRow ? columns : rows, kept)
    let shape = !keepDim ? Dims(kept) : isRow ? Dims(rows, 1) : Dims(1, columns)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Powers of few floating numbers in a row whose exponent has an operation of its own; nil means that the general
  /// function has to look.
  package static func densePower(_ a: UnsafePointer<NDArray>, _ exponent: Scalar) -> NDArray? {
    switch exponent {
    case .int(2), .double(2): return dense(.square, a)
    case .int(3), .double(3): return dense(.cube, a)
    case .double(0.5): return dense(.sqrt, a)
    default: return nil
    }
  }

  /// The softmax along the rows of a small row-major array, or its logarithm; nil means that the general function has to
  /// look.
  package static func denseSoftmax(_ a: UnsafePointer<NDArray>, _ dim: Int, isLog: Bool) -> NDArray? {
    let dtype = a.pointee.dtype
    let (count, rank) = (denseCount(a), a.pointee.layout.shape.count)
    guard count > 0, rank > 0, dim == rank &- 1 || dim == -1, dtype == .float32 || dtype == .float64,
      let storage = Storage.small(byteCount: count &* dtype.size)
    else { return nil }
    let columns = a.pointee.layout.shape.slots[rank &- 1]
    let stride = columns &* dtype.size
    var (target, source) = (storage.bytes, a.pointee.bytes(dtype.size))
    for _ in 0..<(count / columns) {
      wick_softmax_row(Int32(dtype.rawValue), isLog ? 1 : 0, target, source, columns)
      target += stride
      source += stride
    }
    return NDArray(storage: storage, dense: a.pointee.layout, dtype: dtype)
  }

  /// The sum of few elements in a row, or their mean; nil means that the general function has to look.
  package static func denseTotal(_ a: UnsafePointer<NDArray>, isMean: Bool) -> NDArray? {
    let dtype = a.pointee.dtype
    let count = denseCount(a)
    guard count > 0, dtype == .float32 || dtype == .float64, let storage = Storage.small(byteCount: dtype.size) else {
      return nil
    }
    let width = dtype.size
    storage.pointer.storeBytes(of: 0, as: UInt64.self)
    wick_sum_block(Int32(dtype.rawValue), storage.bytes, 0, a.pointee.bytes(width), width, 0, count, 1)
    if isMean, dtype == .float32 {
      storage.pointer.storeBytes(of: storage.pointer.load(as: Float.self) / Float(count), as: Float.self)
    } else if isMean {
      storage.pointer.storeBytes(of: storage.pointer.load(as: Double.self) / Double(count), as: Double.self)
    }
    return NDArray(storage: storage, layout: Layout(contiguous: Dims()), dtype: dtype)
  }

  /// Places of the extrema of the rows of a small row-major matrix; nil: the general function has to look.
  package static func densePlaces(_ a: UnsafePointer<NDArray>, _ dim: Int, keepDim: Bool, isMax: Bool) -> NDArray? {
    let dtype = a.pointee.dtype
    guard dtype == .float32 || dtype == .float64, a.pointee.layout.shape.count == 2, dim == 1 || dim == -1,
      denseCount(a) > 0, let row = wick_reducer(Int32(isMax ? WICK_R_MAX : WICK_R_MIN), Int32(dtype.rawValue))
    else { return nil }
    let (rows, columns) = (a.pointee.layout.shape.slots[0], a.pointee.layout.shape.slots[1])
    guard let storage = Storage.small(byteCount: rows &* 8) else { return nil }
    let width = dtype.size
    let places = storage.pointer.assumingMemoryBound(to: Int64.self)
    var extremum: UInt64 = 0
    withUnsafeMutableBytes(of: &extremum) { bytes in
      guard let space = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
      for index in 0..<rows {
        row(a.pointee.bytes(width) + index &* columns &* width, width, columns, space, places + index)
      }
    }
    let shape = keepDim ? Dims(rows, 1) : Dims(rows)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: .int64)
  }

  /// Largest or smallest of few elements in a row; nil means that the general function has to look.
  package static func denseExtremum(_ a: UnsafePointer<NDArray>, isMax: Bool) -> NDArray? {
    let dtype = a.pointee.dtype
    let count = denseCount(a)
    guard count > 0, dtype == .float32 || dtype == .float64,
      let row = wick_reducer(Int32(isMax ? WICK_R_MAX : WICK_R_MIN), Int32(dtype.rawValue)),
      let storage = Storage.small(byteCount: dtype.size)
    else { return nil }
    row(a.pointee.bytes(dtype.size), dtype.size, count, storage.bytes, nil)
    return NDArray(storage: storage, layout: Layout(contiguous: Dims()), dtype: dtype)
  }

  /// Applies an operation to every element and one number.
  package static func dense(_ op: BinaryOp, _ a: UnsafePointer<NDArray>, _ b: Scalar) -> NDArray? {
    let dtype = a.pointee.dtype
    guard dtype == .float32 || dtype == .float64 else { return nil }
    let number: Double
    switch b {
    case .double(let value): number = value
    case .int(let value): number = Double(value)
    case .bool, .complex: return nil
    }
    let count = denseCount(a)
    guard count >= 0, let loop = wick_binary(op.rawValue, Int32(dtype.rawValue)) else { return nil }
    let outType = op.answersBool ? .bool : dtype
    let (size, outSize) = (dtype == .float32 ? 4 : 8, op.answersBool ? 1 : dtype == .float32 ? 4 : 8)
    guard let storage = Storage.small(byteCount: count &* outSize) else { return nil }
    // A float32 in the first bytes, or a float64.
    var element = dtype == .float32 ? UInt64(Float(number).bitPattern) : number.bitPattern
    let status = withUnsafeMutableBytes(of: &element) { bytes -> Int32 in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) else { return 1 }
      return loop(storage.bytes, outSize, a.pointee.bytes(size), size, base, 0, count, nil)
    }
    return status == 0 ? NDArray(storage: storage, dense: a.pointee.layout, dtype: outType) : nil
  }

  /// Applies an operation to every element.
  package static func dense(_ op: UnaryOp, _ a: UnsafePointer<NDArray>) -> NDArray? {
    let dtype = a.pointee.dtype
    guard dtype == .float32 || dtype == .float64, op != .conj else { return nil }
    let count = denseCount(a)
    guard count >= 0, let loop = wick_unary(op.rawValue, Int32(dtype.rawValue)) else { return nil }
    let outType = op.answersBool ? .bool : dtype
    let (size, outSize) = (dtype == .float32 ? 4 : 8, op.answersBool ? 1 : dtype == .float32 ? 4 : 8)
    guard let storage = Storage.small(byteCount: count &* outSize) else { return nil }
    let status = loop(storage.bytes, outSize, a.pointee.bytes(size), size, count, nil)
    return status == 0 ? NDArray(storage: storage, dense: a.pointee.layout, dtype: outType) : nil
  }

  /// Number of elements of a row-major array that is small enough, else -1.
  @inline(__always)
  private static func denseCount(_ a: UnsafePointer<NDArray>) -> Int {
    let rank = a.pointee.layout.shape.count
    guard rank <= Dims.inlineCapacity else { return -1 }
    var count = 1
    var dim = rank &- 1
    while dim >= 0 {
      if a.pointee.layout.strides.slots[unchecked: dim] != count { return -1 }
      count &*= a.pointee.layout.shape.slots[unchecked: dim]
      dim &-= 1
    }
    return count <= 256 ? count : -1
  }

  /// Number of elements of two row-major arrays of one shape that are small enough, else -1.
  @inline(__always)
  private static func denseCount(_ a: UnsafePointer<NDArray>, _ b: UnsafePointer<NDArray>) -> Int {
    let rank = a.pointee.layout.shape.count
    guard rank == b.pointee.layout.shape.count, rank <= Dims.inlineCapacity else { return -1 }
    var count = 1
    var dim = rank &- 1
    while dim >= 0 {
      let size = a.pointee.layout.shape.slots[unchecked: dim]
      if size != b.pointee.layout.shape.slots[unchecked: dim] || a.pointee.layout.strides.slots[unchecked: dim] != count
        || b.pointee.layout.strides.slots[unchecked: dim] != count
      {
        return -1
      }
      count &*= size
      dim &-= 1
    }
    return count <= 256 ? count : -1
  }

  /// Address of the first element for a C loop.
  @inline(__always)
  private func bytes(_ size: Int) -> UnsafeMutablePointer<CChar> {
    storage.bytes + layout.offset &* size
  }

  /// Makes an array of a row-major layout at the start of its storage.
  @inline(__always)
  private init(storage: Storage, dense layout: Layout, dtype: DType) {
    self.init(storage: storage, layout: layout, dtype: dtype)
    self.layout.offset = 0
  }
}
