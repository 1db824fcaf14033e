/// A request a client may send: one row here and one handler.
enum MessageType: String, CaseIterable, Sendable {
  case execute = "execute_request"
  case inspect = "inspect_request"
  case complete = "complete_request"
  case history = "history_request"
  case isComplete = "is_complete_request"
  case connect = "connect_request"
  case commInfo = "comm_info_request"
  case commOpen = "comm_open"
  case commMessage = "comm_msg"
  case commClose = "comm_close"
  case kernelInfo = "kernel_info_request"
  case shutdown = "shutdown_request"
  case interrupt = "interrupt_request"
  case debug = "debug_request"
  case usage = "usage_request"
  case createSubshell = "create_subshell_request"
  case deleteSubshell = "delete_subshell_request"
  case listSubshell = "list_subshell_request"

  /// The type of the reply; comm messages have none.
  var reply: String {
    rawValue.hasSuffix("_request") ? String(rawValue.dropLast(8)) + "_reply" : ""
  }

  /// Whether the handler needs the language and so runs on a language thread, in the order of requests.
  var needsLanguage: Bool {
    switch self {
    case .execute, .inspect, .complete, .history, .isComplete, .commInfo, .commOpen, .commMessage, .commClose:
      true
    case .connect, .kernelInfo, .shutdown, .interrupt, .debug, .usage, .createSubshell, .deleteSubshell,
      .listSubshell:
      false
    }
  }

  /// Whether it is a comm message, which a cell that awaits lets pass.
  var isComm: Bool { self == .commOpen || self == .commMessage || self == .commClose }
}
