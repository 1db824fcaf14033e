import Interpreter

/// `_memoryfiles`: what `io.BytesIO` and `io.StringIO` derive from, and the lines of texts that files decode.
enum MemoryFiles {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_memoryfiles", doc: "Files in memory.")
    var plain = Value.none
    module.function(vm, "set_up(plain, /)", "Takes the function that finds the bytes of rare objects.") { (_, args) in
      plain = args[0]
      return .none
    }
    func bytes(_ vm: VM, _ value: Value) throws(Raised) -> Value {
      value.kind == .bytes || value.kind == .bytearray ? value : try vm.call(plain, [value])
    }
    let byteType = vm.nativeType("ByteBuffer", module: "_memoryfiles", isBase: true) { (type, vm) in
      BytesFile.populate(type, vm, bytes)
    }
    byteType.new = { (vm, cls, _) in
      let file = BytesFile(cls)
      file.open(vm, nil)
      return .object(file)
    }
    byteType.initialize = { (vm, object, args) throws(Raised) in
      guard let file = object as? BytesFile else { return }
      if args.count == 0 { return file.open(vm, nil) }
      try vm.bind(args, "BytesIO(initial_bytes=b'')") { (args) throws(Raised) in
        file.open(vm, args.has(0) && !args[0].isNone ? try bytes(vm, args[0]) : nil)
      }
    }
    module.constant(vm, "ByteBuffer", .object(byteType))
    let textType = vm.nativeType("TextBuffer", module: "_memoryfiles", isBase: true, populate: TextFile.populate)
    textType.new = { (_, cls, _) in .object(TextFile(cls)) }
    textType.initialize = { (vm, object, args) throws(Raised) in
      guard let file = object as? TextFile else { return }
      if args.keywordNames == nil, args.count == 0 || args.count == 1 && args[0].asStr != nil {
        return try file.open(vm, plain: args.count == 0 ? nil : args[0].asStr)
      }
      try vm.bind(args, "StringIO(initial_value='', newline='\n')") { (args) throws(Raised) in
        try file.open(vm, args[0], newline: args.has(1) ? args[1] : .object(vm.string("\n")))
      }
    }
    module.constant(vm, "TextBuffer", .object(textType))
    let close = vm.intern("close")
    let slowly = vm.intern("_finish")
    let finish = NativeFunction(vm, "__del__(self, /)", "Closes the file where somebody may notice.", isMethod: true) {
      (vm, args) throws(Raised) in
      let type = vm.type(of: args.slot(0))
      if let raw = args[0].native(RawFile.self), raw.isClosed { return .none }
      if args[0].native(RawFile.self) == nil, type.lookup(vm, .borrowed(close)).isKind(.nativeFunction) { return .none }
      let own = type.lookup(vm, .borrowed(slowly))
      return own.isUndefined ? .none : try vm.call(own, [args[0]])
    }
    module.constant(vm, "finish", .object(finish))
    module.constant(vm, "RawFile", .object(RawFile.makeType(vm)))
    ByteStream.declare(vm, module)
    module.constant(vm, "DecodedText", .object(DecodedText.makeType(vm)))
    return module
  }

  /// A size or place that a caller gave.
  static func number(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    if case .int(let i) = value { return i }
    if value.kind == .float || !vm.hasIndex(value) {
      throw vm.typeError("'\(vm.type(of: value).name)' object cannot be interpreted as an integer")
    }
    return try vm.index(value)
  }
  /// The same where None stands for -1.
  static func size(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    if value.isNone { return -1 }
    if case .int(let i) = value { return i }
    if value.kind == .float || !vm.hasIndex(value) {
      throw vm.typeError("argument should be integer or None, not '\(vm.type(of: value).name)'")
    }
    return try vm.index(value)
  }
}

/// Whether a class of Python puts its own `readline` before that of a native file; asked once per state of the class.
struct OwnReadline {
  private var version: UInt32 = 0
  private var answer = false

  @inline(__always)
  mutating func isThere(_ vm: VM, _ file: Object) -> Bool {
    if file.type.version == version && version != 0 { return answer }
    return look(vm, file)
  }
  @inline(never)
  private mutating func look(_ vm: VM, _ file: Object) -> Bool {
    answer = !file.type.lookup(vm, .borrowed(vm.intern("readline"))).isKind(.nativeFunction)
    version = file.type.version
    return answer
  }
}
