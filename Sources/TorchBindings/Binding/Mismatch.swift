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
    let call = Mismatch(vm: vm, name: plain, arguments: arguments, isMethod: isMethod, isPython: python)
    if python {
      if let raised = PythonOperands.error(vm, plain, arguments) { return raised }
      if let schema = schemas.first, let raised = call.reduction(schema) { return raised }
    }
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
    let unknown = keywords.first {
      guard let known = parameter(schema, $0.name) else { return true }
      return known.type == .out || known === schema.parameters[0]
    }
    if unknown == nil, arguments.positionalCount > schema.positionalCount {
      return "Tensor.\(name)() takes from \(first.isEmpty ? 1 : 2) to \(schema.positionalCount) positional arguments but "
        + "\(arguments.positionalCount) were given"
    }
    if !first.isEmpty, given == 0 { return "Tensor.\(name)() missing 1 required positional argument: '\(first)'" }
    guard let (keyword, _) = unknown else { return nil }
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

  /// A `reduction` that is no text, which such functions look at before they call an operator.
  private func reduction(_ schema: Schema) -> Raised? {
    guard let place = schema.parameters.firstIndex(where: { $0.name.string == "reduction" }), unknownKeyword(schema) == nil,
      missingNames(schema).isEmpty, arguments.positionalCount <= schema.positionalCount
    else { return nil }
    let given = place < arguments.positionalCount ? arguments.base[place] : arguments.keywords.first { $0.name.string == "reduction" }?.value.borrowed
    guard let given, !given.isKind(.str) else { return nil }
    // A tensor of one number is formatted as that number.
    let single = given.isKind(.tensor) && given.isObject ? (given.object as? TensorObject).flatMap { $0.tensor.dim == 0 ? $0.tensor : nil } : nil
    guard let text = try? vm.str(single.map { (x) throws(Raised) in try Convert.item(vm, x) } ?? given.value).string else { return nil }
    for (k, parameter) in schema.parameters.enumerated() where k < Swift.min(arguments.positionalCount, place) {
      if !Matching.accepts(parameter, arguments.base[k], isSelf: k == 0) { return nil }
    }
    return vm.valueError("\(text) is not a valid value for reduction")
  }

  // MARK: One signature

  /// `add(): argument 'other' (position 1) must be Tensor, not str` and its relatives.
  private func single(_ schema: Schema) -> String? {
    let parameters = schema.parameters
    let positional = arguments.positionalCount
    let keywords = arguments.keywords
    if isMethod, parameters.filter({ $0.type != .out }).count == 1, positional > 1 || !keywords.isEmpty {
      if !keywords.isEmpty { return "TensorBase.\(name)() takes no keyword arguments" }
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
    // CPython binds the keywords before it counts.
    if isPython, let text = unknownKeyword(schema) { return text }
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
      guard let place = parameters.firstIndex(where: { $0.matches(keyword) }) else { continue }
      // Functions of Python hand on by place what they got by name.
      let shown = isPython && parameters[place].type != .dtype ? place : nil
      if let text = wrong(parameters[place], value.borrowed, keyword.string, shown) { return text }
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
      return "\(innerName)() missing \(missing.count) required positional "
        + "argument\(missing.count == 1 ? "" : "s"): \(list)"
    }
    // torch has the plural the wrong way round.
    return "\(name)() missing \(missing.count) required positional argument\(missing.count == 1 ? "s" : ""): "
      + missing.joined(separator: ", ")
  }

  /// A keyword that no parameter has, or that names what was given already.
  private func unknownKeyword(_ schema: Schema) -> String? {
    let function = isPython ? innerName : name
    for (keyword, _) in isPython ? arguments.keywords.map({ ($0.name, $0.value) }) : keywords {
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
    return box.tensor.count == 1 && box.tensor.dtype.isIntegral
  }

  /// The name of a function of Python as its messages show it: that of the one it chooses by an argument.
  private var innerName: String { returnsIndices ? name + "_with_indices" : PythonFunctions.innerName(name) }

  /// Whether a maximum is asked for with the places where it was.
  private var returnsIndices: Bool {
    guard isPython, let place = PythonFunctions.indicesPlace(name) else { return false }
    let given = place < arguments.positionalCount ? arguments.base[place] : arguments.keywords.first { $0.name.string == "return_indices" }?.value.borrowed
    return given.flatMap { try? vm.truth($0.value) } ?? false
  }

  private func tooMany(_ schema: Schema) -> String {
    let allowed = schema.positionalCount
    let least = schema.parameters.filter { !$0.isKeywordOnly && $0.defaultText == nil }.count
    // What is required by name alone counts as well.
    let demanded = isPython ? least : schema.parameters.filter { $0.defaultText == nil }.count
    let range = demanded != allowed ? "from \(demanded - skipped) to \(allowed - skipped)" : "\(allowed - skipped)"
    let isOne = demanded == allowed && allowed - skipped == 1
    let count = arguments.positionalCount - skipped
    return "\(isPython ? innerName : name)() takes \(range) positional argument\(isOne ? "" : "s") but \(count) \(count == 1 ? "was" : "were") given"
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
          let inner = PythonFunctions.inner(name, shown, position, isFunctional: isPython)
          if bad > 0 {
            return "\(inner.0)(): argument '\(inner.1)' failed to unpack the object at pos \(bad + 1) with error \"type must be "
              + "tuple of ints,but got \(type)\""
          }
          return "\(inner.0)(): argument '\(inner.1)'\(inner.2) must be tuple of ints, but found element of type \(type) at pos 0"
        }
      default: break
      }
    }
    var inner = PythonFunctions.inner(name, shown, position, isFunctional: isPython)
    if returnsIndices { inner.0 += "_with_indices" }
    if case .ints = parameter.type, isPython, PythonFunctions.pairing.contains(name) {
      // One value stands for two before the operator sees it.
      return "\(inner.0)(): argument '\(inner.1)'\(inner.2) must be tuple of ints, but found element of type "
        + "\(vm.type(of: slot).operandName) at pos 0"
    }
    return "\(inner.0)(): argument '\(inner.1)'\(inner.2) must be \(isPython && parameter.type == .float && !PythonFunctions.takesFloat(name, shown) ? "Number" : expected(parameter)), "
      + "not \(plainName(slot))"
  }

  // MARK: All signatures

  private func list(_ schemas: [Schema]) -> String {
    var got: [String] = []
    for k in skipped..<Swift.max(arguments.positionalCount, skipped) { got.append(plainName(arguments.base[k])) }
    for (keyword, value) in keywords { got.append("\(keyword.string)=\(plainName(value.borrowed))") }
    // torch leaves a comma when only keywords were given.
    if arguments.positionalCount <= skipped, !got.isEmpty { got.append("") }
    if schemas.count == 1 {
      let shown: String
      switch disagreement(schemas[0], isOnly: true) {
      case .keywords(let names)?: shown = "unrecognized keyword arguments: \(names)"
      case .types(let types)?: shown = "(\(types)), but expected \(signature(schemas[0]))"
      case nil: shown = "(\(got.joined(separator: ", "))), but expected \(signature(schemas[0]))"
      }
      return "\(name)() received an invalid combination of arguments - got \(shown)"
    }
    let start = "\(name)() received an invalid combination of arguments - got (\(got.joined(separator: ", "))), but expected "
    return start + "one of:\n" + schemas.map { " * \(signature($0))\n\(reason($0))" }.joined()
  }

  /// What is wrong with the arguments for one signature.
  private enum Disagreement {
    case keywords(String)
    case types(String)
  }

  /// Why a signature with as many parameters as arguments were given did not match, as the list of them says it.
  private func reason(_ schema: Schema) -> String {
    switch disagreement(schema) {
    case nil: ""
    case .keywords(let names)?: "      didn't match because some of the keywords were incorrect: \(names)\n"
    case .types(let types)?: "      didn't match because some of the arguments have invalid types: (\(types))\n"
    }
  }

  private func disagreement(_ schema: Schema, isOnly: Bool = false) -> Disagreement? {
    // torch counts the star of keyword-only parameters as one more, and nothing as one.
    let pieces = signature(schema).dropFirst().dropLast()
    let parameters = schema.parameters.dropFirst(skipped).filter { !(isMethod && $0.type == .out) }
    let star = parameters.firstIndex { $0.isKeywordOnly }
    // Of parameters with a default it compares the default as well, so none of them ever fits.
    let types = parameters.map { $0.isRequired ? expected($0) : "" }
    var wanted = Array(types[..<(star ?? types.count)])
    if let star { wanted += ["*"] + types[star...] }
    let fits = Swift.max(wanted.count, 1) == given && (pieces.isEmpty || wanted.count == given)
    // Of the only signature there is, keywords are looked at however many arguments there are.
    guard fits || isOnly else { return nil }
    // torch looks for a keyword among the last pieces alone, and takes the default of a parameter for its name.
    let start = wanted.count - keywords.count
    let unknown = keywords.filter { (name, _) in
      guard let place = parameters.firstIndex(where: { $0.matches(name) }) else { return true }
      let parameter = parameters[place]
      return !parameter.isRequired || place + (parameter.isKeywordOnly ? 1 : 0) < start
    }.map { $0.name.string }
    if !unknown.isEmpty {
      return .keywords(unknown.joined(separator: ", "))
    }
    guard fits else { return nil }
    var shown: [String] = []
    for k in 0..<Swift.max(arguments.positionalCount - skipped, 0) {
      let type = typeName(arguments.base[k + skipped])
      shown.append(k < wanted.count && type == wanted[k] ? type : "!\(type)!")
    }
    for (keyword, value) in keywords {
      let type = typeName(value.borrowed)
      shown.append(parameter(schema, keyword).map { expected($0) } == type ? "\(keyword.string)=\(type)" : "!\(keyword.string)=\(type)!")
    }
    return .types(shown.joined(separator: ", "))
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
    if parameter.text.hasPrefix("Storage ") { return "torch.Storage" }
    if parameter.text.hasPrefix("Scalar[] ") { return "tuple of Scalars" }
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
      ("tuple of ints ", "int[1] "), ("tuple of Tensors ", "Tensor[] "), ("tuple of floats ", "float[] "), ("tuple of Scalars ", "Scalar[] "),
      ("torch.dtype ", "ScalarType "), ("torch.layout ", "Layout "), ("torch.device ", "Device "),
      ("torch.Generator ", "Generator "), ("torch.memory_format ", "MemoryFormat "), ("torch.Storage ", "Storage "),
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
