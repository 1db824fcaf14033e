// Products of float32 matrices with fewer than 4 rows or 12 columns, in the order in which the library that torch calls adds
// them up (found by cancelling large numbers at every two places and counting what was added after; all bits agreed). Its
// vectors have 16 bytes there and products are rounded before they are added. Three ways, by which side lies how:
//   - along the summed dimension on both sides: scalar products, whose first numbers are added one by one up to where 16 bytes
//     are aligned; their sum begins the first lane;
//   - several rows times one contiguous vector: the same, four rows at a time, aligned as the fourth;
//   - rows of the right side added up: every number in order, but eight at a time before a row of the result is aligned.
#include "ArrayKernels.h"
#include "types.h"

#pragma STDC FP_CONTRACT OFF

typedef float four __attribute__((vector_size(16)));
INLINE four load(const float *p) {
  four v;
  memcpy(&v, p, sizeof v);
  return v;
}
INLINE float across(four v) { return (v[0] + v[2]) + (v[1] + v[3]); }
// Numbers by which an address lies behind an aligned one.
INLINE size_t lane(const float *p) { return ((uintptr_t)p >> 2) & 3; }

// One scalar product after `first` numbers one by one, by one vector of sums or by two.
static float dot_alone(const float *a, const float *b, size_t k, size_t first, int twice) {
  float total = 0;
  size_t p = 0;
  if (first + 8 <= k) {
    for (; p < first; p++) total += a[p] * b[p];
    four x = {total, 0, 0, 0}, y = {0};
    if (twice) {
      for (; p + 8 <= k; p += 8) {
        x += load(a + p) * load(b + p);
        y += load(a + p + 4) * load(b + p + 4);
      }
      x += y;
    } else {
      for (; p + 8 <= k; p += 8) {
        x += load(a + p) * load(b + p);
        x += load(a + p + 4) * load(b + p + 4);
      }
    }
    total = across(x);
  }
  for (; p < k; p++) total += a[p] * b[p];
  return total;
}

// Four rows times one vector.
static void dot_four(float *out, size_t step, const float *a, intptr_t ar, const float *b, size_t k, size_t first) {
  const float *r0 = a, *r1 = a + ar, *r2 = a + 2 * ar, *r3 = a + 3 * ar;
  float t0 = 0, t1 = 0, t2 = 0, t3 = 0;
  size_t p = 0;
  if (first + 4 <= k) {
    for (; p < first; p++) { t0 += r0[p] * b[p]; t1 += r1[p] * b[p]; t2 += r2[p] * b[p]; t3 += r3[p] * b[p]; }
    four x0 = {t0, 0, 0, 0}, x1 = {t1, 0, 0, 0}, x2 = {t2, 0, 0, 0}, x3 = {t3, 0, 0, 0};
    for (; p + 4 <= k; p += 4) {
      four v = load(b + p);
      x0 += load(r0 + p) * v; x1 += load(r1 + p) * v; x2 += load(r2 + p) * v; x3 += load(r3 + p) * v;
    }
    t0 = across(x0); t1 = across(x1); t2 = across(x2); t3 = across(x3);
  }
  for (; p < k; p++) { t0 += r0[p] * b[p]; t1 += r1[p] * b[p]; t2 += r2[p] * b[p]; t3 += r3[p] * b[p]; }
  out[0] = t0; out[step] = t1; out[2 * step] = t2; out[3 * step] = t3;
}

static void times_vector(float *c, const float *a, intptr_t ar, const float *b, size_t m, size_t k) {
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const float *rows = a + (intptr_t)i * ar;
    dot_four(c + i, 1, rows, ar, b, k, 4 - lane(rows + 3 * ar));
  }
  for (size_t rest = 0; i < m; i++, rest++) c[i] = dot_alone(a + (intptr_t)i * ar, b, k, 4, rest != 1);
}

static void dots(float *c, size_t ldc, const float *a, intptr_t ar, const float *b, intptr_t br, size_t m, size_t n, size_t k) {
  for (size_t i = 0; i < m; i++) {
    const float *row = a + (intptr_t)i * ar;
    float *out = c + i * ldc;
    size_t first = (4 - lane(row)) & 3, j = 0;
    for (; j + 4 <= n; j += 4) dot_four(out + j, 1, b + (intptr_t)j * br, br, row, k, first);
    for (; j < n; j++) out[j] = dot_alone(row, b + (intptr_t)j * br, k, first, 1);
  }
}

// Sixteen columns of the right side, laid out in whole vectors. Sums begin with `start`, or go on with those in `c`.
typedef float sixteen __attribute__((vector_size(64)));
INLINE sixteen some(const float *p, size_t n) {
  sixteen v = {0};
  memcpy(&v, p, n * sizeof *p);
  return v;
}
CLONES static void add_rows(float *c, size_t ldc, const float *a, intptr_t ar, intptr_t ac, const sixteen *lines,
                            const sixteen *start, size_t m, size_t n, size_t k) {
  size_t i = 0;
  for (; i + 4 <= m; i += 4) {
    const float *r = a + (intptr_t)i * ar;
    float *o = c + i * ldc;
    sixteen t0, t1, t2, t3;
    if (start) t0 = t1 = t2 = t3 = *start;
    else t0 = some(o, n), t1 = some(o + ldc, n), t2 = some(o + 2 * ldc, n), t3 = some(o + 3 * ldc, n);
    for (size_t p = 0; p < k; p++, r += ac) {
      sixteen v = lines[p];
      t0 += r[0] * v; t1 += r[ar] * v; t2 += r[2 * ar] * v; t3 += r[3 * ar] * v;
    }
    memcpy(o, &t0, n * sizeof *o);
    memcpy(o + ldc, &t1, n * sizeof *o);
    memcpy(o + 2 * ldc, &t2, n * sizeof *o);
    memcpy(o + 3 * ldc, &t3, n * sizeof *o);
  }
  for (; i < m; i++) {
    const float *r = a + (intptr_t)i * ar;
    sixteen t = start ? *start : some(c + i * ldc, n);
    for (size_t p = 0; p < k; p++, r += ac) t += r[0] * lines[p];
    memcpy(c + i * ldc, &t, n * sizeof *c);
  }
}

// The columns of a row before its first aligned place.
static void add_in_eights(float *c, const float *a, intptr_t ac, const float *b, intptr_t br, size_t n, size_t k, const float *start) {
  for (size_t j = 0; j < n; j++) {
    float total = start ? start[j] : 0;
    size_t p = 0;
    const float *x = a, *y = b + j;
    for (; p + 8 <= k; p += 8, x += 8 * ac, y += 8 * br) {
      for (size_t q = 0; q < 4; q++) total += x[(intptr_t)q * ac] * y[(intptr_t)q * br];
      float part = x[4 * ac] * y[4 * br];
      for (size_t q = 5; q < 8; q++) part += x[(intptr_t)q * ac] * y[(intptr_t)q * br];
      total += part;
    }
    for (; p < k; p++, x += ac, y += br) total += *x * *y;
    c[j] = total;
  }
}

// One row: the right side is read once, as it lies.
CLONES static void add_one_row(float *restrict c, const float *restrict a, intptr_t ac, const float *restrict b, intptr_t br, size_t n,
                               size_t k, const float *start) {
  if (start) memcpy(c, start, n * sizeof *c);
  else memset(c, 0, n * sizeof *c);
  for (size_t p = 0; p < k; p++) {
    const float x = a[(intptr_t)p * ac], *line = b + (intptr_t)p * br;
    for (size_t j = 0; j < n; j++) c[j] += x * line[j];
  }
}

static void rows(float *c, size_t ldc, const float *a, intptr_t ar, intptr_t ac, const float *b, intptr_t br, intptr_t bc,
                 size_t m, size_t n, size_t k, const float *start, int aligned) {
  enum { DEPTH = 64 };
  if (m == 1 && bc == 1) {
    add_one_row(c, a, ac, b, br, n, k, start);
  } else {
    sixteen lines[DEPTH];
    for (size_t j = 0; j < n; j += 16) {
      size_t width = n - j < 16 ? n - j : 16;
      for (size_t from = 0; from < k; from += DEPTH) {
        size_t depth = k - from < DEPTH ? k - from : DEPTH;
        for (size_t p = 0; p < depth; p++) {
          const float *s = b + (intptr_t)(from + p) * br + (intptr_t)j * bc;
          if (bc == 1) {
            lines[p] = some(s, width);
          } else {
            sixteen v = {0};
            for (size_t q = 0; q < width; q++) v[q] = s[(intptr_t)q * bc];
            lines[p] = v;
          }
        }
        sixteen first = {0};
        if (start) first = some(start + j, width);
        add_rows(c + j, ldc, a + (intptr_t)from * ac, ar, ac, lines, from ? 0 : &first, m, width, depth);
      }
    }
  }
  for (size_t i = 0; aligned && n > 1 && k >= 8 && i < m; i++) {
    float *row = c + i * ldc;
    size_t first = (4 - lane(row)) & 3;
    if (first && first + 4 <= n) add_in_eights(row, a + (intptr_t)i * ar, ac, b, br, first, k, start);
  }
}

int wick_narrow_product(float *c, size_t ldc, const float *a, intptr_t ar, intptr_t ac, const float *b, intptr_t br, intptr_t bc,
                        size_t m, size_t n, size_t k, const float *start, int batched) {
  if (batched == 2) return rows(c, ldc, a, ar, ac, b, br, bc, m, n, k, 0, 0), 1;
  const int plain = ac == 1, turned = br == 1 && bc != 1;
  if (!turned && bc != 1 && n > 1) return 0;
  if (n == 1 && (m > 1 || turned) && !(batched && (m == 1 || !turned))) {
    if (plain && br != 1 && k > 1) return 0;
    if (plain && batched) return dots(c, ldc, a, ar, b, k, m, 1, k), 1;
    if (plain && ldc == 1) return times_vector(c, a, ar, b, m, k), 1;
  } else if (plain && turned) {
    if (m == 1) times_vector(c, b, bc, a, n, k);
    else dots(c, ldc, a, ar, b, bc, m, n, k);
    return 1;
  }
  // With both sides turned the sum comes first and then what it is added to.
  const int begins = start && (bc == 1 || n == 1);
  rows(c, ldc, a, ar, ac, b, br, n == 1 ? 1 : bc, m, n, k, begins ? start : 0, bc == 1);
  return 1 + begins;
}
