import Glibc

/// Why a file could not be read or written.
package struct FileError: Error, Equatable {
  /// Path of the file.
  package var path: String
  /// errno of the failed call.
  package var code: Int32
  /// Text of the error.
  package var reason: String { String(cString: strerror(code)) }
}

/// Whole files, without Foundation.
package enum FileIO {
  /// Reads a file up to a limit.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileError(path: path, code: errno) }
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Writes a file as a whole: to a temporary name in the same folder, then renamed.
  package static func write(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) throws(FileError) {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        close(descriptor)
        unlink(temporary)
        throw FileError(path: path, code: code)
      }
      done += count
    }
    fchmod(descriptor, mode)
    close(descriptor)
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError(path: path, code: code)
    }
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(FileError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
      guard mkdir(made, 0o777) != 0 else { continue }
      guard errno == EEXIST else { throw FileError(path: made, code: errno) }
    }
  }

  /// The names in a folder, without `.` and `..`; nil when it cannot be read.
  package static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder with the files in it; folders below stay. False when it is still there or never was.
  @discardableResult
  package static func removeFolder(_ path: String) -> Bool {
    guard let names = names(in: path) else { return false }
    for name in names { unlink(path + "/" + name) }
    return rmdir(path) == 0
  }
}
