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
  private var stack: [Slot] = []
  private var marks: [Int] = []
  /// Owned, by number; what is numbered far away lies in `farMemo`.
  private var memo: [Slot] = []
  private var farMemo: [Int: Slot] = [:]
  private var memoCount = 0

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
    for item in dict.items { try remember(item.value.owned, try vm.index(item.key)) }
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
  private func recall(_ number: Int) throws(Raised) {
    var slot = number >= 0 && number < memo.count ? memo[number] : .undefined
    if slot.isUndefined { slot = farMemo[number] ?? .undefined }
    if slot.isUndefined { throw environment.unpickling(vm, "Memo value not found at index \(number)") }
    slot.retain()
    stack.append(slot)
  }

  // MARK: Bytes

  private func truncated() -> Raised { environment.unpickling(vm, "pickle data was truncated") }

  /// The place of the next `n` bytes in `data`.
  @inline(__always)
  private func take(_ n: Int) throws(Raised) -> Int {
    let start = at
    let (end, overflow) = start.addingReportingOverflow(n)
    if overflow || end > data.count { return try fill(n) }
    at = end
    return start
  }
  @inline(never)
  private func fill(_ n: Int) throws(Raised) -> Int {
    guard let readFile else { throw truncated() }
    if at < data.count { throw environment.unpickling(vm, "pickle exhausted before end of frame") }
    let made = try vm.call(readFile, [.int(n)])
    guard let bytes = Codecs.buffer(made) else {
      throw vm.typeError("read() returned non-bytes object (\(vm.type(of: made).name))")
    }
    if bytes.count < n { throw truncated() }
    data = bytes
    at = n
    return 0
  }
  /// The next opcode.
  @inline(__always)
  private func code() throws(Raised) -> UInt8 {
    if at < data.count {
      at &+= 1
      return data[at &- 1]
    }
    return try firstByte()
  }
  @inline(never)
  private func firstByte() throws(Raised) -> UInt8 {
    func ended() -> Raised { vm.raised(vm.types.eofError, "Ran out of input") }
    guard let readFile else { throw ended() }
    let made = try vm.call(readFile, [.int(1)])
    guard let bytes = Codecs.buffer(made) else {
      throw vm.typeError("read() returned non-bytes object (\(vm.type(of: made).name))")
    }
    guard let byte = bytes.first else { throw ended() }
    return byte
  }
  /// The next line without its end.
  private func line() throws(Raised) -> [UInt8] {
    if at >= data.count, let readLine {
      let made = try vm.call(readLine, [])
      guard let bytes = Codecs.buffer(made) else {
        throw vm.typeError("readline() returned non-bytes object (\(vm.type(of: made).name))")
      }
      if bytes.isEmpty { throw vm.raised(vm.types.eofError, "Ran out of input") }
      if bytes.last != 10 { throw truncated() }
      return Array(bytes.dropLast())
    }
    var end = at
    while end < data.count && data[end] != 10 { end &+= 1 }
    if end >= data.count { throw truncated() }
    let result = Array(data[at..<end])
    at = end &+ 1
    return result
  }
  /// An unsigned number of `n` bytes, little end first.
  @inline(__always)
  private func number(_ n: Int) throws(Raised) -> UInt64 {
    let start = try take(n)
    var result: UInt64 = 0
    for i in 0..<n { result |= UInt64(data[start &+ i]) << UInt64(8 &* i) }
    return result
  }
  /// A byte count of `n` bytes.
  private func size(_ n: Int, _ what: String, signed: Bool = false) throws(Raised) -> Int {
    let bits = try number(n)
    if signed && Int32(truncatingIfNeeded: bits) < 0 {
      throw environment.unpickling(vm, "\(what) pickle has negative byte count")
    }
    if bits > UInt64(Int.max) {
      throw environment.unpickling(vm, "\(what) exceeds system's maximum size of \(Int.max) bytes")
    }
    return Int(bits)
  }
  private func bytes(_ n: Int) throws(Raised) -> [UInt8] {
    let start = try take(n)
    return Array(data[start..<(start &+ n)])
  }

  // MARK: Stack

  @inline(__always)
  private func push(_ value: consuming Value) { stack.append(value.intoOwned()) }
  /// Takes the top, owned by the caller.
  @inline(__always)
  private func pop() throws(Raised) -> Slot {
    if stack.count <= (marks.last ?? 0) { throw underflow() }
    return stack.removeLast()
  }
  /// The top, borrowed.
  @inline(__always)
  private func top() throws(Raised) -> Slot {
    if stack.count <= (marks.last ?? 0) { throw underflow() }
    return stack[stack.count &- 1]
  }
  private func popValue() throws(Raised) -> Value { vm.taken(try pop()) ?? .none }
  private func underflow() -> Raised {
    environment.unpickling(vm, marks.isEmpty ? "unpickling stack underflow" : "unexpected MARK found")
  }
  /// Place of the first item above the last mark, which is removed.
  private func mark() throws(Raised) -> Int {
    guard let mark = marks.popLast() else { throw environment.unpickling(vm, "could not find MARK") }
    return mark
  }
  /// Takes the items above the last mark.
  private func popMark() throws(Raised) -> [Value] {
    let first = try mark()
    let values = stack[first...].map { $0.value }
    drop(first)
    return values
  }
  private func drop(_ first: Int) {
    let old = stack[first...]
    stack.removeSubrange(first...)
    for slot in old { slot.release() }
  }
  /// A tuple of the items from a place on, in their place.
  private func tuple(_ first: Int) {
    let count = stack.count &- first
    let made = stack.withUnsafeBufferPointer { (slots) -> TupleObject in
      guard let base = slots.baseAddress, count > 0 else { return vm.emptyTuple }
      return TupleObject.make(vm, moving: base + first, count: count)
    }
    stack.removeSubrange(first...)
    push(.object(made))
  }

  // MARK: Reading

  func load() throws(Raised) -> Value {
    var steps = 0
    while true {
      let code = try code()
      if code == 0x2E { return try popValue() }
      try run(code)
      steps &+= 1
      if steps & 0xFFF == 0, vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  private func run(_ code: UInt8) throws(Raised) {
    switch code {
    case 0x80:
      version = Int(try number(1))
      if version > 5 { throw vm.valueError("unsupported pickle protocol: \(version)") }
      if !owner.isNone { try vm.setAttr(owner, "proto", .int(version)) }
    case 0x95: try frame()
    case 0x4E: stack.append(.none)
    case 0x88: stack.append(.bool(true))
    case 0x89: stack.append(.bool(false))
    case 0x4B: stack.append(.int(Int(try number(1))))
    case 0x4D: stack.append(.int(Int(try number(2))))
    case 0x4A: stack.append(.int(Int(Int32(truncatingIfNeeded: try number(4)))))
    case 0x47: stack.append(.float(Double(bitPattern: try number(8).byteSwapped)))
    case 0x8A: try long(Int(try number(1)))
    case 0x8B: try long(try size(4, "LONG", signed: true))
    case 0x8C: try text(Int(try number(1)))
    case 0x58: try text(try size(4, "BINUNICODE"))
    case 0x8D: try text(try size(8, "BINUNICODE8"))
    case 0x43: push(vm.makeBytes(try bytes(Int(try number(1)))))
    case 0x42: push(vm.makeBytes(try bytes(try size(4, "BINBYTES"))))
    case 0x8E: push(vm.makeBytes(try bytes(try size(8, "BINBYTES8"))))
    case 0x96: push(.object(ByteArrayObject(vm, try bytes(try size(8, "BYTEARRAY8")))))
    case 0x55: push(try decoded(try bytes(Int(try number(1)))))
    case 0x54: push(try decoded(try bytes(try size(4, "BINSTRING"))))
    case 0x5D: push(.object(ListObject.make(vm)))
    case 0x7D: push(.object(DictObject(vm)))
    case 0x8F: push(.object(SetObject(vm)))
    case 0x29: push(.object(vm.emptyTuple))
    case 0x28: marks.append(stack.count)
    case 0x74: tuple(try mark())
    case 0x85, 0x86, 0x87:
      let n = Int(code) &- 0x84
      if stack.count &- n < (marks.last ?? 0) { throw underflow() }
      tuple(stack.count &- n)
    case 0x6C: push(.object(ListObject.make(vm, try popMark())))
    case 0x64:
      let items = try popMark()
      let dict = DictObject(vm)
      if items.count & 1 != 0 { throw environment.unpickling(vm, "odd number of items for DICT") }
      for i in stride(from: 0, to: items.count, by: 2) { try dict.set(vm, items[i], items[i &+ 1]) }
      push(.object(dict))
    case 0x91: push(try vm.call(.object(vm.types.frozenset), [.object(ListObject.make(vm, try popMark()))]))
    case 0x94: try memoize(memoCount)
    case 0x71: try memoize(Int(try number(1)))
    case 0x72: try memoize(Int(try number(4)))
    case 0x68: try recall(Int(try number(1)))
    case 0x6A: try recall(Int(try number(4)))
    case 0x61:
      let item = try popValue()
      try append([item])
    case 0x65: try append(try popMark())
    case 0x73:
      let value = try popValue()
      let key = try popValue()
      try set([key, value])
    case 0x75: try setItems()
    case 0x90: try add(try popMark())
    case 0x30:
      if let last = marks.last, last == stack.count { marks.removeLast() } else { try pop().release() }
    case 0x31: drop(try mark())
    case 0x32:
      let slot = try top()
      slot.retain()
      stack.append(slot)
    case 0x93:
      let name = try popValue()
      let module = try popValue()
      guard name.asStr != nil, module.asStr != nil else { throw environment.unpickling(vm, "STACK_GLOBAL requires str") }
      push(try find(module, name))
    case 0x63: try global()
    case 0x52:
      let arguments = try popValue()
      guard let arguments = arguments.asTuple else {
        throw vm.typeError("argument list must be a tuple, not \(vm.type(of: arguments).name)")
      }
      let function = try popValue()
      push(try vm.call(function.borrowed, Arguments(base: arguments.items, count: arguments.count)))
      withExtendedLifetime((function, arguments)) {}
    case 0x81: try newObject(try popValue(), keywords: nil)
    case 0x92:
      let keywords = try popValue()
      try newObject(try popValue(), keywords: keywords)
    case 0x62: try build()
    case 0x82: try extensionObject(Int(try number(1)))
    case 0x83: try extensionObject(Int(try number(2)))
    case 0x84: try extensionObject(Int(Int32(truncatingIfNeeded: try number(4))))
    case 0x51: push(try vm.call(persistentLoad, [try popValue()]))
    case 0x97:
      if buffers.isNone {
        throw environment.unpickling(vm, "pickle stream refers to out-of-band data but no *buffers* argument was given")
      }
      guard let buffer = try vm.next(try vm.iterator(buffers)) else {
        throw environment.unpickling(vm, "not enough out-of-band buffers")
      }
      push(buffer)
    case 0x98:
      let view = try vm.call(.object(vm.types.memoryview), [try popValue()])
      push(try vm.truth(try vm.getAttr(view, "readonly")) ? view : try vm.callMethod(view, "toreadonly", []))
    default: try runOld(code)
    }
  }

  /// The opcodes of protocol 0.
  private func runOld(_ code: UInt8) throws(Raised) {
    switch code {
    case 0x49:
      let text = try line()
      if text == [0x30, 0x30] { return stack.append(.bool(false)) }
      if text == [0x30, 0x31] { return stack.append(.bool(true)) }
      push(try integer(text))
    case 0x4C:
      var text = try line()
      if text.last == 0x4C { text.removeLast() }
      push(try integer(text))
    case 0x46: push(try vm.call(.object(vm.types.float), [vm.makeBytes(try line())]))
    case 0x53: push(try decoded(Codecs.buffer(try environment.helper(vm, "quoted", [vm.makeBytes(try line())])) ?? []))
    case 0x56: push(try environment.helper(vm, "unescape", [vm.makeBytes(try line())]))
    case 0x67: try recall(try vm.index(try integer(try line())))
    case 0x70:
      let number = try vm.index(try integer(try line()))
      if number < 0 { throw vm.valueError("negative PUT argument") }
      try memoize(number)
    case 0x50:
      let text = try line()
      if text.contains(where: { $0 >= 0x80 }) {
        throw environment.unpickling(vm, "persistent IDs in protocol 0 must be ASCII strings")
      }
      push(try vm.call(persistentLoad, [.object(StrObject(vm, ascii: text))]))
    case 0x69:
      let module = try name(try line())
      let cls = try find(module, try name(try line()))
      push(try environment.helper(vm, "instantiate", [cls, .object(TupleObject.make(vm, try popMark()))]))
    case 0x6F:
      let items = try popMark()
      guard let cls = items.first else { throw underflow() }
      push(try environment.helper(vm, "instantiate", [cls, .object(TupleObject.make(vm, Array(items.dropFirst())))]))
    default:
      let isShown = code >= 32 && code < 127 && code != 39 && code != 92
      let digits = String(code, radix: 16)
      let shown = isShown ? "'\(Character(Unicode.Scalar(code)))'" : "'\\x\(digits.count < 2 ? "0" : "")\(digits)'"
      throw environment.unpickling(vm, "invalid load key, \(shown).")
    }
  }

  private func integer(_ text: [UInt8]) throws(Raised) -> Value {
    try vm.call(.object(vm.types.int), [vm.makeBytes(text), .int(0)])
  }
  private func name(_ text: [UInt8]) throws(Raised) -> Value { .object(try Codecs.decode(vm, text)) }

  private func frame() throws(Raised) {
    let bits = try number(8)
    guard let n = Int(exactly: bits) else {
      throw vm.overflowError("FRAME length exceeds system's maximum of \(Int.max) bytes")
    }
    if readFile == nil {
      if n > data.count &- at { throw truncated() }
      return
    }
    if at < data.count { throw environment.unpickling(vm, "beginning of a new frame before end of current frame") }
    _ = try fill(n)
    at = 0
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
  private func decoded(_ bytes: [UInt8]) throws(Raised) -> Value {
    encoding == "bytes" ? vm.makeBytes(bytes) : .object(try Codecs.decode(vm, bytes, encoding, errors))
  }

  private func memoize(_ number: Int) throws(Raised) {
    let slot = try top()
    slot.retain()
    try remember(slot, number)
  }

  // MARK: Filling

  private func append(_ items: [Value]) throws(Raised) {
    let target = try top().value
    if let list = target.asList, vm.isExact(list) {
      for item in items { list.append(owned: item.owned) }
      return
    }
    if items.count != 1, let extend = try vm.getAttrOrNil(target, vm.intern("extend")) {
      _ = try vm.call(extend, [.object(ListObject.make(vm, items))])
      return
    }
    let append = try vm.getAttr(target, "append")
    for item in items { _ = try vm.call(append, [item]) }
  }
  private func set(_ items: [Value]) throws(Raised) {
    let target = try top().value
    for i in stride(from: 0, to: items.count &- 1, by: 2) { try vm.setItem(target, items[i], items[i &+ 1]) }
  }
  /// Key and value in turn above the mark, into the dict below.
  private func setItems() throws(Raised) {
    let first = try mark()
    if first == 0 || first <= (marks.last ?? 0) { throw underflow() }
    if (stack.count &- first) & 1 != 0 { throw environment.unpickling(vm, "odd number of items for SETITEMS") }
    let target = stack[first &- 1]
    if target.isKind(.dict), vm.isExact(target.object), let dict = target.asDict {
      var i = first
      while i < stack.count {
        try dict.set(vm, stack[i], stack[i &+ 1])
        i &+= 2
      }
      return drop(first)
    }
    let items = stack[first...].map { $0.value }
    drop(first)
    try set(items)
  }
  private func add(_ items: [Value]) throws(Raised) {
    let target = try top().value
    if let set = target.asSet, set.kind == .set, vm.isExact(set) {
      for item in items { try set.add(vm, item) }
      return
    }
    let add = try vm.getAttr(target, "add")
    for item in items { _ = try vm.call(add, [item]) }
  }

  // MARK: Objects

  private func find(_ module: Value, _ name: Value) throws(Raised) -> Value {
    if findClass.isNone {
      return try environment.helper(vm, "find_class", [module, name, .int(version), .bool(fixImports)])
    }
    return try vm.call(findClass, [module, name])
  }
  private func global() throws(Raised) {
    let module = try name(try line())
    push(try find(module, try name(try line())))
  }
  private func extensionObject(_ code: Int) throws(Raised) {
    let finder: Value = findClass
    push(try environment.helper(vm, "extension", [.int(code), finder, .int(version), .bool(fixImports)]))
  }

  private func newObject(_ arguments: Value, keywords: Value?) throws(Raised) {
    let cls = try popValue()
    let what = keywords == nil ? "NEWOBJ" : "NEWOBJ_EX"
    guard let type = cls.asType else {
      throw environment.unpickling(vm, "\(what) class argument must be a type, not \(vm.type(of: cls).name)")
    }
    guard let args = arguments.asTuple else {
      throw environment.unpickling(vm, "\(what) args argument must be a tuple, not \(vm.type(of: arguments).name)")
    }
    if keywords == nil, args.count == 0, type.isHeap, type.instanceKind == .instance, !type.isAbstract,
      type.special(vm, .new).isUndefined
    {
      return push(.object(Object(kind: .instance, type: type, tracked: true)))
    }
    let new = try vm.getAttr(cls, "__new__")
    if let keywords {
      guard let keywords = keywords.asDict else {
        throw environment.unpickling(vm, "NEWOBJ_EX kwargs argument must be a dict, not \(vm.type(of: keywords).name)")
      }
      var named: [(name: String, value: Value)] = []
      for item in keywords.items { named.append((item.key.asStr?.string ?? "", item.value)) }
      return push(try vm.call(new, [cls] + args.values, keywords: named))
    }
    push(try vm.call(new, [cls] + args.values))
  }

  private func build() throws(Raised) {
    let state = try popValue()
    let target = try top().value
    if case .object(let object) = target, object.kind == .instance, object.hasHeapType, object.type.hasAttributes, !object.type.hasHooks,
      object.type.lookup(vm, .borrowed(vm.intern("__setstate__"))).isUndefined, let dict = state.asDict
    {
      return try fill(object, dict)
    }
    if let setter = try vm.getAttrOrNil(target, vm.intern("__setstate__")) {
      _ = try vm.call(setter, [state])
      return
    }
    var (attributes, slots) = (state, Value.none)
    if let pair = state.asTuple, pair.count == 2 { (attributes, slots) = (pair[0], pair[1]) }
    if !attributes.isNone {
      guard let dict = attributes.asDict else { throw environment.unpickling(vm, "state is not a dictionary") }
      if dict.count > 0 {
        let inside = try vm.getAttr(target, "__dict__")
        for item in dict.items { try vm.setItem(inside, interned(item.key), item.value) }
      }
    }
    if !slots.isNone {
      guard let dict = slots.asDict else { throw environment.unpickling(vm, "slot state is not a dictionary") }
      for item in dict.items {
        guard let name = item.key.asStr else { throw vm.typeError("attribute name must be string") }
        try vm.setAttr(target, vm.intern(name), item.value)
      }
    }
  }
  private func interned(_ key: Value) -> Value {
    guard let name = key.asStr, !name.hasHeapType else { return key }
    return .object(vm.intern(name))
  }
  /// Gives an instance its attributes.
  private func fill(_ object: Object, _ dict: DictObject) throws(Raised) {
    for item in dict.items {
      if let name = item.key.asStr, !name.hasHeapType, object.attributeStore == nil {
        vm.setInstanceAttribute(object, name, item.value)
      } else {
        try vm.attributeDict(of: object).set(vm, interned(item.key), item.value)
      }
    }
  }
}
