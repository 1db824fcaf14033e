// Square roots of float32 as the library that torch calls computes them on processors it does not know, AMD's among them: an
// estimate of 1/sqrt(x) by the processor and two corrections, each product and sum rounded by itself. A fifth of the results
// are the neighbour of the nearest number, which training by Adam makes visible. Elsewhere roots are correctly rounded.
#include "types.h"
#include "parts.h"
#include <float.h>

#if defined(__x86_64__)
#include <emmintrin.h>

#pragma STDC FP_CONTRACT OFF

INLINE __m128 roots(__m128 x) {
  const __m128 half = _mm_set1_ps(0.5f);
  __m128 y = _mm_rsqrt_ps(x), root = _mm_mul_ps(x, y), slope = _mm_mul_ps(y, half);
  __m128 error = _mm_sub_ps(half, _mm_mul_ps(root, slope));
  root = _mm_add_ps(root, _mm_mul_ps(root, error));
  slope = _mm_add_ps(slope, _mm_mul_ps(slope, error));
  root = _mm_add_ps(root, _mm_mul_ps(slope, _mm_sub_ps(x, _mm_mul_ps(root, root))));
  // Zeros, subnormal, negative and infinite numbers have no estimate.
  __m128 usual = _mm_and_ps(_mm_cmpge_ps(x, _mm_set1_ps(FLT_MIN)), _mm_cmple_ps(x, _mm_set1_ps(FLT_MAX)));
  return _mm_or_ps(_mm_and_ps(usual, root), _mm_andnot_ps(usual, _mm_sqrt_ps(x)));
}

int wick_estimated_roots(char *out, intptr_t os, const char *a, intptr_t as, size_t n) {
  if (!__builtin_cpu_is("amd")) return 0;
  size_t i = 0;
  if (os == 4 && as == 4)
    for (; i + 4 <= n; i += 4) _mm_storeu_ps((float *)out + i, roots(_mm_loadu_ps((const float *)a + i)));
  for (; i < n; i++) {
    float x;
    memcpy(&x, a + (intptr_t)i * as, sizeof x);
    float root = _mm_cvtss_f32(roots(_mm_set1_ps(x)));
    memcpy(out + (intptr_t)i * os, &root, sizeof root);
  }
  return 1;
}
#else
int wick_estimated_roots(char *out, intptr_t os, const char *a, intptr_t as, size_t n) { return 0; }
#endif
