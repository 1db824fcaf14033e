import Interpreter

/// `batched`: tuples of n items.
final class BatchedIterator: NativeIterator {
  private let source: Slot
  private let size: Int
  private var ended = false

  init(_ type: TypeObject, _ source: Object, _ size: Int) {
    self.source = .owned(source)
    self.size = size
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { source.release() }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if ended { return nil }
    var batch: [Value] = []
    while batch.count < size {
      guard let item = vm.taken(try vm.step(source)) else {
        ended = true
        break
      }
      batch.append(item)
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    return batch.isEmpty ? nil : .object(TupleObject.make(vm, batch))
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(source) }
}
