import Arrays
import Autograd
import Interpreter

/// Lists as keys: `x[[rows, columns]]`.
///
/// A short sequence that holds a sequence, a tensor, a slice, an ellipsis or None stands for a tuple, with a warning; any
/// other one for a tensor of places.
enum SequenceKeys {
  /// The items of a sequence that stands for a tuple; nil: it does not.
  static func tupleItems(_ vm: VM, _ key: Value) throws(Raised) -> [Value]? {
    guard case .object(let o) = key else { return nil }
    switch o.kind {
    case .list: break
    case .str:
      // Its items are texts again, of which none is an index.
      let count = try vm.list(of: key).count
      guard count > 0, count < longest else { return nil }
      try warn(vm, 349)
      return (0..<count).map { _ in key }
    default: return nil
    }
    guard let items = Convert.items(key.borrowed), items.count < longest else { return nil }
    for item in items where item.isNone || item.isObject {
      switch item.isNone ? Kind.ellipsis : item.kind {
      case .tensor, .list, .tuple, .str, .bytes, .range, .slice:
        try warn(vm, 349)
        return items.map { $0.value }
      case .ellipsis:
        try warn(vm, 359)
        return items.map { $0.value }
      default: continue
      }
    }
    return nil
  }

  /// Sequences of this length and longer are places.
  private static let longest = 32

  private static func warn(_ vm: VM, _ line: Int) throws(Raised) {
    let module = try vm.importModule("warnings")
    _ = try vm.call(
      try vm.getAttr(module, "warn"),
      [
        .object(
          vm.string(
            "Using a non-tuple sequence for multidimensional indexing is deprecated and will be changed in pytorch 2.9; use "
              + "x[tuple(seq)] instead of x[seq]. In pytorch 2.9 this will be interpreted as tensor index, "
              + "x[torch.tensor(seq)], which will result either in an error or a different result (Triggered internally at "
              + "/__w/pytorch/pytorch/torch/csrc/autograd/python_variable_indexing.cpp:\(line).)")),
      ])
  }

  /// Places from a sequence of numbers; those with a fraction lose it.
  static func places(_ vm: VM, _ torch: TorchState, _ key: Value) throws(Raised) -> Tensor {
    let made = try Construct.tensor(vm, torch, key, dtype: nil)
    guard made.dtype.isFloatingPoint else { return made }
    return try torchCall(vm) { () throws(TorchError) in try Autograd.to(made, .int64) }
  }
}
