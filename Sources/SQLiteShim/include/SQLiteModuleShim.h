// The functions of SQLite that the module `sqlite3` uses, besides those of the history. Loaded with the module.
#ifndef WICK_SQLITE_MODULE_SHIM_H
#define WICK_SQLITE_MODULE_SHIM_H

#include "SQLiteShim.h"

/// What a function of the user works with.
typedef struct sqlite3_context sqlite3_context;
/// A value that a function of the user gets.
typedef struct sqlite3_value sqlite3_value;
/// A copy of a database that is being made.
typedef struct sqlite3_backup sqlite3_backup;
/// An open blob.
typedef struct sqlite3_blob sqlite3_blob;

typedef void (*wick_sqlite_function)(sqlite3_context *_Nonnull, int, sqlite3_value *_Nullable *_Nullable);
typedef void (*wick_sqlite_final)(sqlite3_context *_Nonnull);
typedef void (*wick_sqlite_destroy)(void *_Nullable);

/// The functions; all set or none.
typedef struct {
  const char *_Nonnull (*_Nonnull libversion)(void);
  int (*_Nonnull complete)(const char *_Nonnull);
  int (*_Nonnull open_v2)(const char *_Nonnull, sqlite3 *_Nullable *_Nonnull, int, const char *_Nullable);
  int (*_Nonnull close_v2)(sqlite3 *_Nullable);
  const char *_Nullable (*_Nonnull errmsg)(sqlite3 *_Nullable);
  int (*_Nonnull extended_errcode)(sqlite3 *_Nullable);
  const char *_Nullable (*_Nonnull errstr)(int);
  int (*_Nonnull busy_handler)(sqlite3 *_Nonnull, int (*_Nullable)(void *_Nullable, int), void *_Nullable);
  int (*_Nonnull prepare_v2)(sqlite3 *_Nonnull, const char *_Nonnull, int, sqlite3_stmt *_Nullable *_Nonnull,
                             const char *_Nullable *_Nullable);
  int (*_Nonnull finalize)(sqlite3_stmt *_Nullable);
  int (*_Nonnull reset)(sqlite3_stmt *_Nonnull);
  int (*_Nonnull step)(sqlite3_stmt *_Nonnull);
  int (*_Nonnull clear_bindings)(sqlite3_stmt *_Nonnull);
  int (*_Nonnull bind_null)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull bind_int64)(sqlite3_stmt *_Nonnull, int, int64_t);
  int (*_Nonnull bind_double)(sqlite3_stmt *_Nonnull, int, double);
  int (*_Nonnull bind_text)(sqlite3_stmt *_Nonnull, int, const void *_Nullable, int, void *_Nullable);
  int (*_Nonnull bind_blob)(sqlite3_stmt *_Nonnull, int, const void *_Nullable, int, void *_Nullable);
  int (*_Nonnull bind_zeroblob)(sqlite3_stmt *_Nonnull, int, int);
  int (*_Nonnull bind_parameter_count)(sqlite3_stmt *_Nonnull);
  const char *_Nullable (*_Nonnull bind_parameter_name)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull column_count)(sqlite3_stmt *_Nonnull);
  const char *_Nullable (*_Nonnull column_name)(sqlite3_stmt *_Nonnull, int);
  const char *_Nullable (*_Nonnull column_decltype)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull column_type)(sqlite3_stmt *_Nonnull, int);
  int64_t (*_Nonnull column_int64)(sqlite3_stmt *_Nonnull, int);
  double (*_Nonnull column_double)(sqlite3_stmt *_Nonnull, int);
  const unsigned char *_Nullable (*_Nonnull column_text)(sqlite3_stmt *_Nonnull, int);
  const void *_Nullable (*_Nonnull column_blob)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull column_bytes)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull changes)(sqlite3 *_Nonnull);
  int (*_Nonnull total_changes)(sqlite3 *_Nonnull);
  int64_t (*_Nonnull last_insert_rowid)(sqlite3 *_Nonnull);
  int (*_Nonnull get_autocommit)(sqlite3 *_Nonnull);
  void (*_Nonnull interrupt)(sqlite3 *_Nonnull);
  int (*_Nonnull create_function)(sqlite3 *_Nonnull, const char *_Nonnull, int, int, void *_Nullable,
                                  wick_sqlite_function _Nullable, wick_sqlite_function _Nullable,
                                  wick_sqlite_final _Nullable, wick_sqlite_destroy _Nullable);
  int (*_Nonnull create_window)(sqlite3 *_Nonnull, const char *_Nonnull, int, int, void *_Nullable,
                                wick_sqlite_function _Nullable, wick_sqlite_final _Nullable,
                                wick_sqlite_final _Nullable, wick_sqlite_function _Nullable,
                                wick_sqlite_destroy _Nullable);
  int (*_Nonnull create_collation)(sqlite3 *_Nonnull, const char *_Nonnull, int, void *_Nullable,
                                   int (*_Nullable)(void *_Nullable, int, const void *_Nullable, int,
                                                    const void *_Nullable),
                                   wick_sqlite_destroy _Nullable);
  void *_Nullable (*_Nonnull user_data)(sqlite3_context *_Nonnull);
  void *_Nullable (*_Nonnull aggregate_context)(sqlite3_context *_Nonnull, int);
  int (*_Nonnull value_type)(sqlite3_value *_Nullable);
  int64_t (*_Nonnull value_int64)(sqlite3_value *_Nullable);
  double (*_Nonnull value_double)(sqlite3_value *_Nullable);
  const unsigned char *_Nullable (*_Nonnull value_text)(sqlite3_value *_Nullable);
  const void *_Nullable (*_Nonnull value_blob)(sqlite3_value *_Nullable);
  int (*_Nonnull value_bytes)(sqlite3_value *_Nullable);
  void (*_Nonnull result_null)(sqlite3_context *_Nonnull);
  void (*_Nonnull result_int64)(sqlite3_context *_Nonnull, int64_t);
  void (*_Nonnull result_double)(sqlite3_context *_Nonnull, double);
  void (*_Nonnull result_text)(sqlite3_context *_Nonnull, const void *_Nullable, int, void *_Nullable);
  void (*_Nonnull result_blob)(sqlite3_context *_Nonnull, const void *_Nullable, int, void *_Nullable);
  void (*_Nonnull result_error)(sqlite3_context *_Nonnull, const char *_Nonnull, int);
  int (*_Nonnull set_authorizer)(sqlite3 *_Nonnull,
                                 int (*_Nullable)(void *_Nullable, int, const char *_Nullable, const char *_Nullable,
                                                  const char *_Nullable, const char *_Nullable),
                                 void *_Nullable);
  void (*_Nonnull progress_handler)(sqlite3 *_Nonnull, int, int (*_Nullable)(void *_Nullable), void *_Nullable);
  int (*_Nonnull trace_v2)(sqlite3 *_Nonnull, unsigned,
                           int (*_Nullable)(unsigned, void *_Nullable, void *_Nullable, void *_Nullable),
                           void *_Nullable);
  char *_Nullable (*_Nonnull expanded_sql)(sqlite3_stmt *_Nonnull);
  void (*_Nonnull free)(void *_Nullable);
  void *_Nullable (*_Nonnull malloc64)(uint64_t);
  int (*_Nonnull limit)(sqlite3 *_Nonnull, int, int);
  sqlite3_backup *_Nullable (*_Nonnull backup_init)(sqlite3 *_Nonnull, const char *_Nonnull, sqlite3 *_Nonnull,
                                                    const char *_Nonnull);
  int (*_Nonnull backup_step)(sqlite3_backup *_Nonnull, int);
  int (*_Nonnull backup_finish)(sqlite3_backup *_Nonnull);
  int (*_Nonnull backup_remaining)(sqlite3_backup *_Nonnull);
  int (*_Nonnull backup_pagecount)(sqlite3_backup *_Nonnull);
  int (*_Nonnull blob_open)(sqlite3 *_Nonnull, const char *_Nonnull, const char *_Nonnull, const char *_Nonnull,
                            int64_t, int, sqlite3_blob *_Nullable *_Nonnull);
  int (*_Nonnull blob_close)(sqlite3_blob *_Nullable);
  int (*_Nonnull blob_read)(sqlite3_blob *_Nonnull, void *_Nullable, int, int);
  int (*_Nonnull blob_write)(sqlite3_blob *_Nonnull, const void *_Nullable, int, int);
  int (*_Nonnull blob_bytes)(sqlite3_blob *_Nonnull);
  unsigned char *_Nullable (*_Nonnull serialize)(sqlite3 *_Nonnull, const char *_Nonnull, int64_t *_Nullable, unsigned);
  int (*_Nonnull deserialize)(sqlite3 *_Nonnull, const char *_Nonnull, unsigned char *_Nullable, int64_t, int64_t,
                              unsigned);
  int64_t (*_Nonnull hard_heap_limit64)(int64_t);
} wick_sqlite_module;

/// The functions of libsqlite3; NULL when there is no such library or an old one. Thread-safe.
const wick_sqlite_module *_Nullable wick_sqlite_module_load(void);

#endif
