/// An exception instance.
package final class ExceptionObject: Object {
  /// `args` (owned tuple).
  package internal(set) var args: Slot
  /// `__cause__`, `__context__`: owned; undefined means None.
  package var cause: Slot = .undefined
  package var context: Slot = .undefined
  package var suppressContext = false
  /// Traceback entries, innermost last (the order of unwinding reversed by readers).
  package var traceback: [TracebackEntry] = []
  /// Sub-exceptions of a group (owned tuple), or undefined.
  package var group: Slot = .undefined

  package init(_ vm: VM, type: TypeObject, args: TupleObject) {
    self.args = .owned(args)
    super.init(kind: .exception, type: type, tracked: true)
  }
  deinit {
    args.release()
    cause.release()
    context.release()
    group.release()
    for entry in traceback { entry.release() }
  }

  /// `args` as a tuple.
  package var arguments: TupleObject {
    Unmanaged<TupleObject>.fromOpaque(args.pointer).takeUnretainedValue()
  }
  /// Replaces `args`.
  package func setArguments(_ new: TupleObject) {
    let old = args
    args = .owned(new)
    old.release()
  }
  /// Sets `__cause__`, nil: None.
  package func setCause(_ value: ExceptionObject?) {
    let old = cause
    cause = value.map { .owned($0) } ?? .undefined
    old.release()
  }
  /// Sets `__context__`, nil: None.
  package func setContext(_ value: ExceptionObject?) {
    let old = context
    context = value.map { .owned($0) } ?? .undefined
    old.release()
  }

  package override func traverse(_ visit: (Slot) -> Void) {
    visit(args)
    visit(cause)
    visit(context)
    visit(group)
    for entry in traceback { visit(entry.code) }
  }
  package override func clearReferences() {
    let old = [cause, context]
    cause = .undefined
    context = .undefined
    for slot in old { slot.release() }
  }
}

/// One frame that an exception passed.
package struct TracebackEntry {
  /// The code (owned slot).
  package let code: Slot
  /// Index of the instruction.
  package let instruction: Int

  init(code: Code, instruction: Int) {
    self.code = .owned(code)
    self.instruction = instruction
  }
  func release() { code.release() }
  /// The code object.
  package var codeObject: Code { Unmanaged<Code>.fromOpaque(code.pointer).takeUnretainedValue() }
}
