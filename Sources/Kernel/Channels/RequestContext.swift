/// The output of one request: everything goes to iopub with the request as parent.
final class RequestContext: ExecutionContext {
  private let message: Message
  private let shell: Shell
  private let server: KernelServer
  private let allowsStdin: Bool
  let isSilent: Bool

  init(
    message: Message, shell: Shell, server: KernelServer, isSilent: Bool = false, allowsStdin: Bool = false
  ) {
    self.message = message
    self.shell = shell
    self.server = server
    self.isSilent = isSilent
    self.allowsStdin = allowsStdin
  }

  private var parent: Frame { message.header.bytes }
  private var iopub: IOPub { server.iopub }

  var parentHeader: JSON { .encoded(message.header.bytes) }
  var subshellID: String? { shell.id }
  var identities: [[UInt8]] { message.identities }
  var lastControlRequest: (header: JSON, identities: [[UInt8]])? {
    server.lastControl.map { (.encoded($0.header.bytes), $0.identities) }
  }

  func stream(_ name: StreamName, _ bytes: UnsafeRawBufferPointer) {
    guard !isSilent else { return }
    iopub.stream(name, bytes, parent: parent) { shell.isInterrupted }
  }

  func flush() { iopub.flush() }

  private func send(
    _ type: String, _ content: JSON, metadata: JSON = .object(JSONObject()), buffers: [Frame] = []
  ) {
    guard !isSilent else { return }
    iopub.waitForRoom { shell.isInterrupted }
    iopub.publish(type, parent: parent, content: content, metadata: metadata, buffers: buffers)
  }

  func displayData(_ data: JSON, metadata: JSON, transient: JSON) {
    send("display_data", ["data": data, "metadata": metadata, "transient": transient])
  }

  func updateDisplayData(_ data: JSON, metadata: JSON, transient: JSON) {
    send("update_display_data", ["data": data, "metadata": metadata, "transient": transient])
  }

  func executeResult(_ data: JSON, metadata: JSON, executionCount: Int) {
    send("execute_result", ["execution_count": .int(executionCount), "data": data, "metadata": metadata])
  }

  func error(_ report: ErrorReport) { send("error", report.content) }

  func clearOutput(wait: Bool) { send("clear_output", ["wait": .bool(wait)]) }

  func input(prompt: String, password: Bool) -> InputResult {
    guard allowsStdin else { return .notAllowed }
    flush()
    let header = server.session.header(type: "input_request")
    let ticket = server.inputs.open(for: message, requestID: header.messageID)
    var request = Reply(
      to: message, type: "input_request",
      content: ["prompt": .string(prompt), "password": .bool(password)])
    request.channel = .stdin
    request.header = header.bytes
    server.shellOutbox.append(request)
    let result = server.inputs.wait(ticket) { shell.isInterrupted }
    if result == .interrupted { shell.consumeInterrupt() }
    return result
  }

  func interruptWasRaised() { shell.consumeInterrupt() }

  func serve(seconds: Double) -> ServeResult {
    var none: [PolledDescriptor] = []
    return serve(seconds: seconds, polling: &none)
  }

  func serve(seconds: Double, polling descriptors: inout [PolledDescriptor]) -> ServeResult {
    let (result, comm) = shell.waitForComm(seconds: seconds, polling: &descriptors)
    if result == .interrupted { shell.consumeInterrupt() }
    if let comm { server.handleComm(comm, on: shell) }
    return result
  }

  func wake() { shell.wake() }

  func sendComm(_ action: CommAction, _ comm: CommMessage) {
    var content: JSONObject = ["comm_id": .string(comm.id), "data": comm.data]
    if action == .open {
      content["target_name"] = .string(comm.targetName ?? "")
      content["target_module"] = comm.targetModule.map { .string($0) } ?? .null
    }
    // Comms are state, not output: they are sent for silent requests too.
    iopub.waitForRoom { shell.isInterrupted }
    iopub.publish(
      action.rawValue, parent: parent, content: .object(content), metadata: comm.metadata,
      buffers: comm.buffers)
  }

  func publish(type: String, content: JSON, metadata: JSON, buffers: [[UInt8]]) {
    send(type, content, metadata: metadata, buffers: buffers)
  }
}

extension ErrorReport {
  /// Content of an `error` message.
  var content: JSON {
    [
      "ename": .string(name), "evalue": .string(value), "traceback": .array(traceback.map { .string($0) }),
    ]
  }

  /// Content of a reply with status error.
  var replyContent: JSONObject {
    [
      "status": "error", "ename": .string(name), "evalue": .string(value),
      "traceback": .array(traceback.map { .string($0) }),
    ]
  }
}
