// Products of small or integer matrices; large floating point ones go to OpenBLAS.
#include "types.h"

// Rows of b are added up times one element of a: the inner loop runs along a row, so it vectorizes.
#define MATMUL(t, T)                                                                                         \
  CLONES static void matmul_##t(T *restrict c, const T *restrict a, intptr_t ar, intptr_t ac, const T *restrict b,  \
                                intptr_t br, intptr_t bc, size_t m, size_t n, size_t k) {                    \
    for (size_t i = 0; i < m; i++) {                                                                         \
      T *row = c + i * n;                                                                                    \
      if (bc == 1) {                                                                                         \
        for (size_t j = 0; j < n; j++) row[j] = 0;                                                           \
        for (size_t p = 0; p < k; p++) {                                                                     \
          const T x = a[(intptr_t)i * ar + (intptr_t)p * ac];                                                \
          const T *line = b + (intptr_t)p * br;                                                              \
          for (size_t j = 0; j < n; j++) row[j] += x * line[j];                                              \
        }                                                                                                    \
      } else {                                                                                               \
        for (size_t j = 0; j < n; j++) {                                                                     \
          T total = 0;                                                                                       \
          for (size_t p = 0; p < k; p++)                                                                     \
            total += a[(intptr_t)i * ar + (intptr_t)p * ac] * b[(intptr_t)p * br + (intptr_t)j * bc];        \
          row[j] = total;                                                                                    \
        }                                                                                                    \
      }                                                                                                      \
    }                                                                                                        \
  }
MATMUL(u8, uint8_t) MATMUL(u16, uint16_t) MATMUL(u32, uint32_t) MATMUL(u64, uint64_t) MATMUL(f32, float) MATMUL(f64, double)
#define MATMUL_COMPLEX(t, T)                                                                                 \
  static void matmul_##t(T *restrict c, const T *restrict a, intptr_t ar, intptr_t ac, const T *restrict b, intptr_t br, \
                         intptr_t bc, size_t m, size_t n, size_t k) {                                        \
    for (size_t i = 0; i < m; i++)                                                                           \
      for (size_t j = 0; j < n; j++) {                                                                       \
        T total = 0;                                                                                         \
        for (size_t p = 0; p < k; p++)                                                                       \
          total += a[(intptr_t)i * ar + (intptr_t)p * ac] * b[(intptr_t)p * br + (intptr_t)j * bc];          \
        c[i * n + j] = total;                                                                                \
      }                                                                                                      \
  }
MATMUL_COMPLEX(c64, float _Complex) MATMUL_COMPLEX(c128, double _Complex)

// A transposed right side is turned around into a buffer first, unless it is large.
enum { WICK_PACK_BYTES = 32768 };
static void pack_4(char *out, const char *b, intptr_t br, intptr_t bc, size_t k, size_t n) {
  for (size_t p = 0; p < k; p++)
    for (size_t j = 0; j < n; j++)
      ((uint32_t *)out)[p * n + j] = ((const uint32_t *)b)[(intptr_t)p * br + (intptr_t)j * bc];
}
static void pack_8(char *out, const char *b, intptr_t br, intptr_t bc, size_t k, size_t n) {
  for (size_t p = 0; p < k; p++)
    for (size_t j = 0; j < n; j++)
      ((uint64_t *)out)[p * n + j] = ((const uint64_t *)b)[(intptr_t)p * br + (intptr_t)j * bc];
}

// Few columns: each row of the result is one vector, in which the numbers are added up in the same order as above. The
// right side is laid out in whole vectors first.
enum { WICK_SMALL_DEPTH = 64 };
#define SMALL(NAME, T, LANES)                                                                                \
  typedef T v_##NAME __attribute__((vector_size(LANES * sizeof(T))));                                        \
  CLONES static void small_##NAME(T *restrict c, const T *restrict a, intptr_t ar, intptr_t ac, const T *restrict b, \
                                  intptr_t br, intptr_t bc, size_t m, size_t n, size_t k) {                  \
    v_##NAME line[WICK_SMALL_DEPTH];                                                                         \
    for (size_t p = 0; p < k; p++) {                                                                         \
      v_##NAME v = {0};                                                                                      \
      const T *s = b + (intptr_t)p * br;                                                                     \
      for (size_t j = 0; j < n; j++) v[j] = s[(intptr_t)j * bc];                                             \
      line[p] = v;                                                                                           \
    }                                                                                                        \
    size_t i = 0;                                                                                            \
    for (; i + 4 <= m; i += 4) {                                                                             \
      const T *r = a + (intptr_t)i * ar;                                                                     \
      v_##NAME t0 = {0}, t1 = {0}, t2 = {0}, t3 = {0};                                                       \
      for (size_t p = 0; p < k; p++, r += ac) {                                                              \
        t0 += r[0] * line[p]; t1 += r[ar] * line[p]; t2 += r[2 * ar] * line[p]; t3 += r[3 * ar] * line[p];   \
      }                                                                                                      \
      T *o = c + i * n;                                                                                      \
      for (size_t j = 0; j < n; j++) { o[j] = t0[j]; o[n + j] = t1[j]; o[2 * n + j] = t2[j]; o[3 * n + j] = t3[j]; } \
    }                                                                                                        \
    for (; i < m; i++) {                                                                                     \
      const T *r = a + (intptr_t)i * ar;                                                                     \
      v_##NAME t = {0};                                                                                      \
      for (size_t p = 0; p < k; p++, r += ac) t += r[0] * line[p];                                           \
      for (size_t j = 0; j < n; j++) c[i * n + j] = t[j];                                                    \
    }                                                                                                        \
  }
SMALL(f32x8, float, 8) SMALL(f32x16, float, 16) SMALL(f64x8, double, 8)

// One column: four rows at a time, in which the numbers are added up in the same order.
#define COLUMN(NAME, T)                                                                                      \
  CLONES static void column_##NAME(T *restrict c, const T *restrict a, intptr_t ar, intptr_t ac, const T *restrict b, \
                                   intptr_t br, size_t m, size_t k) {                                        \
    size_t i = 0;                                                                                            \
    for (; i + 4 <= m; i += 4) {                                                                             \
      const T *r = a + (intptr_t)i * ar, *s = b;                                                             \
      T t0 = 0, t1 = 0, t2 = 0, t3 = 0;                                                                      \
      for (size_t p = 0; p < k; p++, r += ac, s += br) {                                                     \
        t0 += r[0] * s[0]; t1 += r[ar] * s[0]; t2 += r[2 * ar] * s[0]; t3 += r[3 * ar] * s[0];               \
      }                                                                                                      \
      c[i] = t0; c[i + 1] = t1; c[i + 2] = t2; c[i + 3] = t3;                                                \
    }                                                                                                        \
    for (; i < m; i++) {                                                                                     \
      const T *r = a + (intptr_t)i * ar, *s = b;                                                             \
      T t = 0;                                                                                               \
      for (size_t p = 0; p < k; p++, r += ac, s += br) t += r[0] * s[0];                                     \
      c[i] = t;                                                                                              \
    }                                                                                                        \
  }
COLUMN(f32, float) COLUMN(f64, double)

#define CALL(t, T) matmul_##t((T *)c, (const T *)a, ar, ac, (const T *)b, br, bc, m, n, k)
#define FEW(t, T) small_##t((T *)c, (const T *)a, ar, ac, (const T *)b, br, bc, m, n, k)
static void general(int dtype, char *c, const char *a, intptr_t ar, intptr_t ac, const char *b, intptr_t br, intptr_t bc,
                    size_t m, size_t n, size_t k);
void wick_matmul_plain(int dtype, char *c, const char *a, intptr_t ar, intptr_t ac, const char *b, intptr_t br,
                       intptr_t bc, size_t m, size_t n, size_t k) {
  if (m > 1 && n > 1 && n <= 16 && k <= WICK_SMALL_DEPTH) {
    if (dtype == WICK_F32) { if (n <= 8) FEW(f32x8, float); else FEW(f32x16, float); return; }
    if (dtype == WICK_F64 && n <= 8) { FEW(f64x8, double); return; }
  }
  if (n == 1 && dtype == WICK_F32) return column_f32((float *)c, (const float *)a, ar, ac, (const float *)b, br, m, k);
  if (n == 1 && dtype == WICK_F64) return column_f64((double *)c, (const double *)a, ar, ac, (const double *)b, br, m, k);
  general(dtype, c, a, ar, ac, b, br, bc, m, n, k);
}
// Apart from the function above, whose callers should not pay for this buffer.
__attribute__((noinline)) static void general(int dtype, char *c, const char *a, intptr_t ar, intptr_t ac, const char *b,
                                              intptr_t br, intptr_t bc, size_t m, size_t n, size_t k) {
  _Alignas(64) char packed[WICK_PACK_BYTES];
  size_t width = dtype == WICK_F32 ? 4 : dtype == WICK_F64 ? 8 : 0;
  if (width && bc != 1 && n > 4 && m > 1 && k <= 4096 && n <= 4096 && k * n * width <= WICK_PACK_BYTES) {
    if (width == 4) pack_4(packed, b, br, bc, k, n);
    else pack_8(packed, b, br, bc, k, n);
    b = packed;
    br = n;
    bc = 1;
  }
  switch (dtype) {
    case WICK_U8: case WICK_I8: CALL(u8, uint8_t); break;
    case WICK_I16: CALL(u16, uint16_t); break;
    case WICK_I32: CALL(u32, uint32_t); break;
    case WICK_I64: CALL(u64, uint64_t); break;
    case WICK_F32: CALL(f32, float); break;
    case WICK_F64: CALL(f64, double); break;
    case WICK_C64: CALL(c64, float _Complex); break;
    case WICK_C128: CALL(c128, double _Complex); break;
    default: break;
  }
}
