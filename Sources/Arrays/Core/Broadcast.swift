/// Broadcasting: shapes are compared from the last dimension, a size of one stretches.
extension Dims {
  /// Shape two shapes stretch to, with torch's text when they do not match.
  package static func broadcast(_ a: Dims, _ b: Dims) throws(ArrayError) -> Dims {
    if a == b { return a }
    let rank = Swift.max(a.count, b.count)
    var result = Dims(repeating: 1, count: rank)
    for dim in (0..<rank).reversed() {
      let aIndex = dim - (rank - a.count)
      let bIndex = dim - (rank - b.count)
      let aSize = aIndex < 0 ? 1 : a[aIndex]
      let bSize = bIndex < 0 ? 1 : b[bIndex]
      guard aSize == bSize || aSize == 1 || bSize == 1 else {
        throw .runtime(
          "The size of tensor a (\(aSize)) must match the size of tensor b (\(bSize)) at non-singleton dimension \(dim)"
        )
      }
      result[dim] = aSize == 1 ? bSize : aSize
    }
    return result
  }
}

extension Layout {
  /// Strides that show this layout as `shape`: stretched dimensions get stride zero; sizes must already match.
  func broadcastStrides(to shape: Dims) -> Dims {
    let lead = shape.count - rank
    var result = Dims(repeating: 0, count: shape.count)
    for dim in Swift.max(0, -lead)..<rank where self.shape[dim] != 1 {
      result[dim + lead] = strides[dim]
    }
    return result
  }
}

extension NDArray {
  /// View of the array stretched to a shape, without the checks of `expand`.
  func stretched(to shape: Dims) -> NDArray {
    if layout.shape == shape { return self }
    return view(Layout(shape: shape, strides: layout.broadcastStrides(to: shape), offset: layout.offset))
  }

  /// Sums a gradient back to the shape its array had before broadcasting.
  package func summed(to shape: Dims) throws(ArrayError) -> NDArray {
    if layout.shape == shape { return self }
    let lead = rank - shape.count
    var dims = Dims()
    for dim in 0..<rank where dim < lead || (shape[dim - lead] == 1 && layout.shape[dim] != 1) {
      dims.append(dim)
    }
    let reduced = dims.isEmpty ? self : try sum(dims, keepDim: true)
    return try reduced.reshape(shape)
  }
}
