import Arrays
import Autograd
import Interpreter

/// The bound arguments of an operator: one borrowed slot per parameter of its schema; undefined: not given.
struct Call {
  let vm: VM
  let torch: TorchState
  let base: UnsafePointer<Slot>

  /// Tells whether a parameter was given and is not None.
  func has(_ i: Int) -> Bool { !base[i].isUndefined && !base[i].isNone }
  /// The value as it is.
  func value(_ i: Int) -> Value { base[i].value }
  /// A tensor.
  @inline(__always)
  func tensor(_ i: Int) -> Tensor { Convert.tensor(torch, base[i]) }
  /// A tensor, or nil for None.
  func optionalTensor(_ i: Int) -> Tensor? { has(i) ? tensor(i) : nil }
  /// A number.
  func number(_ i: Int) -> Scalar { Convert.scalar(base[i]) ?? .int(0) }
  func number(_ i: Int, _ fallback: Scalar) -> Scalar { has(i) ? number(i) : fallback }
  func optionalNumber(_ i: Int) -> Scalar? { has(i) ? number(i) : nil }
  func int(_ i: Int) -> Int { Convert.int(base[i]) ?? 0 }
  func int(_ i: Int, _ fallback: Int) -> Int { has(i) ? int(i) : fallback }
  func optionalInt(_ i: Int) -> Int? { has(i) ? int(i) : nil }
  func double(_ i: Int, _ fallback: Double = 0) -> Double { has(i) ? number(i).doubleValue : fallback }
  func optionalDouble(_ i: Int) -> Double? { has(i) ? number(i).doubleValue : nil }
  func bool(_ i: Int, _ fallback: Bool = false) -> Bool {
    guard has(i) else { return fallback }
    return number(i).boolValue
  }
  func ints(_ i: Int) -> [Int] { Convert.ints(base[i]) ?? [] }
  /// A list of ints, or one int, as a shape.
  func dims(_ i: Int) -> Dims {
    guard let items = Convert.items(base[i]) else { return Dims(ints(i)) }
    var result = Dims()
    for item in items { result.append(item.isInt ? item.asInt : Convert.int(item) ?? 0) }
    return result
  }
  func optionalInts(_ i: Int) -> [Int]? { has(i) ? ints(i) : nil }
  func doubles(_ i: Int) -> [Double] { Convert.doubles(base[i]) ?? [] }
  func tensors(_ i: Int) -> [Tensor] { Convert.tensors(torch, base[i]) ?? [] }
  func string(_ i: Int, _ fallback: String = "") -> String {
    if base[i].isKind(.str), let text = base[i].object as? StrObject { return text.string }
    return fallback
  }
  func dtype(_ i: Int) -> DType? { Convert.dtype(base[i]) }
  func generator(_ i: Int) -> Generator? {
    if base[i].isObject, let box = base[i].object as? GeneratorBox { return box.generator }
    return nil
  }
  /// The result as a Python object.
  @inline(__always)
  func wrap(_ tensor: Tensor) -> Value { torch.value(vm, tensor) }
  /// A tuple of tensors.
  func tuple(_ tensors: [Tensor]) -> Value { .object(TupleObject(vm, tensors.map { torch.value(vm, $0) })) }
  /// A list of tensors.
  func list(_ tensors: [Tensor]) -> Value { .object(ListObject(vm, tensors.map { torch.value(vm, $0) })) }
  /// `torch.return_types.<name>`.
  func named(_ type: String, _ fields: [(String, Tensor)]) -> Value {
    .object(ReturnTypes.make(vm, torch, type, fields.map { ($0.0, torch.value(vm, $0.1)) }))
  }
}

/// Where an operator is found.
struct Places: OptionSet {
  let rawValue: Int
  static let function = Places(rawValue: 1)
  static let method = Places(rawValue: 2)
  /// The in-place twin `name_` as a method, made from the operator itself.
  static let inPlace = Places(rawValue: 4)
  static let functional = Places(rawValue: 8)
  static let linalg = Places(rawValue: 16)
  static let special = Places(rawValue: 32)
  static let fft = Places(rawValue: 64)
  static let both: Places = [.function, .method]
  static let all: Places = [.function, .method, .inPlace]
}

/// One overload: its schema and what it does.
struct Overload {
  typealias Body = (Call) throws(TorchError) -> Value
  let schemaText: String
  let body: Body
}

/// An operator by name: its overloads in the order torch tries them.
final class Operator {
  let name: String
  let places: Places
  let doc: String
  private(set) var overloads: [Overload]
  private var parsed: [Schema] = []
  /// What it warns of before it runs.
  private let advice: Advice.Check?

  init(_ name: String, _ places: Places, _ doc: String, _ overloads: [Overload]) {
    self.name = name
    self.places = places
    self.doc = doc
    self.overloads = overloads
    advice = Advice.find(name, places)
    entries = .allocate(capacity: overloads.count + 1)
  }

  func schemas(_ vm: VM) -> [Schema] {
    if parsed.isEmpty {
      parsed = overloads.map { Schema(vm, $0.schemaText) }
      for k in parsed.indices {
        (entries + k).initialize(to: Entry(schema: .passUnretained(parsed[k]), body: overloads[k].body))
      }
      entryCount = parsed.count
    }
    return parsed
  }
  /// An overload ready to be called; behind a pointer, so that reading it counts few references.
  private struct Entry {
    let schema: Unmanaged<Schema>
    let body: Overload.Body
  }
  private let entries: UnsafeMutablePointer<Entry>
  private var entryCount = 0

  /// Calls the first overload that accepts the raw arguments.
  func call(
    _ vm: VM, _ torch: TorchState, _ arguments: Arguments, shownName: String? = nil, isMethod: Bool = false
  ) throws(Raised) -> Value {
    if entryCount == 0 { _ = schemas(vm) }
    if torch.autocast != nil, Autocast.concerns(name) {
      return try Autocast.call(vm, torch, self, arguments, shownName: shownName, isMethod: isMethod)
    }
    for i in 0..<entryCount {
      if let made = try call(vm, torch, entries + i, arguments, shownName, isMethod) { return made }
    }
    if let made = try takenByOther(vm, torch, arguments, shownName ?? name, isMethod: isMethod) { return made }
    if !isMethod, let made = try callWithNumberFirst(vm, torch, arguments, shownName) { return made }
    throw Mismatch.error(vm, shownName ?? name, schemas(vm), arguments, isMethod: isMethod)
  }

  /// Operators that take a number for their first tensor.
  private static let takeNumbersFirst: Set<String> = [
    "add", "sub", "mul", "div", "subtract", "multiply", "divide", "true_divide", "floor_divide",
  ]

  /// Calls with the number in front as a tensor without dimensions; nil: that is not what was given.
  private func callWithNumberFirst(
    _ vm: VM, _ torch: TorchState, _ arguments: Arguments, _ shownName: String?
  ) throws(Raised) -> Value? {
    guard Operator.takeNumbersFirst.contains(name), arguments.positionalCount > 1, arguments.base[0].isInt
      || arguments.base[0].isFloat || arguments.base[0].isBool, arguments.base[1].isKind(.tensor) || arguments.base[1].isInt
      || arguments.base[1].isFloat || arguments.base[1].isBool
    else { return nil }
    let count = arguments.count
    let start = try vm.reserveStack(count)
    defer { vm.releaseStack(start, count: count) }
    for k in 0..<count {
      let isNumber = k < 2 && !arguments.base[k].isKind(.tensor)
      if isNumber {
        start[k] = torch.value(vm, Convert.tensor(torch, arguments.base[k])).owned
      } else {
        arguments.base[k].retain()
        start[k] = arguments.base[k]
      }
    }
    let given = Arguments(base: start, count: count, keywordNames: arguments.keywordNames)
    for i in 0..<entryCount {
      if let made = try call(vm, torch, entries + i, given, shownName, false) { return made }
    }
    return nil
  }

  /// Calls an overload; nil when it does not accept the arguments.
  @inline(__always)
  private func call(
    _ vm: VM, _ torch: TorchState, _ entry: UnsafePointer<Entry>, _ arguments: Arguments,
    _ shownName: String?, _ isMethod: Bool
  ) throws(Raised) -> Value? {
    if arguments.keywordNames == nil {
      // Nothing is counted: the caller keeps the arguments.
      let (fit, direct, total, device) = entry.pointee.schema._withUnsafeGuaranteedRef {
        (Matching.fit($0, arguments), $0.directCount, $0.parameterCount, $0.deviceIndex)
      }
      switch fit {
      case .no: return nil
      case .yes where arguments.count == direct:
        return try run(vm, entry, Call(vm: vm, torch: torch, base: arguments.base))
      case .yes where device < 0 || device >= arguments.count:
        return try runFilled(vm, torch, entry, arguments, arguments.count, total)
      case .spread where !isMethod && entry.pointee.schema._withUnsafeGuaranteedRef({ $0.variadicIndex > 0 }):
        // Functions take sizes as one argument, methods spread as well.
        return nil
      case .spread:
        return try runFilled(
          vm, torch, entry, arguments, entry.pointee.schema._withUnsafeGuaranteedRef { $0.variadicIndex }, total)
      case .yes, .unknown: break
      }
    }
    let schema = entry.pointee.schema.takeUnretainedValue()
    let count = schema.parameterCount
    let target = try vm.reserveStack(count)
    if Matching.bind(vm, torch, schema, arguments, into: target) {
      let result: Value
      do throws(Raised) {
        let d = schema.deviceIndex
        if d >= 0, target[d].isInt {
          throw vm.runtimeError(
            target[d].asInt < 0 ? "Device index must not be negative" : "Cannot access accelerator device when none is available.")
        }
        if d >= 0, target[d].isObject { try Constructors.requireCPU(vm, torch, target[d]) }
        let o = schema.outIndex
        if o >= 0, target[o].isKind(.tensor) { Delivery.offer(name, target[o], target, o, torch) }
        defer { Storage.offered = nil }
        result = try run(vm, entry, Call(vm: vm, torch: torch, base: target))
        if o >= 0, target[o].isObject {
          if isMethod { throw Mismatch.error(vm, shownName ?? name, schemas(vm), arguments, isMethod: true) }
          if target[o].isKind(.tensor), case .object(let several) = result, several is TupleObject {
            throw Mismatch.tupleExpected(vm, shownName ?? name, schemas(vm), arguments)
          }
          let delivery = Delivery(vm, torch, name, takesAnyDType: schema.deviceIndex >= 0)
          if target[o].isKind(.tensor) { try delivery.check(target[o], target, o) }
          let made = try delivery.deliver(result, target[o])
          vm.releaseStack(target, count: count)
          return made
        }
      } catch {
        vm.releaseStack(target, count: count)
        throw error
      }
      vm.releaseStack(target, count: count)
      return result
    }
    vm.releaseStack(target, count: count)
    return nil
  }

  /// Runs with the first `plain` arguments, what is behind them as spread sizes, and the rest not given.
  @inline(__always)
  private func runFilled(
    _ vm: VM, _ torch: TorchState, _ entry: UnsafePointer<Entry>, _ arguments: Arguments, _ plain: Int, _ total: Int
  ) throws(Raised) -> Value {
    let target = try vm.reserveStack(total)
    for i in 0..<plain { target[i] = arguments.base[i] }
    if plain < arguments.count {
      target[plain] = Convert.run(of: arguments.base + plain, count: arguments.count &- plain)
    }
    let result: Value
    do throws(Raised) {
      result = try run(vm, entry, Call(vm: vm, torch: torch, base: target))
    } catch {
      vm.returnStack(target, count: total)
      throw error
    }
    vm.returnStack(target, count: total)
    return result
  }

  @inline(__always)
  private func run(_ vm: VM, _ entry: UnsafePointer<Entry>, _ call: Call) throws(Raised) -> Value {
    if let advice { try advice(call) }
    do throws(TorchError) {
      return try entry.pointee.body(call)
    } catch {
      throw torchRaised(vm, error)
    }
  }
}
