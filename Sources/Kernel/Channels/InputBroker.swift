/// Matches `input_reply` messages with the one request that waits for a line on each shell.
final class InputBroker: @unchecked Sendable {
  // Sendable: `waiting` is touched under the monitor only.
  private let monitor = Monitor()
  private var waiting: [Int: Waiting] = [:]
  private var nextTicket = 0

  private struct Waiting {
    var client: Frame?
    var session: String
    var parents: [String]
    var answer: InputResult?
  }

  /// Announces a request; from now on answers count.
  func open(for message: Message, requestID: String) -> Int {
    monitor.locked {
      nextTicket += 1
      waiting[nextTicket] = Waiting(
        client: message.identities.first, session: message.header.session,
        parents: [requestID, message.header.messageID], answer: nil)
      return nextTicket
    }
  }

  /// Waits for the answer; `isInterrupted` is looked at whenever `poke` is called.
  func wait(_ ticket: Int, isInterrupted: () -> Bool) -> InputResult {
    monitor.locked {
      defer { waiting[ticket] = nil }
      while true {
        if let answer = waiting[ticket]?.answer { return answer }
        if isInterrupted() { return .interrupted }
        monitor.wait()
      }
    }
  }

  /// Lets all that wait look at their interrupts.
  func poke() { monitor.locked { monitor.wakeAll() } }

  /// Takes a reply of a client; false if nobody waits for it (it is stale).
  func accept(_ message: Message) -> Bool {
    guard message.header.type == "input_reply" else { return false }
    let value = message.content["value"]?.string ?? ""
    return monitor.locked {
      let fitting = waiting.filter { entry in
        guard entry.value.answer == nil else { return false }
        if let parent = message.parentID { return entry.value.parents.contains(parent) }
        return entry.value.client == message.identities.first
      }
      guard let ticket = fitting.keys.min() else { return false }
      waiting[ticket]?.answer = value == "\u{04}" ? .endOfFile : .text(value)
      monitor.wakeAll()
      return true
    }
  }
}
