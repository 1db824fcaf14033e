// What the parts of the convolution share.
#ifndef WICK_CONVOLUTION_H
#define WICK_CONVOLUTION_H
#include "ArrayKernels.h"

// How the channels of a sample are laid out before the work: with padding around them, and split by stride into phases, so
// that what one tap reads for neighbouring results are neighbours in memory.
typedef struct conv_field {
  intptr_t size[3], lead[3], split[3], part[3];
  intptr_t plane, channel;
} conv_field;

// The taps of one kind of place of the output, with the weights packed as [group][block][tap][row of the block].
typedef struct conv_pass {
  intptr_t depth, columns;
  intptr_t *offsets;
  void *weights;
} conv_pass;

// Some rows of the output of one pass.
typedef struct conv_segment {
  intptr_t pass, source, target, rows;
} conv_segment;

typedef void (*conv_part)(const wick_conv_plan *plan, const conv_segment *segment, const void *field, void *wide,
                          const void *bias, void *out);
typedef void (*conv_prepare)(void *to, const void *from, intptr_t channels, const conv_field *field);
typedef void (*conv_weights)(const wick_conv_shape *shape, const conv_field *field, const intptr_t *offsets,
                             const void *fields, const void *slopes, void *total, intptr_t samples,
                             intptr_t first_channel, intptr_t last_channel, intptr_t width);

typedef void (*conv_product)(void *c, intptr_t ldc, const void *a, intptr_t ar, intptr_t ac, const void *b, intptr_t br,
                             intptr_t bc, intptr_t m, intptr_t n, intptr_t k, int adds, intptr_t block,
                             intptr_t most_rows, void *packed, intptr_t *offsets);

// Loops for an instruction set and an element type.
typedef struct conv_loops {
  conv_prepare prepare;
  conv_part part;
  conv_weights weights;
  conv_product product;
  // Relative cost of a row of the output in blocks of so many rows; 0: there is no such block.
  float cost[13];
  intptr_t lanes;
} conv_loops;

struct wick_conv_plan {
  const conv_loops *loops;
  conv_field field;
  intptr_t width;  // of an element in bytes
  intptr_t samples, groups, sources, targets;  // channels per group
  intptr_t block, blocks;
  intptr_t pass_count, segment_count, wide;
  conv_pass *passes;
  conv_segment *segments;
  intptr_t target_channel, row_step, column_step;
};

// Most elements read or written past the end of a row of places.
enum { CONV_SLACK = 128 };
#endif
