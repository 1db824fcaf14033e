#include "CompressionShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

// A function's name and the place of its address.
typedef struct {
  const char *name;
  void *place;
} row;

// Fills the places of all rows from a library by the name of its installed version or the one that `-dev` gives it.
static int load(const char *name, const char *plain_name, const row *rows, size_t count) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen(plain_name, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return 0;
  for (size_t i = 0; i < count; i++) {
    void *symbol = dlsym(library, rows[i].name);
    if (symbol == NULL) return 0;
    memcpy(rows[i].place, &symbol, sizeof symbol);
  }
  return 1;
}

static wick_bzip2 bzip2;
static int has_bzip2 = 0;
static pthread_once_t bzip2_once = PTHREAD_ONCE_INIT;

static void load_bzip2(void) {
  const row rows[] = {
      {"BZ2_bzCompressInit", &bzip2.compress_init},     {"BZ2_bzCompress", &bzip2.compress},
      {"BZ2_bzCompressEnd", &bzip2.compress_end},       {"BZ2_bzDecompressInit", &bzip2.decompress_init},
      {"BZ2_bzDecompress", &bzip2.decompress},          {"BZ2_bzDecompressEnd", &bzip2.decompress_end},
  };
  has_bzip2 = load("libbz2.so.1.0", "libbz2.so", rows, sizeof rows / sizeof rows[0]);
}

const wick_bzip2 *wick_bzip2_load(void) {
  pthread_once(&bzip2_once, load_bzip2);
  return has_bzip2 ? &bzip2 : NULL;
}

static wick_lzma lzma;
static int has_lzma = 0;
static pthread_once_t lzma_once = PTHREAD_ONCE_INIT;

static void load_lzma(void) {
#define ROW(name) {"lzma_" #name, &lzma.name}
  const row rows[] = {
      ROW(easy_encoder),   ROW(stream_encoder),     ROW(alone_encoder),     ROW(raw_encoder), ROW(stream_decoder),
      ROW(alone_decoder),  ROW(auto_decoder),       ROW(raw_decoder),       ROW(code),        ROW(end),
      ROW(get_check),      ROW(check_is_supported), ROW(properties_size),   ROW(properties_encode),
      ROW(properties_decode), {"lzma_lzma_preset", &lzma.lzma_preset},
  };
#undef ROW
  has_lzma = load("liblzma.so.5", "liblzma.so", rows, sizeof rows / sizeof rows[0]);
}

const wick_lzma *wick_lzma_load(void) {
  pthread_once(&lzma_once, load_lzma);
  return has_lzma ? &lzma : NULL;
}
