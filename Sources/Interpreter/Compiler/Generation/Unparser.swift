import Syntax

/// Writes expressions as `ast.unparse` does; for annotations that are kept as text.
struct Unparser {
  private var result: [UInt32] = []

  /// How tightly an operator binds; higher binds tighter.
  private enum Precedence {
    static let named = 1
    static let tuple = 2
    static let yield = 3
    static let test = 4
    static let or = 5
    static let and = 6
    static let not = 7
    static let compare = 8
    static let bitOr = 9
    static let bitXor = 10
    static let bitAnd = 11
    static let shift = 12
    static let arithmetic = 13
    static let term = 14
    static let factor = 15
    static let power = 16
    static let await = 17
    static let atom = 18
  }

  /// Returns the source text of an expression.
  static func text(of expression: Expr) -> [UInt32] {
    var unparser = Unparser()
    unparser.write(expression, Precedence.test)
    return unparser.result
  }

  private mutating func add(_ text: String) { for scalar in text.unicodeScalars { result.append(scalar.value) } }

  private mutating func parenthesized(_ condition: Bool, _ body: (inout Unparser) -> Void) {
    if condition { add("(") }
    body(&self)
    if condition { add(")") }
  }

  private mutating func list(_ items: [Expr], _ precedence: Int = Precedence.test) {
    for (index, item) in items.enumerated() {
      if index > 0 { add(", ") }
      write(item, precedence)
    }
  }

  private mutating func write(_ expression: Expr, _ outer: Int) {
    switch expression.kind {
    case .call(let function, let arguments, let keywords):
      write(function, Precedence.atom)
      add("(")
      list(arguments)
      for (index, keyword) in keywords.enumerated() {
        if index > 0 || !arguments.isEmpty { add(", ") }
        add(keyword.arg.map { "\($0)=" } ?? "**")
        write(keyword.value, Precedence.test)
      }
      add(")")
    case .formattedValue, .joinedStr: joined(expression)
    case .constant(let constant): write(constant)
    case .attribute(let value, let attribute, _):
      write(value, Precedence.atom)
      if case .constant(.int) = value.kind { add(" ") }
      add(".\(attribute)")
    case .subscript(let value, let index, _):
      write(value, Precedence.atom)
      add("[")
      if case .tuple(let items, _) = index.kind, !items.isEmpty {
        list(items)
        if items.count == 1 { add(",") }
      } else {
        write(index, Precedence.tuple)
      }
      add("]")
    case .starred(let value, _):
      add("*")
      write(value, Precedence.bitOr)
    case .name(let id, _): add(id)
    case .slice(let lower, let upper, let step):
      if let lower { write(lower, Precedence.test) }
      add(":")
      if let upper { write(upper, Precedence.test) }
      if let step {
        add(":")
        write(step, Precedence.test)
      }
    case .dict, .set, .list, .tuple, .listComp, .setComp, .dictComp, .generatorExp: display(expression, outer)
    case .boolOp, .namedExpr, .binOp, .unaryOp, .lambda, .ifExp, .compare, .await, .yield, .yieldFrom:
      operation(expression, outer)
    }
  }

  /// Writes what binds its operands with some precedence.
  private mutating func operation(_ expression: Expr, _ outer: Int) {
    switch expression.kind {
    case .boolOp(let op, let values):
      let own = op == .and ? Precedence.and : Precedence.or
      parenthesized(outer > own) { unparser in
        for (index, value) in values.enumerated() {
          if index > 0 { unparser.add(op == .and ? " and " : " or ") }
          unparser.write(value, own + 1)
        }
      }
    case .namedExpr(let target, let value):
      parenthesized(outer > Precedence.named) { unparser in
        unparser.write(target, Precedence.atom)
        unparser.add(" := ")
        unparser.write(value, Precedence.atom)
      }
    case .binOp(let left, let op, let right):
      let (symbol, own) = Self.symbol(op)
      parenthesized(outer > own) { unparser in
        unparser.write(left, op == .pow ? own + 1 : own)
        unparser.add(" \(symbol) ")
        unparser.write(right, op == .pow ? own : own + 1)
      }
    case .unaryOp(let op, let operand):
      let own = op == .not ? Precedence.not : Precedence.factor
      let symbol = op == .not ? "not " : op == .uAdd ? "+" : op == .uSub ? "-" : "~"
      parenthesized(outer > own) { unparser in
        unparser.add(symbol)
        unparser.write(operand, own)
      }
    case .lambda(let arguments, let body):
      parenthesized(outer > Precedence.test) { unparser in unparser.lambda(arguments, body) }
    case .ifExp(let test, let body, let orelse):
      parenthesized(outer > Precedence.test) { unparser in
        unparser.write(body, Precedence.test + 1)
        unparser.add(" if ")
        unparser.write(test, Precedence.test + 1)
        unparser.add(" else ")
        unparser.write(orelse, Precedence.test)
      }
    case .await(let value):
      parenthesized(outer > Precedence.await) { unparser in
        unparser.add("await ")
        unparser.write(value, Precedence.atom)
      }
    case .yield(let value):
      parenthesized(outer > Precedence.yield) { unparser in
        unparser.add("yield")
        if let value {
          unparser.add(" ")
          unparser.write(value, Precedence.atom)
        }
      }
    case .yieldFrom(let value):
      parenthesized(outer > Precedence.yield) { unparser in
        unparser.add("yield from ")
        unparser.write(value, Precedence.atom)
      }
    case .compare(let left, let ops, let others):
      parenthesized(outer > Precedence.compare) { unparser in
        unparser.write(left, Precedence.compare + 1)
        for (op, other) in zip(ops, others) {
          unparser.add(" \(Self.symbol(op)) ")
          unparser.write(other, Precedence.compare + 1)
        }
      }
    default: break
    }
  }

  /// Writes displays and comprehensions.
  private mutating func display(_ expression: Expr, _ outer: Int) {
    switch expression.kind {
    case .dict(let keys, let values):
      add("{")
      for (index, value) in values.enumerated() {
        if index > 0 { add(", ") }
        if let key = keys[index] {
          write(key, Precedence.test)
          add(": ")
          write(value, Precedence.test)
        } else {
          add("**")
          write(value, Precedence.bitOr)
        }
      }
      add("}")
    case .set(let items):
      add("{")
      list(items)
      add("}")
    case .listComp(let item, let generators): comprehension("[", [item], generators, "]")
    case .setComp(let item, let generators): comprehension("{", [item], generators, "}")
    case .generatorExp(let item, let generators): comprehension("(", [item], generators, ")")
    case .dictComp(let key, let value, let generators): comprehension("{", [key, value], generators, "}")
    case .list(let items, _):
      add("[")
      list(items)
      add("]")
    case .tuple(let items, _):
      parenthesized(outer > Precedence.tuple || items.isEmpty) { unparser in
        unparser.list(items)
        if items.count == 1 { unparser.add(",") }
      }
    default: break
    }
  }

  private mutating func comprehension(
    _ open: String, _ items: [Expr], _ generators: [Comprehension], _ close: String
  ) {
    add(open)
    for (index, item) in items.enumerated() {
      if index > 0 { add(": ") }
      write(item, Precedence.test)
    }
    for generator in generators {
      add(generator.isAsync ? " async for " : " for ")
      write(generator.target, Precedence.tuple)
      add(" in ")
      write(generator.iter, Precedence.test + 1)
      for condition in generator.ifs {
        add(" if ")
        write(condition, Precedence.test + 1)
      }
    }
    add(close)
  }

  private mutating func lambda(_ arguments: Syntax.Arguments, _ body: Expr) {
    add("lambda")
    var parts: [(text: String, value: Expr?)] = []
    let positional = arguments.posonlyargs + arguments.args
    let required = positional.count - arguments.defaults.count
    for (index, argument) in positional.enumerated() {
      parts.append((argument.arg, index >= required ? arguments.defaults[index - required] : nil))
      if index + 1 == arguments.posonlyargs.count { parts.append(("/", nil)) }
    }
    if let argument = arguments.vararg {
      parts.append(("*\(argument.arg)", nil))
    } else if !arguments.kwonlyargs.isEmpty {
      parts.append(("*", nil))
    }
    for (argument, value) in zip(arguments.kwonlyargs, arguments.kwDefaults) { parts.append((argument.arg, value)) }
    if let argument = arguments.kwarg { parts.append(("**\(argument.arg)", nil)) }
    for (index, part) in parts.enumerated() {
      add(index == 0 ? " " : ", ")
      add(part.text)
      if let value = part.value {
        add("=")
        write(value, Precedence.test)
      }
    }
    add(": ")
    write(body, Precedence.test)
  }

  private mutating func joined(_ expression: Expr) {
    add("f'")
    pieces(expression)
    add("'")
  }

  private mutating func pieces(_ expression: Expr) {
    switch expression.kind {
    case .joinedStr(let values): for value in values { pieces(value) }
    case .constant(.string(let text)):
      for point in text {
        result.append(point)
        if point == 123 || point == 125 { result.append(point) }
      }
    case .formattedValue(let value, let conversion, let spec):
      add("{")
      write(value, Precedence.test + 1)
      switch conversion {
      case .none: break
      case .str: add("!s")
      case .repr: add("!r")
      case .ascii: add("!a")
      }
      if let spec {
        add(":")
        pieces(spec)
      }
      add("}")
    default: write(expression, Precedence.test)
    }
  }

  private mutating func write(_ constant: Constant) {
    switch constant {
    case .string(let text): quote(text)
    case .bytes(let bytes):
      add("b")
      quote(bytes.map { UInt32($0) })
    case .ellipsis: add("...")
    case .imaginary(let value): add("\(value)j")
    default: add(ConstantValue(constant).shortRepr)
    }
  }

  private mutating func quote(_ text: [UInt32]) {
    let mark: UInt32 = text.contains(39) && !text.contains(34) ? 34 : 39
    result.append(mark)
    for point in text {
      switch point {
      case mark, 92:
        result.append(92)
        result.append(point)
      case 10: add("\\n")
      case 13: add("\\r")
      case 9: add("\\t")
      case 0..<32, 127:
        let digits = String(point, radix: 16)
        add("\\x" + (digits.utf8.count < 2 ? "0" : "") + digits)
      default: result.append(point)
      }
    }
    result.append(mark)
  }

  private static func symbol(_ op: Operator) -> (String, Int) {
    switch op {
    case .add: ("+", Precedence.arithmetic)
    case .sub: ("-", Precedence.arithmetic)
    case .mult: ("*", Precedence.term)
    case .matMult: ("@", Precedence.term)
    case .div: ("/", Precedence.term)
    case .mod: ("%", Precedence.term)
    case .floorDiv: ("//", Precedence.term)
    case .pow: ("**", Precedence.power)
    case .lShift: ("<<", Precedence.shift)
    case .rShift: (">>", Precedence.shift)
    case .bitOr: ("|", Precedence.bitOr)
    case .bitXor: ("^", Precedence.bitXor)
    case .bitAnd: ("&", Precedence.bitAnd)
    }
  }

  private static func symbol(_ op: CompareOperator) -> String {
    switch op {
    case .eq: "=="
    case .notEq: "!="
    case .lt: "<"
    case .ltE: "<="
    case .gt: ">"
    case .gtE: ">="
    case .is: "is"
    case .isNot: "is not"
    case .in: "in"
    case .notIn: "not in"
    }
  }
}
