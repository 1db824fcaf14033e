import FrozenShim
import Syntax

/// Writes compiled modules as `FrozenFormat` says.
struct FrozenWriter {
  private var bytes = [UInt8](repeating: 0, count: MemoryLayout<FrozenHeader>.size)
  private var texts: [Text: Int] = [:]
  private var textPlaces: [Int] = []
  private var modules: [(name: String, text: Int, place: Int)] = []

  private struct Text: Hashable {
    let points: [UInt32]
    let isInterned: Bool
  }

  /// Adds a module; its name is ASCII.
  mutating func add(_ name: String, _ code: CompiledCode) {
    let place = write(code)
    modules.append((name, self.name(name), place))
  }

  /// The whole library.
  mutating func finish() -> [UInt8] {
    modules.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var header = FrozenHeader()
    header.moduleCount = UInt32(modules.count)
    header.textCount = UInt32(textPlaces.count)
    header.modules = table(modules.flatMap { [$0.text, $0.place] })
    header.texts = table(textPlaces)
    header.size = UInt32(bytes.count)
    withUnsafeBytes(of: header) { bytes.replaceSubrange(0..<$0.count, with: $0) }
    return bytes
  }

  private mutating func table(_ numbers: [Int]) -> UInt32 {
    align()
    let place = bytes.count
    for number in numbers { withUnsafeBytes(of: UInt32(number)) { bytes += $0 } }
    return UInt32(place)
  }
  private mutating func align() {
    while bytes.count % MemoryLayout<Instruction>.stride != 0 { bytes.append(0) }
  }

  // MARK: Numbers and texts

  private mutating func number(_ value: Int) {
    var rest = UInt(bitPattern: value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
  private func zigzag(_ value: Int) -> Int { value << 1 ^ value >> (Int.bitWidth - 1) }

  private mutating func name(_ text: String) -> Int { self.text(text.unicodeScalars.map(\.value), isInterned: true) }
  private mutating func text(_ text: String) -> Int { self.text(text.unicodeScalars.map(\.value)) }
  /// The number of a text, which is written when it is new.
  private mutating func text(_ points: [UInt32], isInterned: Bool = false) -> Int {
    let text = Text(points: points, isInterned: isInterned || VMConstants.isName(points))
    if let known = texts[text] { return known }
    // Texts stand before the code that names them; its place is taken when it begins.
    texts[text] = textPlaces.count
    textPlaces.append(bytes.count)
    let isWide = points.contains { $0 > 0x7f }
    bytes.append((text.isInterned ? FrozenText.interned : 0) | (isWide ? FrozenText.wide : 0))
    number(points.count)
    for point in points {
      if isWide { withUnsafeBytes(of: point) { bytes += $0 } } else { bytes.append(UInt8(truncatingIfNeeded: point)) }
    }
    return textPlaces.count - 1
  }

  // MARK: Code

  /// Writes code, what it contains first, and returns its place.
  private mutating func write(_ code: CompiledCode) -> Int {
    let parts = code.parts
    let constants = code.constants.map { prepare($0) }
    let names = parts.names.map { name($0) }
    let localNames = parts.localNames.map { name($0) }
    let freeNames = parts.freeNames.map { name($0) }
    let head = [
      name(parts.name), text(parts.qualifiedName), text(parts.filename), parts.docString.map { text($0) + 1 } ?? 0,
      parts.firstLine, Int(parts.flags.rawValue), parts.argCount, parts.positionalOnlyCount, parts.keywordOnlyCount,
      parts.registerCount, parts.cacheCount, names.count, localNames.count, parts.exceptionTable.count, constants.count,
      parts.instructions.count,
    ]
    let place = bytes.count
    for value in head + names + localNames { number(value) }
    for entry in parts.exceptionTable {
      for value in [Int(entry.start), Int(entry.end), Int(entry.handler)] { number(value) }
      number(Int(entry.register))
      number(Int(entry.firstTemporary))
    }
    for constant in constants { bytes += constant }
    align()
    parts.instructions.withUnsafeBytes { bytes += $0 }
    for list in [freeNames, parts.cellRegisters] {
      number(list.count)
      for value in list { number(value) }
    }
    number(parts.silentLines.count)
    for silent in parts.silentLines {
      number(silent.index)
      number(silent.line)
    }
    write(parts.spans)
    return place
  }

  private mutating func write(_ spans: [Span]) {
    var last = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
    for span in spans {
      if span == last {
        number(0)
        continue
      }
      number(zigzag(Int(span.line) - Int(last.line)) + 1)
      number(Int(span.column))
      number(zigzag(Int(span.endLine) - Int(span.line)))
      number(Int(span.endColumn))
      last = span
    }
  }

  /// A constant's bytes; texts and code are written where the library ends now.
  private mutating func prepare(_ constant: ConstantValue) -> [UInt8] {
    var own = FrozenWriter()
    own.bytes = []
    switch constant {
    case .none: own.kind(.none)
    case .bool(let value): own.kind(value ? .true : .false)
    case .ellipsis: own.kind(.ellipsis)
    case .int(let value):
      own.kind(.int)
      own.number(zigzag(value))
    case .bigInt(let digits, let radix, let isNegative):
      own.kind(.bigInt)
      own.number(radix)
      own.number(isNegative ? 1 : 0)
      own.number(digits.count)
      own.bytes += digits
    case .float(let bits):
      own.kind(.float)
      own.word(bits)
    case .complex(let real, let imaginary):
      own.kind(.complex)
      own.word(real)
      own.word(imaginary)
    case .string(let points):
      own.kind(.text)
      own.number(text(points))
    case .bytes(let content):
      own.kind(.bytes)
      own.number(content.count)
      own.bytes += content
    case .tuple(let items), .frozenSet(let items):
      if case .tuple = constant { own.kind(.tuple) } else { own.kind(.frozenSet) }
      own.number(items.count)
      for item in items { own.bytes += prepare(item) }
    case .code(let code):
      // Bodies of classes run where they stand.
      own.kind(code.parts.flags.contains(.optimized) ? .function : .code)
      own.number(write(code))
    }
    return own.bytes
  }
  private mutating func kind(_ kind: FrozenConstant) { bytes.append(kind.rawValue) }
  private mutating func word(_ bits: UInt64) { withUnsafeBytes(of: bits) { bytes += $0 } }
}

extension VM {
  /// Compiles every module of the library and returns what the program has room for, with the place of that room in its
  /// file. Raises what compiling raises, and `MemoryError` when the room is too small.
  package func freezeLibrary() throws(Raised) -> (bytes: [UInt8], fileOffset: Int) {
    var writer = FrozenWriter()
    for name in pythonModules.keys.sorted() {
      guard let source = librarySource(of: name) else { continue }
      let filename = "<frozen \(name)>"
      do throws(SyntaxError) {
        let module = try Parser(source: source, filename: filename, isFile: true).parseModule()
        var options = Compiler.Options()
        options.topLevelIsGlobals = true
        writer.add(name, try Compiler.compile(module, filename: filename, options: options))
      } catch {
        throw syntaxError(error)
      }
    }
    let bytes = writer.finish()
    if bytes.count > wick_frozen_capacity() {
      throw raised(types.memoryError, "the library's code takes \(bytes.count) bytes; there is room for \(wick_frozen_capacity())")
    }
    return (bytes, Int(wick_frozen_file_offset()))
  }
}
