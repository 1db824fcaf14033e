/// Element type of an array, one of torch's dtypes.
///
/// The raw value is the row index of the tables of C loops in `ArrayKernels`; the two must agree.
public enum DType: UInt8, CaseIterable, Sendable, Hashable {
  case bool, uint8, int8, int16, int32, int64
  case float16, bfloat16, float32, float64
  case complex64, complex128
  // What torch stores and compares, and computes little with.
  case uint16, uint32, uint64, complex32

  /// Group that decides promotion between scalars, 0-dim arrays and arrays: a later category wins.
  public enum Category: UInt8, Comparable, Sendable {
    case bool, integral, floating, complex

    /// Whether the left category loses against the right one.
    public static func < (lhs: Category, rhs: Category) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Size of one element in bytes.
  public var size: Int {
    switch self {
    case .bool, .uint8, .int8: 1
    case .int16, .float16, .bfloat16, .uint16: 2
    case .int32, .float32, .uint32, .complex32: 4
    case .int64, .float64, .complex64, .uint64: 8
    case .complex128: 16
    }
  }

  /// Name without the module, as in `torch.float32`.
  public var name: String {
    switch self {
    case .bool: "bool"
    case .uint8: "uint8"
    case .int8: "int8"
    case .int16: "int16"
    case .int32: "int32"
    case .int64: "int64"
    case .float16: "float16"
    case .bfloat16: "bfloat16"
    case .float32: "float32"
    case .float64: "float64"
    case .complex64: "complex64"
    case .complex128: "complex128"
    case .uint16: "uint16"
    case .uint32: "uint32"
    case .uint64: "uint64"
    case .complex32: "complex32"
    }
  }

  /// Name torch uses inside error messages, as in "expected scalar type Float".
  public var scalarTypeName: String {
    switch self {
    case .bool: "Bool"
    case .uint8: "Byte"
    case .int8: "Char"
    case .int16: "Short"
    case .int32: "Int"
    case .int64: "Long"
    case .float16: "Half"
    case .bfloat16: "BFloat16"
    case .float32: "Float"
    case .float64: "Double"
    case .complex64: "ComplexFloat"
    case .complex128: "ComplexDouble"
    case .uint16: "UInt16"
    case .uint32: "UInt32"
    case .uint64: "UInt64"
    case .complex32: "ComplexHalf"
    }
  }

  /// C++ name torch uses in some messages, as in "float != double".
  public var cppName: String {
    switch self {
    case .bool: "bool"
    case .uint8: "unsigned char"
    case .int8: "signed char"
    case .int16: "short int"
    case .int32: "int"
    case .int64: "long int"
    case .float16: "c10::Half"
    case .bfloat16: "c10::BFloat16"
    case .float32: "float"
    case .float64: "double"
    case .complex64: "c10::complex<float>"
    case .complex128: "c10::complex<double>"
    case .uint16: "short unsigned int"
    case .uint32: "unsigned int"
    case .uint64: "long unsigned int"
    case .complex32: "c10::complex<c10::Half>"
    }
  }

  /// What messages call the class of a tensor, as in "but got torch.FloatTensor instead".
  public var backendTypeName: String {
    self == .bool || isComplex ? "CPU\(scalarTypeName)Type" : "torch.\(scalarTypeName)Tensor"
  }

  /// Category of this dtype in promotion.
  public var category: Category {
    switch self {
    case .bool: .bool
    case .uint8, .int8, .int16, .int32, .int64, .uint16, .uint32, .uint64: .integral
    case .float16, .bfloat16, .float32, .float64: .floating
    case .complex64, .complex128, .complex32: .complex
    }
  }

  /// Whether elements are real floating point numbers.
  public var isFloatingPoint: Bool { category == .floating }
  /// Whether elements are complex numbers.
  public var isComplex: Bool { category == .complex }
  /// Whether elements are integers; `bool` does not count.
  public var isInteger: Bool { category == .integral }
  /// Whether elements are integers or booleans.
  public var isIntegral: Bool { category <= .integral }
  /// Whether elements are floating point or complex, so that gradients can flow.
  public var isDifferentiable: Bool { category >= .floating }
  /// Whether elements can be negative.
  public var isSigned: Bool { self != .bool && self != .uint8 && !isRareInteger }
  /// Whether elements are unsigned integers that few operations know.
  public var isRareInteger: Bool { self == .uint16 || self == .uint32 || self == .uint64 }
  /// Whether matrices of it cannot be multiplied.
  public var lacksProducts: Bool { self == .bool || self == .complex32 || isRareInteger }
  /// Whether elements are stored in 16 bits and computed in float32.
  public var isReducedFloat: Bool { self == .float16 || self == .bfloat16 }

  /// Real dtype of the parts of a complex dtype; other dtypes stay.
  public var realType: DType {
    switch self {
    case .complex64: .float32
    case .complex32: .float16
    case .complex128: .float64
    default: self
    }
  }

  /// Complex dtype with parts of this dtype.
  public var complexType: DType {
    switch self {
    case .float64, .complex128: .complex128
    case .complex32: .complex32
    default: .complex64
    }
  }

  /// Finds a dtype by its torch name, aliases such as "long" included.
  public init?(name: String) {
    switch name {
    case "float": self = .float32
    case "double": self = .float64
    case "half": self = .float16
    case "cfloat": self = .complex64
    case "cdouble": self = .complex128
    case "chalf": self = .complex32
    case "long": self = .int64
    case "int": self = .int32
    case "short": self = .int16
    default:
      guard let found = DType.allCases.first(where: { $0.name == name }) else { return nil }
      self = found
    }
  }
}
