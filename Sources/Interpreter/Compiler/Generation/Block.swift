import Syntax

/// A statement that jumps out of it have to leave properly.
struct Block {
  /// What leaving it takes.
  enum Kind {
    /// A loop; an iterator that `break` clears.
    case loop(breakLabel: Label, continueLabel: Label, iterator: Int?)
    /// The body of a `try` with handlers, which nothing has to be done for.
    case protected
    /// The body of a `try` whose `finally` has to run.
    case finally([Stmt])
    /// A handler or the exceptional copy of a `finally`: the handled exception saved in a register comes back, and the
    /// exception that would have been raised again is dropped.
    case handler(saved: Int, error: Int?)
    /// A handler's name, to be deleted.
    case handlerName(String)
    /// The body of a `with` whose exit function is in a register.
    case with(exit: Int, isAsync: Bool, span: Span)
  }

  let kind: Kind
  /// Number of protected ranges around it.
  let regionDepth: Int
}

extension Block {
  /// Whether leaving it runs code of the program or changes registers.
  var runsCode: Bool {
    switch kind {
    case .loop, .protected, .handler: false
    case .finally, .handlerName, .with: true
    }
  }
}
