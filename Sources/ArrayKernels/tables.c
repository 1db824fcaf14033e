// Finds the loop of an operation: each family's table is asked in turn.
#include "parts.h"

static wick_unary_loop find_unary(int op, int dtype) {
  wick_unary_loop loop = wick_unary_arith(op, dtype);
  if (!loop) loop = wick_unary_math(op, dtype);
  if (!loop) loop = wick_unary_activation(op, dtype);
  if (!loop) loop = wick_unary_special(op, dtype);
  if (!loop) loop = wick_unary_complex(op, dtype);
  return loop;
}

static wick_binary_loop find_binary(int op, int dtype) {
  wick_binary_loop loop = wick_binary_arith(op, dtype);
  if (!loop) loop = wick_binary_compare(op, dtype);
  if (!loop) loop = wick_binary_float(op, dtype);
  if (!loop) loop = wick_binary_backward(op, dtype);
  if (!loop) loop = wick_binary_complex(op, dtype);
  return loop;
}

// Loops found before. Threads that write the same word at once write the same value.
static wick_unary_loop known_unary[WICK_U_COUNT][WICK_DTYPES];
static wick_binary_loop known_binary[WICK_B_COUNT][WICK_DTYPES];

wick_unary_loop wick_unary(int op, int dtype) {
  if (op < 0 || op >= WICK_U_COUNT || dtype < 0 || dtype >= WICK_DTYPES) return NULL;
  wick_unary_loop loop = known_unary[op][dtype];
  return loop ? loop : (known_unary[op][dtype] = find_unary(op, dtype));
}

wick_binary_loop wick_binary(int op, int dtype) {
  if (op < 0 || op >= WICK_B_COUNT || dtype < 0 || dtype >= WICK_DTYPES) return NULL;
  wick_binary_loop loop = known_binary[op][dtype];
  return loop ? loop : (known_binary[op][dtype] = find_binary(op, dtype));
}
