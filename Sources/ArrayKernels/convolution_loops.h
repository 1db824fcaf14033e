// The loops of convolutions and matrix products for one element type T and vectors of LANES elements; included once for each.
//
// A result is a sum over taps (channel and place in the kernel). In the field every tap is a fixed distance away from the
// place it belongs to, and rows of places follow each other, so one tap of many neighbouring results is a plain load:
// nothing is copied into columns. Results between the end of a row and the start of the next are computed and dropped.
#define JOIN2(a, b) a##_##b
#define JOIN(a, b) JOIN2(a, b)
#define NAME(x) JOIN(x, SUFFIX)
typedef T NAME(vec) __attribute__((vector_size(LANES * sizeof(T))));

// ROWS channels of COUNT vectors of places; what was there is added in the end if `adds`.
#define MULTIPLY(ROWS, COUNT)                                                                                \
  TARGET static void NAME(multiply_##ROWS##_##COUNT)(const T *a, const T *x, const intptr_t *offsets, intptr_t depth, \
                                                     T *out, intptr_t step, int adds) {                      \
    NAME(vec) sum[ROWS][COUNT], b[COUNT];                                                                    \
    UNROLL for (int m = 0; m < ROWS; m++) UNROLL for (int v = 0; v < COUNT; v++) sum[m][v] = (NAME(vec)){0}; \
    for (intptr_t k = 0; k < depth; k++, a += ROWS) {                                                        \
      const T *s = x + offsets[k];                                                                           \
      UNROLL for (int v = 0; v < COUNT; v++) memcpy(&b[v], s + v * LANES, sizeof b[v]);                      \
      UNROLL for (int m = 0; m < ROWS; m++) UNROLL for (int v = 0; v < COUNT; v++) sum[m][v] += a[m] * b[v]; \
    }                                                                                                        \
    if (adds)                                                                                                \
      UNROLL for (int m = 0; m < ROWS; m++) UNROLL for (int v = 0; v < COUNT; v++) {                         \
        memcpy(&b[v], out + m * step + v * LANES, sizeof b[v]);                                              \
        sum[m][v] = b[v] + sum[m][v];                                                                        \
      }                                                                                                      \
    UNROLL for (int m = 0; m < ROWS; m++)                                                                    \
      UNROLL for (int v = 0; v < COUNT; v++) memcpy(out + m * step + v * LANES, &sum[m][v], sizeof(NAME(vec))); \
  }
typedef void (*NAME(multiply))(const T *a, const T *x, const intptr_t *offsets, intptr_t depth, T *out, intptr_t step,
                               int adds);
#define ROW1(R) MULTIPLY(R, 1)
#define ROW2(R) MULTIPLY(R, 1) MULTIPLY(R, 2)
#define ROW3(R) MULTIPLY(R, 1) MULTIPLY(R, 2) MULTIPLY(R, 3)
#define ROW4(R) MULTIPLY(R, 1) MULTIPLY(R, 2) MULTIPLY(R, 3) MULTIPLY(R, 4)
#define ENTRY1(R) [R] = {NULL, NAME(multiply_##R##_1)}
#define ENTRY2(R) [R] = {NULL, NAME(multiply_##R##_1), NAME(multiply_##R##_2)}
#define ENTRY3(R) [R] = {NULL, NAME(multiply_##R##_1), NAME(multiply_##R##_2), NAME(multiply_##R##_3)}
#define ENTRY4(R) [R] = {NULL, NAME(multiply_##R##_1), NAME(multiply_##R##_2), NAME(multiply_##R##_3), NAME(multiply_##R##_4)}
#if REGISTERS >= 32
ROW4(1) ROW4(2) ROW4(3) ROW4(4) ROW4(6) ROW3(8) ROW2(12)
static const NAME(multiply) NAME(table)[13][5] = {ENTRY4(1), ENTRY4(2), ENTRY4(3), ENTRY4(4), ENTRY4(6), ENTRY3(8), ENTRY2(12)};
#define COSTS {0, 2.2f, 1.3f, 1.1f, 1, 0, 1, 0, 1, 0, 0, 0, 1}
enum { NAME(dot_rows) = 4 };
#else
ROW4(1) ROW4(2) ROW3(3) ROW3(4) ROW2(6) ROW1(8)
static const NAME(multiply) NAME(table)[13][5] = {ENTRY4(1), ENTRY4(2), ENTRY3(3), ENTRY3(4), ENTRY2(6), ENTRY1(8)};
#define COSTS {0, 2.0f, 1.3f, 1.1f, 1, 0, 1, 0, 1.3f, 0, 0, 0, 0}
enum { NAME(dot_rows) = 2 };
#endif

TARGET static void NAME(part)(const wick_conv_plan *plan, const conv_segment *segment, const void *in, void *room,
                              const void *addends, void *out) {
  const conv_pass *pass = &plan->passes[segment->pass];
  const intptr_t row = plan->field.part[2], columns = pass->columns, rows = segment->rows, block = plan->block;
  const intptr_t count = (rows - 1) * row + columns, step = plan->wide;
  const NAME(multiply) *kernels = NAME(table)[block];
  intptr_t most = 4;
  while (!kernels[most]) most--;
  T *wide = room;
  for (intptr_t group = 0; group < plan->groups; group++) {
    const T *field = (const T *)in + group * plan->sources * plan->field.channel + segment->source;
    const T *bias = addends ? (const T *)addends + group * plan->targets : NULL;
    T *result = (T *)out + group * plan->targets * plan->target_channel + segment->target;
    for (intptr_t b = 0; b < plan->blocks; b++) {
      const T *a = (const T *)pass->weights + (group * plan->blocks + b) * pass->depth * block;
      for (intptr_t f = 0; f < count;) {
        intptr_t n = (count - f + LANES - 1) / LANES;
        if (n > most) n = most;
        kernels[n](a, field + f, pass->offsets, pass->depth, wide + f, step, 0);
        f += n * LANES;
      }
      for (intptr_t m = 0; m < block && b * block + m < plan->targets; m++) {
        const T plus = bias ? bias[b * block + m] : 0;
        const T *from = wide + m * step;
        T *to = result + (b * block + m) * plan->target_channel;
        if (plan->column_step == 1 && row == columns && plan->row_step == columns) {
          for (intptr_t i = 0; i < count; i++) to[i] = from[i] + plus;
        } else if (plan->column_step == 1) {
          for (intptr_t y = 0; y < rows; y++, from += row, to += plan->row_step)
            for (intptr_t i = 0; i < columns; i++) to[i] = from[i] + plus;
        } else {
          for (intptr_t y = 0; y < rows; y++, from += row, to += plan->row_step)
            for (intptr_t i = 0; i < columns; i++) to[i * plan->column_step] = from[i] + plus;
        }
      }
    }
  }
}

TARGET static void NAME(prepare)(void *target, const void *source, intptr_t channels, const conv_field *f) {
  T *to = target;
  const T *from = source;
  memset(to, 0, (size_t)(channels * f->channel + CONV_SLACK) * sizeof(T));
  const intptr_t split = f->split[2], lead = f->lead[2];
  intptr_t width = f->part[2] * split - lead;  // what goes beyond is read by no tap
  if (width > f->size[2]) width = f->size[2];
  for (intptr_t c = 0; c < channels; c++, to += f->channel) {
    for (intptr_t d = 0; d < f->size[0]; d++) {
      const intptr_t qd = (d + f->lead[0]) / f->split[0], pd = (d + f->lead[0]) % f->split[0];
      for (intptr_t h = 0; h < f->size[1]; h++, from += f->size[2]) {
        const intptr_t qh = (h + f->lead[1]) / f->split[1], ph = (h + f->lead[1]) % f->split[1];
        if (qd >= f->part[0] || qh >= f->part[1]) continue;
        T *row = to + (pd * f->split[1] + ph) * split * f->plane + (qd * f->part[1] + qh) * f->part[2];
        if (split == 1) {
          if (width > 0) memcpy(row + lead, from, (size_t)width * sizeof(T));
          continue;
        }
        for (intptr_t p = 0; p < split; p++) {
          const intptr_t first = (p + split - lead % split) % split;
          T *phase = row + p * f->plane + (first + lead) / split;
          for (intptr_t w = first; w < width; w += split) *phase++ = from[w];
        }
      }
    }
  }
}

// Products of ROWS rows of slopes with 6 taps, summed over places and samples into vectors [ROWS][6] of part sums.
#define DOTS(ROWS)                                                                                           \
  TARGET __attribute__((noinline)) static void NAME(dots_##ROWS)(                                            \
      const T *g, intptr_t row, intptr_t g_step, const T *x, const intptr_t *taps, intptr_t x_step, intptr_t samples, \
      intptr_t count, T *out) {                                                                              \
    NAME(vec) sum[ROWS][6], a[ROWS], b;                                                                      \
    UNROLL for (int m = 0; m < ROWS; m++) UNROLL for (int k = 0; k < 6; k++) sum[m][k] = (NAME(vec)){0};     \
    const intptr_t t0 = taps[0], t1 = taps[1], t2 = taps[2], t3 = taps[3], t4 = taps[4], t5 = taps[5];       \
    for (intptr_t f = 0;;) {                                                                                 \
      UNROLL for (int m = 0; m < ROWS; m++) memcpy(&a[m], g + m * row + f, sizeof b);                        \
      STEP(0, t0) STEP(1, t1) STEP(2, t2) STEP(3, t3) STEP(4, t4) STEP(5, t5)                                \
      f += LANES;                                                                                            \
      if (f < count) continue;                                                                               \
      if (--samples == 0) break;                                                                             \
      f = 0;                                                                                                 \
      g += g_step;                                                                                           \
      x += x_step;                                                                                           \
    }                                                                                                        \
    UNROLL for (int m = 0; m < ROWS; m++)                                                                    \
      UNROLL for (int k = 0; k < 6; k++) memcpy(out + (m * 6 + k) * LANES, &sum[m][k], sizeof b);            \
  }
#define STEP(K, TAP)                          \
  memcpy(&b, x + f + TAP, sizeof b);          \
  UNROLL for (int m = 0; m < (int)(sizeof a / sizeof b); m++) sum[m][K] += a[m] * b;
DOTS(1) DOTS(2)
#if REGISTERS >= 32
DOTS(3) DOTS(4)
#endif
TARGET static inline T NAME(sum_lanes)(const T *from) {
  T part[LANES];
  memcpy(part, from, sizeof part);
  UNROLL for (int half = LANES / 2; half > 0; half /= 2)
    UNROLL for (int i = 0; i < half; i++) part[i] += part[i + half];
  return part[0];
}

// Adds the products of the slopes of channels first..<last (row after row of `width` places, with zeros between the rows of
// the output) and the fields of some samples to `total`.
TARGET static void NAME(weights)(const wick_conv_shape *shape, const conv_field *field, const intptr_t *offsets,
                                 const void *fields, const void *slopes, void *sums, intptr_t samples, intptr_t first,
                                 intptr_t last, intptr_t width) {
  const intptr_t sources = shape->in_channels / shape->groups, targets = shape->out_channels / shape->groups;
  const intptr_t depth = sources * shape->kernel[0] * shape->kernel[1] * shape->kernel[2];
  const intptr_t x_step = shape->in_channels * field->channel, g_step = (last - first) * shape->out[0] * width;
  const intptr_t row = shape->out[0] * width;
  // The slopes of a piece of a large sample stay in the cache while all taps go by.
  const intptr_t span = width < 16384 ? width : 16384;
  T *total = sums;
  for (intptr_t d = 0; d < shape->out[0]; d++) {
    for (intptr_t f = 0; f < width; f += span) {
      const intptr_t count = width - f < span ? width - f : span;
      for (intptr_t m = first; m < last;) {
        const intptr_t group = m / targets, end = (group + 1) * targets;
        intptr_t rows = (last < end ? last : end) - m;
        if (rows > NAME(dot_rows)) rows = NAME(dot_rows);
        const T *g = (const T *)slopes + (m - first) * row + d * width + f;
        const T *x = (const T *)fields + group * sources * field->channel + d * field->part[1] * field->part[2] + f;
        for (intptr_t k = 0; k < depth; k += 6) {
          intptr_t taps[6];
          T part[4 * 6 * LANES];
          for (int i = 0; i < 6; i++) taps[i] = offsets[k + i < depth ? k + i : depth - 1];
          switch (rows) {
#if REGISTERS >= 32
            case 4: NAME(dots_4)(g, row, g_step, x, taps, x_step, samples, count, part); break;
            case 3: NAME(dots_3)(g, row, g_step, x, taps, x_step, samples, count, part); break;
#endif
            case 2: NAME(dots_2)(g, row, g_step, x, taps, x_step, samples, count, part); break;
            default: NAME(dots_1)(g, row, g_step, x, taps, x_step, samples, count, part); break;
          }
          for (intptr_t i = 0; i < rows; i++)
            for (intptr_t j = 0; j < 6 && k + j < depth; j++) total[(m + i) * depth + k + j] += NAME(sum_lanes)(part + (i * 6 + j) * LANES);
        }
        m += rows;
      }
    }
  }
}

// target[column][row] = source[row][column], of sources whose columns are neighbours.
static void NAME(turn)(T *target, intptr_t target_step, const T *source, intptr_t source_step, intptr_t rows,
                       intptr_t columns) {
  intptr_t r = 0;
  for (; sizeof(T) == 4 && r + 4 <= rows; r += 4) {
    const T *s = source + r * source_step;
    intptr_t c = 0;
    for (; c + 4 <= columns; c += 4) turn_four((float *)(target + c * target_step + r), target_step, (const float *)(s + c), source_step);
    for (; c < columns; c++)
      for (intptr_t i = 0; i < 4; i++) target[c * target_step + r + i] = s[i * source_step + c];
  }
  for (; r < rows; r++)
    for (intptr_t c = 0; c < columns; c++) target[c * target_step + r] = source[r * source_step + c];
}

// Packs rows of a, in blocks of rows whose numbers of one column are neighbours; missing rows are zeros.
TARGET static void NAME(pack_rows)(T *target, const T *a, intptr_t ar, intptr_t ac, intptr_t m, intptr_t k, intptr_t block) {
  for (intptr_t i = 0; i < m; i += block, target += block * k) {
    const T *from = a + i * ar;
    const intptr_t count = m - i < block ? m - i : block;
    if (count < block) memset(target, 0, (size_t)(block * k) * sizeof(T));
    if (ac == 1) NAME(turn)(target, block, from, ar, count, k);
    else
      for (intptr_t p = 0; p < k; p++)
        for (intptr_t r = 0; r < count; r++) target[p * block + r] = from[r * ar + p * ac];
  }
}

// Packs `width` columns of b as rows of `wanted` numbers. What lies beyond the last column is multiplied and dropped.
TARGET static void NAME(pack_columns)(T *tile, intptr_t wanted, const T *b, intptr_t br, intptr_t bc, intptr_t width,
                                      intptr_t k) {
  if (bc == 1 && width == wanted) {
    for (intptr_t p = 0; p < k; p++)
      for (intptr_t i = 0; i < wanted; i += LANES) memcpy(tile + p * wanted + i, b + p * br + i, sizeof(NAME(vec)));
    return;
  }
  if (bc == 1) {
    for (intptr_t p = 0; p < k; p++) memcpy(tile + p * wanted, b + p * br, (size_t)width * sizeof(T));
  } else if (br == 1) {
    NAME(turn)(tile, wanted, b, bc, width, k);
  } else {
    for (intptr_t p = 0; p < k; p++)
      for (intptr_t i = 0; i < width; i++) tile[p * wanted + i] = b[p * br + i * bc];
  }
  if (width < wanted)
    for (intptr_t p = 0; p < k; p++)
      for (intptr_t i = width; i < wanted; i++) tile[p * wanted + i] = 0;
}

// Multiplies packed rows by columns that lie `step` apart.
TARGET static void NAME(multiply_rows)(T *c, intptr_t ldc, const T *rows, const T *x, const intptr_t *offsets, intptr_t m,
                                       intptr_t k, intptr_t block, intptr_t vectors, intptr_t width, int adds) {
  const NAME(multiply) kernel = NAME(table)[block][vectors];
  T part[12 * 4 * LANES];
  for (intptr_t i = 0; i < m; i += block, rows += block * k, c += block * ldc) {
    if (m - i >= block && width == vectors * LANES) {
      kernel(rows, x, offsets, k, c, ldc, adds);
      continue;
    }
    const intptr_t count = m - i < block ? m - i : block;
    kernel(rows, x, offsets, k, part, 4 * LANES, 0);
    for (intptr_t r = 0; r < count; r++)
      for (intptr_t q = 0; q < width; q++) c[r * ldc + q] = adds ? c[r * ldc + q] + part[r * 4 * LANES + q] : part[r * 4 * LANES + q];
  }
}

// c (m x n, rows ldc apart) = a b for any strides, or += with `adds`. Rows of a are packed in blocks; columns of b are packed
// for a tile when they must be turned or are used often. Where the rows do not all fit into the cache they are taken `most_rows`
// at a time, and the tiles of all columns are packed before the first. `packed` has room for either.
TARGET static void NAME(product)(void *result, intptr_t ldc, const void *left, intptr_t ar, intptr_t ac, const void *right,
                                 intptr_t br, intptr_t bc, intptr_t m, intptr_t n, intptr_t k, int adds, intptr_t block,
                                 intptr_t most_rows, void *packed, intptr_t *offsets) {
  T *c = result;
  const T *a = left, *b = right;
  T *rows = packed;
  intptr_t most = 4, step = -1;
  while (!NAME(table)[block][most]) most--;
  const intptr_t few = m < most_rows ? m : most_rows, blocks = (few + block - 1) / block;
  T *tiles = rows + blocks * block * k;
  for (intptr_t i = 0; i < m; i += most_rows) {
    const intptr_t count = m - i < most_rows ? m - i : most_rows;
    NAME(pack_rows)(rows, a + i * ar, ar, ac, count, k, block);
    for (intptr_t j = 0; j < n;) {
      intptr_t vectors = (n - j + LANES - 1) / LANES;
      if (vectors > most) vectors = most;
      const intptr_t width = n - j < vectors * LANES ? n - j : vectors * LANES;
      const T *x = b + j * bc;
      intptr_t wanted = br;
      if (bc != 1 || width < vectors * LANES || blocks > 3) {
        wanted = vectors * LANES;
        T *tile = m > most_rows ? tiles + j * k : tiles;
        if (i == 0 || m <= most_rows) NAME(pack_columns)(tile, wanted, x, br, bc, width, k);
        x = tile;
      }
      if (wanted != step) {
        step = wanted;
        for (intptr_t p = 0; p < k; p++) offsets[p] = p * step;
      }
      NAME(multiply_rows)(c + i * ldc + j, ldc, rows, x, offsets, count, k, block, vectors, width, adds);
      j += vectors * LANES;
    }
  }
}

static const conv_loops NAME(loops) = {NAME(prepare), NAME(part), NAME(weights), NAME(product), COSTS, LANES};
#undef COSTS
#undef DOTS
#undef STEP
#undef MULTIPLY
#undef ROW1
#undef ROW2
#undef ROW3
#undef ROW4
#undef ENTRY1
#undef ENTRY2
#undef ENTRY3
#undef ENTRY4
#undef NAME
#undef JOIN
#undef JOIN2
