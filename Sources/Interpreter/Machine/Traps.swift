// What a debugger needs of the machine. A trap replaces the opcode of an instruction: code without traps runs exactly as
// without a debugger. When one is met, the opcode is put back, the debugger is asked, and the instruction runs; the trap
// is set again at the next poll, which comes before the instruction can run a second time (backward jumps and calls poll).

/// Instructions at which the machine stops: breakpoints of a debugger, and what trace functions are told of.
package final class Traps {
  private typealias Address = UnsafeMutablePointer<Instruction>
  private var originals: [Address: Opcode] = [:]
  private var wanted: Set<Address> = []
  private var disarmed: [Address] = []
  /// The traps that are being met, the innermost last: none may stand there when its instruction runs.
  private var current: [Address] = []
  /// Keeps the instructions alive.
  private var codes: [Code] = []
  /// Places of which trace functions are told, and their code.
  private var traced: Set<Address> = []
  private var tracedCodes: [ObjectIdentifier: Code] = [:]
  private var codesOfCurrent: [Code] = []
  /// Whether calls of native functions are told of: known code gets more traps when that begins.
  var tracesCalls = false {
    didSet { if tracesCalls && !oldValue { for code in tracedCodes.values { addPlaces(code) } } }
  }
  /// One instruction that runs outside of its code.
  private let place = Address.allocate(capacity: 1)
  deinit { place.deallocate() }
  /// Called when a debugger's trap is met, with the number of the frame and the place in its code.
  package var met: ((VM, Int, Code, Int) throws(Raised) -> Void)?

  /// Sets a debugger's traps at these places and nowhere else.
  package func set(_ places: [(code: Code, index: Int)]) {
    for (address, opcode) in originals { address.pointee.opcode = opcode }
    originals = [:]
    disarmed = current
    codes = places.map { $0.code }
    wanted = Set(places.map { $0.code.header.pointee.instructions + $0.index })
    for address in wanted where !current.contains(address) { arm(address) }
    for address in traced where !current.contains(address) { arm(address) }
  }

  /// Sets the traps that trace functions need in a code object.
  func trace(_ code: Code) {
    if tracedCodes.updateValue(code, forKey: ObjectIdentifier(code)) == nil { addPlaces(code) }
  }

  private func addPlaces(_ code: Code) {
    for index in code.tracePlaces(calls: tracesCalls) {
      let address = code.header.pointee.instructions + index
      if traced.insert(address).inserted, !current.contains(address) { arm(address) }
    }
  }

  /// Removes the traps of trace functions.
  func stopTracing() {
    for address in traced where !wanted.contains(address) {
      if let opcode = originals.removeValue(forKey: address) { address.pointee.opcode = opcode }
    }
    traced = []
    tracesCalls = false
    // Instructions where a trap is being met stay alive until it has been.
    if !current.isEmpty { codesOfCurrent += tracedCodes.values }
    tracedCodes = [:]
  }

  private func arm(_ address: Address) {
    guard originals[address] == nil else { return }
    originals[address] = address.pointee.opcode
    address.pointee.opcode = .trap
  }

  /// The opcode of an instruction, on which a trap may stand.
  func opcode(at address: UnsafeMutablePointer<Instruction>) -> Opcode {
    originals[address] ?? address.pointee.opcode
  }

  /// Sets the traps again that were met.
  func rearm() {
    guard !disarmed.isEmpty else { return }
    let waiting = disarmed
    disarmed = current
    for address in waiting where !current.contains(address) && (wanted.contains(address) || traced.contains(address)) {
      arm(address)
    }
  }

  /// Where an instruction can run while the trap is set again in its place.
  func aside(_ address: UnsafeMutablePointer<Instruction>) -> UnsafeMutablePointer<Instruction> {
    place.pointee = address.pointee
    rearm()
    return place
  }

  /// Puts the opcode back at a trap that was met and asks the debugger and the trace functions. Where to go on, when
  /// that is elsewhere.
  func meet(_ vm: VM, _ frame: Int, _ code: Code, _ index: Int) throws(Raised) -> Int? {
    let address = code.header.pointee.instructions + index
    rearm()
    if let opcode = originals.removeValue(forKey: address) {
      address.pointee.opcode = opcode
      disarmed.append(address)
    }
    current.append(address)
    defer {
      if let k = current.lastIndex(of: address) { current.remove(at: k) }
      if current.isEmpty && !codesOfCurrent.isEmpty { codesOfCurrent = [] }
    }
    let target = traced.contains(address) ? try vm.traceTrap(frame, code, index) : nil
    if target == nil, wanted.contains(address), let met { try met(vm, frame, code, index) }
    vm.requestPoll()
    return target
  }
}

extension VM {
  /// Lets the machine poll at the next chance.
  func requestPoll() { pollFlag.set() }

  /// A trap in the topmost frame. Where it goes on.
  @inline(never)
  func trap(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) -> InstructionPointer {
    frame.pointee.pc = i + 1
    guard let traps, let code = frame.pointee.header.pointee.code?.reference else {
      throw raised(types.systemError, "a trap without a debugger")
    }
    let first = frame.pointee.header.pointee.instructions
    let target = try traps.meet(self, frame - frames &- 1, code, i - first)
    if let target { return first + target }
    return leavesQuietly(frame, i) ? traps.aside(i) : i
  }

  /// Whether an instruction ends its frame and cannot fail. The trap on it must be there again when the caller goes on,
  /// which may be the same code.
  private func leavesQuietly(_ frame: FramePointer, _ i: InstructionPointer) -> Bool {
    switch i.pointee.opcode {
    case .returnNone: return true
    case .returnValue:
      let value = frame.pointee.base[i.a]
      return !value.isUndefined && (frame.pointee.kind != .constructor || value.isNone)
    default: return false
    }
  }

  // MARK: Frames

  /// Number of frames on the stack; the innermost is the last.
  package var debugFrameCount: Int { frameCount }

  /// A frame by its number; the first record of the stack is no frame.
  private func debugFrame(_ number: Int) -> FramePointer? {
    number >= 0 && number < frameCount ? frames + (number &+ 1) : nil
  }

  /// Code and instruction of a frame.
  package func debugPlace(_ number: Int) -> (code: Code, index: Int)? {
    guard let frame = debugFrame(number), let code = frame.pointee.header.pointee.code?.reference else { return nil }
    return (code, max(0, (frame.pointee.pc - frame.pointee.header.pointee.instructions) &- 1))
  }

  /// Globals of a frame.
  package func debugGlobals(_ number: Int) -> DictObject? {
    debugFrame(number)?.pointee.globals.reference
  }

  /// The namespace of a frame that has one.
  func debugNamespace(_ number: Int) -> DictObject? {
    debugFrame(number)?.pointee.locals?.reference as? DictObject
  }

  /// Puts what a debugger has changed in a copy of the variables into their registers and cells.
  func writeLocals(_ number: Int, _ copy: DictObject) {
    guard let frame = debugFrame(number)?.pointee, frame.locals == nil,
      let code = frame.header.pointee.code?.reference
    else { return }
    func put(_ place: Register, _ name: String) {
      let new = copy.get(self, name)
      if place.pointee.isKind(.cell) {
        let cell = unsafeDowncast(place.pointee.object, to: CellObject.self)
        let old = cell.content
        if let new, old.isUndefined || !old.isSame(as: new.borrowed) { storeCell(place.pointee, new.owned) }
        if new == nil && !old.isUndefined { storeCell(place.pointee, .undefined) }
      } else if let new {
        if place.pointee.isUndefined || !place.pointee.isSame(as: new.borrowed) { place.put(new.owned) }
      } else {
        place.clear()
      }
    }
    for (r, name) in code.parts.localNames.enumerated() where !name.hasPrefix(".") { put(frame.base + r, name) }
    if let closure = frame.closure {
      for (k, name) in code.parts.freeNames.enumerated() { put(closure + k, name) }
    }
  }

  /// Local variables of a frame: its namespace, or a copy of its registers.
  package func debugLocals(_ number: Int) -> DictObject? {
    guard let frame = debugFrame(number)?.pointee, let code = frame.header.pointee.code?.reference else { return nil }
    if let locals = frame.locals?.reference { return locals as? DictObject }
    if !code.parts.flags.contains(.newLocals) && code.parts.localNames.isEmpty { return frame.globals.reference }
    return debugLocals(code, frame.base, frame.closure)
  }

  /// A copy of registers and cells by their names.
  func debugLocals(_ code: Code, _ base: Register, _ closure: UnsafeMutablePointer<Slot>?) -> DictObject {
    let made = DictObject(self)
    for (r, name) in code.parts.localNames.enumerated() where !name.hasPrefix(".") {
      if let value = debugValue(base[r]) { made.set(self, name, value) }
    }
    if let closure {
      for (k, name) in code.parts.freeNames.enumerated() {
        if let value = debugValue(closure[k]) { made.set(self, name, value) }
      }
    }
    return made
  }

  /// The value of a register, of the cell in it; nil when it is unbound.
  private func debugValue(_ slot: Slot) -> Value? {
    if slot.isUndefined { return nil }
    if slot.isKind(.cell) {
      let content = unsafeDowncast(slot.object, to: CellObject.self).content
      return content.isUndefined ? nil : content.value
    }
    return slot.value
  }

  /// Tells whether a Python frame on the stack handles an exception raised now.
  package var debugHasHandler: Bool {
    for number in 0..<frameCount {
      guard let (code, index) = debugPlace(number) else { continue }
      if code.parts.exceptionTable.contains(where: { index >= Int($0.start) && index < Int($0.end) }) { return true }
    }
    return false
  }
}

extension Code {
  /// The code objects in the constants, this one first, and those in theirs.
  package var withNested: [Code] {
    var found: [Code] = [self]
    var at = 0
    while at < found.count {
      let code = found[at]
      at += 1
      for k in 0..<code.parts.constants.count where code.header.pointee.constants[k].isKind(.code) {
        found.append(unsafeDowncast(code.header.pointee.constants[k].object, to: Code.self))
      }
    }
    return found
  }

  /// Where execution comes to a new line: instruction and line.
  package var lineStarts: [(index: Int, line: Int)] {
    var found: [(index: Int, line: Int)] = []
    var last = -1
    for (index, span) in parts.spans.enumerated() where index < parts.instructions.count {
      let line = Int(span.line)
      guard line > 0, line != last, parts.instructions[index].opcode != .extension else { continue }
      last = line
      // What is done on entry belongs to the line of `def`.
      if line == parts.firstLine, found.isEmpty, parts.flags.contains(.newLocals) { continue }
      found.append((index, line))
    }
    return found
  }
}
