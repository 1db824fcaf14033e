# Recorded from CPython 3.11.7.
# Rows with names, adapters, converters, text factories, blobs, copies and dumps.
import datetime
import sqlite3

c = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
c.row_factory = sqlite3.Row
row = c.execute("select 1 as a, 'two' as B, null as c").fetchone()
print(row.keys(), row["a"], row["b"], row[-1], row[0:2], len(row), tuple(row), list(row), "two" in row)
print(row == c.execute("select 1 as a, 'two' as B, null as c").fetchone(), dict(row), isinstance(hash(row), int))
for key in ("nosuch", 9, 1.5):
    try:
        row[key]
    except IndexError as error:
        print(error)
c.row_factory = lambda cursor, values: {column[0]: value for column, value in zip(cursor.description, values)}
print(c.execute("select 1 as x, 2 as y").fetchall())
c.row_factory = None


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f"{self.x};{self.y}"

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


sqlite3.register_converter("point", lambda text: Point(*map(int, text.split(b";"))))
sqlite3.register_adapter(complex, str)
c.execute("create table e(d date, t timestamp, n number(10), p point)")
c.execute("insert into e values(?, ?, ?, ?)",
          (datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 600), 5, Point(1, 2)))
print(c.execute("select * from e").fetchall())
print(c.execute('select d as "x [date]", ? as "y [nosuch]" from e', (1 + 2j,)).fetchone())
print(c.execute('select d as "x [date]" from e').description[0][0])
for factory in (bytes, bytearray, lambda data: data.decode() + "!", str):
    c.text_factory = factory
    print(c.execute("select 'é'").fetchone())
c.execute("create table files(data blob)")
c.execute("insert into files values(zeroblob(10))")
with c.blobopen("files", "data", 1) as blob:
    blob.write(b"abc")
    blob.seek(-2, 2)
    blob.write(b"yz")
    blob[4] = 65
    print(len(blob), blob[0:5], blob[-1], blob.tell(), blob.read())
    for action in (lambda: blob.write(b"more"), lambda: blob[99], lambda: blob.seek(50)):
        try:
            action()
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)
other = sqlite3.connect(":memory:")
c.commit()
c.backup(other, pages=1, progress=lambda status, left, total: left or print("copied", total > 0))
print(other.execute("select n from e").fetchall())
print(list(other.iterdump()))
again = sqlite3.connect(":memory:")
again.deserialize(other.serialize())
print(again.execute("select count(*) from files").fetchone())
print(sqlite3.complete_statement("select 1;"), sqlite3.complete_statement("select 1"))
# expect: ['a', 'B', 'c'] 1 two None (1, 'two') 3 (1, 'two', None) [1, 'two', None] True
# expect: True {'a': 1, 'B': 'two', 'c': None} True
# expect: No item with that key
# expect: tuple index out of range
# expect: Index must be int or string
# expect: [{'x': 1, 'y': 2}]
# expect: [(datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4, 5, 600), 5, Point(1, 2))]
# expect: (datetime.date(2020, 1, 2), '(1+2j)')
# expect: x
# expect: (b'\xc3\xa9',)
# expect: (bytearray(b'\xc3\xa9'),)
# expect: ('é!',)
# expect: ('é',)
# expect: 10 b'abc\x00A' 122 10 b''
# expect: ValueError data longer than blob length
# expect: IndexError Blob index out of range
# expect: ValueError offset out of blob range
# expect: copied True
# expect: [(5,)]
# expect: ['BEGIN TRANSACTION;', 'CREATE TABLE e(d date, t timestamp, n number(10), p point);', 'INSERT INTO "e" VALUES(\'2020-01-02\',\'2020-01-02 03:04:05.000600\',5,\'1;2\');', 'CREATE TABLE files(data blob);', 'INSERT INTO "files" VALUES(X\'6162630041000000797A\');', 'COMMIT;']
# expect: (1,)
# expect: True False
