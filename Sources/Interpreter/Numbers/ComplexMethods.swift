/// The namespace of `complex`, and what `complex(...)` makes.
enum ComplexMethods {
  private static func number(_ value: Value) -> Complex {
    if case .object(let o) = value, o.kind == .complex { return unsafeDowncast(o, to: ComplexObject.self).value }
    return Complex(0, 0)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [
        .repr, .format, .hash, .bool, .lt, .le, .eq, .ne, .gt, .ge, .add, .sub, .mul, .truediv, .pow, .radd, .rsub,
        .rmul, .rtruediv, .rpow, .neg, .pos, .abs,
      ])
    type.attribute(vm, "real", get: { (vm, v) throws(Raised) in .float(number(v).re) })
    type.attribute(vm, "imag", get: { (vm, v) throws(Raised) in .float(number(v).im) })
    type.method(vm, "conjugate(self, /)", "The number with the other imaginary sign.") { (vm, args) throws(Raised) in
      let z = number(args[0])
      return vm.makeComplex(z.re, -z.im)
    }
    type.method(vm, "__complex__(self, /)", "") { (vm, args) throws(Raised) in
      let z = number(args[0])
      return vm.makeComplex(z.re, z.im)
    }
    type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
      let z = number(args[0])
      return .object(TupleObject.make(vm, [.float(z.re), .float(z.im)]))
    }
  }

  /// `complex.__new__`.
  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    try vm.bind(args, "complex(real=..., imag=...)") { (bound) throws(Raised) in
      var z = Complex(0, 0)
      if bound.has(0), let text = bound[0].asStr {
        if bound.has(1) { throw vm.typeError("complex() can't take second arg if first is a string") }
        guard let ascii = IntText.asciiNumber(text), let made = parse(ascii) else {
          throw vm.valueError("complex() arg is a malformed string")
        }
        z = made
      } else {
        if bound.has(0) { z = try convert(vm, bound[0], "first argument must be a string or a number") }
        if bound.has(1) {
          if bound[1].asStr != nil { throw vm.typeError("complex() second arg can't be a string") }
          let second = try convert(vm, bound[1], "second argument must be a number")
          let firstIsComplex = bound[0].kind == .complex
          z = Complex(
            bound[1].kind == .complex ? z.re - second.im : z.re, firstIsComplex ? z.im + second.re : second.re)
        } else if bound.has(0), cls === vm.types.complex, case .object(let o) = bound[0], o.kind == .complex,
          !o.hasHeapType
        {
          return bound[0]
        }
      }
      return .object(ComplexObject(vm, z, type: cls))
    }
  }

  /// Any number as a complex one, `__complex__` first.
  package static func convert(_ vm: VM, _ value: Value, _ wanted: String) throws(Raised) -> Complex {
    if case .object(let o) = value, let made = try vm.callSpecial(o, .complex, []) {
      guard made.kind == .complex else {
        throw vm.typeError("\(o.type.name).__complex__ returned non-complex (type \(vm.type(of: made).name))")
      }
      return number(made)
    }
    if let z = try Complex.from(vm, value) { return z }
    if case .object(let o) = value, o.hasHeapType || o.kind == .native || o.kind == .tensor {
      do throws(Raised) { return Complex(try vm.double(value), 0) } catch {
        if !error.exception.type.isSubtype(of: vm.types.typeError) { throw error }
      }
    }
    throw vm.typeError("complex() \(wanted), not '\(vm.type(of: value).name)'")
  }

  /// What a text such as `1+2j` or `(3j)` spells.
  private static func parse(_ text: [UInt8]) -> Complex? {
    var (at, end) = (0, text.count)
    func trim() {
      while at < end && CharacterRules.isSpace(UInt32(text[at])) { at &+= 1 }
      while end > at && CharacterRules.isSpace(UInt32(text[end &- 1])) { end &-= 1 }
    }
    trim()
    if at < end && text[at] == 0x28 {
      guard text[end &- 1] == 0x29 else { return nil }
      at &+= 1
      end &-= 1
      trim()
    }
    if at >= end { return nil }
    func isUnit(_ i: Int) -> Bool { i < end && text[i] | 0x20 == 0x6A }
    /// A sign and the unit alone: 1 or -1.
    func bare(_ i: Int) -> Double? {
      if isUnit(i) { return 1 }
      if i &+ 1 < end, text[i] == 0x2B || text[i] == 0x2D, isUnit(i &+ 1) { return text[i] == 0x2D ? -1 : 1 }
      return nil
    }
    if let one = bare(at) {
      at &+= isUnit(at) ? 1 : 2
      return at == end ? Complex(0, one) : nil
    }
    guard let (first, next) = FloatText.scan(text, at, end) else { return nil }
    if isUnit(next) { return next &+ 1 == end ? Complex(0, first) : nil }
    if next == end { return Complex(first, 0) }
    guard text[next] == 0x2B || text[next] == 0x2D else { return nil }
    if let one = bare(next) { return next &+ 2 == end ? Complex(first, one) : nil }
    guard let (second, last) = FloatText.scan(text, next, end), isUnit(last), last &+ 1 == end else { return nil }
    return Complex(first, second)
  }
}

extension Numbers {
  /// Sets how the number types fill their namespaces and make instances.
  static func install(_ vm: VM) {
    let types = vm.types
    types.int.populate = IntMethods.populate
    types.int.new = { (vm, cls, args) throws(Raised) in try IntMethods.make(vm, cls, args) }
    types.bool.populate = IntMethods.populateBool
    types.bool.new = { (vm, cls, args) throws(Raised) in try IntMethods.makeBool(vm, cls, args) }
    types.float.populate = FloatMethods.populate
    types.float.new = { (vm, cls, args) throws(Raised) in try FloatMethods.make(vm, cls, args) }
    types.complex.populate = ComplexMethods.populate
    types.complex.new = { (vm, cls, args) throws(Raised) in try ComplexMethods.make(vm, cls, args) }
  }
}
