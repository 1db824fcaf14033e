import Glibc
import Kernel
import Testing

/// A program of Tests/Cases with what its last comments expect.
struct CaseFile: Sendable, CustomTestStringConvertible {
  let path: String

  var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }

  /// The expected lines; an uncaught exception is the last of them.
  var expected: [String] {
    get throws(FileError) {
      var lines: [String] = []
      for line in Self.lines(try FileIO.read(path)) {
        if line.hasPrefix("# expect-error: ") {
          lines.append("uncaught " + line.dropFirst("# expect-error: ".count))
        } else if line.hasPrefix("# expect:") {
          lines.append(String(line.dropFirst("# expect: ".count)))
        }
      }
      return lines
    }
  }

  /// The case files that are expected to pass, sorted by path.
  static let all: [CaseFile] = {
    // …/Tests/PythonKernelTests/CaseFile.swift
    let root = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Cases"
    let pending = Set(lines((try? FileIO.read(root + "/pending.txt")) ?? []).map { root + "/" + $0 })
    return files(below: root).sorted().filter { !pending.contains($0) && !copiesProcess($0) }.map(CaseFile.init)
  }()

  /// Programs that fork, or start Python anew, belong into a process of their own: `Scripts/run-cases.py` runs them.
  private static func copiesProcess(_ path: String) -> Bool {
    ["/os-fork", "/multiprocessing-", "/optimised-code", "/programs-of-modules"].contains { path.contains($0) }
  }

  /// Text as lines, without the line break at its end.
  static func lines(_ bytes: [UInt8]) -> [String] {
    guard !bytes.isEmpty else { return [] }
    let whole = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
    return whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func files(below folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var found: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".py") {
        found.append(folder + "/" + name)
      } else if !name.hasPrefix(".") {
        found += files(below: folder + "/" + name)
      }
    }
    return found
  }
}
