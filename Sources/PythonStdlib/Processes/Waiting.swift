import Glibc
import Interpreter

/// Waiting for the system without the interpreter lock, in pieces short enough for an interrupt to be noticed.
enum Waiting {
  /// Milliseconds of a piece: short where an interrupt may come.
  private static func piece(_ vm: VM) -> Int32 { vm.hearsInterrupts ? 5 : 250 }

  /// Waits until one of `polled` is ready; nil milliseconds: for ever. Returns how many are ready, or -1 (`errno`).
  static func poll(
    _ vm: VM, _ polled: inout [pollfd], milliseconds: Int?
  ) throws(Raised) -> Int {
    let start = monotonic()
    let piece = piece(vm)
    while true {
      var rest = piece
      if let milliseconds {
        let left = milliseconds &- (monotonic() &- start) / 1_000_000
        rest = Int32(truncatingIfNeeded: max(0, min(left, Int(piece))))
      }
      let count = polled.count
      let (ready, code) = polled.withUnsafeMutableBufferPointer { buffer in
        let base = buffer.baseAddress
        return vm.withoutLock {
          let ready = Glibc.poll(base, nfds_t(count), rest)
          return (Int(ready), errno)
        }
      }
      errno = code
      if ready > 0 || ready < 0 && code != EINTR { return ready }
      try vm.checkInterrupt()
      if let milliseconds, (monotonic() &- start) / 1_000_000 >= milliseconds { return 0 }
    }
  }

  /// Waits until a descriptor may be read or written; at once for files and for descriptors that do not block.
  static func ready(_ vm: VM, _ descriptor: Int32, _ events: Int32) throws(Raised) {
    var one = [pollfd(fd: descriptor, events: Int16(events), revents: 0)]
    if Glibc.poll(&one, 1, 0) != 0 { return }
    if fcntl(descriptor, F_GETFL) & O_NONBLOCK != 0 { return }
    _ = try poll(vm, &one, milliseconds: nil)
  }

  /// Nanoseconds of the monotonic clock.
  static func monotonic() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
  }

  /// Milliseconds of a timeout in seconds; nil is for ever. Not a number raises what Python raises.
  static func milliseconds(_ vm: VM, _ value: Value) throws(Raised) -> Int? {
    if value.isNone { return nil }
    let seconds = try vm.double(value)
    if seconds.isNaN { throw vm.valueError("Invalid value NaN (not a number)") }
    if seconds > 1e12 { return nil }
    return max(0, Int((seconds * 1000).rounded(.up)))
  }
}
