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
  /// Where the body stands when this is but a stand-in for it.
  package var deferred: DeferredBody?

  package init() {}
}

/// Where a global variable lies while the keys of its namespace are the same.
struct GlobalPlace {
  var version: UInt32 = 0
  var place: UnsafeMutablePointer<Slot>?
}

/// What the loop reads of a code object: plain memory, so that no reference count moves.
package struct CodeHeader {
  package var instructions: UnsafeMutablePointer<Instruction>
  package var constants: UnsafeMutablePointer<Slot>
  /// Interned names, owned.
  package var names: UnsafeMutablePointer<Slot>
  /// Inline caches, two a site; the constants lie right behind the last one, from which sites count downward.
  package var caches: UnsafeMutablePointer<InlineCache>
  package var registerCount: Int
  /// Positional parameters.
  package var argCount: Int
  /// Parameters in all, `*args` and `**kwargs` included.
  package var parameterCount: Int
  package var keywordOnlyCount: Int
  package var positionalOnlyCount: Int
  /// There is `*args`, `**kwargs`.
  package var hasVariadic, hasVariadicKeywords: Bool
  /// No keyword-only parameters, no `*args`, no `**kwargs`, not a generator: the fast call path.
  package var isSimple: Bool
  /// Neither `*args` nor `**kwargs`, not a generator.
  var isPlain: Bool
  /// `argCount` when `isSimple`, else -1.
  package var simpleCount: Int
  /// The same doubled, as a call instruction has it.
  var callMark: Int
  /// Bytes from the first register to the next frame's.
  var frameSize: Int
  /// Interned names of the variables, in the order of their registers.
  var localNames: UnsafeMutablePointer<Slot>
  /// Variables that are no parameters; they follow the parameters.
  var variableCount: Int
  /// Calls make a generator, coroutine or asynchronous generator.
  package var isGenerator: Bool
  /// Stands in for a function that has not been read yet: `VM.complete` must run first.
  var isDeferred: Bool
  /// The code object, unowned.
  package var code: Unmanaged<Code>?
  /// Where the globals lie that it sets, by name; made when it sets them often.
  var globalPlaces: UnsafeMutablePointer<GlobalPlace>?
  /// How often a global was set without such a place.
  var globalMisses: UInt8 = 0
}

/// A code object: instructions, constants, names, tables.
package final class Code: Object {
  /// The parts it was made from (tables that only slow paths read).
  package var parts: CodeParts {
    if header.pointee.isDeferred { completeQuietly() }
    return storedParts
  }
  private var storedParts: CodeParts
  /// What the loop reads.
  package let header: UnsafeMutablePointer<CodeHeader>
  /// Interned names of all local registers, owned.
  package private(set) var localNames: UnsafeMutablePointer<Slot>

  /// `__name__`, `__qualname__` and `__doc__` (owned) of functions made from it.
  let name: StrObject
  let qualifiedName: StrObject
  private(set) var doc: Slot

  /// Builds the tables; takes over the constants.
  package init(_ parts: CodeParts, vm: VM) {
    storedParts = parts
    name = vm.intern(parts.name)
    qualifiedName = vm.string(parts.qualifiedName)
    doc = parts.docString.map { .owned(vm.string($0)) } ?? .none
    let instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: parts.instructions.count &+ 1)
    Code.fill(instructions, parts)
    // Two entries a site: a site that sees two classes in turn keeps both.
    let cacheCount = 2 &* parts.cacheCount
    let cacheSize = cacheCount &* MemoryLayout<InlineCache>.stride
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: cacheSize &+ max(1, parts.constants.count) &* MemoryLayout<Slot>.stride, alignment: 16)
    let caches = block.bindMemory(to: InlineCache.self, capacity: cacheCount)
    caches.initialize(repeating: InlineCache(), count: cacheCount)
    let constants = (block + cacheSize).bindMemory(to: Slot.self, capacity: max(1, parts.constants.count))
    constants.initialize(from: parts.constants, count: parts.constants.count)
    let names = UnsafeMutablePointer<Slot>.allocate(capacity: max(1, parts.names.count))
    for (i, name) in parts.names.enumerated() { (names + i).initialize(to: .owned(vm.intern(name))) }
    localNames = .allocate(capacity: max(1, parts.localNames.count))
    for (i, name) in parts.localNames.enumerated() {
      (localNames + i).initialize(to: .owned(vm.intern(name)))
    }
    let variadic = (parts.flags.contains(.varArgs) ? 1 : 0) + (parts.flags.contains(.varKeywords) ? 1 : 0)
    let isGenerator = !parts.flags.isDisjoint(with: [.generator, .coroutine, .asyncGenerator])
    let isSimple = parts.keywordOnlyCount == 0 && variadic == 0 && !isGenerator && parts.deferred == nil
    let parameterCount = parts.argCount + parts.keywordOnlyCount + variadic
    header = .allocate(capacity: 1)
    header.initialize(
      to: CodeHeader(
        instructions: instructions, constants: constants, names: names, caches: caches,
        registerCount: parts.registerCount, argCount: parts.argCount,
        parameterCount: parameterCount,
        keywordOnlyCount: parts.keywordOnlyCount, positionalOnlyCount: parts.positionalOnlyCount,
        hasVariadic: parts.flags.contains(.varArgs), hasVariadicKeywords: parts.flags.contains(.varKeywords),
        isSimple: isSimple, isPlain: variadic == 0 && !isGenerator && parts.deferred == nil, simpleCount: isSimple ? parts.argCount : -1,
        callMark: isSimple ? parts.argCount << 1 : -1,
        frameSize: (parts.registerCount &+ VM.spareRegisters) &* MemoryLayout<Slot>.stride,
        localNames: localNames, variableCount: max(0, parts.localNames.count - parameterCount), isGenerator: isGenerator,
        isDeferred: parts.deferred != nil, code: nil, globalPlaces: nil, globalMisses: 0))
    super.init(kind: .code, type: vm.types.code)
    header.pointee.code = Unmanaged.passUnretained(self)
  }

  deinit {
    doc.release()
    for i in 0..<storedParts.constants.count { header.pointee.constants[i].release() }
    for i in 0..<storedParts.names.count { header.pointee.names[i].release() }
    for i in 0..<storedParts.localNames.count { localNames[i].release() }
    header.pointee.instructions.deallocate()
    header.pointee.names.deallocate()
    UnsafeMutableRawPointer(header.pointee.caches).deallocate()
    header.pointee.globalPlaces?.deallocate()
    header.deallocate()
    localNames.deallocate()
  }

  /// Writes the instructions for the machine, with one more that nothing gets to.
  private static func fill(_ memory: UnsafeMutablePointer<Instruction>, _ parts: CodeParts) {
    let count = parts.instructions.count
    for k in 0..<count { (memory + k).initialize(to: parts.instructions[k].forMachine) }
    for k in 0..<count where parts.instructions[k].opcode.hasCache && k + 1 < count {
      let site = parts.instructions[k + 1].bc
      memory[k + 1].bc = (site &+ 1) &* -2 &* Int32(truncatingIfNeeded: MemoryLayout<InlineCache>.stride)
    }
    (memory + count).initialize(to: Instruction(.returnNone, b: parts.registerCount).forMachine)
  }

  /// Where the body stands, of a stand-in.
  var deferred: DeferredBody? { storedParts.deferred }
  /// The source file, also of a stand-in.
  var filename: String { storedParts.filename }

  /// Becomes what `other` is, which was made of the same function; the place it is known by stays.
  func become(_ other: Code) {
    var parts = other.storedParts
    parts.name = storedParts.name
    parts.qualifiedName = storedParts.qualifiedName
    parts.firstLine = storedParts.firstLine
    var old = storedParts
    old.deferred = nil
    storedParts = parts
    other.storedParts = old
    swap(&localNames, &other.localNames)
    swap(&doc, &other.doc)
    swap(&header.pointee, &other.header.pointee)
    header.pointee.code = Unmanaged.passUnretained(self)
    header.pointee.isDeferred = false
    other.header.pointee.code = Unmanaged.passUnretained(other)
    other.header.pointee.isDeferred = false
  }

  /// Reads the function that this stands in for; where that fails, it stays a stand-in.
  @inline(never)
  private func completeQuietly() {
    do throws(Raised) { try type.machine?.reference.complete(self) } catch {}
  }

  package var argCount: Int { parts.argCount }
  package var registerCount: Int { parts.registerCount }

  /// The handler of the instruction at `index`. (A copy of the parts would count each of their arrays.)
  func handler(at index: Int) -> ExceptionEntry? {
    if header.pointee.isDeferred { return nil }
    for k in 0..<storedParts.exceptionTable.count {
      let entry = storedParts.exceptionTable[k]
      if index >= Int(entry.start) && index < Int(entry.end) { return entry }
    }
    return nil
  }

  /// Span of the instruction at `index`.
  package func span(at index: Int) -> Span {
    index >= 0 && index < parts.spans.count ? parts.spans[index] : Span.none
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
    visit(doc)
    for i in 0..<storedParts.constants.count { visit(header.pointee.constants[i]) }
    for i in 0..<storedParts.names.count { visit(header.pointee.names[i]) }
    for i in 0..<storedParts.localNames.count { visit(localNames[i]) }
  }
}
