import Syntax

// What CPython warns of while it compiles: literals used as they cannot be, or not as they look.
extension SymbolTable {
  private func warn(_ message: String, _ span: Span) {
    warnings.append(SyntaxWarning(message: message, line: Int(span.line)))
  }

  /// Warns of an identity test with a number, string or tuple.
  func checkIdentity(_ left: Expr, _ ops: [CompareOperator], _ others: [Expr], _ span: Span) {
    guard ops.contains(where: { $0 == .is || $0 == .isNot }) else { return }
    var isLiteral = hasNoIdentity(left)
    for (op, other) in zip(ops, others) {
      let isRightLiteral = hasNoIdentity(other)
      if op == .is || op == .isNot, isLiteral || isRightLiteral {
        warn(
          op == .is
            ? "\"is\" with a literal. Did you mean \"==\"?" : "\"is not\" with a literal. Did you mean \"!=\"?", span)
        return
      }
      isLiteral = isRightLiteral
    }
  }

  private func hasNoIdentity(_ expression: Expr) -> Bool {
    switch ConstantFolding.value(of: expression) {
    case nil, .none?, .bool?, .ellipsis?: false
    default: true
    }
  }

  /// Warns of a call of a literal: a comma is missing, most often.
  func checkCallee(_ function: Expr, _ span: Span) {
    guard let type = literalType(function), type != "function" else { return }
    warn("'\(type)' object is not callable; perhaps you missed a comma?", span)
  }

  /// Warns of a literal that has no items, and of an index that its items do not have.
  func checkSubscript(_ value: Expr, _ index: Expr, _ span: Span) {
    guard let type = literalType(value) else { return }
    switch type {
    case "str", "bytes", "tuple", "list":
      guard let indexType = literalType(index), indexType != "int", indexType != "bool" else { return }
      warn("\(type) indices must be integers or slices, not \(indexType); perhaps you missed a comma?", span)
    case "dict": return
    default: warn("'\(type)' object is not subscriptable; perhaps you missed a comma?", span)
    }
  }

  /// Warns of `assert (condition, message)`.
  func checkAssertion(_ test: Expr, _ span: Span) {
    if case .tuple(let items, _) = test.kind, !items.isEmpty {
      warn("assertion is always true, perhaps remove parentheses?", span)
    }
  }

  /// Name of the type that an expression has whatever happens.
  private func literalType(_ expression: Expr) -> String? {
    switch expression.kind {
    case .constant(let constant): return typeName(constant)
    case .unaryOp(_, let operand):
      if case .constant = operand.kind { return literalType(operand) }
      return nil
    case .tuple: return "tuple"
    case .list, .listComp: return "list"
    case .dict, .dictComp: return "dict"
    case .set, .setComp: return "set"
    case .generatorExp: return "generator"
    case .lambda: return "function"
    case .joinedStr: return "str"
    default: return nil
    }
  }

  private func typeName(_ constant: Constant) -> String {
    switch constant {
    case .none: "NoneType"
    case .true, .false: "bool"
    case .ellipsis: "ellipsis"
    case .int, .bigInt: "int"
    case .float: "float"
    case .imaginary: "complex"
    case .string: "str"
    case .bytes: "bytes"
    }
  }
}
