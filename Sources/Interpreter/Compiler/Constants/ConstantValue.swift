import Syntax

/// A constant as the compiler knows it, before it becomes an object: comparable, so that equal constants are shared.
///
/// Floats compare by their bits, so that `0.0` and `-0.0` stay apart; ints, bools and floats are different cases, so that
/// `1`, `True` and `1.0` do.
enum ConstantValue: Hashable {
  case none
  case bool(Bool)
  case ellipsis
  case int(Int)
  /// An integer beyond 64 bits: ASCII digits, most significant first.
  case bigInt(digits: [UInt8], radix: Int, isNegative: Bool)
  case float(bits: UInt64)
  case complex(real: UInt64, imaginary: UInt64)
  case string([UInt32])
  case bytes([UInt8])
  case tuple([ConstantValue])
  case frozenSet([ConstantValue])
  case code(CompiledCode)

  /// A float constant.
  static func float(_ value: Double) -> ConstantValue { .float(bits: value.bitPattern) }

  /// A string constant.
  static func text(_ value: String) -> ConstantValue { .string(value.unicodeScalars.map(\.value)) }

  /// The value of a literal.
  init(_ constant: Constant) {
    switch constant {
    case .none: self = .none
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .ellipsis: self = .ellipsis
    case .int(let value): self = .int(value)
    case .bigInt(let digits, let radix): self = .bigInt(digits: digits, radix: radix, isNegative: false)
    case .float(let value): self = .float(value)
    case .imaginary(let value): self = .complex(real: 0, imaginary: value.bitPattern)
    case .string(let text): self = .string(text)
    case .bytes(let bytes): self = .bytes(bytes)
    }
  }

  /// The same for all numbers that are equal, as dict keys are.
  var asKey: ConstantValue {
    switch self {
    case .bool(let value): return .int(value ? 1 : 0)
    case .float(let bits):
      let value = Double(bitPattern: bits)
      if value == 0 { return .int(0) }
      return Int(exactly: value).map { .int($0) } ?? self
    case .complex(let real, let imaginary):
      return Double(bitPattern: imaginary) == 0 ? ConstantValue.float(bits: real).asKey : self
    default: return self
    }
  }

  /// `bool(value)`.
  var truth: Bool {
    switch self {
    case .none: false
    case .bool(let value): value
    case .ellipsis, .code: true
    case .int(let value): value != 0
    case .bigInt: true
    case .float(let bits): Double(bitPattern: bits) != 0
    case .complex(let real, let imaginary):
      Double(bitPattern: real) != 0 || Double(bitPattern: imaginary) != 0
    case .string(let text): !text.isEmpty
    case .bytes(let bytes): !bytes.isEmpty
    case .tuple(let items), .frozenSet(let items): !items.isEmpty
    }
  }

  /// A text close to `repr`, for messages and the disassembler.
  var shortRepr: String {
    switch self {
    case .none: return "None"
    case .bool(let value): return value ? "True" : "False"
    case .ellipsis: return "Ellipsis"
    case .int(let value): return "\(value)"
    case .bigInt(let digits, let radix, let isNegative):
      let prefix = radix == 16 ? "0x" : radix == 8 ? "0o" : radix == 2 ? "0b" : ""
      return (isNegative ? "-" : "") + prefix + String(decoding: digits, as: UTF8.self)
    case .float(let bits): return "\(Double(bitPattern: bits))"
    case .complex(let real, let imaginary):
      return "(\(Double(bitPattern: real))+\(Double(bitPattern: imaginary))j)"
    case .string(let text):
      let characters = text.prefix(60).map { Unicode.Scalar($0).map(Character.init) ?? "\u{FFFD}" }
      let escaped = String(characters).replacingNewlines()
      return "'" + escaped + (text.count > 60 ? "…'" : "'")
    case .bytes(let bytes): return "b'" + String(decoding: bytes.prefix(60), as: UTF8.self) + "'"
    case .tuple(let items):
      let list = items.map(\.shortRepr).joined(separator: ", ")
      return items.count == 1 ? "(\(list),)" : "(\(list))"
    case .frozenSet(let items):
      return "frozenset({" + items.map(\.shortRepr).joined(separator: ", ") + "})"
    case .code(let code): return "<code \(code.parts.qualifiedName)>"
    }
  }
}

extension String {
  /// Returns the text with line ends as escapes.
  fileprivate func replacingNewlines() -> String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The result of compiling one block: all of a `Code` but its constants as objects.
package final class CompiledCode: Hashable {
  /// Everything but the constants.
  package var parts: CodeParts
  /// The constants, in order.
  var constants: [ConstantValue]
  /// What the source gave reason to warn of; only in the code of a module, cell or expression.
  var warnings: [SyntaxWarning] = []

  init(_ parts: CodeParts, constants: [ConstantValue]) {
    self.parts = parts
    self.constants = constants
  }

  package static func == (left: CompiledCode, right: CompiledCode) -> Bool { left === right }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Makes the objects of constants; every slot returned is owned by the caller.
package protocol ConstantBuilder {
  /// A `str` of code points.
  func string(_ codePoints: [UInt32]) -> Slot
  /// A `bytes`.
  func bytes(_ bytes: [UInt8]) -> Slot
  /// An `int` from ASCII digits.
  func bigInt(digits: [UInt8], radix: Int, isNegative: Bool) -> Slot
  /// A `complex`.
  func complex(real: Double, imaginary: Double) -> Slot
  /// `Ellipsis`.
  func ellipsis() -> Slot
  /// A `tuple` that takes over its items.
  func tuple(_ items: [Slot]) -> Slot
  /// A `frozenset` that takes over its items.
  func frozenSet(_ items: [Slot]) -> Slot
  /// A code object.
  func code(_ parts: CodeParts) -> Slot
}

extension CompiledCode {
  /// Returns the parts with their constants made, inner code objects included.
  package func build(_ builder: some ConstantBuilder) -> CodeParts {
    var result = parts
    result.constants = constants.map { Self.build($0, builder) }
    return result
  }

  private static func build(_ constant: ConstantValue, _ builder: some ConstantBuilder) -> Slot {
    switch constant {
    case .none: .none
    case .bool(let value): .bool(value)
    case .ellipsis: builder.ellipsis()
    case .int(let value): .int(value)
    case .bigInt(let digits, let radix, let isNegative):
      builder.bigInt(digits: digits, radix: radix, isNegative: isNegative)
    case .float(let bits): .float(Double(bitPattern: bits))
    case .complex(let real, let imaginary):
      builder.complex(real: Double(bitPattern: real), imaginary: Double(bitPattern: imaginary))
    case .string(let text): builder.string(text)
    case .bytes(let bytes): builder.bytes(bytes)
    case .tuple(let items): builder.tuple(items.map { build($0, builder) })
    case .frozenSet(let items): builder.frozenSet(items.map { build($0, builder) })
    case .code(let code): builder.code(code.build(builder))
    }
  }
}
