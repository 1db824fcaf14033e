/// `str.format`: replacement fields with names, attributes, indexes, conversions and nested specifications.
struct StrFormat {
  /// Where the values of fields with names come from.
  enum Names {
    case arguments(Arguments)
    case mapping(Value)
  }
  private let vm: VM
  /// Positional values; nil for `format_map`.
  private let values: UnsafeBufferPointer<Slot>?
  private let names: Names
  /// Next automatic number, or -1 once fields are numbered by hand; nil while undecided.
  private var automatic: Int?

  /// Formats a template.
  static func format(
    _ vm: VM, _ template: StrObject, _ values: UnsafeBufferPointer<Slot>?, _ names: Names
  ) throws(Raised) -> StrObject {
    var formatter = StrFormat(vm: vm, values: values, names: names, automatic: nil)
    return try formatter.run(template, depth: 2)
  }

  private mutating func run(_ text: StrObject, depth: Int) throws(Raised) -> StrObject {
    if depth <= 0 { throw vm.valueError("Max string recursion exceeded") }
    var out = StrBuilder(capacity: text.count)
    let n = text.count
    var i = 0
    var start = 0
    while i < n {
      let p = text[i]
      if p != 0x7B && p != 0x7D {
        i &+= 1
        continue
      }
      if i &+ 1 < n && text[i &+ 1] == p {
        out.append(text, start..<(i &+ 1))
        i &+= 2
        start = i
        continue
      }
      if p == 0x7D { throw vm.valueError("Single '}' encountered in format string") }
      if i &+ 1 >= n { throw vm.valueError("Single '{' encountered in format string") }
      out.append(text, start..<i)
      i = try field(text, i &+ 1, depth: depth, into: &out)
      start = i
    }
    out.append(text, start..<n)
    return try out.finish(vm)
  }

  /// Formats the field that begins after the brace at `begin`; returns the place after its closing brace.
  private mutating func field(
    _ text: StrObject, _ begin: Int, depth: Int, into out: inout StrBuilder
  ) throws(Raised) -> Int {
    let n = text.count
    var i = begin
    var bracket = false
    scan: while i < n {
      switch text[i] {
      case 0x5B: bracket = true
      case 0x5D: bracket = false
      case 0x7B where !bracket: throw vm.valueError("unexpected '{' in field name")
      case 0x7D, 0x3A, 0x21: if !bracket { break scan }
      default: break
      }
      i &+= 1
    }
    if i >= n { throw vm.valueError("expected '}' before end of string") }
    let nameEnd = i
    var conversion: UInt32 = 0
    if text[i] == 0x21 {
      if i &+ 1 >= n { throw vm.valueError("end of string while looking for conversion specifier") }
      conversion = text[i &+ 1]
      i &+= 2
      if i >= n || conversion == 0x7D { throw vm.valueError("unmatched '{' in format spec") }
      if text[i] != 0x3A && text[i] != 0x7D {
        throw vm.valueError("expected ':' after conversion specifier")
      }
    }
    var spec = vm.emptyString
    if text[i] == 0x3A {
      let specStart = i &+ 1
      var nested = 1
      var hasFields = false
      i &+= 1
      while i < n {
        if text[i] == 0x7B {
          nested &+= 1
          hasFields = true
        } else if text[i] == 0x7D {
          nested &-= 1
          if nested == 0 { break }
        }
        i &+= 1
      }
      if i >= n { throw vm.valueError("unmatched '{' in format spec") }
      var value = try resolve(text, begin, nameEnd)
      if !hasFields && text.isASCII {
        value = try convert(value, conversion)
        let begin = text.storage.assumingMemoryBound(to: UInt8.self) + specStart
        if let quick = QuickFormat.format(vm, value, begin, i &- specStart) {
          out.append(quick)
        } else {
          out.append(try vm.format(value, try text.part(vm, specStart..<i)))
        }
        return i &+ 1
      }
      spec = try text.part(vm, specStart..<i)
      if hasFields { spec = try run(spec, depth: depth &- 1) }
      value = try convert(value, conversion)
      out.append(try vm.format(value, spec))
      return i &+ 1
    }
    let value = try convert(try resolve(text, begin, nameEnd), conversion)
    if !out.append(plain: value) { out.append(try vm.format(value, spec)) }
    return i &+ 1
  }

  private func convert(_ value: Value, _ conversion: UInt32) throws(Raised) -> Value {
    switch conversion {
    case 0: return value
    case 0x72: return .object(try vm.repr(value))
    case 0x73: return .object(try vm.str(value))
    case 0x61: return .object(try StrRepr.ascii(vm, value))
    default:
      if conversion > 32 && conversion < 127, let scalar = Unicode.Scalar(conversion) {
        throw vm.valueError("Unknown conversion specifier \(Character(scalar))")
      }
      throw vm.valueError("Unknown conversion specifier \\x\(String(conversion, radix: 16))")
    }
  }

  /// The value of a field name such as `0.real[key]`.
  private mutating func resolve(_ text: StrObject, _ begin: Int, _ end: Int) throws(Raised) -> Value {
    var i = begin
    while i < end && text[i] != 0x2E && text[i] != 0x5B { i &+= 1 }
    var value: Value
    if i == begin {
      let number = try take(automatic: true)
      value = try positional(number)
    } else if let number = try index(text, begin, i) {
      _ = try take(automatic: false)
      value = try positional(number)
    } else {
      value = try lookup(try text.part(vm, begin..<i))
    }
    while i < end {
      if text[i] == 0x2E {
        var j = i &+ 1
        while j < end && text[j] != 0x2E && text[j] != 0x5B { j &+= 1 }
        if j == i &+ 1 { throw vm.valueError("Empty attribute in format string") }
        value = try vm.getAttr(value, try text.part(vm, (i &+ 1)..<j))
        i = j
      } else if text[i] == 0x5B {
        var j = i &+ 1
        while j < end && text[j] != 0x5D { j &+= 1 }
        if j >= end { throw vm.valueError("Missing ']' in format string") }
        if j == i &+ 1 { throw vm.valueError("Empty attribute in format string") }
        if let number = try index(text, i &+ 1, j) {
          value = try vm.getItem(value, .int(number))
        } else {
          value = try vm.getItem(value, .object(try text.part(vm, (i &+ 1)..<j)))
        }
        i = j &+ 1
      } else {
        throw vm.valueError("Only '.' or '[' may follow ']' in format field specifier")
      }
    }
    return value
  }

  /// The number that a range of the text spells; nil when it is a name.
  private func index(_ text: StrObject, _ begin: Int, _ end: Int) throws(Raised) -> Int? {
    if end == begin &+ 1, text[begin] &- 0x30 < 10 { return Int(text[begin] &- 0x30) }
    for i in begin..<end where CharacterRules.decimalValue(text[i]) == nil { return nil }
    var at = begin
    return try FormatSpec.number(vm, try text.part(vm, 0..<end), &at)
  }

  private mutating func take(automatic isAutomatic: Bool) throws(Raised) -> Int {
    guard let known = automatic else {
      automatic = isAutomatic ? 1 : -1
      return 0
    }
    if isAutomatic {
      if known < 0 {
        throw vm.valueError("cannot switch from manual field specification to automatic field numbering")
      }
      automatic = known &+ 1
      return known
    }
    if known >= 0 {
      throw vm.valueError("cannot switch from automatic field numbering to manual field specification")
    }
    return 0
  }

  private func lookup(_ name: StrObject) throws(Raised) -> Value {
    switch names {
    case .mapping(let mapping): return try vm.getItem(mapping, .object(name))
    case .arguments(let args):
      if let names = args.keywordNames {
        for i in 0..<names.count where names[i].asStr?.equals(name) ?? false {
          return args[args.positionalCount &+ i]
        }
      }
      throw vm.keyError(.object(name))
    }
  }

  private func positional(_ number: Int) throws(Raised) -> Value {
    guard let values else { throw vm.valueError("Format string contains positional fields") }
    if number >= values.count {
      throw vm.indexError("Replacement index \(number) out of range for positional args tuple")
    }
    return values[number].value
  }
}
