"""The interface: connections, cursors, rows, blobs; what becomes of values on their way in and out."""
import datetime
import os
import threading as _threading
import time

import _sqlite
from _sqlite import Cursor, Row, complete_statement, sqlite_version
from _sqlite import cursor as _new_cursor
from sqlite3._constants import *
from sqlite3._constants import ERRORS as _ERRORS

apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 3
version = "2.6.0"
version_info = (2, 6, 0)
sqlite_version_info = tuple(int(part) for part in sqlite_version.split("."))
PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
LEGACY_TRANSACTION_CONTROL = -1
Date = datetime.date
Time = datetime.time
Timestamp = datetime.datetime
Binary = memoryview
adapters = {}
converters = {}


def DateFromTicks(ticks):
    return TimestampFromTicks(ticks).date()


def TimeFromTicks(ticks):
    return TimestampFromTicks(ticks).time()


def TimestampFromTicks(ticks):
    return Timestamp(*time.localtime(ticks)[:6])


# Errors.

class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class InternalError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class DataError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


class PrepareProtocol:
    """What objects are asked to become when they are bound to a parameter."""


_KINDS = {2: InternalError, 12: InternalError, 11: DatabaseError, 18: DataError, 19: IntegrityError, 20: IntegrityError,
          21: InterfaceError, 25: InterfaceError}
_KINDS.update(dict.fromkeys((1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17), OperationalError))
_CLOSED = "Cannot operate on a closed database."


def _failure(code, text):
    """The error for a status of SQLite; -1 and -2 are errors of this module, which have no status."""
    if code < 0:
        return OperationalError(text) if code == -1 else ProgrammingError(text)
    if code == 18 and text == "query string is too large":
        return DataError(text)
    if code & 0xFF == 7:
        return MemoryError()
    error = _KINDS.get(code & 0xFF, DatabaseError)(text)
    error.sqlite_errorcode = code
    error.sqlite_errorname = _ERRORS.get(code, "unknown")
    return error


_tells = False


def _tell(error):
    import traceback
    traceback.print_exception(error)


def enable_callback_tracebacks(enable, /):
    """Says whether errors of functions that SQLite calls are printed."""
    global _tells
    _tells = bool(enable)


def enable_shared_cache(do_enable):
    """Does nothing: connections share no cache."""


# Values in and out.

def register_adapter(type, adapter, /):
    """Registers what makes values of a type fit for SQLite."""
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    """Registers what makes values of columns of a type from their bytes."""
    if not isinstance(typename, str):
        raise TypeError("register_converter() argument 1 must be str, not " + type(typename).__name__)
    converters[typename.upper()] = converter


_NONE = object()


def adapt(obj, proto=PrepareProtocol, alt=_NONE, /):
    """Makes an object fit for SQLite."""
    adapter = adapters.get((type(obj), proto))
    if adapter is not None:
        return adapter(obj)
    for owner, name, other in ((proto, "__adapt__", obj), (obj, "__conform__", proto)):
        method = getattr(owner, name, None)
        if method is not None:
            made = method(other)
            if made is not None:
                return made
    if alt is not _NONE:
        return alt
    raise ProgrammingError("can't adapt")


def _split_time(text):
    day, _, hour = text.partition(b" ")
    whole, _, part = hour.partition(b".")
    return [int(x) for x in day.split(b"-")] + [int(x) for x in whole.split(b":")] + [int(part.ljust(6, b"0")[:6] or 0)]


register_adapter(datetime.date, lambda value: value.isoformat())
register_adapter(datetime.datetime, lambda value: value.isoformat(" "))
register_converter("date", lambda text: datetime.date(*map(int, text.split(b"-"))))
register_converter("timestamp", lambda text: datetime.datetime(*_split_time(text)))

_sqlite.set_up(adapt, PrepareProtocol, adapters, converters)

from collections.abc import Sequence as _Sequence
_Sequence.register(Row)



def _database_of(connection):
    """The open database of what a cursor is made for."""
    if not isinstance(connection, Connection):
        raise TypeError("Cursor() argument 1 must be sqlite3.Connection, not "
                        + ("None" if connection is None else type(connection).__name__))
    return connection._ready()


_LEVELS = ("", "DEFERRED", "IMMEDIATE", "EXCLUSIVE")


def _level(value):
    if value is None:
        return None
    if not isinstance(value, str):
        raise TypeError("isolation_level must be str or None")
    if value.upper() not in _LEVELS:
        raise ValueError("isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE'")
    return value.upper()


class Connection:
    """SQLite database connection object."""

    Warning, Error, InterfaceError, DatabaseError = Warning, Error, InterfaceError, DatabaseError
    InternalError, OperationalError, ProgrammingError = InternalError, OperationalError, ProgrammingError
    IntegrityError, DataError, NotSupportedError = IntegrityError, DataError, NotSupportedError

    # Set by __init__.
    _native = None

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None,
                 cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
        level = _level(isolation_level)
        path = os.fspath(database)
        self._isolation = level
        self._thread = _threading.get_ident() if check_same_thread else None
        self._settings = detect_types, cached_statements
        self._blobs = None
        self.row_factory = None
        self._autocommit = autocommit
        self._native = _sqlite.open(path, 6, bool(uri), timeout)
        self._tell()
        self._is_open = True
        if autocommit is False:
            self._native.simple("BEGIN")

    def _tell(self):
        """Tells the database what its cursors have to know."""
        legacy = self._autocommit == LEGACY_TRANSACTION_CONTROL
        opening = ("BEGIN " + self._isolation).strip() if legacy and self._isolation is not None else None
        self._native.set_up(self._thread, self._settings[0], opening, not legacy, self._settings[1])

    @property
    def text_factory(self):
        factory = self._native and self._native.text_factory
        return str if factory is None else factory

    @text_factory.setter
    def text_factory(self, value):
        if self._native is not None:
            self._native.text_factory = None if value is str else value

    def _check(self):
        if self._native is None:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if not self._is_open:
            raise ProgrammingError(_CLOSED)

    def _check_thread(self):
        if self._native is None:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._thread is not None and self._thread != _threading.get_ident():
            raise ProgrammingError("SQLite objects created in a thread can only be used in that same thread. The object was "
                                   "created in thread id %d and this is thread id %d." % (self._thread, _threading.get_ident()))

    def _ready(self):
        self._check_thread()
        self._check()
        return self._native

    # What the user calls.

    @property
    def isolation_level(self):
        self._check()
        return self._isolation

    @isolation_level.setter
    def isolation_level(self, value):
        level = _level(value)
        if level is None and self._native is not None and not self._native.facts()[2]:
            self.commit()
        self._isolation = level
        if self._native is not None:
            self._tell()

    @isolation_level.deleter
    def isolation_level(self):
        raise AttributeError("cannot delete attribute")

    @property
    def autocommit(self):
        self._check()
        return self._autocommit

    @autocommit.setter
    def autocommit(self, value):
        self._ready()
        if value is True and not self._native.facts()[2]:
            self._native.simple("COMMIT")
        elif value is False and self._native.facts()[2]:
            self._native.simple("BEGIN")
        self._autocommit = value
        self._tell()

    @property
    def in_transaction(self):
        self._check()
        return not self._native.facts()[2]

    @property
    def total_changes(self):
        self._check()
        return self._native.facts()[3]

    def cursor(self, factory=Cursor):
        """Returns a cursor for the connection."""
        if factory is Cursor:
            made = _new_cursor(self, self._native)
        else:
            self._ready()
            made = factory(self)
            if not isinstance(made, Cursor):
                raise TypeError("factory must return a cursor, not " + type(made).__name__)
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, *args):
        """Executes an SQL statement."""
        made = _new_cursor(self, self._native)
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        if not 0 < len(args) < 3:
            _count("execute", args, 1, 2)
        return made.execute(*args)

    def executemany(self, sql, parameters, /):
        """Repeatedly executes an SQL statement."""
        return Connection.cursor(self).executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        return Connection.cursor(self).executescript(sql_script)

    def __call__(self, sql, /):
        return self._ready().prepare(sql)

    def commit(self):
        """Commits the pending transaction, if there is one."""
        native = self._ready()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if not native.facts()[2]:
                self._native.simple("COMMIT")
        elif self._autocommit is False:
            self._native.simple("COMMIT")
            self._native.simple("BEGIN")

    def rollback(self):
        """Rolls the pending transaction back, if there is one."""
        native = self._ready()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if not native.facts()[2]:
                self._native.simple("ROLLBACK")
        elif self._autocommit is False:
            self._native.simple("ROLLBACK")
            self._native.simple("BEGIN")

    def close(self):
        """Closes the database connection; what was not committed is lost."""
        self._check_thread()
        if not self._is_open:
            return
        for blob in list(self._blobs or ()):
            blob._handle.close()
        if self._autocommit is False and not self._native.facts()[2]:
            self._native.simple("ROLLBACK")
        self._is_open = False
        self._native.close()

    def __enter__(self):
        self._ready()
        return self

    def __exit__(self, kind, value, traceback, /):
        if kind is None and value is None and traceback is None:
            try:
                self.commit()
            except BaseException:
                self.rollback()
                raise
        else:
            self.rollback()
        return False

    def interrupt(self):
        """Aborts what runs."""
        self._check()
        self._native.interrupt()

    def _add(self, status, what):
        if status:
            raise OperationalError("Error creating " + what)

    def create_function(self, name, narg, func, /, *, deterministic=False):
        """Creates a new function."""
        native = self._ready()
        native.tell_errors(_tells)
        self._add(native.create_function(name, narg, 1 | (0x800 if deterministic else 0), func), "function")

    def create_aggregate(self, name, n_arg, aggregate_class, /):
        """Creates a new aggregate."""
        native = self._ready()
        native.tell_errors(_tells)
        self._add(native.create_aggregate(name, n_arg, aggregate_class, False), "aggregate")

    def create_window_function(self, name, num_params, aggregate_class, /):
        """Creates or redefines an aggregate window function."""
        native = self._ready()
        native.tell_errors(_tells)
        if native.create_aggregate(name, num_params, aggregate_class, True):
            raise ProgrammingError("Error creating window function")

    def create_collation(self, name, callback, /):
        """Creates a collation function."""
        native = self._ready()
        if not isinstance(name, str):
            raise TypeError("create_collation() argument 1 must be str, not " + type(name).__name__)
        if callback is not None and not callable(callback):
            raise TypeError("parameter must be callable")
        native.create_collation(name, callback)

    def set_authorizer(self, authorizer_callback):
        """Sets what is asked about each statement."""
        self._ready().set_authorizer(authorizer_callback)

    def set_progress_handler(self, progress_handler, n):
        """Sets what is called every n steps."""
        self._ready().set_progress(progress_handler, n)

    def set_trace_callback(self, trace_callback):
        """Sets what is told each statement."""
        self._ready().set_trace(trace_callback)

    def iterdump(self):
        """Returns an iterator over the statements that would make this database again."""
        self._ready()
        from sqlite3.dump import _iterdump
        return _iterdump(self)

    def backup(self, target, *, pages=-1, progress=None, name="main", sleep=0.25):
        """Makes a copy of the database."""
        native = self._ready()
        if not isinstance(target, Connection):
            raise TypeError("backup() argument 'target' must be sqlite3.Connection, not " + type(target).__name__)
        if target is self:
            raise ValueError("target cannot be the same connection instance")
        target._check()
        if progress is not None and not callable(progress):
            raise TypeError("progress argument must be a callable")
        native.backup(target._native, pages or -1, name, progress, sleep)

    def blobopen(self, table, column, row, /, *, readonly=False, name="main"):
        """Opens and returns a blob."""
        native = self._ready()
        made = Blob(self, native.blob(table, column, row, readonly, name))
        if self._blobs is None:
            from weakref import WeakSet
            self._blobs = WeakSet()
        self._blobs.add(made)
        return made

    def serialize(self, *, name="main"):
        """Returns the bytes of the database."""
        return self._ready().serialize(name)

    def deserialize(self, data, /, *, name="main"):
        """Loads a database from its bytes."""
        self._ready().deserialize(data, name)

    def getlimit(self, category, /):
        """Returns a limit of the connection."""
        return self.setlimit(category, -1)

    def setlimit(self, category, limit, /):
        """Sets a limit of the connection; returns the old one."""
        old = self._ready().limit(category, limit)
        if old < 0:
            raise ProgrammingError("'category' is out of bounds")
        return old


def _count(name, args, least, most):
    if len(args) < least:
        raise TypeError("%s expected at least %d argument, got %d" % (name, least, len(args)))
    if len(args) > most:
        raise TypeError("%s expected at most %d arguments, got %d" % (name, most, len(args)))


class Blob:
    """An open blob: a file of fixed length, and a sequence of its bytes."""

    def __init__(self, connection, handle):
        self._connection = connection
        self._handle = handle
        self._at = 0

    def _ready(self):
        self._connection._ready()
        return self._handle.size()

    def close(self):
        """Closes the blob."""
        self._connection._ready()
        self._handle.close()

    def read(self, length=-1, /):
        """Reads bytes from where it stands."""
        size = self._ready()
        length = size - self._at if length < 0 else min(length, size - self._at)
        data = self._handle.read(self._at, length)
        self._at += len(data)
        return data

    def write(self, data, /):
        """Writes bytes where it stands."""
        if self._ready() - self._at < len(data):
            raise ValueError("data longer than blob length")
        self._handle.write(self._at, data)
        self._at += len(data)

    def seek(self, offset, origin=0, /):
        """Sets where it stands."""
        size = self._ready()
        if origin not in (0, 1, 2):
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        at = offset + (0, self._at, size)[origin]
        if not 0 <= at <= size:
            raise ValueError("offset out of blob range")
        self._at = at

    def tell(self):
        """Returns where it stands."""
        self._ready()
        return self._at

    def __len__(self):
        return self._ready()

    def _place(self, key):
        size = self._ready()
        if hasattr(key, "__index__"):
            at = key.__index__()
            at += size if at < 0 else 0
            if not 0 <= at < size:
                raise IndexError("Blob index out of range")
            return at
        raise TypeError("Blob indices must be integers")

    def __getitem__(self, key):
        if isinstance(key, slice):
            start, stop, step = key.indices(self._ready())
            if step == 1:
                return self._handle.read(start, max(0, stop - start))
            return self._handle.read(0, len(self))[key]
        return self._handle.read(self._place(key), 1)[0]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            places = range(*key.indices(self._ready()))
            if len(places) == 0:
                return
            data = bytes(memoryview(value))
            if len(data) != len(places):
                raise IndexError("Blob slice assignment is wrong size")
            if places.step == 1:
                self._handle.write(places.start, data)
            else:
                for at, byte in zip(places, data):
                    self._handle.write(at, bytes([byte]))
            return
        at = self._place(key)
        if not isinstance(value, int):
            raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
        if not 0 <= value < 256:
            raise ValueError("byte must be in range(0, 256)")
        self._handle.write(at, bytes([value]))

    def __delitem__(self, key):
        self._ready()
        raise TypeError("Blob doesn't support slice deletion" if isinstance(key, slice) else "Blob doesn't support item deletion")

    def __contains__(self, value):
        self._ready()
        raise TypeError("argument of type 'sqlite3.Blob' is not iterable")

    def __iter__(self):
        raise TypeError("'sqlite3.Blob' object is not iterable")

    def __enter__(self):
        self._ready()
        return self

    def __exit__(self, kind, value, traceback, /):
        self.close()


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=Connection,
            cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
    """Opens a connection to the database file."""
    return factory(database, timeout, detect_types, isolation_level, check_same_thread, factory, cached_statements, uri,
                   **({} if autocommit == LEGACY_TRANSACTION_CONTROL else {"autocommit": autocommit}))


for _class in (Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError,
               IntegrityError, DataError, NotSupportedError, PrepareProtocol, Connection, Blob):
    _class.__module__ = "sqlite3"
_names = [_name for _name in globals() if not _name.startswith("_") and _name not in ("ERRORS", "os")]
__all__ = _names
