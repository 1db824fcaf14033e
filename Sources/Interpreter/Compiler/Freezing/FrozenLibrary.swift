import FrozenShim
import Glibc
import Syntax

/// Compiled modules (`FrozenFormat`) as one machine reads them: of the library, which the program carries in itself, or of a
/// file in the `CodeCache`.
final class FrozenLibrary {
  unowned let vm: VM
  /// Its number among the machine's libraries, 0 for the program's own.
  let number: Int
  private let room: UnsafePointer<UInt8>
  private let header: FrozenHeader
  /// The objects of interned texts that were asked for; interning holds them.
  private let interned: UnsafeMutablePointer<UnsafeMutableRawPointer?>

  /// The library that lies in a program; nil when it has none.
  init?(_ vm: VM, room: UnsafePointer<UInt8> = wick_frozen_room(), number: Int = 0) {
    self.vm = vm
    self.number = number
    self.room = room
    header = UnsafeRawPointer(room).load(as: FrozenHeader.self)
    guard header.size > 0, let memory = calloc(Int(header.textCount), MemoryLayout<UnsafeMutableRawPointer?>.stride) else {
      return nil
    }
    interned = memory.bindMemory(to: UnsafeMutableRawPointer?.self, capacity: Int(header.textCount))
  }
  deinit { free(interned) }

  /// The code of a module; nil when there is none of that name.
  func code(ofModule name: String) -> Code? {
    var name = name
    let place = name.withUTF8 { find($0) }
    return place.map { Code(self, at: $0, isStandIn: false) }
  }

  private func find(_ name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = name.baseAddress else { return nil }
    let rows = UnsafeRawPointer(room + Int(header.modules))
    var (low, high) = (0, Int(header.moduleCount))
    while low < high {
      let middle = (low + high) / 2
      let row = rows + middle * 8
      var reader = textReader(Int(row.load(as: UInt32.self)))
      let known = reader.bytes()
      let order = known.baseAddress.map { Int(memcmp($0, base, min(known.count, name.count))) } ?? 0
      if order == 0 && known.count == name.count { return Int(row.load(fromByteOffset: 4, as: UInt32.self)) }
      if order < 0 || order == 0 && known.count < name.count { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  // MARK: Texts

  /// Behind the flags of a text.
  private func textReader(_ number: Int) -> FrozenReader {
    FrozenReader(next: flags(number) + 1)
  }
  private func flags(_ number: Int) -> UnsafePointer<UInt8> {
    let places = UnsafeRawPointer(room + Int(header.texts))
    return room + Int(places.load(fromByteOffset: number * 4, as: UInt32.self))
  }

  /// A text; interned ones are the same each time.
  func text(_ number: Int) -> StrObject {
    if let known = interned[number] { return Unmanaged<StrObject>.fromOpaque(known).takeUnretainedValue() }
    let flags = flags(number).pointee
    let made = makeText(number)
    if flags & FrozenText.interned == 0 { return made }
    let only = vm.intern(made)
    interned[number] = Unmanaged.passUnretained(only).toOpaque()
    return only
  }
  /// A text as a name.
  func name(_ number: Int) -> StrObject { vm.intern(text(number)) }

  private func makeText(_ number: Int) -> StrObject {
    var reader = textReader(number)
    if flags(number).pointee & FrozenText.wide == 0 { return StrObject.make(vm, ascii: reader.bytes()) }
    return StrObject(vm, codePoints: wideText(&reader))
  }
  private func wideText(_ reader: inout FrozenReader) -> [UInt32] {
    let count = reader.number()
    let start = UnsafeRawPointer(reader.next)
    return (0..<count).map { start.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
  }

  // MARK: Code

  /// What stands first of the code at a place.
  func head(at place: Int) -> FrozenHead {
    var reader = FrozenReader(next: room + place)
    var head = FrozenHead(next: reader.next)
    head.name = reader.number()
    head.qualifiedName = reader.number()
    head.filename = reader.number()
    head.doc = reader.number()
    head.parts.firstLine = reader.number()
    head.parts.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: reader.number()))
    head.parts.argCount = reader.number()
    head.parts.positionalOnlyCount = reader.number()
    head.parts.keywordOnlyCount = reader.number()
    head.parts.registerCount = reader.number()
    head.parts.cacheCount = reader.number()
    head.nameCount = reader.number()
    head.localCount = reader.number()
    head.exceptionCount = reader.number()
    head.constantCount = reader.number()
    head.instructionCount = reader.number()
    head.next = reader.next
    return head
  }

  /// The doc string of the code at a place, owned.
  func doc(at place: Int) -> Slot {
    let number = head(at: place).doc
    return number == 0 ? .none : .owned(text(number - 1))
  }

  /// What the loop needs of a code object, and its exception table.
  func tables(of head: FrozenHead, _ exceptionTable: inout [ExceptionEntry]) -> CodeTables {
    let tables = CodeTables(
      instructionCount: head.instructionCount, cacheCount: head.parts.cacheCount, constantCount: head.constantCount,
      nameCount: head.nameCount, localCount: head.localCount)
    var reader = FrozenReader(next: head.next)
    for k in 0..<head.nameCount { (tables.names + k).initialize(to: .owned(name(reader.number()))) }
    for k in 0..<head.localCount { (tables.localNames + k).initialize(to: .owned(name(reader.number()))) }
    exceptionTable.reserveCapacity(head.exceptionCount)
    for _ in 0..<head.exceptionCount {
      let (start, end, handler) = (reader.number(), reader.number(), reader.number())
      exceptionTable.append(
        ExceptionEntry(
          start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end),
          handler: Int32(truncatingIfNeeded: handler), register: UInt16(truncatingIfNeeded: reader.number()),
          firstTemporary: UInt16(truncatingIfNeeded: reader.number())))
    }
    for k in 0..<head.constantCount { (tables.constants + k).initialize(to: constant(&reader)) }
    tables.fill(instructions(&reader, head.instructionCount), registerCount: head.parts.registerCount)
    return tables
  }

  /// Instructions lie at a multiple of their size.
  private func instructions(_ reader: inout FrozenReader, _ count: Int) -> UnsafeBufferPointer<Instruction> {
    let start = UnsafeRawPointer(reader.next).alignedUp(toMultipleOf: MemoryLayout<Instruction>.stride)
    let place = start.assumingMemoryBound(to: Instruction.self)
    reader.next = UnsafeRawPointer(place + count).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: place, count: count)
  }

  /// Makes a constant; the caller owns the slot.
  private func constant(_ reader: inout FrozenReader) -> Slot {
    let kind = FrozenConstant(rawValue: reader.next.pointee)
    reader.next += 1
    switch kind {
    case nil, .some(.none): return .none
    case .true: return .bool(true)
    case .false: return .bool(false)
    case .ellipsis: return .owned(vm.ellipsis)
    case .int: return .int(reader.signed())
    case .bigInt:
      let (radix, isNegative) = (reader.number(), reader.number() != 0)
      return VMConstants(vm: vm).bigInt(digits: Array(reader.bytes()), radix: radix, isNegative: isNegative)
    case .float: return .float(Double(bitPattern: reader.word()))
    case .complex:
      let (real, imaginary) = (reader.word(), reader.word())
      return vm.makeComplex(Double(bitPattern: real), Double(bitPattern: imaginary)).owned
    case .text: return .owned(text(reader.number()))
    case .bytes: return vm.makeBytes(Array(reader.bytes())).owned
    case .tuple: return VMConstants(vm: vm).tuple(constants(&reader))
    case .frozenSet: return VMConstants(vm: vm).frozenSet(constants(&reader))
    case .code: return .owned(Code(self, at: reader.number(), isStandIn: false))
    case .function: return .owned(Code(self, at: reader.number(), isStandIn: true))
    }
  }
  private func constants(_ reader: inout FrozenReader) -> [Slot] {
    (0..<reader.number()).map { _ in constant(&reader) }
  }

  // MARK: What slow paths read

  /// Adds to the parts of a code object, which has its tables, what it does not need to run.
  func readTables(of code: Code, at place: Int, into parts: inout CodeParts) {
    let head = head(at: place)
    var reader = FrozenReader(next: head.next)
    parts.names = (0..<head.nameCount).map { _ in string(reader.number()) }
    parts.localNames = (0..<head.localCount).map { _ in string(reader.number()) }
    for _ in 0..<(5 * head.exceptionCount) { _ = reader.number() }
    for _ in 0..<head.constantCount { skipConstant(&reader) }
    parts.name = string(head.name)
    parts.qualifiedName = string(head.qualifiedName)
    parts.filename = string(head.filename)
    parts.docString = head.doc == 0 ? nil : string(head.doc - 1)
    parts.constants = Array(UnsafeBufferPointer(start: code.header.pointee.constants, count: head.constantCount))
    parts.instructions = Array(instructions(&reader, head.instructionCount))
    parts.freeNames = (0..<reader.number()).map { _ in string(reader.number()) }
    parts.cellRegisters = (0..<reader.number()).map { _ in reader.number() }
    parts.silentLines = (0..<reader.number()).map { _ in (index: reader.number(), line: reader.number()) }
    parts.spans = spans(&reader, head.instructionCount)
  }

  private func string(_ number: Int) -> String {
    var reader = textReader(number)
    if flags(number).pointee & FrozenText.wide == 0 { return String(decoding: reader.bytes(), as: UTF8.self) }
    var result = ""
    result.unicodeScalars.append(contentsOf: wideText(&reader).map { Unicode.Scalar($0) ?? "\u{FFFD}" })
    return result
  }

  private func skipConstant(_ reader: inout FrozenReader) {
    let kind = FrozenConstant(rawValue: reader.next.pointee)
    reader.next += 1
    switch kind {
    case nil, .some(.none), .true, .false, .ellipsis: break
    case .int, .text, .code, .function: _ = reader.number()
    case .bigInt:
      _ = (reader.number(), reader.number(), reader.bytes())
    case .float: reader.next += 8
    case .complex: reader.next += 16
    case .bytes: _ = reader.bytes()
    case .tuple, .frozenSet: for _ in 0..<reader.number() { skipConstant(&reader) }
    }
  }

  /// Of each instruction: 0 when its span is that of the one before, else how many lines further it begins and 1, its
  /// column, its lines and its last column.
  private func spans(_ reader: inout FrozenReader, _ count: Int) -> [Span] {
    var span = Span(line: 0, column: 0, endLine: 0, endColumn: 0)
    return (0..<count).map { _ in
      if reader.next.pointee == 0 {
        reader.next += 1
        return span
      }
      let change = reader.number() - 1
      span.line &+= Int32(truncatingIfNeeded: change >> 1 ^ -(change & 1))
      span.column = Int32(truncatingIfNeeded: reader.number())
      span.endLine = span.line &+ Int32(truncatingIfNeeded: reader.signed())
      span.endColumn = Int32(truncatingIfNeeded: reader.number())
      return span
    }
  }
}
