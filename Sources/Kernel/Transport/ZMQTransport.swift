import Glibc
import ZMQShim

/// Why sockets could not be opened.
package enum TransportError: Error, Equatable {
  case bindFailed(endpoint: String, reason: String)
  case badCurveKey
  case outOfResources(String)
}

/// A libzmq context; ends after its sockets are closed.
final class ZMQContext: @unchecked Sendable {
  // Sendable: libzmq contexts are thread-safe.
  private let context: UnsafeMutableRawPointer

  init() throws(TransportError) {
    guard let made = zmq_ctx_new() else { throw .outOfResources("no ZeroMQ context") }
    context = made
    zmq_ctx_set(context, ZMQ_MAX_SOCKETS, 64)
    zmq_ctx_set(context, ZMQ_BLOCKY, 0)
  }

  func makeSocket(_ kind: Int32) throws(TransportError) -> ZMQSocket {
    guard let socket = zmq_socket(context, kind) else { throw .outOfResources(ZMQSocket.lastError) }
    return ZMQSocket(socket)
  }

  /// Waits until all sockets have sent what lingers.
  func terminate() { zmq_ctx_term(context) }
}

/// A libzmq socket.
final class ZMQSocket: MessageSocket {
  private var socket: UnsafeMutableRawPointer?

  init(_ socket: UnsafeMutableRawPointer) {
    self.socket = socket
    set(ZMQ_LINGER, 0)
  }

  var handle: UnsafeMutableRawPointer? { socket }

  static var lastError: String { String(cString: zmq_strerror(zmq_errno())) }

  @discardableResult
  func set(_ option: Int32, _ value: Int32) -> Bool {
    var value = value
    return zmq_setsockopt(socket, option, &value, MemoryLayout<Int32>.size) == 0
  }

  /// Refuses frames that say they are larger: their senders are cut off before memory is asked for.
  func setLargestFrame(_ bytes: Int64) {
    var value = bytes
    zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &value, MemoryLayout<Int64>.size)
  }

  @discardableResult
  func set(_ option: Int32, text: String) -> Bool {
    zmq_setsockopt(socket, option, text, text.utf8.count) == 0
  }

  func bind(_ endpoint: String) throws(TransportError) {
    guard zmq_bind(socket, endpoint) == 0 else {
      throw .bindFailed(endpoint: endpoint, reason: ZMQSocket.lastError)
    }
  }

  func connect(_ endpoint: String) throws(TransportError) {
    guard zmq_connect(socket, endpoint) == 0 else {
      throw .bindFailed(endpoint: endpoint, reason: ZMQSocket.lastError)
    }
  }

  var endpoint: String? {
    var size = 256
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: size) { buffer -> String? in
      guard let base = buffer.baseAddress, zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, base, &size) == 0 else {
        return nil
      }
      return String(cString: base)
    }
  }

  /// The port libzmq has chosen for a wildcard.
  var boundPort: Int? { endpoint?.split(separator: ":").last.flatMap { Int($0) } }

  func attach(_ wake: Wake) {}

  func receive() -> [Frame]? {
    guard let socket else { return nil }
    var frames: [Frame] = []
    var message = zmq_msg_t()
    var more = true
    while more {
      zmq_msg_init(&message)
      var flags = frames.isEmpty ? ZMQ_DONTWAIT : 0
      while zmq_msg_recv(&message, socket, flags) < 0 {
        guard zmq_errno() == EINTR else {
          zmq_msg_close(&message)
          return nil
        }
        flags = frames.isEmpty ? ZMQ_DONTWAIT : 0
      }
      let size = zmq_msg_size(&message)
      if size > 0, let data = zmq_msg_data(&message) {
        frames.append(Array(UnsafeRawBufferPointer(start: data, count: size)))
      } else {
        frames.append([])
      }
      more = zmq_msg_more(&message) != 0
      zmq_msg_close(&message)
    }
    return frames
  }

  func setDropping(_ isDropping: Bool) { set(ZMQ_XPUB_NODROP, isDropping ? 0 : 1) }

  func send(_ frames: [Frame]) -> Bool {
    guard let socket else { return true }
    for (position, frame) in frames.enumerated() {
      let flags = ZMQ_DONTWAIT | (position + 1 < frames.count ? ZMQ_SNDMORE : 0)
      let sent = frame.withUnsafeBytes { bytes in
        var result = zmq_send(socket, bytes.baseAddress, bytes.count, flags)
        while result < 0, zmq_errno() == EINTR {
          result = zmq_send(socket, bytes.baseAddress, bytes.count, flags)
        }
        return result
      }
      // Only the first frame can fail: libzmq counts whole messages.
      if sent < 0 { return zmq_errno() != EAGAIN }
    }
    return true
  }

  func close(lingerMilliseconds: Int) {
    guard let socket else { return }
    set(ZMQ_LINGER, Int32(clamping: lingerMilliseconds))
    zmq_close(socket)
    self.socket = nil
  }
}
