import Glibc

/// An error that is told in one line on stderr.
struct Failure: Error {
  /// Wrong usage, or a file that cannot be opened: Python's status for both.
  static let usage: Int32 = 2

  let description: String
  let status: Int32

  init(_ description: String, status: Int32 = 1) {
    self.description = description
    self.status = status
  }
}

/// Writes text to stderr.
func writeError(_ text: String) {
  var text = text
  text.withUTF8 { bytes in
    _ = Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
  }
}
