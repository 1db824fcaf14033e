import Glibc

/// Hears what a gateway asks of a kernel it cannot reach by signals: `{"signum": N}` and `{"shutdown": 1}`, one in a
/// connection.
///
/// Like all of the gateway's own launchers it believes whoever reaches the port: it belongs behind the gateway.
struct GatewayListener {
  /// Where it listens.
  let port: Int
  private let descriptor: Int32

  /// Opens a port; throws when there is none free.
  init(ports: ClosedRange<Int>?) throws(StartError) {
    guard let listening = Peer.listen(ports: ports) else {
      throw StartError("no port is free for the gateway's signals", exitCode: 69)
    }
    (descriptor, port) = listening
  }

  /// Serves the kernel until the process ends.
  func start(_ server: KernelServer) {
    _ = NativeThread(name: "gateway", stackSize: 256 << 10) { [descriptor] in
      while let bytes = Peer.accept(descriptor) {
        guard let request = try? JSON(parsing: bytes) else { continue }
        if request["shutdown"]?.int == 1 { server.requestStop(restart: false) }
        if let number = request["signum"]?.int { GatewayListener.take(Int32(truncatingIfNeeded: number), server) }
      }
    }
  }

  // 0 only asks whether somebody listens. A signal of our own to ourselves would be taken as meant for children.
  private static func take(_ number: Int32, _ server: KernelServer) {
    switch number {
    case SIGINT: server.interrupt()
    case SIGTERM, SIGHUP: server.requestStop(restart: false)
    case SIGKILL: kill(getpid(), SIGKILL)
    default: break
    }
  }
}
