// Convolutions of float32 and float64 over three spatial dimensions (fewer: the first ones have size 1).
#ifndef WICK_ARRAY_KERNELS_CONVOLUTION_H
#define WICK_ARRAY_KERNELS_CONVOLUTION_H
#include <stdint.h>

// Sizes of a convolution; `in_channels` and `out_channels` count those of all groups.
typedef struct wick_conv_shape {
  int32_t dtype;
  intptr_t samples, groups, in_channels, out_channels;
  intptr_t in[3], out[3], kernel[3], stride[3], padding[3], dilation[3];
} wick_conv_shape;

// What is computed once for a call: offsets of the taps, packed weights, the parts the work is cut into.
typedef struct wick_conv_plan wick_conv_plan;

// Plans the convolution of an input, or the gradient of the input; NULL: there is no memory. The sizes must be such that
// no product of them overflows.
wick_conv_plan *wick_conv_forward(const wick_conv_shape *shape, const void *weight);
wick_conv_plan *wick_conv_input_gradient(const wick_conv_shape *shape, const void *weight);
// Number of parts; threads may run them in any order.
intptr_t wick_conv_parts(const wick_conv_plan *plan);
// Computes parts first..<last of `out` from `in`; `bias` (or NULL) has a number per channel. Answers 0 without memory.
int wick_conv_run(const wick_conv_plan *plan, const void *in, const void *bias, void *out, intptr_t first, intptr_t last);
void wick_conv_free(wick_conv_plan *plan);

// Adds to `total` (shaped as the weight) its gradient from the samples and output channels of two ranges.
int wick_conv_weight_gradient(const wick_conv_shape *shape, const void *x, const void *g, void *total,
                              intptr_t first_sample, intptr_t last_sample, intptr_t first_channel,
                              intptr_t last_channel);

// Product of matrices of float32 or float64 of any strides (in elements): c (m x n, rows ldc apart) = a b, or += with
// `adds`. Every number is the sum of its products in order, in pieces of about 192 that are rounded by themselves: torch's
// numbers to the bit for 4 rows and 12 columns or more. Answers 0 without memory.
int wick_product(int dtype, void *c, intptr_t ldc, const void *a, intptr_t ar, intptr_t ac, const void *b, intptr_t br,
                 intptr_t bc, intptr_t m, intptr_t n, intptr_t k, int adds);
#endif
