import Arrays
import Autograd
import Interpreter

/// In-place twins made from an operator: a stand-in of `self` goes through the operator, the result moves into `self`.
enum InPlaceTwin {
  /// Operators that go through both operands element by element, and look first at whether these overlap.
  private static let elementwise: Set<String> = [
    "eq", "ne", "lt", "le", "gt", "ge", "fmod", "remainder", "floor_divide", "pow", "atan2", "bitwise_and", "bitwise_or",
    "bitwise_xor", "logical_and", "logical_or", "logical_xor", "copysign", "hypot", "gcd", "lcm", "xlogy", "true_divide",
  ]

  /// Operators without a derivative: that their target may be written is not looked at where they are recorded.
  private static let unrecorded: Set<String> = [
    "eq", "ne", "lt", "le", "gt", "ge", "logical_and", "logical_or", "logical_xor",
  ]

  static func call(_ vm: VM, _ torch: TorchState, _ row: Operator, _ args: Arguments) throws(Raised) {
    guard args.count > 0, case .object(let o) = args[0], let target = o as? TensorObject else {
      throw vm.typeError("\(row.name)_() needs a Tensor")
    }
    if elementwise.contains(row.name), args.count > 1, let other = args[1].asObject as? TensorObject,
      other.tensor.array.storage === target.tensor.array.storage, !records(target.tensor, other.tensor)
    {
      try torchCall(vm) { () throws(TorchError) in try target.tensor.array.checkWritable(from: [other.tensor.array]) }
    }
    if unrecorded.contains(row.name), target.tensor.requiresGrad, GradMode.isEnabled {
      try torchCall(vm) { () throws(TorchError) in try checkInPlace(target.tensor, recording: true) }
    }
    if row.name == "addbmm", args.count > 2 { try growForBatches(vm, target.tensor, args[1], args[2]) }
    let misfit = products.contains(row.name) ? productMisfit : broadcastMisfit
    var failure: Raised?
    do throws(TorchError) {
      try inPlace(target.tensor, misfit: misfit) { (standIn) throws(TorchError) in
        do throws(Raised) {
          return try result(vm, torch, row, args, standIn)
        } catch {
          failure = error
          throw TorchError(.runtime, "")
        }
      }
    } catch {
      if let failure, args.count > 1 { try tellUnfitting(vm, row.name, target.tensor, args[1], failure) }
      throw failure ?? torchRaised(vm, error)
    }
  }

  /// Products say in words of their own that their result does not fit.
  private static let products: Set<String> = ["addmm", "addmv", "baddbmm"]

  private static func productMisfit(_ own: Dims, _ result: Dims) -> String {
    "Bad in-place call: input tensor size \(own.text) and output tensor size \(result.text) should match"
  }

  /// `addbmm_` alone gives its target the size of the products.
  private static func growForBatches(_ vm: VM, _ target: Tensor, _ first: Value, _ second: Value) throws(Raised) {
    guard let a = first.asObject as? TensorObject, let b = second.asObject as? TensorObject, a.tensor.dim == 3,
      b.tensor.dim == 3, !records(target)
    else { return }
    let shape = Dims([a.tensor.array.shape[1], b.tensor.array.shape[2]])
    guard target.array.shape != shape else { return }
    target.array = try torchCall(vm) { () throws(TorchError) in try clone(expand(target, Array(shape))).array }
  }

  /// Whether the result fits is told before a division by zero is, which is found on the way.
  private static func tellUnfitting(_ vm: VM, _ name: String, _ x: Tensor, _ other: Value, _ failure: Raised) throws(Raised) {
    guard !x.dtype.isDifferentiable, !products.contains(name), isFoundOnTheWay(failure) else { return }
    guard case .object(let o) = other, let y = (o as? TensorObject)?.tensor else {
      if x.dtype == .bool, !other.borrowed.isBool { try torchCall(vm) { () throws(TorchError) in try Promotion.checkCast(from: .int64, to: .bool) } }
      return
    }
    try torchCall(vm) { () throws(TorchError) in
      let shape = try Dims.broadcast(x.array.shape, y.array.shape)
      guard shape == x.array.shape else {
        throw .runtime("output with shape \(x.array.shape.text) doesn't match the broadcast shape \(shape.text)")
      }
      try Promotion.checkCast(from: Promotion.resultType(x.array, y.array), to: x.dtype)
    }
  }

  private static func isFoundOnTheWay(_ failure: Raised) -> Bool {
    guard let args = failure.exception.args.value.asObject as? TupleObject, args.count == 1,
      let text = args[0].asObject as? StrObject
    else { return false }
    return text.string == "ZeroDivisionError" || text.string.contains(" not implemented for 'Bool'")
  }

  private static func result(
    _ vm: VM, _ torch: TorchState, _ row: Operator, _ args: Arguments, _ standIn: Tensor
  ) throws(Raised) -> Tensor {
    let count = args.count
    let start = try vm.reserveStack(count)
    defer { vm.releaseStack(start, count: count) }
    start[0] = Value.object(TensorObject.wrap(vm, torch, standIn)).owned
    for k in 1..<max(count, 1) {
      let slot = args.base[k]
      slot.retain()
      start[k] = slot
    }
    let made = try row.call(
      vm, torch, Arguments(base: start, count: count, keywordNames: args.keywordNames), shownName: row.name + "_",
      isMethod: true)
    guard case .object(let o) = made, let object = o as? TensorObject else { return standIn }
    return object.tensor
  }
}
