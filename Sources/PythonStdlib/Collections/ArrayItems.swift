import Glibc
import Interpreter

/// What `array.array` derives from: numbers of one kind as bytes.
final class ArrayItems: Object {
  /// `b`, `B`, `u`, `h`, ... as ASCII.
  private(set) var code: UInt8 = 0x42
  private(set) var size = 1
  private(set) var store: ByteArrayObject

  init(_ vm: VM, _ type: TypeObject) {
    store = ByteArrayObject(vm)
    super.init(kind: .native, type: type, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(.held(store)) }

  static func of(_ value: Value) -> ArrayItems? {
    value.native(ArrayItems.self)
  }
  /// A size is a power of two.
  var count: Int { store.count >> size.trailingZeroBitCount }

  /// The item at a place below `count`.
  func checkedItem(_ vm: VM, _ i: Int) throws(Raised) -> Slot {
    let made = item(vm, i)
    if made.isUndefined { throw vm.valueError("character U+ffffffff is not in range [U+0000; U+10ffff]") }
    return made
  }
  /// The same; undefined where the bytes are no code point.
  @inline(__always)
  private func item(_ vm: VM, _ i: Int) -> Slot {
    let bytes = UnsafeRawBufferPointer(start: store.base, count: store.count)
    let at = i &* size
    switch code {
    case 0x62: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: Int8.self)))
    case 0x42: return .int(Int(bytes[at]))
    case 0x68: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: Int16.self)))
    case 0x48: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
    case 0x69: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)))
    case 0x49: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    case 0x6C, 0x71: return .int(Int(bytes.loadUnaligned(fromByteOffset: at, as: Int64.self)))
    case 0x4C, 0x51:
      return Numbers.value(vm, unsigned: UInt(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))).intoOwned()
    case 0x66: return .float(Double(bytes.loadUnaligned(fromByteOffset: at, as: Float.self)))
    case 0x64: return .float(bytes.loadUnaligned(fromByteOffset: at, as: Double.self))
    default:
      let point = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
      return point > 0x10FFFF ? .undefined : Value.object(vm.character(point)).intoOwned()
    }
  }

  /// The bits of a value that needs no conversion; nil: Python converts or refuses it.
  @inline(__always)
  private func bits(_ value: Slot) -> UInt64? {
    switch code {
    case 0x64:
      if value.isFloat { return value.asDouble.bitPattern }
      return value.isInt ? Double(value.asInt).bitPattern : nil
    case 0x66:
      let f: Float
      if value.isFloat { f = Float(value.asDouble) } else if value.isInt { f = Float(value.asInt) } else { return nil }
      return UInt64(f.bitPattern)
    case 0x75:
      guard let text = value.asStr, text.count == 1 else { return nil }
      return UInt64(text[0])
    default:
      guard value.isInt else { return nil }
      let i = value.asInt
      if code >= 0x61 {
        if size < 8 {
          let half = 1 << (size &* 8 &- 1)
          if i < 0 &- half || i >= half { return nil }
        }
      } else if i < 0 || (size < 8 && i >> (size &* 8) != 0) {
        return nil
      }
      return UInt64(bitPattern: Int64(i))
    }
  }
  /// The bytes of any value, by way of Python.
  private func packed(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    try vm.callMethod(.object(self), "_pack", [.object(TupleObject.make(vm, [value]))])
  }
  func append(_ vm: VM, _ value: Slot) throws(Raised) {
    guard let bits = bits(value) else {
      let bytes = try packed(vm, value.value)
      if let view = ByteView(bytes) { try store.append(vm, view) }
      return
    }
    try withUnsafeBytes(of: bits.littleEndian) { (bits) throws(Raised) in
      guard let base = bits.baseAddress else { return }
      try store.append(vm, ByteView(base.assumingMemoryBound(to: UInt8.self), size))
    }
  }
  private func place(_ vm: VM, _ key: Value, _ message: String) throws(Raised) -> Int {
    var i: Int
    if case .int(let plain) = key { i = plain } else {
      guard vm.hasIndex(key) else { throw vm.typeError("array indices must be integers") }
      i = try vm.sequenceIndex(key)
    }
    if i < 0 { i &+= count }
    if i < 0 || i >= count { throw vm.indexError(message) }
    return i
  }

  /// `array.array` itself: of that class are parts, whatever the class of the whole. It is the class before the native one.
  private var plainType: TypeObject? {
    // (Of an array itself alone.)
    if type.showsModule { return type }
    let order = type.mroTypes
    guard let place = order.firstIndex(where: { $0.name == "ArrayItems" }), place > 0 else { return nil }
    for k in (0..<place).reversed() where order[k].name == "array" { return order[k] }
    return nil
  }

  /// What a slice takes, as an array.
  private func part(_ vm: VM, _ range: SliceObject.Range, _ plain: TypeObject) throws(Raised) -> Value {
    let made = ArrayItems(vm, plain)
    (made.code, made.size) = (code, size)
    let n = max(0, range.count)
    made.store = try ByteArrayObject.make(vm, count: n &* size)
    if range.step == 1 {
      memcpy(made.store.base, store.base + range.start &* size, n &* size)
    } else {
      for i in 0..<n { memcpy(made.store.base + i &* size, store.base + range[i] &* size, size) }
    }
    return .object(made)
  }

  override func length(_ vm: VM) throws(Raised) -> Int? { count }
  override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let slice = key.asSlice {
      guard let plain = plainType else { return try vm.callMethod(.object(self), "_slice", [key]) }
      return try part(vm, try slice.indices(vm, count), plain)
    }
    return vm.taken(try checkedItem(vm, try place(vm, key, "array index out of range")))
  }
  override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    guard let value, key.asSlice == nil else {
      _ = try vm.callMethod(.object(self), value == nil ? "_delete" : "_assign", value.map { [key, $0] } ?? [key])
      return true
    }
    let slot = value.borrowed
    if !vm.hasIndex(key) { throw vm.typeError("array indices must be integers") }
    guard let bits = bits(slot) else {
      let bytes = try packed(vm, value)
      let at = try place(vm, key, "array assignment index out of range") &* size
      if let view = ByteView(bytes), view.count == size { try store.replace(vm, at, at &+ size, view) }
      return true
    }
    put(bits, at: try place(vm, key, "array assignment index out of range"))
    return true
  }
  /// Sets the item at a place below `count`.
  @inline(__always)
  private func put(_ bits: UInt64, at i: Int) {
    let to = UnsafeMutableRawPointer(store.base + i &* size)
    switch size {
    case 1: to.storeBytes(of: UInt8(truncatingIfNeeded: bits), as: UInt8.self)
    case 2: to.storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
    case 4: to.storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
    default: to.storeBytes(of: bits, as: UInt64.self)
    }
  }
  override func itemSlot(_ vm: VM, _ index: Int) -> Slot {
    let (count, i) = (count, index < 0 ? index &+ count : index)
    return i < 0 || i >= count ? .undefined : item(vm, i)
  }
  override func setItemSlot(_ index: Int, _ value: Slot) -> Bool {
    let (count, i) = (count, index < 0 ? index &+ count : index)
    guard i >= 0, i < count, let bits = bits(value) else { return false }
    put(bits, at: i)
    return true
  }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { ArrayIterator(vm, self) }

  static func makeModule(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_arrays", doc: "Numbers of one kind.")
    let type = vm.nativeType("ArrayItems", module: "_arrays", isBase: true, populate: populate)
    type.new = { (vm, cls, args) throws(Raised) in
      if let quick = try quick(vm, cls, args) { return .object(quick) }
      let maker = cls.lookup(vm, .borrowed(vm.intern("_made")))
      if maker.isUndefined { return .object(ArrayItems(vm, cls)) }
      return try vm.call(maker, prepending: .borrowed(cls), args)
    }
    module.constant(vm, "ArrayItems", .object(type))
    module.function(vm, "blank(cls, /)", "An array of a class, without a kind.") { (vm, args) throws(Raised) in
      guard let cls = args[0].asType, cls.isSubtype(of: type) else { throw vm.typeError("blank() needs a class of arrays") }
      return .object(ArrayItems(vm, cls))
    }
    return module
  }

  /// The array of a kind of numbers, empty or with the items of an exact list or tuple; nil: look closer.
  private static func quick(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> ArrayItems? {
    guard args.keywordNames == nil, args.count == 1 || args.count == 2, let kind = args[0].asStr, kind.count == 1,
      kind.isASCII, let size = sizes[UInt8(kind[0])]
    else { return nil }
    let made = ArrayItems(vm, cls)
    (made.code, made.size) = (UInt8(kind[0]), size)
    if args.count == 1 { return made }
    if let list = args[1].asList, !list.hasHeapType {
      // (Converting an item may run code that changes the list.)
      var k = 0
      while k < list.count {
        let item = list.items[k]
        item.retain()
        defer { item.release() }
        try made.append(vm, item)
        k &+= 1
      }
      return made
    }
    guard let tuple = args[1].asTuple, !tuple.hasHeapType else { return nil }
    for k in 0..<tuple.count { try made.append(vm, tuple.items[k]) }
    return made
  }
  /// The kinds of numbers, and how many bytes each takes.
  private static let sizes: [UInt8: Int] = [
    0x62: 1, 0x42: 1, 0x68: 2, 0x48: 2, 0x69: 4, 0x49: 4, 0x6C: 8, 0x4C: 8, 0x71: 8, 0x51: 8, 0x66: 4, 0x64: 8,
  ]

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.len, .getitem, .setitem, .delitem, .iter])
    type.method(vm, "_begin(self, code, size, /)", "Sets the kind of the items.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]), let code = args[1].asStr, code.isASCII, code.count == 1 else { return .none }
      me.code = UInt8(code[0])
      me.size = max(1, try vm.index(args[2]))
      return .none
    }
    type.method(vm, "_replace(self, data, /)", "Takes other contents.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      me.store = args.view(1) == nil ? ByteArrayObject(vm) : try ByteArrayObject.make(vm, copying: args.view(1) ?? .none)
      return .none
    }
    type.method(vm, "_grow(self, more, /)", "Appends bytes.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]), let more = args.view(1) else { return .none }
      try me.store.append(vm, more)
      return .none
    }
    type.classMethod(vm, "_named(cls, /)", "Lets messages say of what module the class is.") { (vm, args) in
      args[0].asType?.showsModule = true
      return .none
    }
    type.method(vm, "append(self, v, /)", "Append new value v to the end of the array.") { (vm, args) throws(Raised) in
      try of(args[0])?.append(vm, args.slot(1))
      return .none
    }
    type.method(vm, "_extend(self, items, /)", "Appends the items of an iterable.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      try vm.forEach(args[1]) { (item) throws(Raised) in
        let slot = item.borrowed
        try me.append(vm, slot)
      }
      return .none
    }
    type.method(vm, "tolist(self, /)", "Convert array to an ordinary list with the same items.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      let list = ListObject.make(vm)
      if !list.reserve(me.count) { throw vm.memoryError() }
      for i in 0..<me.count { list.append(owned: try me.checkedItem(vm, i)) }
      return .object(list)
    }
    type.method(vm, "tobytes(self, /)", "Convert the array to an array of machine values and return the bytes representation.") {
      (vm, args) throws(Raised) in
      guard let store = of(args[0])?.store else { return .none }
      return try vm.makeBytes(copying: store.base, store.count)
    }
    type.attribute(vm, "_data", get: { (_, v) in of(v).map { .object($0.store) } ?? .none })
    type.attribute(vm, "typecode", "The typecode character used to create the array.", get: { (vm, v) in
      of(v).map { .object(vm.character(UInt32($0.code))) } ?? .none
    })
    type.attribute(vm, "itemsize", "The size, in bytes, of one array item.", get: { (_, v) in .int(of(v)?.size ?? 1) })
  }
}

/// Iterates over an array.
private final class ArrayIterator: NativeIterator {
  private var array: Slot
  private var position = 0

  init(_ vm: VM, _ array: ArrayItems) {
    self.array = .owned(array)
    super.init(kind: .iterator, type: vm.types.sequenceIterator, tracked: true)
  }
  deinit { array.release() }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if array.isUndefined { return .undefined }
    let items = unsafeDowncast(array.object, to: ArrayItems.self)
    if position >= items.count {
      let old = array
      array = .undefined
      old.release()
      return .undefined
    }
    position &+= 1
    return try items.checkedItem(vm, position &- 1)
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(array) }
}
