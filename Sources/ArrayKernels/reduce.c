// Reductions of strided rows other than sums: extrema, products, moments, norms.
#include "types.h"
#include "vecmath.h"

// The extremum of 16 lanes side by side, then the first place it stands at. NaN beats every number.
#define EXTREMUM(NAME, t, BETTER, ISNAN)                                                                     \
  CLONES static void NAME##_##t(const char *a, intptr_t step, size_t n, char *out, int64_t *index) {         \
    typedef C_##t T;                                                                                         \
    T best = ld_##t(*(const S_##t *)a);                                                                      \
    if (step == (intptr_t)sizeof(S_##t) && n >= 128) {                                                       \
      const S_##t *s = (const S_##t *)a;                                                                     \
      T lane[64];                                                                                            \
      for (int k = 0; k < 64; k++) lane[k] = ld_##t(s[k]);                                                   \
      size_t i = 64;                                                                                         \
      for (; i < n; i += 64) {                                                                               \
        /* The last block overlaps the one before: an extremum may see a number twice. */                    \
        const S_##t *block = s + (i + 64 <= n ? i : n - 64);                                                 \
        for (int k = 0; k < 64; k++) {                                                                       \
          T x = ld_##t(block[k]), y = lane[k];                                                               \
          lane[k] = (BETTER) | (ISNAN) ? x : y;                                                              \
        }                                                                                                    \
      }                                                                                                      \
      for (int w = 32; w; w >>= 1)                                                                           \
        for (int k = 0; k < w; k++) { T x = lane[k + w], y = lane[k]; lane[k] = (BETTER) | (ISNAN) ? x : y; }\
      best = lane[0];                                                                                        \
      if (index) {                                                                                           \
        T x = best;                                                                                          \
        size_t j = 0;                                                                                        \
        if (ISNAN) { for (; j < n; j++) { T x = ld_##t(s[j]); if (ISNAN) break; } }                          \
        else {                                                                                               \
          for (; j + 64 <= n; j += 64) {                                                                     \
            int found = 0;                                                                                   \
            for (int k = 0; k < 64; k++) found |= ld_##t(s[j + (size_t)k]) == best;                          \
            if (found) break;                                                                                \
          }                                                                                                  \
          for (; j < n; j++) if (ld_##t(s[j]) == best) break;                                                \
        }                                                                                                    \
        *index = (int64_t)j;                                                                                 \
      }                                                                                                      \
    } else if (step == (intptr_t)sizeof(S_##t) && n >= 16 && !index) {                                       \
      const S_##t *s = (const S_##t *)a;                                                                     \
      T lane[16];                                                                                            \
      for (int k = 0; k < 16; k++) lane[k] = ld_##t(s[k]);                                                   \
      for (size_t i = 16; i < n; i += 16) {                                                                  \
        const S_##t *block = s + (i + 16 <= n ? i : n - 16);                                                 \
        for (int k = 0; k < 16; k++) {                                                                       \
          T x = ld_##t(block[k]), y = lane[k];                                                               \
          lane[k] = (BETTER) | (ISNAN) ? x : y;                                                              \
        }                                                                                                    \
      }                                                                                                      \
      for (int w = 8; w; w >>= 1)                                                                            \
        for (int k = 0; k < w; k++) { T x = lane[k + w], y = lane[k]; lane[k] = (BETTER) | (ISNAN) ? x : y; }\
      best = lane[0];                                                                                        \
    } else {                                                                                                 \
      size_t where = 0;                                                                                      \
      const char *c = a + step;                                                                              \
      for (size_t i = 1; i < n; i++, c += step) {                                                            \
        T x = ld_##t(*(const S_##t *)c), y = best;                                                           \
        /* No branch: on random numbers it would be guessed wrong. */                                        \
        int take = (BETTER) | ((ISNAN) & (y == y));                                                          \
        best = take ? x : y;                                                                                 \
        where = take ? i : where;                                                                            \
      }                                                                                                      \
      if (index) *index = (int64_t)where;                                                                    \
    }                                                                                                        \
    *(S_##t *)out = st_##t(best);                                                                            \
  }
#define EXTREMA_INT(t, _) EXTREMUM(max, t, x > y, 0) EXTREMUM(min, t, x < y, 0)
INT_TYPES(EXTREMA_INT, 0) EXTREMA_INT(b8, 0)
#define EXTREMA_FLOAT(t, _) EXTREMUM(max, t, x > y, x != x) EXTREMUM(min, t, x < y, x != x)
FLOAT_TYPES(EXTREMA_FLOAT, 0)

// Extrema down the columns of a block, row by row, so that memory is read in order; `r` is the row's number.
#define COLUMNS(NAME, t, BETTER, ISNAN)                                                                      \
  CLONES static void columns_##NAME##_##t(const char *row, size_t n, int64_t r, char *best, int64_t *index) { \
    const S_##t *s = (const S_##t *)row;                                                                     \
    S_##t *b = (S_##t *)best;                                                                                \
    if (r == 0) { memcpy(b, s, n * sizeof *b); for (size_t i = 0; i < n; i++) index[i] = 0; return; }        \
    for (size_t i = 0; i < n; i++) {                                                                         \
      C_##t x = ld_##t(s[i]), y = ld_##t(b[i]);                                                              \
      int take = (BETTER) | ((ISNAN) & (y == y));                                                            \
      b[i] = take ? s[i] : b[i];                                                                             \
      index[i] = take ? r : index[i];                                                                        \
    }                                                                                                        \
  }
#define COLUMNS_INT(t, _) COLUMNS(max, t, x > y, 0) COLUMNS(min, t, x < y, 0)
INT_TYPES(COLUMNS_INT, 0) COLUMNS_INT(b8, 0)
#define COLUMNS_FLOAT(t, _) COLUMNS(max, t, x > y, x != x) COLUMNS(min, t, x < y, x != x)
FLOAT_TYPES(COLUMNS_FLOAT, 0)

#define PRODUCT(t, A)                                                                                        \
  static void prod_##t(const char *a, intptr_t step, size_t n, char *out, int64_t *index) {                  \
    (void)index;                                                                                             \
    A p = 1;                                                                                                 \
    for (size_t i = 0; i < n; i++, a += step) p *= (A)ld_##t(*(const S_##t *)a);                             \
    *(S_##t *)out = st_##t((C_##t)p);                                                                        \
  }
// Many floats: 32 chains side by side, as any vector unit has it.
#define LONG_PRODUCT(t)                                                                                      \
  CLONES static C_##t long_prod_##t(const C_##t *a, size_t n) {                                              \
    C_##t lane[32];                                                                                          \
    for (int k = 0; k < 32; k++) lane[k] = 1;                                                                \
    size_t i = 0;                                                                                            \
    for (; i + 32 <= n; i += 32) for (int k = 0; k < 32; k++) lane[k] *= a[i + (size_t)k];                   \
    C_##t p = 1;                                                                                             \
    for (int k = 0; k < 32; k++) p *= lane[k];                                                               \
    for (; i < n; i++) p *= a[i];                                                                            \
    return p;                                                                                                \
  }                                                                                                          \
  static void wide_prod_##t(const char *a, intptr_t step, size_t n, char *out, int64_t *index) {             \
    if (step == (intptr_t)sizeof(C_##t) && n >= 128) *(C_##t *)out = long_prod_##t((const C_##t *)a, n);     \
    else prod_##t(a, step, n, out, index);                                                                   \
  }
PRODUCT(i64, uint64_t) PRODUCT(f16, float) PRODUCT(bf16, float) PRODUCT(f32, float) PRODUCT(f64, double)
PRODUCT(c64, C_c64) PRODUCT(c128, C_c128)
LONG_PRODUCT(f32) LONG_PRODUCT(f64)

#define TRUTH(t, _)                                                                                          \
  static void all_##t(const char *a, intptr_t step, size_t n, char *out, int64_t *index) {                   \
    (void)index; uint8_t r = 1;                                                                              \
    for (size_t i = 0; i < n && r; i++, a += step) r = ld_##t(*(const S_##t *)a) != 0;                       \
    *(uint8_t *)out = r;                                                                                     \
  }                                                                                                          \
  static void any_##t(const char *a, intptr_t step, size_t n, char *out, int64_t *index) {                   \
    (void)index; uint8_t r = 0;                                                                              \
    for (size_t i = 0; i < n && !r; i++, a += step) r = ld_##t(*(const S_##t *)a) != 0;                      \
    *(uint8_t *)out = r;                                                                                     \
  }
INT_TYPES(TRUTH, 0) FLOAT_TYPES(TRUTH, 0) TRUTH(b8, 0) TRUTH(c64, 0) TRUTH(c128, 0) TRUTH(c32, 0) RARE_TYPES(TRUTH, 0)

#define REALS(op) [WICK_BOOL] = op##_b8, [WICK_U8] = op##_u8, [WICK_I8] = op##_i8, [WICK_I16] = op##_i16, \
  [WICK_I32] = op##_i32, [WICK_I64] = op##_i64, [WICK_F16] = op##_f16, [WICK_BF16] = op##_bf16, [WICK_F32] = op##_f32, \
  [WICK_F64] = op##_f64
static const wick_row_reducer table[WICK_R_COUNT][WICK_DTYPES] = {
  [WICK_R_MAX] = { REALS(max) }, [WICK_R_MIN] = { REALS(min) },
  [WICK_R_PROD] = { [WICK_I64] = prod_i64, [WICK_F16] = prod_f16, [WICK_BF16] = prod_bf16, [WICK_F32] = wide_prod_f32,
    [WICK_F64] = wide_prod_f64, [WICK_C64] = prod_c64, [WICK_C128] = prod_c128 },
  [WICK_R_ALL] = { REALS(all), [WICK_U16] = all_u16, [WICK_U32] = all_u32, [WICK_U64] = all_u64,
    [WICK_C32] = all_c32, [WICK_C64] = all_c64, [WICK_C128] = all_c128 },
  [WICK_R_ANY] = { REALS(any), [WICK_U16] = any_u16, [WICK_U32] = any_u32, [WICK_U64] = any_u64,
    [WICK_C32] = any_c32, [WICK_C64] = any_c64, [WICK_C128] = any_c128 },
};
static const wick_column_reducer columns[2][WICK_DTYPES] = {
  [WICK_R_MAX] = { REALS(columns_max) }, [WICK_R_MIN] = { REALS(columns_min) },
};
wick_column_reducer wick_column_extremum(int op, int dtype) {
  return op == WICK_R_MAX || op == WICK_R_MIN ? columns[op][dtype] : NULL;
}
wick_row_reducer wick_reducer(int op, int dtype) { return table[op][dtype]; }

// Welford's mean of numbers that are not all finite: NaN behind an infinity, which itself remains if it comes last.
#define RUNNING_MEAN(t)                                                                                      \
  static double running_mean_##t(const char *a, intptr_t step, size_t n) {                                   \
    double m = 0;                                                                                            \
    for (size_t i = 0; i < n; i++, a += step) m += ((double)*(const S_##t *)a - m) / (double)(i + 1);        \
    return m;                                                                                                \
  }
RUNNING_MEAN(f32) RUNNING_MEAN(f64)
// Two passes in double with eight chains: as exact as Welford's recurrence once rounded, and without its divisions.
#define MOMENTS(t)                                                                                           \
  CLONES static void moments_##t(const char *a, intptr_t step, size_t n, double *mean, double *m2) {         \
    double s[8] = {0};                                                                                       \
    size_t i = 0;                                                                                            \
    if (step == (intptr_t)sizeof(S_##t)) {                                                                   \
      const S_##t *x = (const S_##t *)a;                                                                     \
      for (; i + 8 <= n; i += 8) for (int k = 0; k < 8; k++) s[k] += (double)x[i + (size_t)k];               \
    }                                                                                                        \
    for (; i < n; i++) s[i & 7] += (double)*(const S_##t *)(a + (intptr_t)i * step);                         \
    double total = ((s[0] + s[4]) + (s[1] + s[5])) + ((s[2] + s[6]) + (s[3] + s[7]));                        \
    double m = total / (double)n;                                                                            \
    if (!isfinite(m)) { *mean = running_mean_##t(a, step, n), *m2 = NAN; return; }                           \
    double q[8] = {0};                                                                                       \
    i = 0;                                                                                                   \
    if (step == (intptr_t)sizeof(S_##t)) {                                                                   \
      const S_##t *x = (const S_##t *)a;                                                                     \
      for (; i + 8 <= n; i += 8)                                                                             \
        for (int k = 0; k < 8; k++) { double d = (double)x[i + (size_t)k] - m; q[k] += d * d; }              \
    }                                                                                                        \
    for (; i < n; i++) { double d = (double)*(const S_##t *)(a + (intptr_t)i * step) - m; q[i & 7] += d * d; } \
    *mean = m;                                                                                               \
    *m2 = ((q[0] + q[4]) + (q[1] + q[5])) + ((q[2] + q[6]) + (q[3] + q[7]));                                 \
  }
MOMENTS(f32) MOMENTS(f64)
void wick_moments(int dtype, const char *a, intptr_t step, size_t n, double *mean, double *m2) {
  if (dtype == WICK_F32) moments_f32(a, step, n, mean, m2); else moments_f64(a, step, n, mean, m2);
}

#define SQUARES(t)                                                                                           \
  CLONES static double squares_##t(const S_##t *a, size_t n) {                                               \
    double s[64] = {0};                                                                                      \
    size_t i = 0;                                                                                            \
    for (; i + 64 <= n; i += 64) for (int k = 0; k < 64; k++) { double x = (double)a[i + (size_t)k]; s[k] += x * x; } \
    for (int w = 32; w; w >>= 1) for (int k = 0; k < w; k++) s[k] += s[k + w];                                \
    for (; i < n; i++) { double x = (double)a[i]; s[0] += x * x; }                                           \
    return s[0];                                                                                             \
  }
SQUARES(f32) SQUARES(f64)
#define POWER_SUM(t)                                                                                         \
  static double power_sum_##t(const char *a, intptr_t step, size_t n, double p) {                            \
    double total = 0;                                                                                        \
    if (p == INFINITY || p == -INFINITY) {                                                                   \
      total = p > 0 ? 0 : INFINITY;                                                                          \
      for (size_t i = 0; i < n; i++, a += step) {                                                            \
        double x = fabs((double)*(const S_##t *)a);                                                          \
        if (x != x) return x;                                                                                \
        total = p > 0 ? (x > total ? x : total) : (x < total ? x : total);                                   \
      }                                                                                                      \
      return total;                                                                                          \
    }                                                                                                        \
    if (p == 0) for (size_t i = 0; i < n; i++, a += step) total += *(const S_##t *)a != 0;                   \
    else if (p == 1) for (size_t i = 0; i < n; i++, a += step) total += fabs((double)*(const S_##t *)a);     \
    else if (p == 2 && step == (intptr_t)sizeof(S_##t)) return squares_##t((const S_##t *)a, n);             \
    else if (p == 2) for (size_t i = 0; i < n; i++, a += step) { double x = (double)*(const S_##t *)a; total += x * x; } \
    else for (size_t i = 0; i < n; i++, a += step) total += pow(fabs((double)*(const S_##t *)a), p);         \
    return total;                                                                                            \
  }
POWER_SUM(f32) POWER_SUM(f64)
double wick_power_sum(int dtype, const char *a, intptr_t step, size_t n, double p) {
  return dtype == WICK_F32 ? power_sum_f32(a, step, n, p) : power_sum_f64(a, step, n, p);
}
