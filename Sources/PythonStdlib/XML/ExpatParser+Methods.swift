import Interpreter

extension ExpatParser {
  /// What Python sees of a parser.
  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> ExpatParser { unsafeDowncast(args.slot(0).object, to: ExpatParser.self) }
    type.method(vm, "Parse(self, data, isfinal=False, /)", "Parse XML data.") { (vm, args) throws(Raised) in
      try me(args).parse(args[1], isLast: try vm.truth(args[2]))
    }
    type.method(vm, "ParseFile(self, file, /)", "Parse XML data from file-like object.") { (vm, args) throws(Raised) in
      try me(args).parse(file: args[1])
    }
    type.method(vm, "SetBase(self, base, /)", "Set the base URL for the parser.") { (vm, args) throws(Raised) in
      guard let text = args[1].asStr else {
        throw vm.typeError("SetBase() argument must be str, not \(vm.type(of: args[1]).name)")
      }
      let handle = me(args).handle
      if text.string.withCString({ handle.api.set_base(handle.parser, $0) }) == 0 { throw vm.memoryError() }
      return .none
    }
    type.method(vm, "GetBase(self, /)", "Return base URL string for the parser.") { (vm, args) in
      let handle = me(args).handle
      return handle.api.base(handle.parser).map { .object(vm.string(String(cString: $0))) } ?? .none
    }
    type.method(
      vm, "GetInputContext(self, /)", "Return the untranslated text of the input that caused the current event."
    ) { (vm, args) in
      let parser = me(args)
      var (offset, size) = (Int32(0), Int32(0))
      guard parser.inCallback, let start = parser.handle.api.input_context(parser.handle.parser, &offset, &size),
        offset >= 0, size >= offset
      else { return .none }
      return vm.makeBytes(Array(UnsafeRawBufferPointer(start: start + Int(offset), count: Int(size - offset))))
    }
    type.method(
      vm, "ExternalEntityParserCreate(self, context, encoding=..., /)",
      "Create a parser for parsing an external entity based on the information passed to the ExternalEntityRefHandler."
    ) { (vm, args) throws(Raised) in
      let context = try ExpatModule.text(vm, args[1], "ExternalEntityParserCreate() argument 1")
      var encoding: String?
      if args.has(2) {
        guard args[2].asStr != nil else {
          throw vm.typeError("ExternalEntityParserCreate() argument 2 must be str, not \(vm.type(of: args[2]).name)")
        }
        encoding = try ExpatModule.text(vm, args[2], "")
      }
      return .object(try me(args).external(context, encoding))
    }
    type.method(
      vm, "SetParamEntityParsing(self, flag, /)",
      "Controls parsing of parameter entities (including the external DTD subset)."
    ) { (vm, args) throws(Raised) in
      let handle = me(args).handle
      let flag = Int32(truncatingIfNeeded: try vm.index(args[1]))
      return .int(Int(handle.api.set_param_parsing(handle.parser, flag)))
    }
    type.method(
      vm, "UseForeignDTD(self, flag=True, /)", "Allows the application to provide an artificial external subset."
    ) { (vm, args) throws(Raised) in
      let parser = me(args)
      let code = parser.handle.api.use_foreign_dtd(parser.handle.parser, try vm.truth(args[1]) ? 1 : 0)
      if code != 0 {
        var found = parser.handle.failure
        found.text = ExpatHandle.text(parser.handle.api, code) ?? ""
        found.code = Int(code)
        throw ExpatModule.failure(vm, "\(found.text): line \(found.line), column \(found.column)", found)
      }
      return .none
    }
    attributes(type, vm)
  }

  /// Parses what a file gives.
  private func parse(file: Value) throws(Raised) -> Value {
    guard let read = try vm.getAttrOrNil(file, vm.intern("read")) else {
      throw vm.typeError("argument must have 'read' attribute")
    }
    while true {
      let piece = try vm.call(read, [.int(2048)])
      guard let view = ByteView(piece) ?? (piece.asStr.map { ByteView(copying: $0.utf8()) }) else {
        throw vm.typeError("read() did not return a bytes object (type=\(vm.type(of: piece).name))")
      }
      if view.count > 2048 && piece.asStr == nil {
        throw vm.valueError("read() returned too much data: 2048 bytes requested, \(view.count) returned")
      }
      let isLast = view.count == 0
      let done = try parse(piece, isLast: isLast)
      if isLast { return done }
    }
  }

  private static func attributes(_ type: TypeObject, _ vm: VM) {
    func of(_ value: Value) -> ExpatParser? { value.native(ExpatParser.self) }
    func declare(
      _ name: String, _ get: @escaping (ExpatParser) -> Value,
      _ set: ((ExpatParser, Value) throws(Raised) -> Void)? = nil
    ) {
      let getter: GetSetDescriptor.Getter = { (_, v) in of(v).map { get($0) } ?? .none }
      guard let set else { return type.attribute(vm, name, get: getter) }
      type.attribute(vm, name, get: getter) { (vm, v, new) throws(Raised) in
        guard let new else { throw vm.runtimeError("Cannot delete attribute") }
        if let parser = of(v) { try set(parser, new) }
      }
    }
    for event in ExpatEvent.allCases {
      declare(event.attribute, { $0.handler(event).value }, { (p, new) throws(Raised) in try p.set(event, new) })
    }
    declare("ErrorCode", { .int(Int($0.handle.api.error_code($0.handle.parser))) })
    for name in ["ErrorLineNumber", "CurrentLineNumber"] { declare(name, { .int($0.handle.line) }) }
    for name in ["ErrorColumnNumber", "CurrentColumnNumber"] { declare(name, { .int($0.handle.column) }) }
    for name in ["ErrorByteIndex", "CurrentByteIndex"] {
      declare(name, { .int($0.handle.api.byte_index($0.handle.parser)) })
    }
    declare("intern", { $0.intern.map { .object($0) } ?? .none }) { (p, _) throws(Raised) in
      throw p.vm.attributeError("readonly attribute")
    }
    declare("buffer_text", { .bool($0.isBuffered) }, { (p, new) throws(Raised) in try p.setBuffered(try p.vm.truth(new)) })
    declare("buffer_used", { .int($0.bufferUsed) })
    declare("buffer_size", { .int($0.bufferSize) }) { (p, new) throws(Raised) in
      guard let size = new.asInt else { throw p.vm.typeError("buffer_size must be an integer") }
      if size <= 0 { throw p.vm.valueError("buffer_size must be greater than zero") }
      if size > Int(Int32.max) { throw p.vm.valueError("buffer_size must not be greater than \(Int32.max)") }
      try p.setBufferSize(size)
    }
    declare("ordered_attributes", { .bool($0.isOrdered) }, { (p, new) throws(Raised) in p.isOrdered = try p.vm.truth(new) })
    declare("specified_attributes", { .bool($0.isSpecified) }) { (p, new) throws(Raised) in
      p.isSpecified = try p.vm.truth(new)
    }
    declare("namespace_prefixes", { .bool($0.hasPrefixes) }) { (p, new) throws(Raised) in
      p.hasPrefixes = try p.vm.truth(new)
      p.handle.api.set_triplets(p.handle.parser, p.hasPrefixes ? 1 : 0)
    }
  }
}
