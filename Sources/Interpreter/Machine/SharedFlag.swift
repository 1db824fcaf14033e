import Synchronization

/// A word that any thread and any signal handler may set and that the machine looks at all the time.
///
/// A look costs what a plain load costs. The word lives as long as the process.
struct SharedFlag: Equatable, @unchecked Sendable {
  // Sendable: one atomic word at a fixed address.
  private let word: UnsafeMutablePointer<Atomic<Int32>>

  /// Makes a flag that is not set.
  init() {
    word = .allocate(capacity: 1)
    word.initialize(to: Atomic<Int32>(0))
  }

  /// Whether it is set, without order to other memory.
  @inline(__always) var isSet: Bool { word.pointee.load(ordering: .relaxed) != 0 }

  /// Sets it; what the thread wrote before is seen by whoever takes it.
  func set() { word.pointee.store(1, ordering: .sequentiallyConsistent) }

  /// Unsets it and tells whether it was set; looks at other flags come after.
  @discardableResult
  func take() -> Bool { word.pointee.exchange(0, ordering: .sequentiallyConsistent) != 0 }
}
