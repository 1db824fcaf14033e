// Special functions in double, rounded to the dtype: gamma family, error function family, Bessel functions.
#include "types.h"
#include "parts.h"
#include "special.h"

#define SPECIAL(t, op, FUNC) U_SLOW(t, op, (T)FUNC)
#define SPECIALS(t, _) \
  SPECIAL(t, erfinv, sp_erfinv((double)x)) SPECIAL(t, lgamma, sp_lgamma((double)x)) \
  SPECIAL(t, digamma, sp_digamma((double)x)) SPECIAL(t, trigamma, sp_polygamma(1, (double)x)) \
  SPECIAL(t, polygamma, sp_polygamma((int)p->i[0], (double)x)) \
  SPECIAL(t, sinc, ((double)x == 0.0 ? 1.0 : sin(M_PI * (double)x) / (M_PI * (double)x))) \
  SPECIAL(t, i0, sp_i0((double)x)) SPECIAL(t, i0e, sp_i0e((double)x)) SPECIAL(t, i1, sp_i1((double)x)) \
  SPECIAL(t, i1e, sp_i1e((double)x)) SPECIAL(t, ndtri, sp_ndtri((double)x)) SPECIAL(t, erfcx, sp_erfcx((double)x)) \
  SPECIAL(t, log_ndtr, sp_log_ndtr((double)x)) SPECIAL(t, ndtr, (0.5 * erfc(-(double)x * M_SQRT1_2))) \
  SPECIAL(t, entr, ((double)x > 0 ? -(double)x * log((double)x) : (double)x == 0 ? 0.0 : (double)x != (double)x ? (double)x : -INFINITY)) \
  SPECIAL(t, logit, sp_logit((double)x, p->d[0]))
FLOAT_TYPES(SPECIALS, 0)

#define FLOATS(op) [WICK_F16] = u_##op##_f16, [WICK_BF16] = u_##op##_bf16, [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64
#define ROW(op) [WICK_U_##op] = { FLOATS(op) },
static const wick_unary_loop table[WICK_U_COUNT][WICK_DTYPES] = {
  ROW(erfinv) ROW(lgamma) ROW(digamma) ROW(trigamma) ROW(polygamma) ROW(sinc) ROW(i0) ROW(i0e) ROW(i1) ROW(i1e)
  ROW(ndtri) ROW(erfcx) ROW(log_ndtr) ROW(ndtr) ROW(entr) ROW(logit)
};
wick_unary_loop wick_unary_special(int op, int dtype) { return table[op][dtype]; }
