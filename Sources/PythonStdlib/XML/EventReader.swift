import Glibc
import Interpreter

/// The iterator of `iterparse`: what is in a queue, then what a function of Python's puts there.
final class EventReader: NativeIterator {
  private let queue: DequeObject
  /// Reads on; the end is told by a tuple that begins with the outermost element.
  private var more: Value
  /// The outermost element, once all is read.
  var root = Value.none

  init(_ tools: TreeTools, _ queue: DequeObject, _ more: Value) {
    self.queue = queue
    self.more = more
    super.init(kind: .iterator, type: tools.reader, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(.held(queue))
    visit(.held(more))
    visit(.held(root))
  }
  override func clearReferences() {
    more = .none
    root = .none
  }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    while queue.count == 0 {
      if more.isNone { return .undefined }
      let function = more
      do throws(Raised) {
        if let end = try vm.call(function, []).asTuple, end.count > 0 {
          more = .none
          // (The tuple may be nobody else's.)
          root = withExtendedLifetime(end) { end.items[0].value }
        }
      } catch {
        // As a generator does, it ends with an exception.
        more = .none
        throw error
      }
    }
    let event = queue.popFirst()
    if event.isKind(.exception) {
      let error = event.value.asException
      event.release()
      more = .none
      if let error { throw Raised(error) }
    }
    return event
  }
}

/// Bytes of text that grow and are taken all at once, again and again.
struct TextBytes: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity = 256
  private var count = 0

  init() { base = .allocate(capacity: 256) }
  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<CChar>, _ size: Int) {
    if size > capacity &- count { grow(size) }
    memcpy(base + count, start, size)
    count &+= size
  }
  private mutating func grow(_ size: Int) {
    // (libexpat holds as much as all that is added here.)
    let wanted = max(capacity &* 2, count &+ size)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    memcpy(new, base, count)
    base.deallocate()
    base = new
    capacity = wanted
  }
  /// The text, which is gone then.
  mutating func take(_ vm: VM) -> StrObject {
    let text = ExpatNames.text(vm, UnsafeBufferPointer(start: base, count: count))
    count = 0
    return text
  }
}
