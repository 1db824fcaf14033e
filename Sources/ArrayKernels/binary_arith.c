// Binary arithmetic of every real dtype; integers wrap around, division by zero is reported to the caller.
#include "types.h"
#include "parts.h"
#include "vecmath.h"

#define WRAP(t, OP) (T)((U_##t)x OP (U_##t)y)
#define ARITH_INT(t, _) B_FAST(t, add, WRAP(t, +)) B_FAST(t, sub, WRAP(t, -)) B_FAST(t, mul, WRAP(t, *)) \
  B_FAST(t, maximum, x > y ? x : y) B_FAST(t, minimum, x < y ? x : y) \
  B_FAST(t, bitwise_and, (T)(x & y)) B_FAST(t, bitwise_or, (T)(x | y)) B_FAST(t, bitwise_xor, (T)(x ^ y)) \
  B_FAST(t, add_alpha, (T)((U_##t)x + (U_##t)y * (U_##t)p->i[0])) \
  B_FAST(t, sub_alpha, (T)((U_##t)x - (U_##t)y * (U_##t)p->i[0])) \
  B_FAST(t, mse, (T)(((U_##t)x - (U_##t)y) * ((U_##t)x - (U_##t)y)))
INT_TYPES(ARITH_INT, 0)
#define ARITH_FLOAT(t, _) B_FAST(t, add, x + y) B_FAST(t, sub, x - y) B_FAST(t, mul, x * y) B_FAST(t, div, x / y) \
  B_FAST(t, maximum, x != x ? x : x > y || y == y && x == y ? x : y) \
  B_FAST(t, minimum, x != x ? x : x < y || y == y && x == y ? x : y) \
  B_FAST(t, fmax, x != x ? y : y != y ? x : x > y ? x : y) B_FAST(t, fmin, x != x ? y : y != y ? x : x < y ? x : y) \
  B_FAST(t, add_alpha, __builtin_elementwise_fma(y, SETTLED(t, p->d[0]), x)) \
  B_FAST(t, sub_alpha, __builtin_elementwise_fma(y, -SETTLED(t, p->d[0]), x)) \
  B_FAST(t, trunc_divide, __builtin_elementwise_trunc(x / y)) B_FAST(t, mse, ({ T d = SETTLED(t, x - y); d * d; })) \
  B_FAST(t, lerp, BETWEEN(x, y, (T)p->d[0]))
FLOAT_TYPES(ARITH_FLOAT, 0)
B_FAST(b8, add, x | y) B_FAST(b8, mul, x & y) B_FAST(b8, maximum, x | y) B_FAST(b8, minimum, x & y)
B_FAST(b8, bitwise_and, x & y) B_FAST(b8, bitwise_or, x | y) B_FAST(b8, bitwise_xor, x ^ y)
B_FAST(b8, heaviside, x == 0 ? y : (T)1)
B_FAST(b8, add_alpha, x | (y & (p->i[0] != 0)))

// Integer divisions scan for zero as they go and stop there.
#define DIVIDE_INT(t, op, EXPR) \
  static int b_##op##_##t(char *out, intptr_t os, const char *a, intptr_t as, const char *b, intptr_t bs, size_t n, \
                          const wick_params *p) { \
    (void)p; typedef C_##t T; \
    for (size_t i = 0; i < n; i++, out += os, a += as, b += bs) { \
      T x = *(const S_##t *)a, y = *(const S_##t *)b; \
      if (y == 0) return WICK_ZERO_DIVISION; \
      *(S_##t *)out = (T)(EXPR); \
    } \
    return WICK_OK; \
  }
// Division by -1 is a negation: the smallest integer would trap.
#define IS_MINUS_ONE (((T)-1 < 0) && y == (T)-1)
#define DIVISIONS(t, _) \
  DIVIDE_INT(t, trunc_divide, IS_MINUS_ONE ? (T)(0 - (U_##t)x) : (T)(x / y)) \
  DIVIDE_INT(t, floor_divide, IS_MINUS_ONE ? (T)(0 - (U_##t)x) : (T)(x / y - (((x % y) != 0) && ((x < 0) != (y < 0))))) \
  DIVIDE_INT(t, fmod, IS_MINUS_ONE ? (T)0 : (T)(x % y)) \
  DIVIDE_INT(t, remainder, IS_MINUS_ONE ? (T)0 : ({ T m = (T)(x % y); (T)(m != 0 && ((m < 0) != (y < 0)) ? m + y : m); }))
INT_TYPES(DIVISIONS, 0)

// A shift by a negative amount or by the width or more leaves nothing but the sign.
#define SHIFTS(t, _) \
  B_FAST(t, lshift, y < 0 || (uint64_t)y >= 8 * sizeof(T) ? (T)0 : (T)((U_##t)x << (y & (8 * sizeof(T) - 1)))) \
  B_FAST(t, rshift, y < 0 || (uint64_t)y >= 8 * sizeof(T) ? (T)(x < 0 ? -1 : 0) : (T)(x >> (y & (8 * sizeof(T) - 1))))
INT_TYPES(SHIFTS, 0)

static inline int64_t power_int(int64_t base, int64_t e) {
  if (e < 0) return base == 1 ? 1 : base == -1 ? ((e & 1) ? -1 : 1) : 0;
  uint64_t r = 1, b = (uint64_t)base;
  for (; e; e >>= 1, b *= b) if (e & 1) r *= b;
  return (int64_t)r;
}
static inline uint64_t common_divisor(int64_t x, int64_t y) {
  uint64_t a = x < 0 ? 0 - (uint64_t)x : (uint64_t)x, b = y < 0 ? 0 - (uint64_t)y : (uint64_t)y;
  while (b) { uint64_t r = a % b; a = b; b = r; }
  return a;
}
static inline int64_t common_multiple(int64_t x, int64_t y) {
  uint64_t g = common_divisor(x, y);
  if (g == 0) return 0;
  int64_t r = (int64_t)((uint64_t)(x / (int64_t)g) * (uint64_t)y);
  return r < 0 ? (int64_t)(0 - (uint64_t)r) : r;
}
#define INTEGRAL(t, _) B_SLOW(t, pow, (T)power_int((int64_t)x, (int64_t)y)) \
  B_SLOW(t, gcd, (T)common_divisor((int64_t)x, (int64_t)y)) B_SLOW(t, lcm, (T)common_multiple((int64_t)x, (int64_t)y)) \
  B_FAST(t, heaviside, x == 0 ? y : (T)(x > 0))
INT_TYPES(INTEGRAL, 0)

#define INTS(op) [WICK_U8] = b_##op##_u8, [WICK_I8] = b_##op##_i8, [WICK_I16] = b_##op##_i16, \
  [WICK_I32] = b_##op##_i32, [WICK_I64] = b_##op##_i64
// torch multiplies these, but does not add them.
#define RARE_INT(t, _) B_SLOW(t, mul, WRAP(t, *)) \
  B_SLOW(t, bitwise_and, (T)(x & y)) B_SLOW(t, bitwise_or, (T)(x | y)) B_SLOW(t, bitwise_xor, (T)(x ^ y))
RARE_TYPES(RARE_INT, 0)
#define RARE(op) [WICK_U16] = b_##op##_u16, [WICK_U32] = b_##op##_u32, [WICK_U64] = b_##op##_u64
#define FLOATS(op) [WICK_F16] = b_##op##_f16, [WICK_BF16] = b_##op##_bf16, [WICK_F32] = b_##op##_f32, [WICK_F64] = b_##op##_f64
#define BOOL(op) [WICK_BOOL] = b_##op##_b8
#define ROW(op, ...) [WICK_B_##op] = { __VA_ARGS__ },
static const wick_binary_loop table[WICK_B_COUNT][WICK_DTYPES] = {
  ROW(add, INTS(add), FLOATS(add), BOOL(add)) ROW(sub, INTS(sub), FLOATS(sub)) ROW(mul, INTS(mul), FLOATS(mul), BOOL(mul), RARE(mul))
  ROW(div, FLOATS(div)) ROW(trunc_divide, INTS(trunc_divide), FLOATS(trunc_divide)) ROW(floor_divide, INTS(floor_divide))
  ROW(fmod, INTS(fmod)) ROW(remainder, INTS(remainder)) ROW(pow, INTS(pow))
  ROW(maximum, INTS(maximum), FLOATS(maximum), BOOL(maximum)) ROW(minimum, INTS(minimum), FLOATS(minimum), BOOL(minimum))
  ROW(fmax, INTS(maximum), FLOATS(fmax), BOOL(maximum)) ROW(fmin, INTS(minimum), FLOATS(fmin), BOOL(minimum))
  ROW(bitwise_and, INTS(bitwise_and), BOOL(bitwise_and), RARE(bitwise_and)) ROW(bitwise_or, INTS(bitwise_or), BOOL(bitwise_or), RARE(bitwise_or))
  ROW(bitwise_xor, INTS(bitwise_xor), BOOL(bitwise_xor), RARE(bitwise_xor)) ROW(lshift, INTS(lshift)) ROW(rshift, INTS(rshift))
  ROW(gcd, INTS(gcd)) ROW(lcm, INTS(lcm)) ROW(heaviside, INTS(heaviside), BOOL(heaviside))
  ROW(add_alpha, INTS(add_alpha), FLOATS(add_alpha), BOOL(add_alpha)) ROW(sub_alpha, INTS(sub_alpha), FLOATS(sub_alpha))
  ROW(mse, INTS(mse), FLOATS(mse)) ROW(lerp, FLOATS(lerp))
};
wick_binary_loop wick_binary_arith(int op, int dtype) { return table[op][dtype]; }
