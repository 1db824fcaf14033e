import Arrays
import Autograd
import Interpreter

/// `torch.Tensor` as Python sees it: one object per tensor while Python holds it.
package final class TensorObject: Object {
  /// The tensor itself.
  package let tensor: Tensor

  private init(_ vm: VM, _ tensor: Tensor, type: TypeObject) {
    self.tensor = tensor
    super.init(kind: .tensor, type: type, tracked: type.isHeap)
    tensor.bindingObject = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { tensor.bindingObject = nil }

  /// The object of a tensor: the living one, else a new one.
  package static func wrap(_ vm: VM, _ torch: TorchState, _ tensor: consuming Tensor) -> TensorObject {
    if let known = tensor.bindingObject {
      return Unmanaged<TensorObject>.fromOpaque(known).takeUnretainedValue()
    }
    if torch.isInference { tensor.isInference = true }
    guard ObjectPool.isUsed else { return TensorObject(vm, tensor, type: torch.tensorType) }
    let content = Unmanaged.passRetained(tensor)
    let made = ObjectPool.tensor(TensorObject.self, torch.tensorType, content.toOpaque())
    content._withUnsafeGuaranteedRef { $0.bindingObject = made }
    return Unmanaged<TensorObject>.fromOpaque(made).takeRetainedValue()
  }

  /// Lets dead objects be kept for the next tensor.
  static func usePool(_ vm: VM, _ torch: TorchState) {
    guard ObjectPool.isUsed, let array = try? NDArray.zeros(Dims(), .float32) else { return }
    let tensor = Tensor(array)
    let object = TensorObject(vm, tensor, type: torch.tensorType)
    let field = Unmanaged.passUnretained(object).toOpaque().load(
      fromByteOffset: ObjectPool.tensorContent, as: UnsafeMutableRawPointer.self)
    precondition(
      field == Unmanaged.passUnretained(tensor).toOpaque(), "TensorObject does not look as ObjectPool takes it")
    ObjectPool.dropTensor = { TensorPool.drop($0) }
  }

  /// A new object of a subclass (`nn.Parameter`) for a tensor that has none.
  package static func wrap(_ vm: VM, _ tensor: Tensor, as type: TypeObject) -> TensorObject {
    let torch = TorchState.of(vm)
    if Unmanaged.passUnretained(type).toOpaque() != torch.parameterClass { torch.noteSubclass(vm, type) }
    return TensorObject(vm, tensor, type: type)
  }

  private func state(_ vm: VM) -> TorchState { TorchState.of(vm) }

  // MARK: Protocol

  /// Asks the classes and modes that take functions over about a special method of this tensor.
  @inline(__always)
  private func taken(
    _ vm: VM, _ name: String, _ more: [Value] = [], kwargs: [(String, Value)]? = nil
  ) throws(Raised) -> Value? {
    let torch = state(vm)
    guard torch.intercepts, torch.hasModes || hasHeapType || !more.isEmpty else { return nil }
    return try TorchFunction.special(vm, torch, name, [.object(self)] + more, kwargs: kwargs)
  }

  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    if let text = try taken(vm, "__repr__", kwargs: [("tensor_contents", .none)])?.asStr { return text }
    if let printer = state(vm).printer, tensor.requiresGrad,
      let text = try vm.call(printer.borrowed, [.object(self)]).asStr
    {
      return text
    }
    return vm.string(TensorText.repr(vm, state(vm), self))
  }

  package override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if let text = try taken(vm, "__format__", [.object(spec)], kwargs: [])?.asStr { return text }
    if tensor.dim == 0 && type === state(vm).tensorType {
      return try vm.format(try Convert.item(vm, tensor), spec)
    }
    if spec.count == 0 { return try vm.str(.object(self)) }
    throw vm.typeError("unsupported format string passed to \(type.name).__format__")
  }

  package override func truth(_ vm: VM) throws(Raised) -> Bool? {
    if let answer = try taken(vm, "__bool__") { return try vm.truth(answer) }
    let count = tensor.count
    if count == 1 { return try torchCall(vm) { () throws(TorchError) in try tensor.item().boolValue } }
    throw vm.runtimeError(
      count == 0
        ? "Boolean value of Tensor with no values is ambiguous"
        : "Boolean value of Tensor with more than one value is ambiguous")
  }

  package override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    let torch = state(vm)
    if torch.intercepts || !other.borrowed.isKind(.tensor) && TorchFunction.takes(vm, torch, other.borrowed) {
      // Python may ask the right operand first, whose class inherits what the left one has; torch sees the order written.
      let turned = reflected && other.kind == .tensor
      switch try TorchFunction.binary(
        vm, torch, turned ? other : .object(self), op, turned ? .object(self) : other, reflected: reflected && !turned)
      {
      case .untaken: break
      case .refused: return nil
      case .made(let value): return value
      }
    }
    return try TensorOperators.binary(vm, torch, self, op, other, reflected: reflected)
  }
  package override func binarySlots(_ vm: VM, _ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Slot {
    let torch = state(vm)
    return torch.hasModes ? .undefined : try TensorOperators.binarySlots(vm, torch, op, x, y)
  }
  package override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    let torch = state(vm)
    if torch.intercepts {
      switch try TorchFunction.binary(vm, torch, .object(self), op, other, reflected: false, inPlace: true) {
      case .untaken: break
      case .refused: return nil
      case .made(let value): return value
      }
    }
    return try TensorOperators.inPlace(vm, torch, self, op, other)
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    let torch = state(vm)
    if torch.intercepts {
      // A right operand of a subclass is asked first.
      let turned = other.kind == .tensor && other.asObject.map { $0.type !== type && $0.type.isSubtype(of: type) } ?? false
      switch try TorchFunction.comparison(
        vm, torch, turned ? other : .object(self), turned ? comparison.swapped : comparison, turned ? .object(self) : other)
      {
      case .untaken: break
      case .refused: return nil
      case .made(let value): return value
      }
    }
    return try TensorOperators.compare(vm, torch, self, comparison, other)
  }
  package override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    let name =
      switch op {
      case .negative: "neg"
      case .positive: "positive"
      case .invert: "__invert__"
      case .absolute: "abs"
      }
    if let answer = try taken(vm, name) { return answer }
    return try TensorOperators.unary(vm, state(vm), self, op)
  }

  package override func index(_ vm: VM) throws(Raised) -> Value? {
    if let answer = try taken(vm, "__index__") { return answer }
    if tensor.count == 1, tensor.dtype.isIntegral { return try Convert.item(vm, tensor) }
    throw vm.typeError("only integer tensors of a single element can be converted to an index")
  }
  package override func toInt(_ vm: VM) throws(Raised) -> Value? {
    if let answer = try taken(vm, "__int__") { return answer }
    let value = try onlyItem(vm)
    if case .float(let f) = value { return try Numbers.truncate(vm, f) }
    if case .bool(let b) = value { return .int(b ? 1 : 0) }
    if tensor.dtype.isComplex { throw vm.runtimeError("value cannot be converted to type int64_t without overflow") }
    return value
  }
  package override func toFloat(_ vm: VM) throws(Raised) -> Double? {
    if let answer = try taken(vm, "__float__") { return try vm.double(answer) }
    if tensor.requiresGrad, GradMode.isEnabled { try Advice.scalarOfGraph(vm) }
    switch try onlyItem(vm) {
    case .float(let f): return f
    case .object where tensor.dtype.isComplex:
      let number = try torchCall(vm) { () throws(TorchError) in try tensor.array.item() }
      guard number.imaginaryValue == 0 else {
        throw vm.runtimeError("value cannot be converted to type double without overflow")
      }
      return number.doubleValue
    case .int(let i): return Double(i)
    case .bool(let b): return b ? 1 : 0
    default: return nil
    }
  }

  /// The only element, with the error of `int()` and `float()`.
  private func onlyItem(_ vm: VM) throws(Raised) -> Value {
    if tensor.count != 1 { throw vm.valueError("only one element tensors can be converted to Python scalars") }
    return try Convert.item(vm, tensor)
  }

  /// Methods written in Python, of `torch._composed`.
  package override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    // Names of protocols that libraries ask for are never there.
    if name.count == 0 || name[0] == 95 { return nil }
    let module = try vm.importModule("torch._composed", fromList: .object(vm.emptyTuple))
    guard let methods = try vm.getAttr(module, "methods").asDict,
      var function = try methods.get(vm, .object(name))
    else { return nil }
    if state(vm).intercepts {
      function = Interception.looking(vm, state(vm), function, "torch._tensor")
    }
    return .object(BoundMethod(vm, function: function, receiver: .object(self)))
  }

  package override func length(_ vm: VM) throws(Raised) -> Int? {
    if let answer = try taken(vm, "__len__", kwargs: []) { return try vm.index(answer) }
    if tensor.dim == 0 { throw vm.typeError("len() of a 0-d tensor") }
    return tensor.array.shape[0]
  }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let answer = try taken(vm, "__getitem__", [key]) { return answer }
    return try TensorIndexing.get(vm, state(vm), self, key)
  }
  package override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    guard let value else { throw vm.typeError("Tensor does not support deleting items") }
    if try taken(vm, "__setitem__", [key, value]) != nil { return true }
    try TensorIndexing.set(vm, state(vm), self, key, value)
    return true
  }
  package override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    if let answer = try taken(vm, "__contains__", [item], kwargs: []) { return try vm.truth(answer) }
    let torch = state(vm)
    guard case .object(let o)? = try TensorOperators.compare(vm, torch, self, .equal, item), let found = o as? TensorObject
    else {
      throw vm.runtimeError(
        "Tensor.__contains__ only supports Tensor or scalar, but you passed in a \(try vm.str(.object(vm.type(of: item))).string).")
    }
    return try torchCall(vm) { () throws(TorchError) in try Autograd.any(found.tensor).item().boolValue }
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? {
    if let rank = try taken(vm, "dim") {
      if case .int(0) = rank { throw vm.typeError("iteration over a 0-d tensor") }
      let rows = try taken(vm, "unbind", [.int(0)]) ?? .none
      return ListIterator(vm, ListObject(vm, try vm.list(of: rows)))
    }
    if tensor.dim == 0 { throw vm.typeError("iteration over a 0-d tensor") }
    let torch = state(vm)
    if !records(tensor) {
      let size = tensor.arrayPointer.pointee.layout.shape[0]
      let list = ListObject.make(vm, capacity: Swift.max(size, 0))
      for index in 0..<size {
        guard let row = plainRow(tensor, index) else { break }
        list.append(owned: Value.object(TensorObject.wrap(vm, torch, row)).intoOwned())
      }
      return ListIterator(vm, list)
    }
    let rows = try torchCall(vm) { () throws(TorchError) in try unbind(tensor, 0) }
    let list = ListObject(vm, rows.map { .object(TensorObject.wrap(vm, torch, $0)) })
    return ListIterator(vm, list)
  }
}

/// Runs an operation of `Autograd` and turns its error into Python's.
@inline(__always)
package func torchCall<R>(_ vm: VM, _ body: () throws(TorchError) -> R) throws(Raised) -> R {
  do throws(TorchError) {
    return try body()
  } catch {
    throw torchRaised(vm, error)
  }
}

/// The Python exception of an error of `Autograd`.
@inline(never)
package func torchRaised(_ vm: VM, _ error: TorchError) -> Raised {
  switch error.kind {
  case .runtime: return vm.raised(vm.types.runtimeError, error.message)
  case .linalg:
    let found = TorchState.of(vm).module?.namespace.get(vm, "_LinAlgError")
    return vm.raised(found?.asType ?? vm.types.runtimeError, error.message)
  case .type: return vm.raised(vm.types.typeError, error.message)
  case .index: return vm.raised(vm.types.indexError, error.message)
  case .value: return vm.raised(vm.types.valueError, error.message)
  case .notImplemented: return vm.raised(vm.types.notImplementedError, error.message)
  }
}
