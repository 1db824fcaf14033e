import Glibc
import ZMQShim

/// One frame of a message.
package typealias Frame = [UInt8]

/// A socket for multipart messages; it belongs to the thread that polls it.
package protocol MessageSocket: AnyObject {
  /// Takes the next message, nil when none waits.
  func receive() -> [Frame]?
  /// Sends a message, or drops it when nobody is there; false if a peer's queue is full and nothing was sent.
  @discardableResult
  func send(_ frames: [Frame]) -> Bool
  /// Whether a publisher drops messages for peers whose queues are full, rather than to send to nobody.
  func setDropping(_ isDropping: Bool)
  /// Where the socket is bound, as libzmq writes it; nil for sockets without connections.
  var endpoint: String? { get }
  /// Ends the socket after giving waiting messages some milliseconds to leave.
  func close(lingerMilliseconds: Int)
  /// The libzmq socket to poll, nil if the socket signals its owner's `Wake` instead.
  var handle: UnsafeMutableRawPointer? { get }
  /// Names the wake-up to signal when a message arrives (only for sockets without a handle).
  func attach(_ wake: Wake)
}

/// Waits for several sockets and a wake-up.
struct Poller {
  private var items: [zmq_pollitem_t]
  private let wake: Wake

  init(_ sockets: [any MessageSocket], wake: Wake) {
    self.wake = wake
    items = []
    for socket in sockets {
      if let handle = socket.handle {
        items.append(zmq_pollitem_t(socket: handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0))
      } else {
        socket.attach(wake)
      }
    }
    items.append(zmq_pollitem_t(socket: nil, fd: wake.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
  }

  /// Waits until something can be received, the wake-up is signalled or the time is over (-1: for ever).
  mutating func wait(milliseconds: Int) {
    if items.count == 1 {
      var descriptor = pollfd(fd: wake.descriptor, events: Int16(POLLIN), revents: 0)
      poll(&descriptor, 1, Int32(clamping: milliseconds))
    } else {
      zmq_poll(&items, Int32(items.count), milliseconds)
    }
    wake.clear()
  }
}
