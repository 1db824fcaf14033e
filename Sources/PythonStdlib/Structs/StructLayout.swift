import Interpreter

/// What a format of `struct` says: fields with their places.
final class StructLayout {
  /// One field of a format.
  struct Field {
    let code: UInt8
    let count: Int
    /// Bytes of one value.
    let size: Int
    /// Where the field begins.
    let offset: Int
  }
  let fields: [Field]
  /// Number of bytes and of values.
  let size, values: Int
  let isLittle: Bool
  /// Floats too large become infinite.
  let isNative: Bool
  /// Bytes without a field lie between others, or texts may be shorter than their field.
  let hasGaps: Bool
  let format: StrObject

  private init(_ format: StrObject, _ fields: [Field], _ size: Int, _ values: Int, _ isLittle: Bool, _ isNative: Bool) {
    self.format = format
    self.fields = fields
    self.size = size
    self.values = values
    self.isLittle = isLittle
    self.isNative = isNative
    hasGaps = fields.reduce(0) { "xsp".utf8.contains($1.code) ? $0 : $0 + $1.count * $1.size } != size
  }

  /// Reads a format.
  static func read(_ vm: VM, _ tools: StructTools, _ format: StrObject) throws(Raised) -> StructLayout {
    let text = try Codecs.encode(vm, format, "ascii")
    var fields: [Field] = []
    var (size, values, at) = (0, 0, 0)
    var (native, isLittle) = (true, true)
    if let mark = text.first, [0x40, 0x3D, 0x3C, 0x3E, 0x21].contains(mark) {
      native = mark == 0x40
      isLittle = mark != 0x3E && mark != 0x21
      at = 1
    }
    while at < text.count {
      if text[at] == 0x20 || (text[at] >= 9 && text[at] <= 13) {
        at += 1
        continue
      }
      var count: Int?
      while at < text.count, text[at] >= 0x30, text[at] <= 0x39 {
        count = min((count ?? 0) * 10 + Int(text[at] - 0x30), 1 << 40)
        at += 1
      }
      if at >= text.count { throw tools.problem(vm, "repeat count given without format specifier") }
      let code = text[at]
      at += 1
      guard let unit = unit(code, native) else { throw tools.problem(vm, "bad char in struct format") }
      let padding = native && unit > 1 ? (unit - size % unit) % unit : 0
      let n = count ?? 1
      let (bytes, overflow) = n.multipliedReportingOverflow(by: unit)
      if overflow || bytes > 1 << 40 || size > 1 << 40 { throw tools.problem(vm, "total struct size too long") }
      size += padding
      if code != 0x78 { fields.append(Field(code: code, count: n, size: unit, offset: size)) }
      size += bytes
      if code != 0x78 { values += code == 0x73 || code == 0x70 ? 1 : n }
    }
    return StructLayout(format, fields, size, values, isLittle, native)
  }

  private static func unit(_ code: UInt8, _ native: Bool) -> Int? {
    switch Unicode.Scalar(code) {
    case "x", "c", "b", "B", "?", "s", "p": return 1
    case "h", "H", "e": return 2
    case "i", "I", "f": return 4
    case "l", "L": return native ? 8 : 4
    case "q", "Q", "d": return 8
    case "n", "N", "P": return native ? 8 : nil
    default: return nil
    }
  }
}

/// What the functions of `struct` share.
final class StructTools {
  /// `struct.error`.
  var error: TypeObject?
  /// Layouts of the formats used last, by the text object and by the text.
  private var recent: [(format: StrObject, layout: StructLayout)] = []
  private var known: [String: StructLayout] = [:]
  /// Room for the values of a tuple; no Python code runs while it is in use.
  let scratch = UnsafeMutablePointer<Slot>.allocate(capacity: StructTools.room)
  static var room: Int { 64 }

  deinit { scratch.deallocate() }

  /// An error of this module.
  func problem(_ vm: VM, _ message: String) -> Raised { vm.raised(error ?? vm.types.valueError, message) }

  /// The layout of a format.
  @inline(__always)
  func layout(_ vm: VM, _ format: Slot) throws(Raised) -> StructLayout {
    for entry in recent where format.isObject && unsafeBitCast(entry.format, to: UInt.self) == format.bits { return entry.layout }
    return try find(vm, format.value)
  }
  @inline(never)
  private func find(_ vm: VM, _ value: Value) throws(Raised) -> StructLayout {
    let text: StrObject
    if let given = value.asStr { text = given } else if let bytes = ByteView(value) {
      text = try Codecs.latin1(vm, bytes)
    } else {
      throw vm.typeError("Struct() argument 1 must be a str or bytes object, not \(vm.type(of: value).name)")
    }
    let name = text.string
    let layout: StructLayout
    if let made = known[name] { layout = made } else { layout = try StructLayout.read(vm, self, text) }
    if known.count >= 100 { known = [:] }
    known[name] = layout
    // A format that is built anew each time has one place.
    if let place = recent.firstIndex(where: { $0.layout === layout }) {
      recent[place].format = text
      return layout
    }
    if recent.count >= 4 { recent.removeFirst() }
    recent.append((text, layout))
    return layout
  }
}
