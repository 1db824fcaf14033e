import Syntax

/// Calls. The callee stands at the base of a window of temporaries and its arguments behind it; in the method layout
/// one register between them holds the receiver or nothing.
extension Compiler {
  /// Calls a function or method.
  func compileCall(
    _ call: Expr, _ function: Expr, _ arguments: [Expr], _ keywords: [Keyword], into dest: Int
  ) throws(SyntaxError) {
    let layout = CallLayout(arguments, keywords)
    let base = windowBase(dest)
    if try compileSuper(function, arguments, keywords, base: base, into: dest) { return }
    if layout != .unpacked, case .attribute(let receiver, let name, _) = function.kind, !isSuperCall(receiver) {
      let source = try operand(receiver, scratch: base, isChecked: true)
      unit.release(to: base + 1)
      _ = unit.allocate()
      try at(function.span) { () throws(SyntaxError) in
        unit.emit(
          .loadMethod, a: base, b: source.register, c: unit.name(mangle(name)),
          flags: drops(source, into: base))
        unit.emitCache()
      }
      return try compileArguments(
        base, isMethod: true, leading: 0, arguments, keywords, into: dest)
    }
    try compile(function, into: base)
    let isMethod = layout == .keywords
    if isMethod { unit.emit(.clear, a: unit.allocate()) }
    try compileArguments(base, isMethod: isMethod, leading: 0, arguments, keywords, into: dest)
  }

  /// The shape of a call.
  enum CallLayout {
    case positional, keywords, unpacked

    init(_ arguments: [Expr], _ keywords: [Keyword]) {
      let isUnpacked =
        arguments.contains { if case .starred = $0.kind { true } else { false } }
        || keywords.contains { $0.arg == nil }
      self = isUnpacked ? .unpacked : keywords.isEmpty ? .positional : .keywords
    }
  }

  /// Evaluates arguments behind a callee and calls it.
  ///
  /// `leading` arguments stand in the window already. The window is the top of the temporaries. `generic` is the tuple
  /// of type parameters of a class, which gets `Generic[parameters]` as its last base.
  func compileArguments(
    _ base: Int, isMethod: Bool, leading: Int, _ arguments: [Expr], _ keywords: [Keyword],
    generic: Int? = nil, into dest: Int
  ) throws(SyntaxError) {
    let extra = generic == nil ? 0 : 1
    switch CallLayout(arguments, keywords) {
    case .positional:
      for argument in arguments { try compile(argument, into: unit.allocate()) }
      if let generic { subscriptGeneric(generic, into: unit.allocate()) }
      unit.emit(isMethod ? .callMethod : .call, a: dest, b: base, c: leading + arguments.count + extra)
    case .keywords:
      for argument in arguments { try compile(argument, into: unit.allocate()) }
      if let generic { subscriptGeneric(generic, into: unit.allocate()) }
      for keyword in keywords { try compile(keyword.value, into: unit.allocate()) }
      let names = unit.constant(.tuple(keywords.map { .text($0.arg ?? "") }))
      unit.emit(.callKw, a: dest, b: base, c: leading + arguments.count + extra + keywords.count)
      unit.emitExtension(names)
    case .unpacked:
      try compileUnpackedCall(base, leading, arguments, keywords, generic: generic, into: dest)
    }
  }

  private func subscriptGeneric(_ parameters: Int, into dest: Int) {
    unit.emit(.intrinsic, a: dest, b: parameters, c: Intrinsic.subscriptGeneric.rawValue)
  }

  private func compileUnpackedCall(
    _ base: Int, _ leading: Int, _ arguments: [Expr], _ keywords: [Keyword], generic: Int?, into dest: Int
  ) throws(SyntaxError) {
    let positional = base + 1
    unit.release(to: positional)
    _ = unit.allocate(max(1, leading))
    if leading == 0, arguments.count == 1, case .starred(let value, _) = arguments[0].kind {
      try compile(value, into: positional)
    } else if leading + arguments.count == 0 {
      load(.tuple([]), into: positional)
    } else {
      try compilePositional(positional, leading, arguments, generic)
    }
    unit.release(to: positional + 1)
    let named = unit.allocate()
    if keywords.isEmpty {
      unit.emit(.clear, a: named)
    } else {
      try compileKeywords(keywords, callee: base, into: named)
    }
    unit.emit(.callEx, a: dest, b: base)
  }

  /// Collects positional arguments into a tuple.
  private func compilePositional(
    _ dest: Int, _ leading: Int, _ arguments: [Expr], _ generic: Int?
  ) throws(SyntaxError) {
    let head = arguments.prefix(Self.chunk).prefix { if case .starred = $0.kind { false } else { true } }
    for (index, argument) in head.enumerated() {
      try compile(argument, into: leading == 0 && index == 0 ? dest : unit.allocate())
    }
    if head.count == arguments.count, generic == nil {
      unit.emit(.buildTuple, a: dest, b: dest, c: leading + head.count)
      return
    }
    unit.emit(.buildList, a: dest, b: dest, c: leading + head.count)
    unit.release(to: dest + 1)
    let mark = unit.top
    for argument in arguments.dropFirst(head.count) {
      if case .starred(let value, _) = argument.kind {
        let source = try operand(value)
        unit.emit(
          .listExtend, a: dest, b: source.register, flags: source.isTemporary ? InstructionFlags.dropC : 0)
      } else {
        let source = try operand(argument)
        unit.emit(
          .listAppend, a: dest, b: source.register, flags: source.isTemporary ? InstructionFlags.dropC : 0)
      }
      unit.release(to: mark)
    }
    if let generic {
      let register = unit.allocate()
      subscriptGeneric(generic, into: register)
      unit.emit(.listAppend, a: dest, b: register, flags: InstructionFlags.dropC)
    }
    unit.emit(.listToTuple, a: dest, b: dest)
  }

  /// Collects keyword arguments into a dict.
  private func compileKeywords(_ keywords: [Keyword], callee: Int, into dest: Int) throws(SyntaxError) {
    var rest = keywords[...]
    var isFirst = true
    while !rest.isEmpty {
      let mark = unit.top
      let group = rest.prefix { $0.arg != nil }
      if isFirst || !group.isEmpty {
        let map = isFirst ? dest : unit.allocate()
        let base = unit.top
        for keyword in group {
          load(.text(keyword.arg ?? ""), into: unit.allocate())
          try compile(keyword.value, into: unit.allocate())
        }
        unit.emit(.buildMap, a: map, b: base, c: group.count)
        if !isFirst { merge(Operand(register: map, isTemporary: true), callee, into: dest) }
        isFirst = false
      }
      unit.release(to: mark)
      rest = rest.dropFirst(group.count)
      if let unpacked = rest.first {
        merge(try operand(unpacked.value), callee, into: dest)
        rest = rest.dropFirst()
      }
      unit.release(to: mark)
    }
  }

  private func merge(_ source: Operand, _ callee: Int, into dest: Int) {
    unit.emit(
      .mapMerge, a: dest, b: source.register, c: callee,
      flags: source.isTemporary ? InstructionFlags.dropC : 0)
  }

  // MARK: super

  /// Tells whether an expression is `super()` in a method, which reads `__class__` and the first parameter.
  func isSuperCall(_ expression: Expr) -> Bool {
    guard case .call(let function, let arguments, let keywords) = expression.kind else { return false }
    return isPlainSuper(function, arguments, keywords)
  }

  private func isPlainSuper(_ function: Expr, _ arguments: [Expr], _ keywords: [Keyword]) -> Bool {
    guard arguments.isEmpty, keywords.isEmpty, case .name("super", _) = function.kind,
      unit.parts.argCount > 0, unit.frame.kind == .function || unit.frame.kind == .lambda,
      case .global = access("super"), case .free = access("__class__")
    else { return false }
    return true
  }

  /// Compiles `super()` itself; returns whether it was one.
  private func compileSuper(
    _ function: Expr, _ arguments: [Expr], _ keywords: [Keyword], base: Int, into dest: Int
  ) throws(SyntaxError) -> Bool {
    guard isPlainSuper(function, arguments, keywords) else { return false }
    loadGlobal("super", into: base)
    loadSuperArguments(into: unit.allocate(2))
    unit.emit(.call, a: dest, b: base, c: 2)
    return true
  }

  /// Compiles `super().name`; returns whether it was one.
  func compileSuperAttribute(
    _ value: Expr, _ attribute: String, into dest: Int
  ) throws(SyntaxError) -> Bool {
    guard isSuperCall(value) else { return false }
    let base = unit.allocate(2)
    loadSuperArguments(into: base)
    unit.emit(
      .loadSuperAttr, a: dest, b: base, c: unit.name(mangle(attribute)), flags: InstructionFlags.dropB)
    return true
  }

  private func loadSuperArguments(into base: Int) {
    if case .free(let index) = access("__class__") { unit.emit(.loadFree, a: base, b: index) }
    guard let first = unit.frame.order.first, case .local(let variable) = unit.frame.symbol(first).binding
    else { return }
    unit.emit(variable.isCell ? .loadCell : .move, a: base + 1, b: variable.register)
  }
}
