# Recorded from CPython 3.11.7.
# Connections, cursors, what they tell, placeholders of both kinds.
import sqlite3


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


connection = sqlite3.connect(":memory:")
print(connection.isolation_level, connection.in_transaction, connection.total_changes, sqlite3.apilevel, sqlite3.paramstyle)
cursor = connection.cursor()
print(cursor.description, cursor.rowcount, cursor.lastrowid, cursor.arraysize)
cursor.execute("create table pets(id integer primary key, name text, age real, photo blob)")
cursor.execute("insert into pets(name, age) values(?, ?)", ("Rex", 3))
print(cursor.rowcount, cursor.lastrowid, connection.in_transaction)
cursor.executemany("insert into pets(name, age) values(:n, :a)", [{"n": "Tom", "a": 1.5}, {"n": "Ann", "a": None}])
print(cursor.rowcount, connection.total_changes)
connection.commit()
print(connection.execute("select * from pets order by id").fetchall())
rows = connection.execute("select name, age * 2 as double from pets")
print(rows.description)
print(next(rows), rows.fetchmany(1), rows.fetchone(), rows.fetchone())
print(connection.execute("select ?2, ?1, :a", (1, b"x", "y")).fetchone())
print(connection.execute("select :zz, @b, $c", {"zz": True, "b": 2 ** 62, "c": bytearray(b"q")}).fetchone())
connection.execute("update pets set age = 4 where name = 'Rex'")
connection.rollback()
print(connection.execute("select age from pets where id = 1").fetchone())
with connection:
    connection.execute("delete from pets where id = 3")
print(connection.execute("select count(*) from pets").fetchone(), connection.in_transaction)
try:
    with connection:
        connection.execute("insert into pets(name) values('gone')")
        raise KeyError("x")
except KeyError as error:
    print("rolled back", error, connection.execute("select count(*) from pets").fetchone())
connection.executescript("create table t(a); insert into t values(1); insert into t values('two'); -- end")
print(connection.execute("select a, typeof(a) from t").fetchall())
cursor = connection.execute("insert into t values(5) returning a, a + 1")
print(cursor.fetchall(), cursor.rowcount)
connection.close()
attempt(lambda: connection.execute("select 1"))
attempt(lambda: cursor.fetchone())
# expect:  False 0 2.0 qmark
# expect: None -1 None 1
# expect: 1 1 True
# expect: 2 3
# expect: [(1, 'Rex', 3.0, None), (2, 'Tom', 1.5, None), (3, 'Ann', None, None)]
# expect: (('name', None, None, None, None, None, None), ('double', None, None, None, None, None, None))
# expect: ('Rex', 6.0) [('Tom', 3.0)] ('Ann', None) None
# expect: (b'x', 1, 'y')
# expect: (1, 4611686018427387904, b'q')
# expect: (3.0,)
# expect: (2,) False
# expect: rolled back 'x' (2,)
# expect: [(1, 'integer'), ('two', 'text')]
# expect: [(5, 6)] 1
# expect: ProgrammingError Cannot operate on a closed database.
# expect: ProgrammingError Cannot operate on a closed database.
