/// One number of Python: the second operand of `x + 2`, a fill value, the result of `item()`.
public enum Scalar: Sendable, Equatable {
  case bool(Bool)
  case int(Int)
  case double(Double)
  case complex(Double, Double)

  /// Category of the number in promotion.
  public var category: DType.Category {
    switch self {
    case .bool: .bool
    case .int: .integral
    case .double: .floating
    case .complex: .complex
    }
  }

  /// Real part as a double.
  public var doubleValue: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .double(let value): value
    case .complex(let real, _): real
    }
  }

  /// Imaginary part; zero for real numbers.
  public var imaginaryValue: Double {
    if case .complex(_, let imaginary) = self { return imaginary }
    return 0
  }

  /// Value cut to an integer as C++ casts do on x86: out of range becomes the smallest integer.
  public var intValue: Int {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    case .double(let value): Int(truncatingDouble: value)
    case .complex(let real, _): Int(truncatingDouble: real)
    }
  }

  /// Whether the number is not zero.
  public var boolValue: Bool {
    switch self {
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .complex(let real, let imaginary): real != 0 || imaginary != 0
    }
  }
}

extension Scalar: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral {
  /// Makes an integer.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// Makes a floating point number.
  public init(floatLiteral value: Double) { self = .double(value) }
  /// Makes a truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Int {
  /// Cuts a double as the x86 instruction does: NaN and values out of range become `Int.min`.
  package init(truncatingDouble value: Double) {
    guard value > -9.3e18, value < 9.223372036854775e18 else {
      self = Int.min
      return
    }
    self = Int(exactly: value.rounded(.towardZero)) ?? Int.min
  }
}

extension Scalar {
  /// Throws torch's error when the number does not fit a dtype, as `fill_` and constructors check.
  package func checkFits(_ dtype: DType) throws(ArrayError) {
    let fits: Bool
    switch (self, dtype) {
    case (.bool, _): return
    case (.complex(_, let imaginary), _) where imaginary != 0 && !dtype.isComplex && dtype != .bool: fits = false
    case (.int(let value), .uint8): fits = value >= -255 && value <= 255
    case (.int(let value), .int8): fits = Int8(exactly: value) != nil
    case (.int(let value), .int16): fits = Int16(exactly: value) != nil
    case (.int(let value), .int32): fits = Int32(exactly: value) != nil
    case (.int(let value), .uint16): fits = value >= -65535 && value <= 65535
    case (.int(let value), .uint32): fits = value >= -4_294_967_295 && value <= 4_294_967_295
    case (_, .uint16): fits = doubleValue >= 0 && doubleValue <= 65535
    case (_, .uint32): fits = doubleValue >= 0 && doubleValue <= 4_294_967_295
    case (_, .uint8): fits = doubleValue >= 0 && doubleValue <= 255
    case (_, .int8): fits = doubleValue >= -128 && doubleValue <= 127
    case (_, .int16): fits = doubleValue >= -32768 && doubleValue <= 32767
    case (_, .int32): fits = doubleValue >= -2147483648 && doubleValue <= 2147483647
    case (.double, .int64): fits = doubleValue >= -9223372036854775808 && doubleValue < 9223372036854775808
    case (_, .float16): fits = Scalar.isNarrow(doubleValue, 65504)
    case (_, .float32), (_, .complex64):
      fits =
        Scalar.isNarrow(doubleValue, Double(Float.greatestFiniteMagnitude))
        && Scalar.isNarrow(imaginaryValue, Double(Float.greatestFiniteMagnitude))
    default: return
    }
    if fits { return }
    let name: String
    switch dtype {
    case .uint8, .int8, .int16: name = "\(dtype.name)_t"
    case .int64: name = "int64_t"
    default: name = dtype.cppName
    }
    throw .runtime("value cannot be converted to type \(name) without overflow")
  }

  private static func isNarrow(_ value: Double, _ bound: Double) -> Bool {
    !value.isFinite || abs(value) <= bound
  }
}
