// float16 to float32 and back, many at a time, by the processor's own instructions where it has them. Which it has is asked
// when a block is converted: the clones of a loop differ in how they are compiled, not in what they say.
#include "types.h"

CLONES static void widen(float *out, const uint16_t *in, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = f16_to_f32(in[i]);
}
CLONES static void narrow(uint16_t *out, const float *in, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = f32_to_f16(in[i]);
}

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx,f16c"))) static void widen_eights(float *out, const uint16_t *in, size_t n) {
  size_t i = 0;
  for (; i + 8 <= n; i += 8) _mm256_storeu_ps(out + i, _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(in + i))));
  for (; i < n; i++) out[i] = f16_to_f32(in[i]);
}
__attribute__((target("avx,f16c"))) static void narrow_eights(uint16_t *out, const float *in, size_t n) {
  size_t i = 0;
  for (; i + 8 <= n; i += 8)
    _mm_storeu_si128((__m128i *)(out + i), _mm256_cvtps_ph(_mm256_loadu_ps(in + i), _MM_FROUND_TO_NEAREST_INT));
  for (; i < n; i++) out[i] = f32_to_f16(in[i]);
}
#define HAS_HALVES __builtin_cpu_supports("f16c")
#else
#define HAS_HALVES 0
#define widen_eights widen
#define narrow_eights narrow
#endif

void wick_widen_halves(float *out, const uint16_t *in, size_t n) {
  if (HAS_HALVES) widen_eights(out, in, n);
  else widen(out, in, n);
}
void wick_narrow_halves(uint16_t *out, const float *in, size_t n) {
  if (HAS_HALVES) narrow_eights(out, in, n);
  else narrow(out, in, n);
}
