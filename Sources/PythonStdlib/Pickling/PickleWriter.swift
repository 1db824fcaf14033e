import Interpreter

/// Writes one pickle.
final class PickleWriter {
  let vm: VM
  let environment: PickleEnvironment
  let version: Int
  let isBinary: Bool
  var isFast = false
  var fixImports = true
  /// `write` of the file; nil: everything stays in `out`.
  var write: Value?
  var persistentID: Value?
  var reducerOverride: Value?
  var dispatchTable = Value.none
  var bufferCallback: Value?
  let memo = PickleMemo()
  /// What is not written yet.
  private(set) var out: [UInt8] = []
  private let framing: Bool
  /// Place of the header of the open frame, or -1.
  private var frame = -1
  private var isStarted = false

  /// Frames end when they are as large, and larger data lies outside of them.
  private static let frameTarget = 64 * 1024
  private static let batch = 1000

  init(_ vm: VM, _ environment: PickleEnvironment, protocol version: Int) {
    self.vm = vm
    self.environment = environment
    self.version = version
    isBinary = version >= 1
    framing = version >= 4
  }

  /// Writes the pickle of an object.
  func dump(_ object: Slot) throws(Raised) {
    if version >= 2 { out += [0x80, UInt8(truncatingIfNeeded: version)] }
    if framing { try flush() }
    isStarted = true
    try save(object)
    put(0x2E)
    try endFrame()
    try flush()
  }

  // MARK: Bytes

  @inline(__always)
  func put(_ byte: UInt8) {
    if frame < 0 { beginFrame() }
    out.append(byte)
  }
  private func put(_ text: StaticString) {
    if frame < 0 { beginFrame() }
    for i in 0..<text.utf8CodeUnitCount { out.append(text.utf8Start[i]) }
  }
  private func put(_ text: String) {
    if frame < 0 { beginFrame() }
    out += Array(text.utf8)
  }
  /// The lowest bytes of a number, little end first.
  @inline(__always)
  private func put(_ number: UInt64, bytes: Int) {
    for i in 0..<bytes { out.append(UInt8(truncatingIfNeeded: number >> UInt64(8 &* i))) }
  }
  private func beginFrame() {
    guard framing, isStarted else { return }
    frame = out.count
    for _ in 0..<9 { out.append(0) }
  }
  /// Ends the open frame.
  private func endFrame() throws(Raised) {
    guard frame >= 0 else { return }
    let size = out.count &- frame &- 9
    if size >= 4 {
      out[frame] = 0x95
      for i in 0..<8 { out[frame &+ 1 &+ i] = UInt8(truncatingIfNeeded: UInt64(size) >> UInt64(8 &* i)) }
    } else {
      out.removeSubrange(frame..<(frame &+ 9))
    }
    frame = -1
    try flush()
  }
  private func flush() throws(Raised) {
    guard let write, !out.isEmpty else { return }
    // The header of a frame goes alone, so that readers may take the frame as it is.
    let bytes = out
    out.removeAll(keepingCapacity: true)
    if bytes.count > 9, bytes[0] == 0x95 {
      _ = try vm.call(write, [vm.makeBytes(Array(bytes[..<9]))])
      _ = try vm.call(write, [vm.makeBytes(Array(bytes[9...]))])
    } else {
      _ = try vm.call(write, [vm.makeBytes(bytes)])
    }
  }
  /// A header and data, which lie outside of frames when they are large.
  private func put(header: UInt8, _ count: Int, bytes: Int, _ data: UnsafeBufferPointer<UInt8>) throws(Raised) {
    let isLarge = framing && count >= PickleWriter.frameTarget
    if isLarge { try endFrame() } else if frame < 0 { beginFrame() }
    if !Memory.mayHold(count &+ out.count) { throw vm.memoryError() }
    out.append(header)
    put(UInt64(count), bytes: bytes)
    if isLarge { try flush() }
    out.append(contentsOf: data)
    if isLarge { try flush() }
  }

  // MARK: Memo

  private func memoize(_ slot: Slot) {
    if isFast { return }
    let number = memo.add(slot)
    if version >= 4 {
      put(0x94)
    } else if !isBinary {
      put("p\(number)\n")
    } else if number < 256 {
      put(0x71)
      out.append(UInt8(number))
    } else {
      put(0x72)
      put(UInt64(number), bytes: 4)
    }
  }
  private func get(_ number: Int) {
    if !isBinary {
      put("g\(number)\n")
    } else if number < 256 {
      put(0x68)
      out.append(UInt8(number))
    } else {
      put(0x6A)
      put(UInt64(number), bytes: 4)
    }
  }

  // MARK: Saving

  /// Writes what makes an object (borrowed, and kept alive by the caller).
  func save(_ slot: Slot, persistent: Bool = true) throws(Raised) {
    if frame >= 0, out.count &- frame &- 9 >= PickleWriter.frameTarget { try endFrame() }
    if persistent, let persistentID {
      let id = try vm.call(persistentID, [slot.value])
      if !id.isNone { return try savePersistent(id) }
    }
    switch slot.tag {
    case Tag.none: put(0x4E)
    case Tag.bool:
      if version >= 2 { put(slot.asBool ? 0x88 : 0x89) } else { put(slot.asBool ? "I01\n" : "I00\n") }
    case Tag.int: saveInt(slot.asInt)
    case Tag.float: saveFloat(slot.asDouble)
    case Tag.object: try saveObject(slot)
    default: put(0x4E)
    }
  }

  private func savePersistent(_ id: Value) throws(Raised) {
    if isBinary {
      try save(id.borrowed, persistent: false)
      put(0x51)
      return
    }
    let text = try vm.str(id)
    if !text.isASCII { throw environment.pickling(vm, "persistent IDs in protocol 0 must be ASCII strings") }
    put("P\(text.string)\n")
  }

  private func saveInt(_ i: Int) {
    if isBinary {
      if i >= 0 && i <= 0xFFFF {
        put(i <= 0xFF ? 0x4B : 0x4D)
        return put(UInt64(i), bytes: i <= 0xFF ? 1 : 2)
      }
      if i >= -0x8000_0000 && i <= 0x7FFF_FFFF {
        put(0x4A)
        return put(UInt64(bitPattern: Int64(i)), bytes: 4)
      }
    }
    if version >= 2 {
      // The fewest bytes that keep the sign.
      let bits = 65 - (i < 0 ? ~i : i).leadingZeroBitCount
      let size = (bits &+ 7) / 8
      put(0x8A)
      out.append(UInt8(size))
      return put(UInt64(bitPattern: Int64(i)), bytes: size)
    }
    put(i >= -0x8000_0000 && i <= 0x7FFF_FFFF ? "I\(i)\n" : "L\(i)L\n")
  }

  private func saveFloat(_ f: Double) {
    if isBinary {
      put(0x47)
      let bits = f.bitPattern
      for i in 0..<8 { out.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 &- 8 &* i))) }
    } else {
      put("F")
      put((try? vm.repr(.float(f)).string) ?? "nan")
      put("\n")
    }
  }

  private func saveObject(_ slot: Slot) throws(Raised) {
    let known = memo.find(slot)
    if known >= 0 { return get(known) }
    let object = slot.object
    if vm.isExact(object) {
      switch object.kind {
      case .str: return try saveText(unsafeDowncast(object, to: StrObject.self), slot)
      case .bytes: return try saveBytes(unsafeDowncast(object, to: BytesObject.self), slot)
      case .int: return try saveBig(object)
      case .list, .dict, .tuple, .set, .frozenset:
        try vm.enterNative(" while pickling an object")
        defer { vm.leaveNative() }
        switch object.kind {
        case .list: return try saveList(unsafeDowncast(object, to: ListObject.self), slot)
        case .dict: return try saveDict(unsafeDowncast(object, to: DictObject.self), slot)
        case .tuple: return try saveTuple(unsafeDowncast(object, to: TupleObject.self), slot)
        default: return try saveSet(unsafeDowncast(object, to: SetObject.self), slot)
        }
      case .bytearray:
        let data = unsafeDowncast(object, to: ByteArrayObject.self).array
        if version >= 5 {
          try data.with { (bytes) throws(Raised) in try put(header: 0x96, data.count, bytes: 8, bytes) }
          return memoize(slot)
        }
        let arguments: [Value] = data.isEmpty ? [] : [vm.makeBytes(data)]
        return try saveReduce(.object(vm.types.bytearray), .object(TupleObject.make(vm, arguments)), object: slot)
      default: break
      }
    }
    try vm.enterNative(" while pickling an object")
    defer { vm.leaveNative() }
    if let type = environment.bufferType, object.type === type { return try saveBuffer(object) }
    if let reducerOverride {
      let made = try vm.call(reducerOverride, [slot.value])
      if !vm.isNotImplemented(made) { return try saveReduced(made, slot, reducerOverride) }
    }
    if object.kind == .type && !object.hasHeapType { return try saveType(object, slot) }
    if object.kind == .function && !object.hasHeapType { return try saveGlobal(slot, .none) }
    try saveByReduction(object, slot)
  }

  private func saveText(_ text: StrObject, _ slot: Slot) throws(Raised) {
    if !isBinary {
      var bytes: [UInt8] = []
      for i in 0..<text.count {
        let p = text[i]
        if p > 0xFFFF {
          bytes += Array("\\U\(hex(p, 8))".utf8)
        } else if p > 0xFF || p == 0x5C || p == 0 || p == 10 || p == 13 || p == 0x1A {
          bytes += Array("\\u\(hex(p, 4))".utf8)
        } else {
          bytes.append(UInt8(p))
        }
      }
      put(0x56)
      out += bytes
      out.append(10)
    } else if text.isASCII {
      try saveText(text.bytes)
    } else {
      try text.utf8(surrogatePass: true).with { (bytes) throws(Raised) in try saveText(bytes) }
    }
    memoize(slot)
  }
  private func saveText(_ bytes: UnsafeBufferPointer<UInt8>) throws(Raised) {
    if bytes.count <= 0xFF && version >= 4 {
      put(0x8C)
      out.append(UInt8(bytes.count))
      out.append(contentsOf: bytes)
    } else if bytes.count > 0xFFFF_FFFF {
      if version < 4 { throw vm.overflowError("cannot serialize a string larger than 4GiB") }
      try put(header: 0x8D, bytes.count, bytes: 8, bytes)
    } else {
      try put(header: 0x58, bytes.count, bytes: 4, bytes)
    }
  }
  private func hex(_ number: UInt32, _ width: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  private func saveBytes(_ object: BytesObject, _ slot: Slot) throws(Raised) {
    if version < 3 {
      if object.count == 0 {
        return try saveReduce(.object(vm.types.bytes), .object(vm.emptyTuple), object: slot)
      }
      let codecs = try vm.importModule("codecs", fromList: .object(vm.emptyTuple))
      let text = try Codecs.latin1(vm, object.array)
      let arguments = TupleObject.make(vm, [.object(text), .object(vm.string("latin1"))])
      return try saveReduce(try vm.getAttr(codecs, "encode"), .object(arguments), object: slot)
    }
    try saveBytes(object.array)
    memoize(slot)
  }
  private func saveBytes(_ data: [UInt8]) throws(Raised) {
    if data.count <= 0xFF {
      put(0x43)
      out.append(UInt8(data.count))
      out += data
    } else if data.count > 0xFFFF_FFFF {
      if version < 4 { throw vm.overflowError("cannot serialize a bytes object larger than 4 GiB") }
      try data.with { (bytes) throws(Raised) in try put(header: 0x8E, data.count, bytes: 8, bytes) }
    } else {
      try data.with { (bytes) throws(Raised) in try put(header: 0x42, data.count, bytes: 4, bytes) }
    }
  }

  private func saveBig(_ object: Object) throws(Raised) {
    let value = Value.object(object)
    if version < 2 {
      put("L")
      put(try vm.repr(value).string)
      return put("L\n")
    }
    guard let bytes = Codecs.buffer(try environment.helper(vm, "encode_long", [value])) else { return }
    if bytes.count < 256 {
      put(0x8A)
      out.append(UInt8(bytes.count))
    } else {
      if bytes.count > 0x7FFF_FFFF { throw vm.overflowError("int too large to pickle") }
      put(0x8B)
      put(UInt64(bytes.count), bytes: 4)
    }
    out += bytes
  }

  /// A type: the nameless ones by what they are the types of.
  private func saveType(_ object: Object, _ slot: Slot) throws(Raised) {
    let of: Value
    if object === vm.types.none {
      of = .none
    } else if object === vm.types.notImplemented {
      of = .object(vm.notImplemented)
    } else if object === vm.types.ellipsis {
      of = .object(vm.ellipsis)
    } else {
      return try saveGlobal(slot, .none)
    }
    try saveReduce(.object(vm.types.type), .object(TupleObject.make(vm, [of])), object: slot)
  }

  private func saveBuffer(_ object: Object) throws(Raised) {
    if version < 5 { throw environment.pickling(vm, "PickleBuffer can only be pickled with protocol >= 5") }
    let value = Value.object(object)
    let view = try vm.callMethod(value, "raw", [])
    if !(try vm.truth(try vm.getAttr(view, "contiguous"))) {
      throw environment.pickling(vm, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
    }
    let isReadOnly = try vm.truth(try vm.getAttr(view, "readonly"))
    var inside = true
    if let bufferCallback { inside = try vm.truth(try vm.call(bufferCallback, [value])) }
    if !inside {
      put(0x97)
      if isReadOnly { put(0x98) }
      return
    }
    let data = Codecs.buffer(view) ?? []
    if isReadOnly {
      try saveBytes(data)
    } else {
      try data.with { (bytes) throws(Raised) in try put(header: 0x96, data.count, bytes: 8, bytes) }
    }
    memoize(.undefined)
  }

  // MARK: Containers

  private func saveList(_ list: ListObject, _ slot: Slot) throws(Raised) {
    put(isBinary ? "]" : "(l")
    memoize(slot)
    func item(_ i: Int) throws(Raised) {
      let item = list.items[i]
      item.retain()
      defer { item.release() }
      try save(item)
    }
    if !isBinary || list.count == 1 {
      var i = 0
      while i < list.count {
        try item(i)
        put(0x61)
        i &+= 1
      }
      return
    }
    var i = 0
    while i < list.count {
      put(0x28)
      let end = i &+ PickleWriter.batch
      while i < end, i < list.count {
        try item(i)
        i &+= 1
      }
      put(0x65)
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  private func saveDict(_ dict: DictObject, _ slot: Slot) throws(Raised) {
    put(isBinary ? "}" : "(d")
    memoize(slot)
    try saveEntries(dict)
  }
  /// The items of a dict, to be set in what lies on the stack.
  private func saveEntries(_ dict: DictObject) throws(Raised) {
    let count = dict.count
    let one = !isBinary || count == 1
    var at = dict.nextEntry(0)
    while at >= 0 {
      if !one { put(0x28) }
      var n = 0
      while at >= 0 && n < PickleWriter.batch {
        let (key, value) = (dict.entries[at].key, dict.entries[at].value)
        key.retain()
        value.retain()
        defer {
          key.release()
          value.release()
        }
        try save(key)
        try save(value)
        if dict.count != count { throw vm.runtimeError("dictionary changed size during iteration") }
        if one { put(0x73) }
        at = dict.nextEntry(at &+ 1)
        n &+= 1
      }
      if !one { put(0x75) }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  private func saveTuple(_ tuple: TupleObject, _ slot: Slot) throws(Raised) {
    let n = tuple.count
    if n == 0 { return put(isBinary ? ")" : "(t") }
    let isShort = n <= 3 && version >= 2
    if !isShort { put(0x28) }
    for i in 0..<n { try save(tuple.items[i]) }
    // A tuple that holds itself was written while its items were.
    let known = memo.find(slot)
    if known >= 0 {
      if isShort || !isBinary {
        for _ in 0..<(isShort ? n : n &+ 1) { put(0x30) }
      } else {
        put(0x31)
      }
      return get(known)
    }
    if isShort { put(0x84 &+ UInt8(n)) } else { put(0x74) }
    memoize(slot)
  }

  private func saveSet(_ set: SetObject, _ slot: Slot) throws(Raised) {
    let isFrozen = set.kind == .frozenset
    if version < 4 {
      let items = ListObject.make(vm, set.values)
      return try saveReduce(
        .object(isFrozen ? vm.types.frozenset : vm.types.set), .object(TupleObject.make(vm, [.object(items)])), object: slot)
    }
    if isFrozen {
      put(0x28)
      for item in set.values { try save(item.borrowed) }
      let known = memo.find(slot)
      if known >= 0 {
        put(0x31)
        return get(known)
      }
      put(0x91)
      return memoize(slot)
    }
    put(0x8F)
    memoize(slot)
    let values = set.values
    var i = 0
    while i < values.count {
      put(0x28)
      let end = min(i &+ PickleWriter.batch, values.count)
      while i < end {
        try save(values[i].borrowed)
        if set.count != values.count { throw vm.runtimeError("set changed size during iteration") }
        i &+= 1
      }
      put(0x90)
    }
  }

  // MARK: Names

  /// A class or function by the name under which its module knows it.
  private func saveGlobal(_ slot: Slot, _ name: Value) throws(Raised) {
    let found = try environment.helper(vm, "global", [slot.value, name, .int(version)])
    guard let parts = found.asTuple, parts.count == 5, let module = parts[0].asStr, let name = parts[1].asStr else {
      throw environment.pickling(vm, "not a global")
    }
    if let code = parts[4].asInt, code > 0, version >= 2 {
      put(code <= 0xFF ? 0x82 : code <= 0xFFFF ? 0x83 : 0x84)
      return put(UInt64(code), bytes: code <= 0xFF ? 1 : code <= 0xFFFF ? 2 : 4)
    }
    if version >= 4 {
      // Interned: the same names are the same objects.
      try save(.borrowed(vm.intern(module)))
      try save(.borrowed(vm.intern(name)))
      put(0x93)
    } else if !parts[2].isNone {
      let getattr = vm.builtins.get(vm, "getattr") ?? .none
      try saveReduce(getattr, .object(TupleObject.make(vm, [parts[2], parts[3]])), object: .undefined)
    } else if version >= 3 {
      put(0x63)
      out += module.utf8() + [10] + name.utf8() + [10]
    } else {
      var (oldModule, oldName) = (module, name)
      if fixImports, let old = try environment.helper(vm, "old_global", [parts[0], parts[1]]).asTuple, old.count == 2 {
        oldModule = old[0].asStr ?? module
        oldName = old[1].asStr ?? name
      }
      if !oldModule.isASCII || !oldName.isASCII {
        throw environment.pickling(
          vm, "can't pickle global identifier '\(module.string).\(name.string)' using pickle protocol \(version)")
      }
      put(0x63)
      out += oldModule.utf8() + [10] + oldName.utf8() + [10]
    }
    memoize(slot)
  }

  // MARK: Reduction

  private func saveByReduction(_ object: Object, _ slot: Slot) throws(Raised) {
    let cls = object.type
    let reduce: Value
    let made: Value
    if let known = try reduction(of: cls) {
      reduce = known
      made = try vm.call(known, [slot.value])
    } else if cls.isSubtype(of: vm.types.type) {
      return try saveGlobal(slot, .none)
    } else if version >= 2, environment.plain(vm).holds(vm, object) {
      return try savePlain(object, slot)
    } else if let hook = try vm.getAttrOrNil(slot.value, vm.intern("__reduce_ex__")) {
      reduce = hook
      made = try vm.call(hook, [.int(version)])
    } else {
      reduce = try vm.getAttr(slot.value, "__reduce__")
      made = try vm.call(reduce, [])
    }
    try saveReduced(made, slot, reduce)
  }

  /// The function that the dispatch table has for a class.
  private func reduction(of cls: TypeObject) throws(Raised) -> Value? {
    if let dict = dispatchTable.asDict, !dict.hasHeapType {
      let found = try dict.get(vm, .borrowed(cls))
      return found.isUndefined ? nil : found.value
    }
    let found = try vm.callMethod(dispatchTable, "get", [.object(cls), .none])
    return found.isNone ? nil : found
  }

  /// An instance of a class of Python that says nothing of how it is pickled.
  private func savePlain(_ object: Object, _ slot: Slot) throws(Raised) {
    let cls = object.type
    try save(.borrowed(cls))
    put(")")
    put(0x81)
    memoize(slot)
    if let dict = object.attributeStore {
      if dict.count == 0 { return }
      try save(.borrowed(dict))
      return put(0x62)
    }
    let count = object.attributeCount
    if count <= 0 { return }
    put("}")
    memoize(.undefined)
    let names = object.attributeNames
    if count > 1 { put(0x28) }
    for i in 0..<count {
      guard object.attributeCount == count else {
        throw vm.runtimeError("dictionary changed size during iteration")
      }
      let value = object.attributeSlot(i)
      value.retain()
      defer { value.release() }
      try save(names[i])
      try save(value)
    }
    put(count > 1 ? 0x75 : 0x73)
    put(0x62)
  }

  private func saveReduced(_ made: Value, _ slot: Slot, _ reduce: Value) throws(Raised) {
    if let name = made.asStr { return try saveGlobal(slot, .object(name)) }
    guard let parts = made.asTuple else { throw environment.pickling(vm, "__reduce__ must return a string or tuple") }
    let n = parts.count
    guard n >= 2, n <= 6 else {
      throw environment.pickling(vm, "tuple returned by __reduce__ must contain 2 through 6 elements")
    }
    func part(_ i: Int) -> Value { i < n ? parts[i] : .none }
    try saveReduce(part(0), part(1), state: part(2), list: part(3), dict: part(4), setter: part(5), object: slot)
  }

  private func saveReduce(
    _ function: Value, _ arguments: Value, state: Value = .none, list: Value = .none, dict: Value = .none,
    setter: Value = .none, object: Slot
  ) throws(Raised) {
    if !vm.isCallable(function) { throw environment.pickling(vm, "first item of the tuple returned by __reduce__ must be callable") }
    guard let args = arguments.asTuple else {
      throw environment.pickling(vm, "second item of the tuple returned by __reduce__ must be a tuple")
    }
    if !list.isNone, !isIterator(list) {
      throw environment.pickling(vm, "fourth element of the tuple returned by __reduce__ must be an iterator, not \(vm.type(of: list).name)")
    }
    if !dict.isNone, !isIterator(dict) {
      throw environment.pickling(vm, "fifth element of the tuple returned by __reduce__ must be an iterator, not \(vm.type(of: dict).name)")
    }
    if !setter.isNone, !vm.isCallable(setter) {
      throw environment.pickling(vm, "sixth element of the tuple returned by __reduce__ must be a function, not \(vm.type(of: setter).name)")
    }
    var name = ""
    if version >= 2 { name = try vm.getAttrOrNil(function, vm.intern("__name__"))?.asStr?.string ?? "" }
    if name == "__newobj_ex__" {
      try saveNewWithKeywords(args, object)
    } else if name == "__newobj__" {
      guard args.count > 0 else { throw environment.pickling(vm, "__newobj__ arglist is empty") }
      try checkClass(args[0], object, name)
      try save(args.items[0])
      let rest = TupleObject.make(vm, copying: args.items + 1, count: args.count &- 1)
      try save(.borrowed(rest))
      withExtendedLifetime(rest) {}
      put(0x81)
    } else {
      try save(function.borrowed)
      try save(arguments.borrowed)
      put(0x52)
    }
    if !object.isUndefined {
      let known = memo.find(object)
      if known >= 0 {
        put(0x30)
        get(known)
      } else {
        memoize(object)
      }
    }
    if !list.isNone { try saveItems(list, one: 0x61, many: 0x65, pairs: false) }
    if !dict.isNone { try saveItems(dict, one: 0x73, many: 0x75, pairs: true) }
    if state.isNone { return }
    if setter.isNone {
      try save(state.borrowed)
      put(0x62)
    } else {
      try save(setter.borrowed)
      try save(object)
      try save(state.borrowed)
      put(0x86)
      put(0x52)
      put(0x30)
    }
    withExtendedLifetime((function, arguments, state, setter)) {}
  }

  private func isIterator(_ value: Value) -> Bool {
    if case .object(let object) = value { return vm.isIterator(object) }
    return false
  }

  private func checkClass(_ cls: Value, _ object: Slot, _ name: String) throws(Raised) {
    if try vm.getAttrOrNil(cls, vm.intern("__new__")) == nil {
      throw environment.pickling(vm, "args[0] from \(name) args has no __new__")
    }
    if object.isObject, !(try vm.getAttr(object.value, "__class__")).isSame(as: cls) {
      throw environment.pickling(vm, "args[0] from \(name) args has the wrong class")
    }
  }

  private func saveNewWithKeywords(_ args: TupleObject, _ object: Slot) throws(Raised) {
    guard args.count == 3 else {
      throw environment.pickling(vm, "length of the NEWOBJ_EX argument tuple must be exactly 3, not \(args.count)")
    }
    try checkClass(args[0], object, "__newobj_ex__")
    guard args[1].asTuple != nil else {
      throw environment.pickling(vm, "second item from NEWOBJ_EX argument tuple must be a tuple, not \(vm.type(of: args[1]).name)")
    }
    guard args[2].asDict != nil else {
      throw environment.pickling(vm, "third item from NEWOBJ_EX argument tuple must be a dict, not \(vm.type(of: args[2]).name)")
    }
    if version >= 4 {
      for i in 0..<3 { try save(args.items[i]) }
      return put(0x92)
    }
    let partial = try environment.helper(vm, "partial_new", args.values)
    try save(partial.borrowed)
    withExtendedLifetime(partial) {}
    put(")")
    put(0x52)
  }

  /// Items of an iterator, in batches.
  private func saveItems(_ source: Value, one: UInt8, many: UInt8, pairs: Bool) throws(Raised) {
    let iterator = try vm.iterator(source)
    func saved(_ item: Value) throws(Raised) {
      if !pairs { return try save(item.borrowed) }
      guard let pair = item.asTuple, pair.count == 2 else {
        throw vm.typeError("dict items iterator must return 2-tuples")
      }
      try save(pair.items[0])
      try save(pair.items[1])
    }
    if !isBinary {
      while let item = try vm.next(iterator) {
        try saved(item)
        put(one)
      }
      return
    }
    while true {
      guard let first = try vm.next(iterator) else { return }
      guard let second = try vm.next(iterator) else {
        try saved(first)
        return put(one)
      }
      put(0x28)
      try saved(first)
      try saved(second)
      var n = 2
      while n < PickleWriter.batch, let item = try vm.next(iterator) {
        try saved(item)
        n &+= 1
      }
      put(many)
      if n < PickleWriter.batch { return }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }
}

extension Array where Element == UInt8 {
  /// `withUnsafeBufferPointer` for closures that raise.
  func with(_ body: (UnsafeBufferPointer<UInt8>) throws(Raised) -> Void) throws(Raised) {
    let result: Result<Void, Raised> = withUnsafeBufferPointer { (bytes) in
      do throws(Raised) {
        try body(bytes)
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}
