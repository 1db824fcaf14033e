import Arrays

/// Bessel functions, the normal distribution's quantile and their relatives, `torch.special`.

/// Computes the modified Bessel function of order zero, times exp(-|x|).
public func i0e(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialI0EBackward0", x, try elementwise(.i0e, x), saving: [.x, .result]) { (n, g) throws(TorchError) in
    try g .* (i1e(n.x) .- sgn(n.x) .* n.result)
  }
}

/// Computes the modified Bessel function of order one, times exp(-|x|).
public func i1e(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialI1EBackward0", x, try elementwise(.i1e, x), saving: [.x, .result]) { (n, g) throws(TorchError) in
    let x = try n.x
    let slope = try i0e(x) .- n.result .* (sgn(x) .+ reciprocal(x))
    return try g .* `where`(eq(x, 0), fullLike(slope, 0.5), slope)
  }
}

/// Computes the argument at which the normal distribution function takes a value.
public func ndtri(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialNdtriBackward0", x, try elementwise(.ndtri, x), saving: .result) { (n, g) throws(TorchError) in
    try g .* exp(pow(n.result, 2) .* 0.5) .* 2.5066282746310002
  }
}

/// Computes the logarithm of the normal distribution function.
public func logNdtr(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialLogNdtrBackward0", x, try elementwise(.logNdtr, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ erfcx(n.x .* -0.7071067811865476) .* 0.7978845608028654
  }
}

/// Computes exp(x * x) * erfc(x).
public func erfcx(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialErfcxBackward0", x, try elementwise(.erfcx, x), saving: [.x, .result]) { (n, g) throws(TorchError) in
    try g .* (n.x .* n.result .* 2 .- 1.1283791670955126)
  }
}

/// Computes the Hurwitz zeta function.
public func zeta(_ x: Tensor, _ q: Tensor) throws(TorchError) -> Tensor {
  record(
    "SpecialZetaBackward0", x, q, try elementwise(.zeta, x, q), saving: [.x, .y],
    { (_, _) throws(TorchError) in throw noFormula("zeta") },
    { (n, g) throws(TorchError) in try g .* neg(n.x) .* zeta(n.x .+ 1, n.y) })
}

/// Computes a function whose result is not differentiated in torch.
func underived(_ op: UnaryOp, _ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(op, x)) }

/// Computes the Bessel function of the first kind and order zero.
public func besselJ0(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.besselJ0, x) }

/// Computes the Bessel function of the first kind and order one.
public func besselJ1(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.besselJ1, x) }

/// Computes the Bessel function of the second kind and order zero.
public func besselY0(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.besselY0, x) }

/// Computes the Bessel function of the second kind and order one.
public func besselY1(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.besselY1, x) }

/// Computes the modified Bessel function of the second kind and order zero.
public func modifiedBesselK0(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.modifiedBesselK0, x) }

/// Computes the modified Bessel function of the second kind and order one.
public func modifiedBesselK1(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.modifiedBesselK1, x) }

/// Computes the modified Bessel function of the second kind and order zero, times exp(x).
public func scaledModifiedBesselK0(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.scaledModifiedBesselK0, x) }

/// Computes the modified Bessel function of the second kind and order one, times exp(x).
public func scaledModifiedBesselK1(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.scaledModifiedBesselK1, x) }

/// Computes the spherical Bessel function of order zero.
public func sphericalBesselJ0(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.sphericalBesselJ0, x) }

/// Computes the Airy function Ai.
public func airyAi(_ x: Tensor) throws(TorchError) -> Tensor { try underived(.airyAi, x) }
