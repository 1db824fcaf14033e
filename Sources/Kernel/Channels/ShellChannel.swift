/// The thread that owns the shell and stdin sockets: verifies requests, queues them and sends the replies.
struct ShellChannel {
  let server: KernelServer
  let codec: WireCodec

  func run(shell: any MessageSocket, stdin: any MessageSocket) {
    var poller = Poller([shell, stdin], wake: server.shellOutbox.wake)
    while true {
      // Before new requests, so that a line that came late is not taken for the answer to the next one.
      while let frames = stdin.receive() { receiveInput(frames) }
      var received = 0
      while received < 64, let frames = shell.receive() {
        if let message = server.decode(frames, channel: .shell, codec) { route(message, shell) }
        received += 1
      }
      let replies = server.shellOutbox.take()
      for reply in replies { send(reply, on: reply.channel == .stdin ? stdin : shell) }
      if received > 0 || !replies.isEmpty { continue }
      if server.channelsAreStopped { break }
      poller.wait(milliseconds: -1)
    }
    shell.close(lingerMilliseconds: KernelServer.linger)
    stdin.close(lingerMilliseconds: 0)
  }

  private func send(_ reply: Reply, on socket: any MessageSocket) {
    socket.send(codec.encode(reply))
  }

  private func receiveInput(_ frames: [Frame]) {
    guard let message = server.decode(frames, channel: .stdin, codec) else { return }
    if !server.inputs.accept(message) {
      server.log.refused("stdin: nobody waits for this \(message.header.type); dropped")
    }
  }

  private func route(_ message: Message, _ socket: any MessageSocket) {
    guard let shell = server.shell(message.header.subshellID) else {
      server.refuse(message, "no subshell \(message.header.subshellID ?? "")")
      return
    }
    // Answered here while the language still starts or sleeps: no thread change, and no order to disturb.
    if message.header.type == MessageType.kernelInfo.rawValue, shell.isIdle {
      server.handleDirectly(.kernelInfo, message)
    } else {
      shell.enqueue(message)
    }
  }
}

/// The thread that owns the control socket; it never waits for the language.
struct ControlChannel {
  let server: KernelServer
  let codec: WireCodec

  func run(_ socket: any MessageSocket) {
    var poller = Poller([socket], wake: server.controlOutbox.wake)
    while true {
      var received = 0
      while received < 64, let frames = socket.receive() {
        if let message = server.decode(frames, channel: .control, codec) { route(message) }
        received += 1
        sendReplies(socket)
      }
      if sendReplies(socket) || received > 0 { continue }
      if server.channelsAreStopped { break }
      poller.wait(milliseconds: -1)
    }
    socket.close(lingerMilliseconds: KernelServer.linger)
  }

  @discardableResult
  private func sendReplies(_ socket: any MessageSocket) -> Bool {
    let replies = server.controlOutbox.take()
    for reply in replies { socket.send(codec.encode(reply)) }
    return !replies.isEmpty
  }

  private func route(_ message: Message) {
    let type = MessageType(rawValue: message.header.type)
    if let type, type.needsLanguage {
      server.mainShell.enqueue(message)
    } else if let type {
      server.handleDirectly(type, message)
    } else {
      server.ignore(message)
    }
  }
}

extension WireCodec {
  /// Signs and lays out a reply.
  func encode(_ reply: Reply) -> [Frame] {
    encode(
      type: reply.type, prefix: reply.identities, parent: reply.parent, content: reply.content,
      metadata: reply.metadata, header: reply.header)
  }
}
