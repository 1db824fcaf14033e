import Glibc

extension StrMethods {
  static func layout(_ type: TypeObject, _ vm: VM) {
    for (name, left, right) in [("center", true, true), ("ljust", false, true), ("rjust", true, false)] {
      type.method(vm, "\(name)(self, width, fillchar=' ', /)", "Pads the string to a width.") {
        (vm, args) throws(Raised) in
        let text = text(args)
        let width = try vm.index(args[1])
        guard let fill = args[2].asStr else {
          throw vm.typeError("The fill character must be a unicode character, not \(vm.type(of: args[2]).name)")
        }
        if fill.count != 1 { throw vm.typeError("The fill character must be exactly one character long") }
        if width <= text.count { return .object(try text.part(vm, 0..<text.count)) }
        if width > 1 << 40 { throw vm.memoryError() }
        let padding = width &- text.count
        // CPython's centre: the odd space goes left when both padding and width are odd.
        let before = left && right ? padding / 2 &+ (padding & width & 1) : left ? padding : 0
        if let quick = padded(vm, text, fill[0], before, padding &- before) { return .object(quick) }
        var out = StrBuilder(capacity: width)
        out.append(fill[0], times: before)
        out.append(text)
        out.append(fill[0], times: padding &- before)
        return .object(try out.finish(vm))
      }
    }
    type.method(vm, "zfill(self, width, /)", "Pads with zeros on the left, after a sign.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let width = try vm.index(args[1])
      if width <= text.count { return .object(try text.part(vm, 0..<text.count)) }
      if width > 1 << 40 { throw vm.memoryError() }
      let signed = text.count > 0 && (text[0] == 0x2B || text[0] == 0x2D) ? 1 : 0
      if signed == 0, let quick = padded(vm, text, 0x30, width &- text.count, 0) { return .object(quick) }
      var out = StrBuilder(capacity: width)
      out.append(text, 0..<signed)
      out.append(0x30, times: width &- text.count)
      out.append(text, signed..<text.count)
      return .object(try out.finish(vm))
    }
    type.method(vm, "expandtabs(self, tabsize=8)", "Replaces tabs by spaces.") { (vm, args) throws(Raised) in
      let text = text(args)
      let size = try vm.index(args[1])
      var out = StrBuilder(capacity: text.count)
      var column = 0
      for i in 0..<text.count {
        let p = text[i]
        if p == 9 {
          if size > 0 {
            let step = size &- column % size
            column &+= step
            if step > 1 << 40 { throw vm.memoryError() }
            out.append(0x20, times: step)
          }
        } else {
          out.append(p)
          column = p == 10 || p == 13 ? 0 : column &+ 1
        }
      }
      return .object(try out.finish(vm))
    }
  }

  /// A text of bytes between fill characters of ASCII; nil: it is something else, or there is no memory.
  private static func padded(_ vm: VM, _ text: StrObject, _ fill: UInt32, _ before: Int, _ behind: Int) -> StrObject? {
    let n = text.count
    guard text.width == 1, fill < 0x80, n &+ before &+ behind <= 1 << 20,
      let made = StrObject.make(vm, count: n &+ before &+ behind, width: 1, isASCII: text.isASCII)
    else { return nil }
    let out = made.storage.assumingMemoryBound(to: UInt8.self)
    memset(out, Int32(fill), before)
    memcpy(out + before, text.storage, n)
    memset(out + (before &+ n), Int32(fill), behind)
    return made
  }

  static func translation(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "translate(self, table, /)", "Maps characters through a table.") { (vm, args) throws(Raised) in
      let text = text(args)
      let table = args[1]
      var out = StrBuilder(capacity: text.count)
      for i in 0..<text.count {
        let p = text[i]
        let mapped: Value?
        if let dict = table.asDict, !dict.hasHeapType {
          mapped = try dict.get(vm, .int(Int(p)))
        } else {
          do throws(Raised) {
            mapped = try vm.getItem(table, .int(Int(p)))
          } catch {
            if !error.exception.type.isSubtype(of: vm.types.lookupError) { throw error }
            mapped = nil
          }
        }
        switch mapped {
        case nil: out.append(p)
        case .none?: break
        case .int(let point)?:
          if point < 0 || point >= 0x110000 {
            throw vm.valueError("character mapping must be in range(0x110000)")
          }
          out.append(UInt32(point))
        case let other?:
          guard let replacement = other.asStr else {
            throw vm.typeError("character mapping must return integer, None or str")
          }
          out.append(replacement)
        }
      }
      return .object(try out.finish(vm))
    }
    type.staticMethod(vm, "maketrans(x, y=..., z=..., /)", "A table for translate.") { (vm, args) throws(Raised) in
      .object(try makeTable(vm, args))
    }
  }

  private static func makeTable(_ vm: VM, _ args: Arguments) throws(Raised) -> DictObject {
    let table = DictObject(vm)
    if !args.has(1) {
      guard let source = args[0].asDict else {
        throw vm.typeError("if you give only one argument to maketrans it must be a dict")
      }
      for (key, value) in source.items {
        if let text = key.asStr {
          if text.count != 1 { throw vm.valueError("string keys in translate table must be of length 1") }
          try table.set(vm, Value.int(Int(text[0])), value)
        } else if Integer(key) != nil {
          try table.set(vm, key, value)
        } else {
          throw vm.typeError("keys in translate table must be strings or integers")
        }
      }
      return table
    }
    guard let from = args[0].asStr else {
      throw vm.typeError("first maketrans argument must be a string if there is a second argument")
    }
    let to = try string(vm, args[1], "maketrans() argument 2 must be str, not ")
    if from.count != to.count {
      throw vm.valueError("the first two maketrans arguments must have equal length")
    }
    for i in 0..<from.count { try table.set(vm, Value.int(Int(from[i])), Value.int(Int(to[i]))) }
    if args.has(2) {
      let removed = try string(vm, args[2], "maketrans() argument 3 must be str, not ")
      for i in 0..<removed.count { try table.set(vm, Value.int(Int(removed[i])), Value.none) }
    }
    return table
  }
}
