# Recorded from CPython 3.11.7.
# Databases in files: two connections, their locks, transactions by hand, threads.
import os
import sqlite3
import tempfile
import threading

folder = tempfile.mkdtemp()
path = os.path.join(folder, "a.db")
first = sqlite3.connect(path)
first.execute("create table t(a)")
first.execute("insert into t values(1)")
second = sqlite3.connect(path, timeout=0.05)
try:
    second.execute("insert into t values(2)")
except sqlite3.OperationalError as error:
    print(error, error.sqlite_errorname)
first.commit()
second.execute("insert into t values(2)")
second.commit()
print(first.execute("select a from t").fetchall())
manual = sqlite3.connect(path, isolation_level=None)
manual.execute("insert into t values(3)")
print(manual.in_transaction, second.execute("select count(*) from t").fetchone())
manual.execute("begin immediate")
manual.execute("delete from t")
manual.execute("rollback")
print(manual.execute("select count(*) from t").fetchone())
first.isolation_level = "EXCLUSIVE"
first.execute("insert into t values(4)")
print(first.isolation_level, first.in_transaction)
first.rollback()
readonly = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
try:
    readonly.execute("insert into t values(5)")
except sqlite3.OperationalError as error:
    print(error)
waiting = sqlite3.connect(path, timeout=10, check_same_thread=False)
first.execute("insert into t values(6)")
done = []
thread = threading.Thread(target=lambda: (waiting.execute("insert into t values(7)"), waiting.commit(), done.append("written")))
thread.start()
threading.Event().wait(0.1)
print(done)
first.commit()
thread.join()
print(done, first.execute("select count(*) from t").fetchone())


def elsewhere():
    try:
        first.execute("select 1")
    except sqlite3.ProgrammingError as error:
        print(str(error).split(" The object")[0])


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
first.execute(f"attach '{os.path.join(folder, 'b.db')}' as other")
first.execute("create table other.u(x)")
print(first.execute("select name from other.sqlite_master").fetchall(), sorted(os.listdir(folder)))
# expect: database is locked SQLITE_BUSY
# expect: [(1,), (2,)]
# expect: False (3,)
# expect: (3,)
# expect: EXCLUSIVE True
# expect: attempt to write a readonly database
# expect: []
# expect: ['written'] (5,)
# expect: SQLite objects created in a thread can only be used in that same thread.
# expect: [('u',)] ['a.db', 'b.db']
