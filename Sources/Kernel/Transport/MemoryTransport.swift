// The sockets of the protocol in memory, for tests and for kernels that serve their own process: same interface,
// no libzmq. The client side plays any number of clients that are named by their identity frame.

/// One direction of messages between two threads.
final class MemoryPipe: @unchecked Sendable {
  // Sendable: everything mutable is touched under the monitor.
  private let monitor = Monitor()
  private var messages: [[Frame]] = []
  private var wake: Wake?

  func attach(_ wake: Wake) { monitor.locked { self.wake = wake } }

  func append(_ frames: [Frame]) {
    let wake = monitor.locked {
      messages.append(frames)
      monitor.wakeAll()
      return self.wake
    }
    wake?.signal()
  }

  func take() -> [Frame]? { monitor.locked { messages.isEmpty ? nil : messages.removeFirst() } }

  /// Waits for a message; nil when none came in time.
  func wait(milliseconds: Int) -> [Frame]? {
    let deadline = Clock.after(milliseconds: milliseconds)
    return monitor.locked {
      while messages.isEmpty { guard monitor.wait(until: deadline) else { break } }
      return messages.isEmpty ? nil : messages.removeFirst()
    }
  }
}

/// The kernel's end of a socket in memory.
final class MemorySocket: MessageSocket {
  private let incoming: MemoryPipe
  private let outgoing: MemoryPipe

  init(incoming: MemoryPipe, outgoing: MemoryPipe) {
    self.incoming = incoming
    self.outgoing = outgoing
  }

  var handle: UnsafeMutableRawPointer? { nil }
  func attach(_ wake: Wake) { incoming.attach(wake) }
  func receive() -> [Frame]? { incoming.take() }
  func send(_ frames: [Frame]) -> Bool {
    outgoing.append(frames)
    return true
  }
  func setDropping(_ isDropping: Bool) {}
  var endpoint: String? { nil }
  func close(lingerMilliseconds: Int) {}
}

/// Five sockets in memory.
package final class MemoryTransport: Sendable {
  private let toKernel: [Channel: MemoryPipe]
  private let toClient: [Channel: MemoryPipe]

  /// Creates unconnected sockets.
  package init() {
    toKernel = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, MemoryPipe()) })
    toClient = Dictionary(uniqueKeysWithValues: Channel.allCases.map { ($0, MemoryPipe()) })
  }

  private func socket(_ channel: Channel) -> MemorySocket {
    MemorySocket(
      incoming: toKernel[channel] ?? MemoryPipe(), outgoing: toClient[channel] ?? MemoryPipe())
  }

  /// The kernel's side.
  package var endpoints: Endpoints {
    Endpoints(
      shell: socket(.shell), stdin: socket(.stdin), control: socket(.control), iopub: socket(.iopub),
      heartbeat: socket(.heartbeat))
  }

  /// Sends frames to the kernel.
  package func send(_ frames: [Frame], on channel: Channel) { toKernel[channel]?.append(frames) }

  /// The next frames from the kernel; nil when none come in time.
  package func receive(_ channel: Channel, milliseconds: Int) -> [Frame]? {
    toClient[channel]?.wait(milliseconds: milliseconds)
  }
}
