import Arrays
import Autograd
import Interpreter

/// `x[...]` and `x[...] = y`: Python's brackets as `Autograd`'s indices.
enum TensorIndexing {
  static func get(_ vm: VM, _ torch: TorchState, _ x: TensorObject, _ key: Value) throws(Raised) -> Value {
    // One int is by far the commonest key.
    if case .int(let i) = key {
      if x.tensor.dim == 0 { throw zeroDimensional(vm) }
      return torch.value(vm, try torchCall(vm) { () throws(TorchError) in try selectFirst(x.tensor, i) })
    }
    if key.borrowed.isKind(.tensor) {
      let mask = Convert.tensor(torch, key.borrowed)
      if mask.dtype == .bool, mask.dim > 0,
        mask.arrayPointer.pointee.layout.shape == x.tensor.arrayPointer.pointee.layout.shape
      {
        return torch.value(vm, try torchCall(vm) { () throws(TorchError) in try index(x.tensor, mask: mask) })
      }
    }
    if key.kind == .slice, x.tensor.dim > 0, case .slice(let start, let end, let step) = try one(vm, torch, key) {
      // A range alone is always a range, though it takes all; in a tuple that one is passed over.
      return torch.value(
        vm, try torchCall(vm) { () throws(TorchError) in try slice(x.tensor, 0, start: start, end: end, step: step) })
    }
    if key.kind == .tuple, let layout = plainLayout(x.tensor, key), let view = plainView(x.tensor, layout) {
      return torch.value(vm, view)
    }
    let indices = try self.indices(vm, torch, key, rank: x.tensor.dim)
    return torch.value(vm, try torchCall(vm) { () throws(TorchError) in try index(x.tensor, indices) })
  }

  /// The layout of a view by ints and ranges that fit; nil: the general function decides or tells what is wrong.
  private static func plainLayout(_ x: Tensor, _ key: Value) -> Layout? {
    let tuple = unsafeDowncast(key.borrowed.object, to: TupleObject.self)
    var layout = x.arrayPointer.pointee.layout
    guard layout.rank <= Dims.inlineCapacity, tuple.count <= layout.rank else { return nil }
    var dim = 0
    var isChanged = false
    for k in 0..<tuple.count {
      let item = tuple.items[k]
      let size = layout.shape[dim]
      if item.isInt {
        let place = item.asInt
        guard place >= -size, place < size else { return nil }
        layout.select(dim, place < 0 ? place &+ size : place)
        isChanged = true
        continue
      }
      guard item.isKind(.slice) else { return nil }
      let slice = unsafeDowncast(item.object, to: SliceObject.self)
      guard slice.step.isNone || slice.step.isInt && slice.step.asInt == 1, slice.start.isNone || slice.start.isInt,
        slice.stop.isNone || slice.stop.isInt
      else { return nil }
      func bound(_ value: Int) -> Int { Swift.min(Swift.max(value < 0 ? value &+ size : value, 0), size) }
      let from = slice.start.isNone ? 0 : bound(slice.start.asInt)
      let to = Swift.max(slice.stop.isNone ? size : bound(slice.stop.asInt), from)
      if from != 0 || to != size { isChanged = true }
      layout.offset &+= from &* layout.strides[dim]
      layout.shape[dim] = to &- from
      dim &+= 1
    }
    return isChanged ? layout : nil
  }

  private static func selectFirst(_ x: Tensor, _ i: Int) throws(TorchError) -> Tensor {
    let size = x.array.shape[0]
    if i < -size || i >= size {
      throw TorchError(.index, "index \(i) is out of bounds for dimension 0 with size \(size)")
    }
    return try select(x, 0, i)
  }

  private static func zeroDimensional(_ vm: VM) -> Raised {
    vm.indexError(
      "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number"
    )
  }

  static func set(
    _ vm: VM, _ torch: TorchState, _ x: TensorObject, _ key: Value, _ value: Value
  ) throws(Raised) {
    let indices = try self.indices(vm, torch, key, rank: x.tensor.dim)
    let slot = value.borrowed
    if slot.isKind(.tensor) {
      let source = Convert.tensor(torch, slot)
      try torchCall(vm) { () throws(TorchError) in try setIndex(x.tensor, indices, source) }
    } else if let number = Convert.scalar(slot) {
      try torchCall(vm) { () throws(TorchError) in try setIndex(x.tensor, indices, number) }
    } else {
      throw vm.typeError("can't assign a \(vm.type(of: value).operandName) to a torch.\(x.tensor.dtype.scalarTypeName)Tensor")
    }
  }

  /// The indices of a key; a tuple has several.
  private static func indices(_ vm: VM, _ torch: TorchState, _ key: Value, rank: Int) throws(Raised) -> [Index] {
    if case .object(let o) = key, o.kind == .tuple, let tuple = o as? TupleObject {
      var result: [Index] = []
      result.reserveCapacity(tuple.count)
      for k in 0..<tuple.count { result.append(try one(vm, torch, tuple.items[k].value)) }
      return result
    }
    if let items = try SequenceKeys.tupleItems(vm, key) {
      if key.borrowed.isKind(.str), items.count > rank { throw vm.indexError("too many indices for tensor of dimension \(rank)") }
      return try items.map { (item) throws(Raised) in try one(vm, torch, item) }
    }
    return [try one(vm, torch, key)]
  }

  private static func one(_ vm: VM, _ torch: TorchState, _ key: Value) throws(Raised) -> Index {
    switch key {
    case .none: return .newAxis
    case .bool(let b): return .boolean(b)
    case .int(let i): return .integer(i)
    case .float: break
    case .object(let o):
      switch o.kind {
      case .ellipsis: return .ellipsis
      case .tensor:
        guard let object = o as? TensorObject else { break }
        let tensor = object.tensor
        if tensor.dim == 0, tensor.dtype.isIntegral, tensor.dtype != .bool, tensor.dtype != .uint8 {
          return .integer(try torchCall(vm) { () throws(TorchError) in try tensor.item().intValue })
        }
        if tensor.dtype == .uint8 { try Advice.byteMask(vm) }
        return .tensor(tensor)
      case .slice:
        guard let slice = o as? SliceObject else { break }
        return try range(vm, slice)
      case .list, .tuple, .range:
        return .tensor(try SequenceKeys.places(vm, torch, key))
      case .str, .bytes: throw vm.typeError("new(): invalid data type '\(vm.type(of: key).name)'")
      default:
        if let n = try? vm.index(key) { return .integer(n) }
      }
    }
    throw vm.indexError(
      "only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid indices (got \(vm.type(of: key).operandName))"
    )
  }

  private static func range(_ vm: VM, _ slice: SliceObject) throws(Raised) -> Index {
    func bound(_ slot: Slot) throws(Raised) -> Int? { slot.isNone ? nil : try vm.index(slot.value) }
    let step = try bound(slice.step) ?? 1
    if step == 0 { throw vm.valueError("step cannot be zero") }
    if step < 0 { throw vm.valueError("step must be greater than zero") }
    return .slice(start: try bound(slice.start), end: try bound(slice.stop), step: step)
  }
}
