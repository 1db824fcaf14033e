extension ASTDumper {
  /// Writes an expression.
  mutating func dump(_ expression: Expr) {
    defer { place(expression.span) }
    switch expression.kind {
    case .boolOp(let op, let values):
      node("BoolOp", [("op", plain(op == .and ? "And()" : "Or()")), ("values", many(values))])
    case .namedExpr(let target, let value):
      node("NamedExpr", [("target", one(target)), ("value", one(value))])
    case .binOp(let left, let op, let right):
      node("BinOp", [("left", one(left)), ("op", plain(op.dumpName)), ("right", one(right))])
    case .unaryOp(let op, let operand):
      node("UnaryOp", [("op", plain(op.dumpName)), ("operand", one(operand))])
    case .lambda(let args, let body): node("Lambda", [("args", { $0.dump(args) }), ("body", one(body))])
    case .ifExp(let test, let body, let orelse):
      node("IfExp", [("test", one(test)), ("body", one(body)), ("orelse", one(orelse))])
    case .compare(let left, let ops, let comparators):
      let names: Writer = { $0.list(ops) { $0.text += $1.dumpName } }
      node("Compare", [("left", one(left)), ("ops", names), ("comparators", many(comparators))])
    case .call(let function, let args, let words):
      node("Call", [("func", one(function)), ("args", many(args)), ("keywords", keywords(words))])
    case .await(let value): node("Await", [("value", one(value))])
    case .yield(let value): node("Yield", [("value", maybe(value))])
    case .yieldFrom(let value): node("YieldFrom", [("value", one(value))])
    default: dumpDisplay(expression)
    }
  }

  private mutating func dumpDisplay(_ expression: Expr) {
    switch expression.kind {
    case .dict(let keys, let values):
      let shown: Writer = { dumper in
        dumper.list(keys) { dumper, key in
          if let key { dumper.dump(key) } else { dumper.text += "None" }
        }
      }
      node("Dict", [("keys", shown), ("values", many(values))])
    case .set(let elts): node("Set", [("elts", many(elts))])
    case .listComp(let elt, let generators):
      node("ListComp", [("elt", one(elt)), ("generators", self.generators(generators))])
    case .setComp(let elt, let generators):
      node("SetComp", [("elt", one(elt)), ("generators", self.generators(generators))])
    case .dictComp(let key, let value, let generators):
      node(
        "DictComp", [("key", one(key)), ("value", one(value)), ("generators", self.generators(generators))])
    case .generatorExp(let elt, let generators):
      node("GeneratorExp", [("elt", one(elt)), ("generators", self.generators(generators))])
    case .formattedValue(let value, let conversion, let spec):
      node(
        "FormattedValue",
        [("value", one(value)), ("conversion", plain(conversion.dumpCode)), ("format_spec", maybe(spec))])
    case .joinedStr(let values): node("JoinedStr", [("values", many(values))])
    case .constant(let value): node("Constant", [("value", { $0.dump(value) })])
    default: dumpPlace(expression)
    }
  }

  private mutating func dumpPlace(_ expression: Expr) {
    switch expression.kind {
    case .attribute(let value, let attr, let ctx):
      node("Attribute", [("value", one(value)), ("attr", word(attr)), ("ctx", plain(ctx.dumpName))])
    case .subscript(let value, let slice, let ctx):
      node("Subscript", [("value", one(value)), ("slice", one(slice)), ("ctx", plain(ctx.dumpName))])
    case .starred(let value, let ctx): node("Starred", [("value", one(value)), ("ctx", plain(ctx.dumpName))])
    case .name(let id, let ctx): node("Name", [("id", word(id)), ("ctx", plain(ctx.dumpName))])
    case .list(let elts, let ctx): node("List", [("elts", many(elts)), ("ctx", plain(ctx.dumpName))])
    case .tuple(let elts, let ctx): node("Tuple", [("elts", many(elts)), ("ctx", plain(ctx.dumpName))])
    case .slice(let lower, let upper, let step):
      node("Slice", [("lower", maybe(lower)), ("upper", maybe(upper)), ("step", maybe(step))])
    default: break
    }
  }

  private func generators(_ generators: [Comprehension]) -> Writer {
    { dumper in
      dumper.list(generators) { dumper, part in
        dumper.node(
          "comprehension",
          [
            ("target", dumper.one(part.target)), ("iter", dumper.one(part.iter)),
            ("ifs", dumper.many(part.ifs)), ("is_async", dumper.plain(part.isAsync ? "1" : "0")),
          ])
      }
    }
  }

  /// Returns the writer of keyword arguments.
  func keywords(_ words: [Keyword]) -> Writer {
    { dumper in
      dumper.list(words) { dumper, part in
        dumper.node("keyword", [("arg", dumper.maybeWord(part.arg)), ("value", dumper.one(part.value))])
        dumper.place(part.span)
      }
    }
  }

  /// Writes parameters.
  mutating func dump(_ part: Arguments) {
    let all: ([Arg]) -> Writer = { parameters in { $0.list(parameters) { $0.dump($1) } } }
    let one: (Arg?) -> Writer? = { parameter in parameter.map { parameter in { $0.dump(parameter) } } }
    let defaults: Writer = { dumper in
      dumper.list(part.kwDefaults) { dumper, value in
        if let value { dumper.dump(value) } else { dumper.text += "None" }
      }
    }
    node(
      "arguments",
      [
        ("posonlyargs", all(part.posonlyargs)), ("args", all(part.args)), ("vararg", one(part.vararg)),
        ("kwonlyargs", all(part.kwonlyargs)), ("kw_defaults", defaults), ("kwarg", one(part.kwarg)),
        ("defaults", many(part.defaults)),
      ])
  }

  private mutating func dump(_ part: Arg) {
    node("arg", [("arg", word(part.arg)), ("annotation", maybe(part.annotation))])
    place(part.span)
  }
}

extension Operator {
  /// The name in a dump.
  var dumpName: String {
    switch self {
    case .add: "Add()"
    case .sub: "Sub()"
    case .mult: "Mult()"
    case .matMult: "MatMult()"
    case .div: "Div()"
    case .mod: "Mod()"
    case .pow: "Pow()"
    case .lShift: "LShift()"
    case .rShift: "RShift()"
    case .bitOr: "BitOr()"
    case .bitXor: "BitXor()"
    case .bitAnd: "BitAnd()"
    case .floorDiv: "FloorDiv()"
    }
  }
}

extension UnaryOperator {
  /// The name in a dump.
  var dumpName: String {
    switch self {
    case .invert: "Invert()"
    case .not: "Not()"
    case .uAdd: "UAdd()"
    case .uSub: "USub()"
    }
  }
}

extension CompareOperator {
  /// The name in a dump.
  var dumpName: String {
    switch self {
    case .eq: "Eq()"
    case .notEq: "NotEq()"
    case .lt: "Lt()"
    case .ltE: "LtE()"
    case .gt: "Gt()"
    case .gtE: "GtE()"
    case .is: "Is()"
    case .isNot: "IsNot()"
    case .in: "In()"
    case .notIn: "NotIn()"
    }
  }
}

extension Expr.Context {
  /// The name in a dump.
  var dumpName: String {
    switch self {
    case .load: "Load()"
    case .store: "Store()"
    case .del: "Del()"
    }
  }
}

extension Expr.Conversion {
  /// The number in a dump.
  var dumpCode: String {
    switch self {
    case .none: "-1"
    case .str: "115"
    case .repr: "114"
    case .ascii: "97"
    }
  }
}
