import Interpreter

/// The TypeError when no overload of an operator takes the arguments, in the words of torch's argument parser.
///
/// torch looks which of its signatures take as many arguments as were given. If that is one, the text says what is wrong
/// with it; else it lists them all. `Signatures` knows torch's lists, where they are not those of our rows.
struct Mismatch {
  let vm: VM
  let name: String
  let arguments: Arguments
  let isMethod: Bool
  /// A function that is written in Python in torch; its messages are CPython's.
  let isPython: Bool
  /// Number of arguments in front that do not count: the tensor of a method.
  private var skipped: Int { isMethod ? 1 : 0 }
  private var given: Int { arguments.count - skipped }

  /// The error for a call of an operator.
  @inline(never)
  static func error(
    _ vm: VM, _ name: String, _ schemas: [Schema], _ arguments: Arguments, isMethod: Bool
  ) -> Raised {
    let python = name.hasPrefix(PythonFunctions.prefix)
    let plain = python ? String(name.dropFirst(PythonFunctions.prefix.count)) : name
    if !isMethod,
      let text = PythonFunctions.attributeMissing(vm, plain, arguments, schemas, isFunctional: python)
    {
      return vm.raised(vm.types.attributeError, text)
    }
    if python, let raised = PythonOperands.error(vm, plain, arguments) { return raised }
    let call = Mismatch(vm: vm, name: plain, arguments: arguments, isMethod: isMethod, isPython: python)
    return vm.typeError(call.text(schemas))
  }

  /// The error where one tensor was given for the results of a function that has several.
  static func tupleExpected(_ vm: VM, _ name: String, _ schemas: [Schema], _ arguments: Arguments) -> Raised {
    let call = Mismatch(vm: vm, name: name, arguments: arguments, isMethod: false, isPython: false)
    guard let listed = Signatures.find(name, isMethod: false), listed.count > 1, name != "median" else {
      return vm.typeError("\(name)(): argument 'out' must be tuple of Tensors, not Tensor")
    }
    return vm.typeError(call.list(listed.map { Schema(vm, shown: $0, name, false) }))
  }

  private func text(_ own: [Schema]) -> String {
    if isMethod, arguments.positionalCount == 0 { return "unbound method TensorBase.\(name)() needs an argument" }
    if isMethod, !arguments.base[0].isKind(.tensor) {
      let type = vm.type(of: arguments.base[0]).name
      return "descriptor '\(name)' for 'torch._C.TensorBase' objects doesn't apply to a '\(type)' object"
    }
    if let text = pythonMethod(own) ?? split() ?? atLeast(own) { return text }
    if let text = unpacking(own) { return text }
    let listed = Signatures.find(name, isMethod: isMethod).map { $0.map { Schema(vm, shown: $0, name, isMethod) } }
    guard let listed else {
      return own.first.flatMap { single($0) } ?? list(Array(own.prefix(1)))
    }
    let plausible = listed.filter { given >= $0.requiredCount - skipped && given <= $0.parameters.count - skipped }
    if plausible.count == 1, let text = single(plausible[0]) { return text }
    return list(listed)
  }

  /// Methods that torch has in Python, with the name of their first argument: CPython binds their arguments.
  private static let pythonMethods = ["split": "split_size", "norm": ""]

  /// What CPython says of a call of such a method that does not bind.
  private func pythonMethod(_ own: [Schema]) -> String? {
    guard isMethod, let first = Mismatch.pythonMethods[name], let schema = own.last else { return nil }
    if !first.isEmpty, given == 0 { return "Tensor.\(name)() missing 1 required positional argument: '\(first)'" }
    guard let (keyword, _) = keywords.first(where: { parameter(schema, $0.name) == nil }) else { return nil }
    return "Tensor.\(name)() got an unexpected keyword argument '\(keyword.string)'"
  }

  /// `atleast_2d` and its kin take one tensor, or several that they take as a list.
  private func atLeast(_ own: [Schema]) -> String? {
    guard !isMethod, name.hasPrefix("atleast_"), own.count == 2, arguments.positionalCount > 0 else { return nil }
    if let (keyword, _) = keywords.first { return "\(name)() got an unexpected keyword argument '\(keyword.string)'" }
    if arguments.positionalCount == 1, Convert.items(arguments.base[0]) == nil { return list(own) }
    return single(own[1])
  }

  /// `split` chooses between two functions by its second argument.
  private func split() -> String? {
    guard name == "split", arguments.positionalCount > 1, arguments.positionalCount <= 3, arguments.keywordNames == nil,
      arguments.base[0].isKind(.tensor)
    else { return nil }
    let inner = { (name: String) in Mismatch(vm: vm, name: name, arguments: arguments, isMethod: false, isPython: false) }
    guard arguments.base[1].isInt || arguments.base[1].isBool else {
      let sizes = inner("split_with_sizes")
      return sizes.single(Schema(vm, "split_with_sizes(Tensor input, int[] split_sizes, int dim=0)"))
    }
    let texts = ["split(Tensor input, int split_size, int dim=0)", "split(Tensor input, int[] split_size, int dim=0)"]
    return inner("split").list(texts.map { Schema(vm, $0) })
  }

  /// A sequence of sizes in which something behind the first is no int: torch fails while it reads them.
  private func unpacking(_ own: [Schema]) -> String? {
    for schema in own {
      for (k, parameter) in schema.parameters.enumerated() {
        guard case .ints = parameter.type else { continue }
        let value = k < arguments.positionalCount
          ? arguments.base[k] : arguments.keywords.first { parameter.matches($0.name) }?.value.borrowed
        guard let value else { continue }
        var items: [Slot] = Convert.items(value).map { Array($0) } ?? []
        if k == schema.variadicIndex, items.isEmpty, arguments.positionalCount > k + 1 {
          items = (k..<arguments.positionalCount).map { arguments.base[$0] }
        }
        guard items.count > 1, Convert.int(items[0]) != nil, let bad = items.firstIndex(where: { Convert.int($0) == nil })
        else { continue }
        return "\(name)(): argument '\(shownName(parameter))' failed to unpack the object at pos \(bad + 1) with error "
          + "\"type must be tuple of ints,but got \(vm.type(of: items[bad]).operandName)\""
      }
    }
    return nil
  }

  // MARK: One signature

  /// `add(): argument 'other' (position 1) must be Tensor, not str` and its relatives.
  private func single(_ schema: Schema) -> String? {
    let parameters = schema.parameters
    let positional = arguments.positionalCount
    let keywords = arguments.keywords
    if isMethod, parameters.filter({ $0.type != .out }).count == 1, positional > 1 {
      return "TensorBase.\(name)() takes no arguments (\(positional - 1) given)"
    }
    let variadic = schema.variadicIndex
    if variadic >= 0, parameters[variadic].type == .tensors, positional > variadic {
      let first = arguments.base[variadic]
      let items = positional == variadic + 1 ? Convert.items(first).map { Array($0) } : nil
      let given = items ?? (variadic..<positional).map { arguments.base[$0] }
      if let bad = given.firstIndex(where: { !$0.isKind(.tensor) }) {
        return "expected Tensor as element \(bad) in argument 0, but got \(vm.type(of: given[bad]).operandName)"
      }
      if let text = unknownKeyword(schema) { return text }
    }
    if positional > schema.positionalCount && !spreads(schema) {
      return tooMany(schema)
    }
    if variadic >= 0, positional > variadic, Convert.int(arguments.base[variadic]) != nil,
      let (keyword, _) = keywords.first(where: { parameter(schema, $0.0) == nil })
    {
      return "\(name)() got an unexpected keyword argument '\(keyword.string)'"
    }
    // Functions of Python are called before anything looks at the arguments.
    if isPython, let text = missing(schema) ?? unknownKeyword(schema) { return text }
    for (k, parameter) in parameters.enumerated() where k < positional {
      if k == schema.variadicIndex, spreads(schema) { break }
      if let text = wrong(parameter, arguments.base[k], shownName(parameter), k) { return text }
    }
    if let text = missing(schema) ?? unknownKeyword(schema) { return text }
    for (keyword, value) in keywords {
      guard let parameter = parameter(schema, keyword) else { continue }
      if let text = wrong(parameter, value.borrowed, keyword.string, nil) { return text }
    }
    return nil
  }

  /// Which arguments are missing.
  private func missing(_ schema: Schema) -> String? {
    let missing = missingNames(schema)
    if missing.isEmpty { return nil }
    if isPython {
      let names = missing.map { "'\($0.dropFirst().dropLast())'" }
      let list = names.count < 3 ? names.joined(separator: " and ")
        : names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
      return "\(PythonFunctions.innerName(name))() missing \(missing.count) required positional "
        + "argument\(missing.count == 1 ? "" : "s"): \(list)"
    }
    // torch has the plural the wrong way round.
    return "\(name)() missing \(missing.count) required positional argument\(missing.count == 1 ? "s" : ""): "
      + missing.joined(separator: ", ")
  }

  /// A keyword that no parameter has, or that names what was given already.
  private func unknownKeyword(_ schema: Schema) -> String? {
    let function = isPython ? PythonFunctions.innerName(name) : name
    for (keyword, _) in keywords {
      guard let place = schema.parameters.firstIndex(where: { $0.matches(keyword) }), !(isMethod && place == 0),
        !(isMethod && schema.parameters[place].type == .out)
      else {
        return "\(function)() got an unexpected keyword argument '\(keyword.string)'"
      }
      if place < arguments.positionalCount { return "\(function)() got multiple values for argument '\(keyword.string)'" }
    }
    return nil
  }

  /// Whether the sizes were spread over the arguments.
  private func spreads(_ schema: Schema) -> Bool {
    let variadic = schema.variadicIndex
    guard variadic >= 0, arguments.positionalCount > variadic, isMethod || variadic == 0 || !schema.spreadsInts else { return false }
    let first = arguments.base[variadic]
    if first.isKind(.tensor), !oneElement(first) { return false }
    return first.isKind(.tensor) || (Convert.int(first) != nil && !first.isBool)
  }

  private func oneElement(_ slot: Slot) -> Bool {
    guard slot.isObject, let box = slot.object as? TensorObject else { return false }
    return box.tensor.count == 1
  }

  private func tooMany(_ schema: Schema) -> String {
    let allowed = schema.positionalCount
    let least = schema.parameters.filter { !$0.isKeywordOnly && $0.defaultText == nil }.count
    // What is required by name alone counts as well.
    let demanded = isPython ? least : schema.parameters.filter { $0.defaultText == nil }.count
    let range = demanded != allowed ? "from \(demanded - skipped) to \(allowed - skipped)" : "\(allowed - skipped)"
    let isOne = demanded == allowed && allowed - skipped == 1
    let count = arguments.positionalCount - skipped
    return "\(name)() takes \(range) positional argument\(isOne ? "" : "s") but \(count) \(count == 1 ? "was" : "were") given"
  }

  private func parameter(_ schema: Schema, _ keyword: StrObject) -> Schema.Parameter? {
    schema.parameters.first { $0.matches(keyword) }
  }

  private func missingNames(_ schema: Schema) -> [String] {
    var missing: [String] = []
    for (k, parameter) in schema.parameters.enumerated()
    where k >= arguments.positionalCount && parameter.isRequired
      && !arguments.keywords.contains(where: { parameter.matches($0.name) })
    {
      missing.append("\"\(shownName(parameter))\"")
    }
    return missing
  }

  /// What is wrong with a value for a parameter; `place` is nil for keywords.
  private func wrong(_ parameter: Schema.Parameter, _ slot: Slot, _ shown: String, _ place: Int?) -> String? {
    if Matching.accepts(parameter, slot, isSelf: place == 0) { return nil }
    let position = place.map { " (position \($0 + 1 - skipped))" } ?? ""
    if let items = Convert.items(slot) {
      switch parameter.type {
      case .tensors, .optionalTensors:
        if let bad = items.firstIndex(where: { !$0.isKind(.tensor) }) {
          return "expected Tensor as element \(bad) in argument \(place ?? 0), but got \(vm.type(of: items[bad]).operandName)"
        }
      case .ints:
        if let bad = items.firstIndex(where: { Convert.int($0) == nil }) {
          let type = vm.type(of: items[bad]).operandName
          if bad > 0 {
            return "\(name)(): argument '\(shown)' failed to unpack the object at pos \(bad + 1) with error \"type must be "
              + "tuple of ints,but got \(type)\""
          }
          return "\(name)(): argument '\(shown)'\(position) must be tuple of ints, but found element of type \(type) at pos 0"
        }
      default: break
      }
    }
    let inner = PythonFunctions.inner(name, shown, position, isFunctional: isPython)
    if case .ints = parameter.type, isPython, PythonFunctions.pairing.contains(name) {
      // One value stands for two before the operator sees it.
      return "\(inner.0)(): argument '\(inner.1)'\(inner.2) must be tuple of ints, but found element of type "
        + "\(vm.type(of: slot).operandName) at pos 0"
    }
    return "\(inner.0)(): argument '\(inner.1)'\(inner.2) must be \(isPython && parameter.type == .float ? "Number" : expected(parameter)), "
      + "not \(plainName(slot))"
  }

  // MARK: All signatures

  private func list(_ schemas: [Schema]) -> String {
    var got: [String] = []
    for k in skipped..<Swift.max(arguments.positionalCount, skipped) { got.append(plainName(arguments.base[k])) }
    for (keyword, value) in keywords { got.append("\(keyword.string)=\(plainName(value.borrowed))") }
    // torch leaves a comma when only keywords were given.
    if arguments.positionalCount <= skipped, !got.isEmpty { got.append("") }
    let start = "\(name)() received an invalid combination of arguments - got (\(got.joined(separator: ", "))), but expected "
    if schemas.count == 1 { return start + signature(schemas[0]) }
    return start + "one of:\n" + schemas.map { " * \(signature($0))\n\(reason($0))" }.joined()
  }

  /// Why a signature with as many parameters as arguments were given did not match.
  private func reason(_ schema: Schema) -> String {
    // torch counts the star of keyword-only parameters as one more, and nothing as one.
    let pieces = signature(schema).dropFirst().dropLast()
    let parameters = schema.parameters.dropFirst(skipped).filter { !(isMethod && $0.type == .out) }
    let star = parameters.firstIndex { $0.isKeywordOnly }
    // Of parameters with a default it compares the default as well, so none of them ever fits.
    let types = parameters.map { $0.isRequired ? expected($0) : "" }
    var wanted = Array(types[..<(star ?? types.count)])
    if let star { wanted += ["*"] + types[star...] }
    guard Swift.max(wanted.count, 1) == given, pieces.isEmpty || wanted.count == given else { return "" }
    // A keyword whose place is taken counts as unknown.
    let unknown = keywords.filter { (name, _) in
      schema.parameters.firstIndex { $0.matches(name) }.map { $0 < arguments.positionalCount } ?? true
    }.map { $0.name.string }
    if !unknown.isEmpty {
      return "      didn't match because some of the keywords were incorrect: \(unknown.joined(separator: ", "))\n"
    }
    var shown: [String] = []
    for k in 0..<Swift.max(arguments.positionalCount - skipped, 0) {
      let type = typeName(arguments.base[k + skipped])
      shown.append(k < wanted.count && type == wanted[k] ? type : "!\(type)!")
    }
    for (keyword, value) in keywords {
      let type = typeName(value.borrowed)
      shown.append(parameter(schema, keyword).map { expected($0) } == type ? "\(keyword.string)=\(type)" : "!\(keyword.string)=\(type)!")
    }
    return "      didn't match because some of the arguments have invalid types: (\(shown.joined(separator: ", ")))\n"
  }

  /// A schema as torch shows it.
  private func signature(_ schema: Schema) -> String {
    var parts: [String] = []
    var sawStar = false
    for parameter in schema.parameters.dropFirst(skipped) where !(isMethod && parameter.type == .out) {
      if parameter.isKeywordOnly && !sawStar {
        parts.append("*")
        sawStar = true
      }
      var text = "\(expected(parameter)) \(shownName(parameter))"
      if let value = parameter.defaultText { text += " = \(parameter.name.string == "pin_memory" ? "False" : value)" }
      parts.append(text)
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  /// torch calls the first tensor of functions `input`.
  private func shownName(_ parameter: Schema.Parameter) -> String {
    let name = parameter.name.string
    return name == "self" && parameter.type == .tensor ? "input" : name
  }

  private func expected(_ parameter: Schema.Parameter) -> String {
    if parameter.text.hasPrefix("MemoryFormat") { return "torch.memory_format" }
    switch parameter.type {
    case .tensor: return "Tensor"
    case .number: return "Number"
    case .int: return "int"
    case .float: return "float"
    case .bool: return "bool"
    case .string: return "str"
    case .dtype: return "torch.dtype"
    case .device: return "torch.device"
    case .layout: return "torch.layout"
    case .generator: return "torch.Generator"
    case .tensors, .optionalTensors: return "tuple of Tensors"
    case .ints: return "tuple of ints"
    case .floats: return "tuple of floats"
    case .any: return "object"
    case .out: return parameter.text.hasPrefix("Tensor[]") ? "tuple of Tensors" : "Tensor"
    }
  }

  /// The keyword arguments as torch lists them: as a hash table of C++ holds them.
  private var keywords: [(name: StrObject, value: Value)] {
    var order: [(bucket: UInt64, entry: (name: StrObject, value: Value))] = []
    for entry in arguments.keywords {
      let bucket = KeywordOrder.hash(Array(entry.name.string.utf8)) % 13
      // A new bucket goes in front of all, a new entry in front of its bucket.
      order.insert((bucket, (entry.name, entry.value)), at: order.firstIndex { $0.bucket == bucket } ?? 0)
    }
    return order.map { $0.entry }
  }

  /// The name of a type where torch does not look into containers.
  private func plainName(_ slot: Slot) -> String {
    let type = vm.type(of: slot)
    return type.moduleName.hasPrefix("torch") && type.name != "Tensor" ? "torch.\(type.name)" : type.name
  }

  /// The name of a type with those of what it contains.
  private func typeName(_ slot: Slot) -> String {
    if slot.isObject, slot.kind == .list || slot.kind == .tuple, let items = Convert.items(slot) {
      let inner = items.map { vm.type(of: $0).name }
      return slot.kind == .list
        ? "list of [\(inner.joined(separator: ", "))]" : "tuple of (\(inner.joined(separator: ", ")))"
    }
    return plainName(slot)
  }
}

/// The hash of text that orders keyword arguments in torch's messages: MurmurHash64A.
enum KeywordOrder {
  static func hash(_ bytes: [UInt8]) -> UInt64 {
    let multiplier: UInt64 = 0xc6a4_a793_5bd1_e995
    var hash = 0xc70f_6907 ^ (UInt64(bytes.count) &* multiplier)
    var place = 0
    while place < bytes.count {
      let end = Swift.min(place + 8, bytes.count)
      var word: UInt64 = 0
      for k in place..<end { word |= UInt64(bytes[k]) << UInt64(8 * (k - place)) }
      if end - place == 8 { word = mixed(word &* multiplier) &* multiplier }
      hash = (hash ^ word) &* multiplier
      place = end
    }
    return mixed(mixed(hash) &* multiplier)
  }

  private static func mixed(_ value: UInt64) -> UInt64 { value ^ (value >> 47) }
}

extension Schema {
  /// A signature as torch's messages show it, `(Tensor input, int dim, *, Tensor out = None)`; methods get their tensor.
  convenience init(_ vm: VM, shown text: String, _ name: String, _ isMethod: Bool) {
    var parts: [String] = isMethod ? ["Tensor self"] : []
    for part in Schema.split(name + text) { parts.append(Schema.declaration(part)) }
    self.init(vm, name + "(" + parts.joined(separator: ", ") + ")")
  }

  private static func declaration(_ shown: String) -> String {
    let types: [(String, String)] = [
      ("tuple of ints ", "int[1] "), ("tuple of Tensors ", "Tensor[] "), ("tuple of floats ", "float[] "),
      ("torch.dtype ", "ScalarType "), ("torch.layout ", "Layout "), ("torch.device ", "Device "),
      ("torch.Generator ", "Generator "), ("torch.memory_format ", "MemoryFormat "),
    ]
    var text = shown
    for (from, to) in types where text.hasPrefix(from) { text = to + text.dropFirst(from.count) }
    if text.hasPrefix("int[1] size") || text.hasPrefix("int[1] shape") { text = "int[]" + text.dropFirst(6) }
    guard let equals = text.range(of: " = ") else { return text }
    let value = String(text[equals.upperBound...])
    var declared = String(text[..<equals.lowerBound])
    if value == "None", let blank = declared.firstIndex(of: " "), !declared.hasPrefix("ScalarType") {
      declared.insert("?", at: blank)
    }
    return declared + "=" + value
  }
}
