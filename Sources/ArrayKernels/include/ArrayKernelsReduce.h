// Reductions, scans and softmax over strided rows.
#ifndef WICK_ARRAY_KERNELS_REDUCE_H
#define WICK_ARRAY_KERNELS_REDUCE_H
#include <stddef.h>
#include <stdint.h>

// Adds the sums of a block to `out`: size0 is the dimension summed over (byte stride in0), size1 the other one (in1,
// out_step; out_step zero adds everything to one element). Order of additions as torch's. float32 and float64 only.
void wick_sum_block(int dtype, char *out, intptr_t out_step, const char *a, intptr_t in0, intptr_t in1, size_t size0,
                    size_t size1);
// Sum of a row of integers or bools, wrapping around.
int64_t wick_sum_integers(int dtype, const char *a, intptr_t step, size_t n);
// Adds rows of n integers that lie side by side to n sums.
void wick_add_integers(int dtype, int64_t *out, const char *a, intptr_t step, size_t rows, size_t n);

enum { WICK_R_MAX, WICK_R_MIN, WICK_R_PROD, WICK_R_ALL, WICK_R_ANY, WICK_R_COUNT };
// Reduces a row of n >= 1 elements to *out; MAX and MIN also tell the first index (NaN wins) when `index` is given.
typedef void (*wick_row_reducer)(const char *a, intptr_t step, size_t n, char *out, int64_t *index);
wick_row_reducer wick_reducer(int op, int dtype);

// Folds one contiguous row of n columns, number r, into the extrema found so far and their row numbers.
typedef void (*wick_column_reducer)(const char *row, size_t n, int64_t r, char *best, int64_t *index);
wick_column_reducer wick_column_extremum(int op, int dtype);

// Mean and sum of squared deviations of a row, in double. float32 and float64 only.
void wick_moments(int dtype, const char *a, intptr_t step, size_t n, double *mean, double *m2);
// Sum of |x|^p of a row in double (p = 0 counts what is not zero, +inf takes the maximum, -inf the minimum).
double wick_power_sum(int dtype, const char *a, intptr_t step, size_t n, double p);

enum { WICK_SCAN_SUM, WICK_SCAN_PROD, WICK_SCAN_MAX, WICK_SCAN_MIN, WICK_SCAN_LOGSUMEXP, WICK_SCAN_COUNT };
// Running result of a row; MAX and MIN also write indices.
typedef void (*wick_row_scanner)(char *out, intptr_t out_step, const char *a, intptr_t step, size_t n, int64_t *index,
                                 intptr_t index_step);
wick_row_scanner wick_scanner(int op, int dtype);

// Softmax family over one contiguous row. float32 and float64 only.
void wick_softmax_row(int dtype, int is_log, char *out, const char *a, size_t n);
void wick_softmax_backward_row(int dtype, int is_log, char *out, const char *grad, const char *result, size_t n);
// The same down `width` columns of n rows that begin `step` elements apart.
void wick_softmax_columns(int dtype, int is_log, char *out, const char *a, size_t n, size_t step, size_t width);
// Layer normalisation of one contiguous row without scale: (x - mean) * rstd; stores both.
void wick_normalize_row(int dtype, char *out, const char *a, size_t n, double eps, char *mean, char *rstd);

// Product of small or integer matrices: c (m x n, row-major) = a * b, both strided in elements.
void wick_matmul_plain(int dtype, char *c, const char *a, intptr_t ar, intptr_t ac, const char *b, intptr_t br,
                       intptr_t bc, size_t m, size_t n, size_t k);

// Fills blocks of 16 uniform numbers with 16 normal ones, Cephes polynomials with fused steps as torch on x86.
void wick_normal_fill16(float *data, size_t blocks, float mean, float std);
// Discrete Fourier transforms of complex numbers in double, without scaling; NULL: n has a large prime factor, or there is
// no memory. `in` and `out` are different memory.
typedef struct wick_fft_plan wick_fft_plan;
wick_fft_plan *wick_fft_make(size_t n, int inverse);
// Transforms rows of complex numbers.
void wick_fft_run(const wick_fft_plan *plan, const double *in, double *out, size_t rows);
// Transforms rows of 2n real numbers by the forward plan of n complex ones into rows of 2n complex numbers, of floats
// (`narrow`) or doubles; `room` holds 16n doubles. Answers 0 without memory.
int wick_fft_real(wick_fft_plan *plan, const double *in, double *room, void *out, size_t rows, int inverse, int narrow,
                  double scale);
// Transforms of `outer` times `inner` lines, whose numbers are `inner` apart; 0: the plan is one of a long transform.
// float32 (narrow) or float64, real (is_real; the plan is a forward one) or complex, in; complex numbers of that width out; of
// real lines only the first half with `half`. Only the lines from `first` (a multiple of sixteen) to `last`; calls for other lines
// may run beside it. Answers 0 without memory, too.
int wick_fft_lines(const wick_fft_plan *plan, const void *in, void *out, int is_real, int narrow, size_t outer,
                   size_t inner, int inverse, double scale, int half, size_t first, size_t last);
void wick_fft_free(wick_fft_plan *plan);

// MT19937: refills the 624 words of the state.
void wick_mt19937_refill(uint32_t *state);
void wick_mt19937_floats(const uint32_t *words, float *target, size_t count);
#endif
