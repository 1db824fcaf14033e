import Syntax

/// Assignments, augmented and annotated ones, and `del`.
extension Compiler {
  /// Compiles `targets = value`.
  func compileAssign(_ targets: [Expr], _ value: Expr) throws(SyntaxError) {
    let mark = unit.top
    defer { unit.release(to: mark) }
    if targets.count == 1 {
      if case .name(let id, _) = targets[0].kind, let variable = localVariable(id) {
        return try assign(value, toLocal: variable)
      }
      if try compileParallel(targets[0], value) { return }
    }
    let source = try operand(value)
    for (index, target) in targets.enumerated() {
      let isLast = index + 1 == targets.count
      try store(Operand(register: source.register, isTemporary: source.isTemporary && isLast), to: target)
    }
  }

  /// Stores a register to a target.
  func store(_ source: Operand, to target: Expr) throws(SyntaxError) {
    let outer = unit.span
    let mark = unit.top
    unit.span = target.span
    switch target.kind {
    case .name(let id, _): store(source.register, isTemporary: source.isTemporary, toName: id)
    case .attribute(let value, let attribute, _):
      let object = try operand(value, isChecked: true)
      unit.span = target.span
      var flags: UInt8 = object.isTemporary ? InstructionFlags.dropB : 0
      if source.isTemporary { flags |= InstructionFlags.dropC }
      unit.emit(
        .storeAttr, a: object.register, b: source.register, c: unit.name(mangle(attribute)), flags: flags)
      unit.emitCache()
    case .subscript(let value, let index, _):
      let object = try operand(value, before: [index], isChecked: true)
      var flags: UInt8 = object.isTemporary ? InstructionFlags.dropB : 0
      if let number = smallIndex(index) {
        if source.isTemporary { flags |= InstructionFlags.dropThird }
        unit.emit(.setItemAt, a: object.register, b: number, c: source.register, flags: flags)
        break
      }
      if let constant = ConstantFolding.value(of: index), let number = smallConstant(constant) {
        if source.isTemporary { flags |= InstructionFlags.dropThird }
        unit.emit(.setItemK, a: object.register, b: number, c: source.register, flags: flags)
        break
      }
      let key = try operand(index)
      if key.isTemporary { flags |= InstructionFlags.dropC }
      if source.isTemporary { flags |= InstructionFlags.dropThird }
      unit.emit(.setItem, a: object.register, b: key.register, c: source.register, flags: flags)
    case .tuple(let items, _), .list(let items, _): try unpack(source, to: items)
    case .starred(let value, _): try store(source, to: value)
    default: throw error("cannot assign to expression", target.span)
    }
    unit.release(to: mark)
    unit.span = outer
  }

  // MARK: Unpacking

  private func unpack(_ source: Operand, to items: [Expr]) throws(SyntaxError) {
    let star = items.firstIndex { if case .starred = $0.kind { true } else { false } }
    if star == nil, let first = consecutiveLocals(items, besides: source) {
      unit.emit(
        .unpackSequence, a: first, b: source.register, c: items.count,
        flags: source.isTemporary ? InstructionFlags.dropB : 0)
      for item in items { if let variable = localVariable(item) { markBound(variable) } }
      return
    }
    let base = unit.allocate(items.count)
    let flags = source.isTemporary ? InstructionFlags.dropB : 0
    if let star {
      let after = items.count - star - 1
      guard star < 256, after < 256 else {
        throw error("too many expressions in star-unpacking assignment", unit.span)
      }
      unit.emit(.unpackStar, a: base, b: source.register, c: star | after << 8, flags: flags)
    } else {
      unit.emit(.unpackSequence, a: base, b: source.register, c: items.count, flags: flags)
    }
    for (index, item) in items.enumerated() {
      try store(Operand(register: base + index, isTemporary: true), to: item)
    }
  }

  /// Returns the first register when the targets are distinct local variables in consecutive registers.
  private func consecutiveLocals(_ items: [Expr], besides source: Operand) -> Int? {
    guard let first = items.first.flatMap(plainLocal)?.register else { return nil }
    for (index, item) in items.enumerated() {
      guard let variable = plainLocal(item), variable.register == first + index,
        variable.register != source.register
      else { return nil }
    }
    return first
  }

  private func plainLocal(_ target: Expr) -> Variable? {
    guard case .name(let id, _) = target.kind else { return nil }
    return localVariable(id)
  }

  /// Compiles `a, b = x, y` without building a tuple; returns whether it could.
  private func compileParallel(_ target: Expr, _ value: Expr) throws(SyntaxError) -> Bool {
    guard let targets = target.sequenceItems, case .tuple(let values, _) = value.kind,
      targets.count == values.count, targets.count <= 16, !targets.isEmpty,
      ConstantFolding.value(of: value) == nil || targets.count <= 3
    else { return false }
    for item in targets + values {
      if case .starred = item.kind { return false }
    }
    let variables = targets.compactMap(plainLocal)
    let isDirect =
      variables.count == targets.count && Set(variables.map(\.register)).count == variables.count
    var sources: [Operand] = []
    for (index, item) in values.enumerated() {
      if isDirect, index + 1 == values.count {
        // Nothing is evaluated after the last value, so it can go to its variable at once.
        try assign(item, toLocal: variables[index])
      } else {
        let register = unit.allocate()
        try compile(item, into: register)
        sources.append(Operand(register: register, isTemporary: true))
      }
    }
    for (source, item) in zip(sources, targets) { try store(source, to: item) }
    return true
  }

  // MARK: Augmented

  /// Compiles `target op= value`.
  func compileAugmented(
    _ target: Expr, _ op: Operator, _ value: Expr, _ span: Span
  ) throws(SyntaxError) {
    let mark = unit.top
    defer { unit.release(to: mark) }
    unit.span = span
    switch target.kind {
    case .name(let id, _):
      if let variable = localVariable(id) {
        let left = try operand(target, before: [value], isChecked: true)
        try emitBinary(op, left, value, into: variable.register, flags: InstructionFlags.inPlace)
        markBound(variable)
        return
      }
      let register = unit.allocate()
      try at(target.span) { () throws(SyntaxError) in load(name: id, into: register) }
      let left = Operand(register: register, isTemporary: true)
      try emitBinary(op, left, value, into: register, flags: InstructionFlags.inPlace)
      store(register, isTemporary: true, toName: id)
    case .attribute(let object, let attribute, _):
      let source = try operand(object, before: [value], isChecked: true)
      let register = unit.allocate()
      let name = unit.name(mangle(attribute))
      unit.span = target.span
      unit.emit(.loadAttr, a: register, b: source.register, c: name)
      unit.emitCache()
      unit.span = span
      let left = Operand(register: register, isTemporary: true)
      try emitBinary(op, left, value, into: register, flags: InstructionFlags.inPlace)
      unit.span = target.span
      unit.emit(
        .storeAttr, a: source.register, b: register, c: name,
        flags: InstructionFlags.dropC | (source.isTemporary ? InstructionFlags.dropB : 0))
      unit.emitCache()
    case .subscript(let object, let index, _):
      let source = try operand(object, before: [index, value], isChecked: true)
      let place = smallIndex(index)
      let constant = place ?? ConstantFolding.value(of: index).flatMap { smallConstant($0) }
      let key = constant == nil ? try operand(index, before: [value]) : source
      let register = unit.allocate()
      unit.span = target.span
      if let constant {
        unit.emit(place == nil ? .getItemK : .getItemAt, a: register, b: source.register, c: constant)
      } else {
        unit.emit(.getItem, a: register, b: source.register, c: key.register)
      }
      unit.span = span
      let left = Operand(register: register, isTemporary: true)
      try emitBinary(op, left, value, into: register, flags: InstructionFlags.inPlace)
      unit.span = target.span
      var flags = InstructionFlags.dropThird
      if source.isTemporary { flags |= InstructionFlags.dropB }
      if let constant {
        unit.emit(place == nil ? .setItemK : .setItemAt, a: source.register, b: constant, c: register, flags: flags)
        return
      }
      if key.isTemporary { flags |= InstructionFlags.dropC }
      unit.emit(.setItem, a: source.register, b: key.register, c: register, flags: flags)
    default: throw error("illegal expression for augmented assignment", target.span)
    }
  }

  // MARK: Annotated

  /// Compiles `target: annotation = value`.
  func compileAnnotated(
    _ target: Expr, _ annotation: Expr, _ value: Expr?, simple: Bool
  ) throws(SyntaxError) {
    let mark = unit.top
    defer { unit.release(to: mark) }
    if let value { try compileAssign([target], value) }
    let isNamespace = unit.frame.kind == .module || unit.frame.kind == .class
    if case .name(let id, _) = target.kind {
      guard simple, isNamespace else { return }
      let register = unit.allocate()
      try compileAnnotation(annotation, into: register)
      let dictionary = unit.allocate()
      let key = unit.allocate()
      load(mangled: "__annotations__", into: dictionary)
      load(.text(mangle(id)), into: key)
      unit.emit(
        .setItem, a: dictionary, b: key, c: register,
        flags: InstructionFlags.dropB | InstructionFlags.dropC | InstructionFlags.dropThird)
      return
    }
    if value == nil { try evaluateParts(of: target) }
    if !simple, isNamespace, !symbols.annotationsAreText { try compileEffect(annotation) }
  }

  /// Evaluates the parts of an annotated target that is not assigned.
  private func evaluateParts(of target: Expr) throws(SyntaxError) {
    switch target.kind {
    case .attribute(let value, _, _): try compileEffect(value)
    case .subscript(let value, let index, _):
      try compileEffect(value)
      try compileEffect(index)
    default: break
    }
  }

  // MARK: del

  /// Compiles `del target`.
  func compileDelete(_ target: Expr) throws(SyntaxError) {
    let mark = unit.top
    let outer = unit.span
    unit.span = target.span
    switch target.kind {
    case .name(let id, _): delete(mangled: mangle(id))
    case .attribute(let value, let attribute, _):
      let object = try operand(value, isChecked: true)
      unit.emit(
        .deleteAttr, a: object.register, c: unit.name(mangle(attribute)),
        flags: object.isTemporary ? InstructionFlags.dropB : 0)
    case .subscript(let value, let index, _):
      let object = try operand(value, before: [index], isChecked: true)
      var flags: UInt8 = object.isTemporary ? InstructionFlags.dropB : 0
      let key = try operand(index)
      if key.isTemporary { flags |= InstructionFlags.dropC }
      unit.emit(.deleteItem, a: object.register, b: key.register, flags: flags)
    case .tuple(let items, _), .list(let items, _):
      for item in items { try compileDelete(item) }
    default: throw error("cannot delete expression", target.span)
    }
    unit.span = outer
    unit.release(to: mark)
  }
}

extension Expr {
  /// The items of a tuple or list.
  var sequenceItems: [Expr]? {
    switch kind {
    case .tuple(let items, _), .list(let items, _): items
    default: nil
    }
  }
}
