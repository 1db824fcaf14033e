// Complex dtypes: arithmetic by the compiler, functions by the C library.
#include "types.h"
#include "parts.h"
#include "vecmath.h"

#define P128(F) F((double _Complex)x)
#define U_C(t, op, EXPR) UNARY_LOOP(u_##op##_##t, , t, t, EXPR)
INLINE double _Complex csgn(double _Complex z) {
  double a = cabs(z);
  return a == 0 ? 0 : z / a;
}
#define UNARY_COMPLEX(t, R) \
  U_C(t, neg, -x) U_C(t, sign, (T)csgn(x)) U_C(t, square, x * x) U_C(t, cube, x * x * x) U_C(t, reciprocal, (T)1 / x) \
  U_C(t, inverse_square, (T)1 / (x * x)) U_C(t, sqrt, (T)P128(csqrt)) U_C(t, rsqrt, (T)(1.0 / csqrt(x))) \
  U_C(t, exp, (T)P128(cexp)) U_C(t, exp2, (T)cexp((double _Complex)x * M_LN2)) U_C(t, expm1, (T)(cexp(x) - 1.0)) \
  U_C(t, log, (T)P128(clog)) U_C(t, log2, (T)(clog(x) * M_LOG2E)) U_C(t, log10, (T)(clog(x) * M_LOG10E)) \
  U_C(t, log1p, (T)clog(1.0 + (double _Complex)x)) U_C(t, sin, (T)P128(csin)) U_C(t, cos, (T)P128(ccos)) \
  U_C(t, tan, (T)P128(ctan)) U_C(t, asin, (T)P128(casin)) U_C(t, acos, (T)P128(cacos)) U_C(t, atan, (T)P128(catan)) \
  U_C(t, sinh, (T)P128(csinh)) U_C(t, cosh, (T)P128(ccosh)) U_C(t, tanh, (T)P128(ctanh)) U_C(t, asinh, (T)P128(casinh)) \
  U_C(t, acosh, (T)P128(cacosh)) U_C(t, atanh, (T)P128(catanh)) U_C(t, sigmoid, (T)(1.0 / (1.0 + cexp(-(double _Complex)x)))) \
  U_C(t, conj, ~x) U_C(t, silu, (T)(x / (1.0 + cexp(-(double _Complex)x)))) \
  U_C(t, pow_scalar, (T)cpow((double _Complex)x, p->d[0] + p->d[1] * I)) \
  U_C(t, sinc, (T)(x == 0 ? 1.0 : csin(M_PI * (double _Complex)x) / (M_PI * (double _Complex)x))) \
  U_C(t, rsub, (T)(p->d[0] + p->d[1] * I) - x) \
  UNARY_LOOP(u_angle_##t, , t, R, carg((double _Complex)x)) \
  UNARY_LOOP(u_logical_not_##t, , t, b8, x == 0) \
  UNARY_LOOP(u_isnan_##t, , t, b8, creal(x) != creal(x) || cimag(x) != cimag(x)) \
  UNARY_LOOP(u_isinf_##t, , t, b8, isinf(creal(x)) || isinf(cimag(x))) \
  UNARY_LOOP(u_isfinite_##t, , t, b8, isfinite(creal(x)) && isfinite(cimag(x)))
UNARY_COMPLEX(c64, f32) UNARY_COMPLEX(c128, f64)
UNARY_LOOP(u_abs_c64, CLONES, c64, f32, vhypot_core((double)crealf(x), (double)cimagf(x)))
UNARY_LOOP(u_abs_c128, , c128, f64, hypot(creal(x), cimag(x)))

// What torch computes with complex numbers of halves; in float, rounded at the end.
U_C(c32, neg, -x) U_C(c32, conj, ~x) U_C(c32, sign, (T)csgn(x))
UNARY_LOOP(u_abs_c32, , c32, f16, hypotf(crealf(x), cimagf(x)))
UNARY_LOOP(u_isnan_c32, , c32, b8, crealf(x) != crealf(x) || cimagf(x) != cimagf(x))
UNARY_LOOP(u_isinf_c32, , c32, b8, isinf(crealf(x)) || isinf(cimagf(x)))
UNARY_LOOP(u_isfinite_c32, , c32, b8, isfinite(crealf(x)) && isfinite(cimagf(x)))

#define CS(op) [WICK_U_##op] = { [WICK_C64] = u_##op##_c64, [WICK_C128] = u_##op##_c128 },
#define CHS(op) [WICK_U_##op] = { [WICK_C32] = u_##op##_c32, [WICK_C64] = u_##op##_c64, [WICK_C128] = u_##op##_c128 },
static const wick_unary_loop unary[WICK_U_COUNT][WICK_DTYPES] = {
  CHS(neg) CHS(sign) CS(square) CS(cube) CS(reciprocal) CS(inverse_square) CS(sqrt) CS(rsqrt) CS(exp) CS(exp2) CS(expm1)
  CS(log) CS(log2) CS(log10) CS(log1p) CS(sin) CS(cos) CS(tan) CS(asin) CS(acos) CS(atan) CS(sinh) CS(cosh) CS(tanh)
  CS(asinh) CS(acosh) CS(atanh) CS(sigmoid) CHS(conj) CS(silu) CS(pow_scalar) CS(sinc) CS(rsub) CHS(abs) CS(angle)
  CS(logical_not) CHS(isnan) CHS(isinf) CHS(isfinite)
};
wick_unary_loop wick_unary_complex(int op, int dtype) { return unary[op][dtype]; }

// log(exp(x) + exp(y)) with the larger real part taken out.
INLINE double _Complex complex_logaddexp(double _Complex x, double _Complex y) {
  double _Complex high = creal(x) < creal(y) ? y : x, low = creal(x) < creal(y) ? x : y;
  if (isinf(creal(high)) && creal(high) < 0) return high;
  return high + clog(1.0 + cexp(low - high));
}
#define B_C(t, op, EXPR) BINARY_LOOP(b_##op##_##t, , t, t, EXPR)
#define B_CB(t, op, EXPR) BINARY_LOOP(b_##op##_##t, , t, b8, EXPR)
// As torch multiplies: infinite parts are not recovered from NaN as C's annex G has it.
#define MULTIPLIED(t, x, y) \
  __builtin_complex(creal_##t(x) * creal_##t(y) - cimag_##t(x) * cimag_##t(y), \
                    creal_##t(x) * cimag_##t(y) + cimag_##t(x) * creal_##t(y))
#define creal_c64 crealf
#define cimag_c64 cimagf
#define creal_c128 creal
#define cimag_c128 cimag
#define BINARY_COMPLEX(t, _) \
  B_FAST(t, add, x + y) B_FAST(t, sub, x - y) B_FAST(t, mul, MULTIPLIED(t, x, y)) B_C(t, div, x / y) \
  B_C(t, pow, (T)(y == 0 ? 1.0 : cpow((double _Complex)x, (double _Complex)y))) \
  B_C(t, add_alpha, x + y * (T)(p->d[0] + p->d[1] * I)) B_C(t, sub_alpha, x - y * (T)(p->d[0] + p->d[1] * I)) \
  B_C(t, mse, (x - y) * (x - y)) B_C(t, tanh_backward, x * ~((T)1 - y * y)) B_C(t, sigmoid_backward, x * ~(((T)1 - y) * y)) \
  B_C(t, logaddexp, (T)complex_logaddexp((double _Complex)x, (double _Complex)y)) \
  B_CB(t, eq, x == y) B_CB(t, ne, x != y) B_CB(t, logical_and, (x != 0) & (y != 0)) \
  B_CB(t, logical_or, (x != 0) | (y != 0)) B_CB(t, logical_xor, (x != 0) ^ (y != 0))
BINARY_COMPLEX(c64, 0) BINARY_COMPLEX(c128, 0)

#define creal_c32 crealf
#define cimag_c32 cimagf
B_C(c32, add, x + y) B_C(c32, sub, x - y) B_C(c32, mul, MULTIPLIED(c32, x, y))
B_C(c32, add_alpha, x + y * (T)(p->d[0] + p->d[1] * I)) B_C(c32, sub_alpha, x - y * (T)(p->d[0] + p->d[1] * I))
B_CB(c32, eq, x == y) B_CB(c32, ne, x != y)

#define CB(op) [WICK_B_##op] = { [WICK_C64] = b_##op##_c64, [WICK_C128] = b_##op##_c128 },
#define CHB(op) [WICK_B_##op] = { [WICK_C32] = b_##op##_c32, [WICK_C64] = b_##op##_c64, [WICK_C128] = b_##op##_c128 },
static const wick_binary_loop binary[WICK_B_COUNT][WICK_DTYPES] = {
  CHB(add) CHB(sub) CHB(mul) CB(div) CB(pow) CHB(add_alpha) CHB(sub_alpha) CB(mse) CB(tanh_backward) CB(sigmoid_backward)
  CB(logaddexp) CHB(eq) CHB(ne) CB(logical_and) CB(logical_or) CB(logical_xor)
};
wick_binary_loop wick_binary_complex(int op, int dtype) { return binary[op][dtype]; }
