// The tables are split by family, one file each; `tables.c` asks them in turn.
#ifndef WICK_PARTS_H
#define WICK_PARTS_H
#include "ArrayKernels.h"
wick_unary_loop wick_unary_arith(int op, int dtype);
wick_unary_loop wick_unary_math(int op, int dtype);
wick_unary_loop wick_unary_activation(int op, int dtype);
wick_unary_loop wick_unary_special(int op, int dtype);
wick_unary_loop wick_unary_complex(int op, int dtype);
wick_binary_loop wick_binary_arith(int op, int dtype);
wick_binary_loop wick_binary_float(int op, int dtype);
wick_binary_loop wick_binary_compare(int op, int dtype);
wick_binary_loop wick_binary_backward(int op, int dtype);
wick_binary_loop wick_binary_complex(int op, int dtype);
#endif
