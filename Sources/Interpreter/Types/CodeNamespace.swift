import Syntax

// What Python sees of code objects.

extension CoreNamespaces {
  static func populateCode(_ type: TypeObject, _ vm: VM) {
    func code(_ value: Value) -> Code? {
      if case .object(let o) = value { return o as? Code }
      return nil
    }
    func strings(_ vm: VM, _ list: [String]) -> Value { .object(TupleObject.make(vm, list.map { .object(vm.string($0)) })) }
    type.specials(vm, [.repr, .hash, .eq, .ne])
    type.attribute(vm, "co_name", get: { (vm, v) in .object(vm.string(code(v)?.parts.name ?? "")) })
    type.attribute(vm, "co_qualname", get: { (vm, v) in .object(vm.string(code(v)?.parts.qualifiedName ?? "")) })
    type.attribute(vm, "co_filename", get: { (vm, v) in .object(vm.string(code(v)?.parts.filename ?? "")) })
    type.attribute(vm, "co_firstlineno", get: { (_, v) in .int(code(v)?.parts.firstLine ?? 1) })
    type.attribute(vm, "co_argcount", get: { (_, v) in .int(code(v)?.parts.argCount ?? 0) })
    type.attribute(vm, "co_posonlyargcount", get: { (_, v) in .int(code(v)?.parts.positionalOnlyCount ?? 0) })
    type.attribute(vm, "co_kwonlyargcount", get: { (_, v) in .int(code(v)?.parts.keywordOnlyCount ?? 0) })
    type.attribute(vm, "co_nlocals", get: { (_, v) in .int(code(v)?.parts.localNames.count ?? 0) })
    type.attribute(vm, "co_flags", get: { (_, v) in .int(Int(code(v)?.parts.flags.rawValue ?? 0)) })
    type.attribute(vm, "co_varnames", get: { (vm, v) in strings(vm, code(v)?.parts.localNames ?? []) })
    type.attribute(vm, "co_names", get: { (vm, v) in strings(vm, code(v)?.parts.names ?? []) })
    type.attribute(vm, "co_freevars", get: { (vm, v) in strings(vm, code(v)?.parts.freeNames ?? []) })
    type.attribute(vm, "co_cellvars", get: { (vm, v) in
      strings(vm, (code(v)?.parts.cellRegisters ?? []).compactMap { code(v)?.parts.localNames[$0] })
    })
    type.method(vm, "co_positions(self, /)", "Lines and columns of each instruction.") { (vm, args) throws(Raised) in
      func place(_ number: Int32) -> Value { number < 0 ? .none : .int(Int(number)) }
      let list = ListObject.make(vm)
      for span in code(args[0])?.parts.spans ?? [] {
        if span.line == 0 {
          list.append(.object(TupleObject.make(vm, [.none, .none, .none, .none])))
          continue
        }
        list.append(
          .object(
            TupleObject(
              vm, [place(span.line), place(span.endLine), place(span.column), place(span.endColumn)])))
      }
      return .object(try vm.iterator(.object(list)))
    }
    type.method(vm, "co_lines(self, /)", "First byte, last byte and line of each run of instructions.") {
      (vm, args) throws(Raised) in
      let list = ListObject.make(vm)
      let spans = code(args[0])?.parts.spans ?? []
      var start = 0
      for i in spans.indices where i + 1 == spans.count || spans[i + 1].line != spans[i].line {
        let line: Value = spans[i].line > 0 ? .int(Int(spans[i].line)) : .none
        list.append(.object(TupleObject.make(vm, [.int(start * 2), .int((i + 1) * 2), line])))
        start = i + 1
      }
      return .object(try vm.iterator(.object(list)))
    }
    type.attribute(vm, "co_consts", get: { (vm, v) in
      guard let c = code(v) else { return .none }
      let count = c.parts.constants.count
      guard c.parts.flags.contains(.newLocals) else {
        return .object(TupleObject.make(vm, copying: c.header.pointee.constants, count: count))
      }
      // A function's text comes first, or None where it would stand.
      let doc: Value = c.parts.docString.map { .object(vm.string($0)) } ?? .none
      return .object(TupleObject.make(vm, [doc] + (0..<count).map { c.header.pointee.constants[$0].value }))
    })
    populateCodeTables(type, vm)
  }

  /// The tables that a program of CPython's would read: here of register code, two bytes a word in their counting.
  private static func populateCodeTables(_ type: TypeObject, _ vm: VM) {
    func code(_ vm: VM, _ value: Value) throws(Raised) -> Code {
      guard case .object(let o) = value, let code = o as? Code else { throw vm.typeError("expected a code object") }
      return code
    }
    type.attribute(vm, "co_code", get: { (vm, v) throws(Raised) in
      vm.makeBytes(try code(vm, v).parts.instructions.flatMap { [$0.opcode.rawValue, $0.flags] })
    })
    // Registers that are no variables: what a stack would hold.
    type.attribute(vm, "co_stacksize", get: { (vm, v) throws(Raised) in
      let parts = try code(vm, v).parts
      return .int(max(1, parts.registerCount - parts.localNames.count))
    })
    type.attribute(vm, "co_lnotab", get: { (vm, v) throws(Raised) in vm.makeBytes(lineTable(try code(vm, v))) })
    type.attribute(vm, "co_linetable", get: { (vm, v) throws(Raised) in vm.makeBytes(lineTable(try code(vm, v))) })
    type.attribute(vm, "co_exceptiontable", get: { (vm, v) throws(Raised) in
      vm.makeBytes(
        try code(vm, v).parts.exceptionTable.flatMap { entry in
          [entry.start, entry.end, entry.handler].map { UInt8(truncatingIfNeeded: $0) }
        })
    })
    type.method(
      vm,
      "replace(self, /, **changes)",
      "Return a copy of the code object with new values for the specified fields."
    ) { (vm, args) throws(Raised) in
      .object(try replaced(vm, try code(vm, args[0]), args[1]))
    }
  }

  /// Pairs of how far the code and the line go on.
  private static func lineTable(_ code: Code) -> [UInt8] {
    var table: [UInt8] = []
    var (last, line) = (0, code.parts.firstLine)
    for (index, span) in code.parts.spans.enumerated() where Int(span.line) != line && span.line > 0 {
      var (forward, lines) = ((index - last) * 2, Int(span.line) - line)
      while forward > 255 {
        table += [255, 0]
        forward -= 255
      }
      while lines > 127 || lines < -128 {
        let step = lines > 0 ? 127 : -128
        table += [UInt8(truncatingIfNeeded: forward), UInt8(bitPattern: Int8(step))]
        (forward, lines) = (0, lines - step)
      }
      table += [UInt8(truncatingIfNeeded: forward), UInt8(bitPattern: Int8(truncatingIfNeeded: lines))]
      (last, line) = (index, Int(span.line))
    }
    return table
  }

  /// Registers that arguments come in: what is left over by position and by name has one each.
  private static func parameterCount(_ parts: CodeParts) -> Int {
    parts.argCount + parts.keywordOnlyCount + (parts.flags.contains(.varArgs) ? 1 : 0)
      + (parts.flags.contains(.varKeywords) ? 1 : 0)
  }

  /// `code.replace(…)`: names and lines may change, the instructions not. `*args` may become an ordinary parameter.
  private static func replaced(_ vm: VM, _ code: Code, _ changes: Value) throws(Raised) -> Code {
    var parts = code.parts
    var constants = (0..<parts.constants.count).map { code.header.pointee.constants[$0] }
    func text(_ name: String, _ value: Value) throws(Raised) -> String {
      guard let text = value.asStr else {
        throw vm.typeError("replace() argument '\(name)' must be str, not \(vm.type(of: value).name)")
      }
      return text.string
    }
    func names(_ name: String, _ value: Value) throws(Raised) -> [String] {
      guard let tuple = value.asTuple else {
        throw vm.typeError("replace() argument '\(name)' must be tuple, not \(vm.type(of: value).name)")
      }
      var all: [String] = []
      for item in tuple.values {
        guard let text = item.asStr else {
          throw vm.typeError("name tuples must contain only strings, not '\(vm.type(of: item).name)'")
        }
        all.append(text.string)
      }
      return all
    }
    for (key, value) in (changes.asDict?.items ?? []).map({ ($0.key, $0.value) }) {
      let name = try vm.str(key).string
      switch name {
      case "co_name": parts.name = try text(name, value)
      case "co_qualname": parts.qualifiedName = try text(name, value)
      case "co_filename": parts.filename = try text(name, value)
      case "co_firstlineno":
        let line = try vm.index(value)
        let shift = Int32(truncatingIfNeeded: line &- parts.firstLine)
        parts.firstLine = line
        for k in parts.spans.indices where parts.spans[k].line > 0 {
          parts.spans[k].line &+= shift
          parts.spans[k].endLine &+= shift
        }
      case "co_flags": parts.flags = CodeFlags(rawValue: UInt32(truncatingIfNeeded: try vm.index(value)))
      case "co_varnames":
        let new = try names(name, value)
        if new.count != parts.localNames.count { throw vm.valueError("code: varnames is too small") }
        parts.localNames = new
      case "co_names":
        let new = try names(name, value)
        if new.count != parts.names.count { throw vm.valueError("code: names cannot change their number") }
        parts.names = new
      case "co_freevars":
        let new = try names(name, value)
        if new.count != parts.freeNames.count { throw vm.valueError("code: free variables cannot change their number") }
        parts.freeNames = new
      case "co_consts":
        let first = parts.flags.contains(.newLocals) ? 1 : 0
        guard let tuple = value.asTuple, tuple.count == constants.count + first else {
          throw vm.valueError("code: constants cannot change their number")
        }
        constants = tuple.values[first...].map(\.borrowed)
      case "co_linetable", "co_lnotab":
        // Of no use to register code: an empty table means that no line is known.
        if try vm.length(value) == 0 { for k in parts.spans.indices { parts.spans[k].line = -1 } }
      case "co_argcount" where code.parts.keywordOnlyCount == 0:
        let new = try vm.index(value)
        guard new >= 0, new <= parts.localNames.count else { throw vm.valueError("code: co_argcount cannot change") }
        parts.argCount = new
      case "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_nlocals", "co_stacksize", "co_code",
        "co_cellvars", "co_exceptiontable":
        if !(try vm.equal(value, try vm.getAttr(.object(code), name))) {
          throw vm.valueError("code: \(name) cannot change")
        }
      default: throw vm.typeError("replace() got an unexpected keyword argument '\(name)'")
      }
    }
    guard parameterCount(parts) == parameterCount(code.parts), parts.positionalOnlyCount <= parts.argCount else {
      throw vm.valueError("code: co_argcount and co_flags cannot change the number of parameters")
    }
    for constant in constants { constant.retain() }
    parts.constants = constants
    return Code(parts, vm: vm)
  }
}

extension Code {
  func isSame(_ vm: VM, as other: Code) throws(Raised) -> Bool {
    let (a, b) = (parts, other.parts)
    guard a.name == b.name, a.qualifiedName == b.qualifiedName, a.firstLine == b.firstLine,
      a.flags.rawValue == b.flags.rawValue, a.argCount == b.argCount,
      a.positionalOnlyCount == b.positionalOnlyCount, a.keywordOnlyCount == b.keywordOnlyCount,
      a.localNames == b.localNames, a.freeNames == b.freeNames, a.names == b.names,
      a.registerCount == b.registerCount, a.spans == b.spans, a.constants.count == b.constants.count,
      a.instructions.count == b.instructions.count,
      zip(a.instructions, b.instructions).allSatisfy({
        $0.opcode == $1.opcode && $0.flags == $1.flags && $0.a == $1.a && $0.bc == $1.bc
      })
    else { return false }
    for k in 0..<a.constants.count {
      let (x, y) = (header.pointee.constants[k].value, other.header.pointee.constants[k].value)
      if vm.type(of: x) !== vm.type(of: y) { return false }
      if !(try vm.equal(x, y)) { return false }
    }
    return true
  }
}
