// Binary mathematics of floating point dtypes.
#include "types.h"
#include "parts.h"
#include "special.h"
#include "vecmath.h"

// Python's floor division and remainder: the remainder takes the divisor's sign.
#define FLOOR_DIV(SUFFIX, TYPE, FMOD, FLOOR, COPYSIGN) \
  static inline TYPE floor_div_##SUFFIX(TYPE x, TYPE y) { \
    if (y == 0) return x / y; \
    TYPE m = FMOD(x, y), d = (x - m) / y; \
    if (m != 0 && ((y < 0) != (m < 0))) d -= 1; \
    if (d == 0) return COPYSIGN(0, x / y); \
    TYPE f = FLOOR(d); \
    return d - f > (TYPE)0.5 ? f + 1 : f; \
  } \
  static inline TYPE remainder_##SUFFIX(TYPE x, TYPE y) { \
    TYPE m = FMOD(x, y); \
    return m != 0 && ((y < 0) != (m < 0)) ? m + y : m; \
  }
FLOOR_DIV(f32, float, fmodf, floorf, copysignf)
FLOOR_DIV(f64, double, fmod, floor, copysign)
#define floor_div_f16 floor_div_f32
#define floor_div_bf16 floor_div_f32
#define remainder_f16 remainder_f32
#define remainder_bf16 remainder_f32
#define fmod_f32 fmodf
#define fmod_f16 fmodf
#define fmod_bf16 fmodf
#define fmod_f64 fmod

static inline double logaddexp_d(double x, double y) {
  if (x == y && isinf(x)) return x;
  double m = x != x || x > y ? x : y;
  return m + log1p(exp(-fabs(x - y)));
}
static inline double logaddexp2_d(double x, double y) {
  if (x == y && isinf(x)) return x;
  double m = x != x || x > y ? x : y;
  return m + log1p(exp2(-fabs(x - y))) * M_LOG2E;
}
static inline double xlogy_d(double x, double y) { return y != y ? y : x == 0 ? 0 : x * log(y); }
static inline double xlog1py_d(double x, double y) { return y != y ? y : x == 0 ? 0 : x * log1p(y); }
#define W(F) (T)F((double)x, (double)y)

#define FLOATING(t, _) \
  B_SLOW(t, floor_divide, floor_div_##t(x, y)) B_SLOW(t, remainder, remainder_##t(x, y)) B_SLOW(t, fmod, fmod_##t(x, y)) \
  B_SLOW(t, atan2, W(atan2)) B_SLOW(t, hypot, W(hypot)) B_FAST(t, copysign, (T)__builtin_copysign((double)x, (double)y)) \
  B_SLOW(t, logaddexp, W(logaddexp_d)) B_SLOW(t, logaddexp2, W(logaddexp2_d)) \
  B_SLOW(t, xlog1py, W(xlog1py_d)) B_FAST(t, heaviside, x == 0 ? y : (T)(x > 0)) \
  B_SLOW(t, ldexp, (T)((double)x * exp2((double)y))) B_SLOW(t, zeta, W(sp_zeta)) B_SLOW(t, igamma, W(sp_igamma)) \
  B_SLOW(t, igammac, W(sp_igammac))
FLOAT_TYPES(FLOATING, 0)
// Where torch rounds on the way differs between the 16-bit types.
#define SMOOTH(t, DIFFERENCE) \
  B_FAST(t, smooth_l1, ({ T z = fabs_##t(DIFFERENCE), e = (T)p->d[0]; z < e ? (T)0.5 * z * z / e : z - (T)0.5 * e; }))
SMOOTH(f16, SETTLED(f16, x - y)) SMOOTH(bf16, x - y) SMOOTH(f32, x - y) SMOOTH(f64, x - y)
#define HUBER(t) \
  B_FAST(t, huber, ({ T z = fabs_##t(x - y), e = (T)p->d[0]; z <= e ? (T)0.5 * z * z : e * (z - (T)0.5 * e); }))
HUBER(f16) HUBER(f32) HUBER(f64)
B_FAST(bf16, huber, ({ T z = fabs_bf16(SETTLED(bf16, x - y)), e = SETTLED(bf16, p->d[0]); \
  z <= e ? SETTLED(bf16, (T)0.5 * z) * z : e * SETTLED(bf16, z - SETTLED(bf16, (T)0.5 * e)); }))
B_SLOW(f32, xlogy, W(xlogy_d)) B_SLOW(f64, xlogy, W(xlogy_d))
#define XLOGY(t) B_SLOW(t, xlogy, y != y ? y : x == 0 ? 0 : x * SETTLED(t, log((double)y)))
XLOGY(f16) XLOGY(bf16)
#define POW_SMALL(t) B_FAST(t, pow, (float)vpow_core((double)x, (double)y))
POW_SMALL(f16) POW_SMALL(bf16) POW_SMALL(f32)
B_SLOW(f64, pow, pow(x, y))
// Neighbours of 16-bit numbers: one step in the order of sign and magnitude.
static inline uint16_t next16(uint16_t a, uint16_t b, float x, float y) {
  if (x != x) return a;
  if (y != y || x == y) return b;
  if (x == 0) return (uint16_t)((b & 0x8000) | 1);
  return (uint16_t)((x < y) == (x > 0) ? a + 1 : a - 1);
}
#define NEXT16(t)                                                                                            \
  static int b_nextafter_##t(char *out, intptr_t os, const char *a, intptr_t as, const char *b, intptr_t bs, size_t n, \
                             const wick_params *p) {                                                         \
    (void)p;                                                                                                 \
    for (size_t i = 0; i < n; i++, out += os, a += as, b += bs) {                                            \
      uint16_t u = *(const uint16_t *)a, v = *(const uint16_t *)b;                                           \
      *(uint16_t *)out = next16(u, v, ld_##t(u), ld_##t(v));                                                 \
    }                                                                                                        \
    return WICK_OK;                                                                                          \
  }
NEXT16(f16) NEXT16(bf16)
B_SLOW(f32, nextafter, nextafterf(x, y)) B_SLOW(f64, nextafter, nextafter(x, y))

#define FLOATS(op) [WICK_F16] = b_##op##_f16, [WICK_BF16] = b_##op##_bf16, [WICK_F32] = b_##op##_f32, [WICK_F64] = b_##op##_f64
#define ROW(op) [WICK_B_##op] = { FLOATS(op) },
static const wick_binary_loop table[WICK_B_COUNT][WICK_DTYPES] = {
  ROW(floor_divide) ROW(remainder) ROW(fmod) ROW(pow) ROW(atan2) ROW(hypot) ROW(copysign) ROW(logaddexp)
  ROW(logaddexp2) ROW(xlogy) ROW(xlog1py) ROW(heaviside) ROW(ldexp) ROW(zeta) ROW(igamma) ROW(igammac) ROW(smooth_l1)
  ROW(huber)
  ROW(nextafter)
};
wick_binary_loop wick_binary_float(int op, int dtype) { return table[op][dtype]; }
