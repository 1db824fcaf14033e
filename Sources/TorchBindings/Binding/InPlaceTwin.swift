import Arrays
import Autograd
import Interpreter

/// In-place twins made from an operator: a stand-in of `self` goes through the operator, the result moves into `self`.
enum InPlaceTwin {
  static func call(_ vm: VM, _ torch: TorchState, _ row: Operator, _ args: Arguments) throws(Raised) {
    guard args.count > 0, case .object(let o) = args[0], let target = o as? TensorObject else {
      throw vm.typeError("\(row.name)_() needs a Tensor")
    }
    var failure: Raised?
    do throws(TorchError) {
      try inPlace(target.tensor) { (standIn) throws(TorchError) in
        do throws(Raised) {
          return try result(vm, torch, row, args, standIn)
        } catch {
          failure = error
          throw TorchError(.runtime, "")
        }
      }
    } catch {
      throw failure ?? torchRaised(vm, error)
    }
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
      vm, torch, Arguments(base: start, count: count, keywordNames: args.keywordNames), shownName: row.name + "_")
    guard case .object(let o) = made, let object = o as? TensorObject else { return standIn }
    return object.tensor
  }
}
