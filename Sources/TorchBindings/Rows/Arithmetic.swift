import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Arithmetic of two operands.
  static var arithmetic: [Operator] {
    var rows: [Operator] = []
    arithmetic0(&rows)
    arithmetic1(&rows)
    arithmetic2(&rows)
    arithmetic3(&rows)
    return rows
  }

  private static func arithmetic0(_ rows: inout [Operator]) {
    rows.append(row(.both, "The sum of two operands.", [
      overload("add(Tensor self, Tensor other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try add(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("add(Tensor self, Number other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try add(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.method, "Add in place.", [
      overload("add_(Tensor self, Tensor other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try add_(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("add_(Tensor self, Number other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try add_(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.both, "The difference of two operands.", [
      overload("sub(Tensor self, Tensor other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try sub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("sub(Tensor self, Number other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try sub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.method, "Sub in place.", [
      overload("sub_(Tensor self, Tensor other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try sub_(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("sub_(Tensor self, Number other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try sub_(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.both, "The difference of two operands.", [
      overload("subtract(Tensor self, Tensor other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try sub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("subtract(Tensor self, Number other, *, Number alpha=1, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try sub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.method, "Subtract in place.", [
      overload("subtract_(Tensor self, Tensor other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try sub_(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("subtract_(Tensor self, Number other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try sub_(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.both, "The product of two operands.", [
      overload("mul(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.tensor(1)))
      },
      overload("mul(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.method, "Mul in place.", [
      overload("mul_(Tensor self, Tensor other)") {
        (a) throws(TorchError) in
        a.wrap(try mul_(a.tensor(0), a.tensor(1)))
      },
      overload("mul_(Tensor self, Number other)") {
        (a) throws(TorchError) in
        a.wrap(try mul_(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.both, "The product of two operands.", [
      overload("multiply(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.tensor(1)))
      },
      overload("multiply(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.method, "Multiply in place.", [
      overload("multiply_(Tensor self, Tensor other)") {
        (a) throws(TorchError) in
        a.wrap(try mul_(a.tensor(0), a.tensor(1)))
      },
      overload("multiply_(Tensor self, Number other)") {
        (a) throws(TorchError) in
        a.wrap(try mul_(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.function, "other - alpha * self.", [
      overload("rsub(Tensor self, Tensor other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try rsub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("rsub(Tensor self, Number other, *, Number alpha=1)") {
        (a) throws(TorchError) in
        a.wrap(try rsub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.both, "Divides.", [
      overload("div(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.tensor(1)))
      },
      overload("div(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.number(1)))
      },
      overload("div(Tensor self, Tensor other, *, str? rounding_mode, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div(a.tensor(0), a.tensor(1))) }
        return a.wrap(try div(a.tensor(0), a.tensor(1), roundingMode: mode))
      },
      overload("div(Tensor self, Number other, *, str? rounding_mode, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div(a.tensor(0), a.number(1))) }
        return a.wrap(try div(a.tensor(0), a.number(1), roundingMode: mode))
      },
    ]))
  }

  private static func arithmetic1(_ rows: inout [Operator]) {
    rows.append(row(.method, "Divides in place.", [
      overload("div_(Tensor self, Tensor other)") {
        (a) throws(TorchError) in
        a.wrap(try div_(a.tensor(0), a.tensor(1)))
      },
      overload("div_(Tensor self, Number other)") {
        (a) throws(TorchError) in
        a.wrap(try div_(a.tensor(0), a.number(1)))
      },
      overload("div_(Tensor self, Tensor other, *, str? rounding_mode)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div_(a.tensor(0), a.tensor(1))) }
        let y = a.tensor(1)
        _ = try inPlace(a.tensor(0)) { (x) throws(TorchError) in try div(x, y, roundingMode: mode) }
        return a.value(0)
      },
      overload("div_(Tensor self, Number other, *, str? rounding_mode)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div_(a.tensor(0), a.number(1))) }
        let y = a.number(1)
        _ = try inPlace(a.tensor(0)) { (x) throws(TorchError) in try div(x, y, roundingMode: mode) }
        return a.value(0)
      },
    ]))
    rows.append(row(.both, "Divides.", [
      overload("divide(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.tensor(1)))
      },
      overload("divide(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.number(1)))
      },
      overload("divide(Tensor self, Tensor other, *, str? rounding_mode, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div(a.tensor(0), a.tensor(1))) }
        return a.wrap(try div(a.tensor(0), a.tensor(1), roundingMode: mode))
      },
      overload("divide(Tensor self, Number other, *, str? rounding_mode, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div(a.tensor(0), a.number(1))) }
        return a.wrap(try div(a.tensor(0), a.number(1), roundingMode: mode))
      },
    ]))
    rows.append(row(.method, "Divides in place.", [
      overload("divide_(Tensor self, Tensor other)") {
        (a) throws(TorchError) in
        a.wrap(try div_(a.tensor(0), a.tensor(1)))
      },
      overload("divide_(Tensor self, Number other)") {
        (a) throws(TorchError) in
        a.wrap(try div_(a.tensor(0), a.number(1)))
      },
      overload("divide_(Tensor self, Tensor other, *, str? rounding_mode)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div_(a.tensor(0), a.tensor(1))) }
        let y = a.tensor(1)
        _ = try inPlace(a.tensor(0)) { (x) throws(TorchError) in try div(x, y, roundingMode: mode) }
        return a.value(0)
      },
      overload("divide_(Tensor self, Number other, *, str? rounding_mode)") {
        (a) throws(TorchError) in
        guard let mode = try a.rounding(2) else { return a.wrap(try div_(a.tensor(0), a.number(1))) }
        let y = a.number(1)
        _ = try inPlace(a.tensor(0)) { (x) throws(TorchError) in try div(x, y, roundingMode: mode) }
        return a.value(0)
      },
    ]))
    rows.append(row(.all, "Divides.", [
      overload("true_divide(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.tensor(1)))
      },
      overload("true_divide(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try div(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Divides and rounds down.", [
      overload("floor_divide(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try floorDivide(a.tensor(0), a.tensor(1)))
      },
      overload("floor_divide(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try floorDivide(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Remainder with the sign of the divisor.", [
      overload("remainder(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try remainder(a.tensor(0), a.tensor(1)))
      },
      overload("remainder(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try remainder(a.tensor(0), a.number(1)))
      },
      overload("remainder(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try remainder(a.number(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Remainder with the sign of the dividend.", [
      overload("fmod(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try fmod(a.tensor(0), a.tensor(1)))
      },
      overload("fmod(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try fmod(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Power.", [
      overload("pow(Tensor self, Tensor exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try pow(a.tensor(0), a.tensor(1)))
      },
      overload("pow(Tensor self, Number exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try pow(a.tensor(0), a.number(1)))
      },
      overload("pow(Number self, Tensor exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try pow(a.number(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Power in double precision.", [
      overload("float_power(Tensor self, Tensor exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try floatPower(a.tensor(0), a.tensor(1)))
      },
      overload("float_power(Tensor self, Number exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try floatPower(a.tensor(0), a.number(1)))
      },
      overload("float_power(Number self, Tensor exponent, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try floatPower(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(
      "atan2(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Angle of points."
    ) { (a) throws(TorchError) in
      a.wrap(try atan2(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "arctan2(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Angle of points."
    ) { (a) throws(TorchError) in
      a.wrap(try atan2(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(.all, "Takes the sign of other.", [
      overload("copysign(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try copysign(a.tensor(0), a.tensor(1)))
      },
      overload("copysign(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try copysign(a.tensor(0), a.number(1)))
      },
    ]))
  }

  private static func arithmetic2(_ rows: inout [Operator]) {
    rows.append(row(
      "hypot(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Length of the hypotenuse."
    ) { (a) throws(TorchError) in
      a.wrap(try hypot(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "nextafter(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "The next number towards other."
    ) { (a) throws(TorchError) in
      a.wrap(try nextafter(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "heaviside(Tensor self, Tensor values, *, Tensor out=None)",
      .all, "Step function."
    ) { (a) throws(TorchError) in
      a.wrap(try heaviside(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "gcd(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Greatest common divisor."
    ) { (a) throws(TorchError) in
      a.wrap(try gcd(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "lcm(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Least common multiple."
    ) { (a) throws(TorchError) in
      a.wrap(try lcm(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "ldexp(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "self * 2 ** other."
    ) { (a) throws(TorchError) in
      a.wrap(try ldexp(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "logaddexp(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Logarithm of a sum of exponentials."
    ) { (a) throws(TorchError) in
      a.wrap(try logaddexp(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "logaddexp2(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "The same with base 2."
    ) { (a) throws(TorchError) in
      a.wrap(try logaddexp2(a.tensor(0), a.tensor(1)))
    })
    rows.append(row([.function, .method, .inPlace, .special], "self * log(other).", [
      overload("xlogy(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlogy(a.tensor(0), a.tensor(1)))
      },
      overload("xlogy(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlogy(a.tensor(0), a.tensor(1)))
      },
      overload("xlogy(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlogy(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.special, "self * log1p(other).", [
      overload("xlog1py(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlog1py(a.tensor(0), a.tensor(1)))
      },
      overload("xlog1py(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlog1py(a.tensor(0), a.tensor(1)))
      },
      overload("xlog1py(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try xlog1py(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(
      "igamma(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Incomplete gamma function."
    ) { (a) throws(TorchError) in
      a.wrap(try igamma(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "igammac(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Incomplete gamma function."
    ) { (a) throws(TorchError) in
      a.wrap(try igammac(a.tensor(0), a.tensor(1)))
    })
  }

  private static func arithmetic3(_ rows: inout [Operator]) {
    rows.append(row(
      "gammainc(Tensor self, Tensor other, *, Tensor out=None)",
      .special, "Incomplete gamma function."
    ) { (a) throws(TorchError) in
      a.wrap(try igamma(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "gammaincc(Tensor self, Tensor other, *, Tensor out=None)",
      .special, "Incomplete gamma function."
    ) { (a) throws(TorchError) in
      a.wrap(try igammac(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "maximum(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Elementwise maximum."
    ) { (a) throws(TorchError) in
      a.wrap(try maximum(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "minimum(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Elementwise minimum."
    ) { (a) throws(TorchError) in
      a.wrap(try minimum(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "fmax(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Elementwise fmax."
    ) { (a) throws(TorchError) in
      a.wrap(try fmax(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "fmin(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Elementwise fmin."
    ) { (a) throws(TorchError) in
      a.wrap(try fmin(a.tensor(0), a.tensor(1)))
    })
  }
}
