import Glibc
import Interpreter

/// `_struct`: values as packed bytes.
enum StructModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let tools = StructTools()
    let module = ModuleObject(vm, name: "_struct", doc: "Values as packed bytes.")
    module.function(vm, "set_error(type, /)", "Tells what the exception is.") { (_, args) in
      tools.error = args[0].asType
      return .none
    }
    module.function(vm, "calcsize(format, /)", "Return size in bytes of the struct described by the format string.") {
      (vm, args) throws(Raised) in .int(try tools.layout(vm, args.slot(0)).size)
    }
    func raw(_ signature: String, _ doc: String, _ body: @escaping (VM, StructLayout, Arguments) throws(Raised) -> Value) {
      let name = String(signature.prefix { $0 != "(" })
      let made = NativeFunction(vm, signature, doc, isRaw: true) { (vm, args) throws(Raised) in
        if args.keywordNames != nil { throw vm.typeError("\(name)() takes no keyword arguments") }
        if args.count == 0 { throw vm.typeError("missing format argument") }
        return try body(vm, try tools.layout(vm, args.slot(0)), args.dropFirst(1))
      }
      module.constant(vm, name, .object(made))
    }
    raw("pack(format, /, *values)", "Return the values packed by the format.") { (vm, layout, args) throws(Raised) in
      try pack(vm, tools, layout, args)
    }
    raw("pack_into(format, buffer, offset, /, *values)", "Write the values packed by the format into a buffer.") {
      (vm, layout, args) throws(Raised) in try packInto(vm, tools, layout, args)
    }
    module.function(vm, "unpack(format, buffer, /)", "Return a tuple of the values that a buffer holds.") {
      (vm, args) throws(Raised) in try unpack(vm, tools, try tools.layout(vm, args.slot(0)), args.slot(1))
    }
    module.function(
      vm, "unpack_from(format, /, buffer, offset=0)", "Return a tuple of the values that a buffer holds at a place."
    ) { (vm, args) throws(Raised) in
      try unpack(vm, tools, try tools.layout(vm, args.slot(0)), args.slot(1), from: args[2])
    }
    let iterators = vm.nativeType("unpack_iterator", module: "_struct") { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.method(vm, "__length_hint__(self, /)", "How many are left.") { (_, args) in
        .int(args[0].native(StructIterator.self)?.remaining ?? 0)
      }
    }
    iterators.showsModule = true
    module.function(vm, "iter_unpack(format, buffer, /)", "Return an iterator over the values of one struct after the other.") {
      (vm, args) throws(Raised) in
      .object(try StructIterator(vm, iterators, tools, try tools.layout(vm, args.slot(0)), args.slot(1)))
    }
    let type = vm.nativeType("Struct", module: "_struct", isBase: true) { (type, vm) in
      StructObject.populate(type, vm, tools, iterators)
    }
    type.showsModule = true
    type.new = { (_, cls, _) in .object(StructObject(cls)) }
    type.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? StructObject else { return }
      try vm.bind(args, "Struct(format)") { (args) throws(Raised) in object.layout = try tools.layout(vm, args.slot(0)) }
    }
    module.constant(vm, "Struct", .object(type))
    return module
  }

  static func pack(_ vm: VM, _ tools: StructTools, _ layout: StructLayout, _ values: Arguments) throws(Raised) -> Value {
    if values.count != layout.values {
      throw tools.problem(vm, "pack expected \(layout.values) items for packing (got \(values.count))")
    }
    if layout.size == 0 { return vm.makeBytes([]) }
    guard let made = BytesObject.make(vm, count: layout.size) else { throw vm.memoryError() }
    try layout.pack(vm, tools, values, into: made.storage.assumingMemoryBound(to: UInt8.self))
    return .object(made)
  }

  static func packInto(_ vm: VM, _ tools: StructTools, _ layout: StructLayout, _ args: Arguments) throws(Raised) -> Value {
    if args.count < 1 { throw tools.problem(vm, "pack_into expected buffer argument") }
    if args.count < 2 { throw tools.problem(vm, "pack_into expected offset argument") }
    if args.count - 2 != layout.values {
      throw tools.problem(vm, "pack_into expected \(layout.values) items for packing (got \(args.count - 2))")
    }
    var target = args[0]
    if target.kind != .bytearray {
      let view = try? vm.call(.object(vm.types.memoryview), [target])
      guard let view, case .object(let o) = view, let memory = o as? MemoryViewObject, !memory.isReadOnly else {
        throw vm.typeError("argument must be read-write bytes-like object, not \(vm.type(of: target).name)")
      }
      target = try vm.callMethod(view, "cast", [.object(vm.string("B"))])
    }
    let wanted = try vm.index(args[1])
    // What the values run may change the target: they are packed beside it.
    let data = try pack(vm, tools, layout, args.dropFirst(2))
    let count = try vm.length(target)
    var offset = wanted
    if offset < 0 {
      if offset + layout.size > 0 { throw tools.problem(vm, "no space to pack \(layout.size) bytes at offset \(offset)") }
      if offset + count < 0 { throw tools.problem(vm, "offset \(offset) out of range for \(count)-byte buffer") }
      offset += count
    }
    if count - offset < layout.size {
      throw tools.problem(
        vm,
        "pack_into requires a buffer of at least \(UInt(offset) + UInt(layout.size)) bytes for packing \(layout.size) bytes at offset \(offset) (actual buffer size is \(count))")
    }
    if let array = target.asByteArray, let view = ByteView(data) {
      try array.replace(vm, offset, offset + layout.size, view)
    } else {
      let slice = SliceObject(vm, start: .int(offset), stop: .int(offset + layout.size), step: .none)
      try vm.setItem(target, .object(slice), data)
    }
    return .none
  }

  private static func view(_ vm: VM, _ buffer: Slot) throws(Raised) -> ByteView {
    guard let view = ByteView(buffer) else {
      throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: buffer.value).name)'")
    }
    return view
  }

  static func unpack(_ vm: VM, _ tools: StructTools, _ layout: StructLayout, _ buffer: Slot) throws(Raised) -> Value {
    let data = try view(vm, buffer)
    if data.count != layout.size { throw tools.problem(vm, "unpack requires a buffer of \(layout.size) bytes") }
    return .object(try layout.unpack(vm, tools, data.base))
  }

  static func unpack(
    _ vm: VM, _ tools: StructTools, _ layout: StructLayout, _ buffer: Slot, from place: Value
  ) throws(Raised) -> Value {
    var offset = try vm.index(place)
    let data = try view(vm, buffer)
    if offset < 0 {
      if offset + layout.size > 0 { throw tools.problem(vm, "not enough data to unpack \(layout.size) bytes at offset \(offset)") }
      if offset + data.count < 0 { throw tools.problem(vm, "offset \(offset) out of range for \(data.count)-byte buffer") }
      offset += data.count
    }
    if data.count - offset < layout.size {
      throw tools.problem(
        vm,
        "unpack_from requires a buffer of at least \(UInt(offset) + UInt(layout.size)) bytes for unpacking \(layout.size) bytes at offset \(offset) (actual buffer size is \(data.count))")
    }
    return .object(try layout.unpack(vm, tools, data.base + offset))
  }
}

/// `struct.Struct`: a format that was read.
final class StructObject: Object {
  /// nil before `__init__`.
  var layout: StructLayout?

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  private static func layout(_ vm: VM, _ args: Arguments) throws(Raised) -> StructLayout {
    guard let layout = unsafeDowncast(args.slot(0).object, to: StructObject.self).layout else {
      throw vm.raised(vm.types.runtimeError, "Struct object is not initialized")
    }
    return layout
  }

  static func populate(_ type: TypeObject, _ vm: VM, _ tools: StructTools, _ iterators: TypeObject) {
    type.specials(vm, [.`init`])
    for (name, packs) in [("pack", true), ("pack_into", false)] {
      let parameters = packs ? "self, /, *values" : "self, buffer, offset, /, *values"
      type.rawMethod(vm, "\(name)(\(parameters))", "Packs values by the format.") { (vm, args) throws(Raised) in
        if args.keywordNames != nil { throw vm.typeError("Struct.\(name)() takes no keyword arguments") }
        guard args.count > 0, args[0].native(StructObject.self) != nil else {
          throw vm.typeError("descriptor '\(name)' for '_struct.Struct' objects doesn't apply to the first argument")
        }
        let layout = try layout(vm, args)
        return packs
          ? try StructModule.pack(vm, tools, layout, args.dropFirst(1))
          : try StructModule.packInto(vm, tools, layout, args.dropFirst(1))
      }
    }
    type.method(vm, "unpack(self, buffer, /)", "Return a tuple of the values that a buffer holds.") {
      (vm, args) throws(Raised) in try StructModule.unpack(vm, tools, try layout(vm, args), args.slot(1))
    }
    type.method(vm, "unpack_from(self, /, buffer, offset=0)", "Return a tuple of the values that a buffer holds at a place.") {
      (vm, args) throws(Raised) in
      try StructModule.unpack(vm, tools, try layout(vm, args), args.slot(1), from: args[2])
    }
    type.method(vm, "iter_unpack(self, buffer, /)", "Return an iterator over the values of one struct after the other.") {
      (vm, args) throws(Raised) in .object(try StructIterator(vm, iterators, tools, try layout(vm, args), args.slot(1)))
    }
    type.attribute(vm, "format", "struct format string", get: { (vm, v) in
      v.native(StructObject.self)?.layout.map { .object($0.format) } ?? .object(vm.emptyString)
    })
    type.attribute(vm, "size", "struct size in bytes", get: { (_, v) in .int(v.native(StructObject.self)?.layout?.size ?? -1) })
  }
}

/// Iterates over the structs in a buffer.
final class StructIterator: NativeIterator {
  private let tools: StructTools
  private let layout: StructLayout
  /// The buffer, owned; undefined once exhausted.
  private var buffer: Slot
  private var position = 0

  init(_ vm: VM, _ type: TypeObject, _ tools: StructTools, _ layout: StructLayout, _ buffer: Slot) throws(Raised) {
    guard let view = ByteView(buffer) else {
      throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: buffer.value).name)'")
    }
    if layout.size == 0 { throw tools.problem(vm, "cannot iteratively unpack with a struct of length 0") }
    if view.count % layout.size != 0 {
      throw tools.problem(vm, "iterative unpacking requires a buffer of a multiple of \(layout.size) bytes")
    }
    self.tools = tools
    self.layout = layout
    self.buffer = buffer.value.owned
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { buffer.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(buffer) }
  var remaining: Int { max(0, ((ByteView(buffer)?.count ?? 0) &- position) / layout.size) }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    guard let view = ByteView(buffer) else { return .undefined }
    if view.count &- position < layout.size {
      let old = buffer
      buffer = .undefined
      old.release()
      return .undefined
    }
    position &+= layout.size
    return Value.object(try layout.unpack(vm, tools, view.base + (position &- layout.size))).intoOwned()
  }
}
