"""The statements that make a database again."""


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def _iterdump(connection):
    """Yields the statements: tables with their rows first, then views, indices and triggers."""
    cursor = connection.cursor()
    cursor.row_factory = None
    ask = cursor.execute
    yield "BEGIN TRANSACTION;"
    tables = ask("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL AND type = 'table' ORDER BY name").fetchall()
    later = []
    for name, sql in tables:
        if name == "sqlite_sequence":
            later.append('DELETE FROM "sqlite_sequence";')
            later += list(_rows(ask, name))
            continue
        if name == "sqlite_stat1":
            yield 'ANALYZE "sqlite_master";'
        elif name.startswith("sqlite_"):
            continue
        else:
            yield sql + ";"
        yield from _rows(ask, name)
    others = ask("SELECT sql FROM sqlite_master WHERE sql NOT NULL AND type IN ('index', 'trigger', 'view')").fetchall()
    for (sql,) in others:
        yield sql + ";"
    yield from later
    yield "COMMIT;"


def _rows(ask, table):
    columns = [row[1] for row in ask("PRAGMA table_info(" + _quoted(table) + ")").fetchall()]
    parts = " || ',' || ".join("quote(" + _quoted(column) + ")" for column in columns)
    head = "INSERT INTO " + _quoted(table) + " VALUES("
    for (values,) in ask("SELECT " + parts + " FROM " + _quoted(table)).fetchall():
        yield head + values + ");"
