// Scalar products in the order of the library that torch calls (found by trying orders until all bits agreed): vectors of
// 16 bytes, products rounded before they are added, four sums side by side. What is left goes, of float32, eight at a time
// into the first two sums, then a vector at a time into the first, the last ones one after the other into the first lane.
#include "ArrayKernels.h"
#include "types.h"

#pragma STDC FP_CONTRACT OFF

#define DOT(t, T, LANES)                                                                                     \
  typedef T dot_##t##_v __attribute__((vector_size(16)));                                                    \
  INLINE dot_##t##_v part_##t(const T *a, const T *b) {                                                      \
    dot_##t##_v x, y;                                                                                        \
    memcpy(&x, a, sizeof x);                                                                                 \
    memcpy(&y, b, sizeof y);                                                                                 \
    return x * y;                                                                                            \
  }                                                                                                          \
  static T dot_##t(const T *a, const T *b, size_t n) {                                                       \
    dot_##t##_v s0 = {0}, s1 = {0}, s2 = {0}, s3 = {0};                                                      \
    size_t i = 0;                                                                                            \
    for (; i + 4 * LANES <= n; i += 4 * LANES) {                                                             \
      s0 += part_##t(a + i, b + i);                                                                          \
      s1 += part_##t(a + i + LANES, b + i + LANES);                                                          \
      s2 += part_##t(a + i + 2 * LANES, b + i + 2 * LANES);                                                  \
      s3 += part_##t(a + i + 3 * LANES, b + i + 3 * LANES);                                                  \
    }                                                                                                        \
    if (LANES == 4 && i + 2 * LANES <= n) {                                                                                \
      s0 += part_##t(a + i, b + i);                                                                          \
      s1 += part_##t(a + i + LANES, b + i + LANES);                                                          \
      i += 2 * LANES;                                                                                        \
    }                                                                                                        \
    for (; i + LANES <= n; i += LANES) s0 += part_##t(a + i, b + i);                                         \
    for (; i < n; i++) s0[0] += a[i] * b[i];                                                                 \
    s0 = ((s0 + s1) + s2) + s3;                                                                              \
    return LANES == 4 ? (s0[0] + s0[LANES == 4 ? 2 : 0]) + (s0[1] + s0[LANES == 4 ? 3 : 0]) : s0[0] + s0[1]; \
  }
DOT(f32, float, 4) DOT(f64, double, 2)

void wick_dot(int dtype, const char *a, const char *b, size_t n, char *out) {
  if (dtype == WICK_F32) *(float *)out = dot_f32((const float *)a, (const float *)b, n);
  else *(double *)out = dot_f64((const double *)a, (const double *)b, n);
}
