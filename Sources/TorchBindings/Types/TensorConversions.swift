import Arrays
import Autograd
import Interpreter

/// `Tensor.to` and its relatives.
enum TensorConversions {
  static func install(_ vm: VM, _ type: TypeObject) {
    let named: [(String, DType)] = [
      ("float", .float32), ("double", .float64), ("half", .float16), ("bfloat16", .bfloat16), ("long", .int64),
      ("int", .int32), ("short", .int16), ("char", .int8), ("byte", .uint8), ("bool", .bool), ("cfloat", .complex64),
      ("cdouble", .complex128),
    ]
    for (name, dtype) in named {
      type.parsedMethod(
        vm, "\(name)(self, *, memory_format=None)", "\(name)(Tensor self, *, MemoryFormat memory_format=None)",
        "Converts to \(dtype.name)."
      ) { (vm, args) throws(Raised) in
        try converted(vm, args[0], dtype, format: Convert.memoryFormat(args.slot(1)))
      }
    }
    let flags = "bool non_blocking=False, bool copy=False, *, MemoryFormat memory_format=None)"
    type.parsedMethod(
      vm, "to(self, *args, **kwargs)",
      "to(Tensor self, Device? device=None, ScalarType? dtype=None, \(flags)|to(Tensor self, ScalarType dtype, \(flags)"
        + "|to(Tensor self, Tensor tensor, \(flags)", "Converts dtype or device."
    ) { (vm, args) throws(Raised) in try to(vm, args) }
    type.parsedMethod(
      vm, "type(self, dtype=None, non_blocking=False, *, memory_format=None)",
      "type(Tensor self, any dtype=None, bool non_blocking=False, *, MemoryFormat memory_format=None)",
      "The type's name, or a conversion."
    ) { (vm, args) throws(Raised) in
      let x = try TorchTypes.tensor(vm, args[0])
      if args[1].isNone { return .object(vm.string("torch.\(x.dtype.scalarTypeName)Tensor")) }
      if let text = args[1].asStr?.string {
        guard let dtype = DType.allCases.first(where: { text == "torch.\($0.scalarTypeName)Tensor" }) else {
          throw vm.valueError("invalid type: '\(text)'")
        }
        return try converted(vm, args[0], dtype)
      }
      if let dtype = Convert.dtype(args.slot(1)) { return try converted(vm, args[0], dtype) }
      guard case .object(let o) = args[1], let kind = o as? TypeObject else {
        throw vm.typeError("dtype must be a type, str, or dtype object")
      }
      // `torch.LongTensor` and its kin have a dtype.
      if kind === TorchState.of(vm).tensorType { return try converted(vm, args[0], Settings.defaultDType) }
      guard let named = try? vm.getAttr(args[1], "dtype"), let dtype = Convert.dtype(named.borrowed) else {
        throw vm.valueError("invalid type: '\(kind.name)'")
      }
      return try converted(vm, args[0], dtype)
    }
    type.parsedMethod(vm, "type_as(self, other)", "type_as(Tensor self, Tensor other)", "Converts to the dtype of other.") {
      (vm, args) throws(Raised) in
      try converted(vm, args[0], try TorchTypes.tensor(vm, args[1]).dtype)
    }
    type.parsedMethod(
      vm, "cpu(self, *, memory_format=None)", "cpu(Tensor self, *, MemoryFormat memory_format=None)", "The tensor itself."
    ) { (vm, args) throws(Raised) in
      try converted(vm, args[0], try TorchTypes.tensor(vm, args[0]).dtype, format: Convert.memoryFormat(args.slot(1)))
    }
    type.method(vm, "cuda(self, *args, **kwargs)", "Raises: there is no GPU.") { (vm, _) throws(Raised) in
      throw vm.raised(vm.types.assertionError, "Torch not compiled with CUDA enabled")
    }
    type.parsedMethod(
      vm, "new_tensor(self, data, *, dtype=None, device=None, requires_grad=False)",
      "new_tensor(Tensor self, any data, *, ScalarType dtype=None, Device device=None, bool requires_grad=False)",
      "Tensor of data."
    ) { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let own = try TorchTypes.tensor(vm, args[0]).dtype
      let dtype = Convert.dtype(args.slot(2)) ?? own
      // The dtype is known, so that what is no number fails where it is read as one.
      let data = args.slot(1)
      let isData = data.isInt || data.isFloat || data.isBool || data.isObject
        && ([.list, .tuple, .tensor, .str, .bytes, .complex, .int, .float].contains(data.kind) || data.object.hasHeapType)
      guard isData else {
        let kind = dtype.isIntegral ? "'\(vm.type(of: data).operandName)' object cannot be interpreted as an integer"
          : "must be real number, not \(vm.type(of: data).operandName)"
        throw vm.typeError(kind)
      }
      if args.base[1].isKind(.tensor) { try Advice.copyConstruction(vm, "tensor.new_tensor") }
      let made = try Construct.tensor(vm, torch, args[1], dtype: dtype)
      if args.slot(4).isBool, args.slot(4).asBool { _ = try torchCall(vm) { () throws(TorchError) in try made.setRequiresGrad(true) } }
      return torch.value(vm, made)
    }
    type.method(vm, "share_memory_(self, *args)", "The tensor itself.") { (_, args) in args[0] }
    type.method(vm, "pin_memory(self, device=None)", "A copy that a device reads; there is no device.") { (vm, _) throws(Raised) in
      throw vm.runtimeError("Cannot access accelerator device when none is available.")
    }
    type.method(vm, "get_device(self, /)", "-1: the CPU.") { (_, _) in .int(-1) }
    type.parsedMethod(vm, "numpy(self, *, force=False)", "numpy(Tensor self, *, bool force=False)", "NumPy is not available.") { (vm, args) throws(Raised) in
      if try TorchTypes.tensor(vm, args[0]).requiresGrad {
        throw vm.runtimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")
      }
      throw vm.runtimeError("Numpy is not available")
    }
    type.method(vm, "__reversed__(self, /)", "Reversed along all dimensions.") { (vm, args) throws(Raised) in
      let x = try TorchTypes.tensor(vm, args[0])
      let made = try torchCall(vm) { () throws(TorchError) in try flip(x, x.dim == 0 ? [] : [0]) }
      return TorchState.of(vm).value(vm, made)
    }
    Pickling.install(vm, type)
    type.method(vm, "__deepcopy__(self, memo, /)", "A copy without history.") { (vm, args) throws(Raised) in
      let x = try TorchTypes.tensor(vm, args[0])
      if !x.isLeaf {
        throw vm.runtimeError(
          "Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001"
        )
      }
      let copy = try torchCall(vm) { () throws(TorchError) in
        try clone(x.detached()).setRequiresGrad(x.requiresGrad)
      }
      let (torch, cls) = (TorchState.of(vm), vm.type(of: args[0]))
      guard cls === torch.tensorType else { return .object(TensorObject.wrap(vm, copy, as: cls)) }
      if let grad = x.grad {
        try torchCall(vm) { () throws(TorchError) in try copy.setGrad(clone(grad.detached())) }
      }
      return torch.value(vm, copy)
    }
    type.method(vm, "apply_(self, callable, /)", "Replaces each element by a call.") { (vm, args) throws(Raised) in
      let x = try TorchTypes.tensor(vm, args[0])
      if x.requiresGrad {
        throw vm.runtimeError("Can't call apply_() on Variable that requires grad. Use var.detach().apply_() instead.")
      }
      var results: [Scalar] = []
      for scalar in try torchCall(vm, { () throws(TorchError) in try x.scalars() }) {
        let made = try vm.call(args[1], [Convert.value(vm, scalar)])
        guard let number = Convert.scalar(made.borrowed) else {
          let type = vm.type(of: made).operandName
          throw vm.typeError(
            x.dtype.isFloatingPoint || x.dtype.isComplex
              ? "must be real number, not \(type)" : "'\(type)' object cannot be interpreted as an integer")
        }
        results.append(number)
      }
      try torchCall(vm) { () throws(TorchError) in
        try copy_(x, Tensor(try NDArray.from(results, Dims(x.shape), x.dtype)))
      }
      return args[0]
    }
  }

  private static func converted(
    _ vm: VM, _ value: Value, _ dtype: DType, copy: Bool = false, format: MemoryFormat? = nil
  ) throws(Raised) -> Value {
    let x = try TorchTypes.tensor(vm, value)
    if let format, format != .preserve {
      if x.dtype == dtype, !copy, x.array.isContiguous(format) { return value }
      let made = try torchCall(vm) { () throws(TorchError) in
        let other = x.dtype == dtype ? x : try Autograd.to(x, dtype)
        return other !== x && other.array.isContiguous(format) ? other : try Autograd.clone(other, format)
      }
      return TorchState.of(vm).value(vm, made)
    }
    if x.dtype == dtype && !copy { return value }
    if x.dtype.isComplex, !dtype.isComplex, dtype != .bool { try Advice.discardedImaginary(vm) }
    let made = try torchCall(vm) { () throws(TorchError) in try Autograd.to(x, dtype, copy: copy) }
    return TorchState.of(vm).value(vm, made)
  }

  /// `to` of a device and a dtype, of a dtype, or of another tensor.
  private static func to(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let x = try TorchTypes.tensor(vm, args[0])
    let first = args.slot(1)
    if first.isKind(.tensor) {
      return try converted(vm, args[0], try TorchTypes.tensor(vm, args[1]).dtype, copy: isSet(args, 3), format: Convert.memoryFormat(args.slot(4)))
    }
    if first.isObject, let dtype = Convert.dtype(first) {
      return try converted(vm, args[0], dtype, copy: isSet(args, 3), format: Convert.memoryFormat(args.slot(4)))
    }
    if first.isInt {
      if first.asInt < 0 { throw vm.runtimeError("Device index must not be negative") }
      throw vm.runtimeError("Cannot access accelerator device when none is available.")
    }
    if first.isObject { try Constructors.requireCPU(vm, TorchState.of(vm), first) }
    return try converted(vm, args[0], Convert.dtype(args.slot(2)) ?? x.dtype, copy: isSet(args, 4), format: Convert.memoryFormat(args.slot(5)))
  }

  private static func isSet(_ args: Arguments, _ place: Int) -> Bool { args.slot(place).isBool && args.slot(place).asBool }
}
