// What a programming language offers to the kernel, and nothing about sockets.
//
// Threads. The kernel makes the language by a factory on its *language thread* (512 MB stack) and calls every
// method there, with exceptions, marked below: `interrupt`, `memoryIsShort`, `clearInterrupt` and `debug`. With subshells
// each subshell has a language thread of its own; only a language whose `KernelInfo.supportsSubshells` is true
// is then called from several threads and must take its own lock.
//
// Output never goes through return values: it goes to the `ExecutionContext` of the request, in order.

/// A programming language that runs cells and answers questions about code.
package protocol Language: AnyObject {
  /// Prepares the language on its thread before the first request; slow work belongs here or later, not in init.
  func start()

  /// Runs one cell. Called for empty code too (then `request.executionCount` is the old counter).
  func execute(_ request: ExecuteRequest, in context: any ExecutionContext) -> ExecuteResult

  /// Offers completions at a cursor.
  func complete(_ request: CompleteRequest) -> CompleteReply

  /// Describes the object at a cursor.
  func inspect(_ request: InspectRequest) -> InspectReply

  /// Decides whether the code can run as it stands.
  func isComplete(_ code: String) -> IsCompleteReply

  /// Returns the cells a request asks for.
  func history(_ request: HistoryRequest) -> [HistoryEntry]

  /// Lists open comms as (id, target name), restricted to a target if one is given.
  func commInfo(targetName: String?) -> [(id: String, targetName: String)]

  /// Handles a comm opened by the front end. The context carries the comm message as parent.
  func commOpen(_ message: CommMessage, in context: any ExecutionContext)

  /// Handles a message for an open comm.
  func commMessage(_ message: CommMessage, in context: any ExecutionContext)

  /// Handles the closing of a comm.
  func commClose(_ message: CommMessage, in context: any ExecutionContext)

  /// Whether requests have left something running that `runBackground` would go on with. Called on the language thread.
  func hasBackgroundWork(subshell: String?) -> Bool

  /// Goes on with what requests have left running until `wait.requestWaits` or nothing is left to do. Called on the language
  /// thread while no request waits; `interrupt` may come as in a request.
  func runBackground(subshell: String?, until wait: any IdleWait)

  /// Answers one Debug Adapter Protocol request. Called on the *control* thread, also while a cell runs.
  func debug(_ request: JSON, events: any DebugEvents) -> JSON

  /// Asks the running request of the main shell (nil) or of a subshell to stop. Called from *any* thread, only while
  /// that request runs; must only set a flag and wake whatever waits (sleep, subprocess). `ExecutionContext.input` is
  /// woken by the kernel.
  func interrupt(subshell: String?)

  /// Asks the running request to fail for want of memory. Called from *any* thread, like `interrupt`.
  func memoryIsShort()

  /// Drops an interrupt that came too late. Called on the language thread after a request has ended; so `execute`
  /// itself must not clear the flag at its start, or an early interrupt would be lost.
  func clearInterrupt(subshell: String?)

  /// Forgets a subshell. Called on its language thread, which ends.
  func endSubshell(_ id: String)

  /// Ends the language: runs exit handlers. Called once, on the language thread, unless a cell does not yield.
  func shutdown(restart: Bool)
}

/// Makes the language on the language thread.
package typealias LanguageFactory = @Sendable () -> any Language

extension Language {
  /// Nothing to prepare.
  package func start() {}
  /// No completions.
  package func complete(_ request: CompleteRequest) -> CompleteReply {
    CompleteReply(matches: [], cursorStart: request.cursor, cursorEnd: request.cursor)
  }
  /// Nothing found.
  package func inspect(_ request: InspectRequest) -> InspectReply { InspectReply(found: false) }
  /// Cannot tell.
  package func isComplete(_ code: String) -> IsCompleteReply { .unknown }
  /// No history.
  package func history(_ request: HistoryRequest) -> [HistoryEntry] { [] }
  /// No comms.
  package func commInfo(targetName: String?) -> [(id: String, targetName: String)] { [] }
  /// Refuses the comm.
  package func commOpen(_ message: CommMessage, in context: any ExecutionContext) {
    context.sendComm(.close, CommMessage(id: message.id))
  }
  /// Ignores the message.
  package func commMessage(_ message: CommMessage, in context: any ExecutionContext) {}
  /// Ignores the closing.
  package func commClose(_ message: CommMessage, in context: any ExecutionContext) {}
  /// Leaves nothing running.
  package func hasBackgroundWork(subshell: String?) -> Bool { false }
  /// Has nothing to go on with.
  package func runBackground(subshell: String?, until wait: any IdleWait) {}
  /// Has no debugger: an empty reply.
  package func debug(_ request: JSON, events: any DebugEvents) -> JSON { .object([:]) }
  /// Lets the system decide.
  package func memoryIsShort() {}
  /// Nothing to drop.
  package func clearInterrupt(subshell: String?) {}
  /// Nothing to forget.
  package func endSubshell(_ id: String) {}
  /// Nothing to end.
  package func shutdown(restart: Bool) {}
}

/// Where a debugger sends its events (`debug_event` on iopub); callable from any thread.
package protocol DebugEvents: AnyObject, Sendable {
  /// Sends one Debug Adapter Protocol event.
  func send(_ event: JSON)
}
