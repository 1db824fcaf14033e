#include "ForeignShim.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>

static double as_double(int64_t bits) {
  double value;
  memcpy(&value, &bits, sizeof value);
  return value;
}
static int64_t as_bits(double value) {
  int64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits;
}

// A function without a fixed number of arguments is told how many floating registers are in use; others do not look.
// What stands on the stack beyond a function's own arguments is the caller's business.
typedef int64_t whole_function(int64_t, ...);
typedef double float_function(int64_t, ...);

#define W(i) call->wholes[i]
#define F(i) as_double(call->floats[i])
#define S(i) call->stack[i]
#define S8(i) S(i), S(i + 1), S(i + 2), S(i + 3), S(i + 4), S(i + 5), S(i + 6), S(i + 7)
#define ARGUMENTS                                                                                 \
  W(0), W(1), W(2), W(3), W(4), W(5), F(0), F(1), F(2), F(3), F(4), F(5), F(6), F(7), S8(0), S8(8), S8(16)

int64_t wick_foreign_run(const void *function, wick_foreign_call *call, int is_float) {
  whole_function *whole;
  float_function *floating;
  memcpy(&whole, &function, sizeof whole);
  memcpy(&floating, &function, sizeof floating);
  errno = call->error;
  int64_t result = is_float ? as_bits(floating(ARGUMENTS)) : whole(ARGUMENTS);
  call->error = errno;
  return result;
}

static wick_callback_handler callback;
void wick_set_callback_handler(wick_callback_handler handler) { callback = handler; }

// One function for each place, twice: only the function itself knows for which place it was called.
#define PARAMETERS                                                                                               \
  int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, double s, double t, double u, double v, double w, \
      double x, double y, double z
#define RUN(n)                                                                                                       \
  const int64_t wholes[] = {a, b, c, d, e, f};                                                                       \
  const int64_t floats[] = {as_bits(s), as_bits(t), as_bits(u), as_bits(v), as_bits(w), as_bits(x), as_bits(y), as_bits(z)}; \
  int64_t result = callback ? callback(n, wholes, floats) : 0
#define PLACE(n)                                              \
  static int64_t whole_##n(PARAMETERS) {                      \
    RUN(n);                                                   \
    return result;                                            \
  }                                                           \
  static double float_##n(PARAMETERS) {                       \
    RUN(n);                                                   \
    return as_double(result);                                 \
  }
#define EIGHT(X, t) X(t##0) X(t##1) X(t##2) X(t##3) X(t##4) X(t##5) X(t##6) X(t##7)
// Octal numbers, so that the digits can be pasted.
#define ALL(X) \
  EIGHT(X, 00) EIGHT(X, 01) EIGHT(X, 02) EIGHT(X, 03) EIGHT(X, 04) EIGHT(X, 05) EIGHT(X, 06) EIGHT(X, 07)
ALL(PLACE)

#define WHOLE(n) (const void *)whole_##n,
#define FLOAT(n) (const void *)float_##n,
static const void *const whole_places[] = {ALL(WHOLE)};
static const void *const float_places[] = {ALL(FLOAT)};

const void *wick_callback_address(int32_t place, int is_float) {
  if (place < 0 || place >= WICK_CALLBACKS) return NULL;
  return is_float ? float_places[place] : whole_places[place];
}
