import Interpreter

/// Python's operators and protocols on tensors that are taken over, by the names torch gives them.
extension TorchFunction {
  /// Asks about a special method of `Tensor`; nil: nobody wants it.
  static func special(
    _ vm: VM, _ torch: TorchState, _ name: String, _ args: [Value], kwargs: [(String, Value)]? = nil
  ) throws(Raised) -> Value? {
    var takers = Takers()
    for (k, arg) in args.enumerated() { takers.addAll(vm, torch, arg.borrowed, plain: k == 0 && kwargs != nil) }
    guard takers.isWanted(torch) else { return nil }
    let function = try vm.getAttr(.object(torch.tensorType), name)
    let face = Face(
      function: function, name: (kwargs == nil ? "torch.Tensor." : "torch._tensor.") + name, isPython: kwargs != nil)
    return try call(vm, torch, face, takers, args, dict(vm, kwargs))
  }

  /// Asks about an operator of two operands; a refusal lets Python try the other operand.
  static func binary(
    _ vm: VM, _ torch: TorchState, _ x: Value, _ op: BinaryOperator, _ y: Value, reflected: Bool, inPlace: Bool = false
  ) throws(Raised) -> Answer {
    let (name, isPython) = inPlace ? inPlaceName(op) : names(op, reflected)
    guard !name.isEmpty else { return .untaken }
    // What torch has in C refuses what is neither a tensor nor a number before anybody is asked.
    return try ask(vm, torch, name, isPython, x, y)
  }

  /// Asks about a comparison.
  static func comparison(
    _ vm: VM, _ torch: TorchState, _ x: Value, _ comparison: Comparison, _ y: Value
  ) throws(Raised) -> Answer {
    let name =
      switch comparison {
      case .less: "lt"
      case .lessEqual: "le"
      case .equal: "__eq__"
      case .notEqual: "ne"
      case .greater: "gt"
      case .greaterEqual: "ge"
      }
    return try ask(vm, torch, name, false, x, y)
  }

  private static func ask(
    _ vm: VM, _ torch: TorchState, _ name: String, _ isPython: Bool, _ x: Value, _ y: Value
  ) throws(Raised) -> Answer {
    let other = y.borrowed
    if name == "matmul", other.isInt || other.isFloat || other.isBool { return .untaken }
    guard other.isInt || other.isFloat || other.isBool || other.isObject && [.tensor, .complex].contains(other.kind)
      || takes(vm, torch, other)
    else { return .untaken }
    var takers = Takers()
    takers.add(vm, torch, x.borrowed, plain: isPython)
    takers.add(vm, torch, other, plain: isPython)
    guard takers.isWanted(torch) else { return .untaken }
    let function = try vm.getAttr(.object(torch.tensorType), name)
    let face = Face(function: function, name: "torch.Tensor.\(name)", isPython: isPython)
    do throws(Raised) {
      return try ask(vm, torch, face, takers, [x, y], isPython ? DictObject(vm) : nil)
    } catch {
      // An operator's TypeError says to Python that the other operand may know.
      if error.exception.type.isSubtype(of: vm.types.typeError) { return .refused }
      throw error
    }
  }

  private static func dict(_ vm: VM, _ items: [(String, Value)]?) -> DictObject? {
    guard let items else { return nil }
    let made = DictObject(vm)
    for (name, value) in items { made.set(vm, name, value) }
    return made
  }

  private static func names(_ op: BinaryOperator, _ reflected: Bool) -> (String, Bool) {
    switch op {
    case .add: return ("add", false)
    case .subtract: return reflected ? ("__rsub__", true) : ("sub", false)
    case .multiply: return ("mul", false)
    case .trueDivide: return reflected ? ("__rdiv__", true) : ("div", false)
    case .floorDivide: return (reflected ? "__rfloordiv__" : "__floordiv__", true)
    case .remainder: return reflected ? ("__rmod__", true) : ("remainder", false)
    case .power: return (reflected ? "__rpow__" : "pow", true)
    case .matrixMultiply: return reflected ? ("__rmatmul__", true) : ("matmul", false)
    case .bitAnd: return (reflected ? "bitwise_and" : "__and__", false)
    case .bitOr: return (reflected ? "bitwise_or" : "__or__", false)
    case .bitXor: return (reflected ? "bitwise_xor" : "__xor__", false)
    case .leftShift: return reflected ? ("__rlshift__", true) : ("__lshift__", false)
    case .rightShift: return reflected ? ("__rrshift__", true) : ("__rshift__", false)
    case .divmod: return ("", false)
    }
  }

  private static func inPlaceName(_ op: BinaryOperator) -> (String, Bool) {
    switch op {
    case .add: return ("add_", false)
    case .subtract: return ("sub_", false)
    case .multiply: return ("mul_", false)
    case .trueDivide: return ("div_", false)
    case .floorDivide: return ("floor_divide_", false)
    case .remainder: return ("remainder_", false)
    case .power: return ("pow_", true)
    case .bitAnd: return ("__iand__", false)
    case .bitOr: return ("__ior__", false)
    case .bitXor: return ("__ixor__", false)
    case .leftShift: return ("__ilshift__", false)
    case .rightShift: return ("__irshift__", false)
    case .matrixMultiply, .divmod: return ("", false)
    }
  }
}
