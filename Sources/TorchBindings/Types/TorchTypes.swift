import Arrays
import Autograd
import Interpreter

/// What Python sees of tensors, dtypes, devices, sizes, generators and graph nodes.
enum TorchTypes {
  static func populate(_ vm: VM, _ torch: TorchState) {
    torch.tensorType.setPopulate { (type, vm) in
      tensorAttributes(vm, torch, type)
      OperatorTable.installMethods(vm, torch, type)
      tensorMethods(vm, torch, type)
      TensorConversions.install(vm, type)
      TensorSubclass.install(vm, torch, type)
    }
    torch.tensorType.new = { (vm, cls, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let tensor = try Constructors.legacy(vm, torch, args, Settings.defaultDType)
      return .object(
        cls === torch.tensorType ? TensorObject.wrap(vm, torch, tensor) : TensorObject.wrap(vm, tensor, as: cls))
    }
    torch.sizeType.setPopulate { (type, vm) in
      type.method(vm, "numel(self, /)", "Number of elements of a tensor of this size.") { (vm, args) throws(Raised) in
        .int((Convert.ints(args.slot(0)) ?? []).reduce(1) { $0 &* $1 })
      }
      type.method(vm, "__add__(self, other, /)", "Sizes one after the other.") { (vm, args) throws(Raised) in
        guard let a = Convert.ints(args.slot(0)), let b = Convert.ints(args.slot(1)), args[1].kind == .tuple else {
          return .object(vm.notImplemented)
        }
        return TorchState.of(vm).size(vm, a + b)
      }
      type.method(vm, "__getitem__(self, key, /)", "A size, or the sizes of a slice.") { (vm, args) throws(Raised) in
        guard case .object(let o) = args[0], let tuple = o as? TupleObject else { return .none }
        let found = try tuple.getItem(vm, args[1]) ?? .none
        guard case .object(let r) = found, let part = r as? TupleObject, part.type === vm.types.tuple else {
          return found
        }
        return .object(TupleObject(vm, part.values, type: TorchState.of(vm).sizeType))
      }
      type.method(vm, "__repr__(self, /)", "torch.Size([...]).") { (vm, args) throws(Raised) in
        let sizes = Convert.ints(args.slot(0)) ?? []
        return .object(vm.string("torch.Size([\(sizes.map { String($0) }.joined(separator: ", "))])"))
      }
    }
    torch.sizeType.new = { (vm, cls, args) throws(Raised) in
      let values = args.count > 0 ? try vm.list(of: args[0]) : []
      for (k, value) in values.enumerated() where Convert.int(value.borrowed) == nil {
        throw vm.typeError("torch.Size() takes an iterable of 'int' (item \(k) is '\(vm.type(of: value).name)')")
      }
      return .object(TupleObject(vm, values, type: cls))
    }
    torch.dtypeType.setPopulate { (type, vm) in
      func flag(_ name: String, _ test: @escaping (DType) -> Value) {
        type.attribute(vm, name, get: { (_, v) throws(Raised) in
          if case .object(let o) = v, let object = o as? DTypeObject { return test(object.dtype) }
          return .none
        })
      }
      flag("is_floating_point") { .bool($0.isFloatingPoint) }
      flag("is_complex") { .bool($0.isComplex) }
      flag("is_signed") { .bool($0.isSigned) }
      flag("itemsize") { .int($0.size) }
      Pickling.install(vm, type)
    }
    torch.deviceType.setPopulate { (type, vm) in
      type.attribute(vm, "type", get: { (vm, v) throws(Raised) in
        if case .object(let o) = v, let device = o as? DeviceObject { return .object(vm.string(device.kindName)) }
        return .none
      })
      type.attribute(vm, "index", get: { (vm, v) throws(Raised) in
        if case .object(let o) = v, let device = o as? DeviceObject { return device.index.map { .int($0) } ?? .none }
        return .none
      })
      // Tensors are made on the CPU with and without it.
      type.method(vm, "__enter__(self, /)", "The device.") { (_, args) in args[0] }
      type.method(vm, "__exit__(self, kind, value, traceback, /)", "Nothing.") { (_, _) in .none }
      type.specials(vm, [.repr, .str, .eq, .ne, .hash])
      Pickling.install(vm, type)
    }
    torch.deviceType.new = { (vm, cls, args) throws(Raised) in try Constructors.device(vm, TorchState.of(vm), args) }
    torch.generatorType.new = { (vm, cls, args) throws(Raised) in
      .object(GeneratorBox(vm, TorchState.of(vm), Generator()))
    }
    torch.generatorType.setPopulate { (type, vm) in
      generatorMethods(vm, torch, type)
      Pickling.install(vm, type)
    }
    torch.nodeType.setPopulate { (type, vm) in nodeAttributes(vm, torch, type) }
  }

  // MARK: Tensor

  static func tensor(_ vm: VM, _ value: Value) throws(Raised) -> Tensor {
    // The kind tells the class, without a search through superclasses.
    guard case .object(let o) = value, o.kind == .tensor else {
      throw vm.typeError("expected a Tensor, not \(vm.type(of: value).name)")
    }
    return unsafeDowncast(o, to: TensorObject.self).tensor
  }

  private static func tensorAttributes(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    func read(_ name: String, _ body: @escaping (VM, Tensor) throws(Raised) -> Value) {
      type.attribute(
        vm, name, get: { (vm, v) throws(Raised) in try body(vm, try tensor(vm, v)) },
        set: { (vm, _, _) throws(Raised) in
          throw vm.attributeError("attribute '\(name)' of 'torch._C.TensorBase' objects is not writable")
        })
    }
    func view(_ name: String, _ body: @escaping (Tensor) throws(TorchError) -> Tensor) {
      read(name) { (vm, t) throws(Raised) in
        let torch = TorchState.of(vm)
        return torch.value(vm, try torchCall(vm) { () throws(TorchError) in try body(t) })
      }
    }
    read("shape") { (vm, t) in TorchState.of(vm).size(vm, t.array.layout.shape) }
    read("dtype") { (vm, t) in TorchState.of(vm).object(of: t.dtype) }
    read("device") { (vm, _) in .object(TorchState.of(vm).cpu) }
    read("layout") { (vm, _) in .object(TorchState.of(vm).strided) }
    read("ndim") { (_, t) in .int(t.dim) }
    read("is_leaf") { (_, t) in .bool(t.isLeaf) }
    read("retains_grad") { (_, t) in .bool(t.retainsGrad) }
    read("output_nr") { (_, t) in .int(t.outputNumber) }
    read("_version") { (vm, t) throws(Raised) in
      if t.isInference { throw vm.runtimeError("Inference tensors do not track version counter.") }
      return .int(t.version)
    }
    read("is_cuda") { (_, _) in .bool(false) }
    for name in ["is_sparse", "is_sparse_csr", "is_meta", "is_nested", "is_mps", "is_xpu", "is_ipu", "is_mtia", "is_vulkan"] {
      read(name) { (_, _) in .bool(false) }
    }
    read("is_cpu") { (_, _) in .bool(true) }
    read("name") { (_, _) in .none }
    read("is_quantized") { (_, _) in .bool(false) }
    read("is_mkldnn") { (_, _) in .bool(false) }
    read("grad_dtype") { (vm, t) in TorchState.of(vm).object(of: t.dtype) }
    read("itemsize") { (_, t) in .int(t.dtype.size) }
    read("nbytes") { (_, t) in .int(t.count &* t.dtype.size) }
    read("grad_fn") { (vm, t) in t.gradFn.map { .object(NodeObject(vm, TorchState.of(vm), $0)) } ?? .none }
    read("_base") { (vm, t) in TorchState.of(vm).value(vm, optional: t.base) }
    read("T") { (vm, t) throws(Raised) in
      try Advice.transposition(vm, rank: t.dim)
      return TorchState.of(vm).value(
        vm, try torchCall(vm) { () throws(TorchError) in try permute(t, Array((0..<t.dim).reversed())) })
    }
    read("mT") { (vm, t) throws(Raised) in
      if t.dim == 0 { try Advice.matrixTransposition(vm) }
      return TorchState.of(vm).value(
        vm,
        try torchCall(vm) { () throws(TorchError) in
          guard t.dim != 1 else {
            throw TorchError(.runtime, "tensor.mT is only supported on matrices or batches of matrices. Got 1-D tensor.")
          }
          return t.dim == 0 ? try permute(t, []) : try transpose(t, -2, -1)
        })
    }
    view("H") { (t) throws(TorchError) in
      guard t.dim == 0 || t.dim == 2 else {
        throw .runtime(
          "tensor.H is only supported on matrices (2-D tensors). Got \(t.dim)-D tensor."
            + (t.dim > 2 ? " For batches of matrices, consider using tensor.mH" : ""))
      }
      return try conj(Autograd.t(t))
    }
    view("mH") { (t) throws(TorchError) in
      guard t.dim >= 2 else {
        throw .runtime("tensor.mH is only supported on matrices or batches of matrices. Got \(t.dim)-D tensor.")
      }
      return try conj(transpose(t, -2, -1))
    }
    view("real") { (t) throws(TorchError) in try real(t) }
    view("imag") { (t) throws(TorchError) in try imag(t) }
    type.attribute(
      vm, "data", get: { (vm, v) throws(Raised) in TorchState.of(vm).value(vm, try tensor(vm, v).detached()) },
      set: { (vm, v, new) throws(Raised) in
        let target = try tensor(vm, v)
        guard let new else { throw vm.runtimeError("can't delete data") }
        if new.kind != .tensor {
          throw vm.typeError("Variable data has to be a tensor, but got \(vm.type(of: new).operandName)")
        }
        target.replaceArray(try tensor(vm, new).array)
      })
    type.attribute(
      vm, "grad",
      get: { (vm, v) throws(Raised) in
        let t = try tensor(vm, v)
        if t.requiresGrad, !t.isLeaf, !t.retainsGrad, t.grad == nil { try Advice.gradientOfResult(vm) }
        return TorchState.of(vm).value(vm, optional: t.grad)
      },
      set: { (vm, v, new) throws(Raised) in
        let target = try tensor(vm, v)
        if let new, !new.isNone {
          guard case .object(let o) = new, let gradient = o as? TensorObject else {
            throw vm.typeError(
              "assigned grad expected to be a Tensor or None but got grad of type \(vm.type(of: new).operandName)")
          }
          try torchCall(vm) { () throws(TorchError) in try target.setGrad(gradient.tensor) }
        } else {
          try torchCall(vm) { () throws(TorchError) in try target.setGrad(nil) }
        }
      })
    type.attribute(
      vm, "requires_grad", get: { (vm, v) throws(Raised) in .bool(try tensor(vm, v).requiresGrad) },
      set: { (vm, v, new) throws(Raised) in
        let target = try tensor(vm, v)
        guard case .bool(let flag)? = new else { throw vm.runtimeError("requires_grad must be a bool") }
        guard !flag || target.dtype.isDifferentiable else {
          throw vm.runtimeError("only Tensors of floating point and complex dtype can require gradients")
        }
        _ = try torchCall(vm) { () throws(TorchError) in try target.setRequiresGrad(flag) }
      })
  }

  // MARK: Generator, Node

  private static func generatorMethods(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    func generator(_ vm: VM, _ value: Value) throws(Raised) -> Generator {
      guard case .object(let o) = value, let box = o as? GeneratorBox else { throw vm.typeError("expected a Generator") }
      return box.generator
    }
    type.method(vm, "manual_seed(self, seed, /)", "Sets the seed.") { (vm, args) throws(Raised) in
      try generator(vm, args[0]).manualSeed(try Constructors.seed(vm, args[1]))
      return args[0]
    }
    type.method(vm, "initial_seed(self, /)", "The seed.") { (vm, args) throws(Raised) in
      Constructors.seedValue(vm, try generator(vm, args[0]).initialSeed)
    }
    type.method(vm, "get_state(self, /)", "The state as a ByteTensor.") { (vm, args) throws(Raised) in
      try Constructors.state(vm, try generator(vm, args[0]))
    }
    type.method(vm, "set_state(self, new_state, /)", "Sets the state.") { (vm, args) throws(Raised) in
      try Constructors.restore(vm, try generator(vm, args[0]), args[1])
      return args[0]
    }
    type.attribute(vm, "device", get: { (vm, _) in .object(TorchState.of(vm).cpu) })
  }

  private static func nodeAttributes(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    func node(_ vm: VM, _ value: Value) throws(Raised) -> Node {
      guard case .object(let o) = value, let box = o as? NodeObject else { throw vm.typeError("expected a Node") }
      return box.node
    }
    type.method(vm, "name(self, /)", "The node's name.") { (vm, args) throws(Raised) in
      .object(vm.string(try node(vm, args[0]).name))
    }
    type.attribute(vm, "next_functions", get: { (vm, v) throws(Raised) in
      let torch = TorchState.of(vm)
      let edges = try node(vm, v).nextEdges
      return .object(
        TupleObject(
          vm,
          edges.map { edge in
            .object(
              TupleObject(
                vm, [edge.node.map { .object(NodeObject(vm, torch, $0)) } ?? .none, .int(edge.index)]))
          }))
    })
    type.method(vm, "register_hook(self, fn, /)", "Calls fn with the gradients of inputs and results.") {
      (vm, args) throws(Raised) in Hooks.registerAfter(vm, try node(vm, args[0]), args[1])
    }
    type.method(vm, "register_prehook(self, fn, /)", "Calls fn with the gradients of results before the node runs.") {
      (vm, args) throws(Raised) in Hooks.registerBefore(vm, try node(vm, args[0]), args[1])
    }
    type.attribute(vm, "metadata", get: { (vm, _) in .object(DictObject(vm)) })
    for name in ["self", "other", "result", "input", "mat1", "mat2", "weight"] {
      type.attribute(vm, "_saved_" + name, get: { (vm, v) throws(Raised) in
        guard let node = try node(vm, v) as? OpNode else { return .none }
        do throws(TorchError) {
          return TorchState.of(vm).value(vm, optional: try node.savedTensor(name))
        } catch {
          try Hooks.rethrow(vm)
          throw torchRaised(vm, error)
        }
      })
    }
    for name in ["saved_tensors", "needs_input_grad"] {
      type.attribute(vm, name, get: { (vm, v) throws(Raised) in
        guard let function = try node(vm, v) as? FunctionNode, let context = function.context?() as? Value else {
          throw vm.attributeError("'\(vm.type(of: v).name)' object has no attribute '\(name)'")
        }
        return try vm.getAttr(context, name)
      })
    }
    type.attribute(vm, "variable", get: { (vm, v) throws(Raised) in
      TorchState.of(vm).value(vm, optional: (try node(vm, v) as? AccumulateGrad)?.variable)
    })
    type.specials(vm, [.repr, .eq, .ne, .hash])
  }
}
