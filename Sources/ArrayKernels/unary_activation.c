// Activation functions of neural networks.
#include "types.h"
#include "parts.h"
#include "vecmath.h"

#define D(k) ((T)p->d[k])
#define ACTIVATIONS(t, _) \
  U_FAST(t, silu, x / ((T)1 + fastexp_##t(-x))) \
  U_FAST(t, gelu_tanh, (T)0.5 * x * ((T)1 + tanh_##t((T)(M_SQRT2 * M_2_SQRTPI * 0.5) * (x + (T)0.044715 * x * x * x)))) \
  U_FAST(t, gelu, gelu_##t(x)) \
  U_FAST(t, softplus, ({ T v = x * D(0), l = softplus_##t(v) / D(0); v > D(1) ? x : l; })) \
  U_FAST(t, elu, x < 0 ? expm1_##t(x * D(2)) * (D(0) * D(1)) : x * D(1)) \
  U_FAST(t, leaky_relu, x > 0 ? x : x * D(0)) \
  U_FAST(t, hardsigmoid, ({ T v = x + (T)3; v = v < 0 ? (T)0 : v; v = v > 6 ? (T)6 : v; v / (T)6; })) \
  U_FAST(t, hardswish, ({ T v = x + (T)3; v = v < 0 ? (T)0 : v; v = v > 6 ? (T)6 : v; x * v / (T)6; })) \
  U_FAST(t, mish, x * softplus_tanh_##t(x)) \
  U_FAST(t, logsigmoid, (x < 0 ? x : (T)0) - log_rest_##t(x)) \
  U_FAST(t, hardshrink, x >= -D(0) && x <= D(0) ? (T)0 : x) \
  U_FAST(t, softshrink, x != x ? x : x > D(0) ? x - D(0) : x < -D(0) ? x + D(0) : (T)0)
FLOAT_TYPES(ACTIVATIONS, 0)

#define FLOATS(op) [WICK_F16] = u_##op##_f16, [WICK_BF16] = u_##op##_bf16, [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64
#define ROW(op) [WICK_U_##op] = { FLOATS(op) },
static const wick_unary_loop table[WICK_U_COUNT][WICK_DTYPES] = {
  ROW(silu) ROW(gelu) ROW(gelu_tanh) ROW(softplus) ROW(elu) ROW(leaky_relu) ROW(hardsigmoid) ROW(hardswish) ROW(mish)
  ROW(logsigmoid) ROW(hardshrink) ROW(softshrink)
};
wick_unary_loop wick_unary_activation(int op, int dtype) { return table[op][dtype]; }
