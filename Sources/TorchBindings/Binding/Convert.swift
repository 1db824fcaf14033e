import Arrays
import Autograd
import Interpreter

/// Conversions between Python values and what operators take.
enum Convert {
  /// The tensor in a slot; a number becomes a wrapped 0-dimensional tensor.
  @inline(__always)
  static func tensor(_ torch: TorchState, _ slot: Slot) -> Tensor {
    if slot.isKind(.tensor) {
      return Unmanaged<TensorObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.tensor }
    }
    return wrapped(slot)
  }

  @inline(never)
  private static func wrapped(_ slot: Slot) -> Tensor {
    let value = scalar(slot) ?? .int(0)
    let dtype: DType
    switch value {
    case .bool: dtype = .bool
    case .int: dtype = .int64
    case .double: dtype = Settings.defaultDType
    case .complex: dtype = Settings.defaultDType.complexType
    }
    if let array = try? NDArray.scalar(value, dtype) { return Tensor(array) }
    return Tensor(emptyArray())
  }

  private static func emptyArray() -> NDArray {
    guard let array = try? NDArray.zeros(Dims(), .float32) else { fatalError("no memory for one number") }
    return array
  }

  /// A Python number, or the number in a 0-dimensional tensor that needs no gradient.
  static func scalar(_ slot: Slot) -> Scalar? {
    switch slot.tag {
    case Tag.int: return .int(slot.asInt)
    case Tag.float: return .double(slot.asDouble)
    case Tag.bool: return .bool(slot.asBool)
    case Tag.object:
      switch slot.kind {
      case .tensor:
        let tensor = unsafeDowncast(slot.object, to: TensorObject.self).tensor
        return tensor.dim == 0 ? try? tensor.item() : nil
      case .complex:
        guard let z = slot.object as? ComplexObject else { return nil }
        return .complex(z.value.re, z.value.im)
      case .int:
        // Big ints lose their upper bits as in C; torch raises, which the caller's range check does.
        return nil
      case .float: return (slot.object as? FloatObject).map { .double($0.value) }
      default: return nil
      }
    default: return nil
    }
  }

  /// An int: Python's, `True`, or an integral 0-dimensional tensor.
  static func int(_ slot: Slot) -> Int? {
    switch slot.tag {
    case Tag.int: return slot.asInt
    case Tag.bool: return slot.asBool ? 1 : 0
    case Tag.object:
      guard slot.kind == .tensor else { return nil }
      let tensor = unsafeDowncast(slot.object, to: TensorObject.self).tensor
      guard tensor.count == 1, tensor.dtype.isIntegral, let item = try? tensor.item() else { return nil }
      return item.intValue
    default: return nil
    }
  }

  /// Marks a slot that stands for sizes spread over the arguments: it holds their place and number, and is no value.
  private static var runTag: UInt { 9 }
  /// Sizes as they lie among the arguments (ints, at most 2^15), valid during the call.
  static func run(of base: UnsafePointer<Slot>, count: Int) -> Slot {
    Slot(bits: UInt(bitPattern: base) | UInt(bitPattern: count) << 48, tag: runTag)
  }

  /// Slots of a list or tuple, or of sizes spread over the arguments.
  static func items(_ slot: Slot) -> UnsafeBufferPointer<Slot>? {
    if slot.tag == runTag {
      return UnsafeBufferPointer(
        start: UnsafePointer(bitPattern: slot.bits & 0xFFFF_FFFF_FFFF), count: Int(slot.bits >> 48))
    }
    guard slot.isObject else { return nil }
    switch slot.kind {
    case .list:
      let list = unsafeDowncast(slot.object, to: ListObject.self)
      return UnsafeBufferPointer(start: list.items, count: list.count)
    case .tuple:
      let tuple = unsafeDowncast(slot.object, to: TupleObject.self)
      return UnsafeBufferPointer(start: tuple.items, count: tuple.count)
    default: return nil
    }
  }

  /// A list of ints, or one int as a list of one.
  static func ints(_ slot: Slot) -> [Int]? {
    if let one = int(slot) { return [one] }
    guard let items = items(slot) else { return nil }
    var result: [Int] = []
    result.reserveCapacity(items.count)
    for item in items {
      guard let n = int(item) else { return nil }
      result.append(n)
    }
    return result
  }

  static func doubles(_ slot: Slot) -> [Double]? {
    if let one = scalar(slot) { return [one.doubleValue] }
    guard let items = items(slot) else { return nil }
    return items.map { scalar($0)?.doubleValue ?? 0 }
  }

  static func tensors(_ torch: TorchState, _ slot: Slot) -> [Tensor]? {
    guard let items = items(slot) else { return nil }
    return items.map { tensor(torch, $0) }
  }

  /// A memory format; nil for anything else.
  static func memoryFormat(_ slot: Slot) -> MemoryFormat? {
    guard slot.isObject, let constant = slot.object as? NamedConstant else { return nil }
    return MemoryFormat(rawValue: constant.text)
  }

  /// A dtype: `torch.float32`, or Python's float, int, bool, complex.
  static func dtype(_ slot: Slot) -> DType? {
    guard slot.isObject else { return nil }
    if let object = slot.object as? DTypeObject { return object.dtype }
    if slot.kind == .type, let cls = slot.object as? TypeObject {
      switch cls.name {
      case "float": return .float64
      case "int": return .int64
      case "bool": return .bool
      case "complex": return .complex128
      default: return nil
      }
    }
    return nil
  }

  /// A number as Python sees it.
  static func value(_ vm: VM, _ scalar: Scalar) -> Value {
    switch scalar {
    case .bool(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .double(let d): return .float(d)
    case .complex(let re, let im): return vm.makeComplex(re, im)
    }
  }

  /// An element as a Python number: those of uint64 may be larger than an int of 64 bits.
  static func value(_ vm: VM, _ scalar: Scalar, of dtype: DType) -> Value {
    guard dtype == .uint64 else { return value(vm, scalar) }
    return Constructors.seedValue(vm, UInt64(UInt(bitPattern: scalar.intValue)))
  }

  /// A number as C++ streams write it when it is short: without a fraction when it has none.
  static func shortText(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e6 ? "\(Int(number))" : "\(number)"
  }

  /// `tensor.item()`.
  static func item(_ vm: VM, _ tensor: Tensor) throws(Raised) -> Value {
    value(vm, try torchCall(vm) { () throws(TorchError) in try tensor.item() }, of: tensor.dtype)
  }

  /// The only element, for `int()` and `float()`.
  static func singleItem(_ vm: VM, _ tensor: Tensor) throws(Raised) -> Value {
    let array = tensor.arrayPointer
    if array.pointee.layout.rank == 0 {
      // A single number of the commonest dtypes: read where it lies.
      let base = array.pointee.storage.pointer
      let place = array.pointee.layout.offset
      switch array.pointee.dtype {
      case .float32: return .float(Double(base.load(fromByteOffset: place &* 4, as: Float.self)))
      case .float64: return .float(base.load(fromByteOffset: place &* 8, as: Double.self))
      case .int64: return .int(base.load(fromByteOffset: place &* 8, as: Int.self))
      default: break
      }
    }
    if tensor.count != 1 {
      throw vm.runtimeError("a Tensor with \(tensor.count) elements cannot be converted to Scalar")
    }
    return try item(vm, tensor)
  }
}
