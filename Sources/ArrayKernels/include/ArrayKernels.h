// C inner loops of `Arrays`: one function per operation and dtype, found through tables.
//
// A loop reads and writes `n` elements that lie a byte stride apart; a stride of zero repeats one element. Output may
// be the very same memory as an input (in-place operations) but must not overlap it otherwise.
#ifndef WICK_ARRAY_KERNELS_H
#define WICK_ARRAY_KERNELS_H

#include <stddef.h>
#include <stdint.h>

// Row index of the tables; equals the raw values of Swift's `DType`.
enum {
  WICK_BOOL, WICK_U8, WICK_I8, WICK_I16, WICK_I32, WICK_I64,
  WICK_F16, WICK_BF16, WICK_F32, WICK_F64, WICK_C64, WICK_C128, WICK_U16, WICK_U32, WICK_U64, WICK_C32, WICK_DTYPES
};

// Numbers an operation takes besides its arrays: a slope, bounds, an exponent.
typedef struct wick_params {
  double d[4];
  int64_t i[4];
} wick_params;

// What a loop answers.
enum { WICK_OK = 0, WICK_ZERO_DIVISION = 1, WICK_NEGATIVE_POWER = 2 };

typedef int (*wick_unary_loop)(char *out, intptr_t out_step, const char *a, intptr_t a_step, size_t n,
                               const wick_params *p);
typedef int (*wick_binary_loop)(char *out, intptr_t out_step, const char *a, intptr_t a_step, const char *b,
                                intptr_t b_step, size_t n, const wick_params *p);
typedef int (*wick_ternary_loop)(char *out, intptr_t out_step, const char *a, intptr_t a_step, const char *b,
                                 intptr_t b_step, const char *c, intptr_t c_step, size_t n, const wick_params *p);

// Each answers NULL when the operation does not exist for the dtype. `op` is the raw value of the Swift enum.
wick_unary_loop wick_unary(int op, int dtype);
wick_binary_loop wick_binary(int op, int dtype);
wick_ternary_loop wick_ternary(int op, int dtype);
wick_unary_loop wick_cast(int from, int to);

// The scalar product of two rows of float32 or float64.
void wick_dot(int dtype, const char *a, const char *b, size_t n, char *out);
// Product of float32 matrices with fewer than 4 rows or 12 columns: c (m x n, rows ldc apart) = a b, strided in elements, in
// torch's order. Answers 0 when neither stride of a side is one, 2 when the row `start` (null for none) was added to each row of
// c on the way, 1 when it was not. `batched` is 1 when torch multiplies a batch of them and 2, for any shape, when it does so
// by plain loops.
int wick_narrow_product(float *c, size_t ldc, const float *a, intptr_t ar, intptr_t ac, const float *b, intptr_t br, intptr_t bc,
                        size_t m, size_t n, size_t k, const float *start, int batched);
// Writes a number as `%.*e`, `%.*f` or `%.*g` does (`kind` is the letter); answers the length.
int wick_format_double(unsigned char *out, size_t capacity, char kind, int precision, double value);

#include "ArrayKernelsOps.h"
#include "ArrayKernelsCopy.h"
#include "ArrayKernelsReduce.h"
#include "ArrayKernelsThreads.h"
#include "ArrayKernelsConvolution.h"
#include "ArrayKernelsLayers.h"
#include "ArrayKernelsSort.h"
#endif
