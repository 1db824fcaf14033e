import Arrays
import Autograd
import Interpreter

extension TorchTypes {
  /// Methods of `Tensor` that are not operators: autograd, conversions to Python.
  static func tensorMethods(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    type.specials(vm, [
      .repr, .format, .bool, .len, .iter, .getitem, .setitem, .contains, .index, .int, .float, .hash, .neg, .pos,
      .invert, .abs, .eq, .ne, .lt, .le, .gt, .ge, .add, .radd, .iadd, .sub, .rsub, .isub, .mul, .rmul, .imul, .truediv,
      .rtruediv, .itruediv, .floordiv, .rfloordiv, .ifloordiv, .mod, .rmod, .imod, .pow, .rpow, .ipow, .matmul, .rmatmul,
      .and, .rand, .iand, .or, .ror, .ior, .xor, .rxor, .ixor, .lshift, .rlshift, .ilshift, .rshift, .rrshift, .irshift,
    ])
    type.pythonMethod(vm, "backward(self, gradient=None, retain_graph=None, create_graph=False, inputs=None)",
      "Computes the gradients of the leaves.") { (vm, args) throws(Raised) in
      try backward(vm, args)
      return .none
    }
    type.method(vm, "retain_grad(self, /)", "Keeps the gradient of a tensor that is no leaf.") {
      (vm, args) throws(Raised) in
      let target = try tensor(vm, args[0])
      try torchCall(vm) { () throws(TorchError) in try target.retainGrad() }
      return .none
    }
    type.method(vm, "detach(self, /)", "The same elements without history.") { (vm, args) throws(Raised) in
      TorchState.of(vm).value(vm, try tensor(vm, args[0]).detached())
    }
    type.method(vm, "item(self, /)", "The only element as a Python number.") { (vm, args) throws(Raised) in
      try Convert.singleItem(vm, try tensor(vm, args[0]))
    }
    type.method(vm, "tolist(self, /)", "Nested lists of the elements.") { (vm, args) throws(Raised) in
      try toList(vm, try tensor(vm, args[0]))
    }
    // A dimension that `size` and `stride` ask for.
    func asked(_ vm: VM, _ name: String, _ t: Tensor, _ value: Value) throws(Raised) -> Int {
      guard !value.borrowed.isBool, let dim = Convert.int(value.borrowed) else {
        throw vm.typeError(
          "\(name)(): argument 'dim' (position 1) must be int, not \(vm.type(of: value).operandName)")
      }
      guard t.dim > 0 else { throw vm.indexError("Dimension specified as \(dim) but tensor has no dimensions") }
      return try torchCall(vm) { () throws(TorchError) in try t.array.normalize(dim: dim) }
    }
    type.parsedMethod(vm, "size(self, dim=None)", "size(Tensor self, any dim=None)", "The size, or that of one dimension.") { (vm, args) throws(Raised) in
      let t = try tensor(vm, args[0])
      if args[1].isNone { return TorchState.of(vm).size(vm, t.shape) }
      return .int(t.shape[try asked(vm, "size", t, args[1])])
    }
    type.parsedMethod(vm, "stride(self, dim=None)", "stride(Tensor self, any dim=None)", "The strides, or that of one dimension.") { (vm, args) throws(Raised) in
      let t = try tensor(vm, args[0])
      if args[1].isNone { return .object(TupleObject(vm, t.strides.map { .int($0) })) }
      return .int(t.strides[try asked(vm, "stride", t, args[1])])
    }
    func count(_ name: String, _ doc: String, _ body: @escaping (Tensor) -> Value) {
      type.method(vm, "\(name)(self, /)", doc) { (vm, args) throws(Raised) in body(try tensor(vm, args[0])) }
    }
    count("dim", "Number of dimensions.") { .int($0.dim) }
    count("ndimension", "Number of dimensions.") { .int($0.dim) }
    count("numel", "Number of elements.") { .int($0.count) }
    count("nelement", "Number of elements.") { .int($0.count) }
    count("element_size", "Bytes per element.") { .int($0.dtype.size) }
    count("storage_offset", "First element in the storage.") { .int($0.array.layout.offset) }
    count("data_ptr", "Address of the first element.") { .int(ObjectIdentifier($0.array.storage).hashValue) }
    count("is_floating_point", "Has a floating point dtype.") { .bool($0.dtype.isFloatingPoint) }
    count("is_complex", "Has a complex dtype.") { .bool($0.dtype.isComplex) }
    count("is_inference", "Made in inference mode.") { .bool($0.isInference) }
    count("_is_view", "Shares the memory of another tensor.") { .bool($0.isView) }
    type.method(vm, "is_contiguous(self, memory_format=None)", "Lies in memory in order without gaps.") {
      (vm, args) throws(Raised) in
      .bool(try tensor(vm, args[0]).array.isContiguous(Convert.memoryFormat(args.slot(1)) ?? .contiguous))
    }
    type.pythonMethod(vm, "register_post_accumulate_grad_hook(self, hook)", "Calls hook with the leaf after its gradient came.") {
      (vm, args) throws(Raised) in
      let leaf = try tensor(vm, args[0])
      let hook = args[1]
      let handle = try torchCall(vm) { () throws(TorchError) in
        try leaf.registerPostAccumulateGradHook { (tensor) throws(TorchError) in
          do throws(Raised) {
            _ = try vm.call(hook, [TorchState.of(vm).value(vm, tensor)])
          } catch {
            throw Hooks.failed(error)
          }
        }
      }
      return Hooks.removable(vm, leaf.hookNode, handle)
    }
    type.pythonMethod(vm, "register_hook(self, hook)", "Calls hook with the gradient.") { (vm, args) throws(Raised) in
      try Hooks.register(vm, try tensor(vm, args[0]), args[1])
    }
  }

  private static func backward(_ vm: VM, _ args: Arguments) throws(Raised) {
    let target = try tensor(vm, args[0])
    // Anything but a tensor is a sequence of gradients to torch.
    if !args[1].isNone && args[1].kind != .tensor {
      for item in try vm.list(of: args[1]) where item.kind != .tensor {
        throw vm.typeError("gradients can be either Tensors or None, but got \(vm.type(of: item).name)")
      }
    }
    let first = args[1].isNone || args[1].kind == .tensor ? args[1] : try vm.list(of: args[1]).first ?? .none
    let gradient: Tensor? = first.isNone ? nil : try tensor(vm, first)
    let retain: Bool? = args[2].isNone ? nil : try vm.truth(args[2])
    let create = try vm.truth(args[3])
    if create { try Advice.graphOfGradients(vm) }
    var inputs: [Tensor]?
    if !args[4].isNone {
      let list = args[4].kind == .tensor ? [args[4]] : try vm.list(of: args[4])
      inputs = try list.map { (v) throws(Raised) in try tensor(vm, v) }
    }
    do throws(TorchError) {
      try target.backward(gradient: gradient, retainGraph: retain, createGraph: create, inputs: inputs)
    } catch {
      try Hooks.rethrow(vm)
      throw torchRaised(vm, error)
    }
  }

  /// Nested lists of Python numbers.
  static func toList(_ vm: VM, _ tensor: Tensor) throws(Raised) -> Value {
    let array = tensor.arrayPointer
    if array.pointee.rank == 0 { return Convert.value(vm, array.pointee.element(Dims()), of: array.pointee.dtype) }
    return withExtendedLifetime(tensor) { .object(rows(vm, array, dim: 0, offset: array.pointee.offset)) }
  }

  /// The list of a dimension, of lists or of numbers.
  private static func rows(_ vm: VM, _ array: UnsafePointer<NDArray>, dim: Int, offset: Int) -> ListObject {
    let (size, step) = (array.pointee.layout.shape[dim], array.pointee.layout.strides[dim])
    let list = ListObject.make(vm, capacity: size)
    var place = offset
    if dim < array.pointee.layout.rank - 1 {
      for _ in 0..<size {
        list.append(owned: Value.object(rows(vm, array, dim: dim + 1, offset: place)).intoOwned())
        place += step
      }
      return list
    }
    let base = array.pointee.storage.pointer
    switch array.pointee.dtype {
    case .float32:
      for _ in 0..<size {
        list.append(owned: .float(Double(base.load(fromByteOffset: place &* 4, as: Float.self))))
        place += step
      }
    case .float64:
      for _ in 0..<size {
        list.append(owned: .float(base.load(fromByteOffset: place &* 8, as: Double.self)))
        place += step
      }
    case .int64:
      for _ in 0..<size {
        list.append(owned: .int(base.load(fromByteOffset: place &* 8, as: Int.self)))
        place += step
      }
    default:
      for _ in 0..<size {
        list.append(Convert.value(vm, Scalar(loading: base + place &* array.pointee.dtype.size, as: array.pointee.dtype), of: array.pointee.dtype))
        place += step
      }
    }
    return list
  }
}
