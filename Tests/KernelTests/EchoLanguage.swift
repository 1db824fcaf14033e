import Glibc

@testable import Kernel

/// A language for tests: each line of a cell is one command.
///
///     print TEXT | error TEXT | display TEXT | update TEXT | result TEXT | input PROMPT | getpass PROMPT
///     sleep SECONDS | spin | lines N | big N | serve SECONDS | clear | exit | raw TEXT | comm ID | flush | system COMMAND
/// Anything else is shown as the result; Python's `6*7` of the protocol tests is known to be 42.
final class EchoLanguage: Language {
  // Touched on the language thread only.
  private var inputs: [(line: Int, text: String)] = []
  private var comms: [String: String] = [:]
  // Interrupts come from other threads.
  private let flag = InterruptFlag()

  static let info = KernelInfo(
    implementation: "echo", implementationVersion: "1.0", languageInfo: KernelInfo.python(version: "3.12.0"),
    banner: "Echo")

  init() {}

  func execute(_ request: ExecuteRequest, in context: any ExecutionContext) -> ExecuteResult {
    if request.storeHistory { inputs.append((request.executionCount, request.code)) }
    var payload: [JSON] = []
    for line in request.code.split(separator: "\n") {
      let word = String(line.prefix { $0 != " " })
      let rest = String(line.dropFirst(word.count).drop { $0 == " " })
      if let report = run(word, rest, request, context, &payload) {
        context.error(report)
        return ExecuteResult(.error(report), payload: payload)
      }
    }
    var expressions = JSONObject()
    for (name, expression) in request.userExpressions {
      expressions[name] = [
        "status": "ok", "data": ["text/plain": .string(expression)], "metadata": .object([:]),
      ]
    }
    return ExecuteResult(.ok(userExpressions: .object(expressions)), payload: payload)
  }

  private func run(
    _ word: String, _ rest: String, _ request: ExecuteRequest, _ context: any ExecutionContext,
    _ payload: inout [JSON]
  ) -> ErrorReport? {
    switch word {
    case "print": context.stream(.stdout, rest + "\n")
    case "error": context.stream(.stderr, rest + "\n")
    case "flush": context.flush()
    case "display": context.displayData(["text/plain": .string(rest)])
    case "update":
      context.updateDisplayData(
        ["text/plain": .string(rest)], metadata: .object([:]), transient: ["display_id": "d"])
    case "clear": context.clearOutput(wait: rest == "wait")
    case "raise", "1/0": return failure(word == "raise" ? rest : "ZeroDivisionError")
    case "input", "getpass": return ask(rest, password: word == "getpass", request, context)
    case "sleep": return flag.wait(seconds: Double(rest) ?? 0) ? interrupted(context) : nil
    case "spin":
      while !flag.isSet {}
      return interrupted(context)
    case "lines":
      for number in 0..<(Int(rest) ?? 0) { context.stream(.stdout, "\(number)\n") }
    case "displays":
      let padding = String(repeating: "x", count: 2000)
      for number in 0..<(Int(rest) ?? 0) {
        context.displayData(["text/plain": .string("\(number)" + padding)])
      }
    case "big": context.stream(.stdout, String(repeating: "x", count: Int(rest) ?? 0))
    case "serve":
      if context.serve(seconds: Double(rest) ?? 0) == .interrupted { return interrupted(context) }
    case "system": rest.withCString { command in Self.system(command) }
    case "comm":
      comms[rest] = "front"
      context.sendComm(.open, CommMessage(id: rest, targetName: "front", data: ["d": 1]))
    case "exit": payload.append(["source": "ask_exit", "keepkernel": false])
    case "6*7": result("42", request, context)
    case "1+1": result("2", request, context)
    case "pass": break
    default: result(word + (rest.isEmpty ? "" : " " + rest), request, context)
    }
    return nil
  }

  private static func system(_ command: UnsafePointer<CChar>) {
    guard let pipe = popen(command, "w") else { return }
    pclose(pipe)
  }

  private func result(_ text: String, _ request: ExecuteRequest, _ context: any ExecutionContext) {
    guard !request.silent else { return }
    context.executeResult(
      ["text/plain": .string(text)], metadata: .object([:]), executionCount: request.executionCount)
  }

  private func ask(
    _ prompt: String, password: Bool, _ request: ExecuteRequest, _ context: any ExecutionContext
  ) -> ErrorReport? {
    switch context.input(prompt: prompt, password: password) {
    case .text(let line): result("'" + line + "'", request, context)
    case .endOfFile: return failure("EOFError")
    case .notAllowed: return failure("StdinNotImplementedError")
    case .interrupted: return interrupted(context)
    }
    return nil
  }

  private func failure(_ name: String) -> ErrorReport {
    ErrorReport(name: name, value: "value", traceback: ["Traceback", name])
  }

  private func interrupted(_ context: any ExecutionContext) -> ErrorReport {
    flag.clear()
    context.interruptWasRaised()
    return failure("KeyboardInterrupt")
  }

  func complete(_ request: CompleteRequest) -> CompleteReply {
    CompleteReply(
      matches: request.code == "prin" ? ["print"] : [], cursorStart: 0, cursorEnd: request.cursor)
  }

  func isComplete(_ code: String) -> IsCompleteReply {
    code.hasSuffix(":") ? .incomplete(indent: "    ") : .complete
  }

  func history(_ request: HistoryRequest) -> [HistoryEntry] {
    guard case .tail(let count) = request.access else { return [] }
    return inputs.suffix(count).map { HistoryEntry(session: 1, line: $0.line, input: $0.text) }
  }

  func commInfo(targetName: String?) -> [(id: String, targetName: String)] {
    comms.filter { targetName == nil || $0.value == targetName }.map { ($0.key, $0.value) }
  }

  func commOpen(_ message: CommMessage, in context: any ExecutionContext) {
    guard message.targetName == "echo" else {
      context.sendComm(.close, CommMessage(id: message.id))
      return
    }
    comms[message.id] = "echo"
    context.sendComm(.message, CommMessage(id: message.id, data: ["hello": 1]))
  }

  func commMessage(_ message: CommMessage, in context: any ExecutionContext) {
    guard comms[message.id] != nil else { return }
    context.sendComm(
      .message,
      CommMessage(
        id: message.id, data: ["echo": message.data], buffers: message.buffers.map { $0.reversed() }))
  }

  func commClose(_ message: CommMessage, in context: any ExecutionContext) { comms[message.id] = nil }

  func interrupt(subshell: String?) { flag.set() }
  func clearInterrupt(subshell: String?) { flag.clear() }
}

/// A flag that ends a sleep.
final class InterruptFlag: @unchecked Sendable {
  // Sendable: touched under the monitor only.
  private let monitor = Monitor()
  private var value = false

  var isSet: Bool { monitor.locked { value } }

  func set() {
    monitor.locked {
      value = true
      monitor.wakeAll()
    }
  }

  func clear() { monitor.locked { value = false } }

  /// Whether the flag came within the time.
  func wait(seconds: Double) -> Bool {
    let deadline = Clock.after(milliseconds: Int(seconds * 1000))
    return monitor.locked {
      while !value, monitor.wait(until: deadline) {}
      return value
    }
  }
}
