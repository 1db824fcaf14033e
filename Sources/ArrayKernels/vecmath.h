// Branch-free mathematics that the compiler turns into vector code. The float32 functions compute in double and round
// once, so that they equal the correctly rounded value in all but about one case in ten thousand; torch's own vector
// library is within one unit in the last place of the same value.
#ifndef WICK_VECMATH_H
#define WICK_VECMATH_H
#include "types.h"

INLINE double fma_d(double a, double b, double c) { return __builtin_elementwise_fma(a, b, c); }
INLINE float fma_s(float a, float b, float c) { return __builtin_elementwise_fma(a, b, c); }

// exp in double: x = n ln 2 + r, |r| <= ln2/2, polynomial of degree 12, then 2^n by two factors (subnormals).
INLINE double vexp_d(double x) {
  double c = x > 710.0 ? 710.0 : x;
  c = c < -746.0 ? -746.0 : c;
  double shifted = fma_d(c, 1.4426950408889634074, 0x1.8p52);
  double n = shifted - 0x1.8p52;
  double r = fma_d(n, -6.93147180369123816490e-01, c);
  r = fma_d(n, -1.90821492927058770002e-10, r);
  double p = 2.08767569878681e-09;
  p = fma_d(p, r, 2.50521083854417e-08);
  p = fma_d(p, r, 2.75573192239859e-07);
  p = fma_d(p, r, 2.75573192239859e-06);
  p = fma_d(p, r, 2.48015873015873e-05);
  p = fma_d(p, r, 1.98412698412698e-04);
  p = fma_d(p, r, 1.38888888888889e-03);
  p = fma_d(p, r, 8.33333333333333e-03);
  p = fma_d(p, r, 4.16666666666667e-02);
  p = fma_d(p, r, 1.66666666666667e-01);
  p = fma_d(p, r, 0.5);
  p = fma_d(p, r * r, r) + 1.0;
  int64_t k = (int64_t)(f64_bits(shifted) - f64_bits(0x1.8p52));
  int64_t half = k >> 1;
  double first = bits_f64((uint64_t)(half + 1023) << 52);
  double second = bits_f64((uint64_t)(k - half + 1023) << 52);
  double result = p * first * second;
  return x != x ? x : result;
}
// exp for arguments of float32: the double's exponent range is never left, so one scaling is enough.
INLINE double vexp_narrow(double x) {
  double c = x > 100.0 ? 100.0 : x;
  c = c < -120.0 ? -120.0 : c;
  double shifted = fma_d(c, 1.4426950408889634074, 0x1.8p52);
  double n = shifted - 0x1.8p52;
  double r = fma_d(n, -6.93147180369123816490e-01, c);
  r = fma_d(n, -1.90821492927058770002e-10, r);
  double p = 2.75573192239859e-07;
  p = fma_d(p, r, 2.75573192239859e-06);
  p = fma_d(p, r, 2.48015873015873e-05);
  p = fma_d(p, r, 1.98412698412698e-04);
  p = fma_d(p, r, 1.38888888888889e-03);
  p = fma_d(p, r, 8.33333333333333e-03);
  p = fma_d(p, r, 4.16666666666667e-02);
  p = fma_d(p, r, 1.66666666666667e-01);
  p = fma_d(p, r, 0.5);
  p = fma_d(p, r * r, r) + 1.0;
  double scale = bits_f64((f64_bits(shifted) - f64_bits(0x1.8p52) + 1023) << 52);
  return p * scale;
}
INLINE float vexp_s(float x) { double r = vexp_narrow(x); return x != x ? x : (float)r; }

// log in double: x = 2^k (1+f), sqrt(1/2) < 1+f < sqrt 2, log(1+f) = f - (f^2/2 - s (f^2/2 + R(s^2))), s = f/(2+f).
INLINE double vlog_d(double x) {
  double tiny = x < 0x1p-1022 ? 0x1p54 : 1.0;
  double offset = x < 0x1p-1022 ? -54.0 : 0.0;
  uint64_t u = f64_bits(x * tiny) + (0x3FF0000000000000ull - 0x3FE6A09E00000000ull);
  // The exponent becomes a double without a 64-bit integer conversion, which AVX2 lacks.
  double k = bits_f64((u >> 52) | 0x4330000000000000ull) - 0x1p52 - 1023.0 + offset;
  double m = bits_f64((u & 0x000FFFFFFFFFFFFFull) + 0x3FE6A09E00000000ull);
  double f = m - 1.0;
  double s = f / (2.0 + f);
  double z = s * s;
  double w = z * z;
  double t1 = w * fma_d(w, fma_d(w, 1.531383769920937332e-01, 2.222219843214978396e-01), 3.999999999940941908e-01);
  double t2 = z * fma_d(w, fma_d(w, fma_d(w, 1.479819860511658591e-01, 1.818357216161805012e-01), 2.857142874366239149e-01), 6.666666666666735130e-01);
  double h = 0.5 * f * f;
  double result = k * 6.93147180369123816490e-01 - ((h - (s * (h + t1 + t2) + k * 1.90821492927058770002e-10)) - f);
  result = x == 0.0 ? -INFINITY : result;
  result = x < 0.0 ? (double)NAN : result;
  return x != x || x == INFINITY ? x : result;
}
// log(1 + x) in double: the logarithm of the sum, and what the sum has lost of x.
INLINE double vlog1p_d(double x) {
  double u = 1.0 + x;
  double lost = (x - (u - 1.0)) / u;
  double r = vlog_d(u) + (u > 0.0 && u < INFINITY ? lost : 0.0);
  return x == 0.0 ? x : r;
}
// exp(x) - 1 in double: 2^n (exp(r) - 1) + (2^n - 1), of which nothing cancels for n = 0.
INLINE double vexpm1_d(double x) {
  double c = x > 710.0 ? 710.0 : x;
  c = c < -40.0 ? -40.0 : c;
  double shifted = fma_d(c, 1.4426950408889634074, 0x1.8p52);
  double n = shifted - 0x1.8p52;
  double r = fma_d(n, -6.93147180369123816490e-01, c);
  r = fma_d(n, -1.90821492927058770002e-10, r);
  double p = 1.6059043836821613e-10;
  p = fma_d(p, r, 2.0876756987868099e-09);
  p = fma_d(p, r, 2.5052108385441719e-08);
  p = fma_d(p, r, 2.7557319223985891e-07);
  p = fma_d(p, r, 2.7557319223985893e-06);
  p = fma_d(p, r, 2.4801587301587302e-05);
  p = fma_d(p, r, 1.9841269841269841e-04);
  p = fma_d(p, r, 1.3888888888888889e-03);
  p = fma_d(p, r, 8.3333333333333333e-03);
  p = fma_d(p, r, 4.1666666666666667e-02);
  p = fma_d(p, r, 1.6666666666666667e-01);
  p = fma_d(p, r, 0.5);
  double q = fma_d(p, r * r, r);
  // Half of the power: 2^1024 is no double.
  double half = bits_f64((f64_bits(shifted) - f64_bits(0x1.8p52) + 1022) << 52);
  double result = 2.0 * fma_d(half, q, half - 0.5);
  return x == 0.0 || x != x ? x : result;
}
// log for arguments that are no subnormal doubles, as every float32 is: log(1+f) = 2 atanh(s), s = f/(2+f), by a polynomial
// fitted with a relative error of 1e-13.
INLINE double vlog_narrow(double x) {
  uint64_t u = f64_bits(x) + (0x3FF0000000000000ull - 0x3FE6A09E00000000ull);
  double k = bits_f64((u >> 52) | 0x4330000000000000ull) - (0x1p52 + 1023.0);
  double m = bits_f64((u & 0x000FFFFFFFFFFFFFull) + 0x3FE6A09E00000000ull);
  double f = m - 1.0;
  double s = f / (2.0 + f);
  double z = s * s;
  double p = 0.193631869734504301;
  p = fma_d(p, z, 0.221913733782107086); p = fma_d(p, z, 0.285717549684106794);
  p = fma_d(p, z, 0.399999987952186629); p = fma_d(p, z, 0.666666666673766465);
  double r = fma_d(k, 6.93147180559945286227e-01, fma_d(s * z, p, 2.0 * s));
  r = x > 0.0 ? r : x == 0.0 ? -INFINITY : (double)NAN;
  return x == INFINITY ? x : r;
}
INLINE float vlog_s(float x) { return (float)vlog_narrow(x); }
INLINE float vlog2_s(float x) { return (float)(vlog_narrow(x) * 1.4426950408889634074); }
INLINE float vlog10_s(float x) { return (float)(vlog_narrow(x) * 0.43429448190325182765); }
INLINE double vlog1p_core(double x) {
  double small = x * (1.0 - x * (0.5 - x * (1.0 / 3.0 - x * 0.25)));
  double large = vlog_narrow(1.0 + x);
  return __builtin_fabs(x) < 1e-4 ? small : large;
}
// log(1 + t) for 0 <= t <= 1 as float32 needs it: 2 atanh(s), s = t/(2+t), fitted with a relative error of 1e-13.
INLINE double vlog1p_unit(double t) {
  double s = t / (2.0 + t), z = s * s;
  double p = 0.178082861957923297;
  p = fma_d(p, z, 0.121533618300540518); p = fma_d(p, z, 0.154998193280096816); p = fma_d(p, z, 0.181756875700701262);
  p = fma_d(p, z, 0.222223978920230623); p = fma_d(p, z, 0.285714261124168346); p = fma_d(p, z, 0.400000000130631113);
  p = fma_d(p, z, 0.666666666666553182);
  return fma_d(s * z, p, 2.0 * s);
}
// log(1 + exp(x)) for arguments of float32, without the sum that overflows.
INLINE double vsoftplus_core(double x) {
  double r = (x > 0.0 ? x : 0.0) + vlog1p_unit(vexp_narrow(-__builtin_fabs(x)));
  return x != x ? x : r;
}
// tanh(log(1 + exp(x))) by exp alone; one beyond 20 in float32.
INLINE double vsoftplus_tanh(double x) {
  double e = vexp_narrow(x > 20.0 ? 20.0 : x), n = e * (e + 2.0);
  return n / (n + 2.0);
}
INLINE float vlog1p_s(float x) { return (float)vlog1p_core(x); }
INLINE double vexpm1_core(double x) {
  double small = x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * (1.0 / 120.0 + x * (1.0 / 720.0))))));
  double large = vexp_narrow(x) - 1.0;
  double r = __builtin_fabs(x) < 1e-2 ? small : large;
  return x != x ? x : r;
}
INLINE float vexpm1_s(float x) { return (float)vexpm1_core(x); }
INLINE float vexp2_s(float x) { double r = vexp_narrow((double)x * 0.69314718055994530942); return x != x ? x : (float)r; }

INLINE double vtanh_core(double x) {
  double a = __builtin_fabs(x);
  double q = x * x;
  double small = x * (1.0 - q * (1.0 / 3.0 - q * (2.0 / 15.0 - q * (17.0 / 315.0))));
  double c = a > 20.0 ? 20.0 : a;
  double large = 1.0 - 2.0 / (vexp_narrow(2.0 * c) + 1.0);
  large = __builtin_copysign(large, x);
  double r = a < 0.02 ? small : large;
  return x != x ? x : r;
}
INLINE float vtanh_s(float x) { return (float)vtanh_core(x); }
INLINE double vsigmoid_d(double x) { return 1.0 / (1.0 + vexp_d(-x)); }

INLINE double vsqrt_d(double x) { return __builtin_elementwise_sqrt(x); }
INLINE float vsqrt_s(float x) { return __builtin_elementwise_sqrt(x); }

// x = n pi/2 + r with |r| <= pi/4, for |x| < 1e5: the rest r, and n + quarter, which tells sin from cos and the sign.
INLINE double vquarter_rest(double x, int64_t quarter, int64_t *k) {
  double shifted = fma_d(x, 0.63661977236758134308, 0x1.8p52);
  double n = shifted - 0x1.8p52;
  double r = fma_d(n, -1.57079632679489655800e+00, x);
  *k = (int64_t)(f64_bits(shifted) - f64_bits(0x1.8p52)) + quarter;
  return fma_d(n, -6.12323399573676603587e-17, r);
}
// sin and cos for |x| < 1e5 in double, by Taylor's series of the rest to 1e-15.
INLINE double vsincos_core(double x, int64_t quarter) {
  int64_t k;
  double r = vquarter_rest(x, quarter, &k), z = r * r;
  double s = fma_d(z, 1.60590438368216145994e-10, -2.50521083854417187751e-08);
  s = fma_d(z, s, 2.75573192239858906526e-06);
  s = fma_d(z, s, -1.98412698412698412698e-04);
  s = fma_d(z, s, 8.33333333333333333333e-03);
  s = fma_d(z, s, -1.66666666666666666667e-01);
  s = r * fma_d(z, s, 1.0);  // keeps the sign of zero
  double c = fma_d(z, -1.14707455977297247139e-11, 2.08767569878680989792e-09);
  c = fma_d(z, c, -2.75573192239858906526e-07);
  c = fma_d(z, c, 2.48015873015873015873e-05);
  c = fma_d(z, c, -1.38888888888888888889e-03);
  c = fma_d(z, c, 4.16666666666666666667e-02);
  c = fma_d(z * z, c, fma_d(z, -0.5, 1.0));
  double v = (k & 1) ? c : s;
  return (k & 2) ? -v : v;
}

// x^e in double for float32 operands: exp(e log|x|), then the sign of negative bases and the cases C99 lists.
INLINE double vpow_core(double x, double e) {
  double r = vexp_narrow(e * vlog_narrow(__builtin_fabs(x)));
  double whole = __builtin_floor(e);
  double half = e * 0.5;
  double odd = __builtin_floor(half) != half ? -r : r;
  double negative = whole == e ? odd : (double)NAN;
  negative = x == -INFINITY && whole != e ? r : negative;
  r = x < 0.0 ? negative : r;
  r = x == 0.0 && __builtin_signbit(x) && whole == e ? odd : r;
  r = e != e || x != x ? (double)NAN : r;
  r = x == -1.0 && __builtin_fabs(e) == INFINITY ? 1.0 : r;
  return e == 0.0 || x == 1.0 ? 1.0 : r;
}
INLINE float vpow_s(float x, float e) { return (float)vpow_core(x, e); }

// erf for float32 arguments: erf(a)/a is a polynomial of degree 20 in u = a^2/8 - 1 on [0, 4], fitted with a relative error of
// 2e-11; beyond, erf is 1 in float32. One way for all arguments: neither exponential nor division.
INLINE double verf_core(double x) {
  double a = x > 4.0 ? 4.0 : x;
  a = a < -4.0 ? -4.0 : a;
  double u = fma_d(a * a, 0.125, -1.0);
  double p = 1.2874054698224224e-05;
  p = fma_d(p, u, -3.668360645354812e-05); p = fma_d(p, u, 3.2979383818983124e-05);
  p = fma_d(p, u, -7.246152144638048e-05); p = fma_d(p, u, 0.0002951384370466126);
  p = fma_d(p, u, -0.0006727975797938545); p = fma_d(p, u, 0.001277072805758373);
  p = fma_d(p, u, -0.0025306721064139617); p = fma_d(p, u, 0.004861257452313889);
  p = fma_d(p, u, -0.008629832983801853); p = fma_d(p, u, 0.014347216896437105);
  p = fma_d(p, u, -0.022466263707243098); p = fma_d(p, u, 0.03306107366347555);
  p = fma_d(p, u, -0.045766463466210563); p = fma_d(p, u, 0.059886860225133925);
  p = fma_d(p, u, -0.07472772837517466); p = fma_d(p, u, 0.0902089961907006); p = fma_d(p, u, -0.1077104489095233);
  p = fma_d(p, u, 0.13167511686631903); p = fma_d(p, u, -0.1765762332142376); p = fma_d(p, u, 0.35353099564340495);
  return a * p;
}
// erfc for float32 arguments: exp(-a^2) times exp(a^2) erfc(a), which is a polynomial of degree 13 in t = (a-3)/(a+3) over
// (a+3), fitted on [0, 10.5] with a relative error of 2e-12. erfc(10.1) is less than the smallest float32.
INLINE double verfc_core(double x) {
  double a = __builtin_fabs(x);
  a = a > 10.5 ? 10.5 : a;
  double inverse = 1.0 / (a + 3.0), t = (a - 3.0) * inverse;
  double q = -5.373837943749355e-06;
  q = fma_d(q, t, -1.4594315003471127e-05); q = fma_d(q, t, 3.1995724329102625e-05);
  q = fma_d(q, t, 0.00010627755651322546); q = fma_d(q, t, -0.00027769735429333917);
  q = fma_d(q, t, -0.0005480025547119915); q = fma_d(q, t, 0.003034304165136596);
  q = fma_d(q, t, -0.0012124600770711124); q = fma_d(q, t, -0.02682726573996994);
  q = fma_d(q, t, 0.11952776492526965); q = fma_d(q, t, -0.3104672601776792); q = fma_d(q, t, 0.5902283569623898);
  q = fma_d(q, t, -0.8833944531966701); q = fma_d(q, t, 1.074006907089363);
  double tail = q * inverse * vexp_narrow(-a * a);
  double r = x < 0.0 ? 2.0 - tail : tail;
  return x != x ? x : r;
}

// Single precision throughout, within one unit in the last place: where a result is rounded again at once (softmax,
// sigmoid), twice the speed is worth more than the last bit.
INLINE float vexp_fast(float x) {
  float c = x > 88.8f ? 88.8f : x;
  c = c < -87.3f ? -87.3f : c;
  float shifted = fma_s(c, 1.44269504f, 12582912.0f);
  float n = shifted - 12582912.0f;
  float r = fma_s(n, -0.693359375f, c);
  r = fma_s(n, 2.12194440e-4f, r);
  float p = 1.9875691500e-4f;
  p = fma_s(p, r, 1.3981999507e-3f);
  p = fma_s(p, r, 8.3334519073e-3f);
  p = fma_s(p, r, 4.1665795894e-2f);
  p = fma_s(p, r, 1.6666665459e-1f);
  p = fma_s(p, r, 5.0000001201e-1f);
  p = fma_s(p, r * r, r) + 1.0f;
  // 2^n by the exponent's bits, in two halves: 2^128 is no float32. NaN stays NaN; subnormal results become zero.
  float scale = bits_f32((f32_bits(shifted) << 23) + (126u << 23));
  float result = p * scale * 2.0f;
  return x < -87.3f ? 0.0f : result;
}
// exp by a polynomial of degree five, as oneDNN's kernels have it: within 3e-7 for arguments up to 88; none above is asked.
INLINE float vexp_short(float x) {
  float c = x < -87.3f ? -87.3f : x;
  float n = __builtin_floorf(fma_s(c, 1.44269504f, 0.5f));
  float r = fma_s(-n, 0.693147182f, c);
  float p = 0.00828929059f;
  p = fma_s(p, r, 0.0418978221f);
  p = fma_s(p, r, 0.166676521f);
  p = fma_s(p, r, 0.499991506f);
  p = fma_s(p, r, 0.999999701f);
  p = fma_s(p, r, 1.0f);
  float scale = bits_f32((uint32_t)((int32_t)n + 127) << 23);
  return x < -87.3f ? 0.0f : p * scale;
}
// erf by formula 7.1.26 of Abramowitz and Stegun, in the order of torch's vectors: gelu is torch's to the bit.
INLINE float verf_short(float x) {
  float a = __builtin_fabsf(x);
  float t = 1.0f / fma_s(0.3275911f, a, 1.0f);
  float p = 1.061405429f;
  p = fma_s(p, t, -1.453152027f);
  p = fma_s(p, t, 1.421413741f);
  p = fma_s(p, t, -0.284496736f);
  p = fma_s(p, t, 0.254829592f);
  return __builtin_copysignf(fma_s(-(t * vexp_short(-x * x)), p, 1.0f), x);
}
INLINE float vgelu_s(float x) {
  float half = x * 0.5f;
  return fma_s(half, verf_short(x * 0.70710678f), half);
}
// Its derivative; 77% of the values are torch's to the bit, the others are one unit in the last place away.
INLINE float vgelu_slope(float x) {
  float density = vexp_short(x * x * -0.5f) * (float)(M_2_SQRTPI * M_SQRT1_2 * 0.5);
  float slope = x * density;
  return fma_s(0.5f, verf_short(x * 0.70710678f), 0.5f + slope);
}

// Hyperbolic functions: exp and its reciprocal, and a series where their difference would cancel.
INLINE double vsinh_core(double x) {
  double a = __builtin_fabs(x), e = vexp_narrow(a), z = x * x;
  double small = x * (1.0 + z * (1.0 / 6.0 + z * (1.0 / 120.0 + z * (1.0 / 5040.0))));
  double r = a < 0.1 ? small : __builtin_copysign(0.5 * (e - 1.0 / e), x);
  return x != x ? x : r;
}
INLINE double vcosh_core(double x) {
  double e = vexp_narrow(__builtin_fabs(x));
  return x != x ? x : 0.5 * (e + 1.0 / e);
}
INLINE double vasinh_core(double x) {
  double a = __builtin_fabs(x);
  double r = vlog1p_core(a + a * a / (1.0 + vsqrt_d(fma_d(a, a, 1.0))));
  return x != x || a == INFINITY ? x : __builtin_copysign(r, x);
}
INLINE double vacosh_core(double x) {
  double t = x - 1.0;
  double r = vlog1p_core(t + vsqrt_d(t * (t + 2.0)));
  return x == INFINITY ? x : x < 1.0 ? (double)NAN : r;
}
INLINE double vatanh_core(double x) {
  double a = __builtin_fabs(x);
  double r = 0.5 * vlog1p_core(2.0 * a / (1.0 - a));
  r = a > 1.0 ? (double)NAN : a == 1.0 ? INFINITY : r;
  return x != x ? x : __builtin_copysign(r, x);
}

// Arc functions for float32 arguments: polynomials fitted with a relative error of 1e-12 (asin on z <= 1/4) and
// 2e-11 (atan on t <= tan(pi/8)).
INLINE double vasin_small(double x, double z) {
  double p = 0.0283601440640533863;
  p = fma_d(p, z, 0.00105499471855566061); p = fma_d(p, z, 0.0168688127338862473);
  p = fma_d(p, z, 0.0169017611142646849); p = fma_d(p, z, 0.0224125169375933104);
  p = fma_d(p, z, 0.0303799394642336646); p = fma_d(p, z, 0.0446429066364217803);
  p = fma_d(p, z, 0.0749999995325810906); p = fma_d(p, z, 0.166666666667389266);
  return fma_d(x * z, p, x);
}
INLINE double vasin_core(double x) {
  double a = __builtin_fabs(x);
  int far = a > 0.5;
  double z = far ? 0.5 * (1.0 - a) : a * a;
  double r = vasin_small(far ? vsqrt_d(z) : a, z);
  return __builtin_copysign(far ? M_PI_2 - 2.0 * r : r, x);
}
INLINE double vacos_core(double x) {
  double a = __builtin_fabs(x);
  int far = a > 0.5;
  double z = far ? 0.5 * (1.0 - a) : a * a;
  double r = vasin_small(far ? vsqrt_d(z) : a, z);
  double near = M_PI_2 - __builtin_copysign(r, x);
  return far ? (x < 0.0 ? M_PI - 2.0 * r : 2.0 * r) : near;
}
INLINE double vatan2_core(double y, double x) {
  double a = __builtin_fabs(y), b = __builtin_fabs(x);
  int both = a == INFINITY && b == INFINITY;
  a = both ? 1.0 : a;
  b = both ? 1.0 : b;
  // tan(3 pi/8) and tan(pi/8)
  int steep = a > b * 2.41421356237309505, middle = a > b * 0.41421356237309505;
  double up = steep ? -b : middle ? a - b : a;
  double down = steep ? a : middle ? (a == INFINITY ? a : a + b) : b;
  double t = down == 0.0 ? 0.0 : up / down;
  double z = t * t;
  double p = -0.0404180892514328938;
  p = fma_d(p, z, 0.0713465466258349396); p = fma_d(p, z, -0.090288653525233641);
  p = fma_d(p, z, 0.111074856272552877); p = fma_d(p, z, -0.142856121693437);
  p = fma_d(p, z, 0.199999989128511528); p = fma_d(p, z, -0.333333333314315678);
  double r = fma_d(t * z, p, t) + (steep ? M_PI_2 : middle ? M_PI_4 : 0.0);
  r = __builtin_signbit(x) ? M_PI - r : r;
  return x != x || y != y ? x + y : __builtin_copysign(r, y);
}

// The square of a float32 is exact in double, and so the sum is rounded once before the root.
INLINE double vhypot_core(double x, double y) {
  double r = vsqrt_d(fma_d(x, x, y * y));
  return __builtin_fabs(x) == INFINITY || __builtin_fabs(y) == INFINITY ? INFINITY : r;
}

// The inverse of erf for float32 arguments: erfinv(y)/y is smooth in w = -log(1 - y^2); two polynomials, in w up to 5 and in
// its root beyond (the largest float32 below 1 has 16), fitted with a relative error of 1e-11.
INLINE double verfinv_core(double y) {
  double a = __builtin_fabs(y);
  double w = -vlog_narrow((1.0 - a) * (1.0 + a));
  double u = fma_d(w, 0.4, -1.0), v = vsqrt_d(w) - 3.1625;
  double p = 1.6335380494319003e-07;
  p = fma_d(p, u, -5.0497316108145964e-08); p = fma_d(p, u, -1.7954317344206318e-06);
  p = fma_d(p, u, 3.0952563389233227e-06); p = fma_d(p, u, 8.606797645482773e-06);
  p = fma_d(p, u, -4.160558984035741e-05); p = fma_d(p, u, 2.0491465976282284e-05);
  p = fma_d(p, u, 0.000292258875282433); p = fma_d(p, u, -0.0008341396736029983);
  p = fma_d(p, u, -0.0004879123790397179); p = fma_d(p, u, 0.008525401325553985);
  p = fma_d(p, u, -0.019573559782441536); p = fma_d(p, u, -0.026108235787447746); p = fma_d(p, u, 0.6166006918263983);
  p = fma_d(p, u, 1.501409351110792);
  double q = -5.574624549162837e-08;
  q = fma_d(q, v, -3.6365869931525928e-06); q = fma_d(q, v, 1.0037622410849506e-05);
  q = fma_d(q, v, 3.7811225435678727e-06); q = fma_d(q, v, -5.797382000081109e-05);
  q = fma_d(q, v, 0.00011625956106077271); q = fma_d(q, v, -4.697497552298344e-05);
  q = fma_d(q, v, -0.00034969593974927267); q = fma_d(q, v, 0.001171389133285316);
  q = fma_d(q, v, -0.002246044511708721); q = fma_d(q, v, 0.0033479210545267345);
  q = fma_d(q, v, -0.004765986901966398); q = fma_d(q, v, 0.006482244079516149); q = fma_d(q, v, 1.0042256957445321);
  q = fma_d(q, v, 2.995969240044959);
  double x = y * (w < 5.0 ? p : q);
  x = a == 1.0 ? __builtin_copysign(INFINITY, y) : a > 1.0 ? (double)NAN : x;
  return y != y ? y : x;
}

// log(exp(x) + exp(y)) with the larger one taken out.
INLINE double vlogaddexp_core(double x, double y) {
  double m = x > y ? x : y;
  double r = m + vlog1p_unit(vexp_narrow(-__builtin_fabs(x - y)));
  r = x == y && __builtin_fabs(x) == INFINITY ? x : r;
  return x != x ? x : y != y ? y : r;
}

// What is left of x after as many whole y as go into it; exact in double while the quotient of two float32 stays below
// 2^27 and y is finite, which `divides_exactly` tells.
INLINE int divides_exactly(float x, float y) {
  double q = (double)x / (double)y;
  return q > -0x1p27 && q < 0x1p27 && __builtin_fabsf(y) < INFINITY;
}
INLINE float vfmod_s(float x, float y) {
  double q = __builtin_trunc((double)x / (double)y);
  return __builtin_copysignf((float)fma_d(-q, y, x), x);
}

// tanh in double: exp(2a) - 1 over the same and 2, which keeps small arguments; one beyond 20.
INLINE double vtanh_d(double x) {
  double a = __builtin_fabs(x);
  double e = vexpm1_d(2.0 * (a > 20.0 ? 20.0 : a));
  return __builtin_copysign(e / (e + 2.0), x);
}
// sin and cos in double for |x| < 1e5, by Taylor's series up to what the last bit sees.
INLINE double vsincos_d(double x, int64_t quarter) {
  int64_t k;
  double r = vquarter_rest(x, quarter, &k), z = r * r;
  double s = fma_d(z, 2.8114572543455206e-15, -7.6471637318198165e-13);
  s = fma_d(z, s, 1.6059043836821613e-10); s = fma_d(z, s, -2.5052108385441720e-08);
  s = fma_d(z, s, 2.7557319223985893e-06); s = fma_d(z, s, -1.9841269841269841e-04);
  s = fma_d(z, s, 8.3333333333333333e-03); s = fma_d(z, s, -1.6666666666666667e-01);
  s = r == 0.0 ? r : fma_d(r * z, s, r);
  double c = fma_d(z, 4.7794773323873853e-14, -1.1470745597729725e-11);
  c = fma_d(z, c, 2.0876756987868099e-09); c = fma_d(z, c, -2.7557319223985891e-07);
  c = fma_d(z, c, 2.4801587301587302e-05); c = fma_d(z, c, -1.3888888888888889e-03);
  c = fma_d(z, c, 4.1666666666666667e-02);
  c = fma_d(z * z, c, fma_d(z, -0.5, 1.0));
  double v = (k & 1) ? c : s;
  return (k & 2) ? -v : v;
}
// erf in double: a polynomial of degree 25 below one (fitted to 1e-19), beyond it one less exp(-a^2) times a polynomial in
// t = (a-3)/(a+3) over (a+3) (fitted to 4e-18 on [1, 6]).
INLINE double verf_d(double x) {
  double a = __builtin_fabs(x), w = a > 1.0 ? 1.0 : a, z = w * w;
  double p = 5.9571761477489114e-11;
  p = fma_d(p, z, -1.1372848856791674e-09); p = fma_d(p, z, 1.4659775274047436e-08);
  p = fma_d(p, z, -1.6350312701054695e-07); p = fma_d(p, z, 1.6461000484121368e-06);
  p = fma_d(p, z, -1.4925595266831182e-05); p = fma_d(p, z, 1.2055331111642711e-04);
  p = fma_d(p, z, -8.5483269808337899e-04); p = fma_d(p, z, 5.2239776248180145e-03);
  p = fma_d(p, z, -2.6866170645076793e-02); p = fma_d(p, z, 1.1283791670954879e-01);
  p = fma_d(p, z, -3.7612638903183748e-01); p = fma_d(p, z, 1.1283791670955126e+00);
  double b = a > 6.0 ? 6.0 : a;
  b = b < 1.0 ? 1.0 : b;
  double inverse = 1.0 / (b + 3.0), t = (b - 3.0) * inverse;
  double q = 1.1509446618286097e-06;
  q = fma_d(q, t, 2.6652494134144986e-06); q = fma_d(q, t, -4.8283885311062154e-06);
  q = fma_d(q, t, -1.7468942375363580e-05); q = fma_d(q, t, 3.0411157010566973e-05);
  q = fma_d(q, t, 1.0756316443953363e-04); q = fma_d(q, t, -2.7677886189937896e-04);
  q = fma_d(q, t, -5.4830989440132376e-04); q = fma_d(q, t, 3.0340620421829372e-03);
  q = fma_d(q, t, -1.2124166174802505e-03); q = fma_d(q, t, -2.6827234625334290e-02);
  q = fma_d(q, t, 1.1952776128708652e-01); q = fma_d(q, t, -3.1046726190055847e-01);
  q = fma_d(q, t, 5.9022835710410336e-01); q = fma_d(q, t, -8.8339445316988367e-01);
  q = fma_d(q, t, 1.0740069070883397e+00);
  double tail = 1.0 - q * inverse * vexp_d(-b * b);
  double r = a < 1.0 ? w * p : tail;
  return x != x ? x : __builtin_copysign(r, x);
}

// One name per dtype, so that the families below are written once: exp_f32, exp_f64, ...
#define MATH_S(name, FUNC) \
  INLINE float name##_f32(float x) { return FUNC; } \
  INLINE float name##_f16(float x) { return FUNC; } \
  INLINE float name##_bf16(float x) { return FUNC; }
#define MATH_D(name, FUNC) INLINE double name##_f64(double x) { return FUNC; }
MATH_S(exp, vexp_s(x)) MATH_D(exp, vexp_d(x))
MATH_S(fastexp, vexp_fast(x)) MATH_D(fastexp, vexp_d(x))
MATH_S(log, vlog_s(x)) MATH_D(log, vlog_d(x))
MATH_S(log1p, vlog1p_s(x)) MATH_D(log1p, vlog1p_d(x))
MATH_S(expm1, vexpm1_s(x)) MATH_D(expm1, vexpm1_d(x))
MATH_S(tanh, vtanh_s(x)) MATH_D(tanh, vtanh_d(x))
MATH_S(softplus, (float)vsoftplus_core((double)x)) MATH_D(softplus, vlog1p_d(vexp_d(x)))
MATH_S(softplus_tanh, (float)vsoftplus_tanh((double)x)) MATH_D(softplus_tanh, vtanh_d(x > 20 ? x : vlog1p_d(vexp_d(x))))
// log(1 + exp(-|x|)).
MATH_S(log_rest, (float)vlog1p_unit(vexp_narrow(-__builtin_fabs((double)x)))) MATH_D(log_rest, vlog1p_d(vexp_d(-__builtin_fabs(x))))
// torch computes sigmoid in float steps; so do we.
MATH_S(sigmoid, 1.0f / (1.0f + vexp_fast(-x))) MATH_D(sigmoid, vsigmoid_d(x))
MATH_S(sqrt, vsqrt_s(x)) MATH_D(sqrt, vsqrt_d(x))
MATH_S(erf, (float)verf_core((double)x)) MATH_D(erf, verf_d(x))
MATH_S(gelu, vgelu_s(x)) MATH_D(gelu, 0.5 * x * (1.0 + verf_d(x * M_SQRT1_2)))
MATH_S(fabs, __builtin_fabsf(x)) MATH_D(fabs, __builtin_fabs(x))
#endif
