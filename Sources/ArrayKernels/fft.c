// Discrete Fourier transforms of any length whose prime factors are small, in double: decimation in time by factors of 4,
// 2, 3, 5 and others below 20, from a table of all roots of unity.
//
// Eight transforms run side by side, one in each lane of a vector, wherever there are eight: rows of a matrix, and the
// columns and rows of a long transform. That is a matrix of rows times columns: columns are transformed, turned by roots,
// then rows, so that each of the passes over memory is in order. Real numbers are transformed as half as many complex ones.
#include "ArrayKernelsReduce.h"
#include "types.h"
#include <math.h>
#include <stdlib.h>

// A product that is rounded once would leave a rest where two products cancel.
#pragma STDC FP_CONTRACT OFF

typedef double v8 __attribute__((vector_size(64)));
typedef struct { double re, im; } wave;
typedef struct { v8 re, im; } waves;
typedef float v16 __attribute__((vector_size(64)));
typedef struct { float re, im; } short_wave;
typedef struct { v16 re, im; } short_waves;
enum { MOST_FACTORS = 64, LARGEST_FACTOR = 19, LONG = 1 << 12, AT_ONCE = 8, FEW_ROOTS = 1 << 10 };
struct wick_fft_plan {
  size_t n;
  int inverse, count;
  int factors[MOST_FACTORS];
  wave *roots;
  short_wave *short_roots;
  // Room for eight transforms side by side: what is given and what is made.
  waves *given, *made;
  // Of a long transform: both parts, the roots of small and of large powers, the turns of eight columns, and room.
  struct wick_fft_plan *column, *row;
  wave *low, *high, *room;
  waves *turns;
  // Of real numbers of twice the length: the roots of small and of large powers.
  wave *real_low, *real_high;
};

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

// The butterflies for one number and for eight side by side (W); roots are single numbers.
#define TRANSFORM(W, S, R, T, TABLE)                                                                         \
  INLINE W times_##S(W a, R b) { return (W){a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re}; }         \
  INLINE W plus_##S(W a, W b) { return (W){a.re + b.re, a.im + b.im}; }                                      \
  INLINE W minus_##S(W a, W b) { return (W){a.re - b.re, a.im - b.im}; }                                     \
  INLINE void butterfly2_##S(W *out, const R *roots, size_t stride, size_t m) {                              \
    for (size_t k = 0; k < m; k++) {                                                                         \
      W t = times_##S(out[k + m], roots[k * stride]);                                                        \
      out[k + m] = minus_##S(out[k], t);                                                                     \
      out[k] = plus_##S(out[k], t);                                                                          \
    }                                                                                                        \
  }                                                                                                          \
  INLINE void butterfly3_##S(W *out, const R *roots, size_t stride, size_t m, T sign) {                      \
    const T half = (T)0.86602540378443864676 * sign;                                                         \
    for (size_t k = 0; k < m; k++) {                                                                         \
      W a = out[k], b = times_##S(out[k + m], roots[k * stride]),                                            \
        c = times_##S(out[k + 2 * m], roots[2 * k * stride]);                                                \
      W s = plus_##S(b, c), d = minus_##S(b, c);                                                             \
      W middle = {a.re - (T)0.5 * s.re, a.im - (T)0.5 * s.im}, turned = {-half * d.im, half * d.re};         \
      out[k] = plus_##S(a, s);                                                                               \
      out[k + m] = plus_##S(middle, turned);                                                                 \
      out[k + 2 * m] = minus_##S(middle, turned);                                                            \
    }                                                                                                        \
  }                                                                                                          \
  INLINE void butterfly4_##S(W *out, const R *roots, size_t stride, size_t m, T sign) {                      \
    for (size_t k = 0; k < m; k++) {                                                                         \
      W a = out[k], b = times_##S(out[k + m], roots[k * stride]),                                            \
        c = times_##S(out[k + 2 * m], roots[2 * k * stride]), d = times_##S(out[k + 3 * m], roots[3 * k * stride]); \
      W s = plus_##S(a, c), t = minus_##S(a, c), u = plus_##S(b, d), v = minus_##S(b, d);                    \
      W w = {-sign * v.im, sign * v.re};                                                                     \
      out[k] = plus_##S(s, u);                                                                               \
      out[k + 2 * m] = minus_##S(s, u);                                                                      \
      out[k + m] = plus_##S(t, w);                                                                           \
      out[k + 3 * m] = minus_##S(t, w);                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  INLINE void butterfly5_##S(W *out, const R *roots, size_t stride, size_t m, T sign) {                      \
    const T c1 = (T)0.30901699437494742410, c2 = (T)-0.80901699437494742410;                                 \
    const T s1 = (T)0.95105651629515357212 * sign, s2 = (T)0.58778525229247312917 * sign;                    \
    for (size_t k = 0; k < m; k++) {                                                                         \
      W a = out[k], b = times_##S(out[k + m], roots[k * stride]),                                            \
        c = times_##S(out[k + 2 * m], roots[2 * k * stride]), d = times_##S(out[k + 3 * m], roots[3 * k * stride]), \
        e = times_##S(out[k + 4 * m], roots[4 * k * stride]);                                                \
      W p = plus_##S(b, e), q = minus_##S(b, e), r = plus_##S(c, d), s = minus_##S(c, d);                    \
      W x = {a.re + c1 * p.re + c2 * r.re, a.im + c1 * p.im + c2 * r.im};                                    \
      W y = {a.re + c2 * p.re + c1 * r.re, a.im + c2 * p.im + c1 * r.im};                                    \
      W u = {-(s1 * q.im + s2 * s.im), s1 * q.re + s2 * s.re};                                               \
      W v = {-(s2 * q.im - s1 * s.im), s2 * q.re - s1 * s.re};                                               \
      out[k] = plus_##S(a, plus_##S(p, r));                                                                  \
      out[k + m] = plus_##S(x, u);                                                                           \
      out[k + 2 * m] = plus_##S(y, v);                                                                       \
      out[k + 3 * m] = minus_##S(y, v);                                                                      \
      out[k + 4 * m] = minus_##S(x, u);                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  INLINE void butterfly_##S(W *out, const R *roots, size_t stride, size_t m, size_t p, size_t n) {           \
    W part[LARGEST_FACTOR];                                                                                  \
    for (size_t k = 0; k < m; k++) {                                                                         \
      for (size_t j = 0; j < p; j++) part[j] = times_##S(out[k + j * m], roots[j * k * stride]);             \
      for (size_t q = 0; q < p; q++) {                                                                       \
        W total = part[0];                                                                                   \
        for (size_t j = 1; j < p; j++) total = plus_##S(total, times_##S(part[j], roots[j * q * m * stride % n])); \
        out[k + q * m] = total;                                                                              \
      }                                                                                                      \
    }                                                                                                        \
  }                                                                                                          \
  CLONES static void pass_##S(const wick_fft_plan *plan, const W *in, W *out, size_t n, size_t stride, int level) { \
    size_t p = (size_t)plan->factors[level], m = n / p;                                                      \
    if (m == 1) for (size_t k = 0; k < p; k++) out[k] = in[k * stride];                                      \
    else for (size_t k = 0; k < p; k++) pass_##S(plan, in + k * stride, out + k * m, m, stride * p, level + 1); \
    T sign = plan->inverse ? 1 : -1;                                                                         \
    switch (p) {                                                                                             \
      case 2: butterfly2_##S(out, plan->TABLE, stride, m); break;                                            \
      case 3: butterfly3_##S(out, plan->TABLE, stride, m, sign); break;                                      \
      case 4: butterfly4_##S(out, plan->TABLE, stride, m, sign); break;                                      \
      case 5: butterfly5_##S(out, plan->TABLE, stride, m, sign); break;                                      \
      default: butterfly_##S(out, plan->TABLE, stride, m, p, plan->n);                                       \
    }                                                                                                        \
  }
TRANSFORM(wave, one, wave, double, roots) TRANSFORM(waves, eight, wave, double, roots)
// In single precision numbers cancel that torch has cancel.
TRANSFORM(short_wave, short_one, short_wave, float, short_roots) TRANSFORM(short_waves, sixteen, short_wave, float, short_roots)

INLINE wave power(const wave *high, const wave *low, size_t k) { return times_one(high[k / FEW_ROOTS], low[k % FEW_ROOTS]); }

static void *aligned(size_t bytes) {
  void *block = NULL;
  return posix_memalign(&block, 64, bytes) ? NULL : block;
}

// Two tables from which every power of a root is one product.
static int powers(wave **low, wave **high, size_t n, int inverse) {
  size_t steps = n / FEW_ROOTS + 1;
  *low = malloc(FEW_ROOTS * sizeof(wave));
  *high = malloc(steps * sizeof(wave));
  if (!*low || !*high) return 0;
  double sign = inverse ? -1 : 1;
  for (size_t k = 0; k < FEW_ROOTS; k++) { (*low)[k] = root(k % n, n); (*low)[k].im *= sign; }
  for (size_t k = 0; k < steps; k++) { (*high)[k] = root(k * FEW_ROOTS % n, n); (*high)[k].im *= sign; }
  return 1;
}

// A plan; the parts of a divided one are not divided again, whatever their length.
static wick_fft_plan *make(size_t n, int inverse, int divides);

// Divides a long transform into columns and rows of about the same length.
static int divide(wick_fft_plan *plan) {
  size_t n = plan->n, rows = 1;
  for (int k = plan->count - 1; k >= 0; k--) {
    size_t more = rows * (size_t)plan->factors[k];
    if (more * more <= n * 4) rows = more;
  }
  size_t columns = n / rows;
  plan->column = make(rows, plan->inverse, 0);
  plan->row = make(columns, plan->inverse, 0);
  plan->room = aligned(n * sizeof(wave));
  plan->turns = aligned(rows * sizeof(waves));
  if (!plan->column || !plan->row || !plan->room || !plan->turns) return 0;
  if (!powers(&plan->low, &plan->high, n, plan->inverse)) return 0;
  for (size_t k = 0; k < rows; k++)
    for (size_t j = 0; j < AT_ONCE; j++) {
      wave w = root(k * j % n, n);
      plan->turns[k].re[j] = w.re;
      plan->turns[k].im[j] = plan->inverse ? -w.im : w.im;
    }
  return 1;
}

CLONES static void run_long(const wick_fft_plan *plan, const wave *in, wave *out) {
  size_t rows = plan->column->n, columns = plan->row->n;
  wave *turned = plan->room;
  waves *given = plan->column->given, *made = plan->column->made;
  for (size_t start = 0; start < columns; start += AT_ONCE) {
    size_t count = columns - start < AT_ONCE ? columns - start : AT_ONCE;
    for (size_t k = 0; k < rows; k++) {
      const wave *line = in + k * columns + start;
      waves v = {{0}, {0}};
      if (count == AT_ONCE) for (size_t j = 0; j < AT_ONCE; j++) { v.re[j] = line[j].re; v.im[j] = line[j].im; }
      else for (size_t j = 0; j < count; j++) { v.re[j] = line[j].re; v.im[j] = line[j].im; }
      given[k] = v;
    }
    pass_eight(plan->column, given, made, rows, 1, 0);
    for (size_t k = 0, place = 0; k < rows; k++, place += start) {
      wave base = power(plan->high, plan->low, place);
      waves t = times_eight(plan->turns[k], base), v = made[k];
      waves w = {v.re * t.re - v.im * t.im, v.re * t.im + v.im * t.re};
      wave *line = turned + k * columns + start;
      if (count == AT_ONCE) for (size_t j = 0; j < AT_ONCE; j++) line[j] = (wave){w.re[j], w.im[j]};
      else for (size_t j = 0; j < count; j++) line[j] = (wave){w.re[j], w.im[j]};
    }
  }
  given = plan->row->given;
  made = plan->row->made;
  for (size_t start = 0; start < rows; start += AT_ONCE) {
    size_t count = rows - start < AT_ONCE ? rows - start : AT_ONCE;
    for (size_t j = 0; j < count; j++) {
      const wave *line = turned + (start + j) * columns;
      for (size_t k = 0; k < columns; k++) { given[k].re[j] = line[k].re; given[k].im[j] = line[k].im; }
    }
    pass_eight(plan->row, given, made, columns, 1, 0);
    for (size_t k = 0; k < columns; k++) {
      wave *line = out + k * rows + start;
      waves w = made[k];
      if (count == AT_ONCE) for (size_t j = 0; j < AT_ONCE; j++) line[j] = (wave){w.re[j], w.im[j]};
      else for (size_t j = 0; j < count; j++) line[j] = (wave){w.re[j], w.im[j]};
    }
  }
}

wick_fft_plan *wick_fft_make(size_t n, int inverse) { return make(n, inverse, 1); }

static wick_fft_plan *make(size_t n, int inverse, int divides) {
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
  if (rest == 1 && n >= LONG && plan->count > 1 && divides) {
    if (divide(plan)) return plan;
    wick_fft_free(plan);
    return NULL;
  }
  if (rest == 1) {
    plan->roots = malloc(n * sizeof(wave));
    plan->short_roots = malloc(n * sizeof(short_wave));
    plan->given = aligned(n * sizeof(waves));
    plan->made = aligned(n * sizeof(waves));
  }
  if (!plan->roots || !plan->short_roots || !plan->given || !plan->made) {
    wick_fft_free(plan);
    return NULL;
  }
  memset(plan->given, 0, n * sizeof(waves));
  for (size_t k = 0; k <= n / 2; k++) plan->roots[k] = root(k, n);
  for (size_t k = n / 2 + 1; k < n; k++) plan->roots[k] = (wave){plan->roots[n - k].re, -plan->roots[n - k].im};
  if (inverse) for (size_t k = 0; k < n; k++) plan->roots[k].im = -plan->roots[k].im;
  for (size_t k = 0; k < n; k++) plan->short_roots[k] = (short_wave){(float)plan->roots[k].re, (float)plan->roots[k].im};
  return plan;
}

void wick_fft_free(wick_fft_plan *plan) {
  if (!plan) return;
  wick_fft_free(plan->column);
  wick_fft_free(plan->row);
  free(plan->low);
  free(plan->high);
  free(plan->room);
  free(plan->turns);
  free(plan->roots);
  free(plan->short_roots);
  free(plan->given);
  free(plan->made);
  free(plan->real_low);
  free(plan->real_high);
  free(plan);
}

// A few rows of one transform, side by side.
CLONES static void side_by_side(const wick_fft_plan *plan, const wave *in, wave *out, size_t count) {
  size_t n = plan->n;
  waves *given = plan->given, *made = plan->made;
  for (size_t j = 0; j < count; j++)
    for (size_t k = 0; k < n; k++) { given[k].re[j] = in[j * n + k].re; given[k].im[j] = in[j * n + k].im; }
  pass_eight(plan, given, made, n, 1, 0);
  for (size_t j = 0; j < count; j++)
    for (size_t k = 0; k < n; k++) out[j * n + k] = (wave){made[k].re[j], made[k].im[j]};
}

void wick_fft_run(const wick_fft_plan *plan, const double *from, double *to, size_t rows) {
  const wave *in = (const wave *)from;
  wave *out = (wave *)to;
  size_t n = plan->n;
  for (size_t row = 0; row < rows;) {
    size_t count = 1;
    if (n == 1) out[row] = in[row];
    else if (plan->column) run_long(plan, in + row * n, out + row * n);
    else if (rows - row >= 3) {
      count = rows - row < AT_ONCE ? rows - row : AT_ONCE;
      side_by_side(plan, in + row * n, out + row * n, count);
    } else pass_one(plan, in + row * n, out + row * n, n, 1, 0);
    row += count;
  }
}

// From the transform of pairs of real numbers to that of the numbers, all of it; O is the type of the result's parts.
#define UNPACK(O, S)                                                                                         \
  CLONES static void unpack_##S(const wick_fft_plan *plan, const wave *pairs, O *out, int inverse, double scale) { \
    size_t h = plan->n, n = 2 * h;                                                                           \
    const double sign = inverse ? -1 : 1;                                                                    \
    for (size_t k = 0; k <= h / 2; k++) {                                                                    \
      wave a = pairs[k], b = pairs[k == 0 ? 0 : h - k], w = power(plan->real_high, plan->real_low, k);       \
      /* Even and odd numbers apart: E = (a + b*) / 2, O = (a - b*) / 2i. */                                 \
      wave e = {0.5 * (a.re + b.re), 0.5 * (a.im - b.im)}, o = {0.5 * (a.im + b.im), 0.5 * (b.re - a.re)};   \
      wave t = times_one(o, w), x = plus_one(e, t), y = minus_one(e, t);                                     \
      size_t l = h - k;                                                                                      \
      out[2 * k] = (O)(scale * x.re);                                                                        \
      out[2 * k + 1] = (O)(sign * scale * x.im);                                                             \
      out[2 * l] = (O)(scale * y.re);                                                                        \
      out[2 * l + 1] = (O)(-sign * scale * y.im);                                                            \
    }                                                                                                        \
    /* The signs of these zeros are torch's. */                                                              \
    out[1] = (O)(inverse ? -0.0 : 0.0);                                                                      \
    out[2 * h + 1] = (O)(inverse ? -0.0 : 0.0);                                                              \
    for (size_t k = 1; k < h; k++) { out[2 * (n - k)] = out[2 * k]; out[2 * (n - k) + 1] = -out[2 * k + 1]; } \
  }
UNPACK(float, short) UNPACK(double, long)

int wick_fft_real(wick_fft_plan *plan, const double *in, double *room, void *out, size_t rows, int inverse, int narrow,
                  double scale) {
  size_t h = plan->n, n = 2 * h;
  if (!plan->real_low && !powers(&plan->real_low, &plan->real_high, n, 0)) return 0;
  // A block of rows at a time, so that what is made of them is still in the cache.
  for (size_t row = 0; row < rows; row += AT_ONCE) {
    size_t count = rows - row < AT_ONCE ? rows - row : AT_ONCE;
    wick_fft_run(plan, in + row * n, room, count);
    for (size_t j = 0; j < count; j++) {
      const wave *pairs = (const wave *)room + j * h;
      if (narrow) unpack_short(plan, pairs, (float *)out + (row + j) * 2 * n, inverse, scale);
      else unpack_long(plan, pairs, (double *)out + (row + j) * 2 * n, inverse, scale);
    }
  }
  return 1;
}

// Transforms of lines as they lie: numbers of a line are `inner` apart, `inner` lines beside each other, `outer` times.
// Eight lines of doubles or sixteen of floats (T) at a time go into the lanes and come out scaled. PART: 1 for real
// numbers, whose transform is symmetric and whose inverse is the conjugate; 2 for complex ones. `half`: only the first half
// of a real line's transform is wanted. The lines from `first` to `last` are transformed, in room of the caller's.
#define LINES(NAME, T, PART, W, V, LANES, PASS)                                                              \
  CLONES static void lines_##NAME(const wick_fft_plan *plan, const T *restrict in, T *restrict out, size_t outer, \
                                  size_t inner, int inverse, double scale, int half, size_t first, size_t last, \
                                  W *restrict given, W *restrict made) {                                     \
    const size_t n = plan->n, total = last, kept = PART == 1 ? n / 2 + 1 : n;                       \
    const size_t length = PART == 1 && half ? kept : n;                                                      \
    const T factor = (T)scale, turn = PART == 1 && inverse ? -factor : factor;                               \
    for (size_t start = first; start < total; start += LANES) {                                                  \
      const size_t count = total - start < LANES ? total - start : LANES;                                    \
      size_t place[LANES], goal[LANES];                                                                      \
      for (size_t j = 0; j < count; j++) {                                                                   \
        place[j] = (start + j) / inner * n * inner + (start + j) % inner;                                    \
        goal[j] = (start + j) / inner * length * inner + (start + j) % inner;                                \
      }                                                                                                      \
      const int beside = count == LANES && place[LANES - 1] - place[0] == LANES - 1;                         \
      if (beside) {                                                                                          \
        const T *line = in + place[0] * PART;                                                                \
        for (size_t k = 0; k < n; k++, line += inner * PART)                                                 \
          for (size_t j = 0; j < LANES; j++) {                                                               \
            given[k].re[j] = line[PART * j];                                                                 \
            given[k].im[j] = PART == 1 ? 0 : line[PART * j + PART - 1];                                      \
          }                                                                                                  \
      } else {                                                                                               \
        for (size_t j = 0; j < count; j++) {                                                                 \
          const T *line = in + place[j] * PART;                                                              \
          T *target = (T *)given + j;                                                                        \
          for (size_t k = 0; k < n; k++, line += inner * PART, target += 2 * LANES) {                        \
            target[0] = line[0];                                                                             \
            target[LANES] = PART == 1 ? 0 : line[PART - 1];                                                  \
          }                                                                                                  \
        }                                                                                                    \
      }                                                                                                      \
      if (n > 1) PASS(plan, given, made, n, 1, 0);                                                           \
      else made[0] = given[0];                                                                               \
      if (PART == 1) {                                                                                       \
        made[0].im = (V){0};                                                                                 \
        if (n % 2 == 0) made[n / 2].im = (V){0};                                                             \
      }                                                                                                      \
      for (size_t k = 0; k < kept; k++) { made[k].re *= factor; made[k].im *= turn; }                        \
      if (beside) {                                                                                          \
        T *line = out + goal[0] * 2;                                                                         \
        for (size_t k = 0; k < kept; k++, line += inner * 2)                                                 \
          for (size_t j = 0; j < LANES; j++) { line[2 * j] = made[k].re[j]; line[2 * j + 1] = made[k].im[j]; } \
        if (PART == 1)                                                                                       \
          for (size_t k = kept; k < length; k++, line += inner * 2)                                          \
            for (size_t j = 0; j < LANES; j++) {                                                             \
              line[2 * j] = made[n - k].re[j];                                                               \
              line[2 * j + 1] = -made[n - k].im[j];                                                          \
            }                                                                                                \
      } else {                                                                                               \
        for (size_t j = 0; j < count; j++) {                                                                 \
          T *line = out + goal[j] * 2;                                                                       \
          const T *source = (const T *)made + j;                                                             \
          for (size_t k = 0; k < kept; k++, line += inner * 2, source += 2 * LANES) {                        \
            line[0] = source[0];                                                                             \
            line[1] = source[LANES];                                                                         \
          }                                                                                                  \
          if (PART == 1)                                                                                     \
            for (size_t k = kept; k < length; k++, line += inner * 2) {                                      \
              source = (const T *)(made + (n - k)) + j;                                                      \
              line[0] = source[0];                                                                           \
              line[1] = -source[LANES];                                                                      \
            }                                                                                                \
        }                                                                                                    \
      }                                                                                                      \
    }                                                                                                        \
  }
LINES(real32, float, 1, short_waves, v16, 16, pass_sixteen) LINES(real64, double, 1, waves, v8, 8, pass_eight)
LINES(complex32, float, 2, short_waves, v16, 16, pass_sixteen) LINES(complex64, double, 2, waves, v8, 8, pass_eight)

// One short line of complex numbers: no lanes to fill.
#define SINGLE(NAME, T, W, PASS)                                                                             \
  static void single_##NAME(const wick_fft_plan *plan, const W *in, W *out, double scale) {                  \
    if (plan->n > 1) PASS(plan, in, out, plan->n, 1, 0);                                                     \
    else out[0] = in[0];                                                                                     \
    if (scale != 1) for (size_t k = 0; k < plan->n; k++) { out[k].re *= (T)scale; out[k].im *= (T)scale; }   \
  }
SINGLE(short, float, short_wave, pass_short_one) SINGLE(long, double, wave, pass_one)

int wick_fft_lines(const wick_fft_plan *plan, const void *in, void *out, int is_real, int narrow, size_t outer,
                   size_t inner, int inverse, double scale, int half, size_t first, size_t last) {
  if (plan->column) return 0;
  if (!is_real && outer == 1 && inner == 1) {
    if (narrow) single_short(plan, in, out, scale);
    else single_long(plan, in, out, scale);
    return 1;
  }
  // Several threads may be at it: the plan's own room is for the one with the first lines.
  waves *given = plan->given, *made = plan->made, *room = NULL;
  if (first > 0) {
    room = aligned(2 * plan->n * sizeof(waves));
    if (!room) return 0;
    memset(room, 0, plan->n * sizeof(waves));
    given = room;
    made = room + plan->n;
  }
#define LINES_OF(NAME, W) \
  lines_##NAME(plan, in, out, outer, inner, inverse, scale, half, first, last, (W *)given, (W *)made)
  if (is_real && narrow) LINES_OF(real32, short_waves);
  else if (is_real) LINES_OF(real64, waves);
  else if (narrow) LINES_OF(complex32, short_waves);
  else LINES_OF(complex64, waves);
  free(room);
  return 1;
}
