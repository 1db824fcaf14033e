import Arrays

/// Dead tensors kept whole for the next one, as a binding gives them back: neither malloc nor Swift's making and
/// unmaking of objects runs then.
///
/// Invariant: tensors are made and released only by the thread that holds the interpreter lock.
package enum TensorPool {
  /// The first dead tensor; `bindingObject` of each holds the address of the next. Their `array` is not initialized.
  nonisolated(unsafe) private static var head: UnsafeMutableRawPointer?
  nonisolated(unsafe) private static var count = 0
  /// Few, so that they lie in the cache.
  private static var limit: Int { 256 }

  /// A tensor without a history, a kept one if there is one.
  @inline(__always)
  static func make(_ array: consuming NDArray) -> Tensor {
    guard let first = head else { return Tensor(fresh: array) }
    let tensor = Unmanaged<Tensor>.fromOpaque(first).takeRetainedValue()
    head = tensor.bindingObject
    count &-= 1
    tensor.bindingObject = nil
    withUnsafeMutablePointer(to: &tensor.array) { $0 }.initialize(to: array)
    return tensor
  }

  /// Gives up the reference (owned) that a binding's object had, and keeps the tensor if it was the last one.
  package static func drop(_ p: UnsafeMutableRawPointer) {
    let reference = Unmanaged<Tensor>.fromOpaque(p)
    guard ReferenceCount.isSingle(p), count < limit else {
      reference._withUnsafeGuaranteedRef { $0.bindingObject = nil }
      return reference.release()
    }
    reference._withUnsafeGuaranteedRef { tensor in
      tensor.forget()
      // The storage is the first field of the array, and its only one that is counted.
      let storage = UnsafeMutableRawPointer(mutating: tensor.arrayPointer).load(as: UnsafeMutableRawPointer.self)
      StoragePool.drop(storage)
      tensor.bindingObject = head
    }
    head = p
    count &+= 1
  }
}

/// Only the initialiser of a protocol may answer an object that there was before.
package protocol Pooled {}

extension Tensor: Pooled {}

extension Pooled where Self == Tensor {
  /// Makes a tensor without a history.
  @inline(__always)
  package init(_ array: consuming NDArray) { self = TensorPool.make(array) }
}

extension Tensor {
  /// Drops everything but the array.
  @inline(__always)
  fileprivate func forget() {
    if let node {
      // The node of a leaf may outlive it inside a graph.
      if node.isAccumulator { unsafeDowncast(node, to: AccumulateGrad.self).variable = nil }
      self.node = nil
    }
    outputNumber = 0
    if storedGrad != nil { storedGrad = nil }
    if base != nil { base = nil }
    viewVersion = 0
    viewOrigin = .ordinary
    isInference = false
    retainsGrad = false
  }
}
