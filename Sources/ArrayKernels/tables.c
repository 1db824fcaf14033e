// Finds the loop of an operation: each family's table is asked in turn.
#include "parts.h"

wick_unary_loop wick_unary(int op, int dtype) {
  if (op < 0 || op >= WICK_U_COUNT || dtype < 0 || dtype >= WICK_DTYPES) return NULL;
  wick_unary_loop loop = wick_unary_arith(op, dtype);
  if (!loop) loop = wick_unary_math(op, dtype);
  if (!loop) loop = wick_unary_activation(op, dtype);
  if (!loop) loop = wick_unary_special(op, dtype);
  if (!loop) loop = wick_unary_complex(op, dtype);
  return loop;
}

wick_binary_loop wick_binary(int op, int dtype) {
  if (op < 0 || op >= WICK_B_COUNT || dtype < 0 || dtype >= WICK_DTYPES) return NULL;
  wick_binary_loop loop = wick_binary_arith(op, dtype);
  if (!loop) loop = wick_binary_compare(op, dtype);
  if (!loop) loop = wick_binary_float(op, dtype);
  if (!loop) loop = wick_binary_backward(op, dtype);
  if (!loop) loop = wick_binary_complex(op, dtype);
  return loop;
}
