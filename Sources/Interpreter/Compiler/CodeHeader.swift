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
  /// Interned names of the variables, in the order of their registers; owned.
  var localNames: UnsafeMutablePointer<Slot>
  /// How many constants, names and variables there are.
  var constantCount, nameCount, localCount: Int32
  /// Variables that are no parameters; they follow the parameters.
  var variableCount: Int
  /// Calls make a generator, coroutine or asynchronous generator.
  package var isGenerator: Bool
  /// Stands in for a function of the frozen library that nobody has called yet: `Code.complete` must run first.
  var isDeferred: Bool
  /// The code object, unowned.
  package var code: Unmanaged<Code>?
  /// Where the globals lie that it sets, by name; made when it sets them often.
  var globalPlaces: UnsafeMutablePointer<GlobalPlace>?
  /// How often a global was set without such a place.
  var globalMisses: UInt8 = 0
}

extension CodeHeader {
  /// The header of code with these parts and tables.
  init(_ parts: CodeParts, _ tables: CodeTables, isDeferred: Bool) {
    let hasVariadic = parts.flags.contains(.varArgs)
    let hasVariadicKeywords = parts.flags.contains(.varKeywords)
    let isGenerator = !parts.flags.isDisjoint(with: [.generator, .coroutine, .asyncGenerator])
    let isPlain = !hasVariadic && !hasVariadicKeywords && !isGenerator && !isDeferred
    let isSimple = isPlain && parts.keywordOnlyCount == 0
    let parameterCount = parts.argCount + parts.keywordOnlyCount + (hasVariadic ? 1 : 0) + (hasVariadicKeywords ? 1 : 0)
    self.init(
      instructions: tables.instructions, constants: tables.constants, names: tables.names, caches: tables.caches,
      registerCount: parts.registerCount, argCount: parts.argCount, parameterCount: parameterCount,
      keywordOnlyCount: parts.keywordOnlyCount, positionalOnlyCount: parts.positionalOnlyCount, hasVariadic: hasVariadic,
      hasVariadicKeywords: hasVariadicKeywords, isSimple: isSimple, isPlain: isPlain,
      simpleCount: isSimple ? parts.argCount : -1, callMark: isSimple ? parts.argCount << 1 : -1,
      frameSize: (parts.registerCount &+ VM.spareRegisters) &* MemoryLayout<Slot>.stride, localNames: tables.localNames,
      constantCount: tables.constantCount, nameCount: tables.nameCount, localCount: tables.localCount,
      variableCount: max(0, Int(tables.localCount) - parameterCount), isGenerator: isGenerator, isDeferred: isDeferred)
  }
}

/// The tables of a code object in one block: caches, constants, names, names of variables, instructions. Who makes them
/// fills in all but the caches.
struct CodeTables {
  let caches: UnsafeMutablePointer<InlineCache>
  let constants: UnsafeMutablePointer<Slot>
  let names: UnsafeMutablePointer<Slot>
  let localNames: UnsafeMutablePointer<Slot>
  let instructions: UnsafeMutablePointer<Instruction>
  let constantCount, nameCount, localCount: Int32

  /// Tables of code that has none; never freed.
  nonisolated(unsafe) static let empty = CodeTables(
    instructionCount: 0, cacheCount: 0, constantCount: 0, nameCount: 0, localCount: 0)

  init(instructionCount: Int, cacheCount: Int, constantCount: Int, nameCount: Int, localCount: Int) {
    // Two entries a site: a site that sees two classes in turn keeps both.
    let cacheSize = 2 &* cacheCount &* MemoryLayout<InlineCache>.stride
    let slotSize = MemoryLayout<Slot>.stride
    let size =
      cacheSize &+ (constantCount &+ nameCount &+ localCount) &* slotSize
      &+ (instructionCount &+ 1) &* MemoryLayout<Instruction>.stride
    let block = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    caches = block.bindMemory(to: InlineCache.self, capacity: 2 &* cacheCount)
    caches.initialize(repeating: InlineCache(), count: 2 &* cacheCount)
    constants = (block + cacheSize).bindMemory(to: Slot.self, capacity: constantCount)
    names = constants + constantCount
    localNames = names + nameCount
    instructions = UnsafeMutableRawPointer(localNames + localCount).bindMemory(
      to: Instruction.self, capacity: instructionCount &+ 1)
    (self.constantCount, self.nameCount) = (Int32(truncatingIfNeeded: constantCount), Int32(truncatingIfNeeded: nameCount))
    self.localCount = Int32(truncatingIfNeeded: localCount)
  }

  /// Writes the instructions for the machine, with one more that nothing gets to.
  func fill(_ source: UnsafeBufferPointer<Instruction>, registerCount: Int) {
    var hasCache = false
    for k in 0..<source.count {
      (instructions + k).initialize(to: source[k].forMachine)
      // Sites count down from the constants, right behind the last one.
      if hasCache { instructions[k].bc = (source[k].bc &+ 1) &* -2 &* Int32(truncatingIfNeeded: MemoryLayout<InlineCache>.stride) }
      hasCache = source[k].opcode.hasCache
    }
    (instructions + source.count).initialize(to: Instruction(.returnNone, b: registerCount).forMachine)
  }
}
