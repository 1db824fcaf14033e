import Glibc
import Interpreter
internal import Kernel

/// Output held back instead of sent (`%%capture`).
final class OutputCapture {
  private(set) var out: [UInt8] = []
  private(set) var err: [UInt8] = []
  /// Displays as (data, metadata).
  private(set) var displays: [(data: JSON, metadata: JSON)] = []
  let catchesOut: Bool
  let catchesErr: Bool
  let catchesDisplays: Bool
  /// Where the rest goes.
  let next: (StreamName, UnsafeRawBufferPointer) -> Void

  init(
    out: Bool = true, err: Bool = true, displays: Bool = true,
    next: @escaping (StreamName, UnsafeRawBufferPointer) -> Void = { _, _ in }
  ) {
    catchesOut = out
    catchesErr = err
    catchesDisplays = displays
    self.next = next
  }

  /// Takes output of a stream.
  func write(_ stream: StreamName, _ bytes: UnsafeRawBufferPointer) {
    switch stream {
    case .stdout where catchesOut: out.append(contentsOf: bytes)
    case .stderr where catchesErr: err.append(contentsOf: bytes)
    default: next(stream, bytes)
    }
  }

  /// Takes a display.
  func display(_ data: JSON, metadata: JSON) { displays.append((data, metadata)) }
}

/// Paths of the process.
enum FilePath {
  /// The working directory.
  static var current: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
