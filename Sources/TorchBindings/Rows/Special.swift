import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Functions of `torch.special` alone.
  static var special: [Operator] {
    var rows: [Operator] = []
    distributions(&rows)
    rows.append(row("_titled(Tensor self, str title)", .function, "The same under another node's name.") {
      (a) throws(TorchError) in
      a.wrap(Title(rawValue: a.string(1)).map { titled($0, a.tensor(0)) } ?? a.tensor(0))
    })
    bessel(&rows)
    return rows
  }

  private static func distributions(_ rows: inout [Operator]) {
    rows.append(unary("i0e", .special, "I0 times exp(-|x|).") { (x) throws(TorchError) in try i0e(x) })
    rows.append(unary("i1e", .special, "I1 times exp(-|x|).") { (x) throws(TorchError) in try i1e(x) })
    rows.append(unary("ndtri", .special, "Quantile of the normal distribution.") { (x) throws(TorchError) in try ndtri(x) })
    rows.append(unary("log_ndtr", .special, "Logarithm of the normal distribution function.") { (x) throws(TorchError) in try logNdtr(x) })
    rows.append(unary("erfcx", .special, "exp(x * x) * erfc(x).") { (x) throws(TorchError) in try erfcx(x) })
    rows.append(row(.special, "Hurwitz zeta function.", [
      overload("zeta(Tensor self, Tensor other, *, Tensor out=None)") { (a) throws(TorchError) in
        a.wrap(try zeta(a.tensor(0), a.tensor(1)))
      },
      overload("zeta(Number self, Tensor other, *, Tensor out=None)") { (a) throws(TorchError) in
        a.wrap(try zeta(scalarTensor(a.number(0), a.tensor(1).dtype), a.tensor(1)))
      },
      overload("zeta(Tensor self, Number other, *, Tensor out=None)") { (a) throws(TorchError) in
        a.wrap(try zeta(a.tensor(0), scalarTensor(a.number(1), a.tensor(0).dtype)))
      },
    ]))
  }

  private static func bessel(_ rows: inout [Operator]) {
    rows.append(unary("modified_bessel_i0", .special, "The modified Bessel function of the first kind and order zero.") { (x) throws(TorchError) in try i0(x.detached()) })
    rows.append(unary("modified_bessel_i1", .special, "The modified Bessel function of the first kind and order one.") { (x) throws(TorchError) in try i1(x.detached()) })
    rows.append(unary("bessel_j0", .special, "The Bessel function of the first kind and order zero.") { (x) throws(TorchError) in try besselJ0(x) })
    rows.append(unary("bessel_j1", .special, "The Bessel function of the first kind and order one.") { (x) throws(TorchError) in try besselJ1(x) })
    rows.append(unary("bessel_y0", .special, "The Bessel function of the second kind and order zero.") { (x) throws(TorchError) in try besselY0(x) })
    rows.append(unary("bessel_y1", .special, "The Bessel function of the second kind and order one.") { (x) throws(TorchError) in try besselY1(x) })
    rows.append(unary("modified_bessel_k0", .special, "The modified Bessel function of the second kind and order zero.") { (x) throws(TorchError) in try modifiedBesselK0(x) })
    rows.append(unary("modified_bessel_k1", .special, "The modified Bessel function of the second kind and order one.") { (x) throws(TorchError) in try modifiedBesselK1(x) })
    rows.append(unary("scaled_modified_bessel_k0", .special, "The modified Bessel function of the second kind and order zero, times exp(x).") { (x) throws(TorchError) in try scaledModifiedBesselK0(x) })
    rows.append(unary("scaled_modified_bessel_k1", .special, "The modified Bessel function of the second kind and order one, times exp(x).") { (x) throws(TorchError) in try scaledModifiedBesselK1(x) })
    rows.append(unary("spherical_bessel_j0", .special, "The spherical Bessel function of order zero.") { (x) throws(TorchError) in try sphericalBesselJ0(x) })
    rows.append(unary("airy_ai", .special, "The Airy function Ai.") { (x) throws(TorchError) in try airyAi(x) })
  }
}
