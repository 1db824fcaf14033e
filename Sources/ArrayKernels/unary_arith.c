// Unary arithmetic, rounding, tests and bounds.
#include "types.h"
#include "parts.h"
#include "vecmath.h"

#define NEG_INT(t, _) U_FAST(t, neg, (T)(0 - (U_##t)x))
INT_TYPES(NEG_INT, 0)
#define NEG_FLOAT(t, _) U_FAST(t, neg, -x)
FLOAT_TYPES(NEG_FLOAT, 0)

#define ABS_SIGNED(t) U_FAST(t, abs, x < 0 ? (T)(0 - (U_##t)x) : x)
U_FAST(u8, abs, x) ABS_SIGNED(i8) ABS_SIGNED(i16) ABS_SIGNED(i32) ABS_SIGNED(i64)
U_FAST(f16, abs, __builtin_fabsf(x)) U_FAST(bf16, abs, __builtin_fabsf(x)) U_FAST(f32, abs, __builtin_fabsf(x))
U_FAST(f64, abs, __builtin_fabs(x))

#define SIGN(t, _) U_FAST(t, sign, (T)((x > 0) - (x < 0)))
INT_TYPES(SIGN, 0) FLOAT_TYPES(SIGN, 0)
U_FAST(b8, sign, x)

#define SQUARE_INT(t, _) U_FAST(t, square, (T)((U_##t)x * (U_##t)x)) \
  U_FAST(t, cube, (T)((U_##t)x * (U_##t)x * (U_##t)x))
INT_TYPES(SQUARE_INT, 0)
#define SQUARE_FLOAT(t, _) U_FAST(t, square, x * x) U_FAST(t, reciprocal, (T)1 / x)
FLOAT_TYPES(SQUARE_FLOAT, 0)
#define CUBES(t, SQUARED) U_FAST(t, cube, SQUARED * x) U_FAST(t, inverse_square, (T)1 / SQUARED)
// torch rounds the square of a bfloat16 before it goes on.
CUBES(f16, (x * x)) CUBES(bf16, SETTLED(bf16, x * x)) CUBES(f32, (x * x)) CUBES(f64, (x * x))
// A number beside a 16-bit type keeps the digits of a float32.
#define NUMBERS(t) U_FAST(t, mul_number, x * (T)p->d[0]) U_FAST(t, div_number, x / (T)p->d[0])
NUMBERS(f16) NUMBERS(bf16)
#define ROOTS(t, _) U_FAST(t, sqrt, sqrt_##t(x)) U_FAST(t, rsqrt, (T)1 / sqrt_##t(x))
FLOAT_TYPES(ROOTS, 0)
// As torch computes them here, where that is known.
int wick_estimated_roots(char *out, intptr_t os, const char *a, intptr_t as, size_t n);
static int u_known_sqrt_f32(char *out, intptr_t os, const char *a, intptr_t as, size_t n, const wick_params *p) {
  return wick_estimated_roots(out, os, a, as, n) ? WICK_OK : u_sqrt_f32(out, os, a, as, n, p);
}

#define ROUNDING(t, F) \
  U_FAST(t, floor, __builtin_elementwise_floor(x)) U_FAST(t, ceil, __builtin_elementwise_ceil(x)) \
  U_FAST(t, round, __builtin_elementwise_roundeven(x)) U_FAST(t, trunc, __builtin_elementwise_trunc(x)) \
  U_FAST(t, frac, x - __builtin_elementwise_trunc(x))
FLOAT_TYPES(ROUNDING, 0)
// round(x, decimals): scales by 10^|d| (d[0]); i[0] tells whether the number of decimals is negative.
#define ROUND_DECIMALS(t, _) \
  U_FAST(t, round_decimals, p->i[0] ? __builtin_elementwise_roundeven(x / (T)p->d[0]) * (T)p->d[0] \
                                    : __builtin_elementwise_roundeven(x * (T)p->d[0]) / (T)p->d[0])
FLOAT_TYPES(ROUND_DECIMALS, 0)

#define RELU(t, _) U_FAST(t, relu, x < 0 ? (T)0 : x)
INT_TYPES(RELU, 0) FLOAT_TYPES(RELU, 0)

#define NOT_INT(t, _) U_FAST(t, bitwise_not, (T)~x)
INT_TYPES(NOT_INT, 0)
U_FAST(b8, bitwise_not, x == 0)

#define TESTS_INT(t, _) U_BOOL(t, logical_not, x == 0) U_BOOL(t, isnan, 0) U_BOOL(t, isinf, 0) U_BOOL(t, isfinite, 1) \
  U_BOOL(t, isposinf, 0) U_BOOL(t, isneginf, 0) U_BOOL(t, signbit, x < 0)
INT_TYPES(TESTS_INT, 0) TESTS_INT(b8, 0)
#define TESTS_FLOAT(t, _) U_BOOL(t, logical_not, x == 0) U_BOOL(t, isnan, x != x) \
  U_BOOL(t, isinf, fabs_##t(x) == (T)INFINITY) U_BOOL(t, isfinite, fabs_##t(x) < (T)INFINITY) \
  U_BOOL(t, isposinf, x == (T)INFINITY) U_BOOL(t, isneginf, x == -(T)INFINITY) \
  U_BOOL(t, signbit, __builtin_copysign(1.0, (double)x) < 0)
FLOAT_TYPES(TESTS_FLOAT, 0)

#define CLAMP_INT(t, _) \
  U_FAST(t, clamp_min, x < (T)p->i[0] ? (T)p->i[0] : x) U_FAST(t, clamp_max, x > (T)p->i[1] ? (T)p->i[1] : x) \
  U_FAST(t, clamp, x < (T)p->i[0] ? ((T)p->i[0] > (T)p->i[1] ? (T)p->i[1] : (T)p->i[0]) : x > (T)p->i[1] ? (T)p->i[1] : x)
INT_TYPES(CLAMP_INT, 0) CLAMP_INT(b8, 0)
#define CLAMP_FLOAT(t, _) \
  U_FAST(t, clamp_min, x < (T)p->d[0] ? (T)p->d[0] : x) U_FAST(t, clamp_max, x > (T)p->d[1] ? (T)p->d[1] : x) \
  U_FAST(t, clamp, ({ T lo = (T)p->d[0], hi = (T)p->d[1]; T v = x < lo ? lo : x; v > hi ? hi : v; })) \
  U_FAST(t, hardtanh, ({ T lo = (T)p->d[0], hi = (T)p->d[1]; T v = x < lo ? lo : x; v > hi ? hi : v; }))
FLOAT_TYPES(CLAMP_FLOAT, 0)

// rsub(x) = d[0] - x; nan_to_num replaces NaN, +inf, -inf by d[0], d[1], d[2].
#define MISC_FLOAT(t, _) \
  U_FAST(t, rsub, (T)p->d[0] - x) \
  U_FAST(t, nan_to_num, x != x ? (T)p->d[0] : x == (T)INFINITY ? (T)p->d[1] : x == -(T)INFINITY ? (T)p->d[2] : x) \
  U_FAST(t, threshold, x <= (T)p->d[0] ? (T)p->d[1] : x) \
  U_FAST(t, angle, x != x ? x : x < 0 ? (T)M_PI : (T)0)
FLOAT_TYPES(MISC_FLOAT, 0)
#define MISC_INT(t, _) U_FAST(t, threshold, x <= (T)p->i[0] ? (T)p->i[1] : x)
INT_TYPES(MISC_INT, 0)

#define INTS(op) [WICK_U8] = u_##op##_u8, [WICK_I8] = u_##op##_i8, [WICK_I16] = u_##op##_i16, \
  [WICK_I32] = u_##op##_i32, [WICK_I64] = u_##op##_i64
#define FLOATS(op) [WICK_F16] = u_##op##_f16, [WICK_BF16] = u_##op##_bf16, [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64
#define BOOL(op) [WICK_BOOL] = u_##op##_b8
#define ROW(op, ...) [WICK_U_##op] = { __VA_ARGS__ },

static const wick_unary_loop table[WICK_U_COUNT][WICK_DTYPES] = {
  ROW(neg, INTS(neg), FLOATS(neg)) ROW(abs, INTS(abs), FLOATS(abs))
  ROW(sign, INTS(sign), FLOATS(sign), BOOL(sign)) ROW(square, INTS(square), FLOATS(square))
  ROW(cube, INTS(cube), FLOATS(cube)) ROW(inverse_square, FLOATS(inverse_square))
  ROW(mul_number, [WICK_F16] = u_mul_number_f16, [WICK_BF16] = u_mul_number_bf16)
  ROW(div_number, [WICK_F16] = u_div_number_f16, [WICK_BF16] = u_div_number_bf16)
  ROW(reciprocal, FLOATS(reciprocal)) ROW(sqrt, [WICK_F16] = u_sqrt_f16, [WICK_BF16] = u_sqrt_bf16, [WICK_F32] = u_known_sqrt_f32, [WICK_F64] = u_sqrt_f64) ROW(rsqrt, FLOATS(rsqrt))
  ROW(floor, FLOATS(floor)) ROW(ceil, FLOATS(ceil)) ROW(round, FLOATS(round)) ROW(trunc, FLOATS(trunc))
  ROW(frac, FLOATS(frac)) ROW(round_decimals, FLOATS(round_decimals)) ROW(relu, INTS(relu), FLOATS(relu))
  ROW(bitwise_not, INTS(bitwise_not), BOOL(bitwise_not))
  ROW(logical_not, INTS(logical_not), FLOATS(logical_not), BOOL(logical_not))
  ROW(isnan, INTS(isnan), FLOATS(isnan), BOOL(isnan)) ROW(isinf, INTS(isinf), FLOATS(isinf), BOOL(isinf))
  ROW(isfinite, INTS(isfinite), FLOATS(isfinite), BOOL(isfinite))
  ROW(isposinf, INTS(isposinf), FLOATS(isposinf), BOOL(isposinf))
  ROW(isneginf, INTS(isneginf), FLOATS(isneginf), BOOL(isneginf))
  ROW(signbit, INTS(signbit), FLOATS(signbit), BOOL(signbit))
  ROW(clamp, INTS(clamp), FLOATS(clamp), BOOL(clamp)) ROW(clamp_min, INTS(clamp_min), FLOATS(clamp_min), BOOL(clamp_min))
  ROW(clamp_max, INTS(clamp_max), FLOATS(clamp_max), BOOL(clamp_max)) ROW(hardtanh, FLOATS(hardtanh))
  ROW(rsub, FLOATS(rsub)) ROW(nan_to_num, FLOATS(nan_to_num)) ROW(angle, FLOATS(angle))
  ROW(threshold, INTS(threshold), FLOATS(threshold))
};
wick_unary_loop wick_unary_arith(int op, int dtype) { return table[op][dtype]; }
