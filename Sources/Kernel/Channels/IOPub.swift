// One FIFO carries streams, displays, results, errors and status to all subscribers, so idle can never overtake
// output. Only the end of the FIFO can grow: text for the same stream and parent is appended to the last item. The
// iopub thread holds a run of stream items at the end back for a moment: 2 ms after a silence, else until 50 ms have
// passed since the last stream message or 64 kB are there. Whatever follows in the FIFO sends it at once.
//
// Nothing is lost to a subscriber that reads slowly: when its queue in libzmq is full, the iopub thread waits, the
// FIFO fills up, and at 32 MB the cell waits too. A subscriber that takes nothing for 5 seconds is disconnected, so
// that the others go on; see `SlowPeers`.

/// Publishes to the iopub socket; any thread may append.
final class IOPub: @unchecked Sendable {
  // Sendable: everything mutable is touched under the monitor.
  private let monitor = Monitor()
  private var pending: [Item] = []
  private var pendingBytes = 0
  // The stream items at the end of the FIFO, which may still grow: how many, their bytes, when to send them.
  private var runLength = 0
  private var runBytes = 0
  private var runReadyAt: UInt64 = 0
  private var isSleeping = false
  private var isStopped = false
  private var lastStreamSent: UInt64 = 0
  private var statusWasPublished = false
  // Only on the iopub thread.
  private var slowPeers = SlowPeers()

  let wake = Wake()
  private let session: Session
  private let topicPrefix: String

  private static let firstDelay: UInt64 = 2_000_000
  private static let interval: UInt64 = 50_000_000
  private static let chunk = 64 << 10
  /// Changes between streams within one run before their order is given up.
  private static let alternations = 24
  /// Writers wait while more than this waits to be sent.
  private static let bound = 32 << 20

  struct Item: Sendable {
    var type: String
    var topic: String
    var parent: Frame?
    var content: JSON
    var metadata: JSON = .object(JSONObject())
    var buffers: [Frame] = []
    var stream: StreamName?
    var text: Frame = []
    /// What it counts against the bound: the large parts.
    var size: Int { text.count &+ 256 &+ weight &+ buffers.reduce(0) { $0 &+ $1.count } }
    /// Rough number of bytes in the content.
    var weight = 0
  }

  init(session: Session) {
    self.session = session
    topicPrefix = "kernel.\(session.id)."
  }

  // MARK: Appending

  /// Publishes `status`.
  func status(_ state: JSON, parent: Frame?) {
    append(Item(type: "status", topic: topicPrefix + "status", parent: parent, content: state))
  }

  static let busy: JSON = .encoded(Array(#"{"execution_state":"busy"}"#.utf8))
  static let idle: JSON = .encoded(Array(#"{"execution_state":"idle"}"#.utf8))
  static let starting: JSON = .encoded(Array(#"{"execution_state":"starting"}"#.utf8))

  /// Publishes a message; its topic is derived from its type.
  func publish(
    _ type: String, parent: Frame?, content: JSON, metadata: JSON = .object(JSONObject()),
    buffers: [Frame] = []
  ) {
    var item = Item(
      type: type, topic: topic(type, content), parent: parent, content: content, metadata: metadata,
      buffers: buffers)
    item.weight = content.weight()
    append(item)
  }

  private func topic(_ type: String, _ content: JSON) -> String {
    switch type {
    case "display_data", "update_display_data", "clear_output": "display_data"
    case "comm_open", "comm_msg", "comm_close": "comm-" + (content["comm_id"]?.string ?? "")
    default: topicPrefix + type
    }
  }

  private func append(_ item: Item) {
    let mustWake = monitor.locked {
      pending.append(item)
      pendingBytes &+= item.size
      endRun()
      if item.type == "status" { statusWasPublished = true }
      return takeSleep()
    }
    if mustWake { wake.signal() }
  }

  /// Appends stream text; waits while too much is pending, until `isInterrupted`.
  func stream(
    _ name: StreamName, _ bytes: UnsafeRawBufferPointer, parent: Frame?, isInterrupted: () -> Bool
  ) {
    guard !bytes.isEmpty else { return }
    let mustWake = monitor.locked {
      waitForRoom(isInterrupted)
      runBytes &+= bytes.count
      if let at = growing(name, parent) {
        pending[at].text.append(contentsOf: bytes)
        pendingBytes &+= bytes.count
        return runBytes >= IOPub.chunk && takeSleep()
      }
      var item = Item(type: "stream", topic: "stream." + name.rawValue, parent: parent, content: .null)
      item.stream = name
      item.text = Array(bytes)
      pending.append(item)
      pendingBytes &+= item.size
      runLength &+= 1
      if runLength == 1 { runReadyAt = max(Clock.now &+ IOPub.firstDelay, lastStreamSent &+ IOPub.interval) }
      return (runLength == 1 || runBytes >= IOPub.chunk) && takeSleep()
    }
    if mustWake { wake.signal() }
  }

  /// The item of the run at the end that takes more text.
  ///
  /// Two streams in turn keep their order for a while; then each is gathered in one item, since front ends cut off
  /// kernels that send more than 1000 messages a second. Inside the monitor.
  private func growing(_ name: StreamName, _ parent: Frame?) -> Int? {
    guard runLength > 0 else { return nil }
    let last = pending.count - 1
    if pending[last].stream == name, pending[last].parent == parent { return last }
    guard runLength >= IOPub.alternations, pending[last - 1].stream == name,
      pending[last - 1].parent == parent
    else {
      return nil
    }
    return last - 1
  }

  /// Waits until a writer of displays may go on.
  func waitForRoom(isInterrupted: () -> Bool) {
    monitor.locked { waitForRoom(isInterrupted) }
  }

  // Inside the monitor. Polls the interrupt, which comes from another monitor.
  private func waitForRoom(_ isInterrupted: () -> Bool) {
    while pendingBytes > IOPub.bound, !isStopped, !isInterrupted() {
      _ = monitor.wait(until: Clock.after(milliseconds: 20))
    }
  }

  /// Sends gathered stream text now.
  func flush() {
    let mustWake = monitor.locked {
      guard runLength > 0 else { return false }
      runReadyAt = 0
      return takeSleep()
    }
    if mustWake { wake.signal() }
  }

  private func takeSleep() -> Bool {
    defer { isSleeping = false }
    return isSleeping
  }

  /// Ends the thread after everything pending is sent.
  func stop() {
    monitor.locked {
      isStopped = true
      monitor.wakeAll()
    }
    wake.signal()
  }

  /// Whether `stop` was called.
  var hasStopped: Bool { monitor.locked { isStopped } }

  // MARK: The iopub thread

  /// Sends what is appended and welcomes subscribers, until stopped.
  func run(socket: any MessageSocket, codec: WireCodec) {
    var poller = Poller([socket], wake: wake)
    while true {
      while let frames = socket.receive() { welcome(frames, socket, codec) }
      let (batch, deadline, stopped) = take()
      for item in batch {
        let frames = encode(item, codec)
        while !deliver(frames, socket) {
          // Subscriptions must not wait behind a slow subscriber.
          while let subscription = socket.receive() { welcome(subscription, socket, codec) }
          poller.wait(milliseconds: 2)
        }
        monitor.locked { release(item) }
      }
      if !batch.isEmpty { continue }
      if stopped { return }
      var milliseconds = -1
      if let deadline {
        let now = Clock.now
        milliseconds = deadline <= now ? 0 : Int((deadline - now) / 1_000_000) + 1
      }
      poller.wait(milliseconds: milliseconds)
    }
  }

  /// Takes everything that may go; with nothing to send, the thread counts as sleeping.
  private func take() -> (batch: [Item], deadline: UInt64?, stopped: Bool) {
    monitor.locked {
      let now = Clock.now
      let isHeld = runLength > 0 && runReadyAt > now && runBytes < IOPub.chunk && !isStopped
      let held = isHeld ? runLength : 0
      if pending.count == held {
        isSleeping = true
        return ([], isHeld ? runReadyAt : nil, isStopped)
      }
      var batch: [Item] = []
      swap(&batch, &pending)
      if isHeld {
        pending = Array(batch.suffix(held))
        batch.removeLast(held)
      } else {
        endRun()
      }
      if batch.contains(where: { $0.stream != nil }) { lastStreamSent = now }
      return (batch, isHeld ? runReadyAt : nil, isStopped)
    }
  }

  // Inside the monitor.
  private func endRun() {
    runLength = 0
    runBytes = 0
  }

  // Inside the monitor.
  private func release(_ item: Item) {
    let wasFull = pendingBytes > IOPub.bound
    pendingBytes &-= item.size
    if wasFull, pendingBytes <= IOPub.bound { monitor.wakeAll() }
  }

  /// Sends; false while a subscriber's queue is full that is not given up yet.
  private func deliver(_ frames: [Frame], _ socket: any MessageSocket) -> Bool {
    if socket.send(frames) { return true }
    let canWait = socket.endpoint.map { slowPeers.look(at: $0, now: Clock.now) } ?? false
    guard !canWait || hasStopped else { return false }
    // Nobody to be given up later: whose queue is full loses this message.
    socket.setDropping(true)
    defer { socket.setDropping(false) }
    return socket.send(frames)
  }

  private func encode(_ item: Item, _ codec: WireCodec) -> [Frame] {
    var content = item.content
    if let stream = item.stream {
      var writer = JSONWriter()
      writer.literal("{\"name\":\"")
      writer.literal(stream == .stdout ? "stdout" : "stderr")
      writer.literal("\",\"text\":")
      item.text.withUnsafeBufferPointer { writer.writeString(utf8: $0) }
      writer.literal("}")
      content = .encoded(writer.bytes)
    }
    return codec.encode(
      type: item.type, prefix: [Array(item.topic.utf8)], parent: item.parent, content: content,
      metadata: item.metadata, buffers: item.buffers)
  }

  /// Answers a subscription (a first byte of 1) by `iopub_welcome`, unless its topic is not UTF-8.
  private func welcome(_ frames: [Frame], _ socket: any MessageSocket, _ codec: WireCodec) {
    guard frames.count == 1, let frame = frames.first, frame.first == 1,
      let topic = String(validating: frame.dropFirst(), as: UTF8.self)
    else { return }
    socket.send(
      codec.encode(
        type: "iopub_welcome", prefix: [Array(frame.dropFirst())], parent: nil,
        content: ["subscription": .string(topic)]))
    announceStart()
  }

  /// Publishes `starting` to the first subscriber, provided it is still true.
  private func announceStart() {
    let isFirst = monitor.locked {
      defer { statusWasPublished = true }
      return !statusWasPublished
    }
    if isFirst { status(IOPub.starting, parent: nil) }
  }
}
