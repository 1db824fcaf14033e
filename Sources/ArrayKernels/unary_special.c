// Special functions in double, rounded to the dtype: gamma family, error function family, Bessel functions.
#include "types.h"
#include "parts.h"
#include "special.h"

#define SPECIAL(t, op, FUNC) U_SLOW(t, op, (T)FUNC)
#define SPECIALS(t, _) \
  SPECIAL(t, lgamma, sp_lgamma((double)x)) \
  SPECIAL(t, digamma, sp_digamma((double)x)) SPECIAL(t, trigamma, sp_trigamma_##t(x)) \
  SPECIAL(t, polygamma, sp_polygamma((int)p->i[0], (double)x)) \
  SPECIAL(t, i0, sp_i0((double)x)) SPECIAL(t, i0e, sp_i0e((double)x)) SPECIAL(t, i1, sp_i1((double)x)) \
  SPECIAL(t, i1e, sp_i1e((double)x)) SPECIAL(t, ndtri, sp_ndtri((double)x)) SPECIAL(t, erfcx, sp_erfcx((double)x)) \
  SPECIAL(t, log_ndtr, sp_log_ndtr((double)x)) SPECIAL(t, ndtr, (0.5 * erfc(-(double)x * M_SQRT1_2))) \
  SPECIAL(t, entr, ((double)x > 0 ? -(double)x * log((double)x) : (double)x == 0 ? 0.0 : (double)x != (double)x ? (double)x : -INFINITY)) \
  SPECIAL(t, bessel_j0, j0((double)x)) \
  SPECIAL(t, bessel_j1, j1((double)x)) \
  SPECIAL(t, bessel_y0, sp_y0((double)x)) \
  SPECIAL(t, bessel_y1, sp_y1((double)x)) \
  SPECIAL(t, modified_bessel_k0, sp_k0((double)x)) \
  SPECIAL(t, modified_bessel_k1, sp_k1((double)x)) \
  SPECIAL(t, scaled_modified_bessel_k0, sp_k0e((double)x)) \
  SPECIAL(t, scaled_modified_bessel_k1, sp_k1e((double)x)) \
  SPECIAL(t, spherical_bessel_j0, sp_spherical_j0((double)x)) \
  SPECIAL(t, airy_ai, sp_airy_ai((double)x)) \
  SPECIAL(t, logit, sp_logit((double)x, p->d[0]))
// Reflection and recurrence run in the dtype's own precision, so that poles show the same large numbers as torch's.
#define TRIGAMMA(t, T, SIN) \
  static T sp_trigamma_##t(T x) { \
    T sign = 1, result = 0; \
    if (x < (T)0.5) { \
      sign = -1; \
      T s = SIN((T)M_PI * x); \
      result -= ((T)M_PI * (T)M_PI) / (s * s); \
      x = 1 - x; \
    } \
    for (int i = 0; i < 6; i++) { result += 1 / (x * x); x += 1; } \
    T ixx = 1 / (x * x); \
    result += (1 + 1 / (2 * x) + ixx * ((T)1 / 6 - ixx * ((T)1 / 30 - ixx * ((T)1 / 42)))) / x; \
    return sign * result; \
  }
TRIGAMMA(f16, float, sinf) TRIGAMMA(bf16, float, sinf) TRIGAMMA(f32, float, sinf) TRIGAMMA(f64, double, sin)
FLOAT_TYPES(SPECIALS, 0)

#define FLOATS(op) [WICK_F16] = u_##op##_f16, [WICK_BF16] = u_##op##_bf16, [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64
#define ROW(op) [WICK_U_##op] = { FLOATS(op) },
#define WIDE(op) [WICK_U_##op] = { [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64 },
static const wick_unary_loop table[WICK_U_COUNT][WICK_DTYPES] = {
  ROW(lgamma) ROW(digamma) ROW(trigamma) ROW(polygamma) ROW(i0) ROW(i0e) ROW(i1) ROW(i1e)
  WIDE(ndtri) WIDE(erfcx) WIDE(log_ndtr) ROW(ndtr) ROW(entr) ROW(logit)
  WIDE(bessel_j0) WIDE(bessel_j1) WIDE(bessel_y0) WIDE(bessel_y1) WIDE(modified_bessel_k0)
  WIDE(modified_bessel_k1) WIDE(scaled_modified_bessel_k0) WIDE(scaled_modified_bessel_k1) WIDE(spherical_bessel_j0) WIDE(airy_ai)
};
wick_unary_loop wick_unary_special(int op, int dtype) { return table[op][dtype]; }
