// The lists below mirror `ArrayKernelsOps.h` case by case; a test compares their lengths.

/// Elementwise operation on one array.
///
/// Raw values are the rows of the tables of C loops: the order is that of `ArrayKernelsOps.h`.
package enum UnaryOp: Int32, CaseIterable {
  case neg, abs, sign, square, reciprocal, sqrt, rsqrt, exp, exp2, expm1, log, log2, log10, log1p, sin, cos,
    tan, asin, acos, atan, sinh, cosh, tanh, asinh, acosh, atanh, sigmoid, erf, erfc, erfinv, lgamma,
    digamma, floor, ceil, round, trunc, frac, relu, bitwiseNot, logicalNot, isnan, isinf, isfinite,
    isposinf, isneginf, signbit, silu, gelu, geluTanh, softplus, elu, leakyRelu, hardtanh, hardsigmoid,
    hardswish, mish, logsigmoid, hardshrink, softshrink, threshold, clamp, clampMin, clampMax, powScalar,
    roundDecimals, nanToNum, logit, sinc, i0, i0e, i1, i1e, ndtri, entr, erfcx, logNdtr, polygamma, conj,
    angle, rsub, ndtr, cube, inverseSquare, trigamma, besselJ0, besselJ1, besselY0, besselY1,
    modifiedBesselK0, modifiedBesselK1, scaledModifiedBesselK0,
    scaledModifiedBesselK1, sphericalBesselJ0, airyAi, mulNumber, divNumber
}

/// Elementwise operation on two arrays.
///
/// Raw values are the rows of the tables of C loops: the order is that of `ArrayKernelsOps.h`.
package enum BinaryOp: Int32, CaseIterable {
  case add, sub, mul, div, floorDivide, truncDivide, remainder, fmod, pow, maximum, minimum, fmax, fmin,
    atan2, hypot, copysign, nextafter, logaddexp, logaddexp2, xlogy, xlog1py, heaviside, gcd, lcm,
    bitwiseAnd, bitwiseOr, bitwiseXor, lshift, rshift, eq, ne, lt, le, gt, ge, logicalAnd, logicalOr,
    logicalXor, addAlpha, subAlpha, tanhBackward, sigmoidBackward, thresholdBackward, leakyReluBackward,
    eluBackward, geluBackward, geluTanhBackward, siluBackward, softplusBackward, hardtanhBackward,
    hardsigmoidBackward, hardswishBackward, mishBackward, logsigmoidBackward, shrinkBackward, mse, smoothL1,
    huber, ldexp, zeta, igamma, igammac, lerp
}

/// Elementwise operation on three arrays.
///
/// Raw values are the rows of the tables of C loops: the order is that of `ArrayKernelsOps.h`.
package enum TernaryOp: Int32, CaseIterable {
  case `where`, addcmul, addcdiv, lerp, clampTensor
}
