import Syntax

extension TreeReader {
  /// A field that is an expression.
  func expression(
    _ node: Value, _ name: String, _ kind: String, _ context: Expr.Context = .load
  ) throws(Raised) -> Expr {
    try expression(try required(node, name, kind), context)
  }

  /// A field that is an expression or None.
  func optionalExpression(
    _ node: Value, _ name: String, _ context: Expr.Context = .load
  ) throws(Raised) -> Expr? {
    guard let found = try optional(node, name) else { return nil }
    return try expression(found, context)
  }

  /// Expressions in a list.
  func expressions(_ nodes: [Value], _ context: Expr.Context = .load) throws(Raised) -> [Expr] {
    var all: [Expr] = []
    for node in nodes {
      if node.isNone { throw vm.valueError("None disallowed in expression list") }
      all.append(try expression(node, context))
    }
    return all
  }

  private func expression(_ node: Value, _ context: Expr.Context) throws(Raised) -> Expr {
    let span = try place(node, "expr")
    let made: Expr = try deeper { () throws(Raised) in
      guard let kind = self.kind(of: node) else { throw try self.unexpected("expr", node) }
      if let made = try self.assignable(node, kind, context) { return Expr(made, span) }
      if let made = try self.operation(node, kind, context) { return Expr(made, span) }
      if let made = try self.display(node, kind) { return Expr(made, span) }
      throw try self.unexpected("expr", node)
    }
    if made.height > Expr.maximumHeight { throw vm.recursionError() }
    return made
  }

  /// What may be assigned to: here the context of the node must be the one that is wanted.
  private func assignable(_ node: Value, _ kind: String, _ context: Expr.Context) throws(Raised) -> Expr.Kind? {
    switch kind {
    case "Attribute":
      try check(node, kind, context)
      let value = try expression(node, "value", kind)
      return .attribute(value: value, attr: try identifier(node, "attr", kind), ctx: context)
    case "Subscript":
      try check(node, kind, context)
      let value = try expression(node, "value", kind)
      return .subscript(value: value, slice: try expression(node, "slice", kind), ctx: context)
    case "Starred":
      try check(node, kind, context)
      return .starred(value: try expression(node, "value", kind, context), ctx: context)
    case "Name":
      let name = try checked(try identifier(node, "id", kind))
      try check(node, kind, context)
      return .name(id: name, ctx: context)
    case "List":
      try check(node, kind, context)
      return .list(elts: try expressions(try list(node, "elts", kind), context), ctx: context)
    case "Tuple":
      try check(node, kind, context)
      return .tuple(elts: try expressions(try list(node, "elts", kind), context), ctx: context)
    default:
      guard context != .load else { return nil }
      guard let kind = self.kind(of: node), kind != "expr" else { return nil }
      throw vm.valueError("expression which can't be assigned to in \(contextName(context)) context")
    }
  }

  private func contextName(_ context: Expr.Context) -> String {
    switch context {
    case .load: "Load"
    case .store: "Store"
    case .del: "Del"
    }
  }

  private func check(_ node: Value, _ kind: String, _ context: Expr.Context) throws(Raised) {
    let given = try required(node, "ctx", kind)
    guard let name = self.kind(of: given), ["Load", "Store", "Del"].contains(name) else {
      throw try unexpected("expr_context", given)
    }
    if name != contextName(context) {
      throw vm.valueError("expression must have \(contextName(context)) context but has \(name) instead")
    }
  }

  private func operation(_ node: Value, _ kind: String, _ context: Expr.Context) throws(Raised) -> Expr.Kind? {
    switch kind {
    case "BoolOp":
      let values = try list(node, "values", kind)
      if values.count < 2 { throw vm.valueError("BoolOp with less than 2 values") }
      let given = try required(node, "op", kind)
      switch self.kind(of: given) {
      case "And": return .boolOp(op: .and, values: try expressions(values))
      case "Or": return .boolOp(op: .or, values: try expressions(values))
      default: throw try unexpected("boolop", given)
      }
    case "NamedExpr":
      let target = try required(node, "target", kind)
      if self.kind(of: target) != "Name" { throw vm.typeError("NamedExpr target must be a Name") }
      return .namedExpr(
        target: try expression(target, .store), value: try expression(node, "value", kind))
    case "BinOp":
      let left = try expression(node, "left", kind)
      let op = try binaryOperator(try required(node, "op", kind))
      return .binOp(left: left, op: op, right: try expression(node, "right", kind))
    case "UnaryOp":
      let op = try unaryOperator(try required(node, "op", kind))
      return .unaryOp(op: op, operand: try expression(node, "operand", kind))
    case "Lambda":
      let parameters = try arguments(try required(node, "args", kind))
      return .lambda(args: parameters, body: try expression(node, "body", kind))
    case "IfExp":
      let test = try expression(node, "test", kind)
      let body = try expression(node, "body", kind)
      return .ifExp(test: test, body: body, orelse: try expression(node, "orelse", kind))
    case "Await": return .await(value: try expression(node, "value", kind))
    case "Yield": return .yield(value: try optionalExpression(node, "value"))
    case "YieldFrom": return .yieldFrom(value: try expression(node, "value", kind))
    case "Compare":
      let right = try list(node, "comparators", kind)
      let given = try list(node, "ops", kind)
      if right.isEmpty { throw vm.valueError("Compare with no comparators") }
      if right.count != given.count {
        throw vm.valueError("Compare has a different number of comparators and operands")
      }
      var ops: [CompareOperator] = []
      for op in given { ops.append(try comparison(op)) }
      let left = try expression(node, "left", kind)
      return .compare(left: left, ops: ops, comparators: try expressions(right))
    case "Call":
      let function = try expression(node, "func", kind)
      let args = try expressions(try list(node, "args", kind))
      return .call(func: function, args: args, keywords: try keywords(try list(node, "keywords", kind)))
    default: return nil
    }
  }

  private func display(_ node: Value, _ kind: String) throws(Raised) -> Expr.Kind? {
    switch kind {
    case "Dict":
      let (given, values) = (try list(node, "keys", kind), try list(node, "values", kind))
      if given.count != values.count {
        throw vm.valueError("Dict doesn't have the same number of keys as values")
      }
      var keys: [Expr?] = []
      for key in given { keys.append(key.isNone ? nil : try expression(key, .load)) }
      return .dict(keys: keys, values: try expressions(values))
    case "Set":
      let all = try expressions(try list(node, "elts", kind))
      if all.isEmpty {
        // No literal is an empty set: one that is unpacked from nothing.
        let empty = Expr(.tuple(elts: [], ctx: .load), try place(node, "expr"))
        return .set(elts: [Expr(.starred(value: empty, ctx: .load), empty.span)])
      }
      return .set(elts: all)
    case "ListComp", "SetComp", "GeneratorExp":
      let generators = try comprehensions(node, kind)
      let elt = try expression(node, "elt", kind)
      switch kind {
      case "ListComp": return .listComp(elt: elt, generators: generators)
      case "SetComp": return .setComp(elt: elt, generators: generators)
      default: return .generatorExp(elt: elt, generators: generators)
      }
    case "DictComp":
      let generators = try comprehensions(node, kind)
      let key = try expression(node, "key", kind)
      return .dictComp(key: key, value: try expression(node, "value", kind), generators: generators)
    case "FormattedValue": return .joinedStr(values: [try formatted(node)])
    case "JoinedStr":
      var values: [Expr] = []
      for item in try list(node, "values", kind) {
        if item.isNone { throw vm.valueError("None disallowed in expression list") }
        if self.kind(of: item) == "FormattedValue" {
          values.append(try formatted(item))
          continue
        }
        let value = try expression(item, .load)
        if case .constant(.string) = value.kind {
          values.append(value)
        } else {
          values.append(Expr(.formattedValue(value: value, conversion: .none, formatSpec: nil), value.span))
        }
      }
      return .joinedStr(values: values)
    case "Constant": return try constant(try field(node, "value", kind), try place(node, "expr"))
    case "Slice":
      return .slice(
        lower: try optionalExpression(node, "lower"), upper: try optionalExpression(node, "upper"),
        step: try optionalExpression(node, "step"))
    default: return nil
    }
  }

  private func formatted(_ node: Value) throws(Raised) -> Expr {
    let span = try place(node, "expr")
    let value = try expression(node, "value", "FormattedValue")
    let conversion: Expr.Conversion
    switch try number(try field(node, "conversion", "FormattedValue")) {
    case -1: conversion = .none
    case 115: conversion = .str
    case 114: conversion = .repr
    case 97: conversion = .ascii
    case let other: throw vm.raised(vm.types.systemError, "Unrecognized conversion character \(other)")
    }
    var spec = try optionalExpression(node, "format_spec")
    if let given = spec {
      if case .joinedStr = given.kind {} else {
        let part = Expr(.formattedValue(value: given, conversion: .none, formatSpec: nil), given.span)
        spec = Expr(.joinedStr(values: [part]), given.span)
      }
    }
    return Expr(.formattedValue(value: value, conversion: conversion, formatSpec: spec), span)
  }

  private func comprehensions(_ node: Value, _ kind: String) throws(Raised) -> [Comprehension] {
    var all: [Comprehension] = []
    for item in try list(node, "generators", kind) {
      let source = try expression(item, "iter", "comprehension")
      let target = try expression(item, "target", "comprehension", .store)
      let conditions = try expressions(try list(item, "ifs", "comprehension"))
      let isAsync = try number(try field(item, "is_async", "comprehension")) != 0
      all.append(Comprehension(target: target, iter: source, ifs: conditions, isAsync: isAsync))
    }
    if all.isEmpty { throw vm.valueError("comprehension with no generators") }
    return all
  }

  /// Keyword arguments in a list.
  func keywords(_ nodes: [Value]) throws(Raised) -> [Keyword] {
    var all: [Keyword] = []
    for node in nodes {
      all.append(
        Keyword(
          arg: try optionalIdentifier(node, "arg"), value: try expression(node, "value", "keyword"),
          span: try place(node, "keyword")))
    }
    return all
  }

  /// The parameters of a function.
  func arguments(_ node: Value) throws(Raised) -> Syntax.Arguments {
    let kind = "arguments"
    func parameter(_ node: Value) throws(Raised) -> Arg {
      let span = try place(node, "arg")
      return Arg(arg: try identifier(node, "arg", "arg"), annotation: try optionalExpression(node, "annotation"), span: span)
    }
    func parameters(_ name: String) throws(Raised) -> [Arg] {
      var all: [Arg] = []
      for item in try list(node, name, kind) { all.append(try parameter(item)) }
      return all
    }
    let (only, usual) = (try parameters("posonlyargs"), try parameters("args"))
    let rest = try optional(node, "vararg")
    let named = try parameters("kwonlyargs")
    let namedDefaults = try list(node, "kw_defaults", kind)
    let others = try optional(node, "kwarg")
    let defaults = try list(node, "defaults", kind)
    if defaults.count > only.count + usual.count {
      throw vm.valueError("more positional defaults than args on arguments")
    }
    if namedDefaults.count != named.count {
      throw vm.valueError("length of kwonlyargs is not the same as kw_defaults on arguments")
    }
    var read: [Expr?] = []
    for value in namedDefaults { read.append(value.isNone ? nil : try expression(value, .load)) }
    return Syntax.Arguments(
      posonlyargs: only, args: usual, vararg: rest == nil ? nil : try parameter(rest ?? .none), kwonlyargs: named,
      kwDefaults: read, kwarg: others == nil ? nil : try parameter(others ?? .none),
      defaults: try expressions(defaults))
  }

  // MARK: Operators

  /// An operator of two operands.
  func binaryOperator(_ node: Value) throws(Raised) -> Operator {
    switch kind(of: node) {
    case "Add": return .add
    case "Sub": return .sub
    case "Mult": return .mult
    case "MatMult": return .matMult
    case "Div": return .div
    case "Mod": return .mod
    case "Pow": return .pow
    case "LShift": return .lShift
    case "RShift": return .rShift
    case "BitOr": return .bitOr
    case "BitXor": return .bitXor
    case "BitAnd": return .bitAnd
    case "FloorDiv": return .floorDiv
    default: throw try unexpected("operator", node)
    }
  }

  private func unaryOperator(_ node: Value) throws(Raised) -> Syntax.UnaryOperator {
    switch kind(of: node) {
    case "Invert": return .invert
    case "Not": return .not
    case "UAdd": return .uAdd
    case "USub": return .uSub
    default: throw try unexpected("unaryop", node)
    }
  }

  private func comparison(_ node: Value) throws(Raised) -> CompareOperator {
    switch kind(of: node) {
    case "Eq": return .eq
    case "NotEq": return .notEq
    case "Lt": return .lt
    case "LtE": return .ltE
    case "Gt": return .gt
    case "GtE": return .gtE
    case "Is": return .is
    case "IsNot": return .isNot
    case "In": return .in
    case "NotIn": return .notIn
    default: throw try unexpected("cmpop", node)
    }
  }

  // MARK: Constants

  private func constant(_ value: Value, _ span: Span) throws(Raised) -> Expr.Kind {
    func made(_ kind: Expr.Kind) -> Expr { Expr(kind, span) }
    let isPlain: Bool
    if case .object(let o) = value { isPlain = !o.hasHeapType } else { isPlain = true }
    if isPlain {
      switch value.kind {
      case .none: return .constant(.none)
      case .bool: return .constant(try vm.truth(value) ? .true : .false)
      case .ellipsis: return .constant(.ellipsis)
      case .int:
        if case .int(let number) = value { return .constant(.int(number)) }
        let text = try vm.format(value, vm.string("x")).utf8()
        let digits = text.first == 0x2D ? Array(text.dropFirst()) : text
        let number = made(.constant(.bigInt(digits: digits, radix: 16)))
        return text.first == 0x2D ? .unaryOp(op: .uSub, operand: number) : number.kind
      case .float: return .constant(.float(try vm.double(value)))
      case .complex:
        let real = try vm.double(try vm.getAttr(value, "real"))
        let imaginary = made(.constant(.imaginary(try vm.double(try vm.getAttr(value, "imag")))))
        if real.bitPattern == 0 { return imaginary.kind }
        return .binOp(left: made(.constant(.float(real))), op: .add, right: imaginary)
      case .str:
        if let text = value.asStr { return .constant(.string((0..<text.count).map { text[$0] })) }
      case .bytes:
        if let bytes = Codecs.buffer(value) { return .constant(.bytes(bytes)) }
      case .tuple, .frozenset:
        let items: [Expr] = try deeper { () throws(Raised) in
          var items: [Expr] = []
          for item in try self.vm.list(of: value) { items.append(made(try self.constant(item, span))) }
          return items
        }
        let tuple = made(.tuple(elts: items, ctx: .load))
        if value.kind == .tuple { return tuple.kind }
        return .call(func: made(.name(id: "frozenset", ctx: .load)), args: [tuple], keywords: [])
      default: break
      }
    }
    throw vm.typeError("got an invalid type in Constant: \(vm.type(of: value).name)")
  }
}
