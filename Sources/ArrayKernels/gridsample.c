// Sampling of planes at places between their pixels: where a grid point lies, and the weights of the pixels around it.
// Points are worked on in blocks, whose places and weights serve all channels.
#include "types.h"
#include "ArrayKernelsLayers.h"

enum { POINTS = 256 };

#define GRID(t, T)                                                                                              \
  /* The position along a dimension; `slope` is its derivative by the coordinate. */                            \
  INLINE T position_##t(T coordinate, intptr_t size, const wick_grid *s, T *slope) {                            \
    const T scale = s->aligns ? (T)(size - 1) / 2 : (T)size / 2, last = (T)(size - 1);                          \
    T x = (coordinate + 1) * scale - (s->aligns ? (T)0 : (T)0.5);                                               \
    *slope = scale;                                                                                             \
    if (s->padding == WICK_GRID_REFLECTION) {                                                                   \
      const T low = s->aligns ? (T)0 : (T)-0.5, span = s->aligns ? last : (T)size;                              \
      if (span <= 0) { *slope = 0; return 0; }                                                                  \
      x -= low;                                                                                                 \
      if (x < 0) { x = -x; *slope = -*slope; }                                                                  \
      const T extra = (T)fmod((double)x, (double)span), flips = __builtin_elementwise_floor(x / span);          \
      if (fmod((double)flips, 2) == 0) x = extra + low;                                                         \
      else { x = span - extra + low; *slope = -*slope; }                                                        \
    }                                                                                                           \
    if (s->padding != WICK_GRID_ZEROS) {                                                                        \
      if (!(x > 0)) { x = 0; *slope = 0; }                                                                      \
      else if (x >= last) { x = last; *slope = 0; }                                                             \
    }                                                                                                           \
    /* What no integer holds lies outside. */                                                                   \
    return x != x || x > (T)-1e9 && x < (T)1e9 ? x : (T)-100;                                                             \
  }                                                                                                             \
  INLINE int32_t pixel_##t(T row, T column, const wick_grid *s) {                                               \
    return row >= 0 && row < (T)s->height && column >= 0 && column < (T)s->width                                \
      ? (int32_t)row * (int32_t)s->width + (int32_t)column : -1;                                                \
  }                                                                                                             \
  typedef struct block_##t { int32_t place[4][POINTS]; T weight[4][POINTS], part[4][POINTS], slope[2][POINTS]; } block_##t; \
  static void locate_##t(const T *grid, intptr_t n, const wick_grid *s, block_##t *b) {                         \
    for (intptr_t i = 0; i < n; i++) {                                                                          \
      T x = position_##t(grid[2 * i], s->width, s, &b->slope[0][i]);                                            \
      T y = position_##t(grid[2 * i + 1], s->height, s, &b->slope[1][i]);                                       \
      if (s->is_nearest) {                                                                                      \
        b->place[0][i] = pixel_##t(__builtin_elementwise_roundeven(y), __builtin_elementwise_roundeven(x), s);  \
        continue;                                                                                               \
      }                                                                                                         \
      T left = __builtin_elementwise_floor(x), top = __builtin_elementwise_floor(y);                            \
      T right = x - left, bottom = y - top;                                                                     \
      for (int k = 0; k < 4; k++) b->place[k][i] = pixel_##t(top + (T)(k >> 1), left + (T)(k & 1), s);          \
      T w = 1 - right, n1 = 1 - bottom;                                                                         \
      b->part[0][i] = w; b->part[1][i] = right; b->part[2][i] = n1; b->part[3][i] = bottom;                     \
      b->weight[0][i] = n1 * w; b->weight[1][i] = n1 * right;                                                   \
      b->weight[2][i] = bottom * w; b->weight[3][i] = bottom * right;                                           \
    }                                                                                                           \
  }                                                                                                             \
  INLINE T at_##t(const T *plane, int32_t place) { return place < 0 ? (T)0 : plane[place]; }                    \
  CLONES static void sample_##t(const T *in, const T *grid, T *out, const wick_grid *s, intptr_t first, intptr_t last) { \
    block_##t b;                                                                                                \
    const intptr_t size = s->height * s->width;                                                                 \
    for (intptr_t start = first; start < last; start += POINTS) {                                               \
      const intptr_t n = last - start < POINTS ? last - start : POINTS;                                         \
      locate_##t(grid + 2 * start, n, s, &b);                                                                   \
      for (intptr_t c = 0; c < s->channels; c++) {                                                              \
        const T *plane = in + c * size;                                                                         \
        T *o = out + c * s->points + start;                                                                     \
        if (s->is_nearest) {                                                                                    \
          for (intptr_t i = 0; i < n; i++) o[i] = at_##t(plane, b.place[0][i]);                                 \
          continue;                                                                                             \
        }                                                                                                       \
        for (intptr_t i = 0; i < n; i++) {                                                                      \
          T v = at_##t(plane, b.place[0][i]) * b.weight[0][i];                                                  \
          v = FUSED(T, at_##t(plane, b.place[1][i]), b.weight[1][i], v);                                        \
          v = FUSED(T, at_##t(plane, b.place[2][i]), b.weight[2][i], v);                                        \
          o[i] = FUSED(T, at_##t(plane, b.place[3][i]), b.weight[3][i], v);                                     \
        }                                                                                                       \
      }                                                                                                         \
    }                                                                                                           \
  }                                                                                                             \
  CLONES static void unsample_##t(const T *in, const T *grid, const T *g, T *image, T *slopes, const wick_grid *s) { \
    block_##t b;                                                                                                \
    const intptr_t size = s->height * s->width;                                                                 \
    for (intptr_t start = 0; start < s->points; start += POINTS) {                                              \
      const intptr_t n = s->points - start < POINTS ? s->points - start : POINTS;                               \
      T across[POINTS], down[POINTS];                                                                           \
      locate_##t(grid + 2 * start, n, s, &b);                                                                   \
      for (intptr_t i = 0; i < n; i++) across[i] = down[i] = 0;                                                 \
      for (intptr_t c = 0; c < s->channels; c++) {                                                              \
        const T *plane = in + c * size, *from = g + c * s->points + start;                                      \
        T *target = image ? image + c * size : NULL;                                                            \
        const int corners = s->is_nearest ? 1 : 4;                                                              \
        if (target)                                                                                             \
          for (intptr_t i = 0; i < n; i++)                                                                      \
            for (int k = 0; k < corners; k++)                                                                   \
              if (b.place[k][i] >= 0) target[b.place[k][i]] += s->is_nearest ? from[i] : from[i] * b.weight[k][i]; \
        if (!slopes || s->is_nearest) continue;                                                                 \
        for (intptr_t i = 0; i < n; i++) {                                                                      \
          T v[4];                                                                                               \
          for (int k = 0; k < 4; k++) v[k] = at_##t(plane, b.place[k][i]);                                      \
          across[i] += from[i] * ((v[1] - v[0]) * b.part[2][i] + (v[3] - v[2]) * b.part[3][i]);                 \
          down[i] += from[i] * ((v[2] - v[0]) * b.part[0][i] + (v[3] - v[1]) * b.part[1][i]);                   \
        }                                                                                                       \
      }                                                                                                         \
      if (slopes)                                                                                               \
        for (intptr_t i = 0; i < n; i++) {                                                                      \
          slopes[2 * (start + i)] = across[i] * b.slope[0][i];                                                  \
          slopes[2 * (start + i) + 1] = down[i] * b.slope[1][i];                                                \
        }                                                                                                       \
    }                                                                                                           \
  }
GRID(f32, float) GRID(f64, double)

void wick_grid_sample(int dtype, const void *in, const void *grid, void *out, const wick_grid *s, intptr_t first, intptr_t last) {
  if (dtype == WICK_F32) sample_f32(in, grid, out, s, first, last);
  else sample_f64(in, grid, out, s, first, last);
}
void wick_grid_gradients(int dtype, const void *in, const void *grid, const void *g, void *image, void *slopes, const wick_grid *s) {
  if (dtype == WICK_F32) unsample_f32(in, grid, g, image, slopes, s);
  else unsample_f64(in, grid, g, image, slopes, s);
}
