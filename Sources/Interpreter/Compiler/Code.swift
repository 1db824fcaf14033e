import Syntax

/// What the machine remembers beside an instruction that looks something up.
package struct InlineCache {
  /// Shape or dict identity that the cache is valid for; 0 when empty.
  package var key: UInt = 0
  /// Type version or dict version that must still hold; no dict ever has the one it starts with.
  package var version = UInt32.max
  /// Attribute index or dict entry index; counts misses when the cache is empty.
  package var index: Int32 = 0
  /// Cached value, borrowed: alive while `version` holds.
  package var value: Slot = .undefined

  package init() {}
}

extension UnsafeMutablePointer where Pointee == InlineCache {
  /// The entry of this site that is valid for `key` and the type's version; nil: neither.
  @inline(__always)
  func entry(_ key: UInt, _ type: UnsafeMutableRawPointer) -> UnsafeMutablePointer<InlineCache>? {
    let version = Unmanaged<TypeObject>.fromOpaque(type)._withUnsafeGuaranteedRef { $0.version }
    if _fastPath(pointee.key == key && pointee.version == version) { return self }
    if self[1].key == key && self[1].version == version { return self + 1 }
    return nil
  }

  /// Makes the first entry free to be filled; what it held moves to the second.
  @inline(__always)
  func makeRoom() {
    self[1] = pointee
    pointee = InlineCache()
  }
}

/// One protected range of instructions.
package struct ExceptionEntry {
  /// First protected instruction.
  package var start: Int32
  /// First instruction after the range.
  package var end: Int32
  /// Where to continue.
  package var handler: Int32
  /// Register that receives the exception.
  package var register: UInt16
  /// Registers from here on are temporaries of the protected code: cleared before the handler runs
  /// (except `register`).
  package var firstTemporary: UInt16

  package init(start: Int32, end: Int32, handler: Int32, register: UInt16, firstTemporary: UInt16) {
    self.start = start
    self.end = end
    self.handler = handler
    self.register = register
    self.firstTemporary = firstTemporary
  }
}

/// Flags of `Code`, with CPython's values.
package struct CodeFlags: OptionSet {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package static let optimized = CodeFlags(rawValue: 0x1)
  package static let newLocals = CodeFlags(rawValue: 0x2)
  package static let varArgs = CodeFlags(rawValue: 0x4)
  package static let varKeywords = CodeFlags(rawValue: 0x8)
  package static let nested = CodeFlags(rawValue: 0x10)
  package static let generator = CodeFlags(rawValue: 0x20)
  package static let coroutine = CodeFlags(rawValue: 0x80)
  package static let iterableCoroutine = CodeFlags(rawValue: 0x100)
  package static let asyncGenerator = CodeFlags(rawValue: 0x200)
}

/// Everything the compiler hands over to make a `Code`.
package struct CodeParts {
  package var name = "<module>"
  package var qualifiedName = "<module>"
  package var filename = ""
  package var firstLine = 1
  package var flags: CodeFlags = []
  /// Positional parameters, the positional-only ones included.
  package var argCount = 0
  package var positionalOnlyCount = 0
  package var keywordOnlyCount = 0
  /// Names of the registers that are variables, in register order (parameters first).
  package var localNames: [String] = []
  /// Which of the local registers hold cells (captured by inner functions).
  package var cellRegisters: [Int] = []
  /// Names of the free variables, in closure order.
  package var freeNames: [String] = []
  /// Number of registers in all.
  package var registerCount = 0
  package var instructions: [Instruction] = []
  /// One span per instruction word.
  package var spans: [Span] = []
  /// Constants; each slot owned, handed over.
  package var constants: [Slot] = []
  package var names: [String] = []
  package var cacheCount = 0
  /// Innermost range first.
  package var exceptionTable: [ExceptionEntry] = []
  package var docString: String? = nil
  /// Lines without instructions of their own (`try:`, `pass`) and the instruction that comes next.
  package var silentLines: [(index: Int, line: Int)] = []

  package init() {}
}

/// A code object: instructions, constants, names, tables.
package final class Code: Object {
  /// The parts it was made from (tables that only slow paths read).
  package var parts: CodeParts {
    if header.pointee.isDeferred { complete() }
    if frozenPlace > 0, let frozen {
      _ = doc
      frozen.readTables(of: self, at: frozenPlace & Code.placeMask, into: &storedParts)
      frozenPlace = 0
    }
    return storedParts
  }
  private var storedParts: CodeParts
  /// Where it lies in a frozen library, with the library's number in front, while its parts have not been read there, else
  /// 0.
  private var frozenPlace: Int
  private static var placeMask: Int { 1 << placeBits &- 1 }
  private static var placeBits: Int { 32 }
  /// What the loop reads.
  package let header: UnsafeMutablePointer<CodeHeader>
  /// Interned names of all local registers, owned.
  package var localNames: UnsafeMutablePointer<Slot> { header.pointee.localNames }

  /// `__name__`, `__qualname__` and `__doc__` (owned) of functions made from it.
  let name: StrObject
  let qualifiedName: StrObject
  var doc: Slot {
    if storedDoc.isUndefined { storedDoc = frozen?.doc(at: frozenPlace & Code.placeMask) ?? .none }
    return storedDoc
  }
  private var storedDoc: Slot

  /// Builds the tables; takes over the constants.
  package init(_ parts: CodeParts, vm: VM) {
    storedParts = parts
    frozenPlace = 0
    name = vm.intern(parts.name)
    qualifiedName = vm.string(parts.qualifiedName)
    storedDoc = parts.docString.map { .owned(vm.string($0)) } ?? .none
    let tables = CodeTables(
      instructionCount: parts.instructions.count, cacheCount: parts.cacheCount, constantCount: parts.constants.count,
      nameCount: parts.names.count, localCount: parts.localNames.count)
    parts.instructions.withUnsafeBufferPointer { tables.fill($0, registerCount: parts.registerCount) }
    tables.constants.initialize(from: parts.constants, count: parts.constants.count)
    for (i, name) in parts.names.enumerated() { (tables.names + i).initialize(to: .owned(vm.intern(name))) }
    for (i, name) in parts.localNames.enumerated() { (tables.localNames + i).initialize(to: .owned(vm.intern(name))) }
    header = .allocate(capacity: 1)
    header.initialize(to: CodeHeader(parts, tables, isDeferred: false))
    super.init(kind: .code, type: vm.types.code)
    header.pointee.code = Unmanaged.passUnretained(self)
  }

  /// Makes code of the frozen library: whole, or a stand-in for a function that nobody has called yet.
  init(_ frozen: FrozenLibrary, at place: Int, isStandIn: Bool) {
    let head = frozen.head(at: place)
    frozenPlace = frozen.number << Code.placeBits | place
    name = frozen.name(head.name)
    qualifiedName = frozen.text(head.qualifiedName)
    storedDoc = .undefined
    header = .allocate(capacity: 1)
    storedParts = head.parts
    if isStandIn {
      header.initialize(to: CodeHeader(head.parts, .empty, isDeferred: true))
    } else {
      let tables = frozen.tables(of: head, &storedParts.exceptionTable)
      header.initialize(to: CodeHeader(head.parts, tables, isDeferred: false))
    }
    super.init(kind: .code, type: frozen.vm.types.code)
    header.pointee.code = Unmanaged.passUnretained(self)
  }

  deinit {
    storedDoc.release()
    for i in 0..<Int(header.pointee.constantCount) { header.pointee.constants[i].release() }
    for i in 0..<Int(header.pointee.nameCount) { header.pointee.names[i].release() }
    for i in 0..<Int(header.pointee.localCount) { header.pointee.localNames[i].release() }
    if header.pointee.caches != CodeTables.empty.caches { UnsafeMutableRawPointer(header.pointee.caches).deallocate() }
    header.pointee.globalPlaces?.deallocate()
    header.deallocate()
  }

  /// The library it comes from.
  private var frozen: FrozenLibrary? { type.machine?.reference.library(frozenPlace >> Code.placeBits) }

  /// Reads the function that this stands in for.
  @inline(never)
  func complete() {
    guard header.pointee.isDeferred, let frozen else { return }
    let other = Code(frozen, at: frozenPlace & Code.placeMask, isStandIn: false)
    swap(&storedParts, &other.storedParts)
    swap(&header.pointee, &other.header.pointee)
    header.pointee.code = Unmanaged.passUnretained(self)
    other.header.pointee.code = Unmanaged.passUnretained(other)
  }

  /// How it behaves; of a stand-in too.
  package var codeFlags: CodeFlags { storedParts.flags }
  package var argCount: Int { header.pointee.argCount }
  package var registerCount: Int { header.pointee.registerCount }
  /// Whether it handles exceptions anywhere.
  var hasHandlers: Bool { !storedParts.exceptionTable.isEmpty }

  /// The handler of the instruction at `index`. (A copy of the parts would count each of their arrays.)
  func handler(at index: Int) -> ExceptionEntry? {
    for k in 0..<storedParts.exceptionTable.count {
      let entry = storedParts.exceptionTable[k]
      if index >= Int(entry.start) && index < Int(entry.end) { return entry }
    }
    return nil
  }

  /// Stands for an instruction before the first one: a generator that has not begun is at its definition.
  static let atDefinition = -1

  /// Span of the instruction at `index`.
  package func span(at index: Int) -> Span {
    // (A copy of the parts would count each of their arrays.)
    if frozenPlace > 0 { _ = parts }
    if storedParts.spans.indices.contains(index) { return storedParts.spans[index] }
    guard index == Code.atDefinition else { return Span.none }
    let line = Int32(truncatingIfNeeded: storedParts.firstLine)
    return Span(line: line, column: 0, endLine: line, endColumn: 0)
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string(
      "<code object \(parts.name) at \(vm.addressText(self)), file \"\(parts.filename)\", line \(parts.firstLine)>")
  }
  /// Code is equal that does the same under the same names, wherever it stands.
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, case .object(let o) = other, let second = o as? Code
    else { return nil }
    let isEqual = self === second ? true : try isSame(vm, as: second)
    return .bool(isEqual == (comparison == .equal))
  }

  /// By name, size and names.
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    let parts = parts
    var hasher = Hasher()
    hasher.combine(parts.name)
    hasher.combine(parts.firstLine)
    hasher.combine(parts.instructions.count)
    hasher.combine(parts.names)
    hasher.combine(parts.localNames)
    return hasher.finalize()
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(storedDoc)
    for i in 0..<Int(header.pointee.constantCount) { visit(header.pointee.constants[i]) }
    for i in 0..<Int(header.pointee.nameCount) { visit(header.pointee.names[i]) }
    for i in 0..<Int(header.pointee.localCount) { visit(localNames[i]) }
  }
}
