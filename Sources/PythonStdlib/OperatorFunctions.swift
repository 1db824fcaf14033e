import Interpreter

// The functions of `operator` that stand for an operator each.
extension OperatorModule {
  static func declareOperators(_ vm: VM, _ module: ModuleObject) {
    func declare(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, body)
      made.moduleName = "_operator"
      module.constant(vm, made.name, .object(made))
    }
    let binary: [(String, BinaryOperator, String)] = [
      ("add", .add, "+"), ("sub", .subtract, "-"), ("mul", .multiply, "*"), ("truediv", .trueDivide, "/"),
      ("floordiv", .floorDivide, "//"), ("mod", .remainder, "%"), ("pow", .power, "**"), ("lshift", .leftShift, "<<"),
      ("rshift", .rightShift, ">>"), ("and_", .bitAnd, "&"), ("or_", .bitOr, "|"), ("xor", .bitXor, "^"),
      ("matmul", .matrixMultiply, "@"),
    ]
    for (name, op, symbol) in binary {
      declare("\(name)(a, b, /)", "Same as a \(symbol) b.") { (vm, args) throws(Raised) in
        let (a, b) = (args.slot(0), args.slot(1))
        if a.isInt && b.isInt {
          switch op {
          case .add:
            let (sum, overflow) = a.asInt.addingReportingOverflow(b.asInt)
            if !overflow { return .int(sum) }
          case .subtract:
            let (difference, overflow) = a.asInt.subtractingReportingOverflow(b.asInt)
            if !overflow { return .int(difference) }
          case .multiply:
            let (product, overflow) = a.asInt.multipliedReportingOverflow(by: b.asInt)
            if !overflow { return .int(product) }
          default: break
          }
        }
        return try vm.binary(op, a.value, b.value)
      }
    }
    let comparisons: [(String, Comparison, String)] = [
      ("lt", .less, "<"), ("le", .lessEqual, "<="), ("eq", .equal, "=="), ("ne", .notEqual, "!="), ("ge", .greaterEqual, ">="),
      ("gt", .greater, ">"),
    ]
    for (name, comparison, symbol) in comparisons {
      declare("\(name)(a, b, /)", "Same as a \(symbol) b.") { (vm, args) throws(Raised) in
        try vm.compare(comparison, args[0], args[1])
      }
    }
    let unary: [(String, UnaryOperator, String)] = [
      ("neg", .negative, "-a"), ("pos", .positive, "+a"), ("inv", .invert, "~a"), ("invert", .invert, "~a"),
    ]
    for (name, op, text) in unary {
      declare("\(name)(a, /)", "Same as \(text).") { (vm, args) throws(Raised) in try vm.unary(op, args[0]) }
    }
    declare("truth(a, /)", "Return True if a is true, False otherwise.") { (vm, args) throws(Raised) in
      .bool(try vm.truth(args[0]))
    }
    declare("not_(a, /)", "Same as not a.") { (vm, args) throws(Raised) in .bool(!(try vm.truth(args[0]))) }
    declare("is_(a, b, /)", "Same as a is b.") { (_, args) in .bool(args.slot(0).isSame(as: args.slot(1))) }
    declare("is_not(a, b, /)", "Same as a is not b.") { (_, args) in .bool(!args.slot(0).isSame(as: args.slot(1))) }
    declare("contains(a, b, /)", "Same as b in a (note reversed operands).") { (vm, args) throws(Raised) in
      .bool(try vm.contains(args[0], args[1]))
    }
    declare("getitem(a, b, /)", "Same as a[b].") { (vm, args) throws(Raised) in try item(vm, args.slot(0), args.slot(1)) }
    declare("setitem(a, b, c, /)", "Same as a[b] = c.") { (vm, args) throws(Raised) in
      try vm.setItem(args[0], args[1], args[2])
      return .none
    }
    declare("delitem(a, b, /)", "Same as del a[b].") { (vm, args) throws(Raised) in
      try vm.deleteItem(args[0], args[1])
      return .none
    }
  }
}
