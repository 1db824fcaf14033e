import Glibc
import ZMQShim

/// Catches what native code and child processes write to the descriptors 1 and 2.
final class OutputCapture: @unchecked Sendable {
  // Sendable: `busy` is touched under the monitor; everything else is constant.
  private let monitor = Monitor()
  private var busy = false
  private let pipes: [(name: StreamName, reading: Int32)]
  // F_SETPIPE_SZ of <fcntl.h>, which Glibc shows to _GNU_SOURCE only.
  private static let setPipeSize: Int32 = 1031
  /// The stderr this process was started with.
  let realError: Int32

  /// Redirects both descriptors into pipes; nil if the system refuses.
  init?() {
    let error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard error >= 0 else { return nil }
    realError = error
    var made: [(name: StreamName, reading: Int32)] = []
    for (name, target) in [(StreamName.stdout, STDOUT_FILENO), (.stderr, STDERR_FILENO)] {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
      _ = fcntl(ends[1], OutputCapture.setPipeSize, 1 << 20)
      guard dup2(ends[1], target) == target else { return nil }
      close(ends[1])
      made.append((name, ends[0]))
    }
    pipes = made
  }

  /// Starts the thread that reads the pipes.
  func start(_ deliver: @escaping @Sendable (StreamName, UnsafeRawBufferPointer) -> Void) {
    _ = NativeThread(name: "capture") { [self] in read(deliver) }
  }

  private func read(_ deliver: (StreamName, UnsafeRawBufferPointer) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    // An incomplete character at the end of a read waits here for its other bytes.
    var rests: [[UInt8]] = pipes.map { _ in [] }
    var polled = pipes.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    while true {
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { return }
      monitor.locked { busy = true }
      for (position, pipe) in pipes.enumerated() where polled[position].revents != 0 {
        let count = Glibc.read(pipe.reading, &buffer, buffer.count)
        guard count > 0 else { continue }
        var bytes = rests[position] + buffer[..<count]
        rests[position] = OutputCapture.splitIncompleteCharacter(&bytes)
        bytes.withUnsafeBytes { deliver(pipe.name, $0) }
      }
      monitor.locked {
        busy = false
        monitor.wakeAll()
      }
    }
  }

  /// Waits a moment for the reader to have delivered everything written so far.
  func drain() {
    fflush(nil)
    let deadline = Clock.after(milliseconds: 100)
    monitor.locked {
      while busy || pipes.contains(where: { wick_bytes_readable($0.reading) > 0 }) {
        guard Clock.now < deadline else { return }
        _ = monitor.wait(until: min(deadline, Clock.after(milliseconds: 1)))
      }
    }
  }

  /// Removes the bytes of a character that is not complete yet and returns them.
  static func splitIncompleteCharacter(_ bytes: inout [UInt8]) -> [UInt8] {
    var back = 0
    while back < min(4, bytes.count) {
      let byte = bytes[bytes.count - 1 - back]
      if byte & 0xC0 == 0x80 {
        back += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      guard length > back + 1 else { return [] }
      let rest = Array(bytes.suffix(back + 1))
      bytes.removeLast(back + 1)
      return rest
    }
    return []
  }
}
