// Orders of numbers, and reading and adding by indices.
#ifndef WICK_ARRAY_KERNELS_SORT_H
#define WICK_ARRAY_KERNELS_SORT_H
#include <stddef.h>
#include <stdint.h>

enum { WICK_SORT_FLOAT, WICK_SORT_DOUBLE, WICK_SORT_INT64, WICK_SORT_INT32, WICK_SORT_INT16, WICK_SORT_INT8, WICK_SORT_UINT8 };

struct wick_sort_entry {
  int64_t key, place;
};

// Writes the places of n numbers (`step` elements apart) in ascending or descending order, NaN counting as more than all.
// Equal ones come in the order of the C++ library's sort, or with `stable` in that of the input. Answers 0 when it did
// nothing: without memory, for 2**31 numbers, for stable orders of float64 and of int64 that span 2**32.
int wick_sort(int kind, const void *values, intptr_t step, size_t n, int descending, int stable, int64_t *order,
              intptr_t order_step);

// Takes elements of `width` bytes by n indices; answers 0, with some of them taken, when an index is not in 0..<size.
int wick_pick(size_t width, void *out, const void *in, const int64_t *index, size_t n, int64_t size);
// Writes n elements of `width` bytes at indices that were checked, in order.
void wick_place(size_t width, void *out, const void *in, const int64_t *index, size_t n);
// Least (at most 0) and largest (at least 0) of n indices.
void wick_index_range(const int64_t *index, size_t n, int64_t *low, int64_t *high);
// Adds n numbers at indices that were checked.
void wick_scatter_add(float *out, const int64_t *index, const float *in, size_t n);
#endif
