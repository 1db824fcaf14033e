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
  var out: [UInt8] = []
  /// Place of the header of the open frame, or -1.
  var frame = -1
  /// Whether what is written lies in frames, the code of the protocol excepted.
  var isFraming = false

  init(_ vm: VM, _ environment: PickleEnvironment, protocol version: Int) {
    self.vm = vm
    self.environment = environment
    self.version = version
    isBinary = version >= 1
  }

  /// Writes the pickle of an object.
  func dump(_ object: Slot) throws(Raised) {
    if version >= 2 { out += [PickleCode.protocol.rawValue, UInt8(truncatingIfNeeded: version)] }
    if version >= 4 { try flush() }
    isFraming = version >= 4
    try save(object)
    put(.stop)
    try endFrame()
    try flush()
  }

  // MARK: Memo

  func memoize(_ slot: Slot) {
    if isFast { return }
    let number = memo.add(slot)
    if version >= 4 {
      put(.memoize)
    } else if !isBinary {
      put(.put)
      put(line: number)
    } else if number < 256 {
      put(.binPut)
      out.append(UInt8(number))
    } else {
      put(.longBinPut)
      put(UInt64(number), bytes: 4)
    }
  }
  func get(_ number: Int) {
    if !isBinary {
      put(.get)
      put(line: number)
    } else if number < 256 {
      put(.binGet)
      out.append(UInt8(number))
    } else {
      put(.longBinGet)
      put(UInt64(number), bytes: 4)
    }
  }

  // MARK: Saving

  /// Writes what makes an object (borrowed, and kept alive by the caller).
  func save(_ slot: Slot, persistent: Bool = true) throws(Raised) {
    if frame >= 0, out.count &- frame &- PickleWriter.frameHeader >= PickleWriter.frameTarget { try endFrame() }
    if persistent, let persistentID {
      let id = try vm.call(persistentID, [slot.value])
      if !id.isNone { return try savePersistent(id) }
    }
    switch slot.tag {
    case Tag.none: put(.none)
    case Tag.bool:
      if version >= 2 { return put(slot.asBool ? .newTrue : .newFalse) }
      put(.int)
      put(line: slot.asBool ? [0x30, 0x31] : [0x30, 0x30])
    case Tag.int: saveInt(slot.asInt)
    case Tag.float: saveFloat(slot.asDouble)
    case Tag.object: try saveObject(slot)
    default: put(.none)
    }
  }

  private func savePersistent(_ id: Value) throws(Raised) {
    if isBinary {
      try save(id.borrowed, persistent: false)
      put(.binPersistentID)
      return
    }
    let text = try vm.str(id)
    if !text.isASCII { throw environment.pickling(vm, "persistent IDs in protocol 0 must be ASCII strings") }
    put(.persistentID)
    put(line: text.utf8())
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
          try put(.byteArray8, bytes: 8, data)
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
}
