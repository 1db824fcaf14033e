// What the kernel answers. Every request is surrounded by busy and idle with its header as parent; the reply goes
// out before idle, and after everything the request has published.

import Glibc

/// Why a request of a known type cannot be answered; becomes an error reply.
struct BadRequest: Error {
  var reason: String
}

extension KernelServer {
  // MARK: Entry points of the channel threads

  /// Verifies and reads a message; nil (and a line in the log) if it must be dropped.
  func decode(_ frames: [Frame], channel: Channel, _ codec: WireCodec) -> Message? {
    do throws(WireError) {
      return try codec.decode(frames, channel: channel)
    } catch {
      log.refused("\(channel.rawValue): message dropped: \(error)")
      return nil
    }
  }

  /// Answers a request that does not need the language, on any thread.
  func handleDirectly(_ type: MessageType, _ message: Message) {
    if message.channel == .control { lastControl = message }
    iopub.status(IOPub.busy, parent: message.header.bytes)
    let content = directContent(type, message)
    if type == .shutdown {
      iopub.publish("shutdown_reply", parent: message.header.bytes, content: content)
    }
    reply(message, type.reply, content)
    iopub.status(IOPub.idle, parent: message.header.bytes)
    if type == .shutdown { requestStop(restart: content["restart"]?.bool ?? false) }
  }

  /// A message of unknown type: busy, idle, no reply.
  func ignore(_ message: Message) {
    log.refused("\(message.channel.rawValue): unknown message type \(message.header.type)")
    iopub.status(IOPub.busy, parent: message.header.bytes)
    iopub.status(IOPub.idle, parent: message.header.bytes)
  }

  /// Answers by an error without looking at the request.
  func refuse(_ message: Message, _ reason: String) {
    iopub.status(IOPub.busy, parent: message.header.bytes)
    if let type = MessageType(rawValue: message.header.type), !type.reply.isEmpty {
      reply(message, type.reply, errorContent(type, BadRequest(reason: reason), 0))
    }
    iopub.status(IOPub.idle, parent: message.header.bytes)
  }

  // MARK: The language thread

  /// Answers one request of the queue.
  func handle(_ message: Message, isAborted: Bool, on shell: Shell, _ language: any Language) {
    guard let type = MessageType(rawValue: message.header.type) else { return ignore(message) }
    guard type.needsLanguage else { return handleDirectly(type, message) }
    iopub.status(IOPub.busy, parent: message.header.bytes)
    if type == .execute {
      if isAborted {
        reply(message, type.reply, ["status": "aborted", "execution_count": .int(shell.executionCount)])
      } else {
        execute(message, on: shell, language)
      }
    } else if type.isComm {
      dispatchComm(type, message, on: shell, language)
    } else {
      reply(message, type.reply, answer(type, message, on: shell, language))
    }
    iopub.status(IOPub.idle, parent: message.header.bytes)
  }

  /// Handles a comm message within a cell that awaits.
  func handleComm(_ message: Message, on shell: Shell) {
    guard let type = MessageType(rawValue: message.header.type), let language = startedLanguage() else {
      return
    }
    iopub.status(IOPub.busy, parent: message.header.bytes)
    dispatchComm(type, message, on: shell, language)
    iopub.status(IOPub.idle, parent: message.header.bytes)
  }

  private func reply(
    _ message: Message, _ type: String, _ content: JSON, metadata: JSON = .object(JSONObject())
  ) {
    let reply = Reply(to: message, type: type, content: content, metadata: metadata)
    if message.channel == .control { controlOutbox.append(reply) } else { shellOutbox.append(reply) }
  }

  private func errorContent(_ type: MessageType, _ error: BadRequest, _ executionCount: Int) -> JSON {
    // The protocol gives this reply no status error.
    if type == .isComplete { return IsCompleteReply.unknown.content }
    var content = ErrorReport(name: "BadRequest", value: error.reason, traceback: []).replyContent
    if type == .execute { content["execution_count"] = .int(executionCount) }
    return .object(content)
  }

  // MARK: execute_request

  private func execute(_ message: Message, on shell: Shell, _ language: any Language) {
    let started = Timestamp.now
    let content: ExecuteContent
    do throws(BadRequest) {
      content = try ExecuteContent(message.content)
    } catch {
      reply(message, "execute_reply", errorContent(.execute, error, shell.executionCount))
      return
    }
    let context = RequestContext(
      message: message, shell: shell, server: self, isSilent: content.silent, allowsStdin: content.allowStdin)
    setLatest(context)
    if content.storeHistory, !content.isBlank { shell.executionCount &+= 1 }
    if !content.silent {
      // What is not stored has the number that the next cell will have.
      let number = content.storeHistory && !content.isBlank ? shell.executionCount : shell.executionCount &+ 1
      iopub.publish(
        "execute_input", parent: message.header.bytes,
        content: ["code": .string(content.code), "execution_count": .int(number)])
    }
    memory?.begin()
    let result = language.execute(content.request(count: shell.executionCount, message.metadata), in: context)
    memory?.end()
    outputCapture?.drain()
    finishExecute(message, content, result, started, on: shell)
  }

  private func finishExecute(
    _ message: Message, _ content: ExecuteContent, _ result: ExecuteResult, _ started: Timestamp,
    on shell: Shell
  ) {
    var answer: JSONObject
    var status: JSON = "ok"
    switch result.outcome {
    case .ok(let userExpressions):
      answer = ["status": "ok", "user_expressions": userExpressions]
    case .error(let report):
      answer = report.replyContent
      answer["user_expressions"] = .object(JSONObject())
      status = "error"
      if content.stopOnError, !content.silent {
        shell.abortQueue(after: message)
      }
    case .aborted:
      answer = ["status": "aborted"]
      status = "aborted"
    }
    answer["execution_count"] = .int(shell.executionCount)
    answer["payload"] = .array(result.payload)
    reply(
      message, "execute_reply", .object(answer),
      metadata: [
        "started": .string(started.text), "dependencies_met": true, "engine": .string(session.id),
        "status": status,
      ])
    if result.asksToExit { stopSoon() }
  }

  /// Ends the kernel after its client has had the time to read the reply: jupyter console looks for one only while the
  /// kernel lives, up to twice 50 ms later.
  private func stopSoon() {
    _ = NativeThread(name: "exit", stackSize: 256 << 10) { [self] in
      usleep(500_000)
      requestStop(restart: false)
    }
  }

  // MARK: Questions

  private func answer(_ type: MessageType, _ message: Message, on shell: Shell, _ language: any Language)
    -> JSON
  {
    do throws(BadRequest) {
      let content = try Content(message.content)
      switch type {
      case .complete: return language.complete(try content.completeRequest()).content
      case .inspect: return language.inspect(try content.inspectRequest()).content
      case .isComplete: return language.isComplete(try content.code()).content
      case .history:
        let request = try content.historyRequest()
        let entries = language.history(request).map { $0.content(withOutput: request.output) }
        return ["status": "ok", "history": .array(entries)]
      case .commInfo:
        var comms = JSONObject()
        for (id, target) in language.commInfo(targetName: try content.string("target_name")) {
          comms[id] = ["target_name": .string(target)]
        }
        return ["status": "ok", "comms": .object(comms)]
      case .execute, .commOpen, .commMessage, .commClose, .connect, .kernelInfo, .shutdown, .interrupt,
        .debug,
        .usage, .createSubshell, .deleteSubshell, .listSubshell:
        throw BadRequest(reason: "\(type.rawValue) is not a question")
      }
    } catch {
      return errorContent(type, error, shell.executionCount)
    }
  }

  private func dispatchComm(
    _ type: MessageType, _ message: Message, on shell: Shell, _ language: any Language
  ) {
    guard let id = message.content["comm_id"]?.string else {
      log.refused("\(message.header.type) without comm_id; dropped")
      return
    }
    let context = RequestContext(message: message, shell: shell, server: self)
    setLatest(context)
    let comm = CommMessage(
      id: id, targetName: message.content["target_name"]?.string,
      targetModule: message.content["target_module"]?.string,
      data: message.content["data"] ?? .object(JSONObject()), metadata: message.metadata,
      buffers: message.buffers)
    switch type {
    case .commOpen: language.commOpen(comm, in: context)
    case .commClose: language.commClose(comm, in: context)
    default: language.commMessage(comm, in: context)
    }
    outputCapture?.drain()
  }

  // MARK: Requests any thread can answer

  private func directContent(_ type: MessageType, _ message: Message) -> JSON {
    switch type {
    case .kernelInfo: return info.content
    case .connect: return connectContent
    case .shutdown:
      return ["status": "ok", "restart": .bool(message.content["restart"]?.bool ?? false)]
    case .interrupt:
      interruptEverything()
      return ["status": "ok"]
    case .usage: return usage.content
    case .debug: return debugContent(message)
    case .createSubshell, .deleteSubshell, .listSubshell: return subshellContent(type, message)
    case .execute, .inspect, .complete, .history, .isComplete, .commInfo, .commOpen, .commMessage, .commClose:
      return errorContent(type, BadRequest(reason: "\(type.rawValue) needs the language"), 0)
    }
  }

  private var connectContent: JSON {
    var content: JSONObject = ["status": "ok"]
    for channel in Channel.allCases {
      if let port = connection?.ports[channel] { content[channel.rawValue + "_port"] = .int(port) }
    }
    return .object(content)
  }

  private func debugContent(_ message: Message) -> JSON {
    guard message.channel == .control else {
      return errorContent(.debug, BadRequest(reason: "debug requests belong on the control channel"), 0)
    }
    guard let language = startedLanguage(waiting: 1000) else { return .object(JSONObject()) }
    return language.debug(
      message.content, events: DebugEventPublisher(iopub: iopub, parent: message.header.bytes))
  }

  private func subshellContent(_ type: MessageType, _ message: Message) -> JSON {
    guard info.supportsSubshells else {
      return errorContent(type, BadRequest(reason: "this kernel has no subshells"), 0)
    }
    switch type {
    case .createSubshell:
      guard let id = createSubshell() else {
        return errorContent(type, BadRequest(reason: "too many subshells"), 0)
      }
      return ["status": "ok", "subshell_id": .string(id)]
    case .listSubshell: return ["status": "ok", "subshell_id": .array(subshellIDs.map { .string($0) })]
    default:
      guard let id = message.content["subshell_id"]?.string else {
        return errorContent(type, BadRequest(reason: "subshell_id is missing"), 0)
      }
      guard deleteSubshell(id) else { return errorContent(type, BadRequest(reason: "no subshell \(id)"), 0) }
      return ["status": "ok"]
    }
  }

  /// Interrupts the running requests and the child processes they started.
  func interruptEverything() {
    guard interrupt() else { return }
    // Only a kernel that leads its process group may signal it; its own handler ignores the copy it gets.
    if ownsProcess, getpgrp() == getpid() { kill(0, SIGINT) }
  }
}

/// Publishes the events of the debugger.
private final class DebugEventPublisher: DebugEvents {
  private let iopub: IOPub
  private let parent: Frame

  init(iopub: IOPub, parent: Frame) {
    self.iopub = iopub
    self.parent = parent
  }

  func send(_ event: JSON) { iopub.publish("debug_event", parent: parent, content: event) }
}
