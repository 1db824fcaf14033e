import Glibc

/// Disconnects the peers of a bound socket that take nothing.
///
/// libzmq tells that the queue of some peer is full, not of which. The system tells: a connection whose send queue has
/// kept its length for a while belongs to a peer that does not read, one that reads slowly takes some every now and
/// then. A peer that is disconnected loses what it has not read; libzmq connects it again when it reads again.
struct SlowPeers {
  /// How long a peer may take nothing; one that has connected since another was given up may be the same and gets half.
  private static let patience: UInt64 = 5_000_000_000
  private static let leastPatience: UInt64 = 20_000_000
  /// Between two looks at the connections.
  private static let interval: UInt64 = 10_000_000
  /// After that long without a peer to give up, new ones are trusted again.
  private static let memory: UInt64 = 60_000_000_000

  private struct Peer {
    let descriptor: Int32
    let patience: UInt64
    var queued: Int32
    var since: UInt64
  }

  private var peers: [Peer] = []
  private var newcomersPatience = SlowPeers.patience
  private var lastGivenUp: UInt64 = 0
  private var lastLook: UInt64 = 0

  /// Looks at all connections of the socket bound to `endpoint`; call it now and then while a queue is full.
  ///
  /// - Returns: whether there are any.
  mutating func look(at endpoint: String, now: UInt64) -> Bool {
    guard now &- lastLook > SlowPeers.interval else { return !peers.isEmpty }
    // The time before a pause counts for nobody.
    let isContinued = now &- lastLook < 50 &* SlowPeers.interval
    lastLook = now
    if now &- lastGivenUp > SlowPeers.memory { newcomersPatience = SlowPeers.patience }
    var current: [Peer] = []
    for descriptor in connections(of: endpoint) {
      var queued: Int32 = 0
      // TIOCOUTQ is SIOCOUTQ: bytes the peer has not acknowledged.
      guard withUnsafeMutablePointer(to: &queued, { ioctl(descriptor, UInt(TIOCOUTQ), $0) }) == 0 else { continue }
      let known = peers.first { $0.descriptor == descriptor }
      var peer =
        known ?? Peer(descriptor: descriptor, patience: newcomersPatience, queued: queued, since: now)
      if queued == 0 || queued != peer.queued || !isContinued {
        peer.queued = queued
        peer.since = now
      }
      if now &- peer.since > peer.patience {
        shutdown(descriptor, Int32(SHUT_RDWR))
        newcomersPatience = max(min(newcomersPatience, peer.patience) / 2, SlowPeers.leastPatience)
        lastGivenUp = now
      } else {
        current.append(peer)
      }
    }
    peers = current
    return !current.isEmpty
  }

  /// The descriptors of this process that are connected through `endpoint`.
  private func connections(of endpoint: String) -> [Int32] {
    (FileIO.names(in: "/proc/self/fd") ?? []).compactMap { Int32($0) }.filter { isConnected($0, through: endpoint) }
  }

  private func isConnected(_ descriptor: Int32, through endpoint: String) -> Bool {
    guard let own = address(descriptor, getsockname), address(descriptor, getpeername) != nil else { return false }
    switch own.family {
    case sa_family_t(AF_INET), sa_family_t(AF_INET6):
      let port = Int(own.bytes[2]) << 8 | Int(own.bytes[3])
      return endpoint.hasPrefix("tcp:") && endpoint.hasSuffix(":\(port)")
    case sa_family_t(AF_UNIX):
      let path = own.bytes.dropFirst(2).prefix { $0 != 0 }
      return !path.isEmpty && endpoint == "ipc://" + String(decoding: path, as: UTF8.self)
    default: return false
    }
  }

  private typealias Query = (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32

  /// A socket's address, nil when the descriptor is no socket or has none.
  private func address(_ descriptor: Int32, _ query: Query) -> (family: sa_family_t, bytes: [UInt8])? {
    var storage = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { query(descriptor, $0, &size) }
    }
    guard status == 0 else { return nil }
    let bytes = withUnsafeBytes(of: storage) { Array($0.prefix(Int(size))) }
    return bytes.count < 2 ? nil : (storage.ss_family, bytes + [0, 0, 0, 0])
  }
}
