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
// Branch-free forms for quotients that `divides_exactly` lets pass.
INLINE float vremainder_s(float x, float y) {
  float m = vfmod_s(x, y);
  return m != 0 && ((y < 0) != (m < 0)) ? m + y : m;
}
INLINE float vfloor_div_s(float x, float y) {
  float m = vfmod_s(x, y), d = (x - m) / y;
  d = m != 0 && ((y < 0) != (m < 0)) ? d - 1 : d;
  float f = __builtin_floorf(d);
  f = d - f > 0.5f ? f + 1 : f;
  return d == 0 ? __builtin_copysignf(0, x / y) : f;
}

INLINE double logaddexp_d(double x, double y) {
  double m = x != x || x > y ? x : y;
  double r = m + vlog1p_d(vexp_d(-__builtin_fabs(x - y)));
  return x == y && __builtin_fabs(x) == INFINITY ? x : r;
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
  B_FAST(t, copysign, (T)__builtin_copysign((double)x, (double)y)) \
  B_SLOW(t, logaddexp2, W(logaddexp2_d)) \
  B_SLOW(t, xlog1py, W(xlog1py_d)) B_FAST(t, heaviside, x == 0 ? y : (T)(x > 0)) \
  B_SLOW(t, ldexp, (T)((double)x * exp2((double)y))) B_SLOW(t, zeta, W(sp_zeta)) B_SLOW(t, igamma, W(sp_igamma)) \
  B_SLOW(t, igammac, W(sp_igammac))
FLOAT_TYPES(FLOATING, 0)
#define V(F) (T)F((double)x, (double)y)
#define VECTORS(t) B_FAST(t, atan2, V(vatan2_core)) B_FAST(t, hypot, V(vhypot_core)) B_FAST(t, logaddexp, V(vlogaddexp_core))
VECTORS(f16) VECTORS(bf16) VECTORS(f32)
B_SLOW(f64, atan2, atan2(x, y)) B_SLOW(f64, hypot, hypot(x, y)) B_FAST(f64, logaddexp, logaddexp_d(x, y))

// Divisions with a remainder: blocks whose quotients are small take the vector code.
#define DIVISION(t, op, VECTOR, SCALAR) \
  BINARY_LOOP(fast_##op##_##t, CLONES, t, t, VECTOR(x, y)) \
  BINARY_LOOP(slow_##op##_##t, , t, t, SCALAR(x, y)) \
  static int b_##op##_##t(char *out, intptr_t os, const char *a, intptr_t as, const char *b, intptr_t bs, size_t n, \
                          const wick_params *p) { \
    for (size_t done = 0; done < n; done += 1024) { \
      size_t m = n - done < 1024 ? n - done : 1024; \
      char *o = out + (intptr_t)done * os; \
      const char *l = a + (intptr_t)done * as, *r = b + (intptr_t)done * bs; \
      (quotients_are_small_##t(l, as, r, bs, m) ? fast_##op##_##t : slow_##op##_##t)(o, os, l, as, r, bs, m, p); \
    } \
    return WICK_OK; \
  }
#define DIVISIONS(t) \
  CLONES static int quotients_are_small_##t(const char *a, intptr_t as, const char *b, intptr_t bs, size_t n) { \
    int small = 1; \
    const S_##t *l = (const S_##t *)a, *r = (const S_##t *)b; \
    if (as == (intptr_t)sizeof *l && bs == (intptr_t)sizeof *r) \
      for (size_t i = 0; i < n; i++) small &= divides_exactly(ld_##t(l[i]), ld_##t(r[i])); \
    else if (as == (intptr_t)sizeof *l && bs == 0) \
      for (size_t i = 0; i < n; i++) small &= divides_exactly(ld_##t(l[i]), ld_##t(*r)); \
    else \
      for (size_t i = 0; i < n; i++, a += as, b += bs) \
        small &= divides_exactly(ld_##t(*(const S_##t *)a), ld_##t(*(const S_##t *)b)); \
    return small; \
  } \
  DIVISION(t, floor_divide, vfloor_div_s, floor_div_f32) DIVISION(t, remainder, vremainder_s, remainder_f32) \
  DIVISION(t, fmod, vfmod_s, fmodf)
DIVISIONS(f16) DIVISIONS(bf16) DIVISIONS(f32)
B_SLOW(f64, floor_divide, floor_div_f64(x, y)) B_SLOW(f64, remainder, remainder_f64(x, y)) B_SLOW(f64, fmod, fmod(x, y))
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
