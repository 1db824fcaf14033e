// Import statements whose modules have long been loaded: those in functions run again and again.

/// What the names in import statements mean: where a statement was run before, no text is made of its name again.
final class ImportNames {
  /// A name at a level in a package, and the full names of the module and of the topmost package above it. All interned;
  /// the first two are owned, and so keep their addresses.
  struct Entry {
    var name = Slot.undefined
    var package = Slot.undefined
    var level = 0
    var full = Slot.undefined
    var top = Slot.undefined
  }
  private static let count = 256
  private let entries: UnsafeMutablePointer<Entry>

  init() {
    entries = .allocate(capacity: ImportNames.count)
    entries.initialize(repeating: Entry(), count: ImportNames.count)
  }
  deinit {
    for k in 0..<ImportNames.count { release(entries[k]) }
    entries.deallocate()
  }
  private func release(_ entry: Entry) {
    for slot in [entry.name, entry.package, entry.full, entry.top] { slot.release() }
  }

  /// The entry's place; whether it holds this name is for the caller to see.
  @inline(__always)
  func place(_ name: Slot, _ package: Slot, _ level: Int) -> UnsafeMutablePointer<Entry> {
    let mixed = (name.bits >> 4) ^ (package.bits >> 3) &* 31 ^ UInt(bitPattern: level)
    return entries + Int(truncatingIfNeeded: mixed & UInt(ImportNames.count - 1))
  }

  #if WICK_CHECKED
    /// Visits what the entries own, for the audit.
    func forEachSlot(_ visit: (Slot) -> Void) {
      for k in 0..<ImportNames.count {
        let entry = entries[k]
        for slot in [entry.name, entry.package, entry.full, entry.top] { visit(slot) }
      }
    }
  #endif

  /// Puts an entry, whose slots are owned, in the place of another.
  func put(_ entry: Entry, at place: UnsafeMutablePointer<Entry>) {
    let old = place.pointee
    place.pointee = entry
    release(old)
  }
}

extension VM {
  /// The module that an import statement names, borrowed, if it is loaded with all that `wanted` lists; undefined: the
  /// general way looks for it.
  func loadedModule(_ frame: FramePointer, _ i: InstructionPointer, _ wanted: Slot) -> Slot {
    let name = frame.pointee.header.pointee.names[i.c]
    let level = i.extra
    guard builtins.find(name: names.importHook).isKind(.nativeFunction), ownBuiltins(of: frame.pointee.globals.reference) == nil
    else { return .undefined }
    var package = Slot.undefined
    if level > 0 {
      package = frame.pointee.globals._withUnsafeGuaranteedRef { $0.find(name: names.package) }
      guard package.isObject, package.typePointer == strType, package.pointer.field(SequenceLayout.count, Int.self) > 0 else {
        return .undefined
      }
    }
    let place = importNames.place(name, package, level)
    let entry = place.pointee
    if entry.name.bits != name.bits || entry.package.bits != package.bits || entry.level != level {
      remember(name, package, level, frame, place)
    }
    if place.pointee.full.isUndefined { return .undefined }
    let module = modules.find(name: place.pointee.full)
    if module.isUndefined || module.isNone { return .undefined }
    if wanted.isNone {
      let top = modules.find(name: place.pointee.top)
      return top.isNone ? .undefined : top
    }
    guard wanted.isObject, wanted.typePointer == tupleType, module.isKind(.module) else { return .undefined }
    let namespace = unsafeBitCast(module.pointer, to: ModuleObject.self).namespace
    let items = wanted.pointer.field(SequenceLayout.items, Register.self)
    for k in 0..<wanted.pointer.field(SequenceLayout.count, Int.self) {
      guard items[k].isKind(.str), items[k].pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0,
        !namespace.find(name: items[k]).isUndefined
      else { return .undefined }
    }
    return module
  }

  @inline(never)
  private func remember(
    _ name: Slot, _ package: Slot, _ level: Int, _ frame: FramePointer, _ place: UnsafeMutablePointer<ImportNames.Entry>
  ) {
    let text = unsafeDowncast(name.object, to: StrObject.self).string
    guard let full = level == 0 ? text : try? resolveRelative(text, frame.pointee.globals.reference, level), !full.isEmpty else {
      importNames.put(ImportNames.Entry(), at: place)
      return
    }
    let top = full.utf8.firstIndex(of: 0x2E).map { String(full[..<$0]) } ?? full
    name.retain()
    package.retain()
    importNames.put(
      ImportNames.Entry(name: name, package: package, level: level, full: .owned(intern(full)), top: .owned(intern(top))),
      at: place)
  }
}
