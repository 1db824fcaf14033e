import Interpreter

/// Reads one pickle.
final class PickleReader {
  let vm: VM
  let environment: PickleEnvironment
  /// What is read: everything, or the part that the file gave last.
  var data: [UInt8] = []
  var at = 0
  /// `read` and `readline` of a file.
  var readFile: Value?
  var readLine: Value?
  /// The `Unpickler`, which is told the protocol.
  var owner = Value.none
  var fixImports = true
  var encoding = "ASCII"
  var errors = "strict"
  var buffers = Value.none
  var findClass = Value.none
  var persistentLoad = Value.none
  var version = 0
  /// Owned.
  var stack: [Slot] = []
  var marks: [Int] = []
  /// Owned, by number; what is numbered far away lies in `farMemo`.
  var memo: [Slot] = []
  var farMemo: [Int: Slot] = [:]
  var memoCount = 0

  init(_ vm: VM, _ environment: PickleEnvironment) {
    self.vm = vm
    self.environment = environment
  }
  deinit {
    for slot in stack { slot.release() }
    for slot in memo { slot.release() }
    for slot in farMemo.values { slot.release() }
  }

  // MARK: Memo

  func takeMemo(_ dict: DictObject) throws(Raised) {
    for item in dict.items {
      let number = try vm.index(item.key)
      try remember(item.value.owned, number)
    }
  }
  func giveMemo(_ dict: DictObject) throws(Raised) {
    for (i, slot) in memo.enumerated() where !slot.isUndefined { try dict.set(vm, .int(i), slot) }
    for (i, slot) in farMemo { try dict.set(vm, .int(i), slot) }
  }
  /// Numbers an object (owned).
  private func remember(_ slot: Slot, _ number: Int) throws(Raised) {
    if number == memo.count {
      memo.append(slot)
      memoCount &+= 1
      return
    }
    if number >= 0 && number < 2 &* memo.count &+ 1024 {
      while memo.count <= number { memo.append(.undefined) }
      let old = memo[number]
      if old.isUndefined { memoCount &+= 1 }
      memo[number] = slot
      old.release()
      return
    }
    let old = farMemo.updateValue(slot, forKey: number)
    if let old { old.release() } else { memoCount &+= 1 }
  }
  func recall(_ number: Int) throws(Raised) {
    var slot = number >= 0 && number < memo.count ? memo[number] : .undefined
    if slot.isUndefined { slot = farMemo[number] ?? .undefined }
    if slot.isUndefined { throw environment.unpickling(vm, "Memo value not found at index \(number)") }
    slot.retain()
    stack.append(slot)
  }

  // MARK: Stack

  @inline(__always)
  func push(_ value: consuming Value) { stack.append(value.intoOwned()) }
  /// Takes the top, owned by the caller.
  @inline(__always)
  private func pop() throws(Raised) -> Slot {
    if stack.count <= (marks.last ?? 0) { throw underflow() }
    return stack.removeLast()
  }
  /// The top, borrowed.
  @inline(__always)
  func top() throws(Raised) -> Slot {
    if stack.count <= (marks.last ?? 0) { throw underflow() }
    return stack[stack.count &- 1]
  }
  func popValue() throws(Raised) -> Value { vm.taken(try pop()) ?? .none }
  func underflow() -> Raised {
    environment.unpickling(vm, marks.isEmpty ? "unpickling stack underflow" : "unexpected MARK found")
  }
  /// Place of the first item above the last mark, which is removed.
  func mark() throws(Raised) -> Int {
    guard let mark = marks.popLast() else { throw environment.unpickling(vm, "could not find MARK") }
    return mark
  }
  /// Takes the items above the last mark.
  func popMark() throws(Raised) -> [Value] {
    let first = try mark()
    let values = stack[first...].map { $0.value }
    drop(first)
    return values
  }
  /// Releases the items from a place on.
  func drop(_ first: Int) {
    while stack.count > first { stack.removeLast().release() }
  }
  /// A tuple of the items from a place on, in their place.
  func tuple(_ first: Int) {
    let count = stack.count &- first
    let made = stack.withUnsafeBufferPointer { (slots) -> TupleObject in
      guard let base = slots.baseAddress, count > 0 else { return vm.emptyTuple }
      return TupleObject.make(vm, moving: base + first, count: count)
    }
    stack.removeLast(count)
    push(.object(made))
  }

  // MARK: Reading

  func load() throws(Raised) -> Value {
    var steps = 0
    while true {
      let byte = try byte()
      guard let code = PickleCode(rawValue: byte) else { throw invalid(byte) }
      if code == .stop { return try popValue() }
      try run(code)
      steps &+= 1
      if steps & 0xFFF == 0, vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  private func run(_ code: PickleCode) throws(Raised) {
    switch code {
    case .protocol:
      version = Int(try number(1))
      if version > 5 { throw vm.valueError("unsupported pickle protocol: \(version)") }
      if !owner.isNone { try vm.setAttr(owner, "proto", .int(version)) }
    case .frame: try frame()
    case .none: stack.append(.none)
    case .newTrue: stack.append(.bool(true))
    case .newFalse: stack.append(.bool(false))
    case .binInt1: stack.append(.int(Int(try number(1))))
    case .binInt2: stack.append(.int(Int(try number(2))))
    case .binInt: stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
    case .binFloat: stack.append(.float(Double(bitPattern: try number(8).byteSwapped)))
    case .long1: try long(Int(try number(1)))
    case .long4: try long(try size(4, "LONG", signed: true))
    case .shortBinUnicode: try text(Int(try number(1)))
    case .binUnicode: try text(try size(4, "BINUNICODE"))
    case .binUnicode8: try text(try size(8, "BINUNICODE8"))
    case .shortBinBytes: push(vm.makeBytes(try bytes(Int(try number(1)))))
    case .binBytes: push(vm.makeBytes(try bytes(try size(4, "BINBYTES"))))
    case .binBytes8: push(vm.makeBytes(try bytes(try size(8, "BINBYTES8"))))
    case .byteArray8: push(.object(ByteArrayObject(vm, try bytes(try size(8, "BYTEARRAY8")))))
    case .shortBinString: push(try decoded(try bytes(Int(try number(1)))))
    case .binString: push(try decoded(try bytes(try size(4, "BINSTRING"))))
    case .emptyList: push(.object(ListObject.make(vm)))
    case .emptyDict: push(.object(DictObject.make(vm)))
    case .emptySet: push(.object(SetObject(vm)))
    case .emptyTuple: push(.object(vm.emptyTuple))
    case .mark: marks.append(stack.count)
    case .tuple: tuple(try mark())
    case .tuple1, .tuple2, .tuple3:
      let n = code == .tuple1 ? 1 : code == .tuple2 ? 2 : 3
      if stack.count &- n < (marks.last ?? 0) { throw underflow() }
      tuple(stack.count &- n)
    case .list: push(.object(ListObject.make(vm, try popMark())))
    case .dict:
      let items = try popMark()
      let dict = DictObject(vm)
      if items.count & 1 != 0 { throw environment.unpickling(vm, "odd number of items for DICT") }
      for i in stride(from: 0, to: items.count, by: 2) { try dict.set(vm, items[i], items[i &+ 1]) }
      push(.object(dict))
    case .frozenSet: push(try vm.call(.object(vm.types.frozenset), [.object(ListObject.make(vm, try popMark()))]))
    case .memoize: try memoize(memoCount)
    case .binPut: try memoize(Int(try number(1)))
    case .longBinPut: try memoize(Int(try number(4)))
    case .binGet: try recall(Int(try number(1)))
    case .longBinGet: try recall(Int(try number(4)))
    case .append:
      if stack.count < 2 || stack.count &- 1 <= marks.last ?? 0 { throw underflow() }
      try appendItems(from: stack.count &- 1)
    case .appends: try appendItems(from: try mark())
    case .setItem:
      if stack.count < 3 || stack.count &- 2 <= marks.last ?? 0 { throw underflow() }
      try setItems(from: stack.count &- 2)
    case .setItems: try setItems(from: try mark())
    case .addItems: try add(try popMark())
    case .pop:
      if let last = marks.last, last == stack.count { marks.removeLast() } else { try pop().release() }
    case .popMark: drop(try mark())
    case .duplicate:
      let slot = try top()
      slot.retain()
      stack.append(slot)
    case .stackGlobal:
      let name = try popValue()
      let module = try popValue()
      guard name.asStr != nil, module.asStr != nil else { throw environment.unpickling(vm, "STACK_GLOBAL requires str") }
      push(try find(module, name))
    case .global: try global()
    case .reduce:
      let arguments = try popValue()
      guard let arguments = arguments.asTuple else {
        throw vm.typeError("argument list must be a tuple, not \(vm.type(of: arguments).name)")
      }
      let function = try popValue()
      push(try vm.call(function.borrowed, Arguments(base: arguments.items, count: arguments.count)))
      withExtendedLifetime((function, arguments)) {}
    case .newObject: try newObject(try popValue(), keywords: nil)
    case .newObjectEx:
      let keywords = try popValue()
      try newObject(try popValue(), keywords: keywords)
    case .build: try build()
    case .extension1: try extensionObject(Int(try number(1)))
    case .extension2: try extensionObject(Int(try number(2)))
    case .extension4: try extensionObject(Int(Int32(truncatingIfNeeded: try number(4))))
    case .binPersistentID: push(try vm.call(persistentLoad, [try popValue()]))
    case .nextBuffer:
      if buffers.isNone {
        throw environment.unpickling(vm, "pickle stream refers to out-of-band data but no *buffers* argument was given")
      }
      guard let buffer = try vm.next(try vm.iterator(buffers)) else {
        throw environment.unpickling(vm, "not enough out-of-band buffers")
      }
      push(buffer)
    case .readOnlyBuffer:
      let view = try vm.call(.object(vm.types.memoryview), [try popValue()])
      push(try vm.truth(try vm.getAttr(view, "readonly")) ? view : try vm.callMethod(view, "toreadonly", []))
    default: try runLine(code)
    }
  }

  private func long(_ n: Int) throws(Raised) {
    let start = try take(n)
    if n <= 8 {
      var bits: UInt64 = 0
      for i in 0..<n { bits |= UInt64(data[start &+ i]) << UInt64(8 &* i) }
      let shift = UInt64(64 &- 8 &* n)
      return stack.append(.int(n == 0 ? 0 : Int(Int64(bitPattern: bits << shift) >> Int64(shift))))
    }
    push(try environment.helper(vm, "decode_long", [vm.makeBytes(Array(data[start..<(start &+ n)]))]))
  }

  private func text(_ n: Int) throws(Raised) {
    let start = try take(n)
    let plain = data.withUnsafeBufferPointer { (all) -> StrObject? in
      let part = UnsafeBufferPointer(rebasing: all[start..<(start &+ n)])
      if n == 0 { return vm.emptyString }
      return StrObject.isASCII(part) ? StrObject.make(vm, ascii: part) : nil
    }
    if let plain { return push(.object(plain)) }
    push(.object(try Codecs.decode(vm, Array(data[start..<(start &+ n)]), "utf-8", "surrogatepass")))
  }
  func decoded(_ bytes: [UInt8]) throws(Raised) -> Value {
    encoding == "bytes" ? vm.makeBytes(bytes) : .object(try Codecs.decode(vm, bytes, encoding, errors))
  }

  func memoize(_ number: Int) throws(Raised) {
    let slot = try top()
    slot.retain()
    try remember(slot, number)
  }
}
