// Sorting of entries that are a key and the place it came from.
//
// `wick_sort_as_std` makes exactly the exchanges of the C++ library's introsort, whose order of equal keys torch shows, but
// finds them without branches: it lists, some dozens of numbers at a time, which on the left do not belong there and which
// on the right, and exchanges them in pairs as Hoare's partition would. Guessing wrong is what costs that one most.
#include "ArrayKernelsSort.h"

#include <stdlib.h>
#include <string.h>

typedef uint64_t entry;  // key in the upper, place in the lower half
typedef struct wick_sort_entry wide;

static inline int before(entry a, entry b) { return (a >> 32) < (b >> 32); }
static inline int before_wide(wide a, wide b) { return a.key < b.key; }

enum { AT_ONCE = 64, SMALL = 16 };

#define INTROSORT(E, LESS, NAME)                                                                             \
  static inline void NAME##_swap(E *a, E *b) { E t = *a; *a = *b; *b = t; }                                  \
  static void NAME##_median(E *result, E *x, E *y, E *z) {                                                   \
    E *middle;                                                                                               \
    if (LESS(*x, *y)) middle = LESS(*y, *z) ? y : LESS(*x, *z) ? z : x;                                      \
    else middle = LESS(*x, *z) ? x : LESS(*y, *z) ? z : y;                                                   \
    NAME##_swap(result, middle);                                                                             \
  }                                                                                                          \
  static E *NAME##_partition(E *first, E *last, const E pivot) {                                             \
    uint8_t left[AT_ONCE], right[AT_ONCE];                                                                   \
    intptr_t l = 0, r = 0, lefts = 0, rights = 0;                                                            \
    while (last - first >= 2 * AT_ONCE + 2) {                                                                \
      if (l == lefts) {                                                                                      \
        l = lefts = 0;                                                                                       \
        for (int i = 0; i < AT_ONCE; i++) { left[lefts] = (uint8_t)i; lefts += !LESS(first[i], pivot); }     \
      }                                                                                                      \
      if (r == rights) {                                                                                     \
        r = rights = 0;                                                                                      \
        for (int i = 0; i < AT_ONCE; i++) { right[rights] = (uint8_t)i; rights += !LESS(pivot, last[-1 - i]); } \
      }                                                                                                      \
      const intptr_t n = lefts - l < rights - r ? lefts - l : rights - r;                                    \
      for (intptr_t i = 0; i < n; i++) NAME##_swap(first + left[l + i], last - 1 - right[r + i]);            \
      l += n;                                                                                                \
      r += n;                                                                                                \
      if (l == lefts) first += AT_ONCE;                                                                      \
      if (r == rights) last -= AT_ONCE;                                                                      \
    }                                                                                                        \
    /* What is listed and not exchanged yet is where the plain loops would stand. */                         \
    if (l < lefts) first += left[l];                                                                         \
    if (r < rights) last -= right[r];                                                                        \
    for (;;) {                                                                                               \
      while (LESS(*first, pivot)) first++;                                                                   \
      last--;                                                                                                \
      while (LESS(pivot, *last)) last--;                                                                     \
      if (first >= last) return first;                                                                       \
      NAME##_swap(first, last);                                                                              \
      first++;                                                                                               \
    }                                                                                                        \
  }                                                                                                          \
  static void NAME##_sift(E *a, intptr_t start, intptr_t n, const E value) {                                 \
    intptr_t hole = start, child = 2 * hole + 2;                                                             \
    while (child < n) {                                                                                      \
      if (LESS(a[child], a[child - 1])) child--;                                                             \
      a[hole] = a[child];                                                                                    \
      hole = child;                                                                                          \
      child = 2 * hole + 2;                                                                                  \
    }                                                                                                        \
    if (child == n) { a[hole] = a[child - 1]; hole = child - 1; }                                            \
    while (hole > start) {                                                                                   \
      intptr_t parent = (hole - 1) / 2;                                                                      \
      if (!LESS(a[parent], value)) break;                                                                    \
      a[hole] = a[parent];                                                                                   \
      hole = parent;                                                                                         \
    }                                                                                                        \
    a[hole] = value;                                                                                         \
  }                                                                                                          \
  static void NAME##_heap(E *a, intptr_t n) {                                                                \
    for (intptr_t parent = (n - 2) / 2; parent >= 0; parent--) NAME##_sift(a, parent, n, a[parent]);         \
    for (intptr_t end = n - 1; end > 0; end--) {                                                             \
      const E value = a[end];                                                                                \
      a[end] = a[0];                                                                                         \
      NAME##_sift(a, 0, end, value);                                                                         \
    }                                                                                                        \
  }                                                                                                          \
  static void NAME##_loop(E *first, E *last, int depth) {                                                    \
    while (last - first > SMALL) {                                                                           \
      if (depth-- == 0) { NAME##_heap(first, last - first); return; }                                        \
      NAME##_median(first, first + 1, first + (last - first) / 2, last - 1);                                 \
      E *cut = NAME##_partition(first + 1, last, *first);                                                    \
      NAME##_loop(cut, last, depth);                                                                         \
      last = cut;                                                                                            \
    }                                                                                                        \
  }                                                                                                          \
  static void NAME(E *a, intptr_t n) {                                                                       \
    if (n < 2) return;                                                                                       \
    NAME##_loop(a, a + n, 2 * (63 - __builtin_clzll((unsigned long long)n)));                                \
    for (intptr_t i = 1; i < n; i++) {                                                                       \
      const E value = a[i];                                                                                  \
      intptr_t hole = i;                                                                                     \
      if (i < SMALL && LESS(value, a[0])) {                                                                  \
        memmove(a + 1, a, (size_t)i * sizeof(E));                                                            \
        a[0] = value;                                                                                        \
        continue;                                                                                            \
      }                                                                                                      \
      for (; LESS(value, a[hole - 1]); hole--) a[hole] = a[hole - 1];                                        \
      a[hole] = value;                                                                                       \
    }                                                                                                        \
  }
INTROSORT(entry, before, narrow_sort)
INTROSORT(wide, before_wide, wide_sort)

// One pass of a radix sort per byte pair of the key; passes in which all keys agree are left out.
enum { RADIX_BITS = 11, RADIX = 1 << RADIX_BITS };
static int radix(uint64_t *a, size_t n) {
  uint64_t *other = malloc(n * sizeof *a);
  size_t (*count)[RADIX] = calloc(3 * RADIX, sizeof(size_t));
  if (!other || !count) {
    free(other);
    free(count);
    return 0;
  }
  for (size_t i = 0; i < n; i++) {
    const uint64_t key = a[i] >> 32;
    count[0][key % RADIX]++;
    count[1][key >> RADIX_BITS & (RADIX - 1)]++;
    count[2][key >> 2 * RADIX_BITS]++;
  }
  uint64_t *from = a, *to = other;
  for (int pass = 0; pass < 3; pass++) {
    const int shift = 32 + pass * RADIX_BITS;
    if (count[pass][from[0] >> shift & (RADIX - 1)] == n) continue;
    size_t start = 0;
    for (size_t b = 0; b < RADIX; b++) {
      const size_t here = count[pass][b];
      count[pass][b] = start;
      start += here;
    }
    for (size_t i = 0; i < n; i++) to[count[pass][from[i] >> shift & (RADIX - 1)]++] = from[i];
    uint64_t *t = from;
    from = to;
    to = t;
  }
  if (from != a) memcpy(a, from, n * sizeof *a);
  free(other);
  free(count);
  return 1;
}

// Bits of a float as a number in its order: minus zero counts as zero, NaN as more than all.
static inline uint32_t float_key(uint32_t bits) {
  const uint32_t size = bits & 0x7FFFFFFF;
  if (size > 0x7F800000) return 0xFFFFFFFF;
  if (size == 0) return 0x80000000;
  return bits >> 31 ? ~bits : bits | 0x80000000;
}
static inline int64_t double_key(uint64_t bits) {
  const uint64_t size = bits & 0x7FFFFFFFFFFFFFFF;
  if (size > 0x7FF0000000000000) return INT64_MAX;
  return bits >> 63 ? -(int64_t)size : (int64_t)size;
}

int wick_sort(int kind, const void *values, intptr_t step, size_t n, int descending, int stable, int64_t *order,
              intptr_t order_step) {
  if (n >= (size_t)1 << 31) return 0;
  int is_narrow = kind != WICK_SORT_DOUBLE;
  int64_t low = 0;
  if (kind == WICK_SORT_INT64) {
    const int64_t *v = values;
    int64_t high = low = n ? v[0] : 0;
    for (size_t i = 0; i < n; i++) {
      const int64_t x = v[(intptr_t)i * step];
      low = x < low ? x : low;
      high = x > high ? x : high;
    }
    is_narrow = (uint64_t)high - (uint64_t)low < 0xFFFFFFFF;
  }
  if (is_narrow) {
    uint64_t *a = malloc(n * sizeof *a + 8);
    if (!a) return 0;
    const uint32_t turn = descending ? 0xFFFFFFFF : 0;
#define KEYS(T, KEY)                                                                                         \
  for (size_t i = 0; i < n; i++) {                                                                           \
    const T x = ((const T *)values)[(intptr_t)i * step];                                                     \
    a[i] = (uint64_t)((uint32_t)(KEY) ^ turn) << 32 | i;                                                     \
  }                                                                                                          \
  break
    switch (kind) {
      case WICK_SORT_FLOAT: KEYS(uint32_t, float_key(x));
      case WICK_SORT_INT64: KEYS(int64_t, (uint64_t)x - (uint64_t)low);
      case WICK_SORT_INT32: KEYS(int32_t, (uint32_t)x ^ 0x80000000);
      case WICK_SORT_INT16: KEYS(int16_t, (int32_t)x + 0x8000);
      case WICK_SORT_INT8: KEYS(int8_t, (int32_t)x + 0x80);
      default: KEYS(uint8_t, x);
    }
    if (!stable) narrow_sort(a, (intptr_t)n);
    else if (n < 256 || !radix(a, n)) {
      // With its place in it no key equals another.
      for (size_t i = 1; n < 256 && i < n; i++) {
        const uint64_t value = a[i];
        size_t hole = i;
        for (; hole > 0 && value < a[hole - 1]; hole--) a[hole] = a[hole - 1];
        a[hole] = value;
      }
      if (n >= 256) {
        free(a);
        return 0;
      }
    }
    for (size_t i = 0; i < n; i++) order[(intptr_t)i * order_step] = (int64_t)(a[i] & 0xFFFFFFFF);
    free(a);
    return 1;
  }
  if (stable) return 0;
  wide *a = malloc(n * sizeof *a);
  if (!a) return 0;
  for (size_t i = 0; i < n; i++) {
    const int64_t key = kind == WICK_SORT_DOUBLE ? double_key(((const uint64_t *)values)[(intptr_t)i * step])
                                                 : ((const int64_t *)values)[(intptr_t)i * step];
    a[i] = (wide){descending ? ~key : key, (int64_t)i};
  }
  wide_sort(a, (intptr_t)n);
  for (size_t i = 0; i < n; i++) order[(intptr_t)i * order_step] = a[i].place;
  free(a);
  return 1;
}
