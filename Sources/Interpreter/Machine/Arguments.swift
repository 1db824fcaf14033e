/// The arguments of a native call: borrowed slots, keyword values last.
///
/// A native body receives them bound to its signature: one slot per parameter (`self` first for methods), defaults
/// filled in where the signature's text gives a literal, `*args` as a tuple, `**kwargs` as a dict; a parameter whose
/// default is `...` in the signature is undefined when it was not given (`has` tells).
public struct Arguments {
  /// The values.
  package let base: UnsafePointer<Slot>
  /// Number of values, keyword values included.
  package let count: Int
  /// Names of the last `keywordNames.count` values (before binding only).
  package let keywordNames: TupleObject?

  @inline(__always)
  package init(base: UnsafePointer<Slot>, count: Int, keywordNames: TupleObject? = nil) {
    self.base = base
    self.count = count
    self.keywordNames = keywordNames
  }

  /// Number of positional values.
  @inline(__always) package var positionalCount: Int { count &- (keywordNames?.count ?? 0) }

  /// The value at `index`; None when it is undefined.
  @inline(__always) package subscript(index: Int) -> Value { base[index].value }

  /// The borrowed slot at `index`.
  @inline(__always) package func slot(_ index: Int) -> Slot { base[index] }

  /// Tells whether a bound parameter was given.
  @inline(__always) package func has(_ index: Int) -> Bool { index < count && !base[index].isUndefined }

  /// The arguments without the first `n`.
  @inline(__always) package func dropFirst(_ n: Int) -> Arguments {
    Arguments(base: base + n, count: count &- n, keywordNames: keywordNames)
  }

  /// Positional values in order.
  package var positional: [Value] { (0..<positionalCount).map { base[$0].value } }

  /// Keyword arguments in order.
  package var keywords: [(name: StrObject, value: Value)] {
    guard let keywordNames else { return [] }
    let first = positionalCount
    var result: [(name: StrObject, value: Value)] = []
    for i in 0..<keywordNames.count {
      if case .object(let name) = keywordNames[i], let name = name as? StrObject {
        result.append((name, base[first &+ i].value))
      }
    }
    return result
  }
}

/// One parameter of a signature.
package struct Parameter {
  public enum Kind { case positionalOnly, positional, keywordOnly, variadic, variadicKeyword }
  package let name: StrObject
  package let kind: Kind
  /// Text of the default; nil: required.
  package let defaultText: String?
  /// Value of the default, owned; undefined when there is none or its text is `...`.
  package let defaultValue: Slot
}

/// A parsed signature text such as `sorted(iterable, /, *, key=None, reverse=False)`.
package final class Signature {
  package let parameters: [Parameter]
  /// Positional parameters that must be given, and that may be given.
  package let minimumPositional: Int
  package let maximumPositional: Int
  package let hasVariadic: Bool
  package let hasVariadicKeyword: Bool
  package let hasKeywordOnly: Bool
  /// All positional-only, no defaults, nothing else: arguments pass straight through.
  package let isPlain: Bool

  /// Defaults of the parameters by place (unowned: the parameters own them), when none gathers the rest and those given
  /// by name alone have defaults; nil otherwise.
  let positionalDefaults: UnsafeMutablePointer<Slot>?
  /// What binding looks at, in plain memory: to go over `parameters` moves counts.
  struct Row {
    let name: UnsafeMutableRawPointer
    let kind: Parameter.Kind
    let hasDefault: Bool
    let defaultValue: Slot
  }
  let rows: UnsafeMutablePointer<Row>
  let rowCount: Int

  init(_ vm: VM, text: String) {
    var parameters: [Parameter] = []
    var kind = Parameter.Kind.positional
    let inside = Signature.parameterTexts(text)
    let slash = inside.firstIndex(of: "/")
    for (i, part) in inside.enumerated() {
      if part == "/" || part.isEmpty { continue }
      if part == "*" {
        kind = .keywordOnly
        continue
      }
      var name = part
      var parameterKind = kind
      if part.hasPrefix("**") {
        name = String(part.dropFirst(2))
        parameterKind = .variadicKeyword
      } else if part.hasPrefix("*") {
        name = String(part.dropFirst())
        parameterKind = .variadic
        kind = .keywordOnly
      } else if let slash, i < slash {
        parameterKind = .positionalOnly
      }
      var defaultText: String?
      if let equals = name.firstIndex(of: "=") {
        defaultText = String(name[name.index(after: equals)...])
        name = String(name[..<equals])
      }
      let value = defaultText.map { Signature.literal(vm, $0) } ?? .undefined
      parameters.append(
        Parameter(name: vm.intern(name), kind: parameterKind, defaultText: defaultText, defaultValue: value))
    }
    self.parameters = parameters
    rowCount = parameters.count
    rows = .allocate(capacity: max(1, rowCount))
    for (i, parameter) in parameters.enumerated() {
      (rows + i).initialize(
        to: Row(
          name: Unmanaged.passUnretained(parameter.name).toOpaque(), kind: parameter.kind,
          hasDefault: parameter.defaultText != nil, defaultValue: parameter.defaultValue))
    }
    let positional = parameters.filter { $0.kind == .positional || $0.kind == .positionalOnly }
    minimumPositional = positional.filter { $0.defaultText == nil }.count
    maximumPositional = positional.count
    hasVariadic = parameters.contains { $0.kind == .variadic }
    hasVariadicKeyword = parameters.contains { $0.kind == .variadicKeyword }
    hasKeywordOnly = parameters.contains { $0.kind == .keywordOnly }
    isPlain =
      !hasVariadic && !hasVariadicKeyword && !hasKeywordOnly && minimumPositional == maximumPositional
    let needsName = parameters.contains { $0.kind == .keywordOnly && $0.defaultText == nil }
    if !hasVariadic && !hasVariadicKeyword && !needsName {
      let table = UnsafeMutablePointer<Slot>.allocate(capacity: max(1, parameters.count))
      for (i, parameter) in parameters.enumerated() { (table + i).initialize(to: parameter.defaultValue) }
      positionalDefaults = table
    } else {
      positionalDefaults = nil
    }
  }

  deinit {
    positionalDefaults?.deallocate()
    rows.deallocate()
    for parameter in parameters { parameter.defaultValue.release() }
  }

  /// Splits the text between the outer parentheses at commas outside of brackets and quotes.
  private static func parameterTexts(_ text: String) -> [String] {
    let bytes = text.utf8
    guard let open = bytes.firstIndex(of: 0x28), let close = bytes.lastIndex(of: 0x29) else { return [] }
    var parts: [String] = []
    var current: [UInt8] = []
    var depth = 0
    var quoted = false
    for byte in bytes[bytes.index(after: open)..<close] {
      if byte == UInt8(ascii: "'") { quoted.toggle() }
      if !quoted {
        if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
        if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
        if byte == UInt8(ascii: ",") && depth == 0 {
          parts.append(String(decoding: current, as: UTF8.self))
          current.removeAll(keepingCapacity: true)
          continue
        }
        if byte == UInt8(ascii: " ") { continue }
      }
      current.append(byte)
    }
    if !current.isEmpty { parts.append(String(decoding: current, as: UTF8.self)) }
    return parts
  }

  private static func literal(_ vm: VM, _ text: String) -> Slot {
    switch text {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "()": return .owned(TupleObject.make(vm, []))
    default:
      if let int = Int(text) { return .int(int) }
      if let double = Double(text) { return .float(double) }
      if text.hasPrefix("'") && text.hasSuffix("'") && text.count >= 2 {
        return .owned(vm.string(String(text.dropFirst().dropLast())))
      }
      return .undefined
    }
  }
}
