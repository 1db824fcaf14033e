/// Type promotion as torch's `result_type`: the highest category wins, and inside it arrays beat 0-dim arrays, which
/// beat Python numbers.
package enum Promotion {
  /// Dtype both operands convert to, when both are arrays of at least one dimension.
  package static func promote(_ a: DType, _ b: DType) throws(ArrayError) -> DType {
    if a == b { return a }
    if a.isRareInteger && !b.isFloatingPoint || b.isRareInteger && !a.isFloatingPoint {
      throw .runtime(
        "Promotion for uint16, uint32, uint64 types is not supported, attempted to promote \(a.scalarTypeName) and "
          + b.scalarTypeName)
    }
    if let rare = promoteRare(a, b) ?? promoteRare(b, a) { return rare }
    let low = a.rawValue < b.rawValue ? a : b
    let high = a.rawValue < b.rawValue ? b : a
    switch (low, high) {
    case (.uint8, .int8): return .int16
    case (.float16, .bfloat16): return .float32
    case (.float64, .complex64): return .complex128
    default: return high
    }
  }

  /// The same where one is an unsigned integer of 16 bits or more, or a complex number of halves.
  private static func promoteRare(_ a: DType, _ b: DType) -> DType? {
    switch (a, b) {
    case (.complex32, .float16), (.complex32, _) where b.isIntegral: return .complex32
    case (.complex32, .float64): return .complex128
    case (.complex32, .bfloat16), (.complex32, .float32): return .complex64
    case (.complex32, .complex64), (.complex32, .complex128): return b
    case (_, _) where a.isRareInteger && b.category > .integral: return b
    default: return nil
    }
  }

  /// Dtype a Python number has by itself: bool, int64, the default float, its complex.
  package static func dtype(of category: DType.Category) -> DType {
    switch category {
    case .bool: .bool
    case .integral: .int64
    case .floating: Settings.defaultDType
    case .complex: Settings.defaultDType == .float16 ? .complex32 : Settings.defaultDType.complexType
    }
  }

  /// Result type of two arrays; 0-dim arrays only count inside their category.
  package static func resultType(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> DType {
    if a.dtype == b.dtype { return a.dtype }
    var state = Operands()
    try state.add(a)
    try state.add(b)
    return try state.result
  }

  /// Result type of an array and a Python number.
  package static func resultType(_ a: NDArray, _ b: Scalar) -> DType {
    let category = b.category
    if category <= a.dtype.category { return a.dtype }
    return combine(category, a.dtype)
  }

  private static func combine(_ category: DType.Category, _ dtype: DType) -> DType {
    // A complex number beside a double array gives complex128, beside float32 or integers the default complex.
    let scalarType = Promotion.dtype(of: category)
    return category == .complex && dtype.isFloatingPoint ? complexResult(dtype) : scalarType
  }

  /// Dtype of real numbers combined with a complex number or a 0-dim array of them.
  private static func complexResult(_ dtype: DType) -> DType { dtype == .float16 ? .complex32 : dtype.complexType }

  /// Collects the operands of one operation.
  package struct Operands {
    private var dimensioned: DType?
    private var zeroDim: DType?
    private var number: DType?

    package init() {}

    package mutating func add(_ array: NDArray) throws(ArrayError) {
      if array.rank == 0 {
        zeroDim = if let zeroDim { try promote(zeroDim, array.dtype) } else { array.dtype }
      } else {
        dimensioned = if let dimensioned { try promote(dimensioned, array.dtype) } else { array.dtype }
      }
    }

    package mutating func add(_ scalar: Scalar) {
      let dtype = Promotion.dtype(of: scalar.category)
      number = number.map { Swift.max($0.category, dtype.category) == dtype.category ? dtype : $0 } ?? dtype
    }

    package var result: DType {
      get throws(ArrayError) { try combine(dimensioned, combine(zeroDim, number)) ?? .float32 }
    }

    private func combine(_ higher: DType?, _ lower: DType?) throws(ArrayError) -> DType? {
      guard let higher else { return lower }
      guard let lower else { return higher }
      if lower.category <= higher.category { return higher }
      // The precision of a complex result is that of the array, not of the number.
      if lower.isComplex, higher.isFloatingPoint { return complexResult(higher) }
      // Truth values do not meet the unsigned integers that torch promotes to nothing.
      return lower.isRareInteger ? try promote(higher, lower) : lower
    }
  }

  /// Whether a result of one dtype may be stored into an array of another by an in-place operation.
  package static func canCast(from: DType, to: DType) -> Bool {
    if from.isComplex && !to.isComplex { return false }
    if from.isFloatingPoint && to.isIntegral { return false }
    if from != .bool && to == .bool { return false }
    return true
  }

  /// Throws torch's error when an in-place result cannot be stored.
  package static func checkCast(from: DType, to: DType) throws(ArrayError) {
    guard canCast(from: from, to: to) else {
      throw .runtime(
        "result type \(from.scalarTypeName) can't be cast to the desired output type \(to.scalarTypeName)")
    }
  }
}
