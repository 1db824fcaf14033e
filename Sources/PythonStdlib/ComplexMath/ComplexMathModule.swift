import Glibc
import Interpreter

/// `cmath`: functions of complex numbers.
enum ComplexMathModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "cmath", doc: "Functions of complex numbers.")
    for (name, value) in [("pi", Double.pi), ("e", M_E), ("tau", 2 * Double.pi), ("inf", .infinity), ("nan", .nan)] {
      module.constant(vm, name, .float(value))
    }
    module.constant(vm, "infj", vm.makeComplex(0, .infinity))
    module.constant(vm, "nanj", vm.makeComplex(0, .nan))
    elementary(vm, module)
    logarithms(vm, module)
    polar(vm, module)
    predicates(vm, module)
    return module
  }

  private static func number(_ vm: VM, _ value: Value) throws(Raised) -> Complex {
    switch value {
    case .float(let x): return Complex(x, 0)
    case .object(let o):
      if let z = o as? ComplexObject { return z.value }
      if let made = try vm.callSpecial(o, .complex, []) {
        guard case .object(let m) = made, let z = m as? ComplexObject else {
          throw vm.typeError("__complex__ returned non-complex (type \(vm.type(of: made).name))")
        }
        return z.value
      }
    default: break
    }
    return Complex(try vm.double(value), 0)
  }

  private static func raised(_ vm: VM, _ error: ComplexError) -> Raised {
    switch error {
    case .domain: return MathModule.domainError(vm)
    case .range: return MathModule.rangeError(vm)
    }
  }

  private static func elementary(_ vm: VM, _ module: ModuleObject) {
    typealias Function = (Complex) throws(ComplexError) -> Complex
    let rows: [(String, String, Function)] = [
      ("exp", "Return e to the power z.", ComplexFunctions.exp), ("sqrt", "Return the square root of z.", ComplexFunctions.sqrt),
      ("sin", "Return the sine of z.", ComplexFunctions.sin), ("cos", "Return the cosine of z.", ComplexFunctions.cos),
      ("tan", "Return the tangent of z.", ComplexFunctions.tan), ("sinh", "Return the hyperbolic sine of z.", ComplexFunctions.sinh),
      ("cosh", "Return the hyperbolic cosine of z.", ComplexFunctions.cosh),
      ("tanh", "Return the hyperbolic tangent of z.", ComplexFunctions.tanh), ("asin", "Return the arc sine of z.", ComplexFunctions.asin),
      ("acos", "Return the arc cosine of z.", ComplexFunctions.acos), ("atan", "Return the arc tangent of z.", ComplexFunctions.atan),
      ("asinh", "Return the inverse hyperbolic sine of z.", ComplexFunctions.asinh),
      ("acosh", "Return the inverse hyperbolic cosine of z.", ComplexFunctions.acosh),
      ("atanh", "Return the inverse hyperbolic tangent of z.", ComplexFunctions.atanh),
    ]
    for (name, doc, function) in rows {
      module.function(vm, "\(name)(z, /)", doc) { (vm, args) throws(Raised) in
        let z = try number(vm, args[0])
        let w: Complex
        do throws(ComplexError) { w = try function(z) } catch { throw raised(vm, error) }
        return vm.makeComplex(w.re, w.im)
      }
    }
  }

  private static func logarithms(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "log(z, base=..., /)", "Return the logarithm of z, to the base e or the one given.") { (vm, args) throws(Raised) in
      let z = try number(vm, args[0])
      let w = ComplexFunctions.log(z)
      if args.slot(1).isUndefined {
        if z.re == 0 && z.im == 0 { throw MathModule.domainError(vm) }
        return vm.makeComplex(w.re, w.im)
      }
      let base = try number(vm, args[1])
      if base.re == 0 && base.im == 0 { throw MathModule.domainError(vm) }
      guard let quotient = ComplexFunctions.quotient(w, ComplexFunctions.log(base)) else { throw MathModule.domainError(vm) }
      return vm.makeComplex(quotient.re, quotient.im)
    }
    module.function(vm, "log10(z, /)", "Return the base-10 logarithm of z.") { (vm, args) throws(Raised) in
      let z = try number(vm, args[0])
      if z.re == 0 && z.im == 0 { throw MathModule.domainError(vm) }
      let w = ComplexFunctions.log(z)
      return vm.makeComplex(w.re / M_LN10, w.im / M_LN10)
    }
  }

  private static func polar(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "phase(z, /)", "Return the angle of z.") { (vm, args) throws(Raised) in
      let z = try number(vm, args[0])
      let angle = atan2(z.im, z.re)
      // The C library tells that the angle is too small to be told from zero.
      if angle == 0 && z.im != 0 && z.re.isFinite { throw MathModule.rangeError(vm) }
      return .float(angle)
    }
    module.function(vm, "polar(z, /)", "Return the length and the angle of z.") { (vm, args) throws(Raised) in
      let z = try number(vm, args[0])
      let length = hypot(z.re, z.im)
      if length.isInfinite && z.re.isFinite && z.im.isFinite { throw MathModule.rangeError(vm) }
      return .object(TupleObject.make(vm, [.float(length), .float(atan2(z.im, z.re))]))
    }
    module.function(vm, "rect(r, phi, /)", "Return the number of this length and angle.") { (vm, args) throws(Raised) in
      let (r, phi) = (try vm.double(args[0]), try vm.double(args[1]))
      let z: Complex
      do throws(ComplexError) { z = try ComplexFunctions.rect(r, phi) } catch { throw raised(vm, error) }
      return vm.makeComplex(z.re, z.im)
    }
  }

  private static func predicates(_ vm: VM, _ module: ModuleObject) {
    func one(_ name: String, _ doc: String, _ test: @escaping (Complex) -> Bool) {
      module.function(vm, "\(name)(z, /)", doc) { (vm, args) throws(Raised) in .bool(test(try number(vm, args[0]))) }
    }
    one("isfinite", "Whether both parts of z are finite.") { $0.re.isFinite && $0.im.isFinite }
    one("isinf", "Whether a part of z is infinite.") { $0.re.isInfinite || $0.im.isInfinite }
    one("isnan", "Whether a part of z is not a number.") { $0.re.isNaN || $0.im.isNaN }
    module.function(
      vm, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Whether two complex numbers are close in value."
    ) { (vm, args) throws(Raised) in
      let (a, b) = (try number(vm, args[0]), try number(vm, args[1]))
      let (relative, absolute) = (try vm.double(args[2]), try vm.double(args[3]))
      if relative < 0 || absolute < 0 { throw vm.valueError("tolerances must be non-negative") }
      if a.re == b.re && a.im == b.im { return .bool(true) }
      if [a, b].contains(where: { $0.re.isInfinite || $0.im.isInfinite }) { return .bool(false) }
      let distance = hypot(a.re - b.re, a.im - b.im)
      return .bool(
        distance <= relative * hypot(b.re, b.im) || distance <= relative * hypot(a.re, a.im) || distance <= absolute)
    }
  }
}
