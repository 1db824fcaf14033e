#ifndef WICK_ARRAY_KERNELS_COPY_H
#define WICK_ARRAY_KERNELS_COPY_H
#include <stddef.h>
#include <stdint.h>

/// Copies `n1` rows of `n0` elements of `width` bytes (1, 2, 4, 8 or 16) between strided blocks that do not overlap.
///
/// `t0` and `f0` are the steps from element to element in bytes, `t1` and `f1` those from row to row; a step of 0 in the source
/// repeats an element, a negative one walks back.
void wick_copy_plane(size_t width, void *to, intptr_t t0, intptr_t t1, const void *from, intptr_t f0, intptr_t f1,
                     size_t n0, size_t n1);

/// Writes `first + step * (from + i)` for `i < n`, in int64 modulo 2^64 or in double rounded to the dtype.
void wick_count_i64(int64_t *out, int64_t first, int64_t step, size_t from, size_t n);
void wick_count_f32(float *out, double first, double step, size_t from, size_t n);
void wick_count_f64(double *out, double first, double step, size_t from, size_t n);

/// Writes `base + step * (from + direction * i)` for `i < n` with one rounding; the count must fit an int32.
void wick_space_f32(float *out, float base, float step, int64_t from, int64_t direction, size_t n);
#endif
