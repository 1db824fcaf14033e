import Arrays
import Autograd

extension Rows {
  /// Arithmetic of two operands.
  static var arithmetic: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row([.function, .method, .inPlace], "Adds other, scaled by alpha.", [
        overload("add(Tensor self, Tensor other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try add(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
        },
        overload("add(Tensor self, Number other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try add(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
        },
      ]))
    rows.append(
      row(.all, "Subtracts other, scaled by alpha.", [
        overload("sub(Tensor self, Tensor other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try sub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
        },
        overload("sub(Tensor self, Number other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try sub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
        },
      ]))
    rows.append(
      row(.all, "Subtracts other, scaled by alpha.", [
        overload("subtract(Tensor self, Tensor other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try sub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
        },
        overload("subtract(Tensor self, Number other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try sub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
        },
      ]))
    rows.append(
      row(.function, "Subtracts self from other.", [
        overload("rsub(Tensor self, Tensor other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try rsub(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
        },
        overload("rsub(Tensor self, Number other, *, Number alpha=1)") { (a) throws(TorchError) in
          a.wrap(try rsub(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
        },
      ]))
    rows.append(
      row(.all, "Multiplies.", [
        overload("mul(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try mul(a.tensor(0), a.tensor(1)))
        },
        overload("mul(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try mul(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Multiplies.", [
        overload("multiply(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try mul(a.tensor(0), a.tensor(1)))
        },
        overload("multiply(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try mul(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Divides.", [
        overload("div(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.tensor(1)))
        },
        overload("div(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.number(1)))
        },
        overload("div(Tensor self, Tensor other, *, str? rounding_mode)") { (a) throws(TorchError) in
          a.wrap(try divide(a.tensor(0), a.tensor(1), a.string(2)))
        },
        overload("div(Tensor self, Number other, *, str? rounding_mode)") { (a) throws(TorchError) in
          a.wrap(try divide(a.tensor(0), a.number(1), a.string(2)))
        },
      ]))
    rows.append(
      row(.all, "Divides.", [
        overload("divide(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.tensor(1)))
        },
        overload("divide(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.number(1)))
        },
        overload("divide(Tensor self, Tensor other, *, str? rounding_mode)") { (a) throws(TorchError) in
          a.wrap(try divide(a.tensor(0), a.tensor(1), a.string(2)))
        },
        overload("divide(Tensor self, Number other, *, str? rounding_mode)") { (a) throws(TorchError) in
          a.wrap(try divide(a.tensor(0), a.number(1), a.string(2)))
        },
      ]))
    rows.append(
      row(.all, "Divides.", [
        overload("true_divide(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.tensor(1)))
        },
        overload("true_divide(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try div(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Divides and rounds down.", [
        overload("floor_divide(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try floorDivide(a.tensor(0), a.tensor(1)))
        },
        overload("floor_divide(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try floorDivide(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Rest with the sign of the divisor.", [
        overload("remainder(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try remainder(a.tensor(0), a.tensor(1)))
        },
        overload("remainder(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try remainder(a.tensor(0), a.number(1)))
        },
        overload("remainder(Number self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try remainder(a.number(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row(.all, "Rest with the sign of the dividend.", [
        overload("fmod(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try fmod(a.tensor(0), a.tensor(1)))
        },
        overload("fmod(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try fmod(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Power.", [
        overload("pow(Tensor self, Tensor exponent)") { (a) throws(TorchError) in
          a.wrap(try pow(a.tensor(0), a.tensor(1)))
        },
        overload("pow(Tensor self, Number exponent)") { (a) throws(TorchError) in
          a.wrap(try pow(a.tensor(0), a.number(1)))
        },
        overload("pow(Number self, Tensor exponent)") { (a) throws(TorchError) in
          a.wrap(try pow(a.number(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row(.all, "Power in double precision.", [
        overload("float_power(Tensor self, Tensor exponent)") { (a) throws(TorchError) in
          a.wrap(try floatPower(a.tensor(0), a.tensor(1)))
        },
        overload("float_power(Tensor self, Number exponent)") { (a) throws(TorchError) in
          a.wrap(try floatPower(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row("maximum(Tensor self, Tensor other)", .both, "Greater of both.") { (a) throws(TorchError) in
        a.wrap(try maximum(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("minimum(Tensor self, Tensor other)", .both, "Lesser of both.") { (a) throws(TorchError) in
        a.wrap(try minimum(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("fmax(Tensor self, Tensor other)", .both, "Greater of both, ignoring nan.") { (a) throws(TorchError) in
        a.wrap(try fmax(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("fmin(Tensor self, Tensor other)", .both, "Lesser of both, ignoring nan.") { (a) throws(TorchError) in
        a.wrap(try fmin(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("atan2(Tensor self, Tensor other)", .all, "Angle of (other, self).") { (a) throws(TorchError) in
        a.wrap(try atan2(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("arctan2(Tensor self, Tensor other)", .all, "Angle of (other, self).") { (a) throws(TorchError) in
        a.wrap(try atan2(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("hypot(Tensor self, Tensor other)", .all, "Length of the hypotenuse.") { (a) throws(TorchError) in
        a.wrap(try hypot(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("logaddexp(Tensor self, Tensor other)", .both, "log(exp(a) + exp(b)).") { (a) throws(TorchError) in
        a.wrap(try logaddexp(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("logaddexp2(Tensor self, Tensor other)", .both, "log2(2**a + 2**b).") { (a) throws(TorchError) in
        a.wrap(try logaddexp2(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("xlogy(Tensor self, Tensor other)", [.function, .method, .inPlace, .special], "x log(y), zero where x is zero.") { (a) throws(TorchError) in
        a.wrap(try xlogy(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("xlog1py(Tensor self, Tensor other)", .special, "x log1p(y), zero where x is zero.") { (a) throws(TorchError) in
        a.wrap(try xlog1py(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("copysign(Tensor self, Tensor other)", .all, "Magnitude of self with the sign of other.") { (a) throws(TorchError) in
        a.wrap(try copysign(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("heaviside(Tensor self, Tensor values)", .all, "Step function.") { (a) throws(TorchError) in
        a.wrap(try heaviside(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("nextafter(Tensor self, Tensor other)", .all, "Next number towards other.") { (a) throws(TorchError) in
        a.wrap(try nextafter(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("ldexp(Tensor self, Tensor other)", .all, "self times two to the power other.") { (a) throws(TorchError) in
        a.wrap(try ldexp(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("gcd(Tensor self, Tensor other)", .all, "Greatest common divisor.") { (a) throws(TorchError) in
        a.wrap(try gcd(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("lcm(Tensor self, Tensor other)", .all, "Least common multiple.") { (a) throws(TorchError) in
        a.wrap(try lcm(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("igamma(Tensor self, Tensor other)", [.function, .method], "Regularised lower incomplete gamma.") { (a) throws(TorchError) in
        a.wrap(try igamma(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("igammac(Tensor self, Tensor other)", [.function, .method], "Regularised upper incomplete gamma.") { (a) throws(TorchError) in
        a.wrap(try igammac(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row(.all, "Between self and end.", [
        overload("lerp(Tensor self, Tensor end, Number weight)") { (a) throws(TorchError) in
          a.wrap(try lerp(a.tensor(0), a.tensor(1), weight: a.number(2)))
        },
        overload("lerp(Tensor self, Tensor end, Tensor weight)") { (a) throws(TorchError) in
          a.wrap(try lerp(a.tensor(0), a.tensor(1), weight: a.tensor(2)))
        },
      ]))
    rows.append(
      row("addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Number value=1)", .all, "self + value * tensor1 * tensor2.") { (a) throws(TorchError) in
        a.wrap(try addcmul(a.tensor(0), a.tensor(1), a.tensor(2), value: a.number(3, 1)))
      })
    rows.append(
      row("addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Number value=1)", .all, "self + value * tensor1 / tensor2.") { (a) throws(TorchError) in
        a.wrap(try addcdiv(a.tensor(0), a.tensor(1), a.tensor(2), value: a.number(3, 1)))
      })
    rows.append(
      row(.all, "Bitwise and.", [
        overload("bitwise_and(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseAnd(a.tensor(0), a.tensor(1)))
        },
        overload("bitwise_and(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseAnd(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Bitwise or.", [
        overload("bitwise_or(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseOr(a.tensor(0), a.tensor(1)))
        },
        overload("bitwise_or(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseOr(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Bitwise exclusive or.", [
        overload("bitwise_xor(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseXor(a.tensor(0), a.tensor(1)))
        },
        overload("bitwise_xor(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try bitwiseXor(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row("bitwise_left_shift(Tensor self, Tensor other)", .all, "Shift to the left.") { (a) throws(TorchError) in
        a.wrap(try bitwiseLeftShift(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("bitwise_right_shift(Tensor self, Tensor other)", .all, "Shift to the right.") { (a) throws(TorchError) in
        a.wrap(try bitwiseRightShift(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("logical_and(Tensor self, Tensor other)", .all, "And, element by element.") { (a) throws(TorchError) in
        a.wrap(try logicalAnd(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("logical_or(Tensor self, Tensor other)", .all, "Or, element by element.") { (a) throws(TorchError) in
        a.wrap(try logicalOr(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("logical_xor(Tensor self, Tensor other)", .all, "Exclusive or, element by element.") { (a) throws(TorchError) in
        a.wrap(try logicalXor(a.tensor(0), a.tensor(1)))
      })
    return rows
  }
}
