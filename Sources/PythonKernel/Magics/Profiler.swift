import Glibc
import Interpreter
internal import Kernel
import Synchronization

/// `%prun`: a profile by samples. A thread asks the machine a thousand times a second to look at its own stack; the time
/// since the last look belongs to the functions that stand there. Nothing is slower when nobody profiles.
final class Profiler {
  private let vm: VM
  private let base: Int
  private var last = Clock.now
  private var entries: [ObjectIdentifier: Entry] = [:]
  private var samples = 0

  private struct Entry {
    let code: Code
    var samples = 0
    var own: UInt64 = 0
    var total: UInt64 = 0
  }

  static func install(_ language: PythonLanguage) {
    language.lineMagic("prun") { (language, line) throws(Raised) in try language.profile(line, cell: nil) }
    language.cellMagic("prun") { (language, line, cell) throws(Raised) in try language.profile(line, cell: cell) }
  }

  fileprivate init(_ vm: VM) {
    self.vm = vm
    base = vm.debugFrameCount
  }

  /// Runs `body` while a thread asks for samples.
  fileprivate func run(_ body: () throws(Raised) -> Void) throws(Raised) -> UInt64 {
    let ending = Ending()
    let handle = vm.interruptHandle
    let thread = NativeThread(name: "profile") {
      while !ending.isWanted.load(ordering: .relaxed) {
        handle.requestPoll()
        usleep(1000)
      }
    }
    let outer = vm.pollHook
    vm.pollHook = { [unowned self] (vm) throws(Raised) in
      look()
      try outer?(vm)
    }
    last = Clock.now
    let start = last
    defer {
      look()
      vm.pollHook = outer
      ending.isWanted.store(true, ordering: .relaxed)
      _ = thread.join(milliseconds: 1000)
    }
    try body()
    return Clock.now &- start
  }

  /// The end of the sampling thread.
  private final class Ending: Sendable {
    let isWanted = Atomic<Bool>(false)
  }

  /// One sample.
  private func look() {
    let now = Clock.now
    let passed = now &- last
    guard passed > 200_000 else { return }
    last = now
    samples += 1
    var seen: Set<ObjectIdentifier> = []
    let top = vm.debugFrameCount - 1
    guard top >= base else { return }
    for number in (base...top).reversed() {
      guard let code = vm.debugPlace(number)?.code else { continue }
      let key = ObjectIdentifier(code)
      guard seen.insert(key).inserted else { continue }
      var entry = entries[key] ?? Entry(code: code)
      entry.samples += 1
      entry.total &+= passed
      if number == top { entry.own &+= passed }
      entries[key] = entry
    }
  }

  /// The table.
  fileprivate func text(_ elapsed: UInt64, byTotal: Bool, limit: Int, _ language: PythonLanguage) -> String {
    func seconds(_ time: UInt64) -> String {
      let text = fixed(Double(time) / 1e9, 3)
      return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
    var text = "         \(samples) samples of function calls in\(seconds(elapsed)) seconds\n\n"
    text += "   Ordered by: \(byTotal ? "cumulative" : "internal") time\n\n"
    text += "   samples  tottime  cumtime filename:lineno(function)\n"
    let sorted = entries.values.sorted { byTotal ? $0.total > $1.total : ($0.own, $0.total) > ($1.own, $1.total) }
    for entry in sorted.prefix(limit) {
      let parts = entry.code.parts
      let cell = language.shell.cellNumbers[parts.filename].map { "In[\($0)]" }
      let count = String(entry.samples)
      text += String(repeating: " ", count: max(0, 10 - count.count)) + count
      text += " " + seconds(entry.own) + " " + seconds(entry.total)
      text += " \(cell ?? parts.filename):\(parts.firstLine)(\(parts.name))\n"
    }
    return text
  }

  private func fixed(_ value: Double, _ digits: Int) -> String {
    let scaled = Int((value * 1000).rounded())
    let part = String(scaled % 1000)
    return "\(scaled / 1000)." + String(repeating: "0", count: max(0, digits - part.count)) + part
  }
}

extension PythonLanguage {
  fileprivate func profile(_ line: String, cell: String?) throws(Raised) -> Value {
    var words = line.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    var byTotal = false
    var limit = 40
    var isQuiet = false
    var file: String?
    while let word = words.first, word.hasPrefix("-"), word.count > 1 {
      words.removeFirst()
      switch word {
      case "-q": isQuiet = true
      case "-s", "-l", "-T", "-D":
        guard let value = words.first else { break }
        words.removeFirst()
        if word == "-s" { byTotal = byTotal || value.hasPrefix("cum") }
        if word == "-l", let number = Int(value) { limit = max(0, number) }
        if word == "-T" { file = value }
      default: break
      }
    }
    let code = transformer.transform(cell ?? words.joined(separator: " "))
    let profiler = Profiler(vm)
    let elapsed = try profiler.run { () throws(Raised) in _ = try runCell(code) }
    let text = profiler.text(elapsed, byTotal: byTotal, limit: limit, self)
    if let file {
      try vm.checkSandbox(file, .write)
      do throws(FileError) { try FileIO.write(file, Array(text.utf8)) } catch { write(.stderr, "\(error.reason)\n") }
    }
    if !isQuiet { request.payload.append(["source": "page", "data": ["text/plain": .string(text)], "start": 0]) }
    return .none
  }
}
