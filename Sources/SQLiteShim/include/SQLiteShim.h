// The dozen functions of SQLite that the history uses. The library is loaded when the first cell is stored, not when the
// program starts: a script pays nothing for it, and without it the history lives in memory.
#ifndef WICK_SQLITE_SHIM_H
#define WICK_SQLITE_SHIM_H

#include <stdint.h>

/// An open database.
typedef struct sqlite3 sqlite3;
/// A prepared statement.
typedef struct sqlite3_stmt sqlite3_stmt;

/// The functions; all set or none.
typedef struct {
  int (*_Nonnull open_v2)(const char *_Nonnull, sqlite3 *_Nullable *_Nonnull, int, const char *_Nullable);
  int (*_Nonnull close_v2)(sqlite3 *_Nullable);
  int (*_Nonnull exec)(sqlite3 *_Nonnull, const char *_Nonnull, void *_Nullable, void *_Nullable, void *_Nullable);
  int (*_Nonnull busy_timeout)(sqlite3 *_Nonnull, int);
  int64_t (*_Nonnull last_insert_rowid)(sqlite3 *_Nonnull);
  int (*_Nonnull prepare_v2)(sqlite3 *_Nonnull, const char *_Nonnull, int, sqlite3_stmt *_Nullable *_Nonnull,
                             void *_Nullable);
  int (*_Nonnull bind_int64)(sqlite3_stmt *_Nonnull, int, int64_t);
  int (*_Nonnull bind_text)(sqlite3_stmt *_Nonnull, int, const char *_Nullable, int, void *_Nullable);
  int (*_Nonnull step)(sqlite3_stmt *_Nonnull);
  int (*_Nonnull finalize)(sqlite3_stmt *_Nullable);
  int64_t (*_Nonnull column_int64)(sqlite3_stmt *_Nonnull, int);
  const unsigned char *_Nullable (*_Nonnull column_text)(sqlite3_stmt *_Nonnull, int);
  int (*_Nonnull column_bytes)(sqlite3_stmt *_Nonnull, int);
} wick_sqlite;

/// The functions of libsqlite3; NULL when there is no such library. Thread-safe.
const wick_sqlite *_Nullable wick_sqlite_load(void);

#include "SQLiteModuleShim.h"

#endif
