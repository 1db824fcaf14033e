import Glibc
import Logging

/// The log of the kernel: swift-log, written to the real stderr.
///
/// `WICK_LOG` sets the level (default warning).
struct Log: Sendable {
  private let logger: Logger
  /// Which lines about messages are written: anybody who reaches a port can cause them.
  private let limit = LogLimit()

  /// Creates a log that writes to a descriptor.
  init(descriptor: Int32 = STDERR_FILENO) {
    var logger = Logger(label: "wick.kernel", factory: { _ in DescriptorLogHandler(descriptor: descriptor) })
    logger.logLevel = getenv("WICK_LOG").flatMap { Logger.Level(rawValue: String(cString: $0)) } ?? .warning
    self.logger = logger
  }

  func debug(_ text: @autoclosure () -> String) { logger.debug("\(text())") }
  func warning(_ text: @autoclosure () -> String) { logger.warning("\(text())") }
  func error(_ text: @autoclosure () -> String) { logger.error("\(text())") }

  /// A warning about a message that is not answered; of many in a row most are only counted.
  func refused(_ text: @autoclosure () -> String) {
    switch limit.next(at: Clock.now) {
    case .write: logger.warning("\(text())")
    case .writeCount(let count): logger.warning("\(count) more messages dropped, the last: \(text())")
    case .count: break
    }
  }
}

/// Lets the first lines through, then one a second with a count, until it has been quiet for ten seconds.
final class LogLimit: Sendable {
  enum Decision: Equatable { case write, writeCount(Int), count }

  private struct State {
    var written = 0
    var hidden = 0
    var lastLine: UInt64 = 0
    var lastEvent: UInt64 = 0
  }

  private let monitor = Monitor()
  // Invariant: only touched inside of `monitor`.
  nonisolated(unsafe) private var state = State()

  /// What to do with an event at a time of `Clock`.
  func next(at now: UInt64) -> Decision {
    monitor.locked {
      if now &- state.lastEvent > 10_000_000_000 { state = State() }
      state.lastEvent = now
      if state.written < 5 {
        state.written += 1
        state.lastLine = now
        return .write
      }
      state.hidden += 1
      if now &- state.lastLine < 1_000_000_000 { return .count }
      defer { state.hidden = 0 }
      state.lastLine = now
      return .writeCount(state.hidden)
    }
  }
}

/// Writes one line per event with one system call.
private struct DescriptorLogHandler: LogHandler {
  let descriptor: Int32
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .warning

  init(descriptor: Int32) { self.descriptor = descriptor }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let line = Array("wick: \(event.level): \(event.message)\n".utf8)
    _ = Glibc.write(descriptor, line, line.count)
  }
}
