// Softmax, its logarithm and their derivatives, and layer normalisation, over contiguous rows.
#include "types.h"
#include "vecmath.h"

#define SOFTMAX(t, T)                                                                                        \
  INLINE T row_max_##t(const T *a, size_t n) {                                                               \
    T best = -(T)INFINITY;                                                                                   \
    if (n < 64) {                                                                                            \
      for (size_t i = 0; i < n; i++) { T x = a[i]; best = (x > best) | (x != x) ? x : best; }                \
      return best;                                                                                           \
    }                                                                                                        \
    T lane[64];                                                                                              \
    for (int k = 0; k < 64; k++) lane[k] = a[k];                                                             \
    for (size_t i = 64; i < n; i += 64) {                                                                    \
      /* The last block overlaps the one before. */                                                          \
      const T *block = a + (i + 64 <= n ? i : n - 64);                                                       \
      for (int k = 0; k < 64; k++) { T x = block[k]; lane[k] = (x > lane[k]) | (x != x) ? x : lane[k]; }     \
    }                                                                                                        \
    for (int w = 32; w; w >>= 1)                                                                             \
      for (int k = 0; k < w; k++) { T x = lane[k + w]; lane[k] = (x > lane[k]) | (x != x) ? x : lane[k]; }   \
    return lane[0];                                                                                          \
  }                                                                                                          \
  INLINE T row_total_##t(const T *a, size_t n) {                                                             \
    T lane[32] = {0};                                                                                        \
    size_t i = 0;                                                                                            \
    for (; i + 32 <= n; i += 32) for (int k = 0; k < 32; k++) lane[k] += a[i + (size_t)k];                   \
    for (int w = 16; w; w >>= 1) for (int k = 0; k < w; k++) lane[k] += lane[k + w];                          \
    T total = lane[0];                                                                                       \
    for (; i < n; i++) total += a[i];                                                                        \
    return total;                                                                                            \
  }                                                                                                          \
  CLONES static void softmax_##t(T *out, const T *a, size_t n) {                                             \
    T m = row_max_##t(a, n);                                                                                 \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = fastexp_##t(a[i] - m);                                           \
    T total = row_total_##t(out, n);                                                                         \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = out[i] / total;                                                  \
  }                                                                                                          \
  CLONES static void log_softmax_##t(T *out, const T *a, size_t n) {                                         \
    T m = row_max_##t(a, n);                                                                                 \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = fastexp_##t(a[i] - m);                                           \
    T shift = (T)log((double)row_total_##t(out, n));                                                         \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = a[i] - m - shift;                                                \
  }                                                                                                          \
  CLONES static void softmax_backward_##t(T *out, const T *g, const T *y, size_t n) {                        \
    T lane[16] = {0};                                                                                        \
    size_t i = 0;                                                                                            \
    for (; i + 16 <= n; i += 16) for (int k = 0; k < 16; k++) lane[k] += g[i + (size_t)k] * y[i + (size_t)k]; \
    for (int w = 8; w; w >>= 1) for (int k = 0; k < w; k++) lane[k] += lane[k + w];                          \
    T total = lane[0];                                                                                       \
    for (; i < n; i++) total += g[i] * y[i];                                                                 \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = (g[i] - total) * y[i];                                           \
  }                                                                                                          \
  CLONES static void log_softmax_backward_##t(T *out, const T *g, const T *y, size_t n) {                    \
    T total = row_total_##t(g, n);                                                                           \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = g[i] - fastexp_##t(y[i]) * total;                                    \
  }
SOFTMAX(f32, float) SOFTMAX(f64, double)

void wick_softmax_row(int dtype, int is_log, char *out, const char *a, size_t n) {
  if (dtype == WICK_F32) (is_log ? log_softmax_f32 : softmax_f32)((float *)out, (const float *)a, n);
  else (is_log ? log_softmax_f64 : softmax_f64)((double *)out, (const double *)a, n);
}
void wick_softmax_backward_row(int dtype, int is_log, char *out, const char *grad, const char *y, size_t n) {
  if (dtype == WICK_F32)
    (is_log ? log_softmax_backward_f32 : softmax_backward_f32)((float *)out, (const float *)grad, (const float *)y, n);
  else
    (is_log ? log_softmax_backward_f64 : softmax_backward_f64)((double *)out, (const double *)grad, (const double *)y, n);
}

#define NORMALIZE(t, T)                                                                                      \
  CLONES static void normalize_##t(T *out, const T *a, size_t n, T mean, T scale) {                          \
    VECTORIZE                                                                                                \
    for (size_t i = 0; i < n; i++) out[i] = (a[i] - mean) * scale;                                           \
  }
NORMALIZE(f32, float) NORMALIZE(f64, double)
void wick_normalize_row(int dtype, char *out, const char *a, size_t n, double eps, char *mean, char *rstd) {
  double m, m2;
  wick_moments(dtype, a, dtype == WICK_F32 ? 4 : 8, n, &m, &m2);
  if (dtype == WICK_F32) {
    // Rounded as the single steps are.
    float fm = (float)m, v = (float)(m2 / (double)n) + (float)eps, fr = (float)(1.0 / sqrt((double)v));
    normalize_f32((float *)out, (const float *)a, n, fm, fr);
    *(float *)mean = fm; *(float *)rstd = fr;
  } else {
    double r = 1.0 / sqrt(m2 / (double)n + eps);
    normalize_f64((double *)out, (const double *)a, n, m, r);
    *(double *)mean = m; *(double *)rstd = r;
  }
}

// Softmax down the columns of n rows, `step` elements apart: maxima, then exponentials and their sums, then quotients.
#define COLUMNS(t, T)                                                                                        \
  CLONES static void softmax_columns_##t(T *out, const T *a, size_t n, size_t step, size_t width, T *top,    \
                                         T *total, int is_log) {                                             \
    for (size_t k = 0; k < width; k++) { top[k] = a[k]; total[k] = 0; }                                      \
    for (size_t r = 1; r < n; r++) {                                                                         \
      const T *row = a + r * step;                                                                           \
      VECTORIZE                                                                                              \
      for (size_t k = 0; k < width; k++) { T x = row[k]; top[k] = (x > top[k]) | (x != x) ? x : top[k]; }    \
    }                                                                                                        \
    for (size_t r = 0; r < n; r++) {                                                                         \
      const T *row = a + r * step;                                                                           \
      T *to = out + r * step;                                                                                \
      VECTORIZE                                                                                              \
      for (size_t k = 0; k < width; k++) { T e = fastexp_##t(row[k] - top[k]); to[k] = e; total[k] += e; }   \
    }                                                                                                        \
    if (is_log) for (size_t k = 0; k < width; k++) total[k] = (T)log((double)total[k]);                      \
    for (size_t r = 0; r < n; r++) {                                                                         \
      const T *row = a + r * step;                                                                           \
      T *to = out + r * step;                                                                                \
      if (is_log) {                                                                                          \
        VECTORIZE                                                                                            \
        for (size_t k = 0; k < width; k++) to[k] = row[k] - top[k] - total[k];                               \
      } else {                                                                                               \
        VECTORIZE                                                                                            \
        for (size_t k = 0; k < width; k++) to[k] = to[k] / total[k];                                         \
      }                                                                                                      \
    }                                                                                                        \
  }
COLUMNS(f32, float) COLUMNS(f64, double)
void wick_softmax_columns(int dtype, int is_log, char *out, const char *a, size_t n, size_t step, size_t width) {
  enum { CHUNK = 256 };
  double space[2 * CHUNK];
  for (size_t start = 0; start < width; start += CHUNK) {
    size_t w = width - start < CHUNK ? width - start : CHUNK;
    if (dtype == WICK_F32)
      softmax_columns_f32((float *)out + start, (const float *)a + start, n, step, w, (float *)space,
                          (float *)(space + CHUNK), is_log);
    else
      softmax_columns_f64((double *)out + start, (const double *)a + start, n, step, w, space, space + CHUNK, is_log);
  }
}
