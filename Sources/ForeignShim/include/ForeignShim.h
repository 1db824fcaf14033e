// Calls of C functions whose signature is known at run time only, by the System V convention of x86-64: whole numbers and
// pointers in six registers, floating numbers in eight, the others on the stack in their order.
#ifndef WICK_FOREIGN_SHIM_H
#define WICK_FOREIGN_SHIM_H

#include <stdint.h>

enum { WICK_FOREIGN_WHOLES = 6, WICK_FOREIGN_FLOATS = 8, WICK_FOREIGN_STACK = 24, WICK_CALLBACKS = 64 };

/// The arguments of a call, as bits.
typedef struct wick_foreign_call {
  int64_t wholes[WICK_FOREIGN_WHOLES];
  int64_t floats[WICK_FOREIGN_FLOATS];
  int64_t stack[WICK_FOREIGN_STACK];
  /// `errno` before the call, then after it.
  int32_t error;
} wick_foreign_call;

/// Calls a function; returns the bits of its result, those of a floating register when `is_float`.
int64_t wick_foreign_run(const void *function, wick_foreign_call *call, int is_float);

/// What C code calls when it calls the callback of a place; returns the bits of the result.
typedef int64_t (*wick_callback_handler)(int32_t place, const int64_t *wholes, const int64_t *floats);
void wick_set_callback_handler(wick_callback_handler handler);

/// The function that a callback of a place below WICK_CALLBACKS is for C, with a result of either kind.
const void *wick_callback_address(int32_t place, int is_float);

#endif
