"""The interface: connections, cursors, rows, blobs; what becomes of values on their way in and out."""
import datetime
import os
import threading as _threading
import time

import _sqlite
from _sqlite import complete_statement, sqlite_version
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
    """The error for a status of SQLite; -1 and 21 are errors of this module, which have no status."""
    if code == -1:
        return OperationalError(text)
    if code == 21 and text.startswith("Cannot operate"):
        return ProgrammingError(text)
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

_PLAIN = frozenset([int, float, str, bytearray])


def _fit(value, base=False):
    if type(value) in _PLAIN:
        return value
    return adapt(value, PrepareProtocol, value)


class Row:
    """A row whose columns have names as well as numbers."""
    __slots__ = ("_values", "_names", "__weakref__")

    def __new__(cls, cursor, data, /):
        if not isinstance(cursor, Cursor):
            raise TypeError("Row() argument 1 must be sqlite3.Cursor, not " + type(cursor).__name__)
        if not isinstance(data, tuple):
            raise TypeError("Row() argument 2 must be tuple, not " + type(data).__name__)
        row = object.__new__(cls)
        row._values = data
        row._names = tuple(column[0] for column in cursor.description or ())
        return row

    def keys(self):
        """Returns the names of the columns."""
        return list(self._names)

    def __getitem__(self, key):
        if isinstance(key, (int, slice)):
            return self._values[key]
        if not isinstance(key, str):
            raise IndexError("Index must be int or string")
        for number, name in enumerate(self._names):
            if name == key or key.isascii() and name.lower() == key.lower():
                return self._values[number]
        raise IndexError("No item with that key")

    def __len__(self):
        return len(self._values)

    def __iter__(self):
        return iter(self._values)

    def __hash__(self):
        return hash(self._names) ^ hash(self._values)

    def __eq__(self, other):
        if not isinstance(other, Row):
            return NotImplemented
        return self._names == other._names and self._values == other._values


from collections.abc import Sequence as _Sequence
_Sequence.register(Row)


# Statements.

_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def _first_word(sql):
    """The first word of a statement, behind spaces and comments."""
    at, end = 0, len(sql)
    while at < end:
        if sql[at] in " \t\r\n":
            at += 1
        elif sql.startswith("--", at):
            at = sql.find("\n", at)
            if at < 0:
                return ""
        elif sql.startswith("/*", at):
            at = sql.find("*/", at + 2)
            if at < 0:
                return ""
            at += 2
        else:
            break
    start = at
    while at < end and sql[at].isalpha():
        at += 1
    return sql[start:at].upper()


class _Prepared:
    """A statement with what is known about it."""
    __slots__ = ("native", "writes", "columns", "names", "parameters", "busy")

    def __init__(self, native, sql):
        self.native = native
        self.writes = _first_word(sql) in _WRITES
        self.names = native.names() if native else ()
        self.columns = len(self.names)
        self.parameters = native.parameters() if native else ()
        self.busy = False


def _bindings(statement, values):
    """The values of a statement's parameters, in order."""
    wanted = statement.parameters
    if isinstance(values, (tuple, list)) or not isinstance(values, dict) and _is_sequence(values):
        if len(values) != len(wanted):
            raise ProgrammingError("Incorrect number of bindings supplied. The current statement uses %d, and there are %d "
                                   "supplied." % (len(wanted), len(values)))
        return tuple([_fit(values[number]) for number in range(len(wanted))])
    if isinstance(values, dict) or hasattr(type(values), "keys") and hasattr(type(values), "__getitem__"):
        found = []
        for number, name in enumerate(wanted, 1):
            if name is None:
                raise ProgrammingError("Binding %d has no name, but you supplied a dictionary (which has only names)." % number)
            try:
                found.append(_fit(values[name[1:]]))
            except LookupError:
                raise ProgrammingError("You did not supply a value for binding parameter :%s." % name[1:]) from None
        return tuple(found)
    raise ProgrammingError("parameters are of unsupported type")


def _is_sequence(values):
    kind = type(values)
    return hasattr(kind, "__getitem__") and hasattr(kind, "__len__") and not hasattr(kind, "keys")


class Cursor:
    """SQLite database cursor class."""
    arraysize = 1

    def __init__(self, connection, /):
        if not isinstance(connection, Connection):
            raise TypeError("Cursor() argument 1 must be sqlite3.Connection, not " + type(connection).__name__)
        connection._check()
        self._connection = connection
        self.row_factory = None
        self._arraysize = 1
        self._clear()
        self._lastrowid = None
        self._closed = self._locked = False
        connection._cursors.add(self)

    def _clear(self):
        self._statement = None
        self._rows = []
        self._at = 0
        self._done = True
        self._description = None
        self._rowcount = -1
        self._casts = None

    connection = property(lambda self: self._connection)
    description = property(lambda self: self._description)
    lastrowid = property(lambda self: self._lastrowid)
    rowcount = property(lambda self: self._rowcount)

    @property
    def arraysize(self):
        return self._arraysize

    @arraysize.setter
    def arraysize(self, value):
        self._arraysize = value.__index__() if hasattr(value, "__index__") else _refuse(value)

    def _check(self):
        try:
            connection = self._connection
        except AttributeError:
            raise ProgrammingError("Base Cursor.__init__ not called.") from None
        connection._check_thread()
        if self._closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        connection._check()
        return connection

    def _release(self):
        statement, self._statement = self._statement, None
        self._rows, self._at, self._done = [], 0, True
        if statement is not None and statement.native:
            statement.native.reset()
            self._connection._give_back(statement)

    def execute(self, sql, parameters=(), /):
        """Executes an SQL statement."""
        return self._run("execute", sql, (parameters,), False)

    def executemany(self, sql, seq_of_parameters, /):
        """Repeatedly executes an SQL statement."""
        return self._run("executemany", sql, seq_of_parameters, True)

    def _run(self, name, sql, sets, many):
        connection = self._check()
        if not isinstance(sql, str):
            raise TypeError("%s() argument 1 must be str, not %s" % (name, type(sql).__name__))
        sets = iter(sets)
        self._locked = True
        try:
            self._release()
            self._clear()
            statement = connection._statement(sql)
            self._statement = statement
            if many and not statement.writes:
                raise ProgrammingError("executemany() can only execute DML statements.")
            if not statement.native:
                for values in sets:
                    _bindings(statement, values)
                return self
            if statement.writes and connection._begins():
                connection._begin()
            if statement.columns:
                self._describe(statement)
            changed = 0
            for values in sets:
                values = _bindings(statement, values)
                wrong = statement.native.bind(values)
                if wrong is not None:
                    raise ProgrammingError("Error binding parameter %d: type '%s' is not supported" % (
                        wrong + 1, type(values[wrong]).__name__))
                rows, done = statement.native.fetch(1, self._casts, connection._factory())
                if many:
                    while not done:
                        _, done = statement.native.fetch(1 << 20, self._casts, connection._factory())
                    rows = []
                if done and statement.writes:
                    changed += connection._native.facts()[0]
                self._rows, self._at, self._done = rows, 0, done
            if statement.writes:
                self._rowcount = changed
            if not many:
                self._lastrowid = connection._native.facts()[1]
            if self._done:
                self._statement = None
                connection._give_back(statement)
            return self
        except BaseException:
            self._release()
            self._rowcount = -1
            raise
        finally:
            self._locked = False

    def _describe(self, statement):
        connection = self._connection
        cut = connection._detects & PARSE_COLNAMES
        self._description = tuple([
            ((name.partition(" [")[0] if cut and name else name), None, None, None, None, None, None)
            for name in statement.names])
        self._casts = None
        if connection._detects:
            kinds = statement.native.types() if connection._detects & PARSE_DECLTYPES else (None,) * statement.columns
            found = []
            for name, kind in zip(statement.names, kinds):
                cast = None
                if cut and name and "[" in name:
                    cast = converters.get(name.partition("[")[2].partition("]")[0].upper())
                if cast is None and kind:
                    cast = converters.get(kind.partition(" ")[0].partition("(")[0].upper())
                found.append(cast)
            self._casts = tuple(found)

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        connection = self._check()
        if not isinstance(sql_script, str):
            raise TypeError("executescript() argument must be str, not " + type(sql_script).__name__)
        text = sql_script.encode()
        if b"\0" in text:
            raise ValueError("embedded null character")
        connection._check_length(text)
        native = connection._native
        if not native.facts()[2] and connection._autocommit == LEGACY_TRANSACTION_CONTROL:
            connection._simple("COMMIT")
        at = 0
        while at < len(text):
            made, end = native.prepare(text, at)
            if made:
                done = False
                while not done:
                    _, done = made.fetch(1 << 16, None, None)
                made.close()
            if end <= at:
                break
            at = end
        return self

    def _next(self):
        if self._at < len(self._rows):
            row = self._rows[self._at]
            self._at += 1
            if self._at == len(self._rows) and not self._done:
                self._more(1)
            factory = self.row_factory
            if factory is not None and factory is not tuple:
                return factory(self, row)
            return row
        return None

    def _more(self, count):
        statement = self._statement
        self._locked = True
        try:
            self._rows, self._done = statement.native.fetch(count, self._casts, self._connection._factory())
            self._at = 0
        except BaseException:
            self._locked = False
            self._release()
            raise
        finally:
            self._locked = False
        if self._done:
            if statement.writes:
                self._rowcount = self._connection._native.facts()[0]
            self._statement = None
            self._connection._give_back(statement)

    def __iter__(self):
        return self

    def __next__(self):
        self._check()
        row = self._next()
        if row is None:
            raise StopIteration
        return row

    def fetchone(self):
        """Fetches one row from the resultset."""
        self._check()
        return self._next()

    def fetchmany(self, size=None):
        """Fetches several rows from the resultset."""
        if size is None:
            size = self._arraysize
        size = size.__index__() if hasattr(size, "__index__") else _refuse(size)
        self._check()
        found = []
        while len(found) < size:
            row = self._next()
            if row is None:
                break
            found.append(row)
        return found

    def fetchall(self):
        """Fetches all rows from the resultset."""
        self._check()
        rows = self._rows[self._at:]
        self._rows, self._at = [], 0
        while not self._done:
            self._more(1 << 14)
            rows += self._rows
            self._rows = []
        factory = self.row_factory
        if factory is not None and factory is not tuple:
            return [factory(self, row) for row in rows]
        return rows

    def close(self):
        """Closes the cursor."""
        if "_connection" not in self.__dict__:
            raise ProgrammingError("Base Cursor.__init__ not called.")
        if self._locked:
            raise ProgrammingError("Recursive use of cursors not allowed.")
        self._connection._check_thread()
        self._connection._check()
        self._release()
        self._closed = True

    def __del__(self):
        if self.__dict__.get("_statement") is not None:
            self._release()

    def setinputsizes(self, sizes, /):
        """Does nothing."""

    def setoutputsize(self, size, column=None, /):
        """Does nothing."""


def _refuse(value):
    raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)


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

    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=None,
                 cached_statements=128, uri=False, *, autocommit=LEGACY_TRANSACTION_CONTROL):
        level = _level(isolation_level)
        path = os.fspath(database)
        self._isolation = level
        self._detects = detect_types
        self._thread = _threading.get_ident() if check_same_thread else None
        self._size = cached_statements
        self._prepared = {}
        self._cursors = _WeakSet()
        self._blobs = _WeakSet()
        self.row_factory = None
        self.text_factory = str
        self._autocommit = autocommit
        self._native = _sqlite.open(path, 6, bool(uri), timeout)
        self._is_open = True
        self._initialized = True
        if autocommit is False:
            self._simple("BEGIN")

    def _check(self):
        if "_initialized" not in self.__dict__:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if not self._is_open:
            raise ProgrammingError(_CLOSED)

    def _check_thread(self):
        if "_initialized" not in self.__dict__:
            raise ProgrammingError("Base Connection.__init__ not called.")
        if self._thread is not None and self._thread != _threading.get_ident():
            raise ProgrammingError("SQLite objects created in a thread can only be used in that same thread. The object was "
                                   "created in thread id %d and this is thread id %d." % (self._thread, _threading.get_ident()))

    def _ready(self):
        self._check_thread()
        self._check()
        return self._native

    def _factory(self):
        return None if self.text_factory is str else self.text_factory

    def _check_length(self, text):
        if len(text) > self._native.limit(SQLITE_LIMIT_SQL_LENGTH, -1):
            raise DataError("query string is too large")

    # Statements are kept for their next use.

    def _statement(self, sql):
        found = self._prepared.get(sql)
        if found is not None and not found.busy:
            self._prepared[sql] = self._prepared.pop(sql)
            found.busy = True
            return found
        text = sql.encode()
        self._check_length(text)
        if b"\0" in text:
            raise ProgrammingError("the query contains a null character")
        native, end = self._native.prepare(text, 0)
        if native and _first_rest(text[end:].decode()):
            raise ProgrammingError("You can only execute one statement at a time.")
        made = _Prepared(native, sql)
        made.busy = True
        if found is None and native and self._size > 0:
            self._prepared[sql] = made
            while len(self._prepared) > self._size:
                del self._prepared[next(iter(self._prepared))]
        return made

    def _give_back(self, statement):
        statement.busy = False

    def _simple(self, sql):
        native, _ = self._native.prepare(sql.encode(), 0)
        try:
            native.fetch(1, None, None)
        finally:
            native.close()

    def _begins(self):
        return self._autocommit == LEGACY_TRANSACTION_CONTROL and self._isolation is not None and self._native.facts()[2]

    def _begin(self):
        self._simple(("BEGIN " + self._isolation).strip())

    # What the user calls.

    @property
    def isolation_level(self):
        self._check()
        return self._isolation

    @isolation_level.setter
    def isolation_level(self, value):
        level = _level(value)
        if level is None and "_native" in self.__dict__ and not self._native.facts()[2]:
            self.commit()
        self._isolation = level

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
            self._simple("COMMIT")
        elif value is False and self._native.facts()[2]:
            self._simple("BEGIN")
        self._autocommit = value

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
        self._ready()
        made = factory(self)
        if not isinstance(made, Cursor):
            raise TypeError("factory must return a cursor, not " + type(made).__name__)
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, *args):
        """Executes an SQL statement."""
        _count("execute", args, 1, 2)
        cursor = Connection.cursor(self)
        return cursor.execute(*args)

    def executemany(self, sql, parameters, /):
        """Repeatedly executes an SQL statement."""
        return Connection.cursor(self).executemany(sql, parameters)

    def executescript(self, sql_script, /):
        """Executes multiple SQL statements at once."""
        return Connection.cursor(self).executescript(sql_script)

    def __call__(self, sql, /):
        native = self._ready()
        return native.prepare(sql.encode(), 0)[0]

    def commit(self):
        """Commits the pending transaction, if there is one."""
        native = self._ready()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if not native.facts()[2]:
                self._simple("COMMIT")
        elif self._autocommit is False:
            self._simple("COMMIT")
            self._simple("BEGIN")

    def rollback(self):
        """Rolls the pending transaction back, if there is one."""
        native = self._ready()
        if self._autocommit == LEGACY_TRANSACTION_CONTROL:
            if not native.facts()[2]:
                self._simple("ROLLBACK")
        elif self._autocommit is False:
            self._simple("ROLLBACK")
            self._simple("BEGIN")

    def close(self):
        """Closes the database connection; what was not committed is lost."""
        self._check_thread()
        if not self._is_open:
            return
        for blob in list(self._blobs):
            blob._handle.close()
        for cursor in list(self._cursors):
            cursor._statement, cursor._rows, cursor._done = None, [], True
        for statement in self._prepared.values():
            statement.native.close()
        self._prepared = {}
        if self._autocommit is False and not self._native.facts()[2]:
            self._simple("ROLLBACK")
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


def _first_rest(text):
    """Whether something but spaces and comments follows."""
    at, end = 0, len(text)
    while at < end:
        if text[at] in " \t\r\n;":
            at += 1
        elif text.startswith("--", at):
            at = text.find("\n", at)
            if at < 0:
                return False
        elif text.startswith("/*", at):
            at = text.find("*/", at + 2)
            if at < 0:
                return False
            at += 2
        else:
            return True
    return False


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


from weakref import WeakSet as _WeakSet

for _class in (Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError,
               IntegrityError, DataError, NotSupportedError, PrepareProtocol, Row, Cursor, Connection, Blob):
    _class.__module__ = "sqlite3"
_names = [_name for _name in globals() if not _name.startswith("_") and _name not in ("ERRORS", "os")]
__all__ = _names
