// Reading and adding by indices, with the check of the indices in the same pass.
#include "types.h"
#include "ArrayKernelsSort.h"

#define PICK(NAME, T)                                                                                        \
  static int NAME(T *out, const T *in, const int64_t *index, size_t n, uint64_t size) {                      \
    uint64_t wrong = 0;                                                                                      \
    for (size_t i = 0; i < n; i++) {                                                                         \
      const uint64_t j = (uint64_t)index[i];                                                                 \
      const int is_out = j >= size;                                                                          \
      wrong |= (uint64_t)is_out;                                                                             \
      out[i] = in[is_out ? 0 : j];                                                                           \
    }                                                                                                        \
    return !wrong;                                                                                           \
  }
PICK(pick_1, uint8_t) PICK(pick_2, uint16_t) PICK(pick_4, uint32_t) PICK(pick_8, uint64_t) PICK(pick_16, bytes16)

int wick_pick(size_t width, void *out, const void *in, const int64_t *index, size_t n, int64_t size) {
  if (size <= 0) return n == 0;
  switch (width) {
    case 1: return pick_1(out, in, index, n, (uint64_t)size);
    case 2: return pick_2(out, in, index, n, (uint64_t)size);
    case 4: return pick_4(out, in, index, n, (uint64_t)size);
    case 8: return pick_8(out, in, index, n, (uint64_t)size);
    case 16: return pick_16(out, in, index, n, (uint64_t)size);
  }
  for (size_t i = 0; i < n; i++) {
    const uint64_t j = (uint64_t)index[i];
    if (j >= (uint64_t)size) return 0;
    memcpy((char *)out + i * width, (const char *)in + j * width, width);
  }
  return 1;
}

// Writing by indices that have been checked; the last of those that name one place stays.
#define PLACE(T) \
  { \
    T *to = out; \
    const T *from = in; \
    for (size_t i = 0; i < n; i++) to[index[i]] = from[i]; \
    return; \
  }
void wick_place(size_t width, void *out, const void *in, const int64_t *index, size_t n) {
  switch (width) {
    case 1: PLACE(uint8_t)
    case 2: PLACE(uint16_t)
    case 4: PLACE(uint32_t)
    case 8: PLACE(uint64_t)
    default: PLACE(bytes16)
  }
}

CLONES void wick_index_range(const int64_t *index, size_t n, int64_t *low, int64_t *high) {
  int64_t least = 0, most = 0;
  for (size_t i = 0; i < n; i++) {
    const int64_t x = index[i];
    least = x < least ? x : least;
    most = x > most ? x : most;
  }
  *low = least;
  *high = most;
}

void wick_scatter_add(float *out, const int64_t *index, const float *in, size_t n) {
  for (size_t i = 0; i < n; i++) out[index[i]] += in[i];
}
