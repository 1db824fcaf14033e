/// A generator, coroutine or asynchronous generator: a frame's registers while it sleeps.
package final class GeneratorObject: Object {
  package enum State: UInt8 { case created, suspended, running, finished }

  /// The function, kept alive; its code's registers are `registers`.
  package let function: FunctionObject
  let header: UnsafeMutablePointer<CodeHeader>
  /// What the frame needs of the function.
  let globals: Unmanaged<DictObject>
  let closure: UnsafeMutablePointer<Slot>?
  package internal(set) var state = State.created
  /// The registers while suspended; nil once finished.
  var registers: UnsafeMutablePointer<Slot>?
  var pc: UnsafeMutablePointer<Instruction>
  /// They are a frame's at the moment: what stands in `registers` is no longer counted.
  var isOnStack = false
  /// Register that receives what is sent.
  var sentRegister = 0
  /// Register of the sub-iterator while suspended in `yield from` or `await`, or -1.
  var delegateRegister = -1
  var handled = Slot.undefined
  /// Of an asynchronous generator: an awaitable of it has been started and has not ended.
  var isAwaited = false
  /// Of an asynchronous generator: it has ended or was closed.
  var isClosed = false
  package var name: StrObject
  package var qualifiedName: StrObject

  /// Takes over `count` owned parameters at `source`, leaving them undefined.
  init(_ vm: VM, _ function: FunctionObject, moving source: UnsafeMutablePointer<Slot>, count: Int) {
    self.function = function
    header = function.header
    globals = function.globalsRef
    closure = function.closureItems
    let total = max(1, header.pointee.registerCount)
    let block = UnsafeMutablePointer<Slot>.allocate(capacity: total)
    block.initialize(from: source, count: count)
    (block + count).initialize(repeating: .undefined, count: total &- count)
    source.update(repeating: .undefined, count: count)
    registers = block
    pc = header.pointee.instructions
    name = function.name
    qualifiedName = function.qualifiedName
    let flags = function.code.codeFlags
    let type =
      flags.contains(.coroutine)
      ? vm.types.coroutine : flags.contains(.asyncGenerator) ? vm.types.asyncGenerator : vm.types.generator
    let kind: Kind =
      flags.contains(.coroutine) ? .coroutine : flags.contains(.asyncGenerator) ? .asyncGenerator : .generator
    Slot.retainObject(Unmanaged.passUnretained(function as Object).toOpaque())
    super.init(kind: kind, type: type, tracked: true)
  }

  deinit {
    dropRegisters()
    handled.release()
    Slot.releaseObject(Unmanaged.passUnretained(function as Object).toOpaque())
  }

  /// Releases the registers of a generator that will not run again; those on the stack are the frame's.
  func dropRegisters() {
    guard let block = registers else { return }
    registers = nil
    if !isOnStack { for i in 0..<header.pointee.registerCount { block[i].release() } }
    block.deallocate()
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
    visit(.held(function))
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
