import Glibc
import MemoryShim

/// What a program may do that nobody trusts (`--sandbox`, `WICK_SANDBOX=1`): files below its own folder and the temporary
/// folder, no network, no other programs, bounds for memory, recursion and output.
///
/// Every call of the library that names a file, a socket or a process asks here first. It is a fence inside the
/// process: it keeps Python code from what Python code can reach, and is no replacement for the system's own (a
/// container, a user without rights) against errors in the program itself.
package final class Sandbox {
  /// What is done with a path.
  package enum Access { case read, write }

  /// Folders in which everything is allowed, without links, each with a slash at its end.
  private let folders: [String]
  /// Folders that may be read besides: where packages are installed.
  private let readable: [String]
  /// Bytes the process may hold.
  package let memoryLimit: Int
  /// Bytes one cell, or a script, may write to its streams.
  package let outputLimit: Int
  /// The most that `sys.setrecursionlimit` takes.
  package let recursionLimit: Int

  private init(folders: [String], readable: [String]) {
    func folder(_ path: String) -> String? { Sandbox.real(path).map { $0.hasSuffix("/") ? $0 : $0 + "/" } }
    // A home or working folder that is the root would allow everything.
    self.folders = folders.compactMap(folder).filter { $0 != "/" }
    self.readable = readable.compactMap(folder)
    memoryLimit = Sandbox.number("WICK_SANDBOX_MEMORY", 1024) &* (1 << 20)
    outputLimit = Sandbox.number("WICK_SANDBOX_OUTPUT", 64) &* (1 << 20)
    recursionLimit = 20_000
    wick_memory_limit(Int64(memoryLimit))
  }

  /// The sandbox that the environment asks for: `WICK_SANDBOX`, and megabytes in `WICK_SANDBOX_MEMORY` (1024) and
  /// `WICK_SANDBOX_OUTPUT` (64). `packages` may be read.
  package static func fromEnvironment(packages: [String]) -> Sandbox? {
    guard isAskedFor else { return nil }
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return Sandbox(folders: [".", temporary], readable: packages)
  }

  /// Whether the environment asks for a sandbox.
  package static var isAskedFor: Bool {
    getenv("WICK_SANDBOX").map { !["", "0"].contains(String(cString: $0)) } ?? false
  }

  private static func number(_ name: String, _ usual: Int) -> Int {
    getenv(name).flatMap { Int(String(cString: $0)) }.map { max(1, min($0, 1 << 20)) } ?? usual
  }

  /// Whether a path may be used; it need not exist.
  package func allows(_ path: String, _ access: Access) -> Bool {
    guard let real = Sandbox.real(path) else { return false }
    let inside = real + "/"
    if folders.contains(where: { inside.hasPrefix($0) }) { return true }
    return access == .read && (readable.contains { inside.hasPrefix($0) } || Sandbox.harmless.contains(real))
  }

  private static let harmless: Set<String> = ["/dev/null", "/dev/urandom", "/dev/zero"]

  /// The path without links; of what does not exist its folder's with its name. Nil when even that cannot be told.
  private static func real(_ path: String) -> String? {
    if let found = realpath(path, nil) {
      defer { free(found) }
      return String(cString: found)
    }
    // A link to nowhere would be followed when a file is made.
    var info = stat()
    if path.isEmpty || errno != ENOENT || lstat(path, &info) == 0 { return nil }
    var name = path[...]
    while name.hasSuffix("/") { name.removeLast() }
    let at = name.lastIndex(of: "/")
    let last = at.map { name[name.index(after: $0)...] } ?? name
    guard !last.isEmpty, last != ".", last != "..", let folder = at.map({ String(name[...$0]) }) ?? Optional("."),
      let parent = real(folder)
    else { return nil }
    return parent.hasSuffix("/") ? parent + last : parent + "/" + last
  }
}

extension VM {
  /// Raises PermissionError when there is a sandbox and the path lies outside.
  package func checkSandbox(_ path: String, _ access: Sandbox.Access) throws(Raised) {
    guard let sandbox, !sandbox.allows(path, access) else { return }
    throw sandboxError(EACCES, "outside of the sandbox", path)
  }

  /// Raises PermissionError when there is a sandbox: "no network in the sandbox".
  package func refuseInSandbox(_ what: String) throws(Raised) {
    guard sandbox != nil else { return }
    throw sandboxError(EACCES, "no \(what) in the sandbox")
  }

  /// An OSError of the kind that belongs to the number.
  private func sandboxError(_ code: Int32, _ text: String, _ path: String? = nil) -> Raised {
    var arguments: [Value] = [.int(Int(code)), .object(string(text))]
    if let path { arguments.append(.object(string(path))) }
    return osError(arguments)
  }

  /// Takes note of bytes written to a stream; false, with an error to come, when the sandbox lets no more through.
  package func countOutput(_ bytes: Int) -> Bool {
    guard let sandbox else { return true }
    outputWritten &+= bytes
    guard outputWritten > sandbox.outputLimit else { return true }
    if !outputErrorIsDue {
      outputErrorIsDue = true
      interruptHandle.requestPoll()
    }
    return false
  }

  /// Begins to count anew, for the next cell.
  package func resetOutput() {
    outputWritten = 0
    outputErrorIsDue = false
  }

  /// The error of a cell that has written too much.
  func outputError() -> Raised {
    sandboxError(ENOSPC, "the sandbox lets a cell write \((sandbox?.outputLimit ?? 0) >> 20) MB")
  }

  /// Makes all functions of a module raise `refuseInSandbox`, but for those named, when there is a sandbox.
  package func refuseInSandbox(_ module: ModuleObject, _ what: String, except harmless: Set<String>) {
    guard sandbox != nil else { return }
    for (name, value) in module.namespace.items {
      guard let text = name.asStr?.string, value.kind == .nativeFunction, !harmless.contains(text) else { continue }
      module.function(self, "\(text)(*args)", "Not in a sandbox.") { (vm, _) throws(Raised) in
        try vm.refuseInSandbox(what)
        return .none
      }
    }
  }
}
