# Recorded from CPython 3.11.7.
# What is refused, in the words of sqlite3.
import sqlite3


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", None))


c = sqlite3.connect(":memory:")
c.execute("create table t(a integer primary key, b text not null)")
c.execute("insert into t values(1, 'x')")
attempt(lambda: c.execute("selec 1"))
attempt(lambda: c.execute("select * from nosuch"))
attempt(lambda: c.execute("insert into t values(1, 'y')"))
attempt(lambda: c.execute("insert into t(b) values(null)"))
attempt(lambda: c.execute("select ?", (1, 2)))
attempt(lambda: c.execute("select :a", {}))
attempt(lambda: c.execute("select ?", {"a": 1}))
attempt(lambda: c.execute("select ?", 5))
attempt(lambda: c.execute("select ?", (object(),)))
attempt(lambda: c.execute("select ?", (2 ** 63,)))
attempt(lambda: c.execute("select 1; select 2"))
attempt(lambda: c.execute(5))
attempt(lambda: c.execute())
attempt(lambda: c.execute("select '\0'"))
attempt(lambda: c.executemany("select 1", [()]))
attempt(lambda: c.executemany("insert into t(b) values(?)", 5))
attempt(lambda: c.execute("select cast(x'ff' as text) as q").fetchone())
attempt(lambda: sqlite3.connect("/nosuch/folder/x.db"))
attempt(lambda: sqlite3.connect(5))
attempt(lambda: sqlite3.connect(":memory:", isolation_level="foo"))
attempt(lambda: c.backup(c))
attempt(lambda: c.backup(5))
attempt(lambda: c.cursor(lambda connection: 5))
attempt(lambda: sqlite3.Cursor(5))
attempt(lambda: sqlite3.Connection.__new__(sqlite3.Connection).execute("x"))
attempt(lambda: sqlite3.adapt(object()))
attempt(lambda: c.executescript(b"x"))
attempt(lambda: c.executescript("selec;"))
attempt(lambda: c.setlimit(1111, 5))
print(sqlite3.IntegrityError.__mro__, c.OperationalError is sqlite3.OperationalError)
closed = c.cursor()
closed.close()
attempt(lambda: closed.execute("select 1"))
attempt(lambda: closed.fetchall())
# expect: OperationalError near "selec": syntax error SQLITE_ERROR
# expect: OperationalError no such table: nosuch SQLITE_ERROR
# expect: IntegrityError UNIQUE constraint failed: t.a SQLITE_CONSTRAINT_PRIMARYKEY
# expect: IntegrityError NOT NULL constraint failed: t.b SQLITE_CONSTRAINT_NOTNULL
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied. None
# expect: ProgrammingError You did not supply a value for binding parameter :a. None
# expect: ProgrammingError Binding 1 has no name, but you supplied a dictionary (which has only names). None
# expect: ProgrammingError parameters are of unsupported type None
# expect: ProgrammingError Error binding parameter 1: type 'object' is not supported None
# expect: OverflowError Python int too large to convert to SQLite INTEGER None
# expect: ProgrammingError You can only execute one statement at a time. None
# expect: TypeError execute() argument 1 must be str, not int None
# expect: TypeError execute expected at least 1 argument, got 0 None
# expect: ProgrammingError the query contains a null character None
# expect: ProgrammingError executemany() can only execute DML statements. None
# expect: TypeError 'int' object is not iterable None
# expect: OperationalError Could not decode to UTF-8 column 'q' with text '�' None
# expect: OperationalError unable to open database file SQLITE_CANTOPEN
# expect: TypeError expected str, bytes or os.PathLike object, not int None
# expect: ValueError isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE' None
# expect: ValueError target cannot be the same connection instance None
# expect: TypeError backup() argument 'target' must be sqlite3.Connection, not int None
# expect: TypeError factory must return a cursor, not int None
# expect: TypeError Cursor() argument 1 must be sqlite3.Connection, not int None
# expect: ProgrammingError Base Connection.__init__ not called. None
# expect: ProgrammingError can't adapt None
# expect: TypeError executescript() argument must be str, not bytes None
# expect: OperationalError near "selec": syntax error SQLITE_ERROR
# expect: ProgrammingError 'category' is out of bounds None
# expect: (<class 'sqlite3.IntegrityError'>, <class 'sqlite3.DatabaseError'>, <class 'sqlite3.Error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) True
# expect: ProgrammingError Cannot operate on a closed cursor. None
# expect: ProgrammingError Cannot operate on a closed cursor. None
