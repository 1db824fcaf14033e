import Interpreter

extension DecimalTools {
  /// The result of an operation of short numbers; nil: the Python half does it.
  @inline(__always)
  func compute(
    _ vm: VM, _ op: BinaryOperator, _ a: DecimalParts, _ b: DecimalParts, _ state: DecimalState
  ) throws(Raised) -> Value? {
    let context = state.numbers
    let made: DecimalParts?
    switch op {
    case .add: made = DecimalMath.sum(a, b, context)
    case .subtract:
      var negated = b
      negated.isNegative.toggle()
      made = DecimalMath.sum(a, negated, context)
    case .multiply: made = DecimalMath.product(a, b, context)
    case .trueDivide: made = DecimalMath.quotient(a, b, context)
    case .floorDivide: made = DecimalMath.whole(a, b, context, wantsRest: false)
    case .remainder: made = DecimalMath.whole(a, b, context, wantsRest: true)
    default: made = nil
    }
    guard let made else { return nil }
    return try finish(vm, made, state)
  }

  /// Parts of a finite number with a coefficient of any size.
  private func parts(_ vm: VM, _ value: Value) -> (isNegative: Bool, coefficient: Value, exponent: Int)? {
    if let number = DecimalNumber.of(value) {
      return number.isFinite ? (number.isNegative, number.coefficient(vm), number.exponent) : nil
    }
    guard case .int(let i) = value, i != Int.min else { return nil }
    return (i < 0, .int(abs(i)), 0)
  }
  /// Sums, differences and products of long numbers that are exact under the context; nil: the Python half does it.
  @inline(never)
  func long(
    _ vm: VM, _ op: BinaryOperator, _ x: Value, _ y: Value, _ state: DecimalState
  ) throws(Raised) -> Value? {
    guard op.rawValue <= BinaryOperator.multiply.rawValue, let a = parts(vm, x), let b = parts(vm, y) else { return nil }
    if op == .multiply {
      // What cannot fit is not computed.
      let size = DecimalDigits.size(a.coefficient).addingReportingOverflow(DecimalDigits.size(b.coefficient))
      if size.overflow || size.partialValue &- 3 > state.numbers.precision { return nil }
      let product = try vm.binary(.multiply, a.coefficient, b.coefficient)
      return exact(vm, isNegative: a.isNegative != b.isNegative, product, a.exponent &+ b.exponent, state)
    }
    let gap = a.exponent &- b.exponent
    guard gap.magnitude <= 10_000 else { return nil }
    func moved(_ n: Value, _ places: Int) throws(Raised) -> Value {
      places <= 0 ? n : try vm.binary(.multiply, n, try vm.binary(.power, .int(10), .int(places)))
    }
    let isOther = op == .subtract ? !b.isNegative : b.isNegative
    let (m, n) = (try moved(a.coefficient, gap), try moved(b.coefficient, 0 &- gap))
    let total = try vm.binary(
      .add, a.isNegative ? try vm.unary(.negative, m) : m, isOther ? try vm.unary(.negative, n) : n)
    let isNegative = try vm.truth(try vm.compare(.less, total, .int(0)))
    // Zeros have a sign of their own.
    if try !vm.truth(total) { return nil }
    return exact(
      vm, isNegative: isNegative, isNegative ? try vm.unary(.negative, total) : total, min(a.exponent, b.exponent), state)
  }
}

/// The native methods of `decimal.Context`. What they leave to Python is in the methods of the same name with `_slow_` in front.
enum DecimalContexts {
  static func define(_ vm: VM, _ module: ModuleObject, _ tools: DecimalTools) {
    let methods = DictObject(vm)
    func method(
      _ signature: String, _ doc: String,
      _ body: @escaping (VM, Arguments, DecimalState, DecimalNumber?) throws(Raised) -> Value?
    ) {
      let name = String(signature.prefix { $0 != "(" })
      let slow = vm.intern("_slow_" + name)
      let made = NativeFunction(vm, signature, doc, isMethod: true) {
        [unowned(unsafe) tools] (vm, args) throws(Raised) in
        if case .object(let context) = args[0], context.kind == .instance, let state = try tools.state(vm, context),
          let made = try body(vm, args, state, DecimalNumber.of(args[1]))
        {
          return made
        }
        return try vm.call(try vm.getAttr(args[0], slow), (1..<args.count).map { args[$0] })
      }
      methods.set(vm, name, .object(made))
    }
    let operations: [(String, BinaryOperator, String)] = [
      ("add", .add, "The sum of two numbers."), ("subtract", .subtract, "The difference of two numbers."),
      ("multiply", .multiply, "The product of two numbers."), ("divide", .trueDivide, "The quotient of two numbers."),
      ("divide_int", .floorDivide, "The whole quotient of two numbers."),
      ("remainder", .remainder, "The remainder of the whole quotient of two numbers."),
    ]
    for (name, op, doc) in operations {
      method("\(name)(self, a, b, /)", doc) { [unowned(unsafe) tools] (vm, args, state, _) throws(Raised) in
        guard let a = DecimalNumber.operand(args[1]), let b = DecimalNumber.operand(args[2]) else {
          return try tools.long(vm, op, args[1], args[2], state)
        }
        return try tools.compute(vm, op, a, b, state)
      }
    }
    for (name, op) in [("plus", UnaryOperator.positive), ("minus", .negative), ("abs", .absolute)] {
      method("\(name)(self, a, /)", "The number, rounded to the context, with the sign that the name says.") {
        (vm, _, state, number) throws(Raised) in try number?.signed(vm, op, state)
      }
    }
    method("quantize(self, a, b, /)", "The number rounded to the exponent of another.") {
      (vm, args, state, number) throws(Raised) in try number?.quantized(vm, args[2], .none, state)
    }
    method("sqrt(self, a, /)", "The square root, rounded half even.") {
      (vm, _, state, number) throws(Raised) in try number?.squareRoot(vm, state)
    }
    method("create_decimal(self, num='0', /)", "A number rounded to the context.") {
      [unowned(unsafe) tools] (vm, args, state, number) throws(Raised) in
      if let number { return try number.signed(vm, .positive, state) }
      if case .int = args[1], let parts = DecimalNumber.operand(args[1]) {
        return parts.digits < state.numbers.limit ? try tools.finish(vm, parts, state) : nil
      }
      guard let text = args.slot(1).asStr, let parts = DecimalText.parse(text), parts.digits < state.numbers.limit,
        !(0..<text.count).contains(where: { text[$0] == 0x5F || text[$0] <= 0x20 || text[$0] >= 0x80 })
      else { return nil }
      return try tools.finish(vm, parts, state)
    }
    module.constant(vm, "context_methods", .object(methods))
    attributes(vm, module, tools)
    module.function(vm, "getcontext()", "Get the current default context.") {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
      if let state = try tools.context(vm) { return .object(state.object) }
      if let found = try tools.currentObject(vm) { return .object(found) }
      return try vm.call(tools.first, [])
    }
    module.function(vm, "set_first(make, /)", "Takes what makes the first context of a thread.") {
      [unowned(unsafe) tools] (_, args) in
      tools.first = args[0]
      return .none
    }
    module.function(vm, "digits(n, /)", "The number of decimal digits of an int.") { (vm, args) throws(Raised) in
      let size = DecimalDigits.size(args[0])
      guard args[0].asInt == nil, size < Int.max else { return .int(size == Int.max ? 1 : size) }
      // The count may be one too high where the number of bits alone does not tell.
      let bits = Double(try vm.index(try vm.callMethod(args[0], "bit_length", [])))
      let tenth = 0.30102999566398119521
      if ((bits - 1) * tenth - 1e-6).rounded(.down) == (bits * tenth + 1e-6).rounded(.down) { return .int(size) }
      let power = try vm.binary(.power, .int(10), .int(size &- 1))
      return .int(try vm.truth(try vm.compare(.less, args[0], power)) ? size &- 1 : size)
    }
  }

  /// `__setattr__` of contexts, for what needs no look at names and limits.
  private static func attributes(_ vm: VM, _ module: ModuleObject, _ tools: DecimalTools) {
    let limits: [(StrObject, ClosedRange<Int>)] = [
      ("prec", 1...999_999_999_999_999_999), ("Emin", -999_999_999_999_999_999...0), ("Emax", 0...999_999_999_999_999_999),
      ("capitals", 0...1), ("clamp", 0...1),
    ].map { (vm.intern($0.0), $0.1) }
    let rounding = vm.intern("rounding")
    let slow = vm.intern("_slow_setattr")
    let made = NativeFunction(vm, "__setattr__(self, name, value, /)", "Sets one of the numbers, the rounding, flags or traps.", isMethod: true) {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in
      if case .object(let context) = args[0], context.kind == .instance, let text = args[1].asStr {
        let name = vm.intern(text)
        var isGood = name === rounding && args[2].asStr.map { !$0.hasHeapType && DecimalRounding.named($0.string) != nil } == true
        if case .int(let i) = args[2], let row = limits.first(where: { $0.0 === name }) { isGood = row.1.contains(i) }
        if isGood {
          vm.setInstanceAttribute(context, name, args[2])
          tools.forget()
          return .none
        }
      }
      return try vm.call(try vm.getAttr(args[0], slow), [args[1], args[2]])
    }
    module.constant(vm, "set_attribute", .object(made))
  }
}
