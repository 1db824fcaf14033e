// Sums in torch's order, so that results are equal to the last bit.
//
// A vector of n numbers is seen as n/4 rows of four (of vectors of 8 float32 or 4 float64 where memory is contiguous).
// The four chains run side by side, each through a cascade of four levels: level 0 adds 2^p numbers and hands its sum
// to level 1, and so on. Left-over numbers go to chain 0; then chains 0+1+2+3; then the scalar tail, then the lanes.
#include "types.h"

typedef float v8f __attribute__((vector_size(32)));
typedef double v4d __attribute__((vector_size(32)));
#define SUM_CLONES CLONES

static inline int ceil_log2(size_t n) {
  int bits = 0;
  if (n > 1) for (size_t v = n - 1; v; v >>= 1) bits++;
  return bits;
}

// Four chains side by side over `size` rows; V is the type of one addend.
#define CASCADE(NAME, V)                                                                                     \
  INLINE V load_##NAME(const char *p) { V v; memcpy(&v, p, sizeof v); return v; }                            \
  INLINE void chains_##NAME(V out[4], const char *a, intptr_t row, intptr_t column, size_t size) {           \
    int bits = ceil_log2(size) / 4;                                                                          \
    const size_t power = bits < 4 ? 4 : (size_t)bits;                                                        \
    const size_t step = (size_t)1 << power, mask = step - 1;                                                 \
    V acc[4][4];                                                                                             \
    memset(acc, 0, sizeof acc);                                                                              \
    size_t i = 0;                                                                                            \
    while (i + step <= size) {                                                                               \
      V c0 = acc[0][0], c1 = acc[0][1], c2 = acc[0][2], c3 = acc[0][3];                                      \
      for (size_t j = 0; j < step; j++, i++) {                                                               \
        const char *r = a + (intptr_t)i * row;                                                               \
        c0 += load_##NAME(r); c1 += load_##NAME(r + column);                                                 \
        c2 += load_##NAME(r + 2 * column); c3 += load_##NAME(r + 3 * column);                                \
      }                                                                                                      \
      acc[0][0] = c0; acc[0][1] = c1; acc[0][2] = c2; acc[0][3] = c3;                                        \
      for (size_t level = 1; level < 4; level++) {                                                           \
        for (int k = 0; k < 4; k++) { acc[level][k] += acc[level - 1][k]; memset(&acc[level - 1][k], 0, sizeof(V)); } \
        if (i & (mask << (level * power))) break;                                                            \
      }                                                                                                      \
    }                                                                                                        \
    for (; i < size; i++) {                                                                                  \
      const char *r = a + (intptr_t)i * row;                                                                 \
      for (int k = 0; k < 4; k++) acc[0][k] += load_##NAME(r + k * column);                                  \
    }                                                                                                        \
    for (int level = 1; level < 4; level++)                                                                  \
      for (int k = 0; k < 4; k++) acc[0][k] += acc[level][k];                                                \
    for (int k = 0; k < 4; k++) out[k] = acc[0][k];                                                          \
  }                                                                                                          \
  /* The same of two places at once: eight chains, so that no addition waits for the one before. */          \
  INLINE void pair_##NAME(V left[4], V right[4], const char *a, const char *b, intptr_t row, intptr_t column, size_t size) { \
    int bits = ceil_log2(size) / 4;                                                                          \
    const size_t power = bits < 4 ? 4 : (size_t)bits;                                                        \
    const size_t step = (size_t)1 << power, mask = step - 1;                                                 \
    V acc[4][8];                                                                                             \
    memset(acc, 0, sizeof acc);                                                                              \
    size_t i = 0;                                                                                            \
    while (i + step <= size) {                                                                               \
      V c0 = acc[0][0], c1 = acc[0][1], c2 = acc[0][2], c3 = acc[0][3];                                      \
      V d0 = acc[0][4], d1 = acc[0][5], d2 = acc[0][6], d3 = acc[0][7];                                      \
      const char *r = a + (intptr_t)i * row, *s = b + (intptr_t)i * row;                                     \
      for (size_t j = 0; j < step; j++, i++, r += row, s += row) {                                           \
        c0 += load_##NAME(r); c1 += load_##NAME(r + column);                                                 \
        c2 += load_##NAME(r + 2 * column); c3 += load_##NAME(r + 3 * column);                                \
        d0 += load_##NAME(s); d1 += load_##NAME(s + column);                                                 \
        d2 += load_##NAME(s + 2 * column); d3 += load_##NAME(s + 3 * column);                                \
      }                                                                                                      \
      acc[0][0] = c0; acc[0][1] = c1; acc[0][2] = c2; acc[0][3] = c3;                                        \
      acc[0][4] = d0; acc[0][5] = d1; acc[0][6] = d2; acc[0][7] = d3;                                        \
      for (size_t level = 1; level < 4; level++) {                                                           \
        for (int k = 0; k < 8; k++) { acc[level][k] += acc[level - 1][k]; memset(&acc[level - 1][k], 0, sizeof(V)); } \
        if (i & (mask << (level * power))) break;                                                            \
      }                                                                                                      \
    }                                                                                                        \
    for (; i < size; i++) {                                                                                  \
      const char *r = a + (intptr_t)i * row, *s = b + (intptr_t)i * row;                                     \
      for (int k = 0; k < 4; k++) { acc[0][k] += load_##NAME(r + k * column); acc[0][k + 4] += load_##NAME(s + k * column); } \
    }                                                                                                        \
    for (int level = 1; level < 4; level++)                                                                  \
      for (int k = 0; k < 8; k++) acc[0][k] += acc[level][k];                                                \
    for (int k = 0; k < 4; k++) { left[k] = acc[0][k]; right[k] = acc[0][k + 4]; }                           \
  }                                                                                                          \
  INLINE V row_##NAME(const char *a, intptr_t step, size_t n) {                                              \
    V p[4];                                                                                                  \
    size_t quarter = n / 4;                                                                                  \
    chains_##NAME(p, a, 4 * step, step, quarter);                                                            \
    for (size_t i = quarter * 4; i < n; i++) p[0] += load_##NAME(a + (intptr_t)i * step);                    \
    for (int k = 1; k < 4; k++) p[0] += p[k];                                                                \
    return p[0];                                                                                             \
  }
CASCADE(v8f, v8f) CASCADE(f32, float) CASCADE(v4d, v4d) CASCADE(f64, double)

#define SUM_BLOCK(T, t, V, v, LANES)                                                                         \
  SUM_CLONES static void block_##t(char *out, intptr_t os, const char *a, intptr_t in0, intptr_t in1, size_t size0,  \
                               size_t size1) {                                                               \
    const intptr_t w = sizeof(T);                                                                            \
    if (in0 == w && size0 >= LANES) {                                                                        \
      size_t j = 0;                                                                                          \
      size_t n = size0 / LANES, quarter = n / 4;                                                             \
      for (; quarter >= 4 && j + 2 <= size1; j += 2) {                                                       \
        const char *r[2] = {a + (intptr_t)j * in1, a + (intptr_t)(j + 1) * in1};                             \
        V p[2][4];                                                                                           \
        pair_##v(p[0], p[1], r[0], r[1], 4 * LANES * w, LANES * w, quarter);                                 \
        for (int h = 0; h < 2; h++) {                                                                        \
          for (size_t i = quarter * 4; i < n; i++) p[h][0] += load_##v(r[h] + (intptr_t)i * LANES * w);      \
          for (int k = 1; k < 4; k++) p[h][0] += p[h][k];                                                    \
          T total = 0;                                                                                       \
          for (size_t k = n * LANES; k < size0; k++) total += load_##t(r[h] + (intptr_t)k * w);              \
          for (int k = 0; k < LANES; k++) total += p[h][0][k];                                               \
          *(T *)(out + (intptr_t)(j + (size_t)h) * os) += total;                                             \
        }                                                                                                    \
      }                                                                                                      \
      for (; j < size1; j++) {                                                                               \
        const char *r = a + (intptr_t)j * in1;                                                               \
        V lanes = row_##v(r, LANES * w, n);                                                                  \
        T total = 0;                                                                                         \
        for (size_t k = n * LANES; k < size0; k++) total += load_##t(r + (intptr_t)k * w);                   \
        for (int k = 0; k < LANES; k++) total += lanes[k];                                                   \
        *(T *)(out + (intptr_t)j * os) += total;                                                             \
      }                                                                                                      \
    } else if (in1 == w && size1 >= LANES) {                                                                 \
      size_t j = 0;                                                                                          \
      for (; j + 8 * LANES <= size1; j += 8 * LANES) {                                                       \
        V p[8];                                                                                              \
        const char *r = a + (intptr_t)j * w;                                                                 \
        pair_##v(p, p + 4, r, r + 4 * LANES * w, in0, LANES * w, size0);                                     \
        for (int c = 0; c < 8; c++)                                                                          \
          for (int k = 0; k < LANES; k++) *(T *)(out + (intptr_t)(j + (size_t)(c * LANES + k)) * os) += p[c][k]; \
      }                                                                                                      \
      for (; j + 4 * LANES <= size1; j += 4 * LANES) {                                                       \
        V p[4];                                                                                              \
        chains_##v(p, a + (intptr_t)j * w, in0, LANES * w, size0);                                           \
        for (int c = 0; c < 4; c++)                                                                          \
          for (int k = 0; k < LANES; k++) *(T *)(out + (intptr_t)(j + (size_t)(c * LANES + k)) * os) += p[c][k]; \
      }                                                                                                      \
      for (; j + LANES <= size1; j += LANES) {                                                               \
        V p = row_##v(a + (intptr_t)j * w, in0, size0);                                                      \
        for (int k = 0; k < LANES; k++) *(T *)(out + (intptr_t)(j + (size_t)k) * os) += p[k];                \
      }                                                                                                      \
      for (; j < size1; j++) *(T *)(out + (intptr_t)j * os) += row_##t(a + (intptr_t)j * w, in0, size0);     \
    } else if (in0 < in1) {                                                                                  \
      for (size_t j = 0; j < size1; j++)                                                                     \
        *(T *)(out + (intptr_t)j * os) += row_##t(a + (intptr_t)j * in1, in0, size0);                        \
    } else {                                                                                                 \
      size_t j = 0;                                                                                          \
      for (; j + 4 <= size1; j += 4) {                                                                       \
        T p[4];                                                                                              \
        chains_##t(p, a + (intptr_t)j * in1, in0, in1, size0);                                               \
        for (size_t c = 0; c < 4; c++) *(T *)(out + (intptr_t)(j + c) * os) += p[c];                         \
      }                                                                                                      \
      for (; j < size1; j++) *(T *)(out + (intptr_t)j * os) += row_##t(a + (intptr_t)j * in1, in0, size0);   \
    }                                                                                                        \
  }
SUM_BLOCK(float, f32, v8f, v8f, 8)
SUM_BLOCK(double, f64, v4d, v4d, 4)

void wick_sum_block(int dtype, char *out, intptr_t os, const char *a, intptr_t in0, intptr_t in1, size_t size0,
                    size_t size1) {
  if (dtype == WICK_F32) block_f32(out, os, a, in0, in1, size0, size1);
  else block_f64(out, os, a, in0, in1, size0, size1);
}

#define SUM_INT(t, ...)                                                                                          \
  CLONES static int64_t integers_##t(const char *a, intptr_t step, size_t n) {                               \
    uint64_t total = 0;                                                                                      \
    if (step == (intptr_t)sizeof(S_##t)) {                                                                   \
      const S_##t *s = (const S_##t *)a;                                                                     \
      for (size_t i = 0; i < n; i++) total += (uint64_t)(int64_t)s[i];                                       \
    } else for (size_t i = 0; i < n; i++, a += step) total += (uint64_t)(int64_t)*(const S_##t *)a;          \
    return (int64_t)total;                                                                                   \
  }
INT_TYPES(SUM_INT, 0) SUM_INT(u16) SUM_INT(u32)
#define ADD_INT(t, ...)                                                                                          \
  CLONES static void add_integers_##t(int64_t *out, const char *a, intptr_t step, size_t rows, size_t n) {   \
    for (size_t r = 0; r < rows; r++, a += step) {                                                           \
      const S_##t *s = (const S_##t *)a;                                                                     \
      for (size_t i = 0; i < n; i++) out[i] = (int64_t)((uint64_t)out[i] + (uint64_t)(int64_t)s[i]);         \
    }                                                                                                        \
  }
INT_TYPES(ADD_INT, 0) ADD_INT(u16) ADD_INT(u32)
void wick_add_integers(int dtype, int64_t *out, const char *a, intptr_t step, size_t rows, size_t n) {
  switch (dtype) {
    case WICK_BOOL: case WICK_U8: add_integers_u8(out, a, step, rows, n); break;
    case WICK_I8: add_integers_i8(out, a, step, rows, n); break;
    case WICK_I16: add_integers_i16(out, a, step, rows, n); break;
    case WICK_I32: add_integers_i32(out, a, step, rows, n); break;
    case WICK_U16: add_integers_u16(out, a, step, rows, n); break;
    case WICK_U32: add_integers_u32(out, a, step, rows, n); break;
    default: add_integers_i64(out, a, step, rows, n);
  }
}
int64_t wick_sum_integers(int dtype, const char *a, intptr_t step, size_t n) {
  switch (dtype) {
    case WICK_BOOL: case WICK_U8: return integers_u8(a, step, n);
    case WICK_I8: return integers_i8(a, step, n);
    case WICK_I16: return integers_i16(a, step, n);
    case WICK_I32: return integers_i32(a, step, n);
    case WICK_U16: return integers_u16(a, step, n);
    case WICK_U32: return integers_u32(a, step, n);
    default: return integers_i64(a, step, n);
  }
}
