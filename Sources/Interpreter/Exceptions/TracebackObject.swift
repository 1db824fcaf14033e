import Syntax

/// A traceback as Python sees it: a linked list, outermost frame first.
package final class TracebackObject: Object {
  private var entry: TracebackEntry
  /// The frame that was called from this one.
  private(set) var next: TracebackObject?
  /// Number of entries from here on.
  private(set) var depth: Int
  private var frame: FrameObject?

  /// Takes over the entry.
  init(_ vm: VM, _ entry: TracebackEntry, next: TracebackObject?) {
    self.entry = entry
    self.next = next
    depth = 1 &+ (next?.depth ?? 0)
    super.init(kind: .traceback, type: vm.types.traceback, tracked: true)
  }
  deinit {
    entry.release()
    // Without recursion: the list may be long.
    var rest = next.take()
    while isKnownUniquelyReferenced(&rest), let last = rest { rest = last.next.take() }
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    entry.traverse(visit)
    if let next { visit(.held(next)) }
    if let frame { visit(.held(frame)) }
  }

  /// Copies for an exception's own list, innermost first.
  func entriesForException() -> [TracebackEntry] {
    var all: [TracebackEntry] = []
    var place: TracebackObject? = self
    while let current = place {
      all.append(current.entry.copy)
      place = current.next
    }
    return all.reversed()
  }

  /// The frame as an object.
  fileprivate func frameObject(_ vm: VM) -> FrameObject {
    if let known = entry.frameObject ?? frame { return known }
    let made = FrameObject(vm, code: entry.codeObject, instruction: entry.instruction)
    frame = made
    return made
  }

  /// Sets `tb_next`.
  private func setNext(_ vm: VM, _ new: TracebackObject?) throws(Raised) {
    var place = new
    while let current = place {
      if current === self { throw vm.valueError("traceback loop detected") }
      place = current.next
    }
    next = new
    depth = 1 &+ (new?.depth ?? 0)
  }

  private static func traceback(_ vm: VM, _ value: Value) throws(Raised) -> TracebackObject {
    guard case .object(let o) = value, let found = o as? TracebackObject else {
      throw vm.typeError("expected traceback object or None, got '\(vm.type(of: value).name)'")
    }
    return found
  }

  /// Declares what Python sees and how `types.TracebackType` makes one.
  static func install(_ type: TypeObject) {
    type.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)") { (args) throws(Raised) in
        let next = args[0].isNone ? nil : try traceback(vm, args[0])
        guard case .object(let o) = args[1], let frame = o as? FrameObject else {
          throw vm.typeError("TracebackType() argument 'tb_frame' must be frame, not \(vm.type(of: args[1]).name)")
        }
        let (place, line) = (try vm.index(args[2]), try vm.index(args[3]))
        let entry = TracebackEntry(
          code: frame.code, instruction: max(0, place / 2), frame: frame, line: Int32(truncatingIfNeeded: line))
        return .object(TracebackObject(vm, entry, next: next))
      }
    }
    type.populate = { (type, vm) in
      type.attribute(
        vm, "tb_next",
        get: { (vm, v) throws(Raised) in try traceback(vm, v).next.map { .object($0) } ?? .none },
        set: { (vm, v, new) throws(Raised) in
          guard let new else { throw vm.typeError("can't delete tb_next attribute") }
          try traceback(vm, v).setNext(vm, new.isNone ? nil : try traceback(vm, new))
        })
      type.attribute(vm, "tb_lineno", get: { (vm, v) throws(Raised) in .int(try traceback(vm, v).entry.shownLine) })
      type.attribute(vm, "tb_lasti", get: { (vm, v) throws(Raised) in .int(try traceback(vm, v).entry.instruction &* 2) })
      type.attribute(vm, "tb_frame", get: { (vm, v) throws(Raised) in .object(try traceback(vm, v).frameObject(vm)) })
      type.method(vm, "__dir__(self, /)", "The attributes.") { (vm, _) in
        .object(ListObject.make(vm, ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map { .object(vm.string($0)) }))
      }
    }
  }
}
