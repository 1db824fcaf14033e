import Arrays
import Autograd
import Interpreter

extension Call {
  /// Sizes and factors of `interpolate` are spread over the dimensions unseen; what the operator inside refuses of them is
  /// told in its words.
  func checkResizing() throws(TorchError) {
    let dims = tensor(0).dim - 2
    guard (1...3).contains(dims), has(1) != has(2), base[3].isUndefined || base[3].isKind(.str),
      let name = Call.resizing(string(3, "nearest"), dims)
    else { return }
    let slot = has(1) ? base[1] : base[2]
    if let items = Convert.items(slot) {
      guard items.count == dims else { return }
      if has(1), items.contains(where: { !$0.isInt && !isIndex($0) }) {
        let types = items.map { "<class '\(vm.type(of: $0).isHeap ? vm.type(of: $0).name : shownType($0))'>" }
        throw TorchError(
          .type,
          "expected size to be one of int or Tuple[int] or Tuple[int, int] or Tuple[int, int, int], but got size with types "
            + "[\(types.joined(separator: ", "))]")
      }
    }
    let isRight = { (item: Slot) in has(1) ? item.isInt || isIndex(item) : item.isInt || item.isFloat || item.isBool }
    let items = Convert.items(slot).map { Array($0) } ?? Array(repeating: slot, count: dims)
    guard !items.allSatisfy(isRight) else { return }
    throw TorchError(.type, refusal(name, dims, slot, items))
  }

  /// An int in a tensor.
  private func isIndex(_ slot: Slot) -> Bool { slot.isKind(.tensor) && Convert.int(slot) != nil && Convert.tensor(torch, slot).dim == 0 }

  private func shownType(_ slot: Slot) -> String { slot.isKind(.tensor) ? "torch.Tensor" : vm.type(of: slot).operandName }

  /// The operator that resizes in a mode; nil: none that checks sizes so.
  private static func resizing(_ mode: String, _ dims: Int) -> String? {
    switch (mode, dims) {
    case ("nearest", _): return "upsample_nearest\(dims)d"
    case ("nearest-exact", _): return "_upsample_nearest_exact\(dims)d"
    case ("linear", 1): return "upsample_linear1d"
    case ("bilinear", 2), ("bicubic", 2): return "upsample_\(mode)2d"
    case ("trilinear", 3): return "upsample_trilinear3d"
    default: return nil
    }
  }

  private func refusal(_ name: String, _ dims: Int, _ slot: Slot, _ items: [Slot]) -> String {
    let isSmooth = !name.contains("nearest")
    let container = slot.isKind(.tuple) ? "tuple" : "list"
    let inner = items.map { vm.type(of: $0).operandName }.joined(separator: ", ")
    let listed = container == "tuple" ? "tuple of (\(inner))" : "list of [\(inner)]"
    var given = has(1) ? ["Tensor", container] : ["Tensor", "NoneType"]
    var shown = has(1) ? ["Tensor", "!\(listed)!"] : ["Tensor", "!NoneType!"]
    if isSmooth {
      given.append("bool")
      shown.append("bool")
    }
    given.append(has(1) ? "NoneType" : container)
    shown.append(has(1) ? "!NoneType!" : "!\(listed)!")
    let align = isSmooth ? "bool align_corners, " : ""
    let scales = dims == 1 ? ["scales"] : (dims == 2 ? ["scales_h", "scales_w"] : ["scales_d", "scales_h", "scales_w"])
    let parts = scales.map { "float \($0) = None" }.joined(separator: ", ")
    return "\(name)() received an invalid combination of arguments - got (\(given.joined(separator: ", "))), but expected one of:\n"
      + " * (Tensor input, tuple of ints output_size, \(align)tuple of floats scale_factors)\n"
      + "      didn't match because some of the arguments have invalid types: (\(shown.joined(separator: ", ")))\n"
      + " * (Tensor input, tuple of ints output_size, \(align)\(parts), *, Tensor out = None)\n"
  }
}
