# Recorded from CPython 3.11.7.
# Functions, aggregates, windows, collations and handlers written in Python.
import sqlite3


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


c = sqlite3.connect(":memory:")
c.execute("create table n(x)")
c.executemany("insert into n values(?)", [(1,), (2,), (3.5,), (None,), ("text",)])
c.create_function("twice", 1, lambda x: x if x is None else x * 2, deterministic=True)
c.create_function("count_args", -1, lambda *args: len(args))
c.create_function("fails", 1, lambda x: 1 / 0)
c.create_function("odd", 0, lambda: object())
print(c.execute("select twice(x) from n").fetchall())
print(c.execute("select count_args(), count_args(1, 2, 3), twice(x'0102')").fetchone())
attempt(lambda: c.execute("select fails(1)").fetchone())
attempt(lambda: c.execute("select odd()").fetchone())
attempt(lambda: c.execute("select nosuch(1)").fetchone())


class Join:
    def __init__(self):
        self.parts = []

    def step(self, value):
        self.parts.append(str(value))

    def finalize(self):
        return "+".join(self.parts)


class Broken:
    def step(self, value):
        raise ValueError("no")

    def finalize(self):
        return 1


class Sum:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value

    def inverse(self, value):
        self.total -= value

    def value(self):
        return self.total

    finalize = value


c.create_aggregate("joined", 1, Join)
c.create_aggregate("broken", 1, Broken)
print(c.execute("select joined(x) from n").fetchone(), c.execute("select joined(x) from n where 0").fetchone())
print(c.execute("select typeof(x), joined(x) from n group by typeof(x) order by 1").fetchall())
attempt(lambda: c.execute("select broken(x) from n").fetchone())
c.create_window_function("moving", 1, Sum)
print(c.execute("select x, moving(x) over (order by x rows between 1 preceding and current row) from n "
                "where typeof(x) in ('integer', 'real')").fetchall())
c.create_collation("backwards", lambda a, b: (a < b) - (a > b))
print(c.execute("select x from (select 'a' as x union select 'b' union select 'c') order by x collate backwards").fetchall())
attempt(lambda: c.execute("select x from n order by x collate nosuch"))
log = []
c.set_trace_callback(log.append)
c.execute("select ?", (7,)).fetchall()
c.set_trace_callback(None)
print(log)
c.set_authorizer(lambda action, *rest: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_READ else sqlite3.SQLITE_OK)
attempt(lambda: c.execute("select x from n"))
c.set_authorizer(None)
c.set_progress_handler(lambda: 1, 1)
attempt(lambda: c.execute("select x from n").fetchall())
c.set_progress_handler(None, 1)
# expect: [(2,), (4,), (7.0,), (None,), ('texttext',)]
# expect: (0, 3, b'\x01\x02\x01\x02')
# expect: OperationalError user-defined function raised exception
# expect: OperationalError user-defined function raised exception
# expect: OperationalError no such function: nosuch
# expect: ('1+2+3.5+None+text',) (None,)
# expect: [('integer', '1+2'), ('null', 'None'), ('real', '3.5'), ('text', 'text')]
# expect: OperationalError user-defined aggregate's 'step' method raised error
# expect: [(1, 1), (2, 3), (3.5, 5.5)]
# expect: [('c',), ('b',), ('a',)]
# expect: OperationalError no such collation sequence: nosuch
# expect: ['select 7']
# expect: DatabaseError access to n.x is prohibited
# expect: OperationalError interrupted
