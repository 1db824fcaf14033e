// Pooling and normalisation of float32 and float64 planes and rows.
#ifndef WICK_ARRAY_KERNELS_LAYERS_H
#define WICK_ARRAY_KERNELS_LAYERS_H
#include <stddef.h>
#include <stdint.h>

// Windows over planes of rows times columns.
typedef struct wick_windows {
  intptr_t rows, columns, out_rows, out_columns;
  intptr_t kernel[2], stride[2], padding[2], dilation[2];
} wick_windows;

// The largest number of each window of planes first..<last, and its place in the plane.
void wick_max_pool(int dtype, const wick_windows *w, const void *in, void *out, int64_t *places, intptr_t first,
                   intptr_t last);
// Adds each number of planes first..<last to its place in planes of `size` zeros.
void wick_add_at_places(int dtype, const void *in, const int64_t *places, void *out, intptr_t count, intptr_t size,
                        intptr_t first, intptr_t last);

// Numbers of (samples, channels, inner): mean and sum of squared deviations of channels first..<last. With an inner size of 1
// the samples are added in so many shares.
void wick_channel_moments(int dtype, const void *x, intptr_t samples, intptr_t channels, intptr_t inner, intptr_t shares,
                          double *mean, double *m2, intptr_t first, intptr_t last);
// x * (scale * weight) + (bias - mean * scale * weight), a number of each for a channel; weight and bias may be NULL. Lines (sample times
// channel) first..<last.
void wick_channel_normalize(int dtype, const void *x, void *out, intptr_t channels, intptr_t inner, const void *mean,
                            const void *scale, const void *weight, const void *bias, intptr_t first, intptr_t last);
// Sums over channels first..<last of the slopes and of the slopes times the normalised numbers.
void wick_channel_slopes(int dtype, const void *x, const void *g, intptr_t samples, intptr_t channels, intptr_t inner,
                         const void *mean, const void *scale, double *sum, double *turn, intptr_t first, intptr_t last);
// The gradient of x from those sums (NULL: mean and scale do not depend on x).
void wick_channel_backward(int dtype, const void *x, const void *g, void *out, intptr_t samples, intptr_t channels,
                           intptr_t inner, const void *mean, const void *scale, const void *weight, const double *sum,
                           const double *turn, intptr_t first, intptr_t last);

// Scales and shifts a row of n numbers in place; weight and bias may be NULL.
void wick_scale_row(int dtype, void *row, const void *weight, const void *bias, size_t n);
// Gradients of layer normalisation for rows first..<last: that of x (or NULL), and added to sums of n doubles those of the
// weight and the bias (or NULL both).
void wick_layer_backward(int dtype, const void *x, const void *g, void *out, const void *mean, const void *scale,
                         const void *weight, double *weight_sum, double *bias_sum, size_t n, intptr_t first, intptr_t last);

// Sizes of one direction of a layer of long short-term memory.
typedef struct wick_lstm {
  intptr_t steps, batch, hidden;
  int is_reverse;
} wick_lstm;

// `gates` (steps, batch, 4 hidden) holds what the inputs contribute, biases included, and afterwards the activated gates.
// `states` and `cells` (steps + 1, batch, hidden) hold those before the first step and get the others; `bents` gets tanh of
// the cells. `recurrent` (hidden, 4 hidden) is the turned weight. `room`: batch * 4 hidden. Answers 0 without memory.
int wick_lstm_forward(const wick_lstm *s, const float *recurrent, const float *bias, float *gates, float *states,
                      float *cells, float *bents, float *room);
// Slopes of the gates before activation into `out` (steps, batch, 4 hidden), from those of the outputs (or NULL) and of the
// last state and cell; h and c end as those of the first ones. `recurrent` is the weight (4 hidden, hidden).
int wick_lstm_backward(const wick_lstm *s, const float *recurrent, const float *gates, const float *cells,
                       const float *bents, const float *slopes, float *h, float *c, float *out);
// What the distance of two rows adds up: places that differ, absolute differences, squares (and their root), or the largest.
enum { WICK_DISTANCE_DIFFERENT, WICK_DISTANCE_ABSOLUTE, WICK_DISTANCE_SQUARES, WICK_DISTANCE_LARGEST };
// Distances of rows first..<last of x from all rows of y, `width` numbers each; 0: no memory.
int wick_distances(int dtype, const void *x, const void *y, void *out, intptr_t columns, intptr_t width, int kind,
                   intptr_t first, intptr_t last);

// Along a dimension of `size` places of `inner` numbers each, makes `target` places: number k is the sum over taps p of
// in[places[p * target + k]] times weights[p * target + k]. Blocks first..<last of the dimensions before.
void wick_gather_taps(int dtype, const void *in, void *out, const int64_t *places, const void *weights, intptr_t taps,
                      intptr_t size, intptr_t target, intptr_t inner, intptr_t first, intptr_t last);
// The other way round: adds gradients of the target to the places they came from.
void wick_spread_taps(int dtype, const void *g, void *out, const int64_t *places, const void *weights, intptr_t taps,
                      intptr_t size, intptr_t target, intptr_t inner, intptr_t first, intptr_t last);

// Sampling of planes of one image at grid points: coordinates x and y in -1..1, `aligns` at the middles of the outer pixels.
enum { WICK_GRID_ZEROS, WICK_GRID_BORDER, WICK_GRID_REFLECTION };
typedef struct wick_grid {
  intptr_t channels, height, width, points;
  int padding, aligns, is_nearest;
} wick_grid;
// Numbers of the points first..<last into out (channels, points). Planes have less than 2^31 pixels.
void wick_grid_sample(int dtype, const void *in, const void *grid, void *out, const wick_grid *s, intptr_t first, intptr_t last);
// Adds the gradients of the image to `image` and sets those of the grid, either may be NULL.
void wick_grid_gradients(int dtype, const void *in, const void *grid, const void *g, void *image, void *slopes, const wick_grid *s);
#endif
