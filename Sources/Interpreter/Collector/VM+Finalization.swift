extension VM {
  /// Runs `__del__` of a dying object; true when that resurrected it. `p` has `refs == 0`.
  func finalize(_ p: UnsafeMutableRawPointer) -> Bool {
    let object = Unmanaged<Object>.fromOpaque(p).reference
    if object.type.hasFinalizer && object.flags & ObjectFlags.finalized == 0 {
      object.flags |= ObjectFlags.finalized
      // The slots' common Swift reference is still there: refs 1 without another retain.
      object.refs = 1
      runDel(object)
      object.refs &-= 1
      if object.refs > 0 { return true }
    }
    if let generator = object as? GeneratorObject {
      if generator.state == .suspended && !generator.function.code.parts.exceptionTable.isEmpty {
        object.refs = 1
        finishSuspended(generator)
        object.refs &-= 1
        if object.refs > 0 { return true }
      }
      return false
    }
    if object.flags & ObjectFlags.weaklyReferenced != 0 { WeakReferences.clear(p) }
    return false
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
        !generator.function.code.parts.exceptionTable.isEmpty
      else { continue }
      generator.type.machine?._withUnsafeGuaranteedRef { $0.finishSuspended(generator) }
      ran = true
    }
    return ran
  }
}

/// Weak references by referent; entries go when either side dies.
enum WeakReferences {
  // Invariant: only the thread that holds the interpreter lock touches weak references.
  nonisolated(unsafe) private static var table: [UnsafeMutableRawPointer: [Unmanaged<WeakReference>]] = [:]

  static func add(_ reference: WeakReference, to object: Object) {
    object.flags |= ObjectFlags.weaklyReferenced
    table[Unmanaged.passUnretained(object).toOpaque(), default: []].append(Unmanaged.passUnretained(reference))
  }
  static func remove(_ reference: WeakReference, from p: UnsafeMutableRawPointer) {
    table[p]?.removeAll { $0.toOpaque() == Unmanaged.passUnretained(reference).toOpaque() }
  }
  static func all(of object: Object) -> [WeakReference] {
    (table[Unmanaged.passUnretained(object).toOpaque()] ?? []).map { $0.reference }
  }
  /// Empties all references to the object at `p` and runs their callbacks.
  static func clear(_ p: UnsafeMutableRawPointer) {
    let flags = (p + ObjectLayout.flags).assumingMemoryBound(to: UInt8.self)
    flags.pointee &= ~ObjectFlags.weaklyReferenced
    guard let list = table.removeValue(forKey: p) else { return }
    let alive = list.map { $0.reference }
    for reference in alive { reference.target = nil }
    for reference in alive {
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
    referent.map { .object($0) } ?? .none
  }
}

extension VM {
  /// Collects cycles now; returns the number of unreachable objects.
  package func collectGarbage() -> Int { Collector.collect() }
  /// `types.SimpleNamespace`, also of `sys.implementation`.
  package var simpleNamespaceType: TypeObject {
    let made = nativeType("SimpleNamespace", module: "types", kind: .instance)
    made.hasAttributes = true
    return made
  }
}

extension Object {
  /// Number of slots that hold this object.
  package final var slotReferences: Int { Int(refs) }
}
