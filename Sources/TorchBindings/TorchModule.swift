import Arrays
import Autograd
import Interpreter

/// `import torch`: the module and its submodules.
package enum TorchModule {
  /// Makes `torch` importable; nothing is built before it is imported.
  package static func install(_ vm: VM) {
    vm.registerModule("torch", make)
    vm.registerPython(PythonFiles.all)
    for name in submodules {
      vm.registerModule(name) { (vm) throws(Raised) in
        // The parent's Python part makes its submodules.
        _ = try vm.importModule("torch")
        if let made = vm.modules.get(vm, name), case .object(let o) = made, let module = o as? ModuleObject {
          return module
        }
        throw vm.raised(vm.types.moduleNotFoundError, "No module named '\(name)'")
      }
    }
  }

  /// Submodules that the Python part of `torch` fills.
  private static let submodules: [String] = [
    "torch.nn.functional", "torch.autograd", "torch.autograd.functional", "torch.linalg", "torch.special",
    "torch.cuda", "torch.backends", "torch.random", "torch.testing", "torch.utils",
  ]

  private static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let torch = TorchState.of(vm)
    let module = ModuleObject(vm, name: "torch", doc: "Tensors with gradients, by Wick.")
    torch.module = module
    module.constant(vm, "__version__", .object(vm.string("2.13.0+wick")))
    module.constant(vm, "__path__", .object(ListObject(vm, [])))
    module.constant(vm, "Tensor", .object(torch.tensorType))
    module.constant(vm, "dtype", .object(torch.dtypeType))
    module.constant(vm, "device", .object(torch.deviceType))
    module.constant(vm, "Size", .object(torch.sizeType))
    module.constant(vm, "Generator", .object(torch.generatorType))
    module.constant(vm, "strided", .object(torch.strided))
    for dtype in DType.allCases { module.constant(vm, dtype.name, torch.object(of: dtype)) }
    for (name, dtype) in shortNames { module.constant(vm, name, torch.object(of: dtype)) }
    module.constant(vm, "inf", .float(.infinity))
    module.constant(vm, "nan", .float(.nan))
    module.constant(vm, "pi", .float(.pi))
    module.constant(vm, "e", .float(2.718281828459045))
    OperatorTable.install(vm, .function, into: module.namespace)
    functions(vm, module)
    settings(vm, module)
    for (name, place) in [
      ("torch.nn.functional", Places.functional), ("torch.autograd", []),
      ("torch.autograd.functional", []), ("torch.linalg", .linalg), ("torch.special", .special), ("torch.cuda", []),
      ("torch.backends", []), ("torch.random", []), ("torch.testing", []), ("torch.utils", []),
    ] {
      let sub = ModuleObject(vm, name: name)
      sub.constant(vm, "__path__", .object(ListObject(vm, [])))
      if !place.isEmpty { OperatorTable.install(vm, place, into: sub.namespace) }
      vm.modules.set(vm, name, .object(sub))
      let parts = name.split(separator: ".")
      let parent = parts.count == 2 ? module : vm.modules.get(vm, parts.dropLast().joined(separator: "."))?.asModule
      parent?.constant(vm, String(parts[parts.count - 1]), .object(sub))
    }
    // The module must be known before the Python part imports it.
    vm.modules.set(vm, "torch", .object(module))
    if let code = try vm.libraryCode("torch") { _ = try vm.run(code, globals: module.namespace) }
    return module
  }

  private static let shortNames: [(String, DType)] = [
    ("float", .float32), ("double", .float64), ("half", .float16), ("long", .int64), ("int", .int32),
    ("short", .int16), ("cfloat", .complex64), ("cdouble", .complex128), ("chalf", .complex32),
  ]

  private static func functions(_ vm: VM, _ module: ModuleObject) {
    tensorFunction(vm, module)
    module.function(vm, "get_num_threads()", "Most threads that one operation uses.") { (_, _) in
      .int(Settings.threadCount)
    }
    module.function(vm, "set_num_threads(num, /)", "Sets how many threads one operation uses.") { (vm, args) throws(Raised) in
      guard let count = Convert.int(args.slot(0)), args[0].kind != .bool else {
        throw vm.runtimeError("set_num_threads expects an int, but got \(vm.type(of: args[0]).name)")
      }
      guard count > 0 else { throw vm.runtimeError("set_num_threads expects a positive integer") }
      Settings.threadCount = Swift.min(count, 64)
      return .none
    }
    module.function(vm, "_as_subclass(cls, data, /)", "An alias of a tensor, of a subclass.") { (vm, args) throws(Raised) in
      try TensorSubclass.alias(vm, try TorchTypes.tensor(vm, args[1]), as: args[0])
    }
    module.function(
      vm, "_checked(schemas, function, is_method=False, /)", "A function whose arguments are checked as those of operators."
    ) { (vm, args) throws(Raised) in
      .object(CheckedFunction.make(vm, args[0].asStr?.string ?? "", args[1], isMethod: try vm.truth(args[2])))
    }
    module.function(vm, "_named_layout(text, /)", "A layout that is only a name.") { (vm, args) in
      .object(NamedConstant(vm, type: TorchState.of(vm).layoutType, text: args[0].asStr?.string ?? ""))
    }
    module.function(vm, "_text_with(tensor, suffix, /)", "How a tensor prints with something behind its numbers.") {
      (vm, args) throws(Raised) in
      let text = try TorchTypes.tensor(vm, args[0]).text(
        options: TorchState.of(vm).printOptions, suffix: args[1].asStr?.string ?? "")
      return .object(vm.string(text))
    }
    module.function(vm, "_promoted(a, b, /)", "Dtype of the result of two tensors or numbers.") { (vm, args) throws(Raised) in
      var operands = Promotion.Operands()
      for place in 0..<2 {
        if !args.slot(place).isKind(.tensor), let number = Convert.scalar(args.slot(place)) {
          operands.add(number)
          continue
        }
        let tensor = try TorchTypes.tensor(vm, args[place])
        try torchCall(vm) { () throws(TorchError) in try operands.add(tensor.array) }
      }
      return TorchState.of(vm).object(of: try torchCall(vm) { () throws(TorchError) in try operands.result })
    }
    module.function(vm, "_set_printer(function, /)", "Asks a function first how a tensor prints.") { (vm, args) in
      TorchState.of(vm).printer = args[0].isNone ? nil : args[0]
      return .none
    }
    module.constant(vm, "layout", .object(TorchState.of(vm).layoutType))
    module.constant(vm, "memory_format", .object(TorchState.of(vm).memoryFormatType))
    module.constant(vm, "newaxis", .none)
    module.function(vm, "_set_autocast(dtype, /)", "Sets the dtype of autocast, None: off; the one before.") {
      (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let before = torch.autocast
      torch.autocast = args[0].isNone ? nil : Convert.dtype(args.slot(0))
      return before.map { torch.object(of: $0) } ?? .none
    }
    module.function(vm, "_set_anomaly(mode, /)", "Sets anomaly detection; the mode before.") { (vm, args) throws(Raised) in
      let before = GradMode.detectsAnomaly
      GradMode.detectsAnomaly = try vm.truth(args[0])
      return .bool(before)
    }
    module.function(vm, "_deliver(name, result, out, /)", "Puts a result where `out` says.") { (vm, args) throws(Raised) in
      let delivery = Delivery(vm, TorchState.of(vm), args[0].asStr?.string ?? "", takesAnyDType: false)
      return try delivery.deliver(args[1], args.slot(2))
    }
    module.pythonFunction(vm, "manual_seed(seed)", "Seeds the default generator.") { (vm, args) throws(Raised) in
      Random.manualSeed(try Constructors.seed(vm, args[0]))
      return try vm.getAttr(.object(TorchState.of(vm).module ?? ModuleObject(vm, name: "torch")), "default_generator")
    }
    module.function(vm, "_make_subclass(cls, data, requires_grad=False, /)", "A tensor object of a subclass.") {
      (vm, args) throws(Raised) in
      try TensorSubclass.leaf(vm, args)
    }
    TorchFunctionState.install(vm, module)
    module.function(vm, "_named(name, fields, values, /)", "A tuple with names, of torch.return_types.") {
      (vm, args) throws(Raised) in
      let fields = try vm.list(of: args[1]).map { $0.asStr?.string ?? "" }
      let values = try vm.list(of: args[2])
      let pairs = zip(fields, values).map { ($0, $1) }
      return .object(ReturnTypes.make(vm, TorchState.of(vm), args[0].asStr?.string ?? "", pairs))
    }
    storages(vm, module)
    module.function(vm, "_set_inference(mode, /)", "Sets inference mode; the mode before.") { (vm, args) throws(Raised) in
      let before = GradMode.isInference
      GradMode.isInference = try vm.truth(args[0])
      TorchState.of(vm).isInference = GradMode.isInference
      return .bool(before)
    }
    module.function(vm, "is_inference_mode_enabled()", "Tells whether inference mode is on.") { (_, _) in
      .bool(GradMode.isInference)
    }
    module.function(vm, "_record(name, inputs, outputs, backward, dirty, ctx, /)", "Records an operation written in Python.") {
      (vm, args) throws(Raised) in
      try FunctionRecorder.record(vm, args)
      return .none
    }
    module.function(vm, "_push_saved_hooks(pack, unpack, /)", "Lets hooks apply to what is saved.") {
      (vm, args) throws(Raised) in
      try FunctionRecorder.pushHooks(vm, args)
      return .none
    }
    module.function(vm, "_pop_saved_hooks()", "Takes the last of these hooks away.") { (vm, _) throws(Raised) in
      SavedTensorHooks.pop()
      try Hooks.rethrow(vm)
      return .none
    }
    module.function(vm, "_refuse_saved_hooks(message, /)", "Refuses such hooks with a text; the one before.") {
      (vm, args) throws(Raised) in
      let before = SavedTensorHooks.refusal
      SavedTensorHooks.refusal = args[0].asStr?.string
      return before.map { .object(vm.string($0)) } ?? .none
    }
    module.function(vm, "_check_version(tensor, version, /)", "Refuses a value that was written since.") {
      (vm, args) throws(Raised) in
      let (tensor, version) = (try TorchTypes.tensor(vm, args[0]), try vm.index(args[1]))
      try torchCall(vm) { () throws(TorchError) in try tensor.checkVersion(version) }
      return .none
    }
    module.function(vm, "_pass_runs(tensors, /)", "Number of the pass backward that runs, and which tensors' gradients it makes.") {
      (vm, args) throws(Raised) in
      guard let number = BackwardPass.current else { return .none }
      var flags: [Value] = []
      for item in try vm.list(of: args[0]) { flags.append(.bool(BackwardPass.runs(try TorchTypes.tensor(vm, item)) ?? false)) }
      return .object(TupleObject(vm, [.int(Int(number)), .object(ListObject(vm, flags))]))
    }
    module.constant(vm, "_Node", .object(TorchState.of(vm).nodeType))
    module.constant(vm, "_RemovableHandle", .object(Hooks.handleType(vm)))
    module.function(vm, "_adopt(node, tensor, number, /)", "Makes data a result of a node again.") {
      (vm, args) throws(Raised) in try FunctionRecorder.adopt(vm, args)
    }
    module.parsedFunction(
      vm, "promote_types(type1, type2)", "promote_types(dtype type1, dtype type2)", "The dtype both convert to."
    ) { (vm, args) throws(Raised) in
      let (a, b) = (try dtype(vm, args, 0, "promote_types", "type1"), try dtype(vm, args, 1, "promote_types", "type2"))
      return TorchState.of(vm).object(of: try torchCall(vm) { () throws(TorchError) in try Promotion.promote(a, b) })
    }
    module.parsedFunction(
      vm, "can_cast(from_, to)", "can_cast(dtype from_, dtype to)", "Whether a conversion keeps the kind of number."
    ) { (vm, args) throws(Raised) in
      let (a, b) = (try dtype(vm, args, 0, "can_cast", "from_"), try dtype(vm, args, 1, "can_cast", "to"))
      return .bool(Promotion.canCast(from: a, to: b))
    }
    for name in ["contiguous_format", "preserve_format", "channels_last", "channels_last_3d"] {
      let type = TorchState.of(vm).memoryFormatType
      module.constant(vm, name, .object(NamedConstant(vm, type: type, text: "torch.\(name)")))
    }
    module.function(vm, "is_grad_enabled()", "Tells whether operations are recorded.") { (_, _) in
      .bool(GradMode.isEnabled)
    }
    module.function(vm, "_set_grad_enabled(mode, /)", "Sets whether operations are recorded.") {
      (vm, args) throws(Raised) in
      GradMode.isEnabled = try vm.truth(args[0])
      return .none
    }
    module.function(vm, "_grad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused, materialize_grads, /)",
      "Gradients of outputs by inputs; lists.") { (vm, args) throws(Raised) in try gradients(vm, args) }
    ModuleSupport.install(vm, module)
    module.constant(
      vm, "default_generator", .object(GeneratorBox(vm, TorchState.of(vm), Random.defaultGenerator)))
  }

  /// What saving and loading need: storages as bytes.
  private static func storages(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "_storage_key(tensor, /)", "Identity of a storage.") { (vm, args) throws(Raised) in
      .int(try TorchTypes.tensor(vm, args[0]).array.storage.address)
    }
    module.function(vm, "_storage_bytes(tensor, whole, /)", "Bytes of a storage, or how many.") {
      (vm, args) throws(Raised) in
      let storage = try TorchTypes.tensor(vm, args[0]).array.storage
      if try !vm.truth(args[1]) { return .int(storage.byteCount) }
      return vm.makeBytes(Array(UnsafeRawBufferPointer(start: storage.pointer, count: storage.byteCount)))
    }
    module.function(vm, "_tensor_of_bytes(data, dtype, /)", "A vector of the bytes of numbers.") {
      (vm, args) throws(Raised) in
      guard let bytes = args[0].asBytesObject, let dtype = Convert.dtype(args.slot(1)) else {
        throw vm.typeError("_tensor_of_bytes() needs bytes and a dtype")
      }
      let count = bytes.count / dtype.size
      let array = try torchCall(vm) { () throws(TorchError) in try NDArray.empty(Dims(count), dtype) }
      array.storage.pointer.copyMemory(from: bytes.storage, byteCount: count &* dtype.size)
      return TorchState.of(vm).value(vm, Tensor(array))
    }
    module.function(vm, "_lent(view, dtype, count, offset, /)", "A vector over the memory of a view in one piece.") {
      (vm, args) throws(Raised) in
      let (count, offset) = (try vm.index(args[2]), try vm.index(args[3]))
      guard let bytes = ByteView(args.slot(0)), case .object(let owner) = args[0], let dtype = Convert.dtype(args.slot(1)),
        count >= 0, offset >= 0, count <= bytes.count / dtype.size, offset <= bytes.count &- count &* dtype.size
      else { throw vm.typeError("_lent() needs a view, a dtype and a range inside") }
      let start = UnsafeMutableRawPointer(mutating: bytes.base) + offset
      // Numbers lie where their size divides the address.
      guard Int(bitPattern: start) % dtype.size == 0 else {
        let array = try torchCall(vm) { () throws(TorchError) in try NDArray.empty(Dims(count), dtype) }
        array.storage.pointer.copyMemory(from: start, byteCount: count &* dtype.size)
        return TorchState.of(vm).value(vm, Tensor(array))
      }
      return TorchState.of(vm).value(vm, Tensor(NDArray.lent(start, count: count, dtype, owner: owner)))
    }
    module.function(vm, "_rebuild(storage, offset, size, stride, /)", "A tensor over the storage of another.") {
      (vm, args) throws(Raised) in
      let source = try TorchTypes.tensor(vm, args[0])
      let offset = try vm.index(args[1])
      let sizes = Dims(Convert.ints(args.slot(2)) ?? [])
      let strides = Dims(Convert.ints(args.slot(3)) ?? [])
      return try torchCall(vm) { () throws(TorchError) in
        TorchState.of(vm).value(vm, Tensor(try source.array.asStrided(sizes, strides, offset: offset)))
      }
    }
  }

  /// A dtype among the arguments of a function.
  private static func dtype(
    _ vm: VM, _ args: Arguments, _ place: Int, _ function: String, _ name: String
  ) throws(Raised) -> DType {
    if let found = Convert.dtype(args.slot(place)) { return found }
    throw vm.typeError(
      "\(function)(): argument '\(name)' (position \(place + 1)) must be torch.dtype, not \(vm.type(of: args[place]).operandName)")
  }

  private static func settings(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None)",
      "Sets how tensors print.") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      var options = torch.printOptions
      switch args[4].asStr?.string {
      case "default": options = PrintOptions()
      case "short":
        options = PrintOptions()
        options.precision = 2
        options.edgeItems = 2
      case "full":
        options = PrintOptions()
        options.threshold = .infinity
      default: break
      }
      if !args[0].isNone { options.precision = try vm.index(args[0]) }
      if !args[1].isNone { options.threshold = try vm.double(args[1]) }
      if !args[2].isNone { options.edgeItems = try vm.index(args[2]) }
      if !args[3].isNone { options.lineWidth = try vm.index(args[3]) }
      options.sciMode = args[5].isNone ? nil : try vm.truth(args[5])
      torch.printOptions = options
      return .none
    }
    module.pythonFunction(vm, "set_default_dtype(d, /)", "Sets the dtype of new floating point tensors.") {
      (vm, args) throws(Raised) in
      guard args[0].asObject is DTypeObject, let dtype = Convert.dtype(args.slot(0)) else {
        throw vm.typeError("invalid dtype object: only floating-point types are supported as the default type")
      }
      guard dtype.isFloatingPoint else {
        throw vm.typeError("only floating-point types are supported as the default type")
      }
      Settings.defaultDType = dtype
      return .none
    }
    module.function(vm, "get_default_dtype()", "The dtype of new floating point tensors.") { (vm, _) in
      TorchState.of(vm).object(of: Settings.defaultDType)
    }
    module.pythonFunction(vm, "is_tensor(obj, /)", "Tells whether an object is a tensor.") { (_, args) in
      .bool(args[0].kind == .tensor)
    }
    module.function(vm, "is_floating_point(input, /)", "Has a floating point dtype.") { (vm, args) throws(Raised) in
      .bool(try TorchTypes.tensor(vm, args[0]).dtype.isFloatingPoint)
    }
    module.function(vm, "is_complex(input, /)", "Has a complex dtype.") { (vm, args) throws(Raised) in
      .bool(try TorchTypes.tensor(vm, args[0]).dtype.isComplex)
    }
    module.pythonFunction(vm, "einsum(*args)", "Sums of products by subscripts.") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let given = args[0].asTuple?.values ?? []
      var values = Array(given.dropFirst())
      if let first = given.first {
        if values.count == 1, values[0].kind == .list || values[0].kind == .tuple { values = try vm.list(of: values[0]) }
        if let made = try Interception.late(vm, "einsum", [first] + values) { return made }
      }
      guard let first = given.first, given.count > 1 else {
        throw vm.valueError(
          "einsum(): must specify the equation string and at least one operand, or at least one operand and its subscripts "
            + "list")
      }
      var equation = first.asStr?.string ?? ""
      if first.kind == .tensor {
        (equation, values) = try SubscriptLists.read(vm, given)
      } else if first.asStr == nil {
        throw vm.typeError(
          "einsum(): argument 'equation' (position 1) must be str, not \(vm.type(of: first).operandName)")
      }
      for (k, value) in values.enumerated() where value.kind != .tensor {
        throw vm.typeError("expected Tensor as element \(k) in argument 1, but got \(vm.type(of: value).operandName)")
      }
      let operands = try values.map { (v) throws(Raised) in try TorchTypes.tensor(vm, v) }
      return torch.value(vm, try torchCall(vm) { () throws(TorchError) in try einsum(equation, operands) })
    }
    module.pythonFunction(vm, "meshgrid(*tensors, indexing=None)", "Grids of coordinates.") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      var values = args[0].asTuple?.values ?? []
      if values.count == 1, values[0].kind == .list || values[0].kind == .tuple { values = try vm.list(of: values[0]) }
      if let made = try Interception.late(vm, "meshgrid", values) { return made }
      for (k, value) in values.enumerated() where value.kind != .tensor {
        throw vm.typeError("expected Tensor as element \(k) in argument 0, but got \(vm.type(of: value).operandName)")
      }
      let tensors = try values.map { (v) throws(Raised) in try TorchTypes.tensor(vm, v) }
      if args[1].isNone { try Advice.gridIndexing(vm) }
      if !args[1].isNone, args[1].asStr == nil {
        throw vm.typeError("meshgrid(): argument 'indexing' must be str, not \(vm.type(of: args[1]).operandName)")
      }
      guard let mode = GridIndexing(rawValue: args[1].asStr?.string ?? "ij") else {
        throw vm.runtimeError(
          "torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: \(args[1].asStr?.string ?? "")")
      }
      let grids = try torchCall(vm) { () throws(TorchError) in try meshgrid(tensors, indexing: mode) }
      return .object(TupleObject(vm, grids.map { torch.value(vm, $0) }))
    }
    module.pythonFunction(vm, "broadcast_tensors(*tensors)", "Tensors of one size.") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let values = args[0].asTuple?.values ?? []
      if let made = try Interception.late(vm, "broadcast_tensors", values) { return made }
      for (k, value) in values.enumerated() where value.kind != .tensor {
        throw vm.typeError("expected Tensor as element \(k) in argument 0, but got \(vm.type(of: value).operandName)")
      }
      let tensors = try values.map { (v) throws(Raised) in try TorchTypes.tensor(vm, v) }
      let made = try torchCall(vm) { () throws(TorchError) in try broadcastTensors(tensors) }
      return .object(TupleObject(vm, made.map { torch.value(vm, $0) }))
    }
    let unique = BoundFunction.python(
      vm, "unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None)", "The different elements.",
      named: "_return_output", unique)
    module.namespace.set(vm, "unique", .object(unique))
    module.function(vm, "get_rng_state()", "State of the default generator.") { (vm, _) throws(Raised) in
      try Constructors.state(vm, Random.defaultGenerator)
    }
    module.function(vm, "set_rng_state(new_state, /)", "Sets the state of the default generator.") {
      (vm, args) throws(Raised) in
      try Constructors.restore(vm, Random.defaultGenerator, args[0])
      return .none
    }
    module.function(vm, "_drawn()", "A number that changes with every draw of the default generator.") { (_, _) in
      .int(Random.defaultGenerator.mark)
    }
    module.function(vm, "initial_seed()", "Seed of the default generator.") { (vm, _) in
      Constructors.seedValue(vm, Random.defaultGenerator.initialSeed)
    }
    module.function(vm, "_finfo(dtype, /)", "bits, eps, max, min, tiny.") { (vm, args) throws(Raised) in
      guard let dtype = Convert.dtype(args.slot(0)) else { throw vm.typeError("finfo(): argument must be a dtype") }
      return FloatInfo.record(vm, dtype)
    }
    for dtype in DType.allCases where !dtype.isComplex {
      module.function(vm, "_\(dtype.scalarTypeName)Tensor(*args)", "Tensor of this dtype.") { (vm, args) throws(Raised) in
        let values = args[0].asTuple?.values ?? []
        let start = try vm.reserveStack(values.count)
        defer { vm.releaseStack(start, count: values.count) }
        for (k, v) in values.enumerated() { start[k] = v.owned }
        let torch = TorchState.of(vm)
        return torch.value(
          vm, try Constructors.legacy(vm, torch, Arguments(base: start, count: values.count), dtype))
      }
    }
  }

  /// `torch.unique`, whose arguments the operators inside it check.
  private static func unique(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let torch = TorchState.of(vm)
    let operation = args[4].isNone ? "_unique2" : "unique_dim"
    guard args[0].kind == .tensor else {
      throw vm.typeError(
        "\(operation)(): argument 'input' (position 1) must be Tensor, not \(vm.type(of: args[0]).operandName)")
    }
    for (place, name) in [(1, "sorted"), (2, "return_inverse"), (3, "return_counts")] where !args.slot(place).isBool {
      throw vm.typeError("\(operation)(): argument '\(name)' must be bool, not \(vm.type(of: args[place]).operandName)")
    }
    let x = try TorchTypes.tensor(vm, args[0])
    let dim: Int? = args[4].isNone ? nil : try vm.index(args[4])
    let found = try torchCall(vm) { () throws(TorchError) in try Autograd.unique(x, dim: dim) }
    var parts = [torch.value(vm, found.values)]
    if args.slot(2).asBool { parts.append(torch.value(vm, found.inverse)) }
    if args.slot(3).asBool { parts.append(torch.value(vm, found.counts)) }
    return parts.count == 1 ? parts[0] : .object(TupleObject(vm, parts))
  }

  /// `torch.tensor`, with the texts of torch's argument parser.
  private static func tensorFunction(_ vm: VM, _ module: ModuleObject) {
    let schema = Schema(
      vm, "tensor(any data, *, ScalarType? dtype=None, Device? device=None, bool requires_grad=False, bool pin_memory=False)")
    let function = NativeFunction(
      vm, "tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False)", "Makes a tensor of data.",
      owner: nil, isMethod: false, isRaw: true
    ) { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      if args.count == 1, args.keywordNames == nil {
        if args.base[0].isKind(.tensor) { try Advice.copyConstruction(vm, "torch.tensor") }
        return torch.value(vm, try Construct.tensor(vm, torch, args[0], dtype: nil))
      }
      let count = schema.parameters.count
      let target = try vm.reserveStack(count)
      defer { vm.releaseStack(target, count: count) }
      guard Matching.bind(vm, torch, schema, args, into: target) else {
        throw Mismatch.error(vm, "tensor", [schema], args, isMethod: false)
      }
      if target[2].isObject { try Constructors.requireCPU(vm, torch, target[2]) }
      let dtype = target[1].isUndefined ? nil : Convert.dtype(target[1])
      if target[0].isKind(.tensor) { try Advice.copyConstruction(vm, "torch.tensor") }
      let made = try Construct.tensor(vm, torch, target[0].value, dtype: dtype)
      if !target[3].isUndefined, try vm.truth(target[3].value) {
        if !made.dtype.isFloatingPoint && !made.dtype.isComplex {
          throw vm.runtimeError("Only Tensors of floating point and complex dtype can require gradients")
        }
        _ = try torchCall(vm) { () throws(TorchError) in try made.setRequiresGrad(true) }
      }
      return torch.value(vm, made)
    }
    module.namespace.set(vm, "tensor", .object(function))
  }

  private static func gradients(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let torch = TorchState.of(vm)
    func tensors(_ value: Value) throws(Raised) -> [Tensor] {
      try vm.list(of: value).map { (v) throws(Raised) in try TorchTypes.tensor(vm, v) }
    }
    let outputs = try tensors(args[0])
    let inputs = try tensors(args[1])
    var gradients: [Tensor?]?
    if !args[2].isNone {
      gradients = try vm.list(of: args[2]).map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
    }
    let retain: Bool? = args[3].isNone ? nil : try vm.truth(args[3])
    let create = try vm.truth(args[4])
    let unused: Bool? = args[5].isNone ? nil : try vm.truth(args[5])
    let materialize = try vm.truth(args[6])
    let results: [Tensor?]
    do throws(TorchError) {
      results = try grad(
        outputs, inputs, gradOutputs: gradients, retainGraph: retain, createGraph: create, allowUnused: unused,
        materializeGrads: materialize)
    } catch {
      try Hooks.rethrow(vm)
      throw torchRaised(vm, error)
    }
    return .object(TupleObject(vm, results.map { torch.value(vm, optional: $0) }))
  }
}
