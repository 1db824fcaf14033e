// Discrete Fourier transforms of any length whose prime factors are small, in double: decimation in time by factors of 4,
// 2, 3, 5 and others below 20, from a table of all roots of unity. Long ones are a matrix of rows times columns: columns
// are transformed, turned by roots, then rows, eight at a time, so that each of the four passes over memory is in order.
#include "ArrayKernelsReduce.h"
#include <math.h>
#include <stdlib.h>

typedef struct { double re, im; } wave;
enum { MOST_FACTORS = 64, LARGEST_FACTOR = 19, LONG = 1 << 15, AT_ONCE = 8, FEW_ROOTS = 1 << 10 };
struct wick_fft_plan {
  size_t n;
  int inverse, count;
  int factors[MOST_FACTORS];
  wave *roots;
  // Of a long transform: both parts, the roots of small and of large powers, and room.
  struct wick_fft_plan *column, *row;
  wave *low, *high, *room;
};

static wave times(wave a, wave b) { return (wave){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }
static wave plus(wave a, wave b) { return (wave){a.re + b.re, a.im + b.im}; }
static wave minus(wave a, wave b) { return (wave){a.re - b.re, a.im - b.im}; }

// e^(-2 pi i k / n), quarters of the circle exactly.
static wave root(size_t k, size_t n) {
  if (4 * k % n == 0) {
    switch (4 * k / n) {
      case 0: return (wave){1, 0};
      case 1: return (wave){0, -1};
      case 2: return (wave){-1, 0};
      default: return (wave){0, 1};
    }
  }
  double angle = -2 * M_PI * (double)k / (double)n;
  return (wave){cos(angle), sin(angle)};
}

// Divides a long transform into columns and rows of about the same length.
static int divide(wick_fft_plan *plan) {
  size_t n = plan->n, rows = 1;
  for (int k = plan->count - 1; k >= 0; k--) {
    size_t more = rows * (size_t)plan->factors[k];
    if (more * more <= n * 4) rows = more;
  }
  size_t columns = n / rows, longest = rows > columns ? rows : columns, steps = n / FEW_ROOTS + 1;
  plan->column = wick_fft_make(rows, plan->inverse);
  plan->row = wick_fft_make(columns, plan->inverse);
  plan->low = malloc(FEW_ROOTS * sizeof(wave));
  plan->high = malloc(steps * sizeof(wave));
  plan->room = malloc((n + 2 * AT_ONCE * longest) * sizeof(wave));
  if (!plan->column || !plan->row || !plan->low || !plan->high || !plan->room) return 0;
  double sign = plan->inverse ? -1 : 1;
  for (size_t k = 0; k < FEW_ROOTS; k++) {
    plan->low[k] = root(k, n);
    plan->low[k].im *= sign;
  }
  for (size_t k = 0; k < steps; k++) {
    plan->high[k] = root(k * FEW_ROOTS % n, n);
    plan->high[k].im *= sign;
  }
  return 1;
}

static void run_long(const wick_fft_plan *plan, const wave *in, wave *out) {
  size_t rows = plan->column->n, columns = plan->row->n, longest = rows > columns ? rows : columns;
  wave *turned = plan->room, *given = turned + plan->n, *made = given + AT_ONCE * longest;
  for (size_t start = 0; start < columns; start += AT_ONCE) {
    size_t count = columns - start < AT_ONCE ? columns - start : AT_ONCE;
    for (size_t k = 0; k < rows; k++)
      for (size_t j = 0; j < count; j++) given[j * rows + k] = in[k * columns + start + j];
    for (size_t j = 0; j < count; j++) {
      wave *line = made + j * rows;
      wick_fft_run(plan->column, (const double *)(given + j * rows), (double *)line);
      for (size_t k = 0, power = 0; k < rows; k++, power += start + j)
        line[k] = times(line[k], times(plan->high[power / FEW_ROOTS], plan->low[power % FEW_ROOTS]));
    }
    for (size_t k = 0; k < rows; k++)
      for (size_t j = 0; j < count; j++) turned[k * columns + start + j] = made[j * rows + k];
  }
  for (size_t start = 0; start < rows; start += AT_ONCE) {
    size_t count = rows - start < AT_ONCE ? rows - start : AT_ONCE;
    for (size_t j = 0; j < count; j++)
      wick_fft_run(plan->row, (const double *)(turned + (start + j) * columns), (double *)(made + j * columns));
    for (size_t k = 0; k < columns; k++)
      for (size_t j = 0; j < count; j++) out[k * rows + start + j] = made[j * columns + k];
  }
}

wick_fft_plan *wick_fft_make(size_t n, int inverse) {
  wick_fft_plan *plan = calloc(1, sizeof *plan);
  if (!plan) return NULL;
  plan->n = n;
  plan->inverse = inverse;
  size_t rest = n;
  static const int tried[] = {4, 2, 3, 5, 7, 11, 13, 17, 19};
  for (size_t t = 0; t < sizeof tried / sizeof *tried; t++)
    while (rest % (size_t)tried[t] == 0 && plan->count < MOST_FACTORS) {
      plan->factors[plan->count++] = tried[t];
      rest /= (size_t)tried[t];
    }
  if (rest == 1 && n >= LONG) {
    if (divide(plan)) return plan;
    wick_fft_free(plan);
    return NULL;
  }
  if (rest == 1) plan->roots = malloc(n * sizeof(wave));
  if (!plan->roots) {
    free(plan);
    return NULL;
  }
  for (size_t k = 0; k <= n / 2; k++) plan->roots[k] = root(k, n);
  for (size_t k = n / 2 + 1; k < n; k++) plan->roots[k] = (wave){plan->roots[n - k].re, -plan->roots[n - k].im};
  if (inverse) for (size_t k = 0; k < n; k++) plan->roots[k].im = -plan->roots[k].im;
  return plan;
}

void wick_fft_free(wick_fft_plan *plan) {
  if (!plan) return;
  wick_fft_free(plan->column);
  wick_fft_free(plan->row);
  free(plan->low);
  free(plan->high);
  free(plan->room);
  free(plan->roots);
  free(plan);
}

static void butterfly2(wave *out, const wave *roots, size_t stride, size_t m) {
  for (size_t k = 0; k < m; k++) {
    wave t = times(out[k + m], roots[k * stride]);
    out[k + m] = minus(out[k], t);
    out[k] = plus(out[k], t);
  }
}

static void butterfly3(wave *out, const wave *roots, size_t stride, size_t m, double sign) {
  const double half = 0.86602540378443864676 * sign;
  for (size_t k = 0; k < m; k++) {
    wave a = out[k], b = times(out[k + m], roots[k * stride]), c = times(out[k + 2 * m], roots[2 * k * stride]);
    wave s = plus(b, c), d = minus(b, c);
    wave middle = {a.re - 0.5 * s.re, a.im - 0.5 * s.im}, turned = {-half * d.im, half * d.re};
    out[k] = plus(a, s);
    out[k + m] = plus(middle, turned);
    out[k + 2 * m] = minus(middle, turned);
  }
}

static void butterfly4(wave *out, const wave *roots, size_t stride, size_t m, double sign) {
  for (size_t k = 0; k < m; k++) {
    wave a = out[k], b = times(out[k + m], roots[k * stride]), c = times(out[k + 2 * m], roots[2 * k * stride]),
         d = times(out[k + 3 * m], roots[3 * k * stride]);
    wave s = plus(a, c), t = minus(a, c), u = plus(b, d), v = minus(b, d);
    wave w = {-sign * v.im, sign * v.re};
    out[k] = plus(s, u);
    out[k + 2 * m] = minus(s, u);
    out[k + m] = plus(t, w);
    out[k + 3 * m] = minus(t, w);
  }
}

static void butterfly5(wave *out, const wave *roots, size_t stride, size_t m, double sign) {
  const double c1 = 0.30901699437494742410, c2 = -0.80901699437494742410;
  const double s1 = 0.95105651629515357212 * sign, s2 = 0.58778525229247312917 * sign;
  for (size_t k = 0; k < m; k++) {
    wave a = out[k], b = times(out[k + m], roots[k * stride]), c = times(out[k + 2 * m], roots[2 * k * stride]),
         d = times(out[k + 3 * m], roots[3 * k * stride]), e = times(out[k + 4 * m], roots[4 * k * stride]);
    wave p = plus(b, e), q = minus(b, e), r = plus(c, d), s = minus(c, d);
    wave x = {a.re + c1 * p.re + c2 * r.re, a.im + c1 * p.im + c2 * r.im};
    wave y = {a.re + c2 * p.re + c1 * r.re, a.im + c2 * p.im + c1 * r.im};
    wave u = {-(s1 * q.im + s2 * s.im), s1 * q.re + s2 * s.re};
    wave v = {-(s2 * q.im - s1 * s.im), s2 * q.re - s1 * s.re};
    out[k] = plus(a, plus(p, r));
    out[k + m] = plus(x, u);
    out[k + 2 * m] = plus(y, v);
    out[k + 3 * m] = minus(y, v);
    out[k + 4 * m] = minus(x, u);
  }
}

static void butterfly(wave *out, const wave *roots, size_t stride, size_t m, size_t p, size_t n) {
  wave part[LARGEST_FACTOR];
  for (size_t k = 0; k < m; k++) {
    for (size_t j = 0; j < p; j++) part[j] = times(out[k + j * m], roots[j * k * stride]);
    for (size_t q = 0; q < p; q++) {
      wave total = part[0];
      for (size_t j = 1; j < p; j++) total = plus(total, times(part[j], roots[j * q * m * stride % n]));
      out[k + q * m] = total;
    }
  }
}

static void pass(const wick_fft_plan *plan, const wave *in, wave *out, size_t n, size_t stride, int level) {
  size_t p = (size_t)plan->factors[level], m = n / p;
  if (m == 1) for (size_t k = 0; k < p; k++) out[k] = in[k * stride];
  else for (size_t k = 0; k < p; k++) pass(plan, in + k * stride, out + k * m, m, stride * p, level + 1);
  double sign = plan->inverse ? 1 : -1;
  switch (p) {
    case 2: butterfly2(out, plan->roots, stride, m); break;
    case 3: butterfly3(out, plan->roots, stride, m, sign); break;
    case 4: butterfly4(out, plan->roots, stride, m, sign); break;
    case 5: butterfly5(out, plan->roots, stride, m, sign); break;
    default: butterfly(out, plan->roots, stride, m, p, plan->n);
  }
}

void wick_fft_run(const wick_fft_plan *plan, const double *in, double *out) {
  if (plan->n == 1) { out[0] = in[0]; out[1] = in[1]; return; }
  if (plan->column) run_long(plan, (const wave *)in, (wave *)out);
  else pass(plan, (const wave *)in, (wave *)out, plan->n, 1, 0);
}
