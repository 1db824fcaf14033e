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
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
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
