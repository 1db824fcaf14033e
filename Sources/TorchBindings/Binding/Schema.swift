import Interpreter

/// One overload of an operator, parsed from torch's own notation:
/// `clamp(Tensor self, Number? min=None, Number? max=None) -> Tensor`.
///
/// A class, so that trying overloads copies nothing.
final class Schema {
  enum ParameterType: Equatable {
    case tensor, number, int, float, bool, string, dtype, device, layout, generator, tensors, optionalTensors
    /// A list of ints; a single int stands for a list of `length` (0: not allowed).
    case ints(length: Int)
    case floats
    /// Accepted and ignored, or looked at by the body itself.
    case any
    /// Where the result goes: a tensor, or as many as there are results.
    case out
  }

  final class Parameter {
    let name: StrObject
    let text: String
    let type: ParameterType
    let isOptional: Bool
    /// Default as text; nil: required.
    let defaultText: String?
    let isKeywordOnly: Bool
    /// Other accepted spellings (`axis` for `dim`, `keepdims` for `keepdim`).
    let aliases: [StrObject]

    init(
      name: StrObject, text: String, type: ParameterType, isOptional: Bool, defaultText: String?, isKeywordOnly: Bool,
      aliases: [StrObject]
    ) {
      self.name = name
      self.text = text
      self.type = type
      self.isOptional = isOptional
      self.defaultText = defaultText
      self.isKeywordOnly = isKeywordOnly
      self.aliases = aliases
      isRequired = defaultText == nil
    }

    /// Whether it has no default.
    let isRequired: Bool

    /// Whether a keyword means this parameter.
    func matches(_ keyword: StrObject) -> Bool {
      keyword === name || name.equals(keyword) || aliases.contains { $0 === keyword || $0.equals(keyword) }
    }
  }

  let name: String
  let text: String
  let parameters: [Parameter]
  /// The same, to be read without counting references.
  let places: UnsafeMutablePointer<Unmanaged<Parameter>>
  let parameterCount: Int
  let positionalCount: Int
  let requiredCount: Int
  /// The first non-self int list may be spread over the arguments (`view(2, 3)`, `zeros(2, 3)`).
  let variadicIndex: Int
  /// Whether what may be spread are ints.
  let spreadsInts: Bool
  /// Where the device is.
  let deviceIndex: Int
  /// Where `out` is.
  let outIndex: Int
  /// How many positional arguments leave nothing to be filled in but `out`.
  let directCount: Int
  /// The fewest positional arguments after which nothing required is missing; no number is enough where a keyword is.
  let minimumCount: Int
  /// What a parameter mostly gets, by place: looked at before the general rule.
  let usual: UnsafeMutablePointer<Usual>

  /// Tests of arguments that take no look at the parameter.
  enum Usual: UInt8 {
    case tensor, int, number, bool, other

    init(_ type: ParameterType) {
      switch type {
      case .tensor: self = .tensor
      case .int: self = .int
      case .ints(let length): self = length > 0 ? .int : .other
      case .number, .float: self = .number
      case .bool: self = .bool
      default: self = .other
      }
    }

    /// Whether the argument is the usual one; false says nothing.
    @inline(__always)
    func fits(_ slot: Slot) -> Bool {
      switch self {
      case .tensor: return slot.isKind(.tensor)
      case .int: return slot.isInt
      case .number: return slot.isFloat || slot.isInt
      case .bool: return slot.isBool
      case .other: return false
      }
    }
  }

  init(_ vm: VM, _ text: String) {
    self.text = text
    let open = text.firstIndex(of: "(") ?? text.endIndex
    name = String(text[..<open])
    var parameters: [Parameter] = []
    var keywordOnly = false
    for part in Schema.split(text) {
      if part == "*" {
        keywordOnly = true
        continue
      }
      parameters.append(Schema.parse(vm, part, keywordOnly))
    }
    self.parameters = parameters
    places = .allocate(capacity: parameters.count + 1)
    for (k, parameter) in parameters.enumerated() { (places + k).initialize(to: .passUnretained(parameter)) }
    parameterCount = parameters.count
    positionalCount = parameters.filter { !$0.isKeywordOnly }.count
    usual = .allocate(capacity: parameters.count + 1)
    for (k, parameter) in parameters.enumerated() { (usual + k).initialize(to: Usual(parameter.type)) }
    let lastRequired = parameters.lastIndex { $0.isRequired }
    minimumCount = parameters.contains { $0.isRequired && $0.isKeywordOnly } ? .max : (lastRequired ?? -1) + 1
    requiredCount = parameters.filter { $0.defaultText == nil }.count
    deviceIndex = parameters.firstIndex { $0.type == .device } ?? -1
    outIndex = parameters.firstIndex { $0.type == .out } ?? -1
    directCount = outIndex == parameters.count - 1 ? parameters.count - 1 : parameters.count
    let last = parameters.lastIndex { !$0.isKeywordOnly }
    let variadic = parameters.indices.first { index in
      // Behind sizes that are spread over the arguments nothing else has a place.
      guard index == last else { return false }
      let parameter = parameters[index]
      if case .ints(let length) = parameter.type {
        let isFirst = index == 0 || parameters[0].type == .tensor
        return length == 0 && isFirst && parameter.text.hasSuffix("size") || parameter.text.contains("...")
      }
      return parameter.type == .tensors && parameter.text.contains("...")
    } ?? -1
    variadicIndex = variadic
    spreadsInts = variadic >= 0 && parameters[variadic].type != .tensors
  }

  static func split(_ text: String) -> [String] {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")") else { return [] }
    var body = text[text.index(after: open)..<close]
    if let arrow = body.range(of: ") -> ") { body = body[..<arrow.lowerBound] }
    var parts: [String] = []
    var current = ""
    var depth = 0
    for character in body {
      if character == "[" || character == "(" { depth += 1 }
      if character == "]" || character == ")" { depth -= 1 }
      if character == "," && depth == 0 {
        parts.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    if !current.trimmed.isEmpty { parts.append(current.trimmed) }
    return parts
  }

  private static func parse(_ vm: VM, _ text: String, _ keywordOnly: Bool) -> Parameter {
    var declaration = text
    var defaultText: String?
    if let equals = text.firstIndex(of: "=") {
      defaultText = String(text[text.index(after: equals)...])
      declaration = String(text[..<equals])
    }
    let pieces = declaration.split(separator: " ")
    var typeText = pieces.count > 1 ? String(pieces[0]) : "any"
    let name = String(pieces.last ?? "")
    let optional = typeText.hasSuffix("?")
    if optional { typeText.removeLast() }
    // Those of numpy, as torch takes them.
    let aliases: [String]
    switch name {
    case "dim": aliases = ["axis"]
    case "keepdim": aliases = ["keepdims"]
    case "input": aliases = ["self", "x", "a", "x1"]
    case "self": aliases = ["input", "x", "a", "x1"]
    case "other": aliases = ["x2"]
    default: aliases = []
    }
    return Parameter(
      name: vm.intern(name), text: declaration, type: name == "out" ? .out : parameterType(typeText), isOptional: optional,
      defaultText: defaultText, isKeywordOnly: keywordOnly, aliases: aliases.map { vm.intern($0) })
  }

  private static func parameterType(_ text: String) -> ParameterType {
    switch text {
    case "Tensor": return .tensor
    case "Number", "Scalar": return .number
    case "int", "SymInt": return .int
    case "float": return .float
    case "bool": return .bool
    case "str": return .string
    case "ScalarType", "dtype": return .dtype
    case "Device": return .device
    case "Layout", "MemoryFormat": return .layout
    case "Generator": return .generator
    case "Tensor[]", "Tensor[...]": return .tensors
    case "Tensor?[]": return .optionalTensors
    case "int[]", "int[...]": return .ints(length: 0)
    case "float[]": return .floats
    case "any": return .any
    default:
      if text.hasPrefix("int["), text.hasSuffix("]"), let n = Int(text.dropFirst(4).dropLast()) {
        return .ints(length: n)
      }
      return .any
    }
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }

  /// Range of the first occurrence of `text`.
  func range(of text: String) -> Range<String.Index>? { self[...].range(of: text) }

  /// The first line that starts with `start`; looks at bytes, since these texts are long and in ASCII.
  func line(startingWith start: String) -> Substring? {
    let (bytes, wanted) = (utf8, Array(start.utf8))
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let end = bytes[place...].firstIndex(of: 10) ?? bytes.endIndex
      if bytes[place..<end].starts(with: wanted) { return self[place..<end] }
      if end == bytes.endIndex { break }
      place = bytes.index(after: end)
    }
    return nil
  }
}

extension Substring {
  /// Range of the first occurrence of `text`.
  func range(of text: String) -> Range<Substring.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
