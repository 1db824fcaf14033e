import Glibc

/// The processes below this one.
enum ProcessTree {
  /// Ends all descendants: SIGTERM, a short wait, SIGKILL.
  static func endDescendants(graceMilliseconds: Int = 300) {
    let first = descendants(of: getpid())
    guard !first.isEmpty else { return }
    for process in first { kill(process, SIGTERM) }
    let deadline = Clock.after(milliseconds: graceMilliseconds)
    while Clock.now < deadline, first.contains(where: isAlive) {
      reap()
      usleep(5000)
    }
    for process in Set(first + descendants(of: getpid())) where isAlive(process) { kill(process, SIGKILL) }
    reap()
  }

  private static func reap() {
    var status: Int32 = 0
    while waitpid(-1, &status, WNOHANG) > 0 {}
  }

  private static func isAlive(_ process: pid_t) -> Bool {
    guard let (_, state) = parentAndState(process) else { return false }
    return state != UInt8(ascii: "Z")
  }

  private static func descendants(of root: pid_t) -> [pid_t] {
    var children: [pid_t: [pid_t]] = [:]
    for name in FileIO.names(in: "/proc") ?? [] {
      guard let process = pid_t(name), let (parent, _) = parentAndState(process) else { continue }
      children[parent, default: []].append(process)
    }
    var found: [pid_t] = []
    var open = children[root] ?? []
    while let process = open.popLast() {
      found.append(process)
      open.append(contentsOf: children[process] ?? [])
    }
    return found
  }

  // /proc/N/stat: pid (name) state ppid …; the name may hold spaces and parentheses.
  private static func parentAndState(_ process: pid_t) -> (parent: pid_t, state: UInt8)? {
    let text = ProcFile.text("/proc/\(process)/stat")
    guard let end = text.lastIndex(of: ")") else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count >= 2, let state = fields[0].utf8.first, let parent = pid_t(fields[1]) else {
      return nil
    }
    return (parent, state)
  }
}
