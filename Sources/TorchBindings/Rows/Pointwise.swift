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
    rows.append(unary("abs", .all, "Abs of the elements.") { (x) throws(TorchError) in try abs(x) })
    rows.append(unary("absolute", .all, "Absolute of the elements.") { (x) throws(TorchError) in try abs(x) })
    rows.append(unary("ceil", .all, "Ceil of the elements.") { (x) throws(TorchError) in try ceil(x) })
    rows.append(unary("floor", .all, "Floor of the elements.") { (x) throws(TorchError) in try floor(x) })
    rows.append(unary("trunc", .all, "Trunc of the elements.") { (x) throws(TorchError) in try trunc(x) })
    rows.append(unary("fix", .all, "Fix of the elements.") { (x) throws(TorchError) in try trunc(x) })
    rows.append(unary("frac", .all, "Frac of the elements.") { (x) throws(TorchError) in try frac(x) })
    rows.append(unary("neg", .all, "Neg of the elements.") { (x) throws(TorchError) in try neg(x) })
    rows.append(unary("negative", .all, "Negative of the elements.") { (x) throws(TorchError) in try neg(x) })
    rows.append(unary("sign", .all, "Sign of the elements.") { (x) throws(TorchError) in try sign(x) })
    rows.append(unary("sgn", .all, "Sgn of the elements.") { (x) throws(TorchError) in try sgn(x) })
    rows.append(unary("reciprocal", .all, "Reciprocal of the elements.") { (x) throws(TorchError) in try reciprocal(x) })
  }

  private static func pointwise1(_ rows: inout [Operator]) {
    rows.append(unary("sqrt", .all, "Sqrt of the elements.") { (x) throws(TorchError) in try sqrt(x) })
    rows.append(unary("rsqrt", .all, "Rsqrt of the elements.") { (x) throws(TorchError) in try rsqrt(x) })
    rows.append(unary("square", .all, "Square of the elements.") { (x) throws(TorchError) in try square(x) })
    rows.append(unary("exp", .all, "Exp of the elements.") { (x) throws(TorchError) in try exp(x) })
    rows.append(unary("expm1", .all, "Expm1 of the elements.") { (x) throws(TorchError) in try expm1(x) })
    rows.append(unary("log", .all, "Log of the elements.") { (x) throws(TorchError) in try log(x) })
    rows.append(unary("log2", .all, "Log2 of the elements.") { (x) throws(TorchError) in try log2(x) })
    rows.append(unary("log10", .all, "Log10 of the elements.") { (x) throws(TorchError) in try log10(x) })
    rows.append(unary("sin", .all, "Sin of the elements.") { (x) throws(TorchError) in try sin(x) })
    rows.append(unary("cos", .all, "Cos of the elements.") { (x) throws(TorchError) in try cos(x) })
    rows.append(unary("tan", .all, "Tan of the elements.") { (x) throws(TorchError) in try tan(x) })
    rows.append(unary("asin", .all, "Asin of the elements.") { (x) throws(TorchError) in try asin(x) })
  }

  private static func pointwise2(_ rows: inout [Operator]) {
    rows.append(unary("acos", .all, "Acos of the elements.") { (x) throws(TorchError) in try acos(x) })
    rows.append(unary("atan", .all, "Atan of the elements.") { (x) throws(TorchError) in try atan(x) })
    rows.append(unary("sinh", .all, "Sinh of the elements.") { (x) throws(TorchError) in try sinh(x) })
    rows.append(unary("cosh", .all, "Cosh of the elements.") { (x) throws(TorchError) in try cosh(x) })
    rows.append(unary("tanh", .all, "Tanh of the elements.") { (x) throws(TorchError) in try tanh(x) })
    rows.append(unary("asinh", .all, "Asinh of the elements.") { (x) throws(TorchError) in try asinh(x) })
    rows.append(unary("acosh", .all, "Acosh of the elements.") { (x) throws(TorchError) in try acosh(x) })
    rows.append(unary("atanh", .all, "Atanh of the elements.") { (x) throws(TorchError) in try atanh(x) })
    rows.append(unary("arcsin", .all, "Arcsin of the elements.") { (x) throws(TorchError) in try asin(x) })
    rows.append(unary("arccos", .all, "Arccos of the elements.") { (x) throws(TorchError) in try acos(x) })
    rows.append(unary("arctan", .all, "Arctan of the elements.") { (x) throws(TorchError) in try atan(x) })
    rows.append(unary("arcsinh", .all, "Arcsinh of the elements.") { (x) throws(TorchError) in try asinh(x) })
  }

  private static func pointwise3(_ rows: inout [Operator]) {
    rows.append(unary("arccosh", .all, "Arccosh of the elements.") { (x) throws(TorchError) in try acosh(x) })
    rows.append(unary("arctanh", .all, "Arctanh of the elements.") { (x) throws(TorchError) in try atanh(x) })
    rows.append(unary("deg2rad", .all, "Deg2rad of the elements.") { (x) throws(TorchError) in try deg2rad(x) })
    rows.append(unary("rad2deg", .all, "Rad2deg of the elements.") { (x) throws(TorchError) in try rad2deg(x) })
    rows.append(unary("sigmoid", .all, "Sigmoid of the elements.") { (x) throws(TorchError) in try sigmoid(x) })
    rows.append(unary("conj_physical", .all, "Conj_physical of the elements.") { (x) throws(TorchError) in try conj(x) })
    rows.append(unary("exp2", [.function, .method, .inPlace, .special], "Exp2 of the elements.") { (x) throws(TorchError) in try exp2(x) })
    rows.append(unary("erf", [.function, .method, .inPlace, .special], "Erf of the elements.") { (x) throws(TorchError) in try erf(x) })
    rows.append(unary("erfc", [.function, .method, .inPlace, .special], "Erfc of the elements.") { (x) throws(TorchError) in try erfc(x) })
    rows.append(unary("erfinv", [.function, .method, .inPlace, .special], "Erfinv of the elements.") { (x) throws(TorchError) in try erfinv(x) })
    rows.append(unary("lgamma", [.function, .method, .inPlace, .special], "Lgamma of the elements.") { (x) throws(TorchError) in try lgamma(x) })
    rows.append(unary("digamma", [.function, .method, .inPlace, .special], "Digamma of the elements.") { (x) throws(TorchError) in try digamma(x) })
  }

  private static func pointwise4(_ rows: inout [Operator]) {
    rows.append(unary("i0", [.function, .method, .inPlace, .special], "I0 of the elements.") { (x) throws(TorchError) in try i0(x) })
    rows.append(unary("sinc", [.function, .method, .inPlace, .special], "Sinc of the elements.") { (x) throws(TorchError) in try sinc(x) })
    rows.append(unary("log1p", [.function, .method, .inPlace, .special], "Log1p of the elements.") { (x) throws(TorchError) in try log1p(x) })
    rows.append(unary("gammaln", .special, "Logarithm of the gamma function.") { (x) throws(TorchError) in try lgamma(x) })
    rows.append(unary("psi", .special, "Derivative of gammaln.") { (x) throws(TorchError) in try digamma(x) })
    rows.append(unary("expit", .special, "Expit of the elements.") { (x) throws(TorchError) in try sigmoid(x) })
    rows.append(unary("ndtr", .special, "Ndtr of the elements.") { (x) throws(TorchError) in try ndtr(x) })
    rows.append(unary("entr", .special, "Entr of the elements.") { (x) throws(TorchError) in try entr(x) })
    rows.append(unary("i1", .special, "I1 of the elements.") { (x) throws(TorchError) in try i1(x) })
    rows.append(unary("exp2", .special, "Exp2 of the elements.") { (x) throws(TorchError) in try exp2(x) })
    rows.append(unary("expm1", .special, "Expm1 of the elements.") { (x) throws(TorchError) in try expm1(x) })
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
