// Random numbers: the Mersenne twister's refill and torch's vectorized Box-Muller.
//
// The polynomials are Cephes' logf, sinf and cosf with exactly the fused multiply-adds torch's AVX2 kernel has; they are
// portable arithmetic, so every machine gets the numbers torch gives on x86.
#include "types.h"

INLINE uint32_t mt_mix(uint32_t word, uint32_t next) {
  uint32_t y = (word & 0x80000000u) | (next & 0x7FFFFFFFu);
  return (y >> 1) ^ (-(next & 1u) & 0x9908B0DFu);
}

// In three parts, of which each reads words far from those it writes: then the compiler takes many at a time.
CLONES void wick_mt19937_refill(uint32_t *s) {
  for (int k = 0; k < 227; k++) s[k] = s[k + 397] ^ mt_mix(s[k], s[k + 1]);
  for (int k = 227; k < 623; k++) s[k] = s[k - 227] ^ mt_mix(s[k], s[k + 1]);
  s[623] = s[396] ^ mt_mix(s[623], s[0]);
}

// Uniform numbers of 24 bits from words of the state.
CLONES void wick_mt19937_floats(const uint32_t *words, float *target, size_t count) {
  for (size_t k = 0; k < count; k++) {
    uint32_t y = words[k];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680u;
    y ^= (y << 15) & 0xEFC60000u;
    y ^= y >> 18;
    target[k] = (float)(int32_t)(y & 0xFFFFFFu) * 0x1p-24f;
  }
}

#define FMA(a, b, c) __builtin_elementwise_fma((float)(a), (float)(b), (float)(c))

INLINE float cephes_log(float x) {
  uint32_t bits = f32_bits(x);
  float e = (float)((int32_t)(bits >> 23) - 0x7F) + 1.0f;
  float m = bits_f32((bits & ~0x7F800000u) | 0x3F000000u);
  int mask = m < 0.707106781186547524f;
  float tmp = mask ? m : 0.0f;
  m = m - 1.0f;
  e = e - (mask ? 1.0f : 0.0f);
  m = m + tmp;
  float z = m * m;
  float y = 7.0376836292E-2f;
  y = FMA(y, m, -1.1514610310E-1f); y = FMA(y, m, 1.1676998740E-1f); y = FMA(y, m, -1.2420140846E-1f);
  y = FMA(y, m, 1.4249322787E-1f); y = FMA(y, m, -1.6668057665E-1f); y = FMA(y, m, 2.0000714765E-1f);
  y = FMA(y, m, -2.4999993993E-1f); y = FMA(y, m, 3.3333331174E-1f);
  y = y * m;
  tmp = e * -2.12194440e-4f;
  y = FMA(y, z, tmp);
  y = FMA(-z, 0.5f, y);
  float s = m + y;
  return FMA(e, 0.693359375f, s);
}

INLINE void cephes_sincos(float x, float *sine, float *cosine) {
  float y = x * 1.27323954473516f;
  int32_t j = ((int32_t)y + 1) & ~1;
  y = (float)j;
  int swap_sign = (j & 4) != 0, poly = (j & 2) == 0;
  x = FMA(y, -0.78515625f, x);
  x = FMA(y, -2.4187564849853515625e-4f, x);
  x = FMA(y, -3.77489497744594108e-8f, x);
  int negate_cos = (~(j - 2) & 4) != 0;
  float z = x * x;
  float c = 2.443315711809948E-005f;
  c = FMA(c, z, -1.388731625493765E-003f);
  c = FMA(c, z, 4.166664568298827E-002f);
  c = c * z;
  c = FMA(c, z, -(z * 0.5f));
  c = c + 1.0f;
  float s = -1.9515295891E-4f;
  s = FMA(s, z, 8.3321608736E-3f);
  s = FMA(s, z, -1.6666654611E-1f);
  s = s * z;
  s = FMA(s, x, x);
  float sn = poly ? s : c, cs = poly ? c : s;
  *sine = swap_sign ? -sn : sn;
  *cosine = negate_cos ? -cs : cs;
}

CLONES void wick_normal_fill16(float *data, size_t blocks, float mean, float std) {
  for (size_t b = 0; b < blocks; b++, data += 16) {
    float out[16];
    for (int j = 0; j < 8; j++) {
      float u1 = 1.0f - data[j], u2 = data[j + 8];
      float radius = __builtin_elementwise_sqrt(-2.0f * cephes_log(u1));
      float sn, cs;
      cephes_sincos((float)(2.0 * M_PI) * u2, &sn, &cs);
      out[j] = FMA(radius * cs, std, mean);
      out[j + 8] = FMA(radius * sn, std, mean);
    }
    memcpy(data, out, sizeof out);
  }
}
