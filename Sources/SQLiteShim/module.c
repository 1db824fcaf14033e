#include "SQLiteModuleShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

static wick_sqlite_module functions;
static int is_loaded = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

// A name and the place of its address.
typedef struct {
  const char *name;
  void *place;
} row;

static void load(void) {
  void *library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) library = dlopen("libsqlite3.so", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
#define ROW(name) {"sqlite3_" #name, &functions.name}
  const row rows[] = {
      ROW(libversion), ROW(complete), ROW(open_v2), ROW(close_v2), ROW(errmsg), ROW(extended_errcode), ROW(errstr),
      ROW(busy_handler), ROW(prepare_v2), ROW(finalize), ROW(reset), ROW(step), ROW(clear_bindings), ROW(bind_null),
      ROW(bind_int64), ROW(bind_double), ROW(bind_text), ROW(bind_blob), ROW(bind_zeroblob), ROW(bind_parameter_count),
      ROW(bind_parameter_name), ROW(column_count), ROW(column_name), ROW(column_decltype), ROW(column_type),
      ROW(column_int64), ROW(column_double), ROW(column_text), ROW(column_blob), ROW(column_bytes), ROW(changes),
      ROW(total_changes), ROW(last_insert_rowid), ROW(get_autocommit), ROW(interrupt),
      {"sqlite3_create_function_v2", &functions.create_function},
      {"sqlite3_create_window_function", &functions.create_window},
      {"sqlite3_create_collation_v2", &functions.create_collation}, ROW(user_data), ROW(aggregate_context),
      ROW(value_type), ROW(value_int64), ROW(value_double), ROW(value_text), ROW(value_blob), ROW(value_bytes),
      ROW(result_null), ROW(result_int64), ROW(result_double), ROW(result_text), ROW(result_blob), ROW(result_error),
      ROW(set_authorizer), ROW(progress_handler), ROW(trace_v2), ROW(expanded_sql), ROW(free), ROW(malloc64), ROW(limit),
      ROW(backup_init), ROW(backup_step), ROW(backup_finish), ROW(backup_remaining), ROW(backup_pagecount),
      ROW(blob_open), ROW(blob_close), ROW(blob_read), ROW(blob_write), ROW(blob_bytes), ROW(serialize),
      ROW(deserialize), ROW(hard_heap_limit64)};
#undef ROW
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    void *symbol = dlsym(library, rows[i].name);
    if (symbol == NULL) return;
    memcpy(rows[i].place, &symbol, sizeof symbol);
  }
  is_loaded = 1;
}

const wick_sqlite_module *wick_sqlite_module_load(void) {
  pthread_once(&once, load);
  return is_loaded ? &functions : NULL;
}
