import Glibc

/// The lines of the standard input of the process, which `input` and `sys.stdin` share.
package enum StandardLines {
  // Invariant: only the thread that holds the interpreter lock reads and writes these.
  nonisolated(unsafe) private static var ahead: [UInt8] = []
  nonisolated(unsafe) private static var start = 0

  /// Puts bytes in front of those that come next.
  package static func giveBack(_ bytes: ArraySlice<UInt8>) {
    if bytes.isEmpty { return }
    ahead = Array(bytes) + ahead[start...]
    start = 0
  }

  /// The next line with its end, if it has one; nil at the end of the input. Waits without the interpreter lock.
  package static func next(_ vm: VM) throws(Raised) -> [UInt8]? {
    var searched = start
    while true {
      if let end = ahead[searched...].firstIndex(of: 10) {
        let line = Array(ahead[start...end])
        start = end &+ 1
        return line
      }
      searched = ahead.count
      if start > 0 {
        ahead.removeSubrange(..<start)
        searched = ahead.count
        start = 0
      }
      if !Memory.mayHold(2 &* ahead.count &+ 65_536) { throw vm.memoryError() }
      var block = [UInt8](repeating: 0, count: 65_536)
      let (n, number) = block.withUnsafeMutableBytes { raw in
        vm.withoutLock { (Glibc.read(0, raw.baseAddress, raw.count), errno) }
      }
      try vm.checkInterrupt()
      if n < 0 && number == EINTR { continue }
      if n <= 0 {
        let line = ahead
        ahead = []
        return line.isEmpty ? nil : line
      }
      ahead += block[..<n]
    }
  }
}
