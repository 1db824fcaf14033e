import Glibc

/// A complex number with C99's and CPython's rules.
package struct Complex {
  package var re: Double
  package var im: Double
  package init(_ re: Double, _ im: Double) {
    self.re = re
    self.im = im
  }

  static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
  }

  /// `a / b` by Smith's method; nil when `b` is zero.
  static func divide(_ a: Complex, _ b: Complex) -> Complex? {
    if b.re.magnitude >= b.im.magnitude {
      if b.re == 0 { return nil }
      let ratio = b.im / b.re
      let denominator = b.re + b.im * ratio
      return Complex((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator)
    }
    if b.im.magnitude >= b.re.magnitude {
      let ratio = b.re / b.im
      let denominator = b.re * ratio + b.im
      return Complex((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator)
    }
    return Complex(.nan, .nan)
  }

  /// `a ** b`: by repeated multiplication for small whole exponents.
  static func power(_ vm: VM, _ a: Complex, _ b: Complex) throws(Raised) -> Complex {
    let result: Complex
    if b.im == 0 && b.re == b.re.rounded(.down) && b.re.magnitude <= 100 {
      let n = Int(b.re.magnitude)
      var r = Complex(1, 0)
      var p = a
      var mask = 1
      while mask <= n {
        if n & mask != 0 { r = r * p }
        mask <<= 1
        p = p * p
      }
      if b.re < 0 {
        guard let inverse = divide(Complex(1, 0), r) else {
          throw vm.zeroDivisionError("0.0 to a negative or complex power")
        }
        r = inverse
      }
      result = r
    } else if b.re == 0 && b.im == 0 {
      result = Complex(1, 0)
    } else if a.re == 0 && a.im == 0 {
      if b.im != 0 || b.re < 0 { throw vm.zeroDivisionError("0.0 to a negative or complex power") }
      result = Complex(0, 0)
    } else {
      let size = hypot(a.re, a.im)
      var length = pow(size, b.re)
      let angle = atan2(a.im, a.re)
      var phase = angle * b.re
      if b.im != 0 {
        length /= exp(angle * b.im)
        phase += b.im * log(size)
      }
      result = Complex(length * cos(phase), length * sin(phase))
    }
    if (result.re.isInfinite || result.im.isInfinite) && a.re.isFinite && a.im.isFinite {
      throw vm.overflowError("complex exponentiation")
    }
    return result
  }

  /// Any number as a complex one; nil for other values.
  static func from(_ vm: VM, _ value: Value) throws(Raised) -> Complex? {
    if case .object(let o) = value, o.kind == .complex { return unsafeDowncast(o, to: ComplexObject.self).value }
    switch Numbers.Operand(value) {
    case .int(let i): return Complex(try Numbers.double(vm, i), 0)
    case .float(let f): return Complex(f, 0)
    case nil: return nil
    }
  }
}

/// `complex`.
package final class ComplexObject: Object {
  package fileprivate(set) var value: Complex

  /// A complex number.
  @inline(__always)
  package static func make(_ vm: VM, _ value: Complex) -> ComplexObject {
    guard ObjectPool.isUsed else { return ComplexObject(vm, value) }
    let made = Unmanaged<ComplexObject>.fromOpaque(ObjectPool.complex(vm)).takeRetainedValue()
    made.value = value
    return made
  }

  /// Gives a pooled number that a single slot holds, and nothing else, another value; false: it is held elsewhere.
  @inline(__always)
  static func replace(_ p: UnsafeMutableRawPointer, _ value: Complex) -> Bool {
    guard p.field(ObjectLayout.refs, Int32.self) == 1, ObjectPool.isHeldOnce(p) else { return false }
    Unmanaged<ComplexObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.value = value }
    return true
  }

  package init(_ vm: VM, _ value: Complex, type: TypeObject? = nil) {
    self.value = value
    super.init(kind: .complex, type: type ?? vm.types.complex, tracked: type?.isHeap ?? false)
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var text: [UInt8] = []
    let imaginary = FloatText.shortest(value.im, alwaysPoint: false)
    if value.re == 0 && value.re.sign == .plus {
      text = imaginary + [0x6A]
    } else {
      text.append(0x28)
      text += FloatText.shortest(value.re, alwaysPoint: false)
      if imaginary.first != 0x2D { text.append(0x2B) }
      text += imaginary
      text += [0x6A, 0x29]
    }
    return StrObject(vm, ascii: text)
  }
  public override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    return try Formatting.formatComplex(vm, value, spec, typeName: type.name)
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    let h = Numbers.hash(value.re, identity: 1) &+ 1_000_003 &* Numbers.hash(value.im, identity: 1)
    return h == -1 ? -2 : h
  }
  public override func truth(_ vm: VM) throws(Raised) -> Bool? { value.re != 0 || value.im != 0 }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    let same: Bool
    if case .object(let o) = other, o.kind == .complex {
      let z = unsafeDowncast(o, to: ComplexObject.self).value
      same = value.re == z.re && value.im == z.im
    } else {
      guard let equal = Numbers.compareNative(.equal, .float(value.re), other) else { return nil }
      same = equal && value.im == 0
    }
    return .bool(same == (comparison == .equal))
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add, .subtract, .multiply, .trueDivide, .power: break
    default: return nil
    }
    guard let second = try Complex.from(vm, other) else { return nil }
    let (a, b) = reflected ? (second, value) : (value, second)
    let result: Complex
    switch op {
    case .add: result = Complex(a.re + b.re, a.im + b.im)
    case .subtract: result = Complex(a.re - b.re, a.im - b.im)
    case .multiply: result = a * b
    case .trueDivide:
      guard let quotient = Complex.divide(a, b) else { throw vm.zeroDivisionError("complex division by zero") }
      result = quotient
    default: result = try Complex.power(vm, a, b)
    }
    return .object(ComplexObject.make(vm, result))
  }
  public override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    switch op {
    case .negative: return .object(ComplexObject.make(vm, Complex(-value.re, -value.im)))
    case .positive: return .object(ComplexObject(vm, value))
    case .absolute:
      let size = hypot(value.re, value.im)
      if size.isInfinite && value.re.isFinite && value.im.isFinite {
        throw vm.overflowError("absolute value too large")
      }
      return .float(size)
    case .invert: return nil
    }
  }
}

extension VM {
  /// A complex constant.
  package func makeComplex(_ real: Double, _ imaginary: Double) -> Value {
    .object(ComplexObject.make(self, Complex(real, imaginary)))
  }
}
