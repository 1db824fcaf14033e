import Interpreter

/// The opcodes of protocol 0, whose arguments are lines of text.
extension PickleReader {
  func runLine(_ code: PickleCode) throws(Raised) {
    switch code {
    case .int:
      let text = try line()
      if text == [0x30, 0x30] { return stack.append(.bool(false)) }
      if text == [0x30, 0x31] { return stack.append(.bool(true)) }
      push(try integer(text))
    case .long:
      var text = try line()
      if text.last == PickleCode.long.rawValue { text.removeLast() }
      push(try integer(text))
    case .float: push(try vm.call(.object(vm.types.float), [vm.makeBytes(try line())]))
    case .string: push(try decoded(Codecs.buffer(try environment.helper(vm, "quoted", [vm.makeBytes(try line())])) ?? []))
    case .unicode: push(try environment.helper(vm, "unescape", [vm.makeBytes(try line())]))
    case .get: try recall(try vm.index(try integer(try line())))
    case .put:
      let number = try vm.index(try integer(try line()))
      if number < 0 { throw vm.valueError("negative PUT argument") }
      try memoize(number)
    case .persistentID:
      let text = try line()
      if text.contains(where: { $0 >= 0x80 }) {
        throw environment.unpickling(vm, "persistent IDs in protocol 0 must be ASCII strings")
      }
      push(try vm.call(persistentLoad, [.object(StrObject(vm, ascii: text))]))
    case .instance:
      let module = try name(try line())
      let cls = try find(module, try name(try line()))
      push(try environment.helper(vm, "instantiate", [cls, .object(TupleObject.make(vm, try popMark()))]))
    case .object:
      let items = try popMark()
      guard let cls = items.first else { throw underflow() }
      push(try environment.helper(vm, "instantiate", [cls, .object(TupleObject.make(vm, Array(items.dropFirst())))]))
    default: throw invalid(code.rawValue)
    }
  }

  func invalid(_ code: UInt8) -> Raised {
    let isShown = code >= 32 && code < 127 && code != 39 && code != 92
    let digits = String(code, radix: 16)
    let shown = isShown ? "'\(Character(Unicode.Scalar(code)))'" : "'\\x\(digits.count < 2 ? "0" : "")\(digits)'"
    return environment.unpickling(vm, "invalid load key, \(shown).")
  }

  private func integer(_ text: [UInt8]) throws(Raised) -> Value {
    try vm.call(.object(vm.types.int), [vm.makeBytes(text), .int(0)])
  }
  func name(_ text: [UInt8]) throws(Raised) -> Value { .object(try Codecs.decode(vm, text)) }
}
