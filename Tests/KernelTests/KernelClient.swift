import Glibc
import Testing
import ZMQShim

@testable import Kernel

/// How a test reaches its kernel.
enum TestTransport: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case inMemory, zmq
  var testDescription: String { rawValue }
}

/// Nothing came in time, or something else than expected.
struct ClientError: Error {
  var reason: String
}

/// A message the kernel sent.
struct Received {
  var identities: [Frame]
  var header: JSON
  var parent: JSON
  var metadata: JSON
  var content: JSON
  var buffers: [Frame]

  var type: String { header["msg_type"]?.string ?? "" }
  var parentID: String? { parent["msg_id"]?.string }
  var state: String? { type == "status" ? content["execution_state"]?.string : nil }
  /// Type, with the state of a status.
  var summary: String { state.map { "status:\($0)" } ?? type }
}

/// A strict client for one kernel in this process.
final class KernelClient {
  static let scheme = SignatureScheme(key: "test key")
  let server: KernelServer
  private let session = Session()
  private let codec: WireCodec
  private let memory = MemoryTransport()
  private var context: ZMQContext?
  private var sockets: [Channel: ZMQSocket] = [:]
  private let identity: Frame = Array("client".utf8)

  /// Runs a test against a kernel with the echo language.
  static func with(
    _ transport: TestTransport, info: KernelInfo = EchoLanguage.info, _ body: (KernelClient) throws -> Void
  ) throws {
    let client = try KernelClient(transport, info)
    defer { client.end() }
    try body(client)
  }

  private init(_ transport: TestTransport, _ info: KernelInfo) throws {
    server = KernelServer(info: info, language: { EchoLanguage() }, scheme: KernelClient.scheme)
    codec = try #require(
      WireCodec(scheme: KernelClient.scheme, session: session, replays: ReplayGuard()))
    switch transport {
    case .inMemory:
      #expect(server.start(memory.endpoints))
      memory.send([[1]], on: .iopub)
    case .zmq:
      let context = try ZMQContext()
      let ports = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, 0) })
      var opener = SocketOpener(
        context: context,
        info: ConnectionInfo(
          transport: .tcp, ip: "127.0.0.1", ports: ports, key: "test key", signatureScheme: "hmac-sha256"))
      #expect(server.start(try opener.open()))
      for channel in Channel.allCases {
        let socket = try context.makeSocket(channel == .iopub ? ZMQ_SUB : ZMQ_DEALER)
        if channel == .iopub {
          socket.set(ZMQ_SUBSCRIBE, text: "")
        } else {
          socket.set(ZMQ_ROUTING_ID, text: "client")
        }
        try socket.connect(opener.info.endpoint(channel))
        sockets[channel] = socket
      }
      self.context = context
    }
    _ = try until(.iopub) { $0.state == "starting" }
  }

  private func end() {
    server.stop()
    for socket in sockets.values { socket.close(lingerMilliseconds: 0) }
    context?.terminate()
  }

  // MARK: Sending

  func sendRaw(_ frames: [Frame], on channel: Channel) {
    if let socket = sockets[channel] {
      socket.send(frames)
    } else {
      memory.send([identity] + frames, on: channel)
    }
  }

  /// Sends a request and returns its message id.
  @discardableResult
  func send(
    _ type: String, _ content: JSON, on channel: Channel = .shell, parent: String? = nil,
    subshell: String? = nil,
    buffers: [Frame] = [], date: Timestamp = .now
  ) -> String {
    let id = Session.makeUUID()
    var header: JSONObject = [
      "msg_id": .string(id), "msg_type": .string(type), "session": .string(session.id), "username": "test",
      "date": .string(date.text), "version": "5.5", "extra": ["é", nil],
    ]
    if let subshell { header["subshell_id"] = .string(subshell) }
    let parentBytes = parent.map { JSON.object(["msg_id": .string($0)]).bytes }
    sendRaw(
      codec.encode(
        type: type, prefix: [], parent: parentBytes, content: content, buffers: buffers,
        header: JSON.object(header).bytes),
      on: channel)
    return id
  }

  func execute(
    _ code: String, _ more: JSONObject = JSONObject(), subshell: String? = nil, date: Timestamp = .now
  ) -> String {
    var content: JSONObject = ["code": .string(code)]
    for (key, value) in more.members { content[key] = value }
    return send("execute_request", .object(content), subshell: subshell, date: date)
  }

  // MARK: Receiving

  func receiveRaw(_ channel: Channel, milliseconds: Int = 5000) throws -> [Frame] {
    if let socket = sockets[channel] {
      var poller = Poller([socket], wake: Wake())
      let deadline = Clock.after(milliseconds: milliseconds)
      while true {
        if let frames = socket.receive() { return frames }
        guard Clock.now < deadline else { break }
        poller.wait(milliseconds: 10)
      }
    } else if let frames = memory.receive(channel, milliseconds: milliseconds) {
      return channel == .iopub ? frames : Array(frames.dropFirst())
    }
    throw ClientError(reason: "nothing on \(channel.rawValue)")
  }

  func receive(_ channel: Channel, milliseconds: Int = 5000) throws -> Received {
    let frames = try receiveRaw(channel, milliseconds: milliseconds)
    guard let at = frames.firstIndex(of: WireCodec.delimiter), frames.count >= at + 6 else {
      throw ClientError(reason: "malformed message on \(channel.rawValue)")
    }
    let signer = try #require(Signer(scheme: KernelClient.scheme))
    #expect(signer.verify(frames[at + 1], of: frames[(at + 2)...(at + 5)]))
    let parts = try frames[(at + 2)...(at + 5)].map { try JSON(parsing: $0) }
    return Received(
      identities: Array(frames[..<at]), header: parts[0], parent: parts[1], metadata: parts[2],
      content: parts[3], buffers: Array(frames[(at + 6)...]))
  }

  /// Everything on a channel up to the first message that fits.
  func until(_ channel: Channel, _ isLast: (Received) -> Bool) throws -> [Received] {
    var messages: [Received] = []
    while true {
      let message = try receive(channel)
      messages.append(message)
      if isLast(message) { return messages }
    }
  }

  /// What was published for a request, up to its idle.
  func published(for id: String) throws -> [Received] {
    try until(.iopub) { $0.state == "idle" && $0.parentID == id }.filter { $0.parentID == id }
  }

  /// The reply and what was published.
  func finish(_ id: String, on channel: Channel = .shell) throws -> (reply: Received, iopub: [Received]) {
    let reply = try receive(channel)
    #expect(reply.parentID == id)
    return (reply, try published(for: id))
  }
}
