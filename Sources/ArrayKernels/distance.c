// Distances between the rows of two matrices. A pair's terms are added one after the other, as the library does that torch
// calls, so sixteen rows of the second matrix go side by side: they are turned into a tile first.
#include "ArrayKernels.h"
#include "ArrayKernelsLayers.h"
#include "types.h"

#include <math.h>
#include <stdlib.h>

enum { SIDE = 16 };

#define EACH(T, TERM)                                                                                        \
  for (intptr_t k = 0; k < width; k++) {                                                                     \
    const T *line = tile + k * SIDE;                                                                         \
    for (int s = 0; s < SIDE; s++) {                                                                         \
      const T gap = row[k] - line[s], size = gap < 0 ? -gap : gap;                                           \
      TERM;                                                                                                  \
    }                                                                                                        \
  }

#define DISTANCES(t, T, ROOT)                                                                                \
  CLONES static void distances_##t(const T *x, const T *y, T *out, intptr_t columns, intptr_t width, int kind, T *tile, \
                                   intptr_t first, intptr_t last) {                                          \
    for (intptr_t j = 0; j < columns; j += SIDE) {                                                           \
      const intptr_t count = columns - j < SIDE ? columns - j : SIDE;                                        \
      for (intptr_t k = 0; k < width; k++)                                                                   \
        for (intptr_t s = 0; s < SIDE; s++) tile[k * SIDE + s] = s < count ? y[(j + s) * width + k] : 0;     \
      for (intptr_t i = first; i < last; i++) {                                                              \
        const T *row = x + i * width;                                                                        \
        T sum[SIDE] = {0};                                                                                   \
        switch (kind) {                                                                                      \
          case WICK_DISTANCE_DIFFERENT: EACH(T, sum[s] += size != size ? size : size != 0) break;            \
          case WICK_DISTANCE_ABSOLUTE: EACH(T, sum[s] += size) break;                                        \
          case WICK_DISTANCE_LARGEST: EACH(T, sum[s] = size > sum[s] ? size : sum[s]) break;                 \
          default: EACH(T, sum[s] += size * size) for (int s = 0; s < SIDE; s++) sum[s] = ROOT(sum[s]);      \
        }                                                                                                    \
        for (intptr_t s = 0; s < count; s++) out[i * columns + j + s] = sum[s];                              \
      }                                                                                                      \
    }                                                                                                        \
  }
DISTANCES(f32, float, sqrtf) DISTANCES(f64, double, sqrt)

int wick_distances(int dtype, const void *x, const void *y, void *out, intptr_t columns, intptr_t width, int kind,
                   intptr_t first, intptr_t last) {
  const size_t element = dtype == WICK_F32 ? 4 : 8;
  if ((size_t)width > SIZE_MAX / SIDE / element) return 0;
  void *tile = malloc((size_t)width * SIDE * element + 64);
  if (!tile) return 0;
  if (dtype == WICK_F32) distances_f32(x, y, out, columns, width, kind, tile, first, last);
  else distances_f64(x, y, out, columns, width, kind, tile, first, last);
  free(tile);
  return 1;
}
