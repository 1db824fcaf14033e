import Glibc

/// Why another program could not be reached.
struct PeerError: Error {
  let reason: String

  static var system: PeerError { PeerError(reason: String(cString: strerror(errno))) }
}

/// Plain TCP, for what a gateway says beside ZeroMQ.
enum Peer {
  /// Seconds one connection, read or write may take.
  static let patience = 10

  /// Connects, sends all and closes.
  static func send(_ bytes: [UInt8], host: String, port: String) throws(PeerError) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, port, &hints, &found)
    guard status == 0, let found else { throw PeerError(reason: String(cString: gai_strerror(status))) }
    defer { freeaddrinfo(found) }
    var failure = PeerError(reason: "no address")
    var next: UnsafeMutablePointer<addrinfo>? = found
    while let address = next?.pointee {
      next = address.ai_next
      let descriptor = socket(address.ai_family, address.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), address.ai_protocol)
      guard descriptor >= 0 else {
        failure = .system
        continue
      }
      defer { close(descriptor) }
      limit(descriptor, seconds: patience)
      guard connect(descriptor, address.ai_addr, address.ai_addrlen) == 0, writeAll(descriptor, bytes) else {
        failure = .system
        continue
      }
      shutdown(descriptor, Int32(SHUT_WR))
      return
    }
    throw failure
  }

  /// A socket that listens on all addresses, in a range if there is one, and its port; nil when there is none to be had.
  static func listen(ports: ClosedRange<Int>?) -> (descriptor: Int32, port: Int)? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    let candidates = ports?.shuffled().prefix(1000).map { UInt16(truncatingIfNeeded: $0) } ?? [0]
    for candidate in candidates {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = candidate.bigEndian
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      let bound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
          bind(descriptor, generic, size) == 0 && getsockname(descriptor, generic, &size) == 0
        }
      }
      if bound, Glibc.listen(descriptor, 8) == 0 { return (descriptor, Int(UInt16(bigEndian: address.sin_port))) }
    }
    close(descriptor)
    return nil
  }

  /// What one client sends until it closes, at most 4 kB; nil when the listener has been shut.
  static func accept(_ listener: Int32) -> [UInt8]? {
    let client = Glibc.accept(listener, nil, nil)
    guard client >= 0 else {
      let code = errno
      // Without a free descriptor the connection stays where it is, and the next look would come at once.
      if code == EMFILE || code == ENFILE { usleep(100_000) }
      return [EINTR, ECONNABORTED, EMFILE, ENFILE].contains(code) ? [] : nil
    }
    defer { close(client) }
    // The gateway sends at once; who connects and keeps silent must not hold up the others.
    limit(client, seconds: 1)
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    while count < bytes.count {
      let room = bytes.count - count
      let received = bytes.withUnsafeMutableBytes { buffer in
        buffer.baseAddress.map { recv(client, $0 + count, room, 0) } ?? 0
      }
      guard received > 0 else { break }
      count += received
    }
    return Array(bytes.prefix(count))
  }

  private static func limit(_ descriptor: Int32, seconds: Int) {
    var time = timeval(tv_sec: seconds, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
  }

  private static func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
