/// In which order the dimensions of an image lie in memory: torch's memory formats.
package enum MemoryFormat: String, Sendable {
  case contiguous = "torch.contiguous_format"
  case preserve = "torch.preserve_format"
  case channelsLast = "torch.channels_last"
  case channelsLast3D = "torch.channels_last_3d"

  /// The rank of what has its channels last in this format; nil: any.
  package var rank: Int? {
    switch self {
    case .contiguous, .preserve: nil
    case .channelsLast: 4
    case .channelsLast3D: 5
    }
  }

  /// The format with channels last for a rank; nil: there is none.
  package static func channelsLast(rank: Int) -> MemoryFormat? {
    rank == 4 ? .channelsLast : rank == 5 ? .channelsLast3D : nil
  }

  /// Dimensions of images from the innermost: channels, then columns, rows and so on, then the batch.
  static func channelsFirstOrder(_ rank: Int) -> [Int] { [1] + (2..<rank).reversed() + [0] }

  /// Strides of images whose channels lie last.
  package static func channelsLastStrides(_ shape: Dims) -> Dims {
    var (strides, step) = (Dims(repeating: 1, count: shape.count), 1)
    for dim in channelsFirstOrder(shape.count) {
      strides[dim] = step
      step &*= Swift.max(shape[dim], 1)
    }
    return strides
  }
}

extension NDArray {
  private func checkRank(_ format: MemoryFormat) throws(ArrayError) {
    guard let wanted = format.rank, rank != wanted else { return }
    throw .runtime("required rank \(wanted) tensor to use \(format.rawValue.dropFirst(6)) format")
  }

  /// Whether the elements lie in order in a format.
  package func isContiguous(_ format: MemoryFormat) -> Bool {
    guard let wanted = format.rank else { return isContiguous }
    guard rank == wanted else { return false }
    var step = 1
    for dim in MemoryFormat.channelsFirstOrder(rank) where shape[dim] != 1 {
      if strides[dim] != step { return false }
      step &*= shape[dim]
    }
    return true
  }

  /// Whether the strides say that the channels lie last; where sizes of one leave that open, they do not.
  package var suggestsChannelsLast: Bool {
    guard rank == 4 || rank == 5, strides[1] != 0 else { return false }
    var least = 0
    for dim in MemoryFormat.channelsFirstOrder(rank) {
      if shape[dim] == 0 || strides[dim] < least { return false }
      if dim == 0, least == strides[1] { return false }
      least = strides[dim]
      if shape[dim] > 1 { least &*= shape[dim] }
    }
    return true
  }

  /// A new array without contents whose elements lie in a format; `preserve` is that of this array.
  package static func empty(_ shape: Dims, _ dtype: DType, _ format: MemoryFormat) throws(ArrayError) -> NDArray {
    var result = try NDArray.empty(shape, dtype)
    guard format.rank != nil else { return result }
    try result.checkRank(format)
    result.layout.strides = MemoryFormat.channelsLastStrides(shape)
    return result
  }

  /// A copy whose elements lie in a format.
  package func arranged(_ format: MemoryFormat) throws(ArrayError) -> NDArray {
    if format == .preserve { return try clone() }
    try checkRank(format)
    let result = try NDArray.empty(shape, dtype, format)
    try result.assign(self)
    return result
  }

  /// The strides `like` would get: its own where they are dense, a format's where one is asked for.
  package func restrided(like x: NDArray, _ format: MemoryFormat?) throws(ArrayError) -> NDArray {
    var made = self
    switch format {
    case nil, .preserve?:
      if x.isContiguous || !x.layout.isNonOverlappingAndDense { return self }
      made.layout.strides = x.strides
    case .contiguous?: return self
    case .channelsLast?, .channelsLast3D?:
      guard let format else { return self }
      try checkRank(format)
      made.layout.strides = MemoryFormat.channelsLastStrides(shape)
    }
    return made
  }
}
