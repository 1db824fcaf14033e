// Shows trees in the form of Python's `ast.dump`, for tests and for `--dump-ast`.

/// Shows a module as `ast.dump(tree)` does; characters beyond ASCII are escaped.
///
/// With places, each node is followed by `@line:column-line:column`.
package func dump(_ module: Module, showsPlaces: Bool = false) -> String {
  var dumper = ASTDumper()
  dumper.showsPlaces = showsPlaces
  dumper.node(
    "Module", [("body", { $0.list(module.body) { $0.dump($1) } }), ("type_ignores", { $0.text += "[]" })])
  return dumper.text
}

/// Shows a module as calls that make its nodes: like `ast.dump`, with a keyword `_p` for each node's place.
package func constructors(of module: Module, named name: String = "Module") -> String {
  var dumper = ASTDumper()
  dumper.showsPlaces = true
  dumper.placesAreKeywords = true
  var fields: [(String, ASTDumper.Writer?)] = [("body", { $0.list(module.body) { $0.dump($1) } })]
  if name == "Module" { fields.append(("type_ignores", { $0.text += "[]" })) }
  dumper.node(name, fields)
  return dumper.text
}

/// Shows an expression as calls that make its nodes.
package func constructors(of expression: Expr) -> String {
  var dumper = ASTDumper()
  dumper.showsPlaces = true
  dumper.placesAreKeywords = true
  dumper.node("Expression", [("body", { $0.dump(expression) })])
  return dumper.text
}

/// Shows an expression as `ast.dump` does.
package func dump(_ expression: Expr) -> String {
  var dumper = ASTDumper()
  dumper.dump(expression)
  return dumper.text
}

/// Collects the text of a dump.
struct ASTDumper {
  /// Writes one field's value.
  typealias Writer = (inout ASTDumper) -> Void

  var text = ""
  /// Whether each node is followed by its place.
  var showsPlaces = false
  /// Whether the place is a keyword argument of the node.
  var placesAreKeywords = false

  /// Writes a node's place when places are shown.
  mutating func place(_ span: Span) {
    if placesAreKeywords {
      text.removeLast()
      text += text.hasSuffix("(") ? "_p=(" : ", _p=("
      text += "\(span.line), \(span.column), \(span.endLine), \(span.endColumn)))"
      return
    }
    if showsPlaces { text += "@\(span.line):\(span.column)-\(span.endLine):\(span.endColumn)" }
  }

  /// Writes a node with its fields; those without a writer are left out.
  mutating func node(_ name: String, _ fields: [(String, Writer?)] = []) {
    text += name
    text += "("
    var isFirst = true
    for (label, write) in fields {
      guard let write else { continue }
      if !isFirst { text += ", " }
      isFirst = false
      text += label
      text += "="
      write(&self)
    }
    text += ")"
  }

  /// Writes a list.
  mutating func list<Element>(_ elements: [Element], _ write: (inout ASTDumper, Element) -> Void) {
    text += "["
    for (place, element) in elements.enumerated() {
      if place > 0 { text += ", " }
      write(&self, element)
    }
    text += "]"
  }

  /// Returns the writer of a node.
  func one(_ value: Expr) -> Writer { { $0.dump(value) } }

  /// Returns the writer of a node that may be missing.
  func maybe(_ value: Expr?) -> Writer? { value.map { value in { $0.dump(value) } } }

  /// Returns the writer of a list of nodes.
  func many(_ values: [Expr]) -> Writer { { $0.list(values) { $0.dump($1) } } }

  /// Returns the writer of a list of statements.
  func block(_ values: [Stmt]) -> Writer { { $0.list(values) { $0.dump($1) } } }

  /// Returns the writer of a name.
  func word(_ value: String) -> Writer { { $0.quote(value.unicodeScalars.map(\.value)) } }

  /// Returns the writer of a name that may be missing.
  func maybeWord(_ value: String?) -> Writer? { value.map { word($0) } }

  /// Returns the writer of fixed text.
  func plain(_ value: String) -> Writer { { $0.text += value } }

  /// Writes a string literal.
  mutating func quote(_ value: [UInt32]) {
    let quote: UInt32 = value.contains(0x27) && !value.contains(0x22) ? 0x22 : 0x27
    text += quote == 0x27 ? "'" : "\""
    for point in value { escape(point, quote) }
    text += quote == 0x27 ? "'" : "\""
  }

  private mutating func escape(_ point: UInt32, _ quote: UInt32) {
    switch point {
    case 0x0A: text += "\\n"
    case 0x0D: text += "\\r"
    case 0x09: text += "\\t"
    case 0x5C: text += "\\\\"
    case quote: text += quote == 0x27 ? "\\'" : "\\\""
    case 0x20...0x7E:
      text.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: point)))
    case 0...0xFF: hex("\\x", point, 2)
    case 0x100...0xFFFF: hex("\\u", point, 4)
    default: hex("\\U", point, 8)
    }
  }

  private mutating func hex(_ prefix: String, _ value: UInt32, _ width: Int) {
    let digits = String(value, radix: 16)
    text += prefix
    text += String(repeating: "0", count: max(0, width - digits.utf8.count))
    text += digits
  }

  /// Writes a constant as `repr` does.
  mutating func dump(_ value: Constant) {
    switch value {
    case .none: text += "None"
    case .true: text += "True"
    case .false: text += "False"
    case .ellipsis: text += "Ellipsis"
    case .int(let number): text += String(number)
    case .bigInt(let digits, let radix): text += decimal(digits, radix)
    case .float(let number): text += number.description
    case .imaginary(let number):
      var shown = number.description
      if shown.hasSuffix(".0") { shown.removeLast(2) }
      text += shown + "j"
    case .string(let points): quote(points)
    case .bytes(let bytes):
      text += "b"
      quote(bytes.map { UInt32($0) })
    }
  }

  /// Converts digits to decimal.
  private func decimal(_ digits: [UInt8], _ radix: Int) -> String {
    if radix == 10 { return String(decoding: digits, as: UTF8.self) }
    var limbs: [Int] = [0]
    for digit in digits {
      var carry = Int(CharacterTable.hexValue(digit) ?? 0)
      for place in limbs.indices {
        let value = limbs[place] * radix + carry
        limbs[place] = value % 1_000_000_000
        carry = value / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    var result = String(limbs.last ?? 0)
    for limb in limbs.dropLast().reversed() {
      let part = String(limb)
      result += String(repeating: "0", count: 9 - part.utf8.count) + part
    }
    return result
  }
}
