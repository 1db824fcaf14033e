#include "SQLiteShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

static wick_sqlite functions;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int find(void *library, const char *name, void *place) {
  void *symbol = dlsym(library, name);
  memcpy(place, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void load(void) {
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libsqlite3.so", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  is_loaded = find(library, "sqlite3_open_v2", &functions.open_v2) &&
              find(library, "sqlite3_close_v2", &functions.close_v2) &&
              find(library, "sqlite3_exec", &functions.exec) &&
              find(library, "sqlite3_busy_timeout", &functions.busy_timeout) &&
              find(library, "sqlite3_last_insert_rowid", &functions.last_insert_rowid) &&
              find(library, "sqlite3_prepare_v2", &functions.prepare_v2) &&
              find(library, "sqlite3_bind_int64", &functions.bind_int64) &&
              find(library, "sqlite3_bind_text", &functions.bind_text) &&
              find(library, "sqlite3_step", &functions.step) &&
              find(library, "sqlite3_finalize", &functions.finalize) &&
              find(library, "sqlite3_column_int64", &functions.column_int64) &&
              find(library, "sqlite3_column_text", &functions.column_text) &&
              find(library, "sqlite3_column_bytes", &functions.column_bytes);
}

const wick_sqlite *wick_sqlite_load(void) {
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
