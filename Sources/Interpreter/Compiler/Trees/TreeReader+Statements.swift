import Syntax

extension TreeReader {
  /// A field that is a list of statements.
  func block(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> [Stmt] {
    var all: [Stmt] = []
    for item in try list(node, name, kind) {
      if item.isNone { throw vm.valueError("None disallowed in statement list") }
      all.append(try deeper { () throws(Raised) in try self.statement(item) })
    }
    return all
  }

  /// The same; an empty one is refused.
  func filledBlock(_ node: Value, _ kind: String, _ name: String = "body") throws(Raised) -> [Stmt] {
    let all = try block(node, name, kind)
    if all.isEmpty { throw vm.valueError("empty \(name) on \(kind)") }
    return all
  }

  private func filled(_ node: Value, _ name: String, _ kind: String) throws(Raised) -> [Value] {
    let all = try list(node, name, kind)
    if all.isEmpty { throw vm.valueError("empty \(name) on \(kind)") }
    return all
  }

  private func statement(_ node: Value) throws(Raised) -> Stmt {
    let span = try place(node, "stmt")
    guard let kind = kind(of: node) else { throw try unexpected("stmt", node) }
    if let made = try simple(node, kind) { return Stmt(made, span) }
    if let made = try compound(node, kind, span) { return Stmt(made, span) }
    throw try unexpected("stmt", node)
  }

  private func simple(_ node: Value, _ kind: String) throws(Raised) -> Stmt.Kind? {
    switch kind {
    case "Return": return .return(value: try optionalExpression(node, "value"))
    case "Delete":
      return .delete(targets: try expressions(try filled(node, "targets", kind), .del))
    case "Assign":
      let targets = try expressions(try filled(node, "targets", kind), .store)
      return .assign(targets: targets, value: try expression(node, "value", kind))
    case "TypeAlias":
      let name = try expression(node, "name", kind, .store)
      guard case .name = name.kind else { throw vm.typeError("TypeAlias with non-Name name") }
      return .typeAlias(
        name: name, typeParams: try typeParameters(node), value: try expression(node, "value", kind))
    case "AugAssign":
      let target = try expression(node, "target", kind, .store)
      switch target.kind {
      case .name, .attribute, .subscript: break
      default: throw vm.raised(vm.types.systemError, "invalid node type for augmented assignment")
      }
      return .augAssign(
        target: target, op: try binaryOperator(try required(node, "op", kind)), value: try expression(node, "value", kind))
    case "AnnAssign": return try annotated(node, kind)
    case "Raise":
      let (error, cause) = (try optionalExpression(node, "exc"), try optionalExpression(node, "cause"))
      if error == nil && cause != nil { throw vm.valueError("Raise with cause but no exception") }
      return .raise(exc: error, cause: cause)
    case "Assert":
      return .assert(test: try expression(node, "test", kind), msg: try optionalExpression(node, "msg"))
    case "Import": return .import(names: try aliases(try filled(node, "names", kind)))
    case "ImportFrom":
      var level = 0
      if let given = try optional(node, "level") { level = try number(given) }
      if level < 0 { throw vm.valueError("Negative ImportFrom level") }
      return .importFrom(
        module: try optionalIdentifier(node, "module"), names: try aliases(try filled(node, "names", kind)), level: level)
    case "Global": return .global(names: try identifiers(try filled(node, "names", kind)))
    case "Nonlocal": return .nonlocal(names: try identifiers(try filled(node, "names", kind)))
    case "Expr": return .expr(value: try expression(node, "value", kind))
    case "Pass": return .pass
    case "Break": return .break
    case "Continue": return .continue
    default: return nil
    }
  }

  private func annotated(_ node: Value, _ kind: String) throws(Raised) -> Stmt.Kind {
    let target = try expression(node, "target", kind, .store)
    let simple = try number(try field(node, "simple", kind)) != 0
    switch target.kind {
    case .name: break
    case .attribute, .subscript:
      if simple { throw vm.typeError("AnnAssign with simple non-Name target") }
    default: throw vm.typeError("AnnAssign with simple non-Name target")
    }
    return .annAssign(
      target: target, annotation: try expression(node, "annotation", kind), value: try optionalExpression(node, "value"),
      simple: simple)
  }

  private func compound(_ node: Value, _ kind: String, _ span: Span) throws(Raised) -> Stmt.Kind? {
    switch kind {
    case "FunctionDef": return .functionDef(try function(node, kind, span))
    case "AsyncFunctionDef": return .asyncFunctionDef(try function(node, kind, span))
    case "ClassDef":
      let body = try filledBlock(node, kind)
      return .classDef(
        ClassDef(
          name: try identifier(node, "name", kind), nameSpan: span,
          bases: try expressions(try list(node, "bases", kind)),
          keywords: try keywords(try list(node, "keywords", kind)), body: body,
          decoratorList: try expressions(try list(node, "decorator_list", kind)), typeParams: try typeParameters(node)))
    case "For": return .for(try loop(node, kind))
    case "AsyncFor": return .asyncFor(try loop(node, kind))
    case "While":
      let test = try expression(node, "test", kind)
      return .while(test: test, body: try filledBlock(node, kind), orelse: try block(node, "orelse", kind))
    case "If":
      let test = try expression(node, "test", kind)
      return .if(test: test, body: try filledBlock(node, kind), orelse: try block(node, "orelse", kind))
    case "With": return .with(items: try withItems(node, kind), body: try filledBlock(node, kind))
    case "AsyncWith": return .asyncWith(items: try withItems(node, kind), body: try filledBlock(node, kind))
    case "Match":
      let subject = try expression(node, "subject", kind)
      var cases: [MatchCase] = []
      for item in try filled(node, "cases", kind) { cases.append(try matchCase(item)) }
      return .match(subject: subject, cases: cases)
    case "Try": return .try(try tried(node, kind))
    case "TryStar": return .tryStar(try tried(node, kind))
    default: return nil
    }
  }

  private func function(_ node: Value, _ kind: String, _ span: Span) throws(Raised) -> FunctionDef {
    let body = try filledBlock(node, kind)
    return FunctionDef(
      name: try identifier(node, "name", kind), nameSpan: span,
      args: try arguments(try required(node, "args", kind)), body: body,
      decoratorList: try expressions(try list(node, "decorator_list", kind)),
      returns: try optionalExpression(node, "returns"), typeParams: try typeParameters(node))
  }

  private func loop(_ node: Value, _ kind: String) throws(Raised) -> For {
    let target = try expression(node, "target", kind, .store)
    let source = try expression(node, "iter", kind)
    return For(
      target: target, iter: source, body: try filledBlock(node, kind), orelse: try block(node, "orelse", kind))
  }

  private func withItems(_ node: Value, _ kind: String) throws(Raised) -> [WithItem] {
    var all: [WithItem] = []
    for item in try filled(node, "items", kind) {
      let manager = try expression(item, "context_expr", "withitem")
      all.append(WithItem(contextExpr: manager, optionalVars: try optionalExpression(item, "optional_vars", .store)))
    }
    return all
  }

  private func tried(_ node: Value, _ kind: String) throws(Raised) -> Try {
    let body = try filledBlock(node, kind)
    let given = try list(node, "handlers", kind)
    let orelse = try block(node, "orelse", kind)
    let finalbody = try block(node, "finalbody", kind)
    if given.isEmpty && finalbody.isEmpty {
      throw vm.valueError("\(kind) has neither except handlers nor finalbody")
    }
    if given.isEmpty && !orelse.isEmpty { throw vm.valueError("\(kind) has orelse but no except handlers") }
    var handlers: [ExceptHandler] = []
    for item in given {
      let span = try place(item, "excepthandler")
      guard self.kind(of: item) == "ExceptHandler" else { throw try unexpected("excepthandler", item) }
      let type = try optionalExpression(item, "type")
      handlers.append(
        ExceptHandler(
          type: type, name: try optionalIdentifier(item, "name"), body: try filledBlock(item, "ExceptHandler"),
          span: span))
    }
    if let bare = handlers.dropLast().first(where: { $0.type == nil }) {
      throw vm.syntaxError(
        SyntaxError(message: "default 'except:' must be last", filename: "", line: Int(bare.span.line), column: 1))
    }
    return Try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody)
  }

  private func aliases(_ nodes: [Value]) throws(Raised) -> [Alias] {
    var all: [Alias] = []
    for node in nodes {
      all.append(
        Alias(
          name: try identifier(node, "name", "alias"), asname: try optionalIdentifier(node, "asname"),
          span: try place(node, "alias")))
    }
    return all
  }

  /// Names in a list.
  func identifiers(_ values: [Value]) throws(Raised) -> [String] {
    var all: [String] = []
    for value in values { all.append(try identifier(value)) }
    return all
  }

  private func typeParameters(_ node: Value) throws(Raised) -> [TypeParam] {
    guard let given = try optional(node, "type_params")?.asList else { return [] }
    var all: [TypeParam] = []
    for item in given.values {
      let span = try place(item, "type_param")
      let kind: TypeParam.Kind
      switch self.kind(of: item) {
      case "TypeVar": kind = .typeVar(bound: try optionalExpression(item, "bound"))
      case "ParamSpec": kind = .paramSpec
      case "TypeVarTuple": kind = .typeVarTuple
      default: throw try unexpected("type_param", item)
      }
      all.append(TypeParam(kind, name: try identifier(item, "name", "type_param"), span: span))
    }
    return all
  }
}
