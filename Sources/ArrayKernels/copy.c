// Copies between strided arrays of one element width, fills and counting sequences.
#include "types.h"
#include "ArrayKernelsCopy.h"

// Squares of this side fit the cache while a matrix is turned: each line that is read holds elements of several rows.
enum { SIDE = 32 };

// Two innermost dimensions of a copy: `n1` rows of `n0` elements.
#define PLANE(NAME, T)                                                                                          \
  CLONES static void NAME(char *to, intptr_t t0, intptr_t t1, const char *from, intptr_t f0, intptr_t f1,       \
                          size_t n0, size_t n1) {                                                               \
    const intptr_t w = sizeof(T), s0 = f0 / w;                                                                  \
    if (t0 == w && f0 == 0) {                                                                                   \
      for (size_t r = 0; r < n1; r++, to += t1, from += f1) {                                                   \
        T *o = (T *)to;                                                                                         \
        const T v = *(const T *)from;                                                                           \
        for (size_t i = 0; i < n0; i++) o[i] = v;                                                               \
      }                                                                                                         \
    } else if (t0 == w && f0 == -w) {                                                                           \
      for (size_t r = 0; r < n1; r++, to += t1, from += f1) {                                                   \
        T *o = (T *)to;                                                                                         \
        const T *in = (const T *)from - (n0 - 1);                                                               \
        VECTORIZE                                                                                               \
        for (size_t i = 0; i < n0; i++) o[i] = in[n0 - 1 - i];                                                  \
      }                                                                                                         \
    } else if (t0 == w && n1 >= 4 && (f1 < 0 ? -f1 : f1) < (f0 < 0 ? -f0 : f0)) {                               \
      for (size_t r = 0; r < n1; r += SIDE) {                                                                   \
        const size_t below = n1 - r < SIDE ? n1 - r : SIDE;                                                     \
        for (size_t c = 0; c < n0; c += SIDE) {                                                                 \
          const size_t beside = n0 - c < SIDE ? n0 - c : SIDE;                                                  \
          for (size_t i = 0; i < below; i++) {                                                                  \
            T *o = (T *)(to + (intptr_t)(r + i) * t1) + c;                                                      \
            const T *in = (const T *)(from + (intptr_t)(r + i) * f1 + (intptr_t)c * f0);                        \
            for (size_t j = 0; j < beside; j++, in += s0) o[j] = *in;                                           \
          }                                                                                                     \
        }                                                                                                       \
      }                                                                                                         \
    } else {                                                                                                    \
      for (size_t r = 0; r < n1; r++, to += t1, from += f1) {                                                   \
        char *o = to;                                                                                           \
        const char *in = from;                                                                                  \
        for (size_t i = 0; i < n0; i++, o += t0, in += f0) *(T *)o = *(const T *)in;                            \
      }                                                                                                         \
    }                                                                                                           \
  }
PLANE(plane_1, uint8_t) PLANE(plane_2, uint16_t) PLANE(plane_4, uint32_t) PLANE(plane_8, uint64_t)
PLANE(plane_16, bytes16)

// Short rows of a fixed size are a few moves.
static void rows(char *out, intptr_t to_step, const char *in, intptr_t from_step, size_t bytes, size_t count) {
#define ROWS(BYTES) for (size_t r = 0; r < count; r++, out += to_step, in += from_step) memcpy(out, in, BYTES)
  switch (bytes) {
    case 16: ROWS(16); break;
    case 32: ROWS(32); break;
    case 64: ROWS(64); break;
    case 128: ROWS(128); break;
    default: ROWS(bytes);
  }
#undef ROWS
}

void wick_copy_plane(size_t width, void *to, intptr_t t0, intptr_t t1, const void *from, intptr_t f0, intptr_t f1,
                     size_t n0, size_t n1) {
  if (t0 == (intptr_t)width && f0 == (intptr_t)width) {
    rows(to, t1, from, f1, n0 * width, n1);
    return;
  }
  switch (width) {
    case 1: plane_1(to, t0, t1, from, f0, f1, n0, n1); break;
    case 2: plane_2(to, t0, t1, from, f0, f1, n0, n1); break;
    case 4: plane_4(to, t0, t1, from, f0, f1, n0, n1); break;
    case 8: plane_8(to, t0, t1, from, f0, f1, n0, n1); break;
    case 16: plane_16(to, t0, t1, from, f0, f1, n0, n1); break;
  }
}

// Element `i` of the piece is number `from + i` of the sequence.
CLONES void wick_count_i64(int64_t *out, int64_t first, int64_t step, size_t from, size_t n) {
  uint64_t value = (uint64_t)first + (uint64_t)step * from;
  for (size_t i = 0; i < n; i++) out[i] = (int64_t)(value + (uint64_t)step * i);
}
CLONES void wick_count_f32(float *out, double first, double step, size_t from, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = (float)(first + (double)(int64_t)(from + i) * step);
}
CLONES void wick_count_f64(double *out, double first, double step, size_t from, size_t n) {
  for (size_t i = 0; i < n; i++) out[i] = first + (double)(int64_t)(from + i) * step;
}
// Fused, as torch's vectors are: `base + step * (from + i)`, counted down from the end in the second half.
CLONES void wick_space_f32(float *out, float base, float step, int64_t from, int64_t direction, size_t n) {
  for (size_t i = 0; i < n; i++)
    out[i] = __builtin_elementwise_fma(step, (float)(int32_t)(from + direction * (int64_t)i), base);
}
