import Arrays
import Autograd
import Interpreter

/// Python's operators on tensors: the shortest way from the machine to `Autograd`.
enum TensorOperators {
  static func binary(
    _ vm: VM, _ torch: TorchState, _ x: TensorObject, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    let slot = other.borrowed
    do throws(TorchError) {
      if slot.isKind(.tensor) {
        let y = Convert.tensor(torch, slot)
        let (a, b) = reflected ? (y, x.tensor) : (x.tensor, y)
        guard let result = try tensors(torch, op, a, b) else { return nil }
        return torch.value(vm, result)
      }
      guard let y = Convert.scalar(slot) else { return nil }
      guard let result = reflected ? try reflectedNumber(op, y, x.tensor) : try number(op, x.tensor, y) else {
        return nil
      }
      return torch.value(vm, result)
    } catch {
      throw torchRaised(vm, error)
    }
  }

  /// The machine's own entry: operands as they lie in registers, the result owned; undefined: not a case for here.
  @inline(__always)
  static func binarySlots(
    _ vm: VM, _ torch: TorchState, _ op: BinaryOperator, _ x: Slot, _ y: Slot
  ) throws(Raised) -> Slot {
    do throws(TorchError) {
      let made: Tensor?
      switch (plainTensor(torch, x), plainTensor(torch, y)) {
      case (let a?, let b?): made = try tensors(torch, op, a, b)
      case (let a?, nil):
        if y.tag == Tag.float {
          made = try number(op, a, .double(y.asDouble))
        } else if y.tag == Tag.int {
          made = try number(op, a, .int(y.asInt))
        } else {
          return .undefined
        }
      case (nil, let b?):
        if x.tag == Tag.float {
          made = try reflectedNumber(op, .double(x.asDouble), b)
        } else if x.tag == Tag.int {
          made = try reflectedNumber(op, .int(x.asInt), b)
        } else {
          return .undefined
        }
      default: return .undefined
      }
      guard let made else { return .undefined }
      return torch.value(vm, made).intoOwned()
    } catch {
      throw torchRaised(vm, error)
    }
  }

  /// The tensor of an object whose class Python code did not make, so that no special method can be in the way.
  @inline(__always)
  private static func plainTensor(_ torch: TorchState, _ slot: Slot) -> Tensor? {
    guard slot.isKind(.tensor) else { return nil }
    let object = unsafeDowncast(slot.object, to: TensorObject.self)
    if object.hasHeapType, slot.typePointer != torch.parameterClass { return nil }
    return object.tensor
  }

  @inline(__always)
  private static func tensors(_ torch: TorchState, _ op: BinaryOperator, _ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor? {
    switch op {
    case .add: return try add(a, b)
    case .subtract: return try sub(a, b)
    case .multiply: return try mul(a, b)
    case .trueDivide: return try div(a, b)
    case .matrixMultiply: return try matmul(Autocast.short(torch, a), Autocast.short(torch, b))
    case .power: return try pow(a, b)
    case .floorDivide: return try floorDivide(a, b)
    case .remainder: return try remainder(a, b)
    case .bitAnd: return try bitwiseAnd(a, b)
    case .bitOr: return try bitwiseOr(a, b)
    case .bitXor: return try bitwiseXor(a, b)
    case .leftShift: return try bitwiseLeftShift(a, b)
    case .rightShift: return try bitwiseRightShift(a, b)
    case .divmod: return nil
    }
  }

  private static func number(_ op: BinaryOperator, _ a: Tensor, _ b: Scalar) throws(TorchError) -> Tensor? {
    switch op {
    case .add: return try add(a, b)
    case .subtract: return try sub(a, b)
    case .multiply: return try mul(a, b)
    case .trueDivide: return try div(a, b)
    case .power: return try pow(a, b)
    case .floorDivide: return try floorDivide(a, b)
    case .remainder: return try remainder(a, b)
    case .bitAnd: return try bitwiseAnd(a, b)
    case .bitOr: return try bitwiseOr(a, b)
    case .bitXor: return try bitwiseXor(a, b)
    case .leftShift: return try bitwiseLeftShift(a, scalarTensor(b, Promotion.resultType(a.array, b)))
    case .rightShift: return try bitwiseRightShift(a, scalarTensor(b, Promotion.resultType(a.array, b)))
    case .matrixMultiply, .divmod: return nil
    }
  }

  private static func reflectedNumber(_ op: BinaryOperator, _ b: Scalar, _ a: Tensor) throws(TorchError) -> Tensor? {
    switch op {
    case .add: return try add(a, b)
    case .subtract: return try rsub(a, b)
    case .multiply: return try mul(a, b)
    case .trueDivide: return try mul(reciprocal(a), b)
    case .power: return try pow(b, a)
    case .floorDivide: return try floorDivide(scalarTensor(b, Promotion.resultType(a.array, b)), a)
    case .remainder: return try remainder(b, a)
    case .bitAnd: return try bitwiseAnd(a, b)
    case .bitOr: return try bitwiseOr(a, b)
    case .bitXor: return try bitwiseXor(a, b)
    case .leftShift: return try bitwiseLeftShift(scalarTensor(b, Promotion.resultType(a.array, b)), a)
    case .rightShift: return try bitwiseRightShift(scalarTensor(b, Promotion.resultType(a.array, b)), a)
    case .matrixMultiply, .divmod: return nil
    }
  }

  static func inPlace(
    _ vm: VM, _ torch: TorchState, _ x: TensorObject, _ op: BinaryOperator, _ other: Value
  ) throws(Raised) -> Value? {
    let slot = other.borrowed
    let y: Tensor? = slot.isKind(.tensor) ? Convert.tensor(torch, slot) : nil
    let n: Scalar? = y == nil ? Convert.scalar(slot) : nil
    if y == nil && n == nil { return nil }
    do throws(TorchError) {
      switch (op, y, n) {
      case (.add, let y?, _): try add_(x.tensor, y)
      case (.add, _, let n?): try add_(x.tensor, n)
      case (.subtract, let y?, _): try sub_(x.tensor, y)
      case (.subtract, _, let n?): try sub_(x.tensor, n)
      case (.multiply, let y?, _): try mul_(x.tensor, y)
      case (.multiply, _, let n?): try mul_(x.tensor, n)
      case (.trueDivide, let y?, _): try div_(x.tensor, y)
      case (.trueDivide, _, let n?): try div_(x.tensor, n)
      case (.matrixMultiply, _, _), (.divmod, _, _): return nil
      default:
        try Autograd.inPlace(x.tensor) { (a) throws(TorchError) in
          if let y { return try tensors(torch, op, a, y) ?? a }
          if let n { return try number(op, a, n) ?? a }
          return a
        }
      }
    } catch {
      throw torchRaised(vm, error)
    }
    return .object(x)
  }

  static func compare(
    _ vm: VM, _ torch: TorchState, _ x: TensorObject, _ comparison: Comparison, _ other: Value
  ) throws(Raised) -> Value? {
    let slot = other.borrowed
    do throws(TorchError) {
      if slot.isKind(.tensor) {
        return torch.value(vm, try tensors(comparison, x.tensor, Convert.tensor(torch, slot)))
      }
      guard let y = Convert.scalar(slot) else { return nil }
      return torch.value(vm, try number(comparison, x.tensor, y))
    } catch {
      throw torchRaised(vm, error)
    }
  }

  private static func tensors(_ comparison: Comparison, _ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor {
    switch comparison {
    case .less: return try lt(a, b)
    case .lessEqual: return try le(a, b)
    case .equal: return try eq(a, b)
    case .notEqual: return try ne(a, b)
    case .greater: return try gt(a, b)
    case .greaterEqual: return try ge(a, b)
    }
  }

  private static func number(_ comparison: Comparison, _ a: Tensor, _ b: Scalar) throws(TorchError) -> Tensor {
    switch comparison {
    case .less: return try lt(a, b)
    case .lessEqual: return try le(a, b)
    case .equal: return try eq(a, b)
    case .notEqual: return try ne(a, b)
    case .greater: return try gt(a, b)
    case .greaterEqual: return try ge(a, b)
    }
  }

  static func unary(_ vm: VM, _ torch: TorchState, _ x: TensorObject, _ op: UnaryOperator) throws(Raised) -> Value? {
    do throws(TorchError) {
      switch op {
      case .negative: return torch.value(vm, try neg(x.tensor))
      case .positive: return .object(x)
      case .invert:
        if !x.tensor.dtype.isIntegral {
          throw TorchError(.type, "~ (operator.invert) is only implemented on integer and Boolean-type tensors")
        }
        return torch.value(vm, try x.tensor.dtype == .bool ? logicalNot(x.tensor) : bitwiseNot(x.tensor))
      case .absolute: return torch.value(vm, try abs(x.tensor))
      }
    } catch {
      throw torchRaised(vm, error)
    }
  }
}
