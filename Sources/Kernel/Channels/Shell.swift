/// The queue and the language thread of the main shell or of one subshell.
///
/// Requests run one by one in the order they came. After an error with `stop_on_error`, the execute requests that
/// wait are answered `aborted`. So are those that were sent before their client could see the error: "run all" sends
/// every cell at once, and a first cell that fails within microseconds would find the queue still empty. So the
/// reply of a failed cell waits until no request has come for 10 ms; and later a request of the same client that is
/// dated earlier than the failed one plus the time from its arrival to the error is aborted too (both dates are of
/// the client's clock).
final class Shell: @unchecked Sendable {
  // Sendable: queue and flags are touched under the monitor; `executionCount` only on the language thread.
  let id: String?
  let monitor = Monitor()
  fileprivate var queue: [Entry] = []
  private var head = 0
  private var isRunning = false
  private var interruptIsPending = false
  private var isWoken = false
  /// Wakes a wait for descriptors; made by the first one.
  private var wakeOfPoll: Wake?
  private var isPolling = false
  private var isStopped = false
  private var failure: Failure?
  private var lastArrival: UInt64 = 0

  private static let quiet: UInt64 = 10_000_000

  /// Number of the last stored cell.
  var executionCount = 0

  fileprivate struct Entry {
    var message: Message
    var isAborted = false
  }

  /// The last failed request, to recognise what was sent before its error could be seen.
  private struct Failure {
    var session: String
    var deadline: Timestamp
  }

  init(id: String?) { self.id = id }

  // MARK: Any thread

  /// Queues a request.
  func enqueue(_ message: Message) {
    monitor.locked {
      var entry = Entry(message: message)
      if let failure, message.header.session == failure.session, let sent = Timestamp(message.header.date) {
        if sent.microseconds > failure.deadline.microseconds {
          self.failure = nil
        } else {
          entry.isAborted = message.header.type == MessageType.execute.rawValue
        }
      }
      queue.append(entry)
      lastArrival = Clock.now
      wakeAll()
    }
  }

  /// Whether nothing runs and nothing waits.
  var isIdle: Bool { monitor.locked { !isRunning && head == queue.count } }

  /// Interrupts the running request, if there is one; `action` is called while it certainly runs.
  func interrupt(_ action: () -> Void) -> Bool {
    monitor.locked {
      guard isRunning else { return false }
      interruptIsPending = true
      action()
      wakeAll()
      return true
    }
  }

  /// Whether the running request was asked to stop.
  var isInterrupted: Bool { monitor.locked { interruptIsPending } }

  /// Ends the thread after the running request.
  func stop() {
    monitor.locked {
      isStopped = true
      wakeAll()
    }
  }

  /// Ends a wait of the language, or lets it go on between requests.
  func wake() {
    monitor.locked {
      isWoken = true
      wakeAll()
    }
  }

  // Under the monitor.
  private func wakeAll() {
    monitor.wakeAll()
    if isPolling { wakeOfPoll?.signal() }
  }

  // MARK: The language thread

  /// What the language thread does next.
  enum Turn {
    case request(Message, isAborted: Bool)
    /// The language goes on with what earlier requests have left running.
    case background
  }

  /// Waits for the next request and counts as running from then on; nil when stopped.
  func next() -> Turn? {
    monitor.locked {
      while head == queue.count, !isStopped, !isWoken { monitor.wait() }
      guard !isStopped else { return nil }
      guard head < queue.count else {
        isWoken = false
        isRunning = true
        return .background
      }
      let entry = queue[head]
      head += 1
      if head == queue.count {
        queue.removeAll(keepingCapacity: true)
        head = 0
      } else if head > 512, head * 2 > queue.count {
        queue.removeFirst(head)
        head = 0
      }
      isRunning = true
      return .request(entry.message, isAborted: entry.isAborted)
    }
  }

  /// Ends a request; `clear` is called if an interrupt was asked for.
  func finish(clear: () -> Void) {
    monitor.locked {
      isRunning = false
      if interruptIsPending {
        interruptIsPending = false
        clear()
      }
    }
  }

  /// Takes note of an interrupt that was turned into an exception, so that later waits are not ended by it.
  func consumeInterrupt() {
    monitor.locked { interruptIsPending = false }
  }

  /// Aborts the execute requests that wait, and those sent before the client could have seen the error.
  func abortQueue(after message: Message) {
    waitForQuiet()
    let elapsed = Timestamp.now.microseconds &- message.received.microseconds
    monitor.locked {
      for at in head..<queue.count where queue[at].message.header.type == MessageType.execute.rawValue {
        queue[at].isAborted = true
      }
      if let sent = Timestamp(message.header.date) {
        failure = Failure(
          session: message.header.session,
          deadline: Timestamp(microseconds: sent.microseconds &+ elapsed))
      }
    }
  }

  /// Waits until no request has come for 10 ms, at most half a second; not at all after a cell that ran longer.
  private func waitForQuiet() {
    let end = Clock.now &+ 500_000_000
    monitor.locked {
      while !isStopped {
        let quiet = min(lastArrival &+ Shell.quiet, end)
        guard Clock.now < quiet else { return }
        _ = monitor.wait(until: quiet)
      }
    }
  }

  /// Waits for a comm message to handle within a running request.
  func waitForComm(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> (result: ServeResult, message: Message?) {
    let deadline = Clock.after(seconds: seconds)
    return monitor.locked {
      while true {
        if interruptIsPending { return (.interrupted, nil) }
        if let at = (head..<queue.count).first(where: { queue[$0].isComm }) {
          return (.served, queue.remove(at: at).message)
        }
        if isWoken {
          isWoken = false
          return (.woken, nil)
        }
        if let result = sleep(until: deadline, &descriptors) { return (result, nil) }
      }
    }
  }

  /// Waits under the monitor for a wake-up (nil), a descriptor, or the deadline.
  private func sleep(until deadline: UInt64, _ descriptors: inout [PolledDescriptor]) -> ServeResult? {
    if descriptors.isEmpty { return monitor.wait(until: deadline) ? nil : .timedOut }
    let wake = wakeOfPoll ?? Wake()
    wakeOfPoll = wake
    isPolling = true
    let ready = monitor.unlocked {
      let now = Clock.now
      let rest = deadline > now ? (deadline &- now) / 1_000_000 &+ 1 : 0
      return PolledDescriptor.poll(&descriptors, wake, milliseconds: Int32(min(rest, 1_000_000_000)))
    }
    isPolling = false
    wake.clear()
    if ready { return .ready }
    return Clock.now >= deadline ? .timedOut : nil
  }
}

extension Shell: IdleWait {
  package var requestWaits: Bool { monitor.locked { head < queue.count || isStopped } }

  package func wait(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult {
    let deadline = Clock.after(seconds: seconds)
    return monitor.locked {
      isRunning = false
      defer { isRunning = true }
      while true {
        if isWoken || isStopped || head < queue.count {
          isWoken = false
          return .woken
        }
        if let result = sleep(until: deadline, &descriptors) { return result }
      }
    }
  }
}

extension Shell.Entry {
  fileprivate var isComm: Bool { MessageType(rawValue: message.header.type)?.isComm == true }
}
