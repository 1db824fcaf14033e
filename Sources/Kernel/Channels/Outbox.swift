/// A message on its way to one client.
struct Reply: Sendable {
  var channel: Channel
  var type: String
  var identities: [Frame]
  var parent: Frame
  var content: JSON
  var metadata: JSON = .object(JSONObject())
  var header: Frame?

  init(to message: Message, type: String, content: JSON, metadata: JSON = .object(JSONObject())) {
    channel = message.channel
    identities = message.identities
    parent = message.header.bytes
    self.type = type
    self.content = content
    self.metadata = metadata
  }
}

/// Hands replies to the thread that owns the sockets.
final class Outbox: @unchecked Sendable {
  // Sendable: `replies` is touched under the monitor only.
  private let monitor = Monitor()
  private var replies: [Reply] = []
  let wake = Wake()

  func append(_ reply: Reply) {
    let isFirst = monitor.locked {
      replies.append(reply)
      return replies.count == 1
    }
    if isFirst { wake.signal() }
  }

  /// Takes everything, oldest first.
  func take() -> [Reply] {
    monitor.locked {
      var taken: [Reply] = []
      swap(&taken, &replies)
      return taken
    }
  }
}
