import Glibc

// The values of number literals, whose form the lexer has checked.

extension Parser {
  /// The greatest number of decimal digits CPython converts.
  static let maximumDecimalDigits = 4300

  /// Computes the value of a number token.
  func numberValue(_ token: Token) throws(SyntaxError) -> Constant {
    let text = bytes(of: token)
    guard let first = text.first, let last = text.last else { return .int(0) }
    if first == 0x30 && text.count > 2 {
      switch text[text.startIndex + 1] | 0x20 {
      case 0x78: return integer(text.dropFirst(2), radix: 16)
      case 0x6F: return integer(text.dropFirst(2), radix: 8)
      case 0x62: return integer(text.dropFirst(2), radix: 2)
      default: break
      }
    }
    if last | 0x20 == 0x6A { return .imaginary(double(text.dropLast())) }
    if text.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }) { return .float(double(text)) }
    let value = integer(text, radix: 10)
    if case .bigInt(let digits, _) = value, digits.count > Parser.maximumDecimalDigits {
      isOverridable = false
      throw failure(
        "Exceeds the limit (\(Parser.maximumDecimalDigits) digits) for integer string conversion: "
          + "value has \(digits.count) digits; use sys.set_int_max_str_digits() to increase the limit - "
          + "Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
        at: token.span)
    }
    return value
  }

  private func integer(_ text: ArraySlice<UInt8>, radix: Int) -> Constant {
    var value = 0
    for byte in text where byte != 0x5F {
      let digit = Int(CharacterTable.hexValue(byte) ?? 0)
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(digit)
      if overflow || carry {
        let digits = text.filter { $0 != 0x5F }.drop { $0 == 0x30 }
        return .bigInt(digits: Array(digits), radix: radix)
      }
      value = sum
    }
    return .int(value)
  }

  private func double(_ text: ArraySlice<UInt8>) -> Double {
    var digits = [CChar]()
    digits.reserveCapacity(text.count + 1)
    for byte in text where byte != 0x5F { digits.append(CChar(bitPattern: byte)) }
    digits.append(0)
    return digits.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }
}
