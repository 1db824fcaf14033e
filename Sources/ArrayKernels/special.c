// Special functions in double precision: series, asymptotic expansions and Newton steps from textbooks.
#include "special.h"
#include "vecmath.h"
#pragma STDC FP_CONTRACT OFF

double lgamma_r(double, int *);

double sp_lgamma(double x) {
  int sign;
  return lgamma_r(x, &sign);
}

// Quantile of the error function: what float32 needs as a start, near one Winitzki's, then Halley's steps on erf or erfc.
double sp_erfinv(double y) {
  double a = fabs(y);
  if (!(a <= 1)) return NAN;
  if (a == 1) return copysign(INFINITY, y);
  if (a == 0) return y;
  int is_close = a < 1 - 1e-7;
  double w = -log1p(-a * a);
  double u = 2 / (M_PI * 0.147) - w / 2;
  double x = is_close ? verfinv_core(a) : sqrt(sqrt(u * u + w / 0.147) - u);
  for (int i = 0; i < (is_close ? 1 : 4); i++) {
    double error = a < 0.5 ? erf(x) - a : (1 - a) - erfc(x);
    double slope = M_2_SQRTPI * exp(-x * x);
    if (slope == 0) break;
    double step = error / slope;
    x -= step / (1 + x * step);
  }
  return copysign(x, y);
}

double sp_digamma(double x) {
  if (x == 0) return copysign(INFINITY, -x);
  double reflected = 0;
  if (x < 0) {
    if (x == floor(x)) return NAN;
    double whole;
    double r = modf(x, &whole);
    reflected = -M_PI / tan(M_PI * r);
    x = 1 - x;
  }
  double result = 0;
  while (x < 10) { result -= 1 / x; x += 1; }
  double z = 1 / (x * x);
  double series = z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z / 12))))));
  return result + log(x) - 0.5 / x - series + reflected;
}

// Hurwitz zeta by Euler-Maclaurin summation.
double sp_zeta(double s, double q) {
  static const double coefficients[12] = {
    12.0, -720.0, 30240.0, -1209600.0, 47900160.0, -1.8924375803183791606e9, 7.47242496e10, -2.950130727918164224e12,
    1.1646782814350067249e14, -4.5979787224074726105e15, 1.8152105401943546773e17, -7.1661652561756670113e18};
  if (s == 1) return INFINITY;
  if (s < 1) return NAN;
  if (q <= 0) {
    if (q == floor(q)) return INFINITY;
    if (s != floor(s) || q < -1e6) return NAN;
  }
  double sum = pow(q, -s), a = q, b = 0;
  int i = 0;
  while (i < 9 || a <= 9) {
    i++;
    a += 1;
    b = pow(a, -s);
    sum += b;
    if (fabs(b) < 1.1e-16 * fabs(sum)) return sum;
  }
  double w = a;
  sum += b * w / (s - 1);
  sum -= 0.5 * b;
  double fact = 1, k = 0;
  for (i = 0; i < 12; i++) {
    fact *= s + k;
    b /= w;
    double t = fact * b / coefficients[i];
    sum += t;
    if (fabs(t / sum) < 1.1e-16) return sum;
    k += 1;
    fact *= s + k;
    b /= w;
    k += 1;
  }
  return sum;
}

double sp_polygamma(int n, double x) {
  if (n == 0) return sp_digamma(x);
  if (n == 1 && x < 0.5) {
    if (x <= 0 && x == floor(x)) return INFINITY;
    double s = M_PI / sin(M_PI * x);
    return s * s - sp_zeta(2, 1 - x);
  }
  double sign = (n & 1) ? 1 : -1;
  return sign * exp(sp_lgamma((double)n + 1)) * sp_zeta((double)n + 1, x);
}

// Modified Bessel functions: power series below 20, asymptotic series above; the e forms carry exp(-|x|).
static double bessel_series(double x, int order) {
  double q = 0.25 * x * x, term = order ? 0.5 * x : 1, sum = term;
  for (int k = 1; k < 200; k++) {
    term *= q / ((double)k * (k + order));
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}
static double bessel_asymptotic(double x, int order) {

  double mu = order ? 4 : 0, term = 1, sum = 1;
  for (int k = 1; k < 60; k++) {
    double odd = 2 * k - 1;
    double next = -term * (mu - odd * odd) / (k * 8 * x);
    if (fabs(next) > fabs(term)) break;
    term = next;
    sum += term;
    if (fabs(term) < 1e-17) break;
  }
  return sum / sqrt(2 * M_PI * x);
}
double sp_i0e(double x) { x = fabs(x); return x < 20 ? bessel_series(x, 0) * exp(-x) : bessel_asymptotic(x, 0); }
double sp_i0(double x) { x = fabs(x); return x < 20 ? bessel_series(x, 0) : bessel_asymptotic(x, 0) * exp(x); }
double sp_i1e(double v) {
  double x = fabs(v);
  return copysign(x < 20 ? bessel_series(x, 1) * exp(-x) : bessel_asymptotic(x, 1), v);
}
double sp_i1(double v) {
  double x = fabs(v);
  return copysign(x < 20 ? bessel_series(x, 1) : bessel_asymptotic(x, 1) * exp(x), v);
}

// Normal quantile: a start by Acklam-like tails, then Halley steps on the distribution function.
double sp_ndtri(double p) {
  if (p == 0) return -INFINITY;
  if (p == 0.5) return 0;
  if (p == 1) return INFINITY;
  if (!(p > 0 && p < 1)) return NAN;
  double tail = p < 0.5 ? p : 1 - p;
  double t = sqrt(-2 * log(tail));
  double x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  x = -x;
  for (int i = 0; i < 4; i++) {
    double error = 0.5 * erfc(-x * M_SQRT1_2) - tail;
    double u = error * sqrt(2 * M_PI) * exp(0.5 * x * x);
    x -= u / (1 + 0.5 * x * u);
  }
  return p < 0.5 ? x : -x;
}

double sp_erfcx(double x) {
  if (x < 25) return exp(x * x) * erfc(x);
  double z = 1 / (x * x);
  return 0.56418958354775628695 / x * (1 - 0.5 * z * (1 - 1.5 * z * (1 - 2.5 * z * (1 - 3.5 * z))));
}

double sp_log_ndtr(double x) {
  double t = x * M_SQRT1_2;
  if (x < -1) return log(sp_erfcx(-t) / 2) - t * t;
  return log1p(-erfc(t) / 2);
}

// eps below zero means none was given.
double sp_logit(double x, double eps) {
  if (eps >= 0) {
    if (x < eps) x = eps;
    if (x > 1 - eps) x = 1 - eps;
  }
  return log(x / (1 - x));
}

// Regularised incomplete gamma functions: series for x < a + 1, continued fraction beyond.
static double gamma_series(double a, double x) {
  double term = 1 / a, sum = term;
  for (int n = 1; n < 2000; n++) {
    term *= x / (a + n);
    sum += term;
    if (fabs(term) < fabs(sum) * 1e-17) break;
  }
  return sum * exp(-x + a * log(x) - sp_lgamma(a));
}
static double gamma_fraction(double a, double x) {
  double b = x + 1 - a, c = 1e300, d = 1 / b, h = d;
  for (int i = 1; i < 2000; i++) {
    double an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (fabs(d) < 1e-300) d = 1e-300;
    c = b + an / c;
    if (fabs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    double step = d * c;
    h *= step;
    if (fabs(step - 1) < 1e-16) break;
  }
  return exp(-x + a * log(x) - sp_lgamma(a)) * h;
}
double sp_igamma(double a, double x) {
  if (x < 0 || a < 0 || isnan(a) || isnan(x)) return NAN;
  if (a == 0) return x > 0 ? 1 : NAN;
  if (x == 0) return 0;
  if (isinf(a)) return isinf(x) ? NAN : 0;
  if (isinf(x)) return 1;
  return x < a + 1 ? gamma_series(a, x) : 1 - gamma_fraction(a, x);
}
double sp_igammac(double a, double x) {
  if (x < 0 || a < 0 || isnan(a) || isnan(x)) return NAN;
  if (a == 0) return x > 0 ? 0 : NAN;
  if (x == 0) return 1;
  if (isinf(a)) return isinf(x) ? NAN : 1;

  return x < a + 1 ? 1 - gamma_series(a, x) : gamma_fraction(a, x);
}

// Modified Bessel functions of the second kind, times exp(x): the trapezoidal rule on the integral of
// exp(x - x cosh t) cosh(order t), which converges faster than any power of the step.
static double bessel_k_scaled(double x, double order) {
  if (x != x || x < 0) return NAN;
  if (x == 0) return INFINITY;
  if (isinf(x)) return 0;
  const double step = 1.0 / 32;
  double sum = 0.5;
  for (int i = 1; i < 40000; i++) {
    double t = i * step, half = sinh(0.5 * t);
    double term = exp(-2 * x * half * half + order * t) * 0.5 * (1 + exp(-2 * order * t));
    sum += term;
    if (t > order / x && term < 1e-18 * sum) break;
  }
  return sum * step;
}
double sp_k0e(double x) { return bessel_k_scaled(x, 0); }
double sp_k1e(double x) { return bessel_k_scaled(x, 1); }
double sp_k0(double x) { return bessel_k_scaled(x, 0) * exp(-x); }
double sp_k1(double x) { return bessel_k_scaled(x, 1) * exp(-x); }
double sp_y0(double x) { return x == 0 ? -INFINITY : x < 0 ? NAN : y0(x); }
double sp_y1(double x) { return x == 0 ? -INFINITY : x < 0 ? NAN : y1(x); }
double sp_spherical_j0(double x) {
  if (isinf(x)) return 0;
  if (fabs(x) < 0.5) {
    double z = x * x;
    return 1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156)))));
  }
  return sin(x) / x;
}

// Airy's Ai: the power series near zero, asymptotic series beyond.
double sp_airy_ai(double x) {
  if (x != x || isinf(x)) return isinf(x) ? 0 : NAN;
  if (x > -8 && x < 4.5) {
    double f = 1, g = x, a = 1, b = x, cube = x * x * x;
    for (int k = 1; k < 200; k++) {
      a *= cube / ((3.0 * k) * (3.0 * k - 1));
      b *= cube / ((3.0 * k) * (3.0 * k + 1));
      f += a;
      g += b;
      if (fabs(a) < 1e-18 * fabs(f) && fabs(b) < 1e-18 * fabs(g)) break;
    }
    return 0.355028053887817239260 * f - 0.258819403792806798405 * g;
  }
  double z = fabs(x), zeta = 2.0 / 3 * z * sqrt(z), term = 1, even = 1, odd = 0, all = 1;
  for (int k = 1; k < 30; k++) {
    double next = term * (6.0 * k - 5) * (6.0 * k - 3) * (6.0 * k - 1) / (216.0 * k * (2 * k - 1)) / zeta;
    if (fabs(next) > fabs(term)) break;
    term = next;
    all += (k & 1) ? -term : term;
    if (k & 1) odd += (k & 2) ? -term : term;
    else even += (k & 2) ? -term : term;
    if (term < 1e-18) break;
  }
  double root = sqrt(sqrt(z)) * sqrt(M_PI);
  if (x > 0) return 0.5 * exp(-zeta) / root * all;
  double phase = zeta - M_PI / 4;
  return (cos(phase) * even + sin(phase) * odd) / root;
}
