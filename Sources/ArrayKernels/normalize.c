// Normalisation over channels (batch) and over rows (layer), with the sums in double.
#include "types.h"

// Sixteen sums side by side.
#define LANES_ADD(EXPR) for (int k = 0; k < 16; k++) { EXPR; }
static double total(const double *lane) {
  double t = 0;
  for (int k = 0; k < 16; k++) t += lane[k];
  return t;
}

// Sums of the slopes S of a row and of their products with the normalised numbers.
#define ROW_SUMS(T, S)                                                                                       \
  size_t start = 0;                                                                                          \
  for (; start + 16 <= n; start += 16)                                                                       \
    LANES_ADD(const size_t i = start + (size_t)k; const T s = S; a[k] += (double)s;                          \
              b[k] += (double)s * (double)((x[i] - mean) * scale))                                           \
  for (size_t i = start; i < n; i++) {                                                                       \
    const T s = S;                                                                                           \
    c += (double)s; d += (double)s * (double)((x[i] - mean) * scale);                                        \
  }
#define CHANNELS(t, T)                                                                                       \
  CLONES static double sum_##t(const T *a, intptr_t n) {                                                     \
    double lane[16] = {0}, rest = 0;                                                                         \
    intptr_t i = 0;                                                                                          \
    for (; i + 16 <= n; i += 16) LANES_ADD(lane[k] += (double)a[i + k])                                      \
    for (; i < n; i++) rest += (double)a[i];                                                                 \
    return total(lane) + rest;                                                                               \
  }                                                                                                          \
  CLONES static double squares_##t(const T *a, intptr_t n, double mean) {                                    \
    double lane[16] = {0}, rest = 0;                                                                         \
    intptr_t i = 0;                                                                                          \
    for (; i + 16 <= n; i += 16) LANES_ADD(double d = (double)a[i + k] - mean; lane[k] += d * d)             \
    for (; i < n; i++) { double d = (double)a[i] - mean; rest += d * d; }                                    \
    return total(lane) + rest;                                                                               \
  }                                                                                                          \
  CLONES static void normalize_line_##t(const T *x, T *out, intptr_t n, T slope, T shift) {                  \
    VECTORIZE                                                                                                \
    for (intptr_t i = 0; i < n; i++) out[i] = FUSED(T, x[i], slope, shift);                                  \
  }                                                                                                          \
  CLONES static void slopes_##t(const T *x, const T *g, intptr_t n, T mean, T scale, double *sum, double *turn) { \
    double a[16] = {0}, b[16] = {0}, c = 0, d = 0;                                                           \
    intptr_t i = 0;                                                                                          \
    for (; i + 16 <= n; i += 16) LANES_ADD(a[k] += (double)g[i + k];                                         \
                                           b[k] += (double)g[i + k] * (double)((x[i + k] - mean) * scale))   \
    for (; i < n; i++) { c += (double)g[i]; d += (double)g[i] * (double)((x[i] - mean) * scale); }           \
    *sum += total(a) + c; *turn += total(b) + d;                                                             \
  }                                                                                                          \
  CLONES static void backward_line_##t(const T *x, const T *g, T *out, intptr_t n, T mean, T scale, T weight, T slope, \
                                       T turn) {                                                             \
    VECTORIZE                                                                                                \
    for (intptr_t i = 0; i < n; i++) out[i] = (g[i] * weight - slope - (x[i] - mean) * scale * turn) * scale;\
  }                                                                                                          \
  CLONES static void scale_row_##t(T *row, const T *w, const T *b, size_t n) {                               \
    if (w && b) { VECTORIZE for (size_t i = 0; i < n; i++) row[i] = row[i] * w[i] + b[i]; }                  \
    else if (w) { VECTORIZE for (size_t i = 0; i < n; i++) row[i] = row[i] * w[i]; }                         \
    else if (b) { VECTORIZE for (size_t i = 0; i < n; i++) row[i] = row[i] + b[i]; }                         \
  }                                                                                                          \
  /* With a weight the slopes of a row are g * w. */                                                         \
  CLONES static void layer_row_##t(const T *x, const T *g, T *out, const T *w, double *ws, double *bs, size_t n, T mean, \
                                   T scale) {                                                                \
    if (ws) {                                                                                                \
      VECTORIZE                                                                                              \
      for (size_t i = 0; i < n; i++) { ws[i] += (double)(g[i] * ((x[i] - mean) * scale)); bs[i] += (double)g[i]; } \
    }                                                                                                        \
    if (!out) return;                                                                                        \
    double a[16] = {0}, b[16] = {0}, c = 0, d = 0;                                                           \
    /* (Not one loop with a choice: a masked load from a missing weight is slow.) */                         \
    if (w) { ROW_SUMS(T, g[i] * w[i]) } else { ROW_SUMS(T, g[i]) }                                           \
    const T slope = (T)((total(a) + c) / (double)n), turn = (T)((total(b) + d) / (double)n);                 \
    if (w) {                                                                                                 \
      VECTORIZE                                                                                              \
      for (size_t j = 0; j < n; j++) out[j] = (g[j] * w[j] - slope - (x[j] - mean) * scale * turn) * scale;  \
    } else {                                                                                                 \
      VECTORIZE                                                                                              \
      for (size_t j = 0; j < n; j++) out[j] = (g[j] - slope - (x[j] - mean) * scale * turn) * scale;         \
    }                                                                                                        \
  }                                                                                                          \
  /* Channels whose numbers lie side by side, (N, C). As torch's threads do, each adds its share of the rows in the dtype, and \
     squares without rounding them; the sums of the shares are added in double. */                           \
  CLONES static void column_moments_##t(const T *x, intptr_t samples, intptr_t channels, intptr_t shares, double *mean, \
                                        double *m2, intptr_t first, intptr_t last) {                         \
    const intptr_t share = (samples + shares - 1) / shares;                                                  \
    for (intptr_t c = first; c < last; c += 64) {                                                            \
      const intptr_t width = last - c < 64 ? last - c : 64;                                                  \
      T sum[64], center[64];                                                                                 \
      double all[64] = {0};                                                                                  \
      for (intptr_t from = 0; from < samples; from += share) {                                               \
        const intptr_t to = from + share < samples ? from + share : samples;                                 \
        memset(sum, 0, sizeof sum);                                                                          \
        for (intptr_t n = from; n < to; n++)                                                                 \
          for (intptr_t k = 0; k < width; k++) sum[k] += x[n * channels + c + k];                            \
        for (intptr_t k = 0; k < width; k++) all[k] += (double)sum[k];                                       \
      }                                                                                                      \
      for (intptr_t k = 0; k < width; k++) {                                                                 \
        center[k] = (T)(all[k] / (double)samples);                                                           \
        mean[c + k] = (double)center[k];                                                                     \
        all[k] = 0;                                                                                          \
      }                                                                                                      \
      for (intptr_t from = 0; from < samples; from += share) {                                               \
        const intptr_t to = from + share < samples ? from + share : samples;                                 \
        memset(sum, 0, sizeof sum);                                                                          \
        for (intptr_t n = from; n < to; n++)                                                                 \
          for (intptr_t k = 0; k < width; k++) {                                                             \
            const T d = x[n * channels + c + k] - center[k];                                                 \
            sum[k] = FUSED(T, d, d, sum[k]);                                                                 \
          }                                                                                                  \
        for (intptr_t k = 0; k < width; k++) all[k] = (double)((T)all[k] + sum[k]);                          \
      }                                                                                                      \
      for (intptr_t k = 0; k < width; k++) m2[c + k] = all[k];                                               \
    }                                                                                                        \
  }                                                                                                          \
  /* Factors that are missing are made: a vector's masked load from NULL takes a thousand cycles. */         \
  CLONES static void column_normalize_##t(const T *x, T *out, intptr_t n, const T *mean, const T *scale, const T *weight, \
                                          const T *bias) {                                                   \
    T slope[64], shift[64] = {0};                                                                            \
    for (intptr_t c = 0; c < n; c += 64) {                                                                   \
      const intptr_t width = n - c < 64 ? n - c : 64;                                                        \
      memcpy(slope, scale + c, (size_t)width * sizeof(T));                                                   \
      if (weight) for (intptr_t k = 0; k < width; k++) slope[k] *= weight[c + k];                            \
      if (bias) memcpy(shift, bias + c, (size_t)width * sizeof(T));                                          \
      for (intptr_t k = 0; k < width; k++)                                                                   \
        out[c + k] = FUSED(T, x[c + k], slope[k], FUSED(T, -mean[c + k], slope[k], shift[k]));               \
    }                                                                                                        \
  }                                                                                                          \
  CLONES static void column_slopes_##t(const T *x, const T *g, intptr_t samples, intptr_t channels, const T *mean, \
                                       const T *scale, double *sum, double *turn, intptr_t first, intptr_t last) { \
    for (intptr_t c = first; c < last; c++) sum[c] = turn[c] = 0;                                            \
    for (intptr_t n = 0; n < samples; n++) {                                                                 \
      const T *row = x + n * channels, *slope = g + n * channels;                                            \
      VECTORIZE                                                                                              \
      for (intptr_t c = first; c < last; c++) {                                                              \
        sum[c] += (double)slope[c];                                                                          \
        turn[c] += (double)slope[c] * (double)((row[c] - mean[c]) * scale[c]);                               \
      }                                                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  CLONES static void column_backward_##t(const T *x, const T *g, T *out, intptr_t n, double count, const T *mean, \
                                         const T *scale, const T *weight, const double *sum, const double *turn) { \
    T w[64], slope[64] = {0}, bend[64] = {0};                                                                \
    for (int k = 0; k < 64; k++) w[k] = 1;                                                                   \
    for (intptr_t c = 0; c < n; c += 64) {                                                                   \
      const intptr_t width = n - c < 64 ? n - c : 64;                                                        \
      if (weight) memcpy(w, weight + c, (size_t)width * sizeof(T));                                          \
      if (sum) for (intptr_t k = 0; k < width; k++) slope[k] = (T)((double)w[k] * sum[c + k] / count);       \
      if (turn) for (intptr_t k = 0; k < width; k++) bend[k] = (T)((double)w[k] * turn[c + k] / count);      \
      for (intptr_t k = 0; k < width; k++)                                                                   \
        out[c + k] = (g[c + k] * w[k] - slope[k] - (x[c + k] - mean[c + k]) * scale[c + k] * bend[k]) * scale[c + k]; \
    }                                                                                                        \
  }                                                                                                          \
  static void channel_moments_##t(const T *x, intptr_t samples, intptr_t channels, intptr_t inner, intptr_t shares, \
                                  double *mean, double *m2, intptr_t first, intptr_t last) {                 \
    if (inner == 1) { column_moments_##t(x, samples, channels, shares, mean, m2, first, last); return; }     \
    const double count = (double)(samples * inner);                                                          \
    for (intptr_t c = first; c < last; c++) {                                                                \
      double s = 0, q = 0;                                                                                   \
      for (intptr_t n = 0; n < samples; n++) s += sum_##t(x + (n * channels + c) * inner, inner);            \
      mean[c] = s / count;                                                                                   \
      for (intptr_t n = 0; n < samples; n++) q += squares_##t(x + (n * channels + c) * inner, inner, mean[c]); \
      m2[c] = q;                                                                                             \
    }                                                                                                        \
  }                                                                                                          \
  static void channel_normalize_##t(const T *x, T *out, intptr_t channels, intptr_t inner, const T *mean, const T *scale, \
                                    const T *weight, const T *bias, intptr_t first, intptr_t last) {         \
    if (inner == 1) {                                                                                        \
      for (intptr_t line = first, n; line < last; line += n) {                                               \
        const intptr_t c = line % channels;                                                                  \
        n = channels - c < last - line ? channels - c : last - line;                                         \
        column_normalize_##t(x + line, out + line, n, mean + c, scale + c, weight ? weight + c : NULL, bias ? bias + c : NULL); \
      }                                                                                                      \
      return;                                                                                                \
    }                                                                                                        \
    for (intptr_t line = first; line < last; line++) {                                                       \
      const intptr_t c = line % channels;                                                                    \
      const T slope = weight ? scale[c] * weight[c] : scale[c], shift = FUSED(T, -mean[c], slope, bias ? bias[c] : 0); \
      normalize_line_##t(x + line * inner, out + line * inner, inner, slope, shift);                         \
    }                                                                                                        \
  }                                                                                                          \
  static void channel_slopes_##t(const T *x, const T *g, intptr_t samples, intptr_t channels, intptr_t inner,\
                                 const T *mean, const T *scale, double *sum, double *turn, intptr_t first,   \
                                 intptr_t last) {                                                            \
    if (inner == 1) { column_slopes_##t(x, g, samples, channels, mean, scale, sum, turn, first, last); return; } \
    for (intptr_t c = first; c < last; c++) {                                                                \
      sum[c] = 0; turn[c] = 0;                                                                               \
      for (intptr_t n = 0; n < samples; n++) {                                                               \
        const intptr_t place = (n * channels + c) * inner;                                                   \
        slopes_##t(x + place, g + place, inner, mean[c], scale[c], &sum[c], &turn[c]);                       \
      }                                                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  static void channel_backward_##t(const T *x, const T *g, T *out, intptr_t samples, intptr_t channels, intptr_t inner, \
                                   const T *mean, const T *scale, const T *weight, const double *sum,        \
                                   const double *turn, intptr_t first, intptr_t last) {                      \
    const double count = (double)(samples * inner);                                                          \
    if (inner == 1) {                                                                                        \
      for (intptr_t line = first, n; line < last; line += n) {                                               \
        const intptr_t c = line % channels;                                                                  \
        n = channels - c < last - line ? channels - c : last - line;                                         \
        column_backward_##t(x + line, g + line, out + line, n, count, mean + c, scale + c, weight ? weight + c : NULL, \
                            sum ? sum + c : NULL, turn ? turn + c : NULL);                                   \
      }                                                                                                      \
      return;                                                                                                \
    }                                                                                                        \
    for (intptr_t line = first; line < last; line++) {                                                       \
      const intptr_t c = line % channels;                                                                    \
      const T w = weight ? weight[c] : 1;                                                                    \
      const T slope = sum ? (T)((double)w * sum[c] / count) : 0, bend = turn ? (T)((double)w * turn[c] / count) : 0; \
      backward_line_##t(x + line * inner, g + line * inner, out + line * inner, inner, mean[c], scale[c], w, slope, bend); \
    }                                                                                                        \
  }
CHANNELS(f32, float) CHANNELS(f64, double)

#define EITHER(NAME, F32, F64) if (dtype == WICK_F32) NAME##_f32 F32; else NAME##_f64 F64

void wick_channel_moments(int dtype, const void *x, intptr_t samples, intptr_t channels, intptr_t inner, intptr_t shares,
                          double *mean, double *m2, intptr_t first, intptr_t last) {
  EITHER(channel_moments, (x, samples, channels, inner, shares, mean, m2, first, last),
         (x, samples, channels, inner, shares, mean, m2, first, last));
}
void wick_channel_normalize(int dtype, const void *x, void *out, intptr_t channels, intptr_t inner, const void *mean,
                            const void *scale, const void *weight, const void *bias, intptr_t first, intptr_t last) {
  EITHER(channel_normalize, (x, out, channels, inner, mean, scale, weight, bias, first, last),
         (x, out, channels, inner, mean, scale, weight, bias, first, last));
}
void wick_channel_slopes(int dtype, const void *x, const void *g, intptr_t samples, intptr_t channels, intptr_t inner,
                         const void *mean, const void *scale, double *sum, double *turn, intptr_t first, intptr_t last) {
  EITHER(channel_slopes, (x, g, samples, channels, inner, mean, scale, sum, turn, first, last),
         (x, g, samples, channels, inner, mean, scale, sum, turn, first, last));
}
void wick_channel_backward(int dtype, const void *x, const void *g, void *out, intptr_t samples, intptr_t channels,
                           intptr_t inner, const void *mean, const void *scale, const void *weight, const double *sum,
                           const double *turn, intptr_t first, intptr_t last) {
  EITHER(channel_backward, (x, g, out, samples, channels, inner, mean, scale, weight, sum, turn, first, last),
         (x, g, out, samples, channels, inner, mean, scale, weight, sum, turn, first, last));
}
void wick_scale_row(int dtype, void *row, const void *weight, const void *bias, size_t n) {
  EITHER(scale_row, (row, weight, bias, n), (row, weight, bias, n));
}
void wick_layer_backward(int dtype, const void *x, const void *g, void *out, const void *mean, const void *scale,
                         const void *weight, double *weight_sum, double *bias_sum, size_t n, intptr_t first,
                         intptr_t last) {
#define ROWS(t, T)                                                                                           \
  for (intptr_t r = first; r < last; r++)                                                                    \
    layer_row_##t((const T *)x + r * (intptr_t)n, (const T *)g + r * (intptr_t)n, out ? (T *)out + r * (intptr_t)n : NULL, \
                  weight, weight_sum, bias_sum, n, ((const T *)mean)[r], ((const T *)scale)[r]);
  if (dtype == WICK_F32) { ROWS(f32, float) } else { ROWS(f64, double) }
}
