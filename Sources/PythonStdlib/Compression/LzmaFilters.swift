import CompressionShim
import Glibc
import Interpreter

/// A chain of filters, as a list of dicts says it.
final class LzmaFilters {
  private static var lzma1: UInt64 { 0x4000_0000_0000_0001 }
  private static var lzma2: UInt64 { 0x21 }
  private static var delta: UInt64 { 3 }
  /// The filters for code of a processor.
  private static var code: ClosedRange<UInt64> { 4...9 }
  /// The most filters; behind them is one that says so.
  private static var most: Int { 4 }

  private let chain = UnsafeMutablePointer<wick_lzma_filter>.allocate(capacity: LzmaFilters.most + 1)
  private let coders = UnsafeMutablePointer<wick_lzma_options>.allocate(capacity: LzmaFilters.most)
  private let others = UnsafeMutablePointer<wick_lzma_delta>.allocate(capacity: LzmaFilters.most)
  private var count = 0

  private init() {
    chain.initialize(repeating: wick_lzma_filter(id: UInt64.max, options: nil), count: LzmaFilters.most + 1)
    coders.initialize(repeating: wick_lzma_options(), count: LzmaFilters.most)
    others.initialize(repeating: wick_lzma_delta(), count: LzmaFilters.most)
  }
  deinit {
    chain.deallocate()
    coders.deallocate()
    others.deallocate()
  }

  /// The filter of LZMA1 with the options of a preset.
  convenience init(_ vm: VM, _ tools: LzmaTools, preset: UInt32) throws(Raised) {
    self.init()
    try take(vm, tools, preset: preset)
    chain[0] = wick_lzma_filter(id: LzmaFilters.lzma1, options: coders)
    count = 1
  }
  /// Reads a sequence of dicts.
  convenience init(_ vm: VM, _ tools: LzmaTools, _ value: Value) throws(Raised) {
    self.init()
    let items = try vm.list(of: value)
    if items.count > LzmaFilters.most { throw vm.valueError("Too many filters - liblzma supports a maximum of 4") }
    for item in items {
      try add(vm, tools, item)
      count += 1
    }
  }

  var isSingleLZMA1: Bool { count == 1 && chain[0].id == LzmaFilters.lzma1 }
  /// Calls a function that takes the chain.
  func use(_ body: (UnsafeMutablePointer<wick_lzma_filter>) -> Int32) -> Int32 { body(chain) }
  /// Calls a function that takes the options of the first filter, which is LZMA1.
  func withOptions(_ body: (UnsafeMutablePointer<wick_lzma_options>) -> Int32) -> Int32 { body(coders) }

  private func take(_ vm: VM, _ tools: LzmaTools, preset: UInt32) throws(Raised) {
    if tools.library.lzma_preset(coders + count, preset) != 0 {
      throw tools.problem(vm, "Invalid compression preset: \(preset)")
    }
  }

  private func add(_ vm: VM, _ tools: LzmaTools, _ item: Value) throws(Raised) {
    guard let spec = item.asDict else {
      throw vm.typeError("Filter specifier must be a dict or dict-like object")
    }
    guard let given = spec.get(vm, "id") else { throw vm.valueError("Filter specifier must have an \"id\" entry") }
    let id = UInt64(bitPattern: Int64(try vm.index(given)))
    var numbers: [String: UInt32] = [:]
    for (key, value) in spec.items {
      guard let name = key.asStr?.string, name != "id" else { continue }
      guard let number = UInt32(exactly: try vm.index(value)) else { throw vm.overflowError("Value too large for uint32_t type") }
      numbers[name] = number
    }
    func allow(_ names: Set<String>, _ what: String) throws(Raised) {
      if numbers.keys.contains(where: { !names.contains($0) }) { throw vm.valueError("Invalid filter specifier for \(what) filter") }
    }
    if id == LzmaFilters.lzma1 || id == LzmaFilters.lzma2 {
      try allow(["preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"], "LZMA")
      try take(vm, tools, preset: numbers["preset"] ?? 6)
      let options = coders + count
      if let n = numbers["dict_size"] { options.pointee.dict_size = n }
      if let n = numbers["lc"] { options.pointee.lc = n }
      if let n = numbers["lp"] { options.pointee.lp = n }
      if let n = numbers["pb"] { options.pointee.pb = n }
      if let n = numbers["mode"] { options.pointee.mode = n }
      if let n = numbers["nice_len"] { options.pointee.nice_len = n }
      if let n = numbers["mf"] { options.pointee.mf = n }
      if let n = numbers["depth"] { options.pointee.depth = n }
      chain[count] = wick_lzma_filter(id: id, options: options)
    } else if id == LzmaFilters.delta {
      try allow(["dist"], "delta")
      others[count].distance = numbers["dist"] ?? 1
      chain[count] = wick_lzma_filter(id: id, options: others + count)
    } else if LzmaFilters.code.contains(id) {
      try allow(["start_offset"], "BCJ")
      others[count].type = numbers["start_offset"] ?? 0
      chain[count] = wick_lzma_filter(id: id, options: others + count)
    } else {
      throw vm.valueError("Invalid filter ID: \(id)")
    }
  }

  /// The options that a filter's bytes tell, as a dict.
  static func decoded(_ vm: VM, _ tools: LzmaTools, _ id: UInt64, _ bytes: [UInt8]) throws(Raised) -> Value {
    var filter = wick_lzma_filter(id: id, options: nil)
    if let failure = tools.failure(vm, tools.library.properties_decode(&filter, nil, bytes, bytes.count)) { throw failure }
    // The library takes the options from malloc.
    defer { free(filter.options) }
    let spec = DictObject(vm)
    spec.set(vm, "id", .int(Int(bitPattern: UInt(id))))
    if id == lzma1 || id == lzma2 {
      guard let options = filter.options?.assumingMemoryBound(to: wick_lzma_options.self) else { return .object(spec) }
      // Of the others' fields only the first ones are there.
      spec.set(vm, "dict_size", .int(Int(options.pointee.dict_size)))
      if id == lzma1 {
        spec.set(vm, "lc", .int(Int(options.pointee.lc)))
        spec.set(vm, "lp", .int(Int(options.pointee.lp)))
        spec.set(vm, "pb", .int(Int(options.pointee.pb)))
      }
    } else if let options = filter.options?.assumingMemoryBound(to: wick_lzma_delta.self) {
      if id == delta { spec.set(vm, "dist", .int(Int(options.pointee.distance))) } else {
        spec.set(vm, "start_offset", .int(Int(options.pointee.type)))
      }
    }
    return .object(spec)
  }
}
