import Syntax

/// Comprehensions and generator expressions.
///
/// List, set and dict comprehensions run in the frame around them (PEP 709) with temporaries as their variables; generator
/// expressions, and comprehensions in class bodies, are functions that take the first iterator as `.0`.
extension Compiler {
  /// The parts of a comprehension.
  struct ComprehensionParts {
    let kind: Scope.ComprehensionKind
    /// The item, or key and value.
    let items: [Expr]
    let generators: [Comprehension]
    let scope: Scope
  }

  /// Compiles any comprehension.
  func compileComprehension(_ expression: Expr, into dest: Int) throws(SyntaxError) {
    guard let scope = symbols.scope(of: expression), let kind = scope.comprehensionKind else { return }
    let parts: ComprehensionParts
    switch expression.kind {
    case .listComp(let item, let generators), .setComp(let item, let generators),
      .generatorExp(let item, let generators):
      parts = ComprehensionParts(kind: kind, items: [item], generators: generators, scope: scope)
    case .dictComp(let key, let value, let generators):
      parts = ComprehensionParts(kind: kind, items: [key, value], generators: generators, scope: scope)
    default: return
    }
    if scope.isInlined {
      try compileInlined(parts, into: dest)
    } else {
      try compileNested(parts, expression.span, into: dest)
    }
  }

  private func compileInlined(_ parts: ComprehensionParts, into dest: Int) throws(SyntaxError) {
    let outer = unit.scope
    let accumulator = usable(dest) ?? unit.allocate()
    let iterator = unit.allocate()
    let mark = unit.top
    try compileIterator(parts.generators[0], into: iterator)
    unit.release(to: mark)
    unit.emit(parts.kind.opcode, a: accumulator, b: unit.top, c: 0)
    let count = enterInlined(parts.scope)
    try compileLoops(parts, 0, iterator: iterator, accumulator: accumulator)
    unit.scope = outer
    if count == 1 {
      unit.emit(.clear, a: mark)
    } else if count > 1 {
      unit.emit(.clearRange, a: mark, b: count)
    }
    if accumulator != dest { unit.emit(.take, a: dest, b: accumulator) }
  }

  private func compileNested(_ parts: ComprehensionParts, _ span: Span, into dest: Int) throws(SyntaxError) {
    let isGenerator = parts.kind == .generator
    let base = windowBase(dest)
    beginComprehension(parts, span)
    if isGenerator {
      unit.parts.flags.insert(parts.scope.hasAwait ? .asyncGenerator : .generator)
      try compileLoops(parts, 0, iterator: 0, accumulator: nil)
    } else {
      if parts.scope.hasAwait { unit.parts.flags.insert(.coroutine) }
      let accumulator = unit.allocate()
      unit.emit(parts.kind.opcode, a: accumulator, b: unit.top, c: 0)
      try compileLoops(parts, 0, iterator: 0, accumulator: accumulator)
      unit.emitReturn(accumulator)
      unit.endFlow()
    }
    let code = try endUnit()
    try emitPlainFunction(code, into: base)
    try compileIterator(parts.generators[0], into: unit.allocate())
    if !isGenerator, parts.scope.hasAwait {
      unit.emit(.call, a: base, b: base, c: 1)
      compileAwait(Operand(register: base, isTemporary: true), into: dest)
    } else {
      unit.emit(.call, a: dest, b: base, c: 1)
    }
  }

  /// Starts the frame of a comprehension; its first register is the parameter `.0`.
  private func beginComprehension(_ parts: ComprehensionParts, _ span: Span) {
    beginUnit(parts.scope, name: parts.kind.codeName, span: span)
    unit.parts.argCount = 1
  }

  /// Evaluates the iterable of a loop and makes its iterator.
  private func compileIterator(_ generator: Comprehension, into dest: Int) throws(SyntaxError) {
    let source = try operand(generator.iter, scratch: dest, isChecked: true)
    try at(generator.iter.span) { () throws(SyntaxError) in
      unit.emit(
        generator.isAsync ? .getAiter : .getIter, a: dest, b: source.register, flags: drops(source, into: dest))
    }
  }

  private func compileLoops(
    _ parts: ComprehensionParts, _ index: Int, iterator: Int, accumulator: Int?
  ) throws(SyntaxError) {
    let generator = parts.generators[index]
    let mark = unit.top
    let next = unit.label()
    let end = unit.label()
    let body = { [self] () throws(SyntaxError) in
      for condition in generator.ifs { try compileJump(condition, to: next, when: false) }
      if index + 1 < parts.generators.count {
        let inner = unit.allocate()
        try compileIterator(parts.generators[index + 1], into: inner)
        try compileLoops(parts, index + 1, iterator: inner, accumulator: accumulator)
      } else {
        try compileItem(parts, accumulator)
      }
    }
    if generator.isAsync {
      try compileAsyncLoop(generator.target, iterator: iterator, next: next, end: end, body: body)
    } else {
      unit.bind(next, isLoopHead: unit.isReachable)
      try compileForIter(generator.target, iterator: iterator, to: end)
      try body()
      unit.jump(to: next)
    }
    unit.bind(end)
    unit.release(to: mark)
  }

  private func compileItem(_ parts: ComprehensionParts, _ accumulator: Int?) throws(SyntaxError) {
    let mark = unit.top
    let outer = unit.span
    unit.span = parts.items[0].span
    guard let accumulator else {
      let result = unit.allocate()
      let source = try operand(parts.items[0], scratch: result)
      emitYield(source, into: result)
      unit.emit(.clear, a: result)
      unit.release(to: mark)
      unit.span = outer
      return
    }
    if parts.kind == .dict, parts.items.count == 2 {
      let key = try operand(parts.items[0], before: [parts.items[1]])
      try addToMap(accumulator, key, parts.items[1])
    } else {
      let source = try operand(parts.items[0])
      unit.emit(
        parts.kind == .set ? .setAdd : .listAppend, a: accumulator, b: source.register,
        flags: source.isTemporary ? InstructionFlags.dropC : 0)
    }
    unit.span = outer
    unit.release(to: mark)
  }
}

extension Scope.ComprehensionKind {
  /// The instruction that makes the empty result.
  var opcode: Opcode {
    switch self {
    case .list, .generator: .buildList
    case .set: .buildSet
    case .dict: .buildMap
    }
  }
}
