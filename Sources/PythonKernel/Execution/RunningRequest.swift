import Interpreter
internal import Kernel

/// What belongs to one request while it runs. The machine keeps it for the thread that works for the request and for the
/// threads that one starts, so that cells of subshells do not get into each other's way.
final class RunningRequest {
  /// Where its output goes; nil before the first request.
  let context: (any ExecutionContext)?
  /// Catches output instead of the context (`%%capture`), innermost last.
  var captures: [OutputCapture] = []
  /// What the reply carries besides.
  var payload: [JSON] = []
  /// Number of the cell.
  var executionCount = 0
  /// The error of a representation method.
  var representationError: ErrorReport?
  /// Whether it is a cell that has not ended.
  var isExecuting = false

  init(_ context: (any ExecutionContext)?) { self.context = context }
}

/// What interrupts the main shell and each subshell; callable from any thread.
final class InterruptHandles: @unchecked Sendable {
  // Sendable: everything mutable is touched under the monitor.
  private let monitor = Monitor()
  private let main: VM.InterruptHandle
  private var handles: [String: VM.InterruptHandle] = [:]
  /// Handles of subshells that have ended, since their flags are never freed.
  private var free: [VM.InterruptHandle] = []

  init(_ main: VM.InterruptHandle) { self.main = main }

  /// The handle of a subshell, nil for the main shell.
  subscript(subshell: String?) -> VM.InterruptHandle {
    guard let subshell else { return main }
    return monitor.locked {
      if let known = handles[subshell] { return known }
      let made = free.popLast() ?? main.another()
      handles[subshell] = made
      return made
    }
  }

  /// Forgets a subshell, which has ended.
  func remove(_ subshell: String) {
    monitor.locked {
      guard let handle = handles.removeValue(forKey: subshell) else { return }
      handle.clear()
      free.append(handle)
    }
  }
}
