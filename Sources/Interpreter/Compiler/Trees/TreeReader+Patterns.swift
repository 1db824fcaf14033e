import Syntax

extension TreeReader {
  /// One `case` of a `match`.
  func matchCase(_ node: Value) throws(Raised) -> MatchCase {
    let pattern = try pattern(try required(node, "pattern", "match_case"), isStarAllowed: false)
    let condition = try optionalExpression(node, "guard")
    return MatchCase(pattern: pattern, guard: condition, body: try filledBlock(node, "match_case"))
  }

  private func pattern(_ node: Value, isStarAllowed: Bool) throws(Raised) -> Pattern {
    let span = try place(node, "pattern")
    guard let kind = kind(of: node),
      let made = try deeper({ () throws(Raised) in try self.patternKind(node, kind, isStarAllowed) })
    else { throw try unexpected("pattern", node) }
    return Pattern(made, span)
  }

  private func patterns(_ node: Value, _ name: String, _ kind: String, stars: Bool = false) throws(Raised) -> [Pattern] {
    var all: [Pattern] = []
    for item in try list(node, name, kind) { all.append(try pattern(item, isStarAllowed: stars)) }
    return all
  }

  private func patternKind(_ node: Value, _ kind: String, _ isStarAllowed: Bool) throws(Raised) -> Pattern.Kind? {
    switch kind {
    case "MatchValue": return .matchValue(value: try literal(try expression(node, "value", kind)))
    case "MatchSingleton":
      let value = try field(node, "value", kind)
      if value.isNone { return .matchSingleton(value: .none) }
      guard value.kind == .bool else { throw vm.valueError("MatchSingleton can only contain True, False and None") }
      return .matchSingleton(value: try vm.truth(value) ? .true : .false)
    case "MatchSequence": return .matchSequence(patterns: try patterns(node, "patterns", kind, stars: true))
    case "MatchMapping": return try mapping(node, kind)
    case "MatchClass": return try classPattern(node, kind)
    case "MatchStar":
      if !isStarAllowed { throw vm.valueError("can't use MatchStar here") }
      return .matchStar(name: try captured(node, "name"))
    case "MatchAs":
      let name = try captured(node, "name")
      guard let inner = try optional(node, "pattern") else { return .matchAs(pattern: nil, name: name) }
      if name == nil { throw vm.valueError("MatchAs must specify a target name if a pattern is given") }
      return .matchAs(pattern: try pattern(inner, isStarAllowed: false), name: name)
    case "MatchOr":
      let all = try patterns(node, "patterns", kind)
      if all.count < 2 { throw vm.valueError("MatchOr requires at least 2 patterns") }
      return .matchOr(patterns: all)
    default: return nil
    }
  }

  private func mapping(_ node: Value, _ kind: String) throws(Raised) -> Pattern.Kind {
    let keys = try list(node, "keys", kind)
    let values = try list(node, "patterns", kind)
    if keys.count != values.count {
      throw vm.valueError("MatchMapping doesn't have the same number of keys as patterns")
    }
    let rest = try captured(node, "rest")
    var read: [Expr] = []
    for key in try expressions(keys) {
      if case .constant(.none) = key.kind { read.append(key) }
      else if case .constant(.true) = key.kind { read.append(key) }
      else if case .constant(.false) = key.kind { read.append(key) }
      else { read.append(try literal(key)) }
    }
    return .matchMapping(keys: read, patterns: try patterns(node, "patterns", kind), rest: rest)
  }

  private func classPattern(_ node: Value, _ kind: String) throws(Raised) -> Pattern.Kind {
    let names = try identifiers(try list(node, "kwd_attrs", kind))
    let values = try list(node, "kwd_patterns", kind)
    if names.count != values.count {
      throw vm.valueError("MatchClass doesn't have the same number of keyword attributes as patterns")
    }
    let type = try expression(node, "cls", kind)
    var place = type
    while case .attribute(let value, _, _) = place.kind { place = value }
    guard case .name = place.kind else {
      throw vm.valueError("MatchClass cls field can only contain Name or Attribute nodes.")
    }
    for name in names { _ = try checked(name) }
    return .matchClass(
      cls: type, patterns: try patterns(node, "patterns", kind), kwdAttrs: names,
      kwdPatterns: try patterns(node, "kwd_patterns", kind))
  }

  private func captured(_ node: Value, _ name: String) throws(Raised) -> String? {
    guard let found = try optionalIdentifier(node, name) else { return nil }
    if found == "_" { throw vm.valueError("can't capture name '_' in patterns") }
    return try checked(found)
  }

  /// A value to compare with: a literal, a number with its sign, a complex number, a dotted name.
  private func literal(_ value: Expr) throws(Raised) -> Expr {
    switch value.kind {
    case .constant(let constant):
      switch constant {
      case .none, .true, .false, .ellipsis: throw vm.valueError("unexpected constant inside of a literal pattern")
      default: return value
      }
    case .tuple: throw vm.valueError("unexpected constant inside of a literal pattern")
    case .attribute(let inner, _, _):
      var place = inner
      while case .attribute(let value, _, _) = place.kind { place = value }
      if case .name = place.kind { return value }
    case .unaryOp(.uSub, let operand):
      if case .constant(let constant) = operand.kind, constant.isNumber { return value }
    case .binOp(let left, .add, let right), .binOp(let left, .sub, let right):
      if case .constant(.imaginary) = right.kind, isReal(left) { return value }
    case .joinedStr: return value
    default: break
    }
    throw vm.valueError("patterns may only match literals and attribute lookups")
  }

  private func isReal(_ value: Expr) -> Bool {
    switch value.kind {
    case .constant(.imaginary): false
    case .constant(let constant): constant.isNumber
    case .unaryOp(.uSub, let operand): isReal(operand)
    default: false
    }
  }
}

extension Constant {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .bigInt, .float, .imaginary: true
    default: false
    }
  }
}
