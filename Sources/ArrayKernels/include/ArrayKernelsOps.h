// Names and numbers of the elementwise operations. Swift mirrors these lists case by case; append only.
#ifndef WICK_ARRAY_KERNELS_OPS_H
#define WICK_ARRAY_KERNELS_OPS_H

#define WICK_UNARY_OPS(X) \
  X(neg) X(abs) X(sign) X(square) X(reciprocal) X(sqrt) X(rsqrt) \
  X(exp) X(exp2) X(expm1) X(log) X(log2) X(log10) X(log1p) \
  X(sin) X(cos) X(tan) X(asin) X(acos) X(atan) X(sinh) X(cosh) X(tanh) X(asinh) X(acosh) X(atanh) \
  X(sigmoid) X(erf) X(erfc) X(erfinv) X(lgamma) X(digamma) \
  X(floor) X(ceil) X(round) X(trunc) X(frac) X(relu) X(bitwise_not) \
  X(logical_not) X(isnan) X(isinf) X(isfinite) X(isposinf) X(isneginf) X(signbit) \
  X(silu) X(gelu) X(gelu_tanh) X(softplus) X(elu) X(leaky_relu) X(hardtanh) X(hardsigmoid) X(hardswish) X(mish) \
  X(logsigmoid) X(hardshrink) X(softshrink) X(threshold) X(clamp) X(clamp_min) X(clamp_max) \
  X(pow_scalar) X(round_decimals) X(nan_to_num) X(logit) X(sinc) X(i0) X(i0e) X(i1) X(i1e) X(ndtri) X(entr) X(erfcx) \
  X(log_ndtr) X(polygamma) X(conj) X(angle) X(rsub) X(ndtr) X(cube) X(inverse_square) X(trigamma) \
  X(bessel_j0) X(bessel_j1) X(bessel_y0) X(bessel_y1) X(modified_bessel_k0) \
  X(modified_bessel_k1) X(scaled_modified_bessel_k0) X(scaled_modified_bessel_k1) X(spherical_bessel_j0) X(airy_ai) \
  X(mul_number) X(div_number)

#define WICK_BINARY_OPS(X) \
  X(add) X(sub) X(mul) X(div) X(floor_divide) X(trunc_divide) X(remainder) X(fmod) X(pow) \
  X(maximum) X(minimum) X(fmax) X(fmin) X(atan2) X(hypot) X(copysign) X(nextafter) X(logaddexp) X(logaddexp2) \
  X(xlogy) X(xlog1py) X(heaviside) X(gcd) X(lcm) \
  X(bitwise_and) X(bitwise_or) X(bitwise_xor) X(lshift) X(rshift) \
  X(eq) X(ne) X(lt) X(le) X(gt) X(ge) X(logical_and) X(logical_or) X(logical_xor) \
  X(add_alpha) X(sub_alpha) \
  X(tanh_backward) X(sigmoid_backward) X(threshold_backward) X(leaky_relu_backward) X(elu_backward) \
  X(gelu_backward) X(gelu_tanh_backward) X(silu_backward) X(softplus_backward) X(hardtanh_backward) \
  X(hardsigmoid_backward) X(hardswish_backward) X(mish_backward) X(logsigmoid_backward) X(shrink_backward) \
  X(mse) X(smooth_l1) X(huber) X(ldexp) X(zeta) X(igamma) X(igammac) X(lerp)

#define WICK_TERNARY_OPS(X) \
  X(where) X(addcmul) X(addcdiv) X(lerp) X(clamp_tensor)

#define WICK_ENUM_U(name) WICK_U_##name,
#define WICK_ENUM_B(name) WICK_B_##name,
#define WICK_ENUM_T(name) WICK_T_##name,
enum { WICK_UNARY_OPS(WICK_ENUM_U) WICK_U_COUNT };
enum { WICK_BINARY_OPS(WICK_ENUM_B) WICK_B_COUNT };
enum { WICK_TERNARY_OPS(WICK_ENUM_T) WICK_T_COUNT };
#endif
