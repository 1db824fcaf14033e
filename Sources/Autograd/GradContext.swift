import Glibc

/// What a thread's recording depends on: whether operations record, inference mode, and the next sequence number.
///
/// One block per thread, reached through a pthread key: `noGrad` in one thread must not silence another one's
/// recording, as in torch. It is plain memory and no object, since every recorded operation reads it.
struct GradState {
  /// Whether operations on tensors that require grad record nodes.
  var gradEnabled = true
  /// Whether inference mode is on; it implies that nothing records.
  var inferenceMode = false
  /// Whether backward looks for NaN in what every node answers.
  var detectsAnomaly = false
  /// Hooks on what is saved for backward, the innermost ones.
  var packing: SavedTensorHooks?
  /// Why such hooks are not allowed, if they are not.
  var packingRefused: String?
  /// Number the next node gets; the engine runs nodes with higher numbers first.
  var nextSequence: UInt64 = 0
  /// Identity of the most recent backward pass, so that nodes need no clearing between passes.
  var lastPass: UInt32 = 0
  /// Innermost pass now running.
  var pass: BackwardPass?
  /// Room for the lists of a pass, kept from the last one.
  var spareReached: [Unmanaged<Node>] = []
  var spareReady: [Node] = []
  /// Whether a node's deinit is emptying `draining`.
  var isDraining = false
  /// Nodes whose last reference went while another node was being freed.
  var draining: [Node] = []
}

/// Access to the recording state of the running thread.
package enum GradMode {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { block in
      let state = block?.assumingMemoryBound(to: GradState.self)
      state?.deinitialize(count: 1)
      state?.deallocate()
    }
    return key
  }()

  /// State of the running thread, made at first use.
  static var state: UnsafeMutablePointer<GradState> {
    if let block = pthread_getspecific(key) { return block.assumingMemoryBound(to: GradState.self) }
    return makeState()
  }

  @inline(never)
  private static func makeState() -> UnsafeMutablePointer<GradState> {
    let state = UnsafeMutablePointer<GradState>.allocate(capacity: 1)
    state.initialize(to: GradState())
    pthread_setspecific(key, state)
    return state
  }

  /// Whether operations record nodes on this thread, `torch.is_grad_enabled()`.
  package static var isEnabled: Bool {
    get { state.pointee.gradEnabled }
    set { state.pointee.gradEnabled = newValue }
  }

  /// Whether backward refuses NaN on this thread, `torch.autograd.detect_anomaly`.
  package static var detectsAnomaly: Bool {
    get { state.pointee.detectsAnomaly }
    set { state.pointee.detectsAnomaly = newValue }
  }

  /// Whether this thread is in inference mode, `torch.is_inference_mode_enabled()`.
  package static var isInference: Bool {
    get { state.pointee.inferenceMode }
    set { state.pointee.inferenceMode = newValue }
  }
}

/// Runs a closure whose operations record nothing, `with torch.no_grad():`.
public func noGrad<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
  try withGradMode(false, body)
}

/// Runs a closure whose operations record again inside `noGrad`, `with torch.enable_grad():`.
public func enableGrad<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try withGradMode(true, body)
}

/// Runs a closure with recording switched on or off, `with torch.set_grad_enabled(mode):`.
package func withGradMode<Result, Failure: Error>(
  _ enabled: Bool, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let state = GradMode.state
  let previous = state.pointee.gradEnabled
  state.pointee.gradEnabled = enabled
  defer { state.pointee.gradEnabled = previous }
  return try body()
}

/// Runs a closure in inference mode: nothing records and results never take part in recording.
public func inferenceMode<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  let state = GradMode.state
  let previous = (state.pointee.gradEnabled, state.pointee.inferenceMode)
  state.pointee.gradEnabled = false
  state.pointee.inferenceMode = true
  defer { (state.pointee.gradEnabled, state.pointee.inferenceMode) = previous }
  return try body()
}
