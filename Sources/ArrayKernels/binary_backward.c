// Derivatives of activations: the gradient of the result, then the input (or the result) of the forward pass.
#include "types.h"
#include "parts.h"
#include "vecmath.h"

#define D(k) ((T)p->d[k])
#define BACKWARDS(t, _) \
  B_FAST(t, tanh_backward, x * ((T)1 - y * y)) B_FAST(t, sigmoid_backward, x * ((T)1 - y) * y) \
  B_FAST(t, threshold_backward, y <= D(0) ? (T)0 : x) B_FAST(t, leaky_relu_backward, y > 0 ? x : x * D(0)) \
  B_FAST(t, elu_backward, p->i[0] ? (y <= 0 ? x * D(2) * (y + D(0) * D(1)) : x * D(1)) \
                                  : (y <= 0 ? x * D(2) * (D(0) * D(1)) * exp_##t(y * D(2)) : x * D(1))) \
  B_FAST(t, gelu_tanh_backward, ({ T c = (T)(M_SQRT2 * M_2_SQRTPI * 0.5), k = (T)0.044715; \
     T u = tanh_##t(c * (y + k * y * y * y)); \
     x * ((T)0.5 * ((T)1 + u) + (T)0.5 * y * ((T)1 - u * u) * c * ((T)1 + (T)3 * k * y * y)); })) \
  B_FAST(t, silu_backward, ({ T s = (T)1 / ((T)1 + exp_##t(-y)); x * s * ((T)1 + y * ((T)1 - s)); })) \
  B_FAST(t, softplus_backward, ({ T z = exp_##t(y * D(0)); y * D(0) > D(1) ? x : x * z / (z + (T)1); })) \
  B_FAST(t, hardtanh_backward, y <= D(0) || y >= D(1) ? (T)0 : x) \
  B_FAST(t, hardsigmoid_backward, y > (T)-3 && y < (T)3 ? x * (T)(1.0f / 6) : (T)0) \
  B_FAST(t, hardswish_backward, y <= (T)-3 ? (T)0 : y < (T)3 ? x * (y / (T)3 + (T)0.5) : x) \
  B_FAST(t, mish_backward, ({ T s = (T)1 / ((T)1 + exp_##t(-y)); T u = softplus_tanh_##t(y); \
     x * (u + y * s * ((T)1 - u * u)); })) \
  B_FAST(t, logsigmoid_backward, ({ T z = exp_##t(-fabs_##t(y)); T m = y < 0 ? (T)1 : (T)0; T s = y < 0 ? (T)1 : (T)-1; \
     x * (m - s * (z / ((T)1 + z))); })) \
  B_FAST(t, shrink_backward, y >= -D(0) && y <= D(0) ? (T)0 : x)
FLOAT_TYPES(BACKWARDS, 0)
#define GELU_BACKWARD(t) B_FAST(t, gelu_backward, x * vgelu_slope(y))
GELU_BACKWARD(f16) GELU_BACKWARD(bf16) GELU_BACKWARD(f32)
B_FAST(f64, gelu_backward, x * (0.5 * erfc(-y * M_SQRT1_2) + y * vexp_d(-0.5 * y * y) * (M_2_SQRTPI * M_SQRT1_2 * 0.5)))

#define FLOATS(op) [WICK_F16] = b_##op##_f16, [WICK_BF16] = b_##op##_bf16, [WICK_F32] = b_##op##_f32, [WICK_F64] = b_##op##_f64
#define ROW(op) [WICK_B_##op] = { FLOATS(op) },
static const wick_binary_loop table[WICK_B_COUNT][WICK_DTYPES] = {
  ROW(tanh_backward) ROW(sigmoid_backward) ROW(threshold_backward) ROW(leaky_relu_backward) ROW(elu_backward)
  ROW(gelu_backward) ROW(gelu_tanh_backward) ROW(silu_backward) ROW(softplus_backward) ROW(hardtanh_backward)
  ROW(hardsigmoid_backward) ROW(hardswish_backward) ROW(mish_backward) ROW(logsigmoid_backward) ROW(shrink_backward)
};
wick_binary_loop wick_binary_backward(int op, int dtype) { return table[op][dtype]; }
