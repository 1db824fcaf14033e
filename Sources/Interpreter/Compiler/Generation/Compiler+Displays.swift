import Syntax

/// Lists, sets, tuples and dicts.
extension Compiler {
  /// What a display makes.
  enum Display { case list, set, tuple }

  /// Longest run of items that is built from registers at once.
  static let chunk = 64

  /// Builds a list, set or tuple of items, which may be starred.
  func compileDisplay(_ items: [Expr], _ kind: Display, into dest: Int) throws(SyntaxError) {
    let isStarred = items.contains { if case .starred = $0.kind { true } else { false } }
    if !isStarred, kind != .tuple, items.count >= 3, let constants = ConstantFolding.tuple(items) {
      return compileConstantDisplay(constants, kind, into: dest)
    }
    if !isStarred, items.count <= Self.chunk {
      let base = windowBase(dest)
      for (index, item) in items.enumerated() {
        try compile(item, into: index == 0 ? base : unit.allocate())
      }
      unit.emit(kind.opcode, a: dest, b: base, c: items.count)
      return
    }
    let accumulator = usable(dest) ?? unit.allocate()
    try accumulate(items[...], kind, into: accumulator)
    if kind == .tuple {
      unit.emit(.listToTuple, a: dest, b: accumulator, flags: accumulator == dest ? 0 : InstructionFlags.dropB)
    } else if accumulator != dest {
      unit.emit(.take, a: dest, b: accumulator)
    }
  }

  /// Builds a list (a set for sets) in a temporary, item by item where it has to be.
  func accumulate(_ items: ArraySlice<Expr>, _ kind: Display, into accumulator: Int) throws(SyntaxError) {
    let mark = unit.top
    let collects = kind == .set ? Display.set : .list
    let head = items.prefix(Self.chunk).prefix { if case .starred = $0.kind { false } else { true } }
    let base = unit.allocate(head.count)
    unit.release(to: base)
    for item in head { try compile(item, into: unit.allocate()) }
    unit.emit(collects.opcode, a: accumulator, b: base, c: head.count)
    unit.release(to: mark)
    for item in items.dropFirst(head.count) {
      if case .starred(let value, _) = item.kind {
        let source = try operand(value)
        let outer = unit.span
        unit.span = value.span
        unit.emit(
          collects == .set ? .setUpdate : .listExtend, a: accumulator, b: source.register,
          flags: source.isTemporary ? InstructionFlags.dropC : 0)
        unit.span = outer
      } else {
        let source = try operand(item)
        unit.emit(
          collects == .set ? .setAdd : .listAppend, a: accumulator, b: source.register,
          flags: source.isTemporary ? InstructionFlags.dropC : 0)
      }
      unit.release(to: mark)
    }
  }

  private func compileConstantDisplay(_ constants: [ConstantValue], _ kind: Display, into dest: Int) {
    let accumulator = usable(dest) ?? unit.allocate()
    let source = unit.allocate()
    unit.emit(kind.opcode, a: accumulator, b: source, c: 0)
    load(kind == .set ? .frozenSet(constants) : .tuple(constants), into: source)
    unit.emit(
      kind == .set ? .setUpdate : .listExtend, a: accumulator, b: source, flags: InstructionFlags.dropC)
    if accumulator != dest { unit.emit(.take, a: dest, b: accumulator) }
  }

  /// Builds a dict; a key is none for `**value`.
  func compileDict(_ keys: [Expr?], _ values: [Expr], into dest: Int) throws(SyntaxError) {
    let pairs = Array(zip(keys, values))
    let head = pairs.prefix(Self.chunk / 2).prefix { $0.0 != nil }
    let accumulator = head.count == pairs.count ? dest : usable(dest) ?? unit.allocate()
    let mark = unit.top
    let base = unit.allocate()
    for (index, pair) in head.enumerated() {
      guard let key = pair.0 else { continue }
      try compile(key, into: index == 0 ? base : unit.allocate())
      try compile(pair.1, into: unit.allocate())
    }
    unit.emit(.buildMap, a: accumulator, b: base, c: head.count)
    unit.release(to: mark)
    for (key, value) in pairs.dropFirst(head.count) {
      if let key {
        let keyOperand = try operand(key, before: [value])
        try addToMap(accumulator, keyOperand, value)
      } else {
        let source = try operand(value)
        let outer = unit.span
        unit.span = value.span
        unit.emit(
          .mapUpdate, a: accumulator, b: source.register,
          flags: source.isTemporary ? InstructionFlags.dropC : 0)
        unit.span = outer
      }
      unit.release(to: mark)
    }
    if accumulator != dest { unit.emit(.take, a: dest, b: accumulator) }
  }

  /// Adds a key in a register and a value to a dict in a register.
  func addToMap(_ map: Int, _ key: Operand, _ value: Expr) throws(SyntaxError) {
    let source = try operand(value)
    var flags: UInt8 = 0
    if key.isTemporary { flags |= InstructionFlags.dropC }
    if source.isTemporary { flags |= InstructionFlags.dropThird }
    unit.emit(.mapAdd, a: map, b: key.register, c: source.register, flags: flags)
  }
}

extension Compiler.Display {
  /// The instruction that builds it from registers.
  var opcode: Opcode {
    switch self {
    case .list: .buildList
    case .set: .buildSet
    case .tuple: .buildTuple
    }
  }
}
