// Resizing along one dimension: every output place is a weighted sum of a few input places, its taps. The first product is
// added to the second one unrounded, the others to the sum, as torch's compiler fuses them: linear and bilinear results are
// torch's to the bit.
#include "types.h"
#include "ArrayKernelsLayers.h"

#define RESAMPLE(t, T)                                                                                          \
  CLONES static void gather_taps_##t(const T *in, T *out, const int64_t *places, const T *weights, intptr_t taps, \
                                     intptr_t target, intptr_t inner) {                                         \
    for (intptr_t k = 0; k < target; k++) {                                                                     \
      T *o = out + k * inner;                                                                                   \
      const T *first = in + places[k] * inner;                                                                  \
      const T w = weights[k];                                                                                   \
      if (taps == 1) {                                                                                          \
        for (intptr_t i = 0; i < inner; i++) o[i] = first[i] * w;                                               \
        continue;                                                                                               \
      }                                                                                                         \
      const T *second = in + places[target + k] * inner;                                                        \
      const T u = weights[target + k];                                                                          \
      for (intptr_t i = 0; i < inner; i++) o[i] = FUSED(T, first[i], w, second[i] * u);                            \
      for (intptr_t p = 2; p < taps; p++) {                                                                     \
        const T *next = in + places[p * target + k] * inner;                                                    \
        const T v = weights[p * target + k];                                                                    \
        for (intptr_t i = 0; i < inner; i++) o[i] = FUSED(T, next[i], v, o[i]);                                    \
      }                                                                                                         \
    }                                                                                                           \
  }                                                                                                             \
  CLONES static void gather_row_##t(const T *in, T *out, const int64_t *places, const T *weights, intptr_t taps, \
                                    intptr_t target) {                                                          \
    if (taps == 1) {                                                                                            \
      for (intptr_t k = 0; k < target; k++) out[k] = in[places[k]] * weights[k];                                \
      return;                                                                                                   \
    }                                                                                                           \
    for (intptr_t k = 0; k < target; k++)                                                                       \
      out[k] = FUSED(T, in[places[k]], weights[k], in[places[target + k]] * weights[target + k]);                  \
    for (intptr_t p = 2; p < taps; p++)                                                                         \
      for (intptr_t k = 0; k < target; k++) out[k] = FUSED(T, in[places[p * target + k]], weights[p * target + k], out[k]); \
  }                                                                                                             \
  CLONES static void spread_taps_##t(const T *g, T *out, const int64_t *places, const T *weights, intptr_t taps, \
                                     intptr_t target, intptr_t inner) {                                         \
    for (intptr_t p = 0; p < taps; p++)                                                                         \
      for (intptr_t k = 0; k < target; k++) {                                                                   \
        T *o = out + places[p * target + k] * inner;                                                            \
        const T *from = g + k * inner;                                                                          \
        const T w = weights[p * target + k];                                                                    \
        for (intptr_t i = 0; i < inner; i++) o[i] += from[i] * w;                                               \
      }                                                                                                         \
  }                                                                                                             \
  static void gather_##t(const T *in, T *out, const int64_t *places, const T *weights, intptr_t taps, intptr_t size, \
                         intptr_t target, intptr_t inner, intptr_t first, intptr_t last) {                      \
    for (intptr_t b = first; b < last; b++) {                                                                   \
      if (inner == 1) gather_row_##t(in + b * size, out + b * target, places, weights, taps, target);           \
      else gather_taps_##t(in + b * size * inner, out + b * target * inner, places, weights, taps, target, inner); \
    }                                                                                                           \
  }                                                                                                             \
  static void spread_##t(const T *g, T *out, const int64_t *places, const T *weights, intptr_t taps, intptr_t size, \
                         intptr_t target, intptr_t inner, intptr_t first, intptr_t last) {                      \
    for (intptr_t b = first; b < last; b++)                                                                     \
      spread_taps_##t(g + b * target * inner, out + b * size * inner, places, weights, taps, target, inner);    \
  }
RESAMPLE(f32, float) RESAMPLE(f64, double)

void wick_gather_taps(int dtype, const void *in, void *out, const int64_t *places, const void *weights, intptr_t taps,
                      intptr_t size, intptr_t target, intptr_t inner, intptr_t first, intptr_t last) {
  if (dtype == WICK_F32) gather_f32(in, out, places, weights, taps, size, target, inner, first, last);
  else gather_f64(in, out, places, weights, taps, size, target, inner, first, last);
}
void wick_spread_taps(int dtype, const void *g, void *out, const int64_t *places, const void *weights, intptr_t taps,
                      intptr_t size, intptr_t target, intptr_t inner, intptr_t first, intptr_t last) {
  if (dtype == WICK_F32) spread_f32(g, out, places, weights, taps, size, target, inner, first, last);
  else spread_f64(g, out, places, weights, taps, size, target, inner, first, last);
}
