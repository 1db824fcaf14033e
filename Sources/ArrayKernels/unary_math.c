// Unary mathematics: roots, exponentials, logarithms, trigonometry. float32 goes through double (see vecmath.h).
#include "types.h"
#include "parts.h"
#include "special.h"
#include "vecmath.h"

#define SMALL_TYPES(X, ...) X(f16, __VA_ARGS__) X(bf16, __VA_ARGS__) X(f32, __VA_ARGS__)
#define FAST(t, op, FUNC) U_FAST(t, op, FUNC)

#define EXPS(t, _) FAST(t, exp, vexp_s(x)) FAST(t, exp2, vexp2_s(x)) FAST(t, expm1, vexpm1_s(x)) \
  FAST(t, log, vlog_s(x)) FAST(t, log2, vlog2_s(x)) FAST(t, log10, vlog10_s(x)) FAST(t, log1p, vlog1p_s(x)) \
  FAST(t, tanh, vtanh_s(x)) FAST(t, sigmoid, sigmoid_f32(x))
SMALL_TYPES(EXPS, 0)
U_FAST(f64, exp, vexp_d(x)) U_SLOW(f64, exp2, exp2(x)) U_FAST(f64, expm1, vexpm1_d(x)) U_FAST(f64, log, vlog_d(x))
U_SLOW(f64, log2, log2(x)) U_SLOW(f64, log10, log10(x)) U_FAST(f64, log1p, vlog1p_d(x)) U_FAST(f64, tanh, vtanh_d(x))
U_FAST(f64, sigmoid, vsigmoid_d(x))

// Waves: blocks whose arguments all stay below 1e5 take the vector code, others the C library.
#define WAVE(t, op, VECTOR, LIBRARY) \
  UNARY_LOOP(fast_##op##_##t, CLONES, t, t, VECTOR) \
  UNARY_LOOP(slow_##op##_##t, , t, t, LIBRARY) \
  static int u_##op##_##t(char *out, intptr_t os, const char *a, intptr_t as, size_t n, const wick_params *p) { \
    for (size_t done = 0; done < n; done += 1024) { \
      size_t m = n - done < 1024 ? n - done : 1024; \
      int small = 1; \
      for (size_t i = 0; i < m; i++) \
        small &= __builtin_fabsf(ld_##t(*(const S_##t *)(a + (intptr_t)(done + i) * as))) < 1e5f; \
      (small ? fast_##op##_##t : slow_##op##_##t)(out + (intptr_t)done * os, os, a + (intptr_t)done * as, as, m, p); \
    } \
    return WICK_OK; \
  }
#define SINC(SIN) ({ float v = (float)M_PI * x; x == 0 ? 1.0f : (float)SIN / v; })
#define WAVES(t, _) \
  WAVE(t, sin, (float)vsincos_core((double)x, 0), (float)sin((double)x)) \
  WAVE(t, cos, (float)vsincos_core((double)x, 1), (float)cos((double)x)) \
  WAVE(t, tan, (float)(vsincos_core((double)x, 0) / vsincos_core((double)x, 1)), (float)tan((double)x)) \
  WAVE(t, sinc, SINC(vsincos_core((double)v, 0)), SINC(sin((double)v)))
SMALL_TYPES(WAVES, 0)
#define ERFS(t, _) FAST(t, erf, erf_##t(x)) FAST(t, erfc, (float)verfc_core((double)x))
SMALL_TYPES(ERFS, 0)
U_FAST(f64, erf, verf_d(x)) U_SLOW(f64, erfc, erfc(x))
WAVE(f64, sin, vsincos_d(x, 0), sin(x)) WAVE(f64, cos, vsincos_d(x, 1), cos(x))

#define ARCS(t, _) \
  FAST(t, asin, (float)vasin_core((double)x)) FAST(t, acos, (float)vacos_core((double)x)) \
  FAST(t, atan, (float)vatan2_core((double)x, 1.0)) FAST(t, sinh, (float)vsinh_core((double)x)) \
  FAST(t, cosh, (float)vcosh_core((double)x)) FAST(t, asinh, (float)vasinh_core((double)x)) \
  FAST(t, acosh, (float)vacosh_core((double)x)) FAST(t, atanh, (float)vatanh_core((double)x)) \
  FAST(t, erfinv, (float)verfinv_core((double)x))
SMALL_TYPES(ARCS, 0)
#define LIBM(op) U_SLOW(f64, op, op(x))
LIBM(tan) LIBM(asin) LIBM(acos) LIBM(atan) LIBM(sinh) LIBM(cosh) LIBM(asinh) LIBM(acosh) LIBM(atanh)
U_SLOW(f64, sinc, ({ double v = M_PI * x; x == 0 ? 1.0 : sin(v) / v; }))
U_SLOW(f64, erfinv, sp_erfinv(x))

#define POW_SMALL(t, _) U_FAST(t, pow_scalar, (float)vpow_core((double)x, (double)SETTLED(t, p->d[0])))
SMALL_TYPES(POW_SMALL, 0)
U_SLOW(f64, pow_scalar, pow(x, p->d[0]))
static inline int64_t power_int(int64_t base, int64_t e) {
  if (e < 0) return base == 1 ? 1 : base == -1 ? ((e & 1) ? -1 : 1) : 0;
  uint64_t r = 1, b = (uint64_t)base;
  for (; e; e >>= 1, b *= b) if (e & 1) r *= b;
  return (int64_t)r;
}
#define POW_INT(t, _) U_SLOW(t, pow_scalar, (T)power_int((int64_t)x, p->i[0]))
INT_TYPES(POW_INT, 0)

#define INTS(op) [WICK_U8] = u_##op##_u8, [WICK_I8] = u_##op##_i8, [WICK_I16] = u_##op##_i16, \
  [WICK_I32] = u_##op##_i32, [WICK_I64] = u_##op##_i64
#define FLOATS(op) [WICK_F16] = u_##op##_f16, [WICK_BF16] = u_##op##_bf16, [WICK_F32] = u_##op##_f32, [WICK_F64] = u_##op##_f64
#define ROW(op) [WICK_U_##op] = { FLOATS(op) },

static const wick_unary_loop table[WICK_U_COUNT][WICK_DTYPES] = {
  ROW(exp) ROW(exp2) ROW(expm1) ROW(log) ROW(log2) ROW(log10) ROW(log1p) ROW(tanh) ROW(sigmoid)
  ROW(sin) ROW(cos) ROW(tan) ROW(asin) ROW(acos) ROW(atan) ROW(sinh) ROW(cosh) ROW(asinh) ROW(acosh) ROW(atanh)
  ROW(erf) ROW(erfc) ROW(erfinv) ROW(sinc)
  [WICK_U_pow_scalar] = { FLOATS(pow_scalar), INTS(pow_scalar) },
};
wick_unary_loop wick_unary_math(int op, int dtype) { return table[op][dtype]; }
