// Globals, names of class bodies and cells, where no cache knows their place.

extension VM {
  /// Global or builtin, borrowed; fills the cache.
  @inline(never)
  func loadGlobalSlow(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) -> Slot {
    let header = frame.pointee.header
    // The name index is in the instruction, the cache index in the extension word.
    let name = header.pointee.names[i.bc]
    let cache = header.pointee.constants.cache(i)
    let globals = frame.pointee.globals.reference
    let index = globals.findIndex(name: name)
    if index >= 0 {
      cache.pointee.version = globals.keysVersion
      cache.pointee.key = 0
      cache.pointee.value = VM.address(of: globals.entries + index)
      return globals.entries[index].value
    }
    if let own = ownBuiltins(of: globals) {
      frame.pointee.pc = i + 2
      return try find(name, inBuiltins: own)
    }
    let found = builtins.findIndex(name: name)
    if found >= 0 {
      cache.pointee.version = globals.keysVersion
      cache.pointee.key = UInt(builtins.keysVersion)
      cache.pointee.value = VM.address(of: builtins.entries + found)
      return builtins.entries[found].value
    }
    frame.pointee.pc = i + 2
    let described = try describedGlobal(globals, name)
    if described.isUndefined { throw undefinedName(name) }
    return described
  }

  /// What a program has put into globals as `__builtins__`, to be asked in the place of ours; nil: they are ours.
  func ownBuiltins(of globals: DictObject) -> Value? {
    let value = globals.find(name: names.builtins)
    if value.isUndefined { return nil }
    if value.isKind(.module) {
      let namespace = unsafeDowncast(value.object, to: ModuleObject.self).namespace
      return namespace === builtins ? nil : .object(namespace)
    }
    return value.isObject && value.bits == Slot.borrowed(builtins).bits ? nil : value.value
  }

  /// A name in what a program has as its builtins, borrowed.
  private func find(_ name: Slot, inBuiltins own: Value) throws(Raised) -> Slot {
    if let dict = own.asDict {
      let value = dict.find(name: name)
      if value.isUndefined { throw undefinedName(name) }
      return value
    }
    do {
      foreignBuiltin = try getItem(own, name.value)
    } catch {
      throw error.exception.type.isSubtype(of: types.keyError) ? undefinedName(name) : error
    }
    return foreignBuiltin.borrowed
  }

  /// `__spec__` and `__loader__` of a module that asks for its own, which are filled in now; undefined: another name.
  private func describedGlobal(_ globals: DictObject, _ name: Slot) throws(Raised) -> Slot {
    guard let text = name.value.asStr, ["__spec__", "__loader__"].contains(text.string),
      let module = globals.find(name: names.name).value.asStr.flatMap({ modules.get(self, $0.string) })?.asModule,
      module.namespace === globals
    else { return .undefined }
    _ = try module.nativeAttribute(self, text)
    return globals.find(name: name)
  }

  /// Address of an entry's value, as a slot that is no object.
  private static func address(of entry: UnsafeMutablePointer<DictObject.Entry>) -> Slot {
    let place = UnsafeMutableRawPointer(entry) + (MemoryLayout<DictObject.Entry>.offset(of: \.value) ?? 0)
    return Slot(bits: UInt(bitPattern: place), tag: Tag.none)
  }

  func storeGlobal(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let value = base[i.a]
    if value.isUndefined { throw unbound(frame, i.a) }
    let header = frame.pointee.header
    let version = frame.pointee.globals._withUnsafeGuaranteedRef { $0.keysVersion }
    // Where the variable lies holds while the keys are the same.
    if let places = header.pointee.globalPlaces, places[i.bc].version == version, let place = places[i.bc].place {
      place.replace((base + i.a).owned(drop: i.has(InstructionFlags.dropB)))
      return
    }
    try storeGlobalSlow(frame, i, base, value)
  }
  @inline(never)
  private func storeGlobalSlow(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ value: Slot
  ) throws(Raised) {
    let header = frame.pointee.header
    let name = header.pointee.names[i.bc]
    let globals = frame.pointee.globals.reference
    globals.set(name: name, value)
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    // Most modules set each of their names once.
    if header.pointee.globalMisses < 64 {
      header.pointee.globalMisses &+= 1
      return
    }
    let count = Int(header.pointee.nameCount)
    let places: UnsafeMutablePointer<GlobalPlace>
    if let known = header.pointee.globalPlaces {
      places = known
    } else {
      places = .allocate(capacity: max(1, count))
      places.initialize(repeating: GlobalPlace(), count: max(1, count))
      header.pointee.globalPlaces = places
    }
    let index = globals.findIndex(name: name)
    if index < 0 { return }
    places[i.bc] = GlobalPlace(version: globals.keysVersion, place: globals.place(of: index))
  }

  @inline(never)
  func loadName(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.bc]
    if let found = try localsValue(frame, name) {
      (base + i.a).put(found.intoOwned())
      return
    }
    var value = frame.pointee.globals._withUnsafeGuaranteedRef { $0.find(name: name) }
    if value.isUndefined {
      frame.pointee.pc = i + 1
      let own = ownBuiltins(of: frame.pointee.globals.reference)
      value = try own.map { (own) throws(Raised) in try find(name, inBuiltins: own) } ?? builtins.find(name: name)
    }
    if value.isUndefined {
      value = try describedGlobal(frame.pointee.globals.reference, name)
    }
    if value.isUndefined { throw undefinedName(name) }
    value.retain()
    (base + i.a).put(value)
  }

  /// Value of a name in the frame's locals mapping; nil when missing.
  private func localsValue(_ frame: FramePointer, _ name: Slot) throws(Raised) -> Value? {
    guard let locals = frame.pointee.locals?.reference else { return nil }
    if locals.kind == .dict, !locals.hasHeapType {
      let value = unsafeDowncast(locals, to: DictObject.self).find(name: name)
      return value.isUndefined ? nil : value.value
    }
    do {
      return try getItem(.object(locals), name.value)
    } catch {
      if error.exception.type.isSubtype(of: types.keyError) { return nil }
      throw error
    }
  }

  @inline(never)
  func storeName(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let value = base[i.a]
    if value.isUndefined { throw unbound(frame, i.a) }
    let name = frame.pointee.header.pointee.names[i.bc]
    if let locals = frame.pointee.locals?.reference {
      if locals.kind == .dict, !locals.hasHeapType {
        unsafeDowncast(locals, to: DictObject.self).set(name: name, value)
      } else {
        try setItem(.object(locals), name.value, value.value)
      }
    } else {
      frame.pointee.globals._withUnsafeGuaranteedRef { $0.set(name: name, value) }
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
  }

  @inline(never)
  func deleteName(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.bc]
    let removed: Bool
    if let locals = frame.pointee.locals?.reference {
      if locals.kind == .dict {
        removed = unsafeDowncast(locals, to: DictObject.self).remove(name: name)
      } else {
        try deleteItem(.object(locals), name.value)
        removed = true
      }
    } else {
      removed = frame.pointee.globals._withUnsafeGuaranteedRef { $0.remove(name: name) }
    }
    if !removed { throw undefinedName(name) }
  }

  @inline(never)
  func loadClassFree(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.c]
    if let found = try localsValue(frame, name) {
      (base + i.a).put(found.intoOwned())
      return
    }
    let cell = frame.pointee.closure.unsafelyUnwrapped[i.b]
    let value = unsafeDowncast(cell.object, to: CellObject.self).content
    if value.isUndefined { throw unboundFree(frame, i.b) }
    value.retain()
    (base + i.a).put(value)
  }

  /// Replaces the content of a cell by an owned slot.
  @inline(__always)
  func storeCell(_ cell: Slot, _ value: Slot) {
    let old = Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef { cell in
      let old = cell.content
      cell.content = value
      return old
    }
    old.release()
  }

  @inline(never)
  func setupAnnotations(_ frame: FramePointer) {
    let namespace: DictObject
    if let locals = frame.pointee.locals?.reference as? DictObject {
      namespace = locals
    } else {
      namespace = frame.pointee.globals.reference
    }
    if namespace.find(name: names.annotations).isUndefined {
      namespace.set(name: names.annotations, value: .object(DictObject(self)))
    }
  }
}
