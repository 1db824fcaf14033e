import Syntax

/// Expressions into registers.
extension Compiler {
  /// Evaluates an expression into a register.
  ///
  /// A local variable as destination changes only with the last instruction, when everything has been evaluated.
  func compile(_ expression: Expr, into dest: Int) throws(SyntaxError) {
    try descend(expression.span)
    let outer = unit.span
    unit.span = expression.span
    let mark = unit.top
    try compileUnprotected(expression, into: dest)
    unit.release(to: mark)
    unit.span = outer
    depth -= 1
  }

  private func compileUnprotected(_ expression: Expr, into dest: Int) throws(SyntaxError) {
    switch expression.kind {
    case .constant(let constant): load(ConstantValue(constant), into: dest)
    case .name(let id, _):
      if id == "__debug__" { load(.bool(!options.omitsAsserts), into: dest) } else { load(name: id, into: dest) }
    case .boolOp(let op, let values): try compileBoolean(op, values, into: dest)
    case .namedExpr(let target, let value): try compileWalrus(target, value, into: dest)
    case .binOp(let left, let op, let right):
      if let constant = ConstantFolding.value(of: expression) { return load(constant, into: dest) }
      try compileBinary(left, op, right, into: dest)
    case .unaryOp(let op, let value):
      if let constant = ConstantFolding.value(of: expression) { return load(constant, into: dest) }
      try compileUnary(op, value, into: dest)
    case .lambda(let arguments, let body): try compileLambda(expression, arguments, body, into: dest)
    case .ifExp(let test, let body, let orelse):
      try compileConditional(test, into: dest) { [self] () throws(SyntaxError) in
        try compile(body, into: dest)
      } orelse: { [self] () throws(SyntaxError) in
        try compile(orelse, into: dest)
      }
    case .dict(let keys, let values): try compileDict(keys, values, into: dest)
    case .set(let items): try compileDisplay(items, .set, into: dest)
    case .list(let items, _): try compileDisplay(items, .list, into: dest)
    case .tuple(let items, _):
      if let values = ConstantFolding.tuple(items) { return load(.tuple(values), into: dest) }
      try compileDisplay(items, .tuple, into: dest)
    case .listComp, .setComp, .dictComp, .generatorExp: try compileComprehension(expression, into: dest)
    case .await(let value):
      let mark = unit.top
      let source = try operand(value, scratch: dest)
      compileAwait(source, into: dest)
      unit.release(to: mark)
    case .yield(let value): try compileYield(value, into: dest)
    case .yieldFrom(let value): try compileYieldFrom(value, into: dest)
    case .compare(let left, let ops, let others): try compileComparison(left, ops, others, into: dest)
    case .call(let function, let arguments, let keywords):
      try compileCall(expression, function, arguments, keywords, into: dest)
    case .formattedValue(let value, let conversion, let spec):
      try compileFormatted(value, conversion, spec, into: dest)
    case .joinedStr(let values): try compileJoined(values, into: dest)
    case .attribute(let value, let attribute, _): try compileAttribute(value, attribute, into: dest)
    case .subscript(let value, let index, _):
      if let constant = ConstantFolding.value(of: expression) { return load(constant, into: dest) }
      try compileSubscript(value, index, into: dest)
    case .starred: throw error("can't use starred expression here", expression.span)
    case .slice(let lower, let upper, let step): try compileSlice(lower, upper, step, into: dest)
    }
  }

  /// Evaluates an expression and drops its value.
  func compileEffect(_ expression: Expr) throws(SyntaxError) {
    if ConstantFolding.value(of: expression) != nil { return }
    let mark = unit.top
    switch expression.kind {
    case .namedExpr:
      if localVariable(expression) != nil {
        _ = try operand(expression)
        return
      }
    case .name:
      if let variable = localVariable(expression) {
        return try at(expression.span) { () throws(SyntaxError) in check(variable) }
      }
    default: break
    }
    let register = unit.allocate()
    try compile(expression, into: register)
    unit.emit(.clear, a: register)
    unit.release(to: mark)
  }

  // MARK: Operators

  private func compileBinary(
    _ left: Expr, _ op: Operator, _ right: Expr, into dest: Int
  ) throws(SyntaxError) {
    let b = try operand(left, before: [right], scratch: dest, isChecked: true)
    try emitBinary(op, b, right, into: dest, flags: 0)
  }

  /// Applies an operator to a register and an expression.
  func emitBinary(
    _ op: Operator, _ left: Operand, _ right: Expr, into dest: Int, flags: UInt8
  ) throws(SyntaxError) {
    let mark = unit.top
    if let opcode = op.constantOpcode, let constant = ConstantFolding.value(of: right),
      let index = smallConstant(constant)
    {
      unit.emit(opcode, a: dest, b: left.register, c: index, flags: flags | drops(left, into: dest))
      return
    }
    let c = try operand(right, isChecked: true)
    unit.emit(op.opcode, a: dest, b: left.register, c: c.register, flags: flags | drops(left, c, into: dest))
    unit.release(to: mark)
  }

  private func compileUnary(_ op: Syntax.UnaryOperator, _ value: Expr, into dest: Int) throws(SyntaxError) {
    if op == .not, case .compare(let left, let ops, let others) = value.kind, ops.count == 1,
      let inverse = ops[0].negatedIdentity
    {
      return try compileComparison(left, [inverse], others, into: dest)
    }
    let opcode: Opcode =
      switch op {
      case .invert: .invert
      case .not: .not
      case .uAdd: .positive
      case .uSub: .negative
      }
    let source = try operand(value, scratch: dest, isChecked: op != .not)
    unit.emit(opcode, a: dest, b: source.register, flags: drops(source, into: dest))
  }

  private func compileBoolean(_ op: BoolOperator, _ values: [Expr], into dest: Int) throws(SyntaxError) {
    let end = unit.label()
    let keep: Opcode = op == .and ? .jumpIfFalseKeep : .jumpIfTrueKeep
    if let first = values.first, let variable = localVariable(first), variable.register == dest,
      values.count == 2, case .name = first.kind
    {
      // `x = x or y`: the variable stays where it is.
      check(variable)
      unit.jump(op == .and ? .jumpIfFalse : .jumpIfTrue, a: dest, to: end)
      try compile(values[1], into: dest)
      unit.bind(end)
      return
    }
    let register = usable(dest) ?? unit.allocate()
    for value in values.dropLast() {
      try compile(value, into: register)
      unit.jump(keep, a: register, to: end)
    }
    if let last = values.last { try compile(last, into: register) }
    unit.bind(end)
    if register != dest { unit.emit(.take, a: dest, b: register) }
  }

  private func compileWalrus(_ target: Expr, _ value: Expr, into dest: Int) throws(SyntaxError) {
    guard case .name(let id, _) = target.kind else {
      throw error("cannot use assignment expressions with expression", target.span)
    }
    if let variable = localVariable(id) {
      try assign(value, toLocal: variable)
      if variable.register != dest { unit.emit(.move, a: dest, b: variable.register) }
      return
    }
    let register = usable(dest) ?? unit.allocate()
    try compile(value, into: register)
    store(register, isTemporary: false, toName: id)
    if register != dest { unit.emit(.take, a: dest, b: register) }
  }

  // MARK: Attributes and items

  private func compileAttribute(_ value: Expr, _ attribute: String, into dest: Int) throws(SyntaxError) {
    if try compileSuperAttribute(value, attribute, into: dest) { return }
    let source = try operand(value, scratch: dest, isChecked: true)
    unit.emit(
      .loadAttr, a: dest, b: source.register, c: unit.name(mangle(attribute)), flags: drops(source, into: dest))
    unit.emitCache()
  }

  private func compileSubscript(_ value: Expr, _ index: Expr, into dest: Int) throws(SyntaxError) {
    let source = try operand(value, before: [index], scratch: dest, isChecked: true)
    if let number = smallIndex(index) {
      unit.emit(.getItemAt, a: dest, b: source.register, c: number, flags: drops(source, into: dest))
      return
    }
    if let constant = ConstantFolding.value(of: index), let number = smallConstant(constant) {
      unit.emit(.getItemK, a: dest, b: source.register, c: number, flags: drops(source, into: dest))
      return
    }
    let key = try operand(index)
    unit.emit(
      .getItem, a: dest, b: source.register, c: key.register, flags: drops(source, key, into: dest))
  }

  private func compileSlice(_ lower: Expr?, _ upper: Expr?, _ step: Expr?, into dest: Int) throws(SyntaxError) {
    let base = windowBase(dest)
    try compileOptional(lower, into: base)
    try compileOptional(upper, into: unit.allocate())
    try compileOptional(step, into: unit.allocate())
    unit.emit(.buildSlice, a: dest, b: base)
  }

  /// Evaluates an expression, None when there is none.
  func compileOptional(_ expression: Expr?, into dest: Int) throws(SyntaxError) {
    if let expression { try compile(expression, into: dest) } else { unit.emit(.loadNone, a: dest) }
  }

  // MARK: f-strings

  private func compileFormatted(
    _ value: Expr, _ conversion: Expr.Conversion, _ spec: Expr?, into dest: Int
  ) throws(SyntaxError) {
    let code: Int =
      switch conversion {
      case .none: 0
      case .str: 115
      case .repr: 114
      case .ascii: 97
      }
    if let spec, !isEmptyText(spec) {
      let base = windowBase(dest)
      try compile(value, into: base)
      try compile(spec, into: unit.allocate())
      unit.emit(.formatSpec, a: dest, b: base, c: code)
    } else {
      let source = try operand(value, scratch: dest)
      unit.emit(.formatValue, a: dest, b: source.register, c: code, flags: drops(source, into: dest))
    }
  }

  private func isEmptyText(_ expression: Expr) -> Bool {
    switch expression.kind {
    case .joinedStr(let values): values.allSatisfy(isEmptyText)
    case .constant(.string(let text)): text.isEmpty
    default: false
    }
  }

  private func compileJoined(_ values: [Expr], into dest: Int) throws(SyntaxError) {
    let pieces = values.filter { !isEmptyText($0) }
    if pieces.isEmpty { return load(.string([]), into: dest) }
    if pieces.count == 1 {
      return try compile(pieces[0], into: dest)
    }
    let base = windowBase(dest)
    for (index, piece) in pieces.enumerated() {
      try compile(piece, into: index == 0 ? base : unit.allocate())
    }
    unit.emit(.buildString, a: dest, b: base, c: pieces.count)
  }
}

extension Operator {
  /// The instruction on two registers.
  var opcode: Opcode {
    switch self {
    case .add: .add
    case .sub: .subtract
    case .mult: .multiply
    case .matMult: .matrixMultiply
    case .div: .trueDivide
    case .mod: .remainder
    case .pow: .power
    case .lShift: .leftShift
    case .rShift: .rightShift
    case .bitOr: .bitOr
    case .bitXor: .bitXor
    case .bitAnd: .bitAnd
    case .floorDiv: .floorDivide
    }
  }

  /// The instruction on a register and a constant, where there is one.
  var constantOpcode: Opcode? {
    switch self {
    case .add: .addK
    case .sub: .subtractK
    case .mult: .multiplyK
    case .div: .trueDivideK
    case .mod: .remainderK
    case .pow: .powerK
    case .floorDiv: .floorDivideK
    case .matMult, .lShift, .rShift, .bitOr, .bitXor, .bitAnd: nil
    }
  }
}
