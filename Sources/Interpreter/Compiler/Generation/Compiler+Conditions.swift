import Syntax

/// Comparisons and conditional jumps.
extension Compiler {
  /// Evaluates one of two branches.
  func compileConditional(
    _ test: Expr, into dest: Int? = nil, then body: () throws(SyntaxError) -> Void,
    orelse: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let other = unit.label()
    let end = unit.label()
    try compileJump(test, to: other, when: false)
    try body()
    unit.jump(to: end)
    unit.bind(other)
    try orelse()
    unit.bind(end)
  }

  /// Jumps when the truth of an expression is `sense`, falls through otherwise.
  func compileJump(_ expression: Expr, to label: Label, when sense: Bool) throws(SyntaxError) {
    try descend(expression.span)
    let outer = unit.span
    unit.span = expression.span
    let mark = unit.top
    try compileJumpUnprotected(expression, to: label, when: sense)
    unit.release(to: mark)
    unit.span = outer
    depth -= 1
  }

  private func compileJumpUnprotected(
    _ expression: Expr, to label: Label, when sense: Bool
  ) throws(SyntaxError) {
    if let constant = ConstantFolding.value(of: expression) {
      if constant.truth == sense { unit.jump(to: label) }
      return
    }
    switch expression.kind {
    case .unaryOp(.not, let operand): return try compileJump(operand, to: label, when: !sense)
    case .boolOp(let op, let values):
      // `and` leaves at the first false value, `or` at the first true one.
      let leaving = op == .or
      if sense == leaving {
        for value in values { try compileJump(value, to: label, when: sense) }
      } else {
        let skip = unit.label()
        for value in values.dropLast() { try compileJump(value, to: skip, when: leaving) }
        if let last = values.last { try compileJump(last, to: label, when: sense) }
        unit.bind(skip)
      }
    case .compare(let left, let ops, let others):
      try compileComparisonJump(left, ops, others, to: label, when: sense)
    case .ifExp(let test, let body, let orelse):
      try compileConditional(test) { [self] () throws(SyntaxError) in
        try compileJump(body, to: label, when: sense)
      } orelse: { [self] () throws(SyntaxError) in
        try compileJump(orelse, to: label, when: sense)
      }
    default:
      let source = try operand(expression)
      unit.jump(
        sense ? .jumpIfTrue : .jumpIfFalse, a: source.register,
        flags: source.isTemporary ? InstructionFlags.dropB : 0, to: label)
    }
  }

  // MARK: Comparisons

  /// Evaluates a comparison or a chain of them into a register.
  func compileComparison(
    _ left: Expr, _ ops: [CompareOperator], _ others: [Expr], into dest: Int
  ) throws(SyntaxError) {
    var b = try operand(left, before: others, scratch: ops.count == 1 ? dest : nil, isChecked: !ops[0].isSilent)
    if ops.count == 1 {
      let c = try compareOperand(others[0], ops[0])
      emitComparison(ops[0], b, c, into: dest, keepsRight: false)
      return
    }
    // Each middle value is compared twice; it is released after the second time, or at the end when the chain stops.
    let end = unit.label()
    let result = usable(dest) ?? unit.allocate()
    var leftovers: [(label: Label, register: Int)] = []
    for (index, op) in ops.enumerated() {
      let isLast = index + 1 == ops.count
      let c = try compareOperand(others[index], op, before: Array(others[(index + 1)...]))
      emitComparison(op, b, c, into: result, keepsRight: !isLast)
      if isLast { break }
      if c.isTemporary {
        let stop = unit.label()
        leftovers.append((stop, c.register))
        unit.jump(.jumpIfFalseKeep, a: result, to: stop)
      } else {
        unit.jump(.jumpIfFalseKeep, a: result, to: end)
      }
      b = c
    }
    for (stop, register) in leftovers {
      unit.jump(to: end)
      unit.bind(stop)
      unit.emit(.clear, a: register)
    }
    unit.bind(end)
    if result != dest { unit.emit(.take, a: dest, b: result) }
  }

  private func compareOperand(
    _ expression: Expr, _ op: CompareOperator, before later: [Expr] = []
  ) throws(SyntaxError) -> Operand {
    if op == .in || op == .notIn, let constant = membershipConstant(expression) {
      let register = unit.allocate()
      load(constant, into: register)
      return Operand(register: register, isTemporary: true)
    }
    return try operand(expression, before: later, isChecked: !op.isSilent)
  }

  /// Returns the tuple or frozenset that stands for a display of constants after `in`.
  private func membershipConstant(_ expression: Expr) -> ConstantValue? {
    switch expression.kind {
    case .list(let items, _): return ConstantFolding.tuple(items).map { .tuple($0) }
    case .set(let items): return ConstantFolding.tuple(items).map { .frozenSet($0) }
    default: return nil
    }
  }

  private func emitComparison(
    _ op: CompareOperator, _ b: Operand, _ c: Operand, into dest: Int, keepsRight: Bool
  ) {
    let right = keepsRight ? Operand(register: c.register, isTemporary: false) : c
    unit.emit(op.opcode, a: dest, b: b.register, c: c.register, flags: drops(b, right, into: dest))
  }

  private func compileComparisonJump(
    _ left: Expr, _ ops: [CompareOperator], _ others: [Expr], to label: Label, when sense: Bool
  ) throws(SyntaxError) {
    if ops.count == 1 {
      let b = try operand(left, before: others, isChecked: !ops[0].isSilent)
      return try emitComparisonJump(ops[0], b, others[0], to: label, when: sense)
    }
    let fail = sense ? unit.label() : label
    var leftovers: [(label: Label, register: Int)] = []
    var b = try operand(left, before: others, isChecked: !ops[0].isSilent)
    for (index, op) in ops.dropLast().enumerated() {
      let c = try compareOperand(others[index], op, before: Array(others[(index + 1)...]))
      var stop = fail
      if c.isTemporary {
        stop = unit.label()
        leftovers.append((stop, c.register))
      }
      emitFused(op, b, c, keepsRight: true, to: stop, when: false)
      b = c
    }
    try emitComparisonJump(ops[ops.count - 1], b, others[ops.count - 1], to: label, when: sense)
    let end = unit.label()
    if !leftovers.isEmpty {
      // What the chain left when it stopped early is released on the way out.
      unit.jump(to: end)
      for (stop, register) in leftovers {
        unit.bind(stop)
        unit.emit(.clear, a: register)
        unit.jump(to: fail)
      }
    }
    if sense { unit.bind(fail) }
    unit.bind(end)
  }

  private func emitComparisonJump(
    _ op: CompareOperator, _ b: Operand, _ right: Expr, to label: Label, when sense: Bool
  ) throws(SyntaxError) {
    let dropB = b.isTemporary ? InstructionFlags.dropB : 0
    if op == .is || op == .isNot, case .constant(.none) = right.kind {
      let opcode: Opcode = (op == .is) == sense ? .jumpIfNone : .jumpIfNotNone
      unit.jump(opcode, a: b.register, flags: dropB, to: label)
      return
    }
    if let opcode = op.constantJump, let constant = ConstantFolding.value(of: right),
      let index = smallConstant(constant)
    {
      let flags = dropB | (sense ? InstructionFlags.jumpIfTrue : 0)
      unit.jumpExtended(opcode, a: b.register, b: index, flags: flags, to: label)
      return
    }
    let c = try compareOperand(right, op)
    emitFused(op, b, c, keepsRight: false, to: label, when: sense)
  }

  /// Compares two registers and jumps.
  private func emitFused(
    _ op: CompareOperator, _ b: Operand, _ c: Operand, keepsRight: Bool, to label: Label, when sense: Bool
  ) {
    var flags: UInt8 = b.isTemporary ? InstructionFlags.dropB : 0
    if c.isTemporary, !keepsRight { flags |= InstructionFlags.dropC }
    guard let opcode = op.jump else {
      let result = unit.allocate()
      unit.emit(op.opcode, a: result, b: b.register, c: c.register, flags: flags)
      unit.jump(
        sense ? .jumpIfTrue : .jumpIfFalse, a: result, flags: InstructionFlags.dropB, to: label)
      return
    }
    let jumpsIfTrue = op == .isNot ? !sense : sense
    if jumpsIfTrue { flags |= InstructionFlags.jumpIfTrue }
    unit.jumpExtended(opcode, a: b.register, b: c.register, flags: flags, to: label)
  }
}

extension CompareOperator {
  /// The instruction with a result.
  var opcode: Opcode {
    switch self {
    case .eq: .equal
    case .notEq: .notEqual
    case .lt: .less
    case .ltE: .lessEqual
    case .gt: .greater
    case .gtE: .greaterEqual
    case .is: .isSame
    case .isNot: .isNotSame
    case .in: .contains
    case .notIn: .notContains
    }
  }

  /// The comparison fused with a jump, where there is one.
  var jump: Opcode? {
    switch self {
    case .eq: .jumpEqual
    case .notEq: .jumpNotEqual
    case .lt: .jumpLess
    case .ltE: .jumpLessEqual
    case .gt: .jumpGreater
    case .gtE: .jumpGreaterEqual
    case .is, .isNot: .jumpIs
    case .in, .notIn: nil
    }
  }

  /// The comparison with a constant fused with a jump, where there is one.
  var constantJump: Opcode? {
    switch self {
    case .eq: .jumpEqualK
    case .notEq: .jumpNotEqualK
    case .lt: .jumpLessK
    case .ltE: .jumpLessEqualK
    case .gt: .jumpGreaterK
    case .gtE: .jumpGreaterEqualK
    case .is, .isNot, .in, .notIn: nil
    }
  }

  /// Whether the instruction takes an unbound variable without complaint.
  var isSilent: Bool {
    switch self {
    case .is, .isNot, .in, .notIn: true
    case .eq, .notEq, .lt, .ltE, .gt, .gtE: false
    }
  }

  /// The comparison that means `not` this one for every object.
  var negatedIdentity: CompareOperator? {
    switch self {
    case .is: .isNot
    case .isNot: .is
    case .in: .notIn
    case .notIn: .in
    case .eq, .notEq, .lt, .ltE, .gt, .gtE: nil
    }
  }
}
