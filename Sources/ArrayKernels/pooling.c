// Maxima of windows, a row of them at a time: for every tap of the window, all windows of the row in step.
#include "types.h"

enum { AT_ONCE = 256 };

static intptr_t least(intptr_t a, intptr_t b) { return a < b ? a : b; }
static intptr_t most(intptr_t a, intptr_t b) { return a > b ? a : b; }

// One tap of n windows whose numbers lie STEP apart.
#define TAKE(STEP)                                                                                           \
  _Pragma("clang loop vectorize(assume_safety) interleave_count(1)")                                         \
  for (intptr_t i = 0; i < n; i++) {                                                                         \
    const T x = s[i * (STEP)], y = best[i];                                                                  \
    const int takes = (x > y) | (x != x);                                                                    \
    best[i] = takes ? x : y;                                                                                 \
    place[i] = takes ? (int32_t)(from + i * (STEP)) : place[i];                                              \
  }
#define MAX_POOL(t, T_)                                                                                      \
  CLONES static void take_##t(const T_ *s, T_ *best, int32_t *place, intptr_t n, intptr_t from, intptr_t step) { \
    typedef T_ T;                                                                                            \
    if (step == 1) { TAKE(1) } else if (step == 2) { TAKE(2) } else { TAKE(step) }                           \
  }                                                                                                          \
  /* Two columns and two rows, the tutorial's windows: all four numbers at once. */                          \
  CLONES static void take_four_##t(const T_ *a, const T_ *b, T_ *best, int64_t *place, intptr_t n, intptr_t from, \
                                   intptr_t under) {                                                         \
    VECTORIZE                                                                                                \
    for (intptr_t i = 0; i < n; i++) {                                                                       \
      const T_ x0 = a[2 * i], x1 = a[2 * i + 1], x2 = b[2 * i], x3 = b[2 * i + 1];                           \
      int32_t at = (int32_t)(2 * i);                                                                         \
      T_ y = x0;                                                                                             \
      const int t1 = (x1 > y) | (x1 != x1);                                                                  \
      y = t1 ? x1 : y; at = t1 ? (int32_t)(2 * i + 1) : at;                                                  \
      const int t2 = (x2 > y) | (x2 != x2);                                                                  \
      y = t2 ? x2 : y; at = t2 ? (int32_t)(2 * i + under) : at;                                              \
      const int t3 = (x3 > y) | (x3 != x3);                                                                  \
      y = t3 ? x3 : y; at = t3 ? (int32_t)(2 * i + 1 + under) : at;                                          \
      best[i] = y;                                                                                           \
      place[i] = from + at;                                                                                  \
    }                                                                                                        \
  }                                                                                                          \
  static void max_pool_##t(const wick_windows *w, const T_ *in, T_ *out, int64_t *places) {                  \
    int32_t place[AT_ONCE];                                                                                  \
    const intptr_t step = w->stride[1];                                                                      \
    const int is_plain = w->kernel[0] == 2 && w->kernel[1] == 2 && step == 2 && !w->padding[0] && !w->padding[1] && \
                         w->dilation[0] == 1 && w->dilation[1] == 1 &&                                       \
                         (w->out_rows - 1) * w->stride[0] + 2 <= w->rows && 2 * w->out_columns <= w->columns; \
    for (intptr_t y = 0; y < w->out_rows; y++) {                                                             \
      const intptr_t top = y * w->stride[0] - w->padding[0];                                                 \
      if (is_plain) {                                                                                        \
        take_four_##t(in + top * w->columns, in + (top + 1) * w->columns, out + y * w->out_columns,          \
                      places + y * w->out_columns, w->out_columns, top * w->columns, w->columns);            \
        continue;                                                                                            \
      }                                                                                                      \
      for (intptr_t x0 = 0; x0 < w->out_columns; x0 += AT_ONCE) {                                            \
        const intptr_t count = least(AT_ONCE, w->out_columns - x0);                                          \
        T_ *best = out + y * w->out_columns + x0;                                                            \
        intptr_t row = top;                                                                                  \
        while (row < 0) row += w->dilation[0];                                                               \
        for (intptr_t i = 0; i < count; i++) {                                                               \
          intptr_t column = (x0 + i) * step - w->padding[1];                                                 \
          while (column < 0) column += w->dilation[1];                                                       \
          best[i] = -(T_)INFINITY;                                                                           \
          place[i] = (int32_t)(row * w->columns + column);                                                   \
        }                                                                                                    \
        for (intptr_t ky = 0; ky < w->kernel[0]; ky++) {                                                     \
          const intptr_t r = top + ky * w->dilation[0];                                                      \
          if (r < 0 || r >= w->rows) continue;                                                               \
          for (intptr_t kx = 0; kx < w->kernel[1]; kx++) {                                                   \
            /* Windows x for which x * step + shift is a column. */                                          \
            const intptr_t shift = kx * w->dilation[1] - w->padding[1], left = w->columns - 1 - shift;       \
            const intptr_t low = most(x0, shift < 0 ? (step - 1 - shift) / step : 0);                        \
            const intptr_t high = least(x0 + count, left < 0 ? 0 : left / step + 1);                         \
            if (low >= high) continue;                                                                       \
            const intptr_t from = r * w->columns + low * step + shift;                                       \
            take_##t(in + from, best + (low - x0), place + (low - x0), high - low, from, step);              \
          }                                                                                                  \
        }                                                                                                    \
        int64_t *p = places + y * w->out_columns + x0;                                                       \
        for (intptr_t i = 0; i < count; i++) p[i] = place[i];                                                \
      }                                                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  static void add_at_##t(const T_ *in, const int64_t *places, T_ *out, intptr_t count) {                     \
    for (intptr_t i = 0; i < count; i++) out[places[i]] += in[i];                                            \
  }
MAX_POOL(f32, float) MAX_POOL(f64, double)

void wick_max_pool(int dtype, const wick_windows *w, const void *in, void *out, int64_t *places, intptr_t first,
                   intptr_t last) {
  const intptr_t size = w->rows * w->columns, count = w->out_rows * w->out_columns;
  for (intptr_t p = first; p < last; p++) {
    if (dtype == WICK_F32) max_pool_f32(w, (const float *)in + p * size, (float *)out + p * count, places + p * count);
    else max_pool_f64(w, (const double *)in + p * size, (double *)out + p * count, places + p * count);
  }
}

void wick_add_at_places(int dtype, const void *in, const int64_t *places, void *out, intptr_t count, intptr_t size,
                        intptr_t first, intptr_t last) {
  for (intptr_t p = first; p < last; p++) {
    if (dtype == WICK_F32) add_at_f32((const float *)in + p * count, places + p * count, (float *)out + p * size, count);
    else add_at_f64((const double *)in + p * count, places + p * count, (double *)out + p * size, count);
  }
}
