// The functions of libbz2 and liblzma that `bz2` and `lzma` use. Each library is loaded when its module is imported, not
// when the program starts; their structures are declared here, so that neither the build nor the program needs `-dev`.
#ifndef WICK_COMPRESSION_SHIM_H
#define WICK_COMPRESSION_SHIM_H

#include <stddef.h>
#include <stdint.h>

/// `bz_stream`.
typedef struct {
  const char *_Nullable next_in;
  unsigned avail_in, total_in_low, total_in_high;
  char *_Nullable next_out;
  unsigned avail_out, total_out_low, total_out_high;
  void *_Nullable state, *_Nullable allocate, *_Nullable release, *_Nullable opaque;
} wick_bz_stream;

/// The functions of libbz2; all set or none.
typedef struct {
  int (*_Nonnull compress_init)(wick_bz_stream *_Nonnull, int, int, int);
  int (*_Nonnull compress)(wick_bz_stream *_Nonnull, int);
  int (*_Nonnull compress_end)(wick_bz_stream *_Nonnull);
  int (*_Nonnull decompress_init)(wick_bz_stream *_Nonnull, int, int);
  int (*_Nonnull decompress)(wick_bz_stream *_Nonnull);
  int (*_Nonnull decompress_end)(wick_bz_stream *_Nonnull);
} wick_bzip2;

/// The functions of libbz2; NULL when there is no such library. Thread-safe.
const wick_bzip2 *_Nullable wick_bzip2_load(void);

/// `lzma_stream`.
typedef struct {
  const uint8_t *_Nullable next_in;
  size_t avail_in;
  uint64_t total_in;
  uint8_t *_Nullable next_out;
  size_t avail_out;
  uint64_t total_out;
  const void *_Nullable allocator;
  void *_Nullable internal;
  void *_Nullable reserved_pointers[4];
  uint64_t seek_position, reserved_number;
  size_t reserved_sizes[2];
  int reserved_choices[2];
} wick_lzma_stream;

/// `lzma_filter`: its options are one of the structures below.
typedef struct {
  uint64_t id;
  void *_Nullable options;
} wick_lzma_filter;

/// `lzma_options_lzma`.
typedef struct {
  uint32_t dict_size;
  const uint8_t *_Nullable preset_dict;
  uint32_t preset_dict_size, lc, lp, pb, mode, nice_len, mf, depth;
  uint32_t reserved[56];
} wick_lzma_options;

/// `lzma_options_delta` and `lzma_options_bcj`: the first number of the second is where the code begins.
typedef struct {
  uint32_t type, distance;
  uint32_t reserved[14];
} wick_lzma_delta;

/// The functions of liblzma; all set or none.
typedef struct {
  int (*_Nonnull easy_encoder)(wick_lzma_stream *_Nonnull, uint32_t, int);
  int (*_Nonnull stream_encoder)(wick_lzma_stream *_Nonnull, const wick_lzma_filter *_Nonnull, int);
  int (*_Nonnull alone_encoder)(wick_lzma_stream *_Nonnull, const wick_lzma_options *_Nonnull);
  int (*_Nonnull raw_encoder)(wick_lzma_stream *_Nonnull, const wick_lzma_filter *_Nonnull);
  int (*_Nonnull stream_decoder)(wick_lzma_stream *_Nonnull, uint64_t, uint32_t);
  int (*_Nonnull alone_decoder)(wick_lzma_stream *_Nonnull, uint64_t);
  int (*_Nonnull auto_decoder)(wick_lzma_stream *_Nonnull, uint64_t, uint32_t);
  int (*_Nonnull raw_decoder)(wick_lzma_stream *_Nonnull, const wick_lzma_filter *_Nonnull);
  int (*_Nonnull code)(wick_lzma_stream *_Nonnull, int);
  void (*_Nonnull end)(wick_lzma_stream *_Nonnull);
  int (*_Nonnull get_check)(const wick_lzma_stream *_Nonnull);
  unsigned char (*_Nonnull check_is_supported)(int);
  unsigned char (*_Nonnull lzma_preset)(wick_lzma_options *_Nonnull, uint32_t);
  int (*_Nonnull properties_size)(uint32_t *_Nonnull, const wick_lzma_filter *_Nonnull);
  int (*_Nonnull properties_encode)(const wick_lzma_filter *_Nonnull, uint8_t *_Nonnull);
  int (*_Nonnull properties_decode)(wick_lzma_filter *_Nonnull, const void *_Nullable, const uint8_t *_Nonnull, size_t);
} wick_lzma;

/// The functions of liblzma; NULL when there is no such library. Thread-safe.
const wick_lzma *_Nullable wick_lzma_load(void);

#endif
