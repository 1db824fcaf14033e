import Arrays
import Autograd
import Interpreter

/// Tensors of nested Python sequences: `torch.tensor(data)`.
enum Construct {
  /// The tensor of data; `dtype` nil: inferred.
  static func tensor(_ vm: VM, _ torch: TorchState, _ data: Value, dtype: DType?) throws(Raised) -> Tensor {
    if case .object(let o) = data, let object = o as? TensorObject {
      return try torchCall(vm) { () throws(TorchError) in
        let copy = try clone(object.tensor.detached())
        return try dtype.map { (d) throws(TorchError) in try to(copy, d) } ?? copy
      }
    }
    if dtype == nil, let row = plainRow(data) { return row }
    var builder = Builder(vm: vm, torch: torch)
    builder.takesUnsigned = dtype == .uint64
    let shape = try builder.shape(data)
    try builder.collect(data, shape[...])
    let target = dtype ?? builder.inferred
    let array = try torchCall(vm) { () throws(TorchError) in try builder.array(shape, target) }
    return Tensor(array)
  }

  /// The tensor of a short list or tuple of nothing but floats, or of nothing but ints; nil: to be looked at.
  private static func plainRow(_ data: Value) -> Tensor? {
    guard let items = Convert.items(data.borrowed), let first = items.first, items.count <= 4096 else { return nil }
    let dtype = Settings.defaultDType
    if first.isFloat, dtype == .float32 || dtype == .float64 {
      for item in items where !item.isFloat { return nil }
      return row(of: items, dtype) { (target, index, item) in
        let number = item.asDouble
        if dtype == .float32 {
          target.storeBytes(of: Float(number), toByteOffset: index &* 4, as: Float.self)
        } else {
          target.storeBytes(of: number, toByteOffset: index &* 8, as: Double.self)
        }
      }
    }
    guard first.isInt else { return nil }
    for item in items where !item.isInt { return nil }
    return row(of: items, .int64) { (target, index, item) in
      target.storeBytes(of: item.asInt, toByteOffset: index &* 8, as: Int.self)
    }
  }

  /// A new tensor of one dimension, filled item by item.
  @inline(__always)
  private static func row(
    of items: UnsafeBufferPointer<Slot>, _ dtype: DType, _ store: (UnsafeMutableRawPointer, Int, Slot) -> Void
  ) -> Tensor? {
    guard let array = try? NDArray.empty(Dims(items.count), dtype) else { return nil }
    let target = array.pointer
    var index = 0
    for item in items {
      store(target, index, item)
      index &+= 1
    }
    return Tensor(array)
  }

  /// Collects the elements of nested sequences in order.
  private struct Builder {
    let vm: VM
    let torch: TorchState
    var doubles: [Double] = []
    var ints: [Int] = []
    var complexes: [Scalar] = []
    var kind = DType.Category.bool
    var sawAnything = false
    /// Whether numbers may take all of 64 bits.
    var takesUnsigned = false

    init(vm: VM, torch: TorchState) {
      self.vm = vm
      self.torch = torch
    }

    var inferred: DType {
      if !sawAnything { return Settings.defaultDType }
      switch kind {
      case .bool: return .bool
      case .integral: return .int64
      case .floating: return Settings.defaultDType
      case .complex: return Promotion.dtype(of: .complex)
      }
    }

    /// Items of a sequence; nil for a number.
    private func items(_ value: Value) throws(Raised) -> [Value]? {
      guard case .object(let o) = value else { return nil }
      switch o.kind {
      case .list, .tuple:
        guard let items = Convert.items(value.borrowed) else { return nil }
        return items.map(\.value)
      case .range: return try vm.list(of: value)
      case .tensor:
        guard let object = o as? TensorObject, object.tensor.dim > 0 else { return nil }
        return try vm.list(of: value)
      case .str, .dict, .none, .float, .int, .complex: return nil
      case .bytes: throw vm.typeError("new(): invalid data type 'bytes'")
      default:
        // Anything else that has items by number: a deque, an array, a class of the user.
        guard try vm.getAttrOrNil(value, vm.intern("__getitem__")) != nil, try vm.getAttrOrNil(value, vm.intern("keys")) == nil,
          try vm.getAttrOrNil(value, vm.intern("__len__")) != nil, !(o is TypeObject)
        else { return nil }
        return try vm.list(of: value)
      }
    }

    /// The shape by the first items, level by level.
    func shape(_ data: Value) throws(Raised) -> [Int] {
      var result: [Int] = []
      var level = data
      while level.kind != .tensor, let items = try items(level) {
        result.append(items.count)
        guard let first = items.first else { break }
        if result.count > 128 { throw vm.valueError("too many dimensions '\(vm.type(of: data).operandName)'") }
        level = first
      }
      // To torch a text is a sequence of texts, without end.
      if !result.isEmpty, level.asStr != nil { throw vm.valueError("too many dimensions 'str'") }
      return result
    }

    mutating func collect(_ value: Value, _ shape: ArraySlice<Int>) throws(Raised) {
      guard let size = shape.first else {
        try append(value)
        return
      }
      guard let items = try items(value) else {
        throw vm.typeError("not a sequence")
      }
      if items.count != size {
        throw vm.valueError(
          "expected sequence of length \(size) at dim \(depth(shape)) (got \(items.count))")
      }
      let rest = shape.dropFirst()
      for item in items { try collect(item, rest) }
    }

    private func depth(_ shape: ArraySlice<Int>) -> Int { shape.startIndex }

    private mutating func append(_ value: Value) throws(Raised) {
      sawAnything = true
      switch value {
      case .int(let i): add(i, .integral)
      case .bool(let b): add(b ? 1 : 0, .bool)
      case .float(let f): add(f)
      case .none: throw vm.runtimeError("Could not infer dtype of NoneType")
      case .object(let o):
        if o.kind == .list || o.kind == .tuple {
          throw vm.valueError("expected sequence of length 0 at dim 1 (got \((try? vm.length(value)) ?? 0))")
        }
        if let box = o as? TensorObject, box.tensor.count != 1 {
          throw vm.valueError("only one element tensors can be converted to Python scalars")
        }
        guard let number = (o as? TensorObject).flatMap({ try? $0.tensor.item() }) ?? Convert.scalar(value.borrowed) else {
          if o.kind == .int, takesUnsigned, let wide = UInt64(try vm.str(value).string) {
            return add(Int(bitPattern: UInt(wide)), .integral)
          }
          if o.kind == .int { throw vm.valueError("Overflow when unpacking long long") }
          if o.kind == .str { throw vm.typeError("new(): invalid data type 'str'") }
          throw vm.runtimeError("Could not infer dtype of \(vm.type(of: value).operandName)")
        }
        switch number {
        case .bool(let b): add(b ? 1 : 0, .bool)
        case .int(let i): add(i, .integral)
        case .double(let d): add(d)
        case .complex: addComplex(number)
        }
      }
    }

    private mutating func add(_ i: Int, _ category: DType.Category) {
      if kind < category { kind = category }
      if !complexes.isEmpty {
        complexes.append(.int(i))
      } else if !doubles.isEmpty {
        doubles.append(Double(i))
        ints.append(i)
      } else {
        ints.append(i)
      }
    }
    private mutating func add(_ d: Double) {
      if kind < .floating { kind = .floating }
      if !complexes.isEmpty {
        complexes.append(.double(d))
        return
      }
      if doubles.isEmpty { doubles = ints.map { Double($0) } }
      doubles.append(d)
      ints.append(Int(truncatingDouble: d))
    }
    private mutating func addComplex(_ z: Scalar) {
      if complexes.isEmpty {
        complexes = doubles.isEmpty ? ints.map { .int($0) } : doubles.map { .double($0) }
      }
      kind = .complex
      complexes.append(z)
    }

    /// torch names the dtype here, and C's type elsewhere.
    private func checkFits(_ number: Scalar, _ dtype: DType) throws(TorchError) {
      do throws(TorchError) {
        try number.checkFits(dtype)
      } catch {
        throw TorchError(error.kind, "value cannot be converted to type \(dtype.name) without overflow")
      }
    }

    func array(_ shape: [Int], _ dtype: DType) throws(TorchError) -> NDArray {
      if !complexes.isEmpty { return try NDArray.from(complexes, Dims(shape), dtype) }
      if !doubles.isEmpty { return try NDArray.from(doubles, Dims(shape), dtype) }
      if dtype.isIntegral, dtype != .bool {
        for i in ints { try checkFits(.int(i), dtype) }
      }
      return try NDArray.from(ints, Dims(shape), dtype)
    }
  }
}

extension Tensor {
  /// The same elements without history.
  func detached() -> Tensor { self.detach() }
}
