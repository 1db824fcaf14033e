import Glibc
import Logging

/// The log of the kernel: swift-log, written to the real stderr.
///
/// `WICK_LOG` sets the level (default warning).
struct Log: Sendable {
  private let logger: Logger

  /// Creates a log that writes to a descriptor.
  init(descriptor: Int32 = STDERR_FILENO) {
    var logger = Logger(label: "wick.kernel", factory: { _ in DescriptorLogHandler(descriptor: descriptor) })
    logger.logLevel = getenv("WICK_LOG").flatMap { Logger.Level(rawValue: String(cString: $0)) } ?? .warning
    self.logger = logger
  }

  func debug(_ text: @autoclosure () -> String) { logger.debug("\(text())") }
  func warning(_ text: @autoclosure () -> String) { logger.warning("\(text())") }
  func error(_ text: @autoclosure () -> String) { logger.error("\(text())") }
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
