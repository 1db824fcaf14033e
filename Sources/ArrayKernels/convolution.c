// Convolution without columns: forward, the gradient of the input (also the transposed convolution) and that of the weight.
//
// Both of the first are sums over taps of a field (see convolution.h); with strides the gradient of the input falls apart
// into one pass for each remainder of the place by the stride, each with its own taps.
#include "types.h"
#include "convolution.h"

#include <stdlib.h>

// A sum takes products unrounded where the processor can, in builds without optimisation too (`on`, not `fast`).
#pragma clang fp contract(on)
#define UNROLL _Pragma("clang loop unroll(full)")

// Turns four rows of four numbers around.
typedef float four __attribute__((vector_size(16)));
INLINE void turn_four(float *target, intptr_t target_step, const float *source, intptr_t source_step) {
  four a, b, c, d;
  memcpy(&a, source, 16);
  memcpy(&b, source + source_step, 16);
  memcpy(&c, source + 2 * source_step, 16);
  memcpy(&d, source + 3 * source_step, 16);
  const four e = __builtin_shufflevector(a, b, 0, 4, 1, 5), f = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const four g = __builtin_shufflevector(c, d, 0, 4, 1, 5), h = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  a = __builtin_shufflevector(e, g, 0, 1, 4, 5);
  b = __builtin_shufflevector(e, g, 2, 3, 6, 7);
  c = __builtin_shufflevector(f, h, 0, 1, 4, 5);
  d = __builtin_shufflevector(f, h, 2, 3, 6, 7);
  memcpy(target, &a, 16);
  memcpy(target + target_step, &b, 16);
  memcpy(target + 2 * target_step, &c, 16);
  memcpy(target + 3 * target_step, &d, 16);
}

#define REGISTERS 16
#define TARGET
#define T float
#define LANES 4
#define SUFFIX f32
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX
#define T double
#define LANES 2
#define SUFFIX f64
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX

#if defined(__x86_64__) && !defined(SANITIZES_THREADS)
#undef TARGET
#define TARGET __attribute__((target("arch=x86-64-v3"), min_vector_width(256)))
#define T float
#define LANES 8
#define SUFFIX f32_v3
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX
#define T double
#define LANES 4
#define SUFFIX f64_v3
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX

#undef TARGET
#undef REGISTERS
#define REGISTERS 32
#define TARGET __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define T float
#define LANES 16
#define SUFFIX f32_v4
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX
#define T double
#define LANES 8
#define SUFFIX f64_v4
#include "convolution_loops.h"
#undef T
#undef LANES
#undef SUFFIX
#endif

static const conv_loops *loops_for(int dtype) {
#if defined(__x86_64__) && !defined(SANITIZES_THREADS)
  if (__builtin_cpu_supports("x86-64-v4")) return dtype == WICK_F32 ? &loops_f32_v4 : &loops_f64_v4;
  if (__builtin_cpu_supports("x86-64-v3")) return dtype == WICK_F32 ? &loops_f32_v3 : &loops_f64_v3;
#endif
  return dtype == WICK_F32 ? &loops_f32 : &loops_f64;
}

// A thread keeps its room for the next call, unless it is large.
enum { KEPT_BYTES = 8 << 20 };
static _Thread_local void *kept_room;
static _Thread_local size_t kept_size;

static void *take_room(size_t bytes) {
  if (kept_size >= bytes) return kept_room;
  free(kept_room);
  kept_room = NULL;
  kept_size = 0;
  bytes = (bytes + 65535) & ~(size_t)65535;
  if (posix_memalign(&kept_room, 64, bytes)) kept_room = NULL;
  else kept_size = bytes;
  return kept_room;
}

static void leave_room(void) {
  if (kept_size <= KEPT_BYTES) return;
  free(kept_room);
  kept_room = NULL;
  kept_size = 0;
}

static void finish_field(conv_field *f) {
  f->plane = f->part[0] * f->part[1] * f->part[2];
  f->channel = f->split[0] * f->split[1] * f->split[2] * f->plane;
}

// The input with its padding, split by the strides.
static conv_field input_field(const wick_conv_shape *s) {
  conv_field f;
  for (int i = 0; i < 3; i++) {
    f.size[i] = s->in[i];
    f.lead[i] = s->padding[i];
    f.split[i] = s->stride[i];
    f.part[i] = (s->in[i] + 2 * s->padding[i] + s->stride[i] - 1) / s->stride[i];
  }
  finish_field(&f);
  return f;
}

// Where in the field of the input the taps of a group lie.
static void input_offsets(const wick_conv_shape *s, const conv_field *f, intptr_t *offsets) {
  for (intptr_t c = 0; c < s->in_channels / s->groups; c++)
    for (intptr_t d = 0; d < s->kernel[0]; d++)
      for (intptr_t h = 0; h < s->kernel[1]; h++)
        for (intptr_t w = 0; w < s->kernel[2]; w++) {
          const intptr_t td = d * s->dilation[0], th = h * s->dilation[1], tw = w * s->dilation[2];
          const intptr_t phase = ((td % f->split[0]) * f->split[1] + th % f->split[1]) * f->split[2] + tw % f->split[2];
          *offsets++ = c * f->channel + phase * f->plane +
                       ((td / f->split[0]) * f->part[1] + th / f->split[1]) * f->part[2] + tw / f->split[2];
        }
}

// Chooses the height of the blocks by the work that a last incomplete one adds.
static intptr_t choose_block(const conv_loops *loops, intptr_t rows) {
  float best = 0;
  intptr_t chosen = 1;
  for (intptr_t block = 12; block >= 1; block--) {
    if (loops->cost[block] == 0) continue;
    const float cost = (float)((rows + block - 1) / block * block) * loops->cost[block];
    if (best == 0 || cost < best) {
      best = cost;
      chosen = block;
    }
  }
  return chosen;
}

// Packs the weights of a pass: row m of the group's weights begins m times `row` elements after its first, and tap k lies
// places[k] elements further.
#define PACK(T)                                                                                              \
  for (intptr_t group = 0; group < plan->groups; group++)                                                    \
    for (intptr_t b = 0; b < plan->blocks; b++) {                                                            \
      T *to = (T *)pass->weights + (group * plan->blocks + b) * pass->depth * plan->block;                   \
      for (intptr_t m = 0; m < plan->block; m++) {                                                           \
        if (b * plan->block + m >= plan->targets) {                                                          \
          for (intptr_t k = 0; k < pass->depth; k++) to[k * plan->block + m] = 0;                            \
          continue;                                                                                          \
        }                                                                                                    \
        const T *from = (const T *)weight + group * group_step + (b * plan->block + m) * row;                \
        for (intptr_t k = 0; k < pass->depth; k++) to[k * plan->block + m] = from[places[k]];                \
      }                                                                                                      \
    }

static int pack(const wick_conv_plan *plan, conv_pass *pass, const void *weight, intptr_t group_step, intptr_t row,
                const intptr_t *places) {
  const size_t count = (size_t)(plan->groups * plan->blocks * plan->block * pass->depth);
  void *room = NULL;
  if (posix_memalign(&room, 64, count * (size_t)plan->width + 64)) return 0;
  pass->weights = room;
  if (plan->width == 4) { PACK(float) } else { PACK(double) }
  return 1;
}

static wick_conv_plan *new_plan(const wick_conv_shape *s, intptr_t sources, intptr_t targets, intptr_t passes,
                                intptr_t segments) {
  wick_conv_plan *plan = calloc(1, sizeof *plan);
  if (!plan) return NULL;
  plan->loops = loops_for(s->dtype);
  plan->width = s->dtype == WICK_F32 ? 4 : 8;
  plan->samples = s->samples;
  plan->groups = s->groups;
  plan->sources = sources / s->groups;
  plan->targets = targets / s->groups;
  plan->pass_count = passes;
  plan->passes = calloc((size_t)passes, sizeof *plan->passes);
  plan->segments = calloc((size_t)segments, sizeof *plan->segments);
  plan->block = choose_block(plan->loops, plan->targets);
  plan->blocks = (plan->targets + plan->block - 1) / plan->block;
  if (plan->passes && plan->segments) return plan;
  wick_conv_free(plan);
  return NULL;
}

// Cuts rows into segments of about so many places.
enum { SEGMENT_PLACES = 1024 };
static intptr_t segment_rows(const conv_field *f) {
  return f->part[2] >= SEGMENT_PLACES ? 1 : SEGMENT_PLACES / f->part[2];
}

static void add_segments(wick_conv_plan *plan, intptr_t pass, intptr_t rows, intptr_t source, intptr_t target) {
  const intptr_t most = segment_rows(&plan->field), row = plan->field.part[2];
  for (intptr_t y = 0; y < rows; y += most) {
    const intptr_t n = rows - y < most ? rows - y : most;
    plan->segments[plan->segment_count++] =
        (conv_segment){pass, source + y * row, target + y * plan->row_step, n};
    const intptr_t wide = (n * row + CONV_SLACK + 15) & ~(intptr_t)15;
    if (wide > plan->wide) plan->wide = wide;
  }
}

wick_conv_plan *wick_conv_forward(const wick_conv_shape *s, const void *weight) {
  const conv_field field = input_field(s);
  const intptr_t cuts = (s->out[1] + segment_rows(&field) - 1) / segment_rows(&field);
  wick_conv_plan *plan = new_plan(s, s->in_channels, s->out_channels, 1, s->out[0] * cuts);
  if (!plan) return NULL;
  plan->field = field;
  plan->target_channel = s->out[0] * s->out[1] * s->out[2];
  plan->row_step = s->out[2];
  plan->column_step = 1;
  conv_pass *pass = &plan->passes[0];
  pass->columns = s->out[2];
  pass->depth = plan->sources * s->kernel[0] * s->kernel[1] * s->kernel[2];
  pass->offsets = malloc((size_t)pass->depth * sizeof(intptr_t));
  intptr_t *places = malloc((size_t)pass->depth * sizeof(intptr_t));
  int is_done = 0;
  if (pass->offsets && places) {
    input_offsets(s, &field, pass->offsets);
    for (intptr_t k = 0; k < pass->depth; k++) places[k] = k;
    for (intptr_t d = 0; d < s->out[0]; d++)
      add_segments(plan, 0, s->out[1], d * field.part[1] * field.part[2], d * s->out[1] * s->out[2]);
    is_done = pack(plan, pass, weight, plan->targets * pass->depth, pass->depth, places);
  }
  free(places);
  if (is_done) return plan;
  wick_conv_free(plan);
  return NULL;
}

// The places of a dimension of the input that leave a remainder by the stride: quotients first..<last.
typedef struct phase {
  intptr_t first, last;
} phase;

static phase phase_of(const wick_conv_shape *s, int i, intptr_t remainder) {
  const intptr_t stride = s->stride[i], before = s->padding[i] - remainder, end = s->in[i] - 1 + before;
  phase p = {before > 0 ? (before + stride - 1) / stride : 0, end < 0 ? 0 : end / stride + 1};
  if (p.last < p.first) p.last = p.first;
  return p;
}

// Taps of the pass of some remainders; lists them when there is room for them.
static intptr_t pass_taps(const wick_conv_shape *s, const conv_field *f, const intptr_t *remainder, intptr_t *offsets,
                          intptr_t *places) {
  const intptr_t taps = s->kernel[0] * s->kernel[1] * s->kernel[2], sources = s->in_channels / s->groups;
  intptr_t count = 0;
  for (intptr_t c = 0; c < s->out_channels / s->groups; c++)
    for (intptr_t d = 0; d < s->kernel[0]; d++) {
      const intptr_t t0 = d * s->dilation[0];
      if (t0 % s->stride[0] != remainder[0]) continue;
      for (intptr_t h = 0; h < s->kernel[1]; h++) {
        const intptr_t t1 = h * s->dilation[1];
        if (t1 % s->stride[1] != remainder[1]) continue;
        for (intptr_t w = 0; w < s->kernel[2]; w++) {
          const intptr_t t2 = w * s->dilation[2];
          if (t2 % s->stride[2] != remainder[2]) continue;
          if (offsets) {
            offsets[count] = c * f->channel + ((f->lead[0] - t0 / s->stride[0]) * f->part[1] + f->lead[1] -
                                               t1 / s->stride[1]) * f->part[2] + f->lead[2] - t2 / s->stride[2];
            places[count] = c * sources * taps + (d * s->kernel[1] + h) * s->kernel[2] + w;
          }
          count++;
        }
      }
    }
  return count;
}

wick_conv_plan *wick_conv_input_gradient(const wick_conv_shape *s, const void *weight) {
  conv_field field;
  for (int i = 0; i < 3; i++) {
    field.size[i] = s->out[i];
    field.split[i] = 1;
    field.lead[i] = (s->kernel[i] - 1) * s->dilation[i] / s->stride[i];
    field.part[i] = (s->in[i] - 1 + s->padding[i]) / s->stride[i] + 1 + field.lead[i];
  }
  finish_field(&field);
  const intptr_t passes = s->stride[0] * s->stride[1] * s->stride[2];
  const intptr_t cuts = s->in[1] / segment_rows(&field) + 2;
  wick_conv_plan *plan = new_plan(s, s->out_channels, s->in_channels, passes, passes * (s->in[0] + 1) * cuts);
  if (!plan) return NULL;
  plan->field = field;
  plan->target_channel = s->in[0] * s->in[1] * s->in[2];
  plan->row_step = s->stride[1] * s->in[2];
  plan->column_step = s->stride[2];
  const intptr_t taps = s->kernel[0] * s->kernel[1] * s->kernel[2];
  for (intptr_t number = 0; number < passes; number++) {
    conv_pass *pass = &plan->passes[number];
    const intptr_t rest = number / s->stride[2];
    const intptr_t r[3] = {rest / s->stride[1], rest % s->stride[1], number % s->stride[2]};
    const phase d = phase_of(s, 0, r[0]), h = phase_of(s, 1, r[1]), w = phase_of(s, 2, r[2]);
    if (d.first == d.last || h.first == h.last || w.first == w.last) continue;
    pass->columns = w.last - w.first;
    pass->depth = pass_taps(s, &field, r, NULL, NULL);
    pass->offsets = malloc((size_t)(pass->depth + 1) * sizeof(intptr_t));
    intptr_t *places = malloc((size_t)(pass->depth + 1) * sizeof(intptr_t));
    int is_done = 0;
    if (pass->offsets && places) {
      pass_taps(s, &field, r, pass->offsets, places);
      is_done = pack(plan, pass, weight, plan->sources * plan->targets * taps, taps, places);
    }
    free(places);
    if (!is_done) {
      wick_conv_free(plan);
      return NULL;
    }
    const intptr_t y = s->stride[1] * h.first + r[1] - s->padding[1], x = s->stride[2] * w.first + r[2] - s->padding[2];
    for (intptr_t q = d.first; q < d.last; q++)
      add_segments(plan, number, h.last - h.first, (q * field.part[1] + h.first) * field.part[2] + w.first,
                   ((s->stride[0] * q + r[0] - s->padding[0]) * s->in[1] + y) * s->in[2] + x);
  }
  return plan;
}

intptr_t wick_conv_parts(const wick_conv_plan *plan) { return plan->samples * plan->segment_count; }

int wick_conv_run(const wick_conv_plan *plan, const void *in, const void *bias, void *out, intptr_t first, intptr_t last) {
  const conv_field *f = &plan->field;
  const intptr_t channels = plan->groups * plan->sources;
  const size_t field_bytes = ((size_t)(channels * f->channel + CONV_SLACK) * (size_t)plan->width + 63) & ~(size_t)63;
  char *room = take_room(field_bytes + (size_t)(plan->block * plan->wide) * (size_t)plan->width);
  if (!room) return 0;
  const intptr_t in_size = channels * f->size[0] * f->size[1] * f->size[2];
  const intptr_t out_size = plan->groups * plan->targets * plan->target_channel;
  intptr_t current = -1;
  for (intptr_t number = first; number < last; number++) {
    const intptr_t sample = number / plan->segment_count;
    if (sample != current) {
      plan->loops->prepare(room, (const char *)in + sample * in_size * plan->width, channels, f);
      current = sample;
    }
    plan->loops->part(plan, &plan->segments[number % plan->segment_count], room, room + field_bytes, bias,
                      (char *)out + sample * out_size * plan->width);
  }
  leave_room();
  return 1;
}

void wick_conv_free(wick_conv_plan *plan) {
  if (!plan) return;
  for (intptr_t i = 0; plan->passes && i < plan->pass_count; i++) {
    free(plan->passes[i].offsets);
    free(plan->passes[i].weights);
  }
  free(plan->passes);
  free(plan->segments);
  free(plan);
}

int wick_conv_weight_gradient(const wick_conv_shape *s, const void *x, const void *g, void *total, intptr_t first_sample,
                              intptr_t last_sample, intptr_t first_channel, intptr_t last_channel) {
  const conv_loops *loops = loops_for(s->dtype);
  const intptr_t element = s->dtype == WICK_F32 ? 4 : 8;
  const conv_field field = input_field(s);
  const intptr_t row = field.part[2], channels = last_channel - first_channel;
  const intptr_t width = ((s->out[1] - 1) * row + s->out[2] + loops->lanes - 1) / loops->lanes * loops->lanes;
  const intptr_t depth = s->in_channels / s->groups * s->kernel[0] * s->kernel[1] * s->kernel[2];
  const intptr_t x_bytes = s->in_channels * field.channel * element, g_bytes = channels * s->out[0] * width * element;
  // Some samples at a time, as many as stay in the cache.
  intptr_t at_once = (4 << 20) / (x_bytes + g_bytes);
  if (at_once > last_sample - first_sample) at_once = last_sample - first_sample;
  if (at_once < 1) at_once = 1;
  const size_t x_room = ((size_t)(at_once * x_bytes + CONV_SLACK * element) + 63) & ~(size_t)63;
  const size_t g_room = ((size_t)(at_once * g_bytes) + 63) & ~(size_t)63;
  char *room = take_room(x_room + g_room + (size_t)depth * sizeof(intptr_t));
  if (!room) return 0;
  char *slopes = room + x_room;
  intptr_t *offsets = (intptr_t *)(slopes + g_room);
  input_offsets(s, &field, offsets);
  memset(slopes, 0, g_room);
  const intptr_t x_size = s->in_channels * s->in[0] * s->in[1] * s->in[2] * element;
  const intptr_t line = s->out[2] * element, planes = channels * s->out[0];
  for (intptr_t n = first_sample; n < last_sample; n += at_once) {
    const intptr_t samples = last_sample - n < at_once ? last_sample - n : at_once;
    for (intptr_t i = 0; i < samples; i++) {
      loops->prepare(room + i * x_bytes, (const char *)x + (n + i) * x_size, s->in_channels, &field);
      const char *from = (const char *)g + ((n + i) * s->out_channels + first_channel) * s->out[0] * s->out[1] * line;
      for (intptr_t p = 0; p < planes; p++)
        for (intptr_t y = 0; y < s->out[1]; y++, from += line)
          memcpy(slopes + i * g_bytes + (p * width + y * row) * element, from, (size_t)line);
    }
    loops->weights(s, &field, offsets, room, slopes, total, samples, first_channel, last_channel, width);
  }
  leave_room();
  return 1;
}

// Numbers of the shared dimension that are added up at a time, as the library does that torch calls.
static intptr_t piece_of(intptr_t k) { return k <= 192 ? k : k < 384 ? k / 2 : 192; }

enum { PACKED_BYTES = 192 << 10, MOST_COLUMNS = 2048 };

int wick_product(int dtype, void *c, intptr_t ldc, const void *a, intptr_t ar, intptr_t ac, const void *b, intptr_t br,
                 intptr_t bc, intptr_t m, intptr_t n, intptr_t k, int adds) {
  const conv_loops *loops = loops_for(dtype);
  const intptr_t width = dtype == WICK_F32 ? 4 : 8, block = choose_block(loops, m), depth = piece_of(k);
  const size_t offset_bytes = ((size_t)depth * sizeof(intptr_t) + 63) & ~(size_t)63;
  // As many rows as half of the second cache holds.
  intptr_t most_rows = PACKED_BYTES / (depth * width) / block * block;
  if (most_rows < block) most_rows = block;
  const int tiles = m > most_rows;
  // Columns whose tiles lie in the third.
  const intptr_t most_columns = tiles && n > MOST_COLUMNS ? MOST_COLUMNS : n;
  const intptr_t packed_rows = ((tiles ? most_rows : m) + block - 1) / block * block;
  const intptr_t numbers = (packed_rows + (tiles ? most_columns : 0) + 4 * loops->lanes) * depth;
  char *room = take_room(offset_bytes + (size_t)(numbers * width));
  if (!room) return 0;
  for (intptr_t p = 0; p < k; p += depth) {
    const intptr_t count = k - p < depth ? k - p : depth;
    for (intptr_t j = 0; j < n; j += most_columns)
      loops->product((char *)c + j * width, ldc, (const char *)a + p * ac * width, ar, ac,
                     (const char *)b + (p * br + j * bc) * width, br, bc, m, n - j < most_columns ? n - j : most_columns, count,
                     adds || p > 0, block, most_rows, room + offset_bytes, (intptr_t *)room);
  }
  leave_room();
  return 1;
}
