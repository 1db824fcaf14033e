import Glibc
import ZMQShim

/// A POSIX thread with a name and a stack size of its own.
package final class NativeThread: @unchecked Sendable {
  // Sendable: `finished` is only touched under the monitor.
  private let monitor = Monitor()
  private var finished = false

  /// Starts a thread; the body keeps everything it captures alive.
  package init(name: String, stackSize: Int = 2 << 20, body: @escaping @Sendable () -> Void) {
    let start = Start(name: name, body: body, thread: self)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var identifier = pthread_t()
    let argument = Unmanaged.passRetained(start).toOpaque()
    // Where address space is short, a smaller stack is better than no thread.
    var size = stackSize
    var status: Int32
    repeat {
      pthread_attr_setstacksize(&attributes, size)
      status = pthread_create(&identifier, &attributes, NativeThread.entry, argument)
      size /= 2
    } while status == EAGAIN && size >= 1 << 20
    pthread_attr_destroy(&attributes)
    precondition(status == 0, "pthread_create failed with \(status) for the thread \(name)")
  }

  private static let entry: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    argument in
    guard let argument else { return nil }
    let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
    wick_name_thread(start.name)
    start.body()
    start.thread.finish()
    return nil
  }

  private func finish() {
    monitor.locked {
      finished = true
      monitor.wakeAll()
    }
  }

  /// Whether the thread has ended.
  var hasFinished: Bool { monitor.locked { finished } }

  /// Waits for the end of the thread; false when it still runs at the deadline.
  package func join(milliseconds: Int) -> Bool {
    let deadline = Clock.after(milliseconds: milliseconds)
    return monitor.locked {
      while !finished, monitor.wait(until: deadline) {}
      return finished
    }
  }

  private final class Start: Sendable {
    let name: String
    let body: @Sendable () -> Void
    let thread: NativeThread

    init(name: String, body: @escaping @Sendable () -> Void, thread: NativeThread) {
      self.name = name
      self.body = body
      self.thread = thread
    }
  }
}
