import Glibc
import ZMQShim

/// Opens the five sockets of a connection.
struct SocketOpener {
  /// Messages libzmq keeps for each subscriber; with stream messages of 64 kB that is at most 128 MB.
  private static let iopubQueue: Int32 = 2000

  let context: ZMQContext
  private(set) var info: ConnectionInfo

  /// From where tcp ports are picked; nil is any.
  let range: ClosedRange<Int>?

  init(context: ZMQContext, info: ConnectionInfo, range: ClosedRange<Int>? = nil) {
    self.context = context
    self.info = info
    self.range = range
  }

  /// Binds all sockets; afterwards `info` holds the real ports.
  mutating func open() throws(StartError) -> Endpoints {
    let shell = try bind(.shell, ZMQ_ROUTER)
    let iopub = try bind(.iopub, ZMQ_XPUB)
    let stdin = try bind(.stdin, ZMQ_ROUTER)
    let control = try bind(.control, ZMQ_ROUTER)
    let heartbeat = try bind(.heartbeat, ZMQ_ROUTER)
    return Endpoints(shell: shell, stdin: stdin, control: control, iopub: iopub, heartbeat: heartbeat)
  }

  private mutating func bind(_ channel: Channel, _ kind: Int32) throws(StartError) -> ZMQSocket {
    do throws(TransportError) {
      let socket = try context.makeSocket(kind)
      // Replies are never dropped. iopub has a limit, behind which `IOPub` waits.
      socket.set(ZMQ_SNDHWM, kind == ZMQ_XPUB ? SocketOpener.iopubQueue : 0)
      socket.set(ZMQ_RCVHWM, 0)
      socket.setLargestFrame(1 << 31)
      if info.ip.contains(":") { socket.set(ZMQ_IPV6, 1) }
      if kind == ZMQ_ROUTER, channel != .heartbeat { socket.set(ZMQ_ROUTER_HANDOVER, 1) }
      if kind == ZMQ_XPUB {
        socket.set(ZMQ_XPUB_VERBOSE, 1)
        socket.setDropping(false)
      }
      if let curve = info.curve { try encrypt(socket, curve) }
      try bind(socket, channel)
      return socket
    } catch {
      throw SocketOpener.startError(error, channel)
    }
  }

  private func encrypt(_ socket: ZMQSocket, _ curve: ConnectionInfo.Curve) throws(TransportError) {
    guard socket.set(ZMQ_CURVE_SERVER, 1), socket.set(ZMQ_CURVE_PUBLICKEY, text: curve.publicKey),
      socket.set(ZMQ_CURVE_SECRETKEY, text: curve.secretKey)
    else { throw .badCurveKey }
  }

  private mutating func bind(_ socket: ZMQSocket, _ channel: Channel) throws(TransportError) {
    guard info.ports[channel] == 0 else { return try socket.bind(info.endpoint(channel)) }
    if info.transport == .tcp, let range {
      try bind(socket, channel, in: range)
    } else if info.transport == .tcp {
      try socket.bind(info.endpoint(channel))
      info.ports[channel] = socket.boundPort ?? 0
    } else {
      // For ipc a port is only a suffix of a path: take the first that is free.
      let taken = Set(info.ports.values)
      let free = (1...65535).first { !taken.contains($0) && access("\(info.ip)-\($0)", F_OK) != 0 }
      info.ports[channel] = free ?? 1
      try socket.bind(info.endpoint(channel))
    }
  }

  private mutating func bind(
    _ socket: ZMQSocket, _ channel: Channel, in range: ClosedRange<Int>
  ) throws(TransportError) {
    // In an order of chance: kernels that start together must not fight for the same ports.
    var failure = TransportError.bindFailed(endpoint: "ports \(range)", reason: "none is free")
    for port in range.shuffled().prefix(1000) {
      info.ports[channel] = port
      do throws(TransportError) {
        return try socket.bind(info.endpoint(channel))
      } catch {
        failure = error
      }
    }
    throw failure
  }

  private static func startError(_ error: TransportError, _ channel: Channel) -> StartError {
    switch error {
    case .bindFailed(let endpoint, let reason):
      StartError("cannot listen on \(endpoint) (\(channel.rawValue)): \(reason)", exitCode: 69)
    case .badCurveKey: StartError("the curve keys of the connection file are invalid", exitCode: 65)
    case .outOfResources(let reason): StartError("cannot open a socket: \(reason)", exitCode: 69)
    }
  }
}
