/// A generator, coroutine or asynchronous generator: a frame's registers while it sleeps.
package final class GeneratorObject: Object {
  package enum State: UInt8 { case created, suspended, running, finished }

  // Plain words all: `ObjectPool` makes a generator of raw memory.
  /// The function, counted as one slot that holds it, as is the code.
  private var functionRef: Unmanaged<FunctionObject>
  private(set) var header: UnsafeMutablePointer<CodeHeader>
  /// What the frame needs of the function.
  private(set) var globals: Unmanaged<DictObject>
  private(set) var closure: UnsafeMutablePointer<Slot>?
  /// The registers while suspended; nil once finished.
  var registers: UnsafeMutablePointer<Slot>?
  var pc: UnsafeMutablePointer<Instruction>
  /// Register that receives what is sent.
  var sentRegister = 0
  /// Register of the sub-iterator while suspended in `yield from` or `await`, or -1.
  var delegateRegister = -1
  var handled = Slot.undefined
  /// `__name__` and `__qualname__` where they are not the code's: owned.
  private var ownName = Slot.undefined
  private var ownQualifiedName = Slot.undefined
  package internal(set) var state = State.created
  /// They are a frame's at the moment: what stands in `registers` is no longer counted.
  var isOnStack = false
  /// Of an asynchronous generator: an awaitable of it has been started and has not ended.
  var isAwaited = false
  /// Of an asynchronous generator: it has ended or was closed.
  var isClosed = false

  /// What `ObjectPool` allocates.
  @inline(__always) static var instanceBytes: Int { 176 }
  /// Checks that the fields fit; called once at start-up.
  static func checkLayout(_ vm: VM, _ function: FunctionObject) {
    GeneratorObject(vm, Unmanaged.passUnretained(function), function.header, []).checkLayout()
  }
  private func checkLayout() {
    let p = Unmanaged.passUnretained(self as Object).toOpaque()
    let first = withUnsafeMutablePointer(to: &functionRef) { UnsafeMutableRawPointer($0) }
    let last = withUnsafeMutablePointer(to: &isClosed) { UnsafeMutableRawPointer($0) }
    precondition(
      first - p == 56 && last - p < GeneratorObject.instanceBytes,
      "the fields of generators do not lie where ObjectPool takes them to")
  }

  /// A generator, coroutine or asynchronous generator (owned) that takes over `count` owned parameters at `source`, leaving
  /// them undefined.
  static func slot(
    _ vm: VM, _ function: Unmanaged<FunctionObject>, moving source: UnsafeMutablePointer<Slot>, count: Int
  ) -> Slot {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let flags = header.pointee.code?._withUnsafeGuaranteedRef { $0.codeFlags } ?? []
    if ObjectPool.isUsed {
      let p = ObjectPool.generator(GeneratorObject.kind(flags), GeneratorObject.type(vm, flags))
      Unmanaged<GeneratorObject>.fromOpaque(p)._withUnsafeGuaranteedRef {
        $0.begin(function, header)
        $0.take(source, count)
      }
      Collector.track(p)
      p.setField(ObjectLayout.refs, Int32(1))
      return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
    }
    let made = GeneratorObject(vm, function, header, flags)
    made.take(source, count)
    return .owned(made)
  }

  private init(
    _ vm: VM, _ function: Unmanaged<FunctionObject>, _ header: UnsafeMutablePointer<CodeHeader>, _ flags: CodeFlags
  ) {
    functionRef = function
    self.header = header
    globals = function._withUnsafeGuaranteedRef { $0.globalsRef }
    pc = header.pointee.instructions
    super.init(
      kind: GeneratorObject.kind(flags), type: GeneratorObject.type(vm, flags).reference, tracked: true)
    begin(function, header)
  }

  /// What a call of code with these flags makes.
  @inline(__always)
  private static func kind(_ flags: CodeFlags) -> Kind {
    flags.contains(.coroutine) ? .coroutine : flags.contains(.asyncGenerator) ? .asyncGenerator : .generator
  }
  @inline(__always)
  private static func type(_ vm: VM, _ flags: CodeFlags) -> Unmanaged<TypeObject> {
    let types = vm.types
    return Unmanaged.passUnretained(
      flags.contains(.coroutine)
        ? types.coroutine : flags.contains(.asyncGenerator) ? types.asyncGenerator : types.generator)
  }

  /// Whether the object that dies at `p` is a generator whose end runs no code and warns of nothing.
  static func endsQuietly(_ p: UnsafeMutableRawPointer) -> Bool {
    switch p.field(ObjectLayout.kind, Kind.self) {
    case .generator, .coroutine, .asyncGenerator:
      return Unmanaged<GeneratorObject>.fromOpaque(p)._withUnsafeGuaranteedRef {
        switch $0.state {
        case .finished: true
        case .created: $0.kind != .coroutine
        case .suspended: $0.header.pointee.code?._withUnsafeGuaranteedRef { !$0.hasHandlers } ?? true
        case .running: false
        }
      }
    default: return false
    }
  }

  /// Gives the fields their first values, whatever stood there.
  @inline(__always)
  private func begin(_ function: Unmanaged<FunctionObject>, _ header: UnsafeMutablePointer<CodeHeader>) {
    functionRef = function
    self.header = header
    (globals, closure, ownName, ownQualifiedName) = function._withUnsafeGuaranteedRef {
      ($0.globalsRef, $0.closureItems, $0.ownName, $0.ownQualifiedName)
    }
    ownName.retain()
    ownQualifiedName.retain()
    Slot.retainObject(function.toOpaque())
    // The function may get other code while this runs.
    if let code = header.pointee.code { Slot.retainObject(code.toOpaque()) }
    registers = nil
    pc = header.pointee.instructions
    (sentRegister, delegateRegister, handled) = (0, -1, .undefined)
    (state, isOnStack, isAwaited, isClosed) = (.created, false, false, false)
  }

  private var room: Int { max(1, header.pointee.registerCount) }

  @inline(__always)
  private func take(_ source: UnsafeMutablePointer<Slot>, _ count: Int) {
    let block = BlockPool.exactly(room)
    for k in 0..<count {
      (block + k).initialize(to: source[k])
      source[k] = .undefined
    }
    var k = count
    while k < room {
      (block + k).initialize(to: .undefined)
      k &+= 1
    }
    registers = block
  }

  deinit { end() }

  /// Releases what a dying generator holds.
  @inline(__always)
  final func end() {
    dropRegisters()
    handled.release()
    ownName.release()
    ownQualifiedName.release()
    if let code = header.pointee.code { Slot.releaseObject(code.toOpaque()) }
    Slot.releaseObject(functionRef.toOpaque())
  }

  /// Releases the registers of a generator that will not run again; those on the stack are the frame's.
  func dropRegisters() {
    guard let block = registers else { return }
    registers = nil
    let count = room
    if !isOnStack { for i in 0..<header.pointee.registerCount { block[i].release() } }
    BlockPool.give(block, count)
  }

  /// The function.
  package var function: FunctionObject { functionRef.reference }
  /// The code it runs: its function's when it was called.
  package var code: Code {
    guard let code = header.pointee.code else { fatalError("a generator without code") }
    return code.reference
  }
  package var name: StrObject {
    get { ownName.isObject ? unsafeDowncast(ownName.object, to: StrObject.self) : code.name }
    set { GeneratorObject.replace(&ownName, by: newValue) }
  }
  package var qualifiedName: StrObject {
    get { ownQualifiedName.isObject ? unsafeDowncast(ownQualifiedName.object, to: StrObject.self) : code.qualifiedName }
    set { GeneratorObject.replace(&ownQualifiedName, by: newValue) }
  }
  private static func replace(_ slot: inout Slot, by name: StrObject) {
    let old = slot
    slot = .owned(name)
    old.release()
  }

  /// What it is, in messages.
  var kindName: String {
    kind == .coroutine ? "coroutine" : kind == .asyncGenerator ? "async generator" : "generator"
  }

  /// What it waits for in `yield from` or `await`; nil while it does not.
  var delegate: Value? {
    guard state == .suspended, delegateRegister >= 0, let registers else { return nil }
    let slot = registers[delegateRegister]
    return slot.isUndefined ? nil : slot.value
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<\(type.name) object \(qualifiedName.string) at \(vm.addressText(self))>")
  }
  public override var isIterator: Bool { kind == .generator }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { kind == .generator ? self : nil }
  public override func next(_ vm: VM) throws(Raised) -> Value? {
    // At the end `vm.takeGeneratorResult()` has the value of `return`, for `StopIteration.value`.
    try vm.resume(self, sending: .none)
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot { try vm.resumeSlot(self, sending: .none) }

  public override func traverse(_ visit: (Slot) -> Void) {
    visit(.borrowed(function))
    if let code = header.pointee.code { visit(Slot(bits: UInt(bitPattern: code.toOpaque()), tag: Tag.object)) }
    visit(ownName)
    visit(ownQualifiedName)
    visit(handled)
    guard let registers, state != .running else { return }
    for i in 0..<header.pointee.registerCount { visit(registers[i]) }
  }
  public override func clearReferences() {
    if state == .running { return }
    state = .finished
    dropRegisters()
  }
}
