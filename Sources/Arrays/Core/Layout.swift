/// How the elements of an array lie in its storage: shape, strides and offset, counted in elements.
package struct Layout: Equatable {
  // The offset comes first: what is shorter than a word at the end of `shape` and `strides` then leaves room for the dtype.
  package var offset: Int
  package var shape: Dims
  package var strides: Dims

  package init(shape: Dims, strides: Dims, offset: Int = 0) {
    self.shape = shape
    self.strides = strides
    self.offset = offset
  }

  /// Makes the row-major layout of a shape.
  package init(contiguous shape: Dims) {
    self.shape = shape
    strides = Layout.contiguousStrides(shape)
    offset = 0
  }

  /// Number of dimensions.
  package var rank: Int { shape.count }

  /// Number of elements; layouts are only built from shapes whose product was checked.
  package var count: Int {
    var result = 1
    var index = 0
    if shape.count <= Dims.inlineCapacity {
      while index < shape.count {
        result &*= shape.slots[unchecked: index]
        index &+= 1
      }
      return result
    }
    while index < shape.count {
      result &*= shape[index]
      index &+= 1
    }
    return result
  }

  /// Throws when the number of elements of a view does not fit an integer.
  func checkCount() throws(ArrayError) {
    guard shape.product != nil else { throw .runtime("numel: integer multiplication overflow") }
  }

  /// Row-major strides; an empty dimension counts as one, as torch does.
  package static func contiguousStrides(_ shape: Dims) -> Dims {
    var strides = shape
    var step = 1
    var index = shape.count - 1
    if shape.count <= Dims.inlineCapacity {
      while index >= 0 {
        strides.slots[unchecked: index] = step
        step &*= Swift.max(shape.slots[unchecked: index], 1)
        index &-= 1
      }
      return strides
    }
    while index >= 0 {
      strides[index] = step
      step &*= Swift.max(shape[index], 1)
      index -= 1
    }
    return strides
  }

  /// Exchanges two dimensions.
  package mutating func swapDims(_ a: Int, _ b: Int) {
    let (size, stride) = (shape[a], strides[a])
    shape[a] = shape[b]
    shape[b] = size
    strides[a] = strides[b]
    strides[b] = stride
  }

  /// Takes one index of a dimension and drops the dimension; both must exist.
  package mutating func select(_ dim: Int, _ index: Int) {
    offset &+= index &* strides[dim]
    shape.remove(at: dim)
    strides.remove(at: dim)
  }

  /// Whether the elements lie one after the other in row-major order.
  package var isContiguous: Bool {
    if shape.count > Dims.inlineCapacity { return isLongContiguous }
    var step = 1
    var index = shape.count &- 1
    while index >= 0 {
      let size = shape.slots[unchecked: index]
      if size != 1 {
        if size == 0 { return true }
        if strides.slots[unchecked: index] != step { return count == 0 }
        step &*= size
      }
      index &-= 1
    }
    return true
  }

  @inline(never)
  private var isLongContiguous: Bool {
    var step = 1
    var index = shape.count - 1
    while index >= 0 {
      let size = shape[index]
      if size == 0 { return true }
      if size != 1 {
        if strides[index] != step { return count == 0 }
        step &*= size
      }
      index -= 1
    }
    return true
  }

  /// Whether the elements fill one block of storage without gaps or overlap, in some order of the dimensions.
  package var isNonOverlappingAndDense: Bool {
    if isContiguous { return true }
    var order = Array(0..<rank)
    order.sort { left, right in
      if shape[left] < 2 { return false }
      if shape[right] < 2 { return true }
      return strides[left] < strides[right]
    }
    var step = 1
    for dim in order {
      let size = shape[dim]
      if size < 2 { return true }
      if strides[dim] != step { return false }
      step &*= size
    }
    return true
  }

  /// Whether two indices may name one element, as after `expand`.
  package var hasInternalOverlap: Bool {
    for dim in 0..<rank where shape[dim] > 1 && strides[dim] == 0 { return true }
    return false
  }

  /// Lowest and highest element positions touched, or nil for an empty array.
  package var extent: (low: Int, high: Int)? {
    var low = offset
    var high = offset
    for dim in 0..<rank {
      let size = shape[dim]
      if size == 0 { return nil }
      let reach = (size - 1) &* strides[dim]
      if reach < 0 { low &+= reach } else { high &+= reach }
    }
    return (low, high)
  }

  /// Turns a possibly negative dimension into an index; a 0-dim array accepts -1 and 0.
  package static func normalize(dim: Int, rank: Int) throws(ArrayError) -> Int {
    let bound = Swift.max(rank, 1)
    guard dim >= -bound, dim < bound else {
      throw .index(
        "Dimension out of range (expected to be in range of [\(-bound), \(bound - 1)], but got \(dim))")
    }
    return dim < 0 ? dim + bound : dim
  }
}
