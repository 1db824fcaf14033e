// The cell of a long short-term memory: gates lie side by side as input, forget, cell and output.
#include "types.h"
#include "vecmath.h"

// Adds a row of b to the gates of a and leaves the activated gates in a.
CLONES static void cell_row(float *a, const float *b, const float *cell, float *next, float *bent, float *out, size_t n) {
  VECTORIZE
  for (size_t j = 0; j < n; j++) {
    const float i = sigmoid_f32(a[j] + b[j]), f = sigmoid_f32(a[n + j] + b[n + j]);
    a[j] = i;
    a[n + j] = f;
  }
  VECTORIZE
  for (size_t j = 0; j < n; j++) {
    a[2 * n + j] = vtanh_s(a[2 * n + j] + b[2 * n + j]);
    a[3 * n + j] = sigmoid_f32(a[3 * n + j] + b[3 * n + j]);
  }
  VECTORIZE
  for (size_t j = 0; j < n; j++) {
    const float c = a[n + j] * cell[j] + a[j] * a[2 * n + j], t = vtanh_s(c);
    next[j] = c;
    bent[j] = t;
    out[j] = a[3 * n + j] * t;
  }
}

// From the slopes of a step's results (h and what reaches the cell from the step after) those of its gates before activation,
// and of the cell before.
CLONES static void back_row(const float *a, const float *cell, const float *bent, const float *h, float *c, float *gates,
                            size_t n) {
  VECTORIZE
  for (size_t j = 0; j < n; j++) {
    const float i = a[j], f = a[n + j], g = a[2 * n + j], o = a[3 * n + j], t = bent[j], s = h[j];
    const float d = c[j] + s * o * (1 - t * t);
    gates[j] = d * g * ((1 - i) * i);
    gates[n + j] = d * cell[j] * ((1 - f) * f);
    gates[2 * n + j] = d * i * (1 - g * g);
    gates[3 * n + j] = s * t * ((1 - o) * o);
    c[j] = d * f;
  }
}

int wick_lstm_forward(const wick_lstm *s, const float *recurrent, const float *bias, float *gates, float *states,
                      float *cells, float *bents, float *room) {
  const size_t n = (size_t)s->hidden, rows = (size_t)s->batch, size = rows * n;
  for (intptr_t k = 0; k < s->steps; k++) {
    const size_t t = (size_t)(s->is_reverse ? s->steps - 1 - k : k);
    const size_t before = s->is_reverse ? t + 1 : t, after = s->is_reverse ? t : t + 1;
    if (!wick_product(WICK_F32, room, (intptr_t)(4 * n), states + before * size, (intptr_t)n, 1, recurrent,
                      (intptr_t)(4 * n), 1, (intptr_t)rows, (intptr_t)(4 * n), (intptr_t)n, 0))
      return 0;
    for (size_t r = 0; r < rows; r++) {
      if (bias) for (size_t j = 0; j < 4 * n; j++) room[r * 4 * n + j] += bias[j];
      cell_row(gates + (t * rows + r) * 4 * n, room + r * 4 * n, cells + before * size + r * n, cells + after * size + r * n,
               bents + t * size + r * n, states + after * size + r * n, n);
    }
  }
  return 1;
}

int wick_lstm_backward(const wick_lstm *s, const float *recurrent, const float *gates, const float *cells,
                       const float *bents, const float *slopes, float *h, float *c, float *out) {
  const size_t n = (size_t)s->hidden, rows = (size_t)s->batch, size = rows * n;
  for (intptr_t k = s->steps - 1; k >= 0; k--) {
    const size_t t = (size_t)(s->is_reverse ? s->steps - 1 - k : k), before = s->is_reverse ? t + 1 : t;
    if (slopes) for (size_t j = 0; j < size; j++) h[j] += slopes[t * size + j];
    for (size_t r = 0; r < rows; r++)
      back_row(gates + (t * rows + r) * 4 * n, cells + before * size + r * n, bents + t * size + r * n, h + r * n, c + r * n,
               out + (t * rows + r) * 4 * n, n);
    if (!wick_product(WICK_F32, h, (intptr_t)n, out + t * rows * 4 * n, (intptr_t)(4 * n), 1, recurrent, (intptr_t)n, 1,
                      (intptr_t)rows, (intptr_t)n, (intptr_t)(4 * n), 0))
      return 0;
  }
  return 1;
}
