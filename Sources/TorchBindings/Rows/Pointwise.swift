import Arrays
import Autograd

extension Rows {
  /// Functions of each element.
  static var pointwise: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("abs(Tensor self)", .all, "Absolute value.") { (a) throws(TorchError) in
        a.wrap(try abs(a.tensor(0)))
      })
    rows.append(
      row("absolute(Tensor self)", .all, "Absolute value.") { (a) throws(TorchError) in
        a.wrap(try abs(a.tensor(0)))
      })
    rows.append(
      row("neg(Tensor self)", .all, "Negated elements.") { (a) throws(TorchError) in
        a.wrap(try neg(a.tensor(0)))
      })
    rows.append(
      row("negative(Tensor self)", .all, "Negated elements.") { (a) throws(TorchError) in
        a.wrap(try neg(a.tensor(0)))
      })
    rows.append(
      row("positive(Tensor self)", .both, "The elements themselves.") { (a) throws(TorchError) in
        a.wrap(try a.tensor(0))
      })
    rows.append(
      row("sign(Tensor self)", .all, "Sign.") { (a) throws(TorchError) in
        a.wrap(try sign(a.tensor(0)))
      })
    rows.append(
      row("sgn(Tensor self)", .all, "Sign; of complex numbers the unit vector.") { (a) throws(TorchError) in
        a.wrap(try sgn(a.tensor(0)))
      })
    rows.append(
      row("square(Tensor self)", .all, "Square.") { (a) throws(TorchError) in
        a.wrap(try square(a.tensor(0)))
      })
    rows.append(
      row("reciprocal(Tensor self)", .all, "One over the elements.") { (a) throws(TorchError) in
        a.wrap(try reciprocal(a.tensor(0)))
      })
    rows.append(
      row("sqrt(Tensor self)", .all, "Square root.") { (a) throws(TorchError) in
        a.wrap(try sqrt(a.tensor(0)))
      })
    rows.append(
      row("rsqrt(Tensor self)", .all, "One over the square root.") { (a) throws(TorchError) in
        a.wrap(try rsqrt(a.tensor(0)))
      })
    rows.append(
      row("exp(Tensor self)", .all, "Exponential.") { (a) throws(TorchError) in
        a.wrap(try exp(a.tensor(0)))
      })
    rows.append(
      row("exp2(Tensor self)", .all, "Two to the elements.") { (a) throws(TorchError) in
        a.wrap(try exp2(a.tensor(0)))
      })
    rows.append(
      row("expm1(Tensor self)", .all, "Exponential minus one.") { (a) throws(TorchError) in
        a.wrap(try expm1(a.tensor(0)))
      })
    rows.append(
      row("log(Tensor self)", .all, "Natural logarithm.") { (a) throws(TorchError) in
        a.wrap(try log(a.tensor(0)))
      })
    rows.append(
      row("log2(Tensor self)", .all, "Logarithm to base 2.") { (a) throws(TorchError) in
        a.wrap(try log2(a.tensor(0)))
      })
    rows.append(
      row("log10(Tensor self)", .all, "Logarithm to base 10.") { (a) throws(TorchError) in
        a.wrap(try log10(a.tensor(0)))
      })
    rows.append(
      row("log1p(Tensor self)", .all, "Logarithm of one plus the elements.") { (a) throws(TorchError) in
        a.wrap(try log1p(a.tensor(0)))
      })
    rows.append(
      row("sin(Tensor self)", .all, "Sine.") { (a) throws(TorchError) in
        a.wrap(try sin(a.tensor(0)))
      })
    rows.append(
      row("cos(Tensor self)", .all, "Cosine.") { (a) throws(TorchError) in
        a.wrap(try cos(a.tensor(0)))
      })
    rows.append(
      row("tan(Tensor self)", .all, "Tangent.") { (a) throws(TorchError) in
        a.wrap(try tan(a.tensor(0)))
      })
    rows.append(
      row("asin(Tensor self)", .all, "Arc sine.") { (a) throws(TorchError) in
        a.wrap(try asin(a.tensor(0)))
      })
    rows.append(
      row("arcsin(Tensor self)", .all, "Arc sine.") { (a) throws(TorchError) in
        a.wrap(try asin(a.tensor(0)))
      })
    rows.append(
      row("acos(Tensor self)", .all, "Arc cosine.") { (a) throws(TorchError) in
        a.wrap(try acos(a.tensor(0)))
      })
    rows.append(
      row("arccos(Tensor self)", .all, "Arc cosine.") { (a) throws(TorchError) in
        a.wrap(try acos(a.tensor(0)))
      })
    rows.append(
      row("atan(Tensor self)", .all, "Arc tangent.") { (a) throws(TorchError) in
        a.wrap(try atan(a.tensor(0)))
      })
    rows.append(
      row("arctan(Tensor self)", .all, "Arc tangent.") { (a) throws(TorchError) in
        a.wrap(try atan(a.tensor(0)))
      })
    rows.append(
      row("sinh(Tensor self)", .all, "Hyperbolic sine.") { (a) throws(TorchError) in
        a.wrap(try sinh(a.tensor(0)))
      })
    rows.append(
      row("cosh(Tensor self)", .all, "Hyperbolic cosine.") { (a) throws(TorchError) in
        a.wrap(try cosh(a.tensor(0)))
      })
    rows.append(
      row("tanh(Tensor self)", [.function, .method, .inPlace, .functional], "Hyperbolic tangent.") { (a) throws(TorchError) in
        a.wrap(try tanh(a.tensor(0)))
      })
    rows.append(
      row("asinh(Tensor self)", .all, "Inverse hyperbolic sine.") { (a) throws(TorchError) in
        a.wrap(try asinh(a.tensor(0)))
      })
    rows.append(
      row("acosh(Tensor self)", .all, "Inverse hyperbolic cosine.") { (a) throws(TorchError) in
        a.wrap(try acosh(a.tensor(0)))
      })
    rows.append(
      row("atanh(Tensor self)", .all, "Inverse hyperbolic tangent.") { (a) throws(TorchError) in
        a.wrap(try atanh(a.tensor(0)))
      })
    rows.append(
      row("arcsinh(Tensor self)", .all, "Inverse hyperbolic sine.") { (a) throws(TorchError) in
        a.wrap(try asinh(a.tensor(0)))
      })
    rows.append(
      row("arccosh(Tensor self)", .all, "Inverse hyperbolic cosine.") { (a) throws(TorchError) in
        a.wrap(try acosh(a.tensor(0)))
      })
    rows.append(
      row("arctanh(Tensor self)", .all, "Inverse hyperbolic tangent.") { (a) throws(TorchError) in
        a.wrap(try atanh(a.tensor(0)))
      })
    rows.append(
      row("sigmoid(Tensor self)", [.function, .method, .inPlace, .functional], "Logistic function.") { (a) throws(TorchError) in
        a.wrap(try sigmoid(a.tensor(0)))
      })
    rows.append(
      row("expit(Tensor self)", .special, "Logistic function.") { (a) throws(TorchError) in
        a.wrap(try sigmoid(a.tensor(0)))
      })
    rows.append(
      row("logit(Tensor self, float? eps=None)", [.function, .method, .inPlace, .special], "Inverse of the logistic function.") { (a) throws(TorchError) in
        a.wrap(try logit(a.tensor(0), eps: a.optionalDouble(1)))
      })
    rows.append(
      row("erf(Tensor self)", [.function, .method, .inPlace, .special], "Error function.") { (a) throws(TorchError) in
        a.wrap(try erf(a.tensor(0)))
      })
    rows.append(
      row("erfc(Tensor self)", [.function, .method, .inPlace, .special], "One minus the error function.") { (a) throws(TorchError) in
        a.wrap(try erfc(a.tensor(0)))
      })
    rows.append(
      row("erfinv(Tensor self)", [.function, .method, .inPlace, .special], "Inverse error function.") { (a) throws(TorchError) in
        a.wrap(try erfinv(a.tensor(0)))
      })
    rows.append(
      row("lgamma(Tensor self)", .all, "Logarithm of the gamma function.") { (a) throws(TorchError) in
        a.wrap(try lgamma(a.tensor(0)))
      })
    rows.append(
      row("gammaln(Tensor self)", .special, "Logarithm of the gamma function.") { (a) throws(TorchError) in
        a.wrap(try lgamma(a.tensor(0)))
      })
    rows.append(
      row("digamma(Tensor self)", [.function, .method, .inPlace, .special], "Derivative of lgamma.") { (a) throws(TorchError) in
        a.wrap(try digamma(a.tensor(0)))
      })
    rows.append(
      row("psi(Tensor self)", .special, "Derivative of lgamma.") { (a) throws(TorchError) in
        a.wrap(try digamma(a.tensor(0)))
      })
    rows.append(
      row("polygamma(int n, Tensor input)", [.function, .special], "Derivatives of digamma.") { (a) throws(TorchError) in
        a.wrap(try polygamma(a.int(0), a.tensor(1)))
      })
    rows.append(
      row("polygamma(Tensor self, int n)", .method, "Derivatives of digamma.") { (a) throws(TorchError) in
        a.wrap(try polygamma(a.int(1), a.tensor(0)))
      })
    rows.append(
      row("floor(Tensor self)", .all, "Largest whole numbers not above.") { (a) throws(TorchError) in
        a.wrap(try floor(a.tensor(0)))
      })
    rows.append(
      row("ceil(Tensor self)", .all, "Smallest whole numbers not below.") { (a) throws(TorchError) in
        a.wrap(try ceil(a.tensor(0)))
      })
    rows.append(
      row("round(Tensor self, *, int decimals=0)", .all, "Rounded, ties to even.") { (a) throws(TorchError) in
        a.wrap(try round(a.tensor(0), decimals: a.int(1)))
      })
    rows.append(
      row("trunc(Tensor self)", .all, "Cut towards zero.") { (a) throws(TorchError) in
        a.wrap(try trunc(a.tensor(0)))
      })
    rows.append(
      row("fix(Tensor self)", .all, "Cut towards zero.") { (a) throws(TorchError) in
        a.wrap(try trunc(a.tensor(0)))
      })
    rows.append(
      row("frac(Tensor self)", .all, "Fractional part.") { (a) throws(TorchError) in
        a.wrap(try frac(a.tensor(0)))
      })
    rows.append(
      row("nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None)", .all, "Replaces nan and infinities.") { (a) throws(TorchError) in
        a.wrap(try nanToNum(a.tensor(0), nan: a.optionalDouble(1), posinf: a.optionalDouble(2), neginf: a.optionalDouble(3)))
      })
    rows.append(
      row("sinc(Tensor self)", [.function, .method, .inPlace, .special], "sin(pi x) / (pi x).") { (a) throws(TorchError) in
        a.wrap(try sinc(a.tensor(0)))
      })
    rows.append(
      row("deg2rad(Tensor self)", .all, "Degrees to radians.") { (a) throws(TorchError) in
        a.wrap(try deg2rad(a.tensor(0)))
      })
    rows.append(
      row("rad2deg(Tensor self)", .all, "Radians to degrees.") { (a) throws(TorchError) in
        a.wrap(try rad2deg(a.tensor(0)))
      })
    rows.append(
      row(.all, "Limits the elements.", [
        overload("clamp(Tensor self, Number? min=None, Number? max=None)") { (a) throws(TorchError) in
          a.wrap(try clamp(a.tensor(0), min: a.optionalNumber(1), max: a.optionalNumber(2)))
        },
        overload("clamp(Tensor self, Tensor? min=None, Tensor? max=None)") { (a) throws(TorchError) in
          a.wrap(try clamp(a.tensor(0), min: a.optionalTensor(1), max: a.optionalTensor(2)))
        },
      ]))
    rows.append(
      row(.all, "Limits the elements.", [
        overload("clip(Tensor self, Number? min=None, Number? max=None)") { (a) throws(TorchError) in
          a.wrap(try clamp(a.tensor(0), min: a.optionalNumber(1), max: a.optionalNumber(2)))
        },
        overload("clip(Tensor self, Tensor? min=None, Tensor? max=None)") { (a) throws(TorchError) in
          a.wrap(try clamp(a.tensor(0), min: a.optionalTensor(1), max: a.optionalTensor(2)))
        },
      ]))
    rows.append(
      row(.all, "Limits the elements from below.", [
        overload("clamp_min(Tensor self, Number min)") { (a) throws(TorchError) in
          a.wrap(try clampMin(a.tensor(0), a.number(1)))
        },
        overload("clamp_min(Tensor self, Tensor min)") { (a) throws(TorchError) in
          a.wrap(try clampMin(a.tensor(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row(.all, "Limits the elements from above.", [
        overload("clamp_max(Tensor self, Number max)") { (a) throws(TorchError) in
          a.wrap(try clampMax(a.tensor(0), a.number(1)))
        },
        overload("clamp_max(Tensor self, Tensor max)") { (a) throws(TorchError) in
          a.wrap(try clampMax(a.tensor(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row("conj(Tensor self)", .all, "Complex conjugate.") { (a) throws(TorchError) in
        a.wrap(try conj(a.tensor(0)))
      })
    rows.append(
      row("conj_physical(Tensor self)", .both, "Complex conjugate.") { (a) throws(TorchError) in
        a.wrap(try conj(a.tensor(0)))
      })
    rows.append(
      row("resolve_conj(Tensor self)", .both, "The tensor with conjugation done.") { (a) throws(TorchError) in
        a.wrap(try a.tensor(0))
      })
    rows.append(
      row("resolve_neg(Tensor self)", .both, "The tensor with negation done.") { (a) throws(TorchError) in
        a.wrap(try a.tensor(0))
      })
    rows.append(
      row("angle(Tensor self)", .both, "Angle of complex numbers.") { (a) throws(TorchError) in
        a.wrap(try angle(a.tensor(0)))
      })
    rows.append(
      row("real(Tensor self)", .function, "Real part.") { (a) throws(TorchError) in
        a.wrap(try real(a.tensor(0)))
      })
    rows.append(
      row("imag(Tensor self)", .function, "Imaginary part.") { (a) throws(TorchError) in
        a.wrap(try imag(a.tensor(0)))
      })
    rows.append(
      row("i0(Tensor self)", [.function, .special], "Bessel function I0.") { (a) throws(TorchError) in
        a.wrap(try i0(a.tensor(0)))
      })
    rows.append(
      row("i1(Tensor self)", .special, "Bessel function I1.") { (a) throws(TorchError) in
        a.wrap(try i1(a.tensor(0)))
      })
    rows.append(
      row("entr(Tensor self)", .special, "Entropy of each element.") { (a) throws(TorchError) in
        a.wrap(try entr(a.tensor(0)))
      })
    rows.append(
      row("ndtr(Tensor self)", .special, "Normal distribution function.") { (a) throws(TorchError) in
        a.wrap(try ndtr(a.tensor(0)))
      })
    rows.append(
      row("mvlgamma(Tensor self, int p)", .both, "Multivariate log gamma.") { (a) throws(TorchError) in
        a.wrap(try mvlgamma(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("isnan(Tensor self)", .both, "Is not a number.") { (a) throws(TorchError) in
        a.wrap(try isnan(a.tensor(0)))
      })
    rows.append(
      row("isinf(Tensor self)", .both, "Is infinite.") { (a) throws(TorchError) in
        a.wrap(try isinf(a.tensor(0)))
      })
    rows.append(
      row("isfinite(Tensor self)", .both, "Is finite.") { (a) throws(TorchError) in
        a.wrap(try isfinite(a.tensor(0)))
      })
    rows.append(
      row("isposinf(Tensor self)", .both, "Is positive infinity.") { (a) throws(TorchError) in
        a.wrap(try isposinf(a.tensor(0)))
      })
    rows.append(
      row("isneginf(Tensor self)", .both, "Is negative infinity.") { (a) throws(TorchError) in
        a.wrap(try isneginf(a.tensor(0)))
      })
    rows.append(
      row("signbit(Tensor self)", .both, "Sign bit is set.") { (a) throws(TorchError) in
        a.wrap(try signbit(a.tensor(0)))
      })
    rows.append(
      row("logical_not(Tensor self)", .all, "Not, element by element.") { (a) throws(TorchError) in
        a.wrap(try logicalNot(a.tensor(0)))
      })
    rows.append(
      row("bitwise_not(Tensor self)", .all, "Bitwise not.") { (a) throws(TorchError) in
        a.wrap(try bitwiseNot(a.tensor(0)))
      })
    return rows
  }
}
