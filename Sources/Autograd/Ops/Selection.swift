import Arrays

/// Sorting, ranking and extrema with their places. The gradient of a selected value goes to where it was taken from.

/// Values and the places they were taken from.
public typealias Selected = (values: Tensor, indices: Tensor)

private func recordSelection(
  _ name: StaticString, _ x: Tensor, _ dim: Int, _ keepDim: Bool, _ found: (values: NDArray, indices: NDArray),
  adding: Bool = false
) throws(TorchError) -> Selected {
  let places = Tensor(found.indices)
  let shape = x.array.shape
  // Of running extrema without elements torch hands the input back as its own gradient.
  let empty = adding && x.count == 0 ? x : nil
  let values = record(name, x, found.values) { (_, g) throws(TorchError) in
    if let empty { return empty }
    if shape.count == 0 { return g }
    let whole = try zeros(shape, g.dtype)
    let hasDim = keepDim || g.dim == shape.count
    let gradient = hasDim ? g : try unsqueeze(g, dim)
    let index = hasDim ? places : try unsqueeze(places, dim)
    return adding ? try scatterAdd(whole, dim, index, gradient) : try scatter(whole, dim, index, gradient)
  }
  return (values, places)
}

/// Takes the largest elements along a dimension, the first among equals.
public func max(_ x: Tensor, dim: Int, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection("MaxBackward0", x, dim, keepDim, x.array.max(dim, keepDim: keepDim))
}

/// Takes the smallest elements along a dimension, the first among equals.
public func min(_ x: Tensor, dim: Int, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection("MinBackward0", x, dim, keepDim, x.array.min(dim, keepDim: keepDim))
}

/// Takes the larger of two elements.
public func max(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { try maximum(x, y) }

/// Takes the smaller of two elements.
public func min(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { try minimum(x, y) }

/// Takes the lower median along a dimension.
public func median(_ x: Tensor, dim: Int, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection("MedianBackward1", x, dim, keepDim, x.array.median(dim, keepDim: keepDim))
}

/// Takes the lower median of all elements.
public func median(_ x: Tensor) throws(TorchError) -> Tensor {
  record("MedianBackward0", x, try x.array.median(), saving: [.x, .result]) { (n, g) throws(TorchError) in
    try shareAmong(isChosen(n.x, n.result), g)
  }
}

/// Takes the lower median along a dimension, ignoring NaN.
public func nanmedian(_ x: Tensor, dim: Int, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection(
    "NanmedianBackward1", x, dim, keepDim, x.array.median(dim, keepDim: keepDim, ignoreNaN: true))
}

/// Takes the lower median of all elements, ignoring NaN.
public func nanmedian(_ x: Tensor) throws(TorchError) -> Tensor {
  record("NanmedianBackward0", x, try x.array.median(ignoreNaN: true), saving: [.x, .result]) {
    (n, g) throws(TorchError) in
    try shareAmong(isChosen(n.x, n.result), g)
  }
}

/// Takes the most frequent element along a dimension.
public func mode(_ x: Tensor, dim: Int = -1, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection("ModeBackward0", x, dim, keepDim, x.array.mode(dim, keepDim: keepDim))
}

/// Takes the k-th smallest element along a dimension.
public func kthvalue(_ x: Tensor, _ k: Int, dim: Int = -1, keepDim: Bool = false) throws(TorchError) -> Selected {
  try recordSelection("KthvalueBackward0", x, dim, keepDim, x.array.kthvalue(k, dim, keepDim: keepDim))
}

/// Takes the k largest or smallest elements along a dimension.
public func topk(
  _ x: Tensor, _ k: Int, dim: Int = -1, largest: Bool = true, sorted: Bool = true
) throws(TorchError) -> Selected {
  try recordSelection("TopkBackward0", x, dim, true, x.array.topk(k, dim, largest: largest, sorted: sorted))
}

/// Sorts along a dimension.
public func sort(
  _ x: Tensor, dim: Int = -1, descending: Bool = false, stable: Bool = false
) throws(TorchError) -> Selected {
  try recordSelection("SortBackward0", x, dim, true, x.array.sort(dim, descending: descending, stable: stable))
}

/// Finds the order that sorts a dimension.
public func argsort(
  _ x: Tensor, dim: Int = -1, descending: Bool = false, stable: Bool = false
) throws(TorchError) -> Tensor {
  Tensor(try x.array.argsort(dim, descending: descending, stable: stable))
}

/// Takes running maxima along a dimension.
public func cummax(_ x: Tensor, _ dim: Int) throws(TorchError) -> Selected {
  try recordSelection("CummaxBackward0", x, dim, true, x.array.cummax(dim), adding: true)
}

/// Takes running minima along a dimension.
public func cummin(_ x: Tensor, _ dim: Int) throws(TorchError) -> Selected {
  try recordSelection("CumminBackward0", x, dim, true, x.array.cummin(dim), adding: true)
}

/// Takes smallest and largest elements at once, of all or along a dimension.
public func aminmax(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) throws(TorchError) -> (min: Tensor, max: Tensor) {
  if x.dtype.isComplex { throw .unsupported(dim == nil ? "aminmax_all_cpu" : "aminmax_cpu", x.dtype) }
  if let dim, x.dim > 0 {
    let position = try x.array.normalize(dim: dim)
    guard x.array.shape[position] > 0 else {
      throw .index("aminmax: Expected reduction dim \(position) to have non-zero size.")
    }
  } else if dim == nil, x.count == 0 {
    throw .runtime("aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.")
  }
  let dims = dim.map { [$0] } ?? []
  return (
    titled("AminmaxBackward0", try amin(x, dims: dims, keepDim: keepDim)),
    titled("AminmaxBackward0", try amax(x, dims: dims, keepDim: keepDim))
  )
}
