/// Name of an output stream.
package enum StreamName: String, Sendable {
  case stdout, stderr
}

/// Answer to a request for a line of input.
package enum InputResult: Sendable, Equatable {
  case text(String)
  /// The front end sent U+0004: raise EOFError.
  case endOfFile
  /// An interrupt came while waiting: raise KeyboardInterrupt (the flag may be set as well; clear it).
  case interrupted
  /// The request does not allow input: raise StdinNotImplementedError.
  case notAllowed
}

/// Why `ExecutionContext.serve` returned.
package enum ServeResult: Sendable, Equatable {
  case timedOut
  /// A comm message of the front end was handled.
  case served
  case interrupted
  /// Another thread called `wake`.
  case woken
  /// A descriptor is ready.
  case ready
}

/// Kind of a comm message.
package enum CommAction: String, Sendable {
  case open = "comm_open"
  case message = "comm_msg"
  case close = "comm_close"
}

/// Where a running request sends its output; carries the request as parent of everything sent.
///
/// Any thread may call it, and it stays valid after the request ended: output of a background thread then still
/// carries the old parent. Calls block when a front end is too slow to take the output (bounded memory) and return
/// early when interrupted. For a silent request the kernel drops what must not be published.
package protocol ExecutionContext: AnyObject, Sendable {
  /// The header of the request, as JSON.
  var parentHeader: JSON { get }
  /// The ZeroMQ identities of the request's client.
  var identities: [[UInt8]] { get }
  /// Header and identities of the last request on the control channel.
  var lastControlRequest: (header: JSON, identities: [[UInt8]])? { get }
  /// The subshell that runs the request, nil for the main shell.
  var subshellID: String? { get }
  /// Whether nothing will be published.
  var isSilent: Bool { get }

  /// Appends UTF-8 text to a stream; invalid bytes are replaced. The kernel gathers small writes.
  func stream(_ name: StreamName, _ bytes: UnsafeRawBufferPointer)
  /// Sends what is gathered so far.
  func flush()

  /// Shows a mime bundle; `transient` may hold `display_id`.
  func displayData(_ data: JSON, metadata: JSON, transient: JSON)
  /// Replaces an earlier display with the same `display_id` in `transient`.
  func updateDisplayData(_ data: JSON, metadata: JSON, transient: JSON)
  /// Shows the result of the cell (`Out[n]`).
  func executeResult(_ data: JSON, metadata: JSON, executionCount: Int)
  /// Shows an error. The kernel does *not* show the error of an `ExecuteResult` by itself: call this first.
  func error(_ report: ErrorReport)
  /// Clears the output of the cell, or with `wait` at the next output.
  func clearOutput(wait: Bool)

  /// Asks the front end for a line and waits.
  func input(prompt: String, password: Bool) -> InputResult

  /// Tells that an interrupt has become an exception, so that a later `input` or `serve` is not ended by it again.
  /// Call it where the language clears its flag and raises KeyboardInterrupt.
  func interruptWasRaised()

  /// Waits like a sleep, but handles comm messages that arrive meanwhile (for a cell that awaits).
  /// Returns after the first thing that happens. Call it on the language thread that runs the request.
  func serve(seconds: Double) -> ServeResult
  /// The same, which ends also when one of the descriptors is ready; fills in `ready`.
  func serve(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult
  /// Wakes a `serve` from another thread.
  func wake()

  /// Sends a comm message to the front end.
  func sendComm(_ action: CommAction, _ message: CommMessage)

  /// Publishes any other iopub message (for extensions).
  func publish(type: String, content: JSON, metadata: JSON, buffers: [[UInt8]])
}

/// A descriptor to wait for, as `poll` sees it.
package struct PolledDescriptor: Sendable {
  package var descriptor: Int32
  /// POLLIN and POLLOUT.
  package var events: Int16
  /// What is ready.
  package var ready: Int16 = 0

  package init(_ descriptor: Int32, events: Int16) {
    self.descriptor = descriptor
    self.events = events
  }
}

/// Lets a language wait between requests for what earlier ones have left running.
package protocol IdleWait: AnyObject, Sendable {
  /// Whether the language must come back: a request waits, or the kernel ends.
  var requestWaits: Bool { get }
  /// Waits for a request, for `ExecutionContext.wake`, for descriptors (fills in `ready`) or for a time. An interrupt that
  /// comes meanwhile finds nothing to stop.
  func wait(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult
}

extension ExecutionContext {
  /// Has no client.
  package var identities: [[UInt8]] { [] }
  /// Has no control channel.
  package var lastControlRequest: (header: JSON, identities: [[UInt8]])? { nil }
  /// Waits without looking at the descriptors.
  package func serve(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult { serve(seconds: seconds) }
  /// Appends text to a stream.
  package func stream(_ name: StreamName, _ text: String) {
    var text = text
    text.withUTF8 { stream(name, UnsafeRawBufferPointer($0)) }
  }
  /// Shows a mime bundle without metadata.
  package func displayData(_ data: JSON) {
    displayData(data, metadata: .object([:]), transient: .object([:]))
  }
}
