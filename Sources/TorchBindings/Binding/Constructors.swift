import Arrays
import Autograd
import Interpreter

/// Constructors that are not operators: `torch.Tensor`, `torch.device`, seeds and generator states.
enum Constructors {
  /// `torch.Tensor(2, 3)`, `torch.FloatTensor([1, 2])`: sizes or data, always of the type's dtype.
  static func legacy(_ vm: VM, _ torch: TorchState, _ args: Arguments, _ dtype: DType) throws(Raised) -> Tensor {
    if args.count == 0 { return try torchCall(vm) { () throws(TorchError) in try empty([0], dtype) } }
    if args.count == 1, Convert.items(args.slot(0)) != nil || args.slot(0).isKind(.tensor) {
      if case .object(let o) = args[0], o.type === torch.sizeType {
        let sizes = Convert.ints(args.slot(0)) ?? []
        return try torchCall(vm) { () throws(TorchError) in try empty(sizes, dtype) }
      }
      if case .object(let o) = args[0], let object = o as? TensorObject {
        return try torchCall(vm) { () throws(TorchError) in try to(object.tensor.detached(), dtype) }
      }
      if let items = Convert.items(args.slot(0)), items.first?.isKind(.str) != true, items.contains(where: { $0.isKind(.str) }) {
        throw vm.typeError(dtype.isFloatingPoint ? "must be real number, not str" : "'str' object cannot be interpreted as an integer")
      }
      return try Construct.tensor(vm, torch, args[0], dtype: dtype)
    }
    if args.slot(0).isKind(.str) { throw vm.typeError("new(): invalid data type 'str'") }
    if Convert.int(args.slot(0)) == nil {
      throw vm.typeError("new(): data must be a sequence (got \(vm.type(of: args[0]).operandName))")
    }
    var sizes: [Int] = []
    for k in 0..<args.positionalCount {
      guard let size = Convert.int(args.slot(k)) else {
        throw vm.typeError(
          "new(): argument 'size' failed to unpack the object at pos \(k + 1) with error \"type must be tuple of ints,but "
            + "got \(vm.type(of: args[k]).operandName)\"")
      }
      sizes.append(size)
    }
    return try torchCall(vm) { () throws(TorchError) in try empty(sizes, dtype) }
  }

  /// `torch.device("cpu")`, `torch.device("cuda", 0)`.
  static func device(_ vm: VM, _ torch: TorchState, _ args: Arguments) throws(Raised) -> Value {
    guard args.count > 0 else {
      throw vm.typeError(
        "device() received an invalid combination of arguments - got (), but expected one of:\n * (torch.device device)\n"
          + " * (str type, int index = -1)\n")
    }
    if case .object(let o) = args[0], let known = o as? DeviceObject { return .object(known) }
    guard case .object(let o) = args[0], let text = o as? StrObject else {
      throw vm.typeError("device(): argument 'type' must be str, not \(vm.type(of: args[0]).operandName)")
    }
    let parts = text.string.split(separator: ":", omittingEmptySubsequences: false)
    let names: [String] = [
      "cpu", "cuda", "ipu", "xpu", "mkldnn", "opengl", "opencl", "ideep", "hip", "ve", "fpga", "maia", "xla", "lazy",
      "vulkan", "mps", "meta", "hpu", "mtia", "privateuseone",
    ]
    // A word, and a number behind a colon: all else is no device string.
    let isWord = parts[0].utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let isIndexed = parts.count == 1 || (parts.count == 2 && !parts[1].isEmpty && parts[1].utf8.allSatisfy { 48...57 ~= $0 })
    guard isWord && isIndexed else { throw vm.runtimeError("Invalid device string: '\(text.string)'") }
    guard let kind = parts.first.map(String.init), names.contains(kind) else {
      throw vm.runtimeError(
        "Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, hpu, mtia, privateuseone device type at start of device string: \(parts[0])"
      )
    }
    var index = parts.count > 1 ? Int(parts[1]) : nil
    if parts.count > 1 && index == nil { throw vm.runtimeError("Invalid device string: '\(text.string)'") }
    if args.count > 1 { index = try vm.index(args[1]) }
    return .object(DeviceObject(vm, type: torch.deviceType, kind: kind, index: index))
  }

  /// Raises unless a device is the CPU.
  static func requireCPU(_ vm: VM, _ torch: TorchState, _ slot: Slot) throws(Raised) {
    var local = slot
    let made = try withUnsafePointer(to: &local) { (pointer) throws(Raised) in
      try device(vm, torch, Arguments(base: pointer, count: 1))
    }
    guard case .object(let o) = made, let device = o as? DeviceObject, device.kindName != "cpu" else { return }
    if device.kindName == "cuda" { throw vm.raised(vm.types.assertionError, "Torch not compiled with CUDA enabled") }
    throw vm.notImplementedError("device '\(device.kindName)' is not available: tensors of Wick live on the CPU")
  }

  /// A seed as torch takes it: the low 64 bits of an int in [-2**63, 2**64).
  static func seed(_ vm: VM, _ value: Value) throws(Raised) -> UInt64 {
    switch value {
    case .int(let i): return UInt64(bitPattern: Int64(i))
    case .bool(let b): return b ? 1 : 0
    case .float(let f):
      guard f.isFinite, f > -9.3e18, f < 1.9e19 else { break }
      return f < 0 ? UInt64(bitPattern: Int64(f)) : UInt64(f)
    case .object(let o):
      if o.kind == .tensor, let n = Convert.int(.borrowed(o)) { return UInt64(bitPattern: Int64(n)) }
      if let box = o as? TensorObject {
        guard box.tensor.count == 1 else { throw vm.valueError("only one element tensors can be converted to Python scalars") }
        return try seed(vm, try Convert.singleItem(vm, box.tensor))
      }
      if o.kind == .int, let n = UInt64(try vm.str(value).string) { return n }
      if o.kind != .int {
        return try seed(vm, try vm.call(.object(vm.types.int), [value]))
      }
    case .none: return try seed(vm, try vm.call(.object(vm.types.int), [value]))
    }
    throw vm.valueError("Overflow when unpacking long long")
  }

  /// A seed as a Python int.
  static func seedValue(_ vm: VM, _ seed: UInt64) -> Value {
    if let small = Int(exactly: seed) { return .int(small) }
    return Numbers.bigInt(vm, digits: Array(String(seed).utf8), radix: 10)
  }

  /// `generator.get_state()`.
  static func state(_ vm: VM, _ generator: Generator) throws(Raised) -> Value {
    let bytes = generator.state.map { Int($0) }
    let array = try torchCall(vm) { () throws(TorchError) in try NDArray.from(bytes, Dims([bytes.count]), .uint8) }
    return TorchState.of(vm).value(vm, Tensor(array))
  }

  /// `generator.set_state(state)`.
  static func restore(_ vm: VM, _ generator: Generator, _ value: Value) throws(Raised) {
    guard case .object(let o) = value, let object = o as? TensorObject, object.tensor.dtype == .uint8 else {
      throw vm.typeError("RNG state must be a torch.ByteTensor")
    }
    try torchCall(vm) { () throws(TorchError) in
      try generator.restore(try object.tensor.scalars().map { UInt8(truncatingIfNeeded: $0.intValue) })
    }
  }
}
