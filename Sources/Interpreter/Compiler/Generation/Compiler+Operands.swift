import Syntax

/// A register that holds the value of an expression.
struct Operand {
  let register: Int
  /// Whether the register is a temporary that dies with the instruction using it.
  let isTemporary: Bool
}

/// Registers of expressions, loads and stores of names.
extension Compiler {
  // MARK: Operands

  /// Returns the register of an expression: that of the local variable itself, or a temporary.
  ///
  /// - `later`: expressions evaluated before the operand is used; when one assigns the variable, it is copied.
  /// - `scratch`: a temporary that may take the value; a new one is allocated otherwise.
  /// - `isChecked`: whether the instruction finds an unbound variable itself.
  func operand(
    _ expression: Expr, before later: [Expr] = [], scratch: Int? = nil, isChecked: Bool = false
  ) throws(SyntaxError) -> Operand {
    if let variable = localVariable(expression), !mayAssign(variable.name, later) {
      if case .namedExpr(_, let value) = expression.kind {
        try assign(value, toLocal: variable)
        return Operand(register: variable.register, isTemporary: false)
      }
      let outer = unit.span
      unit.span = expression.span
      check(variable, isChecked: isChecked)
      unit.span = outer
      return Operand(register: variable.register, isTemporary: false)
    }
    let register = usable(scratch) ?? unit.allocate()
    try compile(expression, into: register)
    return Operand(register: register, isTemporary: true)
  }

  /// Returns the scratch register when it is a temporary.
  func usable(_ scratch: Int?) -> Int? {
    guard let scratch, unit.isTemporary(scratch) else { return nil }
    return scratch
  }

  /// Returns the variable when an expression is a local variable in a register (or a walrus to one).
  func localVariable(_ expression: Expr) -> Variable? {
    switch expression.kind {
    case .name(let id, _): return localVariable(id)
    case .namedExpr(let target, _):
      if case .name(let id, _) = target.kind { return localVariable(id) }
      return nil
    default: return nil
    }
  }

  /// Returns the variable when a name is a local variable in a register.
  func localVariable(_ id: String) -> Variable? {
    if case .local(let variable) = access(mangle(id)) { return variable }
    return nil
  }

  /// Raises UnboundLocalError at run time when the variable may be unbound here.
  func check(_ variable: Variable, isChecked: Bool = false) {
    guard variable.isFrameLocal, !unit.bound.contains(variable.register) else { return }
    if !isChecked { unit.emit(.checkLocal, a: variable.register) }
    markBound(variable)
  }

  /// Notes that a variable has a value from here on.
  func markBound(_ variable: Variable) {
    if variable.isFrameLocal, !variable.isDeleted { unit.bound.insert(variable.register) }
  }

  /// Tells whether a walrus in one of the expressions may assign the name.
  private func mayAssign(_ name: String, _ expressions: [Expr]) -> Bool {
    unit.frame.hasWalrus && expressions.contains { WalrusSearch.assigns($0, name: name, scope: unit.scope) }
  }

  /// Flags for an instruction with two sources and a destination.
  ///
  /// A source in the destination itself is released by the store.
  func drops(_ b: Operand, _ c: Operand? = nil, into dest: Int) -> UInt8 {
    var flags: UInt8 = 0
    if b.isTemporary, b.register != dest { flags |= InstructionFlags.dropB }
    if let c, c.isTemporary, c.register != dest { flags |= InstructionFlags.dropC }
    return flags
  }

  /// Returns the first register of a call window or other run of temporaries whose result goes to `dest`.
  func windowBase(_ dest: Int) -> Int {
    unit.isTemporary(dest) && dest == unit.top - 1 ? dest : unit.allocate()
  }

  /// Runs code that belongs to a place.
  func at(_ span: Span, _ body: () throws(SyntaxError) -> Void) throws(SyntaxError) {
    let outer = unit.span
    unit.span = span
    try body()
    unit.span = outer
  }

  // MARK: Loads

  /// Loads a constant.
  func load(_ constant: ConstantValue, into dest: Int) {
    switch constant {
    case .none: unit.emit(.loadNone, a: dest)
    case .bool(let value): unit.emit(.loadBool, a: dest, b: value ? 1 : 0)
    case .int(let value) where Int32(exactly: value) != nil: unit.emit(.loadInt, a: dest, bc: value)
    default: unit.emit(.loadConst, a: dest, bc: unit.constant(constant))
    }
  }

  /// Returns the index of a constant when it fits an operand.
  func smallConstant(_ value: ConstantValue) -> Int? {
    let index = unit.constant(value)
    return index <= Instruction.greatestOperand ? index : nil
  }

  /// The constant index of a subscript that an operand can say itself.
  func smallIndex(_ index: Expr) -> Int? {
    guard case .int(let number)? = ConstantFolding.value(of: index), number >= 0, number <= Instruction.greatestOperand
    else { return nil }
    return number
  }

  /// Loads a name of the source.
  func load(name id: String, into dest: Int) { load(mangled: mangle(id), into: dest) }

  /// Loads a name that is mangled already.
  func load(mangled name: String, into dest: Int) {
    switch access(name) {
    case .local(let variable):
      if variable.register != dest { unit.emit(.move, a: dest, b: variable.register) }
      markBound(variable)
    case .cell(let variable): unit.emit(.loadCell, a: dest, b: variable.register)
    case .free(let index): unit.emit(.loadFree, a: dest, b: index)
    case .classFree(let index):
      unit.emit(.loadClassFree, a: dest, b: index, c: unit.name(name))
    case .global: loadGlobal(name, into: dest)
    case .namespace: unit.emit(.loadName, a: dest, bc: unit.name(name))
    }
  }

  /// Loads a global or builtin.
  func loadGlobal(_ name: String, into dest: Int) {
    unit.emit(.loadGlobal, a: dest, bc: unit.name(name))
    unit.emitCache()
  }

  // MARK: Stores

  /// Stores a register to a name of the source.
  func store(_ register: Int, isTemporary: Bool, toName id: String) {
    store(register, isTemporary: isTemporary, toMangled: mangle(id))
  }

  /// Stores a register to a name that is mangled already.
  func store(_ register: Int, isTemporary: Bool, toMangled name: String) {
    let dropC = isTemporary ? InstructionFlags.dropC : 0
    let dropB = isTemporary ? InstructionFlags.dropB : 0
    switch access(name) {
    case .local(let variable):
      if variable.register != register {
        unit.emit(isTemporary ? .take : .move, a: variable.register, b: register)
      }
      markBound(variable)
    case .cell(let variable): unit.emit(.storeCell, a: variable.register, b: register, flags: dropC)
    case .free(let index), .classFree(let index):
      unit.emit(.storeFree, a: index, b: register, flags: dropC)
    case .global: unit.emit(.storeGlobal, a: register, bc: unit.name(name), flags: dropB)
    case .namespace: unit.emit(.storeName, a: register, bc: unit.name(name), flags: dropB)
    }
  }

  /// Unbinds a name.
  func delete(mangled name: String) {
    switch access(name) {
    case .local(let variable): unit.emit(.deleteLocal, a: variable.register)
    case .cell(let variable): unit.emit(.deleteCell, a: variable.register)
    case .free(let index), .classFree(let index): unit.emit(.deleteFree, a: index)
    case .global: unit.emit(.deleteGlobal, bc: unit.name(name))
    case .namespace: unit.emit(.deleteName, bc: unit.name(name))
    }
  }

  /// Evaluates an expression directly into a local variable.
  func assign(_ value: Expr, toLocal variable: Variable) throws(SyntaxError) {
    try compile(value, into: variable.register)
    markBound(variable)
  }
}

/// Looks for walrus assignments in an expression.
enum WalrusSearch {
  /// Tells whether evaluating the expression may assign the name of the scope.
  static func assigns(_ expression: Expr, name: String, scope: Scope) -> Bool {
    switch expression.kind {
    case .namedExpr(let target, let value):
      if case .name(let id, _) = target.kind, scope.mangle(id) == name { return true }
      return assigns(value, name: name, scope: scope)
    case .constant, .name, .lambda, .generatorExp: return false
    case .boolOp(_, let values), .set(let values), .joinedStr(let values), .list(let values, _),
      .tuple(let values, _):
      return any(values, name, scope)
    case .binOp(let left, _, let right):
      return assigns(left, name: name, scope: scope) || assigns(right, name: name, scope: scope)
    case .unaryOp(_, let value), .await(let value), .yieldFrom(let value), .attribute(let value, _, _),
      .starred(let value, _):
      return assigns(value, name: name, scope: scope)
    case .subscript(let value, let index, _):
      return assigns(value, name: name, scope: scope) || assigns(index, name: name, scope: scope)
    case .ifExp(let test, let body, let orelse): return any([test, body, orelse], name, scope)
    case .dict(let keys, let values): return any(keys.compactMap { $0 } + values, name, scope)
    case .listComp(let item, let generators), .setComp(let item, let generators):
      return any([item] + parts(generators), name, scope)
    case .dictComp(let key, let value, let generators):
      return any([key, value] + parts(generators), name, scope)
    case .yield(let value): return value.map { assigns($0, name: name, scope: scope) } ?? false
    case .compare(let left, _, let others): return any([left] + others, name, scope)
    case .call(let function, let arguments, let keywords):
      return any([function] + arguments + keywords.map(\.value), name, scope)
    case .formattedValue(let value, _, let spec): return any([value] + (spec.map { [$0] } ?? []), name, scope)
    case .slice(let lower, let upper, let step): return any([lower, upper, step].compactMap { $0 }, name, scope)
    }
  }

  private static func parts(_ generators: [Comprehension]) -> [Expr] {
    generators.flatMap { [$0.iter] + $0.ifs }
  }

  private static func any(_ expressions: [Expr], _ name: String, _ scope: Scope) -> Bool {
    expressions.contains { assigns($0, name: name, scope: scope) }
  }
}
