/// `template % values` for str and, through Latin-1, for bytes.
struct PercentFormat {
  private let vm: VM
  private let template: StrObject
  private let values: Value
  private let tuple: TupleObject?
  private let isBytes: Bool
  private var used = 0

  /// Formats a str.
  static func format(_ vm: VM, _ template: StrObject, _ values: Value) throws(Raised) -> StrObject {
    if let quick = QuickPercent.format(vm, template, values) { return quick }
    var formatter = PercentFormat(
      vm: vm, template: template, values: values, tuple: values.asTuple, isBytes: false)
    return try formatter.run()
  }
  /// Formats bytes: the template and the result hold one byte per code point.
  static func formatBytes(_ vm: VM, _ template: StrObject, _ values: Value) throws(Raised) -> StrObject {
    var formatter = PercentFormat(
      vm: vm, template: template, values: values, tuple: values.asTuple, isBytes: true)
    return try formatter.run()
  }

  /// One conversion: `%(key)flags width.precision type`.
  private struct Field {
    var left = false
    var plus = false
    var space = false
    var alternate = false
    var zero = false
    var width = 0
    var precision = -1
    /// Nothing but the type was given.
    var isPlain: Bool { width == 0 && precision < 0 && !plus && !space && !alternate }
  }

  /// Whether a field named a key: then the mapping is no argument of its own any more.
  private var usedKey = false

  private mutating func run() throws(Raised) -> StrObject {
    var out = StrBuilder(capacity: template.count)
    let n = template.count
    var i = 0
    while i < n {
      let next = TextSearch.find(template, 0x25, i, n)
      if next < 0 { break }
      out.append(template, i..<next)
      i = next &+ 1
      var field = Field()
      var keyed: Value?
      if i < n && template[i] == 0x28 {
        usedKey = true
        keyed = try key(&i)
      }
      flags: while i < n {
        switch template[i] {
        case 0x2D: field.left = true
        case 0x2B: field.plus = true
        case 0x20: field.space = true
        case 0x23: field.alternate = true
        case 0x30: field.zero = true
        default: break flags
        }
        i &+= 1
      }
      field.width = try size(&i, "width too big") ?? 0
      if field.width < 0 {
        field.left = true
        field.width = 0 &- field.width
      }
      if i < n && template[i] == 0x2E {
        i &+= 1
        field.precision = max(0, try size(&i, "precision too big") ?? 0)
      }
      while i < n, template[i] == 0x68 || template[i] == 0x6C || template[i] == 0x4C { i &+= 1 }
      if i >= n { throw vm.valueError("incomplete format") }
      let type = template[i]
      i &+= 1
      if type == 0x25 {
        out.append(0x25)
        continue
      }
      let value: Value
      if let keyed { value = keyed } else { value = try nextValue() }
      try write(value, type, field, at: i &- 1, into: &out)
    }
    if i < n { out.append(template, i..<n) }
    if !usedKey {
      if let tuple {
        if used < tuple.count { throw tooMany() }
      } else if used == 0 && !isMapping {
        throw tooMany()
      }
    }
    return try out.finish(vm)
  }

  private func tooMany() -> Raised {
    vm.typeError("not all arguments converted during \(isBytes ? "bytes" : "string") formatting")
  }

  /// Subscriptable values that are neither tuple nor str may stay unused.
  private var isMapping: Bool {
    guard case .object(let o) = values else { return false }
    switch o.kind {
    case .tuple, .str: return false
    case .dict, .list, .mappingProxy, .range: return true
    case .bytes, .bytearray: return !isBytes
    default: return vm.type(of: values).lookup(vm, vm.specialNames[Int(Special.getitem.rawValue)]).isUndefined == false
    }
  }

  private func key(_ i: inout Int) throws(Raised) -> Value {
    guard isMapping else { throw vm.typeError("format requires a mapping") }
    let start = i &+ 1
    var depth = 1
    i = start
    while i < template.count && depth > 0 {
      if template[i] == 0x29 { depth &-= 1 }
      if template[i] == 0x28 { depth &+= 1 }
      i &+= 1
    }
    if depth > 0 { throw vm.valueError("incomplete format key") }
    let name = try template.part(vm, start..<(i &- 1))
    if isBytes { return try vm.getItem(values, vm.makeBytes(name.byteArray)) }
    return try vm.getItem(values, .object(name))
  }

  private mutating func nextValue() throws(Raised) -> Value {
    if let tuple {
      if used >= tuple.count { throw vm.typeError("not enough arguments for format string") }
      used &+= 1
      return tuple[used &- 1]
    }
    if used > 0 || usedKey { throw vm.typeError("not enough arguments for format string") }
    used = 1
    return values
  }

  /// A width or precision: digits or `*`; nil when there is none.
  private mutating func size(_ i: inout Int, _ tooBig: String) throws(Raised) -> Int? {
    if i < template.count && template[i] == 0x2A {
      i &+= 1
      guard let number = Integer(try nextValue()) else { throw vm.typeError("* wants int") }
      guard case .small(let value) = number, value.magnitude <= UInt(Int32.max) else {
        throw vm.overflowError("Python int too large to convert to C int")
      }
      return value
    }
    var result = 0
    var any = false
    while i < template.count, template[i] >= 0x30 && template[i] <= 0x39 {
      result = result &* 10 &+ Int(template[i] &- 0x30)
      if result > Int(Int32.max) { throw vm.valueError(tooBig) }
      any = true
      i &+= 1
    }
    return any ? result : nil
  }

  private func write(
    _ value: Value, _ type: UInt32, _ field: Field, at place: Int, into out: inout StrBuilder
  ) throws(Raised) {
    if field.isPlain {
      if type == 0x73 && !isBytes && out.append(plain: value) { return }
      if type == 0x64, case .int(let i) = value {
        out.append(decimal: i)
        return
      }
    }
    switch type {
    case 0x73 where !isBytes: pad(try vm.str(value), field, into: &out)
    case 0x72 where !isBytes: pad(try vm.repr(value), field, into: &out)
    case 0x61, 0x72: pad(try StrRepr.ascii(vm, value), field, into: &out)
    case 0x73 where isBytes, 0x62 where isBytes:
      guard let bytes = try Codecs.bytesLike(vm, value) else {
        throw vm.typeError(
          "%b requires a bytes-like object, or an object that implements __bytes__, not '\(vm.type(of: value).operandName)'")
      }
      pad(try Codecs.latin1(vm, bytes), field, into: &out)
    case 0x63:
      var field = field
      field.precision = -1
      pad(try character(value), field, into: &out)
    case 0x64, 0x69, 0x75, 0x78, 0x58, 0x6F:
      try number(try integer(value, type), type, field).write(vm, layout(field), into: &out)
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47:
      let f: Double
      if case .float(let plain) = value { f = plain } else {
        f = try double(value)
      }
      let parts = try Formatting.floatParts(
        vm, f, type: type, precision: field.precision < 0 ? 6 : field.precision, alternate: field.alternate,
        sign: field.plus ? 0x2B : field.space ? 0x20 : 0)
      try parts.write(vm, layout(field), into: &out)
    default:
      let shown = type > 32 && type < 127 ? String(Character(Unicode.Scalar(UInt8(type)))) : "?"
      throw vm.valueError(
        "unsupported format character '\(shown)' (0x\(String(type, radix: 16))) at index \(place)")
    }
  }

  private func double(_ value: Value) throws(Raised) -> Double {
    if isBytes {
      do throws(Raised) { return try vm.double(value) } catch {
        if error.exception.type.isSubtype(of: vm.types.typeError) {
          throw vm.typeError("float argument required, not \(vm.type(of: value).operandName)")
        }
        throw error
      }
    }
    return try vm.double(value)
  }

  private func layout(_ field: Field) -> FormatSpec {
    var spec = FormatSpec.plain
    spec.width = field.width
    spec.align = field.left ? 0x3C : field.zero ? 0x3D : 0x3E
    spec.fill = field.zero && !field.left ? 0x30 : 0x20
    return spec
  }

  private func pad(_ text: StrObject, _ field: Field, into out: inout StrBuilder) {
    let count = field.precision >= 0 ? min(field.precision, text.count) : text.count
    let padding = max(0, field.width &- count)
    if !field.left { out.append(0x20, times: padding) }
    out.append(text, 0..<count)
    if field.left { out.append(0x20, times: padding) }
  }

  private func character(_ value: Value) throws(Raised) -> StrObject {
    if isBytes {
      if value.kind == .bytes || value.kind == .bytearray, let bytes = ByteView(value), bytes.count == 1 {
        return vm.character(UInt32(bytes[0]))
      }
      guard let number = Integer(value) else {
        throw vm.typeError("%c requires an integer in range(256) or a single byte")
      }
      guard case .small(let byte) = number, byte >= 0, byte < 256 else {
        throw vm.overflowError("%c arg not in range(256)")
      }
      return vm.character(UInt32(byte))
    }
    if let text = value.asStr {
      if text.count != 1 { throw vm.typeError("%c requires int or char") }
      return text
    }
    guard let number = Integer(value) else { throw vm.typeError("%c requires int or char") }
    guard case .small(let point) = number, point >= 0, point < 0x110000 else {
      throw vm.overflowError("%c arg not in range(0x110000)")
    }
    return vm.character(UInt32(point))
  }

  private func integer(_ value: Value, _ type: UInt32) throws(Raised) -> Integer {
    if let number = Integer(value) { return number }
    let letter = Character(Unicode.Scalar(UInt8(type)))
    let needsIndex = type == 0x78 || type == 0x58 || type == 0x6F
    if !needsIndex {
      if case .float(let f) = value, let number = Integer(try Numbers.truncate(vm, f)) { return number }
      if case .object(let o) = value {
        if let made = try vm.callSpecial(o, .int, []), let number = Integer(made) { return number }
        if let made = try o.toInt(vm), let number = Integer(made) { return number }
      }
    }
    if case .object(let o) = value {
      if let made = try vm.callSpecial(o, .index, []), let number = Integer(made) { return number }
      if let made = try o.index(vm), let number = Integer(made) { return number }
    }
    let wanted = needsIndex ? "an integer is required" : "a real number is required"
    throw vm.typeError("%\(letter) format: \(wanted), not \(vm.type(of: value).operandName)")
  }

  private func number(_ number: Integer, _ type: UInt32, _ field: Field) throws(Raised) -> NumberParts {
    var parts = NumberParts(whole: [])
    var digits: [UInt8]
    switch type {
    case 0x78, 0x58:
      digits = IntText.text(number, base: 16)
      if type == 0x58 { Formatting.upper(&digits) }
      if field.alternate { parts.prefix = [0x30, UInt8(type)] }
    case 0x6F:
      digits = IntText.text(number, base: 8)
      if field.alternate { parts.prefix = [0x30, 0x6F] }
    default: digits = try IntText.decimalBytes(vm, number)
    }
    if digits.first == 0x2D {
      parts.sign = 0x2D
      digits.removeFirst()
    } else if field.plus {
      parts.sign = 0x2B
    } else if field.space {
      parts.sign = 0x20
    }
    if field.precision > digits.count {
      if field.precision > 1 << 28 { throw vm.memoryError() }
      digits = [UInt8](repeating: 0x30, count: field.precision &- digits.count) + digits
    }
    parts.whole = digits
    return parts
  }
}
