# Recorded from CPython 3.11.7.
# Cursors: their rows, places and errors.
import sqlite3

c = sqlite3.connect(":memory:")
cursor = c.cursor()
print(cursor.execute("create table t(a, b)") is cursor, cursor.description, cursor.rowcount, cursor.lastrowid)
print(cursor.executemany("insert into t values(?, ?)", ((n, str(n)) for n in range(5))).rowcount, cursor.lastrowid)
cursor.execute("insert into t values(:x, :y)", {"x": 5, "y": None})
print(cursor.rowcount, cursor.lastrowid, c.in_transaction, c.total_changes)
cursor.execute("select a, b as 'B [text]' from t order by a")
print(cursor.description, next(cursor), cursor.fetchone(), cursor.fetchmany(), cursor.fetchmany(2), cursor.fetchall(), cursor.fetchone())
print(list(cursor), cursor.arraysize, cursor.connection is c, [row for row in c.execute("select ?, ?", [1, b"x"])])
print(cursor.execute("update t set b = 1 where a > 2").rowcount, cursor.execute("delete from t").rowcount, cursor.fetchall())
print(c.execute("insert into t values(1, 2) returning a, b").fetchall(), c.execute("").fetchall(), c.execute("-- x").description)


class Values:
    def __init__(self, *items): self.items = items
    def __len__(self): return len(self.items)
    def __getitem__(self, at): return self.items[at]


class Names(dict):
    def __missing__(self, key): return key.upper()


class MyCursor(sqlite3.Cursor):
    def __init__(self, connection):
        super().__init__(connection)
        self.extra = 1


print(c.execute("select ?, ?", Values(1, "two")).fetchone(), c.execute("select :a, @b, $c", Names(a=1)).fetchone())
mine = c.cursor(MyCursor)
mine.row_factory = lambda cursor, row: (type(cursor).__name__, *row)
print(mine.execute("select 1").fetchone(), mine.extra, isinstance(mine, sqlite3.Cursor))
c.row_factory = sqlite3.Row
row = c.execute("select 1 as a, 2 as b").fetchone()
print(tuple(row), row == sqlite3.Row(c.execute("select 3 as a, 4 as b"), (1, 2)), row != row, sorted(map(str, row)), 2 in row)
for action in (lambda: sqlite3.Row(1, 2), lambda: sqlite3.Row(cursor, 2), lambda: cursor.execute("select ?", "ab"), lambda: cursor.execute("select 1", 5),
               lambda: cursor.execute("insert into t values(1)"), lambda: cursor.executemany("insert into t values(?, ?)", [(1, 2), (3,)]),
               lambda: cursor.execute("select 1; select 2"), lambda: cursor.execute("select 1; -- end\n /* x */ ;"),
               lambda: cursor.execute("select ?", (2 ** 70,)), lambda: cursor.execute("select '\udc80'"), lambda: row["no"], lambda: row[5],
               lambda: MyCursor.__new__(MyCursor).execute("x"), lambda: cursor.fetchmany("x"), lambda: setattr(cursor, "arraysize", "x"),
               lambda: cursor.execute("select 1", (), ()), lambda: cursor.executemany("insert into t values(?, ?)", [])):
    try:
        print(type(action()).__name__)
    except Exception as error:
        print(type(error).__name__, error)


def failing():
    yield (1, 2)
    raise ValueError("in the middle")


try:
    cursor.executemany("insert into t values(?, ?)", failing())
except ValueError as error:
    print(error, cursor.rowcount)


def again():
    cursor.execute("select 1")
    yield (1, 2)


try:
    cursor.executemany("insert into t values(?, ?)", again())
except sqlite3.ProgrammingError as error:
    print(error)
waiting = c.execute("select a from t")
c.close()
for action in (waiting.fetchone, waiting.close, lambda: c.execute("x"), lambda: c.cursor(), lambda: waiting.execute("x")):
    try:
        action()
    except sqlite3.ProgrammingError as error:
        print(error)
# expect: True None -1 0
# expect: 5 0
# expect: 1 6 True 6
# expect: (('a', None, None, None, None, None, None), ('B [text]', None, None, None, None, None, None)) (0, '0') (1, '1') [(2, '2')] [(3, '3'), (4, '4')] [(5, None)] None
# expect: [] 1 True [(1, b'x')]
# expect: 3 6 []
# expect: [(1, 2)] [] None
# expect: (1, 'two') (1, 'B', 'C')
# expect: ('MyCursor', 1) 1 True
# expect: (1, 2) True False ['1', '2'] True
# expect: TypeError Row() argument 1 must be sqlite3.Cursor, not int
# expect: TypeError Row() argument 2 must be tuple, not int
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied.
# expect: ProgrammingError parameters are of unsupported type
# expect: OperationalError table t has 2 columns but 1 values were supplied
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 2, and there are 1 supplied.
# expect: ProgrammingError You can only execute one statement at a time.
# expect: ProgrammingError You can only execute one statement at a time.
# expect: OverflowError Python int too large to convert to SQLite INTEGER
# expect: UnicodeEncodeError 'utf-8' codec can't encode character '\udc80' in position 8: surrogates not allowed
# expect: IndexError No item with that key
# expect: IndexError tuple index out of range
# expect: ProgrammingError Base Cursor.__init__ not called.
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError execute expected at most 2 arguments, got 3
# expect: Cursor
# expect: in the middle -1
# expect: Recursive use of cursors not allowed.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
# expect: Cannot operate on a closed database.
