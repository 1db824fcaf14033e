extension VM {
  /// The objects that the collector looks at (`gc.get_objects`).
  package func trackedObjects() -> [Object] { Collector.objects(of: self) }

  /// Runs `__del__` of a dying object; true when that resurrected it. `p` has `refs == 0`.
  func finalize(_ p: UnsafeMutableRawPointer) -> Bool {
    let object = Unmanaged<Object>.fromOpaque(p).reference
    if let generator = object as? GeneratorObject {
      if generator.kind == .coroutine && generator.state == .created {
        generator.state = .finished
        object.refs = 1
        warnNeverAwaited(generator)
        object.refs &-= 1
        return object.refs > 0
      }
      if generator.state == .suspended && generator.code.hasHandlers {
        object.refs = 1
        finishSuspended(generator)
        object.refs &-= 1
        if object.refs > 0 { return true }
      }
      return false
    }
    if object.type.hasFinalizer && object.flags & ObjectFlags.finalized == 0 {
      object.flags |= ObjectFlags.finalized
      // The slots' common Swift reference is still there: refs 1 without another retain.
      object.refs = 1
      runDel(object)
      object.refs &-= 1
      if object.refs > 0 { return true }
    }
    if object.flags & ObjectFlags.weaklyReferenced != 0 { WeakReferences.clear(p) }
    return false
  }

  /// Warns of a coroutine that dies before anybody awaited it.
  private func warnNeverAwaited(_ coroutine: GeneratorObject) {
    do throws(Raised) {
      let warnings = try importModule("warnings", fromList: .object(emptyTuple))
      _ = try callMethod(warnings, "_warn_unawaited_coroutine", [.object(coroutine)])
    } catch {
      reportUnraisable(error, "Exception ignored in: ", coroutine)
    }
  }

  /// Runs the `finally` blocks of a generator that nobody will resume.
  private func finishSuspended(_ generator: GeneratorObject) {
    do throws(Raised) {
      try close(generator)
    } catch {
      reportUnraisable(error, "Exception ignored in: ", generator)
    }
  }

  private func runDel(_ object: Object) {
    do {
      _ = try callSpecial(object, .del, [])
    } catch {
      reportUnraisable(error, "Exception ignored in: ", object)
    }
  }

  /// Runs `__del__`, `finally` blocks of generators and weak reference callbacks of garbage in cycles, each in its own
  /// interpreter; false when there were none.
  static func finalizeGarbage(_ garbage: [Object]) -> Bool {
    var ran = false
    for object in garbage where object.flags & ObjectFlags.weaklyReferenced != 0 {
      WeakReferences.clear(Unmanaged.passUnretained(object).toOpaque())
      ran = true
    }
    for object in garbage where object.type.hasFinalizer && object.flags & ObjectFlags.finalized == 0 {
      object.flags |= ObjectFlags.finalized
      object.type.machine?._withUnsafeGuaranteedRef { $0.runDel(object) }
      ran = true
    }
    for object in garbage {
      guard object.kind == .generator || object.kind == .coroutine || object.kind == .asyncGenerator,
        let generator = object as? GeneratorObject, generator.state == .suspended,
        generator.code.hasHandlers
      else { continue }
      generator.type.machine?._withUnsafeGuaranteedRef { $0.finishSuspended(generator) }
      ran = true
    }
    return ran
  }
}

/// Weak references by referent; entries go when either side dies.
package enum WeakReferences {
  // Invariant: only the thread that holds the interpreter lock touches weak references.
  nonisolated(unsafe) private static var table: [UnsafeMutableRawPointer: [Unmanaged<WeakReference>]] = [:]

  static func add(_ reference: WeakReference, to object: Object) {
    object.flags |= ObjectFlags.weaklyReferenced
    table[Unmanaged.passUnretained(object).toOpaque(), default: []].append(Unmanaged.passUnretained(reference))
  }
  static func remove(_ reference: WeakReference, from p: UnsafeMutableRawPointer) {
    table[p]?.removeAll { $0.toOpaque() == Unmanaged.passUnretained(reference).toOpaque() }
  }
  package static func all(of object: Object) -> [WeakReference] {
    (table[Unmanaged.passUnretained(object).toOpaque()] ?? []).map { $0.reference }
  }
  /// Empties all references to the object at `p` and runs their callbacks.
  static func clear(_ p: UnsafeMutableRawPointer) {
    let flags = (p + ObjectLayout.flags).assumingMemoryBound(to: UInt8.self)
    flags.pointee &= ~ObjectFlags.weaklyReferenced
    guard let list = table.removeValue(forKey: p) else { return }
    let alive = list.map { $0.reference }
    for reference in alive { reference.target = nil }
    for reference in alive.reversed() {
      guard let callback = reference.callback, let vm = reference.type.machine?.reference else { continue }
      do {
        _ = try vm.call(callback, [.object(reference)])
      } catch {
        vm.reportUnraisable(error, "Exception ignored in: ", reference)
      }
    }
  }
}

/// `weakref.ref`.
package final class WeakReference: Object {
  /// The referent's address, or nil when it died.
  var target: UnsafeMutableRawPointer?
  let callback: Value?

  package init(_ vm: VM, _ object: Object, callback: Value?, type: TypeObject? = nil) {
    target = Unmanaged.passUnretained(object).toOpaque()
    self.callback = callback
    super.init(kind: .weakref, type: type ?? vm.types.weakref, tracked: callback != nil)
    WeakReferences.add(self, to: object)
  }
  deinit {
    if let target { WeakReferences.remove(self, from: target) }
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    if let callback { visit(.held(callback)) }
  }
  /// The referent, while it lives.
  package var referent: Object? {
    target.map { Unmanaged<Object>.fromOpaque($0).reference }
  }
  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.count > 0 { throw vm.typeError("weakref expected 0 arguments, got \(arguments.count)") }
    return referent.map { .object($0) } ?? .none
  }
  private var knownHash: Int?
  /// The hash of the referent, which outlives it when it was asked for before.
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    if let knownHash { return knownHash }
    guard let referent else { throw vm.typeError("weak object has gone away") }
    let made = try vm.hash(.object(referent))
    knownHash = made
    return made
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, case .object(let o) = other, let second = o as? WeakReference
    else { return nil }
    guard let a = referent, let b = second.referent else { return .bool((second === self) == (comparison == .equal)) }
    return .bool(try vm.equal(.object(a), .object(b)) == (comparison == .equal))
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    func address(_ object: Object) -> String {
      "0x" + String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16)
    }
    guard let referent else { return vm.string("<weakref at \(address(self)); dead>") }
    return vm.string("<weakref at \(address(self)); to '\(referent.type.name)' at \(address(referent))>")
  }

  /// `weakref.ref(object, callback)`: the same reference again when there is one without a callback.
  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.count < 1 { throw vm.typeError("__new__ expected at least 1 argument, got 0") }
    let callback: Value? = args.count > 1 && !args[1].isNone ? args[1] : nil
    guard case .object(let object) = args[0], isReferable(object) else {
      throw vm.typeError("cannot create weak reference to '\(vm.type(of: args[0]).name)' object")
    }
    if callback == nil && !cls.isHeap {
      for known in WeakReferences.all(of: object) where known.callback == nil && !known.type.isHeap {
        return .object(known)
      }
    }
    return .object(WeakReference(vm, object, callback: callback, type: cls))
  }

  private static func isReferable(_ object: Object) -> Bool {
    switch object.kind {
    case .int, .tuple, .bytes: return false
    case .str, .float, .complex, .list, .dict, .bytearray, .range, .slice, .ellipsis, .notImplemented, .cell, .boundMethod:
      return object.hasHeapType || object.kind == .boundMethod
    case .instance: return !object.hasHeapType || object.type.slotNames == nil || object.type.hasWeakReferences
    default: return true
    }
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .hash, .eq, .ne, .call])
    type.attribute(vm, "__callback__", get: { (_, v) in
      if case .object(let o) = v, let r = o as? WeakReference, r.target != nil { return r.callback ?? .none }
      return .none
    })
    type.genericClass(vm)
  }
}

extension VM {
  /// Collects cycles now; returns the number of unreachable objects.
  package func collectGarbage() -> Int { Collector.collect() }

  /// Collects cycles between cells, if `gc` is enabled and enough objects were made since the last time.
  package func collectAtRest() {
    if isCollectorEnabled { Collector.collectAtRest() }
    Memory.rest()
  }
}

extension Object {
  /// Number of slots that hold this object.
  package final var slotReferences: Int { Int(refs) }
}
