import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Functions of single elements.
  static var pointwise: [Operator] {
    var rows: [Operator] = []
    pointwise0(&rows)
    pointwise1(&rows)
    pointwise2(&rows)
    pointwise3(&rows)
    pointwise4(&rows)
    pointwise5(&rows)
    pointwise6(&rows)
    pointwise7(&rows)
    return rows
  }

  private static func pointwise0(_ rows: inout [Operator]) {
    rows.append(unary("abs", .all, "Absolute values.") { (x) throws(TorchError) in try abs(x) })
    rows.append(unary("absolute", .all, "Absolute values.") { (x) throws(TorchError) in try abs(x) })
    rows.append(unary("ceil", .all, "Rounds every element up.") { (x) throws(TorchError) in try ceil(x) })
    rows.append(unary("floor", .all, "Rounds every element down.") { (x) throws(TorchError) in try floor(x) })
    rows.append(unary("trunc", .all, "Cuts off the fractions.") { (x) throws(TorchError) in try trunc(x) })
    rows.append(unary("fix", .all, "Cuts off the fractions.") { (x) throws(TorchError) in try trunc(x) })
    rows.append(unary("frac", .all, "The fractions, with the sign of the elements.") { (x) throws(TorchError) in try frac(x) })
    rows.append(unary("neg", .all, "Changes every sign.") { (x) throws(TorchError) in try neg(x) })
    rows.append(unary("negative", .all, "Changes every sign.") { (x) throws(TorchError) in try neg(x) })
    rows.append(unary("sign", .all, "-1, 0 or 1 by the sign of each element.") { (x) throws(TorchError) in try sign(x) })
    rows.append(unary("sgn", .all, "The sign of each element; of complex numbers the direction.") { (x) throws(TorchError) in try sgn(x) })
    rows.append(unary("reciprocal", .all, "1 divided by each element.") { (x) throws(TorchError) in try reciprocal(x) })
  }

  private static func pointwise1(_ rows: inout [Operator]) {
    rows.append(unary("sqrt", .all, "Square roots.") { (x) throws(TorchError) in try sqrt(x) })
    rows.append(unary("rsqrt", .all, "1 divided by the square root of each element.") { (x) throws(TorchError) in try rsqrt(x) })
    rows.append(unary("square", .all, "Squares of the elements.") { (x) throws(TorchError) in try square(x) })
    rows.append(unary("exp", .all, "e to the power of each element.") { (x) throws(TorchError) in try exp(x) })
    rows.append(unary("expm1", .all, "e to the power of each element less one, exact near zero.") { (x) throws(TorchError) in try expm1(x) })
    rows.append(unary("log", .all, "Natural logarithms.") { (x) throws(TorchError) in try log(x) })
    rows.append(unary("log2", .all, "Logarithms to base 2.") { (x) throws(TorchError) in try log2(x) })
    rows.append(unary("log10", .all, "Logarithms to base 10.") { (x) throws(TorchError) in try log10(x) })
    rows.append(unary("sin", .all, "Sines.") { (x) throws(TorchError) in try sin(x) })
    rows.append(unary("cos", .all, "Cosines.") { (x) throws(TorchError) in try cos(x) })
    rows.append(unary("tan", .all, "Tangents.") { (x) throws(TorchError) in try tan(x) })
    rows.append(unary("asin", .all, "Inverse sines.") { (x) throws(TorchError) in try asin(x) })
  }

  private static func pointwise2(_ rows: inout [Operator]) {
    rows.append(unary("acos", .all, "Inverse cosines.") { (x) throws(TorchError) in try acos(x) })
    rows.append(unary("atan", .all, "Inverse tangents.") { (x) throws(TorchError) in try atan(x) })
    rows.append(unary("sinh", .all, "Hyperbolic sines.") { (x) throws(TorchError) in try sinh(x) })
    rows.append(unary("cosh", .all, "Hyperbolic cosines.") { (x) throws(TorchError) in try cosh(x) })
    rows.append(unary("tanh", .all, "Hyperbolic tangents.") { (x) throws(TorchError) in try tanh(x) })
    rows.append(unary("asinh", .all, "Inverse hyperbolic sines.") { (x) throws(TorchError) in try asinh(x) })
    rows.append(unary("acosh", .all, "Inverse hyperbolic cosines.") { (x) throws(TorchError) in try acosh(x) })
    rows.append(unary("atanh", .all, "Inverse hyperbolic tangents.") { (x) throws(TorchError) in try atanh(x) })
    rows.append(unary("arcsin", .all, "Inverse sines.") { (x) throws(TorchError) in try asin(x) })
    rows.append(unary("arccos", .all, "Inverse cosines.") { (x) throws(TorchError) in try acos(x) })
    rows.append(unary("arctan", .all, "Inverse tangents.") { (x) throws(TorchError) in try atan(x) })
    rows.append(unary("arcsinh", .all, "Inverse hyperbolic sines.") { (x) throws(TorchError) in try asinh(x) })
  }

  private static func pointwise3(_ rows: inout [Operator]) {
    rows.append(unary("arccosh", .all, "Inverse hyperbolic cosines.") { (x) throws(TorchError) in try acosh(x) })
    rows.append(unary("arctanh", .all, "Inverse hyperbolic tangents.") { (x) throws(TorchError) in try atanh(x) })
    rows.append(unary("deg2rad", .all, "Degrees to radians.") { (x) throws(TorchError) in try deg2rad(x) })
    rows.append(unary("rad2deg", .all, "Radians to degrees.") { (x) throws(TorchError) in try rad2deg(x) })
    rows.append(unary("sigmoid", .all, "1 / (1 + exp(-x)) of each element.") { (x) throws(TorchError) in try sigmoid(x) })
    rows.append(unary("conj_physical", .all, "Complex conjugates.") { (x) throws(TorchError) in try conjPhysical(x) })
    rows.append(unary("exp2", [.function, .method, .inPlace, .special], "2 to the power of each element.") { (x) throws(TorchError) in try exp2(x) })
    rows.append(unary("erf", [.function, .method, .inPlace, .special], "The error function.") { (x) throws(TorchError) in try erf(x) })
    rows.append(unary("erfc", [.function, .method, .inPlace, .special], "One less the error function.") { (x) throws(TorchError) in try erfc(x) })
    rows.append(unary("erfinv", [.function, .method, .inPlace, .special], "The inverse of the error function.") { (x) throws(TorchError) in try erfinv(x) })
    rows.append(unary("lgamma", [.function, .method, .inPlace, .special], "Logarithms of the gamma function.") { (x) throws(TorchError) in try lgamma(x) })
    rows.append(unary("digamma", [.function, .method, .inPlace, .special], "The derivative of the logarithm of the gamma function.") { (x) throws(TorchError) in try digamma(x) })
  }

  private static func pointwise4(_ rows: inout [Operator]) {
    rows.append(unary("i0", [.function, .method, .inPlace, .special], "The modified Bessel function of the first kind and order zero.") { (x) throws(TorchError) in try i0(x) })
    rows.append(unary("sinc", [.function, .method, .inPlace, .special], "sin(pi x) / (pi x) of each element.") { (x) throws(TorchError) in try sinc(x) })
    rows.append(unary("log1p", [.function, .method, .inPlace, .special], "Logarithms of one plus each element, exact near zero.") { (x) throws(TorchError) in try log1p(x) })
    rows.append(unary("gammaln", .special, "Logarithm of the gamma function.") { (x) throws(TorchError) in try lgamma(x) })
    rows.append(unary("psi", .special, "Derivative of gammaln.") { (x) throws(TorchError) in try digamma(x) })
    rows.append(unary("expit", .special, "1 / (1 + exp(-x)) of each element.") { (x) throws(TorchError) in try sigmoid(x) })
    rows.append(unary("ndtr", .special, "The distribution function of the normal distribution.") { (x) throws(TorchError) in try ndtr(x) })
    rows.append(unary("entr", .special, "-x log x of each element.") { (x) throws(TorchError) in try entr(x) })
    rows.append(unary("i1", .special, "The modified Bessel function of the first kind and order one.") { (x) throws(TorchError) in try i1(x) })
    rows.append(unary("exp2", .special, "2 to the power of each element.") { (x) throws(TorchError) in try exp2(x) })
    rows.append(unary("expm1", .special, "e to the power of each element less one, exact near zero.") { (x) throws(TorchError) in try expm1(x) })
    rows.append(row(
      "adjoint(Tensor self)",
      .both, "Conjugate transpose."
    ) { (a) throws(TorchError) in
      a.wrap(try conj(transpose(a.tensor(0), -2, -1)))
    })
  }

  private static func pointwise5(_ rows: inout [Operator]) {
    rows.append(unary("real", .function, "The real part.", hasOut: false) { (x) throws(TorchError) in try real(x) })
    rows.append(unary("imag", .function, "The imaginary part.", hasOut: false) { (x) throws(TorchError) in try imag(x) })
    rows.append(unary("angle", .both, "The angle of complex numbers.") { (x) throws(TorchError) in try angle(x) })
    rows.append(unary("conj", .both, "The complex conjugate.", hasOut: false) { (x) throws(TorchError) in try conj(x) })
    rows.append(row(
      "resolve_conj(Tensor self)",
      .both, "The same, conjugates carried out."
    ) { (a) throws(TorchError) in
      a.wrap(try to(a.tensor(0), a.tensor(0).dtype))
    })
    rows.append(row(
      "resolve_neg(Tensor self)",
      .both, "The same, negations carried out."
    ) { (a) throws(TorchError) in
      a.wrap(try to(a.tensor(0), a.tensor(0).dtype))
    })
    rows.append(row(
      "positive(Tensor self)",
      .both, "The same tensor."
    ) { (a) throws(TorchError) in
      if a.tensor(0).dtype == .bool {
        throw TorchError(.runtime, "The `+` operator, on a bool tensor is not supported.")
      }
      return a.wrap(try to(a.tensor(0), a.tensor(0).dtype))
    })
    rows.append(unary("signbit", .both, "Tells negative numbers, -0.0 included.") { (x) throws(TorchError) in try signbit(x) })
    rows.append(row(
      "round(Tensor self, *, int decimals=0, Tensor out=None)",
      .all, "Rounds half to even."
    ) { (a) throws(TorchError) in
      a.wrap(try round(a.tensor(0), decimals: a.int(1, 0)))
    })
    rows.append(row(
      "round(Tensor self, *, int decimals=0, Tensor out=None)",
      .special, "Rounds half to even."
    ) { (a) throws(TorchError) in
      a.wrap(try round(a.tensor(0), decimals: a.int(1, 0)))
    })
    rows.append(row(
      "logit(Tensor self, float? eps=None, *, Tensor out=None)",
      .all, "Log of the odds."
    ) { (a) throws(TorchError) in
      a.wrap(try logit(a.tensor(0), eps: a.optionalDouble(1)))
    })
    rows.append(row(
      "logit(Tensor self, float? eps=None, *, Tensor out=None)",
      .special, "Log of the odds."
    ) { (a) throws(TorchError) in
      a.wrap(try logit(a.tensor(0), eps: a.optionalDouble(1)))
    })
  }

  private static func pointwise6(_ rows: inout [Operator]) {
    rows.append(row(
      "nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None, *, Tensor out=None)",
      .all, "Replaces NaN and infinities."
    ) { (a) throws(TorchError) in
      a.wrap(try nanToNum(a.tensor(0), nan: a.optionalDouble(1), posinf: a.optionalDouble(2), neginf: a.optionalDouble(3)))
    })
    rows.append(row(
      "polygamma(int n, Tensor self, *, Tensor out=None)",
      .function, "Derivatives of digamma."
    ) { (a) throws(TorchError) in
      a.wrap(try polygamma(a.int(0), a.tensor(1)))
    })
    rows.append(row(
      "polygamma(int n, Tensor self, *, Tensor out=None)",
      .special, "Derivatives of digamma."
    ) { (a) throws(TorchError) in
      a.wrap(try polygamma(a.int(0), a.tensor(1)))
    })
    rows.append(row(
      "polygamma(Tensor self, int n)",
      [.method, .inPlace], "Derivatives of digamma."
    ) { (a) throws(TorchError) in
      a.wrap(try polygamma(a.int(1), a.tensor(0)))
    })
    rows.append(row(
      "mvlgamma(Tensor self, int p, *, Tensor out=None)",
      [.function, .method, .inPlace, .special], "Multivariate log-gamma."
    ) { (a) throws(TorchError) in
      a.wrap(try mvlgamma(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "multigammaln(Tensor self, int p, *, Tensor out=None)",
      .special, "Multivariate log-gamma."
    ) { (a) throws(TorchError) in
      a.wrap(try mvlgamma(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "frexp(Tensor self, *, Tensor out=None)",
      .both, "Mantissa and exponent."
    ) { (a) throws(TorchError) in
      let r = try frexp(a.tensor(0))
      return a.named("frexp", [("mantissa", r.mantissa), ("exponent", r.exponent)])
    })
    rows.append(row(.all, "Limits elements to a range.", [
      overload("clamp(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor out=None)") {
        (a) throws(TorchError) in
        if !a.has(1) && !a.has(2) { throw TorchError(.runtime, "torch.clamp: At least one of 'min' or 'max' must not be None") }
        return a.wrap(try clamp(a.tensor(0), min: a.optionalTensor(1), max: a.optionalTensor(2)))
      },
      overload("clamp(Tensor self, Number? min=None, Number? max=None, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clamp(a.tensor(0), min: a.optionalNumber(1), max: a.optionalNumber(2)))
      },
    ]))
    rows.append(row(.all, "Limits elements to a range.", [
      overload("clip(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor out=None)") {
        (a) throws(TorchError) in
        if !a.has(1) && !a.has(2) { throw TorchError(.runtime, "torch.clamp: At least one of 'min' or 'max' must not be None") }
        return a.wrap(try clamp(a.tensor(0), min: a.optionalTensor(1), max: a.optionalTensor(2)))
      },
      overload("clip(Tensor self, Number? min=None, Number? max=None, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clamp(a.tensor(0), min: a.optionalNumber(1), max: a.optionalNumber(2)))
      },
    ]))
    rows.append(row(.all, "Limits elements from below.", [
      overload("clamp_min(Tensor self, Number min, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clampMin(a.tensor(0), a.number(1)))
      },
      overload("clamp_min(Tensor self, Tensor min, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clampMin(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Limits elements from above.", [
      overload("clamp_max(Tensor self, Number max, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clampMax(a.tensor(0), a.number(1)))
      },
      overload("clamp_max(Tensor self, Tensor max, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try clampMax(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Interpolates.", [
      overload("lerp(Tensor self, Tensor end, Number weight, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lerp(a.tensor(0), a.tensor(1), weight: a.number(2)))
      },
      overload("lerp(Tensor self, Tensor end, Tensor weight, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lerp(a.tensor(0), a.tensor(1), weight: a.tensor(2)))
      },
    ]))
  }

  private static func pointwise7(_ rows: inout [Operator]) {
    rows.append(row(
      "addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Number value=1, Tensor out=None)",
      .all, "self + value * tensor1 * tensor2."
    ) { (a) throws(TorchError) in
      a.wrap(try addcmul(a.tensor(0), a.tensor(1), a.tensor(2), value: a.number(3, 1)))
    })
    rows.append(row(
      "addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Number value=1, Tensor out=None)",
      .all, "self + value * tensor1 / tensor2."
    ) { (a) throws(TorchError) in
      a.wrap(try addcdiv(a.tensor(0), a.tensor(1), a.tensor(2), value: a.number(3, 1)))
    })
  }
}
