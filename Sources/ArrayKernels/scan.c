// Running sums, products and extrema of strided rows. float32 runs in double and rounds each element, as torch does.
#include "types.h"

#define RUNNING(NAME, t, A, START, STEP)                                                                     \
  static void NAME##_##t(char *out, intptr_t os, const char *a, intptr_t as, size_t n, int64_t *index, intptr_t is) { \
    (void)index; (void)is;                                                                                   \
    A y = START;                                                                                             \
    for (size_t i = 0; i < n; i++, out += os, a += as) {                                                     \
      A x = (A)ld_##t(*(const S_##t *)a);                                                                    \
      y = STEP;                                                                                              \
      *(S_##t *)out = st_##t((C_##t)y);                                                                      \
    }                                                                                                        \
  }
static inline double log_add(double x, double y) {
  if (x == y && isinf(x)) return x;
  if (x != x || y != y) return NAN;
  double high = x > y ? x : y, low = x > y ? y : x;
  return high + log1p(exp(low - high));
}
static inline double _Complex log_add_complex(double _Complex x, double _Complex y) {
  double _Complex high = creal(x) < creal(y) ? y : x, low = creal(x) < creal(y) ? x : y;
  if (creal(low) == -INFINITY) return high;
  return high + clog(1.0 + cexp(low - high));
}
#define SUMS(t, A) RUNNING(sum, t, A, 0, y + x) RUNNING(prod, t, A, 1, y * x)
SUMS(i64, uint64_t) SUMS(f16, float) SUMS(bf16, float) SUMS(f32, double) SUMS(f64, double) SUMS(c64, C_c128) SUMS(c128, C_c128)
#define LSE(t) RUNNING(lse, t, double, -INFINITY, log_add(x, y))
LSE(f16) LSE(bf16) LSE(f32) LSE(f64)
RUNNING(lse, c64, C_c128, -INFINITY, log_add_complex(x, y)) RUNNING(lse, c128, C_c128, -INFINITY, log_add_complex(x, y))

#define EXTREME(NAME, t, BETTER)                                                                             \
  static void NAME##_##t(char *out, intptr_t os, const char *a, intptr_t as, size_t n, int64_t *index, intptr_t is) { \
    if (n == 0) return;                                                                                      \
    C_##t y = ld_##t(*(const S_##t *)a);                                                                     \
    size_t where = 0;                                                                                        \
    char *where_out = (char *)index;                                                                         \
    for (size_t i = 0; i < n; i++, out += os, a += as, where_out += is) {                                    \
      C_##t x = ld_##t(*(const S_##t *)a);                                                                   \
      if ((x != x) || ((y == y) && (BETTER))) { y = x; where = i; }                                          \
      *(S_##t *)out = st_##t(y);                                                                             \
      if (index) *(int64_t *)where_out = (int64_t)where;                                                     \
    }                                                                                                        \
  }
#define EXTREMES(t, _) EXTREME(max, t, x >= y) EXTREME(min, t, x <= y)
INT_TYPES(EXTREMES, 0) FLOAT_TYPES(EXTREMES, 0) EXTREMES(b8, 0)

#define REALS(op) [WICK_BOOL] = op##_b8, [WICK_U8] = op##_u8, [WICK_I8] = op##_i8, [WICK_I16] = op##_i16, \
  [WICK_I32] = op##_i32, [WICK_I64] = op##_i64, [WICK_F16] = op##_f16, [WICK_BF16] = op##_bf16, [WICK_F32] = op##_f32, \
  [WICK_F64] = op##_f64
#define WIDE(op) [WICK_I64] = op##_i64, [WICK_F16] = op##_f16, [WICK_BF16] = op##_bf16, [WICK_F32] = op##_f32, \
  [WICK_F64] = op##_f64
static const wick_row_scanner table[WICK_SCAN_COUNT][WICK_DTYPES] = {
  [WICK_SCAN_SUM] = { WIDE(sum), [WICK_C64] = sum_c64, [WICK_C128] = sum_c128 },
  [WICK_SCAN_PROD] = { WIDE(prod), [WICK_C64] = prod_c64, [WICK_C128] = prod_c128 },
  [WICK_SCAN_MAX] = { REALS(max) }, [WICK_SCAN_MIN] = { REALS(min) },
  [WICK_SCAN_LOGSUMEXP] = { [WICK_F16] = lse_f16, [WICK_BF16] = lse_bf16, [WICK_F32] = lse_f32, [WICK_F64] = lse_f64,
    [WICK_C64] = lse_c64, [WICK_C128] = lse_c128 },
};
wick_row_scanner wick_scanner(int op, int dtype) { return table[op][dtype]; }
