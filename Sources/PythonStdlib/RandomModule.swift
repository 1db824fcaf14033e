import GMPShim
import Glibc
import Interpreter

/// An instance of `random.Random`.
final class RandomObject: Object {
  var twister: MersenneTwister
  /// The second number of the last pair of `gauss`.
  var gaussNext: Double?

  init(_ vm: VM, type: TypeObject, isSystem: Bool) {
    twister = MersenneTwister(isSystem: isSystem)
    super.init(kind: .native, type: type, tracked: type.isHeap)
  }

  /// `getrandbits(bits)`.
  func bits(_ vm: VM, _ count: Int) throws(Raised) -> Value {
    if count < 0 { throw vm.valueError("number of bits must be non-negative") }
    if count == 0 { return .int(0) }
    if count <= 32 { return .int(Int(twister.next() >> UInt32(32 - count))) }
    if count > 1 << 33 { throw vm.memoryError() }
    var words: [UInt32] = []
    var left = count
    while left > 0 {
      var word = twister.next()
      if left < 32 { word >>= UInt32(32 - left) }
      words.append(word)
      left &-= 32
    }
    if count < 64 { return .int(Int(words[0]) | Int(words[1]) << 32) }
    var made = BigInt()
    words.withUnsafeBytes { raw in
      if let base = raw.baseAddress { __gmpz_import(&made.z, words.count, -1, 4, 0, 0, base) }
    }
    return made.value(vm)
  }

  /// A number in `0 ..< limit`.
  func below(_ limit: Int) -> Int {
    if limit <= 0 { return 0 }
    let count = 64 - limit.leadingZeroBitCount
    while true {
      var r: Int
      if count <= 32 {
        r = Int(twister.next() >> UInt32(32 - count))
      } else {
        r = Int(twister.next())
        r |= Int(twister.next() >> UInt32(64 - count)) << 32
      }
      if r < limit { return r }
    }
  }

  /// A number in `0 ..< limit` for limits of any size.
  func below(_ vm: VM, _ limit: Integer) throws(Raised) -> Value {
    if case .small(let small) = limit { return .int(below(small)) }
    while true {
      let r = try bits(vm, limit.bitLength)
      if let number = Integer(r), number.order(limit) < 0 { return r }
    }
  }

  func random() -> Double { twister.random() }
}

/// `_random`, which `random` consists of: CPython's generator and distributions, bit for bit.
enum RandomModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_random", doc: "Random variable generators.")
    let type = vm.nativeType("Random", module: "random", isBase: true, populate: populate)
    type.hasAttributes = true
    type.new = { (vm, cls, args) throws(Raised) in
      let made = RandomObject(vm, type: cls, isSystem: false)
      if args.positionalCount > 0 && !args.slot(0).isNone { try seed(vm, made, args[0]) }
      return .object(made)
    }
    let system = vm.nativeType("SystemRandom", module: "random", base: type, isBase: true)
    system.hasAttributes = true
    system.new = { (vm, cls, args) throws(Raised) in .object(RandomObject(vm, type: cls, isSystem: true)) }
    for (name, value) in [
      ("NV_MAGICCONST", 4 * exp(-0.5) / (2.0).squareRoot()), ("TWOPI", 2 * Double.pi), ("LOG4", log(4)),
      ("SG_MAGICCONST", 1 + log(4.5)), ("RECIP_BPF", 0x1p-53),
    ] { module.constant(vm, name, .float(value)) }
    module.constant(vm, "BPF", .int(53))
    let exported = [
      "Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate",
      "gauss", "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint",
      "random", "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
      "weibullvariate",
    ]
    module.constant(vm, "__all__", .object(ListObject.make(vm, exported.map { .object(vm.string($0)) })))
    module.constant(vm, "Random", .object(type))
    module.constant(vm, "SystemRandom", .object(system))
    let shared = Value.object(RandomObject(vm, type: type, isSystem: false))
    module.constant(vm, "_inst", shared)
    let names = [
      "seed", "random", "uniform", "triangular", "randint", "choice", "randrange", "sample", "shuffle", "choices",
      "normalvariate", "lognormvariate", "expovariate", "vonmisesvariate", "gammavariate", "gauss", "betavariate",
      "paretovariate", "weibullvariate", "getstate", "setstate", "getrandbits", "randbytes",
    ]
    for name in names { module.constant(vm, name, try vm.getAttr(shared, name)) }
    return module
  }

  /// The generator that a method works on.
  @inline(__always)
  static func generator(_ args: Arguments) -> RandomObject {
    unsafeDowncast(args.slot(0).object, to: RandomObject.self)
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "seed(self, a=None, version=2)", "Initialize internal state from a seed.") {
      (vm, args) throws(Raised) in
      try seed(vm, generator(args), args[1])
      return .none
    }
    type.method(vm, "random(self, /)", "x in the interval [0, 1).") { (_, args) throws(Raised) in
      .float(generator(args).random())
    }
    type.method(vm, "getrandbits(self, k, /)", "Generates an int with k random bits.") {
      (vm, args) throws(Raised) in try generator(args).bits(vm, try vm.index(args[1]))
    }
    type.method(vm, "randbytes(self, n)", "Generate n random bytes.") { (vm, args) throws(Raised) in
      let n = try vm.index(args[1])
      let number = try generator(args).bits(vm, n &* 8)
      return try vm.call(
        try vm.getAttr(number, "to_bytes"), [.int(n), .object(vm.string("little"))])
    }
    states(type, vm)
    RandomSequences.define(type, vm)
    RandomDistributions.define(type, vm)
  }

  private static func states(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "getstate(self, /)", "Return internal state; can be passed to setstate() later.") {
      (vm, args) throws(Raised) in
      let object = generator(args)
      if object.twister.isSystem {
        throw vm.notImplementedError("System entropy source does not have state.")
      }
      object.twister.prepare()
      var words: [Value] = object.twister.state.map { .int(Int($0)) }
      words.append(.int(object.twister.index))
      let next: Value = object.gaussNext.map { .float($0) } ?? .none
      return .object(TupleObject(vm, [.int(3), .object(TupleObject(vm, words)), next]))
    }
    type.method(vm, "setstate(self, state, /)", "Restore internal state from object returned by getstate().") {
      (vm, args) throws(Raised) in
      let object = generator(args)
      guard let state = args[1].asTuple, state.count == 3, case .int(3) = state[0] else {
        let version = args[1].asTuple.map { $0.count > 0 ? $0[0] : .none } ?? .none
        throw vm.valueError(
          "state with version \(try vm.repr(version).string) passed to Random.setstate() of version 3")
      }
      guard let words = state[1].asTuple else { throw vm.typeError("state vector must be a tuple") }
      if words.count != 625 { throw vm.valueError("state vector is the wrong size") }
      var new: [UInt32] = []
      for i in 0..<624 {
        guard case .int(let word) = words[i], word >= 0, word <= Int(UInt32.max) else {
          throw vm.valueError("state vector must contain 32-bit integers")
        }
        new.append(UInt32(word))
      }
      guard case .int(let index) = words[624], index >= 0, index <= 624 else { throw vm.valueError("invalid state") }
      object.twister.restore(new, index)
      object.gaussNext = state[2].isNone ? nil : try vm.double(state[2])
      return .none
    }
  }

  /// `seed(value)`: None, int, float, str, bytes or bytearray.
  static func seed(_ vm: VM, _ object: RandomObject, _ value: Value) throws(Raised) {
    if object.twister.isSystem { return }
    if value.isNone {
      object.gaussNext = nil
      object.twister.seedFromSystem()
      return
    }
    if let number = Integer(value) {
      object.gaussNext = nil
      object.twister.seed(words(number))
      return
    }
    var bytes: [UInt8]?
    if let text = value.asStr { bytes = text.utf8(surrogatePass: true) } else { bytes = Codecs.buffer(value) }
    if var content = bytes {
      object.gaussNext = nil
      content += SHA512.digest(content)
      var number = BigInt()
      content.withUnsafeBytes { raw in
        if let base = raw.baseAddress { __gmpz_import(&number.z, raw.count, 1, 1, 0, 0, base) }
      }
      let made = number.value(vm)
      if let integer = Integer(made) { object.twister.seed(words(integer)) }
      return
    }
    if value.kind == .float {
      object.gaussNext = nil
      let hash = UInt(bitPattern: try vm.hash(value))
      object.twister.seed(hash >> 32 == 0 ? [UInt32(hash)] : [UInt32(truncatingIfNeeded: hash), UInt32(hash >> 32)])
      return
    }
    throw vm.typeError(
      "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
  }

  /// The 32-bit words of an absolute value, lowest first.
  private static func words(_ number: Integer) -> [UInt32] {
    let count = max(1, (number.bitLength &+ 31) / 32)
    var result = [UInt32](repeating: 0, count: count)
    var written = 0
    result.withUnsafeMutableBytes { raw in
      number.withZ { _ = __gmpz_export(raw.baseAddress, &written, -1, 4, 0, 0, $0) }
    }
    return result
  }
}
